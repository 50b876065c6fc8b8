/** A chain in the small: sessions of blocks, each judged by a bench that is drawn as on chain. */

import { authorStake, drawBench } from "./bench.mts";
import { min, part, slotsOfSession, sum, type Parameters } from "./parameters.mts";
import {
  authorLoss,
  mintOf,
  settle,
  toContract,
  type Member,
  type Outcome,
  type Settlement,
  type Side,
} from "./pool.mts";
import { fastWords, shuffle } from "./random.mts";
import { shareOut } from "./slots.mts";

/** What the bench of a block does. */
export interface Judged {
  author: number;
  /** Who is on the bench. */
  members: number[];
  /** How the pool would end with these votes. */
  settle(votes: (Side | undefined)[]): Settlement;
}

/** The votes of the members of a bench. */
export type Conduct = (judged: Judged) => (Side | undefined)[];

/** All vote for every block. */
export const allFor: Conduct = ({ members }) => members.map(() => "for");

export interface Result {
  /** Encumbered REP of each validator at the end. */
  holdings: bigint[];
  /** REP of the authors of the work contract, who validate nothing. */
  contract: bigint;
  outcomes: Record<Outcome, number>;
  /** REP that members lost by votes, and authors by blocks that were rejected. */
  lostByVotes: bigint;
  lostByAuthors: bigint;
}

/**
 * Runs `sessions` sessions without an empty slot. All that validators have is encumbered, and no block has
 * fees. What a session earned is credited when the next has begun, after its snapshot, so it counts for
 * slots and seats two sessions after that. The same seed gives the same blocks and lots, as far as weights are the same.
 */
export function runChain(
  parameters: Parameters,
  start: bigint[],
  sessions: number,
  seed: number,
  conduct: Conduct,
): Result {
  const { contract, contractShare, subsidy } = parameters;
  const length = slotsOfSession(parameters, start.length);
  const mint = mintOf(contract, part(contract.blockShare, subsidy), subsidy);
  const words = fastWords(seed);
  const result: Result = {
    holdings: [...start],
    contract: 0n,
    outcomes: { accepted: 0, rejected: 0, contested: 0, "no quorum": 0 },
    lostByVotes: 0n,
    lostByAuthors: 0n,
  };
  const { holdings, outcomes } = result;
  let snapshot = start;
  let credits = start.map(() => 0n);
  let earned = start.map(() => ({ produced: 0n, policed: 0n, lost: 0n }));

  for (let session = 0; session < sessions; session += 1) {
    const weights = snapshot.map((weight, who) => min(weight, holdings[who]!));
    snapshot = [...holdings];
    const shares = shareOut(parameters, length, weights, credits);
    credits = shares.credits;
    const order = shuffle(
      shares.slots.flatMap((slots, who) => Array<number>(slots).fill(who)),
      words,
    );
    credit();
    earned = start.map(() => ({ produced: 0n, policed: 0n, lost: 0n }));

    order.forEach((author) => {
      const { members, stakes, own } = benchOf(author, weights);
      const judged: Judged = {
        author,
        members,
        settle: (votes) => settle(contract, mint, own, withVotes(stakes, votes)),
      };
      const end = judged.settle(conduct(judged));
      outcomes[end.outcome] += 1;
      earned[author]!.produced += end.post;
      earned[author]!.policed += end.author;
      members.forEach((who, position) => {
        const change = end.members[position]!;
        if (change >= 0n) earned[who]!.policed += change;
        else result.lostByVotes += burn(holdings, who, -change);
      });
      if (end.outcome === "rejected") {
        const { lost } = earned[author]!;
        const loss = authorLoss(contract, holdings[author]!, weights[author]!, lost);
        earned[author]!.lost += loss;
        result.lostByAuthors += burn(holdings, author, loss);
      }
    });
  }
  credit();
  return result;

  function credit() {
    earned.forEach(({ produced, policed }, who) => {
      const ofContract = toContract(contractShare, produced);
      result.contract += ofContract;
      holdings[who]! += produced - ofContract + policed;
    });
  }

  function benchOf(author: number, weights: bigint[]) {
    const candidates = [...weights.keys()].filter((who) => who !== author);
    const bench = drawBench(
      candidates.map((who) => weights[who]!),
      contract.benchSeats,
      words,
    );
    const drawn = candidates
      .map((who, index) => ({ who, seats: bench?.seats[index] ?? 0 }))
      .filter(({ seats }) => seats > 0);
    return {
      members: drawn.map(({ who }) => who),
      stakes: drawn.map(({ seats }) => BigInt(seats) * (bench?.seat ?? 0n)),
      own: authorStake(weights[author]!, bench),
    };
  }
}

/** Sessions of a day with so many validators. */
export function sessionsOfDay(parameters: Parameters, validators: number): number {
  return Math.round(parameters.day / slotsOfSession(parameters, validators));
}

/** The part of all REP that these validators have, in billionths. */
export function shareOf({ holdings, contract }: Result, who: number[]): bigint {
  const own = sum(who.map((each) => holdings[each]!));
  return (own * 1_000_000_000n) / (sum(holdings) + contract);
}

function withVotes(stakes: bigint[], votes: (Side | undefined)[]): Member[] {
  return stakes.map((stake, position) => {
    const vote = votes[position];
    return vote === undefined ? { stake } : { stake, vote };
  });
}

function burn(holdings: bigint[], who: number, amount: bigint): bigint {
  const burned = min(amount, holdings[who]!);
  holdings[who]! -= burned;
  return burned;
}
