/** Votes that are changed, and votes that delegates cast for others. */

import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { block, eventsIn } from "../../../harness/chain/blocks.ts";
import { policies, proposal, votes } from "../../../harness/chain/governance.ts";
import {
  bringPastVote,
  bringToEnactment,
  bringToVoting,
  makeProposal,
  requireStatus,
  voteAll,
  WHALES,
  type Made,
} from "../../../harness/chain/proposals.ts";
import { sealedBlock } from "../../../harness/chain/time.ts";
import {
  eventsNamed,
  included,
  succeeds,
  succeedsForLess,
} from "../../../harness/chain/transactions.ts";
import { assert, before, describe, it } from "../../../harness/test.ts";
import { api, node } from "./chain.ts";

const delegate = keyPair("//Charlie");
const delegators = ["//Bob", "//Dave", "//Eve"].map(keyPair);
const proposer = keyPair("//Ferdie");
const NAME = "conduct/meetings";
const VALUE = "There are minutes of each meeting, for everybody to read.";

describe("a delegate", () => {
  let made: Made;

  before(async () => {
    const { acceptDelegations, delegate: choose } = api.tx.votingPower;
    await succeeds(api, acceptDelegations(0n), delegate);
    for (const each of delegators) await succeeds(api, choose(delegate.address, null), each);
    const policy = api.tx.openClaw.setPolicy(NAME, VALUE);
    made = await makeProposal(api, "PolicyChange", [policy], proposer);
    await bringToVoting(node, made);
  });

  it("votes for its delegators without anybody's doing", async () => {
    const own = await vote("Against", delegate);
    const alone = await weight(delegate);
    assert.equal(alone, own);
    // The first of two blocks may begin a session, in which hooks do nothing.
    const hashes = [await sealedBlock(node), await sealedBlock(node)];
    const blocks = await Promise.all(hashes.map((hash) => block(api, hash)));
    const cast = eventsIn(blocks, "openClaw.DelegatorCast");
    assert.deepEqual(
      cast.map(({ delegator }) => delegator).sort(),
      delegators.map(({ address }) => address).sort(),
    );
    assert.ok(cast.every((each) => each["delegate"] === delegate.address));
    // They have about as much each.
    const all = await weight(delegate);
    assert.ok(all > (39n * own) / 10n && all < (41n * own) / 10n, `${own} became ${all}`);
    assert.equal(BigInt((await proposal(node, made.id)).votes_against), all);
  });

  it("takes them with it when it changes its vote", async () => {
    const all = await weight(delegate);
    await vote("For", delegate);
    const told = await proposal(node, made.id);
    assert.equal(told.votes_against, "0");
    const now = await weight(delegate);
    assert.equal(BigInt(told.votes_for), now);
    // A fee has been paid.
    assert.ok(now <= all && now > (999n * all) / 1_000n);
    const [only, ...others] = await votes(node, made.id);
    assert.deepEqual([only!.voter_id, only!.vote, others.length], [delegate.address, "for", 0]);
  });

  it("loses a delegator that votes itself", async () => {
    const before = await weight(delegate);
    const own = await vote("Against", delegators[0]!);
    const told = await proposal(node, made.id);
    assert.equal(BigInt(told.votes_against), own);
    const after = await weight(delegate);
    assert.equal(BigInt(told.votes_for), after);
    assert.ok(after < before && after >= before - own - own / 1_000n);
    const again = api.tx.openClaw.castForDelegator(made.id, delegators[0]!.address);
    assert.notEqual((await included(api, again, proposer)).error, undefined);
    assert.equal(await weight(delegate), after);
  });

  it("is no more than one of many who decide", async () => {
    await voteAll(api, made.id, "For", WHALES);
    assert.equal((await bringPastVote(node, made.id)).status, "queued");
    await bringToEnactment(node, made.id);
    await requireStatus(node, made.id, "executed");
    const [policy] = await policies(node);
    assert.deepEqual(
      [policy!.name, policy!.value, policy!.version, policy!.proposal_id],
      [NAME, VALUE, 1, made.id],
    );
    // Power goes back to those whose it is.
    for (const each of delegators) await succeeds(api, api.tx.votingPower.undelegate(), each);
  });

  /** Votes, for less than a voter in as many polls as can be pays; what the voter itself counts. */
  async function vote(position: "For" | "Against", voter: KeyringPair): Promise<bigint> {
    const tx = api.tx.openClaw.vote(made.id, position, null, null);
    const outcome = await succeedsForLess(api, tx, voter);
    assert.equal(eventsNamed(outcome, "openClaw.Voted")[0]!["position"], position);
    const stored = await api.query["openClaw"]!["votes"]!(made.id, voter.address);
    return BigInt((stored.toPrimitive() as { own: number | string }).own);
  }

  /** What the vote of an account weighs, with its delegators. */
  async function weight(voter: KeyringPair): Promise<bigint> {
    const found = (await votes(node, made.id)).find((each) => each.voter_id === voter.address);
    return BigInt(found!.voting_power);
  }
});
