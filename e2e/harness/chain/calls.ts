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
