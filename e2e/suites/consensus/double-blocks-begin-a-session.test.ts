/** Two blocks of one validator that both begin a session, whose headers hold all slots of it. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, slotOf } from "../../harness/chain/blocks.ts";
import { schedule } from "../../harness/chain/por.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { punishedOnce, reportOf } from "../../harness/network/equivocation.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { misdeed } from "../../harness/network/misdeeds.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the byzantine validator. */
const OFFENDER = 3;
/** It has a third of the slots, so every third session begins in one of them. */
const REPUTATION = [1n, 1n, 1n, 1_000n];
/** Slots of a session. A header has a key of 32 bytes for each. */
const SESSION = 60;
/** Twenty sessions: it fails once in 3 000 runs that none of them begins in its slots. */
const SESSIONS_SECONDS = 20 * SESSION + 120;
/** Blocks after a report in which nothing more may come of it. */
const MORE = 10;
const SECONDS = 90;
/** Else nodes forget states before so many blocks are made. */
const KEEP_STATE = ["--state-pruning", "archive"];

let network: Network;
let api: ApiPromise;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: REPUTATION.length,
    reputation: REPUTATION,
    byzantine: { [OFFENDER]: ["equivocate-at-rotation"] },
    args: KEEP_STATE,
    change: (spec) =>
      setParameters(spec, { sessionLength: SESSION, equalShare: 0, slashDeferDuration: 0 }),
  });
  api = await network.nodes[0]!.api();
});

after(() => network?.stop());

describe("two blocks in a slot that begins a session", () => {
  it("are proven, and punished like any other two", longTier, async () => {
    const done = await misdeed(
      network.nodes[OFFENDER]!,
      "equivocate-at-rotation",
      SESSIONS_SECONDS,
    );
    const report = await reportOf(api, SECONDS);
    const { number } = await finalisedNumber(api, report.number + MORE, SECONDS);
    const chain = await blocks(api, 1, number.toNumber());

    const made = await Promise.all(done.blocks.map((hash) => api.rpc.chain.getHeader(hash)));
    assert.deepEqual(made.map(slotOf), [done.slot, done.slot]);
    const [parent, other] = made.map(({ parentHash }) => parentHash.toHex());
    assert.equal(parent, other);
    const before = await schedule(network.nodes[0]!, parent);
    assert.ok(done.slot >= before.start + before.length, "no session begins in the slot");

    const { block: reporting } = await api.rpc.chain.getBlock(report.hash);
    const [proof] = reporting.extrinsics
      .filter(({ method }) => method.section === "equivocation")
      .flatMap(({ method }) => method.args);
    assert.ok(proof!.encodedLength > 2 * SESSION * 32, `${proof!.encodedLength} bytes of proof`);
    const { address } = network.validators[OFFENDER]!;
    await punishedOnce(network.nodes[0]!, chain, address, done.slot);
  });
});
