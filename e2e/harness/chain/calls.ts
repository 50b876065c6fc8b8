/**
 * The calls of our own pallets, typed as `@polkadot/api-augment` types those of the SDK. The chain
 * under test has the last word: where it has no such call, or one with other arguments,
 * polkadot.js throws before anything is signed.
 */

import type { ApiTypes, AugmentedSubmittable, SubmittableExtrinsic } from "@polkadot/api/types";

import type { Vote } from "./pools.ts";
import type { Domain } from "./por.ts";

type Call<Api extends ApiTypes, Arguments extends unknown[]> = AugmentedSubmittable<
  (...given: Arguments) => SubmittableExtrinsic<Api>
>;
/** A domain as calls and events name it. */
export type DomainName = Capitalize<Domain>;
/** What a post cites, with a weight in parts per million. */
export type Reference = [cited: { Post: number } | "Incinerator", ppm: number];

/** A type of proposals. */
export type Kind =
  | "ParameterChange"
  | "ProtocolUpgrade"
  | "TreasuryAllocation"
  | "Emergency"
  | "AgentTrading"
  | "DaoGrant"
  | "PolicyChange";
/** What a voter says. */
export type Position = "For" | "Against" | "Abstain";
/** Why a proposal is challenged. */
export type Grounds = "Spam" | "Misleading" | "Unlawful" | "Malicious" | "Duplicate";
/** What a proposer asks for; times in milliseconds, parts in billionths. */
export interface Wishes {
  period?: number;
  quorum?: number;
  approval?: number;
  enactmentDelay?: number;
}

declare module "@polkadot/api-base/types/submittable" {
  interface AugmentedSubmittables<ApiType extends ApiTypes> {
    availability: {
      encumber: Call<ApiType, [amount: bigint]>;
      release: Call<ApiType, [amount: bigint]>;
      withdraw: Call<ApiType, []>;
      setAutoEncumber: Call<ApiType, [on: boolean]>;
    };
    forum: {
      post: Call<
        ApiType,
        [
          content: string,
          authors: [account: string, ppm: number][],
          refs: Reference[],
          domain: DomainName,
        ]
      >;
      remove: Call<ApiType, [post: number]>;
    };
    openClaw: {
      bootstrapDispatch: Call<ApiType, [call: SubmittableExtrinsic<ApiType>]>;
      propose: Call<
        ApiType,
        [
          kind: Kind,
          title: string,
          description: string,
          link: string,
          category: string,
          calls: SubmittableExtrinsic<ApiType>[],
          wishes: Wishes,
        ]
      >;
      withdraw: Call<ApiType, [proposal: number]>;
      vote: Call<
        ApiType,
        [proposal: number, position: Position, maxPower: bigint | null, reason: string | null]
      >;
      castForDelegator: Call<ApiType, [proposal: number, delegator: string]>;
      approve: Call<ApiType, [proposal: number]>;
      revokeApproval: Call<ApiType, [proposal: number]>;
      challenge: Call<ApiType, [proposal: number, grounds: Grounds, text: string]>;
      judge: Call<ApiType, [proposal: number, upheld: boolean]>;
      postpone: Call<ApiType, [proposal: number]>;
      advance: Call<ApiType, [proposal: number, maxWeight: { refTime: bigint; proofSize: bigint }]>;
      setCouncil: Call<ApiType, [members: string[]]>;
      cancelProposal: Call<ApiType, [proposal: number]>;
      pause: Call<ApiType, [calls: [pallet: string, call: string][], duration: number | null]>;
      unpause: Call<ApiType, [calls: [pallet: string, call: string][]]>;
      enterSafeMode: Call<ApiType, [duration: number | null]>;
      exitSafeMode: Call<ApiType, []>;
      setPolicy: Call<ApiType, [name: string, value: string]>;
      removePolicy: Call<ApiType, [name: string]>;
    };
    reputation: {
      delegate: Call<ApiType, [domain: DomainName, delegate: string, limit: bigint]>;
      undelegate: Call<ApiType, [domain: DomainName]>;
      claimSalary: Call<ApiType, [domain: DomainName]>;
      claimSalaryFor: Call<ApiType, [who: string, domain: DomainName]>;
    };
    validationPool: {
      vote: Call<ApiType, [vote: Vote, signature: Uint8Array]>;
      stake: Call<ApiType, [pool: number, side: "For" | "Against", amount: bigint]>;
      resolve: Call<ApiType, [pool: number]>;
    };
    votingPower: {
      delegate: Call<ApiType, [delegate: string, maxPower: bigint | null]>;
      undelegate: Call<ApiType, []>;
      unfreeze: Call<ApiType, [who: string]>;
      acceptDelegations: Call<ApiType, [minBalance: bigint | null]>;
      removeDelegator: Call<ApiType, [delegator: string]>;
    };
  }
}
