/** Blocks that are full of transfers. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { EXISTENTIAL_DEPOSIT } from "./token.ts";
import { signedBytes, type Tx } from "./transactions.ts";

/** Transactions that fill a block: none may take more than a quarter of it. */
const PER_BLOCK = 4;
/** Leaves room for what each transaction costs besides its call. */
const FILLED = 0.97;

/** The weight that transactions may use in a block, in picoseconds. */
export function room(api: ApiPromise): bigint {
  const { normal } = api.consts.system.blockWeights.perClass;
  return normal.maxTotal.unwrap().refTime.toBigInt();
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

/**
 * Sends so many transactions as fill `blocks` blocks, those of the first ready at once: on a node with `--sealing
 * instant` full blocks follow each other until the last is in one. Returns when all are sent.
 */
export async function fillBlocks(
  api: ApiPromise,
  tx: Tx,
  sender: KeyringPair,
  blocks: number,
): Promise<void> {
  const first = (await api.rpc.system.accountNextIndex(sender.address)).toNumber();
  const send = async (index: number) => {
    const nonce = first + index;
    await api.rpc.author.submitExtrinsic(await signedBytes(api, tx, sender, { nonce }));
  };
  // Those of the first block behind the first of them, without which they are not ready.
  for (let index = 1; index < PER_BLOCK; index++) await send(index);
  await send(0);
  for (let index = PER_BLOCK; index < PER_BLOCK * blocks; index++) await send(index);
}
