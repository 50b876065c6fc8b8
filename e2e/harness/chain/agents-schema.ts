/** What the answers of `agents_*` and `wallets_*` look like, as JSON schemas. */

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
  oneOf,
} from "./schema.ts";

const bytes = { type: "string", pattern: "^0x([0-9a-f]{2})*$" };
const number = { type: "integer" };
const points = { type: "integer", minimum: 0, maximum: 255 };

const agent = object({
  account: address,
  controller: address,
  offeredTo: maybe(address),
  role: oneOf("provider", "consumer", "builder", "coordinator"),
  status: oneOf("active", "suspended", "retired"),
  available: flag,
  score: { type: "integer", minimum: 100, maximum: 1_000 },
  reputation: amount,
  specHash: hash,
  endpoint: { type: "string", maxLength: 128 },
  x25519: hash,
  capabilities: list({ type: "string", pattern: "^[a-z0-9.:-]{1,32}$" }, 16),
  registeredAt: moment,
  lastHeartbeat: maybe(moment),
  wallets: count,
  deposit: amount,
  nonce: count,
});

const message = object({
  id: hash,
  from: address,
  to: address,
  kind: { type: "integer", minimum: 0, maximum: 65_535 },
  envelope: bytes,
  sentAt: moment,
  expires: moment,
});

const inbox = object({
  account: address,
  policy: oneOf("closed", "contacts", "anyone"),
  postage: amount,
  stored: count,
  contacts: count,
  messages: list(message, 100),
});

const limits = object({ perCall: amount, perDay: amount, perWeek: amount });
const left = object({
  today: amount,
  thisWeek: amount,
  nextFree: maybe(moment),
  nextFreeOfWeek: maybe(moment),
});

const caller = object({
  caller: address,
  permissions: list(oneOf("transfer", "vote", "propose", "market", "stake", "message", "any"), 7),
  expires: maybe(moment),
  limits: maybe(limits),
  left: maybe(left),
  recipients: maybe(list(address, 8)),
});

const pending = object({
  id: count,
  caller: address,
  calls: bytes,
  outflow: amount,
  ready: moment,
  expires: moment,
});

/** By the names that the governance API has for types. */
const preferences = object({
  parameter_change: maybe(points),
  protocol_upgrade: maybe(points),
  fund_allocation: maybe(points),
  emergency: maybe(points),
  agent_trading: maybe(points),
  dao_grant: maybe(points),
  policy_change: maybe(points),
});

const strategy = object({
  autoVote: flag,
  supportThreshold: points,
  minScore: count,
  maxFrozen: count,
  preferences,
});

const wallet = object({
  wallet: address,
  owner: address,
  offeredTo: maybe(address),
  agent: maybe(address),
  guardian: maybe(address),
  stopped: maybe(object({ by: address, at: moment })),
  free: amount,
  held: amount,
  withdrawable: amount,
  limits,
  left,
  timeLock: maybe(object({ above: amount, delay: moment })),
  callers: list(caller, 16),
  pending: list(pending, 16),
  strategy: maybe(strategy),
});

const decision = object({
  proposal: count,
  position: maybe(oneOf("for", "against")),
  preference: maybe(points),
  supportThreshold: maybe(points),
  evaluation: object({
    support: number,
    council: number,
    challenge: number,
    proposer: number,
    size: number,
  }),
  sum: maybe(number),
  begins: maybe(moment),
  refused: maybe(
    oneOf(
      "noStrategy",
      "switchedOff",
      "noPreference",
      "walletStopped",
      "tooEarly",
      "notVoting",
      "alreadyVoted",
      "scoreTooLow",
      "balanceTooLow",
    ),
  ),
});

/** Throws unless an answer of `method` looks as it should. */
export const requireAnswer: (method: string, answer: unknown) => void = checking({
  agents_get: agent,
  agents_list: list(agent, 100),
  agents_match: object({ agents: list(agent, 100), cutOff: flag }),
  agents_inbox: inbox,
  wallets_get: wallet,
  wallets_ofOwner: list(wallet, 100),
  wallets_decision: decision,
});
