/** A validator whose clock is set, forwards and back. */

import { finalisedNumber } from "../../harness/chain.ts";
import { setParameters } from "../../harness/genesis.ts";
import { Network } from "../../harness/network.ts";
import { blockBy } from "../../harness/sessions.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";
import { Clock } from "../../harness/wrong-clock.ts";

/** Index of the validator with the wrong clock. */
const WRONG = 3;
/** Seconds: many slots. */
const STEP = 20;
/** Slots: longer than the test, as a session that ends meanwhile may suspend the validator. */
const SESSION = 1_000;
/** Blocks that the others finalise meanwhile. */
const BLOCKS = 12;
/** Seconds by which the clock of a validator without others is set back. */
const LONG_STEP = 120;
/** What a node says that is behind its chain. */
const AHEAD = /The chain is (\d+) s ahead of the clock of this machine\. .*chrony/;

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

describe("a clock that is set back", () => {
  it("is told once a minute, also after a restart, and nothing panics", longTier, async () => {
    const clock = new Clock();
    const network = await clock.during(() => Network.start({ size: 1 }));
    const api = await network.nodes[0]!.api();
    await finalisedNumber(api, 3, 60);
    const stopped = await api.rpc.chain.getHeader();
    clock.set(-LONG_STEP);
    const [, ahead] = await network.nodes[0]!.log.next(AHEAD, 10);
    assert.ok(Math.abs(Number(ahead) - LONG_STEP) <= 5, ahead);

    const node = await clock.during(() => network.restart(0));
    await node.log.match(AHEAD, 10);
    const told = performance.now();
    await node.log.next(AHEAD, 75);
    const seconds = (performance.now() - told) / 1_000;
    assert.ok(seconds > 55, `told again after ${seconds} s`);
    const itsApi = await node.api();
    const { number } = await itsApi.rpc.chain.getHeader();
    assert.ok(number.toNumber() <= stopped.number.toNumber() + 2);

    clock.set(0);
    await finalisedNumber(itsApi, number.toNumber() + 3, 60);
    assert.ok(!node.log.lines.some((line) => /panicked|backtrace|Proposing failed/i.test(line)));
    await network.stop();
  });
});
