/** What a node says of posts and of pools that are opened by hand: `forum_*` and `pools_*`. */

import type { Node } from "../node/node.ts";
import { ask } from "./ask.ts";
import type { Domain, Outcome } from "./por.ts";

/** A post. */
export interface Post {
  id: number;
  domain: Domain;
  /** Each with a part of its income, in parts per million. */
  authors: [account: string, ppm: number][];
  /** Each with a weight in parts per million: negative takes, positive gives. */
  refs: [cited: { post: number } | "incinerator", ppm: number][];
  /** What it has earned and kept, in units. */
  value: bigint;
  validated: boolean;
  /** The hash of its content. */
  content: string;
}

/** A pool that was opened by hand; REP in units, times in milliseconds since 1970. */
export interface HandPool {
  id: number;
  post: number | null;
  domain: Domain;
  /** A challenge names the governance proposal. */
  initiator: "assembly" | "case" | "objection" | { challenge: number };
  payer: string;
  /** In units of the native token. */
  fee: bigint;
  /** What it mints if it is accepted. */
  mint: bigint;
  /** All reputation of the domain when it was opened. */
  issuance: bigint;
  opened: number;
  deadline: number;
  quorum: [numerator: number, denominator: number];
  win: [numerator: number, denominator: number];
  /** The part of a losing stake that is lost, in parts per million. */
  binding: number;
  redistribute: boolean;
  /** While it is open. */
  excluded: string[];
  forStake: bigint;
  againstStake: bigint;
  /** Stakes that are not settled. */
  stakers: number;
  /** Once it is resolved. */
  outcome: Outcome | null;
}

/** The longest list of one call. */
export const MOST_LISTED = 100;

export function post(node: Node, id: number): Promise<Post> {
  return ask(node, "forum_post", [id]);
}

/** The posts that `filter` lets pass, newest first. */
export function posts(
  node: Node,
  filter: { author?: string; domain?: Domain } = {},
  limit = MOST_LISTED,
  offset = 0,
): Promise<Post[]> {
  return ask(node, "forum_posts", [filter, limit, offset]);
}

/** The post of the work contract in use. */
export function contract(node: Node): Promise<number | null> {
  return ask(node, "forum_contract", []);
}

export function handPool(node: Node, id: number): Promise<HandPool> {
  return ask(node, "pools_get", [id]);
}

/** The pools opened by hand that `filter` lets pass, newest first. */
export function handPools(
  node: Node,
  filter: { domain?: Domain; open?: boolean } = {},
  limit = MOST_LISTED,
  offset = 0,
): Promise<HandPool[]> {
  return ask(node, "pools_list", [filter, limit, offset]);
}
