/** Escrows and streams: the calls, and what a node says of them. Each answer is compared with its schema. */

import type { ApiTypes, AugmentedSubmittable, SubmittableExtrinsic } from "@polkadot/api/types";

import type { Node } from "../node/node.ts";
import { requireAnswer } from "./escrow-schema.ts";

type Call<Api extends ApiTypes, Arguments extends unknown[]> = AugmentedSubmittable<
  (...given: Arguments) => SubmittableExtrinsic<Api>
>;

/** What pays a milestone without the depositor; durations in milliseconds of the active clock. */
export type Rule =
  | "Manual"
  | { TimeBased: number }
  | { MultiSig: { threshold: number; signers: string[] } }
  | { Oracle: { threshold: number; signers: string[] } };

/** What becomes of a milestone that is open at the deadline; shares in parts per million. */
export type Fallback = "Refund" | "Pay" | { Split: number };

/** Terms as the call takes them: amounts in units, durations in milliseconds of the active clock. */
export interface Terms {
  amounts: bigint[];
  rule: Rule;
  default: Fallback;
  arbiter: string | null;
  acceptWithin: number;
  deadlineIn: number;
  review: number;
  termsHash: string | null;
}

declare module "@polkadot/api-base/types/submittable" {
  interface AugmentedSubmittables<ApiType extends ApiTypes> {
    escrow: {
      create: Call<ApiType, [beneficiary: string, terms: Terms]>;
      cancel: Call<ApiType, [id: number]>;
      accept: Call<ApiType, [id: number]>;
      decline: Call<ApiType, [id: number]>;
      deliver: Call<ApiType, [id: number, milestone: number, evidence: string]>;
      release: Call<ApiType, [id: number, milestone: number]>;
      refund: Call<ApiType, [id: number, milestone: number]>;
      approve: Call<ApiType, [id: number, milestone: number]>;
      withdrawApproval: Call<ApiType, [id: number, milestone: number]>;
      split: Call<ApiType, [id: number, milestone: number, share: number]>;
      settle: Call<ApiType, [id: number, milestone: number | null]>;
      openStream: Call<
        ApiType,
        [beneficiary: string, rate: bigint, prepaid: bigint, ends: number | null]
      >;
      topUp: Call<ApiType, [stream: number, amount: bigint]>;
      withdraw: Call<ApiType, [stream: number]>;
      closeStream: Call<ApiType, [stream: number]>;
    };
  }
}

/** A side of an escrow. */
export type Role = "depositor" | "beneficiary";

/** A milestone; amounts are decimal strings in units, moments in milliseconds of the active clock. */
export interface Milestone {
  amount: string;
  state: { kind: "open" | "delivered" | "paid" | "refunded" | "split" };
  approvals: string[];
  due: number | null;
  offerOfDepositor: number | null;
  offerOfBeneficiary: number | null;
}

/** An escrow. */
export interface Escrow {
  id: number;
  status: "offered" | "active" | "suspended";
  depositor: string;
  beneficiary: string | null;
  amount: string;
  fee: string;
  paid: string;
  feePaid: string;
  back: string;
  held: string;
  milestones: Milestone[];
  acceptBy: number | null;
  deadline: number | null;
}

/** A stream. */
export interface Stream {
  id: number;
  payer: string;
  beneficiary: string;
  rate: string;
  prepaid: string;
  fee: string;
  paid: string;
  feePaid: string;
  owed: string;
  held: string;
  started: number;
  ends: number;
}

/** What would come of creating an escrow. */
export type Check =
  { refused: string } | { held: { amount: string; fee: string; deposit: string } };

/** The open escrow `id`. */
export function escrow(node: Node, id: number): Promise<Escrow> {
  return ask(node, "escrows_get", [id]);
}

/** The open escrows of `account`, newest first. */
export function escrows(
  node: Node,
  account: string,
  role: Role | null = null,
  limit = 20,
  after: number | null = null,
): Promise<Escrow[]> {
  return ask(node, "escrows_list", [account, role, limit, after]);
}

/** What would come of creating an escrow with these terms. */
export function check(
  node: Node,
  depositor: string,
  beneficiary: string,
  terms: Terms,
): Promise<Check> {
  return ask(node, "escrows_check", [{ depositor, beneficiary, terms: asJson(terms) }]);
}

/** The open stream `id`. */
export function stream(node: Node, id: number): Promise<Stream> {
  return ask(node, "streams_get", [id]);
}

/** The open streams of `account`, newest first. */
export function streams(
  node: Node,
  account: string,
  limit = 20,
  after: number | null = null,
): Promise<Stream[]> {
  return ask(node, "streams_list", [account, limit, after]);
}

async function ask<Answer>(node: Node, method: string, parameters: unknown[]): Promise<Answer> {
  const answer = await node.rpc<Answer>(method, parameters);
  requireAnswer(method, answer);
  return answer;
}

/** Terms as the node's own methods take them. */
function asJson({ amounts, rule, default: fallback, ...terms }: Terms): object {
  return { ...terms, amounts: amounts.map(String), rule: camel(rule), default: camel(fallback) };
}

/** A variant of the chain as JSON names it. */
function camel(variant: string | object): unknown {
  const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  if (typeof variant === "string") return lower(variant);
  return Object.fromEntries(Object.entries(variant).map(([name, value]) => [lower(name), value]));
}

/** The clock of the market, in milliseconds. */
export interface Clock {
  active: number;
  stopped: "migration" | "safeMode" | "paused" | null;
}

/** What the node says of the clock. */
export function clock(node: Node): Promise<Clock> {
  return ask(node, "compute_clock", []);
}

/** The active clock of a chain, in milliseconds. */
export async function activeNow(node: Node): Promise<number> {
  return (await clock(node)).active;
}
