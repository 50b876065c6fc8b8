//! How many slots of a session each producer gets.
//!
//! What counts is the encumbered reputation of producers, of which a part is shared out evenly among
//! all, see [`mix`]. A session of `E` slots is shared out in proportion to the weights that come of it,
//! but everybody gets at least one slot and nobody more than a cap. The exact share of producer `v` is
//!
//! `q_v = clamp(credit_v + l * weight_v, 1, cap)`, with the one `l` for which all `q` add up to `E`,
//!
//! where the credit is what rounding took from `v` in sessions before (negative: what it gave). This
//! is water filling with a floor and a ceiling; without floor, ceiling and credits `q_v` is simply
//! `E * weight_v / total`. Shares become whole slots by the largest remainder method, and what
//! rounding does to `v` becomes its next credit. So over many sessions a producer's slots differ
//! from the sum of its exact shares by less than one.
//!
//! A producer at the floor or the cap has no remainder, and its credit is dropped. When all weights
//! that are still to be served are zero, they count as equal.

use aitbc_primitives::reputation::Rep;
use alloc::{vec, vec::Vec};
use sp_arithmetic::{
    helpers_128bit::multiply_by_rational_with_rounding, PerThing as _, Perbill, Rounding,
};

/// A slot, in the unit of credits and exact shares.
pub const SLOT: i64 = 1 << 32;

/// What a producer brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Its encumbered reputation after [`mix`], in units.
    pub weight: Rep,
    /// What rounding owes it from the session before, in 1/2^32 slots; between -[`SLOT`] and
    /// [`SLOT`], both excluded.
    pub credit: i64,
}

/// What a producer gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Its slots of the session.
    pub slots: u32,
    /// What rounding owes it from now on, in the same unit and bounds as [`Claim::credit`].
    pub credit: i64,
}

/// Shares out the part `equal_share` of all weights evenly: each becomes the rest of itself and that part
/// of the mean, both rounded down.
///
/// By reputation alone those who made the first blocks would make nearly all for ever, since reputation is
/// earned with blocks.
pub fn mix(weights: &[Rep], equal_share: Perbill) -> Vec<Rep> {
    let total = weights.iter().fold(0, |sum: Rep, own| sum.saturating_add(*own));
    let mean = total.checked_div(weights.len() as Rep).unwrap_or_default();
    let own_share = equal_share.left_from_one();
    let even = equal_share.mul_floor(mean);
    weights.iter().map(|own| own_share.mul_floor(*own).saturating_add(even)).collect()
}

/// The most slots a producer may have: `max_share` of all, or an equal share if there are too few
/// producers for that. Rounded up.
pub fn cap(slots: u32, producers: u32, max_share: Perbill) -> u32 {
    let equal = slots.div_ceil(producers.max(1));
    max_share.mul_ceil(slots).max(equal)
}

/// Shares out `slots` slots, of which nobody gets more than `cap`. The result has one share for each
/// claim, in the same order, and the slots add up to `slots`.
///
/// `slots` must be at least the number of claims, `cap` times that number at least `slots`, see
/// [`cap`], and the sum of all weights must fit into 128 bits, as that of a ledger does. Exact shares are rounded down to 1/2^32 slots. Equal remainders are served by weight,
/// then by position.
pub fn apportion(claims: &[Claim], slots: u32, cap: u32) -> Vec<Share> {
    let exact = fill(claims, slots, cap);
    let mut shares: Vec<Share> = exact
        .iter()
        .map(|exact| {
            let whole = exact.checked_div(SLOT).unwrap_or_default();
            Share {
                slots: whole.try_into().unwrap_or(slots),
                credit: exact.saturating_sub(whole.saturating_mul(SLOT)),
            }
        })
        .collect();

    let served = shares.iter().fold(0u32, |sum, share| sum.saturating_add(share.slots));
    let left = slots.saturating_sub(served);
    let mut by_remainder: Vec<_> = shares.iter_mut().zip(claims).collect();
    // The sort is stable, so positions decide last.
    by_remainder.sort_by_key(|(share, claim)| core::cmp::Reverse((share.credit, claim.weight)));
    by_remainder.into_iter().filter(|(share, _)| share.slots < cap).take(left as usize).for_each(
        |(share, _)| {
            share.slots = share.slots.saturating_add(1);
            let bound = SLOT.saturating_sub(1);
            share.credit = share.credit.saturating_sub(SLOT).max(bound.saturating_neg());
        },
    );
    shares
}

/// The exact shares, in 1/2^32 slots.
///
/// All producers that violate a bound cannot be pinned to it at once, because pinning some changes
/// the shares of the rest. But if what the cap cuts off is at least what the floor adds, then those
/// above the cap stay there, and otherwise those below the floor do. Each round pins somebody.
fn fill(claims: &[Claim], slots: u32, cap: u32) -> Vec<i64> {
    let ceiling = i64::from(cap).saturating_mul(SLOT);
    let mut pinned: Vec<Option<i64>> = vec![None; claims.len()];
    for _ in 0..claims.len() {
        let shares = divide(claims, &pinned, slots);
        let free =
            || shares.iter().zip(&pinned).filter(|(_, pin)| pin.is_none()).map(|(share, _)| *share);
        let cut = free()
            .fold(0i64, |sum, share| sum.saturating_add(share.saturating_sub(ceiling).max(0)));
        let added =
            free().fold(0i64, |sum, share| sum.saturating_add(SLOT.saturating_sub(share).max(0)));
        if cut == 0 && added == 0 {
            return shares;
        }
        for (share, pin) in shares.iter().zip(&mut pinned) {
            if pin.is_none() && cut >= added && *share > ceiling {
                *pin = Some(ceiling);
            } else if pin.is_none() && cut < added && *share < SLOT {
                *pin = Some(SLOT);
            }
        }
    }
    divide(claims, &pinned, slots)
}

/// The shares when some are pinned: what the pinned ones leave goes to the others by weight, after
/// their credits.
fn divide(claims: &[Claim], pinned: &[Option<i64>], slots: u32) -> Vec<i64> {
    let mut left = i64::from(slots).saturating_mul(SLOT);
    let mut weight: Rep = 0;
    let mut others: Rep = 0;
    for (claim, pin) in claims.iter().zip(pinned) {
        left = left.saturating_sub(pin.unwrap_or(claim.credit));
        if pin.is_none() {
            weight = weight.saturating_add(claim.weight);
            others = others.saturating_add(1);
        }
    }
    let left = u128::try_from(left).unwrap_or_default();
    let by_weight = |claim: &Claim| {
        let (part, of) = if weight == 0 { (1, others) } else { (claim.weight, weight) };
        let share = multiply_by_rational_with_rounding(left, part, of, Rounding::Down);
        i64::try_from(share.unwrap_or_default()).unwrap_or(i64::MAX)
    };
    claims
        .iter()
        .zip(pinned)
        .map(|(claim, pin)| pin.unwrap_or_else(|| claim.credit.saturating_add(by_weight(claim))))
        .collect()
}
