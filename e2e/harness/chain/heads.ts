/** All blocks that nodes import, on whatever branch; for tests that look for blocks too many. */

import type { Header } from "@polkadot/types/interfaces";

import type { Node } from "../node/node.ts";
import { slotOf } from "./blocks.ts";
import { producerOf, schedule } from "./por.ts";

/** A block and who had its slot. */
export interface Head {
  number: number;
  hash: string;
  slot: number;
  author: string;
}

export interface Heads {
  /** The best block when the watch began, and all that the node has imported since. */
  all(): Promise<Head[]>;
  stop(): void;
}

/** Watches what `node` imports from now on. Ends with the node. */
export async function watchHeads(node: Node): Promise<Heads> {
  const api = await node.api();
  const seen: Promise<Head>[] = [];
  const stop = await api.rpc.chain.subscribeAllHeads((header) => {
    // The first to be announced is the best block, which may be the genesis block.
    if (header.number.toNumber() === 0) return;
    const found = head(node, header);
    // Whoever asks for the heads learns of a failure.
    found.catch(() => undefined);
    seen.push(found);
  });
  return { all: () => Promise.all(seen), stop };
}

/** Its author by the schedule in force after its parent. */
async function head(node: Node, header: Header): Promise<Head> {
  const slot = slotOf(header);
  const inForce = await schedule(node, header.parentHash.toHex());
  return {
    number: header.number.toNumber(),
    hash: header.hash.toHex(),
    slot,
    author: producerOf(inForce, slot),
  };
}

/** The slots in which one author has made different blocks, as text. */
export function doubles(heads: { hash: string; slot: number; author: string }[]): string[] {
  const hashes = new Map<string, Set<string>>();
  for (const { hash, slot, author } of heads) {
    const key = `${author} in slot ${slot}`;
    hashes.set(key, (hashes.get(key) ?? new Set()).add(hash));
  }
  return [...hashes].filter(([, { size }]) => size > 1).map(([key]) => key);
}
