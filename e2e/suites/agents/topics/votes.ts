/** Wallets vote with no program running: in idle blocks, and in blocks that are full of transfers. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair, liquidity } from "../../../harness/chain/accounts.ts";
import { register } from "../../../harness/chain/agents.ts";
import { block, eventsIn, type Block } from "../../../harness/chain/blocks.ts";
import type { Kind } from "../../../harness/chain/calls.ts";
import { filler, fillBlocks, fullness } from "../../../harness/chain/full-blocks.ts";
import { evaluation, votes } from "../../../harness/chain/governance.ts";
import { makeProposal, type Made } from "../../../harness/chain/proposals.ts";
import { sealedBlock, sealedBlockAt } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  eventsNamed,
  fundedAccounts,
  succeeds,
  type Tx,
} from "../../../harness/chain/transactions.ts";
import {
  AUTO_VOTE_FEE,
  decided,
  decision,
  strategyOf,
  wallet,
  walletAddress,
  type Strategy,
} from "../../../harness/chain/wallets.ts";
import { until } from "../../../harness/deadline.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { api, inBatches, node, owner, PURSE, refused, voters, type Voter } from "./chain.ts";

/** How long a slot is, in milliseconds. */
const SLOT = 2_000;
/** Blocks of half a vote. */
const HALF = 105;
/** The least votes of a block on average, as long as there are more to cast. */
const LEAST_PER_BLOCK = 12;
/** Full blocks that are sent, with some before the votes begin. */
const FULL_BLOCKS = 34;
/** Seconds until they are made. */
const FULL_SECONDS = 90;
/** How full a block is at least that has no room for a transfer more. */
const FULL = 0.9;
/** What a call that changes a number by more than half takes away from a proposal. */
const LARGE = -32;

/** What is proposed, and what the chain makes of it. */
const PROPOSALS: [kind: Kind, evaluation: number, calls: () => Tx[]][] = [
  ["ParameterChange", 0, () => [subsidyRate(26_000_000)]],
  ["ParameterChange", LARGE, () => [subsidyRate(50_000_000)]],
  ["AgentTrading", 0, () => [api.tx.openClaw.setPolicy("market/one", "Deals are kept.")]],
  ["AgentTrading", 0, () => [api.tx.openClaw.setPolicy("market/two", "Prices are told.")]],
  ["PolicyChange", 0, () => []],
];

/** The call that sets how much is minted for blocks, in billionths a year: it is 25 000 000. */
function subsidyRate(rate: number): Tx {
  const set = api.tx.parameters.setParameter as (parameter: unknown) => Tx;
  return set({ Economics: { SubsidyRate: [null, rate] } });
}

interface Proposed extends Made {
  kind: Kind;
  evaluation: number;
}

/** Makes the five proposals, three by the first and two by the second of these accounts. */
async function proposed(...by: [KeyringPair, KeyringPair]): Promise<Proposed[]> {
  const all: Proposed[] = [];
  for (const [index, [kind, evaluation, calls]] of PROPOSALS.entries()) {
    const proposer = by[index < 3 ? 0 : 1]!;
    all.push({ ...(await makeProposal(api, kind, calls(), proposer)), kind, evaluation });
  }
  return all;
}

/** When the second half of a vote begins. */
function secondHalf({ votingFrom, ends }: Made): number {
  return votingFrom + (ends - votingFrom) / 2;
}

/** What a wallet must say to a proposal. */
function expected({ strategy }: Voter, { kind, evaluation }: Proposed): "for" | "against" {
  return decided(strategy, kind, evaluation)!.toLowerCase() as "for" | "against";
}

/** How many votes by strategy there have been until after block `hash`. */
async function cast(hash: string): Promise<number> {
  const state = await api.at(hash);
  const count = (await state.query["agentWallet"]!["autoVotes"]!()).toPrimitive();
  const { votesFor, votesAgainst } = count as { votesFor: number; votesAgainst: number };
  return votesFor + votesAgainst;
}

async function best(): Promise<{ hash: string; number: number }> {
  const header = await api.rpc.chain.getHeader();
  return { hash: header.hash.toHex(), number: header.number.toNumber() };
}

/** How many votes were cast in each of the blocks after `from`, and how full these are. */
async function votesSince(from: number): Promise<{ votes: number; full: number }[]> {
  const { number: last } = await best();
  const found: { votes: number; full: number }[] = [];
  let before = await cast((await api.rpc.chain.getBlockHash(from)).toHex());
  for (let number = from + 1; number <= last; number++) {
    const hash = (await api.rpc.chain.getBlockHash(number)).toHex();
    const now = await cast(hash);
    found.push({ votes: now - before, full: await fullness(api, hash) });
    before = now;
  }
  return found;
}

/** So many blocks as the hook needs at most, the first and the last not full of votes. */
function requireSpeed(blocks: { votes: number }[]): void {
  const busy = blocks.filter(({ votes }) => votes > 0);
  const all = busy.reduce((sum, { votes }) => sum + votes, 0);
  const most = Math.ceil(all / LEAST_PER_BLOCK) + 1;
  assert.ok(busy.length <= Math.min(most, HALF), `${all} votes in ${busy.length} blocks`);
}

/** All wallets have voted as they must, and say why; `byHand` has voted itself. */
async function requireVotes(all: Proposed[], byHand?: Voter): Promise<void> {
  for (const proposal of all) {
    const told = new Map((await votes(node, proposal.id)).map((vote) => [vote.voter_id, vote]));
    assert.equal(told.size, voters.length);
    for (const voter of voters) {
      const vote = told.get(voter.address)!;
      if (voter === byHand && proposal === all[0]) {
        assert.deepEqual([vote.vote, vote.reason], ["abstain", null]);
        continue;
      }
      assert.equal(vote.vote, expected(voter, proposal), `${voter.address} on ${proposal.id}`);
      const { supportThreshold } = voter.strategy;
      const parts = new RegExp(
        `preference \\d+ \\+ threshold ${supportThreshold} \\+ evaluation ${proposal.evaluation} = `,
      );
      assert.match(vote.reason!, parts);
      assert.ok(BigInt(vote.voting_power) > 0n && BigInt(vote.voting_power) <= PURSE / 2n);
    }
  }
}

describe("in idle blocks", () => {
  let all: Proposed[];
  let begin: number;
  let stranger: KeyringPair;
  const byHand = () => voters[1]!;
  const last = () => voters.at(-1)!;
  const autoVote = (address: string, proposal: Made) =>
    api.tx.agentWallet.autoVote(address, proposal.id);
  /** Wallets that do not vote, and why not. */
  const others: Record<string, string> = {};

  before(async () => {
    [stranger] = await fundedAccounts(api, "//votes//stranger", "//votes//guardian");
    const names = ["stopped", "poor", "picky", "silent", "idle"];
    for (const [index, name] of names.entries()) {
      others[name] = walletAddress(stranger.address, index);
    }
    const { create, setStrategy, stop, withdraw } = api.tx.agentWallet;
    await register(api, keyPair("//votes//agent"), stranger, "Builder");
    const agent = keyPair("//votes//agent").address;
    const guardian = keyPair("//votes//guardian");
    await inBatches(
      stranger,
      names.map((_, index) => create(index, agent, guardian.address)),
    );
    await inBatches(
      faucet,
      names.map((name) => api.tx.balances.transferKeepAlive(others[name]!, 200n * AITBC)),
    );
    const strategy = (name: string): Strategy => {
      const preferences = { parameterChange: 200, agentTrading: 200, policyChange: 200 };
      if (name === "picky") return strategyOf("Builder", { preferences, minScore: 101 });
      return strategyOf("Builder", name === "silent" ? {} : { preferences });
    };
    await inBatches(
      stranger,
      names.slice(0, -1).map((name) => setStrategy(others[name]!, strategy(name))),
    );
    await succeeds(api, withdraw(others["poor"]!, stranger.address, 101n * AITBC), stranger);
    await succeeds(api, stop(others["stopped"]!), guardian);
    all = await proposed(keyPair("//Alice"), keyPair("//Bob"));
  });

  it("nobody votes by strategy in the first half", async () => {
    const [first] = all;
    assert.equal((all[0]!.ends - all[0]!.votingFrom) / 2, HALF * SLOT);
    await sealedBlockAt(node, first!.votingFrom);
    const told = await decision(node, voters[0]!.address, first!.id);
    assert.deepEqual(
      [told.position, told.refused, told.begins, told.sum],
      ["for", "tooEarly", secondHalf(first!), 308],
    );
    await refused(autoVote(voters[0]!.address, first!), stranger, "agentWallet.TooEarly");
    const vote = api.tx.openClaw.vote(first!.id, "Abstain", 50n * AITBC, null);
    await succeeds(api, api.tx.agentWallet.execute(byHand().address, vote), owner);

    await sealedBlockAt(node, secondHalf(first!) - 2 * SLOT);
    begin = (await best()).number;
    assert.equal(await cast((await best()).hash), 0);
  });

  it("the chain evaluates what is proposed", async () => {
    for (const { id, evaluation: sum } of all) {
      const told = await evaluation(node, id);
      assert.deepEqual([told.proposal_id, told.evaluation, told.size], [id, sum, sum]);
      assert.deepEqual([told.support, told.council, told.challenge, told.proposer], [0, 0, 0, 0]);
    }
  });

  it("each wallet votes once on each, in the second half", async () => {
    // The last one does not have to wait for the others, nor for its owner.
    await sealedBlockAt(node, secondHalf(all.at(-1)!));
    const vote = await succeeds(api, autoVote(last().address, all[0]!), stranger);
    // The votes of the hook are told with those of the first transaction.
    const told = eventsNamed(vote, "agentWallet.AutoVoted");
    const own = told.filter(({ wallet }) => wallet === last().address);
    assert.deepEqual(
      own.map(({ proposal, position }) => [proposal, position]),
      [[String(all[0]!.id), "For"]],
    );
    await refused(autoVote(last().address, all[0]!), stranger, "agentWallet.AlreadyVoted");
    await refused(autoVote(byHand().address, all[0]!), stranger, "agentWallet.AlreadyVoted");

    const wanted = voters.length * all.length - 1;
    for (let blocks = 0; blocks < HALF && (await cast((await best()).hash)) < wanted; blocks++) {
      await sealedBlock(node);
    }
    const blocks = await votesSince(begin);
    requireSpeed(blocks);
    assert.equal(
      blocks.reduce((sum, each) => sum + each.votes, 0),
      wanted,
    );
    await sealedBlock(node);
    assert.equal(await cast((await best()).hash), wanted);
    await requireVotes(all, byHand());
  });

  it("each vote has cost its wallet 0.02, and half of it is frozen", async () => {
    const { data } = await api.query.system.account(voters[0]!.address);
    const left = PURSE - BigInt(all.length) * AUTO_VOTE_FEE;
    assert.equal(data.free.toBigInt(), left);
    const { withdrawable, strategy } = await wallet(node, voters[0]!.address);
    const frozen = left - BigInt(withdrawable);
    assert.ok(frozen > (PURSE * 49n) / 100n && frozen <= PURSE / 2n, String(frozen));
    assert.deepEqual([strategy!.autoVote, strategy!.maxFrozen], [true, 500_000]);
  });

  it("who cannot vote says why, and holds up nobody", async () => {
    const [first] = all;
    for (const [name, error] of [
      ["stopped", "WalletStopped"],
      ["poor", "BalanceTooLow"],
      ["picky", "ScoreTooLow"],
      ["silent", "NoPreference"],
      ["idle", "NoStrategy"],
    ] as const) {
      await refused(autoVote(others[name]!, first!), stranger, `agentWallet.${error}`);
      const reason = error.charAt(0).toLowerCase() + error.slice(1);
      assert.equal((await decision(node, others[name]!, first!.id)).refused, reason, name);
    }
    const seen: Block[] = [];
    for (let number = begin + 1; number <= (await best()).number; number++) {
      seen.push(await block(api, (await api.rpc.chain.getBlockHash(number)).toHex()));
    }
    const stopped = eventsIn(seen, "agentWallet.AutoVoteStopped");
    assert.deepEqual(
      stopped.map(({ wallet, why }) => [wallet, why]),
      [
        [others["stopped"], "Stopped"],
        [others["poor"], "BalanceTooLow"],
      ],
    );
    assert.equal((await decision(node, voters[0]!.address, first!.id)).refused, "alreadyVoted");
  });

  it("the defaults of a role are taken when asked for, and do not vote", async () => {
    const { setStrategy } = api.tx.agentWallet;
    await succeeds(api, setStrategy(others["idle"]!, null), stranger);
    const { strategy } = await wallet(node, others["idle"]!);
    const { preferences } = strategy!;
    assert.deepEqual(
      [strategy!.autoVote, strategy!.supportThreshold, strategy!.minScore],
      [false, 150, 100],
    );
    assert.deepEqual(
      [preferences["protocol_upgrade"], preferences["dao_grant"], preferences["emergency"]],
      [200, 180, null],
    );
    const never = { ...strategyOf("Builder"), minScore: 1_001 };
    await refused(setStrategy(others["idle"]!, never), stranger, "agentWallet.BadStrategy");
  });
});

describe("in blocks full of transfers", () => {
  it("each wallet votes once on each, as fast", async () => {
    const all = await proposed(keyPair("//Charlie"), keyPair("//Dave"));
    const tx = await filler(api, liquidity, owner.address);
    const nonce = async () => (await api.query.system.account(liquidity.address)).nonce.toNumber();
    const first = await nonce();
    await sealedBlockAt(node, secondHalf(all[0]!) - 3 * SLOT);
    const before = await best();
    const sent = await fillBlocks(api, tx, liquidity, FULL_BLOCKS);
    await until(FULL_SECONDS, "the full blocks", async () =>
      (await nonce()) === first + sent ? true : undefined,
    );

    const blocks = await votesSince(before.number);
    const busy = blocks.filter(({ votes }) => votes > 0);
    requireSpeed(busy);
    for (const { full } of busy) assert.ok(full >= FULL, `a block is full to ${full}`);
    assert.equal(
      busy.reduce((sum, { votes }) => sum + votes, 0),
      voters.length * all.length,
    );
    await requireVotes(all);
  });
});
