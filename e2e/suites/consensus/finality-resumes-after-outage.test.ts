/** Half of the validators are away: blocks without finality, and what happens afterwards. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, eventsIn } from "../../harness/chain/blocks.ts";
import { currentSession, bestInSession } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const SIZE = 4;
/** Indices of the validators that are away. */
const AWAY = [2, 3];
/** Sessions that begin meanwhile. As each is an era here, each brings a change of the voters. */
const SESSIONS = 2;
/** More than a session of 20 s. */
const SESSION_SECONDS = 60;

let network: Network;
let api: ApiPromise;
/** Set of voters and height that were final when two validators were gone. */
let last: { set: number; height: number };
/** Height of the best chain when the first session without them had begun. */
let begun: number;
/** What the best chain had reached before they came back. */
let best: { set: number; height: number };

before(async () => {
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionsPerEra: 1 }),
  });
  api = await network.nodes[0]!.api();
  await network.finality(15);
});

after(() => network?.stop());

describe("without half of the validators", () => {
  it("finality stops", async () => {
    await Promise.all(AWAY.map((index) => network.nodes[index]!.kill()));
    const session = await currentSession(api);
    await bestInSession(api, session + 1, SESSION_SECONDS);
    last = await finalState();
    begun = (await api.rpc.chain.getHeader()).number.toNumber();
    await bestInSession(api, session + 1 + SESSIONS, SESSIONS * SESSION_SECONDS);
    assert.deepEqual(await finalState(), last);
  });

  it("the others go on making blocks, and sessions end", async () => {
    const header = await api.rpc.chain.getHeader();
    best = { set: await setId(header.hash.toHex()), height: header.number.toNumber() };
    assert.ok(best.set >= last.set + SESSIONS, `voters ${best.set} after ${last.set}`);
    const made = await blocks(api, begun, best.height);
    const authors = new Set(made.map(({ author }) => author));
    const there = network.validators.filter((_, index) => !AWAY.includes(index));
    assert.deepEqual([...authors].sort(), there.map(({ address }) => address).sort());
  });
});

describe("when half of the validators are back", () => {
  it("all blocks become final, over all changes of the voters", async () => {
    await Promise.all(AWAY.map((index) => network.restart(index)));
    const apis = await Promise.all(network.nodes.map((node) => node.api()));
    const finals = await Promise.all(
      apis.map((each) => finalisedNumber(each, best.height + 1, 2 * SESSION_SECONDS)),
    );
    const { set } = await finalState();
    assert.ok(set >= best.set, `voters ${set} instead of ${best.set}`);

    const height = Math.min(...finals.map(({ number }) => number.toNumber()));
    const hashes = await Promise.all(
      apis.map(async (each) => (await each.rpc.chain.getBlockHash(height)).toHex()),
    );
    assert.deepEqual(hashes, Array(SIZE).fill(hashes[0]));
  });

  it("the voters have changed one set after the other", async () => {
    const { height } = await finalState();
    const chain = await blocks(api, last.height, height);
    const sets = await Promise.all(chain.map(({ hash }) => setId(hash)));
    const steps = sets.slice(1).map((set, index) => set - sets[index]!);
    assert.ok(steps.every((step) => step === 0 || step === 1));
    assert.equal(
      eventsIn(chain.slice(1), "grandpa.NewAuthorities").length,
      sets.at(-1)! - sets[0]!,
    );
  });
});

async function finalState(): Promise<{ set: number; height: number }> {
  const hash = await api.rpc.chain.getFinalizedHead();
  const { number } = await api.rpc.chain.getHeader(hash);
  return { set: await setId(hash.toHex()), height: number.toNumber() };
}

/** Number of the set of voters in the state after a block. */
async function setId(hash: string): Promise<number> {
  return (await (await api.at(hash)).query.grandpa.currentSetId()).toNumber();
}
