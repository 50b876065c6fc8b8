/** The steps of an upgrade: the council authorises code, anybody applies it, the chain migrates. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { EventRecord } from "@polkadot/types/interfaces";
import { u8aToHex } from "@polkadot/util";
import { blake2AsHex } from "@polkadot/util-crypto";

import { until } from "../deadline.ts";
import { agree, BOOTSTRAP_MAJORITY, close, propose, type Motion } from "./council.ts";
import { finalisedNumber, type Tx } from "./transactions.ts";

/** Seconds in which polkadot.js has read the metadata of a runtime. */
const METADATA_SECONDS = 30;
/** Seconds in which a block becomes final as long as finality works. */
const FINALITY_SECONDS = 60;
/** Seconds until the pool's only transaction that matters is in a block. */
const INCLUSION_SECONDS = 60;

/** The chain after some block. */
type State = Pick<ApiPromise, "query">;

/** Told about each step. */
type Progress = (message: string) => void;

/** The hash by which the chain knows code. */
export function codeHash(code: Uint8Array): string {
  return blake2AsHex(code, 256);
}

/** Whether the chain would take this code now. */
export async function isAuthorised(api: State, code: Uint8Array): Promise<boolean> {
  const authorisation = await api.query.system.authorizedUpgrade();
  return authorisation.isSome && authorisation.unwrap().codeHash.toHex() === codeHash(code);
}

/** The call that the council carries out to authorise code. */
export function authorisation(api: ApiPromise, hash: string): Tx {
  return api.tx.openClaw.bootstrapDispatch(api.tx.system.authorizeUpgrade(hash));
}

/**
 * Lets `members` agree that the code may be applied, after those who have agreed before. How many
 * agreements are missing; with none missing, the code is authorised.
 */
export async function authorised(
  api: ApiPromise,
  code: Uint8Array,
  members: KeyringPair[],
  progress: Progress,
): Promise<number> {
  await requireMembers(api, members);
  const call = authorisation(api, codeHash(code));
  const motion = await openMotion(api, call, members, progress);

  const before = await ayes(api, motion);
  const willing = members.filter(({ address }) => !before.includes(address));
  await Promise.all(willing.map((member) => agree(api, motion, member)));
  const agreeing = new Set([...before, ...willing.map(({ address }) => address)]);
  const count = await final(api, "all agreements to be final", async (state) => {
    const { length } = (await votes(state, motion.hash))?.ayes ?? [];
    return length >= agreeing.size ? length : undefined;
  });
  progress(
    `${count} of ${BOOTSTRAP_MAJORITY} members agree to motion ${motion.index}, ${motion.hash}`,
  );
  if (count < BOOTSTRAP_MAJORITY) return BOOTSTRAP_MAJORITY - count;

  const result = await close(api, motion, call, members[0]!);
  if (result !== "ok") throw new Error(`the council's motion ended with ${result}`);
  await final(api, "the code to be authorised", async (state) =>
    (await isAuthorised(state, code)) ? true : undefined,
  );
  progress(`the council has authorised ${codeHash(code)}`);
  return 0;
}

async function requireMembers(api: ApiPromise, given: KeyringPair[]): Promise<void> {
  const members = (await api.query.council.members()).map(String);
  if (given.length === 0) throw new Error("no council member agrees without a secret");
  for (const { address } of given) {
    if (members.includes(address)) continue;
    throw new Error(`${address} has no seat in the council; those who have: ${members.join(", ")}`);
  }
}

/** The motion about `call`; a new one unless somebody has proposed it. */
async function openMotion(
  api: ApiPromise,
  call: Tx,
  [chair]: KeyringPair[],
  progress: Progress,
): Promise<Motion> {
  const hash = call.method.hash.toHex();
  const voting = await votes(api, hash);
  if (voting === undefined) {
    progress("proposing to the council");
    await propose(api, call, BOOTSTRAP_MAJORITY, chair!);
    return final(api, "the motion to be final", async (state) => {
      const found = await votes(state, hash);
      return found && { hash, index: found.index };
    });
  }
  if (voting.threshold < BOOTSTRAP_MAJORITY) {
    throw new Error(
      `motion ${voting.index} about this code asks for ${voting.threshold} votes only`,
    );
  }
  progress(`motion ${voting.index} has been proposed before`);
  return { hash, index: voting.index };
}

/** What is found in the state of the last final block, once there is something: a fork may take back what is not final. */
function final<T>(
  api: ApiPromise,
  what: string,
  find: (state: State) => Promise<T | undefined>,
): Promise<T> {
  return until(FINALITY_SECONDS, what, async () =>
    find(await api.at(await api.rpc.chain.getFinalizedHead())),
  );
}

interface Votes {
  index: number;
  threshold: number;
  ayes: string[];
}

async function votes(api: State, hash: string): Promise<Votes | undefined> {
  const voting = await api.query.council.voting(hash);
  return (voting.toPrimitive() as Votes | null) ?? undefined;
}

async function ayes(api: ApiPromise, { hash }: Motion): Promise<string[]> {
  return (await votes(api, hash))?.ayes ?? [];
}

/**
 * Applies authorised code, without an account; the number of the block it is in. Throws when the
 * node refuses it or the runtime rejects it.
 */
export async function applied(
  api: ApiPromise,
  code: Uint8Array,
  progress: Progress,
): Promise<number> {
  progress("applying the code");
  const before = (await api.rpc.chain.getHeader()).number.toNumber();
  await api.rpc.author.submitExtrinsic(api.tx.system.applyAuthorizedUpgrade(u8aToHex(code)));
  await until(INCLUSION_SECONDS, "the code to be in a block", async () =>
    (await isAuthorised(api, code)) ? undefined : true,
  );
  for (let number = before + 1; ; number += 1) {
    await finalisedNumber(api, number, FINALITY_SECONDS);
    const events = await eventsOf(api, number);
    const rejected = events.find(({ event }) =>
      api.events.system.RejectedInvalidAuthorizedUpgrade.is(event),
    );
    if (rejected !== undefined) {
      throw new Error(`the runtime rejected the code: ${rejected.event.data.toString()}`);
    }
    if (events.some(({ event }) => api.events.system.CodeUpdated.is(event))) {
      progress(`block ${number} has the new code`);
      return number;
    }
  }
}

/** Waits until the migrations that follow the upgrade in block `applied` are done and final. */
export async function migrated(
  api: ApiPromise,
  applied: number,
  progress: Progress,
): Promise<void> {
  for (let number = applied + 1; ; number += 1) {
    await finalisedNumber(api, number, FINALITY_SECONDS);
    const events = (await eventsOf(api, number)).map(({ event }) => event);
    const migrations = events.filter(({ section }) => section === "multiBlockMigrations");
    for (const { method, data } of migrations) progress(`block ${number}: ${method} ${data}`);

    const methods = migrations.map(({ method }) => method);
    if (methods.includes("UpgradeFailed")) {
      throw new Error(
        "a migration failed, the chain is in safe mode: docs/runtime-upgrade.md says what to do",
      );
    }
    const idle = number === applied + 1 && !methods.includes("UpgradeStarted");
    if (idle || methods.includes("UpgradeCompleted")) {
      const { specVersion } = await api.rpc.state.getRuntimeVersion();
      progress(`the network runs spec version ${specVersion} since block ${applied + 1}`);
      return;
    }
  }
}

/** The events of a block, also while polkadot.js takes over the metadata of the next runtime and reads nothing. */
function eventsOf(api: ApiPromise, number: number): Promise<EventRecord[]> {
  return until(METADATA_SECONDS, `the events of block ${number}`, async () => {
    const state = await api.at(await api.rpc.chain.getBlockHash(number));
    return state.query.system.events().catch(() => undefined);
  });
}
