/** Networks whose validators judge each other's blocks, and what comes of that. */

import type { ApiPromise } from "@polkadot/api";

import { keyPair } from "../chain/accounts.ts";
import { rotations, type Block } from "../chain/blocks.ts";
import { closedPools, votesIn, type ClosedPool } from "../chain/pools.ts";
import { until } from "../deadline.ts";
import { Book } from "../recompute/book.ts";
import { facts, type Facts } from "../recompute/facts.ts";
import { stateAt } from "../recompute/state.ts";
import { assert } from "../test.ts";
import { Network, type NetworkOptions } from "./network.ts";

/** Validators of a network on which some are not as they should be. */
export const SIZE = 5;
/** Else nodes forget states before so many blocks are made. */
const KEEP_STATE = ["--state-pruning", "archive"];
/** Slots after the start of the network in which nodes start, and then say nothing for a while. */
const START_SLOTS = 20;

/** A network of five validators that keep all states. */
export function fiveValidators(options: Partial<NetworkOptions> = {}): Promise<Network> {
  return Network.start({ size: SIZE, ...options, args: [...KEEP_STATE, ...(options.args ?? [])] });
}

/** A book that begins with genesis, on a chain with slots of so many milliseconds. */
export async function newBook(api: ApiPromise, slot: number): Promise<Book> {
  const genesis = await api.at(api.genesisHash);
  const post = (await genesis.query["forum"]!["activeContract"]!()).toString();
  const author = keyPair("//Ferdie").address;
  const state = await stateAt(api, api.genesisHash.toHex());
  return new Book(state, { post, author }, BigInt(slot));
}

/** All blocks up to `last`, and the book of them; throws if the chain has other amounts in it. */
export async function booked(
  network: Network,
  slot: number,
  last: number,
): Promise<{ chain: Facts[]; book: Book }> {
  const node = network.nodes[0]!;
  const api = await node.api();
  const [book, chain] = await Promise.all([newBook(api, slot), facts(node, 1, last)]);
  for (const block of chain) book.add(block);
  assert.deepEqual(book.state(), await stateAt(api, chain.at(-1)!.hash));
  return { chain, book };
}

/** What an account has gained since genesis, credited or not; negative if it has lost. */
export async function gained(api: ApiPromise, book: Book, who: string): Promise<bigint> {
  const has = (state: Awaited<ReturnType<typeof stateAt>>) => {
    const holder = state.holders.Block[who] ?? { free: 0n, encumbered: 0n };
    const earned = state.earned[who] ?? { produced: 0n, policed: 0n };
    return holder.free + holder.encumbered + earned.produced + earned.policed;
  };
  return has(book.state()) - has(await stateAt(api, api.genesisHash.toHex()));
}

/** The pools that have closed in a chain from block 1 on, of blocks that honest validators judge. */
export function judged(chain: Block[]): ClosedPool[] {
  const begin = chain[0]!.slot;
  // Nodes that have just started say nothing, and nobody says anything about blocks that begin a session.
  const beginnings = rotations(chain).map(({ number }) => number);
  return closedPools(chain).filter(
    ({ block }) => chain[block - 1]!.slot >= begin + START_SLOTS && !beginnings.includes(block),
  );
}

/** Waits for block `wanted` to be the best one. */
export function bestBlock(api: ApiPromise, wanted: number, seconds: number): Promise<true> {
  return until(seconds, `block ${wanted}`, async () =>
    (await bestNumber(api)) >= wanted ? true : undefined,
  );
}

/** The number of the best block. */
export async function bestNumber(api: ApiPromise): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}

/** Those of the votes in a chain that say of some block that it is bad. */
export function votesAgainst(chain: Block[]): ReturnType<typeof votesIn> {
  return votesIn(chain).filter(({ againstBlocks }) => againstBlocks !== 0);
}
