/** Measures on validators what votes add to blocks, and what judging a block takes when much waits. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { keyPair, liquidity } from "../e2e/harness/chain/accounts.ts";
import { AITBC } from "../e2e/harness/chain/token.ts";
import { signedBytes } from "../e2e/harness/chain/transactions.ts";
import { closeAll } from "../e2e/harness/cleanup.ts";
import { until } from "../e2e/harness/deadline.ts";
import { setSlotDuration } from "../e2e/harness/network/genesis.ts";
import { Network, type NetworkOptions } from "../e2e/harness/network/network.ts";
import { moveBalance } from "../e2e/harness/network/spec.ts";
import type { Node } from "../e2e/harness/node/node.ts";
import { useWorkspace } from "../e2e/harness/workspace.ts";

/** Milliseconds. */
const SLOT = 2_000;
/** Sizes of the networks whose votes are counted; on each bench are all but the author of the block. */
const SIZES = [4, 10];
/** Members of the largest bench. */
const LARGEST_BENCH = 32;
/** Blocks in which nodes start and begin to vote. */
const START = 20;
/** Blocks that are looked at. */
const BLOCKS = 100;
/** Seconds for so many blocks at most. */
const SECONDS = (2 * BLOCKS * SLOT) / 1_000;

/** Transactions that wait, each of an account of its own. */
const WAITING = 10_000;
/** Those that wait when a verdict counts: the others were included. */
const STILL_WAITING = 9_000;
/** What each of them may take of a block, in picoseconds: so much that a block holds three. */
const HEAVY = 250_000_000_000n;
/** Their validator has room for all, the others for next to none, so that their blocks lack what waits. */
const LARGE_POOL = ["--pool-limit", "20000", "--pool-kbytes", "65536"];
const SMALL_POOL = ["--pool-limit", "8"];
/** Milliseconds that a verdict may take. */
const LIMIT = 50;
/** Milliseconds by which a proposal after a verdict may be ready later than one after none: machines are noisy. */
const DELAY = 25;

type Api = Awaited<ReturnType<Node["api"]>>;

/** A network with slots of two seconds, in a place of its own. */
function network(options: NetworkOptions): Promise<Network> {
  useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-policing-")));
  const change = (spec: Parameters<NonNullable<NetworkOptions["change"]>>[0]) => {
    setSlotDuration(spec, SLOT);
    options.change?.(spec);
  };
  return Network.start({ ...options, change });
}

const bestNumber = async (api: Api) => (await api.rpc.chain.getHeader()).number.toNumber();

/** Waits until so many more blocks are made. */
async function moreBlocks(api: Api, count: number): Promise<void> {
  const wanted = (await bestNumber(api)) + count;
  await until(SECONDS, `block ${wanted}`, async () =>
    (await bestNumber(api)) >= wanted ? true : undefined,
  );
}

/** The lengths of the votes in a block, in bytes. */
async function votesIn(api: Api, number: number): Promise<number[]> {
  const { block } = await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(number));
  return block.extrinsics
    .filter(({ method }) => method.section === "validationPool")
    .map((extrinsic) => extrinsic.toU8a().length);
}

/** Counts the votes of so many validators. */
async function countVotes(size: number): Promise<void> {
  const running = await network({ size });
  const api = await running.nodes[0]!.api();
  await moreBlocks(api, START + BLOCKS);
  const numbers = Array.from({ length: BLOCKS }, (_, index) => START + 1 + index);
  const votes = await Promise.all(numbers.map((number) => votesIn(api, number)));
  const bytes = votes.map((lengths) => sum(lengths));
  const most = Math.max(...votes.map(({ length }) => length));
  const row = [size, sum(bytes) / BLOCKS, Math.max(...bytes), most];
  console.log(`| ${row.map((value) => Math.round(value)).join(" | ")} |`);
  longest = Math.max(longest, ...votes.flat());
  await running.stop();
}

/** The longest vote that was seen, in bytes. */
let longest = 0;

/** A network of four whose first validator has a pool in which as many transactions wait as should. */
async function crowded(): Promise<Node> {
  const senders = Array.from({ length: WAITING }, (_, index) => keyPair(`//policing//${index}`));
  const running = await network({
    size: 4,
    // Else the log tells the time in seconds.
    args: ["-lpolicing=debug", "--detailed-log-output"],
    argsOf: { 0: LARGE_POOL, 1: SMALL_POOL, 2: SMALL_POOL, 3: SMALL_POOL },
    change: (spec) => {
      for (const { address } of senders) moveBalance(spec, liquidity.address, address, 10n * AITBC);
    },
  });
  const node = running.nodes[0]!;
  const api = await node.api();
  const weight = { refTime: HEAVY, proofSize: 0 };
  for (const sender of senders) {
    // Nobody but root may call it, but everybody may try, and claims the weight.
    const tx = api.tx.utility.withWeight(api.tx.system.remark("0x"), weight);
    await node.rpc("author_submitExtrinsic", [await signedBytes(api, tx, sender)]);
  }
  return node;
}

/** Times verdicts with all that waits, and the proposals after them; whether they are short enough. */
async function timeVerdicts(): Promise<boolean> {
  const node = await crowded();
  const api = await node.api();
  // While transactions are sent, checking them competes with judging.
  const sent = await bestNumber(api);
  await moreBlocks(api, BLOCKS);
  const judged = found(node, /Judged block (\d+) in ([\d.]+) ms: (\d+) transactions wait/);
  const verdicts = judged.filter(
    ([number, , waiting]) => number! > sent && waiting! >= STILL_WAITING,
  );
  const crowdedSince = verdicts[0]![0]!;
  const proposals = found(node, /(\d+):(\d+\.\d+) .* Prepared block for proposing at (\d+)/)
    .map(([minute, second, number]) => [number!, (60_000 * minute! + 1_000 * second!) % SLOT])
    .filter(([number]) => number! > crowdedSince);
  const own = new Set(proposals.map(([number]) => number!));
  const others = new Set(verdicts.map(([number]) => number!));
  const after = (parents: Set<number>) =>
    proposals.filter(([number]) => parents.has(number! - 1)).map(([, time]) => time!);
  const times = verdicts.map(([, time]) => time!);
  const [delayed, free] = [after(others), after(own)];

  console.log(`\n| while ${WAITING} transactions wait | times | median | at most |`);
  console.log("|---|---|---|---|");
  row("a verdict takes", times);
  row("after the begin of its slot, a block is filled on one that was judged", delayed);
  row("the same on one of its own, which was not", free);
  const short = Math.max(...times) <= LIMIT;
  const late = median(delayed) - median(free) > DELAY;
  console.log(`\nA verdict takes ${short ? "at most" : "MORE THAN"} ${LIMIT} ms.`);
  console.log(`Verdicts ${late ? "DELAY" : "do not delay"} proposals by more than ${DELAY} ms.`);
  return short && !late;
}

function row(what: string, times: number[]): void {
  const most = Math.max(...times);
  const [usual, highest] = [median(times), most].map((time) => `${time.toFixed(0)} ms`);
  console.log(`| ${what} | ${times.length} | ${usual} | ${highest} |`);
}

/** The numbers that a pattern has found in the log of a node. */
function found(node: Node, pattern: RegExp): number[][] {
  const matches = node.log.lines.map((line) => pattern.exec(line));
  return matches.filter((match) => match !== null).map((match) => match.slice(1).map(Number));
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

console.log("| validators | bytes of votes in a block | at most | votes in a block at most |");
console.log("|---|---|---|---|");
for (const size of SIZES) await countVotes(size);
console.log(
  `\nWith a vote of each of ${LARGEST_BENCH} members it is ${LARGEST_BENCH * longest} bytes at most.`,
);
process.exitCode = (await timeVerdicts()) ? 0 : 1;
await closeAll();
