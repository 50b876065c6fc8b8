/** Ten validators, of whom as many are lost as finality can bear. */

import { blockBy } from "../../harness/chain/sessions.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 10;
const KILLED = 3;
/** Blocks to be finalised without them; a third of a session, in which all ten have four slots. */
const WITHOUT = 14;
/** Two sessions of 40 slots: within them everybody has a slot, whatever their order. */
const TURN_SECONDS = 200;

describe("a network of ten validators", () => {
  it("finalises while three are dead, and takes them back", longTier, async () => {
    const network = await Network.start({
      size: SIZE,
      // A small machine makes ten nodes of two processors.
      change: (spec) => setSlotDuration(spec, 2_000),
    });
    await network.finality(30);
    const api = await network.nodes[0]!.api();
    const dead = Array.from({ length: KILLED }, (_, index) => SIZE - 1 - index);
    await Promise.all(dead.map((index) => network.nodes[index]!.kill()));

    const { number } = await api.rpc.chain.getHeader();
    const without = await finalisedNumber(api, number.toNumber() + WITHOUT, 180);
    await Promise.all(dead.map((index) => network.restart(index)));
    for (const index of dead) {
      const block = await blockBy(api, network.validators[index]!.address, TURN_SECONDS);
      assert.ok(block.number.toNumber() > without.number.toNumber());
    }
    await network.stop();
  });
});
