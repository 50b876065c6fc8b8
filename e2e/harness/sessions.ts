/** Who makes blocks, and when that changes. */

import type { ApiPromise } from "@polkadot/api";
import type { Header } from "@polkadot/types/interfaces";

import { finalised } from "./chain.ts";

/** Addresses of the validators of the current session. */
export async function sessionValidators(api: ApiPromise): Promise<string[]> {
  return (await api.query.session.validators()).map(String);
}

/** The first finalised block from now on that `address` has made. */
export function blockBy(api: ApiPromise, address: string, seconds: number): Promise<Header> {
  return finalised(api, `a finalised block of ${address}`, seconds, async ({ hash }) => {
    const { author } = await api.derive.chain.getHeader(hash);
    return author?.toString() === address;
  });
}

/** Index of the era for which validators work now. */
export async function activeEra(api: ApiPromise): Promise<number> {
  return (await api.query.staking.activeEra()).unwrap().index.toNumber();
}

/** The first finalised block from now on that belongs to era `era` or a later one. */
export function eraBegins(api: ApiPromise, era: number, seconds: number): Promise<Header> {
  return finalised(api, `era ${era} to begin`, seconds, async ({ hash }) => {
    const state = await api.at(hash);
    return (await state.query.staking.activeEra()).unwrap().index.toNumber() >= era;
  });
}
