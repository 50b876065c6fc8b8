/** The token as its users know it; a test compares these with what a running chain says. */

export const SYMBOL = "AITBC";
export const DECIMALS = 12;
export const SS58_PREFIX = 42;
/** One whole token in its smallest units. */
export const AITBC: bigint = 10n ** BigInt(DECIMALS);
/** An account with less than this does not exist, in units. */
export const EXISTENTIAL_DEPOSIT: bigint = AITBC / 100n;
