/** The same rules with mainnet's days: nothing depends on how fast a test network is. */

import { join } from "node:path";

import { faucet } from "../../harness/chain/accounts.ts";
import { governanceParameters } from "../../harness/chain/governance.ts";
import {
  bringPastVote,
  bringToEnactment,
  bringToVoting,
  makeProposal,
  requireStatus,
  voteAll,
  WHALES,
} from "../../harness/chain/proposals.ts";
import { DAY, HOUR, sealedBlock, sealedBlockAt, timeTravel } from "../../harness/chain/time.ts";
import type { Tx } from "../../harness/chain/transactions.ts";
import { setTempo } from "../../harness/network/genesis.ts";
import { plainSpec, writeRawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";
import { workspace } from "../../harness/workspace.ts";

/** In billionths. */
const RATE = 50_000_000;

describe("on a chain whose days are days", () => {
  it("a change of a parameter takes nine of them", longTier, async () => {
    const spec = await plainSpec("e2e");
    setTempo(spec, 1);
    const path = join(workspace(), "real-days.raw.json");
    await writeRawSpec(spec, path);
    const args = ["--chain", path, "--alice", "--sealing", "instant"];
    const node = await Node.start({ name: "real-days", args });
    const api = await node.api();
    await timeTravel(node, "2027-01-01T00:00:00Z");
    await sealedBlock(node);

    const rules = await governanceParameters(node);
    assert.equal(rules.default_voting_period_days, 7);
    assert.equal(rules.max_voting_period_days, 30);
    assert.equal(rules.execution_delay_hours, 24);

    const set = api.tx.parameters.setParameter as (parameter: unknown) => Tx;
    const change = set({ Economics: { SubsidyRate: [null, RATE] } });
    const made = await makeProposal(api, "ParameterChange", [change], faucet);
    assert.equal(made.votingFrom - made.at, DAY);
    assert.equal(made.ends - made.votingFrom, 7 * DAY);
    await sealedBlockAt(node, made.votingFrom - HOUR);
    await requireStatus(node, made.id, "pending");
    await bringToVoting(node, made);
    await voteAll(api, made.id, "For", WHALES.slice(0, 1));
    await sealedBlockAt(node, made.ends - HOUR);
    await requireStatus(node, made.id, "active");

    const passed = await bringPastVote(node, made.id);
    assert.equal(passed.status, "queued");
    assert.equal(Date.parse(passed.eta!), made.ends + DAY);
    await sealedBlockAt(node, made.ends + DAY - HOUR);
    await sealedBlock(node);
    await requireStatus(node, made.id, "queued");
    const executed = await bringToEnactment(node, made.id);
    assert.equal(executed.status, "executed");
    assert.ok(Date.parse(executed.executed_at!) < made.ends + DAY + HOUR);
    await node.stop();
  });
});
