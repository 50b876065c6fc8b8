/** What the council of a test network decides. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "./accounts.ts";
import { eventsNamed, succeeds, type Tx } from "./transactions.ts";

/** The council in the presets of development and test networks. */
export const COUNCIL = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve"].map(keyPair);

/** Seats whose agreement decides. */
export const MAJORITY = 3;
/** Seats whose agreement is Root while the bootstrap lasts. */
export const BOOTSTRAP_MAJORITY = 4;
/** Upper bound of what a motion may use. */
const LIMIT = { refTime: 100_000_000_000n, proofSize: 1_000_000n };

/** A call on which the council votes. */
export interface Motion {
  /** Hash of the call. */
  hash: string;
  index: number;
}

/** Proposes that `call` be carried out once `threshold` members agree. Nobody has agreed by that. */
export async function propose(
  api: ApiPromise,
  call: Tx,
  threshold: number,
  member: KeyringPair,
): Promise<Motion> {
  const { propose } = api.tx.council;
  const proposal = propose(threshold, call, call.method.encodedLength);
  const outcome = await succeeds(api, proposal, member);
  const { proposalHash, proposalIndex } = eventsNamed(outcome, "council.Proposed")[0]!;
  return { hash: proposalHash!, index: Number(proposalIndex) };
}

/** Lets a member agree to a motion. */
export async function agree(
  api: ApiPromise,
  { hash, index }: Motion,
  member: KeyringPair,
): Promise<void> {
  await succeeds(api, api.tx.council.vote(hash, index, true), member);
}

/**
 * Ends a motion that is decided, and has its deposit given back; how its call ended, or the call that this
 * dispatched as Root: `ok` or the name of the error.
 */
export async function close(
  api: ApiPromise,
  { hash, index }: Motion,
  call: Tx,
  signer: KeyringPair,
): Promise<string> {
  const { close, releaseProposalCost } = api.tx.council;
  const closed = await succeeds(api, close(hash, index, LIMIT, call.method.encodedLength), signer);
  await succeeds(api, releaseProposalCost(hash), signer);
  const result = eventsNamed(closed, "council.Executed")[0]?.["result"];
  if (result === undefined) throw new Error("the council did not carry out the motion");
  return closed.innerErrors[0] ?? result;
}

/** Lets `members` propose, agree to and carry out `call`; how it ended: `ok` or the name of the error. */
export async function motion(api: ApiPromise, call: Tx, members: KeyringPair[]): Promise<string> {
  const chair = members[0]!;
  const proposed = await propose(api, call, members.length, chair);
  await Promise.all(members.map((member) => agree(api, proposed, member)));
  return close(api, proposed, call, chair);
}

/** Lets the council dispatch `call` as Root, while the bootstrap lasts; throws when the call itself fails. */
export async function asRoot(api: ApiPromise, call: Tx): Promise<void> {
  const dispatch = api.tx.openClaw.bootstrapDispatch(call);
  const result = await motion(api, dispatch, COUNCIL.slice(0, BOOTSTRAP_MAJORITY));
  if (result !== "ok") throw new Error(`what the council dispatched as Root ended with ${result}`);
}
