//! Where the order of slots comes from, until there is a randomness beacon.

use crate::consensus::{ScheduleSeed, SessionIndex, SlotNumber};
use aitbc_primitives::random::Seed;
use codec::Encode;
use core::marker::PhantomData;
use sp_io::hashing::blake2_256;

/// A placeholder until the randomness beacon exists: the hash of the parent block and the session.
///
/// Whoever makes the last block of a session can try out contents, and so choose among orders of the
/// next one.
pub struct ParentHashSeed<T>(PhantomData<T>);

impl<T: frame_system::Config> ScheduleSeed for ParentHashSeed<T> {
    fn begin(session: SessionIndex, _: SlotNumber, _: u32) -> Seed {
        let parent = frame_system::Pallet::<T>::parent_hash();
        (b"order of slots", parent, session).using_encoded(blake2_256)
    }
}
