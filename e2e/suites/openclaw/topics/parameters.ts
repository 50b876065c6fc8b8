/** A parameter that holders change. */

import { faucet } from "../../../harness/chain/accounts.ts";
import { block, eventsIn } from "../../../harness/chain/blocks.ts";
import {
  dryRun,
  governanceParameters,
  proposal,
  votes,
} from "../../../harness/chain/governance.ts";
import {
  ADVANCE_LIMIT,
  bringPastVote,
  bringToEnactment,
  bringToVoting,
  makeProposal,
  requireStatus,
  voteAll,
  WHALES,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, succeeds } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, DAY, node, setParameter } from "./chain.ts";

/** What a proposer has at stake. */
const BOND = 1_000n * AITBC;
/** Twice what the preset has, in billionths. */
const RATE = 50_000_000;

describe("a change of a parameter", () => {
  let made: Made;
  let subsidy: bigint;

  it("is proposed with a bond, by rules that anybody can read", async () => {
    subsidy = await subsidyOf(await sealedBlock(node));
    const rules = await governanceParameters(node);
    assert.equal(rules.min_proposal_voting_power, String(1_000n * AITBC));
    assert.equal(rules.default_voting_period_days, 7 / 14_400);
    assert.equal(rules.execution_delay_hours, 24 / 14_400);

    const reserved = await reservedOf(faucet.address);
    const texts = {
      title: "Pay producers twice as much",
      link: "https://example.org/subsidy",
      category: "Parameters",
    };
    const change = setParameter("Economics", "SubsidyRate", RATE);
    made = await makeProposal(api, "ParameterChange", [change], faucet, {}, texts);
    assert.equal(made.bond, BOND);
    assert.ok((await reservedOf(faucet.address)) > reserved + BOND);
    assert.equal(made.votingFrom - made.at, DAY);
    assert.equal(made.ends - made.at, 8 * DAY);

    const told = await requireStatus(node, made.id, "pending");
    assert.equal(told.type, "parameter_change");
    assert.equal(told.title, texts.title);
    assert.equal(told.link, texts.link);
    assert.equal(told.category, "parameters");
    assert.deepEqual(told.call_names, ["Parameters.set_parameter"]);
    assert.equal(told.proposer, faucet.address);
    assert.equal(Date.parse(told.created_at), made.at);
    assert.equal(Date.parse(told.voting_deadline), made.ends);
    assert.equal(told.quorum_threshold, 0.04);
    assert.equal(told.effective_quorum, 0.04);
    assert.equal(told.approval_threshold, 0.5);
    assert.equal(BigInt(told.base), made.base);
    assert.equal(told.council_required, 0);
    assert.equal(told.eta, null);
  });

  it("can be tried before anybody votes", async () => {
    const { allowed, success, events, weight } = await dryRun(node, made.id);
    assert.ok(allowed && success && events.length > 0 && weight!.ref_time > 0);
  });

  it("is voted on from a day later on", async () => {
    const [one] = WHALES;
    const vote = () => api.tx.openClaw.vote(made.id, "For", null, "It is little enough.");
    assert.equal((await included(api, vote(), one!)).error, "openClaw.VotingNotBegun");
    await bringToVoting(node, made);
    await succeeds(api, vote(), one!);

    const told = await requireStatus(node, made.id, "active");
    // The cap of an owner.
    const power = made.base / 20n;
    assert.equal(BigInt(told.votes_for), power);
    assert.ok(Math.abs(told.current_quorum! - 0.05) < 1e-9, `${told.current_quorum}`);
    assert.equal(told.current_approval, 1);
    const [vote_] = await votes(node, made.id);
    assert.equal(vote_!.voter_id, one!.address);
    assert.equal(vote_!.vote, "for");
    assert.equal(BigInt(vote_!.voting_power), power);
    assert.equal(vote_!.reason, "It is little enough.");
  });

  it("waits for a day once it has passed", async () => {
    const told = await bringPastVote(node, made.id);
    assert.equal(told.status, "queued");
    assert.equal(Date.parse(told.eta!), made.ends + DAY);
    assert.equal(Date.parse(told.expires_at!), made.ends + 15 * DAY);
    const early = await included(api, api.tx.openClaw.advance(made.id, ADVANCE_LIMIT), faucet);
    assert.equal(early.error, "openClaw.NothingDue");
    const late = await included(api, api.tx.openClaw.vote(made.id, "For", null, null), WHALES[1]!);
    assert.equal(late.error, "openClaw.NotActive");
  });

  it("is made by the chain itself, once, and the next block obeys", async () => {
    const told = await bringToEnactment(node, made.id);
    assert.equal(told.status, "executed");
    assert.ok(Date.parse(told.executed_at!) >= made.ends + DAY);
    const after = await subsidyOf(await sealedBlock(node));
    const ratio = Number(after) / Number(subsidy);
    assert.ok(Math.abs(ratio - 2) < 0.001, `${subsidy} became ${after}`);
    const again = await included(api, api.tx.openClaw.advance(made.id, ADVANCE_LIMIT), faucet);
    assert.equal(again.error, "openClaw.AlreadyExecuted");
  });

  it("is no change of what only an upgrade may set", async () => {
    const bonds = setParameter("Governance", "ProposalBond", AITBC);
    const refused = await included(
      api,
      api.tx.openClaw.propose(
        "ParameterChange",
        "Cheaper proposals",
        "Whoever wants to propose something should not have to be rich for it.",
        "",
        "Parameters",
        [setParameter("Economics", "SubsidyRate", RATE), bonds],
        {},
      ),
      faucet,
    );
    assert.equal(refused.error, "openClaw.CallNotAllowed");
    // Anybody can know before, and which call it is.
    const { check } = api.call["governanceApi"]!;
    const calls = [setParameter("Economics", "SubsidyRate", RATE), bonds].map(
      ({ method }) => method,
    );
    const answer = (await check!("ParameterChange", calls)).toJSON() as {
      err: { index: number };
    };
    assert.equal(answer.err.index, 1);
    assert.deepEqual((await check!("ProtocolUpgrade", calls)).toJSON(), { ok: null });
  });

  it("is rejected when too few vote", async () => {
    const rejected = await makeProposal(
      api,
      "ParameterChange",
      [setParameter("Economics", "SubsidyRate", 0)],
      faucet,
    );
    await bringToVoting(node, rejected);
    // They have 2.5 %.
    await voteAll(api, rejected.id, "For", [faucet]);
    const told = await bringPastVote(node, rejected.id);
    assert.equal(told.status, "rejected");
    assert.equal(told.rejection_reason, "Quorum not met");
    assert.equal((await proposal(node, rejected.id)).executed_at, null);
  });
});

/** What block `hash` has minted for its parent. */
async function subsidyOf(hash: string): Promise<bigint> {
  const [paid] = eventsIn([await block(api, hash)], "work.Distributed");
  return BigInt(paid!["subsidy"]!);
}

async function reservedOf(address: string): Promise<bigint> {
  return (await api.query.system.account(address)).data.reserved.toBigInt();
}
