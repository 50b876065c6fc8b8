/** Wallets and explorers read balances as on any other chain, although accounts store more. */

import type { ApiPromise } from "@polkadot/api";
import type { AccountInfo } from "@polkadot/types/interfaces";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../harness/chain/accounts.ts";
import { fundedAccounts, succeeds } from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

/** An account before pallets stored more in it. */
const STOCK_ACCOUNT = {
  nonce: "u32",
  consumers: "u32",
  providers: "u32",
  sufficients: "u32",
  data: { free: "u128", reserved: "u128", frozen: "u128", flags: "u128" },
};

let api: ApiPromise;
let holder: KeyringPair;

before(async () => {
  const node = await devNode();
  api = await node.api();
  [holder] = await fundedAccounts(api, "//governance//wallet");
  // A deposit, so that something is on hold.
  await succeeds(api, api.tx.proxy.addProxy(keyPair("//Bob").address, "Any", 0), holder);
});

describe("an account with a history", () => {
  it("is shown by polkadot.js Apps as it is in storage", async () => {
    const { data } = await api.query.system.account(holder.address);
    const shown = await api.derive.balances.all(holder.address);
    assert.ok(data.reserved.toBigInt() > 0n);
    assert.equal(shown.freeBalance.toBigInt(), data.free.toBigInt());
    assert.equal(shown.reservedBalance.toBigInt(), data.reserved.toBigInt());
    const transferable = shown.transferable ?? shown.availableBalance;
    assert.ok(transferable.toBigInt() > 0n);
    assert.ok(transferable.toBigInt() <= data.free.toBigInt());
  });

  it("is read right by clients with the stock type built in", async () => {
    const { data } = await api.query.system.account(holder.address);
    const key = api.query.system.account.key(holder.address);
    const stored = (await api.rpc.state.getStorage(key)) as unknown as {
      toU8a(bare: true): Uint8Array;
    };
    const bytes = stored.toU8a(true);
    const stock = api.registry.createType(
      JSON.stringify(STOCK_ACCOUNT),
      bytes,
    ) as unknown as AccountInfo;
    assert.equal(stock.data.free.toBigInt(), data.free.toBigInt());
    assert.equal(stock.data.reserved.toBigInt(), data.reserved.toBigInt());
    assert.ok(bytes.length > stock.encodedLength);
  });
});
