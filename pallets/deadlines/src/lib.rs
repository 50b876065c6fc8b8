#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a benchmark may panic")]
mod benchmarking;
mod clock;
mod invariants;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod read;
mod room;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::Queue;
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        market::deadlines::{ClockFigures, DeadlineClock, OnDeadline, Why},
        Moment,
    };
    use alloc::vec::Vec;
    use codec::FullCodec;
    use frame_support::{pallet_prelude::*, weights::WeightMeter};
    use frame_system::pallet_prelude::*;

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// What can be on the agenda: an enum with an explicit index for each variant, since tasks wait for
        /// up to years.
        type Task: FullCodec + MaxEncodedLen + TypeInfo + 'static;

        /// Does what was on the agenda.
        type Tasks: OnDeadline<Self::Task>;

        /// A task of every variant, the heaviest one of it. `integrity_test` finds those that are missing and
        /// those that would never fit.
        type EveryTask: Get<Vec<Self::Task>>;

        /// Why nobody can be expected to meet a deadline now, if there is a reason. It is asked once in each
        /// block, when the block states its time.
        type Halted: Get<Option<Why>>;

        /// The most that working off the agenda takes of a block, e.g. 3 % of it.
        type HookWeight: Get<Weight>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The active clock: milliseconds since genesis in which everybody could act.
    #[pallet::storage]
    pub type Active<T: Config> = StorageValue<_, Moment, ValueQuery>;

    /// The time that the latest block has stated, in milliseconds since 1970; 0 before block 1.
    #[pallet::storage]
    pub type Last<T: Config> = StorageValue<_, Moment, ValueQuery>;

    /// Why the active clock stands still. There is none while it runs.
    #[pallet::storage]
    pub type Stopped<T: Config> = StorageValue<_, Why, OptionQuery>;

    /// How far each clock's part of the agenda was worked off, and how many tasks wait in it.
    #[pallet::storage]
    pub type Queues<T: Config> = StorageMap<_, Twox64Concat, DeadlineClock, Queue, ValueQuery>;

    /// How many tasks each bucket has had, those included that were done. There is no entry for an empty
    /// bucket, nor for one that was worked off.
    #[pallet::storage]
    pub type Lengths<T: Config> =
        StorageDoubleMap<_, Twox64Concat, DeadlineClock, Twox64Concat, u64, u32, ValueQuery>;

    /// The tasks that wait, by clock, bucket and place in the bucket.
    #[pallet::storage]
    pub type Tasks<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Twox64Concat, DeadlineClock>,
            NMapKey<Twox64Concat, u64>,
            NMapKey<Twox64Concat, u32>,
        ),
        T::Task,
        OptionQuery,
    >;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The active clock stands still from the block before this one on.
        ClockStopped {
            /// The first reason. If another one follows before the clock goes on, there is no second event.
            why: Why,
        },
        /// The active clock goes on from this block on.
        ClockResumed,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
            Self::work(meter);
        }

        fn integrity_test() {
            Self::check_tasks();
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// What the active clock says, and how the agenda keeps pace.
        pub fn clock() -> ClockFigures {
            Self::read_clock()
        }
    }
}
