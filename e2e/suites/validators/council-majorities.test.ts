/** What the council can do with three and with four of its five seats. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../harness/chain/accounts.ts";
import { asRoot, COUNCIL, MAJORITY, motion } from "../../harness/chain/council.ts";
import { AITBC } from "../../harness/chain/token.ts";
import {
  finalisedNumber,
  fundedAccounts,
  included,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Blocks of safe mode in the short tier; the parameter does not go below 10. */
const SHORT = 12;
/** Blocks of safe mode in the long tier. */
const LONG = 100;

/** What the pool answers to a signer that cannot succeed with a call of class operational. */
const REFUSED = /1010: .*Transaction call is not expected/;

let api: ApiPromise;
let saver: KeyringPair;
let receiver: string;

before(async () => {
  api = await (await devNode()).api();
  [saver] = await fundedAccounts(api, "//council//saver");
  receiver = keyPair("//council//receiver").address;
});

describe("the bootstrap", () => {
  it("makes nobody Root with three of five", async () => {
    const before = await safeModeDuration();
    const call = dispatchedAsRoot(setSafeModeDuration(SHORT));
    assert.equal(await motion(api, call, COUNCIL.slice(0, MAJORITY)), "BadOrigin");
    assert.notEqual(before, SHORT);
    assert.equal(await safeModeDuration(), before);
  });

  it("makes four of five Root", async () => {
    const call = dispatchedAsRoot(setSafeModeDuration(SHORT));
    assert.equal(await motion(api, call, COUNCIL.slice(1)), "ok");
    assert.equal(await safeModeDuration(), SHORT);
  });

  it("gives a single member nothing", async () => {
    const call = dispatchedAsRoot(setSafeModeDuration(LONG));
    const outcome = await included(api, call, COUNCIL[0]!);
    assert.equal(outcome.error, "BadOrigin");
    assert.equal(await safeModeDuration(), SHORT);
  });
});

describe("the council", () => {
  it("does not take proposals from others", async () => {
    const call = enterSafeMode();
    const proposal = api.tx.council.propose(MAJORITY, call, call.method.encodedLength);
    await assert.rejects(included(api, proposal, saver), REFUSED);
  });

  it("does not enter safe mode with two of five", async () => {
    assert.equal(await motion(api, enterSafeMode(), COUNCIL.slice(0, 2)), "BadOrigin");
    assert.ok((await api.query.safeMode.enteredUntil()).isNone);
  });

  it("enters it with three of five for a day, which is six seconds here, and not again", async () => {
    const three = COUNCIL.slice(0, MAJORITY);
    assert.equal(await motion(api, enterSafeMode(), three), "ok");
    await until(30, "safe mode to end by itself", async () =>
      (await api.query.safeMode.enteredUntil()).isNone ? true : undefined,
    );
    // A week is 42 seconds.
    assert.equal(await motion(api, enterSafeMode(), three), "openClaw.BrakeTooSoon");
  });

  it("does not go round OpenClaw", async () => {
    const call = api.tx.safeMode.forceEnter();
    assert.equal(await motion(api, call, COUNCIL), "BadOrigin");
  });
});

describe("safe mode", () => {
  before(() => succeeds(api, api.tx.staking.bond(100n * AITBC, "Staked"), saver));

  it("stops transfers, neither blocks nor exits, and ends by itself", async () => {
    await throughSafeMode(SHORT);
  });

  it("lets the chain make 100 blocks", longTier, async () => {
    await asRoot(api, setSafeModeDuration(LONG));
    await throughSafeMode(LONG);
  });
});

async function throughSafeMode(blocks: number): Promise<void> {
  const { bond, chill, rebond, unbond } = api.tx.staking;
  await asRoot(api, api.tx.safeMode.forceEnter());
  const last = (await api.query.safeMode.enteredUntil()).unwrap().toNumber();
  const entered = (await api.rpc.chain.getHeader()).number.toNumber();
  assert.ok(last - entered <= blocks && last - entered > blocks - 5, `${entered} to ${last}`);

  const filtered = "system.CallFiltered";
  assert.equal((await included(api, transfer(), saver)).error, filtered);
  const batch = api.tx.utility.batchAll([transfer()]);
  assert.equal((await included(api, batch, saver)).error, filtered);
  assert.equal((await included(api, bond(AITBC, "Staked"), saver)).error, filtered);
  await succeeds(api, unbond(100n * AITBC), saver);
  await succeeds(api, chill(), saver);

  await finalisedNumber(api, last, 60 + blocks);
  assert.ok((await (await stateAt(last)).query.safeMode.enteredUntil()).isSome);
  assert.ok((await (await stateAt(last + 1)).query.safeMode.enteredUntil()).isNone);
  await succeeds(api, transfer(), saver);
  await succeeds(api, rebond(100n * AITBC), saver);
}

function enterSafeMode(): Tx {
  return api.tx.openClaw.enterSafeMode(null);
}

function transfer(): Tx {
  return api.tx.balances.transferKeepAlive(receiver, AITBC);
}

/** The state after block `number`, once that is final. */
async function stateAt(number: number) {
  await finalisedNumber(api, number, 60);
  return api.at(await api.rpc.chain.getBlockHash(number));
}

/** The call with which the council lets `call` be dispatched by Root. */
function dispatchedAsRoot(call: Tx): Tx {
  return api.tx.openClaw.bootstrapDispatch(call);
}

function setSafeModeDuration(blocks: number): Tx {
  const set = api.tx.parameters.setParameter as (parameter: unknown) => Tx;
  return set({ Safety: { SafeModeDuration: [null, blocks] } });
}

async function safeModeDuration(): Promise<unknown> {
  const key = { Safety: { SafeModeDuration: null } };
  const value = await api.query.parameters.parameters(key);
  const set = value.toPrimitive() as { safety: { safeModeDuration: number } };
  return set.safety.safeModeDuration;
}
