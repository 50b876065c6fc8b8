/** More than a third of the slots stay empty for longer than an outage of the network may last. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, eventsIn, type Block } from "../../harness/chain/blocks.ts";
import { availability, reputation, schedule } from "../../harness/chain/por.ts";
import { currentSession, bestInSession } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Indices of the validators that are away. */
const AWAY = [2, 3];
/** Sessions without a block after which an outage excuses nobody: `MaxOutage` of the runtime. */
const MAX_OUTAGE = 6;
/** More than a session of 20 s. */
const SESSION_SECONDS = 60;

let network: Network;
let api: ApiPromise;
/** The first session without any of their blocks. */
let first: number;
/** Address of the one that was suspended, and of the other. */
let suspended: string;
let other: string;

const away = () => AWAY.map((index) => network.validators[index]!.address);

before(async () => {
  if (longTier.skip) return;
  // What they earn before they are away would hide what they lose.
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { mintRatio: 0 }),
  });
  api = await network.nodes[0]!.api();
  await network.finality(15);
});

after(() => network?.stop());

describe("half of the validators, silent for longer than an outage may last", () => {
  it("are blamed for nothing at first", longTier, async () => {
    await Promise.all(AWAY.map((index) => network.nodes[index]!.kill()));
    first = (await currentSession(api)) + 1;
    // The session before may already count for one that had no block in it yet.
    await bestInSession(api, first + MAX_OUTAGE - 2, MAX_OUTAGE * SESSION_SECONDS);
    const chain = await bestChain();
    assert.deepEqual(eventsIn(chain, "availability.MissedSlotsPenalised"), []);
    assert.deepEqual(eventsIn(chain, "availability.Suspended"), []);
  });

  it("then lose reputation, and one of them its slots and its candidacy", longTier, async () => {
    await bestInSession(api, first + MAX_OUTAGE, 3 * SESSION_SECONDS);
    const chain = await bestChain();
    const out = eventsIn(chain, "availability.Suspended").map(({ who }) => who);
    assert.equal(out.length, 1, `${out.length} of four are out`);
    suspended = out[0]!;
    assert.ok(away().includes(suspended));
    other = away().find((address) => address !== suspended)!;
    assert.deepEqual(eventsIn(chain, "staking.Chilled"), [{ stash: suspended }]);

    const node = network.nodes[0]!;
    assert.equal((await availability(node, suspended)).suspended, true);
    assert.equal((await availability(node, other)).suspended, false);
    const { producers } = await schedule(node);
    const there = network.validators
      .map(({ address }) => address)
      .filter((who) => who !== suspended);
    assert.deepEqual(producers.map(({ account }) => account).sort(), there.sort());

    const paid = eventsIn(chain, "availability.MissedSlotsPenalised").map(({ who }) => who);
    assert.deepEqual([...new Set(paid)].sort(), away().sort());
    for (const { address } of network.validators) {
      const before = await reputation(node, "block", address, api.genesisHash.toHex());
      const { encumbered } = await reputation(node, "block", address);
      const lost = before.encumbered - encumbered;
      assert.equal(lost > 0n, away().includes(address), `${address} lost ${lost}`);
    }
  });

  it("make blocks final again as soon as one of them is back", longTier, async () => {
    const height = (await api.rpc.chain.getHeader()).number.toNumber();
    await network.restart(network.validators.findIndex(({ address }) => address === other));
    await finalisedNumber(api, height, 3 * SESSION_SECONDS);
    assert.deepEqual(
      eventsIn(await bestChain(), "availability.Suspended").map(({ who }) => who),
      [suspended],
    );
  });
});

/** All blocks of the best chain. */
async function bestChain(): Promise<Block[]> {
  return blocks(api, 1, (await api.rpc.chain.getHeader()).number.toNumber());
}
