//! Benchmark of the largest election there can be.

use crate::{
    adapters::elections::{elect_among, ElectionLimits},
    limits::{MAX_ELECTABLE_TARGETS, MAX_ELECTING_VOTERS, MAX_NOMINATIONS, MAX_VALIDATORS},
    AccountId, Runtime, SessionKeys, Staking,
};
use alloc::vec::Vec;
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_election_provider_support::{ElectionDataProvider, VoteWeight};
use pallet_session::NextKeys;
use sp_runtime::traits::TrailingZeroInput;

/// The benchmarks are of this runtime.
pub trait Config: frame_system::Config {}

/// What a list of benchmarks asks for.
pub struct Pallet<T: Config>(frame_system::Pallet<T>);

/// The stake of a candidate, in units.
const STAKE: VoteWeight = 1_000_000_000_000_000_000;

fn candidate(index: u32) -> AccountId {
    account("candidate", index, 0)
}

/// As many candidates with keys as an election looks at, and as many nominators as there is room for,
/// each of whom names as many candidates as one may, all over the list.
fn stand_for_election() {
    let candidates: Vec<AccountId> = (0..MAX_ELECTABLE_TARGETS).map(candidate).collect();
    let nominators = (MAX_ELECTABLE_TARGETS..MAX_ELECTING_VOTERS).map(|index| {
        let votes = (0..MAX_NOMINATIONS).map(|vote| {
            let spread = MAX_ELECTABLE_TARGETS / MAX_NOMINATIONS;
            candidate((index + vote * spread) % MAX_ELECTABLE_TARGETS)
        });
        let stake = STAKE / 100 + VoteWeight::from(index);
        let votes: Vec<_> = votes.collect();
        (account("nominator", index, 0), stake, votes.try_into().unwrap())
    });
    Staking::clear();
    Staking::put_snapshot(nominators.collect(), candidates.clone(), Some(STAKE));
    let keys = SessionKeys::decode(&mut TrailingZeroInput::zeroes()).unwrap();
    for who in candidates {
        NextKeys::<Runtime>::insert(who, keys.clone());
    }
    pallet_staking::ValidatorCount::<Runtime>::put(MAX_VALIDATORS);
}

#[benchmarks]
mod benches {
    use super::*;

    /// The search for candidates and the computation. Reading the voters has a weight of its own in
    /// pallet-staking.
    #[benchmark]
    fn elect() {
        stand_for_election();
        let voters = Staking::electing_voters(ElectionLimits::get().voters, 0).unwrap();
        assert_eq!(voters.len() as u32, MAX_ELECTING_VOTERS);
        let winners;

        #[block]
        {
            winners = elect_among(voters);
        }

        assert_eq!(winners.unwrap().0.len() as u32, MAX_VALIDATORS);
    }
}
