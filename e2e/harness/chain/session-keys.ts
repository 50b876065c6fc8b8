/** Session keys and the proof that an account owns them. */

import { u8aConcat, u8aToHex } from "@polkadot/util";
import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";

import type { Node } from "../node/node.ts";
import { ed25519Pair, keyPair } from "./accounts.ts";

export interface OwnedKeys {
  /** The public keys, in the order of the runtime: Aura, GRANDPA, authority discovery, pool votes. */
  keys: HexString;
  /** What each of the secret keys says of its owner. */
  proof: HexString;
}

/** Lets a node make new session keys that `owner` may register. */
export function rotateKeys(node: Node, owner: KeyringPair): Promise<OwnedKeys> {
  return node.rpc("author_rotateKeysWithOwner", [u8aToHex(owner.publicKey)]);
}

/** The session keys of a secret URI, with the proof that `owner` owns them. */
export function ownedKeys(uri: string, owner: KeyringPair): OwnedKeys {
  const pairs = [keyPair(uri), ed25519Pair(uri), keyPair(uri), keyPair(uri)];
  const statement = u8aConcat("POP_", owner.publicKey);
  return {
    keys: u8aToHex(u8aConcat(...pairs.map(({ publicKey }) => publicKey))),
    proof: u8aToHex(u8aConcat(...pairs.map((pair) => pair.sign(statement)))),
  };
}
