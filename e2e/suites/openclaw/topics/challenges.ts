/** Challenges, judged by reputation that is staked in their pools. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { handPools, type HandPool } from "../../../harness/chain/forum.ts";
import { proposal, type Proposal } from "../../../harness/chain/governance.ts";
import {
  bringPastVote,
  bringTo,
  makeProposal,
  requireStatus,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { REP } from "../../../harness/chain/por.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, succeeds } from "../../../harness/chain/transactions.ts";
import { until } from "../../../harness/deadline.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { api, DAY, node } from "./chain.ts";

/** What either party has at stake. */
const BOND = 1_000n * AITBC;
/** Of five million in all a fifth has to be staked. */
const STAKE = 1_500_000n * REP;
/** Has all reputation for governance. */
const judge = keyPair("//Alice");
const proposer = keyPair("//Dave");
const challenger = keyPair("//Eve");

for (const { side, verdict, status, winner, loser } of [
  { side: "For", verdict: "upheld", status: "voided", winner: challenger, loser: proposer },
  { side: "Against", verdict: "dismissed", status: "active", winner: proposer, loser: challenger },
] as const) {
  describe(`a challenge that reputation is staked ${side.toLowerCase()}`, () => {
    let made: Made;
    let pool: HandPool;
    let totals: Map<KeyringPair, bigint>;

    before(async () => {
      made = await makeProposal(api, "PolicyChange", [], proposer);
      const challenge = api.tx.openClaw.challenge(made.id, "Misleading", "It says nothing.");
      await succeeds(api, challenge, challenger);
      const open = await handPools(node, { domain: "governance", open: true });
      pool = open.find(({ initiator }) => isAbout(initiator, made.id))!;
    });

    it("is told with its court", async () => {
      const { challenge } = await proposal(node, made.id);
      assert.deepEqual(challenge, {
        challenger: challenger.address,
        grounds: "misleading",
        text: "It says nothing.",
        bond: String(BOND),
        deadline: new Date(pool.deadline).toISOString(),
        by_council: false,
        verdict: null,
      });
      assert.equal(pool.deadline - pool.opened, 2 * DAY);
      assert.deepEqual(
        [pool.quorum, pool.win],
        [
          [1, 5],
          [2, 3],
        ],
      );
    });

    it("is not judged by either party, and not made twice", async () => {
      const stake = (amount: bigint) => api.tx.validationPool.stake(pool.id, side, amount);
      for (const party of [proposer, challenger]) {
        assert.equal((await included(api, stake(1n), party)).error, "validationPool.Excluded");
      }
      const again = api.tx.openClaw.challenge(made.id, "Spam", "");
      assert.equal((await included(api, again, judge)).error, "openClaw.AlreadyChallenged");
      const withdrawal = await included(api, api.tx.openClaw.withdraw(made.id), proposer);
      assert.equal(withdrawal.error, "openClaw.AlreadyChallenged");
      await succeeds(api, stake(STAKE), judge);
    });

    it(`is ${verdict}`, async () => {
      totals = await totalsOf([proposer, challenger]);
      await bringTo(node, pool.deadline);
      const told = await until<Proposal>(30, "a verdict", async () => {
        const now = await proposal(node, made.id);
        if (now.challenge!.verdict !== null) return now;
        await sealedBlock(node);
        return undefined;
      });
      assert.equal(told.challenge!.verdict, verdict);
      assert.equal(told.status, status);
    });

    it("costs who was wrong a bond, half of which is the other's", async () => {
      const now = await totalsOf([proposer, challenger]);
      assert.equal(now.get(winner)! - totals.get(winner)!, BOND / 2n);
      assert.equal(now.get(loser)! - totals.get(loser)!, -BOND);
    });

    it("ends the vote, or does not", async () => {
      if (status === "voided") {
        const vote = api.tx.openClaw.vote(made.id, "For", null, null);
        assert.equal((await included(api, vote, judge)).error, "openClaw.NotActive");
        await requireStatus(node, made.id, "voided");
      } else {
        const told = await bringPastVote(node, made.id);
        assert.equal(told.status, "rejected");
        assert.equal(told.rejection_reason, "Quorum not met");
      }
    });
  });
}

function isAbout(initiator: HandPool["initiator"], id: number): boolean {
  return typeof initiator === "object" && initiator.challenge === id;
}

/** What accounts have, on hold or not. */
async function totalsOf(accounts: readonly KeyringPair[]): Promise<Map<KeyringPair, bigint>> {
  const entries = accounts.map(async (account) => {
    const { data } = await api.query.system.account(account.address);
    return [account, data.free.toBigInt() + data.reserved.toBigInt()] as const;
  });
  return new Map(await Promise.all(entries));
}
