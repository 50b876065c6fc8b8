//! Proposals on the whole runtime: real blocks, real powers, real courts and brakes.

mod brakes;
mod challenge;
mod council;
mod enactment;
mod hook;
mod power;
mod requirements;
mod scenarios;
mod size;

use super::chain::Chain;
use aitbc_primitives::{
    governance::proposals::{
        Category, Count, Position, ProposalId, ProposalKind, Status, Track, Wishes,
    },
    pots, presets,
    token::{AITBC, EXISTENTIAL_DEPOSIT},
};
use aitbc_runtime::{
    genesis::{
        allocation::{VALIDATOR_BOND, VALIDATOR_FLOAT},
        networks::Network,
    },
    parameters::groups::{governance, RuntimeParameters},
    *,
};
use frame_support::traits::Get;
use pallet_openclaw::{Call, Error, Event};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

/// All tokens outside of pots, `B`.
pub const BASE: Balance = 1_000_000_000 * AITBC;

/// A million AITBC.
pub const MILLION: Balance = 1_000_000 * AITBC;

/// What a council member has, and what a holder has beyond what the test says, for fees and bonds.
const FLOAT: Balance = 10_000 * AITBC;

const COUNCIL: [Sr25519Keyring; 5] = [Alice, Bob, Charlie, Dave, Eve];

/// Somebody without published keys. The first makes proposals.
fn holder(number: u8) -> AccountId {
    AccountId::new([number; 32])
}

const PROPOSER: u8 = 1;

fn signed_by(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

/// Three of the council, by motion.
fn council() -> RuntimeOrigin {
    pallet_collective::RawOrigin::<AccountId, pallet_collective::Instance1>::Members(3, 5).into()
}

/// A chain with mainnet's days, [`BASE`] outside of pots and one existential deposit in each pot. Alice makes all
/// blocks. The hook of proposals does nothing, unless a test says otherwise: tests enact by hand.
pub struct World {
    chain: Chain,
}

impl World {
    /// Each of these holders has so many units, and the proposer some: all of it counted, since it had them for
    /// ever. The rest sleeps.
    fn new(holders: &[(u8, Balance)]) -> Self {
        Self::with(holders.iter().map(|(who, amount)| (holder(*who), amount + FLOAT)).collect())
    }

    /// These accounts have had so much for ever, and the proposer something. The rest sleeps.
    pub fn with(accounts: Vec<(AccountId, Balance)>) -> Self {
        let network = Network { tempo: 1, ..Network::named(presets::DEVELOPMENT).unwrap() };
        let mut balances: Vec<(AccountId, Balance)> =
            COUNCIL.map(|member| (member.to_account_id(), FLOAT)).to_vec();
        balances[0].1 += VALIDATOR_BOND + VALIDATOR_FLOAT;
        balances.push((holder(PROPOSER), FLOAT));
        balances.extend(accounts);
        let awake: Balance = balances.iter().map(|(_, amount)| amount).sum();
        balances.push((holder(255), BASE - awake));
        balances.extend(pots::ALL.map(|pot| (pots::account(pot), EXISTENTIAL_DEPOSIT)));

        let mut genesis = genesis::patch(&network);
        genesis["balances"] = serde_json::json!({ "balances": balances });
        genesis["vesting"] = serde_json::json!({ "vesting": [] });
        genesis["gpuStaking"] = serde_json::json!({ "pools": [] });
        let mut chain = Chain::of_patch(genesis);
        chain.blocks(2);
        let mut world = Self { chain };
        world.set((governance::HookShare, Perbill::zero()));
        assert_eq!(
            world
                .look(<VotingPower as aitbc_primitives::governance::polls::Polls<AccountId>>::base),
            BASE
        );
        world
    }

    /// Lets the hook work.
    fn with_hook(mut self) -> Self {
        self.set((governance::HookShare, Perbill::from_percent(2)));
        self
    }

    /// Ends the bootstrap.
    fn after_bootstrap(mut self) -> Self {
        self.look(OpenClaw::end_bootstrap);
        self
    }

    /// Looks at the state, or changes it.
    pub fn look<R>(&mut self, look: impl FnOnce() -> R) -> R {
        self.chain.inspect(look)
    }

    /// Sets a parameter of governance by the back door.
    pub fn set(&mut self, value: impl Into<governance::Parameters>) {
        let value = RuntimeParameters::Governance(value.into());
        self.look(|| Parameters::set_parameter(RuntimeOrigin::root(), value)).unwrap();
    }

    fn now(&mut self) -> Moment {
        self.look(pallet_timestamp::Now::<Runtime>::get)
    }

    /// Makes one block at the first slot from `moment` on.
    pub fn to(&mut self, moment: Moment) {
        let slot = moment.div_ceil(aitbc_primitives::time::SLOT_DURATION);
        let passed = self.chain.slot();
        assert!(slot > passed, "the moment has passed");
        self.chain.skip_slots(slot - passed - 1);
        self.chain.blocks(1);
    }

    /// Makes one block, so many milliseconds later.
    pub fn wait(&mut self, duration: Moment) {
        let now = self.now();
        self.to(now + duration);
    }

    /// Proposes `calls` in the name of [`PROPOSER`].
    pub fn propose(
        &mut self,
        kind: ProposalKind,
        calls: Vec<RuntimeCall>,
    ) -> Result<ProposalId, DispatchError> {
        self.propose_by(PROPOSER, kind, calls, Wishes::default())
    }

    fn propose_by(
        &mut self,
        proposer: u8,
        kind: ProposalKind,
        calls: Vec<RuntimeCall>,
        wishes: Wishes,
    ) -> Result<ProposalId, DispatchError> {
        self.look(|| {
            let id = pallet_openclaw::NextProposal::<Runtime>::get();
            OpenClaw::propose(
                signed_by(&holder(proposer)),
                kind,
                b"A title of a proposal".to_vec(),
                vec![b'd'; 50],
                vec![],
                Category::Other,
                calls,
                wishes,
            )?;
            Ok(id)
        })
    }

    /// Makes a block at the moment from which on one can vote on the proposal.
    pub fn until_voting(&mut self, id: ProposalId) {
        let from = self.view(id).voting_from;
        if from > self.now() {
            self.to(from);
        }
    }

    /// Makes a block at the moment at which its vote ends.
    pub fn until_end(&mut self, id: ProposalId) {
        let ends = self.view(id).ends;
        self.to(ends);
    }

    /// Votes with exactly `power` units of a holder.
    pub fn vote(&mut self, id: ProposalId, who: u8, position: Position, power: Balance) {
        self.look(|| {
            OpenClaw::vote(signed_by(&holder(who)), id, position, Some(power), None).unwrap();
            let vote = OpenClaw::vote_of(id, holder(who)).unwrap();
            assert_eq!(vote.own, power);
        });
    }

    /// Lets members of the council approve a proposal.
    fn approve(&mut self, id: ProposalId, members: &[Sr25519Keyring]) {
        for member in members {
            self.look(|| OpenClaw::approve(signed_by(&member.to_account_id()), id)).unwrap();
        }
    }

    /// Has done what is due for a proposal, by somebody who has nothing to do with it.
    pub fn advance(&mut self, id: ProposalId) -> DispatchResult {
        let limit = <Runtime as pallet_openclaw::Config>::MaxAdvance::get();
        self.look(|| {
            OpenClaw::advance(signed_by(&holder(255)), id, limit)
                .map(drop)
                .map_err(|failure| failure.error)
        })
    }

    pub fn view(
        &mut self,
        id: ProposalId,
    ) -> aitbc_primitives::governance::proposals::ProposalView<AccountId> {
        self.look(|| OpenClaw::proposal(id)).unwrap()
    }

    pub fn status(&mut self, id: ProposalId) -> Status {
        self.view(id).status
    }

    pub fn count(&mut self, id: ProposalId) -> Count {
        self.look(|| OpenClaw::outcome_now(id)).unwrap()
    }

    /// Brings a proposal of anybody through its vote, with holder 2's 50M and holder 3's for it, and the approvals
    /// of three: then it is queued.
    fn pass(&mut self, id: ProposalId) {
        self.until_voting(id);
        for who in [2, 3] {
            self.vote(id, who, Position::For, 50 * MILLION);
        }
        if self.view(id).approvals_required > 0 {
            self.approve(id, &[Alice, Bob, Charlie]);
        }
        self.until_end(id);
        // Unless the hook has done so.
        let _ = self.advance(id);
        assert_eq!(self.status(id), Status::Queued);
    }

    /// Makes a block at the moment from which on a proposal can be enacted.
    fn until_enactment(&mut self, id: ProposalId) {
        let eta = self.view(id).eta.unwrap();
        self.to(eta);
    }

    /// How the calls of a proposal have ended, by the event of the latest block.
    fn enacted(&mut self, id: ProposalId) -> Option<DispatchResult> {
        self.chain.events().into_iter().find_map(|event| match event {
            RuntimeEvent::OpenClaw(Event::Enacted { proposal, result }) if proposal == id => {
                Some(result)
            }
            _ => None,
        })
    }
}

/// Two holders of 50M, who meet every quorum, and whatever the test needs.
fn world() -> World {
    World::new(&[(2, 50 * MILLION), (3, 50 * MILLION)])
}

fn error(error: Error<Runtime>) -> DispatchError {
    error.into()
}

/// A call that sets the inflation for stakers.
pub fn set_inflation(rate: Perbill) -> RuntimeCall {
    use parameters::groups::economics;

    let parameter =
        economics::Parameters::StakingInflation(economics::StakingInflation, Some(rate));
    pallet_parameters::Call::set_parameter { key_value: RuntimeParameters::Economics(parameter) }
        .into()
}

fn inflation() -> Perbill {
    parameters::live::StakingInflation::get()
}

/// A call that sets a parameter of group Governance.
fn set_governance(parameter: impl Into<governance::Parameters>) -> RuntimeCall {
    let key_value = RuntimeParameters::Governance(parameter.into());
    pallet_parameters::Call::set_parameter { key_value }.into()
}

fn set_policy(name: &[u8]) -> RuntimeCall {
    Call::set_policy { name: name.to_vec(), value: b"text".to_vec() }.into()
}

fn authorize(code: &[u8]) -> RuntimeCall {
    use sp_runtime::traits::Hash as _;
    frame_system::Call::authorize_upgrade { code_hash: Hashing::hash(code) }.into()
}

/// The council that comes after [`COUNCIL`].
fn successors() -> [AccountId; 5] {
    [11, 12, 13, 14, 15].map(holder)
}

fn set_council() -> RuntimeCall {
    Call::set_council { members: successors() }.into()
}

fn members() -> Vec<AccountId> {
    pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get()
}
