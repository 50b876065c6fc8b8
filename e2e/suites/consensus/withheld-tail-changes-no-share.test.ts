/** A validator makes no block where it knows what the block does to the randomness. */

import { blocks, eventsIn, rotations } from "../../harness/chain/blocks.ts";
import { producerOf, schedule, type Schedule } from "../../harness/chain/por.ts";
import { finalInSession } from "../../harness/chain/sessions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { misdeeds } from "../../harness/network/misdeeds.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
/** Index of the byzantine validator. */
const OFFENDER = 3;
/** Slots of a session, of the preset, and those of each of four equal validators. */
const LENGTH = 20;
const SHARE = 5;
/** The last slots that are mixed: those before a third of the session, for half of the producers. */
const CUT_OFF = LENGTH - Math.floor(LENGTH / 3);
const TAIL = SIZE / 2;
const SESSIONS = 10;
/** Ten sessions of 20 s, on a busy machine. */
const SECONDS = 400;
/** Else nodes forget states before so many blocks are made. */
const KEEP_STATE = ["--state-pruning", "archive"];

let network: Network;

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({
    size: SIZE,
    byzantine: { [OFFENDER]: ["withhold-tail"] },
    args: KEEP_STATE,
    change: (spec) => setParameters(spec, { mintRatio: 0 }),
  });
});

after(() => network?.stop());

describe("a validator that withholds its blocks at the end of the mix, for ten sessions", () => {
  it("changes nobody's number of slots, and has one of the last at most", longTier, async () => {
    const node = network.nodes[0]!;
    const api = await node.api();
    const final = await finalInSession(api, SESSIONS + 1, SECONDS);
    const chain = await blocks(api, 1, final.number.toNumber());
    const beginnings = rotations(chain);
    assert.ok(beginnings.length > SESSIONS);

    const { address } = network.validators[OFFENDER]!;
    const withheld = misdeeds(network.nodes[OFFENDER]!, "withhold-tail").map(({ slot }) => slot);
    assert.ok(withheld.length > 0, "it had no slot to withhold a block in");
    for (const slot of withheld) assert.ok(chain.every((block) => block.slot !== slot));

    for (const { hash, session } of beginnings) {
      const current = await schedule(node, hash);
      const shares = current.producers.map(({ slots }) => slots);
      assert.deepEqual(shares, Array(SIZE).fill(SHARE), `session ${session}`);
      const tail = tailOf(current);
      assert.equal(new Set(tail.map(({ owner }) => owner)).size, TAIL, `session ${session}`);
      const own = tail.filter(({ owner, slot }) => owner === address && slot <= chain.at(-1)!.slot);
      for (const { slot } of own) assert.ok(withheld.includes(slot), `slot ${slot}`);
    }
    assert.deepEqual(eventsIn(chain, "availability.MissedSlotsPenalised"), []);
  });
});

/** The last slots that are mixed into the randomness, and who owns them. */
function tailOf(current: Schedule): { slot: number; owner: string }[] {
  return Array.from({ length: TAIL }, (_, index) => {
    const slot = current.start + CUT_OFF - index;
    return { slot, owner: producerOf(current, slot) };
  });
}
