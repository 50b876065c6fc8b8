/** Secrets as people keep them in files. */

import { readFileSync } from "node:fs";
import type { KeyringPair } from "@polkadot/keyring/types";
import { keyExtractSuri, mnemonicValidate } from "@polkadot/util-crypto";

import { keyPair } from "../chain/accounts.ts";

/**
 * The account of a secret phrase or URI. Throws where the keyring would take a mistyped phrase for
 * the seed of another account.
 */
export function accountOf(secret: string): KeyringPair {
  if (!isWellKnown(secret) && !isSeedOrPhrase(keyExtractSuri(secret).phrase)) {
    throw new Error("that is neither a secret phrase nor a secret URI");
  }
  return keyPair(secret);
}

/** Derived from the phrase that everybody knows. */
function isWellKnown(secret: string): boolean {
  return secret.startsWith("//");
}

function isSeedOrPhrase(text: string): boolean {
  return /^0x[0-9a-f]{64}$/i.test(text) || mnemonicValidate(text);
}

/** The account whose secret, or whose output of `key generate`, is in the file. */
export function accountIn(path: string): KeyringPair {
  const text = readFileSync(path, "utf8").trim();
  try {
    if (!text.startsWith("{")) return accountOf(text);
    return accountOf((JSON.parse(text) as { secretPhrase: string }).secretPhrase);
  } catch (error) {
    throw new Error(`there is no secret phrase or URI in ${path}`, { cause: error });
  }
}

/** The accounts whose secrets are in the lines of the file. */
export function accountsIn(path: string): KeyringPair[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const secret = line.trim();
    try {
      return secret === "" ? [] : [accountOf(secret)];
    } catch (error) {
      throw new Error(`there is no secret phrase or URI in line ${index + 1} of ${path}`, {
        cause: error,
      });
    }
  });
}
