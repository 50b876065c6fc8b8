/** What figures of a load have to be. */

import { holds } from "../weights.mts";
import { percent, type Result } from "./measure.mts";

/** A figure, the least or the most that it should be, and how it is written. */
export interface Goal {
  what: string;
  of: (result: Result) => number;
  bound: "least" | "most";
  goal: number;
  write: (figure: number) => string;
}

const goal =
  (what: string, of: Goal["of"], bound: Goal["bound"], write: Goal["write"]) =>
  (goal: number): Goal => ({ what, of, bound, goal, write });
const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
const ratio = (figure: number) => figure.toFixed(2);
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

export const full = goal(
  "of what the weight of blocks allows",
  (result) => result.full,
  "least",
  percent,
);
export const steadiness = goal(
  "in the second half, by the first",
  (result) => result.steadiness,
  "least",
  ratio,
);
export const missed = goal("slots without a block", (result) => result.missed, "most", percent);
export const cpu = goal("CPU seconds per thousand", (result) => result.cpu, "most", ratio);
export const memory = goal("memory", (result) => result.memory, "most", mebibytes);
export const inclusion50 = goal("inclusion p50", (result) => result.inclusion.p50, "most", seconds);
export const inclusion99 = goal("inclusion p99", (result) => result.inclusion.p99, "most", seconds);
export const finality99 = goal("finality p99", (result) => result.finality.p99, "most", seconds);
export const tipped90 = goal(
  "inclusion p90 of those who pay more",
  (result) => result.tipped.p90 ?? NaN,
  "most",
  seconds,
);
/** Of every load. */
export const vanished = goal(
  "not refused, but never final",
  (result) => result.vanished,
  "most",
  String,
)(0);
export const sending = goal(
  "CPU of sending, of all",
  (result) => result.sending,
  "most",
  percent,
)(0.1);

/** Says whether a load reached its goal, and returns it. */
export function reaches(title: string, result: Result, { what, of, bound, goal, write }: Goal) {
  const figure = of(result);
  const is = bound === "least" ? figure >= goal : figure <= goal;
  return holds(`${title}, ${what}: ${write(figure)}, at ${bound} ${write(goal)}`, is);
}
