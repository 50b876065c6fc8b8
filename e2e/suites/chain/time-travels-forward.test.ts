/** The clock of a chain that the client sets: `dev_timeTravel` on a node with `--sealing`. */

import type { ApiPromise } from "@polkadot/api";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { authorOf } from "../../harness/chain/blocks.ts";
import { availability, schedule } from "../../harness/chain/por.ts";
import {
  DAY,
  SECOND,
  sealedBlock,
  sealedBlockAt,
  timeOf,
  timeTravel,
} from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { succeeds } from "../../harness/chain/transactions.ts";
import { devNode, SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { METHOD_NOT_FOUND } from "../../harness/node/rpc.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Duration of a slot, as the preset has it. */
const SLOT = SECOND;
const WEEK = 7 * DAY;
const INVALID_PARAMS = -32602;
const NOT_AHEAD = 20_101;
const TOO_FAR = 20_102;

let node: Node;
let api: ApiPromise;

before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "time-travel", args });
  api = await node.api();
});
after(() => node.stop());

describe("the clock of a chain with --sealing", () => {
  it("begins when the client says, and makes no block for that", async () => {
    const text = "2027-01-01T00:00:00Z";
    const when = Date.parse(text);
    assert.equal(await timeTravel(node, text), when);
    assert.equal(await height(), 0);
    assert.equal(await timeOf(api, await sealedBlock(node)), when);
  });

  it("goes on slot by slot", async () => {
    const start = await now();
    for (const slots of [1, 2]) {
      assert.equal(await timeOf(api, await sealedBlock(node)), start + slots * SLOT);
    }
  });

  it("goes to the first slot at that time or later", async () => {
    const when = (await now()) + DAY;
    assert.equal(await timeTravel(node, when + 1), when + SLOT);
    // Before a block is there, another time can be chosen, in other words as well.
    assert.equal(await timeTravel(node, new Date(when).toISOString()), when);
    assert.equal(await timeOf(api, await sealedBlock(node)), when);
    assert.equal(await timeOf(api, await sealedBlock(node)), when + SLOT);
  });

  it("does not go back", async () => {
    const present = await now();
    for (const when of [present, present - 1, 0]) {
      const { code, message } = await node.refusal("dev_timeTravel", [when]);
      assert.equal(code, NOT_AHEAD);
      assert.equal(
        message,
        `time only goes forward: ${moment(when)} is not after the time of the chain, ` +
          moment(present),
      );
    }
    assert.equal(await timeOf(api, await sealedBlock(node)), present + SLOT);
  });

  it("does not go beyond the year 2100", async () => {
    const { code, message } = await node.refusal("dev_timeTravel", ["2101-01-01"]);
    assert.equal(code, TOO_FAR);
    assert.equal(message, `${moment(Date.UTC(2101, 0))} is too far: the last year is 2100`);
  });

  it("takes nothing but dates", async () => {
    for (const params of [["tomorrow"], ["2027-06-01T12:00:00"], [1.5], [null], [{}], []]) {
      const { code, data } = await node.refusal("dev_timeTravel", params);
      assert.equal(code, INVALID_PARAMS, JSON.stringify(params));
      if (params.length > 0) assert.match(String(data), /is not a date: give milliseconds/);
    }
  });

  it("belongs to chains that are sealed", async () => {
    const refusal = await (await devNode()).refusal("dev_timeTravel", ["2100-01-01"]);
    assert.equal(refusal.code, METHOD_NOT_FOUND);
    assert.equal(refusal.message, "Method not found");
  });

  it("does not hurt the validator, whose slots it skips", async () => {
    const before = await schedule(node);
    const hash = await sealedBlockAt(node, (await now()) + WEEK);
    const { account } = before.producers[0]!;
    assert.equal(await authorOf(api, hash), account);

    // The transactions that follow are carried out as ever, and with them sessions and eras.
    const sessions = 4;
    for (let block = 0; block < sessions * before.length; block += 1) await sealedBlock(node);
    const { address } = keyPair("//time-travel//receiver");
    await succeeds(api, api.tx.balances.transferKeepAlive(address, AITBC), faucet);
    const later = await schedule(node);
    assert.ok(later.session >= before.session + sessions, `session ${later.session}`);
    assert.deepEqual(
      later.producers.map((producer) => producer.account),
      [account],
    );
    const { failures, suspended } = await availability(node, account);
    assert.deepEqual({ failures, suspended }, { failures: 0, suspended: false });
    const finalised = await api.rpc.chain.getFinalizedHead();
    assert.equal((await api.rpc.chain.getHeader(finalised)).number.toNumber(), await height());
  });
});

/** A moment in the words of the node. */
function moment(millis: number): string {
  return `${new Date(millis).toISOString()} (${millis} ms)`;
}

async function height(): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}

/** The time of the best block. */
async function now(): Promise<number> {
  return timeOf(api, (await api.rpc.chain.getBlockHash()).toHex());
}
