/** An account of three people, of whom two decide. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { createKeyMulti, encodeAddress, sortAddresses } from "@polkadot/util-crypto";

import { AITBC, SS58_PREFIX } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  freeBalance,
  fundedAccounts,
  included,
  succeeds,
} from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

const THRESHOLD = 2;
const AMOUNT = 7n * AITBC;

let api: ApiPromise;
let members: KeyringPair[];
let stranger: KeyringPair;
let together: string;

before(async () => {
  api = await (await devNode()).api();
  [stranger, ...members] = await fundedAccounts(
    api,
    "//multisig//stranger",
    "//multisig//ann",
    "//multisig//ben",
    "//multisig//cem",
  );
  const addresses = members.map(({ address }) => address);
  together = encodeAddress(createKeyMulti(addresses, THRESHOLD), SS58_PREFIX);
  await succeeds(api, api.tx.balances.transferKeepAlive(together, 100n * AITBC), stranger);
});

describe("a multisig account of 2 of 3", () => {
  it("pays once two have approved, and returns the deposit", async () => {
    const [ann, ben] = members as [KeyringPair, KeyringPair];
    const first = await succeeds(api, approval(ann, null), ann);
    assert.equal(eventsNamed(first, "multisig.NewMultisig").length, 1);
    assert.equal(eventsNamed(first, "balances.Transfer").length, 0);
    assert.ok((await reserved(ann)) > 0n);

    const second = await succeeds(api, approval(ben, await timepoint()), ben);
    assert.deepEqual(eventsNamed(second, "balances.Transfer"), [
      { from: together, to: stranger.address, amount: String(AMOUNT) },
    ]);
    const executed = eventsNamed(second, "multisig.MultisigExecuted")[0];
    assert.equal(executed?.["result"], "ok");
    assert.equal(executed?.["multisig"], together);
    assert.equal(await reserved(ann), 0n);
  });

  it("counts one person once, and needs the time of the first approval", async () => {
    const [ann, ben] = members as [KeyringPair, KeyringPair];
    await succeeds(api, approval(ann, null), ann);
    const when = await timepoint();
    const before = await freeBalance(api, together);

    const again = await included(api, approval(ann, when), ann);
    assert.equal(again.error, "multisig.AlreadyApproved");
    assert.equal((await included(api, approval(ben, null), ben)).error, "multisig.NoTimepoint");
    const elsewhere = { ...when, index: when.index + 1 };
    assert.equal(
      (await included(api, approval(ben, elsewhere), ben)).error,
      "multisig.WrongTimepoint",
    );
    assert.equal(await freeBalance(api, together), before);

    await succeeds(api, api.tx.multisig.cancelAsMulti(THRESHOLD, others(ann), when, hash()), ann);
    assert.equal(await reserved(ann), 0n);
  });

  it("does not obey a stranger", async () => {
    const before = await freeBalance(api, together);
    const [ann, ben] = members as [KeyringPair, KeyringPair];
    const foreign = api.tx.multisig.asMulti(
      THRESHOLD,
      sortAddresses([ann.address, ben.address], SS58_PREFIX),
      null,
      payment(),
      WEIGHT,
    );
    const outcome = await succeeds(api, foreign, stranger);

    assert.notEqual(eventsNamed(outcome, "multisig.NewMultisig")[0]?.["multisig"], together);
    assert.equal(await freeBalance(api, together), before);
  });
});

/** Upper bound of what the approved call may use. */
const WEIGHT = { refTime: 2_000_000_000n, proofSize: 100_000n };

interface Timepoint {
  height: number;
  index: number;
}

function payment() {
  return api.tx.balances.transferKeepAlive(stranger.address, AMOUNT);
}

function hash() {
  return payment().method.hash;
}

function others(member: KeyringPair): string[] {
  const addresses = members.filter((other) => other !== member).map(({ address }) => address);
  return sortAddresses(addresses, SS58_PREFIX);
}

function approval(member: KeyringPair, when: Timepoint | null) {
  return api.tx.multisig.asMulti(THRESHOLD, others(member), when, payment(), WEIGHT);
}

/** When the first approval of the payment was given, by the clock of the pallet. */
async function timepoint(): Promise<Timepoint> {
  const { when } = (await api.query.multisig.multisigs(together, hash())).unwrap();
  return { height: when.height.toNumber(), index: when.index.toNumber() };
}

async function reserved(who: KeyringPair): Promise<bigint> {
  return (await api.query.system.account(who.address)).data.reserved.toBigInt();
}
