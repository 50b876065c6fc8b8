//! What becomes of proposals long after they have finished.

use crate::{
    agenda::Room,
    types::{Proposal, Reason, Summary, Text, Vote},
    Approvals, Calls, Challenges, Config, Event, Finished, Pallet, Proposals, Pruning, Settings,
    Summaries, Tallies, Texts, VoteOrder, Votes, WeightInfo,
};
use aitbc_primitives::{clock::Clock, governance::proposals::ProposalId};
use frame_support::traits::{Consideration, Defensive};

/// So many votes are removed at a time.
pub(crate) const PRUNED: u32 = 8;

impl<T: Config> Pallet<T> {
    /// Removes what is long of proposals that have finished long ago, at most so many pages, and gives deposits
    /// back.
    pub(crate) fn archive(room: &mut Room, mut pages: u32) {
        let before = Pruning::<T>::get();
        let mut queue = before;
        while queue.first < queue.next && pages > 0 {
            let id = Finished::<T>::get(queue.first);
            let Some((id, proposal)) = id.and_then(|id| Some((id, Proposals::<T>::get(id)?)))
            else {
                // Never: it stays in the queue until it is archived.
                queue.first = queue.first.saturating_add(1);
                continue;
            };
            let finished = proposal.finished.defensive_unwrap_or_default();
            let is_due = finished.saturating_add(T::Settings::retention()) <= T::Clock::now();
            if !is_due {
                break;
            }
            pages = pages.saturating_sub(1);
            if queue.removed < proposal.votes {
                if !room.try_consume(T::WeightInfo::prune_votes(PRUNED)) {
                    break;
                }
                let end = queue.removed.saturating_add(PRUNED).min(proposal.votes);
                Self::prune_page(id, queue.removed, end);
                queue.removed = end;
            } else if room.try_consume(T::WeightInfo::archive()) {
                Self::summarise(id, proposal);
                Finished::<T>::remove(queue.first);
                queue.first = queue.first.saturating_add(1);
                queue.removed = 0;
            } else {
                break;
            }
        }
        if queue != before {
            Pruning::<T>::put(queue);
        }
    }

    /// Removes the votes in these places.
    pub(crate) fn prune_page(id: ProposalId, from: u32, to: u32) {
        for index in from..to {
            let voter = VoteOrder::<T>::take(id, index);
            let vote = voter.and_then(|who| Some((Votes::<T>::take(id, &who)?, who)));
            if let Some((Vote { reason: Some(Reason::Text { ticket, .. }), .. }, who)) = vote {
                let _ = ticket.drop(&who).defensive();
            }
        }
    }

    /// Leaves no more than a summary of a proposal without votes.
    fn summarise(id: ProposalId, proposal: Proposal<T::AccountId>) {
        if let Some(Text { ticket, .. }) = Texts::<T>::take(id) {
            let _ = ticket.drop(&proposal.proposer).defensive();
        }
        if let Some(challenge) = Challenges::<T>::take(id) {
            let _ = challenge.ticket.drop(&challenge.challenger).defensive();
        }
        Self::forget_record(id, &proposal);
        let tally = Tallies::<T>::take(id).all;
        Calls::<T>::remove(id);
        Approvals::<T>::remove(id);
        Proposals::<T>::remove(id);
        let summary = Summary {
            kind: proposal.kind,
            proposer: proposal.proposer,
            created: proposal.created,
            ends: proposal.ends,
            finished: proposal.finished.unwrap_or_default(),
            base: proposal.base,
            quorum: proposal.quorum,
            asked_quorum: proposal.asked_quorum,
            votes_for: tally.votes_for.total(),
            votes_against: tally.votes_against.total(),
            votes_abstain: tally.votes_abstain.total(),
            votes: proposal.votes,
            call_hash: proposal.call_hash,
            stage: proposal.stage,
        };
        Summaries::<T>::insert(id, summary);
        Self::deposit_event(Event::Archived { proposal: id });
    }
}
