//! Where the order of slots comes from.

use crate::{consensus::SessionIndex, order::Seed};
use codec::Encode;
use core::marker::PhantomData;
use sp_io::hashing::blake2_256;

/// A source of seeds. A seed decides the order of slots, never how many slots anybody has.
pub trait ScheduleSeed {
    /// The seed of the schedule of `session`, called in the block that begins it.
    fn seed(session: SessionIndex) -> Seed;
}

/// A placeholder until the randomness beacon exists: the hash of the parent block and the session.
///
/// Whoever makes the last block of a session can try out contents, and so choose among orders of the
/// next one.
pub struct ParentHashSeed<T>(PhantomData<T>);

impl<T: frame_system::Config> ScheduleSeed for ParentHashSeed<T> {
    fn seed(session: SessionIndex) -> Seed {
        let parent = frame_system::Pallet::<T>::parent_hash();
        (b"order of slots", parent, session).using_encoded(blake2_256)
    }
}
