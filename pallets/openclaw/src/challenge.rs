//! Challenges of proposals, and what becomes of bonds.

use crate::{
    types::{Challenge, Stage},
    Challenges, Config, Error, Event, HoldReason, Pallet, Proposals, Settings, WeightInfo,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        court::{Court, NoCourt, OnVerdict, Verdict},
        proposals::{Grounds, ProposalId},
    },
    Balance,
};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    storage::with_storage_layer,
    traits::{
        fungible::{Balanced, BalancedHold, MutateHold},
        tokens::Precision,
        Defensive, Imbalance, OnUnbalanced,
    },
    weights::Weight,
};
use sp_runtime::DispatchResult;

impl<T: Config> OnVerdict<ProposalId> for Pallet<T> {
    fn decided(case: ProposalId, verdict: Verdict) {
        // The council's cases are no other court's.
        if Self::undecided(case).is_some_and(|challenge| !challenge.by_council) {
            Self::conclude(case, verdict);
        }
    }

    fn weight() -> Weight {
        T::WeightInfo::verdict()
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_challenge(
        challenger: T::AccountId,
        id: ProposalId,
        grounds: Grounds,
        text: Vec<u8>,
    ) -> DispatchResult {
        let proposal = Self::known(id)?;
        ensure!(proposal.proposer != challenger, Error::<T>::OwnProposal);
        ensure!(proposal.stage == Stage::Voting, Error::<T>::NotActive);
        let now = T::Clock::now();
        let closes = proposal.created.saturating_add(T::Settings::challenge_window());
        ensure!(now < closes.min(proposal.ends), Error::<T>::ChallengeTooLate);
        ensure!(!Challenges::<T>::contains_key(id), Error::<T>::AlreadyChallenged);

        let bond = T::Settings::challenge_bond();
        Self::hold(HoldReason::Challenge, &challenger, bond)?;
        let (text, ticket) = Self::take_short_text(&challenger, text)?;
        let duration = T::Settings::challenge_duration(proposal.kind);
        let opened =
            with_storage_layer(|| T::Court::open(id, &challenger, &proposal.proposer, duration));
        let by_council = match opened {
            Ok(()) => false,
            Err(NoCourt::Unavailable) => true,
            // Otherwise whoever makes it fail, e.g. by nesting calls deeply enough, would choose the council.
            Err(NoCourt::Failed(error)) => return Err(error),
        };
        // The council does not judge whether it is replaced.
        ensure!(!by_council || !proposal.replaces_council, Error::<T>::NoCourt);
        let deadline = now.saturating_add(duration);
        let grace = if by_council { 0 } else { T::Settings::verdict_grace() };
        let challenge = Challenge {
            challenger: challenger.clone(),
            grounds,
            text,
            ticket,
            bond,
            deadline,
            gives_up: deadline.saturating_add(grace),
            by_council,
            verdict: None,
        };
        Challenges::<T>::insert(id, challenge);
        Self::reschedule(id, &proposal);
        Self::deposit_event(Event::Challenged {
            proposal: id,
            challenger,
            grounds,
            bond,
            deadline,
            by_council,
        });
        Ok(())
    }

    pub(crate) fn do_judge(id: ProposalId, upheld: bool) -> DispatchResult {
        let now = T::Clock::now();
        let is_its_case = Self::undecided(id)
            .is_some_and(|challenge| challenge.by_council && now < challenge.deadline);
        ensure!(is_its_case, Error::<T>::NotForCouncil);
        Self::conclude(id, if upheld { Verdict::Upheld } else { Verdict::Dismissed });
        Ok(())
    }

    /// The challenge of a proposal that is not decided, if there is one.
    pub(crate) fn undecided(id: ProposalId) -> Option<Challenge<T::AccountId, T::TextDeposit>> {
        Challenges::<T>::get(id).filter(|challenge| challenge.verdict.is_none())
    }

    /// Decides the challenge of a proposal. Does nothing if there is none that is undecided.
    pub(crate) fn conclude(id: ProposalId, verdict: Verdict) {
        let both = Self::undecided(id).and_then(|of| Some((of, Proposals::<T>::get(id)?)));
        let Some((mut challenge, mut proposal)) = both else {
            return;
        };
        challenge.verdict = Some(verdict);
        Challenges::<T>::insert(id, &challenge);
        let (to_challenger, to_proposer, to_treasury) = match verdict {
            Verdict::Upheld => {
                Self::return_challenge_bond(&challenge.challenger, challenge.bond);
                proposal.bond_is_settled = true;
                let (from, to) = (&proposal.proposer, &challenge.challenger);
                let (paid, rest) = Self::share_bond(HoldReason::Bond, from, proposal.bond, to);
                (paid, 0, rest)
            }
            Verdict::Dismissed => {
                let (from, to) = (&challenge.challenger, &proposal.proposer);
                let (paid, rest) =
                    Self::share_bond(HoldReason::Challenge, from, challenge.bond, to);
                (0, paid, rest)
            }
            Verdict::Undecided => {
                let half = challenge.bond / 2;
                let lost = Self::to_treasury(&challenge.challenger, half);
                let rest = challenge.bond.saturating_sub(half);
                Self::return_challenge_bond(&challenge.challenger, rest);
                (0, 0, lost)
            }
        };
        Self::deposit_event(Event::ChallengeDecided {
            proposal: id,
            verdict,
            to_challenger,
            to_proposer,
            to_treasury,
        });
        match proposal.stage {
            _ if verdict == Verdict::Upheld => {
                Self::deposit_event(Event::Voided { proposal: id });
                Self::end(id, proposal, Stage::Voided);
            }
            Stage::Voting => Self::reschedule(id, &proposal),
            Stage::Passed => {
                Self::return_bond(id, &mut proposal);
                Self::reschedule(id, &proposal);
                Proposals::<T>::insert(id, proposal);
            }
            _ => Self::finish(id, proposal),
        }
    }

    /// Takes a bond that is lost from the hold of `from`: half of it, rounded down, goes to `to`, the rest to
    /// the treasury. Returns both.
    fn share_bond(
        reason: HoldReason,
        from: &T::AccountId,
        bond: Balance,
        to: &T::AccountId,
    ) -> (Balance, Balance) {
        // Unlike a transfer of what is on hold, a slash does not mind that it is frozen.
        let (lost, _) = T::Currency::slash(&reason.into(), from, bond);
        let half = lost.peek() / 2;
        let (half, mut rest) = lost.split(half);
        let mut paid = half.peek();
        if let Err(unpaid) = T::Currency::resolve(to, half) {
            paid = 0;
            rest.subsume(unpaid);
        }
        let to_treasury = rest.peek();
        T::Treasury::on_unbalanced(rest);
        (paid, to_treasury)
    }

    /// Gives a part of a challenger's bond to the treasury. Returns it.
    fn to_treasury(challenger: &T::AccountId, amount: Balance) -> Balance {
        let (lost, _) = T::Currency::slash(&HoldReason::Challenge.into(), challenger, amount);
        let amount = lost.peek();
        T::Treasury::on_unbalanced(lost);
        amount
    }

    fn return_challenge_bond(challenger: &T::AccountId, amount: Balance) {
        let reason = HoldReason::Challenge.into();
        let _ =
            T::Currency::release(&reason, challenger, amount, Precision::BestEffort).defensive();
    }
}
