/** A network that falls into two halves, which do not know of each other, and grows together again. */

import { blocks, eventsIn } from "../../harness/chain/blocks.ts";
import { availability, reputation } from "../../harness/chain/por.ts";
import { currentSession, bestInSession } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { Network } from "../../harness/network/network.ts";
import { heal, RESERVED_ONLY, split } from "../../harness/network/partition.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Indices of the validators that go away together. */
const AWAY = [2, 3];
/** Sessions that begin while the network is in two parts. Each lasts 20 s. */
const SESSIONS = 3;
const SESSION_SECONDS = 60;
/** Events of a punishment. */
const PUNISHMENTS = [
  "availability.MissedSlotsPenalised",
  "availability.EquivocationPenalised",
  "availability.Suspended",
  "offences.Offence",
  "reputation.Burned",
  "staking.Chilled",
  "staking.SlashReported",
  "staking.Slashed",
];

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({ size: SIZE, args: [RESERVED_ONLY] });
  await heal(network.nodes);
  await network.finality(30);
});

after(() => network?.stop());

describe("a network in two halves", () => {
  it("finalises in neither of them, and makes blocks in both", longTier, async () => {
    await split(network, AWAY);
    const session = await currentSession(await network.nodes[0]!.api());
    await everywhere((node) => sessionReached(node, session + 1));
    const before = await everywhere(finalHeight);
    await everywhere((node) => sessionReached(node, session + SESSIONS));
    assert.deepEqual(await everywhere(finalHeight), before);

    const height = Math.min(...(await everywhere(bestHeight))) - 2;
    const hashes = await everywhere((node) => hashAt(node, height));
    const [here, , there] = hashes;
    assert.deepEqual(hashes, [here, here, there, there]);
    assert.notEqual(here, there);
  });

  it("becomes one chain again that is final everywhere", longTier, async () => {
    const tops = await everywhere(bestHeight);
    await heal(network.nodes);
    const target = Math.max(...tops) + 1;
    await everywhere(async (node) => finalisedNumber(await node.api(), target, 120));
    const hashes = await everywhere((node) => hashAt(node, target));
    assert.deepEqual(hashes, Array(SIZE).fill(hashes[0]));
  });

  it("punishes nobody for it", longTier, async () => {
    const node = network.nodes[0]!;
    const api = await node.api();
    // What was missed is judged when the session ends.
    await bestInSession(api, (await currentSession(api)) + 1, SESSION_SECONDS);
    const chain = await blocks(api, 1, await bestHeight(node));
    const found = PUNISHMENTS.flatMap((name) =>
      eventsIn(chain, name).map((data) => `${name} ${JSON.stringify(data)}`),
    );
    assert.deepEqual(found, []);
    for (const { address } of network.validators) {
      const before = await reputation(node, "block", address, api.genesisHash.toHex());
      const { encumbered } = await reputation(node, "block", address);
      // Work is paid in reputation, so it may be more.
      assert.ok(encumbered >= before.encumbered, `${address} has ${encumbered}`);
      assert.equal((await availability(node, address)).suspended, false);
    }
  });
});

/** Asks all nodes at once. */
function everywhere<T>(question: (node: Node) => Promise<T>): Promise<T[]> {
  return Promise.all(network.nodes.map(question));
}

async function sessionReached(node: Node, session: number): Promise<void> {
  await bestInSession(await node.api(), session, (SESSIONS + 1) * SESSION_SECONDS);
}

async function hashAt(node: Node, height: number): Promise<string> {
  return (await (await node.api()).rpc.chain.getBlockHash(height)).toHex();
}

async function bestHeight(node: Node): Promise<number> {
  return (await (await node.api()).rpc.chain.getHeader()).number.toNumber();
}

async function finalHeight(node: Node): Promise<number> {
  const api = await node.api();
  const hash = await api.rpc.chain.getFinalizedHead();
  return (await api.rpc.chain.getHeader(hash)).number.toNumber();
}
