/**
 * Measures how many transfers a network of nodes takes in a second, and what becomes of each of them.
 *
 * Usage: network.mts [--quick]
 */

import { closeAll } from "../e2e/harness/cleanup.ts";
import { measure, percent, ROWS, type Result, type Scenario } from "./network/measure.mts";
import { keep } from "./network/results.mts";
import { holds } from "./weights.mts";

/** Seconds that a load lasts. */
const SECONDS = process.argv.includes("--quick") ? 40 : 120;
/** The part of a run's processor time that sending may take. */
const SENDING = 0.1;

const SCENARIOS: Scenario[] = [
  {
    title: "one node, 24 000 wait",
    validators: 1,
    profile: "backlog",
    goals: { full: 0.95 },
  },
  {
    title: "four validators, 24 000 wait",
    validators: 4,
    profile: "backlog",
    goals: { full: 0.9, steadiness: 0.9 },
  },
  { title: "four validators, 76 000 wait", validators: 4, profile: "crowd", goals: {} },
  { title: "one node, up to 600/s", validators: 1, profile: "steady", goals: {} },
  { title: "four validators, 24 000 at once", validators: 4, profile: "burst", goals: {} },
  { title: "four validators, 48 000 at once", validators: 4, profile: "flood", goals: {} },
  {
    title: "four validators, 24 000 at once, one killed",
    validators: 4,
    profile: "burst",
    killed: true,
    goals: {},
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

const goals = SCENARIOS.flatMap(({ title, goals }, index) => {
  const result = results[index]!;
  return [
    ...(Object.keys(goals) as (keyof typeof goals)[]).map((name) =>
      reaches(`${title}: ${name}`, result[name], goals[name]!),
    ),
    holds(`${title}: what was not refused is final`, result.vanished === 0),
    holds(`${title}: sending takes at most ${percent(SENDING)} of all`, result.sending <= SENDING),
  ];
});
process.exitCode = goals.every(Boolean) ? 0 : 1;

/** Says whether a figure is as high as it should be, and returns it. */
function reaches(what: string, figure: number, goal: number): boolean {
  return holds(`${what} is at least ${goal}, it is ${figure.toFixed(2)}`, figure >= goal);
}
