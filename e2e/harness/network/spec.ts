/** Chain specs: built-in ones, and variations of them. */

import { createHash } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { LosslessNumber, parse, stringify } from "lossless-json";

import type { Domain } from "../chain/por.ts";
import { output } from "../node/binary.ts";
import { cached } from "../node/cache.ts";
import type { Validator } from "./validators.ts";

/** A whole number of any size, as lossless-json keeps it. */
type Whole = LosslessNumber;

/** The part of a plain spec that tests change. Amounts exceed what a JavaScript number can hold. */
export interface PlainSpec {
  name: string;
  id: string;
  chainType: "Development" | "Local" | "Live";
  genesis: { runtimeGenesis: { patch: Genesis } };
}

interface Genesis {
  chainSettings: { slotDuration: Whole; tempo: Whole; parameters: Record<string, Whole | null> };
  balances: { balances: [account: string, units: Whole][] };
  staking: {
    validatorCount: Whole;
    stakers: [stash: string, controller: string, units: Whole, status: "Validator"][];
  };
  session: { keys: [account: string, validator: string, keys: Validator["sessionKeys"]][] };
  reputation: { holders: Holder[] };
  vrfBeacon: { required: boolean };
}

/** Reputation at genesis, in whole REP. */
interface Holder {
  domain: Domain;
  account: string;
  free: Whole;
  encumbered: Whole;
}

/** The plain spec of a built-in chain, free to be changed. */
export async function plainSpec(chain: string): Promise<PlainSpec> {
  const path = await cached(`${chain}.plain.json`, async (file) => {
    await output(["export-chain-spec", "--chain", chain, "--output", file]);
  });
  return parse(await readFile(path, "utf8")) as unknown as PlainSpec;
}

/**
 * Path of the raw spec of a built-in chain. A node starts seconds faster from it than from the
 * built-in form, whose genesis the runtime has to build first.
 */
export function rawSpec(chain: string): Promise<string> {
  return cached(`${chain}.raw.json`, (file) => exportRaw(chain, file));
}

/** Writes the raw form of `spec` to `path`. */
export async function writeRawSpec(spec: PlainSpec, path: string): Promise<void> {
  const text = stringify(spec, undefined, 2)!;
  const hash = createHash("sha256").update(text).digest("hex");
  const raw = await cached(`${hash}.raw.json`, async (file) => {
    const plain = `${file}.plain.json`;
    await writeFile(plain, text);
    await exportRaw(plain, file);
  });
  await copyFile(raw, path);
}

async function exportRaw(chain: string, file: string): Promise<void> {
  await output(["export-chain-spec", "--chain", chain, "--raw", "--output", file]);
}

/**
 * Makes these the validators of `spec`, in place of those it has. Each bonds as much as those did,
 * and `payer` pays for it, so no token is made or lost. They share the reputation of those evenly.
 */
export function setValidators(spec: PlainSpec, validators: Validator[], payer: string): void {
  const { staking, session } = spec.genesis.runtimeGenesis.patch;
  const bond = staking.stakers[0]![2];
  for (const { address } of validators) moveBalance(spec, payer, address, 2n * units(bond));

  const all = blockReputation(spec);
  const part = all / BigInt(validators.length);
  const rest = all % BigInt(validators.length);
  setReputation(
    spec,
    validators.map(({ address }, index) => [address, index === 0 ? part + rest : part]),
  );
  staking.stakers = validators.map(({ address }) => [address, address, bond, "Validator"]);
  session.keys = validators.map(({ address, sessionKeys }) => [address, address, sessionKeys]);
  staking.validatorCount = atLeast(staking.validatorCount, validators.length);
}

/**
 * Gives reputation to these accounts and to nobody else, in whole REP: so much for blocks, which is
 * encumbered, and as much for governance, which is free.
 */
export function setReputation(spec: PlainSpec, parts: [account: string, rep: bigint][]): void {
  const none = whole(0);
  spec.genesis.runtimeGenesis.patch.reputation.holders = parts.flatMap(([account, part]) => [
    { domain: "block", account, free: none, encumbered: whole(part) },
    { domain: "governance", account, free: whole(part), encumbered: none },
  ]);
}

/** The reputation for blocks at genesis, in whole REP. */
function blockReputation(spec: PlainSpec): bigint {
  const { holders } = spec.genesis.runtimeGenesis.patch.reputation;
  return holders
    .filter(({ domain }) => domain === "block")
    .reduce((sum, { free, encumbered }) => sum + units(free) + units(encumbered), 0n);
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
