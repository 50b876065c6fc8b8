/** Four validators are given far more transfers at once than blocks hold, and none is lost. */

import { WsProvider, type ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { liquidity } from "../../harness/chain/accounts.ts";
import {
  allFinal,
  blocksWith,
  sendersOf,
  fate,
  nextNonces,
  nothingWaits,
  refusals,
  signedLines,
  submit,
  usedNonces,
  type Line,
} from "../../harness/chain/burst.ts";
import { authors } from "../../harness/chain/por.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { within } from "../../harness/deadline.ts";
import { setParameters, setSlotDuration } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { moveBalance } from "../../harness/network/spec.ts";
import { metrics } from "../../harness/node/metrics.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Index of the validator that is killed. */
const VICTIM = 3;
/** Transfers of each sender: a node lets 64 wait. */
const LENGTH = 60;
/** Senders of 24 000 transfers, and of 48 000: a node lets 65 536 wait, so it refuses none. */
const SENDERS = 400;
const MORE_SENDERS = 800;
/** What each sender has at genesis. */
const PURSE = 100n * AITBC;
/** Milliseconds: a busy machine misses no slot of this length. */
const SLOT = 2_000;
/** Slots: longer than the test, as a session that ends meanwhile may suspend the victim. */
const SESSION = 1_000;
/** Height before which finality must have begun. */
const EARLY = 15;
/** Blocks that become final while the victim is away. */
const AWAY = 4;
/** More than 48 000 transfers take on a busy machine. */
const SECONDS = 300;
/** So many times, at most, each peer sends a transaction that is here already. */
const DUPLICATES = 2;
/** Codes of the answers to what is invalid, to what is here already, and of a node that is full. */
const INVALID = 1010;
const ALREADY_IMPORTED = 1013;
const FULL = 1016;

let network: Network;
let api: ApiPromise;
/** Who sends in each of the tests. */
let ofOne: KeyringPair[];
let ofFour: KeyringPair[];
let ofKilled: KeyringPair[];

before(async () => {
  if (longTier.skip) return;
  ofOne = sendersOf("of-one", SENDERS);
  ofFour = sendersOf("of-four", SENDERS);
  ofKilled = sendersOf("of-killed", MORE_SENDERS);
  network = await Network.start({
    size: SIZE,
    metrics: true,
    // A client watches all that it sends.
    args: ["--rpc-max-subscriptions-per-connection", String(SENDERS * LENGTH)],
    change(spec) {
      setSlotDuration(spec, SLOT);
      setParameters(spec, { sessionLength: SESSION });
      for (const { address } of [...ofOne, ...ofFour, ...ofKilled]) {
        moveBalance(spec, liquidity.address, address, PURSE);
      }
    },
  });
  api = await network.nodes[0]!.api();
  await network.finality(EARLY);
});

after(() => network?.stop());

const signed = (senders: KeyringPair[]) => signedLines(api, senders, LENGTH);
/** Those of the lines that the node with this index is given. */
const partOf = (lines: Line[], index: number) => lines.filter((_, line) => line % SIZE === index);
const best = async () => (await api.rpc.chain.getHeader()).number.toNumber();
const allMetrics = () => Promise.all(network.nodes.map(metrics));

/** How many transactions each node was sent by its peers that it had already. */
async function duplicates(): Promise<number[]> {
  return (await allMetrics()).map((samples) => samples.get("aitbc_gossip_duplicates_total")!);
}

/** How many, in all nodes, were let in and are gone without being in a block, for any of the reasons. */
async function gone(): Promise<number> {
  return (await allMetrics())
    .flatMap((samples) => [...samples])
    .filter(([name]) => name.startsWith("aitbc_pool_gone_total{"))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Sends lines to a node and watches all of them until their ends. */
async function fates(node: Node, lines: Line[]): Promise<(string | number)[]> {
  const provider = new WsProvider(node.wsUrl, false, {}, 1_000 * SECONDS);
  await provider.connect();
  await provider.isReady;
  const sent = lines.flatMap(({ transfers }) => transfers).map((bytes) => fate(provider, bytes));
  const what = `the ends of ${sent.length} transfers at ${node.name}`;
  const ends = await within(SECONDS, what, Promise.all(sent));
  await provider.disconnect();
  return ends;
}

/** Nothing waits at any node, not even behind a missing nonce: the next nonces are those that the chain has. */
async function nobodyWaits(lines: Line[]): Promise<void> {
  await Promise.all(network.nodes.map((node) => nothingWaits(node, SECONDS)));
  const used = await usedNonces(api, lines);
  for (const node of network.nodes) {
    assert.deepEqual(await nextNonces(node, lines), used, node.name);
  }
}

describe("24 000 transfers to one of four validators", () => {
  it("are in blocks of all four, and peers do not repeat them", longTier, async () => {
    const node = network.nodes[0]!;
    const lines = await signed(ofOne);
    const [first, before] = [await best(), await duplicates()];
    assert.deepEqual(refusals(await submit(node, lines)), []);
    const last = await allFinal(api, lines, SECONDS);

    const held = await blocksWith(node, lines, first, last);
    const made = (await authors(node, first, last)).filter(({ block }) => held.includes(block));
    assert.equal(new Set(made.map(({ account }) => account)).size, SIZE);
    for (const [index, now] of (await duplicates()).entries()) {
      const each = (now - before[index]!) / (SENDERS * LENGTH * (SIZE - 1));
      assert.ok(each < DUPLICATES, `validator ${index}: ${each} of a transfer by a peer`);
    }
    await nobodyWaits(lines);
  });
});

describe("24 000 transfers, 6 000 to each of four validators at once", () => {
  it("are final, or whoever sends them learns that they are not", longTier, async () => {
    const lines = await signed(ofFour);
    const before = await gone();
    const all = network.nodes.map((node, index) => fates(node, partOf(lines, index)));
    const ends = (await Promise.all(all)).flat();
    const count = (end: string | number) => ends.filter((each) => each === end).length;
    const dropped = count("dropped");
    const known = count("finalized") + dropped + count(FULL);
    assert.equal(known, ends.length, `their ends are ${[...new Set(ends)].join(", ")}`);
    assert.ok((await gone()) - before >= dropped);
    await nobodyWaits(lines);
  });
});

describe("48 000 transfers to four validators, one of which is killed and comes back", () => {
  it("are final when those of its clients are sent to it again", longTier, async () => {
    const lines = await signed(ofKilled);
    const answers = network.nodes.map((node, index) => submit(node, partOf(lines, index)));
    assert.deepEqual(refusals(await answers[VICTIM]!), []);
    await network.nodes[VICTIM]!.kill();
    assert.deepEqual(refusals((await Promise.all(answers)).flat()), []);
    await finalisedNumber(api, (await best()) + AWAY, SECONDS);

    // Of what it had accepted, only that is lost which it had not told its peers. Nobody sends to them again.
    const again = await submit(await network.restart(VICTIM), partOf(lines, VICTIM));
    for (const { code, data } of refusals(again)) {
      if (code !== ALREADY_IMPORTED) {
        assert.deepEqual([code, data], [INVALID, "Transaction is outdated"]);
      }
    }
    await allFinal(api, lines, SECONDS);
    await nobodyWaits(lines);
  });
});
