/** How holders replace the council, which they can once it is no longer Root. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { COUNCIL, MAJORITY, motion } from "../../../harness/chain/council.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import {
  bringTo,
  enact,
  makeProposal,
  now,
  proposing,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { fundedAccounts, included } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, node, setParameter, transferred } from "./chain.ts";

const proposer = keyPair("//Ferdie");

describe("the council", () => {
  let successors: KeyringPair[];
  let made: Made;

  it("is replaced by a tenth of all, and has no say in it", async () => {
    const seats = [1, 2, 3, 4, 5].map((seat) => `//openclaw//seat//${seat}`);
    successors = await fundedAccounts(api, ...seats);
    const addresses = successors.map(({ address }) => address);
    const replace = api.tx.openClaw.setCouncil(addresses);
    const withMore = [replace, setParameter("Economics", "SubsidyRate", 0)];
    const refused = await included(api, proposing(api, "ParameterChange", withMore), proposer);
    assert.equal(refused.error, "openClaw.MustBeAlone");

    made = await makeProposal(api, "ParameterChange", [replace], proposer);
    const told = await proposal(node, made.id);
    assert.equal(told.quorum_threshold, 0.1);
    assert.ok(told.effective_quorum >= 0.05 && told.effective_quorum <= 0.1);
    assert.equal(told.council_required, 0);
    const approval = await included(api, api.tx.openClaw.approve(made.id), COUNCIL[0]!);
    assert.equal(approval.error, "openClaw.ApprovalNotNeeded");
    const postpone = api.tx.openClaw.postpone(made.id);
    assert.equal(
      await motion(api, postpone, COUNCIL.slice(0, MAJORITY)),
      "openClaw.NotPostponable",
    );

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

  it("has successors with these powers", async () => {
    const approval = await included(api, api.tx.openClaw.approve(made.id), successors[0]!);
    assert.equal(approval.error, "openClaw.NotActive");
    // For a millisecond, so that nobody has to wait for its end.
    const enter = api.tx.openClaw.enterSafeMode(1);
    assert.equal(await motion(api, enter, successors.slice(0, MAJORITY)), "ok");
    await bringTo(node, await now(api));
    assert.equal(await transferred(), undefined);
  });
});
