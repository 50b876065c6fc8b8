/** What clients and Prometheus are told after all that. */

import { proposals, votingPower } from "../../../harness/chain/governance.ts";
import { WHALES } from "../../../harness/chain/proposals.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import { until } from "../../../harness/deadline.ts";
import { metrics } from "../../../harness/node/metrics.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, node } from "./chain.ts";

/** Seconds until what is collected must be up to date. */
const FRESH_SECONDS = 30;

describe("a node that is asked for all proposals", () => {
  it("tells them newest first, page by page", async () => {
    const all = await proposals(node);
    const numbers = all.map(({ id }) => id);
    assert.ok(numbers.length >= 12);
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => b - a),
    );
    const pages = [await proposals(node, null, 5, 0), await proposals(node, null, 5, 5)].flat();
    assert.deepEqual(
      pages.map(({ id }) => id),
      numbers.slice(0, 10),
    );
  });

  it("tells those of a status", async () => {
    const all = await proposals(node);
    for (const status of ["executed", "rejected", "voided", "expired", "cancelled"] as const) {
      const some = await proposals(node, status);
      assert.ok(some.length > 0, status);
      assert.deepEqual(
        some.map(({ id }) => id),
        all.filter((each) => each.status === status).map(({ id }) => id),
      );
    }
  });

  it("gives polkadot.js what it needs to ask the runtime", async () => {
    const { proposal, parameters, outcomeNow } = api.call["governanceApi"]!;
    const [newest] = await proposals(node, null, 1);
    const told = (await proposal!(newest!.id)).toPrimitive() as { kind: string; created: number };
    assert.equal(told.kind, "ParameterChange");
    assert.equal(told.created, Date.parse(newest!.created_at));
    const rules = (await parameters!()).toPrimitive() as { tracks: unknown[] };
    assert.equal(rules.tracks.length, 7);
    assert.notEqual((await outcomeNow!(newest!.id)).toPrimitive(), null);
  });

  it("tells what a vote would weigh", async () => {
    const { power, base } = await votingPower(node, WHALES[0]!.address);
    assert.ok(power > base / 20n);
  });
});

describe("metrics of governance", () => {
  it("tell proposals, enactments, brakes and the bootstrap", async () => {
    const executed = (await proposals(node, "executed")).length;
    const name = 'aitbc_proposals{status="executed"}';
    const samples = await until(FRESH_SECONDS, `metrics of ${executed} proposals`, async () => {
      // A new session makes the node look.
      await sealedBlock(node);
      const collected = await metrics(node);
      return collected.get(name) === executed ? collected : undefined;
    });
    assert.equal(samples.get('aitbc_enactments_total{result="ok"}'), executed);
    assert.equal(samples.get('aitbc_enactments_total{result="error"}'), 0);
    assert.ok(samples.get('aitbc_proposals{status="voided"}')! >= 1);
    assert.equal(samples.get("aitbc_brakes_active"), 0);
    assert.equal(samples.get("aitbc_bootstrap_ends_seconds"), 0);
    assert.ok(samples.get("aitbc_effective_quorum_ratio")! >= 0.05);
    assert.ok(samples.get("aitbc_governance_overdue_seconds")! < 60);
    assert.ok(samples.has("aitbc_proposal_turnout_ratio"));
  });
});
