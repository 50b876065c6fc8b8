/**
 * Wallets of agents: the calls, addresses, how a strategy decides, and what a node says of them. Each answer is
 * compared with its schema.
 */

import type { ApiTypes, AugmentedSubmittable, SubmittableExtrinsic } from "@polkadot/api/types";
import { bnToU8a, stringToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsU8a, decodeAddress, encodeAddress } from "@polkadot/util-crypto";
import type { HexString } from "@polkadot/util/types";

import type { Node } from "../node/node.ts";
import { requireAnswer } from "./agents-schema.ts";
import type { Role } from "./agents.ts";
import type { Kind } from "./calls.ts";
import { AITBC, SS58_PREFIX } from "./token.ts";

type Call<Api extends ApiTypes, Arguments extends unknown[]> = AugmentedSubmittable<
  (...given: Arguments) => SubmittableExtrinsic<Api>
>;

/** What a caller may do as a wallet. */
export type Permission = "Transfer" | "Vote" | "Propose" | "Market" | "Stake" | "Message" | "Any";

/** The most that callers may have leave a wallet, in units. */
export interface Limits {
  perCall: bigint;
  perDay: bigint;
  perWeek: bigint;
}

/** Who may act for a wallet besides its owner, and how far. */
export interface Rules {
  permissions: Permission[];
  /** In milliseconds since 1970. */
  expires: number | null;
  limits: Limits | null;
  recipients: string[] | null;
}

/** When a call has to wait; `delay` in milliseconds. */
export interface TimeLock {
  above: bigint;
  delay: number;
}

/** How much a strategy prefers each type of proposals. */
export type Preferences = Partial<Record<Uncapitalize<Kind>, number>>;

/** How a wallet votes by itself; `maxFrozen` in parts per million. */
export interface Strategy {
  autoVote: boolean;
  supportThreshold: number;
  minScore: number;
  maxFrozen: number;
  preferences: Preferences;
}

/** Upper bound of what a call that waits may use. */
export interface MaxWeight {
  refTime: bigint;
  proofSize: bigint;
}

declare module "@polkadot/api-base/types/submittable" {
  interface AugmentedSubmittables<ApiType extends ApiTypes> {
    agentWallet: {
      create: Call<ApiType, [index: number, agent: string | null, guardian: string | null]>;
      close: Call<ApiType, [wallet: string]>;
      setCaller: Call<ApiType, [wallet: string, caller: string, rules: Rules]>;
      removeCaller: Call<ApiType, [wallet: string, caller: string]>;
      setLimits: Call<ApiType, [wallet: string, limits: Limits]>;
      setGuardian: Call<ApiType, [wallet: string, guardian: string | null]>;
      setTimeLock: Call<ApiType, [wallet: string, timeLock: TimeLock | null]>;
      link: Call<ApiType, [wallet: string, agent: string]>;
      unlink: Call<ApiType, [wallet: string]>;
      stop: Call<ApiType, [wallet: string]>;
      reactivate: Call<ApiType, [wallet: string]>;
      withdraw: Call<ApiType, [wallet: string, to: string, amount: bigint]>;
      offerOwnership: Call<ApiType, [wallet: string, to: string | null]>;
      acceptOwnership: Call<ApiType, [wallet: string]>;
      execute: Call<ApiType, [wallet: string, call: SubmittableExtrinsic<ApiType>]>;
      executeMany: Call<ApiType, [wallet: string, calls: SubmittableExtrinsic<ApiType>[]]>;
      confirm: Call<ApiType, [wallet: string, pending: number, maxWeight: MaxWeight]>;
      cancel: Call<ApiType, [wallet: string, pending: number]>;
      setStrategy: Call<ApiType, [wallet: string, strategy: Strategy | null]>;
      autoVote: Call<ApiType, [wallet: string, proposal: number]>;
    };
  }
}

/** Limits as the node tells them, in units. */
export type LimitsView = Record<keyof Limits, string>;

/** What may still leave a wallet, and when more may. */
export interface Left {
  today: string;
  thisWeek: string;
  nextFree: number | null;
  nextFreeOfWeek: number | null;
}

/** A wallet, as the node tells it; amounts are decimal strings in units, moments in milliseconds. */
export interface Wallet {
  wallet: string;
  owner: string;
  offeredTo: string | null;
  agent: string | null;
  guardian: string | null;
  stopped: { by: string; at: number } | null;
  free: string;
  held: string;
  withdrawable: string;
  limits: LimitsView;
  left: Left;
  timeLock: { above: string; delay: number } | null;
  callers: {
    caller: string;
    permissions: Uncapitalize<Permission>[];
    expires: number | null;
    limits: LimitsView | null;
    left: Left | null;
    recipients: string[] | null;
  }[];
  pending: {
    id: number;
    caller: string;
    calls: HexString;
    outflow: string;
    ready: number;
    expires: number;
  }[];
  strategy: {
    autoVote: boolean;
    supportThreshold: number;
    minScore: number;
    maxFrozen: number;
    preferences: Record<string, number | null>;
  } | null;
}

/** What the chain makes of a proposal, by its parts. */
export interface Evaluation {
  support: number;
  council: number;
  challenge: number;
  proposer: number;
  size: number;
}

/** What the strategy of a wallet makes of a proposal now, and why. */
export interface Decision {
  proposal: number;
  position: "for" | "against" | null;
  preference: number | null;
  supportThreshold: number | null;
  evaluation: Evaluation;
  sum: number | null;
  begins: number | null;
  refused: string | null;
}

export function wallet(node: Node, account: string): Promise<Wallet> {
  return ask(node, "wallets_get", [account]);
}

export function walletsOf(node: Node, owner: string, limit = 20, offset = 0): Promise<Wallet[]> {
  return ask(node, "wallets_ofOwner", [owner, limit, offset]);
}

export function decision(node: Node, account: string, proposal: number): Promise<Decision> {
  return ask(node, "wallets_decision", [account, proposal]);
}

async function ask<Answer>(node: Node, method: string, params: unknown[]): Promise<Answer> {
  const answer = await node.rpc<Answer>(method, params);
  requireAnswer(method, answer);
  return answer;
}

/** The address of the wallet that `owner` creates with this index. */
export function walletAddress(owner: string, index: number): string {
  const number = bnToU8a(index, { bitLength: 32, isLe: true });
  const named = u8aConcat(stringToU8a("aitbc/wallet"), decodeAddress(owner), number);
  return encodeAddress(blake2AsU8a(named, 256), SS58_PREFIX);
}

/** The least that a wallet has to have to vote by strategy, in units. */
export const LEAST_TO_VOTE: bigint = 100n * AITBC;
/** What a vote by strategy costs a wallet, in units. */
export const AUTO_VOTE_FEE: bigint = AITBC / 50n;
/** More than that sum is for a proposal. */
const DECIDES = 256;

/** What strategies prefer that were not told otherwise, and their threshold. */
const DEFAULTS: Record<Role, [threshold: number, preferences: Preferences]> = {
  Provider: [128, { parameterChange: 180, treasuryAllocation: 160, agentTrading: 200 }],
  Consumer: [128, { parameterChange: 140, treasuryAllocation: 180, agentTrading: 160 }],
  Builder: [150, { protocolUpgrade: 200, daoGrant: 180 }],
  Coordinator: [140, { parameterChange: 160, protocolUpgrade: 180 }],
};

/** The strategy of a role by default. It votes. */
export function strategyOf(role: Role, changes: Partial<Strategy> = {}): Strategy {
  const [supportThreshold, preferences] = DEFAULTS[role];
  const others = { autoVote: true, minScore: 100, maxFrozen: 500_000 };
  return { ...others, supportThreshold, preferences, ...changes };
}

/** What a strategy says to a proposal of this type; nothing without a preference. */
export function decided(
  { supportThreshold, preferences }: Strategy,
  kind: Kind,
  evaluation = 0,
): "For" | "Against" | undefined {
  const name = (kind.charAt(0).toLowerCase() + kind.slice(1)) as Uncapitalize<Kind>;
  const preference = preferences[name];
  if (preference === undefined) return undefined;
  return preference + supportThreshold + evaluation > DECIDES ? "For" : "Against";
}
