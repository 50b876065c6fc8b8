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

/** A link over which one node calls another. */
interface Way {
  from: Node;
  to: Node;
  link: SlowLink;
}

let network: Network;
let distant: Node;
/** All ways that end or begin at the distant validator. */
let ways: Way[];

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
  const calls = others.flatMap((other): [Node, Node][] => [
    [other, distant],
    [distant, other],
  ]);
  ways = await Promise.all(
    calls.map(async ([from, to]) => ({ from, to, link: await SlowLink.open(portOf(to)) })),
  );
  delay({ hears: DELAY, says: 0 });
  await heal(network.nodes, (from, to) => {
    const way = ways.find((each) => each.from === from && each.to === to);
    const address = to.multiaddress("tcp");
    return way === undefined ? address : address.replace(String(portOf(to)), String(way.link.port));
  });
});

after(async () => {
  await network?.stop();
  await Promise.all(ways?.map(({ link }) => link.close()) ?? []);
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

    for (const other of network.nodes.filter((node) => node !== distant)) {
      const carried = ways
        .filter(({ from, to }) => from === other || to === other)
        .reduce((sum, { link }) => sum + link.bytes, 0);
      assert.ok(carried > CARRIED, `${other.name} was told and has said ${carried} bytes`);
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
  for (const { to, link } of ways) {
    link.delays = to === distant ? { there: hears, back: says } : { there: says, back: hears };
  }
}

/** Throws if the distant validator is connected with anybody in another way. */
function onlyOverLinks(): void {
  const over = new Set(ways.flatMap(({ link }) => link.ports));
  const used = distant.peerPorts();
  assert.ok(used.length >= SIZE - 1, `${used.length} connections`);
  assert.deepEqual(
    used.filter((port) => !over.has(port)),
    [],
  );
}

function portOf(node: Node): number {
  return Number(node.multiaddress("tcp").split("/")[4]);
}
