/** The rehearsal of an upgrade: runtimes of the same sources with higher versions. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Run } from "../node/binary.ts";
import type { Node } from "../node/node.ts";
import { workspace } from "../workspace.ts";
import { runScript } from "./script.ts";

/** Seconds to compile it where nothing has been compiled before. */
const BUILD_SECONDS = 30 * 60;
/** Seconds for a motion, the upgrade and its migration. */
const APPLY_SECONDS = 600;

export const NEXT_SPEC_VERSION = 101;
export const REPAIRED_SPEC_VERSION = 102;

export interface NextVersion {
  path: string;
  code: Uint8Array;
  hash: string;
}

/** Builds the next version, unless it was built before from the same sources. */
export function nextVersion(): Promise<NextVersion> {
  return built();
}

/** The same for the version after it, which repairs what its failed migration has left. */
export function repairedVersion(): Promise<NextVersion> {
  return built("--repaired");
}

async function built(...args: string[]): Promise<NextVersion> {
  const { code, stdout, stderr } = await runScript("upgrade.sh", ["build", ...args], BUILD_SECONDS);
  if (code !== 0) throw new Error(`scripts/upgrade.sh build ended with ${code}\n${stderr}`);
  const fields = Object.fromEntries(stdout.split("\n").map((line) => line.split(/ +/)));
  const { code: path, hash } = fields as { code: string; hash: string };
  return { path, code: new Uint8Array(readFileSync(path)), hash };
}

/** Lets members of the council, by their secrets, upgrade the network of `node` to the code in `path`. */
export async function apply(node: Node, path: string, ...members: string[]): Promise<Run> {
  const council = join(workspace(), "council");
  writeFileSync(council, `${members.join("\n")}\n`, { mode: 0o600 });
  const args = ["apply", "--url", node.wsUrl, "--council", council, path];
  return runScript("upgrade.sh", args, APPLY_SECONDS);
}
