//! Who decides whether a challenge of a proposal is right.

use crate::{clock::WallClock, AccountId, OpenClaw, Runtime, ValidationPool};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        court::{Court, NoCourt, OnVerdict, Verdict},
        proposals::ProposalId,
        Owners,
    },
    reputation::{
        pools::{Initiator, OnResolved, Outcome, PoolId, Pools, Ratio, Terms, PPM},
        Domain,
    },
    Moment,
};
use alloc::vec;
use frame_support::{weights::Weight, BoundedVec};
use pallet_validation_pool::Error;
use sp_runtime::{DispatchError, DispatchResult};

/// The part of all Governance reputation that has to be staked. With a tenth, one of ten equal validators would
/// decide alone.
const QUORUM: Ratio = (1, 5);

/// The part of all stakes that has to be for a challenge. With a half, a tie would uphold it.
const WIN: Ratio = (2, 3);

/// What who is wrong loses of its stake, to those who are right.
const BINDING: u32 = PPM.saturating_div(10);

/// The holders of Governance reputation, in a pool by hand. It costs no fee and judges no post, and none of the
/// accounts of either party may stake in it.
pub struct PoolCourt;

impl Court<ProposalId, AccountId> for PoolCourt {
    /// The pool takes stakes for `duration`, and is resolved in blocks after that. None can be opened while
    /// the domain has too little reputation or too many pools are open.
    fn open(
        case: ProposalId,
        challenger: &AccountId,
        defendant: &AccountId,
        duration: Moment,
    ) -> Result<(), NoCourt> {
        let now = WallClock::now();
        let owner = |who| <Runtime as pallet_validation_pool::Config>::Owners::owner(who, now);
        ValidationPool::initiate(Terms {
            post: None,
            domain: Domain::Governance,
            payer: challenger.clone(),
            fee: 0,
            mints: false,
            duration,
            quorum: QUORUM,
            win: WIN,
            binding: BINDING,
            redistribute: true,
            excluded: BoundedVec::truncate_from(vec![owner(challenger), owner(defendant)]),
            initiator: Initiator::Challenge(case),
        })
        .map(drop)
        .map_err(no_court)
    }

    fn weight() -> Weight {
        ValidationPool::initiate_weight()
    }
}

impl OnResolved for PoolCourt {
    fn on_resolved(initiator: Initiator, _: PoolId, outcome: Outcome) -> DispatchResult {
        if let Initiator::Challenge(case) = initiator {
            OpenClaw::decided(case, verdict(outcome));
        }
        Ok(())
    }

    fn weight() -> Weight {
        <OpenClaw as OnVerdict<ProposalId>>::weight()
    }
}

/// What it means that a pool could not be opened.
fn no_court(error: DispatchError) -> NoCourt {
    let unavailable = [Error::<Runtime>::DomainTooSmall, Error::TooManyPools];
    if unavailable.map(DispatchError::from).contains(&error) {
        NoCourt::Unavailable
    } else {
        NoCourt::Failed(error)
    }
}

/// What the outcome of a pool says about the challenge that it has judged.
fn verdict(outcome: Outcome) -> Verdict {
    match outcome {
        Outcome::Accepted => Verdict::Upheld,
        Outcome::Rejected => Verdict::Dismissed,
        Outcome::Contested | Outcome::NoQuorum => Verdict::Undecided,
    }
}
