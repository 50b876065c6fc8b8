/** Shows what agents can do, step by step; see scripts/agent-demo.sh. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { hexToU8a, stringToU8a, u8aToHex, u8aToString } from "@polkadot/util";

import { faucet, keyPair } from "../harness/chain/accounts.ts";
import {
  agent,
  inbox,
  messageId,
  newSalt,
  registering,
  type Role,
} from "../harness/chain/agents.ts";
import { evaluation, votes } from "../harness/chain/governance.ts";
import { makeProposal, now } from "../harness/chain/proposals.ts";
import { DAY, HOUR, sealedBlock, sealedBlockAt, timeTravel } from "../harness/chain/time.ts";
import { AITBC, SYMBOL } from "../harness/chain/token.ts";
import {
  freeBalance,
  fundedAccounts,
  included,
  succeeds,
  type Inclusion,
  type Tx,
} from "../harness/chain/transactions.ts";
import {
  decision,
  strategyOf,
  wallet,
  walletAddress,
  type Limits,
} from "../harness/chain/wallets.ts";
import { closeAll, interrupted } from "../harness/cleanup.ts";
import { open, seal, sealingKey } from "../harness/clients/envelope.ts";
import { rawSpec } from "../harness/network/spec.ts";
import { Node } from "../harness/node/node.ts";
import { keepWorkspace, useWorkspace, workspace } from "../harness/workspace.ts";

/** The most blocks until all who vote by strategy have. */
const BLOCKS = 10;
/** What the two agree that a message is about. */
const OFFER = 1;
const TEXT = "An H100 from noon to one, for 3.5 AITBC?";

let node: Node;
let api: ApiPromise;
let steps = 0;

function step(title: string): void {
  steps += 1;
  console.log(`\n${steps}. ${title}`);
}

function say(text: string): void {
  console.log(`   ${text}`);
}

function amount(units: bigint | string): string {
  return `${Number(units) / Number(AITBC)} ${SYMBOL}`;
}

/** Begins with the address of whom it is about. */
function short(address: string): string {
  return `${address.slice(0, 6)}..${address.slice(-4)}`;
}

/** Signs a call that must be refused, and says why. */
async function refuses(tx: Tx, who: KeyringPair, error: string): Promise<void> {
  const outcome = await included(api, tx, who);
  if (outcome.error !== error) throw new Error(`${error} was expected, not ${outcome.error}`);
  const [, name] = error.split(".");
  say(`refused: ${name}`);
}

function does(tx: Tx, who: KeyringPair): Promise<Inclusion> {
  return succeeds(api, tx, who);
}

async function start(): Promise<void> {
  step("A development chain starts; its clock is ours, so that a week takes a moment");
  const args = ["--chain", await rawSpec("development"), "--alice", "--sealing", "instant"];
  node = await Node.start({ name: "agent-demo", args });
  api = await node.api();
  // From here on time goes by whole slots.
  await timeTravel(node, Math.ceil(Date.now() / HOUR) * HOUR + HOUR);
  await sealedBlock(node);
  say(`runtime ${api.runtimeVersion.specName} ${api.runtimeVersion.specVersion}, ${node.wsUrl}`);
}

async function register(
  key: KeyringPair,
  controller: KeyringPair,
  role: Role,
  x25519: Uint8Array,
  capabilities: string[],
): Promise<void> {
  const profile = { x25519: u8aToHex(x25519), capabilities };
  await does(await registering(api, key, controller, role, profile), controller);
  const told = await agent(node, key.address);
  say(
    `${short(key.address)} is a ${told.role} with score ${told.score}, controlled by ` +
      `${short(told.controller)}, for a deposit of ${amount(told.deposit)}`,
  );
}

/** The vote on a proposal: one by hand, one by strategy. */
async function vote(purse: string, holder: KeyringPair): Promise<void> {
  step("Somebody proposes to mint less for blocks, and a holder votes against it by hand");
  const set = api.tx.parameters.setParameter as (parameter: unknown) => Tx;
  const change = set({ Economics: { SubsidyRate: [null, 24_000_000] } });
  const made = await makeProposal(api, "ParameterChange", [change], keyPair("//Bob"));
  await sealedBlockAt(node, made.votingFrom);
  await does(api.tx.openClaw.vote(made.id, "Against", null, "We need it."), holder);
  const { evaluation: sum } = await evaluation(node, made.id);
  say(`proposal ${made.id} is voted on; the chain evaluates it as ${sum}`);
  const half = new Date(made.votingFrom + (made.ends - made.votingFrom) / 2);
  say(`the second half of the vote begins at ${half.toISOString()}`);
  const { refused, position, sum: total } = await decision(node, purse, made.id);
  say(`the strategy of the wallet: ${position}, ${total} needs more than 256; now: ${refused}`);

  step("In the second half the wallet votes, with no program running");
  await sealedBlockAt(node, half.getTime());
  for (let blocks = 0; blocks < BLOCKS; blocks++) {
    const told = await votes(node, made.id);
    const own = told.find(({ voter_id }) => voter_id === purse);
    if (own !== undefined) {
      for (const each of told) {
        const who = each === own ? "the wallet" : "the holder";
        say(`${who}: ${each.vote} with ${amount(each.voting_power)} (${each.reason})`);
      }
      return;
    }
    await sealedBlock(node);
  }
  throw new Error(`the wallet has not voted in ${BLOCKS} blocks`);
}

async function run(): Promise<void> {
  useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-agent-demo-")));
  await start();
  const names = ["olga", "ada", "otto", "ben", "gus", "eve"].map((name) => `//demo//${name}`);
  const [olga, ada, otto, ben, gus, eve] = (await fundedAccounts(api, ...names)) as [
    KeyringPair,
    KeyringPair,
    KeyringPair,
    KeyringPair,
    KeyringPair,
    KeyringPair,
  ];

  step("Olga registers the consumer Ada, and Otto the provider Ben; the agents' keys sign too");
  const [hers, his, spied] = [sealingKey(), sealingKey(), sealingKey()];
  await register(ada, olga, "Consumer", hers.public, ["llm"]);
  await register(ben, otto, "Provider", his.public, ["gpu:h100", "eu"]);
  const stolen = await registering(api, keyPair("//demo//mine"), olga, "Consumer");
  const [, role, profile, consent] = stolen.method.args;
  const replayed = api.tx.agents.register as unknown as (...given: unknown[]) => Tx;
  say("a consent works for nobody else:");
  await refuses(replayed(eve.address, role, profile, consent), olga, "agents.BadConsent");

  step("Olga gives Ada a wallet: 10 a call, 20 a day, 50 a week, and Gus may stop it");
  const { create, setCaller, setLimits, setStrategy, execute } = api.tx.agentWallet;
  const purse = walletAddress(olga.address, 0);
  await does(create(0, ada.address, gus.address), olga);
  await does(api.tx.balances.transferKeepAlive(purse, 500n * AITBC), faucet);
  const limits: Limits = { perCall: 10n * AITBC, perDay: 20n * AITBC, perWeek: 50n * AITBC };
  await does(setLimits(purse, limits), olga);
  const rules = { permissions: ["Transfer" as const], expires: null, limits: null };
  await does(setCaller(purse, ada.address, { ...rules, recipients: null }), olga);
  await does(setStrategy(purse, strategyOf("Consumer")), olga);
  say(`${short(purse)} has ${amount(await freeBalance(api, purse))} and votes by strategy`);

  step("Ada pays Ben out of it");
  const payment = (tokens: bigint) =>
    execute(purse, api.tx.balances.transferKeepAlive(ben.address, tokens * AITBC));
  say("11:");
  await refuses(payment(11n), ada, "agentWallet.OverCallLimit");
  await does(payment(10n), ada);
  await does(payment(10n), ada);
  say("10 and 10: paid");
  say("1 more:");
  await refuses(payment(1n), ada, "agentWallet.OverDayLimit");
  const { nextFree } = (await wallet(node, purse)).left;
  say(`more may be paid at ${new Date(nextFree!).toISOString()}`);
  await sealedBlockAt(node, nextFree!);
  await does(payment(10n), ada);
  say("then 10: paid");
  say("a proxy, so that somebody goes on for ever:");
  const proxy = api.tx.proxy.addProxy(ada.address, "Any", 0);
  await refuses(execute(purse, proxy), ada, "agentWallet.NotPermitted");

  step("Ada writes to Ben; Eve sees the envelope and cannot open it");
  await does(api.tx.agents.setInbox(ben.address, "Anyone", 0n), ben);
  const salt = newSalt();
  const label = {
    from: ada.address,
    to: ben.address,
    id: messageId(ada.address, ben.address, salt),
  };
  const { x25519 } = await agent(node, ben.address);
  const envelope = u8aToHex(seal(stringToU8a(TEXT), hexToU8a(x25519), label));
  await does(api.tx.agents.send(ben.address, OFFER, envelope, HOUR, 0n, salt), ada);
  const [message] = (await inbox(node, ben.address)).messages;
  say(`stored: ${message!.envelope.slice(0, 40)}..., ${hexToU8a(message!.envelope).length} bytes`);
  const read = u8aToString(open(hexToU8a(message!.envelope), his, label));
  if (read !== TEXT) throw new Error(`Ben has read '${read}'`);
  say(`Ben reads: ${read}`);
  try {
    open(hexToU8a(message!.envelope), spied, label);
  } catch (error) {
    say(`Eve: ${(error as Error).message}`);
  }
  await does(api.tx.agents.acknowledge([label.id]), ben);
  say("acknowledged: it is gone, and Ada's deposit is free");

  step("A week passes, so that what the wallet has counts in full");
  await sealedBlockAt(node, (await now(api)) + 8 * DAY);
  await vote(purse, otto);

  step("Gus stops the wallet");
  await does(api.tx.agentWallet.stop(purse), gus);
  await refuses(payment(1n), ada, "agentWallet.WalletStopped");
  const { free, withdrawable } = await wallet(node, purse);
  say(
    `it has ${amount(free)}: ${amount(withdrawable)} its owner can withdraw, the rest is frozen until the vote ends`,
  );
}

const began = performance.now();
try {
  await run();
  console.log(`\nThat took ${Math.round((performance.now() - began) / 1_000)} s.`);
} catch (error) {
  // After Ctrl-C whatever was under way fails; that is no error, and the process is about to end.
  if (interrupted) await new Promise(() => undefined);
  keepWorkspace();
  console.error(`error: ${(error as Error).message}\nsee ${workspace()}`);
  process.exitCode = 1;
}
await closeAll();
process.exit();
