/** Keeps what was measured on networks, with where and of what, in `benches/results`. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

import type { Result } from "./measure.mts";

const FOLDER = join(import.meta.dirname, "../results");

/** A run of all scenarios. */
export interface Run {
  date: string;
  /** Of the sources that the bench was run from. */
  commit: string;
  machine: { processor: string; cores: number; memory: number };
  compiler: string;
  /** For how long each load lasted. */
  seconds: number;
  scenarios: ({ title: string } & Result)[];
}

const told = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: FOLDER, encoding: "utf8" }).trim();

/** Keeps a run of now. Returns the name of the file. */
export function keep(seconds: number, scenarios: Run["scenarios"]): string {
  mkdirSync(FOLDER, { recursive: true });
  const now = new Date().toISOString();
  const run: Run = {
    date: now.slice(0, 10),
    commit: told("git", "describe", "--always", "--dirty"),
    machine: { processor: cpus()[0]!.model, cores: cpus().length, memory: totalmem() },
    compiler: told("rustc", "--version"),
    seconds,
    scenarios,
  };
  const time = now.slice(0, 16).replace(":", "");
  const path = join(FOLDER, `${time}-${run.commit}.json`);
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
  return path;
}

/** The newest run that was kept. */
export function newest(): Run {
  const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Run;
  // Names begin with the time.
  const file = existsSync(FOLDER) ? readdirSync(FOLDER).sort().at(-1) : undefined;
  if (file === undefined) throw new Error(`no results in ${FOLDER}: run scripts/bench.sh network`);
  return read(file);
}
