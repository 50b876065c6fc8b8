/** A smoldot light client: it trusts nothing but the chain spec. */

import { firstValueFrom, take, toArray } from "rxjs";

import { keyPair } from "../../harness/chain/accounts.ts";
import { freeBalance } from "../../harness/chain/transactions.ts";
import { lightClient } from "../../harness/clients/light-client.ts";
import { within } from "../../harness/deadline.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { assert, describe, it } from "../../harness/test.ts";

const BLOCKS = 5;

describe("a smoldot light client", () => {
  it("follows finality block by block and reads proven state", async () => {
    const node = await devNode();
    const { papi, stop } = await lightClient(await rawSpec("e2e"), [node]);

    const blocks = await within(
      90,
      `${BLOCKS} finalised blocks in smoldot`,
      firstValueFrom(papi.finalizedBlock$.pipe(take(BLOCKS), toArray())),
    );
    const api = await node.api();
    const numbers = blocks.map(({ number }) => number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => numbers[0]! + index),
    );
    for (const { number, hash } of blocks) {
      assert.equal((await api.rpc.chain.getBlockHash(number)).toHex(), hash);
    }

    const alice = keyPair("//Alice").address;
    const account = (await within(
      30,
      "the balance of Alice from smoldot",
      papi.getUnsafeApi().query.System.Account.getValue(alice, { at: "finalized" }),
    )) as { data: { free: bigint } };
    assert.equal(account.data.free, await freeBalance(api, alice));
    await stop();
  });
});
