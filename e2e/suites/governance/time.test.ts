/** What only days show, on a chain whose clock the client sets: `dev_timeTravel`. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { authorOf } from "../../harness/chain/blocks.ts";
import { votingPower, type VotingPower } from "../../harness/chain/governance.ts";
import { availability, schedule } from "../../harness/chain/por.ts";
import {
  DAY,
  HOUR,
  SECOND,
  sealedBlock,
  sealedBlockAt,
  timeOf,
  timeTravel,
} from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { freeBalance, succeeds, type Inclusion } from "../../harness/chain/transactions.ts";
import { devNode, SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { METHOD_NOT_FOUND } from "../../harness/node/rpc.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Of the preset. */
const SLOT = SECOND;
const WEEK = 7 * DAY;
const INVALID_PARAMS = -32602;
const NOT_AHEAD = 20_101;
const TOO_FAR = 20_102;

let node: Node;
let api: ApiPromise;

before(async () => {
  node = await Node.start({ name: "time", args: [...SOLE_VALIDATOR, "--sealing", "instant"] });
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
    await transferred("//time//after-a-week", AITBC);
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

describe("voting power", () => {
  it("does not come with a loan of one block", async () => {
    const loan = 60_000n * AITBC;
    const { address, block, time } = await transferred("//time//borrower", loan);
    const received = await votingPower(node, address, block);
    assert.deepEqual([received.balance, received.power], [loan, 0n]);

    const next = await sealedBlock(node);
    assert.equal(await timeOf(api, next), time + SLOT);
    const { balance, power } = await votingPower(node, address, next);
    assert.equal(balance, loan);
    assert.equal(power, share(loan, SLOT, WEEK));
    assert.ok(power < loan / 100_000n, `${power} of ${loan}`);
  });

  it("grows for a week with tokens that are held", async () => {
    const held = 700n * AITBC;
    const { address, time } = await transferred("//time//holder", held);
    const after = async (elapsed: number): Promise<VotingPower> => {
      const block = await sealedBlockAt(node, time + elapsed);
      assert.equal(await timeOf(api, block), time + elapsed);
      return votingPower(node, address, block);
    };

    const threeDays = await after(3 * DAY);
    assert.equal(threeDays.power, 300n * AITBC);
    assert.equal(threeDays.power, threeDays.long_average);
    assert.equal(threeDays.short_average, held);

    const nearly = await after(WEEK - HOUR);
    assert.equal(nearly.power, share(held, WEEK - HOUR, WEEK));
    assert.ok(nearly.power < held);

    const week = await after(WEEK + SLOT);
    assert.equal(week.power, held);
    assert.equal(week.balance, held);
  });

  it("is averaged over a day as well", async () => {
    const held = 240n * AITBC;
    const { address, time } = await transferred("//time//half-a-day", held);
    const block = await sealedBlockAt(node, time + 12 * HOUR);
    const { short_average, long_average, power } = await votingPower(node, address, block);
    assert.equal(short_average, held / 2n);
    assert.equal(long_average, share(held, 12 * HOUR, WEEK));
    assert.equal(power, long_average);
  });

  it("is lost at once with tokens that are lent out, and comes back slowly", async () => {
    const held = 1_200n * AITBC;
    const loan = 900n * AITBC;
    const { address, pair: lender, time } = await transferred("//time//lender", held);
    const debtor = keyPair("//time//debtor");
    await timeTravel(node, time + 8 * DAY);
    const lent = await transfer(debtor.address, loan, lender);
    const left = held - loan - lent.fee;
    const without = await votingPower(node, address, lent.block);
    assert.deepEqual([without.balance, without.power], [left, left]);
    assert.ok(left > 299n * AITBC);
    // The averages do not know yet.
    assert.equal(without.short_average, held);

    // An hour later it is back, but for what the debtor pays for fees.
    const start = await timeOf(api, lent.block);
    await sealedBlockAt(node, start + HOUR - SLOT);
    const back = loan - AITBC;
    const returned = await transfer(address, back, debtor);
    assert.equal(await timeOf(api, returned.block), start + HOUR);
    const again = await votingPower(node, address, returned.block);
    assert.equal(again.balance, left + back);
    assert.equal(
      again.power,
      (held * BigInt(23 * HOUR) + left * BigInt(HOUR)) / BigInt(DAY),
      "the average of the day with the hour in it",
    );
    assert.equal(again.power, again.short_average);
    // Nobody could vote with it meanwhile.
    const borrowed = await votingPower(node, debtor.address, returned.block);
    assert.equal(borrowed.balance, await freeBalance(api, debtor.address, returned.block));
    assert.equal(borrowed.long_average, share(loan, HOUR, WEEK));
    assert.ok(borrowed.power < AITBC);
  });
});

/** What `balance` held for `elapsed` counts in an average over `window`, in milliseconds. */
function share(balance: bigint, elapsed: number, window: number): bigint {
  return (balance * BigInt(elapsed)) / BigInt(window);
}

/** A moment in the words of the node. */
function moment(millis: number): string {
  return `${new Date(millis).toISOString()} (${millis} ms)`;
}

function transfer(to: string, amount: bigint, from: KeyringPair): Promise<Inclusion> {
  return succeeds(api, api.tx.balances.transferKeepAlive(to, amount), from);
}

/** Gives `amount` to a new account; in which block, and the time of that. */
async function transferred(
  uri: string,
  amount: bigint,
): Promise<{ pair: KeyringPair; address: string; block: string; time: number }> {
  const pair = keyPair(uri);
  const { address } = pair;
  const { block } = await transfer(address, amount, faucet);
  return { pair, address, block, time: await timeOf(api, block) };
}

async function height(): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}

/** The time of the best block. */
async function now(): Promise<number> {
  return timeOf(api, (await api.rpc.chain.getBlockHash()).toHex());
}
