/** Who has the Block REP and makes the blocks after years, if nobody does anything wrong. */

import { BILLION, min, part, slotsOfSession, sum, YEAR, type Parameters } from "./parameters.mts";
import { mintOf, settle, toContract } from "./pool.mts";
import { shareOut } from "./slots.mts";

export const EQUAL_SHARES = {
  "0 %": 0n,
  "20 %": 200_000_000n,
  "50 %": 500_000_000n,
  "100 %": BILLION,
};
/** Whole REP at genesis, in millions. */
export const GENESIS = [1n, 5n, 20n];
export const YEARS = [1, 5];

export interface Growth {
  equalShare: string;
  /** Millions of REP. */
  genesis: bigint;
  years: number;
  /** All REP. */
  issuance: bigint;
  /** Parts in billionths: of newcomers in all REP, of newcomers in slots, of the contract's authors in all REP. */
  newcomers: bigint;
  slots: bigint;
  contract: bigint;
}

/**
 * Newcomers without REP have the seats that are free at genesis, from the first day on. Day by day each
 * producer has the slots of the first session, and on each bench what its weight commands in the mean. All
 * vote for all blocks, there are no fees, and the subsidy stays what it is at genesis.
 */
export function concentration(parameters: Parameters): Growth[] {
  return GENESIS.flatMap((genesis) =>
    Object.entries(EQUAL_SHARES).flatMap(([name, equalShare]) =>
      grow({ ...parameters, equalShare, genesis: genesis * 1_000_000n * 10n ** 12n }).map(
        (growth) => ({ equalShare: name, genesis, ...growth }),
      ),
    ),
  );
}

function grow(parameters: Parameters): Omit<Growth, "equalShare" | "genesis">[] {
  const { contract, subsidy, seats, genesisValidators, genesis, contractShare } = parameters;
  const old = BigInt(genesisValidators);
  let holdings = Array.from({ length: seats }, (_, who) =>
    who < genesisValidators ? genesis / old : 0n,
  );
  const newcomers = [...holdings.keys()].slice(genesisValidators);
  const length = slotsOfSession(parameters, seats);
  const sessions = parameters.day / length;
  const mint = mintOf(contract, part(contract.blockShare, subsidy), subsidy);
  let ofContract = 0n;
  let credits = holdings.map(() => 0n);

  const marks: Omit<Growth, "equalShare" | "genesis">[] = [];
  for (let day = 1; day <= Math.round(Math.max(...YEARS) * YEAR); day += 1) {
    const shares = shareOut(parameters, length, holdings, credits);
    credits = shares.credits;
    const next = [...holdings];
    shares.slots.forEach((slots, author) => {
      const blocks = BigInt(Math.round(slots * sessions));
      const { post, income } = block(author, holdings);
      const toIt = toContract(contractShare, post * blocks);
      ofContract += toIt;
      next[author]! += post * blocks - toIt;
      income.forEach((earned, who) => (next[who]! += earned * blocks));
    });
    holdings = next;
    const years = YEARS.find((each) => Math.round(each * YEAR) === day);
    if (years !== undefined) {
      const issuance = sum(holdings) + ofContract;
      const ofNewcomers = (all: bigint[]) => sum(newcomers.map((who) => all[who]!));
      const slots = sum(newcomers.map((who) => BigInt(shares.slots[who]!)));
      marks.push({
        years,
        issuance,
        newcomers: (ofNewcomers(holdings) * BILLION) / issuance,
        slots: (slots * BILLION) / BigInt(length),
        contract: (ofContract * BILLION) / issuance,
      });
    }
  }
  return marks;

  /** What a block of `author` earns its post, and everybody for stakes. */
  function block(author: number, weights: bigint[]) {
    const others = [...weights.keys()].filter((who) => who !== author);
    const all = sum(others.map((who) => weights[who]!));
    const members = others.map((who) => ({
      stake: min(weights[who]!, all / 3n),
      vote: "for" as const,
    }));
    const own = min(weights[author]!, sum(members.map(({ stake }) => stake)) / 2n);
    const end = settle(contract, mint, own, members);
    const income = weights.map(() => 0n);
    income[author] = end.author;
    others.forEach((who, index) => (income[who] = end.members[index]!));
    return { post: end.post, income };
  }
}
