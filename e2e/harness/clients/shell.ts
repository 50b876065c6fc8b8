/** A bash that runs commands one after the other, as somebody who types them would. */

import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

import { onClose, onExit } from "../cleanup.ts";
import { within } from "../deadline.ts";
import { Log } from "../node/log.ts";
import { freshDirectory, workspace } from "../workspace.ts";

/**
 * Reads names of scripts from descriptor 3, and answers on 4 with the code with which each ended. A
 * command that fails ends the script, and the shell with it.
 */
const LOOP = `
set -euo pipefail
trap 'echo $? >&4' EXIT
while read -r script <&3; do
  source "$script"
  echo 0 >&4
done
`;

export class Shell {
  readonly log: Log;
  readonly #child: ChildProcess;
  readonly #scripts: Writable;
  readonly #codes: AsyncIterator<string>;
  readonly #directory = freshDirectory("shell");
  readonly #forget: () => void;
  #count = 0;

  /** `name` is that of its log file. */
  constructor(name: string, cwd: string) {
    this.log = new Log(join(workspace(), `${name}.log`));
    // A group of its own, so that what it leaves in the background ends with it.
    this.#child = spawn("bash", ["-c", LOOP], {
      cwd,
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    const [, stdout, stderr, scripts, codes] = this.#child.stdio;
    this.log.follow(stdout as Readable);
    this.log.follow(stderr as Readable);
    this.#scripts = scripts as Writable;
    this.#scripts.on("error", () => undefined);
    this.#codes = createInterface({ input: codes as Readable })[Symbol.asyncIterator]();

    // Also when the shell itself has ended: what it has started may still be there.
    const forgetKill = onExit(() => this.#kill());
    const forgetStop = onClose(() => this.stop());
    this.#forget = () => {
      forgetKill();
      forgetStop();
    };
  }

  /** Runs `script`; throws when it fails or takes longer than `seconds`. */
  async run(script: string, seconds: number): Promise<void> {
    this.#count += 1;
    const path = join(this.#directory, `${this.#count}.sh`);
    writeFileSync(path, `${script}\n`);
    this.#scripts.write(`${path}\n`);
    const what = `these commands to end:\n${script}\n`;
    const { value } = await within(seconds, what, this.#codes.next(), () => `\n${this.log.tail()}`);
    if (value !== "0") {
      throw new Error(`exit code ${value} of:\n${script}\n--- output\n${this.log.tail()}`);
    }
  }

  /** Sets variables. */
  async set(variables: Map<string, string>): Promise<void> {
    const lines = [...variables].map(([name, value]) => `${name}='${value}'`);
    await this.run(lines.join("\n"), 10);
  }

  /** The value of a variable. */
  async get(variable: string): Promise<string> {
    const path = join(this.#directory, variable);
    await this.run(`printf %s "$${variable}" >'${path}'`, 10);
    return readFileSync(path, "utf8");
  }

  /** Ends the shell and all that it has started. */
  async stop(): Promise<void> {
    this.#forget();
    this.#kill();
    this.log.close();
  }

  #kill(): void {
    try {
      process.kill(-this.#child.pid!, "SIGKILL");
    } catch {
      // It has ended, with all that it had started.
    }
  }
}
