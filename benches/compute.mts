/** Prints the results of `scripts/bench.sh compute` as tables. */

import { type Benchmark, BUDGET, cost, holds, median, readResults, within } from "./weights.mts";

/** How many times dearer a call may be among more. */
const FLAT = 1.1;
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

/** How many times a transfer a call may take. */
const TRANSFERS = [
  ["escrow", "create", 3],
  ["escrow", "settle", 3],
  ["gpu_staking", "stake", 3],
  ["gpu_staking", "claim", 2],
] as const;

type Pallet = keyof typeof CALLS;

const results = readResults(process.argv.slice(2));

/** The samples of a benchmark of `pallet`, with this value of its component if it has one. */
function samples(
  pallet: string,
  name: string,
  component?: number,
): Pick<Benchmark, "time_results"> {
  const time_results = results
    .filter((each) => each.pallet === `pallet_${pallet}` && each.benchmark === name)
    .flatMap((each) => each.time_results)
    .filter(({ components }) => component === undefined || components[0]![1] === component);
  if (time_results.length === 0) throw new Error(`no result of ${pallet}.${name}(${component})`);
  return { time_results };
}

/** A row of the first table: its times among few and among many, in nanoseconds. */
interface Row {
  what: string;
  times: number[];
}

const calls = (Object.keys(CALLS) as Pallet[]).flatMap((pallet) =>
  CALLS[pallet].map((call, index): Row => {
    const times = Object.keys(AMONG).map((number) =>
      median(samples(pallet, `calls_among_${number}`, index)),
    );
    return { what: `${pallet}.${call}`, times };
  }),
);
const hooks = (
  [
    ["idle_among", "the hook, nothing due"],
    ["due_among", "the hook, one task due"],
  ] as const
).map(([name, what]): Row => {
  const times = Object.values(AMONG).map((number) => median(samples("deadlines", name, number)));
  return { what, times };
});

const count = (n: number) => n.toLocaleString("en").replaceAll(",", " ");
const ratio = ({ times }: Row) => Math.max(...times) / Math.min(...times);
const columns = Object.values(AMONG).map((number) => `among ${count(number)}`);
console.log(`| what | ${columns.join(" | ")} | largest by smallest |`);
console.log(`|---|${"---:|".repeat(columns.length + 1)}`);
for (const row of [...calls, ...hooks]) {
  console.log(`| ${row.what} | ${row.times.map(cost).join(" | ")} | ${ratio(row).toFixed(2)} |`);
}

const transfer = median(samples("balances", "transfer_keep_alive"));
console.log("\n| what | takes at most | transfers | limit |");
console.log("|---|---:|---:|---:|");
console.log(`| balances.transfer_keep_alive | ${cost(transfer)} | 1.00 | |`);
const fits = TRANSFERS.map(([pallet, call, limit]) => {
  const { times } = calls.find(({ what }) => what === `${pallet}.${call}`)!;
  const most = Math.max(...times);
  const transfers = most / transfer;
  console.log(
    `| ${pallet}.${call} | ${cost(most)} | ${transfers.toFixed(2)} | ${limit.toFixed(2)} |`,
  );
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
const worst = [...calls, ...hooks].reduce((a, b) => (ratio(a) > ratio(b) ? a : b));
const checks = [
  holds(
    `Nothing takes more than ${FLAT} times as much among more (${worst.what}: ${ratio(worst).toFixed(2)})`,
    ratio(worst) <= FLAT,
  ),
  holds("No call takes more transfers than it may", fits.every(Boolean)),
  within("The idle hook", idle, HOOK.idle),
  within("The longest hook while the herd ends", longest, HOOK.busy),
  within("The heaviest one", heaviest, HOOK.busy),
];
process.exitCode = checks.every(Boolean) ? 0 : 1;
