/** Lots, as `primitives/src/random.rs` draws them from a stream of words. */

/** The next word, below 2^32. */
export type Words = () => number;

const RANGE = 2 ** 32;

/** A number below `bound`; words of the incomplete last interval are passed over. */
export function below(bound: number, words: Words): number {
  const limit = RANGE - (RANGE % bound);
  for (;;) {
    const word = words();
    if (word < limit) return word % bound;
  }
}

/** Fisher and Yates. */
export function shuffle<T>(list: T[], words: Words): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const chosen = below(last + 1, words);
    [list[last], list[chosen]] = [list[chosen]!, list[last]!];
  }
  return list;
}

/** Whether something of this probability happens. */
export function happens(probability: number, words: Words): boolean {
  return words() < probability * RANGE;
}

/** Words for simulations of many blocks, a hundred times as fast as the chain's hashes: sfc32. */
export function fastWords(seed: number): Words {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    return word >>> 0;
  };
  for (let round = 0; round < 20; round += 1) next();
  return next;
}
