#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod invariants;
mod key_log;
mod key_owner;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod offence;
mod proof;
mod report;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
mod types;
pub mod weights;

pub use key_log::KeyLog;
pub use offence::EquivocationOffence;
pub use pallet::*;
pub use types::{KeyEntry, KeyOwnerProof, LoggedSession, RawKey, ValidatorKeys, MAX_KEYS};
pub use weights::WeightInfo;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[expect(clippy::let_unit_value, reason = "the macro of ValidateUnsigned expands to it")]
#[allow(deprecated, reason = "ValidateUnsigned stays until April 2027")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use aitbc_primitives::{
        consensus::{equivocation::EquivocationProof, SessionIndex, SlotNumber},
        Hash,
    };
    use alloc::boxed::Box;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use sp_core::sr25519;
    use sp_runtime::traits::Convert;
    use sp_staking::{offence::ReportOffence, EraIndex};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>, Hash = Hash>
        + pallet_aura::Config
        + pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
    {
        /// Where proven equivocations are reported, to be punished.
        type Offences: ReportOffence<
            Self::AccountId,
            (Self::AccountId, ()),
            EquivocationOffence<(Self::AccountId, ())>,
        >;

        /// What it costs to report an offence, with the most nominators that a slash accounts for. It is
        /// charged beside what [`WeightInfo`] says, since benchmarks of this pallet know no nominators.
        type OffenceWeight: Get<Weight>;

        /// The era of a session, in which stake is slashed once; none if it is slashable no more.
        type EraOf: Convert<SessionIndex, Option<EraIndex>>;

        /// How many sessions beside the current one the log of keys holds: as many as stake is slashable
        /// for, e.g. 3 024.
        type LogLength: Get<SessionIndex>;

        /// The most validators of a session, e.g. 200. Those beyond it could not be found in the log.
        #[pallet::constant]
        type MaxValidators: Get<u32>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// The sessions in the log: all from [`Oldest`] to the current one.
    #[pallet::storage]
    pub type Sessions<T> = StorageMap<_, Twox64Concat, SessionIndex, LoggedSession, OptionQuery>;

    /// The validators and their keys, by the first session that had them.
    #[pallet::storage]
    pub type Entries<T: Config> =
        StorageMap<_, Twox64Concat, SessionIndex, KeyEntry<T>, OptionQuery>;

    /// The oldest session in the log.
    #[pallet::storage]
    pub type Oldest<T> = StorageValue<_, SessionIndex, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A validator made two blocks in one slot, and was reported for it.
        EquivocationReported {
            /// The account of the validator.
            offender: T::AccountId,
            /// The slot of both blocks.
            slot: SlotNumber,
            /// The session among whose validators it was found. It is slashed for what was at stake in it.
            session: SessionIndex,
        },
    }

    #[pallet::error]
    #[derive(PartialEq, Eq)]
    pub enum Error<T> {
        /// The proof is longer than two of the largest headers can make it.
        #[codec(index = 1)]
        ProofTooLarge,
        /// The session of the proof has not begun, or is so long ago that nobody is punished for it; or that in
        /// which the key was a validator's is.
        #[codec(index = 2)]
        SessionUnknown,
        /// The slot belongs neither to the session of the proof nor to the one before or after it.
        #[codec(index = 3)]
        SlotOutsideSession,
        /// The validator has been reported for a slot of the same era.
        #[codec(index = 4)]
        AlreadyReported,
        /// A header does not have just the slot of the proof and a VRF before, and a seal as its end.
        #[codec(index = 5)]
        MalformedHeader,
        /// Both headers are of the same block: they differ at most in their seals.
        #[codec(index = 6)]
        SameBlock,
        /// No validator had the key when the slot was due, nor in the session before or after.
        #[codec(index = 7)]
        NotAValidator,
        /// The seal of a header is not one of the key.
        #[codec(index = 8)]
        BadSeal,
        /// The VRF of a header was not made by the key for this chain and the randomness that is given.
        #[codec(index = 9)]
        ForeignChain,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Reports that a validator made two blocks in one slot. Anybody may sign it. There is no fee if it is
        /// new and right, and no reward.
        ///
        /// Errors: all of the pallet, in the order of their numbers.
        #[pallet::call_index(0)]
        #[pallet::weight(Pallet::<T>::weight_of_report(proof))]
        pub fn report_equivocation(
            origin: OriginFor<T>,
            proof: Box<EquivocationProof>,
        ) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            Self::do_report(&proof)
        }

        /// As `report_equivocation`, but nobody signs it: a node that sees two such blocks submits it as
        /// a bare transaction.
        ///
        /// Errors: all of the pallet, in the order of their numbers.
        #[pallet::call_index(1)]
        #[pallet::weight((
            Pallet::<T>::weight_of_bare_report(proof),
            DispatchClass::Operational,
        ))]
        pub fn report_equivocation_unsigned(
            origin: OriginFor<T>,
            proof: Box<EquivocationProof>,
        ) -> DispatchResultWithPostInfo {
            ensure_none(origin)?;
            Self::do_report(&proof)
        }
    }

    #[pallet::validate_unsigned]
    impl<T: Config> ValidateUnsigned for Pallet<T> {
        type Call = Call<T>;

        /// Also runs before each bare transaction is executed, so that no block can hold a wrong one.
        fn validate_unsigned(_: TransactionSource, call: &Self::Call) -> TransactionValidity {
            match call {
                Call::report_equivocation_unsigned { proof } => Self::validate_report(proof),
                _ => InvalidTransaction::Call.into(),
            }
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Whether reports that `offender` made two blocks in `slot` come too late: it has been reported for
        /// a slot of the same era.
        pub fn is_known(offender: sr25519::Public, slot: SlotNumber) -> bool {
            Self::has_been_reported(&offender, slot)
        }
    }
}
