//! What a report of an equivocation costs, put together from what its parts were measured to.

use crate::weights::{pallet_grandpa, pallet_offences};
use core::marker::PhantomData;
use frame_support::{
    traits::Get,
    weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight},
};

/// The membership proof is checked by hashing its way up to the root: about 35 us and, for each
/// validator of the session, less than 200 ns. The stock benchmark of this does not run any more.
const MEMBERSHIP_PROOF: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(35_000), 0);

/// See [`MEMBERSHIP_PROOF`].
const MEMBERSHIP_PROOF_PER_VALIDATOR: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_NANOS.saturating_mul(200), 0);

/// The root and the size of the session's validator set, the session of the authority set before and
/// of this one, the current session, its keys, and whether the offence is known.
const READS: u64 = 7;

/// Weights of the calls of pallet-grandpa. What pallet-availability does to the offender, it charges
/// to the block itself.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> ::pallet_grandpa::WeightInfo for WeightInfo<T> {
    fn report_equivocation(validators: u32, nominators: u32) -> Weight {
        MEMBERSHIP_PROOF
            .saturating_add(MEMBERSHIP_PROOF_PER_VALIDATOR.saturating_mul(validators.into()))
            .saturating_add(T::DbWeight::get().reads(READS))
            .saturating_add(pallet_grandpa::WeightInfo::<T>::check_equivocation_proof(1))
            .saturating_add(pallet_offences::WeightInfo::<T>::report_offence_grandpa(nominators))
    }

    fn note_stalled() -> Weight {
        pallet_grandpa::WeightInfo::<T>::note_stalled()
    }
}
