/** What the answers of `governance_*` look like, as JSON schemas. */

import { Ajv, type SchemaObject, type ValidateFunction } from "ajv";

const amount = { type: "string", pattern: "^\\d+$" };
const address = { type: "string", pattern: "^5[1-9A-HJ-NP-Za-km-z]{47}$" };
const hash = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
const bytes = { type: "string", pattern: "^0x([0-9a-f]{2})*$" };
const moment = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$" };
const duration = { type: "string", pattern: "^PT\\d+(\\.\\d{3})?S$" };
const part = { type: "number", minimum: 0, maximum: 1 };
const count = { type: "integer", minimum: 0 };
const text = { type: "string" };
const flag = { type: "boolean" };

function maybe(schema: object): object {
  return { anyOf: [{ type: "null" }, schema] };
}

function list(items: object): object {
  return { type: "array", items, maxItems: 100 };
}

/** An object with these fields, all of them and no others. */
function object(properties: Record<string, object>): SchemaObject {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function oneOf(...names: string[]): object {
  return { type: "string", enum: names };
}

const parameters = object({
  min_proposal_voting_power: amount,
  max_proposal_title_length: count,
  max_proposal_description_length: count,
  default_voting_period_days: { type: "number", exclusiveMinimum: 0 },
  max_voting_period_days: { type: "number", exclusiveMinimum: 0 },
  min_quorum_threshold: part,
  max_quorum_threshold: part,
  min_approval_threshold: part,
  max_approval_threshold: part,
  execution_delay_hours: { type: "number", exclusiveMinimum: 0 },
});

const challenge = object({
  challenger: address,
  grounds: oneOf("spam", "misleading", "unlawful", "malicious", "duplicate"),
  text,
  bond: amount,
  deadline: moment,
  by_council: flag,
  verdict: maybe(oneOf("upheld", "dismissed", "undecided")),
});

const proposal = object({
  id: count,
  title: text,
  description: text,
  type: oneOf(
    "parameter_change",
    "protocol_upgrade",
    "fund_allocation",
    "emergency",
    "agent_trading",
    "dao_grant",
    "policy_change",
  ),
  category: maybe(
    oneOf(
      "upgrade",
      "parameters",
      "security",
      "integration",
      "allocation",
      "staking",
      "infrastructure",
      "pricing",
      "grants",
      "marketing",
      "education",
      "research",
      "failure",
      "market",
      "regulatory",
      "other",
    ),
  ),
  target: object({ calls: list(text) }),
  proposer: address,
  status: oneOf(
    "pending",
    "active",
    "passed",
    "queued",
    "rejected",
    "executed",
    "failed",
    "voided",
    "expired",
    "cancelled",
  ),
  created_at: moment,
  voting_deadline: moment,
  quorum_threshold: part,
  approval_threshold: part,
  current_quorum: maybe(part),
  current_approval: maybe(part),
  votes_for: amount,
  votes_against: amount,
  votes_abstain: amount,
  total_voting_power: amount,
  executed_at: maybe(moment),
  rejection_reason: maybe(text),
  base: amount,
  link: text,
  call_names: list({ type: "string", pattern: "^\\w+\\.\\w+$" }),
  calls: bytes,
  call_hash: hash,
  council_approvals: { type: "array", items: address, maxItems: 5 },
  council_required: { type: "integer", enum: [0, 3] },
  challenge: maybe(challenge),
  eta: maybe(moment),
  expires_at: maybe(moment),
  extended_by: duration,
  effective_quorum: part,
});

const vote = object({
  proposal_id: count,
  voter_id: address,
  vote: oneOf("for", "against", "abstain"),
  voting_power: amount,
  reason: maybe(text),
  voted_at: moment,
});

const dryRun = object({
  allowed: flag,
  success: flag,
  call_index: maybe(count),
  error: maybe(object({ text, module: maybe(object({ index: count, error: count })) })),
  weight: maybe(object({ ref_time: count, proof_size: count })),
  events: { type: "array", items: bytes },
});

const policy = object({
  name: { type: "string", pattern: "^[a-z0-9/-]{3,64}$" },
  value: text,
  version: { type: "integer", minimum: 1 },
  proposal_id: maybe(count),
  updated_at: moment,
});

const points = { type: "integer", minimum: -128, maximum: 128 };
const evaluation = object({
  proposal_id: count,
  evaluation: points,
  support: points,
  council: points,
  challenge: points,
  proposer: points,
  size: points,
});

const votingPower = object({
  user_id: address,
  voting_power: amount,
  balance: amount,
  short_average: amount,
  long_average: amount,
  power: amount,
  delegated_to: maybe(address),
  frozen: amount,
  base: amount,
});

const SCHEMAS = {
  parameters,
  proposals: list(proposal),
  proposal,
  votes: list(vote),
  dryRun,
  policies: list(policy),
  evaluation,
  votingPower,
} as const;

/** A method of the governance API, without `governance_`. */
export type GovernanceMethod = keyof typeof SCHEMAS;

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validators = new Map<GovernanceMethod, ValidateFunction>();

/** Throws unless `answer` is what `governance_METHOD` answers. */
export function requireAnswer(method: GovernanceMethod, answer: unknown): void {
  let validate = validators.get(method);
  if (validate === undefined) {
    validate = ajv.compile(SCHEMAS[method]);
    validators.set(method, validate);
  }
  if (validate(answer)) return;
  const faults = ajv.errorsText(validate.errors);
  throw new Error(`governance_${method}: ${faults}\n${JSON.stringify(answer, undefined, 2)}`);
}
