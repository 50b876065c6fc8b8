/** What is wrong is refused, says why, and changes nothing. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { compactToU8a, hexToU8a, u8aConcat, u8aToHex } from "@polkadot/util";

import { keyPair } from "../../harness/chain/accounts.ts";
import { asRoot } from "../../harness/chain/council.ts";
import { AITBC, EXISTENTIAL_DEPOSIT } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  finalisedNumber,
  freeBalance,
  fundedAccounts,
  included,
  moved,
  signedBytes,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import type { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

/** Codes of the node's answers to transactions; numbered by upstream's author RPC. */
const UNDECODABLE = 1002;
const INVALID = 1010;
const UNKNOWN_VALIDITY = 1011;
const ALREADY_IMPORTED = 1013;
const OTHER = 1040;
/** JSON-RPC's own code. */
const INVALID_PARAMS = -32602;

/** What the runtime says of bytes that are no transaction of its own. */
const UNDECODABLE_REASON = /Bad input data provided to validate_transaction/;

let node: Node;
let api: ApiPromise;
let sender: KeyringPair;
let receiver: KeyringPair;

before(async () => {
  node = await devNode();
  api = await node.api();
  [sender, receiver] = await fundedAccounts(api, "//refusals//sender", "//refusals//receiver");
});

describe("a transfer fails in its block, at the price of the fee,", () => {
  const cases: [string, string, () => Tx][] = [
    [
      "of more than the balance",
      "token.FundsUnavailable",
      () => api.tx.balances.transferAllowDeath(receiver.address, 1_000_000n * AITBC),
    ],
    [
      "that brings a new account less than the existential deposit",
      "token.BelowMinimum",
      () => api.tx.balances.transferAllowDeath(nobody(), EXISTENTIAL_DEPOSIT - 1n),
    ],
    [
      "in the name of root",
      "BadOrigin",
      () => api.tx.balances.forceTransfer(receiver.address, sender.address, AITBC),
    ],
  ];
  for (const [what, error, transfer] of cases) {
    it(what, async () => {
      const outcome = await included(api, transfer(), sender);

      assert.equal(outcome.error, error);
      assert.equal(await moved(api, sender.address, outcome), -outcome.fee);
      assert.equal(await moved(api, receiver.address, outcome), 0n);
    });
  }

  it("that leaves too little of an account to be kept alive", async () => {
    const [keeper] = await fundedAccounts(api, "//refusals//keeper");
    const has = await freeBalance(api, keeper.address);
    const all = (units: bigint) => api.tx.balances.transferKeepAlive(receiver.address, has - units);
    const { partialFee } = await all(AITBC).paymentInfo(keeper.address);
    const leaving = EXISTENTIAL_DEPOSIT / 2n;
    const outcome = await included(api, all(partialFee.toBigInt() + leaving), keeper);

    assert.equal(outcome.error, "token.NotExpendable");
    assert.equal(await moved(api, keeper.address, outcome), -outcome.fee);
  });

  it("but not of the existential deposit itself", async () => {
    const newcomer = nobody();
    await succeeds(api, api.tx.balances.transferAllowDeath(newcomer, EXISTENTIAL_DEPOSIT), sender);
    assert.equal(await freeBalance(api, newcomer), EXISTENTIAL_DEPOSIT);
  });
});

describe("a call that the council has paused as Root", () => {
  it("fails wherever it stands, until it is no longer paused", async () => {
    const paused = () => api.tx.utility.forceBatch([payment()]);
    const name: [string, string] = ["Utility", "force_batch"];
    await asRoot(api, api.tx.txPause.pause(name));

    assert.equal((await included(api, paused(), sender)).error, "system.CallFiltered");
    const inside = await included(api, api.tx.utility.batchAll([paused()]), sender);
    assert.equal(inside.error, "system.CallFiltered");
    await succeeds(api, payment(), sender);

    await asRoot(api, api.tx.txPause.unpause(name));
    await succeeds(api, paused(), sender);
  });
});

describe("the pool does not take a transaction", () => {
  it("of a sender who cannot pay the fee", async () => {
    const poor = keyPair("//refusals//poor");
    await refused(await signedBytes(api, payment(), poor), INVALID, /Inability to pay some fees/);
  });

  it("with a signature of somebody else", async () => {
    const tx = payment();
    const bytes = hexToU8a(await signedBytes(api, tx, sender));
    const signature = tx.signature.toU8a();
    const forged = signature.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    await refused(u8aToHex(replaced(bytes, signature, forged)), INVALID, /bad signature/);

    const { nonce } = await api.query.system.account(sender.address);
    const signedByAnother = hexToU8a(await signedBytes(api, tx, receiver, { nonce }));
    const impersonating = replaced(signedByAnother, receiver.publicKey, sender.publicKey);
    await refused(u8aToHex(impersonating), INVALID, /bad signature/);
  });

  it("with a nonce that was used before", async () => {
    const outcome = await succeeds(api, payment(), sender);
    const used = (await api.query.system.account(sender.address)).nonce.toNumber() - 1;
    await refused(await signedBytes(api, payment(), sender, { nonce: used }), INVALID, /outdated/);
    assert.ok(outcome.fee > 0n);
  });

  it("that it already has", async () => {
    const nonce = (await api.query.system.account(sender.address)).nonce.toNumber() + 1;
    const later = await signedBytes(api, payment(), sender, { nonce });
    await node.rpc("author_submitExtrinsic", [later]);
    await refused(later, ALREADY_IMPORTED, /already imported/i);

    await succeeds(api, payment(), sender, { nonce: nonce - 1 });
    await until(30, "the later transaction to follow", async () => {
      const next = (await api.query.system.account(sender.address)).nonce.toNumber();
      return next === nonce + 1 ? true : undefined;
    });
  });

  it("of more than 16 levels of calls within calls", async () => {
    const nested = (levels: number): Tx =>
      levels === 0 ? payment() : api.tx.utility.batch([nested(levels - 1)]);
    const outcome = await succeeds(api, nested(16), sender);
    assert.deepEqual(eventsNamed(outcome, "utility.BatchInterrupted"), []);
    await refused(await signedBytes(api, nested(17), sender), INVALID, /call is not expected/i);
  });

  it("of another chain", async () => {
    const genesisHash = `0x${"11".repeat(32)}`;
    await refused(
      await signedBytes(api, payment(), sender, { genesisHash }),
      INVALID,
      /bad signature/,
    );
  });

  it("made for another version of the runtime", async () => {
    const version = api.runtimeVersion;
    for (const field of ["specVersion", "transactionVersion"] as const) {
      const next = { ...version.toJSON(), [field]: version[field].toNumber() + 1 };
      const runtimeVersion = api.registry.createType("RuntimeVersion", next);
      const bytes = await signedBytes(api, payment(), sender, { runtimeVersion });
      await refused(bytes, INVALID, /bad signature/);
    }
  });

  it("whose life has ended", async () => {
    const head = await api.rpc.chain.getHeader();
    const period = 4;
    const mortal = await signedBytes(api, payment(), sender, {
      era: api.registry.createType("ExtrinsicEra", { current: head.number, period }),
      blockHash: head.hash,
    });
    await finalisedNumber(api, head.number.toNumber() + period + 1, 30);
    // Its era now stands for a later one, whose first block is another or does not exist yet.
    await refused(mortal, INVALID, /bad signature|ancient birth block/);
  });

  it("with bytes that are none", async () => {
    for (const bytes of ["0x", "0xdeadbeef", `0x${"ff".repeat(300)}`]) {
      await refused(bytes, OTHER, /Could not decode/);
    }
    const cut = hexToU8a(await signedBytes(api, payment(), sender)).slice(2, -1);
    const length = compactToU8a(cut.length);
    await refused(u8aToHex(u8aConcat(length, cut)), UNDECODABLE, UNDECODABLE_REASON);
    await refused("0x00", UNDECODABLE, UNDECODABLE_REASON);
  });

  it("that is not even hex", async () => {
    for (const params of [["hello"], [42], []]) {
      const { code, message } = await node.refusal("author_submitExtrinsic", params);
      assert.equal(code, INVALID_PARAMS);
      assert.equal(message, "Invalid params");
    }
  });

  it("that calls what does not exist", async () => {
    const tx = payment();
    const call = tx.method.toU8a();
    const bytes = hexToU8a(await signedBytes(api, tx, sender));
    const unknown = call.map((byte, index) => (index === 0 ? 0xff : byte));
    await refused(u8aToHex(replaced(bytes, call, unknown)), UNDECODABLE, UNDECODABLE_REASON);
  });

  it("without a signature where one is needed", async () => {
    await refused(payment().toHex(), UNKNOWN_VALIDITY, /NoUnsignedValidator/);
  });
});

describe("after all that", () => {
  it("the chain goes on", async () => {
    const head = await api.rpc.chain.getHeader();
    await finalisedNumber(api, head.number.toNumber() + 2, 30);
  });
});

function payment(): Tx {
  return api.tx.balances.transferKeepAlive(receiver.address, AITBC);
}

let strangers = 0;

/** An account that does not exist yet. */
function nobody(): string {
  strangers += 1;
  return keyPair(`//refusals//nobody//${strangers}`).address;
}

/** Sends `bytes` and expects this answer, and the sender's state untouched. */
async function refused(bytes: string, code: number, reason: RegExp): Promise<void> {
  const before = (await api.query.system.account(sender.address)).toHex();
  const refusal = await node.refusal("author_submitExtrinsic", [bytes]);

  assert.equal(refusal.code, code, describeRefusal(refusal));
  assert.match(describeRefusal(refusal), reason);
  assert.equal((await api.query.system.account(sender.address)).toHex(), before);
}

function describeRefusal(refusal: { code: number; message: string; data: unknown }): string {
  return `${refusal.code} ${refusal.message}: ${JSON.stringify(refusal.data)}`;
}

/** `bytes` with the only occurrence of `part` replaced by as many other bytes. */
function replaced(bytes: Uint8Array, part: Uint8Array, by: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(part);
  assert.ok(at >= 0 && part.length === by.length);
  const copy = bytes.slice();
  copy.set(by, at);
  return copy;
}
