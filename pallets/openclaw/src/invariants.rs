//! The check of the invariants of the crate documentation.

use crate::{
    types::{FullTally, Record, Stage, MAX_LIVE, SEATS},
    Agenda, Approvals, Bootstrap, Brakes, Calls, Challenges, Config, Council, DelegatorCursors,
    Enacting, Ended, Finished, HoldReason, LiveBy, LiveOf, NextProposal, OpenVotes, Pallet,
    Proposals, Pruning, Records, Settings, Summaries, Tallies, Texts, VoteOrder, Votes,
    BOOTSTRAP_DURATION,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        polls::Polls,
        proposals::{ProposalId, Status},
    },
    Balance, Moment,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::{traits::Hash as _, TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks the invariants of the crate documentation.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_bootstrap()?;
        Self::check_agenda()?;
        Self::check_bonds()?;
        Self::check_votes()?;
        Self::check_texts()?;
        Self::check_approvals()?;
        Self::check_queue()?;
        Self::check_brakes()?;
        Self::check_ended()?;
        Self::check_open_votes()?;
        Self::check_records()
    }

    /// Invariants 1 and 2.
    fn check_bootstrap() -> Result<(), TryRuntimeError> {
        if let Some(bootstrap) = Bootstrap::<T>::get() {
            // Invariant 1
            ensure!(
                bootstrap.left > 0 && bootstrap.left <= BOOTSTRAP_DURATION,
                "what is left of the bootstrap is nothing or more than 90 days"
            );
            // Invariant 2
            ensure!(
                bootstrap.counted_to <= T::Clock::now(),
                "time that has not come is counted already"
            );
        }
        Ok(())
    }

    /// Invariants 3 and 4.
    fn check_agenda() -> Result<(), TryRuntimeError> {
        // Invariant 3
        let agenda = Agenda::<T>::get().into_inner();
        ensure!(agenda.is_sorted(), "the agenda is not in order");
        let mut on_agenda: Vec<_> = agenda.iter().map(|(_, id)| *id).collect();
        on_agenda.sort();
        let mut live = Vec::new();
        let mut by_kind = BTreeMap::<u8, u32>::new();
        let mut by_proposer = BTreeMap::<T::AccountId, u32>::new();
        for (id, proposal) in Proposals::<T>::iter() {
            if proposal.finished.is_some() {
                continue;
            }
            live.push(id);
            let of_kind = by_kind.entry(proposal.kind as u8).or_default();
            *of_kind = of_kind.saturating_add(1);
            let by = by_proposer.entry(proposal.proposer).or_default();
            *by = by.saturating_add(1);
        }
        live.sort();
        ensure!(on_agenda == live, "the agenda does not have each live proposal once");
        ensure!(live.len() <= MAX_LIVE as usize, "too many proposals are live");
        for (kind, count) in LiveOf::<T>::iter() {
            let real = by_kind.remove(&(kind as u8)).unwrap_or_default();
            ensure!(count == real, "live proposals of a type are miscounted");
        }
        ensure!(by_kind.is_empty(), "live proposals of a type are not counted");
        let counted: BTreeMap<_, _> = LiveBy::<T>::iter().collect();
        ensure!(counted == by_proposer, "live proposals of an account are miscounted");
        // Invariant 4
        for (id, proposal) in Proposals::<T>::iter() {
            let is_open = T::Polls::latest_end(id).is_some();
            let may_be = proposal.stage == Stage::Voting && proposal.finished.is_none();
            ensure!(may_be || !is_open, "a poll is open without a vote");
            let waits = matches!(proposal.stage, Stage::Voting | Stage::Passed)
                || Self::undecided(id).is_some();
            ensure!(waits == proposal.finished.is_none(), "a proposal lives on for nothing");
        }
        ensure!(!Enacting::<T>::exists(), "a proposal is still being enacted");
        Ok(())
    }

    /// Invariant 5.
    fn check_bonds() -> Result<(), TryRuntimeError> {
        let mut bonds = BTreeMap::<T::AccountId, [Balance; 2]>::new();
        for (_, proposal) in Proposals::<T>::iter() {
            let [bond, _] = bonds.entry(proposal.proposer).or_default();
            if !proposal.bond_is_settled {
                *bond = bond.saturating_add(proposal.bond);
            }
        }
        for (_, challenge) in Challenges::<T>::iter() {
            let [_, bond] = bonds.entry(challenge.challenger).or_default();
            if challenge.verdict.is_none() {
                *bond = bond.saturating_add(challenge.bond);
            }
        }
        // Invariant 5
        for (who, [bond, of_challenger]) in bonds {
            let held = |reason: HoldReason| T::Currency::balance_on_hold(&reason.into(), &who);
            ensure!(held(HoldReason::Bond) == bond, "the bonds of a proposer are not held");
            ensure!(
                held(HoldReason::Challenge) == of_challenger,
                "the bonds of a challenger are not held"
            );
        }
        Ok(())
    }

    /// Invariants 6, 7 and 8.
    fn check_votes() -> Result<(), TryRuntimeError> {
        let queue = Pruning::<T>::get();
        let pruned = Finished::<T>::get(queue.first).filter(|_| queue.removed > 0);
        let mut tallies = BTreeMap::<ProposalId, (FullTally, u32)>::new();
        for (id, voter, vote) in Votes::<T>::iter() {
            let (tally, votes) = tallies.entry(id).or_default();
            tally.add(vote.position, vote.weighs(), vote.is_by_hand());
            *votes = votes.saturating_add(1);
            // Invariant 6
            ensure!(
                VoteOrder::<T>::get(id, vote.index) == Some(voter.clone()),
                "a vote is not in its place"
            );
            // Invariant 7. A closed poll forgets its ballots.
            if T::Polls::latest_end(id).is_some() {
                ensure!(
                    T::Polls::ballot(id, &voter)
                        .is_some_and(|ballot| ballot.vote() == vote.weighs()),
                    "a vote is not what is counted"
                );
            }
        }
        ensure!(
            VoteOrder::<T>::iter_keys().count() == Votes::<T>::iter_keys().count(),
            "there is an order of votes that are none"
        );
        for (id, proposal) in Proposals::<T>::iter() {
            if pruned == Some(id) {
                continue;
            }
            let (tally, votes) = tallies.remove(&id).unwrap_or_default();
            ensure!(Tallies::<T>::get(id) == tally, "a tally is not that of its votes");
            ensure!(proposal.votes == votes, "the votes on a proposal are miscounted");
        }
        tallies.retain(|id, _| pruned != Some(*id));
        ensure!(tallies.is_empty(), "there are votes on nothing");
        // Invariant 8
        for (id, delegate) in DelegatorCursors::<T>::iter_keys() {
            ensure!(
                Votes::<T>::contains_key(id, delegate) || Summaries::<T>::contains_key(id),
                "the delegators of one who has not voted are counted"
            );
        }
        Ok(())
    }

    /// Invariant 9.
    fn check_texts() -> Result<(), TryRuntimeError> {
        for (id, proposal) in Proposals::<T>::iter() {
            let calls = Calls::<T>::get(id);
            ensure!(
                calls.is_some_and(|calls| T::Hashing::hash(&calls) == proposal.call_hash),
                "the calls of a proposal are not those that it was made with"
            );
            ensure!(Texts::<T>::contains_key(id), "a proposal says nothing");
            let held = T::Currency::balance_on_hold(&HoldReason::Text.into(), &proposal.proposer);
            ensure!(held > 0, "a text has no deposit");
        }
        let known = Proposals::<T>::iter_keys().count();
        ensure!(Texts::<T>::iter_keys().count() == known, "there are texts of nothing");
        ensure!(Calls::<T>::iter_keys().count() == known, "there are calls of nothing");
        ensure!(
            Challenges::<T>::iter_keys().all(Proposals::<T>::contains_key),
            "there are challenges of nothing"
        );
        Ok(())
    }

    /// Invariant 10.
    fn check_approvals() -> Result<(), TryRuntimeError> {
        for (id, approvals) in Approvals::<T>::iter() {
            let Some(proposal) = Proposals::<T>::get(id) else {
                return Err("there are approvals of nothing".into());
            };
            let mut different = approvals.to_vec();
            different.sort();
            different.dedup();
            ensure!(
                different.len() == approvals.len() && approvals.len() <= SEATS as usize,
                "a member approves a proposal twice"
            );
            ensure!(
                proposal.needs_council || approvals.is_empty(),
                "what needs no approval has one"
            );
            ensure!(
                proposal.finished.is_some() || approvals.iter().all(T::Council::contains),
                "somebody who is no member approves a proposal"
            );
        }
        Ok(())
    }

    /// Invariant 11.
    fn check_queue() -> Result<(), TryRuntimeError> {
        let queue = Pruning::<T>::get();
        let mut finished: Vec<_> = Finished::<T>::iter().collect();
        ensure!(
            finished.iter().all(|(place, _)| queue.first <= *place && *place < queue.next),
            "a finished proposal has a place that is not taken"
        );
        finished.sort();
        let mut last = 0;
        for (_, id) in &finished {
            let at = Proposals::<T>::get(id).and_then(|proposal| proposal.finished);
            ensure!(at.is_some_and(|at| last <= at), "finished proposals are not in order");
            last = at.unwrap_or_default();
        }
        let all = Proposals::<T>::iter().filter(|(_, proposal)| proposal.finished.is_some());
        ensure!(all.count() == finished.len(), "a finished proposal is never archived");
        let next = NextProposal::<T>::get();
        ensure!(
            Summaries::<T>::iter_keys().all(|id| id < next && !Proposals::<T>::contains_key(id)),
            "a proposal is archived and is not"
        );
        ensure!(Proposals::<T>::iter_keys().all(|id| id < next), "a proposal is not numbered");
        Ok(())
    }

    /// Invariant 12.
    fn check_brakes() -> Result<(), TryRuntimeError> {
        let brakes = Brakes::<T>::get();
        let now = T::Clock::now();
        let pause = T::Settings::emergency_pause().max(T::Settings::brake_duration());
        let safe_mode = T::Settings::emergency_safe_mode()
            .max(T::Settings::repair_safe_mode())
            .max(T::Settings::brake_duration());
        let ends = |until, longest| until <= now.saturating_add(longest);
        ensure!(
            brakes.paused.iter().all(|(_, braked)| ends(braked.until, pause))
                && brakes.safe_mode.is_none_or(|braked| ends(braked.until, safe_mode)),
            "a brake does not end"
        );
        let mut names: Vec<_> = brakes.paused.iter().map(|(name, _)| name.clone()).collect();
        names.sort();
        names.dedup();
        ensure!(names.len() == brakes.paused.len(), "a call is paused twice");
        Ok(())
    }

    /// Invariant 13.
    fn check_ended() -> Result<(), TryRuntimeError> {
        let finished = Proposals::<T>::iter()
            .map(|(_, proposal)| proposal)
            .filter(|proposal| proposal.finished.is_some());
        let stages = finished
            .map(|proposal| proposal.stage)
            .chain(Summaries::<T>::iter().map(|(_, summary)| summary.stage));
        let statuses: Vec<_> = stages.map(|stage| stage.status()).collect();
        for status in Status::ALL {
            let real = statuses.iter().filter(|other| **other == status).count();
            ensure!(
                Ended::<T>::get(status) as usize == real,
                "proposals that have ended are miscounted"
            );
        }
        Ok(())
    }

    /// Invariant 14.
    fn check_open_votes() -> Result<(), TryRuntimeError> {
        let listed = OpenVotes::<T>::get();
        ensure!(
            listed.windows(2).all(|pair| matches!(pair, [a, b] if a.proposal < b.proposal)),
            "open votes are not in order"
        );
        for vote in &listed {
            let is_open = Proposals::<T>::get(vote.proposal).is_some_and(|proposal| {
                proposal.stage == Stage::Voting
                    && proposal.ends == vote.ends
                    && proposal.voting_from <= vote.second_half
                    && vote.second_half <= vote.ends
            });
            ensure!(is_open, "an open vote is listed wrongly");
        }
        let open =
            Proposals::<T>::iter().filter(|(_, proposal)| proposal.stage == Stage::Voting).count();
        ensure!(listed.len() == open, "an open vote is not listed");
        Ok(())
    }

    /// Invariant 15.
    fn check_records() -> Result<(), TryRuntimeError> {
        let mut finished: Vec<_> = Finished::<T>::iter().collect();
        finished.sort();
        let mut real = BTreeMap::<T::AccountId, Record>::new();
        // The newest come first, and as many as there is room for.
        for (_, id) in finished.into_iter().rev() {
            let Some(proposal) = Proposals::<T>::get(id) else {
                continue;
            };
            let entry: (ProposalId, Moment) = (id, proposal.finished.unwrap_or_default());
            let record = real.entry(proposal.proposer).or_default();
            let _ = match proposal.stage {
                Stage::Executed => record.enacted.try_insert(0, entry),
                Stage::Voided | Stage::Failed { .. } => record.failed.try_insert(0, entry),
                _ => Ok(()),
            };
        }
        real.retain(|_, record| *record != Record::default());
        ensure!(
            Records::<T>::iter().collect::<BTreeMap<_, _>>() == real,
            "it is not remembered what became of proposals"
        );
        Ok(())
    }
}
