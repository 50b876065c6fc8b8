/** A running network of four validators gets a new runtime, which its holders have proposed and voted for. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hexToU8a } from "@polkadot/util";
import { xxhashAsHex } from "@polkadot/util-crypto";
import { firstValueFrom, skipWhile } from "rxjs";

import { COUNCIL, MAJORITY } from "../../harness/chain/council.ts";
import { proposal, type Status } from "../../harness/chain/governance.ts";
import { approveAll, voteAll, WHALES } from "../../harness/chain/proposals.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { isAuthorised } from "../../harness/chain/upgrade.ts";
import { lightClient } from "../../harness/clients/light-client.ts";
import {
  NEXT_SPEC_VERSION,
  nextVersion,
  type NextVersion,
} from "../../harness/clients/next-version.ts";
import { runScript } from "../../harness/clients/script.ts";
import { until, within } from "../../harness/deadline.ts";
import { Network } from "../../harness/network/network.ts";
import type { Run } from "../../harness/node/binary.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";
import { freshDirectory } from "../../harness/workspace.ts";

const SIZE = 4;
/** Seconds for a script that waits for the whole life of a proposal: a day is six seconds. */
const LIFE_SECONDS = 180;
/** State under well-known keys. */
const CODE = "0x3a636f6465";
const COUNTED_ACCOUNTS = storageKey("Rehearsal", "CountedAccounts");
const ACCOUNTS = storageKey("System", "Account");

let network: Network;
let next: NextVersion;
let light: Awaited<ReturnType<typeof lightClient>>;

before(async () => {
  if (longTier.skip) return;
  next = await nextVersion();
  network = await Network.start({ size: SIZE });
  await network.finality(15);
  light = await lightClient(network.spec, network.nodes);
});

after(async () => {
  await light?.stop();
  await network?.stop();
});

describe("a network whose holders upgrade it", () => {
  let id: number;

  it("takes the proposal of its code", longTier, async () => {
    const secret = join(freshDirectory("upgrade"), "secret");
    writeFileSync(secret, "//Ferdie\n", { mode: 0o600 });
    const { code, stdout, stderr } = await script("propose", next.path, "--secret", secret);
    assert.equal(code, 0, stderr);
    id = Number(stdout.trim());
  });

  it("votes, approves and authorises it while somebody follows", longTier, async () => {
    const followed = script("status", String(id));
    const api = await network.nodes[1]!.api();
    await status("active", 30);
    await voteAll(api, id, "For", WHALES);
    await approveAll(api, id, COUNCIL.slice(0, MAJORITY));
    await status("executed", 120);
    assert.ok(await isAuthorised(api, next.code));
    const { code, stderr } = await followed;
    assert.equal(code, 0, stderr);
    for (const stage of ["active", "queued", "executed"]) {
      assert.match(stderr, new RegExp(stage));
    }
  });

  it("runs it when anybody has applied it", longTier, async () => {
    const { code, stderr } = await script("apply", next.path);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /UpgradeCompleted/);
    for (const node of network.nodes) {
      const version = await node.rpc<{ specVersion: number }>("state_getRuntimeVersion");
      assert.equal(version.specVersion, NEXT_SPEC_VERSION);
      assert.equal(await node.rpc("state_getStorageHash", [CODE]), next.hash);
    }
    const [node] = network.nodes;
    const head = await node!.rpc<string>("chain_getFinalizedHead");
    const counted = await node!.rpc<string>("state_getStorage", [COUNTED_ACCOUNTS, head]);
    const accounts = await node!.rpc<string[]>("state_getKeysPaged", [ACCOUNTS, 1000, null, head]);
    assert.equal(Buffer.from(hexToU8a(counted)).readUInt32LE(), accounts.length);
  });

  it("takes nothing from the council's Root any more", longTier, async () => {
    const api = await network.nodes[0]!.api();
    assert.ok((await api.query["openClaw"]!["bootstrap"]!()).isEmpty);
  });

  it("is followed by smoldot over the upgrade", longTier, async () => {
    const height = await best();
    const final = await within(
      90,
      `block ${height} in smoldot`,
      firstValueFrom(light.papi.finalizedBlock$.pipe(skipWhile(({ number }) => number < height))),
    );
    const api = await network.nodes[0]!.api();
    assert.equal((await api.rpc.chain.getBlockHash(final.number)).toHex(), final.hash);
    const version = (await within(
      30,
      "the version of the runtime from smoldot",
      light.papi.getUnsafeApi().constants.System.Version(),
    )) as { spec_version: number };
    assert.equal(version.spec_version, NEXT_SPEC_VERSION);
  });

  it("is synced by a node that comes later", longTier, async () => {
    const late = await network.join("late", ["--sync", "full"]);
    await finalisedNumber(await late.api(), await best(), 120);
    assert.equal(await late.rpc("state_getStorageHash", [CODE]), next.hash);
    assert.equal((await proposal(late, id)).status, "executed");
    await late.stop();
  });

  function status(wanted: Status, seconds: number): Promise<true> {
    return until(seconds, `proposal ${id} to be ${wanted}`, async () =>
      (await proposal(network.nodes[0]!, id)).status === wanted ? true : undefined,
    );
  }
});

async function best(): Promise<number> {
  const api = await network.nodes[0]!.api();
  return (await api.rpc.chain.getHeader()).number.toNumber();
}

function script(command: string, ...args: string[]): Promise<Run> {
  const url = network.nodes[0]!.wsUrl;
  return runScript("upgrade.sh", [command, ...args, "--url", url], LIFE_SECONDS);
}

function storageKey(pallet: string, item: string): string {
  return xxhashAsHex(pallet, 128) + xxhashAsHex(item, 128).slice(2);
}
