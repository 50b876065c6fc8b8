/** subxt, in a process of its own for each transaction: `e2e/subxt`. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { onExit } from "../cleanup.ts";
import type { Node } from "../node/node.ts";
import { E2E } from "../paths.ts";
import type { Watched } from "./watched.ts";

/** Builds the program, which takes minutes where it was not built before; its path. */
export async function buildSubxt(): Promise<string> {
  const target = process.env["CARGO_TARGET_DIR"] ?? join(homedir(), ".cache/aitbc/target");
  const manifest = join(E2E, "subxt/Cargo.toml");
  const args = ["build", "--locked", "--manifest-path", manifest, "--target-dir", target];
  await promisify(execFile)("cargo", args);
  return join(target, "debug/aitbc-subxt");
}

/** Lets the program sign a remark with this nonce, send it to `node` and watch it. */
export function watchedBySubxt(
  program: string,
  node: Node,
  secret: string,
  nonce: number,
  text: string,
): Watched {
  const told: string[] = [];
  const args = [node.wsUrl, secret, String(nonce), text];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const forget = onExit(() => child.kill());
  createInterface({ input: child.stdout }).on("line", (line) => told.push(line));
  const ended = once(child, "close").then(forget);
  return { told, ended };
}
