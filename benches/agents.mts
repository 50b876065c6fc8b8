/** Prints the results of `scripts/bench.sh agents` as tables. */

import { readFileSync } from "node:fs";

import {
  BUDGET,
  cost,
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
/** How many times the transaction of a transfer a vote by strategy may take, which is in none. */
const TRANSFERS = 4;
/** How many times the transaction of the bare call that of a wallet may take, with something spent in each bucket. */
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

const [baseFile, ...files] = process.argv.slice(2);
const results = readResults(files);
/** What a transaction costs beside its call, in nanoseconds. */
const base = Number(readFileSync(baseFile!, "utf8"));

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

// It looks at a thousand of them.
const search = row(
  "a search for a tag that all have",
  ["a_thousand", "many"].map((number) => samples("agents", `match_among_${number}`)),
);
console.log("");
printRows([search], [1_000, AMONG.many]);

/** What one takes among few, as the transfer that it is compared with. */
const among = (what: string) => rows.find((row) => row.what === what)!.times[0]!;
const transfer = base + median(samples("balances", "transfer_keep_alive"));
const vote = among("a vote by strategy");
const bare = base + among("the transfer without a wallet");
const wrapped = base + among("agent_wallet.execute with it, 25 and 29 buckets");
const idle = median(samples("agent_wallet", "idle"));
const times = (part: number, whole: number, limit: number) =>
  `${(part / whole).toFixed(2)} | ${limit.toFixed(2)}`;
console.log("\n| what, among few | all of it | as often | limit |");
console.log("|---|---:|---:|---:|");
console.log(`| a transaction without a call | ${cost(base)} | | |`);
console.log(`| balances.transfer_keep_alive | ${cost(transfer)} | | |`);
console.log(
  `| a vote by strategy, by that | ${cost(vote)} | ${times(vote, transfer, TRANSFERS)} |`,
);
console.log(`| the transfer without a wallet | ${cost(bare)} | | |`);
console.log(
  `| agent_wallet.execute with it, by that | ${cost(wrapped)} | ${times(wrapped, bare, WRAPPED)} |`,
);
console.log(`| the hook, nothing to vote on | ${cost(idle)} | | |`);

console.log(`\nThe budget of a block is ${BUDGET / 1_000_000} ms.`);
const checks = [
  holds(
    "Everything reads and writes as much among many as among few",
    [...rows, search].every((each) => isFlat(each.accesses)),
  ),
  holds(`A vote by strategy takes at most ${TRANSFERS} transfers`, vote <= TRANSFERS * transfer),
  holds(
    `A wallet's transaction takes at most ${WRAPPED} times the bare one`,
    wrapped <= WRAPPED * bare,
  ),
  within("The idle hook", idle, IDLE),
];
process.exitCode = checks.every(Boolean) ? 0 : 1;
