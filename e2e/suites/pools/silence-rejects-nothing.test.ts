/** Most validators say nothing of blocks. */

import { blocks } from "../../harness/chain/blocks.ts";
import { closedPools, votesIn } from "../../harness/chain/pools.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { fiveValidators, judged } from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Indices of the validators without a key to vote with. */
const SILENT = [2, 3, 4];
const BLOCKS = 80;
const SECONDS = 300;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({ silent: SILENT });
});

after(() => network?.stop());

describe("blocks of which three of five validators say nothing", () => {
  it("are accepted by the votes of the two others", longTier, async () => {
    const api = await network.nodes[0]!.api();
    const final = await finalisedNumber(api, BLOCKS, SECONDS);
    const chain = await blocks(api, 1, final.number.toNumber());
    const voters = new Set(votesIn(chain).map(({ voter }) => voter));
    const [first, second] = network.validators;
    assert.deepEqual(voters, new Set([first!.address, second!.address]));
    const pools = judged(chain);
    assert.ok(pools.length > 0);
    for (const { block, outcome } of pools) assert.equal(outcome, "Accepted", `block ${block}`);
    const ends = new Set(closedPools(chain).map(({ outcome }) => outcome));
    assert.ok(!ends.has("Rejected") && !ends.has("Contested"));
  });
});
