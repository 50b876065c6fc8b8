/** What a node says of block production and reputation: its methods `por_*` and `reputation_*`. */

import type { Node } from "../node/node.ts";

/** Where reputation was earned and where it counts. */
export type Domain = "block" | "governance" | "compute";

/** One whole REP in its smallest units. */
export const REP: bigint = 10n ** 12n;

/** Who produces in which slot of a session. */
export interface Schedule {
  session: number;
  /** Slot of the block that began the session; it belonged to the session before. */
  start: number;
  /** Slots of the session. */
  length: number;
  /** Slot of the latest block. */
  slot: number;
  producers: Producer[];
  /** Index of the producer of each slot `s`, at `s % order.length`. */
  order: number[];
}

export interface Producer {
  account: string;
  /** Its Aura key, in hex. */
  key: string;
  /** Reputation that counted for its share, in units. */
  weight: bigint;
  /** Its slots of the session. */
  slots: number;
}

/** How an account takes part in block production. */
export interface Availability {
  encumbered: bigint;
  leaving: bigint;
  withdrawableFrom: number;
  autoEncumber: boolean;
  scheduled: number;
  elapsed: number;
  produced: number;
  failures: number;
  suspended: boolean;
  /** While it is banned for an equivocation, the first session in which it may produce again. */
  bannedUntil: number | null;
}

export interface BlockAuthor {
  block: number;
  hash: string;
  slot: number;
  account: string;
}

/** What a producer did in a session that has ended. */
export interface Delivery {
  account: string;
  /** Its slots that passed. */
  elapsed: number;
  produced: number;
}

/** What an account has in a domain, in units. */
export interface Reputation {
  balance: bigint;
  free: bigint;
  encumbered: bigint;
  pooled: bigint;
  /** Salary, in units of the native token. */
  claimable: bigint;
}

/** The schedule in force after block `at`, or after the best block. */
export function schedule(node: Node, at?: string): Promise<Schedule> {
  return ask(node, "por_schedule", [at]);
}

/** The account that has slot `slot`. */
export function producerOf({ producers, order }: Schedule, slot: number): string {
  return producers[order[slot % order.length]!]!.account;
}

export function availability(node: Node, account: string, at?: string): Promise<Availability> {
  return ask(node, "por_availability", [account, at]);
}

/** Blocks that the node names the authors of at a time. */
export const MOST_AUTHORS = 100;

/** Who produced the blocks `from` to `to` of the best chain, however many. */
export async function authors(node: Node, from: number, to: number): Promise<BlockAuthor[]> {
  const found: BlockAuthor[] = [];
  for (let first = from; first <= to; first += MOST_AUTHORS) {
    const last = Math.min(to, first + MOST_AUTHORS - 1);
    found.push(...(await ask<BlockAuthor[]>(node, "por_authors", [first, last])));
  }
  return found;
}

/** What the producers did in the session before that of block `at`. */
export function deliveries(node: Node, at?: string): Promise<Delivery[]> {
  return ask(node, "por_deliveries", [at]);
}

export function reputation(
  node: Node,
  domain: Domain,
  account: string,
  at?: string,
): Promise<Reputation> {
  return ask(node, "reputation_of", [domain, account, at]);
}

/** All reputation of a domain, in units. */
export function reputationIssuance(node: Node, domain: Domain, at?: string): Promise<bigint> {
  return ask(node, "reputation_issuance", [domain, at]);
}

async function ask<T>(node: Node, method: string, params: unknown[]): Promise<T> {
  const given = params.filter((param) => param !== undefined);
  return withAmounts(await node.rpc(method, given)) as T;
}

/** Amounts come as strings of decimal digits, and nothing else does. */
function withAmounts(answer: unknown): unknown {
  if (typeof answer === "string") return /^\d+$/.test(answer) ? BigInt(answer) : answer;
  if (Array.isArray(answer)) return answer.map(withAmounts);
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, withAmounts(value)]),
  );
}
