/** Prints the results of `scripts/bench.sh agents` as tables. */

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

/** What is measured among so many others. */
const AMONG = { few: 100, many: 100_000 };
/** How many transfers a vote by strategy may take. */
const TRANSFERS = 4;
/** How many times the bare call a wallet's call may take, with something spent in each bucket. */
const WRAPPED = 1.6;
/** Percent of a block that the hook may take while there is nothing to vote on. */
const IDLE = 0.05;

/** What is measured of each pallet, by the value of the component; none if there is none. */
const MEASURED: [pallet: string, benchmark: string, what: string[]][] = [
  [
    "agents",
    "calls_among",
    [
      "agents.register",
      "agents.update",
      "agents.suspend",
      "agents.resume",
      "agents.set_role",
      "agents.offer_control",
      "agents.accept_control",
      "agents.retire",
      "agents.heartbeat",
      "agents.send: 1 000 bytes",
      "agents.acknowledge",
    ],
  ],
  [
    "agent_wallet",
    "calls_among",
    [
      "the transfer without a wallet",
      "agent_wallet.execute with it, 25 and 29 buckets",
      "agent_wallet.create",
      "agent_wallet.withdraw",
    ],
  ],
  [
    "agent_wallet",
    "visits_among",
    ["a visit of a wallet that does not vote", "a vote by strategy"],
  ],
];

const results = readResults(process.argv.slice(2));

const samples = (pallet: string, name: string, component?: number) =>
  samplesIn(results, pallet, name, component);

const rows = MEASURED.flatMap(([pallet, benchmark, all]) =>
  all.map((what, index) =>
    row(
      what,
      Object.keys(AMONG).map((number) => samples(pallet, `${benchmark}_${number}`, index)),
    ),
  ),
);
printRows(rows, Object.values(AMONG));

/** What one takes, at most. */
function most(what: string): number {
  return Math.max(...rows.find((row) => row.what === what)!.times);
}

// It looks at a thousand of them.
const search = row(
  "a search for a tag that all have",
  ["a_thousand", "many"].map((number) => samples("agents", `match_among_${number}`)),
);
console.log("");
printRows([search], [1_000, AMONG.many]);

const transfer = median(samples("balances", "transfer_keep_alive"));
const vote = most("a vote by strategy");
const [bare, wrapped] = rows
  .filter(({ what }) => /the transfer without|execute with it/.test(what))
  .map(({ times }) => times) as [number[], number[]];
const wrapping = Math.max(...wrapped.map((time, index) => time / bare[index]!));
const idle = median(samples("agent_wallet", "idle"));
console.log("\n| what | takes | as often | limit |");
console.log("|---|---:|---:|---:|");
console.log(`| balances.transfer_keep_alive | ${cost(transfer)} | 1.00 | |`);
console.log(
  `| a vote by strategy, by a transfer | ${cost(vote)} | ${(vote / transfer).toFixed(2)} | ${TRANSFERS.toFixed(2)} |`,
);
console.log(
  `| a wallet's call, by the bare one | ${cost(Math.max(...wrapped))} | ${wrapping.toFixed(2)} | ${WRAPPED.toFixed(2)} |`,
);
console.log(`| the hook, nothing to vote on | ${cost(idle)} | | |`);

console.log(`\nThe budget of a block is ${BUDGET / 1_000_000} ms.`);
const checks = [
  holds(
    "Everything reads and writes as much among many as among few",
    [...rows, search].every(isFlat),
  ),
  holds(`A vote by strategy takes at most ${TRANSFERS} transfers`, vote <= TRANSFERS * transfer),
  holds(`A wallet's call takes at most ${WRAPPED} times the bare one`, wrapping <= WRAPPED),
  within("The idle hook", idle, IDLE),
];
process.exitCode = checks.every(Boolean) ? 0 : 1;
