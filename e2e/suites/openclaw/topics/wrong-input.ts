/** What nobody can propose, and what that leaves behind: nothing. */

import { keyPair } from "../../../harness/chain/accounts.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import { makeProposal, proposing } from "../../../harness/chain/proposals.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { fundedAccounts, included, moved, succeeds } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, DAY, node, setParameter } from "./chain.ts";

const bob = keyPair("//Bob");

describe("a proposal is refused, for a fee and nothing else,", () => {
  const opinion = () => proposing(api, "PolicyChange", []);
  const cases: [string, string, () => ReturnType<typeof opinion>][] = [
    [
      "with a title that is too short",
      "openClaw.TitleLength",
      () => proposing(api, "PolicyChange", [], {}, { title: "Too short" }),
    ],
    [
      "with a text that is too long",
      "openClaw.TextLength",
      () => proposing(api, "PolicyChange", [], {}, { description: "ü".repeat(5_001) }),
    ],
    [
      "with a link to somewhere else",
      "openClaw.BadLink",
      () => proposing(api, "PolicyChange", [], {}, { link: "http://example.org" }),
    ],
    [
      "with a vote that is too long",
      "openClaw.PeriodOutOfRange",
      () => proposing(api, "PolicyChange", [], { period: 30 * DAY + 1 }),
    ],
    [
      "with a quorum that is too low",
      "openClaw.ThresholdOutOfRange",
      () => proposing(api, "PolicyChange", [], { quorum: 9_999_999 }),
    ],
    ["without a call", "openClaw.NoCalls", () => proposing(api, "ParameterChange", [])],
    [
      "with a call that carries a call",
      "openClaw.CallNotAllowed",
      () =>
        proposing(api, "ProtocolUpgrade", [
          api.tx.utility.batchAll([setParameter("Economics", "SubsidyRate", 0)]),
        ]),
    ],
    [
      "that sets storage",
      "openClaw.CallNotAllowed",
      () => proposing(api, "ProtocolUpgrade", [api.tx.system.setStorage([["0x01", "0x02"]])]),
    ],
    [
      "that moves what others have",
      "openClaw.CallNotAllowed",
      () =>
        proposing(api, "Emergency", [
          api.tx.balances.forceTransfer(bob.address, keyPair("//Eve").address, AITBC),
        ]),
    ],
  ];
  for (const [what, error, tx] of cases) {
    it(what, async () => {
      const outcome = await included(api, tx(), bob);
      assert.equal(outcome.error, error);
      assert.equal(await moved(api, bob.address, outcome), -outcome.fee);
    });
  }

  it("by who has bought its tokens a moment ago", async () => {
    const [buyer] = await fundedAccounts(api, "//openclaw//buyer");
    await succeeds(api, api.tx.balances.transferKeepAlive(buyer.address, 5_000n * AITBC), bob);
    assert.equal((await included(api, opinion(), buyer)).error, "openClaw.PowerTooLow");
  });

  it("when the proposer has three that are live", async () => {
    await makeProposal(api, "PolicyChange", [], bob);
    await makeProposal(api, "PolicyChange", [], bob);
    const { id, bond } = await makeProposal(api, "PolicyChange", [], bob);
    assert.equal((await included(api, opinion(), bob)).error, "openClaw.TooManyLive");
    // As long as nobody can vote on it, it can be taken back.
    const stranger = await included(api, api.tx.openClaw.withdraw(id), keyPair("//Eve"));
    assert.equal(stranger.error, "openClaw.NotProposer");
    const withdrawn = await succeeds(api, api.tx.openClaw.withdraw(id), bob);
    assert.equal(await moved(api, bob.address, withdrawn), bond - withdrawn.fee);
    assert.equal((await proposal(node, id)).status, "cancelled");
  });
});

describe("a node that is asked for proposals", () => {
  it("knows no others than those that there are", async () => {
    for (const method of ["governance_proposal", "governance_votes", "governance_dryRun"]) {
      const { code, message } = await node.refusal(method, [1_000_000]);
      assert.deepEqual([code, message], [20_201, "there is no proposal 1000000"], method);
    }
  });

  it("knows no status or type but its own", async () => {
    assert.equal((await node.refusal("governance_proposals", ["open"])).code, 20_202);
    const ofType = [null, 1, 0, "treasury"];
    assert.equal((await node.refusal("governance_proposals", ofType)).code, 20_202);
  });

  it("gives no longer lists than others", async () => {
    for (const [method, params] of [
      ["governance_proposals", [null, 101]],
      ["governance_votes", [0, 101]],
      ["governance_policies", [101]],
    ] as const) {
      assert.equal((await node.refusal(method, [...params])).code, 20_009, method);
    }
  });
});
