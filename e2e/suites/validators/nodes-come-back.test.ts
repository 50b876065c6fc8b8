/** A network of four through what happens to nodes: they are killed, come back, come late. */

import { faucet } from "../../harness/chain/accounts.ts";
import { blockBy } from "../../harness/chain/sessions.ts";
import { finalisedNumber, freeBalance } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const SIZE = 4;
/** Index of the validator that is killed. */
const VICTIM = 3;
/** Blocks that three of four validators finalise without it. */
const WITHOUT = 6;
/** Slots: longer than the test, as a session that ends meanwhile may suspend the victim. */
const SESSION = 1_000;

let network: Network;

before(async () => {
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionLength: SESSION }),
  });
  await network.finality(15);
});

after(() => network?.stop());

// At the same time: the network has to bear that, and it takes half as long.
describe("a network of four", { concurrency: true }, () => {
  it("finalises without a validator that is killed, and takes it back", async () => {
    const api = await network.nodes[0]!.api();
    const seen = await height(network.nodes[0]!);
    await network.nodes[VICTIM]!.kill();
    const gone = await finalisedNumber(api, seen + WITHOUT, 60);

    const returned = await network.restart(VICTIM);
    const itsApi = await returned.api();
    await finalisedNumber(itsApi, gone.number.toNumber(), 60);
    const itsHash = await itsApi.rpc.chain.getBlockHash(gone.number.unwrap());
    assert.equal(itsHash.toHex(), gone.hash.toHex());
    const block = await blockBy(api, network.validators[VICTIM]!.address, 120);
    assert.ok(block.number.toNumber() > gone.number.toNumber());
  });

  it("lets a late node download and execute all blocks", async () => {
    const late = await network.join("late-full", ["--sync", "full"]);
    await followsTheNetwork(late);
    assert.ok(late.log.lines.every((line) => !line.includes("Warp sync")));
    await late.stop();
  });

  it("lets a late node take the shortcut of warp sync", async () => {
    const late = await network.join("late-warp", ["--sync", "warp"]);
    await late.log.match(/Warp sync is complete/, 60);
    await followsTheNetwork(late);
    await late.stop();
  });
});

async function height(node: Node): Promise<number> {
  return (await (await node.api()).rpc.chain.getHeader()).number.toNumber();
}

/** Waits until `late` finalises with the others; it must have the same history and the same state. */
async function followsTheNetwork(late: Node): Promise<void> {
  const api = await late.api();
  const theirs = await network.nodes[0]!.api();
  const head = await finalisedNumber(api, (await height(network.nodes[0]!)) + 1, 60);
  const block = head.hash.toHex();
  await finalisedNumber(theirs, head.number.toNumber(), 60);
  assert.equal((await theirs.rpc.chain.getBlockHash(head.number.unwrap())).toHex(), block);

  const first = (await theirs.rpc.chain.getBlockHash(1)).toHex();
  const history = await until(60, `${late.name} to fetch block 1`, async () => {
    const hash = await late.rpc<string | null>("chain_getBlockHash", [1]);
    return hash ?? undefined;
  });
  assert.equal(history, first);
  assert.ok(await late.rpc("chain_getBlock", [first]));
  assert.equal(
    await freeBalance(api, faucet.address, block),
    await freeBalance(theirs, faucet.address, block),
  );
}
