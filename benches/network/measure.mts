/** Puts a load on a network of nodes, and measures what becomes of it. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { ApiPromise } from "@polkadot/api";
import type { WeightV2 } from "@polkadot/types/interfaces";

import { liquidity } from "../../e2e/harness/chain/accounts.ts";
import { timeOf } from "../../e2e/harness/chain/time.ts";
import { AITBC } from "../../e2e/harness/chain/token.ts";
import { setParameters, setSlotDuration } from "../../e2e/harness/network/genesis.ts";
import { Network } from "../../e2e/harness/network/network.ts";
import { moveBalance } from "../../e2e/harness/network/spec.ts";
import type { Node } from "../../e2e/harness/node/node.ts";
import { useWorkspace } from "../../e2e/harness/workspace.ts";
import type { Goal } from "./goals.mts";
import { figures, type Figures, type Operation } from "./history.mts";
import { load, senders } from "./load.mts";

/** As on public networks: slots in milliseconds, and slots in a session. */
const SLOT = 2_000;
const SESSION = 300;
/** What each sender has at genesis. */
const PURSE = 100n * AITBC;
/** Blocks within which something becomes final. */
const FINALITY = 30;
/** Seconds of a load until a validator is killed, and then until it is back. */
const UNTIL_KILLED = 8;
const AWAY = 8;

/** A network and the load that is put on it. */
export interface Scenario {
  title: string;
  validators: number;
  profile: string;
  /** Whether the last validator is killed in the middle and started again. */
  killed?: true;
  /** Whether all levers are off. */
  isPlain?: true;
  /** What has to be reached; other figures are only told. */
  goals: Goal[];
}

export interface Result extends Figures {
  /** Seconds from the first transfer sent until the last was final. */
  lasted: number;
  /** How full blocks were: the part of the transfers that their weight allows. */
  full: number;
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
    size,
    change(spec) {
      setSlotDuration(spec, SLOT);
      setParameters(spec, { sessionLength: SESSION });
      for (const account of accounts) moveBalance(spec, liquidity.address, account, PURSE);
    },
  });
}

/** Seconds until the last that became final was. */
const lasted = (operations: Operation[]) =>
  operations.reduce((most, { finalised }) => Math.max(most, finalised ?? 0), 0) / 1_000;

const cpuOf = (nodes: Node[]) => nodes.reduce((sum, node) => sum + node.usage().cpuSeconds, 0);

/** How many transfers are as heavy as normal transactions of a block may be. */
async function transfersInBlock(api: ApiPromise): Promise<number> {
  const transfer = api.tx.balances.transferKeepAlive(liquidity.address, 1n);
  const { weight } = await transfer.paymentInfo(liquidity.address);
  const { maxTotal, baseExtrinsic } = api.consts.system.blockWeights.perClass.normal;
  const time = ({ refTime }: WeightV2) => refTime.toNumber();
  return time(maxTotal.unwrap()) / (time(baseExtrinsic) + time(weight as unknown as WeightV2));
}

/** What the node of the benches can do without, see `node/src/levers.rs`. */
export const LEVERS = ["waiting-room", "built-in-runtime", "signature-cache", "pace"];

/** Lets nodes that are started from now on do without these. */
export function turnOff(levers: string[]): void {
  process.env["AITBC_LEVERS_OFF"] = levers.join(",");
}

/** Kills the last validator in the middle of a load, and starts it again. */
async function killOne({ nodes }: Network): Promise<void> {
  const last = nodes.length - 1;
  await sleep(1_000 * UNTIL_KILLED);
  await nodes[last]!.kill();
  await sleep(1_000 * AWAY);
  nodes[last] = await nodes[last]!.restart();
}

/** Puts the load of a scenario on a new network, for `seconds` at most. */
export async function measure(
  { validators, profile, killed, isPlain }: Scenario,
  seconds: number,
): Promise<Result> {
  if (isPlain) turnOff(LEVERS);
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
    load(profile, [...running.nodes], watch, seconds),
    killed && killOne(running),
  ]);
  const after = await head();
  const most = (await transfersInBlock(api)) / (SLOT / 1_000);
  const used = cpuOf(running.nodes) - cpu;
  const all = used + cpuSeconds + cpuOf([watch]) - cpuOfWatch;
  const memory = running.nodes.map((node) => node.usage().peakMemory);
  const result = figures(operations, seconds);
  await running.stop();
  await watch.stop();
  if (isPlain) turnOff([]);
  return {
    ...result,
    lasted: lasted(operations),
    full: result.goodput / most,
    cpu: killed ? NaN : (1_000 * used) / result.finalised,
    sending: cpuSeconds / all,
    missed: 1 - (SLOT * (after.number - before.number)) / (after.time - before.time),
    memory: Math.max(...memory),
  };
}

const inSeconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? "" : `${(milliseconds / 1_000).toFixed(1)} s`;
export const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/** How each figure is written. */
export const ROWS: [what: string, (result: Result) => string][] = [
  ["transfers/s in final blocks", ({ goodput }) => goodput.toFixed(0)],
  ["of what the weight of blocks allows", ({ full }) => percent(full)],
  ["of it in the second half, by the first", ({ steadiness }) => steadiness.toFixed(2)],
  ["sent", ({ sent }) => String(sent)],
  ["refused", ({ refused }) => String(refused)],
  ["final", ({ finalised }) => String(finalised)],
  ["not refused, but never final", ({ vanished }) => String(vanished)],
  ["inclusion p50", ({ inclusion }) => inSeconds(inclusion.p50)],
  ["inclusion p95", ({ inclusion }) => inSeconds(inclusion.p95)],
  ["inclusion p99", ({ inclusion }) => inSeconds(inclusion.p99)],
  ["inclusion p90 of those who pay more", ({ tipped }) => inSeconds(tipped.p90)],
  ["finality p50", ({ finality }) => inSeconds(finality.p50)],
  ["finality p99", ({ finality }) => inSeconds(finality.p99)],
  ["CPU of the validators per thousand", ({ cpu }) => (cpu > 0 ? `${cpu.toFixed(2)} s` : "")],
  ["slots without a block", ({ missed }) => percent(missed)],
  ["memory of a validator, at most", ({ memory }) => `${(memory / 2 ** 20).toFixed(0)} MiB`],
  ["CPU of sending, of all", ({ sending }) => percent(sending)],
];
