/**
 * Validators that lose their databases, and with them what they have voted for. They must not vote a
 * second time in a round of GRANDPA that is still open.
 */

import { readFileSync } from "node:fs";

import { blocks, eventsIn } from "../../harness/blocks.ts";
import { finalisedNumber } from "../../harness/chain.ts";
import { until } from "../../harness/deadline.ts";
import { setParameters } from "../../harness/genesis.ts";
import { Network } from "../../harness/network.ts";
import type { Node } from "../../harness/node.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Slots: longer than a test, so that the voters stay the same and their rounds are not cut short. */
const SESSION = 2_000;
/** Blocks after which whoever votes again in an open round votes for another block. */
const MORE = 12;
/** Blocks of a minute. */
const MINUTE = 60;
const SECONDS = 120;

const SUSPICION =
  /Block #\d+ was sealed with a key of this validator before its database was begun/;
const HELD = /does not vote on finality until a block made after \S+ .* is final/;
const RELEASED = /Block #\d+ is final: this validator votes on finality from the next round on/;

/** Events of those who vote twice, and what they lose. */
const PUNISHMENTS = [
  "availability.EquivocationPenalised",
  "availability.Suspended",
  "offences.Offence",
  "reputation.Burned",
  "staking.SlashReported",
  "staking.Slashed",
];

describe("a validator that is purged while finality stands still", () => {
  it("votes again when its votes of before are over, and is not punished", longTier, async () => {
    const network = await fourValidators();
    const [here, purged, ...away] = [0, 1, 2, 3] as const;
    await Promise.all(away.map((index) => network.nodes[index]!.kill()));
    await moreBlocks(network.nodes[here]!);
    await network.purge(purged);
    await network.nodes[purged]!.log.match(SUSPICION, SECONDS);
    await moreBlocks(network.nodes[here]!);

    // The hold outlives a restart.
    await network.restart(purged);
    await network.nodes[purged]!.log.match(HELD, SECONDS);
    const stood = await finalHeight(network.nodes[here]!);
    const best = await moreBlocks(network.nodes[here]!);
    assert.equal(await finalHeight(network.nodes[here]!), stood);

    await Promise.all(away.map((index) => network.restart(index)));
    await finalisedNumber(await network.nodes[here]!.api(), best + 1, SECONDS);
    await network.nodes[purged]!.log.match(RELEASED, SECONDS);

    // Without its votes nothing would be final.
    await network.nodes[away[0]]!.kill();
    await finalityGoesOn(network.nodes[here]!);
    // A restart does not bring the hold back.
    await network.restart(purged);
    await finalityGoesOn(network.nodes[here]!);
    assert.ok(!network.nodes[purged]!.log.lines.some((line) => HELD.test(line)));
    await nobodyVotedTwice(network);
    await network.stop();
  });
});

describe("two of four validators that are purged", () => {
  it("go on when the one that was away longest votes by its option", longTier, async () => {
    const network = await fourValidators();
    const [here, longest, shorter] = [0, 1, 2] as const;
    const api = await network.nodes[here]!.api();
    await network.nodes[longest]!.kill();
    await finalityGoesOn(network.nodes[here]!);
    await network.nodes[shorter]!.kill();
    await moreBlocks(network.nodes[here]!);

    await Promise.all([network.purge(longest), network.purge(shorter)]);
    for (const index of [longest, shorter]) {
      await network.nodes[index]!.log.match(HELD, SECONDS);
    }
    const stood = await finalHeight(network.nodes[here]!);
    const best = await moreBlocks(network.nodes[here]!);
    assert.equal(await finalHeight(network.nodes[here]!), stood);

    await network.restart(longest, ["--vote-on-fresh-database"]);
    await finalisedNumber(api, best + 1, SECONDS);
    await network.nodes[shorter]!.log.match(RELEASED, SECONDS);
    assert.ok(!network.nodes[longest]!.log.lines.some((line) => HELD.test(line)));
    await nobodyVotedTwice(network);
    await network.stop();
  });
});

describe("a new network", () => {
  it("finalises although validators come a minute late", longTier, async () => {
    const network = await fourValidators({ late: 2 });
    const [first] = network.nodes;
    const api = await first!.api();
    await until(2 * SECONDS, "a minute of blocks", async () => {
      const best = (await api.rpc.chain.getHeader()).number.toNumber();
      return best >= MINUTE ? true : undefined;
    });
    assert.equal(await finalHeight(first!), 0);

    const third = await network.launch();
    await finalisedNumber(api, MINUTE, SECONDS);
    const fourth = await network.launch();
    const { number } = await api.rpc.chain.getHeader();
    await finalisedNumber(await fourth.api(), number.toNumber() + 1, SECONDS);
    await third.kill();
    await finalityGoesOn(first!);
    for (const { log } of network.nodes) {
      assert.ok(!log.lines.some((line) => HELD.test(line)));
    }
    await nobodyVotedTwice(network);
    await network.stop();
  });
});

async function fourValidators(options: { late?: number } = {}): Promise<Network> {
  const network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionLength: SESSION }),
    ...options,
  });
  if (options.late === undefined) await network.finality(30);
  return network;
}

/** Waits for so many blocks that votes for the best one change; the height of the best one then. */
async function moreBlocks(node: Node): Promise<number> {
  const api = await node.api();
  const best = async () => (await api.rpc.chain.getHeader()).number.toNumber();
  const wanted = (await best()) + MORE;
  return until(SECONDS, `block ${wanted}`, async () => {
    const height = await best();
    return height >= wanted ? height : undefined;
  });
}

async function finalityGoesOn(node: Node): Promise<void> {
  const api = await node.api();
  await finalisedNumber(api, (await finalHeight(node)) + MORE, SECONDS);
}

async function finalHeight(node: Node): Promise<number> {
  const api = await node.api();
  const hash = await api.rpc.chain.getFinalizedHead();
  return (await api.rpc.chain.getHeader(hash)).number.toNumber();
}

async function nobodyVotedTwice(network: Network): Promise<void> {
  const api = await network.nodes[0]!.api();
  const best = (await api.rpc.chain.getHeader()).number.toNumber();
  const chain = await blocks(api, 1, best);
  const punished = PUNISHMENTS.flatMap((name) => eventsIn(chain, name).map(() => name));
  assert.deepEqual(punished, []);
  for (const { log } of network.nodes) {
    // The file has the lines of all runs of the node.
    assert.doesNotMatch(readFileSync(log.path, "utf8"), /equivocation/i);
  }
}
