/**
 * What comes too late: a call fails by its own comparison from the moment of its deadline on, although the
 * agenda has not come to it. All of these deadlines are a few seconds after the begin of a bucket, which the
 * next one has.
 */

import { faucet } from "../../../harness/chain/accounts.ts";
import { escrow } from "../../../harness/chain/escrow.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  fundedAccounts,
  included,
  succeeds,
} from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  agree,
  api,
  ben,
  bringBefore,
  bringTo,
  EVIDENCE,
  flow,
  height,
  MINUTE,
  nextInBucket,
  node,
  offer,
  SECOND,
  terms,
  told,
} from "./chain.ts";
import { refused } from "./wrong-input.ts";

/** So long after the begin of a bucket. */
const OFFSET = 2 * SECOND;

describe("what comes too late", () => {
  it("accepts nothing", async () => {
    const from = await height();
    await bringBefore(await nextInBucket(0));
    const id = await offer({ acceptWithin: 2 * MINUTE + OFFSET });
    const { acceptBy } = await escrow(node, id);
    await bringBefore(acceptBy!);
    await refused(api.tx.escrow.accept(id), ben, "DeadlinePassed");
    await refused(api.tx.escrow.decline(id), ben, "DeadlinePassed");
    await bringTo(acceptBy!);
    assert.equal((await told(from, "Expired", id)).length, 1);
  });

  it("changes nothing about what was reviewed", async () => {
    const from = await height();
    const id = await agree({ review: 10 * MINUTE + OFFSET });
    await bringBefore(await nextInBucket(0));
    await succeeds(api, api.tx.escrow.deliver(id, 0, EVIDENCE), ben);
    const { due } = (await escrow(node, id)).milestones[0]!;
    await bringBefore(due!);
    await refused(api.tx.escrow.release(id, 0), ada, "ReviewOver");
    await refused(api.tx.escrow.refund(id, 0), ben, "ReviewOver");
    await bringTo(due!);
    assert.equal((await told(from, "Paid", id)).length, 1);
  });

  it("prolongs no stream", async () => {
    const from = await height();
    const ends = (await nextInBucket(OFFSET)) + 2 * MINUTE;
    const id = await flow(AITBC / 1_000n, AITBC, ends);
    await bringBefore(ends);
    await refused(api.tx.escrow.topUp(id, AITBC), ada, "StreamEnded");
    await bringTo(ends);
    assert.equal((await told(from, "StreamClosed", id)).length, 1);
  });
});

describe("tokens that vest", () => {
  it("are not held for others, nor do others stand in for them", async () => {
    const [fay] = await fundedAccounts(api, "//escrow//fay");
    const locked = { locked: 500n * AITBC, perBlock: AITBC / 1_000n, startingBlock: 1_000_000 };
    await succeeds(api, api.tx.vesting.vestedTransfer(fay.address, locked), faucet);
    // She has 1 500 now.
    const create = (amount: bigint) =>
      api.tx.escrow.create(ben.address, terms({ amounts: [amount] }));
    await refused(create(1_100n * AITBC), fay, "Frozen");
    const stream = api.tx.escrow.openStream(ben.address, AITBC, 1_100n * AITBC, null);
    await refused(stream, fay, "Frozen");
    const created = await succeeds(api, create(900n * AITBC), fay);
    const id = Number(eventsNamed(created, "escrow.Created")[0]!["id"]);
    await refused(create(100n * AITBC), fay, "Frozen");
    // Neither vests nor is on hold: 77.5.
    const send = api.tx.balances.transferAllowDeath(ben.address, 90n * AITBC);
    assert.equal((await included(api, send, fay)).error, "token.Frozen");
    await succeeds(api, api.tx.escrow.cancel(id), fay);
    await succeeds(api, send, fay);
  });
});
