/** Transactions and state through polkadot.js. */

import "@polkadot/api-augment";
import "./calls.ts";
import type { ApiPromise } from "@polkadot/api";
import type { SignerOptions, SubmittableExtrinsic } from "@polkadot/api/types";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { DispatchError, Event, Header } from "@polkadot/types/interfaces";
import type { Codec, ISubmittableResult, SignatureOptions, TypeDef } from "@polkadot/types/types";
import { Result } from "@polkadot/types-codec";
import type { HexString } from "@polkadot/util/types";

import { within } from "../deadline.ts";
import { faucet, keyPair } from "./accounts.ts";
import { AITBC } from "./token.ts";

/** Seconds until a valid transaction must be in a block. */
const INCLUSION_SECONDS = 30;
/** What polkadot.js calls the type of an error of a call. */
const DISPATCH_ERROR = "SpRuntimeDispatchError";
/** What a test account starts with. */
export const ENDOWMENT = 1_000n * AITBC;

export type Tx = SubmittableExtrinsic<"promise">;

/** An event by name (`balances.Transfer`) with its fields as text; results are `ok` or an error's name. */
export interface NamedEvent {
  name: string;
  data: Record<string, string>;
}

/** What became of a transaction in its block. */
export interface Inclusion {
  block: string;
  parent: string;
  /** Its position in the block. */
  index: number;
  events: NamedEvent[];
  /** What the signer paid, in units. */
  fee: bigint;
  /** `pallet.Error` when its call failed. */
  error: string | undefined;
  /** The errors of calls that failed inside of one that did not: of a batch, a proxy, a motion. */
  innerErrors: string[];
}

/** Signs `tx` and waits until it is in a block, whether its call succeeds or not. */
export async function included(
  api: ApiPromise,
  tx: Tx,
  signer: KeyringPair,
  options: Partial<SignerOptions> = {},
): Promise<Inclusion> {
  let unsubscribe: (() => void) | undefined;
  let status = "not sent";
  const result = new Promise<ISubmittableResult>((resolve, reject) => {
    tx.signAndSend(signer, { nonce: -1, ...options }, (update) => {
      status = update.status.type;
      // Where blocks are final at once, this may be the only news of it.
      if (update.status.isInBlock || update.status.isFinalized) resolve(update);
      else if (update.isError) reject(new Error(`${name(tx)} became ${status}`));
    }).then((stop) => (unsubscribe = stop), reject);
  });
  try {
    const what = `${name(tx)} of ${signer.address} to be in a block`;
    const settled = await within(INCLUSION_SECONDS, what, result, () => status);
    return await inclusion(api, settled);
  } finally {
    unsubscribe?.();
  }
}

async function inclusion(api: ApiPromise, result: ISubmittableResult): Promise<Inclusion> {
  const { status } = result;
  const block = (status.isInBlock ? status.asInBlock : status.asFinalized).toHex();
  const header = await api.rpc.chain.getHeader(block);
  const events = result.events.map(({ event }) => namedEvent(api, event));
  const innerErrors = result.events.flatMap(({ event }) => toldErrors(api, event));
  const paid = events.find((event) => event.name === "transactionPayment.TransactionFeePaid");
  return {
    block,
    parent: header.parentHash.toHex(),
    index: result.txIndex ?? -1,
    events,
    fee: BigInt(paid?.data["actualFee"] ?? 0),
    error: result.dispatchError && errorName(api, result.dispatchError),
    innerErrors,
  };
}

/**
 * Events whose errors are no news: of the call as a whole, and of one for whose failure the caller
 * has named another.
 */
const EXPECTED_ERRORS = ["system.ExtrinsicFailed", "utility.IfElseFallbackCalled"];

/** The errors that an event tells of, whichever pallet's it is. */
function toldErrors(api: ApiPromise, event: Event): string[] {
  if (EXPECTED_ERRORS.includes(eventName(event))) return [];
  return event.data.flatMap((value, index) => {
    const error = errorIn(value, event.data.typeDef[index]!);
    return error === undefined ? [] : [errorName(api, error)];
  });
}

/** The error in a field of an event: the field itself, or a result that is not `ok`. */
function errorIn(value: Codec, type: TypeDef): DispatchError | undefined {
  if (value instanceof Result) return value.isErr ? (value.asErr as DispatchError) : undefined;
  return type.lookupName === DISPATCH_ERROR ? (value as DispatchError) : undefined;
}

/** Like {@link included}, and throws when the call fails. */
export async function succeeds(
  api: ApiPromise,
  tx: Tx,
  signer: KeyringPair,
  options: Partial<SignerOptions> = {},
): Promise<Inclusion> {
  const outcome = await included(api, tx, signer, options);
  if (outcome.error !== undefined) throw new Error(`${name(tx)} failed with ${outcome.error}`);
  return outcome;
}

/** Like {@link succeeds}, of a call that did less than it might: a part of the quoted fee comes back. */
export async function succeedsForLess(
  api: ApiPromise,
  tx: Tx,
  signer: KeyringPair,
): Promise<Inclusion> {
  const { partialFee } = await tx.paymentInfo(signer.address);
  const outcome = await succeeds(api, tx, signer);
  const paid = `${name(tx)} paid ${outcome.fee} of ${partialFee.toBigInt()}`;
  if (outcome.fee >= (9n * partialFee.toBigInt()) / 10n) throw new Error(paid);
  return outcome;
}

/** `balances.InsufficientBalance`, `token.FundsUnavailable`, `badOrigin`, ... */
export function errorName(api: ApiPromise, error: DispatchError): string {
  if (error.isModule) {
    const { section, name } = api.registry.findMetaError(error.asModule);
    return `${section}.${name}`;
  }
  return error.isToken ? `token.${error.asToken.type}` : error.type;
}

/** An event of polkadot.js with its name and its fields as text. */
export function namedEvent(api: ApiPromise, event: Event): NamedEvent {
  const names = event.data.names ?? event.data.map((_, index) => String(index));
  const values = event.data.map((value, index) => asText(api, value, event.data.typeDef[index]!));
  return {
    name: eventName(event),
    data: Object.fromEntries(names.map((key, index) => [key, values[index] ?? ""])),
  };
}

function asText(api: ApiPromise, value: Codec, type: TypeDef): string {
  const error = errorIn(value, type);
  if (error !== undefined) return errorName(api, error);
  return value instanceof Result ? "ok" : value.toString();
}

function eventName(event: Event): string {
  return `${event.section}.${event.method}`;
}

function name(tx: Tx): string {
  return `${tx.method.section}.${tx.method.method}`;
}

/** The events of that name. */
export function eventsNamed(outcome: Inclusion, wanted: string): Record<string, string>[] {
  return outcome.events.filter((event) => event.name === wanted).map((event) => event.data);
}

/** Free balance in units, in the state of block `at` or of the best block. */
export async function freeBalance(api: ApiPromise, address: string, at?: string): Promise<bigint> {
  const state = at === undefined ? api : await api.at(at);
  return (await state.query.system.account(address)).data.free.toBigInt();
}

/** How much more `address` had after the block of a transaction than before it, in units. */
export async function moved(
  api: ApiPromise,
  address: string,
  { block, parent }: Inclusion,
): Promise<bigint> {
  return (await freeBalance(api, address, block)) - (await freeBalance(api, address, parent));
}

let funding: Promise<unknown> = Promise.resolve();

/** The accounts of these secret URIs, each given 1 000 AITBC by the faucet in one transaction. */
export async function fundedAccounts<Uris extends string[]>(
  api: ApiPromise,
  ...uris: Uris
): Promise<{ [Index in keyof Uris]: KeyringPair }> {
  const accounts = uris.map(keyPair);
  const gifts = accounts.map(({ address }) =>
    api.tx.balances.transferKeepAlive(address, ENDOWMENT),
  );
  const turn = funding.then(() => succeeds(api, api.tx.utility.batchAll(gifts), faucet));
  funding = turn.catch(() => undefined);
  await turn;
  return accounts as { [Index in keyof Uris]: KeyringPair };
}

/** The first finalised header from now on for which `wanted` holds. */
export async function finalised(
  api: ApiPromise,
  what: string,
  seconds: number,
  wanted: (header: Header) => boolean | Promise<boolean>,
): Promise<Header> {
  let unsubscribe: (() => void) | undefined;
  let last = "no block";
  const found = new Promise<Header>((resolve, reject) => {
    api.rpc.chain
      .subscribeFinalizedHeads(async (header) => {
        last = `block ${header.number.toNumber()}`;
        try {
          if (await wanted(header)) resolve(header);
        } catch (error) {
          reject(error);
        }
      })
      .then((stop) => (unsubscribe = stop), reject);
  });
  try {
    return await within(seconds, what, found, () => `${last} finalised`);
  } finally {
    unsubscribe?.();
  }
}

/** Waits until block `number` or a later one is finalised. */
export function finalisedNumber(api: ApiPromise, number: number, seconds: number): Promise<Header> {
  return finalised(
    api,
    `block ${number} to be finalised`,
    seconds,
    (header) => header.number.toNumber() >= number,
  );
}

/** A transaction signed by `signer`, as bytes; `changes` replace what it would truthfully declare. */
export async function signedBytes(
  api: ApiPromise,
  tx: Tx,
  signer: KeyringPair,
  changes: Partial<SignatureOptions> = {},
): Promise<HexString> {
  const nonce = await api.rpc.system.accountNextIndex(signer.address);
  const { genesisHash, runtimeVersion } = api;
  tx.sign(signer, { nonce, genesisHash, runtimeVersion, blockHash: genesisHash, ...changes });
  return tx.toHex();
}
