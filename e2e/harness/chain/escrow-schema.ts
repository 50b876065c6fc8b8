/** What the answers of `escrows_*`, `streams_*` and `compute_clock` look like, as JSON schemas. */

import { Ajv, type ValidateFunction } from "ajv";

const amount = { type: "string", pattern: "^\\d+$" };
const address = { type: "string", pattern: "^5[1-9A-HJ-NP-Za-km-z]{47}$" };
const hash = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
const moment = { type: "integer", minimum: 0 };
const share = { type: "integer", minimum: 0, maximum: 1_000_000 };
const count = { type: "integer", minimum: 0 };
const flag = { type: "boolean" };

function maybe(schema: object): object {
  return { anyOf: [{ type: "null" }, schema] };
}

function list(items: object, maxItems: number): object {
  return { type: "array", items, maxItems };
}

/** An object with these fields, all of them and no others. */
function object(properties: Record<string, object>): object {
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
  status: oneOf("offered", "active", "frozen"),
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

const ajv = new Ajv();
const ANSWERS: Record<string, ValidateFunction> = {
  escrows_get: ajv.compile(escrow),
  escrows_list: ajv.compile(list(escrow, 100)),
  escrows_check: ajv.compile(check),
  streams_get: ajv.compile(stream),
  streams_list: ajv.compile(list(stream, 100)),
  compute_clock: ajv.compile(clock),
};

/** Throws unless an answer of `method` looks as it should. */
export function requireAnswer(method: string, answer: unknown): void {
  const validate = ANSWERS[method];
  if (validate === undefined) throw new Error(`nobody knows what ${method} answers`);
  if (!validate(answer)) {
    const errors = ajv.errorsText(validate.errors);
    throw new Error(`${method} answered ${JSON.stringify(answer)}: ${errors}`);
  }
}
