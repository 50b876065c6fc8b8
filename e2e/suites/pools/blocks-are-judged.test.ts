/** Validators judge each other's blocks, and earn reputation by that: to the last unit. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";
import { blake2AsHex } from "@polkadot/util-crypto";
import type { PolkadotClient } from "polkadot-api";
import { filter, firstValueFrom } from "rxjs";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { authorOf, rotations } from "../../harness/chain/blocks.ts";
import {
  closedPools,
  openBlocks,
  openPool,
  signatureOf,
  submitted,
  voteBytes,
  type Vote,
} from "../../harness/chain/pools.ts";
import { availability, REP, reputation, reputationIssuance } from "../../harness/chain/por.ts";
import { finalInSession } from "../../harness/chain/sessions.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { finalisedNumber, included, succeeds } from "../../harness/chain/transactions.ts";
import { lightClient, type LightClient } from "../../harness/clients/light-client.ts";
import { papiClient } from "../../harness/clients/papi.ts";
import { until, within } from "../../harness/deadline.ts";
import { judged, newBook } from "../../harness/network/judged.ts";
import { Network } from "../../harness/network/network.ts";
import type { Node } from "../../harness/node/node.ts";
import { RpcError } from "../../harness/node/rpc.ts";
import type { Book } from "../../harness/recompute/book.ts";
import { facts, type Facts } from "../../harness/recompute/facts.ts";
import { stateAt } from "../../harness/recompute/state.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Reputation of each validator, in whole REP. The last one has none. */
const REPUTATION = [2_000_000n, 1_500_000n, 1_500_000n, 0n];
const POOR = 3;
/** Milliseconds. */
const SLOT = 1_000;
/** Blocks for which a pool takes votes, after the one that opens it. */
const WINDOW = 10;
/** The first block that is judged. */
const FIRST = 2;
/** Sessions that have to be over, and blocks in which what was earned in them is credited. */
const SESSIONS = 2;
const CREDITED_WITHIN = 5;
/** A tip after which a block's share is more than what it may mint for. */
const TIP = 5n * AITBC;
/** How often a block may come between two steps that have to be done in one slot. */
const ATTEMPTS = 10;
const SECONDS = 120;

/** Codes of the node's answers to transactions. */
const INVALID = 1010;
const UNKNOWN_VALIDITY = 1011;
const PRIORITY_TOO_LOW = 1014;

let network: Network;
let node: Node;
let api: ApiPromise;
let light: LightClient;
let poor: string;
/** What was refused and must be in no block. */
const refusals: HexString[] = [];

before(async () => {
  network = await Network.start({ size: REPUTATION.length, reputation: REPUTATION });
  node = network.nodes[0]!;
  api = await node.api();
  poor = network.validators[POOR]!.address;
  light = await lightClient(network.spec, network.nodes);
  const transfer = api.tx.balances.transferKeepAlive(keyPair("//pools//saver").address, AITBC);
  await succeeds(api, transfer, faucet, { tip: TIP });
  await until(SECONDS, "the first pool to close", async () => {
    const [oldest] = await openBlocks(api);
    return oldest !== undefined && oldest > FIRST ? true : undefined;
  });
  await succeeds(api, api.tx.reputation.claimSalary("Block"), network.validators[1]!.account);
});

after(async () => {
  await light?.stop();
  await network?.stop();
});

describe("a vote is refused, and nothing changes,", () => {
  it("if it is signed by another key, or changed after it was signed", async () => {
    const { vote, key } = await ballot();
    const stranger = keyPair("//pools//stranger");
    await refused(vote, signatureOf(api, vote, stranger), INVALID, /bad signature/);
    const signature = signatureOf(api, vote, key);
    const changed = { ...vote, forBlocks: vote.forBlocks ^ 0b10 };
    await refused(changed, signature, INVALID, /bad signature/);
    const damaged = signature.map((byte, index) => (index === 20 ? byte ^ 1 : byte));
    await refused(vote, damaged, INVALID, /bad signature/);
  });

  it("if the voter has no seat", async () => {
    const { vote } = await ballot();
    const stranger = keyPair("//pools//stranger");
    const own = { ...vote, voter: stranger.address };
    await refused(own, signatureOf(api, own, stranger), INVALID, /outdated/);
  });

  it("if the pool is closed", async () => {
    const { vote, key } = await ballot();
    const [oldest] = await openBlocks(api);
    const late = { ...vote, ...(await named(oldest! - 1)) };
    await refused(late, signatureOf(api, late, key), INVALID, /outdated/);
  });

  it("if the voter has voted", async () => {
    const vote = await until(SECONDS, "a vote in a block", async () => {
      for (const block of (await openBlocks(api)).reverse()) {
        const voted = (await openPool(api, block))?.members.find((member) => member.vote !== null);
        if (voted !== undefined) return { ...(await named(block)), voter: voted.account };
      }
      return undefined;
    });
    for (const [forBlocks, againstBlocks] of [
      [1, 0],
      [0, 1],
    ] as const) {
      const again = { ...vote, forBlocks, againstBlocks };
      await refused(again, signatureOf(api, again, keyOf(vote.voter)), INVALID, /outdated/);
    }
  });

  it("if one on the same blocks waits", async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { vote, key } = await ballot();
      const sign = () => voteBytes(api, vote, signatureOf(api, vote, key));
      const [first, second] = [sign(), sign()];
      if ((await submitted(node, first)) instanceof RpcError) continue;
      const answer = await submitted(node, second);
      // Else the first is in a block already.
      if (!(answer instanceof RpcError) || answer.code === INVALID) continue;
      assert.equal(answer.code, PRIORITY_TOO_LOW, describeRefusal(answer));
      refusals.push(second);
      return;
    }
    assert.fail(`a block came between two votes, ${ATTEMPTS} times`);
  });

  it("if it speaks of nothing, or says yes and no", async () => {
    const { vote, key } = await ballot();
    for (const [bits, code] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const bad = { ...vote, forBlocks: bits, againstBlocks: bits };
      const reason = new RegExp(`Custom error: ${code}`);
      await refused(bad, signatureOf(api, bad, key), INVALID, reason);
    }
  });

  it("if it was made on another fork", async () => {
    const { vote, key } = await ballot();
    const foreign = { ...vote, hash: `0x${"11".repeat(32)}` };
    await refused(foreign, signatureOf(api, foreign, key), INVALID, /Custom error: 3/);
  });

  // The transaction pool of the SDK bans the bytes of what it could not look up. The same vote with another
  // signature, which are random, has other bytes.
  it("if the pool of the block is not open yet, and signed again is taken when it is", async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const head = await nextHead();
      const author = await authorOf(api, head.hash);
      const voter = network.validators.find(
        ({ address }) => address !== author && address !== poor,
      )!;
      const vote: Vote = {
        voter: voter.address,
        last: head.number,
        hash: head.hash,
        forBlocks: 1,
        againstBlocks: 0,
      };
      const bytes = voteBytes(api, vote, signatureOf(api, vote, voter.account));
      const answer = await submitted(node, bytes);
      // The next block was there already.
      if (!(answer instanceof RpcError)) continue;
      assert.equal(answer.code, UNKNOWN_VALIDITY, describeRefusal(answer));

      await until(SECONDS, `the pool of block ${head.number}`, async () =>
        (await openBlocks(api)).includes(head.number) ? true : undefined,
      );
      const again = voteBytes(api, vote, signatureOf(api, vote, voter.account));
      assert.notEqual(again, bytes);
      assert.equal(await submitted(node, again), blake2AsHex(again, 256));
      await until(SECONDS, `the vote of ${voter.address}`, async () => {
        const pool = await openPool(api, head.number);
        assert.ok(pool, `block ${head.number} was judged without that vote`);
        const member = pool.members.find(({ account }) => account === voter.address);
        return member?.vote === "For" ? true : undefined;
      });
      return;
    }
    assert.fail(`the next block came before a vote, ${ATTEMPTS} times`);
  });
});

describe("a pool that nobody has opened by hand", () => {
  it("takes no stake and cannot be resolved", async () => {
    const [holder] = network.validators;
    for (const call of [
      api.tx.validationPool.stake(0, "For", REP),
      api.tx.validationPool.resolve(0),
    ]) {
      const { error } = await included(api, call, holder!.account);
      assert.equal(error, "validationPool.NoSuchPool");
    }
  });
});

describe("after two sessions", () => {
  /** All blocks, up to some after the second session. */
  let chain: Facts[];
  let book: Book;
  let papi: PolkadotClient;
  const end = () => chain.at(-1)!;

  before(async () => {
    const final = await finalInSession(api, SESSIONS, SECONDS);
    const more = final.number.toNumber() + CREDITED_WITHIN;
    const { number } = await finalisedNumber(api, more, SECONDS);
    chain = await facts(node, 1, number.toNumber());
    book = await newBook(api, SLOT);
    papi = papiClient(node);
  });
  after(() => papi?.destroy());

  it("each block from the second on was judged for its window, and good ones were accepted", () => {
    const pools = chain.flatMap((block) =>
      closedPools([block]).map((pool) => ({ ...pool, closed: block.number })),
    );
    const last = end().number - 1 - WINDOW;
    assert.deepEqual(
      pools.map(({ block, closed }) => [block, closed]),
      Array.from({ length: last - FIRST + 1 }, (_, index) => [
        FIRST + index,
        FIRST + index + 1 + WINDOW,
      ]),
    );
    const bad = pools.filter(({ outcome }) => !["Accepted", "NoQuorum"].includes(outcome));
    assert.deepEqual(bad, []);
    const whereVotesAreDue = judged(chain);
    assert.ok(whereVotesAreDue.length > 0);
    for (const { block, outcome } of whereVotesAreDue) {
      assert.equal(outcome, "Accepted", `block ${block}`);
    }
  });

  it("reputation, salary and tokens of all accounts are what blocks say", async () => {
    for (const block of chain) book.add(block);
    assert.deepEqual(book.state(), await stateAt(api, end().hash));
    assert.equal(closedPools(chain).length, book.outcomes.size);
    // A tip has brought one block more than it may mint for.
    const mints = chain.flatMap(({ events }) =>
      events.filter(({ name }) => name === "validationPool.BlockPoolOpened"),
    );
    assert.ok(new Set(mints.map(({ data }) => data["mint"])).size > 1);
  });

  it("the node says the same of each holder", async () => {
    const { Block, Governance } = book.ledgers;
    for (const [domain, ledger] of [
      ["block", Block],
      ["governance", Governance],
    ] as const) {
      assert.equal(await reputationIssuance(node, domain, end().hash), ledger.issuance);
      for (const who of ledger.holders.keys()) {
        const { free, encumbered } = ledger.of(who);
        const told = await reputation(node, domain, who, end().hash);
        assert.deepEqual(
          [told.balance, told.free, told.encumbered, told.claimable],
          [free + encumbered, free, encumbered, ledger.claimable(who)],
        );
      }
    }
  });

  it("who began without reputation has slots, and what it has earned is encumbered", async () => {
    for (const { hash, session, schedule } of [chain[0]!, ...rotations(chain)] as Facts[]) {
      const own = schedule.producers.find(({ account }) => account === poor);
      assert.ok(own !== undefined && own.slots > 0, `no slots in session ${session}`);
      if (session === 0) assert.equal(own.weight, 0n, hash);
    }
    assert.ok(chain.some(({ author }) => author === poor));
    const { balance, free, encumbered } = await reputation(node, "block", poor, end().hash);
    assert.ok(balance > 0n);
    assert.deepEqual([free, encumbered], [0n, balance]);
    assert.equal((await availability(node, poor, end().hash)).encumbered, balance);
  });

  it("votes are the same to polkadot.js and to the node, to the byte, and none was refused", async () => {
    let votes = 0;
    for (const { hash } of chain) {
      const raw = await node.rpc<{ block: { extrinsics: HexString[] } }>("chain_getBlock", [hash]);
      const { block } = await api.rpc.chain.getBlock(hash);
      assert.equal(block.header.hash.toHex(), hash);
      for (const [index, extrinsic] of block.extrinsics.entries()) {
        const bytes = raw.block.extrinsics[index]!;
        assert.ok(!refusals.includes(bytes), `${bytes} was refused`);
        if (extrinsic.method.section !== "validationPool" || extrinsic.isSigned) continue;
        votes += 1;
        assert.equal(extrinsic.method.method, "vote");
        assert.equal(extrinsic.toHex(), bytes);
        assert.equal(extrinsic.hash.toHex(), blake2AsHex(bytes, 256));
      }
    }
    const told = chain.flatMap(({ events }) =>
      events.filter(({ name }) => name === "validationPool.Voted"),
    );
    assert.ok(votes > 0);
    assert.equal(votes, told.length);
    assert.ok(refusals.length > 0);
  });

  it("polkadot-api and smoldot read how a block was judged", async () => {
    const [block, outcome] = [...book.outcomes].findLast(([, ended]) => ended === "Accepted")!;
    assert.equal(await outcomeFor(papi, block), outcome);
    const { number } = end();
    const reached = light.papi.finalizedBlock$.pipe(filter((final) => final.number >= number));
    await within(SECONDS, `block ${number} to be final for smoldot`, firstValueFrom(reached));
    assert.equal(await outcomeFor(light.papi, block), outcome);
  });
});

/** How the pool of a block has ended, as a client of polkadot-api reads it. */
async function outcomeFor(client: PolkadotClient, block: number): Promise<string> {
  const { Closed } = client.getUnsafeApi().query["ValidationPool"]!;
  const read = Closed!.getValue(block, { at: "finalized" });
  const closed = (await within(60, `the pool of block ${block}`, read)) as {
    outcome: { type: string };
  };
  return closed.outcome.type;
}

/** A right vote on the newest block that is judged, and the key that signs it. */
async function ballot(): Promise<{ vote: Vote; key: KeyringPair }> {
  return until(SECONDS, "a seat without a vote", async () => {
    const newest = (await openBlocks(api)).at(-1);
    if (newest === undefined) return undefined;
    const pool = await openPool(api, newest);
    const member = pool?.members.find(({ vote }) => vote === null);
    if (member === undefined) return undefined;
    const vote = { ...(await named(newest)), voter: member.account };
    return { vote: { ...vote, forBlocks: 1, againstBlocks: 0 }, key: keyOf(member.account) };
  });
}

/** Names a block of the best chain as the last of a vote. */
async function named(last: number): Promise<Pick<Vote, "last" | "hash">> {
  return { last, hash: (await api.rpc.chain.getBlockHash(last)).toHex() };
}

/** The pool vote key of a validator is derived as its account is. */
function keyOf(address: string): KeyringPair {
  return network.validators.find((validator) => validator.address === address)!.account;
}

/** The next block that becomes the best one. */
async function nextHead(): Promise<{ number: number; hash: string }> {
  const { number } = await api.rpc.chain.getHeader();
  return until(SECONDS, `block ${number.toNumber() + 1}`, async () => {
    const header = await api.rpc.chain.getHeader();
    if (header.number.toNumber() <= number.toNumber()) return undefined;
    return { number: header.number.toNumber(), hash: header.hash.toHex() };
  });
}

/** Sends a vote and expects this answer, and that the pool has not got it. */
async function refused(
  vote: Vote,
  signature: Uint8Array,
  code: number,
  reason: RegExp,
): Promise<void> {
  const bytes = voteBytes(api, vote, signature);
  const answer = await submitted(node, bytes);
  assert.ok(answer instanceof RpcError, `${JSON.stringify(vote)} was not refused`);
  assert.equal(answer.code, code, describeRefusal(answer));
  assert.match(describeRefusal(answer), reason);
  const waiting = await node.rpc<HexString[]>("author_pendingExtrinsics");
  assert.ok(!waiting.includes(bytes));
  refusals.push(bytes);
}

function describeRefusal(refusal: RpcError): string {
  return `${refusal.code} ${refusal.message}: ${JSON.stringify(refusal.data)}`;
}
