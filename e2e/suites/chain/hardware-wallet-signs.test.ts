/** Signing as a hardware wallet does: with the hash of the metadata by which it reads a call. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { merkleizeMetadata } from "@polkadot-api/merkleize-metadata";
import type { ApiPromise } from "@polkadot/api";
import { u8aToHex } from "@polkadot/util";
import type { HexString } from "@polkadot/util/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { AITBC, DECIMALS, SYMBOL } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  freeBalance,
  signedBytes,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { runScript } from "../../harness/clients/script.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";
import { workspace } from "../../harness/workspace.ts";

/** Seconds to build the runtime as for a network, where nothing has been built before. */
const BUILD_SECONDS = 60 * 60;
/** The version of the metadata of which the hash is made. */
const METADATA_VERSION = 15;
/** Lets the chain compare the hash. */
const MODE = 1;
const INVALID = 1010;
const AMOUNT = 2n * AITBC;
/** Key of the runtime in the state: `:code`. */
const CODE = "0x3a636f6465";

describe("a network that runs what scripts/build.sh has built", longTier, () => {
  const receiver = keyPair("//hardware-wallet//receiver").address;
  let node: Node;
  let api: ApiPromise;
  let digest: HexString;

  before(async () => {
    const args = ["--chain", await specWith(await releasedRuntime()), "--alice"];
    node = await Node.start({ name: "released", args: [...args, "--sealing", "instant"] });
    api = await node.api();
    digest = await digestOfWallet(api);
  });
  after(() => node?.stop());

  it("takes a transaction that is signed with the hash a wallet computes", async () => {
    const sent = await succeeds(api, transfer(), faucet, { mode: MODE, metadataHash: digest });
    assert.equal(eventsNamed(sent, "balances.Transfer").length, 1);
    assert.equal(await freeBalance(api, receiver), AMOUNT);
  });

  it("refuses one that is signed with another hash", async () => {
    const other: HexString = `0x${"11".repeat(32)}`;
    const bytes = await signedBytes(api, transfer(), faucet, { mode: MODE, metadataHash: other });
    const { code, message, data } = await node.refusal("author_submitExtrinsic", [bytes]);
    assert.equal(code, INVALID);
    assert.match(`${message}: ${data}`, /bad signature/);
    assert.equal(await freeBalance(api, receiver), AMOUNT);
  });

  it("takes those without a hash as well", async () => {
    await succeeds(api, transfer(), faucet);
    assert.equal(await freeBalance(api, receiver), 2n * AMOUNT);
  });

  function transfer(): Tx {
    return api.tx.balances.transferKeepAlive(receiver, AMOUNT);
  }
});

/** The runtime that an operator or the council builds. */
async function releasedRuntime(): Promise<Uint8Array> {
  const { code, stdout, stderr } = await runScript("build.sh", ["--runtime"], BUILD_SECONDS);
  assert.equal(code, 0, stderr);
  const [, path] = /^code +(.+)$/m.exec(stdout)!;
  return readFile(path!);
}

/** Path of the spec of the one-validator chain with another runtime. */
async function specWith(code: Uint8Array): Promise<string> {
  const spec = JSON.parse(await readFile(await rawSpec("e2e"), "utf8")) as {
    genesis: { raw: { top: Record<string, string> } };
  };
  assert.ok(CODE in spec.genesis.raw.top);
  spec.genesis.raw.top[CODE] = u8aToHex(code);
  const path = join(workspace(), "released.raw.json");
  await writeFile(path, JSON.stringify(spec));
  return path;
}

/** The hash that the wallet's software makes of the metadata and of what the wallet knows of the token. */
async function digestOfWallet(api: ApiPromise): Promise<HexString> {
  const metadata = await api.call.metadata.metadataAtVersion(METADATA_VERSION);
  const token = { decimals: DECIMALS, tokenSymbol: SYMBOL };
  return u8aToHex(merkleizeMetadata(metadata.unwrap(), token).digest());
}
