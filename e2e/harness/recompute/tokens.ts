/** All tokens, account by account, by what the events of their pallet say. */

import type { NamedEvent } from "../chain/transactions.ts";

type Data = Record<string, string>;
/** Who gets how much; negative amounts are taken. */
type Moves = (data: Data, amount: bigint) => [account: string, amount: bigint][];

const given: Moves = ({ who }, amount) => [[who!, amount]];
const taken: Moves = ({ who }, amount) => [[who!, -amount]];
const handedOn: Moves = ({ from, to }, amount) => [
  [from!, -amount],
  [to!, amount],
];

/** What changes the sum of what an account has, be it free or not. */
const MOVES: Record<string, Moves> = {
  "balances.Burned": taken,
  "balances.BurnedHeld": taken,
  "balances.Deposit": given,
  "balances.DustLost": ({ account }, amount) => [[account!, -amount]],
  "balances.Minted": given,
  "balances.ReserveRepatriated": handedOn,
  "balances.Slashed": taken,
  "balances.Transfer": handedOn,
  "balances.Withdraw": taken,
};
/** What changes the sum of all tokens. */
const ISSUANCE: Record<string, bigint> = {
  "balances.Burned": -1n,
  "balances.BurnedDebt": -1n,
  "balances.BurnedHeld": -1n,
  "balances.Issued": 1n,
  "balances.Minted": 1n,
  "balances.MintedCredit": 1n,
  "balances.Rescinded": -1n,
};
/** What changes neither. */
const OTHERS = [
  "Endowed",
  "Frozen",
  "Held",
  "Locked",
  "Released",
  "Reserved",
  "Thawed",
  "Unlocked",
  "Unreserved",
  "Upgraded",
].map((name) => `balances.${name}`);

export class Tokens {
  /** All that an account has, in units. */
  readonly balances: Map<string, bigint>;
  issuance: bigint;

  constructor(balances: Map<string, bigint>, issuance: bigint) {
    this.balances = new Map(balances);
    this.issuance = issuance;
  }

  /** Does what an event of the balances says; throws if nobody knows what that is. */
  apply({ name, data }: NamedEvent): void {
    if (!(name in MOVES || name in ISSUANCE || OTHERS.includes(name))) {
      throw new Error(`nobody knows what ${name} does to balances`);
    }
    const amount = BigInt(data["amount"] ?? 0);
    this.issuance += (ISSUANCE[name] ?? 0n) * amount;
    for (const [account, change] of MOVES[name]?.(data, amount) ?? []) {
      this.balances.set(account, (this.balances.get(account) ?? 0n) + change);
    }
  }
}
