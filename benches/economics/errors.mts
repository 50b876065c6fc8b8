/** What wrong votes cost honest validators. */

import { allFor, runChain, sessionsOfDay, type Conduct, type Result } from "./chain.mts";
import { BILLION, sum, type Parameters } from "./parameters.mts";
import { fastWords, happens, type Words } from "./random.mts";

/** Parts of all votes, or of all blocks, that are wrong. */
export const RATES = { "0.01 %": 0.0001, "0.1 %": 0.001, "1 %": 0.01, "5 %": 0.05 };
export const VALIDATORS = [4, 200];
const SEED = 2;

export interface Errors {
  rate: string;
  validators: number;
  outcomes: Result["outcomes"];
  /** Of what all would earn in a day without errors, what they do not have, in billionths. */
  missing: bigint;
  lostByVotes: bigint;
  lostByAuthors: bigint;
}

/** A day in which each member of a bench errs by itself. */
export function mistakes(parameters: Parameters): Errors[] {
  return errors(
    parameters,
    (rate, words) =>
      ({ members }) =>
        members.map(() => (happens(rate, words) ? "against" : "for")),
  );
}

/** A day in which all err about the same blocks, as with a fault in the program that all run. */
export function commonErrors(parameters: Parameters): Errors[] {
  return errors(parameters, (rate, words) => ({ members }) => {
    const vote = happens(rate, words) ? "against" : "for";
    return members.map(() => vote);
  });
}

function errors(
  parameters: Parameters,
  conduct: (rate: number, words: Words) => Conduct,
): Errors[] {
  return VALIDATORS.flatMap((validators) => {
    const holdings = even(parameters, validators);
    const sessions = sessionsOfDay(parameters, validators);
    const day = (votes: Conduct) => runChain(parameters, holdings, sessions, SEED, votes);
    const earned = (result: Result) => sum(result.holdings) + result.contract - sum(holdings);
    const right = earned(day(allFor));
    return Object.entries(RATES).map(([name, rate]) => {
      // Words of its own, so that slots and benches are the same as without errors.
      const result = day(conduct(rate, fastWords(SEED + 1)));
      return {
        rate: name,
        validators,
        outcomes: result.outcomes,
        missing: ((right - earned(result)) * BILLION) / right,
        lostByVotes: result.lostByVotes,
        lostByAuthors: result.lostByAuthors,
      };
    });
  });
}

/** What one of so many equal validators has after a day of votes against every block, in billionths of what it had. */
export function alwaysAgainst(parameters: Parameters, validators: number): bigint {
  const holdings = even(parameters, validators);
  const sessions = sessionsOfDay(parameters, validators);
  const { holdings: after } = runChain(parameters, holdings, sessions, SEED, ({ members }) =>
    members.map((who) => (who === 0 ? "against" : "for")),
  );
  return (after[0]! * BILLION) / holdings[0]!;
}

function even({ genesis }: Parameters, validators: number): bigint[] {
  return Array.from({ length: validators }, () => genesis / BigInt(validators));
}
