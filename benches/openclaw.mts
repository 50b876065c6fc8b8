/** Prints the results of `scripts/bench.sh openclaw` as tables, and what the weights of the pallet declare. */

import { readFileSync } from "node:fs";

import {
  accesses,
  BUDGET,
  cost,
  costIn,
  count,
  findIn,
  holds,
  isFlat,
  readResults,
  within,
  written,
} from "./weights.mts";

/** How many times a transfer a typical vote may take. */
const TRANSFERS = 3;
/** Percent of a block that the hook may take when it has nothing to do. */
const IDLE = 0.1;
/** Nanoseconds that a vote may declare. */
const DECLARED = 2_000_000;
/** Bytes of the longest reason. */
const REASON = 2_000;
/** Percent of a block that the hook may take in all, and the delegators for whom it must be able to cast. */
const HOOK = { percent: 2, delegators: 16 };
/** Delegators that the hook casts for at a time. */
const PAGE = 8;
/** Nanoseconds of the runtime's database, ParityDB, for each entry. */
const DATABASE = { reads: 8_000, writes: 50_000 };

/** What must not depend on how many votes and holders there are. */
const OPERATIONS: [benchmark: string, what: string][] = [
  ["propose_among", "a proposal"],
  ["vote_among", "a vote"],
  ["cast_for_delegator_among", "casting for a delegator"],
  ["finalise_among", "counting a vote"],
  ["enact_among", "an enactment"],
];

const [weights, ...files] = process.argv.slice(2);
const results = readResults(files);

const costOf = (name: string, ...values: number[]) => costIn(results, name, ...values);

/** What the weights of the pallet declare for a call or a step of the hook, in nanoseconds. */
function declared(name: string, component = 0): number {
  const source = readFileSync(weights!, "utf8");
  const [, measured] = source.split("for SubstrateWeight<T>");
  const body = measured?.split(`fn ${name}(`)[1]?.split("\n\t}")[0];
  if (body === undefined) throw new Error(`${weights} has no weight of ${name}`);
  const sum = (pattern: RegExp, price: number, times = 1) =>
    [...body.matchAll(pattern)].reduce((all, [, n]) => all + number(n!) * price * times, 0);
  const fixed = sum(/(?<!add\()Weight::from_parts\(([\d_]+),/g, 1 / 1_000);
  const each = sum(/add\(Weight::from_parts\(([\d_]+),/g, 1 / 1_000, component);
  const database = Object.entries(DATABASE).map(
    ([kind, price]) =>
      sum(new RegExp(`\\.${kind}\\(([\\d_]+)\\)`, "g"), price) +
      sum(new RegExp(`\\.${kind}\\(\\(([\\d_]+)_u64`, "g"), price, component),
  );
  return fixed + each + database.reduce((all, part) => all + part, 0);
}

function number(digits: string): number {
  return Number(digits.replaceAll("_", ""));
}

/** The numbers of votes and holders with which all of [`OPERATIONS`] were measured, as the files come. */
const columns = results
  .filter(({ benchmark }) => benchmark === OPERATIONS[0]![0])
  .map(({ time_results }) => time_results[0]!.components.map(([, value]) => value))
  .map(([votes, holders]): [number, number] => [votes!, holders!])
  .sort(([a, b], [c, d]) => a - c || b - d);
const titles = columns.map(
  ([votes, holders]) => `${count(votes)} votes, ${count(holders)} holders`,
);
console.log(`| what | ${titles.join(" | ")} | largest by smallest | reads + writes |`);
console.log(`|---|${"---:|".repeat(columns.length + 2)}`);
const areFlat = OPERATIONS.map(([benchmark, what]) => {
  const times = columns.map((values) => costOf(benchmark, ...values));
  const done = columns.map((values) => accesses(findIn(results, benchmark, ...values)));
  const ratio = Math.max(...times) / Math.min(...times);
  const cells = [
    ...times.map(cost),
    ratio.toFixed(2),
    [...new Set(done.map(written))].join(" or "),
  ];
  console.log(`| ${what} | ${cells.join(" | ")} |`);
  return isFlat(done);
});

const vote = costOf("typical_vote");
const transfer = costOf("transfer_keep_alive");
const idle = costOf("poll");
const page = costOf("cast_delegators", PAGE);
console.log("\n| what | takes | declares |");
console.log("|---|---:|---:|");
console.log(
  `| a typical vote: three open polls, ten points | ${cost(vote)} | ${cost(declared("vote", REASON))} |`,
);
console.log(`| \`transfer_keep_alive\` | ${cost(transfer)} | |`);
console.log(
  `| the hook with 64 live proposals, idle | ${cost(idle)} | ${cost(declared("poll"))} |`,
);
console.log(
  `| casting for ${PAGE} delegators | ${cost(page)} | ${cost(declared("cast_delegators", PAGE))} |`,
);

const share = (BUDGET * HOOK.percent) / 100 - declared("poll");
const delegators = PAGE * Math.floor(share / declared("cast_delegators", PAGE));
console.log(`\nThe budget of a block is ${BUDGET / 1_000_000} ms.`);
const checks = [
  holds(
    "Everything reads and writes as much with more votes or holders",
    areFlat.every((flat) => flat),
  ),
  holds(
    `A typical vote takes ${(vote / transfer).toFixed(2)} times what a transfer does, at most ${TRANSFERS}`,
    vote <= TRANSFERS * transfer,
  ),
  within("The idle hook", idle, IDLE),
  holds(`A vote declares at most ${DECLARED / 1_000_000} ms`, declared("vote", REASON) <= DECLARED),
  holds(
    `With ${HOOK.percent} % of a block the hook casts for ${delegators} delegators, at least ${HOOK.delegators}`,
    delegators >= HOOK.delegators,
  ),
];
process.exitCode = checks.every((fine) => fine) ? 0 : 1;
