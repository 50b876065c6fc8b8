/**
 * GPUs that are staked: calls, answers of the node, each of which is compared with its schema, and what
 * positions must weigh.
 */

import type { ApiTypes, AugmentedSubmittable, SubmittableExtrinsic } from "@polkadot/api/types";

import type { Node } from "../node/node.ts";
import { withAmounts } from "./ask.ts";
import { requireAnswer } from "./gpu-schema.ts";
import { AITBC } from "./token.ts";

type Call<Api extends ApiTypes, Arguments extends unknown[]> = AugmentedSubmittable<
  (...given: Arguments) => SubmittableExtrinsic<Api>
>;

/** The rules of a pool, as its call takes them. */
export interface PoolSpec {
  name: string;
  unit: string;
  rate: bigint;
  matchRatio: number;
  bootstrap: bigint;
  price: { min: bigint; max: bigint };
  perUnit: bigint;
  audit: { rows: number } | null;
}

declare module "@polkadot/api-base/types/submittable" {
  interface AugmentedSubmittables<ApiType extends ApiTypes> {
    gpuStaking: {
      createPool: Call<ApiType, [spec: PoolSpec]>;
      updatePool: Call<ApiType, [pool: number, change: Record<string, unknown>]>;
      closePool: Call<ApiType, [pool: number]>;
      fund: Call<ApiType, [pool: number, amount: bigint]>;
      fundFrom: Call<ApiType, [pot: string, pool: number, amount: bigint]>;
      takeBack: Call<ApiType, [pool: number, amount: bigint]>;
      stake: Call<
        ApiType,
        [pool: number, power: number, collateral: bigint, lock: number, specHash: string]
      >;
      add: Call<ApiType, [position: number, power: number, collateral: bigint]>;
      relock: Call<ApiType, [position: number, lock: number]>;
      unstake: Call<ApiType, [position: number, power: number, collateral: bigint]>;
      withdrawUnbonded: Call<ApiType, []>;
      claim: Call<ApiType, [pool: number]>;
      refresh: Call<ApiType, [pool: number, provider: string]>;
    };
  }
}

/** A pool, as the node tells it. Parts are in millionths. */
export interface Pool {
  id: number;
  name: string;
  unit: string;
  closed: boolean;
  rate: bigint;
  matchRatio: number;
  minPrice: bigint;
  maxPrice: bigint;
  perUnit: bigint;
  audit: { rows: number } | null;
  power: number;
  allocated: number;
  utilisation: number;
  weight: bigint;
  providers: number;
  collateral: bigint;
  funds: bigint;
  owed: bigint;
  bootstrapLeft: bigint;
  allowance: bigint;
  emission: bigint;
  daysLeft: number | null;
}

/** A position, as the node tells it. Times in milliseconds, the multiplier in thousandths. */
export interface Position {
  id: number;
  provider: string;
  pool: number;
  power: number;
  usable: number;
  allocated: number;
  free: number;
  collateral: bigint;
  earmarked: bigint;
  perUnit: bigint;
  lock: number;
  lockedUntil: number;
  multiplier: number;
  specHash: string;
}

/**
 * Collateral on its way out, as the node tells it. From `matures` on, in milliseconds since 1970, it can be
 * withdrawn.
 */
export interface Unbonding {
  position: number;
  amount: bigint;
  matures: number;
}

/** The pool that test networks begin with. */
export const STANDARD = 0;
/** The collateral of a unit there. */
export const PER_UNIT: bigint = 10n * AITBC;

export function pools(node: Node): Promise<Pool[]> {
  return ask(node, "gpu_pools", []);
}

export function pool(node: Node, id: number): Promise<Pool> {
  return ask(node, "gpu_pool", [id]);
}

export function position(node: Node, id: number): Promise<Position> {
  return ask(node, "gpu_position", [id]);
}

export function positions(node: Node, provider: string): Promise<Position[]> {
  return ask(node, "gpu_positions", [provider]);
}

export function unbondings(node: Node, provider: string): Promise<Unbonding[]> {
  return ask(node, "gpu_unbondings", [provider]);
}

export function claimable(node: Node, pool: number, provider: string): Promise<bigint> {
  return ask(node, "gpu_claimable", [pool, provider]);
}

async function ask<Answer>(node: Node, method: string, params: unknown[]): Promise<Answer> {
  const answer = await node.rpc<unknown>(method, params);
  requireAnswer(method, answer);
  return withAmounts(answer) as Answer;
}

/** What so much power weighs at a multiplier in thousandths, of a provider without reputation. */
export function weightOf(power: number, thousandths: number): bigint {
  return BigInt(power) * BigInt(thousandths) * 1_100n;
}
