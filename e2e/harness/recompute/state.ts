/** What there is of reputation, salary and tokens, in a form in which it can be compared. */

import type { ApiPromise } from "@polkadot/api";
import type { ApiDecoration } from "@polkadot/api/types";
import type { Codec } from "@polkadot/types/types";

import type { Holder } from "./ledger.ts";

/** The domains in which reputation is earned or salary paid, as the chain names them. */
export const DOMAINS = ["Block", "Governance"] as const;
export type DomainName = (typeof DOMAINS)[number];

/** What a domain has in all. */
export interface DomainTotals {
  issuance: bigint;
  accumulator: bigint;
  carry: bigint;
}

/** What somebody has earned and was not credited with. */
export interface Earned {
  produced: bigint;
  policed: bigint;
}

/** All amounts in units. Nobody has an entry without anything in it. */
export interface State {
  holders: Record<DomainName, Record<string, Holder>>;
  domains: Record<DomainName, DomainTotals>;
  earned: Record<string, Earned>;
  /** What waits for the work contract. */
  pending: bigint;
  /** All tokens of each account. */
  balances: Record<string, bigint>;
  /** All tokens. */
  tokens: bigint;
}

/** What the chain says after block `hash`. */
export async function stateAt(api: ApiPromise, hash: string): Promise<State> {
  const at = await api.at(hash);
  const holders: State["holders"] = { Block: {}, Governance: {} };
  for (const [[domain, account], value] of await entries(at, "reputation", "accounts")) {
    const { free, holds, owed, settledAt } = value as Record<string, unknown>;
    const held = holds as Record<string, unknown>;
    if (BigInt(held["pool"] as string) !== 0n) throw new Error(`${account} has staked something`);
    holders[domain as DomainName][account!] = {
      free: amount(free),
      encumbered: amount(held["availability"]),
      owed: amount(owed),
      settledAt: amount(settledAt),
    };
  }
  const domains = {} as State["domains"];
  for (const [[domain], value] of await entries(at, "reputation", "domains")) {
    const { issuance, accumulator, carry } = value as Record<string, unknown>;
    domains[domain as DomainName] = {
      issuance: amount(issuance),
      accumulator: amount(accumulator),
      carry: amount(carry),
    };
  }
  const earned: State["earned"] = {};
  for (const [[account], value] of await entries(at, "validationPool", "earned")) {
    const { produced, policed } = value as Record<string, unknown>;
    earned[account!] = { produced: amount(produced), policed: amount(policed) };
  }
  const balances: State["balances"] = {};
  for (const [key, { data }] of await at.query.system.account.entries()) {
    balances[key.args[0].toString()] = data.free.toBigInt() + data.reserved.toBigInt();
  }
  const pending = await at.query["forum"]!["pending"]!();
  const tokens = (await at.query.balances.totalIssuance()).toBigInt();
  const state = { holders, domains, earned, pending: amount(pending.toPrimitive()), tokens };
  return withoutNothing({ ...state, balances });
}

/** The same without entries that say nothing. */
export function withoutNothing(state: State): State {
  const { Block, Governance } = state.holders;
  const something = <T extends object>(entries: Record<string, T>, unless: (keyof T)[] = []) =>
    Object.fromEntries(
      Object.entries(entries).filter(([, entry]) =>
        Object.entries(entry).some(
          ([name, value]) => value !== 0n && !unless.includes(name as keyof T),
        ),
      ),
    );
  return {
    ...state,
    holders: {
      Block: something(Block, ["settledAt"]),
      Governance: something(Governance, ["settledAt"]),
    },
    earned: something(state.earned),
    balances: Object.fromEntries(Object.entries(state.balances).filter(([, all]) => all !== 0n)),
  };
}

/** The entries of a map of one of our own pallets: keys as text, values as plain data. */
async function entries(
  at: ApiDecoration<"promise">,
  pallet: string,
  item: string,
): Promise<[keys: string[], value: unknown][]> {
  const found = (await at.query[pallet]![item]!.entries()) as [{ args: Codec[] }, Codec][];
  return found.map(([{ args }, value]) => [args.map(String), value.toPrimitive()]);
}

function amount(value: unknown): bigint {
  return BigInt(value as string | number);
}
