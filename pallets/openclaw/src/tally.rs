//! What a tally comes to, in integers.

use crate::{types::Proposal, Config, Pallet, Tallies};
use aitbc_primitives::{
    governance::{
        proposals::{ClassShares, Count, Majority, Outcome, ProposalId, Tally},
        VoterClass,
    },
    Balance,
};
use sp_core::U256;
use sp_runtime::Perbill;

/// How a proposal is decided.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// All tokens outside of pots, `B`.
    pub base: Balance,
    /// The part of them that has to vote, `q`.
    pub quorum: Perbill,
    /// The least turnout, whatever the quorum is.
    pub min_turnout: Balance,
    /// How much of the vote has to be for it.
    pub majority: Majority,
    /// The part of the vote that has to be for it, if the proposer asked for one.
    pub approval: Option<Perbill>,
    /// The shares of classes, if they count.
    pub shares: Option<ClassShares>,
}

impl Terms {
    /// Whether a proposal passes with this tally, and why not.
    pub(crate) fn count(&self, tally: &Tally) -> Count {
        let turnout = self.turnout(tally);
        let (approving, opposing) = self.approval(tally);
        let outcome = if !self.is_quorum(turnout) {
            Outcome::NoQuorum
        } else if !self.is_majority(approving, opposing) {
            Outcome::NotApproved
        } else {
            Outcome::Passed
        };
        Count { turnout, approving, opposing, outcome }
    }

    /// What counts for the quorum: of each class no more than its share of all tokens, rounded down.
    fn turnout(&self, tally: &Tally) -> Balance {
        let of_class = |class| {
            let votes = tally
                .votes_for
                .get(class)
                .saturating_add(tally.votes_against.get(class))
                .saturating_add(tally.votes_abstain.get(class));
            match self.shares {
                Some(shares) => votes.min(part(shares.get(class), self.base)),
                None => votes,
            }
        };
        VoterClass::ALL.into_iter().map(of_class).fold(0, Balance::saturating_add)
    }

    /// What counts as being for it and against it: agents are measured by humans.
    fn approval(&self, tally: &Tally) -> (Balance, Balance) {
        let humans = tally
            .votes_for
            .human
            .saturating_add(tally.votes_against.human)
            .max(self.least_of_humans());
        let of_class = |class| {
            let votes = (tally.votes_for.get(class), tally.votes_against.get(class));
            match self.shares {
                Some(shares) if class != VoterClass::Human => {
                    limited(votes, limit(&shares, class, humans))
                }
                _ => votes,
            }
        };
        VoterClass::ALL.into_iter().map(of_class).fold((0, 0), |sum, votes| {
            (sum.0.saturating_add(votes.0), sum.1.saturating_add(votes.1))
        })
    }

    /// What humans are taken to have voted with at least, when agents are measured by them: their share of
    /// the quorum, rounded down.
    fn least_of_humans(&self) -> Balance {
        let share = self.shares.map_or(Perbill::zero(), |shares| shares.human);
        let whole = parts(Perbill::one()).saturating_mul(parts(Perbill::one()));
        let part = parts(share).saturating_mul(parts(self.quorum));
        divided(part.saturating_mul(self.base.into()), whole)
    }

    /// Whether the turnout is at least the quorum, rounded up.
    fn is_quorum(&self, turnout: Balance) -> bool {
        is_part(turnout, self.quorum, self.base) && turnout >= self.min_turnout
    }

    fn is_majority(&self, approving: Balance, opposing: Balance) -> bool {
        let both = approving.saturating_add(opposing);
        let is_majority = match self.majority {
            Majority::Simple => approving > opposing,
            Majority::TwoThirds => {
                let [three, two] = [3, 2].map(U256::from);
                approving > 0
                    && three.saturating_mul(approving.into()) >= two.saturating_mul(both.into())
            }
        };
        is_majority && self.approval.is_none_or(|wish| is_part(approving, wish, both))
    }
}

impl<AccountId> Proposal<AccountId> {
    /// How it is decided: by the rules of its creation.
    pub(crate) fn terms(&self) -> Terms {
        Terms {
            base: self.base,
            quorum: self.quorum,
            min_turnout: self.min_turnout,
            majority: self.majority,
            approval: self.approval,
            shares: self.shares,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// What the votes on a proposal come to now.
    pub(crate) fn count(id: ProposalId, proposal: &Proposal<T::AccountId>) -> Count {
        proposal.terms().count(&Tallies::<T>::get(id).all)
    }
}

/// The most that counts of the votes of agents of a class, where humans have voted with so much. Where humans
/// have no share there is nothing to measure by, and no limit.
fn limit(shares: &ClassShares, class: VoterClass, humans: Balance) -> Balance {
    divided(parts(shares.get(class)).saturating_mul(humans.into()), parts(shares.human))
}

/// Votes for and against something, scaled to a limit of both and rounded down.
fn limited((approving, opposing): (Balance, Balance), limit: Balance) -> (Balance, Balance) {
    let both = approving.saturating_add(opposing);
    if both <= limit {
        return (approving, opposing);
    }
    let scaled = |votes: Balance| {
        let product = U256::from(votes).saturating_mul(limit.into());
        divided(product, both.into())
    };
    (scaled(approving), scaled(opposing))
}

/// Whether `amount` is at least this part of `whole`, rounded up.
fn is_part(amount: Balance, part: Perbill, whole: Balance) -> bool {
    // An integer is at least a number if and only if it is at least that number rounded up.
    parts(Perbill::one()).saturating_mul(amount.into()) >= parts(part).saturating_mul(whole.into())
}

/// A part of `whole`, rounded down.
fn part(part: Perbill, whole: Balance) -> Balance {
    divided(parts(part).saturating_mul(whole.into()), parts(Perbill::one()))
}

fn parts(of: Perbill) -> U256 {
    of.deconstruct().into()
}

/// A quotient, rounded down. Without a limit if it has none.
fn divided(number: U256, by: U256) -> Balance {
    number.checked_div(by).and_then(|number| number.try_into().ok()).unwrap_or(Balance::MAX)
}
