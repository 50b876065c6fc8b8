/**
 * Envelopes: messages between agents that nobody but the receiver can read. The chain stores them and does not
 * look inside; docs/agents.md says how they are made.
 *
 *     version 1 | ephemeral X25519 key, 32 bytes | nonce, 24 bytes | XChaCha20-Poly1305 ciphertext and tag
 */

import { xchacha20poly1305 } from "@noble/ciphers/chacha";
import { x25519 } from "@noble/curves/ed25519";
import { hexToU8a, u8aConcat } from "@polkadot/util";
import type { HexString } from "@polkadot/util/types";
import { blake2AsU8a, decodeAddress, randomAsU8a } from "@polkadot/util-crypto";

const VERSION = 1;
/** Where the parts after the version begin, and where the ciphertext does. */
const EPHEMERAL = 1;
const NONCE = 33;
const CIPHERTEXT = 57;
/** Bytes of the tag at the end. */
const TAG = 16;
/** Goes into each key, so that no other protocol has the same ones. */
const DOMAIN = new TextEncoder().encode("aitbc/envelope/1");

/** The bytes that sealing adds to a text. */
export const OVERHEAD = CIPHERTEXT + TAG;

/** The key to which others seal, and the secret that opens it. */
export interface SealingKey {
  secret: Uint8Array;
  public: Uint8Array;
}

/** What a message is about, besides its text: an envelope of one message opens as no other. */
export interface Label {
  /** The accounts of both, as addresses. */
  from: string;
  to: string;
  /** What the message is known by, which its sender can tell before it is sent. */
  id: HexString;
}

/** A new key, or the one of a secret of 32 bytes. */
export function sealingKey(secret: Uint8Array = randomAsU8a(32)): SealingKey {
  return { secret, public: x25519.getPublicKey(secret) };
}

/** Seals `text` for whoever has the secret of `receiver`. */
export function seal(text: Uint8Array, receiver: Uint8Array, label: Label): Uint8Array {
  // Used once: who opens later what was sent today needs the receiver's secret, the sender's does not help.
  const once = sealingKey();
  const nonce = randomAsU8a(CIPHERTEXT - NONCE);
  const key = sharedKey(x25519.getSharedSecret(once.secret, receiver), once.public, receiver);
  const ciphertext = xchacha20poly1305(key, nonce, bytesOf(label)).encrypt(text);
  return u8aConcat([VERSION], once.public, nonce, ciphertext);
}

/** What was sealed; throws if it was sealed for somebody else, as another message, or was changed. */
export function open(envelope: Uint8Array, key: SealingKey, label: Label): Uint8Array {
  if (envelope.length < OVERHEAD) throw new Error("the envelope is too short");
  if (envelope[0] !== VERSION) throw new Error(`nobody knows version ${envelope[0]} of envelopes`);
  const ephemeral = envelope.subarray(EPHEMERAL, NONCE);
  const nonce = envelope.subarray(NONCE, CIPHERTEXT);
  const shared = x25519.getSharedSecret(key.secret, ephemeral);
  const cipher = xchacha20poly1305(sharedKey(shared, ephemeral, key.public), nonce, bytesOf(label));
  return cipher.decrypt(envelope.subarray(CIPHERTEXT));
}

/** The key of the cipher: the hash of what the two share, and of the keys by which they do. */
function sharedKey(shared: Uint8Array, ephemeral: Uint8Array, receiver: Uint8Array): Uint8Array {
  return blake2AsU8a(u8aConcat(DOMAIN, shared, ephemeral, receiver), 256);
}

/** The associated data: both accounts, and what the message is known by. */
function bytesOf({ from, to, id }: Label): Uint8Array {
  return u8aConcat(decodeAddress(from), decodeAddress(to), hexToU8a(id));
}
