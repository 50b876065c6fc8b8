//! Elections that no candidate can stop, and none without session keys can win.

use super::validators::{can_rest_on, has_keys};
use crate::{
    limits::{MAX_ELECTABLE_TARGETS, MAX_ELECTING_VOTERS, MAX_VALIDATORS},
    weights, AccountId, BlockNumber, Runtime, Staking,
};
use alloc::vec::Vec;
use frame_election_provider_support::{
    bounds::{ElectionBounds, ElectionBoundsBuilder},
    onchain::{self, OnChainExecution},
    BoundedSupportsOf, ElectionDataProvider, ElectionProvider, InstantElectionProvider, PageIndex,
    SequentialPhragmen, VoterOf,
};
use frame_support::{
    parameter_types,
    traits::{ConstBool, ConstU32},
    weights::Weight,
};
use pallet_staking::Validators;
use sp_runtime::Perbill;

parameter_types! {
    pub ElectionLimits: ElectionBounds = ElectionBoundsBuilder::default()
        .voters_count(MAX_ELECTING_VOTERS.into())
        .targets_count(MAX_ELECTABLE_TARGETS.into())
        .build();
}

/// Elections computed on chain with sequential Phragmén, in the block in which an era is planned.
pub struct OnChainElection;

impl onchain::Config for OnChainElection {
    type Bounds = ElectionLimits;
    type DataProvider = Staking;
    type MaxBackersPerWinner = ConstU32<MAX_ELECTING_VOTERS>;
    type MaxWinnersPerPage = ConstU32<MAX_VALIDATORS>;
    type Solver = SequentialPhragmen<AccountId, Perbill>;
    type Sort = ConstBool<true>;
    type System = Runtime;
    type WeightInfo = weights::elections::WeightInfo<Runtime>;
}

/// The stock election, which computes who wins among the voters and candidates it is given.
type Solver = OnChainExecution<OnChainElection>;

/// Elects among the candidates that could make blocks.
///
/// Left to itself, pallet-staking hands the election all candidates, and the election fails when they
/// are too many: whoever bonds for a few hundred of them stops all eras. And it elects candidates that
/// have no session keys, so that the set must do without them or stay as it is. Here candidates are
/// the first [`MAX_ELECTABLE_TARGETS`] with session keys among the voters, who come sorted by their
/// own stake: whoever wants to crowd others out must put more at risk than each of them.
///
/// It fails, and no era ends, unless a network can rest on the winners. `KeyedOnly` asks the same, so
/// that the era of pallet-staking and the set of pallet-session stay together.
pub struct KeyedElection;

/// Why an election had no result.
#[derive(Debug, PartialEq)]
pub enum Error {
    /// Who votes, or for how many seats, is not known.
    DataProvider(&'static str),
    /// The winners could not be computed.
    Solver(onchain::Error),
    /// A network cannot rest on so few winners.
    TooFew(usize),
}

impl ElectionProvider for KeyedElection {
    type AccountId = AccountId;
    type BlockNumber = BlockNumber;
    type DataProvider = Staking;
    type Error = Error;
    type MaxBackersPerWinner = <Solver as ElectionProvider>::MaxBackersPerWinner;
    type MaxBackersPerWinnerFinal = <Solver as ElectionProvider>::MaxBackersPerWinnerFinal;
    type MaxWinnersPerPage = <Solver as ElectionProvider>::MaxWinnersPerPage;
    type Pages = ConstU32<1>;

    fn elect(page: PageIndex) -> Result<BoundedSupportsOf<Self>, Error> {
        let voters = Staking::electing_voters(ElectionLimits::get().voters, page)
            .map_err(Error::DataProvider)?;
        elect_among(voters)
    }

    fn start() -> Result<(), Error> {
        Solver::start().map_err(Error::Solver)
    }

    fn duration() -> BlockNumber {
        Solver::duration()
    }

    fn status() -> Result<Option<Weight>, ()> {
        Solver::status()
    }
}

/// All of an election but reading the voters, for which pallet-staking charges the block itself.
pub fn elect_among(
    voters: Vec<VoterOf<Staking>>,
) -> Result<BoundedSupportsOf<KeyedElection>, Error> {
    let seats = Staking::desired_targets().map_err(Error::DataProvider)?;
    let targets = targets(&voters);
    let winners = Solver::instant_elect(voters, targets, seats).map_err(Error::Solver)?;
    if can_rest_on(winners.0.len()) {
        Ok(winners)
    } else {
        Err(Error::TooFew(winners.0.len()))
    }
}

/// Those who can be elected: of the voters, in their order, the first candidates with session keys.
fn targets(voters: &[VoterOf<Staking>]) -> Vec<AccountId> {
    voters
        .iter()
        // A candidate votes for itself and for nobody else. A nominator may do so too.
        .filter(|(who, _, votes)| votes.as_slice() == core::slice::from_ref(who))
        .map(|(who, _, _)| who)
        .filter(|who| Validators::<Runtime>::contains_key(who) && has_keys(who))
        .take(MAX_ELECTABLE_TARGETS as usize)
        .cloned()
        .collect()
}

/// What the solver charges the block for: the largest election there can be, with the search for its
/// candidates, whatever its size. Nobody pays less for a smaller one, since the block that holds an
/// election begins a session and takes no transactions.
impl<T: frame_system::Config> frame_election_provider_support::WeightInfo
    for weights::elections::WeightInfo<T>
{
    fn phragmen(_voters: u32, _targets: u32, _votes: u32) -> Weight {
        Self::elect()
    }

    fn phragmms(_voters: u32, _targets: u32, _votes: u32) -> Weight {
        Self::elect()
    }
}
