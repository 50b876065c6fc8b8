/** What the economy of blocks goes by. Parts are in billionths (`Perbill`), amounts in units of 10^-12. */

/** The work contract of block production, as `ValidationPool.contract` tells it. */
export interface Contract {
  /** The part of a block's revenue that is salary of Block REP. */
  blockShare: bigint;
  /** Units of REP for each unit of the token, as a part. */
  mintRatio: bigint;
  /** A block mints at most so many times what its subsidy alone would. */
  mintCap: bigint;
  /** The part of what is minted that goes to the producer's post. */
  authorShare: bigint;
  benchSeats: number;
  /** Blocks for which a pool takes votes. */
  window: number;
  /** The part of a bench that has to vote. */
  quorum: bigint;
  /** How many times what a right vote gains a wrong one loses. */
  voteLoss: bigint;
  /** The part of what it has encumbered that the author of a rejected block loses. */
  authorLoss: bigint;
  /** The most that it loses by this in a session, as a part of its weight. */
  authorLossCap: bigint;
}

export interface Parameters {
  contract: Contract;
  /** The part of a producer's income that goes to the work contract in use. */
  contractShare: bigint;
  /** New tokens for each block. */
  subsidy: bigint;
  /** Slots of a day. */
  day: number;
  /** Slots of a session, for few validators. */
  sessionLength: number;
  /** The part of the slots that is shared out evenly. */
  equalShare: bigint;
  /** The largest part of the slots for one validator. */
  maxShare: bigint;
  /** Block REP at genesis, and how many validators share it. */
  genesis: bigint;
  genesisValidators: number;
  /** Seats that elections fill. */
  seats: number;
}

export const BILLION = 1_000_000_000n;
export const REP = 10n ** 12n;
/** Days of a year. */
export const YEAR = 365.25;

/** A part of an amount, rounded down. */
export function part(of: bigint, amount: bigint): bigint {
  return (amount * of) / BILLION;
}

/** A part of an amount, rounded up. */
export function partUp(of: bigint, amount: bigint): bigint {
  return (amount * of + BILLION - 1n) / BILLION;
}

export function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Slots of a session: four for each validator at least. */
export function slotsOfSession(parameters: Parameters, validators: number): number {
  return Math.max(parameters.sessionLength, 4 * validators);
}

/** Parameters as JSON, with large numbers as text: what `scripts/bench.sh economics FILE` takes. */
export function toJson(parameters: Parameters): string {
  return JSON.stringify(
    parameters,
    (_, value) => (typeof value === "bigint" ? `${value}` : value),
    2,
  );
}

export function fromJson(text: string): Parameters {
  return JSON.parse(text, (_, value) => (typeof value === "string" ? BigInt(value) : value));
}
