/** Moving tokens: amounts, fees and events add up to the last unit. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { AITBC } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  finalisedNumber,
  fundedAccounts,
  included,
  moved,
  succeeds,
} from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import type { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

let node: Node;
let api: ApiPromise;
let sender: KeyringPair;
let receiver: KeyringPair;

before(async () => {
  node = await devNode();
  api = await node.api();
  [sender, receiver] = await fundedAccounts(api, "//transfers//sender", "//transfers//receiver");
});

describe("a transfer", () => {
  it("costs the sender amount and fee, and brings the receiver the amount", async () => {
    const amount = 12n * AITBC + 345n;
    const transfer = api.tx.balances.transferKeepAlive(receiver.address, amount);
    const outcome = await succeeds(api, transfer, sender);

    assert.equal(await moved(api, receiver.address, outcome), amount);
    assert.equal(await moved(api, sender.address, outcome), -(amount + outcome.fee));
    assert.ok(outcome.fee > 0n);

    assert.deepEqual(eventsNamed(outcome, "balances.Transfer"), [
      { from: sender.address, to: receiver.address, amount: String(amount) },
    ]);
    assert.deepEqual(eventsNamed(outcome, "transactionPayment.TransactionFeePaid"), [
      { who: sender.address, actualFee: String(outcome.fee), tip: "0" },
    ]);
    assert.equal(eventsNamed(outcome, "system.ExtrinsicSuccess").length, 1);
  });

  it("costs the fee that the node had quoted", async () => {
    const transfer = api.tx.balances.transferKeepAlive(receiver.address, AITBC);
    await transfer.signAsync(sender, { nonce: -1 });
    const bytes = transfer.toHex();
    const outcome = await succeeds(api, api.tx(bytes), sender);

    const quote = await node.rpc<{ partialFee: string }>("payment_queryInfo", [
      bytes,
      outcome.parent,
    ]);
    assert.equal(outcome.fee, BigInt(quote.partialFee));
  });

  it("costs the tip on top", async () => {
    const tip = 3n * AITBC;
    const transfer = api.tx.balances.transferKeepAlive(receiver.address, AITBC);
    const plain = await succeeds(api, transfer, sender);
    const tipped = await succeeds(api, transfer, sender, { tip });

    assert.equal(
      eventsNamed(tipped, "transactionPayment.TransactionFeePaid")[0]?.["tip"],
      String(tip),
    );
    assert.ok(tipped.fee - tip > 0n && tipped.fee - tip <= 2n * plain.fee);
  });

  it("is final with its block", async () => {
    const transfer = api.tx.balances.transferKeepAlive(receiver.address, AITBC);
    const outcome = await succeeds(api, transfer, sender);
    const number = (await api.rpc.chain.getHeader(outcome.block)).number.toNumber();
    await finalisedNumber(api, number, 30);

    assert.equal((await api.rpc.chain.getBlockHash(number)).toHex(), outcome.block);
  });
});

describe("a batch", () => {
  it("keeps what came before the call that failed", async () => {
    const outcome = await succeeds(api, api.tx.utility.batch(callsOfWhichTheSecondFails()), sender);

    assert.equal(eventsNamed(outcome, "balances.Transfer").length, 1);
    assert.equal(eventsNamed(outcome, "utility.BatchInterrupted")[0]?.["index"], "1");
    assert.equal(eventsNamed(outcome, "utility.BatchCompleted").length, 0);
  });

  it("undoes everything as batch_all, but for the fee", async () => {
    const outcome = await included(
      api,
      api.tx.utility.batchAll(callsOfWhichTheSecondFails()),
      sender,
    );

    assert.equal(outcome.error, "token.FundsUnavailable");
    assert.equal(eventsNamed(outcome, "balances.Transfer").length, 0);
    assert.equal(await moved(api, sender.address, outcome), -outcome.fee);
  });

  it("goes on after the call that failed as force_batch", async () => {
    const outcome = await succeeds(
      api,
      api.tx.utility.forceBatch(callsOfWhichTheSecondFails()),
      sender,
    );

    assert.equal(eventsNamed(outcome, "balances.Transfer").length, 2);
    assert.equal(eventsNamed(outcome, "utility.ItemFailed").length, 1);
    assert.equal(eventsNamed(outcome, "utility.BatchCompletedWithErrors").length, 1);
  });

  function callsOfWhichTheSecondFails() {
    return [AITBC, 1_000_000n * AITBC, AITBC].map((amount) =>
      api.tx.balances.transferKeepAlive(receiver.address, amount),
    );
  }
});
