/** Blocks on request, for developers: `--sealing`. */

import { setTimeout as sleep } from "node:timers/promises";

import { faucet, keyPair } from "../../harness/accounts.ts";
import { eventsNamed, finalised, succeeds } from "../../harness/chain.ts";
import { SOLE_VALIDATOR } from "../../harness/dev-node.ts";
import { Node } from "../../harness/node.ts";
import { afterEach, assert, describe, it } from "../../harness/test.ts";
import { AITBC } from "../../harness/token.ts";

let node: Node;

afterEach(() => node.stop());

interface CreatedBlock {
  hash: string;
}

describe("sealing", () => {
  it("by hand makes a block when asked, and only then", async () => {
    node = await started("manual");
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
    assert.equal(await finalisedHeight(), 0);

    assert.equal(await node.rpc<boolean>("engine_finalizeBlock", [first.hash, null]), true);
    assert.equal(await finalisedHeight(), 1);

    const second = await node.rpc<CreatedBlock>("engine_createBlock", [true, true, null]);
    assert.equal(await node.rpc("chain_getBlockHash", [2]), second.hash);
    assert.equal(await finalisedHeight(), 2);
  });

  it("by hand makes no empty block unless asked for one", async () => {
    node = await started("manual");
    const refusal = await node.refusal("engine_createBlock", [false, false, null]);

    assert.match(`${refusal.message} ${refusal.data}`, /empty/i);
    assert.equal(await height(), 0);
  });

  it("at once makes a block for each transaction", async () => {
    node = await started("instant");
    const api = await node.api();
    const receiver = keyPair("//sealing//instant").address;
    const transfer = api.tx.balances.transferKeepAlive(receiver, AITBC);
    for (const wanted of [1, 2]) {
      const outcome = await succeeds(api, transfer, faucet);
      assert.equal(eventsNamed(outcome, "balances.Transfer").length, 1);
      assert.equal(await height(), wanted);
    }
  });

  it("at an interval makes blocks without transactions", async () => {
    node = await started("interval=200");
    await finalised(await node.api(), "block 5", 30, (header) => header.number.toNumber() >= 5);
  });
});

describe("a chain goes on in the way it was made", () => {
  it("with --sealing", async () => {
    node = await started("interval=200");
    await finalised(await node.api(), "block 2", 30, (header) => header.number.toNumber() >= 2);
    const second = await node.rpc("chain_getBlockHash", [2]);
    await node.stop();

    const options = { name: "slots-after-sealing", args: SOLE_VALIDATOR, basePath: node.basePath };
    assert.match(await Node.refused(options), /were made with --sealing/);
    node = await node.restart();
    assert.equal(await node.rpc("chain_getBlockHash", [2]), second);
  });

  it("slot by slot", async () => {
    node = await Node.start({ name: "slots", args: SOLE_VALIDATOR });
    await finalised(await node.api(), "block 2", 30, (header) => header.number.toNumber() >= 2);
    await node.stop();

    const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
    const options = { name: "sealing-after-slots", args, basePath: node.basePath };
    assert.match(await Node.refused(options), /made slot by slot/);
    node = await node.restart();
    await finalised(await node.api(), "block 4", 30, (header) => header.number.toNumber() >= 4);
  });
});

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
