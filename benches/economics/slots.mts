/** Who has how many slots of a session: docs/consensus.md, with the rounding of `pallets/availability`. */

import { part, sum, BILLION, type Parameters } from "./parameters.mts";

const SLOT = 1n << 32n;

/** Slots by weight, and what rounding owes each from then on, in 1/2^32 slots. */
export interface Slots {
  slots: number[];
  credits: bigint[];
}

/** Shares out a session among validators with these weights and credits of the session before. */
export function shareOut(
  { equalShare, maxShare }: Parameters,
  length: number,
  weights: bigint[],
  credits: bigint[],
): Slots {
  const many = BigInt(weights.length);
  const mean = sum(weights) / many;
  const mixed = weights.map(
    (weight) => part(BILLION - equalShare, weight) + part(equalShare, mean),
  );
  const cap = Math.max(
    Math.ceil((length * Number(maxShare)) / Number(BILLION)),
    Math.ceil(length / weights.length),
  );
  const exact = fill(mixed, credits, BigInt(length), BigInt(cap));

  const slots = exact.map((share) => Number(share / SLOT));
  const left = exact.map((share) => share % SLOT);
  const missing = length - slots.reduce((all, own) => all + own, 0);
  const order = [...exact.keys()].sort(
    (a, b) => compare(left[b]!, left[a]!) || compare(mixed[b]!, mixed[a]!),
  );
  for (const who of order.filter((each) => slots[each]! < cap).slice(0, missing)) {
    slots[who]! += 1;
    left[who]! -= SLOT;
    if (left[who]! <= -SLOT) left[who] = 1n - SLOT;
  }
  return { slots, credits: left };
}

/** Water filling with a floor of one slot and a ceiling. */
function fill(weights: bigint[], credits: bigint[], length: bigint, cap: bigint): bigint[] {
  const pinned: (bigint | undefined)[] = weights.map(() => undefined);
  for (;;) {
    const shares = divide(weights, credits, pinned, length * SLOT);
    const free = [...shares.keys()].filter((who) => pinned[who] === undefined);
    const over = free.filter((who) => shares[who]! > cap * SLOT);
    const under = free.filter((who) => shares[who]! < SLOT);
    if (over.length === 0 && under.length === 0) return shares;
    const cut = sum(over.map((who) => shares[who]! - cap * SLOT));
    const added = sum(under.map((who) => SLOT - shares[who]!));
    for (const who of cut >= added ? over : under) pinned[who] = cut >= added ? cap * SLOT : SLOT;
  }
}

function divide(
  weights: bigint[],
  credits: bigint[],
  pinned: (bigint | undefined)[],
  length: bigint,
): bigint[] {
  const left = length - sum(weights.map((_, who) => pinned[who] ?? credits[who]!));
  const free = weights.map((weight, who) => (pinned[who] === undefined ? weight : 0n));
  const total = sum(free);
  const others = BigInt(pinned.filter((pin) => pin === undefined).length);
  return weights.map((weight, who) => {
    if (pinned[who] !== undefined) return pinned[who]!;
    const share = total === 0n ? left / others : (left * weight) / total;
    return credits[who]! + share;
  });
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
