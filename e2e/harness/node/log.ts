/** The log of one node: kept in a file, watched line by line. */

import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { within } from "../deadline.ts";

/** Lines of a log shown when a test fails. */
const TAIL = 40;

export class Log {
  readonly path: string;
  readonly lines: string[] = [];
  readonly #file: WriteStream;
  readonly #watchers = new Set<(line: string) => void>();
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.#file = createWriteStream(path, { flags: "a" });
    this.#ended = new Promise((resolve) => (this.#end = resolve));
  }

  /** Adds everything that `stream` brings. */
  follow(stream: Readable): void {
    createInterface({ input: stream }).on("line", (text) => {
      const line = text.trimEnd();
      this.lines.push(line);
      this.#file.write(`${line}\n`);
      for (const watch of this.#watchers) watch(line);
    });
  }

  /** The first line, past or to come, that `pattern` matches; throws when the log ends without one. */
  match(pattern: RegExp, seconds: number): Promise<RegExpExecArray> {
    return this.#find(pattern, seconds, this.lines);
  }

  /** The first line from now on that `pattern` matches; throws when the log ends without one. */
  next(pattern: RegExp, seconds: number): Promise<RegExpExecArray> {
    return this.#find(pattern, seconds, []);
  }

  async #find(pattern: RegExp, seconds: number, past: string[]): Promise<RegExpExecArray> {
    let watch: ((line: string) => void) | undefined;
    const found = new Promise<RegExpExecArray>((resolve) => {
      watch = (line) => {
        const match = pattern.exec(line);
        if (match !== null) resolve(match);
      };
      past.forEach(watch);
      this.#watchers.add(watch);
    });
    const ended = this.#ended.then(() => {
      throw new Error(`${this.path} ended without ${pattern}\n${this.tail()}`);
    });
    try {
      const first = Promise.race([found, ended]);
      return await within(seconds, `${pattern} in ${this.path}`, first, () => `\n${this.tail()}`);
    } finally {
      if (watch !== undefined) this.#watchers.delete(watch);
    }
  }

  /** Its last lines. */
  tail(): string {
    return this.lines.slice(-TAIL).join("\n");
  }

  close(): void {
    this.#end();
    this.#file.end();
  }
}
