/** Prints the results of `scripts/bench.sh pools` as tables. */

import { BUDGET, cost, costIn, median, readResults, within } from "./weights.mts";

/** Percent of a block that all about pools may take, with 32 votes in it. */
const LIMIT = 2;
/** How many times dearer a block may be with a million holders than with ten: machines are noisy. */
const FLAT = 1.5;

const results = readResults(process.argv.slice(2));

const costOf = (name: string, ...values: number[]) => costIn(results, name, ...values);

console.log("| what | takes |");
console.log("|---|---|");
console.log(`| opening a pool, 200 producers | ${cost(costOf("open_block_pool"))} |`);
console.log(`| closing one with 32 members | ${cost(costOf("close_block_pool", 32))} |`);
console.log(`| crediting an account | ${cost(costOf("credit"))} |`);
console.log(`| the begin of a session, 200 validators | ${cost(costOf("begin_session", 200))} |`);
for (const blocks of [1, 4, 16]) {
  console.log(`| a vote on ${blocks} blocks, checked twice | ${cost(costOf("vote", blocks))} |`);
}
for (const visits of [1, 9, 73]) {
  console.log(`| a flow that visits ${visits} posts | ${cost(costOf("propagate", visits))} |`);
}

console.log("\n| producers | holders | all about pools in a block with 32 votes |");
console.log("|---|---|---|");
const blocks = results.filter(({ benchmark }) => benchmark === "judged_block");
const rows = blocks
  .map((each) => {
    const [producers, holders] = each.time_results[0]!.components.map(([, value]) => value);
    return { producers: producers!, holders: holders!, time: median(each) };
  })
  .sort((a, b) => a.holders - b.holders || a.producers - b.producers);
for (const { producers, holders, time } of rows) {
  console.log(`| ${producers} | ${holders} | ${cost(time)} |`);
}

const byHolders = rows.filter(({ holders }) => holders > 0);
const [few, many] = [byHolders[0]!, byHolders[byHolders.length - 1]!];
const ratio = many.time / few.time;
const flat = ratio <= FLAT;
console.log(
  `\nWith ${many.holders} holders it takes ${ratio.toFixed(2)} times what it takes with ${few.holders}.`,
);
const worst = Math.max(...rows.map(({ time }) => time));
console.log(`The budget of a block is ${BUDGET / 1_000_000} ms.`);
process.exitCode = within("All about pools", worst, LIMIT) && flat ? 0 : 1;
