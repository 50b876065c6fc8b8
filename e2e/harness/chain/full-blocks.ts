/** Blocks that are full of transfers. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";

import { until } from "../deadline.ts";
import { EXISTENTIAL_DEPOSIT } from "./token.ts";
import type { Traffic } from "./traffic.ts";
import { signedBytes, type Tx } from "./transactions.ts";

/** Transactions that fill a block: none may take more than a quarter of it. */
const PER_BLOCK = 4;
/** Transactions that wait in the pool at most. */
const AHEAD = 10 * PER_BLOCK;
/** Those that wait for the first one: the pool keeps 2 MiB of such, and each of these has less than 100 KB. */
const BEHIND_FIRST = 4 * PER_BLOCK;
/** How long a node may take to make room for more of them. */
const SECONDS = 60;
/** Leaves room for what each transaction costs besides its call. */
const FILLED = 0.97;

/** The weight that transactions may use in a block, in picoseconds. */
export function room(api: ApiPromise): bigint {
  const { normal } = api.consts.system.blockWeights.perClass;
  return normal.maxTotal.unwrap().refTime.toBigInt();
}

/**
 * Whether block `hash` declares no more than a block may, in all and for transactions. One that begins a session is
 * declared a whole block by pallet-session, beside what else it does: it holds what is operational alone, with what that
 * makes the block do beyond its weight, in the room that is reserved for that.
 */
export async function isWithinLimits(api: ApiPromise, hash: string): Promise<boolean> {
  const { normal, operational, mandatory } = await (await api.at(hash)).query.system.blockWeight();
  const { maxBlock, perClass } = api.consts.system.blockWeights;
  const reserved = perClass.operational.reserved.unwrap();
  return (["refTime", "proofSize"] as const).every((part) => {
    const of = (weight: typeof normal) => weight[part].toBigInt();
    if (of(mandatory) >= of(maxBlock)) {
      return of(normal) + of(operational) <= of(reserved);
    }
    const all = of(normal) + of(operational) + of(mandatory);
    return all <= of(maxBlock) && (part !== "refTime" || of(normal) <= room(api));
  });
}

/** What transactions have used of the room for them in block `hash`, from 0 to 1. */
export async function fullness(api: ApiPromise, hash: string): Promise<number> {
  const { normal } = await (await api.at(hash)).query.system.blockWeight();
  return Number(normal.refTime.toBigInt()) / Number(room(api));
}

/** A transaction of which {@link PER_BLOCK} fill a block: so many transfers to `receiver`. */
export async function filler(api: ApiPromise, sender: KeyringPair, receiver: string): Promise<Tx> {
  const batch = (size: number) => {
    const transfer = api.tx.balances.transferKeepAlive(receiver, EXISTENTIAL_DEPOSIT);
    return api.tx.utility.batchAll(Array<Tx>(size).fill(transfer));
  };
  const weight = async (size: number) => {
    const { weight } = await batch(size).paymentInfo(sender);
    return Number(weight.refTime.toBigInt());
  };
  const [some, more] = [await weight(100), await weight(200)];
  const each = (more - some) / 100;
  const part = (Number(room(api)) * FILLED) / PER_BLOCK;
  return batch(Math.floor((part - (some - 100 * each)) / each));
}

/** Keeps so many transactions of `sender` in the pool that each block is full, until that is stopped. */
export async function crowd(api: ApiPromise, tx: Tx, sender: KeyringPair): Promise<Traffic> {
  const inState = async () => (await api.query.system.account(sender.address)).nonce.toNumber();
  let next = await inState();
  let sending: Promise<unknown> = Promise.resolve();
  const send = async () => {
    const end = (await inState()) + AHEAD;
    for (; next < end; next++) {
      await api.rpc.author.submitExtrinsic(await signedBytes(api, tx, sender, { nonce: next }));
    }
  };
  const unsubscribe = await api.rpc.chain.subscribeNewHeads(() => {
    sending = sending.then(send);
    // Whoever stops it learns of a failure.
    sending.catch(() => undefined);
  });
  return {
    async stop() {
      unsubscribe();
      await sending;
    },
  };
}

/**
 * Sends so many transactions as fill `blocks` blocks, those of the first four ready at once: on a node with
 * `--sealing instant` full blocks follow each other until the last is in one. Returns when all are sent, how many
 * they are.
 */
export async function fillBlocks(
  api: ApiPromise,
  tx: Tx,
  sender: KeyringPair,
  blocks: number,
): Promise<number> {
  const first = (await api.rpc.system.accountNextIndex(sender.address)).toNumber();
  const signed: HexString[] = [];
  while (signed.length < PER_BLOCK * blocks) {
    signed.push(await signedBytes(api, tx, sender, { nonce: first + signed.length }));
  }
  const send = (some: HexString[]) =>
    Promise.all(some.map((bytes) => api.rpc.author.submitExtrinsic(bytes)));
  // They are not ready before the first has come.
  await send(signed.slice(1, BEHIND_FIRST));
  await send(signed.slice(0, 1));
  // A node takes no nonce that is too far ahead.
  for (let next = BEHIND_FIRST; next < signed.length; next += PER_BLOCK) {
    await until(SECONDS, `room for transaction ${next}`, async () => {
      const { nonce } = await api.query.system.account(sender.address);
      return next + PER_BLOCK <= nonce.toNumber() + AHEAD || undefined;
    });
    await send(signed.slice(next, next + PER_BLOCK));
  }
  return signed.length;
}
