/** A node that cannot do what it was told says why. */

import { writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

import { run } from "../../harness/binary.ts";
import { SOLE_VALIDATOR } from "../../harness/dev-node.ts";
import { Node } from "../../harness/node.ts";
import { rawSpec } from "../../harness/spec.ts";
import { assert, describe, it } from "../../harness/test.ts";
import { workspace } from "../../harness/workspace.ts";

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

  it("on mainnet before it is launched", async () => {
    const { code, stderr } = await run(["--chain", "mainnet", "--tmp"]);
    assert.equal(code, 1);
    assert.match(stderr, /mainnet is not launched/);
  });
});

/** A port of this machine on which somebody listens. */
async function takenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
