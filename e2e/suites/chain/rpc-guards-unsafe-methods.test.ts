/** What the RPC server tells, to whom, and what it keeps to itself. */

import { DECIMALS, EXISTENTIAL_DEPOSIT, SS58_PREFIX, SYMBOL } from "../../harness/chain/token.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { devNode, SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { output } from "../../harness/node/binary.ts";
import { Node } from "../../harness/node/node.ts";
import { METHOD_NOT_FOUND } from "../../harness/node/rpc.ts";
import { assert, describe, it } from "../../harness/test.ts";

describe("the token", () => {
  it("has one symbol, number of decimals and address prefix wherever one looks", async () => {
    const node = await devNode();
    const expected = { tokenSymbol: SYMBOL, tokenDecimals: DECIMALS, ss58Format: SS58_PREFIX };

    assert.deepEqual(await node.rpc("system_properties"), expected);
    assert.deepEqual(await node.rpc("chainSpec_v1_properties"), expected);
    for (const chain of ["e2e", "mainnet"]) {
      const spec = JSON.parse(await output(["export-chain-spec", "--chain", chain])) as {
        properties: unknown;
      };
      assert.deepEqual(spec.properties, expected, chain);
    }
    const { consts, registry } = await node.api();
    assert.equal(consts.system.ss58Prefix.toNumber(), SS58_PREFIX);
    assert.equal(consts.balances.existentialDeposit.toBigInt(), EXISTENTIAL_DEPOSIT);
    assert.deepEqual(registry.chainTokens, [SYMBOL]);
    assert.deepEqual(registry.chainDecimals, [DECIMALS]);
    assert.equal(registry.chainSS58, SS58_PREFIX);
  });
});

describe("archive_* methods", () => {
  it("answer on a node that keeps everything", async () => {
    const archive = ["--state-pruning", "archive", "--blocks-pruning", "archive"];
    const node = await Node.start({ name: "archive", args: [...SOLE_VALIDATOR, ...archive] });
    const api = await node.api();
    await finalisedNumber(api, 2, 30);

    assert.equal(await node.rpc("archive_v1_genesisHash"), api.genesisHash.toHex());
    assert.ok((await node.rpc<number>("archive_v1_finalizedHeight")) >= 2);
    const first = (await api.rpc.chain.getBlockHash(1)).toHex();
    assert.deepEqual(await node.rpc("archive_v1_hashByHeight", [1]), [first]);
    assert.equal((await node.rpc<string[]>("archive_v1_body", [first])).length > 0, true);
    await node.stop();
  });

  it("do not exist on other nodes", async () => {
    const node = await devNode();
    const refusal = await node.refusal("archive_v1_genesisHash");

    assert.equal(refusal.code, METHOD_NOT_FOUND);
    assert.equal(refusal.message, "Method not found");
  });
});

describe("the RPC server", () => {
  it("offers the legacy methods and those of version 2", async () => {
    const node = await devNode();
    const { methods } = await node.rpc<{ methods: string[] }>("rpc_methods");

    for (const method of [
      "author_submitExtrinsic",
      "chain_getBlock",
      "chainHead_v1_follow",
      "chainSpec_v1_genesisHash",
      "grandpa_roundState",
      "payment_queryInfo",
      "state_getMetadata",
      "system_accountNextIndex",
      "transactionWatch_v1_submitAndWatch",
      "transaction_v1_broadcast",
    ]) {
      assert.ok(methods.includes(method), method);
    }
  });

  it("lets only this machine call what is unsafe", async () => {
    const node = await Node.start({
      name: "public",
      args: ["--chain", await rawSpec("e2e"), "--rpc-external"],
    });
    for (const [method, params] of [
      ["author_rotateKeys", []],
      ["author_insertKey", ["aura", "//Mallory", `0x${"00".repeat(32)}`]],
      ["author_hasKey", [`0x${"00".repeat(32)}`, "aura"]],
      ["system_addReservedPeer", [node.multiaddress("tcp")]],
      ["offchain_localStorageGet", ["PERSISTENT", "0x00"]],
      ["por_verdicts", [1]],
    ] as const) {
      const refusal = await node.refusal(method, [...params]);
      assert.equal(refusal.code, METHOD_NOT_FOUND, method);
      assert.equal(refusal.message, "RPC call is unsafe to be called externally");
    }
    assert.equal(await node.rpc("system_chain"), "AITBC End-to-End Tests");
    await node.stop();
  });
});
