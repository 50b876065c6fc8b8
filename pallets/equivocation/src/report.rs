//! Reports, signed and bare.

use crate::{
    key_owner::Owner,
    offence::EquivocationOffence,
    proof::Proven,
    Call, Config,
    Error::{self, AlreadyReported},
    Event, Pallet, WeightInfo as _,
};
use aitbc_primitives::consensus::equivocation::EquivocationProof;
use alloc::{boxed::Box, vec};
use codec::Encode;
use frame_support::{
    dispatch::{DispatchResultWithPostInfo, Pays},
    traits::Get,
    weights::Weight,
};
use frame_system::offchain::{CreateBare, CreateTransactionBase};
use sp_runtime::transaction_validity::{
    InvalidTransaction, TransactionLongevity, TransactionPriority, TransactionValidity,
    ValidTransaction,
};
use sp_staking::offence::ReportOffence;

/// For how many blocks a pool keeps a report without looking at it again.
const LONGEVITY: TransactionLongevity = 64;

impl<T: Config> Pallet<T> {
    /// The transaction that reports `proof`; none if it does not hold, or comes too late.
    pub fn report(
        proof: EquivocationProof,
    ) -> Option<<T as CreateTransactionBase<Call<T>>>::Extrinsic>
    where
        T: CreateBare<Call<T>>,
    {
        Self::check(&proof).ok()?;
        let call = Call::report_equivocation_unsigned { proof: Box::new(proof) };
        Some(T::create_bare(call.into()))
    }

    /// Checks `proof` and has the offender punished. Bare reports are checked here too, though no block
    /// can hold a wrong one: Root may dispatch as nobody.
    ///
    /// No reporter is named, so nobody is rewarded: whoever has more in nominations than it bonds could
    /// otherwise gain by reporting itself.
    pub(crate) fn do_report(proof: &EquivocationProof) -> DispatchResultWithPostInfo {
        let Proven { era, offender } = Self::check(proof)?;
        let Owner { account, session, validators } = offender;
        let offence =
            EquivocationOffence { offender: (account.clone(), ()), era, session, validators };
        T::Offences::report_offence(vec![], offence).map_err(|_| Error::<T>::AlreadyReported)?;
        Self::deposit_event(Event::EquivocationReported {
            offender: account,
            slot: proof.slot,
            session,
        });
        Ok(Pays::No.into())
    }

    /// What a pool and a block make of the bare report of `proof`.
    pub(crate) fn validate_report(proof: &EquivocationProof) -> TransactionValidity {
        let Proven { era, offender } = Self::check(proof).map_err(refusal)?;
        ValidTransaction::with_tag_prefix("AitbcEquivocation")
            .priority(TransactionPriority::MAX)
            .and_provides((offender.account, era))
            .longevity(LONGEVITY)
            .propagate(true)
            .build()
    }

    /// What a signed report costs.
    pub(crate) fn weight_of_report(proof: &EquivocationProof) -> Weight {
        <T as Config>::WeightInfo::report_equivocation(kibibytes(proof))
            .saturating_add(T::OffenceWeight::get())
    }

    /// What a bare report costs: it is checked before it is executed, and again when it is.
    pub(crate) fn weight_of_bare_report(proof: &EquivocationProof) -> Weight {
        <T as Config>::WeightInfo::check_proof(kibibytes(proof))
            .saturating_add(Self::weight_of_report(proof))
    }
}

/// Why a pool or a block refuses a report: by the number of the error.
pub(crate) fn refusal<T>(error: Error<T>) -> InvalidTransaction {
    match error {
        AlreadyReported => InvalidTransaction::Stale,
        error => InvalidTransaction::Custom(
            error.using_encoded(|bytes| bytes.first().copied()).unwrap_or_default(),
        ),
    }
}

/// The length of a proof, rounded up.
fn kibibytes(proof: &EquivocationProof) -> u32 {
    (proof.encoded_size() as u32).div_ceil(1024)
}
