/** What of each block a recomputation goes by. */

import { blocks, type Block } from "../chain/blocks.ts";
import { schedule, type Schedule } from "../chain/por.ts";
import type { Node } from "../node/node.ts";

export interface Facts extends Block {
  /** The schedule in force after it. */
  schedule: Schedule;
  /** What its VRF gave, in hex. */
  output: string;
  /** What that of its parent gave. */
  parentOutput: string;
}

/** Blocks that a node is asked for at a time. */
const BATCH = 50;

/** The facts of the blocks `from` to `to` of the best chain. The states after them are needed. */
export async function facts(node: Node, from: number, to: number): Promise<Facts[]> {
  const found: Facts[] = [];
  for (let first = from; first <= to; first += BATCH) {
    found.push(...(await some(node, first, Math.min(to, first + BATCH - 1))));
  }
  return found;
}

async function some(node: Node, from: number, to: number): Promise<Facts[]> {
  const api = await node.api();
  const chain = await blocks(api, from, to);
  return Promise.all(
    chain.map(async (block) => {
      const at = await api.at(block.hash);
      const outputs = (await at.query["vrfBeacon"]!["outputs"]!()).toJSON();
      const { block: output, parent } = outputs as { block: string; parent: string };
      const inForce = await schedule(node, block.hash);
      return { ...block, schedule: inForce, output, parentOutput: parent };
    }),
  );
}
