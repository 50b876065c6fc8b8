/** Signs calls and reads state from the command line; see scripts/client.sh. */

import { parseArgs } from "node:util";
import type { ApiPromise } from "@polkadot/api";
import { parse } from "lossless-json";

import { AITBC, DECIMALS, SYMBOL } from "../harness/chain/token.ts";
import { finalisedNumber, included, type Tx } from "../harness/chain/transactions.ts";
import { connect } from "../harness/clients/connect.ts";
import { accountIn } from "../harness/clients/secret.ts";

/** Seconds in which a block becomes final as long as finality works. */
const FINALITY_SECONDS = 60;

interface Options {
  url: string;
  secret?: string;
}

/** How a number begins that is less than nothing; to `parseArgs` it would be an option. */
const NEGATIVE = /^-[\d.]/;
/** What the pool and the node say when a nonce belongs to another transaction. */
const NONCE_TAKEN = /Transaction is outdated|Priority is too low|became Usurped/;

function say(message: string): void {
  console.error(`==> ${message}`);
}

function requireNotNegative(text: string): void {
  if (NEGATIVE.test(text))
    throw new Error(`${text} is negative; amounts and numbers are 0 or more`);
}

/** Amounts may be given in whole tokens, everything compound as JSON. */
function argument(text: string): unknown {
  const amount = new RegExp(`^(\\d+)(?:\\.(\\d{1,${DECIMALS}}))?${SYMBOL}$`).exec(text);
  if (amount !== null) {
    const [, whole, fraction = ""] = amount;
    return BigInt(whole!) * AITBC + BigInt(fraction.padEnd(DECIMALS, "0"));
  }
  if (!/^[[{"]/.test(text)) return text;
  try {
    return parse(text, undefined, number);
  } catch (error) {
    throw new Error(`${text} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** A number of JSON; what is too large for a number of JavaScript keeps all its digits. */
function number(text: string): number | bigint {
  requireNotNegative(text);
  const rounded = Number(text);
  return Number.isInteger(rounded) && !Number.isSafeInteger(rounded) ? BigInt(text) : rounded;
}

/** An argument of a call; `null` leaves out what may be left out. */
function callArgument(text: string, { name, type }: Parameter): unknown {
  if (text !== "null") return argument(text);
  if (String(type).startsWith("Option<")) return null;
  throw new Error(`${name} (${type}) cannot be left out, so it cannot be null`);
}

/** What `PALLET.NAME` stands for in `pallets`; throws with what there is instead. */
function find<Item>(pallets: Record<string, Record<string, Item>>, path: string): Item {
  const [pallet = "", name = ""] = path.split(".");
  const items = pallets[pallet];
  const item = items?.[name];
  if (item !== undefined) return item;
  const names = Object.keys(items ?? pallets).filter((key) => !key.startsWith("$"));
  const what = items === undefined ? `pallet '${pallet}'` : `'${name}' in ${pallet}`;
  throw new Error(`there is no ${what}; there are: ${names.join(", ")}`);
}

interface Parameter {
  name: { toString(): string };
  type: { toString(): string };
}

interface Parameters {
  meta: { args: Parameter[] };
}

function requireCount(path: string, { meta }: Parameters, given: string[]): void {
  if (meta.args.length === given.length) return;
  const wanted =
    meta.args.map(({ name, type }) => `${name} (${type})`).join(", ") || "no arguments";
  throw new Error(`${path} takes ${wanted}, not ${given.length} arguments`);
}

function describe(api: ApiPromise, error: string): string {
  const [pallet, name] = error.split(".");
  const { meta } = api.errors[pallet!]?.[name!] ?? {};
  const explanation = meta?.docs.map(String).join(" ").trim();
  return explanation ? `${error}: ${explanation}` : error;
}

async function call(
  api: ApiPromise,
  path: string,
  given: string[],
  secret: string | undefined,
): Promise<void> {
  const make = find(api.tx as unknown as Record<string, Record<string, Make>>, path);
  requireCount(path, make, given);
  if (secret === undefined) {
    throw new Error("whose call? name a file with a secret: --secret FILE");
  }
  const signer = accountIn(secret);
  const tx = make(...given.map((text, index) => callArgument(text, make.meta.args[index]!)));
  say(`${signer.address} calls ${path}`);
  const outcome = await included(api, tx, signer).catch((error: Error) => {
    throw NONCE_TAKEN.test(error.message) ? nonceTaken(signer.address, error) : error;
  });
  if (outcome.error !== undefined) {
    throw new Error(`${path} failed with ${describe(api, outcome.error)}`);
  }
  if (outcome.innerErrors.length > 0) {
    const errors = outcome.innerErrors.map((error) => describe(api, error)).join("; ");
    throw new Error(`${path} was carried out, but what it should do failed with ${errors}`);
  }
  const number = (await api.rpc.chain.getHeader(outcome.block)).number.toNumber();
  say(`it is in block ${number}; waiting until that is final`);
  await finalisedNumber(api, number, FINALITY_SECONDS);
  const final = (await api.rpc.chain.getBlockHash(number)).toHex();
  if (final !== outcome.block) throw new Error(`block ${number} was replaced; look and try again`);
  say(`final in ${final}, for a fee of ${Number(outcome.fee) / Number(AITBC)} ${SYMBOL}`);
}

function nonceTaken(address: string, cause: Error): Error {
  const message =
    `another client has used the nonce of this transaction of ${address} meanwhile, ` +
    "so this one is not carried out; look what the other has done, and try again";
  return new Error(message, { cause });
}

type Make = ((...parameters: unknown[]) => Tx) & Parameters;

async function query(api: ApiPromise, path: string, keys: string[]): Promise<void> {
  type Read = (...keys: unknown[]) => Promise<{ toPrimitive(): unknown }>;
  const read = find(api.query as unknown as Record<string, Record<string, Read>>, path);
  console.log(JSON.stringify((await read(...keys.map(argument))).toPrimitive(), undefined, 2));
}

async function main(args: string[]): Promise<void> {
  args.forEach(requireNotNegative);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: "string", default: "ws://127.0.0.1:9944" },
      secret: { type: "string" },
    },
  });
  const { url, secret }: Options = values;
  const [command, path = "", ...given] = positionals;
  const api = await connect(url);
  await (command === "call" ? call(api, path, given, secret) : query(api, path, given));
}

try {
  await main(process.argv.slice(2));
  process.exit();
} catch (error) {
  // polkadot.js names all types on the way to what it could not read.
  console.error(`error: ${(error as Error).message.split(":: ").at(-1)}`);
  process.exit(1);
}
