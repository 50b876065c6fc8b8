/** What a node says of block production and reputation: its methods `por_*` and `reputation_*`. */

import type { Node } from "../node/node.ts";
import { ask } from "./ask.ts";

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
  /** Earned in pools of blocks and not credited yet; no part of the balance. */
  earned: bigint;
}

/** On which side of a pool somebody is. */
export type Side = "for" | "against";

/** How a pool ends. */
export type Outcome = "accepted" | "rejected" | "contested" | "noQuorum";

/** The pool of a block; amounts in units. */
export interface BlockPool {
  block: number;
  author: string;
  authorStake: bigint;
  /** What it mints if it is accepted. */
  mint: bigint;
  /** The stake of one seat; 0 without a bench. */
  seat: bigint;
  /** The stake of all seats. */
  stake: bigint;
  /** The first block in which votes count no more. */
  closes: number;
  forStake: bigint;
  againstStake: bigint;
  /** The bench, while the pool is open. */
  members: { account: string; seats: number; vote: Side | null }[];
  /** Once it is closed. */
  outcome: Outcome | null;
  /** What the post of the author got. */
  post: bigint;
  /** What author and bench got for their stakes. */
  policed: bigint;
  lost: bigint;
  authorLost: bigint;
}

/** What a node says of a block. */
export interface Verdict {
  block: number;
  hash: string;
  author: string | null;
  verdict: Side | null;
  /** Why it is against the block or says nothing. */
  reason: string | null;
  /** Whose transactions the author leaves out, if that is the reason. */
  leftOut: string | null;
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

/** The pool of `block` after block `at`, or after the best block; fails if it has none then. */
export function pool(node: Node, block: number, at?: string): Promise<BlockPool> {
  return ask(node, "por_pool", [block, at]);
}

/** Blocks whose pools the node tells at a time; it knows those of the latest only. */
export const MOST_POOLS = 600;

/** The pools of the blocks `from` to `to`, of those that have one. */
export function pools(node: Node, from: number, to: number): Promise<BlockPool[]> {
  return ask(node, "por_pools", [from, to]);
}

/** What the node itself has said of the last blocks, newest first. */
export function verdicts(node: Node, limit?: number): Promise<Verdict[]> {
  return ask(node, "por_verdicts", [limit]);
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

/** What an account has earned in pools of blocks and was not credited with, in units. */
export async function uncredited(node: Node, account: string, at?: string): Promise<bigint> {
  return (await reputation(node, "block", account, at)).earned;
}
