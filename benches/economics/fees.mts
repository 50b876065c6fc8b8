/** Whether it pays to pay a fee to oneself: who produces a block gets REP for the fees in it, and the salary of that. */

import { BILLION, part, REP, type Parameters } from "./parameters.mts";
import { mintOf, settle, toContract } from "./pool.mts";
import { Salary } from "./salary.mts";

/** Parts of all REP that payers have. */
export const SHARES = { "1 %": 10_000_000n, "10 %": 100_000_000n, "34 %": 340_000_000n };
/** The fee: one whole token. A fee above the subsidy of a block mints nothing more. */
export const FEE = REP;
const DAYS = 30;

export interface SelfPaid {
  genesis: bigint;
  share: string;
  /** REP that its producer gains by the fee. */
  gained: bigint;
  /** What comes back of the fee at once, as salary of its own. */
  back: bigint;
  /** Salary of that REP within 30 days, if nobody else earned any meanwhile. */
  salary: bigint;
  /** What it has in the end; negative if it has lost. */
  net: bigint;
  /** Days until the salary has made up for the fee, if nobody else earned any meanwhile. */
  days: number;
}

/** The fee, with this much Block REP in all. */
export function selfPaid(parameters: Parameters, genesis: bigint): SelfPaid[] {
  const { contract, contractShare, subsidy, day } = parameters;
  return Object.entries(SHARES).map(([name, share]) => {
    const own = part(share, genesis);
    const income = (fees: bigint) => {
      const mint = mintOf(contract, part(contract.blockShare, subsidy + fees), subsidy);
      const bench = [{ stake: genesis - own, vote: "for" as const }];
      const { post, author } = settle(contract, mint, own, bench);
      return post - toContract(contractShare, post) + author;
    };
    const gained = income(FEE) - income(0n);
    const blocks = BigInt(DAYS * day);

    const salary = new Salary();
    salary.pay(part(contract.blockShare, FEE), genesis);
    const back = salary.owed(own, 0n);
    const since = salary.accumulator;
    salary.pay(part(contract.blockShare, subsidy) * blocks, genesis);
    const later = salary.owed(gained, since);
    return {
      genesis,
      share: name,
      gained,
      back,
      salary: later,
      net: back + later - FEE,
      days: Number(((FEE - back) * BigInt(DAYS) * BILLION) / later) / Number(BILLION),
    };
  });
}
