/** The chain that all topics share. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet } from "../../../harness/chain/accounts.ts";
import { blocks, eventsIn } from "../../../harness/chain/blocks.ts";
import { activeNow, type Terms } from "../../../harness/chain/escrow.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { sealedBlock, sealedBlockAt, timeTravel } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  fundedAccounts,
  succeeds,
  type Inclusion,
} from "../../../harness/chain/transactions.ts";
import { rawSpec } from "../../../harness/network/spec.ts";
import { Node } from "../../../harness/node/node.ts";
import { Books } from "../../../harness/recompute/books.ts";
import { after, afterEach, before } from "../../../harness/test.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** So far apart blocks are: more than that the active clock would not count. */
const STEP = 30 * SECOND;
/** How long a slot is. */
const SLOT = 2 * SECOND;
/** How long a bucket of the agenda is: a task waits for the first that begins at its time or later. */
const BUCKET = 10 * SECOND;
/** A hash of something that both know. */
export const EVIDENCE = `0x${"07".repeat(32)}`;

export let node: Node;
export let api: ApiPromise;
export let books: Books;
/** Who pays and who earns. */
export let ada: KeyringPair;
export let ben: KeyringPair;
/** Who approves. */
export let signers: KeyringPair[];

before(async () => {
  const args = ["--chain", await rawSpec("development"), "--alice", "--sealing", "instant"];
  node = await Node.start({ name: "escrow", args, metrics: true });
  api = await node.api();
  // From here on time goes by whole slots.
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
  const names = ["ada", "ben", "cyd", "dee", "eve"].map((name) => `//escrow//${name}`);
  [ada, ben, ...signers] = (await fundedAccounts(api, ...names)) as [KeyringPair, KeyringPair];
  // All topics together have her pay more than test accounts begin with.
  await succeeds(api, api.tx.balances.transferKeepAlive(ada.address, 9_000n * AITBC), faucet);
  books = await Books.begin(api);
});
afterEach(() => books.catchUp(api));
after(() => node?.stop());

/** Terms with the rule `Manual` and short times: two minutes to accept, 20 to the deadline, ten of review. */
export function terms(changes: Partial<Terms> = {}): Terms {
  return {
    amounts: [100n * AITBC],
    rule: "Manual",
    default: "Refund",
    arbiter: null,
    acceptWithin: 2 * MINUTE,
    deadlineIn: 20 * MINUTE,
    review: 10 * MINUTE,
    termsHash: null,
    ...changes,
  };
}

/** Ada offers Ben an escrow; its number. */
export async function offer(changes: Partial<Terms> = {}): Promise<number> {
  const created = await succeeds(api, api.tx.escrow.create(ben.address, terms(changes)), ada);
  return idOf(created, "escrow.Created");
}

/** And he accepts it. */
export async function agree(changes: Partial<Terms> = {}): Promise<number> {
  const id = await offer(changes);
  await succeeds(api, api.tx.escrow.accept(id), ben);
  return id;
}

/** Ada streams to Ben; the number of the stream. */
export async function flow(
  rate: bigint,
  prepaid: bigint,
  ends: number | null = null,
): Promise<number> {
  const opening = api.tx.escrow.openStream(ben.address, rate, prepaid, ends);
  return idOf(await succeeds(api, opening, ada), "escrow.StreamOpened");
}

function idOf(outcome: Inclusion, event: string): number {
  return Number(eventsNamed(outcome, event)[0]!["id"]);
}

/** Makes a block 30 s after the one before. */
export async function step(): Promise<string> {
  return sealedBlockAt(node, (await now(api)) + STEP);
}

/** Lets active time pass, and a minute and a half more. */
export async function wait(duration: number): Promise<void> {
  await bringTo((await activeNow(node)) + duration);
}

/**
 * Brings the chain to a moment of the active clock, and lets the agenda do what is due: it is a bucket of 10
 * s late at most, and every second block here begins a session, in which it does nothing.
 */
export async function bringTo(active: number): Promise<void> {
  while ((await activeNow(node)) < active) await step();
  for (let block = 0; block < 3; block++) await step();
}

/**
 * Brings the chain to the last block before one that is at a moment of the active clock. If that one begins a
 * session, it has no room for transactions, and the first that has it is a slot later.
 */
export async function bringBefore(active: number): Promise<void> {
  for (;;) {
    const left = active - SLOT - (await activeNow(node));
    if (left <= 0) return;
    await sealedBlockAt(node, (await now(api)) + Math.min(left, STEP));
  }
}

/** The next moment of the active clock that is `after` the begin of a bucket of the agenda. */
export async function nextInBucket(after: number): Promise<number> {
  const next = (await activeNow(node)) + 2 * SLOT;
  return Math.ceil((next - after) / BUCKET) * BUCKET + after;
}

/** All events of that name since block `from`, with the number of an escrow. */
export async function told(from: number, event: string, id: number): Promise<object[]> {
  const found = eventsIn(await blocks(api, from, await height()), `escrow.${event}`);
  return found.filter((data) => data["id"] === String(id));
}

/** The height of the best block. */
export async function height(): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}
