/** What clients and Prometheus are told after all that. */

import { keyPair } from "../../../harness/chain/accounts.ts";
import { agents as listed } from "../../../harness/chain/agents.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import { walletsOf } from "../../../harness/chain/wallets.ts";
import { until } from "../../../harness/deadline.ts";
import { metrics } from "../../../harness/node/metrics.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { agents, api, node, owner, voters } from "./chain.ts";

/** Seconds until what is collected must be up to date. */
const FRESH_SECONDS = 30;

describe("a node that is asked for agents and wallets", () => {
  it("has codes for what there is not", async () => {
    const nobody = keyPair("//answers//nobody").address;
    for (const [method, params, code] of [
      ["agents_get", [nobody], 20_301],
      ["wallets_get", [nobody], 20_302],
      ["wallets_decision", [nobody, 0], 20_302],
      ["agents_match", [["GPU"], 10], 20_303],
      ["agents_list", [null, null, "a b"], 20_303],
      ["agents_list", [null, null, null, null, 101], 20_009],
      ["agents_match", [["gpu"], 101], 20_009],
      ["agents_inbox", [nobody, 101], 20_009],
      ["wallets_ofOwner", [nobody, 101], 20_009],
      ["governance_evaluation", [1_000_000], 20_201],
    ] as const) {
      assert.equal((await node.refusal(method, [...params])).code, code, method);
    }
  });

  it("tells the wallets of an owner page by page", async () => {
    const all = await walletsOf(node, owner.address, 100);
    const addresses = all.map(({ wallet }) => wallet);
    assert.deepEqual([...addresses].sort(), voters.map(({ address }) => address).sort());
    const pages = [
      await walletsOf(node, owner.address, 40),
      await walletsOf(node, owner.address, 40, 40),
    ];
    assert.deepEqual(
      pages.flat().map(({ wallet }) => wallet),
      addresses,
    );
  });

  it("gives polkadot.js what it needs to ask the runtime", async () => {
    const [agent] = agents;
    const told = (await api.call["agentsApi"]!["agent"]!(agent!.address)).toPrimitive();
    assert.equal((told as { role: string }).role, "Provider");
    const [voter] = voters;
    const wallet = (await api.call["walletsApi"]!["wallet"]!(voter!.address)).toPrimitive();
    assert.equal((wallet as { owner: string }).owner, owner.address);
  });
});

describe("metrics of agents", () => {
  it("tell agents by role and status, wallets, votes and messages", async () => {
    const active = await listed(node, { role: "builder", status: "active" }, 100);
    const builders = 'aitbc_agents{role="builder",status="active"}';
    const wanted = 2 * 5 * voters.length - 1;
    const sum = (samples: Map<string, number>) =>
      ["for", "against"]
        .map((position) => samples.get(`aitbc_auto_votes_total{position="${position}"}`) ?? 0)
        .reduce((all, votes) => all + votes);
    const samples = await until(FRESH_SECONDS, `metrics of ${wanted} votes`, async () => {
      // A new session makes the node look.
      await sealedBlock(node);
      const collected = await metrics(node);
      return sum(collected) === wanted ? collected : undefined;
    });
    assert.equal(samples.get(builders), active.length);
    assert.equal(samples.get("aitbc_wallets_stopped"), 1);
    assert.ok(samples.get("aitbc_wallets")! >= voters.length);
    assert.equal(samples.get("aitbc_auto_votes_pending"), 0);
    assert.equal(samples.get("aitbc_messages_stored"), 0);
    assert.ok(samples.has("aitbc_agents_available"));
  });
});
