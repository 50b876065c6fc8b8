/** The words by which the runtime draws lots: the hashes of a seed and a counter. */

import { bnToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsU8a } from "@polkadot/util-crypto";

/** The words of a seed, each below 2^32. */
export function wordsOf(seed: Uint8Array): () => number {
  let counter = 0;
  let hash: DataView = new DataView(new ArrayBuffer(0));
  let next = 0;
  return () => {
    if (next === hash.byteLength) {
      const input = u8aConcat(seed, bnToU8a(counter, { bitLength: 64, isLe: true }));
      const bytes = blake2AsU8a(input);
      hash = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      counter += 1;
      next = 0;
    }
    next += 4;
    return hash.getUint32(next - 4, true);
  };
}

/** The seed of the bench of a block, of its VRF output and its parent's. */
export function benchSeed(parentOutput: Uint8Array, output: Uint8Array): Uint8Array {
  return blake2AsU8a(u8aConcat(new TextEncoder().encode("bench"), parentOutput, output));
}
