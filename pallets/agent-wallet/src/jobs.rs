//! The hook by which wallets vote: each proposal in the second half of its vote has a job, which walks over the list of
//! those that vote by strategy.

use crate::{
    auto_vote::{Cast, CreditOf, VoteCount},
    strategy::{key, place, reason, Place, Voter},
    types::Strategy,
    AutoVoters, Config, Event, Jobs, Pallet, Roll, Wallets, WeightInfo,
};
use aitbc_primitives::{
    agents::wallets::Refusal,
    governance::{
        proposals::{ProposalId, ProposalKind},
        strategies::StrategyVotes,
    },
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    defensive,
    traits::{ConstU32, Defensive, Get, Imbalance},
    weights::{Weight, WeightMeter},
    BoundedVec,
};
use scale_info::TypeInfo;

/// The most proposals that can be voted on at a time.
pub const MAX_JOBS: u32 = 64;

/// Why a wallet was taken off the list of those that vote by strategy.
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
pub enum Why {
    /// Its owner or guardian has stopped it. It comes back when the owner reactivates it.
    #[codec(index = 0)]
    Stopped,
    /// It has less than a vote by strategy needs, or cannot pay the fee.
    #[codec(index = 1)]
    BalanceTooLow,
    /// Nothing that it has could be counted, although it was on the list before the proposal was made. It has paid
    /// the fee of that vote.
    #[codec(index = 2)]
    NoPower,
}

/// A walk over the list, for one proposal.
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
pub struct Job {
    /// The proposal.
    pub proposal: ProposalId,
    /// All places before this one were visited.
    pub cursor: Place,
    /// The place that was given next when the second half of the vote began. The walk ends before it.
    pub until: Place,
}

impl Job {
    /// Whether places are left that were not visited.
    fn is_open(&self) -> bool {
        self.cursor < self.until
    }
}

/// The jobs of all proposals that are in the second half of their vote, those that are done too: else they would begin
/// again.
#[derive(
    Clone,
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
pub struct Schedule {
    /// By the number of the proposal.
    pub jobs: BoundedVec<Job, ConstU32<MAX_JOBS>>,
    /// The proposal whose turn was last. The next one follows.
    pub last: ProposalId,
}

impl Schedule {
    /// Whether there is a job for this proposal.
    fn knows(&self, proposal: ProposalId) -> bool {
        self.jobs.iter().any(|job| job.proposal == proposal)
    }

    /// The open job among those of `proposals` whose turn is next.
    fn next(&self, proposals: &[ProposalId]) -> Option<Job> {
        let mut open = self
            .jobs
            .iter()
            .filter(|job| job.is_open() && proposals.contains(&job.proposal))
            .copied();
        let first = open.clone().next();
        open.find(|job| job.proposal > self.last).or(first)
    }

    /// Notes how far a job is, whose turn it was.
    fn note(&mut self, job: Job) {
        self.last = job.proposal;
        if let Some(stored) = self.jobs.iter_mut().find(|stored| stored.proposal == job.proposal) {
            *stored = job;
        }
    }
}

/// What the hook may use of a block, and what it has done.
struct Session<T: Config> {
    /// Its share.
    room: WeightMeter,
    /// What of that the block knows of already, since it was registered with it.
    besides: Weight,
    /// The most that a visit can cost.
    most: Weight,
    /// The fees of votes.
    fees: CreditOf<T>,
    /// The votes.
    count: VoteCount,
}

/// A proposal while wallets are visited for it.
struct Question {
    id: ProposalId,
    kind: ProposalKind,
    /// What the chain makes of it, once somebody has asked.
    evaluation: Option<i16>,
}

impl<T: Config> Pallet<T> {
    /// Has wallets vote, within the share of the hook and what `meter` has left.
    pub(crate) fn vote_by_strategies(meter: &mut WeightMeter) {
        // How many jobs there are is known once they are read.
        if !meter.can_consume(T::WeightInfo::poll(MAX_JOBS)) {
            return;
        }
        let stored = Jobs::<T>::get();
        let proposals = T::StrategyVotes::in_second_half();
        if stored.jobs.is_empty() && proposals.is_empty() {
            meter.consume(T::WeightInfo::idle());
            return;
        }
        let mut schedule = stored.clone();
        Self::begin_and_end(&mut schedule, &proposals);
        let jobs = schedule.jobs.len().max(stored.jobs.len());
        let poll = T::WeightInfo::poll(u32::try_from(jobs).unwrap_or(MAX_JOBS));
        let mut session = Session::<T> {
            room: WeightMeter::with_limit(T::HookWeight::get().min(meter.remaining())),
            besides: Weight::zero(),
            most: Self::most_of_a_visit(),
            fees: CreditOf::<T>::zero(),
            count: VoteCount::default(),
        };
        let settle = T::WeightInfo::settle();
        if session.room.try_consume(poll.saturating_add(settle)).is_err() {
            meter.consume(poll);
            return;
        }

        let turn = T::WeightInfo::turn();
        while session.room.can_consume(turn.saturating_add(session.most)) {
            let Some(mut job) = schedule.next(&proposals) else { break };
            session.room.consume(turn);
            Self::work_off(&mut job, &mut session);
            schedule.note(job);
        }
        if schedule != stored {
            Jobs::<T>::put(schedule);
        }
        let Session { room, besides, fees, count, .. } = session;
        let consumed = room.consumed().saturating_sub(besides);
        if count == VoteCount::default() && fees.peek() == 0 {
            meter.consume(consumed.saturating_sub(settle));
        } else {
            Self::settle(fees, count);
            meter.consume(consumed);
        }
    }

    /// Forgets the jobs of proposals that cannot be voted on any more, and begins those of others. A proposal whose
    /// second half has moved to a later time keeps its job, so that nobody is visited twice for it.
    fn begin_and_end(schedule: &mut Schedule, proposals: &[ProposalId]) {
        schedule.jobs.retain(|job| {
            proposals.contains(&job.proposal)
                || T::StrategyVotes::second_half(job.proposal).is_some()
        });
        let new: Vec<_> =
            proposals.iter().copied().filter(|proposal| !schedule.knows(*proposal)).collect();
        if new.is_empty() {
            return;
        }
        let until = Roll::<T>::get().next;
        for proposal in new {
            let place = schedule.jobs.partition_point(|job| job.proposal < proposal);
            let job = Job { proposal, cursor: 0, until };
            if schedule.jobs.try_insert(place, job).is_err() {
                defensive!("more proposals are voted on than can be");
            }
        }
    }

    /// Visits the wallets at the next places of a job, until there is no room or no place left.
    fn work_off(job: &mut Job, session: &mut Session<T>) {
        let Some(kind) = T::StrategyVotes::kind(job.proposal).defensive() else {
            job.cursor = job.until;
            return;
        };
        let mut question = Question { id: job.proposal, kind, evaluation: None };
        while job.is_open() && session.room.can_consume(session.most) {
            let next = Self::next_voter(job.cursor).filter(|(place, _)| *place < job.until);
            let Some((place, voter)) = next else {
                job.cursor = job.until;
                return;
            };
            job.cursor = place.saturating_add(1);
            let before = Self::registered();
            let used = Self::visit(&mut question, &voter, session);
            let besides = Self::registered().saturating_sub(before);
            let spent = used.saturating_add(besides).min(session.room.remaining());
            session.room.consume(spent);
            session.besides = session.besides.saturating_add(besides);
        }
    }

    /// The wallet at the first place that is taken, from `from` on. Gaps cost nothing, however long they are.
    pub(crate) fn next_voter(from: Place) -> Option<(Place, Voter<T::AccountId>)> {
        let mut taken = match from.checked_sub(1) {
            Some(before) => {
                AutoVoters::<T>::iter_from(AutoVoters::<T>::hashed_key_for(key(before)))
            }
            None => AutoVoters::<T>::iter(),
        };
        taken.next().map(|(key, voter)| (place(key), voter))
    }

    /// Has a wallet vote, if its strategy does now, or takes it off the list if it cannot, so that it holds up
    /// nobody. Returns what that has cost.
    fn visit(
        question: &mut Question,
        voter: &Voter<T::AccountId>,
        session: &mut Session<T>,
    ) -> Weight {
        let (id, kind, who) = (question.id, question.kind, &voter.wallet);
        let mut used = T::WeightInfo::visit();
        let why = match Self::look_at(id, kind, who) {
            Ok(strategy) => Self::vote(question, voter, &strategy, session, &mut used).err(),
            Err(Refusal::WalletStopped) => Some(Why::Stopped),
            Err(Refusal::BalanceTooLow) => Some(Why::BalanceTooLow),
            // It may vote on other proposals.
            Err(_) => None,
        };
        if let Some(why) = why {
            used.saturating_accrue(T::WeightInfo::take_off());
            Self::unlist(who);
            Self::deposit_event(Event::AutoVoteStopped { wallet: who.clone(), why });
        }
        used
    }

    /// Has a wallet pay for its vote and casts it. Fails if nothing of it can be counted.
    fn vote(
        question: &mut Question,
        voter: &Voter<T::AccountId>,
        strategy: &Strategy,
        session: &mut Session<T>,
        used: &mut Weight,
    ) -> Result<(), Why> {
        let id = question.id;
        let evaluation = *question.evaluation.get_or_insert_with(|| {
            used.saturating_accrue(T::StrategyVotes::evaluation_weight());
            T::StrategyVotes::evaluation(id).sum()
        });
        let Some(reason) = reason(strategy, question.kind, evaluation).defensive() else {
            return Ok(());
        };
        used.saturating_accrue(T::WeightInfo::pay());
        let cast = Self::cast(id, &voter.wallet, strategy, reason);
        let Cast { fee, outcome } = cast.map_err(|_| Why::BalanceTooLow)?;
        session.fees.subsume(fee);
        let most = T::StrategyVotes::vote_weight();
        used.saturating_accrue(outcome.as_ref().map_or(most, |(_, took)| *took));
        match outcome {
            Ok((position, _)) => {
                session.count.add(position);
                Ok(())
            }
            // It came when the power that counts was fixed already, but may count for the next proposal.
            Err(_) if T::StrategyVotes::snapshot(id).is_some_and(|at| at <= voter.since) => Ok(()),
            Err(_) => Err(Why::NoPower),
        }
    }

    /// The strategy of a wallet on the list, if it votes on a proposal of this type.
    pub(crate) fn look_at(
        id: ProposalId,
        kind: ProposalKind,
        who: &T::AccountId,
    ) -> Result<Strategy, Refusal> {
        let wallet = Wallets::<T>::get(who).defensive().ok_or(Refusal::WalletStopped)?;
        let strategy = Self::strategy_of(&wallet)?;
        Self::check_vote(id, kind, who, &wallet, &strategy)?;
        Ok(strategy)
    }

    /// What the block has registered until now.
    fn registered() -> Weight {
        frame_system::Pallet::<T>::block_weight().total()
    }

    /// The most that a visit can cost, with what it registers with the block besides.
    pub(crate) fn most_of_a_visit() -> Weight {
        T::WeightInfo::visit()
            .saturating_add(T::StrategyVotes::evaluation_weight())
            .saturating_add(T::WeightInfo::pay())
            .saturating_add(T::StrategyVotes::vote_weight())
            .saturating_add(T::HistoryWeight::get())
            .saturating_add(T::WeightInfo::take_off())
    }

    /// Panics unless the hook has room for one visit beside what it always does, or has none at all.
    pub(crate) fn check_share() {
        let share = T::HookWeight::get();
        let step = T::WeightInfo::poll(MAX_JOBS)
            .saturating_add(T::WeightInfo::settle())
            .saturating_add(T::WeightInfo::turn())
            .saturating_add(Self::most_of_a_visit());
        assert!(
            share == Weight::zero() || step.all_lte(share),
            "the hook has room for one vote: {step:?}"
        );
    }

    /// How many visits the hook still has to make at most.
    pub(crate) fn visits_left() -> u64 {
        let taken = u64::from(Roll::<T>::get().taken);
        Jobs::<T>::get().jobs.iter().fold(0, |left: u64, job| {
            left.saturating_add(job.until.saturating_sub(job.cursor).min(taken))
        })
    }
}
