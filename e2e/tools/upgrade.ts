/** Upgrades the runtime of a running network; see scripts/upgrade.sh for its commands and options. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../harness/chain/accounts.ts";
import { versionOf, type CodeVersion } from "../harness/chain/runtime-code.ts";
import { applied, authorised, codeHash, isAuthorised, migrated } from "../harness/chain/upgrade.ts";
import {
  followed,
  isLive,
  proposeUpgrade,
  upgradeProposals,
} from "../harness/chain/upgrade-proposal.ts";
import { connect } from "../harness/clients/connect.ts";
import { accountIn, accountsIn } from "../harness/clients/secret.ts";

/** Members of the council on development chains, as many as must agree. */
const WELL_KNOWN = ["//Alice", "//Bob", "//Charlie", "//Dave"];
/** Exit codes. */
const DONE = 0;
const FAILED = 1;
const NOT_DONE = 3;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "ws://127.0.0.1:9944" },
    council: { type: "string" },
    secret: { type: "string" },
    title: { type: "string" },
    description: { type: "string" },
    link: { type: "string" },
    once: { type: "boolean", default: false },
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

/** The version of the code; throws unless it is a later one of what the network runs. */
function requireSuccessor(api: ApiPromise, path: string, code: Uint8Array): CodeVersion {
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
  return next;
}

async function propose(path: string): Promise<number> {
  if (options.secret === undefined) {
    throw new Error("who proposes it? name a file with a secret: --secret FILE");
  }
  const proposer = accountIn(options.secret);
  const code = new Uint8Array(readFileSync(path));
  const api = await connect(options.url);
  const version = requireSuccessor(api, path, code);
  if (await isAuthorised(api, code)) {
    say("this code was authorised before: scripts/upgrade.sh apply");
    return DONE;
  }
  const id = await proposeUpgrade(api, options.url, code, version, proposer, texts(), say);
  console.log(id);
  return DONE;
}

/** What the proposer says, as far as it says something. */
function texts(): { title?: string; description?: string; link?: string } {
  const { title, description, link } = options;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(link !== undefined && { link }),
  };
}

async function status(number: string | undefined): Promise<number> {
  await connect(options.url);
  const id = number === undefined ? await newest() : Number(number);
  const proposal = await followed(options.url, id, options.once, say);
  if (isLive(proposal)) return NOT_DONE;
  return proposal.status === "executed" ? DONE : FAILED;
}

async function newest(): Promise<number> {
  const [proposal] = await upgradeProposals(options.url);
  if (proposal === undefined) throw new Error("nobody has proposed an upgrade");
  return proposal.id;
}

async function apply(path: string): Promise<number> {
  const code = new Uint8Array(readFileSync(path));
  const api = await connect(options.url);
  requireSuccessor(api, path, code);

  if (await isAuthorised(api, code)) {
    say("this code was authorised before");
  } else {
    await requireBootstrap(api, code);
    const members = await councilMembers(api, options.council);
    const missing = await authorised(api, code, members, say);
    if (missing > 0) {
      say(`${missing} more members must agree; let them run this with their secrets`);
      return NOT_DONE;
    }
  }
  const block = await applied(api, code, say);
  await migrated(api, block, say);
  return DONE;
}

/** Throws unless the council is still Root. */
async function requireBootstrap(api: ApiPromise, code: Uint8Array): Promise<void> {
  const bootstrap = await api.query["openClaw"]!["bootstrap"]!();
  if (!bootstrap.isEmpty) return;
  throw new Error(
    `${codeHash(code)} is not authorised, and the bootstrap is over: only an enacted proposal ` +
      "authorises code, see scripts/upgrade.sh propose",
  );
}

const COMMANDS: Record<string, (argument: string) => Promise<number>> = { propose, status, apply };

try {
  const [command, argument] = positionals;
  process.exit(await COMMANDS[command!]!(argument!));
} catch (error) {
  console.error(`error: ${(error as Error).message}`);
  process.exit(FAILED);
}
