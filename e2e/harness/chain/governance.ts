/** What a node says of governance: its methods `governance_*`. */

import type { Node } from "../node/node.ts";

/** The power of an account, in the smallest unit of the token. */
export interface VotingPower {
  balance: bigint;
  short_average: bigint;
  long_average: bigint;
  /** The least of the three. */
  power: bigint;
  delegated_to: string | null;
  frozen: bigint;
  /** All tokens outside of pots. */
  base: bigint;
}

/** The power of `account` after block `at`, or after the best one. */
export async function votingPower(node: Node, account: string, at?: string): Promise<VotingPower> {
  type Answer = Record<keyof VotingPower, string | null>;
  const parameters = at === undefined ? [account] : [account, at];
  const answer = await node.rpc<Answer>("governance_votingPower", parameters);
  const amount = (name: keyof VotingPower) => BigInt(answer[name]!);
  return {
    balance: amount("balance"),
    short_average: amount("short_average"),
    long_average: amount("long_average"),
    power: amount("power"),
    delegated_to: answer.delegated_to,
    frozen: amount("frozen"),
    base: amount("base"),
  };
}
