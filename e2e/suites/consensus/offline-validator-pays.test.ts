/** One validator of four is away: what it costs it, and what the others notice. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, eventsIn, rotations, type Block } from "../../harness/chain/blocks.ts";
import {
  availability,
  deliveries,
  producerOf,
  reputation,
  schedule,
} from "../../harness/chain/por.ts";
import {
  blockBy,
  currentSession,
  finalInSession,
  bestInSession,
} from "../../harness/chain/sessions.ts";
import { eventsNamed, finalisedNumber, succeeds } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/**
 * Slots of a session. Each of four equal validators has seven, one less than those without a block that get it
 * suspended: so it can be away for a session, and has as long to come back.
 */
const LENGTH = 28;
const SHARE = 7;
/** Index of the validator that is away for a session. */
const AWAY = 3;
/** Index of the validator that is away for longer. */
const LOST = 2;
/** More than a session of 28 s. */
const SESSION_SECONDS = 90;
/** Two eras of three sessions: until a new candidate is elected and makes a block. */
const ERAS_SECONDS = 240;

/** Sessions in a row whose last slot may be one validator's. */
const TRIES = 8;

let network: Network;
let api: ApiPromise;
let node: Node;

/**
 * Waits for the beginning of a session whose last slot is somebody else's: were that missed, the session would
 * be longer, and a validator miss one more of its slots.
 */
async function sessionEndedByOthers(address: string): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await bestInSession(api, (await currentSession(api)) + 1, SESSION_SECONDS);
    const plan = await schedule(node);
    if (producerOf(plan, plan.start + plan.length) !== address) return plan.session;
  }
  return assert.fail(`the last slots of ${TRIES} sessions are all of ${address}`);
}

before(async () => {
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionLength: LENGTH, mintRatio: 0 }),
  });
  node = network.nodes[0]!;
  api = await node.api();
  await network.finality(15);
});

after(() => network?.stop());

describe("a validator that is away for a session", () => {
  /** The session without it. */
  let session: number;
  /** From the block that begins this session to the one that begins the next. */
  let chain: Block[];
  const address = () => network.validators[AWAY]!.address;

  before(async () => {
    session = await sessionEndedByOthers(address());
    await network.nodes[AWAY]!.kill();
    await bestInSession(api, session + 1, SESSION_SECONDS);
    await network.restart(AWAY);

    const final = await finalInSession(api, session + 1, SESSION_SECONDS);
    const all = await blocks(api, 1, final.number.toNumber());
    const [begin, end] = rotations(all).slice(-2);
    chain = all.slice(begin!.number - 1, end!.number);
  });

  it("does not keep the session from ending on time", () => {
    const [begin, end] = [chain[0]!, chain.at(-1)!];
    assert.deepEqual([begin.session, end.session], [session, session + 1]);
    const last = begin.slot + LENGTH;
    assert.ok(end.slot >= last, `slot ${end.slot} begins a session before slot ${last}`);
    assert.ok(chain.at(-2)!.slot < last, `slot ${end.slot} begins a session late`);
    assert.ok(chain.length - 1 < LENGTH, "no block is missing");
  });

  it("loses one hundredth of its reputation, and nobody else does", async () => {
    const end = chain.at(-1)!;
    const { encumbered } = await reputation(node, "block", address(), end.parent);
    assert.deepEqual(eventsIn([end], "availability.MissedSlotsPenalised"), [
      { who: address(), amount: String(encumbered / 100n) },
    ]);
    assert.deepEqual(eventsIn([end], "reputation.Burned"), [
      { domain: "Block", who: address(), amount: String(encumbered / 100n) },
    ]);
    const left = await reputation(node, "block", address(), end.hash);
    assert.equal(left.encumbered, encumbered - encumbered / 100n);
    assert.equal(left.balance, left.encumbered);
  });

  it("is seen to have missed its slots", async () => {
    const told = await deliveries(node, chain.at(-1)!.hash);
    const its = told.find(({ account }) => account === address())!;
    const made = chain.slice(1).filter(({ author }) => author === address());
    assert.equal(its.elapsed, SHARE);
    assert.equal(its.produced, made.length);
    assert.ok(2 * its.produced < SHARE, `it made ${its.produced} blocks`);
  });

  it("is not suspended, comes back, catches up and makes blocks", async () => {
    assert.deepEqual(eventsIn(chain, "availability.Suspended"), []);
    const { number } = await blockBy(api, address(), SESSION_SECONDS);
    const theirs = await network.nodes[AWAY]!.api();
    const final = await finalisedNumber(theirs, number.toNumber(), SESSION_SECONDS);
    const height = final.number.unwrap();
    await finalisedNumber(api, height.toNumber(), SESSION_SECONDS);
    assert.equal(
      (await api.rpc.chain.getBlockHash(height)).toHex(),
      (await theirs.rpc.chain.getBlockHash(height)).toHex(),
    );
    assert.equal((await availability(node, address())).suspended, false);
  });
});

describe("a validator that misses its last eight slots", () => {
  const address = () => network.validators[LOST]!.address;
  const others = () =>
    network.validators.map((other) => other.address).filter((other) => other !== address());

  it("is suspended, and the others have its slots", longTier, async () => {
    const session = await sessionEndedByOthers(address());
    await network.nodes[LOST]!.kill();
    // Seven slots in each of two sessions.
    const final = await finalInSession(api, session + 2, 2 * SESSION_SECONDS);
    const all = await blocks(api, 1, final.number.toNumber());
    const end = rotations(all).at(-1)!;

    assert.deepEqual(eventsIn(all, "availability.Suspended"), [
      { who: address(), session: String(session + 1) },
    ]);
    assert.deepEqual(eventsIn([end], "staking.Chilled"), [{ stash: address() }]);
    const { producers, length } = await schedule(node, end.hash);
    assert.deepEqual(producers.map(({ account }) => account).sort(), others().sort());
    assert.equal(
      producers.reduce((sum, { slots }) => sum + slots, 0),
      length,
    );
    assert.equal((await availability(node, address(), end.hash)).suspended, true);
  });

  it("is let back in when its operator applies again", longTier, async () => {
    await network.restart(LOST);
    const { account } = network.validators[LOST]!;
    const outcome = await succeeds(api, api.tx.staking.validate({}), account);
    assert.equal(eventsNamed(outcome, "staking.ValidatorPrefsSet").length, 1);

    const block = await blockBy(api, address(), ERAS_SECONDS);
    const { number } = await api.rpc.chain.getHeader(outcome.block);
    const since = await blocks(api, number.toNumber(), block.number.toNumber());
    const back = eventsIn(since, "availability.Reinstated").map(({ who }) => who);
    assert.deepEqual(back, [address()]);
    assert.equal((await availability(node, address())).suspended, false);
  });
});
