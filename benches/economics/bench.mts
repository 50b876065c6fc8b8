/** Who judges a block: design 03, section 4, point 3. */

import { min, sum } from "./parameters.mts";
import { shuffle, type Words } from "./random.mts";

export interface Bench {
  /** Weight of all candidates after the cap. */
  total: bigint;
  /** Stake of a seat. */
  seat: bigint;
  /** Seats of each candidate. */
  seats: number[];
}

/** Draws the seats among candidates with these weights; none if they weigh less than there are seats. */
export function drawBench(weights: bigint[], seats: number, words: Words): Bench | undefined {
  const cap = sum(weights) / 3n;
  const capped = weights.length < 3 ? weights : weights.map((weight) => min(weight, cap));
  const total = sum(capped);
  const count = BigInt(seats);
  if (total < count) return undefined;

  const row = shuffle([...capped.keys()], words);
  const offset =
    [0n, 32n, 64n, 96n].reduce((bits, shift) => bits | (BigInt(words()) << shift), 0n) % total;
  const drawn = capped.map(() => 0);
  let place = 0;
  let end = capped[row[0]!]!;
  for (let seat = 0n; seat < count; seat += 1n) {
    const point = (offset + seat * total) / count;
    while (end <= point) {
      place += 1;
      end += capped[row[place]!]!;
    }
    drawn[row[place]!]! += 1;
  }
  return { total, seat: total / count, seats: drawn };
}

/** What the author of a block has in its pool, by its weight. */
export function authorStake(weight: bigint, bench: Bench | undefined): bigint {
  return bench === undefined ? 0n : min(weight, bench.total / 2n);
}
