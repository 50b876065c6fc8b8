//! Tells Chopsticks how long a slot is.
//!
//! Chopsticks makes blocks of a copy of a chain, and needs this to put them into slots. It looks for
//! a constant `ExpectedBlockTime` of a pallet `Babe` or `AsyncBacking`. Where there is none, it calls
//! `AuraApi_slot_duration` without any storage, and takes 12 s when that fails. Here it would fail:
//! a slot is as long as genesis says, storage is where that stands, and in Wasm a read that cannot
//! be answered ends the call. Constants are read from metadata, which is made with storage.
//!
//! The pallet has the name for the constant's sake and nothing else.

pub use pallet::*;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use aitbc_primitives::Moment;
    use frame_support::pallet_prelude::*;

    #[pallet::config]
    pub trait Config: frame_system::Config {
        /// Duration of a slot in milliseconds.
        #[pallet::constant]
        type ExpectedBlockTime: Get<Moment>;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);
}
