/** What a node knew when it stopped, it knows when it starts again. */

import { freeBalance, finalisedNumber, succeeds } from "../../harness/chain.ts";
import { faucet, keyPair } from "../../harness/accounts.ts";
import { SOLE_VALIDATOR } from "../../harness/dev-node.ts";
import { Node } from "../../harness/node.ts";
import { assert, describe, it } from "../../harness/test.ts";
import { AITBC } from "../../harness/token.ts";

const receiver = keyPair("//restart//receiver").address;
const AMOUNT = 5n * AITBC;

describe("a validator that starts again from its database", () => {
  for (const [how, end] of [
    ["after an orderly stop", (node: Node) => node.stop()],
    ["after a crash", (node: Node) => node.kill()],
  ] as const) {
    it(`keeps state and identity ${how}, and the chain goes on`, async () => {
      const name = how.replaceAll(" ", "-");
      const first = await Node.start({ name, args: [...SOLE_VALIDATOR] });
      const api = await first.api();
      const genesis = api.genesisHash.toHex();
      const outcome = await succeeds(
        api,
        api.tx.balances.transferKeepAlive(receiver, AMOUNT),
        faucet,
      );
      const number = (await api.rpc.chain.getHeader(outcome.block)).number.toNumber();
      await finalisedNumber(api, number, 30);
      await end(first);

      const second = await first.restart();
      const after = await second.api();
      assert.equal(after.genesisHash.toHex(), genesis);
      assert.equal(second.multiaddress("tcp"), first.multiaddress("tcp"));
      assert.equal((await after.rpc.chain.getBlockHash(number)).toHex(), outcome.block);
      assert.equal(await freeBalance(after, receiver), AMOUNT);
      await finalisedNumber(after, number + 3, 30);
      await second.stop();
    });
  }
});
