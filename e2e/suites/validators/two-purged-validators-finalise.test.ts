/** So many validators lose their databases that the others cannot finalise without them. */

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
} from "../../harness/network/votes.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Index of the purged validator that was away before finality stood still. */
const LONGEST = 1;
/** Index of the one whose end made it stand still. */
const SHORTER = 2;

describe("two of four validators that are purged", () => {
  it("go on when the one that was away longest votes by its option", longTier, async () => {
    const network = await fourValidators();
    const here = network.nodes[0]!;
    await hasBlockOf(network, LONGEST);
    await network.nodes[LONGEST]!.kill();
    await hasBlockOf(network, SHORTER);
    await finalityGoesOn(here);
    await network.nodes[SHORTER]!.kill();
    await moreBlocks(here);

    await Promise.all([network.purge(LONGEST), network.purge(SHORTER)]);
    for (const index of [LONGEST, SHORTER]) {
      await network.nodes[index]!.log.match(HELD, SECONDS);
    }
    const best = await finalityStandsStill(here);

    await network.restart(LONGEST, ["--vote-on-fresh-database"]);
    await finalisedNumber(await here.api(), best + 1, SECONDS);
    await network.nodes[SHORTER]!.log.match(RELEASED, SECONDS);
    assert.ok(!network.nodes[LONGEST]!.log.lines.some((line) => HELD.test(line)));
    await nobodyVotedTwice(network);
    await network.stop();
  });
});
