/** Two chains that differ in nothing but their first block do not mix. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { devNode, SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";
import { freshDirectory, workspace } from "../../harness/workspace.ts";

/** A spec that differs from the one of `e2e` in nothing but an entry of the genesis state. */
const foreignSpec = join(workspace(), "foreign.raw.json");

before(async () => {
  const spec = JSON.parse(await readFile(await rawSpec("e2e"), "utf8")) as {
    genesis: { raw: { top: Record<string, string> } };
  };
  spec.genesis.raw.top["0xf0e1"] = "0x01";
  await writeFile(foreignSpec, JSON.stringify(spec));
});

describe("a node of another genesis", { concurrency: true }, () => {
  it("does not sync, and says so", async () => {
    const ours = await devNode();
    const api = await ours.api();
    await finalisedNumber(api, 2, 30);

    const stranger = await Node.start({
      name: "stranger",
      args: ["--chain", foreignSpec, "--bootnodes", ours.multiaddress("tcp")],
    });
    await ours.rpc("system_addReservedPeer", [stranger.multiaddress("tcp")]);
    await stranger.log.match(/is on a different chain/, 60);

    const head = await stranger.rpc<{ number: string }>("chain_getHeader");
    assert.equal(Number(head.number), 0);
    assert.notEqual(await stranger.rpc("chain_getBlockHash", [0]), api.genesisHash.toHex());
    await stranger.stop();
    const number = (await api.rpc.chain.getHeader()).number.toNumber();
    await finalisedNumber(api, number + 1, 30);
  });

  it("does not open the database of the first, which stays whole", async () => {
    const basePath = freshDirectory("one-of-two");
    const first = await Node.start({ name: "owner", args: SOLE_VALIDATOR, basePath });
    await finalisedNumber(await first.api(), 2, 30);
    const second = (await (await first.api()).rpc.chain.getBlockHash(2)).toHex();
    await first.stop();

    const args = ["--chain", foreignSpec, "--alice"];
    const text = await Node.refused({ name: "intruder", args, basePath });
    assert.match(text, /belongs to another chain/);

    const again = await first.restart();
    assert.equal(await again.rpc("chain_getBlockHash", [2]), second);
    await finalisedNumber(await again.api(), 3, 30);
    await again.stop();
  });
});
