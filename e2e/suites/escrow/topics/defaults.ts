/** What becomes of a milestone at the deadline, and by agreement. */

import { escrow, type Fallback } from "../../../harness/chain/escrow.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, succeeds } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  agree,
  api,
  ben,
  bringTo,
  EVIDENCE,
  height,
  MINUTE,
  node,
  offer,
  told,
} from "./chain.ts";

describe("what is open at the deadline", () => {
  it("goes back, is paid or is divided, as was agreed", async () => {
    const from = await height();
    const all: Fallback[] = ["Refund", "Pay", { Split: 300_000 }];
    const ids: number[] = [];
    for (const fallback of all) ids.push(await agree({ default: fallback }));
    const [refund, pay, split] = ids;
    const { deadline } = await escrow(node, split!);
    // One that was delivered in time is not defaulted.
    const delivered = await agree();
    const last = (await escrow(node, delivered)).deadline!;
    await bringTo(deadline! - 4 * MINUTE);
    await succeeds(api, api.tx.escrow.deliver(delivered, 0, EVIDENCE), ben);
    await bringTo(last);
    const to = ben.address;
    const [hundred, fee] = [100n * AITBC, (5n * AITBC) / 2n];
    assert.deepEqual(await told(from, "Refunded", refund!), [
      {
        id: String(refund),
        milestone: "0",
        amount: String(hundred),
        fee: String(fee),
        by: "Default",
      },
    ]);
    assert.deepEqual(await told(from, "Paid", pay!), [
      {
        id: String(pay),
        milestone: "0",
        to,
        amount: String(hundred),
        fee: String(fee),
        by: "Default",
      },
    ]);
    assert.deepEqual(await told(from, "Split", split!), [
      {
        id: String(split),
        milestone: "0",
        toBeneficiary: String(30n * AITBC),
        fee: String((3n * AITBC) / 4n),
        back: String((287n * AITBC) / 4n),
      },
    ]);
    const { milestones } = await escrow(node, delivered);
    assert.equal(milestones[0]!.state.kind, "delivered");
    await bringTo(milestones[0]!.due!);
    assert.equal((await told(from, "Paid", delivered)).length, 1);
  });
});

describe("a split", () => {
  it("is done when both offer the same", async () => {
    const from = await height();
    const id = await agree();
    await succeeds(api, api.tx.escrow.split(id, 0, 400_000), ada);
    await succeeds(api, api.tx.escrow.split(id, 0, 600_000), ben);
    const { milestones } = await escrow(node, id);
    assert.equal(milestones[0]!.offerOfDepositor, 400_000);
    assert.equal(milestones[0]!.offerOfBeneficiary, 600_000);
    await succeeds(api, api.tx.escrow.split(id, 0, 600_000), ada);
    const [divided] = (await told(from, "Split", id)) as Record<string, string>[];
    assert.equal(divided!["toBeneficiary"], String(60n * AITBC));
  });
});

describe("an offer", () => {
  it("is cancelled, declined, or expires, and costs nothing", async () => {
    const from = await height();
    const [cancelled, declined, expired] = [await offer(), await offer(), await offer()];
    await succeeds(api, api.tx.escrow.cancel(cancelled!), ada);
    await succeeds(api, api.tx.escrow.decline(declined!), ben);
    const { acceptBy } = await escrow(node, expired!);
    await bringTo(acceptBy!);
    const back = String((205n * AITBC) / 2n);
    for (const [id, event] of [
      [cancelled, "Cancelled"],
      [declined, "Declined"],
      [expired, "Expired"],
    ] as const) {
      assert.deepEqual(await told(from, event, id!), [{ id: String(id), back }]);
    }
    const late = await included(api, api.tx.escrow.accept(expired!), ben);
    assert.equal(late.error, "escrow.NotFound");
  });
});
