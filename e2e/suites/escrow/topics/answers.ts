/** What a node says of escrows and streams; each answer is compared with its schema. */

import {
  check,
  escrow,
  escrows,
  stream,
  streams,
  type Role,
} from "../../../harness/chain/escrow.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { succeeds } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  agree,
  api,
  ben,
  books,
  EVIDENCE,
  flow,
  node,
  offer,
  signers,
  terms,
} from "./chain.ts";

describe("a node", () => {
  it("tells of an escrow and of those of an account, newest first", async () => {
    const [first, second] = [await agree({ termsHash: EVIDENCE }), await offer()];
    const told = await escrow(node, first);
    assert.deepEqual([told.status, told.depositor], ["active", ada.address]);
    assert.equal(told.held, String((205n * AITBC) / 2n));
    const ids = async (role?: Role | null, limit?: number, after?: number) =>
      (await escrows(node, ben.address, role, limit, after)).map(({ id }) => id);
    assert.deepEqual(await ids(), [second, first]);
    assert.deepEqual(await ids("depositor"), []);
    assert.deepEqual(await ids("beneficiary", 1), [second]);
    assert.deepEqual(await ids(null, 20, second), [first]);
    await succeeds(api, api.tx.escrow.refund(first, 0), ben);
    await succeeds(api, api.tx.escrow.cancel(second), ada);
    assert.deepEqual(await ids(), []);
    await assert.rejects(escrow(node, first), /no open escrow/);
  });

  it("tells of a stream and of those of an account", async () => {
    const id = await flow(AITBC / 1_000n, AITBC);
    const told = await stream(node, id);
    assert.equal(told.ends - told.started, 1_000_000);
    assert.deepEqual(
      (await streams(node, ben.address)).map((other) => other.id),
      [id],
    );
    assert.deepEqual(await streams(node, ben.address, 20, id), []);
    await succeeds(api, api.tx.escrow.closeStream(id), ben);
    await assert.rejects(stream(node, id), /no open stream/);
  });

  it("says beforehand what an escrow would hold", async () => {
    const [cyd] = signers;
    const wanted = terms({ rule: { Oracle: { threshold: 1, signers: [cyd!.address] } } });
    const answer = await check(node, ada.address, ben.address, wanted);
    assert.ok("held" in answer, JSON.stringify(answer));
    await books.catchUp(api);
    const held = books.held(ada.address, "escrows");
    const created = await succeeds(api, api.tx.escrow.create(ben.address, wanted), ada);
    await books.catchUp(api);
    const more = books.held(ada.address, "escrows") - held;
    assert.equal(more, BigInt(answer.held.amount) + BigInt(answer.held.fee));
    const deposits = created.events.filter(
      ({ name, data }) => name === "balances.Held" && /deposit/i.test(data["reason"]!),
    );
    assert.deepEqual(
      deposits.map(({ data }) => data["amount"]),
      [answer.held.deposit],
    );
    const id = Number(created.events.find(({ name }) => name === "escrow.Created")!.data["id"]);
    await succeeds(api, api.tx.escrow.cancel(id), ada);
    const refused = await check(node, ada.address, ada.address, wanted);
    assert.deepEqual(refused, { refused: "SameParty" });
  });
});
