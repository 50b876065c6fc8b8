/** A chain that stands still, or brakes, punishes nobody, and traps nobody. */

import { asRoot } from "../../../harness/chain/council.ts";
import { activeNow, clock, escrow } from "../../../harness/chain/escrow.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { sealedBlockAt } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, succeeds, type Tx } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { ada, agree, api, ben, books, EVIDENCE, flow, HOUR, node, offer, step } from "./chain.ts";

const DAY = 24 * HOUR;
const FILTERED = "system.CallFiltered";

/** Why the clock stands still, if it does. */
async function stopped(): Promise<string | null> {
  return (await clock(node)).stopped;
}

/** That no active time passes. */
async function requireStill(): Promise<void> {
  const before = await activeNow(node);
  for (let block = 0; block < 4; block++) await step();
  assert.equal(await activeNow(node), before);
}

/** A call that the council dispatches as Root. */
function brake(call: Tx): Promise<void> {
  return asRoot(api, call);
}

describe("a halt of a day", () => {
  it("punishes nobody", async () => {
    const [offered, active] = [await offer(), await agree()];
    const before = await activeNow(node);
    await sealedBlockAt(node, (await now(api)) + DAY);
    assert.ok((await activeNow(node)) <= before + 60_000);
    await succeeds(api, api.tx.escrow.accept(offered), ben);
    await succeeds(api, api.tx.escrow.deliver(active, 0, EVIDENCE), ben);
    for (const id of [offered, active]) await succeeds(api, api.tx.escrow.refund(id, 0), ben);
  });
});

describe("safe mode", () => {
  it("stops the clock, and lets everybody out", async () => {
    const [offered, active, declined] = [await offer(), await agree(), await offer()];
    const flowing = await flow(AITBC / 1_000n, AITBC);
    await brake(api.tx.openClaw.enterSafeMode(null));
    await step();
    assert.equal(await stopped(), "safeMode");
    await requireStill();
    const create = api.tx.escrow.openStream(ben.address, 1n, AITBC, null);
    assert.equal((await included(api, create, ada)).error, FILTERED);
    await succeeds(api, api.tx.escrow.cancel(offered), ada);
    await succeeds(api, api.tx.escrow.decline(declined), ben);
    await succeeds(api, api.tx.escrow.release(active, 0), ada);
    await succeeds(api, api.tx.escrow.closeStream(flowing), ada);
    await brake(api.tx.openClaw.exitSafeMode());
    await step();
    assert.equal(await stopped(), null);
    await books.catchUp(api);
    assert.equal(books.held(ada.address, "streams"), 0n);
  });
});

describe("a pause", () => {
  it("of a call by which somebody meets a deadline stops the clock", async () => {
    const id = await agree();
    const { deadline } = await escrow(node, id);
    const deliver = [["Escrow", "deliver"]] as [string, string][];
    await brake(api.tx.openClaw.pause(deliver, null));
    await step();
    assert.equal(await stopped(), "paused");
    await requireStill();
    const delivery = () => api.tx.escrow.deliver(id, 0, EVIDENCE);
    assert.equal((await included(api, delivery(), ben)).error, FILTERED);
    await brake(api.tx.openClaw.unpause(deliver));
    await step();
    assert.equal(await stopped(), null);
    assert.ok((await activeNow(node)) < deadline!);
    await succeeds(api, delivery(), ben);
    await succeeds(api, api.tx.escrow.release(id, 0), ada);
  });

  it("of another call does not", async () => {
    const other = [["Balances", "transfer_all"]] as [string, string][];
    await brake(api.tx.openClaw.pause(other, null));
    await step();
    assert.equal(await stopped(), null);
    const before = await activeNow(node);
    await step();
    assert.equal(await activeNow(node), before + 30_000);
    await brake(api.tx.openClaw.unpause(other));
  });
});
