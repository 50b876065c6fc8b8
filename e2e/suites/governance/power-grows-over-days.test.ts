/** What days make of voting power, on a chain whose clock the test sets. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { votingPower, type VotingPower } from "../../harness/chain/governance.ts";
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
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Duration of a slot, as the preset has it. */
const SLOT = SECOND;
const WEEK = 7 * DAY;

let node: Node;
let api: ApiPromise;

before(async () => {
  node = await Node.start({ name: "power", args: [...SOLE_VALIDATOR, "--sealing", "instant"] });
  api = await node.api();
  // From here on time goes by whole slots; until a client sets it, it is that of the machine.
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
});
after(() => node.stop());

describe("voting power", () => {
  it("does not come with a loan of one block", async () => {
    const loan = 60_000n * AITBC;
    const { address, block, time } = await transferred("//power//borrower", loan);
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
    const { address, time } = await transferred("//power//holder", held);
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
    const { address, time } = await transferred("//power//half-a-day", held);
    const block = await sealedBlockAt(node, time + 12 * HOUR);
    const { short_average, long_average, power } = await votingPower(node, address, block);
    assert.equal(short_average, held / 2n);
    assert.equal(long_average, share(held, 12 * HOUR, WEEK));
    assert.equal(power, long_average);
  });

  it("is lost at once with tokens that are lent out, and comes back slowly", async () => {
    const held = 1_200n * AITBC;
    const loan = 900n * AITBC;
    const { address, pair: lender, time } = await transferred("//power//lender", held);
    const debtor = keyPair("//power//debtor");
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
