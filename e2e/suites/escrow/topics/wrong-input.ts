/** What the chain refuses, to the error; it costs the fee alone. */

import { activeNow, type Terms } from "../../../harness/chain/escrow.ts";
import { keyPair } from "../../../harness/chain/accounts.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, moved, succeeds, type Tx } from "../../../harness/chain/transactions.ts";
import type { KeyringPair } from "@polkadot/keyring/types";
import { assert, describe, it } from "../../../harness/test.ts";
import {
  ada,
  agree,
  api,
  ben,
  bringTo,
  EVIDENCE,
  flow,
  HOUR,
  MINUTE,
  node,
  offer,
  SECOND,
  signers,
  terms,
  wait,
} from "./chain.ts";

const DAY = 24 * HOUR;
const MILLI = AITBC / 1_000n;

/** It fails with this error, and nobody has paid anything but the fee. */
export async function refused(tx: Tx, who: KeyringPair, error: string): Promise<void> {
  const outcome = await included(api, tx, who);
  assert.equal(outcome.error, `escrow.${error}`, tx.method.toString());
  assert.equal(await moved(api, who.address, outcome), -outcome.fee, error);
  const ours = outcome.events.filter(({ name }) => name.startsWith("escrow."));
  assert.deepEqual(ours, []);
}

describe("terms", () => {
  const cases: [error: string, changes: () => Partial<Terms>][] = [
    ["NoMilestones", () => ({ amounts: [] })],
    ["AmountTooSmall", () => ({ amounts: [(9n * MILLI) / 10n] })],
    ["AmountTooLarge", () => ({ amounts: [1_000_001n * AITBC] })],
    ["PeriodOutOfRange", () => ({ acceptWithin: MINUTE - 1 })],
    ["PeriodOutOfRange", () => ({ acceptWithin: 31 * DAY, deadlineIn: 40 * DAY })],
    ["PeriodOutOfRange", () => ({ review: 9 * MINUTE })],
    ["PeriodOutOfRange", () => ({ review: 31 * DAY })],
    ["PeriodOutOfRange", () => ({ deadlineIn: MINUTE })],
    ["PeriodOutOfRange", () => ({ deadlineIn: 366 * DAY })],
    ["PeriodOutOfRange", () => ({ rule: { TimeBased: 20 * MINUTE + 1 } })],
    ["ThresholdOutOfRange", () => ({ rule: byAll(0) })],
    ["ThresholdOutOfRange", () => ({ rule: byAll(signers.length + 1) })],
    ["DuplicateSigner", () => ({ rule: by(signers[0]!, signers[0]!) })],
    ["SignerIsParty", () => ({ rule: by(signers[0]!, ben) })],
    ["SignerIsParty", () => ({ arbiter: ada.address })],
  ];
  for (const [error, changes] of cases) {
    it(`are refused with ${error}: ${changes.toString().slice(6)}`, async () => {
      await refused(api.tx.escrow.create(ben.address, terms(changes())), ada, error);
    });
  }

  it("are not between somebody and itself", async () => {
    await refused(api.tx.escrow.create(ada.address, terms()), ada, "SameParty");
  });

  it("have ten milestones at most", async () => {
    const eleven = api.tx.escrow.create(ben.address, terms({ amounts: Array(11).fill(AITBC) }));
    await assert.rejects(included(api, eleven, ada));
  });
});

describe("steps", () => {
  it("are those of the parties, in order", async () => {
    const tx = api.tx.escrow;
    const [cyd] = signers;
    const id = await offer({ rule: by(cyd!, signers[1]!) });
    await refused(tx.cancel(id), ben, "NotDepositor");
    await refused(tx.accept(id), ada, "NotBeneficiary");
    await refused(tx.release(id, 0), ada, "NotActive");
    await refused(tx.settle(id, null), ada, "TooEarly");
    await refused(tx.cancel(99_999), ada, "NotFound");
    await succeeds(api, tx.accept(id), ben);
    await refused(tx.accept(id), ben, "NotOffered");
    await refused(tx.cancel(id), ada, "NotOffered");
    await refused(tx.release(id, 1), ada, "MilestoneNotFound");
    await refused(tx.deliver(id, 0, EVIDENCE), ben, "WrongRule");
    await refused(tx.approve(id, 0), ben, "NotSigner");
    await refused(tx.withdrawApproval(id, 0), cyd!, "NotApproved");
    await succeeds(api, tx.approve(id, 0), cyd!);
    await refused(tx.approve(id, 0), cyd!, "AlreadyApproved");
    await refused(tx.split(id, 0, 1), cyd!, "NotParty");
    await succeeds(api, tx.split(id, 0, 1), ada);
    await refused(tx.split(id, 0, 1), ada, "ShareUnchanged");
    await succeeds(api, tx.release(id, 0), ada);
    await refused(tx.release(id, 0), ada, "NotFound");
  });

  it("end with reviews and deadlines", async () => {
    const tx = api.tx.escrow;
    const id = await agree({ amounts: [AITBC, AITBC, AITBC] });
    await refused(tx.settle(id, 1), ada, "NotDelivered");
    await succeeds(api, tx.refund(id, 2), ben);
    await refused(tx.release(id, 2), ada, "MilestoneSettled");
    await succeeds(api, tx.deliver(id, 0, EVIDENCE), ben);
    await refused(tx.deliver(id, 0, EVIDENCE), ben, "AlreadyDelivered");
    await refused(tx.release(id, 0), ben, "NotDepositor");
    await bringTo((await activeNow(node)) + 20 * MINUTE);
    await refused(tx.settle(id, null), ada, "NotFound");
  });

  it("of oracles end with the last that is needed", async () => {
    const [cyd, dee] = signers;
    const rule = { Oracle: { threshold: 1, signers: [cyd!.address, dee!.address] } };
    const id = await agree({ rule });
    await succeeds(api, api.tx.escrow.approve(id, 0), cyd!);
    await refused(api.tx.escrow.approve(id, 0), dee!, "ThresholdPassed");
    await succeeds(api, api.tx.escrow.refund(id, 0), ben);
  });
});

describe("streams", () => {
  it("have a rate, last for a minute, and are the payer's to prolong", async () => {
    const tx = api.tx.escrow;
    const open = (rate: bigint, prepaid: bigint, ends: number | null = null) =>
      tx.openStream(ben.address, rate, prepaid, ends);
    await refused(open(0n, AITBC), ada, "RateZero");
    await refused(open(MILLI, 60n * MILLI - 1n), ada, "PrepaidTooSmall");
    await refused(open(1n, 2n ** 128n - 1n), ada, "AmountTooLarge");
    const soon = (await activeNow(node)) + 30 * SECOND;
    await refused(open(MILLI, AITBC, soon), ada, "PeriodOutOfRange");
    const id = await flow(MILLI, AITBC);
    await refused(tx.topUp(id, AITBC), ben, "NotDepositor");
    await refused(tx.topUp(id, 0n), ada, "AmountTooSmall");
    await refused(tx.closeStream(id), signers[0]!, "NotParty");
    await wait(MINUTE);
    await succeeds(api, tx.closeStream(id), ada);
    await refused(tx.withdraw(id), ben, "NotFound");
  });

  it("pay nothing to who cannot receive it", async () => {
    const { address } = keyPair("//escrow//nobody");
    const opened = await succeeds(api, api.tx.escrow.openStream(address, 1n, AITBC, null), ada);
    const { id } = opened.events.find(({ name }) => name === "escrow.StreamOpened")!.data;
    await refused(api.tx.escrow.withdraw(Number(id)), ben, "NothingOwed");
    await succeeds(api, api.tx.escrow.closeStream(Number(id)), ada);
  });
});

function byAll(threshold: number): Terms["rule"] {
  return { MultiSig: { threshold, signers: signers.map(({ address }) => address) } };
}

function by(...who: KeyringPair[]): Terms["rule"] {
  return { MultiSig: { threshold: 2, signers: who.map(({ address }) => address) } };
}
