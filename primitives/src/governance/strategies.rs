//! Votes by strategy: how a proposal is evaluated, and how wallets vote on it with nobody at the keyboard.

use super::proposals::{Position, ProposalId, ProposalKind};
use crate::{Balance, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What the chain makes of a proposal, the same for all: from -128 (against it) to 128 (for it), by its parts.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct Evaluation {
    /// What humans said who voted by hand, from -128 to 128.
    pub support: i16,
    /// What members of the council said, from 0 to 40.
    pub council: i16,
    /// Whether a challenge is undecided, -64 or 0.
    pub challenge: i16,
    /// What became of other proposals of its proposer, from -48 to 24.
    pub proposer: i16,
    /// Whether it changes or asks for much, -32 or 0.
    pub size: i16,
}

impl Evaluation {
    /// The sum of the parts, from -128 to 128.
    pub fn sum(&self) -> i16 {
        let Self { support, council, challenge, proposer, size } = *self;
        [support, council, challenge, proposer, size]
            .into_iter()
            .fold(0, i16::saturating_add)
            .clamp(-128, 128)
    }
}

/// Why a wallet voted as it did.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct StrategyReason {
    /// How much its strategy prefers proposals of this type.
    pub preference: u8,
    /// How easily its strategy supports any.
    pub threshold: u8,
    /// What the chain made of the proposal, from -128 to 128.
    pub evaluation: i16,
}

impl StrategyReason {
    /// The three together.
    pub fn sum(&self) -> i32 {
        i32::from(self.preference)
            .saturating_add(self.threshold.into())
            .saturating_add(self.evaluation.into())
    }

    /// The vote that follows: for the proposal if the sum is more than 256.
    pub fn position(&self) -> Position {
        if self.sum() > 256 {
            Position::For
        } else {
            Position::Against
        }
    }
}

/// Proposals, as those use them who vote by strategy.
pub trait StrategyVotes<AccountId> {
    /// The proposals that are in the second half of their vote now, by their number. There are 64 at most.
    fn in_second_half() -> Vec<ProposalId>;

    /// When the second half of the vote on a proposal begins, in milliseconds since 1970. `None` if there is no
    /// such proposal, or it cannot be voted on any more.
    fn second_half(id: ProposalId) -> Option<Moment>;

    /// The moment at which power counts in the vote on a proposal, in milliseconds since 1970. `None` if there is no
    /// such proposal.
    fn snapshot(id: ProposalId) -> Option<Moment>;

    /// The type of a proposal.
    fn kind(id: ProposalId) -> Option<ProposalKind>;

    /// What the chain makes of a proposal now: nothing (all zero) while evaluations are switched off.
    fn evaluation(id: ProposalId) -> Evaluation;

    /// Whether `who` has voted on a proposal itself. A ballot that was cast for its delegate is none.
    fn has_voted(id: ProposalId, who: &AccountId) -> bool;

    /// Votes for `who`, which has not voted, with at most `max_power` of its tokens. No deposit is taken for the
    /// reason. Returns what that took. Fails, changing nothing, as a vote by hand does.
    fn vote_by_strategy(
        id: ProposalId,
        who: &AccountId,
        max_power: Balance,
        reason: StrategyReason,
    ) -> Result<Weight, DispatchError>;

    /// The most that such a vote costs, with what it registers with the block besides.
    fn vote_weight() -> Weight;

    /// The most that evaluating a proposal costs.
    fn evaluation_weight() -> Weight;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_256_is_against() {
        let reason = StrategyReason { preference: 128, threshold: 128, evaluation: 0 };
        assert_eq!(reason.position(), Position::Against);
        assert_eq!(StrategyReason { evaluation: 1, ..reason }.position(), Position::For);
    }

    #[test]
    fn evaluation_is_clamped() {
        let best = Evaluation { support: 128, council: 40, proposer: 24, ..Default::default() };
        assert_eq!(best.sum(), 128);
        let worst =
            Evaluation { support: -128, challenge: -64, proposer: -48, size: -32, council: 0 };
        assert_eq!(worst.sum(), -128);
        let mixed = Evaluation { support: 10, council: 8, size: -32, ..Default::default() };
        assert_eq!(mixed.sum(), -14);
    }
}
