/** Prints the results of `scripts/bench.sh compute` as tables. */

import { readFileSync } from "node:fs";

import {
  BUDGET,
  cost,
  count,
  holds,
  isFlat,
  median,
  printRows,
  readResults,
  row,
  samplesIn,
  within,
} from "./weights.mts";

/** Percent of a block that the hook may take when nothing is due, and when much is. */
const HOOK = { idle: 0.05, busy: 3 };
/** What is measured among so many others. */
const AMONG = { few: 100, many: 100_000 };
/** The streams of the herd. */
const HERD = 100_000;

/** The calls of each pallet by their index; behind those of escrow, two of them at their largest. */
const CALLS = {
  escrow: [
    "create",
    "cancel",
    "accept",
    "decline",
    "deliver",
    "release",
    "refund",
    "approve",
    "withdraw_approval",
    "split",
    "settle",
    "open_stream",
    "top_up",
    "withdraw",
    "close_stream",
    "create: ten milestones, ten signers",
    "settle: ten milestones",
  ],
  gpu_staking: [
    "create_pool",
    "update_pool",
    "close_pool",
    "fund",
    "fund_from",
    "take_back",
    "stake",
    "add",
    "relock",
    "unstake",
    "withdraw_unbonded",
    "claim",
    "refresh",
  ],
};

/** How many times the transaction of a transfer these transactions may take, each among as few as the transfer is. */
const TRANSFERS = [
  ["escrow", "create", 3],
  ["escrow", "settle", 3],
  ["gpu_staking", "stake", 3],
  ["gpu_staking", "claim", 2],
] as const;

type Pallet = keyof typeof CALLS;

const [baseFile, ...files] = process.argv.slice(2);
const results = readResults(files);
/** What a transaction costs beside its call, in nanoseconds. */
const base = Number(readFileSync(baseFile!, "utf8"));

const samples = (pallet: string, name: string, component?: number) =>
  samplesIn(results, pallet, name, component);

const calls = (Object.keys(CALLS) as Pallet[]).flatMap((pallet) =>
  CALLS[pallet].map((call, index) =>
    row(
      `${pallet}.${call}`,
      Object.keys(AMONG).map((number) => samples(pallet, `calls_among_${number}`, index)),
    ),
  ),
);
const hooks = (
  [
    ["idle_among", "the hook, nothing due"],
    ["due_among", "the hook, one task due"],
  ] as const
).map(([name, what]) =>
  row(
    what,
    Object.values(AMONG).map((number) => samples("deadlines", name, number)),
  ),
);

printRows([...calls, ...hooks], Object.values(AMONG));

const transfer = median(samples("balances", "transfer_keep_alive"));
console.log("\n| transaction, among few | its call | all of it | transfers | limit |");
console.log("|---|---:|---:|---:|---:|");
console.log(`| without a call | | ${cost(base)} | | |`);
console.log(
  `| balances.transfer_keep_alive | ${cost(transfer)} | ${cost(base + transfer)} | 1.00 | |`,
);
const fits = TRANSFERS.map(([pallet, call, limit]) => {
  const { times } = calls.find(({ what }) => what === `${pallet}.${call}`)!;
  const few = times[0]!;
  const transfers = (base + few) / (base + transfer);
  const columns = [cost(few), cost(base + few), transfers.toFixed(2), limit.toFixed(2)];
  console.log(`| ${pallet}.${call} | ${columns.join(" | ")} |`);
  return transfers <= limit;
});

const idle = Math.max(median(samples("deadlines", "poll")), ...hooks[0]!.times);
const herd = samples("escrow", "herd").time_results[0]!;
const { reads: blocks, writes: most, extrinsic_time: longest, storage_root_time: heaviest } = herd;
console.log("\n| hook of deadlines | takes |");
console.log("|---|---:|");
console.log(`| idle, both clocks at a new bucket | ${cost(idle)} |`);
console.log(`| ${count(HERD)} streams end at once: blocks | ${count(blocks)} |`);
console.log(`| most of them in a block | ${count(most)} |`);
console.log(`| the longest of these blocks | ${cost(longest)} |`);
console.log(`| what the heaviest declares | ${cost(heaviest)} |`);

console.log(`\nThe budget of a block is ${BUDGET / 1_000_000} ms.`);
const checks = [
  holds(
    "Everything reads and writes as much among many as among few",
    [...calls, ...hooks].every((each) => isFlat(each.accesses)),
  ),
  holds("No transaction takes more transfers than it may", fits.every(Boolean)),
  within("The idle hook", idle, HOOK.idle),
  within("The longest hook while the herd ends", longest, HOOK.busy),
  within("The heaviest one", heaviest, HOOK.busy),
];
process.exitCode = checks.every(Boolean) ? 0 : 1;
