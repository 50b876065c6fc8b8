/**
 * What a suite is written with: `node:test`, plus the rules that every test process follows. Nodes
 * that run when a test fails show the end of their logs, and nothing outlives the process.
 */

import { after, afterEach } from "node:test";

import { closeAll } from "./cleanup.ts";
import { runningNodes } from "./node/node.ts";
import { keepWorkspace, workspace } from "./workspace.ts";

export { default as assert } from "node:assert/strict";
export { after, afterEach, before, beforeEach, describe, it } from "node:test";

/** Options of a test that belongs to the long tier: `it("...", longTier, ...)`. */
export const longTier: { skip: string | false } = {
  skip: process.env["AITBC_E2E_LONG"] === "1" ? false : "long tier, run it with --long",
};

let failed = false;

afterEach((context) => {
  // The types of Node.js 20 do not know this property, Node.js 20.12 has it.
  if ((context as unknown as { passed: boolean }).passed) return;
  failed = true;
  for (const node of runningNodes()) {
    console.log(`--- end of the log of ${node.name} (${node.log.path})\n${node.log.tail()}\n---`);
  }
});

after(async () => {
  if (failed) {
    keepWorkspace();
    console.log(`logs and databases are in ${workspace()}`);
  }
  await closeAll();
  // What is left now are timers that clients have forgotten; smoldot leaves some of minutes.
  setTimeout(() => process.exit(), 500).unref();
});

// Without the test runner nobody reads the results; then stop as after Ctrl-C.
const runner = process.ppid;
setInterval(() => {
  if (process.ppid !== runner) process.kill(process.pid, "SIGTERM");
}, 500).unref();
