/** A validator without peers, on a chain of its own: started as any other, without `--dev`. */

import { blocks, slotOf } from "../../harness/chain/blocks.ts";
import { doubles, watchHeads } from "../../harness/chain/heads.ts";
import { schedule } from "../../harness/chain/por.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Long enough to be killed and started again within one slot, in milliseconds. */
const SLOT = 6_000;
/** Time for a few blocks, and for finality, which is three blocks behind at most. */
const SECONDS = 60;

let network: Network;

before(async () => {
  network = await Network.start({ size: 1, change: (spec) => setSlotDuration(spec, SLOT) });
});

after(() => network?.stop());

describe("a validator alone", () => {
  it("makes and finalises blocks without peers", async () => {
    const [node] = network.nodes;
    await finalisedNumber(await node!.api(), 1, 60);
    assert.deepEqual(await node!.rpc("system_peers"), []);
    const { order, producers } = await schedule(node!);
    assert.deepEqual(order, [0]);
    assert.equal(producers[0]!.account, network.validators[0]!.address);
  });

  it("makes no second block in a slot in which it is killed and started again", async () => {
    const slot = await killedWhileProducing(network.nodes[0]!);
    const node = await network.restart(0);
    const watch = await watchHeads(node);
    assert.equal(slotNow(), slot, "it was not back within the slot");

    const api = await node.api();
    const next = await until(SECONDS, "a block of a later slot", async () => {
      const header = await api.rpc.chain.getHeader();
      return slotOf(header) > slot ? header : undefined;
    });
    const chain = await blocks(api, 1, next.number.toNumber());
    assert.deepEqual(doubles([...chain, ...(await watch.all())]), []);
  });
});

/** Kills the node as it makes a block; the slot of that block. */
async function killedWhileProducing(node: Node): Promise<number> {
  await node.log.next(/Prepared block for proposing/, SECONDS);
  await node.kill();
  return slotNow();
}

function slotNow(): number {
  return Math.floor(Date.now() / SLOT);
}
