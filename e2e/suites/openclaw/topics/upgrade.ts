/** A new runtime, proposed, voted on, approved, authorised and applied. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hexToU8a } from "@polkadot/util";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { COUNCIL, MAJORITY } from "../../../harness/chain/council.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import {
  approveAll,
  bringPastVote,
  bringTo,
  bringToEnactment,
  makeProposal,
  requireStatus,
  voteAll,
  WHALES,
} from "../../../harness/chain/proposals.ts";
import { restated, versionOf } from "../../../harness/chain/runtime-code.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import { codeHash, isAuthorised } from "../../../harness/chain/upgrade.ts";
import { runScript } from "../../../harness/clients/script.ts";
import { until } from "../../../harness/deadline.ts";
import type { Run } from "../../../harness/node/binary.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { freshDirectory } from "../../../harness/workspace.ts";
import { api, node, setParameter } from "./chain.ts";

/** The code in the state of a chain. */
const CODE = "0x3a636f6465";
const SCRIPT_SECONDS = 60;
/** Exit codes of scripts/upgrade.sh. */
const DONE = 0;
const NOT_OVER = 3;

describe("an upgrade by proposal", () => {
  let path: string;
  let secret: string;
  let code: Uint8Array;
  let version: number;
  let id: number;

  before(async () => {
    const directory = freshDirectory("upgrade");
    const now = hexToU8a(await node.rpc<string>("state_getStorage", [CODE]));
    version = versionOf(now).specVersion + 1;
    code = restated(now, { specVersion: version });
    path = join(directory, "next.wasm");
    writeFileSync(path, code);
    secret = join(directory, "secret");
    writeFileSync(secret, "//Ferdie\n", { mode: 0o600 });
  });

  it("is proposed by scripts/upgrade.sh, once", async () => {
    const first = await script("propose", path, "--secret", secret);
    assert.equal(first.code, DONE, first.stderr);
    assert.match(first.stderr, /proposal \d+/);
    id = Number(first.stdout.trim());
    const told = await requireStatus(node, id, "pending");
    assert.equal(told.type, "protocol_upgrade");
    assert.deepEqual(told.call_names, ["System.authorize_upgrade"]);
    assert.ok(told.description.includes(codeHash(code)));

    const second = await script("propose", path, "--secret", secret);
    assert.equal(second.code, DONE, second.stderr);
    assert.equal(Number(second.stdout.trim()), id);
    assert.match(second.stderr, /was proposed before/);
  });

  it("can be followed", async () => {
    const { code, stderr } = await script("status", String(id), "--once");
    assert.equal(code, NOT_OVER, stderr);
    assert.match(stderr, /pending/);
  });

  it("authorises the code, and ends the bootstrap", async () => {
    const { created_at } = await proposal(node, id);
    // Voting begins a day after.
    await bringTo(node, Date.parse(created_at) + 6_000);
    await voteAll(api, id, "For", WHALES);
    await approveAll(api, id, COUNCIL.slice(1, 1 + MAJORITY));
    assert.equal((await bringPastVote(node, id)).status, "queued");
    assert.ok((await api.query["openClaw"]!["bootstrap"]!()).isEmpty === false);
    await bringToEnactment(node, id);
    await requireStatus(node, id, "executed");
    assert.ok(await isAuthorised(api, code));
    assert.ok((await api.query["openClaw"]!["bootstrap"]!()).isEmpty);
    const followed = await script("status", String(id));
    assert.equal(followed.code, DONE, followed.stderr);
    assert.match(followed.stderr, /executed/);
  });

  it("is applied by anybody", async () => {
    const applied = script("apply", path);
    let over = false;
    void applied.finally(() => (over = true)).catch(() => undefined);
    // It waits for final blocks, and here nobody else asks for any.
    while (!over) {
      await sealedBlock(node);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const { code: exit, stderr } = await applied;
    assert.equal(exit, DONE, stderr);
    const now = await node.rpc<{ specVersion: number }>("state_getRuntimeVersion");
    assert.equal(now.specVersion, version);
    assert.equal(codeHash(readFileSync(path)), await node.rpc("state_getStorageHash", [CODE]));
  });

  it("leaves a chain on which holders go on", async () => {
    await until(30, `polkadot.js to know version ${version}`, async () =>
      api.runtimeVersion.specVersion.toNumber() === version ? true : undefined,
    );
    const change = setParameter("Economics", "SubsidyRate", 25_000_000);
    const made = await makeProposal(api, "ParameterChange", [change], keyPair("//Bob"));
    await requireStatus(node, made.id, "pending");
  });

  function script(command: string, ...args: string[]): Promise<Run> {
    return runScript("upgrade.sh", [command, ...args, "--url", node.wsUrl], SCRIPT_SECONDS);
  }
});
