/** Validators that break the rules: what the others refuse, and what they punish. */

import type { ApiPromise } from "@polkadot/api";

import { blocks, finalBlock, type Block } from "../../harness/chain/blocks.ts";
import { doubles, watchHeads, type Heads } from "../../harness/chain/heads.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { isReport, punishedOnce, reportOf } from "../../harness/network/equivocation.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { misdeed } from "../../harness/network/misdeeds.ts";
import { Network } from "../../harness/network/network.ts";
import { insertKeys } from "../../harness/network/validators.ts";
import type { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";
import { freshDirectory } from "../../harness/workspace.ts";

const SIZE = 4;
/** Index of the validator that forges headers. */
const FORGER = 3;
/** What it does, a slot after the other, and what the runtime says to it. */
const FORGERIES: [what: string, kind: string, fault: RegExp][] = [
  ["without a VRF", "no-vrf", /the block is refused: its header has no VRF/],
  ["with two VRFs", "two-vrf", /the block is refused: its header has more than the slot and a VRF/],
  [
    "with the VRF of another key",
    "foreign-vrf",
    /the block is refused: the VRF of its header is not/,
  ],
  [
    "with a second slot",
    "two-slots",
    /the block is refused: its header does not begin with the slot/,
  ],
];
/** Index of the validator whose key a second node has. */
const DOUBLED = 2;
/** What a node says that has seen a block of its own key which it did not make. */
const STOPPED = /is sealed with the key \w+ of this node, which did not make it/;
/**
 * What it says of a slot: the block of the other node, and its own, unless that was not finished when the other came.
 */
const stoppedIn = (slot: number) =>
  new RegExp(
    `Block (0x\\w+) of slot ${slot} is .*: (?:its own block there is (0x\\w+)|it has made none there)\\. So another`,
  );
/** How often one of the two may be so much slower that it sees the block of the other in time. */
const ATTEMPTS = 10;
/** Blocks after a report in which nothing more may come of it. */
const MORE = 10;
/** Slots of a session: more than the test takes, so that nobody is suspended because its node has stopped. */
const SESSION = 1_000;
/** Time for a slot of each validator, on a busy machine. */
const SECONDS = 90;

let network: Network;
let api: ApiPromise;
let heads: Heads;

before(async () => {
  network = await Network.start({
    size: SIZE,
    byzantine: { [FORGER]: FORGERIES.map(([, kind]) => kind) },
    change: (spec) => setParameters(spec, { sessionLength: SESSION, slashDeferDuration: 0 }),
  });
  api = await network.nodes[0]!.api();
  heads = await watchHeads(network.nodes[0]!);
});

after(() => network?.stop());

describe("a block", () => {
  for (const [what, kind, fault] of FORGERIES) {
    it(`${what} is refused by every node, and the next slot goes on`, async () => {
      const forger = network.nodes[FORGER]!;
      const honest = network.nodes.filter((node) => node !== forger);
      const { slot, blocks: made } = await misdeed(forger, kind, SECONDS);
      const [forged] = made;
      await Promise.all(honest.map((node) => node.log.match(fault, SECONDS)));

      const header = await forger.rpc<{ parentHash: string }>("chain_getHeader", [forged]);
      const next = await finalBlock(api, "a later slot", SECONDS, (block) => block.slot >= slot);
      assert.ok(next.slot > slot, `slot ${slot} has a block`);
      assert.equal(next.parent, header.parentHash);
      for (const node of honest) assert.equal(await node.rpc("chain_getHeader", [forged]), null);
    });
  }
});

describe("two nodes with one key", () => {
  let twin: Node;
  /** The slot in which both have made a block. */
  let slot: number;
  /** All final blocks, up to some after the report. */
  let chain: Block[];
  const address = () => network.validators[DOUBLED]!.address;
  const both = () => [network.nodes[DOUBLED]!, twin];

  before(async () => {
    const basePath = freshDirectory("twin");
    // It does not vote: to vote twice is another offence.
    await insertKeys(network.validators[DOUBLED]!.uri, basePath, network.spec, ["aura"]);
    twin = await network.join("twin", ["--validator"], basePath);
    slot = await slotOfBoth();
    const report = await reportOf(api, SECONDS);
    const { number } = await finalisedNumber(api, report.number + MORE, SECONDS);
    chain = await blocks(api, 1, number.toNumber());
  });
  after(() => twin?.stop());

  it("cost their owner half of its stake and all of its reputation and slots, once", async () => {
    await punishedOnce(network.nodes[0]!, chain, address(), slot);
  });

  it("stop and say why", async () => {
    const made = (await heads.all())
      .filter((head) => head.slot === slot && head.author === address())
      .map(({ hash }) => hash);
    assert.equal(made.length, 2);
    const foreign = await Promise.all(
      both().map(async ({ log }) => {
        const [, block, own] = await log.match(stoppedIn(slot), SECONDS);
        if (own !== undefined) assert.deepEqual([block!, own].sort(), made.toSorted());
        return block!;
      }),
    );
    assert.deepEqual(foreign.sort(), made.sort());
  });

  it("do not stop finality", async () => {
    const { number, hash } = chain.at(-1)!;
    for (const node of network.nodes) {
      const own = await node.api();
      await finalisedNumber(own, number, SECONDS);
      assert.equal((await own.rpc.chain.getBlockHash(number)).toHex(), hash);
    }
  });

  it("are reported in a block that polkadot.js decodes, to the same bytes and hash", async () => {
    const { hash } = chain.find(isReport)!;
    const raw = await network.nodes[0]!.rpc<{ block: { extrinsics: string[] } }>("chain_getBlock", [
      hash,
    ]);
    const { block } = await api.rpc.chain.getBlock(hash);
    assert.equal(block.header.hash.toHex(), hash);
    assert.deepEqual(
      block.extrinsics.map((extrinsic) => extrinsic.toHex()),
      raw.block.extrinsics,
    );
    const reports = block.extrinsics.filter(({ method }) => method.section === "equivocation");
    assert.deepEqual(
      reports.map(({ method, isSigned }) => [method.method, isSigned]),
      [["reportEquivocationUnsigned", false]],
    );
  });

  /** Lets both make blocks until they have made two in one slot; that slot. */
  async function slotOfBoth(): Promise<number> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        [, twin] = await Promise.all([network.restart(DOUBLED), twin.restart()]);
      }
      await Promise.any(both().map(({ log }) => log.match(STOPPED, SECONDS)));
      const { number } = await api.rpc.chain.getHeader();
      await finalisedNumber(api, number.toNumber() + 2, SECONDS);
      const [double] = doubles(await heads.all());
      if (double !== undefined) return Number(/in slot (\d+)$/.exec(double)![1]);
    }
    throw new Error(`two nodes with one key were never as fast, in ${ATTEMPTS} attempts`);
  }
});
