/** Upgrades the runtime of a running network; see scripts/upgrade.sh for its options. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../harness/chain/accounts.ts";
import { versionOf } from "../harness/chain/runtime-code.ts";
import { applied, authorised, isAuthorised, migrated } from "../harness/chain/upgrade.ts";
import { connect } from "../harness/clients/connect.ts";
import { accountsIn } from "../harness/clients/secret.ts";

/** Members of the council on development chains, as many as must agree. */
const WELL_KNOWN = ["//Alice", "//Bob", "//Charlie", "//Dave"];
/** Exit code: not wrong, but not done. */
const MORE_MUST_AGREE = 3;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "ws://127.0.0.1:9944" },
    council: { type: "string" },
  },
});

function say(message: string): void {
  console.error(`==> ${message}`);
}

async function councilMembers(api: ApiPromise, path: string | undefined): Promise<KeyringPair[]> {
  if (path !== undefined) return accountsIn(path);
  const type = await api.rpc.system.chainType();
  if (type.isLive) throw new Error("name a file with secrets of council members: --council FILE");
  return WELL_KNOWN.map(keyPair);
}

/** Throws unless the code is a later version of what the network runs. */
function requireSuccessor(api: ApiPromise, path: string, code: Uint8Array): void {
  const { specName, specVersion } = api.runtimeVersion;
  const now = { specName: specName.toString(), specVersion: specVersion.toNumber() };
  let next;
  try {
    next = versionOf(code);
  } catch (error) {
    throw new Error(`${path} has no runtime: ${(error as Error).message}`, { cause: error });
  }
  say(
    `the network runs ${now.specName} ${now.specVersion}, the code is ${next.specName} ${next.specVersion}`,
  );
  if (next.specName !== now.specName) {
    throw new Error(`a network of ${now.specName} cannot run the code of ${next.specName}`);
  }
  if (next.specVersion <= now.specVersion) {
    throw new Error(`the spec version must rise above ${now.specVersion}`);
  }
}

async function upgrade(path: string): Promise<number> {
  const code = new Uint8Array(readFileSync(path));
  const api = await connect(options.url);
  requireSuccessor(api, path, code);

  if (await isAuthorised(api, code)) {
    say("the council has authorised this code before");
  } else {
    const members = await councilMembers(api, options.council);
    const missing = await authorised(api, code, members, say);
    if (missing > 0) {
      say(`${missing} more members must agree; let them run this with their secrets`);
      return MORE_MUST_AGREE;
    }
  }
  const block = await applied(api, code, say);
  await migrated(api, block, say);
  return 0;
}

try {
  process.exit(await upgrade(positionals[0]!));
} catch (error) {
  console.error(`error: ${(error as Error).message}`);
  process.exit(1);
}
