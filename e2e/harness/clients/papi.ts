/** polkadot-api clients with descriptors generated from the metadata of the binary under test. */

import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { createClient, type PolkadotClient } from "polkadot-api";
import { getWsProvider, type WebSocketClass } from "polkadot-api/ws";
import { WebSocket } from "ws";

import { output } from "../node/binary.ts";
import type { Node } from "../node/node.ts";
import { E2E } from "../paths.ts";

/** Where `.papi/polkadot-api.json` expects the metadata. */
const METADATA = join(E2E, ".papi/metadata/aitbc.scale");

/** Runs a tool of `node_modules` in the directory of the tests; throws with its output when it fails. */
async function tool(name: string, ...args: string[]): Promise<void> {
  try {
    await promisify(execFile)(join(E2E, "node_modules/.bin", name), args, { cwd: E2E });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${name} ${args.join(" ")} failed\n${stdout}${stderr}`, { cause: error });
  }
}

/**
 * Generates `#descriptors` from the metadata of the binary; quick when the metadata is the same as
 * last time. Files that import them are named `*.papi.test.ts`, and have their types checked here.
 */
export async function generateDescriptors(): Promise<void> {
  mkdirSync(dirname(METADATA), { recursive: true });
  await output(["export-metadata", "--chain", "e2e", METADATA]);
  await tool("papi", "generate");
  await tool("tsc", "--noEmit", "--project", "tsconfig.papi.json");
}

/** A client of `node`; destroy it when done. */
export function papiClient(node: Node): PolkadotClient {
  // Node.js 20 has no WebSocket of its own.
  const websocketClass = WebSocket as unknown as WebSocketClass;
  return createClient(getWsProvider(node.wsUrl, { websocketClass }));
}
