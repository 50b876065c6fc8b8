/** Signs calls and reads state from the command line; see scripts/client.sh. */

import { parseArgs } from "node:util";
import type { ApiPromise } from "@polkadot/api";

import { finalisedNumber, included, type Tx } from "./harness/chain.ts";
import { connect } from "./harness/connect.ts";
import { accountIn } from "./harness/secret.ts";
import { AITBC, DECIMALS, SYMBOL } from "./harness/token.ts";

/** Seconds in which a block becomes final as long as finality works. */
const FINALITY_SECONDS = 60;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "ws://127.0.0.1:9944" },
    secret: { type: "string" },
  },
});

function say(message: string): void {
  console.error(`==> ${message}`);
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
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${text} is not JSON`, { cause: error });
  }
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

interface Parameters {
  meta: { args: { name: { toString(): string }; type: { toString(): string } }[] };
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

async function call(api: ApiPromise, path: string, given: string[]): Promise<void> {
  const make = find(api.tx as unknown as Record<string, Record<string, Make>>, path);
  requireCount(path, make, given);
  if (options.secret === undefined) {
    throw new Error("whose call? name a file with a secret: --secret FILE");
  }
  const signer = accountIn(options.secret);
  say(`${signer.address} calls ${path}`);
  const outcome = await included(api, make(...given.map(argument)), signer);
  if (outcome.error !== undefined) {
    throw new Error(`${path} failed with ${describe(api, outcome.error)}`);
  }
  const number = (await api.rpc.chain.getHeader(outcome.block)).number.toNumber();
  say(`it is in block ${number}; waiting until that is final`);
  await finalisedNumber(api, number, FINALITY_SECONDS);
  const final = (await api.rpc.chain.getBlockHash(number)).toHex();
  if (final !== outcome.block) throw new Error(`block ${number} was replaced; look and try again`);
  say(`final in ${final}, for a fee of ${Number(outcome.fee) / Number(AITBC)} ${SYMBOL}`);
}

type Make = ((...parameters: unknown[]) => Tx) & Parameters;

async function query(api: ApiPromise, path: string, keys: string[]): Promise<void> {
  type Read = (...keys: unknown[]) => Promise<{ toPrimitive(): unknown }>;
  const read = find(api.query as unknown as Record<string, Record<string, Read>>, path);
  console.log(JSON.stringify((await read(...keys.map(argument))).toPrimitive(), undefined, 2));
}

try {
  const [command, path = "", ...given] = positionals;
  const api = await connect(options.url);
  await (command === "call" ? call(api, path, given) : query(api, path, given));
  process.exit();
} catch (error) {
  // polkadot.js names all types on the way to what it could not read.
  console.error(`error: ${(error as Error).message.split(":: ").at(-1)}`);
  process.exit(1);
}
