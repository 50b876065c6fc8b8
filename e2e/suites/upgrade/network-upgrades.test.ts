/** A running network of four validators gets a new runtime. */

import type { ApiPromise } from "@polkadot/api";
import { hexToU8a } from "@polkadot/util";
import { xxhashAsHex } from "@polkadot/util-crypto";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { finalisedNumber, freeBalance, moved, succeeds } from "../../harness/chain/transactions.ts";
import { connect } from "../../harness/clients/connect.ts";
import {
  apply,
  NEXT_SPEC_VERSION,
  nextVersion,
  type NextVersion,
} from "../../harness/clients/next-version.ts";
import { Network } from "../../harness/network/network.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const SIZE = 4;
const SPEC_VERSION = 100;
/** What the upgrade changes in `Multisig.MaxSignatories`. */
const SIGNATORIES = { before: 100, after: 128 };
/** Exit code of scripts/upgrade.sh. */
const MORE_MUST_AGREE = 3;
/** State under well-known keys. */
const CODE = "0x3a636f6465";
const COUNTED_ACCOUNTS = storageKey("Rehearsal", "CountedAccounts");
const ACCOUNTS = storageKey("System", "Account");

let network: Network;
let next: NextVersion;

before(async () => {
  next = await nextVersion();
  network = await Network.start({ size: SIZE });
  await network.finality(15);
});

after(() => network?.stop());

describe("scripts/upgrade.sh", () => {
  it("waits for the fourth of the council", async () => {
    const { code, stderr } = await upgrade("//Alice", "//Bob", "//Charlie");
    assert.equal(code, MORE_MUST_AGREE, stderr);
    assert.match(stderr, /3 of 4 members agree/);
    assert.match(stderr, /1 more members must agree/);

    const api = await network.nodes[0]!.api();
    assert.ok((await api.query.system.authorizedUpgrade()).isNone);
    for (const version of await versions()) assert.equal(version, SPEC_VERSION);
    assert.equal(maxSignatories(api), SIGNATORIES.before);
  });

  it("upgrades the network when the fourth agrees", async () => {
    const { code, stderr } = await upgrade("//Dave");
    assert.equal(code, 0, stderr);
    assert.match(stderr, /motion 0 has been proposed before/);
    assert.match(stderr, /UpgradeStarted/);
    assert.match(stderr, /UpgradeCompleted/);
    for (const version of await versions()) assert.equal(version, NEXT_SPEC_VERSION);
    for (const node of network.nodes) {
      assert.equal(await node.rpc("state_getStorageHash", [CODE]), next.hash);
    }
  });

  it("does not upgrade twice", async () => {
    const { code, stderr } = await upgrade("//Alice");
    assert.equal(code, 1);
    assert.match(stderr, /the spec version must rise above 101/);
  });
});

describe("after the upgrade", () => {
  it("clients see the new constant", async () => {
    const api = await connect(network.nodes[1]!.wsUrl);
    assert.equal(api.runtimeVersion.specVersion.toNumber(), NEXT_SPEC_VERSION);
    assert.equal(maxSignatories(api), SIGNATORIES.after);
    await api.disconnect();
    // Also those that were there before.
    assert.equal(maxSignatories(await network.nodes[0]!.api()), SIGNATORIES.after);
  });

  it("the migration has counted every account", async () => {
    const [node] = network.nodes;
    const head = await node!.rpc<string>("chain_getFinalizedHead");
    const counted = await node!.rpc<string>("state_getStorage", [COUNTED_ACCOUNTS, head]);
    const accounts = await node!.rpc<string[]>("state_getKeysPaged", [ACCOUNTS, 1000, null, head]);
    assert.equal(Buffer.from(hexToU8a(counted)).readUInt32LE(), accounts.length);
  });

  it("transactions go on", async () => {
    const api = await network.nodes[0]!.api();
    const receiver = keyPair("//upgrade//receiver").address;
    const transfer = api.tx.balances.transferKeepAlive(receiver, AITBC);
    const outcome = await succeeds(api, transfer, faucet);
    assert.equal(await freeBalance(api, receiver), AITBC);
    assert.equal(await moved(api, faucet.address, outcome), -(AITBC + outcome.fee));
  });

  it("blocks go on and become final everywhere", async () => {
    const apis = await Promise.all(network.nodes.map((node) => node.api()));
    const height = (await apis[0]!.rpc.chain.getHeader()).number.toNumber() + SIZE;
    await Promise.all(apis.map((api) => finalisedNumber(api, height, 60)));
    const hashes = await Promise.all(apis.map((api) => api.rpc.chain.getBlockHash(height)));
    assert.equal(new Set(hashes.map((hash) => hash.toHex())).size, 1);
  });

  it("a new node can execute all blocks, those before and those after it", async () => {
    const late = await network.join("late", ["--sync", "full"]);
    const height = (await (await network.nodes[0]!.api()).rpc.chain.getHeader()).number.toNumber();
    await finalisedNumber(await late.api(), height, 60);
    assert.equal(await late.rpc("state_getStorageHash", [CODE]), next.hash);
  });
});

/** Lets these members of the council upgrade the network. */
function upgrade(...members: string[]) {
  return apply(network.nodes[0]!, next.path, ...members);
}

function versions(): Promise<number[]> {
  return Promise.all(
    network.nodes.map(async (node) => {
      const version = await node.rpc<{ specVersion: number }>("state_getRuntimeVersion");
      return version.specVersion;
    }),
  );
}

function maxSignatories(api: ApiPromise): number {
  return api.consts.multisig.maxSignatories.toNumber();
}

function storageKey(pallet: string, item: string): string {
  return xxhashAsHex(pallet, 128) + xxhashAsHex(item, 128).slice(2);
}
