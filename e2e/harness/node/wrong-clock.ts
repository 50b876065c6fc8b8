/** The clock of a single node, for tests to set; Debian's libfaketime makes it. */

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { freshDirectory } from "../workspace.ts";

const LIBRARY = "faketime/libfaketimeMT.so.1";
/** Seconds after which a running node takes notice. */
const NOTICED_AFTER = "1";

/** What a node says whose clock is behind its chain. */
export const AHEAD = /The chain is (\d+) s ahead of the clock of this machine\. .*chrony/;

export class Clock {
  readonly #file = join(freshDirectory("clock"), "offset");

  constructor() {
    this.set(0);
  }

  /** Lets the clock be ahead by so many seconds; negative: behind. Time goes on from there. */
  set(seconds: number): void {
    writeFileSync(this.#file, `${seconds < 0 ? "" : "+"}${seconds}\n`);
  }

  /**
   * Awaits `start`; the processes that start meanwhile have this clock. Only the time of day is
   * wrong: timers go on as they should, as they do when an operator sets the clock.
   */
  async during<Result>(start: () => Promise<Result>): Promise<Result> {
    const environment = {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_CACHE_DURATION: NOTICED_AFTER,
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
    Object.assign(process.env, environment);
    try {
      return await start();
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
    }
  }
}

function library(): string {
  const directories = readdirSync("/usr/lib").map((name) => join("/usr/lib", name, LIBRARY));
  const found = directories.find((path) => existsSync(path));
  if (found === undefined) throw new Error("install libfaketime: apt-get install libfaketime");
  return found;
}
