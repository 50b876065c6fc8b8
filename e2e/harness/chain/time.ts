/** The clock of a chain: when its blocks are, and on a node with `--sealing`, when they will be. */

import type { ApiPromise } from "@polkadot/api";

import type { Node } from "../node/node.ts";

export const SECOND = 1_000;
export const HOUR: number = 3_600 * SECOND;
export const DAY: number = 24 * HOUR;

/**
 * Lets the next block of a node with `--sealing` take the first slot that begins at `when` or later:
 * milliseconds since 1970, or ISO 8601. When that slot begins, in milliseconds.
 *
 * If it lies beyond the end of the session, that block begins a session and has no room for
 * transactions, as always: one that is sent next is in the block of the slot after it.
 */
export function timeTravel(node: Node, when: number | string): Promise<number> {
  return node.rpc<number>("dev_timeTravel", [when]);
}

/** Makes a final block without transactions on a node with `--sealing`; its hash. */
export async function sealedBlock(node: Node): Promise<string> {
  const { hash } = await node.rpc<{ hash: string }>("engine_createBlock", [true, true, null]);
  return hash;
}

/** Makes such a block in the first slot that begins at `when` or later; its hash. */
export async function sealedBlockAt(node: Node, when: number | string): Promise<string> {
  await timeTravel(node, when);
  return sealedBlock(node);
}

/** The time of block `at`, in milliseconds since 1970. */
export async function timeOf(api: ApiPromise, at: string): Promise<number> {
  return (await (await api.at(at)).query.timestamp.now()).toNumber();
}
