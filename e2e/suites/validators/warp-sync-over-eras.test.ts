/** Warp sync trusts the chain spec alone: it must prove each change of the validators since then. */

import { finalised, finalisedNumber } from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { assert, describe, it, longTier } from "../../harness/test.ts";

/** Changes of the set of GRANDPA's voters before the node comes. */
const SET_CHANGES = 3;

describe("a node that comes after three eras", () => {
  it("warp syncs over the changes of the validator set", longTier, async () => {
    const network = await Network.start({
      size: 4,
      change: (spec) => setParameters(spec, { sessionsPerEra: 1 }),
    });
    const api = await network.nodes[0]!.api();
    await finalised(api, `${SET_CHANGES} set changes`, 180, async ({ hash }) => {
      const state = await api.at(hash);
      return (await state.query.grandpa.currentSetId()).toNumber() >= SET_CHANGES;
    });

    const late = await network.join("late", ["--sync", "warp"]);
    await late.log.match(/Warp sync is complete/, 60);
    const itsApi = await late.api();
    // The node has no state before the block it has synced to; look at one that it has executed.
    const { number } = await api.rpc.chain.getHeader();
    const synced = await finalisedNumber(itsApi, number.toNumber() + 2, 60);
    const there = await api.rpc.chain.getBlockHash(synced.number.unwrap());
    assert.equal(there.toHex(), synced.hash.toHex());
    const setId = async (client: typeof api) =>
      (await (await client.at(synced.hash)).query.grandpa.currentSetId()).toNumber();
    assert.ok((await setId(itsApi)) >= SET_CHANGES);
    assert.equal(await setId(itsApi), await setId(api));
    await network.stop();
    await late.stop();
  });
});
