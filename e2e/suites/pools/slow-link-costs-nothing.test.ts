/** An honest validator behind a slow link. */

import { eventsIn } from "../../harness/chain/blocks.ts";
import { closedPools } from "../../harness/chain/pools.ts";
import { finalisedNumber, fundedAccounts } from "../../harness/chain/transactions.ts";
import { traffic } from "../../harness/chain/traffic.ts";
import { bestNumber, booked, fiveValidators, gained, SIZE } from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { heal, RESERVED_ONLY } from "../../harness/network/partition.ts";
import { SlowLink } from "../../harness/network/slow-link.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator behind the link. */
const DISTANT = SIZE - 1;
/** Milliseconds until what is sent over the link arrives. */
const DELAY = 200;
/** Milliseconds. */
const SLOT = 1_000;
const PER_SLOT = 2;
const BLOCKS = 500;
/** Bytes between the distant validator and each other at least, if all that they say goes over links. */
const CARRIED = 100_000;
const SECONDS = 1_500;

let network: Network;
/** The two links between the distant validator and each other, by the name of the other. */
const links = new Map<string, SlowLink[]>();

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({
    args: [RESERVED_ONLY],
    // Had they met before, they would know of shorter ways; and on a live chain no node believes or tells that
    // another is at a private address such as those of this machine, so they never learn of them.
    strangers: true,
    change: (spec) => (spec.chainType = "Live"),
  });
  const distant = network.nodes[DISTANT]!;
  const detours = new Map<string, string>();
  for (const other of network.nodes) {
    if (other === distant) continue;
    for (const [from, to] of [
      [other, distant],
      [distant, other],
    ] as const) {
      const address = to.multiaddress("tcp");
      const port = Number(address.split("/")[4]);
      const link = await SlowLink.open(port, DELAY);
      links.set(other.name, [...(links.get(other.name) ?? []), link]);
      detours.set(`${from.name} ${to.name}`, address.replace(`/${port}/`, `/${link.port}/`));
    }
  }
  await heal(
    network.nodes,
    (from, to) => detours.get(`${from.name} ${to.name}`) ?? to.multiaddress("tcp"),
  );
});

after(async () => {
  await network?.stop();
  await Promise.all([...links.values()].flat().map((link) => link.close()));
});

describe("a validator behind a link with a delay of 200 ms", () => {
  it("loses nothing in 500 blocks, and earns, as everybody does", longTier, async () => {
    const api = await network.nodes[0]!.api();
    onlyOverLinks();
    const [sender] = await fundedAccounts(api, "//pools//busy");
    const sending = await traffic(api, sender, PER_SLOT);
    const final = await finalisedNumber(api, (await bestNumber(api)) + BLOCKS, SECONDS);
    await sending.stop();
    onlyOverLinks();

    for (const [name, both] of links) {
      const carried = both.reduce((sum, { bytes }) => sum + bytes, 0);
      assert.ok(carried > CARRIED, `the links to ${name} have carried ${carried} bytes`);
    }
    const { chain, book } = await booked(network, SLOT, final.number.toNumber());
    assert.ok(chain.some(({ author }) => author === network.validators[DISTANT]!.address));
    assert.deepEqual(eventsIn(chain, "reputation.Burned"), []);
    const bad = closedPools(chain).filter(({ outcome }) =>
      ["Rejected", "Contested"].includes(outcome),
    );
    assert.deepEqual(bad, []);
    for (const { address } of network.validators) {
      assert.ok((await gained(api, book, address)) > 0n, address);
    }
  });
});

/** Throws if the distant validator is connected with anybody in another way. */
function onlyOverLinks(): void {
  const ways = new Set([...links.values()].flat().flatMap(({ ports }) => ports));
  const used = network.nodes[DISTANT]!.peerPorts();
  assert.ok(used.length >= SIZE - 1, `${used.length} connections`);
  assert.deepEqual(
    used.filter((port) => !ways.has(port)),
    [],
  );
}
