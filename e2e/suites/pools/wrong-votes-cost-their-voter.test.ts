/** A validator says of all blocks that they are bad. */

import { closedPools, votesIn } from "../../harness/chain/pools.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { booked, fiveValidators, gained, judged, SIZE } from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the byzantine validator. */
const OFFENDER = SIZE - 1;
/** Milliseconds. */
const SLOT = 1_000;
const BLOCKS = 200;
const SECONDS = 600;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({ byzantine: { [OFFENDER]: ["vote-against"] } });
});

after(() => network?.stop());

describe("a validator that votes against everything for 200 blocks", () => {
  it("loses what the formulas say, and no block is worse for it", longTier, async () => {
    const api = await network.nodes[0]!.api();
    const final = await finalisedNumber(api, BLOCKS, SECONDS);
    // Each loss is computed a second time as the blocks are added to the book.
    const { chain, book } = await booked(network, SLOT, final.number.toNumber());

    const { address } = network.validators[OFFENDER]!;
    const votes = votesIn(chain);
    const own = votes.filter(({ voter }) => voter === address);
    assert.ok(own.length > 0);
    assert.ok(own.every(({ forBlocks }) => forBlocks === 0));
    const others = votes.filter(({ voter }) => voter !== address);
    assert.ok(others.every(({ againstBlocks }) => againstBlocks === 0));

    const pools = judged(chain);
    assert.ok(pools.length > BLOCKS / 2);
    for (const { block, outcome, authorLost } of pools) {
      assert.deepEqual([outcome, authorLost], ["Accepted", 0n], `block ${block}`);
    }
    const lost = closedPools(chain).reduce((sum, pool) => sum + pool.lost, 0n);
    assert.ok(lost > 0n);
    assert.deepEqual([...book.losses], [[address, lost]]);
    assert.ok((await gained(api, book, address)) < 0n);
    for (const { address: other } of network.validators.slice(0, OFFENDER)) {
      assert.ok((await gained(api, book, other)) > 0n, other);
    }
  });
});
