//! What clients are told.

use crate::{
    types::{Proposal, Reason, Stage, Summary, Vote},
    Calls, Challenges, Config, NextProposal, Pallet, Policies, Proposals, Summaries, Tallies,
    Texts, VoteOrder, Votes,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        proposals::{
            ChallengeView, Count, Majority, PolicyView, ProposalId, ProposalKind, ProposalView,
            Status, Tally, VoteView,
        },
        PowerByClass, VoterClass,
    },
};
use alloc::{format, string::String, vec::Vec};
use codec::DecodeLimit;
use frame_support::{traits::GetCallMetadata, MAX_EXTRINSIC_DEPTH};

/// The most entries of a list.
const MAX_LIST: u32 = 100;

/// How many proposals are looked at for a list.
const MAX_LOOK: u32 = 10_000;

/// A proposal as it is stored.
enum Stored<AccountId> {
    Whole(Proposal<AccountId>),
    Archived(Summary<AccountId>),
}

impl<T: Config> Pallet<T> {
    fn stored(id: ProposalId) -> Option<Stored<T::AccountId>> {
        match Proposals::<T>::get(id) {
            Some(proposal) => Some(Stored::Whole(proposal)),
            None => Summaries::<T>::get(id).map(Stored::Archived),
        }
    }

    /// A proposal.
    pub fn read_proposal(id: ProposalId) -> Option<ProposalView<T::AccountId>> {
        Self::stored(id).map(|stored| Self::view(id, stored))
    }

    /// Up to `limit`, at most 100, of the proposals of this status, type and proposer, newest first, after the
    /// first `offset` of them. Looks at the newest 10 000 only.
    pub fn read_proposals(
        status: Option<Status>,
        kind: Option<ProposalKind>,
        proposer: Option<T::AccountId>,
        limit: u32,
        offset: u32,
    ) -> Vec<ProposalView<T::AccountId>> {
        let next = NextProposal::<T>::get();
        let matches = |id: ProposalId, stored: &Stored<T::AccountId>| {
            let (its_kind, its_proposer) = match stored {
                Stored::Whole(proposal) => (proposal.kind, &proposal.proposer),
                Stored::Archived(summary) => (summary.kind, &summary.proposer),
            };
            kind.is_none_or(|kind| kind == its_kind)
                && proposer.as_ref().is_none_or(|proposer| proposer == its_proposer)
                && status.is_none_or(|status| status == Self::status_of(id, stored))
        };
        (next.saturating_sub(MAX_LOOK)..next)
            .rev()
            .filter_map(|id| Some((id, Self::stored(id)?)))
            .filter(|(id, stored)| matches(*id, stored))
            .skip(offset as usize)
            .take(limit.min(MAX_LIST) as usize)
            .map(|(id, stored)| Self::view(id, stored))
            .collect()
    }

    /// Where a proposal is in its life, also an archived one.
    pub fn read_status(id: ProposalId) -> Option<Status> {
        Self::stored(id).map(|stored| Self::status_of(id, &stored))
    }

    fn status_of(id: ProposalId, stored: &Stored<T::AccountId>) -> Status {
        match stored {
            Stored::Whole(proposal) => Self::status(id, proposal),
            Stored::Archived(summary) => summary.stage.status(),
        }
    }

    /// Where a proposal is in its life.
    pub(crate) fn status(id: ProposalId, proposal: &Proposal<T::AccountId>) -> Status {
        match proposal.stage {
            Stage::Voting if T::Clock::now() < proposal.voting_from => Status::Pending,
            Stage::Passed if Self::undecided(id).is_some() || !Self::is_approved(id, proposal) => {
                Status::Passed
            }
            _ => proposal.stage.status(),
        }
    }

    /// How the vote on a proposal would end if it did now, or ended. `None` if it is unknown or archived.
    pub fn count_now(id: ProposalId) -> Option<Count> {
        Proposals::<T>::get(id).map(|proposal| Self::count(id, &proposal))
    }

    fn view(id: ProposalId, stored: Stored<T::AccountId>) -> ProposalView<T::AccountId> {
        match stored {
            Stored::Whole(proposal) => Self::view_of_whole(id, proposal),
            Stored::Archived(summary) => Self::view_of_summary(id, summary),
        }
    }

    fn view_of_whole(
        id: ProposalId,
        proposal: Proposal<T::AccountId>,
    ) -> ProposalView<T::AccountId> {
        let text = Texts::<T>::get(id);
        let calls = Calls::<T>::get(id).unwrap_or_default();
        let passed = proposal.eta > 0;
        let (rejection, error) = match proposal.stage {
            Stage::Rejected { outcome } => (Some(outcome), None),
            Stage::Failed { error } => (None, Some(error)),
            _ => (None, None),
        };
        ProposalView {
            id,
            kind: proposal.kind,
            category: text.as_ref().map(|text| text.category),
            title: text.as_ref().map(|text| text.title.to_vec()).unwrap_or_default(),
            description: text.as_ref().map(|text| text.description.to_vec()).unwrap_or_default(),
            link: text.as_ref().map(|text| text.link.to_vec()).unwrap_or_default(),
            status: Self::status(id, &proposal),
            created: proposal.created,
            voting_from: proposal.voting_from,
            ends: proposal.ends,
            extended_by: proposal.late.saturating_add(proposal.lost),
            eta: passed.then_some(proposal.eta),
            expires: passed.then(|| Self::expires(&proposal)),
            finished: proposal.finished,
            base: proposal.base,
            quorum: proposal.quorum,
            asked_quorum: proposal.asked_quorum,
            majority: proposal.majority,
            approval: proposal.approval,
            tally: Tallies::<T>::get(id).all,
            count: Some(Self::count(id, &proposal)),
            votes: proposal.votes,
            approvals: Self::approving(id),
            approvals_required: Self::approvals_required(proposal.needs_council),
            bond: proposal.bond,
            call_names: Self::call_names(&calls),
            calls: calls.into_inner(),
            call_hash: proposal.call_hash,
            challenge: Self::view_of_challenge(id),
            rejection,
            error,
            proposer: proposal.proposer,
        }
    }

    fn view_of_summary(
        id: ProposalId,
        summary: Summary<T::AccountId>,
    ) -> ProposalView<T::AccountId> {
        let (rejection, error) = match summary.stage {
            Stage::Rejected { outcome } => (Some(outcome), None),
            Stage::Failed { error } => (None, Some(error)),
            _ => (None, None),
        };
        // Classes are gone: all of it is in the first.
        let of_all = |power| PowerByClass::of(VoterClass::Human, power);
        ProposalView {
            id,
            kind: summary.kind,
            category: None,
            title: Vec::new(),
            description: Vec::new(),
            link: Vec::new(),
            status: summary.stage.status(),
            created: summary.created,
            voting_from: summary.created,
            ends: summary.ends,
            extended_by: 0,
            eta: None,
            expires: None,
            finished: Some(summary.finished),
            base: summary.base,
            quorum: summary.quorum,
            asked_quorum: summary.asked_quorum,
            majority: Majority::Simple,
            approval: None,
            tally: Tally {
                votes_for: of_all(summary.votes_for),
                votes_against: of_all(summary.votes_against),
                votes_abstain: of_all(summary.votes_abstain),
            },
            count: None,
            votes: summary.votes,
            approvals: Vec::new(),
            approvals_required: 0,
            bond: 0,
            call_names: Vec::new(),
            calls: Vec::new(),
            call_hash: summary.call_hash,
            challenge: None,
            rejection,
            error,
            proposer: summary.proposer,
        }
    }

    /// The names of calls that are still calls.
    fn call_names(encoded: &[u8]) -> Vec<String> {
        let calls = Vec::<<T as Config>::RuntimeCall>::decode_all_with_depth_limit(
            MAX_EXTRINSIC_DEPTH,
            &mut &*encoded,
        );
        let name = |call: <T as Config>::RuntimeCall| {
            let call = call.get_call_metadata();
            format!("{}.{}", call.pallet_name, call.function_name)
        };
        calls.unwrap_or_default().into_iter().map(name).collect()
    }

    fn view_of_challenge(id: ProposalId) -> Option<ChallengeView<T::AccountId>> {
        Challenges::<T>::get(id).map(|challenge| ChallengeView {
            challenger: challenge.challenger,
            grounds: challenge.grounds,
            text: challenge.text.into_inner(),
            bond: challenge.bond,
            deadline: challenge.deadline,
            by_council: challenge.by_council,
            verdict: challenge.verdict,
        })
    }

    /// Up to `limit`, at most 100, of the votes on a proposal, newest first, after the first `offset` of them.
    pub fn read_votes(id: ProposalId, limit: u32, offset: u32) -> Vec<VoteView<T::AccountId>> {
        let votes = Proposals::<T>::get(id).map_or(0, |proposal| proposal.votes);
        (0..votes)
            .rev()
            .skip(offset as usize)
            .take(limit.min(MAX_LIST) as usize)
            .filter_map(|index| Self::read_vote(id, VoteOrder::<T>::get(id, index)?))
            .collect()
    }

    /// The vote of an account.
    pub fn read_vote(id: ProposalId, voter: T::AccountId) -> Option<VoteView<T::AccountId>> {
        let Vote { position, class, own, delegated, reason, at, .. } = Votes::<T>::get(id, &voter)?;
        let reason = match reason {
            Some(Reason::Text { text, .. }) => text.into_inner(),
            Some(Reason::Strategy(reason)) => Self::in_words(reason).into_bytes(),
            None => Vec::new(),
        };
        Some(VoteView { proposal: id, voter, position, class, own, delegated, reason, at })
    }

    /// Up to `limit`, at most 100, of the policies, in the order of storage, after the first `offset` of them.
    pub fn read_policies(limit: u32, offset: u32) -> Vec<PolicyView> {
        Policies::<T>::iter()
            .skip(offset as usize)
            .take(limit.min(MAX_LIST) as usize)
            .map(|(name, policy)| PolicyView {
                name: name.into_inner(),
                value: policy.value.into_inner(),
                version: policy.version,
                proposal: policy.proposal,
                at: policy.at,
            })
            .collect()
    }
}
