/** The rehearsal of an upgrade: the runtime of the same sources with a higher version. */

import { readFileSync } from "node:fs";

import { runScript } from "./script.ts";

/** Seconds to compile it where nothing has been compiled before. */
const BUILD_SECONDS = 30 * 60;

export const NEXT_SPEC_VERSION = 101;

export interface NextVersion {
  path: string;
  code: Uint8Array;
  hash: string;
}

/** Builds the next version, unless it was built before from the same sources. */
export async function nextVersion(): Promise<NextVersion> {
  const { code, stdout, stderr } = await runScript("upgrade.sh", ["build"], BUILD_SECONDS);
  if (code !== 0) throw new Error(`scripts/upgrade.sh build ended with ${code}\n${stderr}`);
  const fields = Object.fromEntries(stdout.split("\n").map((line) => line.split(/ +/)));
  const { code: path, hash } = fields as { code: string; hash: string };
  return { path, code: new Uint8Array(readFileSync(path)), hash };
}
