/** An honest validator behind a slow link. */

import { eventsIn } from "../../harness/chain/blocks.ts";
import { closedPools } from "../../harness/chain/pools.ts";
import { finalisedNumber, fundedAccounts } from "../../harness/chain/transactions.ts";
import { traffic } from "../../harness/chain/traffic.ts";
import { bestNumber, booked, fiveValidators, gained, SIZE } from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { heal, RESERVED_ONLY } from "../../harness/network/partition.ts";
import { SlowLink } from "../../harness/network/slow-link.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Index of the validator behind the link. */
const DISTANT = SIZE - 1;
/** Milliseconds until what goes one way over the link arrives. */
const DELAY = 200;
/** Milliseconds. */
const SLOT = 1_000;
const PER_SLOT = 2;
/**
 * Blocks in which all that it hears is late, and as many in which all that it says is. A block comes in five steps:
 * it is announced, a stream for the request is offered and taken, and it is asked for and sent. Were both late at once, that
 * would take a whole slot, and nobody could build on its blocks in time.
 */
const BLOCKS = 250;
/** Bytes between the distant validator and each other at least, if all that they say goes over links. */
const CARRIED = 100_000;
/** Time for as many blocks, on a busy machine. */
const SECONDS = 750;

/** A port at which nobody listens. */
const NOBODY = 1;

let network: Network;
let distant: Node;
/** How the distant validator calls the others. */
let links: Map<Node, SlowLink>;

before(async () => {
  if (longTier.skip) return;
  network = await fiveValidators({
    args: [RESERVED_ONLY],
    // Had they met before, they would know of shorter ways; and on a live chain no node believes or tells that
    // another is at a private address such as those of this machine, so they never learn of them.
    strangers: true,
    change: (spec) => (spec.chainType = "Live"),
  });
  distant = network.nodes[DISTANT]!;
  const others = network.nodes.filter((node) => node !== distant);
  links = new Map(
    await Promise.all(
      others.map(async (other) => [other, await SlowLink.open(portOf(other))] as const),
    ),
  );
  delay({ hears: DELAY, says: 0 });
  await heal(network.nodes, (from, to) => {
    const at = (port: number) => to.multiaddress("tcp").replace(String(portOf(to)), String(port));
    if (from === distant) return at(links.get(to)!.port);
    // Nobody calls it: two who call each other at once over a link that takes its time hang up and do it again.
    if (to === distant) return at(NOBODY);
    return to.multiaddress("tcp");
  });
});

after(async () => {
  await network?.stop();
  await Promise.all([...(links?.values() ?? [])].map((link) => link.close()));
});

describe("a validator behind a link with a delay of 200 ms", () => {
  it("loses nothing in 500 blocks, and earns, as everybody does", longTier, async () => {
    const api = await network.nodes[0]!.api();
    onlyOverLinks();
    const [sender] = await fundedAccounts(api, "//pools//busy");
    const sending = await traffic(api, sender, PER_SLOT);
    const begin = await bestNumber(api);
    const middle = begin + BLOCKS;
    await finalisedNumber(api, middle, SECONDS);
    delay({ hears: 0, says: DELAY });
    const end = (await finalisedNumber(api, middle + BLOCKS, SECONDS)).number.toNumber();
    await sending.stop();
    onlyOverLinks();

    for (const [{ name }, { bytes }] of links) {
      assert.ok(bytes > CARRIED, `the link to ${name} has carried ${bytes} bytes`);
    }
    const { chain, book } = await booked(network, SLOT, end);
    const { address } = network.validators[DISTANT]!;
    for (const since of [begin, middle]) {
      const made = chain.slice(since, since + BLOCKS).filter(({ author }) => author === address);
      assert.ok(made.length > BLOCKS / SIZE / 2, `${made.length} blocks since block ${since}`);
    }
    assert.deepEqual(eventsIn(chain, "reputation.Burned"), []);
    const bad = closedPools(chain).filter(({ outcome }) =>
      ["Rejected", "Contested"].includes(outcome),
    );
    assert.deepEqual(bad, []);
    for (const { address: each } of network.validators) {
      assert.ok((await gained(api, book, each)) > 0n, each);
    }
  });
});

/** From now on all that the distant validator hears and all that it says is so late, in milliseconds. */
function delay({ hears, says }: { hears: number; says: number }): void {
  for (const link of links.values()) link.delays = { there: says, back: hears };
}

/** Throws if the distant validator is connected with anybody in another way. */
function onlyOverLinks(): void {
  const ports = [...links.values()].map(({ port }) => port);
  assert.deepEqual(distant.peerPorts().sort(), ports.sort());
}

function portOf(node: Node): number {
  return Number(node.multiaddress("tcp").split("/")[4]);
}
