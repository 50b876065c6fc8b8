/** Parts of JSON schemas of what a node answers. */

import { Ajv, type ValidateFunction } from "ajv";

/** An amount in the smallest unit of the token. */
export const amount = { type: "string", pattern: "^\\d+$" };
export const address = { type: "string", pattern: "^5[1-9A-HJ-NP-Za-km-z]{47}$" };
export const hash = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
/** A moment or a duration in milliseconds. */
export const moment = { type: "integer", minimum: 0 };
/** Parts per million. */
export const share = { type: "integer", minimum: 0, maximum: 1_000_000 };
export const count = { type: "integer", minimum: 0 };
export const flag = { type: "boolean" };

export function maybe(schema: object): object {
  return { anyOf: [{ type: "null" }, schema] };
}

export function list(items: object, maxItems: number): object {
  return { type: "array", items, maxItems };
}

/** An object with these fields, all of them and no others. */
export function object(properties: Record<string, object>): object {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

export function oneOf(...names: string[]): object {
  return { type: "string", enum: names };
}

/** What throws unless an answer of a method looks as its schema says. */
export function checking(
  schemas: Record<string, object>,
): (method: string, answer: unknown) => void {
  const ajv = new Ajv();
  const compiled = Object.entries(schemas).map(([method, schema]): [string, ValidateFunction] => [
    method,
    ajv.compile(schema),
  ]);
  const answers = new Map(compiled);
  return (method, answer) => {
    const validate = answers.get(method);
    if (validate === undefined) throw new Error(`nobody knows what ${method} answers`);
    if (!validate(answer)) {
      const errors = ajv.errorsText(validate.errors);
      throw new Error(`${method} answered ${JSON.stringify(answer)}: ${errors}`);
    }
  };
}
