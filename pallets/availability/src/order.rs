//! In which order producers get their slots.

use aitbc_primitives::{
    consensus::{contributing_slots, SlotNumber},
    random::{shuffle, Seed},
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The most places of a tail, see [`order`].
pub const MAX_TAIL: usize = 16;

/// The producers of one pass over `start + 1 ..= start + E`, as a list that is read at
/// `slot % E`. `shares` has the number of slots of each producer.
///
/// It is a shuffle, with a change in its tail, the last `min(MAX_TAIL, n / 2)` of the slots that
/// contribute to the seed of the next session: no producer has two of them, as long as there are
/// others to swap places with. So nobody can choose among orders by withholding several of the last
/// contributions.
///
/// The seed affects the order only, never how many slots anybody has.
pub fn order(shares: &[u32], seed: Seed, start: SlotNumber) -> Vec<u16> {
    let mut pass: Vec<u16> = (0u16..)
        .zip(shares)
        .flat_map(|(producer, slots)| core::iter::repeat_n(producer, *slots as usize))
        .collect();
    shuffle(&mut pass, seed);
    spread_tail(&mut pass, shares.len());

    // Slot `start + 1` reads the first entry of the pass.
    let first = start.saturating_add(1).checked_rem(pass.len() as u64);
    pass.rotate_right(first.unwrap_or_default() as usize);
    pass
}

/// Gives the tail of a pass distinct producers: whoever stands in it already is swapped with the
/// nearest before the tail who stands nowhere in it. If there is none, it stays.
fn spread_tail(pass: &mut [u16], producers: usize) {
    let contributing = contributing_slots(pass.len() as u32) as usize;
    let start = contributing.saturating_sub(MAX_TAIL.min(producers / 2));
    let (contributors, _) = pass.split_at_mut(contributing);
    let (before, tail) = contributors.split_at_mut(start);

    let mut present: BTreeSet<u16> = tail.iter().copied().collect();
    let mut seen = BTreeSet::new();
    // Places that were passed over hold producers of the tail, and go on doing so.
    let mut nearest = before.iter_mut().rev();
    for place in tail {
        if seen.insert(*place) {
            continue;
        }
        if let Some(other) = nearest.find(|other| !present.contains(&**other)) {
            core::mem::swap(place, other);
            present.insert(*place);
        }
    }
}

/// Takes all producers of `out` off the list and gives their places to the others: the j-th of `f`
/// freed places goes to whoever has the place `j * m / f` among the `m` that stay, so each of
/// them gets as many as its share commands, give or take one. Nothing changes when nobody stays.
pub fn replace(order: &mut [u16], out: impl Fn(u16) -> bool) {
    let stay: Vec<u16> = order.iter().copied().filter(|p| !out(*p)).collect();
    let freed = order.len().saturating_sub(stay.len());
    order.iter_mut().filter(|producer| out(**producer)).enumerate().for_each(|(j, place)| {
        let heir = j.saturating_mul(stay.len()).checked_div(freed).and_then(|heir| stay.get(heir));
        if let Some(heir) = heir {
            *place = *heir;
        }
    });
}
