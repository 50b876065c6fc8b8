/** What a vote would weigh: the history of a balance, not the balance of the moment. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../harness/chain/accounts.ts";
import { votingPower } from "../../harness/chain/governance.ts";
import { AITBC, EXISTENTIAL_DEPOSIT } from "../../harness/chain/token.ts";
import { fundedAccounts, included, moved, succeeds } from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import type { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

const LENT = 500_000n * AITBC;
/** Deposit of a delegate: an entry of 53 bytes. */
const DEPOSIT = (153n * AITBC) / 1_000n;

let node: Node;
let api: ApiPromise;
let alice: KeyringPair;
let borrower: KeyringPair;
let delegator: KeyringPair;

before(async () => {
  node = await devNode();
  api = await node.api();
  alice = keyPair("//Alice");
  [borrower, delegator] = await fundedAccounts(
    api,
    "//governance//borrower",
    "//governance//delegator",
  );
});

describe("voting power", () => {
  it("is there in the first minute for what was held at genesis", async () => {
    const head = await api.rpc.chain.getBlockHash(1);
    const { balance, short_average, long_average, power, base } = await votingPower(
      node,
      alice.address,
      head.toHex(),
    );
    assert.ok(balance > 1_000_000n * AITBC);
    // Her average lacks nothing but what fees took a moment ago.
    assert.ok(short_average >= balance && long_average >= balance);
    assert.equal(power, balance);
    assert.ok(base > balance && base < 1_000_000_000n * AITBC);
  });

  it("does not come with borrowed tokens", async () => {
    const { transferKeepAlive } = api.tx.balances;
    const { block } = await succeeds(api, transferKeepAlive(borrower.address, LENT), alice);
    const borrowed = await votingPower(node, borrower.address, block);
    assert.ok(borrowed.balance > LENT);
    assert.ok(borrowed.power < LENT / 1_000n, `${borrowed.power} of ${borrowed.balance}`);
    assert.equal(borrowed.power, borrowed.long_average);

    // Who lends them out has less at once.
    const lender = await votingPower(node, alice.address, block);
    assert.equal(lender.power, lender.balance);
    await succeeds(api, transferKeepAlive(alice.address, LENT), borrower);
  });

  it("can be given to a delegate, and taken back", async () => {
    const { acceptDelegations, delegate, undelegate } = api.tx.votingPower;
    const uninvited = await included(api, delegate(alice.address, null), delegator);
    assert.equal(uninvited.error, "votingPower.NoDelegate");
    await succeeds(api, acceptDelegations(100n * AITBC), alice);
    const given = await succeeds(api, delegate(alice.address, null), delegator);
    const { delegated_to } = await votingPower(node, delegator.address, given.block);
    assert.equal(delegated_to, alice.address);

    const chain = await included(api, delegate(delegator.address, null), borrower);
    assert.equal(chain.error, "votingPower.DelegateDelegates");
    const upwards = await included(api, delegate(borrower.address, null), alice);
    assert.equal(upwards.error, "votingPower.HasDelegators");
    const itself = await included(api, delegate(borrower.address, null), borrower);
    assert.equal(itself.error, "votingPower.SelfDelegation");

    const taken = await succeeds(api, undelegate(), delegator);
    const after = await votingPower(node, delegator.address, taken.block);
    assert.equal(after.delegated_to, null);
    const again = await included(api, undelegate(), delegator);
    assert.equal(again.error, "votingPower.NotDelegated");
  });

  it("is not forced on anybody, nor kept by force", async () => {
    const { acceptDelegations, delegate, removeDelegator } = api.tx.votingPower;
    const toAlice = () => delegate(alice.address, 5n * AITBC);
    await succeeds(api, acceptDelegations(1_000_000n * AITBC), alice);
    const poor = await included(api, toAlice(), delegator);
    assert.equal(poor.error, "votingPower.TooFewTokens");

    await succeeds(api, acceptDelegations(100n * AITBC), alice);
    await succeeds(api, toAlice(), delegator);
    await succeeds(api, acceptDelegations(null), alice);
    const late = await included(api, delegate(alice.address, null), borrower);
    assert.equal(late.error, "votingPower.NoDelegate");
    const meddler = await included(api, removeDelegator(delegator.address), borrower);
    assert.equal(meddler.error, "votingPower.MayDelegate");

    const { block } = await succeeds(api, removeDelegator(delegator.address), alice);
    assert.equal((await votingPower(node, delegator.address, block)).delegated_to, null);
    const gone = await included(api, removeDelegator(delegator.address), alice);
    assert.equal(gone.error, "votingPower.NotDelegated");
  });

  it("is taken only by those who make a deposit, which they get back", async () => {
    const { acceptDelegations } = api.tx.votingPower;
    const { transferAllowDeath } = api.tx.balances;
    const { partialFee } = await acceptDelegations(0n).paymentInfo(borrower.address);
    const poor = keyPair("//governance//poor");
    const fees = 3n * partialFee.toBigInt();
    await succeeds(api, transferAllowDeath(poor.address, EXISTENTIAL_DEPOSIT + fees), alice);
    const refused = await included(api, acceptDelegations(0n), poor);
    assert.equal(refused.error, "token.FundsUnavailable");
    assert.equal(await moved(api, poor.address, refused), -refused.fee);
    assert.ok((await api.query.votingPower.delegates(poor.address)).isEmpty);

    // Not even for accounts that do not exist.
    const nobody = api.tx.utility.asDerivative(1, acceptDelegations(0n));
    assert.equal((await included(api, nobody, borrower)).error, "token.FundsUnavailable");

    const accepted = await succeeds(api, acceptDelegations(0n), borrower);
    const deposit = -(await moved(api, borrower.address, accepted)) - accepted.fee;
    assert.equal(deposit, DEPOSIT);
    const retired = await succeeds(api, acceptDelegations(null), borrower);
    assert.equal(await moved(api, borrower.address, retired), deposit - retired.fee);
    assert.ok((await api.query.votingPower.delegates(borrower.address)).isEmpty);
  });

  it("has nothing to unfreeze where nothing was counted", async () => {
    const outcome = await included(api, api.tx.votingPower.unfreeze(alice.address), borrower);
    assert.equal(outcome.error, "votingPower.NothingToUnfreeze");
  });
});

describe("a node that is asked for voting power", () => {
  it("knows no other blocks than its own", async () => {
    const nowhere = `0x${"11".repeat(32)}`;
    await assert.rejects(votingPower(node, alice.address, nowhere), /no block has the hash/);
  });

  it("refuses what is no address", async () => {
    await assert.rejects(votingPower(node, "nobody"), /Invalid params/);
  });
});
