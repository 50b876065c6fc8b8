//! Offences of validators: one of our own, and what proven equivocations cost beside stake.

use crate::{consensus::SessionIndex, Config, Pallet};
use alloc::vec::Vec;
use core::marker::PhantomData;
use sp_runtime::Perbill;
use sp_staking::offence::{Kind, Offence, OffenceError, ReportOffence};

/// Validators were suspended for absence again, soon after the last time.
pub struct Relapse<Offender> {
    /// The validators.
    pub offenders: Vec<Offender>,
    /// The session in which they were absent.
    pub session: SessionIndex,
    /// How many validators that session had.
    pub validators: u32,
}

impl<Offender: Clone> Offence<Offender> for Relapse<Offender> {
    const ID: Kind = *b"aitbc:relapse\0\0\0";
    type Slot = SessionIndex;

    fn offenders(&self) -> Vec<Offender> {
        self.offenders.clone()
    }

    fn session_index(&self) -> SessionIndex {
        self.session
    }

    fn validator_set_count(&self) -> u32 {
        self.validators
    }

    fn slot(&self) -> Self::Slot {
        self.session
    }

    /// A tenth of the stake, however many relapse together.
    fn slash_fraction(&self, _: u32) -> Perbill {
        Perbill::from_percent(10)
    }
}

/// Reports offences to `R`, then burns the Block reputation of the offenders, takes what they were not
/// credited with yet, and suspends them.
///
/// For equivocations. A report that `R` refuses, such as one that is known, has no effect.
pub struct PunishingReporter<T, R>(PhantomData<(T, R)>);

impl<T, R, Reporter, Id, O> ReportOffence<Reporter, (T::AccountId, Id), O>
    for PunishingReporter<T, R>
where
    T: Config,
    R: ReportOffence<Reporter, (T::AccountId, Id), O>,
    O: Offence<(T::AccountId, Id)>,
{
    fn report_offence(reporters: Vec<Reporter>, offence: O) -> Result<(), OffenceError> {
        let offenders = offence.offenders();
        R::report_offence(reporters, offence)?;
        for (who, _) in &offenders {
            Pallet::<T>::penalise_equivocation(who);
        }
        Ok(())
    }

    fn is_known_offence(offenders: &[(T::AccountId, Id)], slot: &O::Slot) -> bool {
        R::is_known_offence(offenders, slot)
    }
}
