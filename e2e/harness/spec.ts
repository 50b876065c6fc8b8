/** Chain specs: built-in ones, and variations of them. */

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LosslessNumber, parse, stringify } from "lossless-json";

import { nodeBinary, output } from "./binary.ts";
import type { Validator } from "./validators.ts";

const CACHE = fileURLToPath(new URL("../node_modules/.cache/chain-specs", import.meta.url));

/** A whole number of any size, as lossless-json keeps it. */
type Whole = LosslessNumber;

/** The part of a plain spec that tests change. Amounts exceed what a JavaScript number can hold. */
export interface PlainSpec {
  name: string;
  id: string;
  genesis: { runtimeGenesis: { patch: Genesis } };
}

interface Genesis {
  network: { slotDuration: Whole; parameters: Record<string, Whole | null> };
  balances: { balances: [account: string, units: Whole][] };
  staking: {
    validatorCount: Whole;
    stakers: [stash: string, controller: string, units: Whole, status: "Validator"][];
  };
  session: { keys: [account: string, validator: string, keys: Validator["sessionKeys"]][] };
}

/** The plain spec of a built-in chain, free to be changed. */
export async function plainSpec(chain: string): Promise<PlainSpec> {
  return parse(await output(["export-chain-spec", "--chain", chain])) as unknown as PlainSpec;
}

/** Writes the raw form of `spec` to `path`, beside its plain form. */
export async function writeRawSpec(spec: PlainSpec, path: string): Promise<void> {
  const plain = path.replace(/(\.raw)?\.json$/, ".plain.json");
  await writeFile(plain, stringify(spec, undefined, 2)!);
  await output(["export-chain-spec", "--chain", plain, "--raw", "--output", path]);
}

/**
 * Path of the raw spec of a built-in chain. A node starts seconds faster from it than from the
 * built-in form, whose genesis the runtime has to build first; so it is kept for the next test
 * process with the same binary.
 */
export async function rawSpec(chain: string): Promise<string> {
  const { size, mtimeMs } = await stat(nodeBinary());
  const path = join(CACHE, `${chain}-${size}-${Math.round(mtimeMs)}.raw.json`);
  if (!existsSync(path)) {
    await mkdir(CACHE, { recursive: true });
    const draft = join(await mkdtemp(join(CACHE, "draft-")), "spec.json");
    await output(["export-chain-spec", "--chain", chain, "--raw", "--output", draft]);
    await rename(draft, path);
    await rm(dirname(draft), { recursive: true });
  }
  return path;
}

/**
 * Makes these the validators of `spec`, in place of those it has. Each bonds as much as those did,
 * and `payer` pays for it, so no token is made or lost.
 */
export function setValidators(spec: PlainSpec, validators: Validator[], payer: string): void {
  const { staking, session, network } = spec.genesis.runtimeGenesis.patch;
  const bond = staking.stakers[0]![2];
  for (const { address } of validators) moveBalance(spec, payer, address, 2n * units(bond));

  staking.stakers = validators.map(({ address }) => [address, address, bond, "Validator"]);
  session.keys = validators.map(({ address, sessionKeys }) => [address, address, sessionKeys]);
  staking.validatorCount = atLeast(staking.validatorCount, validators.length);
  const length = network.parameters["sessionLength"] ?? whole(0);
  network.parameters["sessionLength"] = atLeast(length, 4 * validators.length);
}

/** Moves `amount` units of the genesis balance of `from` to `to`. */
export function moveBalance(spec: PlainSpec, from: string, to: string, amount: bigint): void {
  const { balances } = spec.genesis.runtimeGenesis.patch.balances;
  const payer = balances.find(([account]) => account === from);
  if (payer === undefined || units(payer[1]) < amount) {
    throw new Error(`${from} does not have ${amount} units at genesis`);
  }
  payer[1] = whole(units(payer[1]) - amount);
  const receiver = balances.find(([account]) => account === to);
  if (receiver === undefined) balances.push([to, whole(amount)]);
  else receiver[1] = whole(units(receiver[1]) + amount);
}

/** The sum of all genesis balances, in units. */
export function issuance(spec: PlainSpec): bigint {
  const { balances } = spec.genesis.runtimeGenesis.patch.balances;
  return balances.reduce((sum, [, balance]) => sum + units(balance), 0n);
}

function units(amount: Whole): bigint {
  return BigInt(amount.value);
}

function whole(amount: bigint | number): Whole {
  return new LosslessNumber(String(amount));
}

function atLeast(value: Whole, minimum: number): Whole {
  return units(value) < minimum ? whole(minimum) : value;
}
