/** A new runtime, proposed, voted on, approved and authorised. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hexToU8a } from "@polkadot/util";

import { COUNCIL, MAJORITY } from "../../../harness/chain/council.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import {
  approveAll,
  bringPastVote,
  bringTo,
  bringToEnactment,
  requireStatus,
  voteAll,
  WHALES,
} from "../../../harness/chain/proposals.ts";
import { restated, versionOf } from "../../../harness/chain/runtime-code.ts";
import { codeHash, isAuthorised } from "../../../harness/chain/upgrade.ts";
import { runScript } from "../../../harness/clients/script.ts";
import type { Run } from "../../../harness/node/binary.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { freshDirectory } from "../../../harness/workspace.ts";
import { api, node } from "./chain.ts";

/** The code in the state of a chain. */
export const CODE = "0x3a636f6465";
const SCRIPT_SECONDS = 60;
/** Exit codes of scripts/upgrade.sh. */
export const DONE = 0;
const NOT_OVER = 3;

/** The file with the code, and its version. */
export let path: string;
export let version: number;

/** Runs scripts/upgrade.sh. */
export function script(command: string, ...args: string[]): Promise<Run> {
  return runScript("upgrade.sh", [command, ...args, "--url", node.wsUrl], SCRIPT_SECONDS);
}

describe("an upgrade by proposal", () => {
  let secret: string;
  let code: Uint8Array;
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
});
