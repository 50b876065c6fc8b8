/** Validators that are killed at the worst moments: no slot has two blocks of one author. */

import type { ApiPromise } from "@polkadot/api";

import { blocks } from "../../harness/chain/blocks.ts";
import { doubles, watchHeads, type Head, type Heads } from "../../harness/chain/heads.ts";
import { blockBy, currentSession, bestInSession } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const SIZE = 4;
/** Indices of the validators that are killed while they make a block, and as a session begins. */
const PRODUCER = 2;
const ROTATOR = 3;
/** Slots of a session: more than a node is away, which may be suspended for a session without it. */
const SESSION = 40;
/** More than a session takes. */
const SECONDS = 120;

let network: Network;
let api: ApiPromise;
/** The heads of the two validators that are not killed. */
let watches: Heads[];

before(async () => {
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionLength: SESSION }),
  });
  api = await network.nodes[0]!.api();
  watches = await Promise.all(network.nodes.slice(0, 2).map(watchHeads));
  await network.finality(15);
});

after(() => network?.stop());

describe("a validator that is killed", () => {
  it("while it makes a block makes others later", async () => {
    await network.nodes[PRODUCER]!.log.next(/Starting consensus session/, SECONDS);
    await network.nodes[PRODUCER]!.kill();
    await comesBack(PRODUCER);
  });

  it("as a session begins makes blocks later", async () => {
    await bestInSession(api, (await currentSession(api)) + 1, SECONDS);
    await network.nodes[ROTATOR]!.kill();
    await comesBack(ROTATOR);
  });
});

describe("after validators were killed", () => {
  it("all nodes have the same final chain", async () => {
    const { number } = await api.rpc.chain.getHeader();
    const apis = await Promise.all(network.nodes.map((node) => node.api()));
    await Promise.all(apis.map((each) => finalisedNumber(each, number.toNumber(), SECONDS)));
    const hashes = await Promise.all(
      apis.map(async (each) => (await each.rpc.chain.getBlockHash(number.unwrap())).toHex()),
    );
    assert.deepEqual(hashes, Array(SIZE).fill(hashes[0]));
  });

  it("no author has two blocks in a slot, on whatever branch", async () => {
    const chains = network.nodes.map(async (node): Promise<Head[]> => {
      const own = await node.api();
      return blocks(own, 1, (await own.rpc.chain.getHeader()).number.toNumber());
    });
    const seen = [...chains, ...watches.map((watch) => watch.all())];
    assert.deepEqual(doubles((await Promise.all(seen)).flat()), []);
  });
});

/** Starts the node again, watches it, and waits until it has made a block that is final. */
async function comesBack(index: number): Promise<void> {
  const node = await network.restart(index);
  watches.push(await watchHeads(node));
  await blockBy(api, network.validators[index]!.address, SECONDS);
}
