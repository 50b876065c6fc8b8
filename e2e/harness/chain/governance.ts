/** What a node says of governance: its methods `governance_*`. Each answer is compared with its schema. */

import type { Node } from "../node/node.ts";
import { requireAnswer, type GovernanceMethod } from "./governance-schema.ts";

/** Where a proposal is in its life. */
export type Status =
  | "pending"
  | "active"
  | "passed"
  | "queued"
  | "rejected"
  | "executed"
  | "failed"
  | "voided"
  | "expired"
  | "cancelled";

/** By which rules proposals are made. */
export interface GovernanceParameters {
  min_proposal_voting_power: string;
  max_proposal_title_length: number;
  max_proposal_description_length: number;
  default_voting_period_days: number;
  max_voting_period_days: number;
  min_quorum_threshold: number;
  max_quorum_threshold: number;
  min_approval_threshold: number;
  max_approval_threshold: number;
  execution_delay_hours: number;
}

/** A proposal. Amounts are decimal strings in the smallest unit of the token, times ISO 8601. */
export interface Proposal {
  id: number;
  title: string;
  description: string;
  type: string;
  category: string | null;
  target: { calls: string[] };
  proposer: string;
  status: Status;
  created_at: string;
  voting_deadline: string;
  /** The quorum that was asked for. */
  quorum_threshold: number;
  approval_threshold: number;
  current_quorum: number | null;
  current_approval: number | null;
  votes_for: string;
  votes_against: string;
  votes_abstain: string;
  total_voting_power: string;
  executed_at: string | null;
  rejection_reason: string | null;
  base: string;
  link: string;
  call_names: string[];
  calls: string;
  call_hash: string;
  council_approvals: string[];
  council_required: number;
  challenge: Challenge | null;
  eta: string | null;
  expires_at: string | null;
  extended_by: string;
  /** The quorum that holds. */
  effective_quorum: number;
}

/** A challenge of a proposal. */
export interface Challenge {
  challenger: string;
  grounds: string;
  text: string;
  bond: string;
  deadline: string;
  by_council: boolean;
  verdict: "upheld" | "dismissed" | "undecided" | null;
}

/** A vote on a proposal. */
export interface Vote {
  proposal_id: number;
  voter_id: string;
  vote: "for" | "against" | "abstain";
  voting_power: string;
  reason: string | null;
  voted_at: string;
}

/** What would come of a proposal. */
export interface DryRun {
  allowed: boolean;
  success: boolean;
  call_index: number | null;
  error: { text: string; module: { index: number; error: number } | null } | null;
  weight: { ref_time: number; proof_size: number } | null;
  events: string[];
}

/** What the chain makes of a proposal, by its parts. */
export interface Evaluation {
  proposal_id: number;
  /** The sum of the parts, from -128 to 128. */
  evaluation: number;
  support: number;
  council: number;
  challenge: number;
  proposer: number;
  size: number;
}

/** A text by which people go. */
export interface Policy {
  name: string;
  value: string;
  version: number;
  proposal_id: number | null;
  updated_at: string;
}

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

async function ask<Answer>(
  node: Node,
  method: GovernanceMethod,
  params: unknown[] = [],
): Promise<Answer> {
  const answer = await node.rpc<Answer>(`governance_${method}`, params);
  requireAnswer(method, answer);
  return answer;
}

export function governanceParameters(node: Node): Promise<GovernanceParameters> {
  return ask(node, "parameters");
}

export function proposal(node: Node, id: number): Promise<Proposal> {
  return ask(node, "proposal", [id]);
}

/** The proposals of this status, newest first. */
export function proposals(
  node: Node,
  status: Status | null = null,
  limit = 100,
  offset = 0,
): Promise<Proposal[]> {
  return ask(node, "proposals", [status, limit, offset]);
}

/** The votes on a proposal, newest first. */
export function votes(node: Node, id: number, limit = 100, offset = 0): Promise<Vote[]> {
  return ask(node, "votes", [id, limit, offset]);
}

/** What would come of a proposal, were it enacted now. */
export function dryRun(node: Node, id: number): Promise<DryRun> {
  return ask(node, "dryRun", [id]);
}

/** What the chain makes of a proposal now. */
export function evaluation(node: Node, id: number): Promise<Evaluation> {
  return ask(node, "evaluation", [id]);
}

export function policies(node: Node, limit = 100, offset = 0): Promise<Policy[]> {
  return ask(node, "policies", [limit, offset]);
}

/** The power of `account` after block `at`, or after the best one. */
export async function votingPower(node: Node, account: string, at?: string): Promise<VotingPower> {
  type Answer = Record<keyof VotingPower | "user_id" | "voting_power", string | null>;
  const parameters = at === undefined ? [account] : [account, at];
  const answer = await ask<Answer>(node, "votingPower", parameters);
  if (answer.user_id !== account || answer.voting_power !== answer.power) {
    throw new Error(`the power of ${account} is told as ${JSON.stringify(answer)}`);
  }
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
