/** How a node is asked by methods of its own. */

import type { Node } from "../node/node.ts";

/** Calls `method`; parameters at the end that are `undefined` are left out. */
export async function ask<T>(node: Node, method: string, params: unknown[]): Promise<T> {
  const given = params.filter((param) => param !== undefined);
  return withAmounts(await node.rpc(method, given)) as T;
}

/** Amounts come as strings of decimal digits, and nothing else does. */
export function withAmounts(answer: unknown): unknown {
  if (typeof answer === "string") return /^\d+$/.test(answer) ? BigInt(answer) : answer;
  if (Array.isArray(answer)) return answer.map(withAmounts);
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, withAmounts(value)]),
  );
}
