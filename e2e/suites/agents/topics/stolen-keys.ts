/** What a thief gets who has the key of a caller, or of the guardian. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet } from "../../../harness/chain/accounts.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { HOUR, sealedBlockAt } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  freeBalance,
  fundedAccounts,
  succeeds,
  type Tx,
} from "../../../harness/chain/transactions.ts";
import { wallet, walletAddress } from "../../../harness/chain/wallets.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { api, node, refused } from "./chain.ts";

const LIMITS = { perCall: 10n * AITBC, perDay: 20n * AITBC, perWeek: 50n * AITBC };
const PURSE = 500n * AITBC;
const ENOUGH = { refTime: 10_000_000_000n, proofSize: 100_000n };

let owner: KeyringPair;
/** Whose keys are stolen. */
let caller: KeyringPair;
let guardian: KeyringPair;
/** Where the thief wants it all to go. */
let thief: KeyringPair;
let address: string;

function payment(amount: bigint): Tx {
  return api.tx.balances.transferKeepAlive(thief.address, amount * AITBC);
}

function execute(call: Tx): Tx {
  return api.tx.agentWallet.execute(address, call);
}

/** What only the owner may do with a wallet. */
function ofTheOwner(): Tx[] {
  const tx = api.tx.agentWallet;
  const all = { perCall: PURSE, perDay: PURSE, perWeek: PURSE };
  const rules = { permissions: ["Any" as const], expires: null, limits: null, recipients: null };
  return [
    tx.withdraw(address, thief.address, AITBC),
    tx.close(address),
    tx.setLimits(address, all),
    tx.setCaller(address, thief.address, rules),
    tx.removeCaller(address, caller.address),
    tx.setGuardian(address, thief.address),
    tx.setTimeLock(address, null),
    tx.setStrategy(address, null),
    tx.offerOwnership(address, thief.address),
    tx.reactivate(address),
  ];
}

describe("a stolen key", () => {
  before(async () => {
    const names = ["owner", "caller", "guardian", "thief"].map((name) => `//stolen//${name}`);
    [owner, caller, guardian, thief] = (await fundedAccounts(api, ...names)) as [
      KeyringPair,
      KeyringPair,
      KeyringPair,
      KeyringPair,
    ];
    const { create, setCaller, setLimits } = api.tx.agentWallet;
    address = walletAddress(owner.address, 0);
    await succeeds(api, create(0, null, guardian.address), owner);
    await succeeds(api, api.tx.balances.transferKeepAlive(address, PURSE), faucet);
    await succeeds(api, setLimits(address, LIMITS), owner);
    const rules = { permissions: ["Transfer" as const], expires: null, limits: null };
    await succeeds(api, setCaller(address, caller.address, { ...rules, recipients: null }), owner);
  });

  it("of a caller takes what the limits allow until the guardian stops the wallet", async () => {
    const hour = Math.floor((await now(api)) / HOUR) * HOUR + HOUR;
    const all = api.tx.balances.transferAll(thief.address, false);
    const split = api.tx.agentWallet.executeMany(address, [payment(8n), payment(8n)]);
    for (const day of [0, 1]) {
      await sealedBlockAt(node, hour + day * 25 * HOUR);
      await refused(execute(all), caller, "agentWallet.OverCallLimit");
      await refused(split, caller, "agentWallet.OverCallLimit");
      await succeeds(api, execute(payment(10n)), caller);
      await succeeds(api, execute(payment(10n)), caller);
      await refused(execute(payment(1n)), caller, "agentWallet.OverDayLimit");
    }
    await sealedBlockAt(node, hour + 50 * HOUR);
    await succeeds(api, execute(payment(10n)), caller);
    await refused(execute(payment(1n)), caller, "agentWallet.OverWeekLimit");
    for (const tx of ofTheOwner()) await refused(tx, caller, "agentWallet.NotOwner");
    await refused(api.tx.agentWallet.stop(address), caller, "agentWallet.NotGuardian");
    assert.equal(await freeBalance(api, address), PURSE - LIMITS.perWeek);

    await succeeds(api, api.tx.agentWallet.stop(address), guardian);
    // A week later the limits would allow it again.
    await sealedBlockAt(node, hour + 9 * 24 * HOUR);
    for (const call of [payment(1n), all]) {
      await refused(execute(call), caller, "agentWallet.WalletStopped");
    }
    assert.equal(await freeBalance(api, address), PURSE - LIMITS.perWeek);
    await succeeds(api, api.tx.agentWallet.removeCaller(address, caller.address), owner);
    await succeeds(api, api.tx.agentWallet.reactivate(address), owner);
    await refused(execute(payment(1n)), caller, "agentWallet.NotCaller");
  });

  it("of the guardian takes nothing", async () => {
    const { setCaller, setTimeLock, confirm, cancel, stop, withdraw } = api.tx.agentWallet;
    const rules = { permissions: ["Transfer" as const], expires: null, limits: null };
    await succeeds(
      api,
      setCaller(address, caller.address, { ...rules, recipients: [owner.address] }),
      owner,
    );
    await succeeds(api, setTimeLock(address, { above: AITBC, delay: HOUR }), owner);
    const pay = execute(api.tx.balances.transferKeepAlive(owner.address, 2n * AITBC));
    const [delayed] = eventsNamed(await succeeds(api, pay, caller), "agentWallet.Delayed");
    const pending = Number(delayed!["pending"]);
    const before = await freeBalance(api, address);

    await refused(execute(payment(1n)), guardian, "agentWallet.NotCaller");
    for (const tx of ofTheOwner()) await refused(tx, guardian, "agentWallet.NotOwner");
    await sealedBlockAt(node, Number(delayed!["ready"]));
    await refused(confirm(address, pending, ENOUGH), guardian, "agentWallet.NotCaller");
    await succeeds(api, cancel(address, pending), guardian);
    await succeeds(api, stop(address), guardian);
    assert.equal(await freeBalance(api, address), before);

    // The owner works as before, and gets rid of it.
    await succeeds(api, withdraw(address, owner.address, AITBC), owner);
    await succeeds(api, api.tx.agentWallet.setGuardian(address, null), owner);
    await succeeds(api, api.tx.agentWallet.reactivate(address), owner);
    await refused(stop(address), guardian, "agentWallet.NotGuardian");
    assert.equal((await wallet(node, address)).stopped, null);
  });
});
