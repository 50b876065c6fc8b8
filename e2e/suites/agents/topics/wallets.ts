/** Wallets: who may do what with them, how much may leave them, and what waits. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../../harness/chain/accounts.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { DAY, HOUR, sealedBlockAt, SECOND } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  freeBalance,
  fundedAccounts,
  moved,
  succeeds,
  succeedsForLess,
  type Tx,
} from "../../../harness/chain/transactions.ts";
import {
  wallet,
  walletAddress,
  walletsOf,
  type Limits,
  type Rules,
} from "../../../harness/chain/wallets.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { api, inBatches, node, onHold, refused } from "./chain.ts";

const MINUTE = 60 * SECOND;
/** Upper bound of what a transfer that waits may use. */
const ENOUGH = { refTime: 10_000_000_000n, proofSize: 100_000n };
const NONE = { refTime: 0n, proofSize: 0n };

let olga: KeyringPair;
let cara: KeyringPair;
let gus: KeyringPair;
let tess: KeyringPair;
/** Whom callers may pay. */
const rex = keyPair("//wallets//rex").address;

/** Who may only pay, and anybody. */
function rules(changes: Partial<Rules> = {}): Rules {
  return { permissions: ["Transfer"], expires: null, limits: null, recipients: null, ...changes };
}

function limits(perCall: bigint, perDay: bigint, perWeek: bigint): Limits {
  return { perCall: perCall * AITBC, perDay: perDay * AITBC, perWeek: perWeek * AITBC };
}

function payment(amount: bigint, to = rex): Tx {
  return api.tx.balances.transferKeepAlive(to, amount * AITBC);
}

/** Creates wallet `index` of Olga, with 500 in it and Gus as its guardian. */
async function created(index: number): Promise<string> {
  const address = walletAddress(olga.address, index);
  await succeeds(api, api.tx.agentWallet.create(index, null, gus.address), olga);
  await succeeds(api, api.tx.balances.transferKeepAlive(address, 500n * AITBC), faucet);
  return address;
}

describe("a wallet", () => {
  let address: string;
  const execute = (call: Tx) => api.tx.agentWallet.execute(address, call);

  before(async () => {
    const names = ["olga", "cara", "gus", "tess"].map((name) => `//wallets//${name}`);
    [olga, cara, gus, tess] = (await fundedAccounts(api, ...names)) as [
      KeyringPair,
      KeyringPair,
      KeyringPair,
      KeyringPair,
    ];
  });

  it("is an account without a key, of its owner's, for a deposit of 1", async () => {
    address = await created(0);
    assert.equal(await onHold(olga.address), AITBC);
    const told = await wallet(node, address);
    assert.deepEqual(
      [told.owner, told.guardian, told.agent, told.stopped, told.strategy],
      [olga.address, gus.address, null, null, null],
    );
    assert.deepEqual([told.free, told.held, told.callers], [String(500n * AITBC), "0", []]);
    assert.deepEqual(told.limits, { perCall: "0", perDay: "0", perWeek: "0" });
    const again = api.tx.agentWallet.create(0, null, null);
    await refused(again, olga, "agentWallet.AlreadyExists");
    const owned = await walletsOf(node, olga.address);
    assert.deepEqual(
      owned.map((each) => each.wallet),
      [address],
    );
  });

  it("does what its owner says, without limits, and nothing for others", async () => {
    await succeedsForLess(api, execute(payment(11n)), olga);
    assert.equal(await freeBalance(api, rex), 11n * AITBC);
    await refused(execute(payment(1n)), cara, "agentWallet.NotCaller");
    const withdraw = (to: string) => api.tx.agentWallet.withdraw(address, to, AITBC);
    await refused(withdraw(cara.address), cara, "agentWallet.NotOwner");
    await refused(withdraw(tess.address), olga, "agentWallet.WrongRecipient");
    const outcome = await succeeds(api, withdraw(olga.address), olga);
    assert.equal(await moved(api, olga.address, outcome), AITBC - outcome.fee);
    const elsewhere = api.tx.agentWallet.execute(rex, payment(1n));
    await refused(elsewhere, olga, "agentWallet.NotFound");
  });

  it("lets callers do what they are permitted to, and pay whom they may", async () => {
    const { setCaller, setLimits } = api.tx.agentWallet;
    await succeeds(api, setLimits(address, limits(10n, 20n, 35n)), olga);
    const none = setCaller(address, cara.address, rules({ permissions: [] }));
    await refused(none, olga, "agentWallet.NoPermissions");
    const past = rules({ expires: await now(api) });
    await refused(setCaller(address, cara.address, past), olga, "agentWallet.ExpiryPassed");
    const few = rules({ recipients: [rex], expires: (await now(api)) + MINUTE });
    await succeeds(api, setCaller(address, cara.address, few), olga);
    const vote = api.tx.votingPower.undelegate();
    await refused(execute(vote), cara, "agentWallet.NotPermitted");
    await refused(execute(payment(1n, tess.address)), cara, "agentWallet.WrongRecipient");
    await succeeds(api, execute(payment(1n)), cara);
    const [told] = (await wallet(node, address)).callers;
    assert.deepEqual(
      [told!.caller, told!.permissions, told!.recipients, told!.expires],
      [cara.address, ["transfer"], [rex], few.expires],
    );
    await sealedBlockAt(node, few.expires!);
    await refused(execute(payment(1n)), cara, "agentWallet.CallerExpired");
    await succeeds(api, setCaller(address, cara.address, rules({ permissions: ["Any"] })), olga);
  });

  it("lets nobody but its owner leave authority over its tokens", async () => {
    const { proxy, utility, multisig, staking, session, preimage, agentWallet } = api.tx;
    const calls: Tx[] = [
      proxy.addProxy(cara.address, "Any", 0),
      proxy.createPure("Any", 0, 0),
      utility.batchAll([payment(1n)]),
      utility.asDerivative(0, payment(1n)),
      multisig.asMultiThreshold1([cara.address], payment(1n)),
      staking.setPayee({ Account: cara.address }),
      staking.bond(100n * AITBC, { Account: cara.address }),
      session.purgeKeys(),
      preimage.notePreimage("0x00"),
      api.tx.agents.heartbeat(),
      agentWallet.withdraw(address, cara.address, AITBC),
      agentWallet.execute(address, payment(1n)),
      api.tx.openClaw.setPolicy("a/b", "c"),
    ];
    for (const call of calls) {
      await refused(execute(call), cara, "agentWallet.NotPermitted");
    }
  });

  it("lets no more out than its limits say, in any 24 hours and 7 days", async () => {
    // What was paid above was some hours before.
    const hour = Math.ceil(((await now(api)) + 8 * DAY) / HOUR) * HOUR;
    await sealedBlockAt(node, hour);
    await refused(execute(payment(11n)), cara, "agentWallet.OverCallLimit");
    const many = api.tx.agentWallet.executeMany(address, [payment(6n), payment(6n)]);
    await refused(many, cara, "agentWallet.OverCallLimit");
    await succeeds(api, execute(payment(10n)), cara);
    await succeeds(api, execute(payment(10n)), cara);
    await refused(execute(payment(1n)), cara, "agentWallet.OverDayLimit");
    const { left } = await wallet(node, address);
    assert.deepEqual([left.today, left.thisWeek], ["0", String(15n * AITBC)]);
    assert.equal(left.nextFree, hour + 25 * HOUR);

    await sealedBlockAt(node, hour + 24 * HOUR + 59 * MINUTE);
    await refused(execute(payment(1n)), cara, "agentWallet.OverDayLimit");
    await sealedBlockAt(node, hour + 25 * HOUR);
    await succeeds(api, execute(payment(10n)), cara);
    await refused(execute(payment(10n)), cara, "agentWallet.OverWeekLimit");
    await succeeds(api, execute(payment(5n)), cara);
    await refused(execute(payment(1n)), cara, "agentWallet.OverWeekLimit");
    assert.equal((await wallet(node, address)).left.thisWeek, "0");
    // Its owner is not bound by them.
    await succeeds(api, execute(payment(12n)), olga);
  });

  it("makes several calls at once, all or none", async () => {
    const { executeMany } = api.tx.agentWallet;
    const before = await freeBalance(api, address);
    await succeeds(api, executeMany(address, [payment(1n), payment(2n)]), olga);
    assert.equal(await freeBalance(api, address), before - 3n * AITBC);
    const half = executeMany(address, [payment(1n), payment(1_000_000n)]);
    await refused(half, olga, "token.FundsUnavailable");
    assert.equal(await freeBalance(api, address), before - 3n * AITBC);
    await refused(executeMany(address, []), olga, "agentWallet.NoCalls");
    const seventeen = Array<Tx>(17).fill(payment(1n));
    await refused(executeMany(address, seventeen), olga, "agentWallet.TooManyCalls");
  });

  it("is stopped by its guardian, and goes on when its owner says so", async () => {
    const { stop, reactivate } = api.tx.agentWallet;
    await refused(stop(address), cara, "agentWallet.NotGuardian");
    await succeeds(api, stop(address), gus);
    assert.equal((await wallet(node, address)).stopped!.by, gus.address);
    await refused(stop(address), olga, "agentWallet.WalletStopped");
    await refused(execute(payment(1n)), cara, "agentWallet.WalletStopped");
    await succeeds(api, execute(payment(1n)), olga);
    await refused(reactivate(address), gus, "agentWallet.NotOwner");
    await succeeds(api, reactivate(address), olga);
    await refused(reactivate(address), olga, "agentWallet.NotStopped");
    assert.equal((await wallet(node, address)).stopped, null);
  });

  it("has 16 callers at most, each with a deposit of 1", async () => {
    const { setCaller, removeCaller } = api.tx.agentWallet;
    const others = Array.from({ length: 16 }, (_, index) =>
      keyPair(`//wallets//caller//${index}`),
    ).map((caller) => caller.address);
    await inBatches(
      olga,
      others.slice(0, 15).map((each) => setCaller(address, each, rules())),
    );
    assert.equal(await onHold(olga.address), 17n * AITBC);
    const more = setCaller(address, others[15]!, rules());
    await refused(more, olga, "agentWallet.TooManyCallers");
    await inBatches(
      olga,
      others.slice(0, 15).map((each) => removeCaller(address, each)),
    );
    assert.equal(await onHold(olga.address), 2n * AITBC);
    await refused(removeCaller(address, others[0]!), olga, "agentWallet.NotCaller");
  });
});

describe("a call above the time lock", () => {
  let address: string;
  const confirm = (pending: number, limit = ENOUGH) =>
    api.tx.agentWallet.confirm(address, pending, limit);
  const cancel = (pending: number) => api.tx.agentWallet.cancel(address, pending);

  before(async () => {
    const { setCaller, setLimits, setTimeLock } = api.tx.agentWallet;
    address = await created(1);
    await succeeds(api, setLimits(address, limits(100n, 100n, 100n)), olga);
    await succeeds(api, setCaller(address, cara.address, rules()), olga);
    const never = setTimeLock(address, { above: 0n, delay: 31 * DAY });
    await refused(never, olga, "agentWallet.DelayOutOfRange");
    await succeeds(api, setTimeLock(address, { above: 5n * AITBC, delay: HOUR }), olga);
  });

  /** Cara has the wallet pay 8, which waits; its number. */
  async function waiting(): Promise<number> {
    const before = await freeBalance(api, address);
    const tx = api.tx.agentWallet.execute(address, payment(8n));
    const [event] = eventsNamed(await succeeds(api, tx, cara), "agentWallet.Delayed");
    assert.equal(BigInt(event!["outflow"]!), 8n * AITBC);
    assert.equal(Number(event!["ready"]), (await now(api)) + HOUR);
    assert.equal(await freeBalance(api, address), before);
    return Number(event!["pending"]);
  }

  it("is made when it has waited, once", async () => {
    await succeeds(api, api.tx.agentWallet.execute(address, payment(5n)), cara);
    const pending = await waiting();
    const [told] = (await wallet(node, address)).pending;
    assert.deepEqual([told!.id, told!.caller], [pending, cara.address]);
    assert.ok((await onHold(cara.address)) > 0n);
    await refused(confirm(pending), cara, "agentWallet.NotReady");
    await sealedBlockAt(node, told!.ready);
    await refused(confirm(pending), tess, "agentWallet.NotCaller");
    await refused(confirm(pending, NONE), cara, "agentWallet.WeightTooLow");
    const before = await freeBalance(api, address);
    await succeeds(api, confirm(pending), cara);
    assert.equal(await freeBalance(api, address), before - 8n * AITBC);
    assert.equal(await onHold(cara.address), 0n);
    await refused(confirm(pending), cara, "agentWallet.PendingNotFound");
  });

  it("is cancelled by the guardian, and by nobody who is a stranger", async () => {
    const pending = await waiting();
    await refused(cancel(pending), tess, "agentWallet.NotGuardian");
    await refused(api.tx.agentWallet.close(address), olga, "agentWallet.HasPending");
    await succeeds(api, cancel(pending), gus);
    assert.equal(await onHold(cara.address), 0n);
    await refused(cancel(pending), gus, "agentWallet.PendingNotFound");
  });

  it("is not made by who is no caller any more, nor while the wallet is stopped, nor too late", async () => {
    const pending = await waiting();
    const { setCaller, stop, reactivate } = api.tx.agentWallet;
    const [told] = (await wallet(node, address)).pending;
    const ends = rules({ expires: told!.ready });
    await succeeds(api, setCaller(address, cara.address, ends), olga);
    await sealedBlockAt(node, told!.ready);
    await refused(confirm(pending), cara, "agentWallet.CallerExpired");
    await succeeds(api, setCaller(address, cara.address, rules()), olga);
    await succeeds(api, stop(address), gus);
    await refused(confirm(pending), cara, "agentWallet.WalletStopped");
    await succeeds(api, reactivate(address), olga);
    await sealedBlockAt(node, told!.ready + 7 * DAY);
    await refused(confirm(pending), olga, "agentWallet.PendingExpired");
    await succeeds(api, cancel(pending), cara);
  });
});

describe("a wallet that changes hands", () => {
  it("is offered and accepted, and leaves nothing of the former owner's", async () => {
    const address = walletAddress(olga.address, 1);
    const { offerOwnership, acceptOwnership } = api.tx.agentWallet;
    await refused(acceptOwnership(address), tess, "agentWallet.NotOffered");
    await refused(offerOwnership(address, tess.address), tess, "agentWallet.NotOwner");
    await succeeds(api, offerOwnership(address, tess.address), olga);
    assert.equal((await wallet(node, address)).offeredTo, tess.address);
    await succeeds(api, acceptOwnership(address), tess);
    const told = await wallet(node, address);
    assert.deepEqual(
      [told.owner, told.guardian, told.callers, told.timeLock, told.offeredTo],
      [tess.address, null, [], null, null],
    );
    await refused(api.tx.agentWallet.execute(address, payment(1n)), olga, "agentWallet.NotCaller");
    assert.equal(await onHold(tess.address), AITBC);
  });

  it("is closed with everything to its owner", async () => {
    const address = walletAddress(olga.address, 1);
    const { free } = await wallet(node, address);
    const { close } = api.tx.agentWallet;
    await refused(close(address), olga, "agentWallet.NotOwner");
    const outcome = await succeeds(api, close(address), tess);
    const back = await moved(api, tess.address, outcome);
    assert.equal(back, BigInt(free) + AITBC - outcome.fee);
    assert.equal(await onHold(tess.address), 0n);
    assert.equal((await node.refusal("wallets_get", [address])).code, 20_302);
  });
});
