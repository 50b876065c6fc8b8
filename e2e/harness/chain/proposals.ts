/** Proposals of OpenClaw: making them, voting on them, and bringing a sealed chain to their moments. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import type { Node } from "../node/node.ts";
import { keyPair, liquidity } from "./accounts.ts";
import type { Kind, Position, Wishes } from "./calls.ts";
import { proposal, type Proposal, type Status } from "./governance.ts";
import { sealedBlock, sealedBlockAt, timeOf } from "./time.ts";
import { eventsNamed, succeeds, type Inclusion, type Tx } from "./transactions.ts";

/** Whose tokens count 5 % of all each on test networks: one alone meets 4 %, two at most 10 %. */
export const WHALES: KeyringPair[] = [keyPair("//One"), keyPair("//Two"), liquidity];

/** Upper bound of what `advance` may spend on calls. */
export const ADVANCE_LIMIT = { refTime: 100_000_000_000n, proofSize: 500_000n };

/** What the event of a new proposal says; times in milliseconds since 1970. */
export interface Made {
  id: number;
  /** The block in which it was made. */
  block: string;
  /** When it was made. */
  at: number;
  votingFrom: number;
  ends: number;
  base: bigint;
  /** The quorum that holds, in billionths. */
  quorum: number;
  bond: bigint;
  /** What the proposer paid for the transaction. */
  fee: bigint;
}

export interface Texts {
  title?: string;
  description?: string;
  link?: string;
  category?: string;
}

const TEXTS: Required<Texts> = {
  title: "What a test proposes",
  description: "It is proposed so that a test can see what becomes of it in the end.",
  link: "",
  category: "Other",
};

/** The call that makes a proposal. */
export function proposing(
  api: ApiPromise,
  kind: Kind,
  calls: Tx[],
  wishes: Wishes = {},
  texts: Texts = {},
): Tx {
  const { title, description, link, category } = { ...TEXTS, ...texts };
  return api.tx.openClaw.propose(kind, title, description, link, category, calls, wishes);
}

/** Makes a proposal. */
export async function makeProposal(
  api: ApiPromise,
  kind: Kind,
  calls: Tx[],
  proposer: KeyringPair,
  wishes: Wishes = {},
  texts: Texts = {},
): Promise<Made> {
  return madeBy(await succeeds(api, proposing(api, kind, calls, wishes, texts), proposer));
}

/** What was made by a transaction. */
export function madeBy(outcome: Inclusion): Made {
  const [event] = eventsNamed(outcome, "openClaw.Proposed");
  if (event === undefined) throw new Error("no proposal was made");
  return {
    id: Number(event["proposal"]),
    block: outcome.block,
    at: Number(event["at"]),
    votingFrom: Number(event["votingFrom"]),
    ends: Number(event["ends"]),
    base: BigInt(event["base"]!),
    quorum: Number(event["quorum"]),
    bond: BigInt(event["bond"]!),
    fee: outcome.fee,
  };
}

/** Lets all of `voters` say the same to a proposal, with all they have. */
export async function voteAll(
  api: ApiPromise,
  id: number,
  position: Position,
  voters: KeyringPair[],
): Promise<void> {
  const vote = () => api.tx.openClaw.vote(id, position, null, null);
  await Promise.all(voters.map((voter) => succeeds(api, vote(), voter)));
}

/** Lets members of the council approve a proposal. */
export async function approveAll(
  api: ApiPromise,
  id: number,
  members: KeyringPair[],
): Promise<void> {
  const approve = () => api.tx.openClaw.approve(id);
  await Promise.all(members.map((member) => succeeds(api, approve(), member)));
}

/** The time of the best block. */
export async function now(api: ApiPromise): Promise<number> {
  return timeOf(api, (await api.rpc.chain.getBlockHash()).toHex());
}

/**
 * Brings a sealed chain to `when`, in milliseconds since 1970 or ISO 8601, and lets it do what is due then:
 * the first block there may begin a session, in which hooks do nothing, and the next does one thing for each
 * proposal.
 */
export async function bringTo(node: Node, when: number | string): Promise<void> {
  const moment = typeof when === "number" ? when : Date.parse(when);
  if (moment > (await now(await node.api()))) await sealedBlockAt(node, moment);
  await sealedBlock(node);
  await sealedBlock(node);
}

/** Brings a sealed chain to the moment from which on one can vote on a proposal. */
export async function bringToVoting(node: Node, made: Made): Promise<void> {
  if (made.votingFrom > (await now(await node.api()))) {
    await sealedBlockAt(node, made.votingFrom);
  }
}

/** Brings a sealed chain past the end of a vote; the proposal then. */
export async function bringPastVote(node: Node, id: number): Promise<Proposal> {
  await bringTo(node, (await proposal(node, id)).voting_deadline);
  return proposal(node, id);
}

/** Brings a sealed chain to the enactment of a proposal that has passed; the proposal then. */
export async function bringToEnactment(node: Node, id: number): Promise<Proposal> {
  const { eta, status } = await proposal(node, id);
  if (eta === null) throw new Error(`proposal ${id} is ${status} and cannot be enacted`);
  await bringTo(node, eta);
  return proposal(node, id);
}

/** Throws unless a proposal is where it is expected to be. */
export async function requireStatus(node: Node, id: number, status: Status): Promise<Proposal> {
  const found = await proposal(node, id);
  if (found.status === status) return found;
  throw new Error(`proposal ${id} is ${found.status}, not ${status}: ${JSON.stringify(found)}`);
}

/**
 * Lets a proposal be voted through on a sealed chain by {@link WHALES}, approved by `members` and enacted; the
 * proposal then. Throws unless its calls were made.
 */
export async function enact(
  node: Node,
  made: Made,
  members: KeyringPair[] = [],
): Promise<Proposal> {
  const api = await node.api();
  await bringToVoting(node, made);
  await voteAll(api, made.id, "For", WHALES);
  await approveAll(api, made.id, members);
  await bringPastVote(node, made.id);
  await bringToEnactment(node, made.id);
  return requireStatus(node, made.id, "executed");
}
