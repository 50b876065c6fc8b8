/** Validators that hold their votes on finality back, and those who vote twice. */

import { readFileSync } from "node:fs";

import { blocks, eventsIn } from "../chain/blocks.ts";
import { blockBy } from "../chain/sessions.ts";
import { finalisedNumber } from "../chain/transactions.ts";
import { until } from "../deadline.ts";
import type { Node } from "../node/node.ts";
import { assert } from "../test.ts";
import { setParameters } from "./genesis.ts";
import { Network, type NetworkOptions } from "./network.ts";

/** A validator has found out that it was there before its database. */
export const SUSPICION =
  /Block #\d+ was sealed with a key of this validator before its database was begun/;
/** Its votes are held back. */
export const HELD = /does not vote on finality until a block made after \S+ .* is final/;
/** They are no more. */
export const RELEASED =
  /Block #\d+ is final: this validator votes on finality from the next round on/;

/** Slots: longer than a test, so that the voters stay the same and their rounds are not cut short. */
const SESSION = 2_000;
/** Blocks after which whoever votes again in an open round votes for another block. */
const MORE = 12;
/** Seconds for so many blocks if half of the slots have none, and for finality to follow. */
export const SECONDS = 120;

/** Events of those who vote twice, and what they lose. */
const PUNISHMENTS = [
  "availability.EquivocationPenalised",
  "availability.Suspended",
  "offences.Offence",
  "reputation.Burned",
  "staking.SlashReported",
  "staking.Slashed",
];

/** A network of four validators in a session without end. */
export function fourValidators(options: Partial<NetworkOptions> = {}): Promise<Network> {
  return Network.start({
    size: 4,
    change: (spec) => setParameters(spec, { sessionLength: SESSION }),
    ...options,
  });
}

/** Waits for a final block of validator `index`: by its blocks it knows later that it was there. */
export async function hasBlockOf(network: Network, index: number): Promise<void> {
  await blockBy(await network.nodes[0]!.api(), network.validators[index]!.address, SECONDS);
}

/** Waits for so many blocks that votes for the best one change; the height of the best one then. */
export async function moreBlocks(node: Node): Promise<number> {
  return height(node, (await bestHeight(node)) + MORE);
}

/** Waits for block `wanted`; the height of the best one then. */
export function height(node: Node, wanted: number): Promise<number> {
  return until(SECONDS, `block ${wanted}`, async () => {
    const best = await bestHeight(node);
    return best >= wanted ? best : undefined;
  });
}

/** Waits until so many more blocks are final that votes for the best one have changed. */
export async function finalityGoesOn(node: Node): Promise<void> {
  await finalisedNumber(await node.api(), (await finalHeight(node)) + MORE, SECONDS);
}

/** Waits for more blocks, none of which becomes final; the height of the best one then. */
export async function finalityStandsStill(node: Node): Promise<number> {
  const before = await finalHeight(node);
  const best = await moreBlocks(node);
  assert.equal(await finalHeight(node), before);
  return best;
}

/** Throws if a validator has voted twice in a round, as the nodes and the chain have seen it. */
export async function nobodyVotedTwice(network: Network): Promise<void> {
  const node = network.nodes[0]!;
  const chain = await blocks(await node.api(), 1, await bestHeight(node));
  const punished = PUNISHMENTS.filter((name) => eventsIn(chain, name).length > 0);
  assert.deepEqual(punished, []);
  for (const { log } of network.nodes) {
    // The file has the lines of all runs of the node.
    assert.doesNotMatch(readFileSync(log.path, "utf8"), /equivocation/i);
  }
}

async function bestHeight(node: Node): Promise<number> {
  return (await (await node.api()).rpc.chain.getHeader()).number.toNumber();
}

async function finalHeight(node: Node): Promise<number> {
  const api = await node.api();
  const hash = await api.rpc.chain.getFinalizedHead();
  return (await api.rpc.chain.getHeader(hash)).number.toNumber();
}
