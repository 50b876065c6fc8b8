/** The node binary under test, and its subcommands. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** How a run of the binary ended. */
export interface Run {
  /** Exit code; `null` when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The largest answer is a raw chain spec: the runtime in hex, a few MB. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Path of the binary: `AITBC_NODE`, or the one that `scripts/e2e.sh` builds. */
export function nodeBinary(): string {
  const target = process.env["CARGO_TARGET_DIR"] ?? join(homedir(), ".cache/aitbc/target");
  const path = process.env["AITBC_NODE"] ?? join(target, "testing/aitbc-node");
  if (!existsSync(path)) {
    throw new Error(
      `no node binary at ${path}: build it with ` +
        "`cargo build --locked --profile testing -p aitbc-node`, or name one in AITBC_NODE",
    );
  }
  return path;
}

/** Path of a node that breaks the rules when told to, next to the node: `e2e/byzantine`. */
export function byzantineBinary(): string {
  const path = join(dirname(nodeBinary()), "aitbc-byzantine");
  if (!existsSync(path)) {
    throw new Error(
      `no byzantine node at ${path}: build it with ` +
        "`cargo build --locked --workspace --profile testing --bin aitbc-byzantine`",
    );
  }
  return path;
}

/** Runs the binary to its end, whatever its exit code; killed after `seconds`. */
export function run(args: string[], seconds = 60): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      nodeBinary(),
      args,
      { maxBuffer: MAX_OUTPUT_BYTES, timeout: seconds * 1000, killSignal: "SIGKILL" },
      (error, stdout, stderr) => {
        if (child.exitCode === null && child.signalCode === "SIGKILL") {
          reject(new Error(`aitbc-node ${args.join(" ")} still ran after ${seconds} s\n${stderr}`));
        } else if (error !== null && child.exitCode === null && child.signalCode === null) {
          reject(error);
        } else {
          resolve({ code: child.exitCode, stdout, stderr });
        }
      },
    );
  });
}

/** What a successful run of the binary printed; throws when it fails. */
export async function output(args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) throw new Error(`aitbc-node ${args.join(" ")} ended with ${code}\n${stderr}`);
  return stdout;
}
