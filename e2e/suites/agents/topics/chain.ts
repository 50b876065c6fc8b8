/** The chain that all topics share. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../../harness/chain/accounts.ts";
import { registering, ROLES } from "../../../harness/chain/agents.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { DAY, sealedBlock, sealedBlockAt, timeTravel } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import {
  fundedAccounts,
  included,
  moved,
  succeeds,
  type Inclusion,
  type Tx,
} from "../../../harness/chain/transactions.ts";
import { strategyOf, walletAddress, type Strategy } from "../../../harness/chain/wallets.ts";
import { rawSpec } from "../../../harness/network/spec.ts";
import { Node } from "../../../harness/node/node.ts";
import { after, assert, before } from "../../../harness/test.ts";

/** How many wallets vote. */
const VOTERS = 60;
/** What each of them has: it may freeze half of it. */
export const PURSE: bigint = 400n * AITBC;
/** Calls that go into one batch. */
const BATCH = 15;

/** A wallet that votes by strategy. */
export interface Voter {
  address: string;
  strategy: Strategy;
}

export let node: Node;
export let api: ApiPromise;
/** Owns the wallets that vote, and controls the agents that they are linked to. */
export let owner: KeyringPair;
/** These agents, one of each role. */
export const agents: KeyringPair[] = ROLES.map((role) => keyPair(`//agents//${role}`));
export let voters: Voter[];

before(async () => {
  const args = ["--chain", await rawSpec("development"), "--alice", "--sealing", "instant"];
  node = await Node.start({ name: "agents", args, metrics: true });
  api = await node.api();
  // From here on time goes by whole slots.
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
  [owner] = await fundedAccounts(api, "//agents//owner");
  for (const [index, role] of ROLES.entries()) {
    await succeeds(api, await registering(api, agents[index]!, owner, role), owner);
  }
  voters = Array.from({ length: VOTERS }, (_, index) => voter(index));
  await inBatches(
    owner,
    voters.map((_, index) => creating(index)),
  );
  await inBatches(
    faucet,
    voters.map(({ address }) => api.tx.balances.transferKeepAlive(address, PURSE)),
  );
  await inBatches(
    owner,
    voters.map(({ address, strategy }) => api.tx.agentWallet.setStrategy(address, strategy)),
  );
  // What they have counts in full a week later, on every network.
  await sealedBlockAt(node, (await now(api)) + 8 * DAY);
});
after(() => node?.stop());

/** The strategy of its role, which has an opinion on parameters, trading and policies whatever the role. */
function voter(index: number): Voter {
  const role = ROLES[index % ROLES.length]!;
  const { preferences, ...others } = strategyOf(role);
  const opinions = { parameterChange: 150, agentTrading: 100, policyChange: index < 30 ? 90 : 140 };
  return {
    address: walletAddress(owner.address, index),
    strategy: { ...others, preferences: { ...opinions, ...preferences } },
  };
}

function creating(index: number): Tx {
  return api.tx.agentWallet.create(index, agents[index % agents.length]!.address, null);
}

/** Makes calls, some at a time. */
export async function inBatches(signer: KeyringPair, calls: Tx[]): Promise<void> {
  for (let from = 0; from < calls.length; from += BATCH) {
    await succeeds(api, api.tx.utility.batchAll(calls.slice(from, from + BATCH)), signer);
  }
}

/** It fails with this error, and has changed nothing: its signer has paid the fee, and has as much on hold. */
export async function refused(tx: Tx, who: KeyringPair, error: string): Promise<Inclusion> {
  const held = await onHold(who.address);
  const outcome = await included(api, tx, who);
  assert.equal(outcome.error, error, tx.method.toString());
  assert.equal(await moved(api, who.address, outcome), -outcome.fee, error);
  assert.equal(await onHold(who.address), held, error);
  // What the hook votes is told with the first transaction.
  const ours = outcome.events.filter(({ name }) => /^agents?(Wallet)?\.(?!AutoVote)/.test(name));
  assert.deepEqual(ours, [], error);
  return outcome;
}

/** What an account has on hold, in units. */
export async function onHold(address: string): Promise<bigint> {
  return (await api.query.system.account(address)).data.reserved.toBigInt();
}
