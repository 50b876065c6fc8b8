import { spawnSync } from "node:child_process";
/**
 * Measures how many transfers a network of nodes takes in a second, and what becomes of each of them.
 *
 * Usage: network.mts [--quick]
 */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { liquidity } from "../e2e/harness/chain/accounts.ts";
import { timeOf } from "../e2e/harness/chain/time.ts";
import { AITBC } from "../e2e/harness/chain/token.ts";
import { closeAll } from "../e2e/harness/cleanup.ts";
import { setParameters, setSlotDuration } from "../e2e/harness/network/genesis.ts";
import { Network } from "../e2e/harness/network/network.ts";
import { moveBalance } from "../e2e/harness/network/spec.ts";
import type { Node } from "../e2e/harness/node/node.ts";
import { useWorkspace } from "../e2e/harness/workspace.ts";
import { figures, type Figures } from "./network/history.mts";
import { load, senders } from "./network/load.mts";
import { holds } from "./weights.mts";

/** As on public networks: slots in milliseconds, and slots in a session. */
const SLOT = 2_000;
const SESSION = 300;
/** Seconds that a load lasts. */
const SECONDS = 15;
/** What each sender has at genesis. */
const PURSE = 100n * AITBC;
/** Blocks within which something becomes final. */
const FINALITY = 30;
/** Seconds of a load until a validator is killed, and then until it is back. */
const UNTIL_KILLED = 8;
const AWAY = 8;
/** The part of a run's processor time that sending may take. */
const SENDING = 0.1;

interface Scenario {
  title: string;
  validators: number;
  profile: string;
  /** Whether the last validator is killed in the middle and started again. */
  killed?: true;
  /** What has to be reached; others are only told. */
  goals: Partial<Record<"goodput" | "steadiness", number>>;
}

const SCENARIOS: Scenario[] = [{ title: "x", validators: 4, profile: "flood", goals: {} }];
const UNUSED: Scenario[] = [
  {
    title: "one node, 24 000 wait",
    validators: 1,
    profile: "backlog",
    goals: { goodput: 3_000 },
  },
  {
    title: "four validators, 24 000 wait",
    validators: 4,
    profile: "backlog",
    goals: { goodput: 1_200, steadiness: 0.9 },
  },
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

interface Result extends Figures {
  /** Processor seconds of all validators for a thousand transfers; not known if one was killed. */
  cpu: number;
  /** The part of all processor time that was spent on sending. */
  sending: number;
  /** The part of slots without a block. */
  missed: number;
  /** The most memory of a validator, in bytes. */
  memory: number;
}

/** A network of so many validators, on which the senders of a profile have tokens. */
async function network(size: number, profile: string): Promise<Network> {
  useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-network-")));
  const accounts = await senders(profile);
  return Network.start({
    size, args: (process.env.ARGS ?? "").split(" ").filter(Boolean),
    change(spec) {
      setSlotDuration(spec, SLOT);
      setParameters(spec, { sessionLength: SESSION });
      for (const account of accounts) moveBalance(spec, liquidity.address, account, PURSE);
    },
  });
}

const cpuOf = (nodes: Node[]) => nodes.reduce((sum, node) => sum + node.usage().cpuSeconds, 0);

/** Kills the last validator in the middle of a load, and starts it again. */
async function killOne({ nodes }: Network): Promise<void> {
  const last = nodes.length - 1;
  await sleep(1_000 * UNTIL_KILLED);
  await nodes[last]!.kill();
  await sleep(1_000 * AWAY);
  nodes[last] = await nodes[last]!.restart();
}

async function measure({ validators, profile, killed }: Scenario): Promise<Result> {
  const running = await network(validators, profile);
  const watch = await running.join("watch");
  const api = await watch.api();
  await running.finality(FINALITY);
  const head = async () => {
    const header = await api.rpc.chain.getHeader();
    return { number: header.number.toNumber(), time: await timeOf(api, header.hash.toHex()) };
  };
  const [before, cpu, cpuOfWatch] = [await head(), cpuOf(running.nodes), cpuOf([watch])];
  const [{ operations, cpuSeconds }] = await Promise.all([
    load(profile, [...running.nodes], watch, SECONDS),
    killed && killOne(running),
  ]);
  const after = await head();
  const used = cpuOf(running.nodes) - cpu;
  const all = used + cpuSeconds + cpuOf([watch]) - cpuOfWatch;
  const memory = running.nodes.map((node) => node.usage().peakMemory);
  const result = figures(operations, SECONDS);
  for (const node of [...running.nodes]) {
    try {
      console.log(JSON.stringify(await node.rpc("backlog_status")), (await node.rpc<string[]>("author_pendingExtrinsics")).length);
      const text = await (await fetch(`http://127.0.0.1:${node.ports?.prometheus ?? 0}/metrics`)).text().catch(() => "");
      console.log(text.split("\n").filter((l) => /^(aitbc_pool|aitbc_verdict_abst|substrate_sub_txpool)/.test(l) && !/bucket| 0$/.test(l)).join("\n"));
    } catch (error) { console.log(String(error)); }
  }
  spawnSync('cp', [...running.nodes.map((n) => n.log.path), '/tmp/s28/']);
  await running.stop();
  await watch.stop();
  return {
    ...result,
    cpu: killed ? NaN : (1_000 * used) / result.finalised,
    sending: cpuSeconds / all,
    missed: 1 - (SLOT * (after.number - before.number)) / (after.time - before.time),
    memory: Math.max(...memory),
  };
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/** How each figure is written. */
const ROWS: [what: string, (result: Result) => string][] = [
  ["transfers/s in final blocks", ({ goodput }) => goodput.toFixed(0)],
  ["of it in the second half, by the first", ({ steadiness }) => steadiness.toFixed(2)],
  ["sent", ({ sent }) => String(sent)],
  ["refused", ({ refused }) => String(refused)],
  ["final", ({ finalised }) => String(finalised)],
  ["not refused, but never final", ({ vanished }) => String(vanished)],
  ["inclusion p50", ({ inclusion }) => seconds(inclusion.p50)],
  ["inclusion p95", ({ inclusion }) => seconds(inclusion.p95)],
  ["inclusion p99", ({ inclusion }) => seconds(inclusion.p99)],
  ["finality p50", ({ finality }) => seconds(finality.p50)],
  ["finality p99", ({ finality }) => seconds(finality.p99)],
  ["CPU of the validators per thousand", ({ cpu }) => `${cpu.toFixed(2)} s`],
  ["slots without a block", ({ missed }) => percent(missed)],
  ["memory of a validator, at most", ({ memory }) => `${(memory / 2 ** 20).toFixed(0)} MiB`],
  ["CPU of sending, of all", ({ sending }) => percent(sending)],
];

const results: Result[] = [];
for (const scenario of SCENARIOS) {
  console.error(`==> ${scenario.title}`);
  results.push(await measure(scenario));
}
await closeAll();

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
