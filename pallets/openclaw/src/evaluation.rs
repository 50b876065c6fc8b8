//! What the chain makes of a proposal, by rules that are the same for all, and what it remembers for that.

use crate::{
    types::{Proposal, Record, Stage},
    Config, Pallet, Proposals, Records, Settings, Tallies,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{proposals::ProposalId, strategies::Evaluation},
    Balance, Moment,
};
use frame_support::{traits::Get, BoundedVec};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// What support is if all humans who voted by hand are for a proposal.
const FULL_SUPPORT: Balance = 128;

/// Humans who have voted by hand are heard if they have one of so many parts of all tokens outside of pots.
const HEARD: Balance = 100;

/// What each member of the council adds that approves a proposal.
const OF_APPROVAL: i16 = 8;

/// What a challenge takes away until it is decided.
const OF_CHALLENGE: i16 = -64;

/// What each proposal of the proposer adds that was enacted.
const OF_ENACTED: i16 = 8;

/// What each takes away that was voided or has failed.
const OF_FAILED: i16 = -24;

/// What it takes away that a proposal is for much.
const OF_SIZE: i16 = -32;

impl<T: Config> Pallet<T> {
    /// What the chain makes of a proposal now: nothing while evaluations are switched off. `None` if it is
    /// unknown or archived.
    pub(crate) fn evaluate(id: ProposalId) -> Option<Evaluation> {
        let proposal = Proposals::<T>::get(id)?;
        if !T::Settings::evaluates() {
            return Some(Evaluation::default());
        }
        let tally = Tallies::<T>::get(id);
        // What needs no approval has none.
        let approvals = if proposal.needs_council { Self::approving(id).len() } else { 0 };
        Some(Evaluation {
            support: support(tally.humans_for, tally.humans_against, proposal.base),
            council: times(OF_APPROVAL, approvals),
            challenge: times(OF_CHALLENGE, Self::undecided(id).is_some().into()),
            proposer: Self::standing(&proposal.proposer),
            size: times(OF_SIZE, proposal.is_large.into()),
        })
    }

    /// What became of the proposals of `proposer` in the time for which they are kept.
    fn standing(proposer: &T::AccountId) -> i16 {
        let record = Records::<T>::get(proposer);
        let (now, retention) = (T::Clock::now(), T::Settings::retention());
        let count = |proposals: &[(ProposalId, Moment)]| {
            proposals.iter().filter(|(_, at)| now < at.saturating_add(retention)).count()
        };
        // No more are remembered than count.
        times(OF_ENACTED, count(&record.enacted))
            .saturating_add(times(OF_FAILED, count(&record.failed)))
    }

    /// Remembers what became of a proposal that has finished.
    pub(crate) fn record(id: ProposalId, proposal: &Proposal<T::AccountId>) {
        let entry = (id, proposal.finished.unwrap_or_default());
        match proposal.stage {
            Stage::Executed => {
                Records::<T>::mutate(&proposal.proposer, |record| {
                    remember(&mut record.enacted, entry);
                });
            }
            Stage::Voided | Stage::Failed { .. } => {
                Records::<T>::mutate(&proposal.proposer, |record| {
                    remember(&mut record.failed, entry);
                });
            }
            _ => {}
        }
    }

    /// Forgets what became of a proposal that is archived.
    pub(crate) fn forget_record(id: ProposalId, proposal: &Proposal<T::AccountId>) {
        Records::<T>::mutate_exists(&proposal.proposer, |stored| {
            if let Some(record) = stored {
                record.enacted.retain(|(other, _)| *other != id);
                record.failed.retain(|(other, _)| *other != id);
                if *record == Record::default() {
                    *stored = None;
                }
            }
        });
    }
}

/// What humans say who have voted by hand: 128 times what they have for a proposal less what they have against
/// it, by both together, rounded towards minus infinity. Nothing while both are less than 1 % of `base`.
fn support(humans_for: Balance, humans_against: Balance, base: Balance) -> i16 {
    let both = humans_for.saturating_add(humans_against);
    if both == 0 || both.saturating_mul(HEARD) < base {
        return 0;
    }
    let scaled = |more: Balance, less: Balance, rounding| {
        let part = multiply_by_rational_with_rounding(
            FULL_SUPPORT,
            more.saturating_sub(less),
            both,
            rounding,
        );
        // It is at most 128.
        part.and_then(|part| i16::try_from(part).ok()).unwrap_or_default()
    };
    if humans_for >= humans_against {
        scaled(humans_for, humans_against, Rounding::Down)
    } else {
        scaled(humans_against, humans_for, Rounding::Up).saturating_neg()
    }
}

/// So many times `each`, of which there are few.
fn times(each: i16, count: usize) -> i16 {
    each.saturating_mul(i16::try_from(count).unwrap_or(i16::MAX))
}

/// Adds to a list, of which the oldest entry makes room.
fn remember<Entry, Size: Get<u32>>(list: &mut BoundedVec<Entry, Size>, entry: Entry) {
    let mut all = core::mem::take(list).into_inner();
    all.push(entry);
    let excess = all.len().saturating_sub(Size::get() as usize);
    *list = BoundedVec::truncate_from(all.into_iter().skip(excess).collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_is_rounded_towards_minus_infinity() {
        for (humans_for, humans_against, wanted) in [
            (100, 0, 128),
            (0, 100, -128),
            (50, 50, 0),
            // 128 / 100 and its opposite.
            (101, 99, 1),
            (99, 101, -2),
            (199, 1, 126),
            (1, 199, -127),
            // Exact.
            (3, 1, 64),
            (1, 3, -64),
        ] {
            let support = support(humans_for, humans_against, 1);
            assert_eq!(support, wanted, "{humans_for} {humans_against}");
        }
    }

    #[test]
    fn support_is_nothing_while_less_than_one_percent_have_voted_by_hand() {
        assert_eq!(support(0, 0, 0), 0);
        assert_eq!(support(9, 0, 1_000), 0);
        assert_eq!(support(5, 4, 1_000), 0);
        assert_eq!(support(10, 0, 1_000), 128);
        assert_eq!(support(4, 6, 1_000), -26);
        // 1 % is no whole number: 10.01.
        assert_eq!(support(10, 0, 1_001), 0);
        assert_eq!(support(11, 0, 1_001), 128);
    }

    #[test]
    fn support_of_the_largest_powers_does_not_overflow() {
        let most = Balance::MAX;
        assert_eq!(support(most, 0, most), 128);
        assert_eq!(support(0, most, most), -128);
        assert_eq!(support(most / 4, most / 4 * 3, most), -64);
    }

    #[test]
    fn full_list_forgets_its_oldest_entry() {
        let mut list = BoundedVec::<u8, frame_support::traits::ConstU32<3>>::default();
        for (entry, wanted) in
            [(1, vec![1]), (2, vec![1, 2]), (3, vec![1, 2, 3]), (4, vec![2, 3, 4])]
        {
            remember(&mut list, entry);
            assert_eq!(list.to_vec(), wanted);
        }
    }
}
