/** What became of the transactions of a load. */

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A transaction. Times are milliseconds since the load began. */
export interface Operation {
  id: number;
  stream: string;
  endpoint: number;
  scheduled: number;
  sent: number;
  answered: number | null;
  refusal: { code: number | null; message: string } | null;
  included: number | null;
  finalised: number | null;
}

/** Reads the file of a run: a line for each transaction. */
export async function readHistory(path: string): Promise<Operation[]> {
  const operations: Operation[] = [];
  for await (const line of createInterface(createReadStream(path))) {
    operations.push(JSON.parse(line) as Operation);
  }
  return operations;
}

/** Figures of a load; latencies are milliseconds since a transaction was due. */
export interface Figures {
  sent: number;
  refused: number;
  finalised: number;
  /** Not refused, but never seen in a final block. */
  vanished: number;
  /** Per second, of those that became final: included while the load lasted, or until none were left. */
  goodput: number;
  /** The same in the last half of that time, by the first half. */
  steadiness: number;
  inclusion: Percentiles;
  finality: Percentiles;
  /** Of the stream that pays tips, if there is one. */
  tipped: Partial<Percentiles>;
}

export interface Percentiles {
  p50: number;
  p90: number;
  p95: number;
  p99: number;
}

/** The figures of what was sent within `seconds`. */
export function figures(operations: Operation[], seconds: number): Figures {
  const refused = operations.filter(({ refusal }) => refusal !== null);
  const final = operations.filter(({ finalised }) => finalised !== null);
  const vanished = operations.filter(
    ({ finalised, refusal }) => finalised === null && refusal === null,
  );
  const begin = final.reduce((least, { included }) => Math.min(least, included!), Infinity);
  const latest = final.reduce((most, { included }) => Math.max(most, included!), 0);
  const end = Math.min(1_000 * seconds, latest);
  const middle = (begin + end) / 2;
  const between = (from: number, to: number) =>
    final.filter(({ included }) => included! > from && included! <= to).length;
  return {
    sent: operations.length,
    refused: refused.length,
    finalised: final.length,
    vanished: vanished.length,
    goodput: (1_000 * between(begin, end)) / (end - begin),
    steadiness: between(middle, end) / between(begin, middle),
    inclusion: percentiles(final.map(({ included, scheduled }) => included! - scheduled)),
    tipped: percentiles(
      final
        .filter(({ stream }) => stream === "tipped")
        .map(({ included, scheduled }) => included! - scheduled),
    ),
    finality: percentiles(final.map(({ finalised, scheduled }) => finalised! - scheduled)),
  };
}

function percentiles(values: number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
  return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
}
