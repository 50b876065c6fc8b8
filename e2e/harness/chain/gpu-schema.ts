/** What the answers of `gpu_*` look like, as JSON schemas. */

import {
  address,
  amount,
  checking,
  count,
  flag,
  hash,
  list,
  maybe,
  moment,
  object,
  share,
} from "./schema.ts";

const pool = object({
  id: count,
  name: { type: "string", pattern: "^[a-z0-9-]{3,32}$" },
  unit: { type: "string", maxLength: 64 },
  closed: flag,
  rate: amount,
  matchRatio: share,
  minPrice: amount,
  maxPrice: amount,
  perUnit: amount,
  audit: maybe(object({ rows: { type: "integer", minimum: 1 } })),
  power: count,
  allocated: count,
  utilisation: share,
  weight: amount,
  providers: count,
  collateral: amount,
  funds: amount,
  owed: amount,
  bootstrapLeft: amount,
  allowance: amount,
  emission: amount,
  daysLeft: maybe(count),
});

const position = object({
  id: count,
  provider: address,
  pool: count,
  power: { type: "integer", minimum: 1 },
  usable: count,
  allocated: count,
  free: count,
  collateral: amount,
  earmarked: amount,
  perUnit: amount,
  lock: moment,
  lockedUntil: moment,
  multiplier: { type: "integer", minimum: 0, maximum: 2_000 },
  specHash: hash,
});

const unbonding = object({ position: count, amount, matures: moment });

/** Throws unless an answer of `method` looks as it should. */
export const requireAnswer: (method: string, answer: unknown) => void = checking({
  gpu_pools: list(pool, 128),
  gpu_pool: pool,
  gpu_position: position,
  gpu_positions: list(position, 16),
  gpu_unbondings: list(unbonding, 16),
  gpu_claimable: amount,
});
