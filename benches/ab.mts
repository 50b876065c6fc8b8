/**
 * Compares two nodes: by turns, a network of each is given 24 000 transfers at once.
 *
 * Usage: ab.mts A ROUNDS, where A is the binary of a node, or a lever that it does without
 */

import { closeAll } from "../e2e/harness/cleanup.ts";
import { nodeBinary } from "../e2e/harness/node/binary.ts";
import { LEVERS, measure, turnOff, type Result } from "./network/measure.mts";

/** Seconds within which the load is sent; each run lasts until all of it is final. */
const SECONDS = 15;
/** What B must gain to be worth what it adds. */
const WORTH = 0.05;

const [a, rounds] = process.argv.slice(2);
const isLever = LEVERS.includes(a!);
// What loses some waits for them no longer than it must.
const profile = isLever ? "collapse" : "burst";
const SCENARIO = { title: "24 000 at once", validators: 4, profile, goals: [] };
const binaries = [isLever ? nodeBinary() : a!, nodeBinary()];
const runs: Result[][] = [[], []];
const run = async (which: number) => {
  process.env["AITBC_NODE"] = binaries[which];
  turnOff(which === 0 && isLever ? [a!] : []);
  return measure(SCENARIO, SECONDS);
};

console.error("==> a run to warm up");
await run(0);
for (let round = 1; round <= Number(rounds); round++) {
  for (const which of [0, 1]) {
    console.error(`==> round ${round} of ${rounds}, ${"AB"[which]}`);
    runs[which]!.push(await run(which));
  }
}
await closeAll();

/** The median, and between what all lie. */
function spread(values: number[]) {
  const sorted = [...values].sort((x, y) => x - y);
  const at = (place: number) => sorted[place]!;
  const [lower, upper] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return { median: (at(lower) + at(upper)) / 2, least: at(0), most: at(sorted.length - 1) };
}

/** What is compared, and whether more of it is better. */
const ROWS: [what: string, of: (result: Result) => number, isMoreBetter: boolean][] = [
  ["transfers/s until all are final", ({ finalised, lasted }) => finalised / lasted, true],
  ["final", ({ finalised }) => finalised, true],
  ["CPU s of the validators per thousand", ({ cpu }) => cpu, false],
];

let isWorthIt = false;
console.log("| | A | B | gain of B |\n|---|---:|---:|---:|");
for (const [what, of, isMoreBetter] of ROWS) {
  const [before, after] = runs.map((results) => spread(results.map(of)));
  const ratio = after!.median / before!.median;
  const gain = (isMoreBetter ? ratio : 1 / ratio) - 1;
  const cell = ({ median, least, most }: ReturnType<typeof spread>) =>
    `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
  console.log(`| ${what} | ${cell(before!)} | ${cell(after!)} | ${(100 * gain).toFixed(0)} % |`);
  // What the runs of one node differ by is no gain.
  const isApart = isMoreBetter ? after!.least > before!.most : after!.most < before!.least;
  isWorthIt ||= gain >= WORTH && isApart;
}
const [lostBefore, lost] = runs.map((results) =>
  results.reduce((sum, { vanished }) => sum + vanished, 0),
);
console.log(`\nNot refused, but never final: ${lostBefore} by A, ${lost} by B.`);
isWorthIt &&= lost === 0;
console.log(`B is ${isWorthIt ? "" : "not "}worth what it adds: 5 % of one of them.`);
process.exitCode = isWorthIt ? 0 : 1;
