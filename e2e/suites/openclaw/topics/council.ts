/** The council: what it holds up, what it lets lapse, and what cannot replace it yet. */

import { keyPair } from "../../../harness/chain/accounts.ts";
import { COUNCIL, MAJORITY, motion } from "../../../harness/chain/council.ts";
import {
  approveAll,
  bringPastVote,
  bringTo,
  bringToEnactment,
  bringToVoting,
  makeProposal,
  proposing,
  requireStatus,
  voteAll,
  WHALES,
} from "../../../harness/chain/proposals.ts";
import { included } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, DAY, node, setParameter } from "./chain.ts";

const proposer = keyPair("//Ferdie");

describe("a proposal that needs the council", () => {
  it("waits for approvals, and expires without them", async () => {
    const bonds = setParameter("Governance", "ChallengeBond", 10n ** 15n);
    const made = await makeProposal(api, "ProtocolUpgrade", [bonds], proposer);
    await bringToVoting(node, made);
    await voteAll(api, made.id, "For", WHALES);
    await approveAll(api, made.id, COUNCIL.slice(0, MAJORITY - 1));
    const told = await bringPastVote(node, made.id);
    assert.equal(told.status, "passed");
    assert.equal(told.council_approvals.length, MAJORITY - 1);
    assert.equal(told.council_required, MAJORITY);

    await bringTo(node, told.eta!);
    await requireStatus(node, made.id, "passed");
    await bringTo(node, Date.parse(told.expires_at!) - 4_000);
    await requireStatus(node, made.id, "passed");
    await bringTo(node, told.expires_at!);
    await requireStatus(node, made.id, "expired");
    const late = await included(api, api.tx.openClaw.approve(made.id), COUNCIL[2]!);
    assert.equal(late.error, "openClaw.NotActive");
  });
});

describe("a proposal that does not", () => {
  it("can be postponed by four days, once", async () => {
    const change = setParameter("Economics", "SubsidyRate", 25_000_000);
    // A motion takes about a day here.
    const wishes = { enactmentDelay: 5 * DAY };
    const made = await makeProposal(api, "ParameterChange", [change], proposer, wishes);
    const postpone = () => motion(api, api.tx.openClaw.postpone(made.id), COUNCIL.slice(0, 3));
    assert.equal(await postpone(), "openClaw.NotPostponable");
    await bringToVoting(node, made);
    await voteAll(api, made.id, "For", WHALES.slice(0, 1));
    const passed = await bringPastVote(node, made.id);
    assert.equal(await postpone(), "ok");
    const postponed = await requireStatus(node, made.id, "queued");
    assert.equal(Date.parse(postponed.eta!), Date.parse(passed.eta!) + 4 * DAY);
    await bringTo(node, passed.eta!);
    assert.equal(await postpone(), "openClaw.AlreadyPostponed");
    await requireStatus(node, made.id, "queued");
    await bringToEnactment(node, made.id);
    await requireStatus(node, made.id, "executed");
  });
});

describe("the council, as long as it can be Root,", () => {
  it("is replaced by nothing but what ends that", async () => {
    const replace = api.tx.openClaw.setCouncil(COUNCIL.map(({ address }) => address));
    const refused = await included(api, proposing(api, "ParameterChange", [replace]), proposer);
    assert.equal(refused.error, "openClaw.CallNotAllowed");
    const { check } = api.call["governanceApi"]!;
    const answer = (await check!("ParameterChange", [replace.method])).toJSON();
    assert.equal((answer as { err: { index: number } }).err.index, 0);
    assert.deepEqual((await check!("ProtocolUpgrade", [replace.method])).toJSON(), { ok: null });
  });
});
