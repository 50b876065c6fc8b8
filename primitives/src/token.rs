//! The native token: how it is named, divided and displayed.

use crate::Balance;

/// Symbol of the token.
pub const SYMBOL: &str = "AITBC";

/// Decimal places of the token.
pub const DECIMALS: u8 = 12;

/// Prefix of addresses in SS58 form: the generic one until one is registered.
pub const SS58_PREFIX: u16 = 42;

/// One token.
pub const AITBC: Balance = 1_000_000_000_000;

/// A thousandth of a token.
pub const MILLI: Balance = AITBC / 1_000;

/// A millionth of a token.
pub const MICRO: Balance = MILLI / 1_000;

/// An account with less than this is removed.
pub const EXISTENTIAL_DEPOSIT: Balance = 10 * MILLI;

/// All tokens at genesis.
pub const GENESIS_ISSUANCE: Balance = 1_000_000_000 * AITBC;
