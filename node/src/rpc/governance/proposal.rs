//! Proposals.

use super::{
    dry_run::CallError,
    json::{part, ratio, text},
};
use crate::date::{Iso, IsoDuration};
use aitbc_primitives::{
    governance::{
        court::Verdict,
        proposals::{ChallengeView, Grounds, Majority, Outcome, ProposalId, ProposalView, Status},
    },
    json::Amount,
    AccountId, Hash,
};
use serde::Serialize;
use sp_core::Bytes;

/// A proposal. Amounts are in the smallest unit of the token. What is gone with its archiving is empty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it is about.
    pub category: Option<&'static str>,
    /// What it would change.
    pub target: Target,
    /// Who made it.
    pub proposer: AccountId,
    /// Where it is in its life.
    pub status: &'static str,
    /// When it was made; power counts as of then.
    pub created_at: Iso,
    /// When voting ends.
    pub voting_deadline: Iso,
    /// The highest quorum that its type, a call or the proposer asks for.
    pub quorum_threshold: f64,
    /// The approval that its type or the proposer asks for. A half has to be exceeded.
    pub approval_threshold: f64,
    /// What counts for the quorum, as a part of `base`.
    pub current_quorum: Option<f64>,
    /// What counts as being for it, as a part of all that is not abstention.
    pub current_approval: Option<f64>,
    /// What the votes for it weigh.
    pub votes_for: Amount,
    /// What the votes against it weigh.
    pub votes_against: Amount,
    /// What the votes of those who abstain weigh.
    pub votes_abstain: Amount,
    /// All power there is: `base`, under its name in the governance API.
    pub total_voting_power: Amount,
    /// When its calls were made.
    pub executed_at: Option<Iso>,
    /// Why it was rejected or has failed.
    pub rejection_reason: Option<String>,
    /// All tokens outside of pots when it was made.
    pub base: Amount,
    /// Where more is said.
    pub link: String,
    /// The names of its calls.
    pub call_names: Vec<String>,
    /// Its calls, in SCALE.
    pub calls: Bytes,
    /// Their hash.
    pub call_hash: Hash,
    /// Members of the council that approve it.
    pub council_approvals: Vec<AccountId>,
    /// How many of them are needed.
    pub council_required: u32,
    /// Its challenge.
    pub challenge: Option<Challenge>,
    /// When it can be enacted, if it has passed.
    pub eta: Option<Iso>,
    /// From when on it can no longer be enacted, if it has passed.
    pub expires_at: Option<Iso>,
    /// By how much the end of voting was moved.
    pub extended_by: IsoDuration,
    /// The quorum that holds: that which is asked for, as far as it adapts.
    pub effective_quorum: f64,
}

/// What a proposal would change: in the governance API an object whose content depends on the type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    /// The names of its calls.
    pub calls: Vec<String>,
}

/// A challenge of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Challenge {
    /// Who made it.
    pub challenger: AccountId,
    /// On which grounds.
    pub grounds: &'static str,
    /// What the challenger says.
    pub text: String,
    /// What the challenger has at stake.
    pub bond: Amount,
    /// When it has to be decided.
    pub deadline: Iso,
    /// Whether the council decides it.
    pub by_council: bool,
    /// How it was decided.
    pub verdict: Option<&'static str>,
}

impl From<ProposalView<AccountId>> for Proposal {
    fn from(proposal: ProposalView<AccountId>) -> Self {
        let count = proposal.count;
        let executed = proposal.finished.filter(|_| proposal.status == Status::Executed);
        Self {
            id: proposal.id,
            title: text(proposal.title),
            description: text(proposal.description),
            kind: proposal.kind.name(),
            category: proposal.category.map(|category| category.name()),
            target: Target { calls: proposal.call_names.clone() },
            proposer: proposal.proposer,
            status: proposal.status.name(),
            created_at: Iso(proposal.created),
            voting_deadline: Iso(proposal.ends),
            quorum_threshold: part(proposal.asked_quorum),
            approval_threshold: approval(proposal.majority)
                .max(proposal.approval.map_or(0.0, part)),
            current_quorum: count.map(|count| ratio(count.turnout, proposal.base)),
            current_approval: count.map(|count| {
                ratio(count.approving, count.approving.saturating_add(count.opposing))
            }),
            votes_for: Amount(proposal.tally.votes_for.total()),
            votes_against: Amount(proposal.tally.votes_against.total()),
            votes_abstain: Amount(proposal.tally.votes_abstain.total()),
            total_voting_power: Amount(proposal.base),
            executed_at: executed.map(Iso),
            rejection_reason: proposal
                .rejection
                .and_then(reason)
                .map(str::to_owned)
                .or_else(|| proposal.error.map(|error| CallError::from(error).text)),
            base: Amount(proposal.base),
            link: text(proposal.link),
            call_names: proposal.call_names,
            calls: Bytes(proposal.calls),
            call_hash: proposal.call_hash,
            council_approvals: proposal.approvals,
            council_required: proposal.approvals_required,
            challenge: proposal.challenge.map(Challenge::from),
            eta: proposal.eta.map(Iso),
            expires_at: proposal.expires.map(Iso),
            extended_by: IsoDuration(proposal.extended_by),
            effective_quorum: part(proposal.quorum),
        }
    }
}

impl From<ChallengeView<AccountId>> for Challenge {
    fn from(challenge: ChallengeView<AccountId>) -> Self {
        Self {
            challenger: challenge.challenger,
            grounds: match challenge.grounds {
                Grounds::Spam => "spam",
                Grounds::Misleading => "misleading",
                Grounds::Unlawful => "unlawful",
                Grounds::Malicious => "malicious",
                Grounds::Duplicate => "duplicate",
            },
            text: text(challenge.text),
            bond: Amount(challenge.bond),
            deadline: Iso(challenge.deadline),
            by_council: challenge.by_council,
            verdict: challenge.verdict.map(|verdict| match verdict {
                Verdict::Upheld => "upheld",
                Verdict::Dismissed => "dismissed",
                Verdict::Undecided => "undecided",
            }),
        }
    }
}

/// The part of the vote that has to be for a proposal; a half has to be exceeded.
fn approval(majority: Majority) -> f64 {
    match majority {
        Majority::Simple => 0.5,
        Majority::TwoThirds => 2.0 / 3.0,
    }
}

/// Why a proposal has not passed, in the words of the governance API.
fn reason(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Passed => None,
        Outcome::NoQuorum => Some("Quorum not met"),
        Outcome::NotApproved => Some("Approval threshold not met"),
    }
}
