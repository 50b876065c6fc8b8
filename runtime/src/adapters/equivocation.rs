//! What reports of equivocations cost, put together from what their parts were measured to.

use super::offences;
use crate::{
    limits::MAX_NOMINATORS_OF_WEIGHT,
    weights::{pallet_grandpa, pallet_offences},
    Runtime,
};
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};
use pallet_equivocation::{weights::SubstrateWeight as LogWeights, WeightInfo as _};

/// The punishment of one offender by pallet-staking, with as many nominators as weights account for. It does
/// not depend on the kind of the offence. What pallet-availability does to the offender, it charges to the
/// block itself.
///
/// All 1 500 voters of an election may name one validator. The weight of that many would be more than
/// the quarter of a block that one call may take, and no report would get into a block at all; and pallet-grandpa
/// takes the number as a constant. So a report of such a validator takes up to three times of what it
/// declares, out of the two thirds of a slot that a block has. It happens once for each validator, era
/// and kind of equivocation.
pub struct OffenceWeight;

impl Get<Weight> for OffenceWeight {
    fn get() -> Weight {
        punishment::<Runtime>(MAX_NOMINATORS_OF_WEIGHT)
    }
}

fn punishment<T: frame_system::Config>(nominators: u32) -> Weight {
    pallet_offences::WeightInfo::<T>::report_offence_grandpa(nominators)
        .saturating_add(T::DbWeight::get().reads_writes(offences::READS, offences::WRITES))
}

/// The session of the authority set and of the one before, and twice whether the offence is known.
const READS: u64 = 4;

/// Weights of the calls of pallet-grandpa.
///
/// The key is looked up in the log of pallet-equivocation, once before a bare report is executed and once
/// when it is. Each time that is less than the check of the shortest proof of two blocks, which does it for
/// three sessions.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> ::pallet_grandpa::WeightInfo for WeightInfo<T> {
    fn report_equivocation(_validators: u32, nominators: u32) -> Weight {
        LogWeights::<T>::check_proof(1)
            .saturating_mul(2)
            .saturating_add(T::DbWeight::get().reads(READS))
            .saturating_add(pallet_grandpa::WeightInfo::<T>::check_equivocation_proof(1))
            .saturating_add(punishment::<T>(nominators))
    }

    fn note_stalled() -> Weight {
        pallet_grandpa::WeightInfo::<T>::note_stalled()
    }
}
