//! Arithmetic of the formulas: products go through 256 bits, and each function says how it rounds.

use aitbc_primitives::reputation::{pools::PPM, Rep};
use sp_core::U256;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// `amount * part / whole`, rounded down; 0 if `whole` is 0.
pub(crate) fn share(amount: Rep, part: Rep, whole: Rep) -> Rep {
    if whole == 0 {
        return 0;
    }
    // Overflows only if the part is more than the whole, by far.
    multiply_by_rational_with_rounding(amount, part, whole, Rounding::Down).unwrap_or(Rep::MAX)
}

/// `part` millionths of `amount`, rounded down.
pub(crate) fn millionths(amount: Rep, part: u32) -> Rep {
    share(amount, part.into(), PPM.into())
}

/// The exact product.
pub(crate) fn product(a: Rep, b: impl Into<Rep>) -> U256 {
    let b: Rep = b.into();
    U256::from(a).saturating_mul(b.into())
}

/// The exact sum.
pub(crate) fn sum(amounts: impl IntoIterator<Item = Rep>) -> U256 {
    amounts.into_iter().fold(U256::zero(), |sum, amount| sum.saturating_add(amount.into()))
}
