/** The program that puts a load on a network: `benches/load`. */

import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Node } from "../../e2e/harness/node/node.ts";
import { freshDirectory } from "../../e2e/harness/workspace.ts";
import { readHistory, type Operation } from "./history.mts";

const execute = promisify(execFile);
/** What it prints at most: an address for each sender. */
const OUTPUT = 1 << 20;

const program = () => {
  const target = process.env["CARGO_TARGET_DIR"] ?? join(homedir(), ".cache/aitbc/target");
  return join(target, "testing/aitbc-bench-load");
};
const path = (profile: string) => join(import.meta.dirname, `../load/profiles/${profile}.toml`);

/** The accounts that a profile sends from. */
export async function senders(profile: string): Promise<string[]> {
  const { stdout } = await execute(program(), ["accounts", path(profile)], { maxBuffer: OUTPUT });
  return stdout.trim().split("\n");
}

export interface Load {
  operations: Operation[];
  /** What the program used of the processor. */
  cpuSeconds: number;
}

/** Puts the load of a profile on nodes, for `seconds` at most, and tells what became of it as `watch` saw it. */
export async function load(
  profile: string,
  to: Node[],
  watch: Node,
  seconds: number,
): Promise<Load> {
  const history = join(freshDirectory("load"), "history.jsonl");
  const { stderr } = await execute(
    program(),
    [
      ["run", path(profile), "--history", history],
      ["--watch", watch.wsUrl, "--seconds", String(seconds)],
      to.flatMap((node) => ["--to", node.wsUrl]),
    ].flat(),
  );
  const used = /with ([\d.]+) CPU seconds/.exec(stderr);
  return { operations: await readHistory(history), cpuSeconds: Number(used![1]) };
}
