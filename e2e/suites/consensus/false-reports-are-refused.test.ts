/** A validator floods the network with reports of equivocations that never happened. */

import { blocks } from "../../harness/chain/blocks.ts";
import { reportOf } from "../../harness/network/equivocation.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import { misdeed } from "../../harness/network/misdeeds.ts";
import { Network } from "../../harness/network/network.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Index of the validator whose equivocation is reported rightly. */
const EQUIVOCATOR = 2;
/** Index of the one that gossips false reports. */
const FLOODER = 3;
const REPORTS = 10_000;
/** Milliseconds: a busy machine misses no slot of this length. */
const SLOT = 2_000;
/** Reports are gossiped over a minute. */
const SECONDS = 240;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: SIZE,
    metrics: true,
    byzantine: { [EQUIVOCATOR]: ["equivocate"], [FLOODER]: [`flood-reports=${REPORTS}`] },
    change: (spec) => setSlotDuration(spec, SLOT),
  });
});

after(() => network?.stop());

describe("10 000 false reports", () => {
  it("are in no block, cost no slot and keep no right one out", longTier, async () => {
    const [node] = network.nodes;
    const api = await node!.api();
    // It waits for all others, as the flooder does.
    const done = await misdeed(network.nodes[EQUIVOCATOR]!, "equivocate", SECONDS);
    const first = (await api.rpc.chain.getHeader()).number.toNumber();
    const gossiped = new RegExp(`Misbehaved: flood-reports: ${REPORTS} gossiped`);
    await network.nodes[FLOODER]!.log.match(gossiped, SECONDS);
    const { number } = await api.rpc.chain.getHeader();
    for (const honest of network.nodes.slice(0, 2)) {
      await until(SECONDS, `${honest.name} to have looked at all of them`, async () => {
        const looked = (await metrics(honest)).get("substrate_sub_txpool_validations_finished");
        return looked! >= REPORTS ? true : undefined;
      });
    }

    const report = await reportOf(api, SECONDS);
    assert.ok(report.number < number.toNumber(), "the right report waited for the end");
    const chain = await blocks(api, 1, number.toNumber());
    const calls = await Promise.all(
      chain.map(async ({ hash }) => {
        const { block } = await api.rpc.chain.getBlock(hash);
        return block.extrinsics.filter(({ method }) => method.section === "equivocation");
      }),
    );
    assert.equal(calls.flat().length, 1);
    assert.equal(calls[report.number - 1]!.length, 1);
    const [reported] = report.events.filter(
      ({ name }) => name === "equivocation.EquivocationReported",
    );
    assert.equal(Number(reported!.data["slot"]), done.slot);

    const slots = chain.slice(first - 1).map(({ slot }) => slot);
    const missed = slots.slice(1).filter((slot, index) => slot !== slots[index]! + 1);
    assert.deepEqual(missed, [], "slots after one without a block");
  });
});
