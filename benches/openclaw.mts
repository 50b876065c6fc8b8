/** Prints the results of `scripts/bench.sh openclaw` as tables, and what the weights of the pallet declare. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

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
const PAGE = 4;
/** Polls that there can be, and others in which somebody who votes is usually counted. */
const POLLS = 64;
const OTHERS = 2;
/** Nanoseconds of the runtime's database for each entry. */
const DATABASE = readPrices(join(import.meta.dirname, "../runtime/src/weights/database.rs"));

function readPrices(path: string): { reads: number; writes: number } {
  const source = readFileSync(path, "utf8");
  const price = (kind: string) => {
    const [, digits] = new RegExp(
      `${kind}: WEIGHT_REF_TIME_PER_NANOS\\.saturating_mul\\(([\\d_]+)\\)`,
    ).exec(source)!;
    return number(digits!);
  };
  return { reads: price("read"), writes: price("write") };
}

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
function declared(name: string, components: Record<string, number> = {}): number {
  const source = readFileSync(weights!, "utf8");
  const [, measured] = source.split("for SubstrateWeight<T>");
  const body = measured?.split(`fn ${name}(`)[1]?.split("\n\t}")[0];
  if (body === undefined) throw new Error(`${weights} has no weight of ${name}`);
  const sum = (pattern: string, price: number) =>
    [...body.matchAll(new RegExp(pattern, "g"))].reduce((all, [, n, of]) => {
      const many = of === undefined ? 1 : (components[of] ?? 0);
      return all + number(n!) * price * many;
    }, 0);
  const times = String.raw`\.saturating_mul\((\w)\.into\(\)\)`;
  const fixed = sum(String.raw`(?<!add\()Weight::from_parts\(([\d_]+),`, 1 / 1_000);
  const each = sum(String.raw`add\(Weight::from_parts\(([\d_]+), \d+\)${times}`, 1 / 1_000);
  const database = Object.entries(DATABASE).map(
    ([kind, price]) =>
      sum(String.raw`\.${kind}\(([\d_]+)\)`, price) +
      sum(String.raw`\.${kind}\(\(([\d_]+)_u64\)${times}`, price),
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
  `| a typical vote: three open polls, ten points | ${cost(vote)} | ${cost(declared("plain_vote", { p: OTHERS }))} |`,
);
console.log(
  `| the same with the longest reason | | ${cost(declared("vote", { b: REASON, p: OTHERS }))} |`,
);
console.log(
  `| the most: 63 other polls | | ${cost(declared("vote", { b: REASON, p: POLLS - 1 }))} |`,
);
console.log(`| \`transfer_keep_alive\` | ${cost(transfer)} | |`);
console.log(
  `| the hook with 64 live proposals, idle | ${cost(idle)} | ${cost(declared("poll"))} |`,
);
console.log(
  `| casting for ${PAGE} delegators | ${cost(page)} | ${cost(declared("cast_delegators", { n: PAGE }))} |`,
);

/** What a page of delegators declares, of each of whom something is frozen for so many polls. */
function pageOf(polls: number): number {
  const each = declared("vote", { p: 1 }) - declared("vote");
  return declared("cast_delegators", { n: PAGE }) + PAGE * polls * each;
}

// A page is begun if there is room for the largest one, and costs what it holds.
const share = (BUDGET * HOOK.percent) / 100 - declared("poll");
const spare = share - pageOf(POLLS);
const delegators = spare < 0 ? 0 : PAGE * (1 + Math.floor(spare / pageOf(OTHERS)));
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
  holds(
    `A typical vote with the longest reason declares at most ${DECLARED / 1_000_000} ms`,
    declared("vote", { b: REASON, p: OTHERS }) <= DECLARED,
  ),
  holds(
    `With ${HOOK.percent} % of a block the hook casts for ${delegators} delegators, at least ${HOOK.delegators}`,
    delegators >= HOOK.delegators,
  ),
];
process.exitCode = checks.every((fine) => fine) ? 0 : 1;
