//! In which order producers get their slots.

use aitbc_primitives::{
    consensus::SlotNumber,
    random::{shuffle, Seed},
};
use alloc::vec::Vec;

/// The producers of one pass over `start + 1 ..= start + E`, as a list that is read at
/// `slot % E`. `shares` has the number of slots of each producer.
///
/// The seed affects the order only, never how many slots anybody has.
pub fn order(shares: &[u32], seed: Seed, start: SlotNumber) -> Vec<u16> {
    let mut pass: Vec<u16> = (0u16..)
        .zip(shares)
        .flat_map(|(producer, slots)| core::iter::repeat_n(producer, *slots as usize))
        .collect();
    shuffle(&mut pass, seed);

    // Slot `start + 1` reads the first entry of the pass.
    let first = start.saturating_add(1).checked_rem(pass.len() as u64);
    pass.rotate_right(first.unwrap_or_default() as usize);
    pass
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
