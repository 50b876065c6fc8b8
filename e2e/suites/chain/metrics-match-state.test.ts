/** What Prometheus collects of the chain itself. */

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { votingPower } from "../../harness/chain/governance.ts";
import { availability, pools, REP, schedule, uncredited } from "../../harness/chain/por.ts";
import { HOUR, sealedBlockAt, timeOf, timeTravel } from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { succeeds } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Seconds until what is collected must be up to date. */
const FRESH_SECONDS = 20;

let node: Node;
let validator: string;
let samples: Map<string, number>;

/** A chain whose latest block begins a session, so that the node has just looked at it. */
before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "metrics", args, metrics: true });
  const api = await node.api();
  // Two changes that are far enough apart for a history.
  const receiver = keyPair("//metrics//receiver").address;
  const transfer = () => api.tx.balances.transferKeepAlive(receiver, AITBC);
  const { block } = await succeeds(api, transfer(), faucet);
  await timeTravel(node, (await timeOf(api, block)) + HOUR);
  const second = await succeeds(api, transfer(), faucet);
  await sealedBlockAt(node, (await timeOf(api, second.block)) + HOUR);

  const { session, producers } = await schedule(node);
  validator = producers[0]!.account;
  const what = `metrics of session ${session}`;
  samples = await until(FRESH_SECONDS, what, async () => {
    const collected = await metrics(node);
    return collected.get("aitbc_session_index") === session ? collected : undefined;
  });
});
after(() => node.stop());

describe("metrics of block production", () => {
  it("tell the session and the slots of each validator", async () => {
    const { length, producers } = await schedule(node);
    assert.equal(samples.get("aitbc_session_slots"), length);
    const { scheduled, elapsed, produced } = await availability(node, validator);
    assert.equal(scheduled, producers[0]!.slots);
    const of = (name: string) => samples.get(`${name}{validator="${validator}"}`);
    assert.deepEqual(
      ["scheduled", "elapsed", "produced", "missed"].map((what) => of(`aitbc_slots_${what}`)),
      [scheduled, elapsed, produced, Math.max(elapsed - produced, 0)],
    );
    assert.ok(of("aitbc_rep_encumbered")! > 0);
  });
});

describe("metrics of the pools of blocks", () => {
  it("tell how many are open, and how the others have ended", async () => {
    const best = (await (await node.api()).rpc.chain.getHeader()).number.toNumber();
    const all = await pools(node, 1, best);
    assert.ok(all.length > 0);
    const ended = (outcome: string | null) => all.filter((pool) => pool.outcome === outcome).length;
    assert.equal(samples.get("aitbc_pools_open"), ended(null));
    for (const [outcome, label] of [
      ["accepted", "accepted"],
      ["rejected", "rejected"],
      ["contested", "contested"],
      ["noQuorum", "no_quorum"],
    ] as const) {
      const shown = samples.get(`aitbc_pools_closed_total{outcome="${label}"}`);
      assert.equal(shown, ended(outcome), outcome);
    }
  });

  it("tell that who is alone has no seats, and what it has earned", async () => {
    const of = (name: string) => samples.get(`${name}{validator="${validator}"}`);
    assert.deepEqual([of("aitbc_bench_seats"), of("aitbc_bench_voted")], [0, 0]);
    const earned = Number(await uncredited(node, validator)) / Number(REP);
    assert.ok(Math.abs(of("aitbc_rep_earned")! - earned) < 0.001, `not ${earned}`);
  });
});

describe("metrics of voting power", () => {
  it("tell what votes are measured against", async () => {
    const { base } = await votingPower(node, validator);
    const shown = samples.get("aitbc_voting_base")!;
    assert.ok(Math.abs(shown - Number(base) / Number(AITBC)) < 0.001, `${shown}, not ${base}`);
  });

  it("tell that there are no polls", () => {
    assert.equal(samples.get("aitbc_polls_open"), 0);
    assert.equal(samples.get("aitbc_polls_clearing"), 0);
  });

  it("tell how many histories wait to be pruned, and whether the first is late", () => {
    assert.ok(samples.get("aitbc_voting_histories")! >= 2);
    assert.equal(samples.get("aitbc_voting_histories_overdue_seconds"), 0);
  });
});
