//! Quorums that adapt to how many take part in votes.
//!
//! With a fixed quorum of 10 % holders who never vote could put it out of reach for ever. Only the highest
//! turnout of a period counts, so that votes in which nobody takes part cannot bring it down alone, and none counts
//! for less than what quorums come down to, so that they cannot bring it down fast.

use crate::{
    types::{Participation, LEAST_ADAPTED_QUORUM},
    Config, Event, Pallet, ParticipationOf, Settings,
};
use aitbc_primitives::{clock::Clock, Balance};
use sp_runtime::Perbill;

impl<T: Config> Pallet<T> {
    /// What a quorum that somebody other than the proposer asks for comes down to now.
    pub(crate) fn adapted(quorum: Perbill) -> Perbill {
        if quorum <= LEAST_ADAPTED_QUORUM || !T::Settings::adaptive_quorum() {
            return quorum;
        }
        attainable(Self::participation().0.average).min(quorum)
    }

    /// Counts the turnout of a vote that has ended, out of all tokens outside of pots.
    pub(crate) fn note_turnout(turnout: Balance, base: Balance) {
        let (mut participation, adapted) = Self::participation();
        if adapted {
            Self::deposit_event(Event::QuorumAdapted {
                average: participation.average,
                quorum: attainable(participation.average),
            });
        }
        let turnout = Perbill::from_rational(turnout, base).max(LEAST_ADAPTED_QUORUM);
        participation.highest =
            Some(participation.highest.map_or(turnout, |highest| highest.max(turnout)));
        ParticipationOf::<T>::put(participation);
    }

    /// How many take part now, and whether a period has ended since that was stored.
    ///
    /// A period in which no vote ended changes nothing, so at most one of those that have passed counts.
    fn participation() -> (Participation, bool) {
        let Participation { average, period, highest } = ParticipationOf::<T>::get();
        let running =
            T::Clock::now().checked_div(T::Settings::participation_period()).unwrap_or_default();
        match highest {
            Some(highest) if running > period => {
                let average = next_average(average, highest);
                (Participation { average, period: running, highest: None }, true)
            }
            _ => (Participation { average, period: running, highest }, false),
        }
    }
}

/// The average after a period with this highest turnout, rounded down.
fn next_average(average: Perbill, highest: Perbill) -> Perbill {
    // Three times 10^9 fit.
    let sum = average.deconstruct().saturating_mul(3).saturating_add(highest.deconstruct());
    Perbill::from_parts(sum / 4)
}

/// The quorum that votes can be expected to reach: eight tenths of the average, rounded down, at least 5 %.
fn attainable(average: Perbill) -> Perbill {
    // Four times 10^9 fit.
    let parts = average.deconstruct().saturating_mul(4) / 5;
    Perbill::from_parts(parts).max(LEAST_ADAPTED_QUORUM)
}
