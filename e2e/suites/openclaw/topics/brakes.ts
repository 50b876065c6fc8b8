/** Brakes: of an Emergency, which holders decide, and of the council, at once but not for long. */

import { keyPair } from "../../../harness/chain/accounts.ts";
import {
  agree,
  close,
  COUNCIL,
  MAJORITY,
  motion,
  propose,
} from "../../../harness/chain/council.ts";
import { proposal } from "../../../harness/chain/governance.ts";
import {
  approveAll,
  bringPastVote,
  bringTo,
  bringToEnactment,
  makeProposal,
  now,
  requireStatus,
  voteAll,
  WHALES,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { sealedBlockAt } from "../../../harness/chain/time.ts";
import { included, succeeds, type Tx } from "../../../harness/chain/transactions.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { api, DAY, FILTERED, node, transferred } from "./chain.ts";

const [alice, bob, charlie] = COUNCIL;

describe("an Emergency", () => {
  let made: Made;
  let until: number;

  it("is voted on at once, for three days", async () => {
    const pause = api.tx.openClaw.pause([["Balances", "transfer_keep_alive"]], null);
    made = await makeProposal(api, "Emergency", [pause], keyPair("//Ferdie"));
    assert.equal(made.votingFrom, made.at);
    assert.equal(made.ends - made.at, 3 * DAY);
    await voteAll(api, made.id, "For", WHALES);
    const told = await requireStatus(node, made.id, "active");
    assert.equal(told.quorum_threshold, 0.1);
    assert.ok(Math.abs(told.approval_threshold - 2 / 3) < 1e-9);
    assert.equal(told.council_required, 3);
  });

  it("needs three of the council, of whom nobody counts twice", async () => {
    const approve = () => api.tx.openClaw.approve(made.id);
    await approveAll(api, made.id, [alice!, bob!]);
    assert.equal((await included(api, approve(), bob!)).error, "openClaw.AlreadyApproved");
    const outsider = await included(api, approve(), keyPair("//Ferdie"));
    assert.equal(outsider.error, "openClaw.NotMember");
    const told = await bringPastVote(node, made.id);
    assert.equal(told.status, "passed");
    assert.deepEqual(
      [...told.council_approvals].sort(),
      [alice!, bob!].map(({ address }) => address).sort(),
    );
    await bringTo(node, told.eta!);
    await requireStatus(node, made.id, "passed");
    assert.equal(await transferred(), undefined);
  });

  it("pauses calls when the third has approved", async () => {
    await succeeds(api, api.tx.openClaw.approve(made.id), charlie!);
    await bringToEnactment(node, made.id);
    await requireStatus(node, made.id, "executed");
    assert.equal(await transferred(), FILTERED);
    // It cannot be got around.
    const batch = api.tx.utility.batch([
      api.tx.balances.transferKeepAlive(keyPair("//openclaw//receiver").address, 1n),
    ]);
    const outcome = await included(api, batch, keyPair("//Ferdie"));
    assert.deepEqual(outcome.innerErrors, [FILTERED]);
    until = await endOfPause();
    assert.ok(until > (await now(api)) + 25 * DAY);
  });

  it("cannot be undone by the council", async () => {
    const unpause = api.tx.openClaw.unpause([["Balances", "transfer_keep_alive"]]);
    assert.equal(await decided(unpause), "openClaw.BegunByEmergency");
  });

  it("has brakes that end by themselves", async () => {
    await sealedBlockAt(node, until - 1_000);
    assert.equal(await endOfPause(), until);
    await bringTo(node, until);
    assert.equal(await transferred(), undefined);
  });

  it("ends when its calls are made", async () => {
    const told = await proposal(node, made.id);
    assert.notEqual(told.executed_at, null);
  });
});

describe("safe mode of the council", () => {
  let entered: number;

  it("takes three of five", async () => {
    const enter = api.tx.openClaw.enterSafeMode(null);
    assert.equal(await motion(api, enter, COUNCIL.slice(0, MAJORITY - 1)), "BadOrigin");
    assert.equal(await transferred(), undefined);
    assert.equal(await decided(enter), "ok");
    entered = await now(api);
    assert.equal(await transferred(), FILTERED);
  });

  it("is over after a day", async () => {
    await bringTo(node, entered + DAY);
    assert.equal(await transferred(), undefined);
  });

  it("is not to be had again for seven days, and can be left earlier", async () => {
    const enter = api.tx.openClaw.enterSafeMode(null);
    assert.equal(await decided(enter), "openClaw.BrakeTooSoon");
    assert.equal(await transferred(), undefined);
    // A motion takes longer than a day does here: it is agreed to before there is something to leave.
    const exit = api.tx.openClaw.exitSafeMode();
    const exiting = await propose(api, exit, MAJORITY, alice!);
    for (const member of [alice!, bob!, charlie!]) await agree(api, exiting, member);

    await bringTo(node, entered + 7 * DAY);
    assert.equal(await decided(enter), "ok");
    assert.equal(await transferred(), FILTERED);
    assert.equal(await close(api, exiting, exit, alice!), "ok");
    assert.equal(await transferred(), undefined);
  });
});

/** Lets three of the council decide; how it ended. */
function decided(call: Tx): Promise<string> {
  return motion(api, call, COUNCIL.slice(0, MAJORITY));
}

/** When the pause of transfers ends. */
async function endOfPause(): Promise<number> {
  const brakes = (await api.query["openClaw"]!["brakes"]!()).toPrimitive() as {
    paused: [unknown, { until: number }][];
  };
  return brakes.paused[0]![1].until;
}
