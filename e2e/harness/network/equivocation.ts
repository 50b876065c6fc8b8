/** Validators that make two blocks in one slot, and what becomes of them. */

import type { ApiPromise } from "@polkadot/api";
import type { ApiDecoration } from "@polkadot/api/types";

import { eventsIn, finalBlock, type Block } from "../chain/blocks.ts";
import { availability, producerOf, reputation, schedule } from "../chain/por.ts";
import type { Node } from "../node/node.ts";
import { assert } from "../test.ts";

const REPORTED = "equivocation.EquivocationReported";
/** `aitbc:equivocate`, the kind of the offence. */
const KIND = "0x61697462633a65717569766f63617465";
/** Half of the stake, as the chain writes shares. */
const FRACTION = "500000000";

/** Slots of a block that begins a session are announced in it, and those of an offender are given away in the block after. */
const UNTIL_OUT = 2;

/** Whether a block holds a report of an equivocation. */
export function isReport(block: Block): boolean {
  return eventsIn([block], REPORTED).length > 0;
}

/** The first final block with a report of an equivocation. */
export function reportOf(api: ApiPromise, seconds: number): Promise<Block> {
  return finalBlock(api, "a report of two blocks in a slot", seconds, isReport);
}

/**
 * Throws unless `offender` was reported once, for that slot, and lost in the block of the report what
 * it has to lose, once: half of its stake, its reputation and its slots. `chain` is all that is final,
 * from block 1 to some blocks after the report; stakes are slashed without delay on it.
 */
export async function punishedOnce(
  node: Node,
  chain: Block[],
  offender: string,
  slot: number,
): Promise<void> {
  const api = await node.api();
  const report = chain.find(isReport)!;
  const reported = eventsIn(chain, REPORTED).map(({ offender, slot }) => [offender, Number(slot)]);
  assert.deepEqual(reported, [[offender, slot]]);
  assert.deepEqual(
    eventsIn(chain, "offences.Offence").map(({ kind }) => kind),
    [KIND],
  );

  const stake = async (at: string) =>
    (await (await api.at(at)).query.staking.ledger(offender)).unwrap().active.toBigInt();
  const staked = await stake(report.parent);
  const slashed = (await exposed(await api.at(report.parent), offender)) / 2n;
  assert.deepEqual(
    eventsIn(chain, "staking.SlashReported").map(({ validator, fraction }) => [
      validator,
      fraction,
    ]),
    [[offender, FRACTION]],
  );
  assert.deepEqual(eventsIn(chain, "staking.Slashed"), [
    { staker: offender, amount: String(slashed) },
  ]);
  assert.equal(await stake(report.hash), staked - slashed);

  const { balance } = await reputation(node, "block", offender, report.parent);
  assert.ok(balance > 0n);
  assert.deepEqual(eventsIn(chain, "availability.EquivocationPenalised"), [
    { who: offender, amount: String(balance) },
  ]);
  assert.equal((await reputation(node, "block", offender, report.hash)).balance, 0n);

  assert.deepEqual(eventsIn(chain, "staking.Chilled"), [{ stash: offender }]);
  const later = chain[report.number - 1 + UNTIL_OUT]!;
  const inForce = await schedule(node, later.hash);
  const slots = Array.from({ length: inForce.order.length }, (_, slot) => slot);
  assert.ok(slots.every((slot) => producerOf(inForce, slot) !== offender));
  assert.ok(chain.slice(later.number).every(({ author }) => author !== offender));
  const { suspended, bannedUntil } = await availability(node, offender, later.hash);
  assert.equal(suspended, true);
  assert.ok(bannedUntil !== null && bannedUntil > later.session, `banned until ${bannedUntil}`);
}

/** What the election of this era has seen of a validator's own stake: less than the stake by some units. */
async function exposed(at: ApiDecoration<"promise">, validator: string): Promise<bigint> {
  const { index } = (await at.query.staking.activeEra()).unwrap();
  const overview = await at.query.staking.erasStakersOverview(index, validator);
  return overview.unwrap().own.toBigInt();
}
