/** A validator whose clock is set, forwards and back. */

import { blockBy } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { AHEAD, Clock } from "../../harness/node/wrong-clock.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator with the wrong clock. */
const WRONG = 3;
/** Seconds: many slots. */
const STEP = 20;
/** Slots: longer than the test, as a session that ends meanwhile may suspend the validator. */
const SESSION = 1_000;
/** Blocks that the others finalise meanwhile. */
const BLOCKS = 12;

describe("a validator whose clock is wrong", () => {
  it("stops nobody, and is back when its clock is right", longTier, async () => {
    const network = await Network.start({
      size: 4,
      change: (spec) => setParameters(spec, { sessionLength: SESSION }),
    });
    await network.finality(15);
    const clock = new Clock();
    await clock.during(() => network.restart(WRONG));
    const api = await network.nodes[0]!.api();
    const { address } = network.validators[WRONG]!;
    await blockBy(api, address, 60);

    // In its own eyes, blocks of the others are from the future while it is behind.
    for (const [step, judge] of [
      [STEP, 0],
      [-STEP, WRONG],
    ] as const) {
      clock.set(step);
      if (step < 0) await network.nodes[WRONG]!.log.next(AHEAD, 30);
      await network.nodes[judge]!.log.match(/rejected: too far in the future/, 60);
      const { number } = await api.rpc.chain.getHeader();
      const { hash } = await finalisedNumber(api, number.toNumber() + BLOCKS, 120);

      clock.set(0);
      await blockBy(api, address, 240);
      const itsApi = await network.nodes[WRONG]!.api();
      const header = await itsApi.rpc.chain.getHeader(hash);
      const itsHash = await itsApi.rpc.chain.getBlockHash(header.number.unwrap());
      assert.equal(itsHash.toHex(), hash.toHex());
    }
    await network.stop();
  });
});
