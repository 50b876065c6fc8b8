/** The reputation of one domain and the salary that it earns, by the formulas of the design. */

import { REP } from "../chain/por.ts";

/** The accumulator counts in parts of this size of the smallest unit of the token. */
const SALARY_SCALE = 10n ** 12n;

/** What one account has, in units of reputation and of the token. */
export interface Holder {
  free: bigint;
  encumbered: bigint;
  /** Salary of earlier balances. */
  owed: bigint;
  /** The accumulator up to which `owed` has the salary of this balance. */
  settledAt: bigint;
}

export class Ledger {
  readonly holders = new Map<string, Holder>();
  issuance = 0n;
  accumulator = 0n;
  carry = 0n;

  /** Shares `fee` out: everybody is owed as much for a unit of reputation. */
  pay(fee: bigint): void {
    if (this.issuance < REP) throw new Error("there is nobody to be paid");
    const parts = fee * SALARY_SCALE + this.carry;
    this.accumulator += parts / this.issuance;
    this.carry = parts % this.issuance;
  }

  /** Nothing is settled where nothing changes. */
  mint(who: string, amount: bigint): void {
    if (amount === 0n) return;
    const holder = this.#settled(who);
    holder.free += amount;
    this.issuance += amount;
  }

  /** Destroys what is free first, then what is encumbered. */
  burn(who: string, amount: bigint): void {
    if (amount === 0n) return;
    const holder = this.#settled(who);
    const free = amount < holder.free ? amount : holder.free;
    holder.free -= free;
    holder.encumbered -= amount - free;
    if (holder.encumbered < 0n) throw new Error(`${who} has not got ${amount}`);
    this.issuance -= amount;
  }

  /** Moves `amount` from free to encumbered, or back if it is negative. No salary is settled by that. */
  encumber(who: string, amount: bigint): void {
    const holder = this.of(who);
    holder.free -= amount;
    holder.encumbered += amount;
    if (holder.free < 0n || holder.encumbered < 0n) throw new Error(`${who} has not got ${amount}`);
  }

  /** Pays out what is owed, and returns it. */
  claim(who: string): bigint {
    const holder = this.#settled(who);
    const { owed } = holder;
    holder.owed = 0n;
    return owed;
  }

  claimable(who: string): bigint {
    const { free, encumbered, owed, settledAt } = this.of(who);
    return owed + ((free + encumbered) * (this.accumulator - settledAt)) / SALARY_SCALE;
  }

  /** What `who` has, to be changed. */
  of(who: string): Holder {
    const holder = this.holders.get(who) ?? { free: 0n, encumbered: 0n, owed: 0n, settledAt: 0n };
    this.holders.set(who, holder);
    return holder;
  }

  /** The same, with the salary of its balance so far. */
  #settled(who: string): Holder {
    const holder = this.of(who);
    holder.owed = this.claimable(who);
    holder.settledAt = this.accumulator;
    return holder;
  }
}
