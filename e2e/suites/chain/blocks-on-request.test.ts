/** Blocks on request, for developers: `--sealing`. */

import { setTimeout as sleep } from "node:timers/promises";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { eventsNamed, finalisedNumber, succeeds } from "../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

let node: Node;

interface CreatedBlock {
  hash: string;
}

describe("sealing by hand", () => {
  before(async () => {
    node = await started("manual");
  });
  after(() => node.stop());

  it("makes no empty block unless asked for one", async () => {
    const refusal = await node.refusal("engine_createBlock", [false, false, null]);
    assert.match(`${refusal.message} ${refusal.data}`, /empty/i);
    assert.equal(await height(), 0);
  });

  it("makes and finalises a block when asked, and only then", async () => {
    const api = await node.api();
    const receiver = keyPair("//sealing//manual").address;
    const transfer = await api.tx.balances
      .transferKeepAlive(receiver, AITBC)
      .signAsync(faucet, { nonce: -1 });
    await api.rpc.author.submitExtrinsic(transfer);
    await sleep(SEVERAL_SLOTS);
    assert.equal(await height(), 0);

    const first = await node.rpc<CreatedBlock>("engine_createBlock", [false, false, null]);
    assert.equal(await height(), 1);
    const block = await api.rpc.chain.getBlock(first.hash);
    assert.ok(block.block.extrinsics.some(({ hash }) => hash.eq(transfer.hash)));
    const items = block.block.header.digest.logs
      .filter((log) => log.isPreRuntime)
      .map((log) => log.asPreRuntime)
      .map(([engine, data]) => [engine.toString(), data.toU8a(true).length]);
    assert.deepEqual(items, [
      ["aura", 8],
      ["RVRF", VRF],
    ]);
    assert.equal(await finalisedHeight(), 0);

    assert.equal(await node.rpc<boolean>("engine_finalizeBlock", [first.hash, null]), true);
    assert.equal(await finalisedHeight(), 1);

    const second = await node.rpc<CreatedBlock>("engine_createBlock", [true, true, null]);
    assert.equal(await node.rpc("chain_getBlockHash", [2]), second.hash);
    assert.equal(await finalisedHeight(), 2);
  });
});

describe("sealing without the key of the validator", () => {
  it("says with each order whose key is missing", async () => {
    const args = ["--chain", await rawSpec("e2e"), "--validator", "--sealing", "manual"];
    node = await Node.start({ name: "sealing-without-key", args });
    for (let order = 0; order < 2; order++) {
      const { message } = await node.refusal("engine_createBlock", [true, false, null]);
      assert.equal(
        message,
        `block production key of ${keyPair("//Alice").address} is not in the keystore: add --dev or --alice`,
      );
    }
    assert.equal(await height(), 0);
    await node.stop();
  });
});

describe("sealing at once", () => {
  it("makes a final block for each transaction", async () => {
    node = await started("instant");
    const api = await node.api();
    const receiver = keyPair("//sealing//instant").address;
    const transfer = api.tx.balances.transferKeepAlive(receiver, AITBC);
    for (const wanted of [1, 2]) {
      const outcome = await succeeds(api, transfer, faucet);
      assert.equal(eventsNamed(outcome, "balances.Transfer").length, 1);
      assert.equal(await height(), wanted);
    }
    await node.stop();
  });
});

describe("sealing at an interval", () => {
  it("makes final blocks without transactions, and goes on only with --sealing", async () => {
    node = await started("interval=200");
    await finalisedNumber(await node.api(), 5, 30);
    const fifth = await node.rpc("chain_getBlockHash", [5]);
    await node.stop();

    const options = { name: "slots-after-sealing", args: SOLE_VALIDATOR, basePath: node.basePath };
    assert.match(await Node.refused(options), /were made with --sealing/);
    node = await node.restart();
    assert.equal(await node.rpc("chain_getBlockHash", [5]), fifth);
    await node.stop();
  });
});

describe("a chain that was made slot by slot", () => {
  it("goes on only without --sealing", async () => {
    node = await Node.start({ name: "slots", args: SOLE_VALIDATOR });
    await finalisedNumber(await node.api(), 2, 30);
    await node.stop();

    const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
    const options = { name: "sealing-after-slots", args, basePath: node.basePath };
    assert.match(await Node.refused(options), /made slot by slot/);
    node = await node.restart();
    await finalisedNumber(await node.api(), 4, 30);
    await node.stop();
  });
});

/** Bytes of a VRF: the pre-output and the proof. */
const VRF = 96;

/** Slots of the preset take 1 s; a chain with slots would be at block 2 or 3 after this. */
const SEVERAL_SLOTS = 3_000;

function started(sealing: string): Promise<Node> {
  const name = `sealing-${sealing.replace("=", "-")}`;
  return Node.start({ name, args: [...SOLE_VALIDATOR, "--sealing", sealing] });
}

async function height(): Promise<number> {
  return Number((await node.rpc<{ number: string }>("chain_getHeader")).number);
}

async function finalisedHeight(): Promise<number> {
  const head = await node.rpc<string>("chain_getFinalizedHead");
  return Number((await node.rpc<{ number: string }>("chain_getHeader", [head])).number);
}
