/** Bursts: many transfers of many senders, signed before the first is sent. */

import { setImmediate } from "node:timers/promises";
import type { ApiPromise, WsProvider } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";

import { until } from "../deadline.ts";
import { metrics } from "../node/metrics.ts";
import type { Node } from "../node/node.ts";
import { RpcError } from "../node/rpc.ts";
import { keyPair } from "./accounts.ts";
import { finalised } from "./transactions.ts";

/** Lines that are sent in a request. */
const IN_REQUEST = 10;

/** The transfers of a sender that has sent nothing before, by nonce from 0 on. */
export interface Line {
  sender: KeyringPair;
  transfers: HexString[];
}

/** What a node answers to a transaction: its hash, or why it is refused. */
export type Answer = HexString | RpcError;

/** So many accounts whose secret URIs begin with `topic`. */
export function sendersOf(topic: string, size: number): KeyringPair[] {
  return Array.from({ length: size }, (_, index) => keyPair(`//${topic}//${index}`));
}

/** Lets each of these sign so many transfers to the next one. */
export async function signedLines(
  api: ApiPromise,
  senders: KeyringPair[],
  length: number,
): Promise<Line[]> {
  const { genesisHash, runtimeVersion } = api;
  const immortal = { genesisHash, runtimeVersion, blockHash: genesisHash };
  const lines: Line[] = [];
  for (const [index, sender] of senders.entries()) {
    const { address } = senders[(index + 1) % senders.length]!;
    const tx = api.tx.balances.transferKeepAlive(address, 1);
    const signed = (nonce: number) => tx.sign(sender, { ...immortal, nonce }).toHex();
    lines.push({ sender, transfers: Array.from({ length }, (_, nonce) => signed(nonce)) });
    // All of them take minutes, and nodes hang up on a client that is silent for so long.
    await setImmediate();
  }
  return lines;
}

/** Sends lines to a node, in many requests at once. Its answers. */
export async function submit(node: Node, lines: Line[]): Promise<Answer[]> {
  const requests: Promise<Answer[]>[] = [];
  for (let first = 0; first < lines.length; first += IN_REQUEST) {
    const transfers = lines.slice(first, first + IN_REQUEST).flatMap((line) => line.transfers);
    const calls = transfers.map((bytes) => [bytes]);
    requests.push(node.batch<HexString>("author_submitExtrinsic", calls));
  }
  return (await Promise.all(requests)).flat();
}

/** Those of the answers that refuse something. */
export function refusals(answers: Answer[]): RpcError[] {
  return answers.filter((answer) => answer instanceof RpcError);
}

/** What ends a watch. */
const ENDS = ["finalized", "finalityTimeout", "usurped", "dropped", "invalid"];

/**
 * Sends a transaction and watches it. The last that is told of it, such as `finalized`; or the code with which it is
 * refused.
 */
export function fate(provider: WsProvider, bytes: HexString): Promise<string | number> {
  return new Promise((resolve) => {
    const told = (error: Error | null, status: string | Record<string, unknown>) => {
      const step = typeof status === "string" ? status : Object.keys(status)[0]!;
      if (error === null && ENDS.includes(step)) resolve(step);
    };
    provider
      .subscribe("author_extrinsicUpdate", "author_submitAndWatchExtrinsic", [bytes], told)
      .catch((error: { code: number }) => resolve(error.code));
  });
}

/** How many transfers of each line are in the chain up to block `at`, or to the best block. */
export async function usedNonces(api: ApiPromise, lines: Line[], at?: string): Promise<number[]> {
  const state = at === undefined ? api : await api.at(at);
  const accounts = await state.query.system.account.multi(
    lines.map(({ sender }) => sender.address),
  );
  return accounts.map(({ nonce }) => nonce.toNumber());
}

/** Waits until all these transfers are in blocks that are final. The height of the last. */
export async function allFinal(api: ApiPromise, lines: Line[], seconds: number): Promise<number> {
  const head = await finalised(api, "all transfers to be final", seconds, async ({ hash }) => {
    const used = await usedNonces(api, lines, hash.toHex());
    return lines.every(({ transfers }, index) => transfers.length === used[index]);
  });
  return head.number.toNumber();
}

/** Of the blocks `from` to `to` of the best chain, those that hold any of these transfers, by height. */
export async function blocksWith(
  node: Node,
  lines: Line[],
  from: number,
  to: number,
): Promise<number[]> {
  const transfers = new Set<string>(lines.flatMap((line) => line.transfers));
  const found: number[] = [];
  for (let number = from; number <= to; number++) {
    const hash = await node.rpc<string>("chain_getBlockHash", [number]);
    const { block } = await node.rpc<{ block: { extrinsics: string[] } }>("chain_getBlock", [hash]);
    if (block.extrinsics.some((bytes) => transfers.has(bytes))) found.push(number);
  }
  return found;
}

/** Waits until nothing waits at a node, in front of the pool or in it, as it says itself and by its metrics. */
export function nothingWaits(node: Node, seconds: number): Promise<true> {
  return until(seconds, `nothing to wait at ${node.name}`, async () => {
    const status = await node.rpc<{ waiting: number; inPool: number }>("backlog_status");
    const gauge = (await metrics(node)).get("aitbc_pool_waiting");
    return status.waiting + status.inPool === 0 && gauge === 0 ? true : undefined;
  });
}

/** The next nonces of the senders of these lines, as a node tells them. */
export async function nextNonces(node: Node, lines: Line[]): Promise<(number | RpcError)[]> {
  return node.batch(
    "system_accountNextIndex",
    lines.map(({ sender }) => [sender.address]),
  );
}
