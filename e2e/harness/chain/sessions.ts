/** Who makes blocks, and when that changes. */

import type { ApiPromise } from "@polkadot/api";
import type { Header } from "@polkadot/types/interfaces";

import { until } from "../deadline.ts";
import { authorOf } from "./blocks.ts";
import { finalised } from "./transactions.ts";

/** Addresses of the validators of the current session. */
export async function sessionValidators(api: ApiPromise): Promise<string[]> {
  return (await api.query.session.validators()).map(String);
}

/** The first block from now on that `address` has made and that is final. */
export async function blockBy(api: ApiPromise, address: string, seconds: number): Promise<Header> {
  let next = (await api.rpc.chain.getHeader()).number.toNumber() + 1;
  let found: Header | undefined;
  const what = `a finalised block of ${address}`;
  // Of blocks that become final together, only the last is announced.
  await finalised(api, what, seconds, async ({ number }) => {
    while (found === undefined && next <= number.toNumber()) {
      const hash = await api.rpc.chain.getBlockHash(next++);
      if ((await authorOf(api, hash.toHex())) === address) {
        found = await api.rpc.chain.getHeader(hash);
      }
    }
    return found !== undefined;
  });
  return found!;
}

/** Index of the era for which validators work now. */
export async function activeEra(api: ApiPromise): Promise<number> {
  return (await api.query.staking.activeEra()).unwrap().index.toNumber();
}

/** The first finalised block from now on that belongs to era `era` or a later one. */
export function finalInEra(api: ApiPromise, era: number, seconds: number): Promise<Header> {
  return finalised(api, `a final block of era ${era}`, seconds, async ({ hash }) => {
    const state = await api.at(hash);
    return (await state.query.staking.activeEra()).unwrap().index.toNumber() >= era;
  });
}

/** Waits until the best block belongs to session `session` or a later one. */
export function bestInSession(api: ApiPromise, session: number, seconds: number): Promise<true> {
  return until(seconds, `the best block to belong to session ${session}`, async () =>
    (await currentSession(api)) >= session ? true : undefined,
  );
}

/** Index of the session of the best block. */
export async function currentSession(api: ApiPromise): Promise<number> {
  return (await api.query.session.currentIndex()).toNumber();
}

/** The first finalised block from now on that belongs to session `session` or a later one. */
export function finalInSession(api: ApiPromise, session: number, seconds: number): Promise<Header> {
  return finalised(api, `a final block of session ${session}`, seconds, async ({ hash }) => {
    const state = await api.at(hash);
    return (await state.query.session.currentIndex()).toNumber() >= session;
  });
}
