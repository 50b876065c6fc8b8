//! Votes by strategy: whether a wallet votes, how, and what it pays.

use crate::{
    strategy::reason, types::Strategy, AutoVotes, Config, Error, Event, Pallet, WalletOf,
    WeightInfo,
};
use aitbc_primitives::{
    agents::{
        wallets::{Decision, DecisionView, Refusal},
        Agents,
    },
    clock::Clock,
    governance::{
        proposals::{Position, ProposalId, ProposalKind},
        strategies::{StrategyReason, StrategyVotes},
    },
    token::AITBC,
    Balance,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{
        fungible::{Balanced, Credit, Inspect},
        tokens::{Fortitude, Precision, Preservation},
        Get, OnUnbalanced,
    },
    weights::Weight,
};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// What a wallet must have to vote by strategy, in the smallest unit: 100 AITBC, with what is on hold.
pub const LEAST_BALANCE: Balance = 100 * AITBC;

/// The fee of a vote, on its way.
pub(crate) type CreditOf<T> =
    Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// How often wallets have voted by strategy since genesis.
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
pub struct VoteCount {
    /// For a proposal.
    pub votes_for: u64,
    /// Against one.
    pub votes_against: u64,
}

impl VoteCount {
    /// Counts a vote.
    pub(crate) fn add(&mut self, position: Position) {
        let votes = match position {
            Position::For => &mut self.votes_for,
            Position::Against => &mut self.votes_against,
            // No strategy says so.
            Position::Abstain => return,
        };
        *votes = votes.saturating_add(1);
    }

    /// Counts what another one has counted.
    pub(crate) fn add_all(&mut self, other: Self) {
        self.votes_for = self.votes_for.saturating_add(other.votes_for);
        self.votes_against = self.votes_against.saturating_add(other.votes_against);
    }
}

/// A vote by strategy that was paid for.
pub(crate) struct Cast<T: Config> {
    /// What the wallet has paid.
    pub fee: CreditOf<T>,
    /// What it says and took, or why nothing of it can be counted.
    pub outcome: Result<(Position, Weight), DispatchError>,
}

impl<T: Config> Pallet<T> {
    /// Has a wallet vote by its strategy now, for anybody.
    pub(crate) fn do_auto_vote(who: T::AccountId, id: ProposalId) -> DispatchResult {
        let wallet = Self::stored(&who)?;
        let strategy = Self::strategy_of(&wallet).map_err(Error::<T>::from)?;
        let kind = Self::voted_on(id).map_err(Error::<T>::from)?;
        Self::check_vote(id, kind, &who, &wallet, &strategy).map_err(Error::<T>::from)?;
        let evaluation = T::StrategyVotes::evaluation(id).sum();
        let reason = reason(&strategy, kind, evaluation).ok_or(Error::<T>::NoPreference)?;
        // Without a vote nothing changes: whoever asks for it pays for the attempt.
        with_storage_layer(|| {
            let Cast { fee, outcome } = Self::cast(id, &who, &strategy, reason)?;
            let mut count = VoteCount::default();
            let (position, _) = outcome?;
            count.add(position);
            Self::settle(fee, count);
            Ok::<_, DispatchError>(())
        })?;
        // It can pay and it counts: if it was taken off the list, that is over.
        Self::list(&who);
        Ok(())
    }

    /// The most that [`Pallet::auto_vote`] costs.
    pub(crate) fn auto_vote_weight() -> Weight {
        T::WeightInfo::turn()
            .saturating_add(T::WeightInfo::visit())
            .saturating_add(T::StrategyVotes::evaluation_weight())
            .saturating_add(T::WeightInfo::pay())
            .saturating_add(T::StrategyVotes::vote_weight())
            .saturating_add(T::WeightInfo::settle())
            .saturating_add(T::WeightInfo::list())
    }

    /// The strategy by which a wallet votes now.
    pub(crate) fn strategy_of(wallet: &WalletOf<T>) -> Result<Strategy, Refusal> {
        let strategy = wallet.strategy.ok_or(Refusal::NoStrategy)?;
        ensure!(strategy.auto_vote, Refusal::SwitchedOff);
        ensure!(!wallet.is_stopped(), Refusal::WalletStopped);
        Ok(strategy)
    }

    /// The type of a proposal, if it is in the second half of its vote.
    fn voted_on(id: ProposalId) -> Result<ProposalKind, Refusal> {
        let begins = T::StrategyVotes::second_half(id).ok_or(Refusal::NotVoting)?;
        ensure!(begins <= T::Clock::now(), Refusal::TooEarly);
        T::StrategyVotes::kind(id).ok_or(Refusal::NotVoting)
    }

    /// Fails with why a wallet does not vote on a proposal of this type by its strategy. What is asked first costs
    /// least, and comes to light about every proposal: that a wallet has too little.
    pub(crate) fn check_vote(
        id: ProposalId,
        kind: ProposalKind,
        who: &T::AccountId,
        wallet: &WalletOf<T>,
        strategy: &Strategy,
    ) -> Result<(), Refusal> {
        let payable =
            T::Currency::reducible_balance(who, Preservation::Preserve, Fortitude::Polite);
        ensure!(
            T::Currency::total_balance(who) >= LEAST_BALANCE && payable >= T::AutoVoteFee::get(),
            Refusal::BalanceTooLow
        );
        ensure!(strategy.preferences.get(kind).is_some(), Refusal::NoPreference);
        ensure!(!T::StrategyVotes::has_voted(id, who), Refusal::AlreadyVoted);
        let score = || wallet.agent.as_ref().map_or(0, T::Agents::score);
        ensure!(strategy.min_score == 0 || score() >= strategy.min_score, Refusal::ScoreTooLow);
        Ok(())
    }

    /// Pays for a vote and casts it. The fee is paid also if nothing of the wallet can be counted: to find that out
    /// takes as long as a vote. Fails, changing nothing, if the wallet cannot pay.
    pub(crate) fn cast(
        id: ProposalId,
        who: &T::AccountId,
        strategy: &Strategy,
        reason: StrategyReason,
    ) -> Result<Cast<T>, DispatchError> {
        let fee = Self::pay(who)?;
        // Rounded down, of what is left.
        let max_power = strategy.max_frozen.mul_floor(T::Currency::total_balance(who));
        let vote = || T::StrategyVotes::vote_by_strategy(id, who, max_power, reason);
        let outcome = with_storage_layer(vote).map(|took| {
            let (wallet, position) = (who.clone(), reason.position());
            Self::deposit_event(Event::AutoVoted { wallet, proposal: id, position, reason });
            (position, took)
        });
        Ok(Cast { fee, outcome })
    }

    /// Takes the fee of a vote, out of what is neither frozen nor the existential deposit.
    pub(crate) fn pay(who: &T::AccountId) -> Result<CreditOf<T>, DispatchError> {
        let fee = T::AutoVoteFee::get();
        let (exact, stays, polite) = (Precision::Exact, Preservation::Preserve, Fortitude::Polite);
        T::Currency::withdraw(who, fee, exact, stays, polite)
    }

    /// Hands on the fees of votes, and counts these.
    pub(crate) fn settle(fees: CreditOf<T>, count: VoteCount) {
        T::FeeRecipient::on_unbalanced(fees);
        AutoVotes::<T>::mutate(|all| all.add_all(count));
    }

    /// What the strategy of a wallet would vote on a proposal now, and why, or why it would not.
    pub(crate) fn read_decision(who: &T::AccountId, id: ProposalId) -> Option<DecisionView> {
        let wallet = Self::stored(who).ok()?;
        let strategy = wallet.strategy;
        let evaluation = T::StrategyVotes::evaluation(id);
        let reason = strategy
            .zip(T::StrategyVotes::kind(id))
            .and_then(|(strategy, kind)| reason(&strategy, kind, evaluation.sum()));
        let refused = Self::strategy_of(&wallet).and_then(|strategy| {
            let kind = Self::voted_on(id)?;
            Self::check_vote(id, kind, who, &wallet, &strategy)
        });
        Some(DecisionView {
            proposal: id,
            position: reason.and_then(|reason| match reason.position() {
                Position::For => Some(Decision::For),
                Position::Against => Some(Decision::Against),
                Position::Abstain => None,
            }),
            preference: reason.map(|reason| reason.preference),
            support_threshold: strategy.map(|strategy| strategy.support_threshold),
            evaluation,
            sum: reason.map(|reason| reason.sum()),
            begins: T::StrategyVotes::second_half(id),
            refused: refused.err(),
        })
    }
}

impl<T> From<Refusal> for Error<T> {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoStrategy | Refusal::SwitchedOff => Self::NoStrategy,
            Refusal::NoPreference => Self::NoPreference,
            Refusal::WalletStopped => Self::WalletStopped,
            Refusal::TooEarly => Self::TooEarly,
            Refusal::NotVoting => Self::NotVoting,
            Refusal::AlreadyVoted => Self::AlreadyVoted,
            Refusal::ScoreTooLow => Self::ScoreTooLow,
            Refusal::BalanceTooLow => Self::BalanceTooLow,
        }
    }
}
