/** Four validators on one machine. */

import { authors } from "../../harness/chain/por.ts";
import { finalisedNumber } from "../../harness/chain/transactions.ts";
import { until } from "../../harness/deadline.ts";
import { Network } from "../../harness/network/network.ts";
import { issuance, plainSpec } from "../../harness/network/spec.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const SIZE = 4;
/** Height before which finality must have begun. */
const EARLY = 15;

let network: Network;

before(async () => {
  network = await Network.start({ size: SIZE });
});

after(() => network?.stop());

describe("a network of four validators", () => {
  it("finalises within its first 15 blocks", async () => {
    assert.ok((await network.finality(EARLY)) <= EARLY);
  });

  it("has one chain, on which all nodes agree", async () => {
    const height = EARLY;
    const apis = await Promise.all(network.nodes.map((node) => node.api()));
    await Promise.all(apis.map((api) => finalisedNumber(api, height, 60)));
    const hashes = await Promise.all(apis.map((api) => api.rpc.chain.getBlockHash(height)));
    assert.equal(new Set(hashes.map((hash) => hash.toHex())).size, 1);
  });

  it("lets every validator make blocks", async () => {
    const node = network.nodes[0]!;
    const head = await finalisedNumber(await node.api(), EARLY, 60);
    const found = await authors(node, 1, head.number.toNumber());
    const accounts = new Set(found.map(({ account }) => account));
    assert.deepEqual([...accounts].sort(), network.validators.map(({ address }) => address).sort());
  });

  it("connects every node with every other", async () => {
    for (const node of network.nodes) {
      const peers = await until(30, `${SIZE - 1} peers of ${node.name}`, async () => {
        const found = await node.rpc<{ peerId: string }[]>("system_peers");
        return found.length === SIZE - 1 ? found : undefined;
      });
      assert.equal(new Set(peers.map(({ peerId }) => peerId)).size, SIZE - 1);
    }
  });

  it("has as many tokens as the preset it is made from", async () => {
    const api = await network.nodes[0]!.api();
    const genesis = await api.at(api.genesisHash);
    assert.equal(
      (await genesis.query.balances.totalIssuance()).toBigInt(),
      issuance(await plainSpec("e2e")),
    );
    const elected = await genesis.query.session.validators();
    assert.equal(elected.length, SIZE);
  });
});
