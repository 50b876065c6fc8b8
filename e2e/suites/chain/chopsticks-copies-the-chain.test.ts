/** Chopsticks: a copy of the chain, in which whoever tries something makes the blocks. */

import { ApiPromise } from "@polkadot/api";
import {
  BuildBlockMode,
  ChopsticksProvider,
  destroyWorker,
  setup,
} from "@acala-network/chopsticks-core";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { DAY, SECOND, timeOf } from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { finalisedNumber, freeBalance } from "../../harness/chain/transactions.ts";
import { within } from "../../harness/deadline.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const AMOUNT = 5n * AITBC;
/** Duration of a slot, as the preset has it. */
const SLOT = SECOND;
/** Seconds for a block of the copy, whose state comes from the node value by value. */
const BLOCK_SECONDS = 30;

let original: ApiPromise;
let chain: Awaited<ReturnType<typeof setup>>;
let provider: ChopsticksProvider;
let copy: ApiPromise;

before(async () => {
  const node = await devNode();
  original = await node.api();
  const { hash } = await finalisedNumber(original, 3, 30);
  chain = await setup({
    endpoint: node.wsUrl,
    block: hash.toHex(),
    buildBlockMode: BuildBlockMode.Manual,
    mockSignatureHost: false,
  });
  provider = new ChopsticksProvider(chain);
  copy = await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
  // Chopsticks has no keys: it copies the VRF of the parent.
  const required = copy.query["vrfBeacon"]!["required"]!.key();
  await provider.send("dev_setStorage", [[[required, "0x00"]]]);
});
after(async () => {
  await copy?.disconnect();
  await chain?.close();
  await destroyWorker();
});

describe("in a copy that Chopsticks makes of the chain", () => {
  it("there are blocks, a slot after each other", async () => {
    const parent = await head();
    for (const slots of [1, 2]) {
      const block = await newBlock();
      assert.equal(block.number, parent.number + slots);
      assert.equal(block.time, parent.time + slots * SLOT);
    }
  });

  it("a transfer is carried out, and nothing happens to the chain itself", async () => {
    const receiver = keyPair("//chopsticks//receiver").address;
    const transfer = copy.tx.balances.transferKeepAlive(receiver, AMOUNT);
    await transfer.signAsync(faucet, { nonce: -1 });
    await copy.rpc.author.submitExtrinsic(transfer);
    await newBlock();

    assert.equal(await freeBalance(copy, receiver), AMOUNT);
    assert.equal(await freeBalance(original, receiver), 0n);
  });

  it("time goes on from where one has travelled to", async () => {
    const then = (await head()).time + 7 * DAY;
    await within(BLOCK_SECONDS, "Chopsticks to travel", provider.send("dev_timeTravel", [then]));
    for (const slots of [1, 2]) assert.equal((await newBlock()).time, then + slots * SLOT);
  });
});

interface Head {
  number: number;
  time: number;
}

/** The latest block of the copy. */
async function head(): Promise<Head> {
  const { number, hash } = chain.head;
  return { number, time: await timeOf(copy, hash) };
}

async function newBlock(): Promise<Head> {
  await within(BLOCK_SECONDS, "Chopsticks to make a block", provider.send("dev_newBlock", [{}]));
  return head();
}
