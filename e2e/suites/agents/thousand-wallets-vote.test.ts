/**
 * A thousand wallets vote on twenty proposals with no program running, on a network whose clock is everybody's: a
 * third of the votes in idle blocks, a third in blocks full of transfers, a third across an upgrade of the runtime
 * with a migration. Half a vote is 42 minutes there.
 */

import { setTimeout as sleep } from "node:timers/promises";
import type { ApiPromise } from "@polkadot/api";

import { keyPair, liquidity } from "../../harness/chain/accounts.ts";
import { registering, ROLES } from "../../harness/chain/agents.ts";
import type { Kind } from "../../harness/chain/calls.ts";
import { crowd, filler, fullness, isWithinLimits } from "../../harness/chain/full-blocks.ts";
import { votes, type Vote } from "../../harness/chain/governance.ts";
import { makeProposal, now, type Made } from "../../harness/chain/proposals.ts";
import { HOUR, SECOND, timeOf } from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { signedBytes, succeeds, type Tx } from "../../harness/chain/transactions.ts";
import { decided, strategyOf, walletAddress, type Strategy } from "../../harness/chain/wallets.ts";
import { connect } from "../../harness/clients/connect.ts";
import { apply, NEXT_SPEC_VERSION, nextVersion } from "../../harness/clients/next-version.ts";
import { until } from "../../harness/deadline.ts";
import { setTempo } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { moveBalance } from "../../harness/network/spec.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const MINUTE = 60 * SECOND;
/** Validators: as many as make full blocks on a machine of two cores. */
const SIZE = 2;
const WALLETS = 1_000;
const PURSE = 300n * AITBC;
/** Calls that go into one transaction. */
const BATCH = 20;
/** By what durations of governance are divided: a vote takes 84 minutes, and begins 12 after its proposal. */
const TEMPO = 120;
const HALF = 42 * MINUTE;
/** Between two looks at the chain, in milliseconds. */
const PAUSE = 5 * SECOND;
/** Votes of a list that a node tells at once. */
const PAGE = 100;
/** How full at least is the block in the middle of those that are full. */
const FULL = 0.9;
/** Who proposes, three proposals each, and what. */
const PROPOSERS = [
  ...["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"].map(keyPair),
  liquidity,
];
const KINDS: Kind[] = [
  ...Array<Kind>(12).fill("PolicyChange"),
  ...Array<Kind>(8).fill("AgentTrading"),
];

const owner = keyPair("//thousand//owner");
const agents = ROLES.map((role) => keyPair(`//thousand//${role}`));
const wallets = Array.from({ length: WALLETS }, (_, index) => ({
  address: walletAddress(owner.address, index),
  agent: agents[index % agents.length]!.address,
  strategy: strategy(index),
}));

/** The strategy of its role, with an opinion on what is proposed whatever the role. */
function strategy(index: number): Strategy {
  const { preferences, ...others } = strategyOf(ROLES[index % ROLES.length]!);
  const opinions = { agentTrading: 100, policyChange: index % 8 < 4 ? 100 : 180 };
  return { ...others, preferences: { ...opinions, ...preferences } };
}

interface Proposed extends Made {
  kind: Kind;
}

/** A block of the time in which wallets vote. */
interface Seen {
  number: number;
  votes: number;
  full: number;
  at: number;
}

let network: Network;
let api: ApiPromise;
let proposals: Proposed[];
/** The heights at which the votes, the full blocks and the upgrade begin, and at which all have voted. */
const heights: number[] = [];

before(async () => {
  if (longTier.skip) return;
  // May have to be compiled.
  await nextVersion();
  network = await Network.start({
    size: SIZE,
    args: ["--state-pruning", "archive", "--blocks-pruning", "archive"],
    change(spec) {
      setTempo(spec, TEMPO);
      // What they have at genesis counts at once.
      for (const { address } of wallets) moveBalance(spec, liquidity.address, address, PURSE);
      moveBalance(spec, liquidity.address, owner.address, 10_000n * AITBC);
    },
  });
  await network.finality(15);
  api = await network.nodes[0]!.api();
});
after(async () => {
  await api?.disconnect();
  await network?.stop();
});

/** Makes calls of the owner, some at a time, as fast as blocks take them. */
async function inBatches(calls: Tx[]): Promise<void> {
  let nonce = (await api.rpc.system.accountNextIndex(owner.address)).toNumber();
  for (let from = 0; from < calls.length; from += BATCH) {
    const tx = api.tx.utility.batchAll(calls.slice(from, from + BATCH));
    await api.rpc.author.submitExtrinsic(await signedBytes(api, tx, owner, { nonce }));
    nonce += 1;
  }
  await until(5 * 60, `${calls.length} calls of the owner`, async () => {
    const { nonce: made } = await api.query.system.account(owner.address);
    return made.toNumber() === nonce ? true : undefined;
  });
}

/** How many votes by strategy there have been until after block `hash`. */
async function cast(hash: string): Promise<number> {
  const state = await api.at(hash);
  const count = (await state.query["agentWallet"]!["autoVotes"]!()).toPrimitive();
  const { votesFor, votesAgainst } = count as { votesFor: number; votesAgainst: number };
  return votesFor + votesAgainst;
}

/** Waits until so many have voted, for half a vote at most; the height then. */
async function untilCast(wanted: number): Promise<number> {
  const end = secondHalf() + HALF;
  for (;;) {
    const header = await api.rpc.chain.getHeader();
    const found = await cast(header.hash.toHex());
    if (found >= wanted) return header.number.toNumber();
    assert.ok((await now(api)) < end, `${found} of ${wanted} have voted when the votes end`);
    await sleep(PAUSE);
  }
}

/** When the second half of the first votes begins. */
function secondHalf(): number {
  const [{ votingFrom, ends }] = proposals as [Proposed];
  return votingFrom + (ends - votingFrom) / 2;
}

/** The blocks between two heights, without the first. */
async function seen(from: number, to: number): Promise<Seen[]> {
  const found: Seen[] = [];
  const hashAt = async (number: number) => (await api.rpc.chain.getBlockHash(number)).toHex();
  let before = await cast(await hashAt(from));
  for (let number = from + 1; number <= to; number++) {
    const hash = await hashAt(number);
    assert.ok(await isWithinLimits(api, hash), `block ${number} is over its weight`);
    const after = await cast(hash);
    const [full, at] = await Promise.all([fullness(api, hash), timeOf(api, hash)]);
    found.push({ number, votes: after - before, full, at });
    before = after;
  }
  return found;
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

describe("a thousand wallets", () => {
  const third = Math.floor((WALLETS * KINDS.length) / 3);

  it("are made, and vote by strategy from then on", longTier, async () => {
    for (const [index, role] of ROLES.entries()) {
      await succeeds(api, await registering(api, agents[index]!, owner, role), owner);
    }
    const { create, setStrategy } = api.tx.agentWallet;
    await inBatches(wallets.map(({ agent }, index) => create(index, agent, null)));
    await inBatches(wallets.map((each) => setStrategy(each.address, each.strategy)));
    const count = await api.query["agentWallet"]!["counterForWallets"]!();
    assert.equal(Number(count.toString()), WALLETS);
    const roll = (await api.query["agentWallet"]!["roll"]!()).toPrimitive();
    assert.equal((roll as { taken: number }).taken, WALLETS);
  });

  it("are asked twenty questions", longTier, async () => {
    proposals = [];
    for (const [index, kind] of KINDS.entries()) {
      const policy = api.tx.openClaw.setPolicy(`market/rule-${index}`, "Deals are kept.");
      const calls = kind === "AgentTrading" ? [policy] : [];
      const proposer = PROPOSERS[Math.floor(index / 3)]!;
      proposals.push({ ...(await makeProposal(api, kind, calls, proposer)), kind });
    }
    assert.equal((proposals[0]!.ends - proposals[0]!.votingFrom) / 2, HALF);
    while ((await now(api)) < secondHalf()) await sleep(PAUSE);
    const head = await api.rpc.chain.getHeader();
    heights.push(Math.max(1, head.number.toNumber() - 60));
  });

  it("give a third of the answers in idle blocks", longTier, async () => {
    heights.push(await untilCast(third));
  });

  it("give a third in blocks full of transfers", longTier, async () => {
    const traffic = await crowd(api, await filler(api, liquidity, owner.address), liquidity);
    heights.push(await untilCast(2 * third));
    await traffic.stop();
  });

  it("give the rest across an upgrade with a migration", longTier, async () => {
    const { path } = await nextVersion();
    const [node] = network.nodes;
    const members = ["//Alice", "//Bob", "//Charlie", "//Dave"];
    const { code, stderr } = await apply(node!, path, ...members);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /UpgradeCompleted/);
    const { specVersion } = await node!.rpc<{ specVersion: number }>("state_getRuntimeVersion");
    assert.equal(specVersion, NEXT_SPEC_VERSION);
    // A client that was connected before cannot read blocks from before any more.
    api = await connect(node!.wsUrl);
    const head = await api.rpc.chain.getHeader();
    assert.ok((await cast(head.hash.toHex())) < WALLETS * KINDS.length, "some vote after it");
    heights.push(await untilCast(WALLETS * KINDS.length));
  });

  it("are done within an hour, and no block is over its weight", longTier, async () => {
    const [begin, idle, full, end] = heights as [number, number, number, number];
    const parts = [await seen(begin, idle), await seen(idle, full), await seen(full, end)];
    const busy = parts.flat().filter((block) => block.votes > 0);
    const took = busy.at(-1)!.at - busy[0]!.at;
    for (const [index, blocks] of parts.entries()) {
      const some = blocks.filter((block) => block.votes > 0);
      const sum = some.reduce((all, block) => all + block.votes, 0);
      console.log(
        `${["idle", "full", "upgraded"][index]}: ${sum} votes in ${some.length} of ${blocks.length} blocks, ` +
          `filled to ${Math.round(100 * median(some.map((block) => block.full)))} % by transactions`,
      );
    }
    console.log(`all in ${Math.round(took / MINUTE)} minutes`);
    assert.ok(took <= HOUR, `${took} ms`);
    assert.equal(
      busy.reduce((sum, block) => sum + block.votes, 0),
      WALLETS * KINDS.length,
    );
    const crowded = parts[1]!.filter((block) => block.votes > 0);
    assert.ok(median(crowded.map((block) => block.full)) >= FULL);
  });

  it("have each answered each question once, as their strategies say", longTier, async () => {
    const node = network.nodes[1]!;
    for (const { id, kind } of proposals) {
      const told = new Map<string, Vote>();
      for (let offset = 0; offset < WALLETS; offset += PAGE) {
        for (const vote of await votes(node, id, PAGE, offset)) told.set(vote.voter_id, vote);
      }
      assert.equal(told.size, WALLETS);
      for (const each of wallets) {
        const vote = told.get(each.address)!;
        assert.equal(vote.vote, decided(each.strategy, kind)!.toLowerCase());
        assert.match(vote.reason!, /^strategy: /);
      }
    }
  });
});
