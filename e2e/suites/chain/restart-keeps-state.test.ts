/** What a node knew when it stopped, it knows when it starts again. */

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { finalisedNumber, freeBalance, succeeds } from "../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

const receiver = keyPair("//restart//receiver").address;
const AMOUNT = 5n * AITBC;

let node: Node;

before(async () => {
  node = await Node.start({ name: "restarting", args: SOLE_VALIDATOR });
});

describe("a validator that starts again from its database", () => {
  it("keeps state and identity after an orderly stop, and the chain goes on", () =>
    survives(() => node.stop()));

  it("keeps state and identity after a crash, and the chain goes on", () =>
    survives(() => node.kill()));
});

/** Pays, waits for finality, ends the node with `end`, starts it again and looks for everything. */
async function survives(end: () => Promise<unknown>): Promise<void> {
  const api = await node.api();
  const genesis = api.genesisHash.toHex();
  const address = node.multiaddress("tcp");
  const payment = api.tx.balances.transferKeepAlive(receiver, AMOUNT);
  const { block } = await succeeds(api, payment, faucet);
  const balance = await freeBalance(api, receiver, block);
  const number = (await api.rpc.chain.getHeader(block)).number.toNumber();
  // One more than needed: the database writes behind, a crash may take the last moment with it.
  await finalisedNumber(api, number + 1, 30);
  await end();

  node = await node.restart();
  const after = await node.api();
  assert.equal(after.genesisHash.toHex(), genesis);
  assert.equal(node.multiaddress("tcp"), address);
  assert.equal((await after.rpc.chain.getBlockHash(number)).toHex(), block);
  assert.equal(await freeBalance(after, receiver), balance);
  await finalisedNumber(after, number + 3, 30);
}
