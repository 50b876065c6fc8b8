/** Votes come back after a restart, and safe mode does not stop them. */

import type { ApiPromise } from "@polkadot/api";

import { blocks } from "../../harness/chain/blocks.ts";
import { asRoot } from "../../harness/chain/council.ts";
import { votesIn } from "../../harness/chain/pools.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import {
  bestBlock,
  bestNumber,
  fiveValidators,
  judged,
  SIZE,
  votesAgainst,
} from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator that is restarted. */
const RESTARTED = 2;
/** Blocks before, and those within which it has to vote again. */
const EARLIER = 30;
const WITHIN = 20;
/** Blocks in safe mode: more than a pool is open, and fewer than after which it ends. */
const SAFE = 40;
const SECONDS = 300;

let network: Network;
let api: ApiPromise;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators();
  api = await network.nodes[0]!.api();
  await finalisedNumber(api, EARLIER, SECONDS);
});

after(() => network?.stop());

describe("a validator that was restarted", () => {
  it("votes again within 20 blocks", longTier, async () => {
    const { address } = network.validators[RESTARTED]!;
    const votes = async (from: number) => {
      const chain = await blocks(api, from, await bestNumber(api));
      return votesIn(chain).filter(({ voter }) => voter === address);
    };
    assert.ok((await votes(1)).length > 0, "it has not voted before");
    await network.restart(RESTARTED);
    const back = await bestNumber(api);
    await bestBlock(api, back + WITHIN, SECONDS);
    const again = (await votes(back + 1)).filter(({ block }) => block <= back + WITHIN);
    assert.ok(again.length > 0, `it says nothing of blocks ${back} to ${back + WITHIN}`);
  });
});

describe("in safe mode", () => {
  it("all validators vote, and blocks are accepted", longTier, async () => {
    await asRoot(api, api.tx.safeMode.forceEnter());
    const from = await bestNumber(api);
    try {
      const final = await finalisedNumber(api, from + SAFE, SECONDS);
      assert.ok((await api.query.safeMode.enteredUntil()).isSome);
      const chain = await blocks(api, 1, final.number.toNumber());
      const voters = votesIn(chain.slice(from)).map(({ voter }) => voter);
      assert.equal(new Set(voters).size, SIZE);
      const pools = judged(chain).filter(({ block }) => block > from);
      assert.ok(pools.length > 0);
      for (const { block, outcome } of pools) assert.equal(outcome, "Accepted", `block ${block}`);
      assert.deepEqual(votesAgainst(chain), []);
    } finally {
      await asRoot(api, api.tx.safeMode.forceExit());
    }
  });
});
