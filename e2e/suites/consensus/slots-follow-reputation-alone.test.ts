/** Slots when none of them are shared evenly. */

import { schedule } from "../../harness/chain/por.ts";
import { finalInSession } from "../../harness/chain/sessions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** In whole REP. */
const REPUTATION = [600n, 300n, 100n, 0n];
/**
 * Nobody has more than a third of 20 slots, 6 2/3, rounded up: 7. By weight 600 would have 12, so it
 * has 7. Of the other 13, 300 would have 9 3/4, so it has 7 too. Of the other 6, the one without
 * reputation has the least there is, 1, and 5 are left for 100.
 */
const SHARES = [7, 7, 5, 1];
/** Two sessions of 20 s each, on a busy machine. */
const SESSIONS_SECONDS = 90;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: REPUTATION.length,
    reputation: REPUTATION,
    change: (spec) => setParameters(spec, { equalShare: 0, mintRatio: 0 }),
  });
});

after(() => network?.stop());

describe("the slots of a chain without an equal share", () => {
  it("are shared by encumbered reputation, between a floor and a cap", longTier, async () => {
    const [node] = network.nodes;
    const api = await node!.api();
    await finalInSession(api, 2, SESSIONS_SECONDS);
    // At genesis, and after two sessions, in which rounding has taken nothing.
    for (const hash of [api.genesisHash.toHex(), undefined]) {
      const { producers } = await schedule(node!, hash);
      const slots = network.validators.map(
        ({ address }) => producers.find(({ account }) => account === address)!.slots,
      );
      assert.deepEqual(slots, SHARES);
    }
  });
});
