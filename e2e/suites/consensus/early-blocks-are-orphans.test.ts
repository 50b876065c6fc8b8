/** A validator publishes blocks a slot early, to leave the owner of the slot before without one. */

import { blocks, rotations, slotOf } from "../../harness/chain/blocks.ts";
import { deliveries, producerOf, schedule } from "../../harness/chain/por.ts";
import { finalInSession, currentSession } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import { misdeeds } from "../../harness/network/misdeeds.ts";
import { Network } from "../../harness/network/network.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Index of the byzantine validator. */
const OFFENDER = 3;
const TIMES = 3;
/** Milliseconds: a busy machine misses no slot of this length. */
const SLOT = 2_000;
/** Three sessions of 40 s, on a busy machine. */
const SECONDS = 240;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: SIZE,
    metrics: true,
    byzantine: { [OFFENDER]: Array<string>(TIMES).fill("early") },
    change: (spec) => setSlotDuration(spec, SLOT),
  });
});

after(() => network?.stop());

describe("blocks that are published a slot early", () => {
  it("become orphans, and only their author misses a slot", longTier, async () => {
    const offender = network.nodes[OFFENDER]!;
    const honest = network.nodes.filter((node) => node !== offender);
    const node = honest[0]!;
    const api = await node.api();
    const early = await until(SECONDS, `${TIMES} early blocks`, async () => {
      const done = misdeeds(offender, "early");
      return done.length === TIMES ? done : undefined;
    });
    const last = await currentSession(api);
    const final = await finalInSession(api, last + 1, SECONDS);
    const chain = await blocks(api, 1, final.number.toNumber());

    for (const { slot, blocks: made } of early) {
      const [hash] = made;
      const orphan = await api.rpc.chain.getHeader(hash!);
      const parent = orphan.parentHash.toHex();
      assert.equal(slotOf(orphan), slot);
      assert.ok(chain.every((one) => one.hash !== hash && one.slot !== slot));
      const instead = chain[orphan.number.toNumber() - 1]!;
      assert.deepEqual([instead.slot, instead.parent], [slot - 1, parent]);
      const inForce = await schedule(node, parent);
      assert.equal(instead.author, producerOf(inForce, slot - 1));
    }

    const { address } = network.validators[OFFENDER]!;
    let missed = 0;
    for (const { hash, session } of rotations(chain)) {
      for (const { account, elapsed, produced } of await deliveries(node, hash)) {
        if (account === address) missed += elapsed - produced;
        else assert.equal(produced, elapsed, `${account} before session ${session}`);
      }
    }
    assert.equal(missed, TIMES);
    for (const each of honest) {
      await finalisedNumber(await each.api(), chain.length, SECONDS);
      assert.equal((await metrics(each)).get("aitbc_early_blocks_total"), TIMES);
    }
  });
});
