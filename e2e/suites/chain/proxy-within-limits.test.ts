/** An account that lets others act for it, within limits. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { AITBC } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  fundedAccounts,
  included,
  moved,
  succeeds,
  type Inclusion,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

const AMOUNT = 9n * AITBC;

let api: ApiPromise;
let owner: KeyringPair;
let deputy: KeyringPair;
let clerk: KeyringPair;
let stranger: KeyringPair;

before(async () => {
  api = await (await devNode()).api();
  [owner, deputy, clerk, stranger] = await fundedAccounts(
    api,
    "//proxy//owner",
    "//proxy//deputy",
    "//proxy//clerk",
    "//proxy//stranger",
  );
  await succeeds(api, api.tx.proxy.addProxy(deputy.address, "Any", 0), owner);
  await succeeds(api, api.tx.proxy.addProxy(clerk.address, "NonTransfer", 0), owner);
});

describe("a proxy", () => {
  it("spends the money of its owner and pays the fee itself", async () => {
    const outcome = await succeeds(api, inTheNameOfOwner(payment()), deputy);

    assert.deepEqual(eventsNamed(outcome, "balances.Transfer"), [
      { from: owner.address, to: stranger.address, amount: String(AMOUNT) },
    ]);
    assert.equal(await moved(api, owner.address, outcome), -AMOUNT);
    assert.equal(await moved(api, deputy.address, outcome), -outcome.fee);
  });

  it("does only what its type allows", async () => {
    const outcome = await succeeds(api, inTheNameOfOwner(payment()), clerk);
    assert.equal(resultOf(outcome), "system.CallFiltered");
    assert.equal(await moved(api, owner.address, outcome), 0n);

    const harmless = api.tx.system.remark("noted");
    assert.equal(resultOf(await succeeds(api, inTheNameOfOwner(harmless), clerk)), "ok");
  });

  it("cannot give itself more rights", async () => {
    const more = api.tx.proxy.addProxy(clerk.address, "Any", 0);
    const outcome = await succeeds(api, inTheNameOfOwner(more), clerk);

    assert.equal(resultOf(outcome), "system.CallFiltered");
  });

  it("must have been named", async () => {
    const outcome = await included(api, inTheNameOfOwner(payment()), stranger);
    assert.equal(outcome.error, "proxy.NotProxy");
    const twice = await included(api, api.tx.proxy.addProxy(deputy.address, "Any", 0), owner);
    assert.equal(twice.error, "proxy.Duplicate");
  });

  it("is nobody once removed, and the deposit returns", async () => {
    await succeeds(api, api.tx.proxy.removeProxy(deputy.address, "Any", 0), owner);
    const outcome = await included(api, inTheNameOfOwner(payment()), deputy);
    assert.equal(outcome.error, "proxy.NotProxy");

    await succeeds(api, api.tx.proxy.removeProxies(), owner);
    const { data } = await api.query.system.account(owner.address);
    assert.equal(data.reserved.toBigInt(), 0n);
  });
});

function payment(): Tx {
  return api.tx.balances.transferKeepAlive(stranger.address, AMOUNT);
}

function inTheNameOfOwner(call: Tx): Tx {
  return api.tx.proxy.proxy(owner.address, null, call);
}

/** What became of the call inside. */
function resultOf(outcome: Inclusion): string | undefined {
  return eventsNamed(outcome, "proxy.ProxyExecuted")[0]?.["result"];
}
