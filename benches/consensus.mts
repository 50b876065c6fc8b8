/** Prints the results of `scripts/bench.sh consensus` as a table. */

import { readFileSync } from "node:fs";

import { type Benchmark, cost, median, within } from "./weights.mts";

/** Slots of a session: the `mainnet` preset has 300, and there are four for each validator. */
const slots = (validators: number) => Math.max(300, 4 * validators);
/** Bytes of a key in Aura's list. */
const KEY = 32;

const results = process.argv
  .slice(2)
  .map((file) => JSON.parse(readFileSync(file, "utf8")) as Benchmark[]);

function named(name: string, among: Benchmark[]): Benchmark {
  return among.find(({ benchmark }) => benchmark === name)!;
}

const rows = results
  .filter((each) => each.some(({ benchmark }) => benchmark === "ordinary_block"))
  .map((each) => ({
    validators: named("ordinary_block", each).time_results[0]!.components[0]![1],
    block: median(named("ordinary_block", each)),
    session: median(named("begin_session", each)),
  }));

console.log(
  "| validators | slots of a session | every block | block that begins a session | its header |",
);
console.log("|---|---|---|---|---|");
for (const { validators, block, session } of rows.sort((a, b) => a.validators - b.validators)) {
  const header = `${KEY * slots(validators)} bytes`;
  console.log(
    `| ${validators} | ${slots(validators)} | ${cost(block)} | ${cost(session)} | ${header} |`,
  );
}

const reports = results
  .filter((each) => each.some(({ benchmark }) => benchmark === "report_of_small_headers"))
  .map((each) => ({
    validators: named("begin_session", each).time_results[0]!.components[0]![1],
    log: median(named("begin_session", each)),
    small: median(named("report_of_small_headers", each)),
    largest: median(named("report_of_largest_headers", each)),
  }));
console.log(
  "\n| validators | keys logged, in a session that changes them | report of small headers | of the largest |",
);
console.log("|---|---|---|---|");
for (const { validators, log, small, largest } of reports.sort(
  (a, b) => a.validators - b.validators,
)) {
  console.log(`| ${validators} | ${cost(log)} | ${cost(small)} | ${cost(largest)} |`);
}

const vrf = median(named("enter_block", results.flat()));
console.log(`\nThe VRF of every block: ${cost(vrf)}, with the longest schedule.`);
const election = median(named("elect", results.flat()));
console.log(`\nThe largest election: ${cost(election)}, beside reading the voters.`);

const worst = Math.max(...rows.map(({ block }) => block)) + vrf;
const fit = [
  within("\nThe VRF", vrf, 0.5),
  within("Every block, with its VRF", worst, 1),
  within("The largest election", election, 50),
];
process.exitCode = fit.every(Boolean) ? 0 : 1;
