/** Money that flows by the second. */

import { activeNow, stream } from "../../../harness/chain/escrow.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  included,
  succeeds,
  succeedsForLess,
} from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  api,
  ben,
  books,
  bringTo,
  flow,
  height,
  MINUTE,
  node,
  signers,
  told,
  wait,
} from "./chain.ts";

const MILLI = AITBC / 1_000n;

describe("a stream", () => {
  it("is topped up, and used up to the unit", async () => {
    const from = await height();
    // A rate that divides nothing.
    const [rate, prepaid, more] = [7n * MILLI + 3n, 1_234_567_890_123n, 987_654_321_007n];
    const id = await flow(rate, prepaid);
    const before = await stream(node, id);
    await wait(MINUTE);
    await succeedsForLess(api, api.tx.escrow.withdraw(id), signers[0]!);
    await succeeds(api, api.tx.escrow.topUp(id, more), ada);
    const topped = await stream(node, id);
    assert.ok(topped.ends > before.ends);
    assert.equal(
      topped.ends - topped.started,
      Number(((prepaid + more) * 1_000n + rate - 1n) / rate),
    );
    assert.equal(topped.fee, String((prepaid + more) / 40n));
    await bringTo(topped.ends);
    const [closed] = (await told(from, "StreamClosed", id)) as Record<string, string>[];
    assert.deepEqual(closed, {
      id: String(id),
      by: "End",
      paid: String(prepaid + more),
      fee: String((prepaid + more) / 40n),
      back: "0",
    });
    const late = await included(api, api.tx.escrow.topUp(id, more), ada);
    assert.equal(late.error, "escrow.NotFound");
  });

  it("is closed by either at any time, for what is owed", async () => {
    for (const who of [ada, ben]) {
      const id = await flow(MILLI, 10n * AITBC);
      await wait(MINUTE);
      const outcome = await succeeds(api, api.tx.escrow.closeStream(id), who);
      const [closed] = eventsNamed(outcome, "escrow.StreamClosed");
      const [paid, fee, back] = ["paid", "fee", "back"].map((field) => BigInt(closed![field]!));
      assert.equal(closed!["by"], who === ada ? "Payer" : "Beneficiary");
      assert.ok(paid! >= 60n * MILLI && paid! < 400n * MILLI, String(paid));
      assert.equal(paid! + fee! + back!, (41n * AITBC) / 4n);
      const again = await included(api, api.tx.escrow.closeStream(id), who);
      assert.equal(again.error, "escrow.NotFound");
    }
    await books.catchUp(api);
    assert.equal(books.held(ada.address, "streams"), 0n);
  });

  it("ends when it was told to, and the rest goes back", async () => {
    const from = await height();
    const ends = (await activeNow(node)) + 3 * MINUTE;
    const id = await flow(MILLI, 10n * AITBC, ends);
    const { started } = await stream(node, id);
    await bringTo(ends);
    const [closed] = (await told(from, "StreamClosed", id)) as Record<string, string>[];
    assert.equal(closed!["paid"], String((MILLI * BigInt(ends - started)) / 1_000n));
  });
});
