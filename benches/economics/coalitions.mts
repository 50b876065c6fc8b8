/** What validators gain who keep together against blocks of all others. */

import { allFor, runChain, sessionsOfDay, shareOf, type Conduct, type Result } from "./chain.mts";
import { BILLION, part, sum, type Parameters } from "./parameters.mts";
import type { Outcome, Settlement, Side } from "./pool.mts";

/** Parts of all REP that coalitions have, and among how many validators. */
export const PARTS = {
  third: 333_333_333n,
  "40 %": 400_000_000n,
  "51 %": 510_000_000n,
  "70 %": 700_000_000n,
};
export const VALIDATORS = [4, 50, 200];
const SEED = 1;

/** Which outcomes a coalition votes against a block for, if it can have them. */
const GOALS = {
  "rejects what it can": ["rejected"],
  "contests what it cannot reject": ["rejected", "contested"],
} satisfies Record<string, Outcome[]>;

export interface Attack {
  part: string;
  validators: number;
  goal: keyof typeof GOALS;
  outcomes: Result["outcomes"];
  /** REP that it has more than if it had accepted all, in units. */
  gain: bigint;
  /** The same of its share of all REP, in billionths of that share. */
  gainOfShare: bigint;
  /** The same of what the others have, in billionths of that. */
  others: bigint;
  /** Blocks that it was paid more for than if it had accepted them. */
  paidMore: number;
}

/** A day of each coalition. */
export function attacks(parameters: Parameters): Attack[] {
  return Object.entries(PARTS).flatMap(([name, share]) =>
    VALIDATORS.flatMap((validators) => attacksOf(parameters, name, share, validators)),
  );
}

function attacksOf(
  parameters: Parameters,
  name: string,
  share: bigint,
  validators: number,
): Attack[] {
  const size = Math.max(1, Math.round((validators * Number(share)) / Number(BILLION)));
  const own = part(share, parameters.genesis);
  // The coalition has its part to the billionth, whatever the number of its members.
  const holdings = Array.from({ length: validators }, (_, who) =>
    who < size ? own / BigInt(size) : (parameters.genesis - own) / BigInt(validators - size),
  );
  const coalition = holdings.map((_, who) => who).slice(0, size);
  const sessions = sessionsOfDay(parameters, validators);
  const day = (conduct: Conduct) => runChain(parameters, holdings, sessions, SEED, conduct);
  const ownOf = (result: Result) => sum(coalition.map((who) => result.holdings[who]!));
  const othersOf = (result: Result) => sum(result.holdings) - ownOf(result);

  const fair = day(allFor);
  return Object.entries(GOALS).map(([goal, outcomes]) => {
    const paid = { more: 0 };
    const result = day(against(size, outcomes, paid));
    const [before, after] = [shareOf(fair, coalition), shareOf(result, coalition)];
    return {
      part: name,
      validators,
      goal: goal as keyof typeof GOALS,
      outcomes: result.outcomes,
      gain: ownOf(result) - ownOf(fair),
      gainOfShare: ((after - before) * BILLION) / before,
      paidMore: paid.more,
      others: ((othersOf(result) - othersOf(fair)) * BILLION) / othersOf(fair),
    };
  });
}

/** The first `size` vote against others' blocks when that leads to one of these outcomes. */
function against(size: number, outcomes: Outcome[], paid: { more: number }): Conduct {
  return (judged) => {
    const honest = allFor(judged);
    if (judged.author < size) return honest;
    const votes = judged.members.map((who): Side => (who < size ? "against" : "for"));
    const end = judged.settle(votes);
    if (!outcomes.includes(end.outcome)) return honest;
    const own = ({ members }: Settlement) =>
      sum(members.filter((_, position) => judged.members[position]! < size));
    if (own(end) > own(judged.settle(honest))) paid.more += 1;
    return votes;
  };
}
