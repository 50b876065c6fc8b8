/** The life of an agent, what a node says of it, and what is refused. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import {
  agent,
  agents as listed,
  consent,
  matching,
  profile,
  registering,
  type Profile,
} from "../../../harness/chain/agents.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { sealedBlockAt, SECOND } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { fundedAccounts, moved, succeeds } from "../../../harness/chain/transactions.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { agents, api, node, onHold, owner, refused } from "./chain.ts";

const MINUTE = 60 * SECOND;
/** How far blocks of this topic are apart: more would not count on the active clock. */
const STEP = 30 * SECOND;

const ann = keyPair("//registry//ann");
let controller: KeyringPair;
let other: KeyringPair;

describe("an agent", () => {
  before(async () => {
    // The agent pays for what it sends itself.
    [controller, other] = await fundedAccounts(
      api,
      "//registry//controller",
      "//registry//other",
      "//registry//ann",
    );
  });

  it("is registered by its controller, with the consent of its key", async () => {
    const changes: Partial<Profile> = { capabilities: ["gpu:h100", "llm"], endpoint: "tcp://a:1" };
    const tx = await registering(api, ann, controller, "Provider", changes);
    const outcome = await succeeds(api, tx, controller);
    const told = await agent(node, ann.address);
    assert.deepEqual(
      [told.account, told.controller, told.role, told.status],
      [ann.address, controller.address, "provider", "active"],
    );
    assert.deepEqual([told.capabilities, told.endpoint], [changes.capabilities, "tcp://a:1"]);
    assert.deepEqual([told.score, told.reputation, told.wallets, told.nonce], [100, "0", 0, 1]);
    assert.ok(BigInt(told.deposit) > 10n * AITBC && BigInt(told.deposit) < 13n * AITBC);
    assert.equal(await onHold(controller.address), BigInt(told.deposit));
    const paid = -(await moved(api, controller.address, outcome));
    assert.equal(paid, BigInt(told.deposit) + outcome.fee);
  });

  it("says something else of itself, as its controller does", async () => {
    const { deposit } = await agent(node, ann.address);
    const more = profile({ capabilities: ["gpu:h100", "llm", "eu"], endpoint: "tcp://a:2" });
    await succeeds(api, api.tx.agents.update(ann.address, more), ann);
    const told = await agent(node, ann.address);
    assert.deepEqual(told.capabilities, ["eu", "gpu:h100", "llm"]);
    assert.ok(BigInt(told.deposit) > BigInt(deposit));
    assert.equal(await onHold(controller.address), BigInt(told.deposit));
    const less = profile({ capabilities: ["gpu:h100", "llm"], endpoint: "tcp://a:1" });
    await succeeds(api, api.tx.agents.update(ann.address, less), controller);
    assert.equal(await onHold(controller.address), BigInt(deposit));
  });

  it("is found while it gives signs of life, the first of ten minutes free", async () => {
    const found = async (...tags: string[]) => {
      const { agents, cutOff } = await matching(node, tags);
      assert.equal(cutOff, false);
      return agents.map(({ account }) => account);
    };
    assert.deepEqual(await found("gpu:h100"), []);
    const first = await succeeds(api, api.tx.agents.heartbeat(), ann);
    assert.equal(first.fee, 0n);
    const second = await succeeds(api, api.tx.agents.heartbeat(), ann);
    assert.ok(second.fee > 0n);
    assert.deepEqual(await found("gpu:h100", "llm"), [ann.address]);
    assert.deepEqual(await found("gpu:h100", "eu"), []);
    assert.equal((await agent(node, ann.address)).available, true);
    for (let passed = 0; passed < 16 * MINUTE; passed += STEP) {
      await sealedBlockAt(node, (await now(api)) + STEP);
    }
    const { available, status } = await agent(node, ann.address);
    assert.deepEqual([available, status], [false, "active"]);
    assert.deepEqual(await found("gpu:h100"), []);
    assert.equal((await succeeds(api, api.tx.agents.heartbeat(), ann)).fee, 0n);
    assert.deepEqual(await found("gpu:h100"), [ann.address]);
  });

  it("is no agent for others while it is suspended", async () => {
    await succeeds(api, api.tx.agents.suspend(ann.address), controller);
    assert.equal((await agent(node, ann.address)).status, "suspended");
    assert.deepEqual((await matching(node, ["gpu:h100"])).agents, []);
    await refused(api.tx.agents.heartbeat(), ann, "agents.NotActive");
    await refused(api.tx.agents.suspend(ann.address), controller, "agents.NotActive");
    await succeeds(api, api.tx.agents.resume(ann.address), controller);
    await refused(api.tx.agents.resume(ann.address), controller, "agents.NotSuspended");
  });

  it("is on lists by role, status, capability and controller", async () => {
    const accounts = async (filter: Parameters<typeof listed>[1]) =>
      (await listed(node, filter, 100)).map(({ account }) => account).sort();
    const providers = [agents[0]!.address, ann.address].sort();
    assert.deepEqual(await accounts({ role: "provider" }), providers);
    assert.deepEqual(await accounts({ tag: "llm" }), [ann.address]);
    assert.deepEqual(await accounts({ controller: controller.address }), [ann.address]);
    assert.deepEqual(await accounts({ status: "suspended" }), []);
    const all = await accounts({ controller: owner.address });
    assert.deepEqual(all, agents.map(({ address }) => address).sort());
    const page = await listed(node, { controller: owner.address }, 1, 3);
    assert.equal(page.length, 1);
  });

  it("has another role at most once in 45 days", async () => {
    const setRole = api.tx.agents.setRole;
    await refused(setRole(ann.address, "Provider"), controller, "agents.SameRole");
    await succeeds(api, setRole(ann.address, "Builder"), controller);
    await refused(setRole(ann.address, "Provider"), controller, "agents.RoleChangedTooSoon");
  });

  it("has another controller when that one accepts, and changes hands four times", async () => {
    const { offerControl, acceptControl } = api.tx.agents;
    const handOver = async (from: KeyringPair, to: KeyringPair, nonce: number) => {
      await succeeds(api, offerControl(ann.address, to.address), from);
      const wanted = { controller: to.address, role: "Builder", nonce } as const;
      return acceptControl(ann.address, await consent(api, ann, wanted));
    };
    const { deposit } = await agent(node, ann.address);
    await succeeds(api, await handOver(controller, other, 1), other);
    assert.deepEqual(
      [await onHold(controller.address), await onHold(other.address)],
      [0n, BigInt(deposit)],
    );
    await refused(api.tx.agents.suspend(ann.address), controller, "agents.NotController");
    await succeeds(api, await handOver(other, controller, 2), controller);
    await succeeds(api, await handOver(controller, other, 3), other);
    await refused(await handOver(other, controller, 4), controller, "agents.ChangedTooOften");
    assert.equal((await agent(node, ann.address)).controller, other.address);
    await succeeds(api, offerControl(ann.address, null), other);
  });

  it("retires when nothing is open, and costs nothing in the end", async () => {
    const [bea] = await fundedAccounts(api, "//registry//bea");
    await succeeds(api, await registering(api, bea, controller, "Consumer"), controller);
    assert.ok((await onHold(controller.address)) > 0n);
    await succeeds(api, api.tx.agents.retire(bea.address), controller);
    assert.equal(await onHold(controller.address), 0n);
    const { status, deposit, capabilities } = await agent(node, bea.address);
    assert.deepEqual([status, deposit, capabilities], ["retired", "0", []]);
    const again = await registering(api, bea, controller, "Consumer");
    await refused(again, controller, "agents.ConsentUsed");
    await succeeds(api, await registering(api, bea, controller, "Consumer", {}, 1), controller);
    await succeeds(api, api.tx.agents.retire(bea.address), controller);
  });
});

describe("a registration is refused", () => {
  const fresh = keyPair("//registry//fresh");
  const cases: [error: string, changes: Partial<Profile>][] = [
    ["BadTag", { capabilities: ["GPU"] }],
    ["BadTag", { capabilities: [""] }],
    ["BadTag", { capabilities: ["a".repeat(33)] }],
    ["BadTag", { capabilities: ["gpu", "gpu"] }],
    ["TooManyTags", { capabilities: Array.from({ length: 17 }, (_, index) => `tag-${index}`) }],
    ["BadEndpoint", { endpoint: "a".repeat(129) }],
    ["BadEndpoint", { endpoint: "https://agent.example/ü" }],
  ];
  for (const [error, changes] of cases) {
    it(`with ${error}: ${JSON.stringify(changes).slice(0, 60)}`, async () => {
      const tx = await registering(api, fresh, controller, "Provider", changes);
      await refused(tx, controller, `agents.${error}`);
    });
  }

  it("of what is an agent already, of who owns something, and by who is no ordinary account", async () => {
    const again = await registering(api, ann, controller, "Builder", {}, 4);
    await refused(again, controller, "agents.AlreadyRegistered");
    // `other` controls Ann now.
    const owning = await registering(api, other, controller, "Builder");
    await refused(owning, controller, "agents.OwnsSomething");
    const byAgent = await registering(api, fresh, ann, "Builder");
    await refused(byAgent, ann, "agents.NotAnOrdinaryAccount");
    const offer = api.tx.agents.offerControl(ann.address, agents[0]!.address);
    await refused(offer, other, "agents.NotAnOrdinaryAccount");
  });

  it("and so is what strangers do with an agent", async () => {
    const tx = api.tx.agents;
    await refused(tx.update(ann.address, profile()), controller, "agents.NotController");
    await refused(tx.retire(ann.address), controller, "agents.NotController");
    await refused(tx.retire(fresh.address), controller, "agents.NotFound");
    await refused(tx.heartbeat(), controller, "agents.NotFound");
    const agreed = await consent(api, ann, {
      controller: controller.address,
      role: "Builder",
      nonce: 4,
    });
    await refused(tx.acceptControl(ann.address, agreed), controller, "agents.NotOffered");
    // Its wallets are linked to it.
    await refused(tx.retire(agents[0]!.address), owner, "agents.HasObligations");
  });
});
