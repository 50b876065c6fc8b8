//! Votes on proposals.

use super::json::text;
use crate::date::Iso;
use aitbc_primitives::{
    governance::proposals::{Position, ProposalId, VoteView},
    json::Amount,
    AccountId,
};
use serde::Serialize;

/// A vote on a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vote {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Who voted.
    pub voter_id: AccountId,
    /// What it says: `for`, `against` or `abstain`.
    pub vote: &'static str,
    /// What it weighs, with all who have delegated to the voter, in the smallest unit of the token.
    pub voting_power: Amount,
    /// Why.
    pub reason: Option<String>,
    /// When it was last said.
    pub voted_at: Iso,
}

impl From<VoteView<AccountId>> for Vote {
    fn from(vote: VoteView<AccountId>) -> Self {
        Self {
            proposal_id: vote.proposal,
            voter_id: vote.voter,
            vote: match vote.position {
                Position::For => "for",
                Position::Against => "against",
                Position::Abstain => "abstain",
            },
            voting_power: Amount(vote.own.saturating_add(vote.delegated.total())),
            reason: (!vote.reason.is_empty()).then(|| text(vote.reason)),
            voted_at: Iso(vote.at),
        }
    }
}
