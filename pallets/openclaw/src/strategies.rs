//! Votes by strategy, as wallets cast them, and when that begins.

use crate::{
    types::{OpenVote, MAX_LIVE},
    voting::Said,
    Config, Error, OpenVotes, Pallet, Proposals, Votes, WeightInfo,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        polls::Polls,
        proposals::{Extension, ProposalId, ProposalKind},
        strategies::{Evaluation, StrategyReason, StrategyVotes},
    },
    Balance, Moment,
};
use alloc::{format, string::String, vec::Vec};
use frame_support::{ensure, storage::with_storage_layer, traits::Defensive, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> StrategyVotes<T::AccountId> for Pallet<T> {
    fn in_second_half() -> Vec<ProposalId> {
        let now = T::Clock::now();
        OpenVotes::<T>::get()
            .into_iter()
            .filter(|vote| vote.second_half <= now && now < vote.ends)
            .map(|vote| vote.proposal)
            .collect()
    }

    fn second_half(id: ProposalId) -> Option<Moment> {
        let vote = OpenVotes::<T>::get().into_iter().find(|vote| vote.proposal == id)?;
        (T::Clock::now() < vote.ends).then_some(vote.second_half)
    }

    fn snapshot(id: ProposalId) -> Option<Moment> {
        Proposals::<T>::get(id).map(|proposal| proposal.created)
    }

    fn kind(id: ProposalId) -> Option<ProposalKind> {
        Proposals::<T>::get(id).map(|proposal| proposal.kind)
    }

    fn evaluation(id: ProposalId) -> Evaluation {
        Self::evaluate(id).unwrap_or_default()
    }

    fn has_voted(id: ProposalId, who: &T::AccountId) -> bool {
        Votes::<T>::contains_key(id, who)
    }

    fn vote_by_strategy(
        id: ProposalId,
        who: &T::AccountId,
        max_power: Balance,
        reason: StrategyReason,
    ) -> Result<Weight, DispatchError> {
        // A hook has no storage layer of its own.
        with_storage_layer(|| {
            ensure!(!Votes::<T>::contains_key(id, who), Error::<T>::AlreadyVoted);
            let said = Said::Strategy(reason);
            Self::cast_vote(who.clone(), id, reason.position(), Some(max_power), said)
        })
    }

    fn vote_weight() -> Weight {
        T::WeightInfo::vote(0, MAX_LIVE)
    }

    fn evaluation_weight() -> Weight {
        T::WeightInfo::evaluation()
    }
}

impl<T: Config> Pallet<T> {
    /// Lists the vote on a new proposal.
    pub(crate) fn open_vote(id: ProposalId, from: Moment, ends: Moment) -> DispatchResult {
        let half = ends.saturating_sub(from) / 2;
        let vote = OpenVote { proposal: id, second_half: from.saturating_add(half), ends };
        // Numbers rise, so they stay in order. Each live proposal has a place.
        OpenVotes::<T>::try_mutate(|votes| votes.try_push(vote))
            .map_err(|_| Error::<T>::TooManyLive.into())
    }

    /// Moves the end of a vote. If time is given back that was lost from now on, before its second half began,
    /// that begins as much later: otherwise strategies could vote before humans can. A late change moves the end
    /// alone.
    pub(crate) fn move_vote(id: ProposalId, ends: Moment, why: Extension) {
        let now = T::Clock::now();
        OpenVotes::<T>::mutate(|votes| {
            if let Some(vote) = votes.iter_mut().find(|vote| vote.proposal == id) {
                let moved = ends.saturating_sub(vote.ends);
                vote.ends = ends;
                if why == Extension::LostTime && now < vote.second_half {
                    vote.second_half = vote.second_half.saturating_add(moved);
                }
            }
        });
    }

    /// Ends the vote on a proposal: nothing is counted in its poll any more.
    pub(crate) fn close_vote(id: ProposalId) {
        let _ = T::Polls::close(id).defensive();
        OpenVotes::<T>::mutate(|votes| votes.retain(|vote| vote.proposal != id));
    }

    /// Why a strategy voted so.
    pub(crate) fn in_words(reason: StrategyReason) -> String {
        let StrategyReason { preference, threshold, evaluation } = reason;
        let sum = i32::from(preference)
            .saturating_add(threshold.into())
            .saturating_add(evaluation.into());
        format!(
            "strategy: preference {preference} + threshold {threshold} + evaluation {evaluation} = {sum}, \
             needs more than 256"
        )
    }
}
