//! Who is in the council, what a member deposits for a motion, and what its silence means.
//!
//! The deposit is on hold from the proposal on. When the motion was closed anybody has it given back
//! with `Council.release_proposal_cost`; until then it counts as one of the member's motions.

use crate::{
    limits::{COUNCIL_SEATS, MAX_MOTIONS, MAX_MOTIONS_OF_MEMBER},
    AccountId, Balance, Balances, Runtime, RuntimeHoldReason, System,
};
use aitbc_primitives::token::AITBC;
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
    dispatch::DispatchClass,
    ensure, parameter_types,
    traits::{
        fungible::{HoldConsideration, InspectHold},
        ChangeMembers, Consideration, MaybeConsideration,
    },
    weights::Weight,
};
use pallet_collective::{
    deposit::Constant, Config, CostOf, Error, HoldReason, Instance1, Members, Proposals, WeightInfo,
};
use pallet_openclaw::Council;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// The members of the stock collective.
pub struct CouncilMembers;

impl Council<AccountId> for CouncilMembers {
    fn members() -> Vec<AccountId> {
        Members::<Runtime, Instance1>::get()
    }

    fn contains(who: &AccountId) -> bool {
        crate::Council::is_member(who)
    }

    /// Motions of those who leave are dropped: they could fill all places that there are.
    fn set(members: &[AccountId]) {
        crate::Council::set_members_sorted(members, &Self::members());
        for motion in Proposals::<Runtime, Instance1>::get() {
            let proposer = CostOf::<Runtime, Instance1>::get(motion).map(|(proposer, _)| proposer);
            if proposer.is_some_and(|proposer| !members.contains(&proposer)) {
                crate::Council::do_disapprove_proposal(motion);
            }
        }
    }

    fn set_weight() -> Weight {
        type Weights = <Runtime as Config<Instance1>>::WeightInfo;

        let drop_one = Weights::disapprove_proposal(MAX_MOTIONS);
        Weights::set_members(COUNCIL_SEATS, COUNCIL_SEATS, MAX_MOTIONS)
            .saturating_add(drop_one.saturating_mul(MAX_MOTIONS.into()))
    }
}

/// What a motion costs its proposer while the chain keeps it.
pub const MOTION_DEPOSIT: Balance = 10 * AITBC;

parameter_types! {
    pub const Deposit: Balance = MOTION_DEPOSIT;
    pub const Reason: RuntimeHoldReason = RuntimeHoldReason::Council(HoldReason::ProposalSubmission);
}

type Ticket = HoldConsideration<AccountId, Balances, Reason, Constant<Deposit>, u32>;

/// The deposit of one motion.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MotionDeposit(Ticket);

impl MotionDeposit {
    /// Gives back the deposit of an earlier motion about the call that is being proposed, if nobody
    /// has done so. The stock pallet keeps one deposit a call and would forget it.
    fn release_earlier() -> DispatchResult {
        // The new motion is the last one by now.
        let motions = Proposals::<Runtime, Instance1>::get();
        let earlier = motions.last().and_then(CostOf::<Runtime, Instance1>::take);
        let Some((proposer, earlier)) = earlier else {
            return Ok(());
        };
        // The weight of a proposal does not know of it.
        System::register_extra_weight_unchecked(
            <Runtime as Config<Instance1>>::WeightInfo::release_proposal_cost(),
            DispatchClass::Operational,
        );
        earlier.drop(&proposer)
    }
}

impl Consideration<AccountId, u32> for MotionDeposit {
    /// Errors: [`Error::TooManyProposals`] if the chain keeps as many motions of the proposer as it
    /// may; `TokenError::FundsUnavailable`.
    fn new(proposer: &AccountId, others: u32) -> Result<Self, DispatchError> {
        Self::release_earlier()?;
        let held = Balances::balance_on_hold(&Reason::get(), proposer);
        ensure!(
            held.saturating_add(MOTION_DEPOSIT)
                <= MOTION_DEPOSIT.saturating_mul(MAX_MOTIONS_OF_MEMBER.into()),
            Error::<Runtime, Instance1>::TooManyProposals
        );
        Ticket::new(proposer, others).map(Self)
    }

    fn update(self, proposer: &AccountId, others: u32) -> Result<Self, DispatchError> {
        self.0.update(proposer, others).map(Self)
    }

    fn drop(self, proposer: &AccountId) -> DispatchResult {
        self.0.drop(proposer)
    }

    fn burn(self, proposer: &AccountId) {
        self.0.burn(proposer);
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_successful(proposer: &AccountId, others: u32) {
        Ticket::ensure_successful(proposer, others);
    }
}

impl MaybeConsideration<AccountId, u32> for MotionDeposit {
    fn is_none(&self) -> bool {
        self.0.is_none()
    }
}

/// A member that did not vote said no.
///
/// pallet-collective adds the votes that this rule makes up to the yes votes of the motion's origin.
/// Its own rules say yes for the silent once a majority or the prime did, so that three votes would
/// pass for five after the motion's time, and three members for Root.
///
/// A runtime for benchmarks, which no network runs, lets the silent follow the prime: the stock benchmark of
/// a motion that passes after its time has no other way to make it pass.
pub struct SilenceIsNo;

impl pallet_collective::DefaultVote for SilenceIsNo {
    fn default_vote(prime: Option<bool>, _yes: u32, _no: u32, _seats: u32) -> bool {
        cfg!(feature = "runtime-benchmarks") && prime == Some(true)
    }
}
