/** What pays a milestone without the depositor. */

import { escrow } from "../../../harness/chain/escrow.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, succeeds } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  agree,
  api,
  ben,
  books,
  EVIDENCE,
  height,
  HOUR,
  MINUTE,
  node,
  signers,
  told,
  wait,
} from "./chain.ts";

const WHOLE = { milestone: "0", amount: String(100n * AITBC), fee: String((5n * AITBC) / 2n) };

/** That all of an escrow was paid to Ben since block `from`, and why. */
async function requirePaid(from: number, id: number, by: string): Promise<void> {
  const paid = { id: String(id), ...WHOLE, to: ben.address, by };
  assert.deepEqual(await told(from, "Paid", id), [paid]);
  assert.equal((await told(from, "Closed", id)).length, 1);
}

describe("each rule", () => {
  it("pays what was delivered, after the review", async () => {
    const from = await height();
    const id = await agree();
    await succeeds(api, api.tx.escrow.deliver(id, 0, EVIDENCE), ben);
    await wait(8 * MINUTE);
    const early = await included(api, api.tx.escrow.settle(id, 0), signers[0]!);
    assert.equal(early.error, "escrow.TooEarly");
    await wait(MINUTE);
    await requirePaid(from, id, "Review");
  });

  it("pays at its time, and not earlier", async () => {
    const from = await height();
    const id = await agree({ rule: { TimeBased: 5 * MINUTE } });
    await wait(2 * MINUTE);
    const early = await included(api, api.tx.escrow.settle(id, 0), ben);
    assert.equal(early.error, "escrow.TooEarly");
    await wait(3 * MINUTE);
    await requirePaid(from, id, "Rule");
  });

  it("pays when two of three signers have approved", async () => {
    const from = await height();
    const [cyd, dee] = signers;
    const rule = { threshold: 2, signers: signers.map(({ address }) => address) };
    const id = await agree({ rule: { MultiSig: rule } });
    const approve = () => api.tx.escrow.approve(id, 0);
    await succeeds(api, approve(), cyd!);
    await succeeds(api, api.tx.escrow.withdrawApproval(id, 0), cyd!);
    await succeeds(api, approve(), dee!);
    assert.deepEqual((await escrow(node, id)).milestones[0]!.approvals, [dee!.address]);
    await succeeds(api, approve(), cyd!);
    await requirePaid(from, id, "Rule");
  });

  it("pays an hour after the oracle", async () => {
    const from = await height();
    const [cyd] = signers;
    const rule = { threshold: 1, signers: [cyd!.address] };
    const id = await agree({ rule: { Oracle: rule }, deadlineIn: 2 * HOUR });
    await succeeds(api, api.tx.escrow.approve(id, 0), cyd!);
    await wait(57 * MINUTE);
    const late = await included(api, api.tx.escrow.withdrawApproval(id, 0), cyd!);
    assert.equal(late.error, "escrow.ThresholdPassed");
    await wait(2 * MINUTE);
    await requirePaid(from, id, "Rule");
  });

  it("leaves it to the parties before", async () => {
    const before = [ada, ben].map(({ address }) => books.balance(address));
    const from = await height();
    const id = await agree({ amounts: [60n * AITBC, 40n * AITBC] });
    await succeeds(api, api.tx.escrow.release(id, 0), ada);
    await succeeds(api, api.tx.escrow.refund(id, 1), ben);
    assert.equal((await told(from, "Closed", id)).length, 1);
    await books.catchUp(api);
    assert.ok(books.balance(ben.address) > before[1]! + 59n * AITBC);
    assert.ok(books.balance(ada.address) < before[0]! - 61n * AITBC);
    assert.equal(books.held(ada.address, "escrows"), 0n);
  });
});
