/** The validators of a test network: who they are and which keys their nodes hold. */

import { u8aToHex } from "@polkadot/util";
import type { KeyringPair } from "@polkadot/keyring/types";

import { ed25519Pair, keyPair } from "../chain/accounts.ts";
import { output } from "../node/binary.ts";

export interface Validator {
  /** Secret URI from which all its keys come. */
  uri: string;
  /** Bonds the stake. */
  account: KeyringPair;
  address: string;
  /** Addresses of its session keys, as a chain spec has them. */
  sessionKeys: { aura: string; grandpa: string; authority_discovery: string; pool_vote: string };
  /** Secret of its network identity, in hex. */
  nodeKey: string;
}

/** Key types of a keystore with their scheme. */
export const KEY_TYPES = [
  ["aura", "sr25519"],
  ["gran", "ed25519"],
  ["audi", "sr25519"],
  ["rvot", "sr25519"],
] as const;

/** The first `count` validators; the same ones each time. */
export function validators(count: number): Validator[] {
  return Array.from({ length: count }, (_, index) => validator(index));
}

/** Validator number `index`, counted from 0. */
export function validator(index: number): Validator {
  const uri = `//Validator//${index}`;
  const account = keyPair(uri);
  const grandpa = ed25519Pair(uri);
  return {
    uri,
    account,
    address: account.address,
    sessionKeys: {
      aura: account.address,
      grandpa: grandpa.address,
      authority_discovery: account.address,
      pool_vote: account.address,
    },
    // Any 32 bytes nobody else has; the name of the network identity does not matter.
    nodeKey: u8aToHex(grandpa.publicKey).slice(2),
  };
}

/** Names of the session keys in a keystore. */
export type KeyType = (typeof KEY_TYPES)[number][0];

/** Puts session keys of `uri`, all by default, into the keystore of a node that does not run. */
export async function insertKeys(
  uri: string,
  basePath: string,
  spec: string,
  wanted: KeyType[] = KEY_TYPES.map(([keyType]) => keyType),
): Promise<void> {
  for (const [keyType, scheme] of KEY_TYPES) {
    if (!wanted.includes(keyType)) continue;
    const where = ["--base-path", basePath, "--chain", spec];
    await output([
      "key",
      "insert",
      ...where,
      "--key-type",
      keyType,
      "--scheme",
      scheme,
      "--suri",
      uri,
    ]);
  }
}
