//! Proposals as a whole: by which rules they are made, and what those who watch over a chain want to know.

use super::proposals::{ProposalKind, Status, Track};
use crate::{Balance, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// The rules by which proposals are made. Durations are in milliseconds of wall-clock time, divided by the
/// network's tempo; amounts in the smallest unit of the token.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ProposalParameters {
    /// The power that a proposer needs.
    pub min_power: Balance,
    /// The most characters of a title.
    pub max_title: u32,
    /// The most characters of a description.
    pub max_description: u32,
    /// The shortest period of voting that can be asked for. It is that of the track at least.
    pub min_period: Moment,
    /// The longest period of voting that can be asked for.
    pub max_period: Moment,
    /// The longest delay of enactment that can be asked for.
    pub max_enactment_delay: Moment,
    /// The least quorum and the least approval that can be asked for. The most is all.
    pub min_threshold: Perbill,
    /// What a proposer has at stake, before it doubles with every third of the places of the type and grows
    /// with the period.
    pub proposal_bond: Balance,
    /// What a challenger has at stake.
    pub challenge_bond: Balance,
    /// How long a proposal can be challenged.
    pub challenge_window: Moment,
    /// From when it can be enacted until it no longer can.
    pub expiry: Moment,
    /// What quorums of more than 5 % come down to now.
    pub effective_quorum: Perbill,
    /// The rules of each type.
    pub tracks: Vec<(ProposalKind, Track)>,
}

impl ProposalParameters {
    /// The rules of a type.
    pub fn track(&self, kind: ProposalKind) -> Option<&Track> {
        self.tracks.iter().find(|(other, _)| *other == kind).map(|(_, track)| track)
    }
}

/// The state of proposals as a whole, for those who watch over a chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ProposalFigures {
    /// How many are pending, active, passed or queued, and how many have ever ended in which way. What is
    /// not named are none.
    pub proposals: Vec<(Status, u32)>,
    /// The best turnout of the votes that are open, as a part of all tokens outside of pots.
    pub turnout: Perbill,
    /// What quorums of more than 5 % come down to.
    pub effective_quorum: Perbill,
    /// For how long something has been due for a proposal and was not done, in milliseconds.
    pub overdue: Moment,
    /// Brakes that are on: calls that are paused, and safe mode.
    pub brakes: u32,
    /// How much is left of the bootstrap, in milliseconds. `None` when it is over.
    pub bootstrap_left: Option<Moment>,
}

impl ProposalFigures {
    /// How many proposals there are, or were, of this status.
    pub fn count(&self, status: Status) -> u32 {
        let counts = self.proposals.iter().filter(|(other, _)| *other == status);
        counts.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_are_none() {
        let proposals = alloc::vec![(Status::Active, 2), (Status::Failed, 1), (Status::Active, 3)];
        let figures = ProposalFigures { proposals, ..Default::default() };
        for (status, count) in [(Status::Active, 5), (Status::Failed, 1), (Status::Executed, 0)] {
            assert_eq!(figures.count(status), count, "{status:?}");
        }
    }
}
