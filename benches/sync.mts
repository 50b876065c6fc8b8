/** Measures how fast a new node syncs blocks in full, with VRFs that are verified and without. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { closeAll } from "../e2e/harness/cleanup.ts";
import { until } from "../e2e/harness/deadline.ts";
import { setSlotDuration } from "../e2e/harness/network/genesis.ts";
import { Network } from "../e2e/harness/network/network.ts";
import type { Node } from "../e2e/harness/node/node.ts";
import { useWorkspace } from "../e2e/harness/workspace.ts";

/** Blocks to sync. */
const BLOCKS = 1_000;
/** Duration of a slot in milliseconds, short so that the blocks are soon there. */
const SLOT = 100;
/** Time for the blocks to be made, on a busy machine. */
const SECONDS = 600;

const best = async (node: Node) =>
  Number((await node.rpc<{ number: string }>("chain_getHeader")).number);

/** Waits until a node has so many blocks; the time and how many they are then. */
async function reached(node: Node, number: number): Promise<{ time: number; number: number }> {
  return until(SECONDS, `block ${number}`, async () => {
    const now = await best(node);
    return now >= number ? { time: performance.now(), number: now } : undefined;
  });
}

/** Blocks that a new node imports in a second. */
async function speed(required: boolean): Promise<number> {
  useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-sync-")));
  const network = await Network.start({
    size: 1,
    change: (spec) => {
      setSlotDuration(spec, SLOT);
      spec.genesis.runtimeGenesis.patch.vrfBeacon.required = required;
    },
  });
  await reached(network.nodes[0]!, BLOCKS);
  const node = await network.join("new", ["--sync", "full"]);
  const first = await reached(node, 1);
  const last = await reached(node, BLOCKS);
  await Promise.all([node.stop(), network.stop()]);
  return (1_000 * (last.number - first.number)) / (last.time - first.time);
}

const [verified, unverified] = [await speed(true), await speed(false)];
const loss = 100 * (1 - verified / unverified);
console.log(`${BLOCKS} empty blocks, synced in full by a new node:`);
console.log(`  with VRFs that are verified  ${verified.toFixed(0)} blocks/s`);
console.log(`  without                      ${unverified.toFixed(0)} blocks/s`);
console.log(`  verifying costs              ${loss.toFixed(0)} % of the speed`);
await closeAll();
