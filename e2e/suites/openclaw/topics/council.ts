/** The council: what it holds up, what it lets lapse, and how holders replace it. */

import { keyPair } from "../../../harness/chain/accounts.ts";
import { COUNCIL, MAJORITY, motion } from "../../../harness/chain/council.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import {
  approveAll,
  bringPastVote,
  bringTo,
  bringToEnactment,
  bringToVoting,
  enact,
  makeProposal,
  requireStatus,
  voteAll,
  WHALES,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { fundedAccounts, included } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, DAY, node, setParameter } from "./chain.ts";

const proposer = keyPair("//Ferdie");

/** Secret URIs of the council that replaces the first. */
export const SUCCESSORS = [1, 2, 3, 4, 5].map((seat) => `//openclaw//seat//${seat}`);

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

describe("the council", () => {
  let made: Made;

  it("is replaced by a tenth of all, and has no say in it", async () => {
    const successors = await fundedAccounts(api, ...SUCCESSORS);
    const addresses = successors.map(({ address }) => address);
    const replace = api.tx.openClaw.setCouncil(addresses);
    const withMore = [replace, setParameter("Economics", "SubsidyRate", 0)];
    await assert.rejects(
      makeProposal(api, "ParameterChange", withMore, proposer),
      /openClaw.MustBeAlone/,
    );

    made = await makeProposal(api, "ParameterChange", [replace], proposer);
    const told = await proposal(node, made.id);
    assert.equal(told.quorum_threshold, 0.1);
    assert.ok(told.effective_quorum >= 0.05 && told.effective_quorum <= 0.1);
    assert.equal(told.council_required, 0);
    const approval = await included(api, api.tx.openClaw.approve(made.id), COUNCIL[0]!);
    assert.equal(approval.error, "openClaw.ApprovalNotNeeded");
    const postponed = await motion(api, api.tx.openClaw.postpone(made.id), COUNCIL.slice(0, 3));
    assert.equal(postponed, "openClaw.NotPostponable");

    await enact(node, made);
    const members = (await api.query.council.members()).map(String);
    assert.deepEqual(members.sort(), addresses.sort());
  });

  it("has lost its powers with its seats", async () => {
    const call = api.tx.openClaw.enterSafeMode(null);
    const proposed = api.tx.council.propose(MAJORITY, call, call.method.encodedLength);
    await assert.rejects(included(api, proposed, COUNCIL[0]!), /1010/);
    const approval = await included(api, api.tx.openClaw.approve(made.id), COUNCIL[0]!);
    assert.equal(approval.error, "openClaw.NotMember");
  });
});
