/** Measures how fast a new node syncs blocks in full, with VRFs that are verified and without. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { closeAll } from "../e2e/harness/cleanup.ts";
import { until } from "../e2e/harness/deadline.ts";
import { Network } from "../e2e/harness/network/network.ts";
import type { Node } from "../e2e/harness/node/node.ts";
import { useWorkspace } from "../e2e/harness/workspace.ts";

/** Blocks to sync. */
const BLOCKS = 1_000;
/** Time for the blocks to be made, in slots of a second. */
const SECONDS = 2 * BLOCKS;

const best = async (node: Node) =>
  Number((await node.rpc<{ number: string }>("chain_getHeader")).number);

/** Waits until a node has so many blocks; the time and how many they are then. */
async function reached(node: Node, number: number): Promise<{ time: number; number: number }> {
  return until(SECONDS, `block ${number}`, async () => {
    const now = await best(node);
    return now >= number ? { time: performance.now(), number: now } : undefined;
  });
}

/** A chain of one validator in slots of a second. */
function chain(required: boolean): Promise<Network> {
  useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-sync-")));
  return Network.start({
    size: 1,
    change: (spec) => {
      spec.genesis.runtimeGenesis.patch.vrfBeacon.required = required;
    },
  });
}

/** Blocks that a new node of a chain imports in a second. */
async function speed(network: Network): Promise<number> {
  const node = await network.join("new", ["--sync", "full"]);
  const first = await reached(node, 1);
  const last = await reached(node, BLOCKS);
  await node.stop();
  return (1_000 * (last.number - first.number)) / (last.time - first.time);
}

// Both at a time, since it takes a while.
const chains = [await chain(true), await chain(false)];
await Promise.all(chains.map(({ nodes }) => reached(nodes[0]!, BLOCKS)));
const [verified, unverified] = [await speed(chains[0]!), await speed(chains[1]!)];
const loss = 100 * (1 - verified / unverified);
console.log(`${BLOCKS} empty blocks, synced in full by a new node:`);
console.log(`  with VRFs that are verified  ${verified.toFixed(0)} blocks/s`);
console.log(`  without                      ${unverified.toFixed(0)} blocks/s`);
console.log(`  verifying costs              ${loss.toFixed(0)} % of the speed`);
await closeAll();
