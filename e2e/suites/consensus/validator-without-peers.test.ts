/** A validator without peers, on a chain of its own: started as any other, without `--dev`. */

import { blocks, slotOf } from "../../harness/chain/blocks.ts";
import { doubles, watchHeads, type Heads } from "../../harness/chain/heads.ts";
import { schedule } from "../../harness/chain/por.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Long enough to be killed and started again within one slot, in milliseconds. */
const SLOT = 12_000;
/** Time for a few blocks, and for finality, which is three blocks behind at most. */
const SECONDS = 120;
/** How often a busy machine may be too slow for that. */
const ATTEMPTS = 10;

let network: Network;

before(async () => {
  network = await Network.start({ size: 1, change: (spec) => setSlotDuration(spec, SLOT) });
});

after(() => network?.stop());

describe("a validator alone", () => {
  it("makes and finalises blocks without peers", async () => {
    const [node] = network.nodes;
    await finalisedNumber(await node!.api(), 1, SECONDS);
    assert.deepEqual(await node!.rpc("system_peers"), []);
    const { order, producers } = await schedule(node!);
    assert.deepEqual(order, [0]);
    assert.equal(producers[0]!.account, network.validators[0]!.address);
  });

  it("makes no second block in a slot in which it is killed and started again", async () => {
    const { slot, watch } = await backWithinTheSlot();
    const api = await network.nodes[0]!.api();
    const next = await until(SECONDS, "a block of a later slot", async () => {
      const header = await api.rpc.chain.getHeader();
      return slotOf(header) > slot ? header : undefined;
    });
    const chain = await blocks(api, 1, next.number.toNumber());
    assert.deepEqual(doubles([...chain, ...(await watch.all())]), []);
  });
});

/** Kills the node as it makes a block and starts it again, until it is back before that slot is over. */
async function backWithinTheSlot(): Promise<{ slot: number; watch: Heads }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const slot = await killedWhileProducing(network.nodes[0]!);
    const watch = await watchHeads(await network.restart(0));
    if (slotNow() === slot) return { slot, watch };
  }
  throw new Error(`the node was not back within a slot, in ${ATTEMPTS} attempts`);
}

/** Kills the node as it makes a block; the slot of that block. */
async function killedWhileProducing(node: Node): Promise<number> {
  await node.log.next(/Prepared block for proposing/, SECONDS);
  const slot = slotNow();
  await node.kill();
  return slot;
}

function slotNow(): number {
  return Math.floor(Date.now() / SLOT);
}
