/** Transactions that the pool has no room for wait in front of it, in order, and none is lost. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { signedBytes, type Tx } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** So many transactions are in the pool at a time. */
const IN_POOL = 4;
const SENDERS = 10;
/** Nonces from an account's next one to so many after it may wait. */
const AHEAD = 64;
/** More bytes than the transactions of a block may have. */
const LONG = 6_000_000;
/** Bytes of the longest transaction that a block has room for, beside a header and votes. */
const LONGEST = 3_784_704;
/** Codes of the node's answers to transactions; numbered by upstream's author RPC. */
const INVALID = 1010;
const ALREADY_IMPORTED = 1013;
const TOO_LOW_PRIORITY = 1014;
const TOO_FAR_AHEAD = 1021;

interface Backlog {
  waiting: number;
  bytes: number;
  inPool: number;
  tip: string;
}

let node: Node;
let api: ApiPromise;
/** A sender of its own for each test, and some for all. */
const senders = Array.from({ length: SENDERS }, (_, index) => keyPair(`//waiting//${index}`));
const single = (name: string) => keyPair(`//waiting//${name}`);
const singles = ["queue", "many", "gap", "replaced", "watched", "refused", "hurry", "forked"].map(
  single,
);

before(async () => {
  // What the pool refuses it refuses for long, as on networks.
  const pool = ["--pool-limit", String(IN_POOL), "--tx-ban-seconds", "1800"];
  const args = [...SOLE_VALIDATOR, "--sealing", "manual", pool].flat();
  node = await Node.start({ name: "waiting", args, metrics: true });
  api = await node.api();
  const gifts = [...senders, ...singles].map(({ address }) =>
    api.tx.balances.transferKeepAlive(address, 100n * AITBC),
  );
  await send(api.tx.utility.batchAll(gifts), faucet);
  await makeBlock();
});
after(() => node?.stop());

const remark = (text = "") => api.tx.system.remark(text);
const zeros = (bytes: number) => `0x${"00".repeat(bytes)}`;

/** A remark that takes so many bytes when the faucet has signed it. */
async function remarkOf(bytes: number): Promise<Tx> {
  const signed = await signedBytes(api, remark(zeros(bytes)), faucet);
  const besides = (signed.length - 2) / 2 - bytes;
  return remark(zeros(bytes - besides));
}

const backlog = () => node.rpc<Backlog>("backlog_status");
const nextNonce = ({ address }: KeyringPair) =>
  node.rpc<number>("system_accountNextIndex", [address]);

async function send(tx: Tx, sender: KeyringPair, changes = {}): Promise<HexString> {
  const bytes = await signedBytes(api, tx, sender, changes);
  return node.rpc<HexString>("author_submitExtrinsic", [bytes]);
}

async function refusal(tx: Tx, sender: KeyringPair, changes = {}) {
  const bytes = await signedBytes(api, tx, sender, changes);
  return node.refusal("author_submitExtrinsic", [bytes]);
}

/** Makes a block that is final; the hashes of the signed transactions in it. */
async function makeBlock(): Promise<string[]> {
  const { hash } = await node.rpc<{ hash: string }>("engine_createBlock", [true, true, null]);
  const { block } = await api.rpc.chain.getBlock(hash);
  return block.extrinsics.filter(({ isSigned }) => isSigned).map((each) => each.hash.toHex());
}

/** Makes a block on this one, which is not final. */
async function makeFork(parent: HexString): Promise<HexString> {
  const { hash } = await node.rpc<{ hash: HexString }>("engine_createBlock", [true, false, parent]);
  return hash;
}

/** Makes blocks until nothing waits; the hashes of what they hold, in order. */
async function drain(): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    found.push(...(await makeBlock()));
    const { waiting, inPool } = await until(10, "the pool to follow", async () => {
      const ready = await node.rpc<string[]>("author_pendingExtrinsics");
      const told = await backlog();
      return ready.length === told.inPool ? told : undefined;
    });
    if (waiting + inPool === 0) return found;
  }
}

describe("more transactions than the pool holds", () => {
  it("wait, and are all included", async () => {
    const sent = [];
    for (const sender of senders) sent.push(await send(remark(), sender));
    const { waiting, inPool, bytes, tip } = await backlog();
    assert.deepEqual([waiting, inPool, tip], [SENDERS - IN_POOL, IN_POOL, "0"]);
    assert.ok(bytes > 0);
    assert.equal((await node.rpc<string[]>("author_pendingExtrinsics")).length, IN_POOL);
    assert.deepEqual((await drain()).sort(), sent.sort());
  });

  it("go before others if they pay more", async () => {
    for (const sender of senders.slice(0, IN_POOL + 2)) await send(remark(), sender);
    const tipped = await send(remark(), senders.at(-1)!, { tip: AITBC });
    const order = await drain();
    assert.ok(order.indexOf(tipped) <= IN_POOL, `it is number ${order.indexOf(tipped)}`);
  });
});

describe("what is signed", () => {
  it("is verified once, and judged by the runtime that is built into the node", async () => {
    const before = await metrics(node);
    for (const sender of senders) await send(remark("once"), sender);
    await drain();
    const after = await metrics(node);
    const grown = (name: string) => after.get(name)! - before.get(name)!;
    assert.equal(grown("aitbc_signature_cache_misses_total"), SENDERS);
    // The pool and the block ask again.
    assert.ok(grown("aitbc_signature_cache_hits_total") >= 2 * SENDERS);
    // This validator's own votes are not signed as transactions are, so the Wasm judges them.
    assert.ok(grown("substrate_sub_txpool_validations_scheduled") < SENDERS);
  });
});

describe("the transactions of one sender", () => {
  it("wait in the order of their nonces, and its next nonce comes after all", async () => {
    const sender = single("queue");
    const sent = [];
    for (let index = 0; index < 2 * IN_POOL; index++) {
      assert.equal(await nextNonce(sender), index);
      sent.push(await send(remark(String(index)), sender));
    }
    assert.deepEqual(await drain(), sent);
    assert.equal(await nextNonce(sender), 2 * IN_POOL);
  });

  it("are 64 at most, until a block has some", async () => {
    const sender = single("many");
    const sent = [];
    while (sent.length < AHEAD) sent.push(await send(remark(), sender));
    assert.equal((await refusal(remark(), sender)).code, TOO_FAR_AHEAD);
    let block = await makeBlock();
    // The block that begins a session has no room.
    if (block.length === 0) block = await makeBlock();
    assert.deepEqual(block, sent.splice(0, IN_POOL));
    sent.push(await send(remark(), sender));
    assert.deepEqual(await drain(), sent);
  });

  it("wait behind a gap until it is filled", async () => {
    const sender = single("gap");
    const later = await send(remark(), sender, { nonce: 1 });
    assert.equal(await nextNonce(sender), 0);
    assert.deepEqual(await makeBlock(), []);
    const first = await send(remark(), sender, { nonce: 0 });
    assert.deepEqual(await drain(), [first, later]);
  });

  it("are replaced by others of the same nonce that pay a tenth more", async () => {
    const sender = single("replaced");
    // Behind a gap, so that it waits.
    await send(remark(), sender, { nonce: 1, tip: 1_000_000n });
    const { code } = await refusal(remark(), sender, { nonce: 1, tip: 1_090_000n });
    assert.equal(code, TOO_LOW_PRIORITY);
    const better = await send(remark(), sender, { nonce: 1, tip: 1_110_000n });
    const first = await send(remark(), sender, { nonce: 0 });
    assert.deepEqual(await drain(), [first, better]);
  });
});

describe("whoever watches a transaction", () => {
  it("learns that it waits, is ready, in a block, and final", async () => {
    for (const sender of senders.slice(0, IN_POOL)) await send(remark(), sender, { tip: AITBC });
    const told: string[] = [];
    // The client's own way of sending leaves out the block if it is final at once.
    const signed = await remark().signAsync(single("watched"));
    const stop = await api.rpc.author.submitAndWatchExtrinsic(signed, ({ type }) => {
      told.push(type);
    });
    await drain();
    await until(10, "all of it", async () => (told.includes("Finalized") ? true : undefined));
    stop();
    const steps = told.filter((step) => step !== "Broadcast");
    assert.deepEqual(steps, ["Future", "Ready", "InBlock", "Finalized"]);
  });

  it("learns that another took its place", async () => {
    const sender = single("hurry");
    const told: string[] = [];
    const stop = await remark().signAndSend(sender, { nonce: 1 }, ({ status }) => {
      told.push(status.type);
    });
    await send(remark("better"), sender, { nonce: 1, tip: 1n });
    await until(10, "the news", async () => (told.includes("Usurped") ? true : undefined));
    stop();
    await send(remark(), sender, { nonce: 0 });
    assert.equal((await drain()).length, 2);
  });
});

describe("what a fork takes out of the chain", () => {
  it("comes back with all that follows it, in order", async () => {
    const sender = single("forked");
    const told: string[] = [];
    const signed = await remark("first").signAsync(sender, { nonce: 0 });
    const stop = await api.rpc.author.submitAndWatchExtrinsic(signed, ({ type }) => {
      told.push(type);
    });
    const sent = [signed.hash.toHex()];
    for (let nonce = 1; nonce < 2 * IN_POOL; nonce++) {
      sent.push(await send(remark(), sender, { nonce }));
    }
    const root = (await api.rpc.chain.getHeader()).hash.toHex();
    const lost = await makeFork(root);
    const { block } = await api.rpc.chain.getBlock(lost);
    assert.equal(block.extrinsics.filter(({ isSigned }) => isSigned).length, IN_POOL);
    await until(10, "the pool to be given the rest", async () => {
      const { waiting, inPool } = await backlog();
      return waiting === 0 && inPool === IN_POOL ? true : undefined;
    });

    const head = await makeFork(await makeFork(root));
    assert.equal((await api.rpc.chain.getHeader()).hash.toHex(), head);
    assert.deepEqual(await drain(), sent);
    await until(10, "all of it", async () => (told.includes("Finalized") ? true : undefined));
    stop();
    const steps = told.filter((step) => step !== "Broadcast");
    assert.deepEqual(steps, ["Ready", "InBlock", "Retracted", "Ready", "InBlock", "Finalized"]);
  });
});

describe("a transaction that may not wait", () => {
  const sender = single("refused");

  it("is one that is here", async () => {
    await send(remark(), sender, { nonce: 0 });
    const { code } = await refusal(remark(), sender, { nonce: 0 });
    // Signatures differ, so it is another one of that nonce.
    assert.equal(code, TOO_LOW_PRIORITY);
    const bytes = await signedBytes(api, remark("same"), sender, { nonce: 1 });
    await node.rpc("author_submitExtrinsic", [bytes]);
    const again = await node.refusal("author_submitExtrinsic", [bytes]);
    assert.equal(again.code, ALREADY_IMPORTED);
    await drain();
  });

  it("is one that no block has room for", async () => {
    const long = await refusal(remark(zeros(LONG)), faucet);
    const exhausts = "Transaction would exhaust the block limits";
    assert.deepEqual([long.code, long.data], [INVALID, exhausts]);
    const longer = await refusal(await remarkOf(LONGEST + 1), faucet);
    assert.deepEqual([longer.code, longer.data], [INVALID, exhausts]);
    const longest = await send(await remarkOf(LONGEST), faucet);
    assert.deepEqual(await drain(), [longest]);
  });

  it("is one whose nonce was used or is too far ahead", async () => {
    const next = await nextNonce(sender);
    const stale = await refusal(remark(), sender, { nonce: next - 1 });
    assert.deepEqual([stale.code, stale.data], [INVALID, "Transaction is outdated"]);
    const far = await refusal(remark(), sender, { nonce: next + AHEAD });
    assert.equal(far.code, TOO_FAR_AHEAD);
    await send(remark(), sender, { nonce: next + AHEAD - 1 });
  });

  it("is one that its sender cannot pay for", async () => {
    const poor = await refusal(remark(), single("nobody"));
    assert.equal(poor.code, INVALID);
    assert.match(String(poor.data), /Inability to pay some fees/);
  });

  it("is one that somebody else has signed, or whose time is over", async () => {
    const forged = await refusal(remark(), sender, { genesisHash: `0x${"11".repeat(32)}` });
    assert.deepEqual([forged.code, forged.data], [INVALID, "Transaction has a bad signature"]);
    for (let blocks = 0; blocks < 8; blocks++) await makeBlock();
    const genesis = api.genesisHash;
    const era = api.registry.createType("ExtrinsicEra", { current: 1, period: 4 });
    const old = await refusal(remark(), sender, { era, blockHash: genesis });
    // It names its time by the last digits of its first block: this one is taken for a later one, which it has not signed.
    assert.deepEqual([old.code, old.data], [INVALID, "Transaction has a bad signature"]);
  });
});
