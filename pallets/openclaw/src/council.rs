//! The council: what it approves, postpones and who is in it, and what cancels a proposal.

use crate::{
    types::{Proposal, Stage, SEATS},
    Agenda, Approvals, Brakes, Config, Enacting, Error, Event, Origin, Pallet, Proposals, Settings,
};
use aitbc_primitives::{
    clock::Clock,
    governance::proposals::{ProposalId, ProposalKind},
};
use alloc::vec::Vec;
use frame_support::{ensure, weights::Weight};
use frame_system::ensure_root;
use sp_runtime::{DispatchError, DispatchResult};

/// The council, as it is kept elsewhere.
pub trait Council<AccountId> {
    /// All members.
    fn members() -> Vec<AccountId>;

    /// Whether an account is a member.
    fn contains(who: &AccountId) -> bool;

    /// Replaces all members by these, which are different accounts, in order. Open motions lose the votes of
    /// those who leave.
    fn set(members: &[AccountId]);

    /// The most that replacing the members costs.
    fn set_weight() -> Weight;
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_approve(who: T::AccountId, id: ProposalId) -> DispatchResult {
        let proposal = Self::approvable(&who, id)?;
        ensure!(proposal.needs_council, Error::<T>::ApprovalNotNeeded);
        Approvals::<T>::try_mutate(id, |approvals| -> DispatchResult {
            ensure!(!approvals.contains(&who), Error::<T>::AlreadyApproved);
            // There are no more members than places.
            approvals.try_push(who.clone()).map_err(|_| Error::<T>::NotMember)?;
            Ok(())
        })?;
        if proposal.stage == Stage::Passed {
            // It may be what the proposal was waiting for.
            Self::reschedule(id, &proposal);
        }
        Self::deposit_event(Event::Approved { proposal: id, who });
        Ok(())
    }

    pub(crate) fn do_revoke_approval(who: T::AccountId, id: ProposalId) -> DispatchResult {
        Self::approvable(&who, id)?;
        Approvals::<T>::try_mutate(id, |approvals| -> DispatchResult {
            let place = approvals.iter().position(|other| *other == who);
            approvals.remove(place.ok_or(Error::<T>::NotApproved)?);
            Ok(())
        })?;
        Self::deposit_event(Event::ApprovalRevoked { proposal: id, who });
        Ok(())
    }

    /// A proposal that the member `who` may still approve.
    fn approvable(
        who: &T::AccountId,
        id: ProposalId,
    ) -> Result<Proposal<T::AccountId>, DispatchError> {
        ensure!(T::Council::contains(who), Error::<T>::NotMember);
        let proposal = Self::known(id)?;
        ensure!(matches!(proposal.stage, Stage::Voting | Stage::Passed), Error::<T>::NotActive);
        Ok(proposal)
    }

    /// Whether enough members of the council approve a proposal.
    pub(crate) fn is_approved(id: ProposalId, proposal: &Proposal<T::AccountId>) -> bool {
        let required = Self::approvals_required(proposal.needs_council);
        required == 0 || Self::len(&Self::approving(id)) >= required
    }

    /// The members of the council that approve a proposal.
    pub(crate) fn approving(id: ProposalId) -> Vec<T::AccountId> {
        Approvals::<T>::get(id).into_iter().filter(T::Council::contains).collect()
    }

    pub(crate) fn do_postpone(id: ProposalId) -> DispatchResult {
        let mut proposal = Self::known(id)?;
        ensure!(!proposal.is_postponed, Error::<T>::AlreadyPostponed);
        ensure!(
            proposal.stage == Stage::Passed && proposal.is_postponable,
            Error::<T>::NotPostponable
        );
        proposal.is_postponed = true;
        proposal.eta =
            proposal.eta.max(T::Clock::now()).saturating_add(T::Settings::postponement());
        Self::deposit_event(Event::Postponed { proposal: id, eta: proposal.eta });
        Self::reschedule(id, &proposal);
        Proposals::<T>::insert(id, proposal);
        Ok(())
    }

    pub(crate) fn do_set_council(members: [T::AccountId; SEATS as usize]) -> DispatchResult {
        ensure!(Self::are_different(&members), Error::<T>::DuplicateMember);
        let mut sorted = members.to_vec();
        sorted.sort();
        T::Council::set(&sorted);
        // The new council has not used a brake.
        Brakes::<T>::mutate_exists(|brakes| {
            if let Some(brakes) = brakes {
                brakes.council = None;
            }
        });
        Self::deposit_event(Event::CouncilSet { members });
        for (_, id) in Agenda::<T>::get() {
            let mut approvals = Approvals::<T>::get(id);
            let (stay, leave): (Vec<_>, Vec<_>) =
                approvals.iter().cloned().partition(|who| sorted.contains(who));
            if leave.is_empty() {
                continue;
            }
            approvals.retain(|who| stay.contains(who));
            Approvals::<T>::insert(id, approvals);
            for who in leave {
                Self::deposit_event(Event::ApprovalRevoked { proposal: id, who });
            }
        }
        Ok(())
    }

    pub(crate) fn do_cancel(id: ProposalId) -> DispatchResult {
        let proposal = Self::known(id)?;
        let can_be = matches!(proposal.stage, Stage::Voting | Stage::Passed)
            && !proposal.replaces_council
            && Enacting::<T>::get() != Some(id);
        ensure!(can_be, Error::<T>::NotCancellable);
        Self::deposit_event(Event::Cancelled { proposal: id });
        Self::end(id, proposal, Stage::Cancelled);
        Ok(())
    }

    /// Passes Root, and proposals of these types.
    pub(crate) fn ensure_root_or(
        origin: T::RuntimeOrigin,
        kinds: &[ProposalKind],
    ) -> DispatchResult {
        if ensure_root(origin.clone()).is_ok() {
            return Ok(());
        }
        let of_proposal: Result<Origin, _> = origin.into();
        let is_one = of_proposal.is_ok_and(|of| kinds.iter().any(|kind| Origin::from(*kind) == of));
        ensure!(is_one, DispatchError::BadOrigin);
        Ok(())
    }

    /// Passes Root, and proposals that may do what an emergency needs.
    pub(crate) fn ensure_emergency(origin: T::RuntimeOrigin) -> DispatchResult {
        Self::ensure_root_or(origin, &[ProposalKind::Emergency, ProposalKind::ProtocolUpgrade])
    }
}
