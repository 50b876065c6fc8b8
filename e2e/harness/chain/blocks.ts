/** Blocks as tests look back on them: slot, author, session and events. */

import type { ApiPromise } from "@polkadot/api";
import type { Header } from "@polkadot/types/interfaces";

import { finalised, namedEvent, type NamedEvent } from "./transactions.ts";

export interface Block {
  number: number;
  hash: string;
  parent: string;
  slot: number;
  /** Who produced it, by its event: polkadot.js would guess wrong. */
  author: string;
  /** The session that it belongs to or begins. */
  session: number;
  events: NamedEvent[];
}

/** The slot that a header claims. */
export function slotOf({ digest }: Header): number {
  for (const log of digest.logs) {
    if (!log.isPreRuntime) continue;
    const [engine, data] = log.asPreRuntime;
    if (engine.toString() === "aura") return Number(data.toU8a(true).reduceRight(nextByte, 0n));
  }
  throw new Error("the header claims no slot of Aura");
}

function nextByte(high: bigint, byte: number): bigint {
  return (high << 8n) | BigInt(byte);
}

/** Who produced block `hash`. */
export async function authorOf(api: ApiPromise, hash: string): Promise<string> {
  return authorAmong(await eventsAt(api, hash), hash);
}

/** The blocks `from` to `to` of the best chain. */
export function blocks(api: ApiPromise, from: number, to: number): Promise<Block[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Promise.all(
    numbers.map(async (number) => block(api, (await api.rpc.chain.getBlockHash(number)).toHex())),
  );
}

/** Block `hash`, of whatever branch. */
export async function block(api: ApiPromise, hash: string): Promise<Block> {
  const [header, events, state] = await Promise.all([
    api.rpc.chain.getHeader(hash),
    eventsAt(api, hash),
    api.at(hash),
  ]);
  const session = await state.query.session.currentIndex();
  return {
    number: header.number.toNumber(),
    hash,
    parent: header.parentHash.toHex(),
    slot: slotOf(header),
    author: authorAmong(events, hash),
    session: session.toNumber(),
    events,
  };
}

/** The first final block for which `wanted` holds, from block 1 on or yet to come. */
export async function finalBlock(
  api: ApiPromise,
  what: string,
  seconds: number,
  wanted: (block: Block) => boolean,
): Promise<Block> {
  let next = 1;
  let found: Block | undefined;
  // Of blocks that become final together, only the last is announced.
  await finalised(api, what, seconds, async ({ number }) => {
    while (found === undefined && next <= number.toNumber()) {
      const hash = await api.rpc.chain.getBlockHash(next++);
      const candidate = await block(api, hash.toHex());
      if (wanted(candidate)) found = candidate;
    }
    return found !== undefined;
  });
  return found!;
}

/** The events of that name in the blocks, in order. */
export function eventsIn(blocks: Block[], wanted: string): Record<string, string>[] {
  const events = blocks.flatMap((block) => block.events);
  return events.filter(({ name }) => name === wanted).map(({ data }) => data);
}

/** Those of consecutive blocks that begin a session; the first one has nothing to compare with. */
export function rotations(blocks: Block[]): Block[] {
  return blocks.filter(({ session }, index) => index > 0 && session !== blocks[index - 1]!.session);
}

async function eventsAt(api: ApiPromise, hash: string): Promise<NamedEvent[]> {
  const records = await (await api.at(hash)).query.system.events();
  return records.map(({ event }) => namedEvent(api, event));
}

function authorAmong(events: NamedEvent[], hash: string): string {
  const authored = events.filter(({ name }) => name === "availability.Authored");
  if (authored.length !== 1) throw new Error(`block ${hash} names ${authored.length} authors`);
  return authored[0]!.data["author"]!;
}
