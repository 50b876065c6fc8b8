/** A validator whose clock is set back, so that its chain is ahead of it. */

import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { Network } from "../../harness/network/network.ts";
import { AHEAD, Clock } from "../../harness/node/wrong-clock.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Seconds: more than two warnings are apart, and as many for a restart. */
const STEP = 120;

describe("a validator whose clock is set back", () => {
  it("says so once a minute, also after a restart, and makes no blocks", longTier, async () => {
    const clock = new Clock();
    const network = await clock.during(() => Network.start({ size: 1 }));
    const api = await network.nodes[0]!.api();
    await finalisedNumber(api, 3, 60);
    const stopped = await api.rpc.chain.getHeader();
    clock.set(-STEP);
    const [, ahead] = await network.nodes[0]!.log.next(AHEAD, 30);
    // As the chain stands still, its lead shrinks until the node takes notice.
    assert.ok(Number(ahead) > STEP / 2 && Number(ahead) <= STEP + 1, ahead);

    const node = await clock.during(() => network.restart(0));
    const told = await node.log.match(AHEAD, 30);
    const again = await node.log.next(AHEAD, 120);
    const seconds = (timeOf(again.input) - timeOf(told.input)) / 1_000;
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

/** When a line of a log was written, in milliseconds, by the clock of its node. */
function timeOf(line: string): number {
  const [, date, time] = /^(\S+) (\S+) /.exec(line)!;
  return Date.parse(`${date}T${time}Z`);
}
