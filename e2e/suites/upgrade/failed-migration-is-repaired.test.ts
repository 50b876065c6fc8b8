/** A migration fails on a running network: what still works, and how a second upgrade repairs it. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { hexToU8a } from "@polkadot/util";
import { xxhashAsHex } from "@polkadot/util-crypto";

import { keyPair } from "../../harness/chain/accounts.ts";
import { asRoot } from "../../harness/chain/council.ts";
import { AITBC } from "../../harness/chain/token.ts";
import {
  finalisedNumber,
  fundedAccounts,
  included,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import {
  apply,
  NEXT_SPEC_VERSION,
  nextVersion,
  REPAIRED_SPEC_VERSION,
  repairedVersion,
} from "../../harness/clients/next-version.ts";
import { until } from "../../harness/deadline.ts";
import { setTempo } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { runningNodes, type Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

const SIZE = 4;
const MEMBERS = ["//Alice", "//Bob", "//Charlie", "//Dave"];
/** Days are two minutes: there is time to repair what has failed. */
const TEMPO = 720;
const BLOCKS_A_DAY = 120;
/** More than safe mode lasts that the council has entered, in blocks and seconds. */
const SAFE_MODE = BLOCKS_A_DAY + 10;
/** State under well-known keys. */
const ACCOUNTS = storageKey("System", "Account");
const COUNTED_ACCOUNTS = storageKey("Rehearsal", "CountedAccounts");
const OBSTACLE = storageKey("Rehearsal", "Obstacle");

let network: Network;
let node: Node;
let api: ApiPromise;
let saver: KeyringPair;
/** The nodes that were started, in the order of the validators. */
let started: Node[];

before(async () => {
  if (longTier.skip) return;
  network = await Network.start({ size: SIZE, change: (spec) => setTempo(spec, TEMPO) });
  started = [...network.nodes];
  node = network.nodes[0]!;
  api = await node.api();
  await network.finality(15);
  [saver] = await fundedAccounts(api, "//upgrade//saver");
  await succeeds(api, api.tx.staking.bond(100n * AITBC, "Staked"), saver);
});

after(() => network?.stop());

describe("a network whose migration fails", () => {
  it("is in safe mode, and makes blocks that become final", longTier, async () => {
    const { setStorage } = api.tx.system;
    await asRoot(api, setStorage([[OBSTACLE, "0x01"]]));

    const { code, stderr } = await apply(node, (await nextVersion()).path, ...MEMBERS);
    assert.equal(code, 1, stderr);
    assert.match(stderr, /MigrationAdvanced/);
    assert.match(stderr, /MigrationFailed/);
    assert.match(stderr, /a migration failed, the chain is in safe mode/);
    assert.deepEqual(await versions(), Array(SIZE).fill(NEXT_SPEC_VERSION));
    const now = (await api.rpc.chain.getHeader()).number.toNumber();
    const left = (await safeModeUntil())! - now;
    assert.ok(left > 13 * BLOCKS_A_DAY && left <= 14 * BLOCKS_A_DAY + 1, `${left} blocks`);
    // It has done a part of its work.
    const { counted, accounts } = await accountsCounted();
    assert.ok(counted > 0 && counted < accounts, `${counted} of ${accounts}`);
    await blocksGoOn(SIZE);
  });

  it(
    "refuses transfers and lets people leave, for longer than the council could have it so",
    longTier,
    async () => {
      await clientSees(NEXT_SPEC_VERSION);
      const transfer = () => api.tx.balances.transferKeepAlive(faraway(), AITBC);
      assert.equal((await included(api, transfer(), saver)).error, "system.CallFiltered");
      await succeeds(api, api.tx.staking.unbond(50n * AITBC), saver);
      await blocksGoOn(SAFE_MODE);
      assert.equal((await included(api, transfer(), saver)).error, "system.CallFiltered");
      await succeeds(api, api.tx.staking.unbond(50n * AITBC), saver);
    },
  );

  it("is repaired by a second upgrade", longTier, async () => {
    const { code, stderr } = await apply(node, (await repairedVersion()).path, ...MEMBERS);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /UpgradeCompleted/);
    assert.deepEqual(await versions(), Array(SIZE).fill(REPAIRED_SPEC_VERSION));
    const { counted, accounts } = await accountsCounted();
    assert.equal(counted, accounts);
    assert.equal(await node.rpc("state_getStorage", [OBSTACLE]), null);
  });

  it("leaves safe mode when the council ends it as Root", longTier, async () => {
    await clientSees(REPAIRED_SPEC_VERSION);
    const transfer = (): Tx => api.tx.balances.transferKeepAlive(faraway(), AITBC);
    assert.equal((await included(api, transfer(), saver)).error, "system.CallFiltered");
    await asRoot(api, api.tx.openClaw.exitSafeMode());
    assert.equal(await safeModeUntil(), undefined);
    await succeeds(api, transfer(), saver);
    await blocksGoOn(SIZE);
  });

  it("was never restarted", longTier, () => {
    const running = runningNodes();
    assert.ok(started.every((each) => running.includes(each)));
  });
});

/** Waits until `number` more blocks are final everywhere, the same ones. */
async function blocksGoOn(number: number): Promise<void> {
  const apis = await Promise.all(network.nodes.map((each) => each.api()));
  const height = (await api.rpc.chain.getHeader()).number.toNumber() + number;
  await Promise.all(apis.map((each) => finalisedNumber(each, height, 60 + 2 * number)));
  const hashes = await Promise.all(apis.map((each) => each.rpc.chain.getBlockHash(height)));
  assert.equal(new Set(hashes.map((hash) => hash.toHex())).size, 1);
}

/** Waits until the client signs for this version. */
async function clientSees(specVersion: number): Promise<void> {
  await until(30, `polkadot.js to know version ${specVersion}`, async () =>
    api.runtimeVersion.specVersion.toNumber() === specVersion ? true : undefined,
  );
}

function versions(): Promise<number[]> {
  return Promise.all(
    network.nodes.map(async (each) => {
      const version = await each.rpc<{ specVersion: number }>("state_getRuntimeVersion");
      return version.specVersion;
    }),
  );
}

/** The last block of safe mode. */
async function safeModeUntil(): Promise<number | undefined> {
  const last = await api.query.safeMode.enteredUntil();
  return last.isSome ? last.unwrap().toNumber() : undefined;
}

/** How many accounts the migration has counted, and how many there are. */
async function accountsCounted(): Promise<{ counted: number; accounts: number }> {
  const head = await node.rpc<string>("chain_getFinalizedHead");
  const counted = await node.rpc<string>("state_getStorage", [COUNTED_ACCOUNTS, head]);
  const accounts = await node.rpc<string[]>("state_getKeysPaged", [ACCOUNTS, 1000, null, head]);
  return { counted: Buffer.from(hexToU8a(counted)).readUInt32LE(), accounts: accounts.length };
}

function faraway(): string {
  return keyPair("//upgrade//receiver").address;
}

function storageKey(pallet: string, item: string): string {
  return xxhashAsHex(pallet, 128) + xxhashAsHex(item, 128).slice(2);
}
