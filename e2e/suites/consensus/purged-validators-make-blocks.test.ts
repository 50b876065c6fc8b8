/** Validators that lose their databases, sync over changes of the voters, and make blocks again. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, eventsIn } from "../../harness/chain/blocks.ts";
import { blockBy } from "../../harness/chain/sessions.ts";
import { finalised, finalisedNumber } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Changes of the set of GRANDPA's voters before the validators are purged. */
const SET_CHANGES = 3;
/** Slots of a session and of an era: more than a validator is away, which would be suspended for it. */
const SESSION = 40;
/** The sessions until then. */
const SESSIONS_SECONDS = (SET_CHANGES + 2) * SESSION + 120;
/** More than a session. */
const SECONDS = 150;
const WARP = /Warp sync is complete/;

let network: Network;
let api: ApiPromise;
/** Height at which they are purged. */
let purged: number;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: SIZE,
    change: (spec) => setParameters(spec, { sessionLength: SESSION, sessionsPerEra: 1 }),
  });
  api = await network.nodes[0]!.api();
  await finalised(api, `${SET_CHANGES} set changes`, SESSIONS_SECONDS, async ({ hash }) => {
    const state = await api.at(hash);
    return (await state.query.grandpa.currentSetId()).toNumber() >= SET_CHANGES;
  });
  purged = (await api.rpc.chain.getHeader()).number.toNumber();
});

after(() => network?.stop());

describe("a validator without a database", () => {
  // One after the other: until it votes again, finality needs all others.
  for (const [index, mode] of [
    [2, "full"],
    [3, "warp"],
  ] as const) {
    it(`syncs in mode ${mode} over all of that, and makes blocks`, longTier, async () => {
      const node = await network.purge(index, ["--sync", mode]);
      if (mode === "warp") await node.log.match(WARP, SECONDS);
      const { number, hash } = await blockBy(api, network.validators[index]!.address, SECONDS);
      const own = await node.api();
      await finalisedNumber(own, number.toNumber(), SECONDS);
      assert.equal((await own.rpc.chain.getBlockHash(number.unwrap())).toHex(), hash.toHex());

      const first = await until(SECONDS, "block 1", async () => {
        return (await node.rpc<string | null>("chain_getBlockHash", [1])) ?? undefined;
      });
      assert.equal(first, (await api.rpc.chain.getBlockHash(1)).toHex());
      assert.equal(
        node.log.lines.some((line) => WARP.test(line)),
        mode === "warp",
      );
    });
  }

  it("is punished for nothing", longTier, async () => {
    const { number } = await finalisedNumber(api, purged + 1, SECONDS);
    const chain = await blocks(api, purged, number.toNumber());
    for (const event of ["offences.Offence", "staking.SlashReported", "availability.Suspended"]) {
      assert.deepEqual(eventsIn(chain, event), []);
    }
  });
});
