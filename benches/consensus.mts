/** Prints the results of `scripts/bench.sh consensus` as a table. */

import { readFileSync } from "node:fs";

/** Compute budget of a block in nanoseconds: `MAXIMUM_BLOCK_WEIGHT` of the runtime. */
const BUDGET = 1_333_000_000;
/** Slots of a session: the `mainnet` preset has 300, and there are four for each validator. */
const slots = (validators: number) => Math.max(300, 4 * validators);
/** Bytes of a key in Aura's list. */
const KEY = 32;

interface Benchmark {
  benchmark: string;
  time_results: { components: [string, number][]; extrinsic_time: number }[];
}

/** Nanoseconds. */
function median(benchmark: Benchmark): number {
  const times = benchmark.time_results.map((result) => result.extrinsic_time);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const cost = (nanoseconds: number) =>
  `${(nanoseconds / 1_000).toFixed(0)} µs (${((100 * nanoseconds) / BUDGET).toFixed(4)} %)`;

const rows = process.argv.slice(2).map((file) => {
  const results = JSON.parse(readFileSync(file, "utf8")) as Benchmark[];
  const named = (name: string) => results.find(({ benchmark }) => benchmark === name)!;
  const validators = named("ordinary_block").time_results[0]!.components[0]![1];
  return {
    validators,
    block: median(named("ordinary_block")),
    session: median(named("begin_session")),
  };
});

console.log("| validators | slots of a session | every block | block that begins a session | its header |");
console.log("|---|---|---|---|---|");
for (const { validators, block, session } of rows.sort((a, b) => a.validators - b.validators)) {
  const header = `${KEY * slots(validators)} bytes`;
  console.log(
    `| ${validators} | ${slots(validators)} | ${cost(block)} | ${cost(session)} | ${header} |`,
  );
}
const worst = Math.max(...rows.map(({ block }) => block));
const fits = worst <= BUDGET / 100;
console.log(`\nEvery block: ${fits ? "within" : "MORE THAN"} 1 % of a block's compute budget.`);
process.exitCode = fits ? 0 : 1;
