/** An agent in a process of its own, which nobody else asks for its secrets: it sends and reads sealed messages. */

import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { HexString } from "@polkadot/util/types";

import { onClose } from "../cleanup.ts";
import { within } from "../deadline.ts";

/** Seconds in which a process must have done what it was told to. */
const SECONDS = 30;

/** What a process is told to do. */
export type Order =
  | { send: { to: string; text: string; kind: number; ttl: number; maxPostage: string } }
  | { read: { inbox: string } }
  | { acknowledge: { ids: HexString[] } };

/** What it answers: the key to which others seal, an id, texts as far as it can read them, or why it failed. */
export interface Answer {
  key?: HexString;
  id?: HexString;
  read?: (string | null)[];
  error?: string;
}

export class Correspondent {
  /** The key to which others seal for it. */
  readonly key: HexString;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, key: HexString) {
    this.#child = child;
    this.key = key;
  }

  /** Starts a process that signs as the agent of a secret URI, at the node with this address (ws). */
  static async start(url: string, uri: string): Promise<Correspondent> {
    const program = join(import.meta.dirname, "correspondent-process.ts");
    const child = fork(program, [url, uri], { execArgv: ["--import", "tsx"] });
    onClose(async () => void child.kill());
    const { key } = await answer(child, `a process of ${uri}`);
    return new Correspondent(child, key!);
  }

  /** Sends a sealed text; what the message is known by. */
  async send(
    to: string,
    text: string,
    { kind = 1, ttl = 3_600_000, maxPostage = 0n } = {},
  ): Promise<HexString> {
    const order = { send: { to, text, kind, ttl, maxPostage: String(maxPostage) } };
    return (await this.#told(order)).id!;
  }

  /** Tries to read all messages that are stored for an agent; `null` for each that it cannot open. */
  async read(inbox: string): Promise<(string | null)[]> {
    return (await this.#told({ read: { inbox } })).read!;
  }

  /** Says that it has received these messages. */
  async acknowledge(ids: HexString[]): Promise<void> {
    await this.#told({ acknowledge: { ids } });
  }

  stop(): void {
    this.#child.kill();
  }

  #told(order: Order): Promise<Answer> {
    const answered = answer(this.#child, `an answer to ${JSON.stringify(order)}`);
    this.#child.send(order);
    return answered;
  }
}

/** The next answer of a process; throws if it has failed or ended. */
async function answer(child: ChildProcess, what: string): Promise<Answer> {
  let settle: (() => void) | undefined;
  const next = new Promise<Answer>((resolve, reject) => {
    const onMessage = (message: unknown) => resolve(message as Answer);
    const onExit = () => reject(new Error(`the process ended without ${what}`));
    child.once("message", onMessage);
    child.once("exit", onExit);
    settle = () => child.off("message", onMessage).off("exit", onExit);
  });
  try {
    const answered = await within(SECONDS, what, next);
    if (answered.error !== undefined) throw new Error(answered.error);
    return answered;
  } finally {
    settle?.();
  }
}
