/** A network that falls into two parts, in both of which there are transactions, and grows together again. */

import { blocks, eventsIn } from "../../harness/chain/blocks.ts";
import { closedPools, votesIn } from "../../harness/chain/pools.ts";
import { finalisedNumber, fundedAccounts } from "../../harness/chain/transactions.ts";
import { traffic, type Traffic } from "../../harness/chain/traffic.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import {
  bestBlock,
  bestNumber,
  fiveValidators,
  SIZE,
  votesAgainst,
} from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { heal, RESERVED_ONLY, split } from "../../harness/network/partition.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Indices of the validators that go away together. */
const AWAY = [3, 4];
/** Slots of a session, longer than the test: what a part misses is not what this is about. */
const SESSION = 2_000;
const PER_SLOT = 2;
/** Blocks before, in each part, and after they have become one. */
const WHOLE = 40;
const APART = 30;
const AFTER = 80;
const SECONDS = 300;

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({
    args: [RESERVED_ONLY],
    change: (spec) => setParameters(spec, { sessionLength: SESSION }),
  });
  await heal(network.nodes);
  await network.finality(30);
});

after(() => network?.stop());

describe("a network of five in parts of three and two", () => {
  it("blames nobody, before or after it is one again, and nobody loses", longTier, async () => {
    const here = await network.nodes[0]!.api();
    const [one, other] = await fundedAccounts(here, "//pools//here", "//pools//there");
    const sending: Traffic[] = [await traffic(here, one, PER_SLOT)];
    await finalisedNumber(here, (await bestNumber(here)) + WHOLE, SECONDS);

    await split(network, AWAY);
    const there = await network.nodes[AWAY[0]!]!.api();
    sending.push(await traffic(there, other, PER_SLOT));
    const parts = [here, there];
    await Promise.all(
      parts.map(async (api) => bestBlock(api, (await bestNumber(api)) + APART, SECONDS)),
    );
    const height = Math.min(...(await Promise.all(parts.map(bestNumber)))) - 2;
    const hashes = await Promise.all(parts.map((api) => api.rpc.chain.getBlockHash(height)));
    assert.notEqual(hashes[0]!.toHex(), hashes[1]!.toHex());

    await heal(network.nodes);
    const top = Math.max(...(await Promise.all(parts.map(bestNumber))));
    await Promise.all(parts.map((api) => finalisedNumber(api, top + AFTER, SECONDS)));
    await Promise.all(sending.map((each) => each.stop()));

    const chain = await blocks(here, 1, top + AFTER);
    const after = votesIn(chain.slice(top));
    const voters = new Set(after.map(({ voter }) => voter));
    assert.equal(voters.size, SIZE, "not all vote when it is one again");
    assert.deepEqual(votesAgainst(chain), []);
    assert.deepEqual(eventsIn(chain, "reputation.Burned"), []);
    const bad = closedPools(chain).filter(
      ({ outcome }) => !["Accepted", "NoQuorum"].includes(outcome),
    );
    assert.deepEqual(bad, []);
  });
});
