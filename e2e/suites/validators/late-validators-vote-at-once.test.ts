/** A network begins without some of its validators. None of them has voted before, so none waits. */

import { finalisedNumber } from "../../harness/chain/transactions.ts";
import {
  finalityGoesOn,
  finalityStandsStill,
  fourValidators,
  HELD,
  height,
  nobodyVotedTwice,
  SECONDS,
} from "../../harness/network/votes.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Validators that come late. */
const LATE = 2;
/** Blocks of half a minute at least, as half of the slots have none. */
const BLOCKS = 30;

describe("a new network", () => {
  it("finalises with validators that come a minute late", longTier, async () => {
    const network = await fourValidators({ late: LATE });
    const first = network.nodes[0]!;
    await height(first, BLOCKS);
    const best = await finalityStandsStill(first);

    const third = await network.launch();
    await finalisedNumber(await first.api(), best, SECONDS);
    const fourth = await network.launch();
    await finalityGoesOn(fourth);
    // Now nothing would be final without the votes of the last one.
    await third.kill();
    await finalityGoesOn(first);
    for (const { log } of network.nodes) {
      assert.ok(!log.lines.some((line) => HELD.test(line)));
    }
    await nobodyVotedTwice(network);
    await network.stop();
  });
});
