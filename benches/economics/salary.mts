/** The salary of a domain: design 03, section 2. */

const SCALE = 10n ** 12n;

export class Salary {
  accumulator = 0n;
  carry = 0n;

  /** Pays `fee` to holders of `issuance` units. */
  pay(fee: bigint, issuance: bigint): void {
    const amount = fee * SCALE + this.carry;
    this.accumulator += amount / issuance;
    this.carry = amount % issuance;
  }

  /** What somebody is owed who has had so many units since the accumulator was `since`. */
  owed(units: bigint, since: bigint): bigint {
    return (units * (this.accumulator - since)) / SCALE;
  }
}
