/** What the answers of `escrows_*`, `streams_*` and `compute_clock` look like, as JSON schemas. */

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
  share,
} from "./schema.ts";

const signers = object({ threshold: count, signers: list(address, 10) });
const rule = {
  anyOf: [
    oneOf("manual"),
    object({ timeBased: moment }),
    object({ multiSig: signers }),
    object({ oracle: signers }),
  ],
};
const fallback = { anyOf: [oneOf("refund", "pay"), object({ split: share })] };

const milestone = object({
  amount,
  state: {
    anyOf: [
      object({ kind: oneOf("open", "paid", "refunded", "split") }),
      object({ kind: oneOf("delivered"), reviewUntil: moment, evidence: hash }),
    ],
  },
  approvals: list(address, 10),
  due: maybe(moment),
  offerOfDepositor: maybe(share),
  offerOfBeneficiary: maybe(share),
});

const escrow = object({
  id: count,
  status: oneOf("offered", "active", "suspended"),
  controlled: flag,
  depositor: address,
  beneficiary: maybe(address),
  amount,
  fee: amount,
  paid: amount,
  feePaid: amount,
  back: amount,
  held: amount,
  milestones: list(milestone, 10),
  rule: maybe(rule),
  default: maybe(fallback),
  arbiter: maybe(address),
  created: maybe(moment),
  acceptBy: maybe(moment),
  deadline: maybe(moment),
  review: maybe(moment),
  termsHash: maybe(hash),
});

const stream = object({
  id: count,
  controlled: flag,
  payer: address,
  beneficiary: address,
  rate: amount,
  prepaid: amount,
  fee: amount,
  paid: amount,
  feePaid: amount,
  owed: amount,
  held: amount,
  started: moment,
  ends: moment,
});

const check = {
  anyOf: [
    object({ refused: { type: "string", minLength: 1 } }),
    object({ held: object({ amount, fee: amount, deposit: amount }) }),
  ],
};

const byClock = object({ active: count, wall: count });

const clock = object({
  active: moment,
  stopped: maybe(oneOf("migration", "safeMode", "paused")),
  waiting: byClock,
  overdue: byClock,
  overdueSince: maybe(moment),
});

/** Throws unless an answer of `method` looks as it should. */
export const requireAnswer: (method: string, answer: unknown) => void = checking({
  escrows_get: escrow,
  escrows_list: list(escrow, 100),
  escrows_check: check,
  streams_get: stream,
  streams_list: list(stream, 100),
  compute_clock: clock,
});
