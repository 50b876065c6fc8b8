/** A node that cannot do what it was told says why. */

import { writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { u8aToString } from "@polkadot/util";
import { blake2AsU8a, decodeAddress, encodeAddress } from "@polkadot/util-crypto";

import { keyPair } from "../../harness/chain/accounts.ts";
import { SS58_PREFIX } from "../../harness/chain/token.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { output, run } from "../../harness/node/binary.ts";
import { Node } from "../../harness/node/node.ts";
import { assert, describe, it } from "../../harness/test.ts";
import { freshDirectory, workspace } from "../../harness/workspace.ts";

describe("a node refuses to start", () => {
  it("on a chain nobody knows", async () => {
    const { code, stderr } = await run(["--chain", "nonsense", "--tmp"]);
    assert.equal(code, 1);
    assert.match(stderr, /nonsense/);
    assert.match(stderr, /development, .*e2e, .*local_testnet, .*testnet/);
  });

  it("on a chain spec that is damaged", async () => {
    const path = join(workspace(), "damaged.json");
    await writeFile(path, '{ "name": "Damaged", "id": ');
    const { code, stderr } = await run(["--chain", path, "--tmp"]);
    assert.equal(code, 1);
    assert.match(stderr, /damaged\.json/);
  });

  it("when its RPC port is taken", async () => {
    await using taken = await takenPort();
    const text = await Node.refused({
      name: "port-taken",
      args: SOLE_VALIDATOR,
      ports: { rpc: taken.port, tcp: 0, ws: 0 },
    });
    assert.match(text, new RegExp(`port ${taken.port} is already in use.*--rpc-port`));
  });

  it("when its network port is taken", async () => {
    await using taken = await takenPort();
    const text = await Node.refused({
      name: "p2p-port-taken",
      args: SOLE_VALIDATOR,
      ports: { rpc: 0, tcp: taken.port, ws: 0 },
    });
    assert.match(text, new RegExp(`port ${taken.port} is already in use`));
  });

  it("as a public validator with unsafe methods", async () => {
    const args = [...SOLE_VALIDATOR, "--validator", "--rpc-external"];
    assert.match(await Node.refused({ name: "public-validator", args }), /--unsafe-rpc-external/);
  });

  it("with --sealing on a chain of several validators", async () => {
    const args = ["--chain", await rawSpec("local_testnet"), "--alice", "--sealing", "manual"];
    const text = await Node.refused({ name: "sealing-among-four", args });
    assert.match(text, /--sealing manual works only on a chain with one validator.* has 4/);
  });

  it("with --sealing when it may not make blocks", async () => {
    const args = ["--chain", await rawSpec("e2e"), "--sealing", "manual"];
    const text = await Node.refused({ name: "sealing-full-node", args });
    assert.match(text, /--sealing manual makes blocks, so the node has to be an authority/);
  });

  it("with a way of sealing that does not exist", async () => {
    for (const mode of ["never", "interval=0", "interval=", "interval=soon"]) {
      const { code, stderr } = await run([...SOLE_VALIDATOR, "--tmp", "--sealing", mode]);
      assert.equal(code, 2);
      assert.match(stderr, /--sealing/);
    }
  });

  it("on a public network as it is built in", async () => {
    for (const chain of ["testnet", "mainnet"]) {
      const { code, stderr } = await run(["--chain", chain, "--tmp"]);
      assert.equal(code, 1);
      assert.match(
        stderr,
        new RegExp(
          `${chain} cannot be started, only exported: its built-in genesis has placeholders .*` +
            `Run --dev or --chain local_testnet instead; .export-chain-spec --chain ${chain}. `,
        ),
      );
    }
  });

  it("on a mainnet with one placeholder left, but not on one without", async () => {
    const left = "aitbc mainnet validator 1";
    const chain = join(workspace(), "launch.json");
    await writeFile(chain, await launched(left));
    const text = await Node.refused({ name: "unfinished", args: ["--chain", chain] });
    const address = encodeAddress(placeholder(left), SS58_PREFIX);
    assert.ok(
      text.includes(
        `Error: the genesis of AITBC (aitbc) still has the placeholder "${left}" (${address}), ` +
          "whose secrets nobody has: replace it in the plain chain spec, then make the raw one again",
      ),
      text,
    );

    await writeFile(chain, await launched());
    const node = await Node.start({ name: "launched", args: ["--chain", chain] });
    await node.stop();
  });

  it("with another pruning of states than its database was made for", async () => {
    const basePath = freshDirectory("pruned");
    const first = await Node.start({ name: "pruned", args: SOLE_VALIDATOR, basePath });
    await first.stop();
    const args = [...SOLE_VALIDATOR, "--state-pruning", "archive"];
    assert.match(
      await Node.refused({ name: "archive", args, basePath }),
      /Incompatible pruning modes .*start without --state-pruning.*purge-chain/,
    );
    const again = await Node.start({ name: "pruned", args: SOLE_VALIDATOR, basePath });
    await again.stop();
  });
});

/** What stands in the presets for the account or key `name`. */
function placeholder(name: string): Uint8Array {
  return blake2AsU8a(name);
}

/**
 * The plain spec of mainnet as a launch ceremony completes it: with accounts that somebody has in
 * place of all that the preset has but the pots, which have no keys, and the placeholder `left`.
 */
async function launched(left?: string): Promise<string> {
  const plain = await output(["export-chain-spec", "--chain", "mainnet"]);
  const kept = left === undefined ? "" : encodeAddress(placeholder(left), SS58_PREFIX);
  const replaced = new Map<string, string>();
  return plain.replace(/"(5[1-9A-HJ-NP-Za-km-z]{47})"/g, (quoted, address: string) => {
    if (address === kept || u8aToString(decodeAddress(address).slice(0, 4)) === "modl") {
      return quoted;
    }
    const another = replaced.get(address) ?? keyPair(`//launch//${replaced.size}`).address;
    replaced.set(address, another);
    return `"${another}"`;
  });
}

/** A port of this machine on which somebody listens. */
async function takenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
