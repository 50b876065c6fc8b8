/** Who judges a block: the draw of seats, by the formula of the design. */

import { hexToU8a, stringToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsU8a } from "@polkadot/util-crypto";

const WORD_RANGE = 2n ** 32n;
const WORDS_OF_A_HASH = 8;
/** From so many candidates on, none weighs more than a third. */
const CAPPED_FROM = 3;

export interface Bench {
  /** What all candidates weigh, after the cap. */
  total: bigint;
  /** The stake of a seat. */
  seat: bigint;
  /** The seats of each candidate. */
  seats: bigint[];
}

/** The seed of the bench of a block, by the VRF outputs of its parent and of itself, in hex. */
export function seedOf(parentOutput: string, output: string): Uint8Array {
  const bytes = u8aConcat(stringToU8a("bench"), hexToU8a(parentOutput), hexToU8a(output));
  return blake2AsU8a(bytes, 256);
}

/** Draws `count` seats among candidates with these weights; nothing if they weigh too little. */
export function draw(weights: bigint[], count: bigint, seed: Uint8Array): Bench | undefined {
  const cap = sum(weights) / 3n;
  const capped = weights.map((weight) =>
    weights.length >= CAPPED_FROM && weight > cap ? cap : weight,
  );
  const total = sum(capped);
  if (total < count) return undefined;

  const words = wordsOf(seed);
  const row = capped.map((weight, candidate) => ({ candidate, weight }));
  for (let last = row.length - 1; last > 0; last--) {
    const other = Number(below(BigInt(last + 1), words));
    [row[last], row[other]] = [row[other]!, row[last]!];
  }
  let offset = 0n;
  for (let place = 0n; place < 4n; place++) offset += next(words) * WORD_RANGE ** place;
  offset %= total;

  const seats = weights.map(() => 0n);
  for (let seat = 0n; seat < count; seat++) {
    let left = (offset + seat * total) / count;
    const here = row.find(({ weight }) => {
      if (left < weight) return true;
      left -= weight;
      return false;
    })!;
    seats[here.candidate]! += 1n;
  }
  return { total, seat: total / count, seats };
}

/** The endless stream of words of a seed: of the hashes of seed and counter. */
function* wordsOf(seed: Uint8Array): Generator<bigint, never> {
  for (let counter = 0n; ; counter++) {
    const place = new DataView(new ArrayBuffer(8));
    place.setBigUint64(0, counter, true);
    const hash = blake2AsU8a(u8aConcat(seed, new Uint8Array(place.buffer)), 256);
    const view = new DataView(hash.buffer, hash.byteOffset);
    for (let word = 0; word < WORDS_OF_A_HASH; word++) yield BigInt(view.getUint32(4 * word, true));
  }
}

/** A number below `bound`; words of the incomplete last interval are passed over. */
function below(bound: bigint, words: Generator<bigint, never>): bigint {
  for (;;) {
    const word = next(words);
    if (word < WORD_RANGE - (WORD_RANGE % bound)) return word % bound;
  }
}

function next(words: Generator<bigint, never>): bigint {
  return words.next().value;
}

function sum(amounts: bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}
