/**
 * Measures how many transfers a network of nodes takes in a second, and what becomes of each of them.
 *
 * Usage: network.mts [--quick]
 */

import { closeAll } from "../e2e/harness/cleanup.ts";
import * as goals from "./network/goals.mts";
import { measure, ROWS, type Result, type Scenario } from "./network/measure.mts";
import { keep } from "./network/results.mts";
import { holds } from "./weights.mts";

/** Seconds that a load lasts. */
const SECONDS = process.argv.includes("--quick") ? 40 : 120;
/** What transfers in a second with 76 000 waiting must be, by those with 24 000. */
const FLAT = 0.95;
const MIB = 2 ** 20;

const SCENARIOS: Scenario[] = [
  {
    title: "one node, 24 000 wait",
    validators: 1,
    profile: "backlog",
    goals: [goals.full(0.95)],
  },
  {
    title: "four validators, 24 000 wait",
    validators: 4,
    profile: "backlog",
    goals: [goals.full(0.9), goals.steadiness(0.9), goals.missed(0.01), goals.cpu(1.3)],
  },
  {
    title: "four validators, 76 000 wait",
    validators: 4,
    profile: "crowd",
    goals: [goals.tipped90(10_000), goals.memory(1_536 * MIB)],
  },
  {
    title: "one node, up to 600/s",
    validators: 1,
    profile: "steady",
    goals: [goals.inclusion50(3_000), goals.inclusion99(6_000), goals.finality99(12_000)],
  },
  { title: "four validators, 24 000 at once", validators: 4, profile: "burst", goals: [] },
  {
    title: "four validators, 24 000 at once, levers off",
    validators: 4,
    profile: "collapse",
    isPlain: true,
    goals: [],
  },
  { title: "four validators, 48 000 at once", validators: 4, profile: "flood", goals: [] },
  {
    title: "four validators, 24 000 at once, one killed",
    validators: 4,
    profile: "burst",
    killed: true,
    goals: [],
  },
];

const results: Result[] = [];
for (const scenario of SCENARIOS) {
  console.error(`==> ${scenario.title}`);
  results.push(await measure(scenario, SECONDS));
}
await closeAll();
console.error(
  `==> kept in ${keep(
    SECONDS,
    SCENARIOS.map(({ title }, index) => ({ title, ...results[index]! })),
  )}`,
);

console.log(`| | ${SCENARIOS.map(({ title }) => title).join(" | ")} |`);
console.log(`|---|${"---:|".repeat(SCENARIOS.length)}`);
for (const [what, write] of ROWS) console.log(`| ${what} | ${results.map(write).join(" | ")} |`);

const [, backlog, crowd] = results;
const flat = crowd!.goodput / backlog!.goodput;
const reached = [
  ...SCENARIOS.flatMap((scenario, index) =>
    [...scenario.goals, ...(scenario.isPlain ? [] : [goals.vanished]), goals.sending].map((goal) =>
      goals.reaches(scenario.title, results[index]!, goal),
    ),
  ),
  holds(`With 76 000 waiting by 24 000: ${flat.toFixed(2)}, at least ${FLAT}`, flat >= FLAT),
];
process.exitCode = reached.every(Boolean) ? 0 : 1;
