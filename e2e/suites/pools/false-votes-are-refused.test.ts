/** A validator floods the network with votes that nobody has cast. */

import { decodeAddress, signatureVerify } from "@polkadot/util-crypto";

import { blocks } from "../../harness/chain/blocks.ts";
import { payloadOf, votesIn, type Vote } from "../../harness/chain/pools.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import {
  bestBlock,
  bestNumber,
  fiveValidators,
  judged,
  SIZE,
} from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator that gossips false votes. */
const FLOODER = SIZE - 1;
const VOTES = 10_000;
/** Milliseconds: a busy machine misses no slot of this length. */
const SLOT = 2_000;
/** Blocks in which all nodes start. */
const START = 15;
/** Blocks after which pools of blocks that all nodes have judged are closed. */
const ENOUGH = 50;
/** Votes are gossiped over a minute. */
const SECONDS = 300;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({
    metrics: true,
    byzantine: { [FLOODER]: [`flood-votes=${VOTES}`] },
    change: (spec) => setSlotDuration(spec, SLOT),
  });
});

after(() => network?.stop());

describe("10 000 false votes", () => {
  it("are in no block, cost no slot and keep no right one out", longTier, async () => {
    const api = await network.nodes[0]!.api();
    const gossiped = new RegExp(`Misbehaved: flood-votes: ${VOTES} gossiped`);
    await network.nodes[FLOODER]!.log.match(gossiped, SECONDS);
    for (const honest of network.nodes.slice(0, FLOODER)) {
      await until(SECONDS, `${honest.name} to have looked at all of them`, async () => {
        const looked = (await metrics(honest)).get("substrate_sub_txpool_validations_finished");
        return looked! >= VOTES ? true : undefined;
      });
    }
    await bestBlock(api, ENOUGH, SECONDS);
    const last = await bestNumber(api);
    const chain = await blocks(api, 1, last);

    // What is in blocks was signed by its voter, as somebody finds who does not ask the chain.
    let found = 0;
    for (const { hash } of chain) {
      const { block } = await api.rpc.chain.getBlock(hash);
      for (const { method } of block.extrinsics) {
        if (method.section !== "validationPool") continue;
        found += 1;
        const [vote, signature] = method.args;
        const cast = vote!.toJSON() as unknown as Vote;
        const payload = payloadOf(api, cast);
        const { isValid } = signatureVerify(payload, signature!.toU8a(), decodeAddress(cast.voter));
        assert.ok(isValid, `a vote of ${cast.voter} on block ${cast.last}`);
      }
    }
    const votes = votesIn(chain);
    assert.equal(found, votes.length);
    assert.equal(new Set(votes.map(({ voter }) => voter)).size, SIZE);

    const pools = judged(chain);
    assert.ok(pools.length > 0);
    for (const { block, outcome } of pools) assert.equal(outcome, "Accepted", `block ${block}`);

    const slots = chain.slice(START).map(({ slot }) => slot);
    const missed = slots.slice(1).filter((slot, index) => slot !== slots[index]! + 1);
    assert.deepEqual(missed, [], "slots after one without a block");
  });
});
