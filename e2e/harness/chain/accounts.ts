/** The accounts that tests sign with. */

import { Keyring } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { cryptoWaitReady } from "@polkadot/util-crypto";

import { SS58_PREFIX } from "./token.ts";

await cryptoWaitReady();

const sr25519 = new Keyring({ type: "sr25519", ss58Format: SS58_PREFIX });
const ed25519 = new Keyring({ type: "ed25519", ss58Format: SS58_PREFIX });

/** The sr25519 key pair of a secret URI such as `//Alice`. */
export function keyPair(uri: string): KeyringPair {
  return sr25519.addFromUri(uri);
}

/** The ed25519 key pair of a secret URI; GRANDPA's kind. */
export function ed25519Pair(uri: string): KeyringPair {
  return ed25519.addFromUri(uri);
}

/** Gives tokens to tests; rich in the presets of development and test networks. */
export const faucet: KeyringPair = keyPair("//Alice//stash");
/** Provides liquidity on test networks, and has enough for the bonds of many validators. */
export const liquidity: KeyringPair = keyPair("//Ferdie//stash");
