//! What equivocations cost is taken once an era, and never so late that it would not be taken at all.
//!
//! Whatever a validator signs twice, it can sign for as many slots and rounds as it likes, also of the past,
//! and a report that is new and right is free. pallet-staking takes the largest fraction of an era, not the sum,
//! so one report of an era is all that counts; pallet-offences, which refuses what is known, is told that the
//! era is the time slot. So a validator that has nothing left to lose can have two free transactions for
//! each era that stake is slashable for, one for blocks and one for votes. That holds as well where there is no
//! stake to take.

use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::Get;
use pallet_grandpa::{EquivocationOffence as TwoVotes, SetIdSession, TimeSlot};
use pallet_session::historical::IdentificationTuple;
use pallet_staking::{ActiveEra, BondedEras, UnappliedSlashes};
use sp_runtime::{traits::Convert, Perbill};
use sp_staking::{
    offence::{Kind, Offence, OffenceError, ReportOffence},
    EraIndex, SessionIndex,
};

/// Who is reported: sessions identify a validator by its account alone.
type Offender = IdentificationTuple<Runtime>;

/// The era in which pallet-staking slashes for a session; none if it slashes for it no more.
pub struct EraOf;

impl Convert<SessionIndex, Option<EraIndex>> for EraOf {
    fn convert(session: SessionIndex) -> Option<EraIndex> {
        let eras = BondedEras::<Runtime>::get();
        eras.into_iter().rev().find(|(_, first)| *first <= session).map(|(era, _)| era)
    }
}

/// Two votes of a validator in some round of an era.
pub struct TwoVotesInEra {
    era: EraIndex,
    votes: TwoVotes<Offender>,
}

impl Offence<Offender> for TwoVotesInEra {
    const ID: Kind = <TwoVotes<Offender> as Offence<Offender>>::ID;
    type Slot = EraIndex;

    fn offenders(&self) -> Vec<Offender> {
        self.votes.offenders()
    }

    fn session_index(&self) -> SessionIndex {
        self.votes.session_index()
    }

    fn validator_set_count(&self) -> u32 {
        self.votes.validator_set_count()
    }

    fn slot(&self) -> Self::Slot {
        self.era
    }

    /// `offenders` is the number of those who have cheated in the era.
    fn slash_fraction(&self, offenders: u32) -> Perbill {
        self.votes.slash_fraction(offenders)
    }
}

/// Reports votes to `R` once for each validator and era. Those who cheat in one era count as accomplices,
/// whatever their rounds.
///
/// Not once for each round: it is any number that the offender likes. Nor may the rounds of an era be told apart
/// by what they would cost: accomplices could have themselves reported in a round each, for next to nothing, and
/// then be refused as known when they cheat together.
pub struct OncePerEra<R>(PhantomData<R>);

/// The era of a set of voters. It has one: pallet-session calls the validators changed with each era.
fn era_of(slot: &TimeSlot) -> Option<EraIndex> {
    EraOf::convert(SetIdSession::<Runtime>::get(slot.set_id)?)
}

impl<R> ReportOffence<AccountId, Offender, TwoVotes<Offender>> for OncePerEra<R>
where
    R: ReportOffence<AccountId, Offender, TwoVotesInEra>,
{
    fn report_offence(
        reporters: Vec<AccountId>,
        votes: TwoVotes<Offender>,
    ) -> Result<(), OffenceError> {
        // pallet-grandpa knows one refusal only.
        let era = era_of(&votes.time_slot).ok_or(OffenceError::DuplicateReport)?;
        R::report_offence(reporters, TwoVotesInEra { era, votes })
    }

    fn is_known_offence(offenders: &[Offender], slot: &TimeSlot) -> bool {
        era_of(slot).is_some_and(|era| R::is_known_offence(offenders, &era))
    }
}

/// Reports to `R` without a reporter, since none is paid, and sees to it that stake is slashed.
///
/// pallet-staking keeps a deferred slash under the era in which it is due, and applies those of an era when it
/// begins. What is reported so late that this era has begun would lie there for ever. It becomes due with the
/// next era: the later a report, the less time is left to cancel the slash, at least the rest of the era.
pub struct InTime<R>(PhantomData<R>);

impl<R, O> ReportOffence<AccountId, Offender, O> for InTime<R>
where
    R: ReportOffence<AccountId, Offender, O>,
    O: Offence<Offender>,
{
    fn report_offence(_: Vec<AccountId>, offence: O) -> Result<(), OffenceError> {
        let session = offence.session_index();
        R::report_offence(Vec::new(), offence)?;
        if let Some(era) = EraOf::convert(session) {
            apply_with_next_era_if_overdue(era);
        }
        Ok(())
    }

    fn is_known_offence(offenders: &[Offender], slot: &O::Slot) -> bool {
        R::is_known_offence(offenders, slot)
    }
}

/// Entries of `ActiveEra`, `BondedEras`, the set of a vote, the deferral and both places of a slash that are read
/// for a report beside what pallet-offences and pallet-staking do.
pub const READS: u64 = 8;

/// Places of a slash that are written.
pub const WRITES: u64 = 2;

/// What has just been slashed in `era` for later. No other slash is left where it lies: all that were
/// due with that era have been applied when it began, or moved.
fn apply_with_next_era_if_overdue(era: EraIndex) {
    let Some(active) = ActiveEra::<Runtime>::get() else {
        return;
    };
    let deferral = <Runtime as pallet_staking::Config>::SlashDeferDuration::get();
    let due = era.saturating_add(deferral).saturating_add(1);
    if due > active.index {
        return;
    }
    let next = active.index.saturating_add(1);
    for slash in UnappliedSlashes::<Runtime>::take(due) {
        UnappliedSlashes::<Runtime>::append(next, slash);
    }
}
