/** Who produces which block: by reputation and evenly, and the same for all clients. */

import { filter, firstValueFrom } from "rxjs";

import { blocks, eventsIn, rotations, type Block } from "../../harness/chain/blocks.ts";
import {
  authors,
  deliveries,
  producerOf,
  REP,
  schedule,
  type Delivery,
} from "../../harness/chain/por.ts";
import { finalInSession } from "../../harness/chain/sessions.ts";
import { lightClient } from "../../harness/clients/light-client.ts";
import { within } from "../../harness/deadline.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Slots of a session, of the preset. */
const LENGTH = 20;
/** Reputation of each validator, in whole REP. */
const REPUTATION = [600n, 300n, 100n, 0n];
/**
 * Half of the slots are shared evenly, so they go by 425, 275, 175 and 125. Nobody has more than a
 * third of 20 slots, 6 2/3, rounded up: 7. The first would have 8 1/2, so it has 7. Of the other 13
 * the others have 6.22, 3.96 and 2.83. What rounding has taken from 275 in sessions 0 and 1, nearly
 * half a slot, it gets in session 2.
 */
const SHARES = [
  [7, 6, 4, 3],
  [7, 7, 4, 2],
  [7, 6, 4, 3],
];
/** The first session that is over when the tests look, and is whole: that of the first shares. */
const FIRST = 1;
/** Rotations that the light client has to follow from its first block on. */
const ROTATIONS = 3;
/** Three sessions of 20 s each, on a busy machine. */
const SESSIONS_SECONDS = 120;

let network: Network;
let node: Node;
let addresses: string[];
/** All final blocks from block 1 up to the last one that begins a session. */
let chain: Block[];
/** The blocks that begin the sessions from `FIRST` on. */
let beginnings: Block[];
/** The blocks that the light client has announced as final, until it has reached the end of `chain`. */
let light: { number: number; hash: string }[];

before(async () => {
  network = await Network.start({
    size: REPUTATION.length,
    reputation: REPUTATION,
    // Nobody earns any, so that shares stay.
    change: (spec) => setParameters(spec, { mintRatio: 0 }),
  });
  node = network.nodes[0]!;
  addresses = network.validators.map(({ address }) => address);
  const api = await node.api();
  const { papi, stop } = await lightClient(network.spec, network.nodes);
  const seen: typeof light = [];
  papi.finalizedBlock$.subscribe(({ number, hash }) => seen.push({ number, hash }));
  const begun = papi.finalizedBlock$.pipe(filter(({ number }) => number > 0));
  const { hash } = await within(60, "a final block for smoldot", firstValueFrom(begun));

  // On a busy machine the light client begins in a later session than the first.
  const session = (await (await api.at(hash)).query.session.currentIndex()).toNumber();
  const final = await finalInSession(api, session + ROTATIONS, SESSIONS_SECONDS);
  const all = await blocks(api, 1, final.number.toNumber());
  beginnings = rotations(all);
  chain = all.slice(0, beginnings.at(-1)!.number);
  const reached = papi.finalizedBlock$.pipe(filter(({ number }) => number >= chain.length));
  await within(60, `block ${chain.length} to be final for smoldot`, firstValueFrom(reached));
  light = seen.filter(({ number }) => number > 0 && number <= chain.length);
  await stop();
});

after(() => network?.stop());

describe("the slots of a session", () => {
  it("are shared by encumbered reputation and evenly, up to a cap", async () => {
    for (const [index, { hash, session }] of beginnings.slice(0, SHARES.length).entries()) {
      const shares = SHARES[index]!;
      const { length, order, producers } = await schedule(node, hash);
      assert.equal(length, LENGTH, `session ${session}`);
      assert.equal(order.length, LENGTH, `session ${session}`);
      assert.deepEqual(
        byAddress(producers).map(({ slots, weight }) => [slots, weight]),
        shares.map((slots, index) => [slots, REPUTATION[index]! * REP]),
      );
      const places = addresses.map((address) =>
        order.filter((index) => producers[index]!.account === address),
      );
      assert.deepEqual(
        places.map(({ length }) => length),
        shares,
      );
    }
  });

  it("are announced with the session, which begins in the first block after the one before", () => {
    assert.deepEqual(
      eventsIn(beginnings, "availability.Scheduled"),
      beginnings.map(({ session }) => ({
        session: String(session),
        slots: String(LENGTH),
        producers: String(REPUTATION.length),
      })),
    );
    const starts = [chain[0]!, ...beginnings];
    for (const [index, { number, slot }] of beginnings.entries()) {
      const end = starts[index]!.slot + LENGTH;
      assert.ok(slot >= end, `slot ${slot} begins a session before slot ${end}`);
      assert.ok(parentOf(number).slot < end, `slot ${slot} begins a session late`);
    }
  });

  it("come in another order each time", async () => {
    const orders = await Promise.all(
      beginnings.map(async ({ hash }) => {
        const current = await schedule(node, hash);
        const slots = Array.from({ length: LENGTH }, (_, index) => current.start + 1 + index);
        return slots.map((slot) => producerOf(current, slot)).join();
      }),
    );
    assert.equal(new Set(orders).size, beginnings.length);
  });
});

describe("each block", () => {
  it("is made by the producer of its slot", async () => {
    for (const { author, number, parent, slot } of chain.slice(1)) {
      const inForce = await schedule(node, parent);
      assert.equal(author, producerOf(inForce, slot), `block ${number} of slot ${slot}`);
    }
  });

  it("has one author, whom por_authors and the event both name", async () => {
    const told = await authors(node, 1, chain.length);
    assert.deepEqual(
      told,
      chain.map(({ author, hash, number, slot }) => ({
        block: number,
        hash,
        slot,
        account: author,
      })),
    );
    assert.deepEqual(
      eventsIn(chain, "availability.Authored"),
      told.map(({ account, slot }) => ({ author: account, slot: String(slot) })),
    );
  });

  it("is in a slot of its own, after that of its parent", () => {
    for (const { number, slot } of chain.slice(1)) {
      assert.ok(parentOf(number).slot < slot, `block ${number} is in slot ${slot}`);
    }
  });
});

describe("at the end of a session", () => {
  it("the chain has counted who made blocks and who missed slots", async () => {
    for (const [index, begin] of beginnings.slice(0, -1).entries()) {
      const end = beginnings[index + 1]!;
      const told = byAddress(await deliveries(node, end.hash));
      assert.deepEqual(told, await delivered(begin, end), `session ${begin.session}`);
      const elapsed = told.reduce((sum, delivery) => sum + delivery.elapsed, 0);
      assert.equal(elapsed, end.slot - begin.slot, `slots of session ${begin.session}`);
    }
    assert.equal(beginnings[0]!.session, FIRST);
    assert.ok(beginnings.length >= SHARES.length);
  });
});

describe("a smoldot light client", () => {
  it("follows finality block by block over three rotations", () => {
    const first = light[0]!.number;
    const followed = beginnings.filter(({ number }) => number > first);
    assert.ok(followed.length >= ROTATIONS, `it began with block ${first}`);
    assert.deepEqual(
      light,
      chain.slice(first - 1).map(({ number, hash }) => ({ number, hash })),
    );
  });
});

/** What the blocks say of the session between two beginnings. */
async function delivered(begin: Block, end: Block): Promise<Delivery[]> {
  const inForce = await schedule(node, begin.hash);
  const slots = Array.from({ length: end.slot - begin.slot }, (_, index) => begin.slot + 1 + index);
  const made = chain.filter(({ slot }) => slot > begin.slot && slot <= end.slot);
  return addresses.map((account) => ({
    account,
    elapsed: slots.filter((slot) => producerOf(inForce, slot) === account).length,
    produced: made.filter(({ author }) => author === account).length,
  }));
}

function parentOf(number: number): Block {
  return chain[number - 2]!;
}

/** Sorts entries into the order of the validators. */
function byAddress<T extends { account: string }>(entries: T[]): T[] {
  assert.equal(entries.length, addresses.length);
  return addresses.map((address) => entries.find(({ account }) => account === address)!);
}
