/**
 * A validator loses its database, and with it what it has voted for. It must not vote a second time in
 * a round of GRANDPA that is still open.
 */

import { finalisedNumber } from "../../harness/chain/transactions.ts";
import {
  finalityGoesOn,
  finalityStandsStill,
  fourValidators,
  hasBlockOf,
  HELD,
  moreBlocks,
  nobodyVotedTwice,
  RELEASED,
  SECONDS,
  SUSPICION,
} from "../../harness/network/votes.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator that is purged. */
const PURGED = 1;
/** Indices of those that are away meanwhile. */
const AWAY = [2, 3] as const;

describe("a validator that is purged while finality stands still", () => {
  it("votes again when its votes of before are over, and is not punished", longTier, async () => {
    const network = await fourValidators();
    const here = network.nodes[0]!;
    await hasBlockOf(network, PURGED);
    await Promise.all(AWAY.map((index) => network.nodes[index]!.kill()));
    await moreBlocks(here);
    await network.purge(PURGED);
    await network.nodes[PURGED]!.log.match(SUSPICION, SECONDS);
    await moreBlocks(here);

    // The hold outlives a restart.
    await network.restart(PURGED);
    await network.nodes[PURGED]!.log.match(HELD, SECONDS);
    const best = await finalityStandsStill(here);

    await Promise.all(AWAY.map((index) => network.restart(index)));
    await finalisedNumber(await here.api(), best + 1, SECONDS);
    await network.nodes[PURGED]!.log.match(RELEASED, SECONDS);
    // The round that runs has begun without it.
    await finalityGoesOn(here);

    // Without its votes nothing would be final.
    await network.nodes[AWAY[0]]!.kill();
    await finalityGoesOn(here);
    // The hold is over for good.
    await network.restart(PURGED);
    await finalityGoesOn(here);
    assert.ok(!network.nodes[PURGED]!.log.lines.some((line) => HELD.test(line)));
    await nobodyVotedTwice(network);
    await network.stop();
  });
});
