/** Pools of blocks: what the chain says of them, and votes that are made by hand. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { compactAddLength, stringToU8a, u8aConcat, u8aToHex } from "@polkadot/util";
import type { HexString } from "@polkadot/util/types";

import { eventsIn, type Block } from "./blocks.ts";
import type { Node } from "../node/node.ts";
import { RpcError } from "../node/rpc.ts";

/** The first byte of a transaction that nobody signs. */
const BARE = 5;
/** What each signature of a vote begins with. */
const PURPOSE = stringToU8a("aitbc-block-vote");

/** A verdict on up to 16 blocks. */
export interface Vote {
  voter: string;
  /** The newest block that it speaks of. */
  last: number;
  /** The hash of that block. */
  hash: string;
  /** Bit `i` says that block `last - i` is good. */
  forBlocks: number;
  /** Bit `i` says that block `last - i` is not. */
  againstBlocks: number;
}

/** A member of a bench. */
export interface Member {
  account: string;
  seats: number;
  vote: "For" | "Against" | null;
}

/** The pool of a block that is open. */
export interface OpenPool {
  author: string;
  closes: number;
  members: Member[];
}

/** How the pool of a block has ended, as its event says; amounts in units. */
export interface ClosedPool {
  block: number;
  outcome: string;
  post: bigint;
  policed: bigint;
  lost: bigint;
  authorLost: bigint;
}

/** The pool of a block after block `at`, or after the best one, if it is open. */
export async function openPool(
  api: ApiPromise,
  block: number,
  at?: string,
): Promise<OpenPool | undefined> {
  const state = at === undefined ? api : await api.at(at);
  const pool = await state.query["validationPool"]!["blockPools"]!(block);
  return (pool.toPrimitive() as unknown as OpenPool | null) ?? undefined;
}

/** The numbers of the blocks whose pools are open, oldest first. */
export async function openBlocks(api: ApiPromise): Promise<number[]> {
  const open = await api.query["validationPool"]!["openBlocks"]!();
  return (open.toPrimitive() as { block: number }[]).map(({ block }) => block);
}

/** The pools that have closed in these blocks. */
export function closedPools(chain: Block[]): ClosedPool[] {
  return eventsIn(chain, "validationPool.BlockPoolClosed").map((data) => ({
    block: Number(data["block"]),
    outcome: data["outcome"]!,
    post: BigInt(data["post"]!),
    policed: BigInt(data["policed"]!),
    lost: BigInt(data["lost"]!),
    authorLost: BigInt(data["authorLost"]!),
  }));
}

/** The votes that are in these blocks. */
export function votesIn(chain: Block[]): (Omit<Vote, "hash"> & { block: number })[] {
  return chain.flatMap((block) =>
    eventsIn([block], "validationPool.Voted").map((data) => ({
      block: block.number,
      voter: data["voter"]!,
      last: Number(data["last"]),
      forBlocks: Number(data["forBlocks"]),
      againstBlocks: Number(data["againstBlocks"]),
    })),
  );
}

/** What a pool vote key signs. */
export function payloadOf(api: ApiPromise, vote: Vote): Uint8Array {
  const { voter, last, hash, forBlocks, againstBlocks } = vote;
  const encoded = [
    api.createType("AccountId", voter),
    api.createType("u32", last),
    api.createType("H256", hash),
    api.createType("u16", forBlocks),
    api.createType("u16", againstBlocks),
  ].map((field) => field.toU8a());
  return u8aConcat(PURPOSE, api.genesisHash.toU8a(), ...encoded);
}

/** The signature of a vote by a pool vote key. No two are the same. */
export function signatureOf(api: ApiPromise, vote: Vote, key: KeyringPair): Uint8Array {
  return key.sign(payloadOf(api, vote));
}

/** The transaction that brings a vote into a block, as bytes. */
export function voteBytes(api: ApiPromise, vote: Vote, signature: Uint8Array): HexString {
  const { method } = api.tx.validationPool.vote(vote, signature);
  return u8aToHex(compactAddLength(u8aConcat([BARE], method.toU8a())));
}

/** Sends a transaction; its hash, or the error with which the node answers. */
export async function submitted(node: Node, bytes: HexString): Promise<string | RpcError> {
  try {
    return await node.rpc<string>("author_submitExtrinsic", [bytes]);
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
}
