//! Which pallets are benchmarked, and what their benchmarks need.

#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic"
)]
mod elections;

use crate::*;
use alloc::{string::String, vec::Vec};
use elections::Pallet as ElectionsBench;
use frame_benchmarking::{
    baseline::Pallet as BaselineBench, define_benchmarks, BenchmarkBatch, BenchmarkConfig,
    BenchmarkList,
};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};

use frame_system_benchmarking::{
    extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};
use pallet_offences_benchmarking::Pallet as OffencesBench;
use pallet_session_benchmarking::Pallet as SessionBench;

define_benchmarks!(
    [elections, ElectionsBench::<Runtime>]
    [frame_benchmarking, BaselineBench::<Runtime>]
    [frame_system, SystemBench::<Runtime>]
    [frame_system_extensions, SystemExtensionsBench::<Runtime>]
    [pallet_agent_wallet, AgentWallet]
    [pallet_agents, Agents]
    [pallet_availability, Availability]
    [pallet_bags_list, VoterList]
    [pallet_balances, Balances]
    [pallet_collective, Council]
    [pallet_deadlines, Deadlines]
    [pallet_equivocation, Equivocation]
    [pallet_escrow, Escrow]
    [pallet_forum, Forum]
    [pallet_gpu_staking, GpuStaking]
    [pallet_grandpa, Grandpa]
    [pallet_migrations, MultiBlockMigrations]
    [pallet_multisig, Multisig]
    [pallet_offences, OffencesBench::<Runtime>]
    [pallet_openclaw, OpenClaw]
    [pallet_parameters, Parameters]
    [pallet_preimage, Preimage]
    [pallet_proxy, Proxy]
    [pallet_reputation, Reputation]
    [pallet_safe_mode, SafeMode]
    [pallet_scheduler, Scheduler]
    [pallet_session, SessionBench::<Runtime>]
    [pallet_staking, Staking]
    [pallet_timestamp, Timestamp]
    [pallet_transaction_payment, TransactionPayment]
    [pallet_treasury, Treasury]
    [pallet_tx_pause, TxPause]
    [pallet_utility, Utility]
    [pallet_validation_pool, ValidationPool]
    [pallet_vesting, Vesting]
    [pallet_voting_power, VotingPower]
    [pallet_vrf_beacon, VrfBeacon]
    [pallet_work, Work]
);

impl elections::Config for Runtime {}
impl frame_benchmarking::baseline::Config for Runtime {}
impl frame_system_benchmarking::Config for Runtime {}
impl pallet_offences_benchmarking::Config for Runtime {}

impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

impl pallet_session_benchmarking::Config for Runtime {
    fn generate_session_keys_and_proof(owner: AccountId) -> (SessionKeys, Vec<u8>) {
        use codec::Encode;

        let generated = SessionKeys::generate(&owner.encode(), None);
        (generated.keys, generated.proof.encode())
    }
}

/// Arguments for the benchmarks of the treasury.
pub struct TreasuryArguments;

impl pallet_treasury::ArgumentsFactory<(), AccountId> for TreasuryArguments {
    fn create_asset_kind(_: u32) {}

    fn create_beneficiary(seed: [u8; 32]) -> AccountId {
        use frame_support::traits::fungible::Mutate;

        let account = AccountId::from(seed);
        Balances::mint_into(&account, aitbc_primitives::token::AITBC).unwrap();
        account
    }
}

/// Sets what the benchmarks of pools need.
pub struct PoolHelper;

impl pallet_validation_pool::BenchmarkHelper<AccountId> for PoolHelper {
    fn set_producers(producers: Vec<(AccountId, aitbc_primitives::reputation::Rep)>) {
        use codec::Decode;
        use frame_support::BoundedVec;

        let order = (0..producers.len() as u16).collect();
        let producers = producers
            .into_iter()
            .map(|(account, weight)| pallet_availability::Producer {
                key: Decode::decode(&mut account.as_ref()).unwrap(),
                account,
                weight,
            })
            .collect();
        pallet_availability::Producers::<Runtime>::put(BoundedVec::truncate_from(producers));
        pallet_availability::Order::<Runtime>::put(BoundedVec::truncate_from(order));
    }

    fn set_delegate(
        domain: aitbc_primitives::reputation::Domain,
        holder: &AccountId,
        delegate: &AccountId,
        limit: aitbc_primitives::reputation::Rep,
    ) {
        Reputation::delegate(
            frame_system::RawOrigin::Signed(holder.clone()).into(),
            domain,
            delegate.clone().into(),
            limit,
        )
        .unwrap();
    }

    fn set_holders(
        domain: aitbc_primitives::reputation::Domain,
        holders: impl Iterator<Item = AccountId>,
        each: aitbc_primitives::reputation::Rep,
    ) {
        use pallet_reputation::{Account, Accounts, Domains};

        let settled_at = Domains::<Runtime>::get(domain).accumulator;
        let mut minted: aitbc_primitives::reputation::Rep = 0;
        for who in holders {
            let account = Account { free: each, settled_at, ..Default::default() };
            Accounts::<Runtime>::insert(domain, who, account);
            minted = minted.saturating_add(each);
        }
        Domains::<Runtime>::mutate(domain, |domain| {
            domain.issuance = domain.issuance.saturating_add(minted);
        });
    }
}

/// Sets what the benchmarks of voting power need.
pub struct VotingPowerHelper;

impl pallet_voting_power::BenchmarkHelper<u32, AccountId> for VotingPowerHelper {
    fn set_time(now: Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn poll(index: u32) -> u32 {
        index
    }

    fn make_agents_wallet(who: &AccountId) {
        make_agents_wallet(who);
    }
}

/// Makes an account the wallet of an agent whose score gives the whole bonus, with a limit that no vote reaches.
fn make_agents_wallet(who: &AccountId) {
    let agent = link(who);
    // The limit is 100 AITBC for each.
    set_compute_reputation(&agent, 1_000_000 * aitbc_primitives::reputation::REP);
}

/// Makes an account an agent of the role provider, without asking it.
fn register(agent: &AccountId, controller: &AccountId) {
    use aitbc_primitives::agents::{registry::AgentStatus, Ownership, Role};

    if Agents::owner_of(agent).is_none() {
        Agents::give(agent, controller).unwrap();
    }
    let registered = pallet_agents::types::Agent {
        controller: controller.clone(),
        role: Role::Provider,
        status: AgentStatus::Active,
        spec_hash: Hash::zero(),
        endpoint: Default::default(),
        x25519: [0; 32],
        capabilities: Default::default(),
        registered_at: 0,
        last_heartbeat: None,
        role_changed_at: None,
        offered_to: None,
        deposit: None,
    };
    pallet_agents::Agents::<Runtime>::insert(agent, registered);
}

/// Makes an account a wallet that is linked to an agent of its own, wherever its address is from. It has changed
/// hands as often as is remembered.
fn link(wallet: &AccountId) -> AccountId {
    use aitbc_primitives::token::AITBC;
    use frame_support::traits::{fungible::Mutate, Consideration, Footprint};
    use pallet_agent_wallet::types::{Status, Wallet};
    use pallet_agents::types::{Span, SpansOf};
    use sp_runtime::traits::Hash as _;

    let [owner, agent] =
        ["owner", "agent"].map(|name| AccountId::new(Hashing::hash_of(&(name, wallet)).0));
    let spans = (1..6).map(|since| Span { since, owner: owner.clone() }).collect();
    pallet_agents::Spans::<Runtime>::insert(wallet, SpansOf::truncate_from(spans));
    Balances::mint_into(&owner, 100 * AITBC).unwrap();
    register(&agent, &owner);
    type Deposit = <Runtime as pallet_agent_wallet::Config>::WalletDeposit;
    let linked = Wallet {
        owner: owner.clone(),
        offered_to: None,
        agent: Some(agent.clone()),
        guardian: None,
        status: Status::Active,
        limits: Default::default(),
        time_lock: None,
        strategy: None,
        callers: 0,
        pending: 0,
        next_pending: 0,
        deposit: Deposit::new(&owner, Footprint { count: 1, size: 0 }).unwrap(),
    };
    pallet_agent_wallet::Wallets::<Runtime>::insert(wallet, linked);
    agent
}

/// Gives an agent so much Compute reputation.
fn set_compute_reputation(who: &AccountId, amount: aitbc_primitives::reputation::Rep) {
    use aitbc_primitives::reputation::{Domain, RepLedger};

    let has = Reputation::balance(Domain::Compute, who);
    Reputation::burn(Domain::Compute, who, has);
    Reputation::mint(Domain::Compute, who, amount).unwrap();
}

/// Sets what the benchmarks of agents need.
pub struct AgentHelper;

/// The keys that benchmarks sign with are known by this.
const OF_BENCHMARKS: sp_core::crypto::KeyTypeId = sp_core::crypto::KeyTypeId(*b"bnch");

impl pallet_agents::BenchmarkHelper<AccountId, Signature> for AgentHelper {
    fn set_time(now: Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn set_active_time(now: Moment) {
        pallet_deadlines::Active::<Runtime>::put(now);
    }

    fn key(index: u32) -> AccountId {
        use sp_runtime::{traits::IdentifyAccount, MultiSigner};

        let seed = alloc::format!("//agent//{index}").into_bytes();
        let key = sp_io::crypto::ecdsa_generate(OF_BENCHMARKS, Some(seed));
        MultiSigner::from(key).into_account()
    }

    fn sign(key: &AccountId, message: &[u8]) -> Signature {
        use sp_runtime::{traits::IdentifyAccount, MultiSigner};

        let keys = sp_io::crypto::ecdsa_public_keys(OF_BENCHMARKS);
        let key = keys.into_iter().find(|each| MultiSigner::from(*each).into_account() == *key);
        sp_io::crypto::ecdsa_sign(OF_BENCHMARKS, &key.unwrap(), message).unwrap().into()
    }

    fn set_reputation(who: &AccountId, rep: aitbc_primitives::reputation::Rep) {
        set_compute_reputation(who, rep);
    }
}

/// Sets what the benchmarks of wallets need.
pub struct WalletHelper;

#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
impl pallet_agent_wallet::BenchmarkHelper<AccountId, RuntimeCall> for WalletHelper {
    fn set_time(now: Moment) {
        <ProposalHelper as pallet_openclaw::BenchmarkHelper<_, _>>::set_time(now);
    }

    fn agent(controller: &AccountId) -> AccountId {
        use sp_runtime::traits::Hash as _;

        let agent = AccountId::new(Hashing::hash_of(&("agent", controller)).0);
        register(&agent, controller);
        agent
    }

    fn transfer(to: &AccountId) -> RuntimeCall {
        let (dest, value) = (to.clone().into(), aitbc_primitives::token::AITBC);
        pallet_balances::Call::transfer_keep_alive { dest, value }.into()
    }

    fn proposals(count: u32) -> Vec<aitbc_primitives::governance::proposals::ProposalId> {
        use aitbc_primitives::governance::{proposals::Wishes, strategies::StrategyVotes};

        let now = pallet_timestamp::Now::<Runtime>::get();
        Self::set_time(now);
        make_room_for_proposals();
        let first = pallet_openclaw::NextProposal::<Runtime>::get();
        for index in 0..count {
            // An account has three at most.
            let proposer = <ProposalHelper as pallet_openclaw::BenchmarkHelper<
                AccountId,
                RuntimeCall,
            >>::voter(1_000 + index / 3);
            let (kind, call) = proposable(index);
            OpenClaw::propose(
                frame_system::RawOrigin::Signed(proposer).into(),
                kind,
                alloc::vec![b't'; 10],
                alloc::vec![b'd'; 50],
                alloc::vec![],
                aitbc_primitives::governance::proposals::Category::Other,
                alloc::vec![call],
                Wishes::default(),
            )
            .unwrap();
        }
        let proposals: Vec<_> = (first..first + count).collect();
        let second_half = |id: &u32| <OpenClaw as StrategyVotes<AccountId>>::second_half(*id);
        Self::set_time(proposals.iter().filter_map(second_half).max().unwrap_or(now));
        proposals
    }

    fn endow(who: &AccountId, amount: Balance) {
        use frame_support::traits::fungible::Mutate;

        at(0, || Balances::mint_into(who, amount)).unwrap();
    }
}

/// Has four types of proposals take 16 each.
fn make_room_for_proposals() {
    use parameters::groups::governance::*;

    macro_rules! widen {
        ($($track:ident),*) => {$({
            let track = aitbc_primitives::governance::proposals::Track {
                most_live: 16,
                ..$track::get()
            };
            let value = Parameters::from(($track, track));
            let value = parameters::groups::RuntimeParameters::Governance(value);
            crate::Parameters::set_parameter(RuntimeOrigin::root(), value).unwrap();
        })*};
    }
    use frame_support::traits::Get;
    widen!(ParameterChangeTrack, ProtocolUpgradeTrack, AgentTradingTrack, PolicyChangeTrack);
}

/// One of 16 proposals of each of these types.
fn proposable(index: u32) -> (aitbc_primitives::governance::proposals::ProposalKind, RuntimeCall) {
    use aitbc_primitives::governance::proposals::ProposalKind::*;
    use parameters::groups::{economics, RuntimeParameters};

    let policy = || pallet_openclaw::Call::set_policy {
        name: alloc::format!("market/{index}").into_bytes(),
        value: b"text".to_vec(),
    };
    let rate = sp_runtime::Perbill::from_percent(1);
    let parameter = economics::Parameters::SubsidyRate(economics::SubsidyRate, Some(rate));
    let key_value = RuntimeParameters::Economics(parameter);
    let set = pallet_parameters::Call::set_parameter { key_value };
    match index / 16 {
        0 => (PolicyChange, policy().into()),
        1 => (AgentTrading, policy().into()),
        2 => (ParameterChange, set.into()),
        _ => (ProtocolUpgrade, set.into()),
    }
}

/// Sets what the benchmarks of proposals need.
pub struct ProposalHelper;

#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
impl pallet_openclaw::BenchmarkHelper<AccountId, RuntimeCall> for ProposalHelper {
    fn set_time(now: Moment) {
        let slot = now / pallet_chain_settings::SlotDuration::<Runtime>::get();
        pallet_timestamp::Now::<Runtime>::put(now);
        pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(slot));
    }

    fn voter(index: u32) -> AccountId {
        use aitbc_primitives::token::AITBC;
        use frame_support::traits::fungible::Mutate;

        let voter = frame_benchmarking::account("voter", index, 0);
        // It has had them for ever.
        at(0, || Balances::mint_into(&voter, 1_000_000 * AITBC)).unwrap();
        voter
    }

    fn make_agents_wallet(who: &AccountId) {
        make_agents_wallet(who);
    }

    fn delegate(delegator: &AccountId, delegate: &AccountId) {
        use frame_system::RawOrigin::Signed;

        let before = pallet_timestamp::Now::<Runtime>::get() - 1;
        at(before, || {
            // Unless it has not delegated, or does already.
            let _ = VotingPower::undelegate(Signed(delegate.clone()).into());
            let _ = VotingPower::accept_delegations(Signed(delegate.clone()).into(), Some(0));
            let delegator = Signed(delegator.clone()).into();
            VotingPower::delegate(delegator, delegate.clone().into(), None)
        })
        .unwrap();
    }

    fn give_history(who: &AccountId) {
        use aitbc_primitives::time::HOUR;
        use frame_support::traits::{fungible::Mutate, Get};
        use pallet_voting_power::Config;

        type Archived = <Runtime as Config>::MaxArchivedPoints;
        type Recent = <Runtime as Config>::MaxRecentPoints;
        let now = pallet_timestamp::Now::<Runtime>::get();
        let points = <Archived as Get<u32>>::get() + <Recent as Get<u32>>::get();
        for hours in (1..=points).rev() {
            at(now - u64::from(hours) * HOUR, || Balances::mint_into(who, 1)).unwrap();
        }
    }

    fn occupy(who: &AccountId, polls: u32) {
        use aitbc_primitives::{
            governance::polls::{Poll, Rules},
            time::DAY,
            token::AITBC,
        };
        use pallet_voting_power::{Freezes, Frozen, Polls};

        let now = pallet_timestamp::Now::<Runtime>::get();
        let poll = Poll {
            at: now,
            ends: now + 45 * DAY,
            base: 0,
            owner_cap: 0,
            delegate_cap: 0,
            rules: Rules { short_window: 0, long_window: 0, fee_allowance: 0 },
        };
        for _ in 0..polls {
            let id = u32::MAX - Polls::<Runtime>::count();
            Polls::<Runtime>::insert(id, poll);
            let other = Frozen { poll: id, amount: AITBC };
            Freezes::<Runtime>::mutate(who, |freezes| freezes.try_push(other)).unwrap();
        }
    }

    fn calls(
        bytes: u32,
    ) -> (aitbc_primitives::governance::proposals::ProposalKind, Vec<RuntimeCall>) {
        use aitbc_primitives::governance::proposals::ProposalKind;
        use alloc::format;

        // The texts of policies, and about 20 bytes beside each.
        let each = pallet_openclaw::types::MAX_POLICY_VALUE;
        let texts = bytes / (each + 20) + 1;
        let calls = (0..texts).map(|index| {
            let value = alloc::vec![b'v'; (bytes / texts).saturating_sub(20) as usize];
            pallet_openclaw::Call::set_policy { name: format!("policy-{index}").into(), value }
                .into()
        });
        (ProposalKind::PolicyChange, calls.collect())
    }

    fn small_calls(count: u32) -> Vec<RuntimeCall> {
        use aitbc_primitives::token::AITBC;
        use pallet_gpu_staking::types::{PoolChange, PoolSpec, PriceRange};

        // The price of a pool each, as it is.
        let price = PriceRange { min: 1, max: AITBC };
        let calls = (0..count).map(|index| {
            let pool = pallet_gpu_staking::NextPool::<Runtime>::get();
            let spec = PoolSpec {
                name: alloc::format!("bench-{index}").into_bytes().try_into().unwrap(),
                unit: b"a unit".to_vec().try_into().unwrap(),
                rate: 1,
                match_ratio: Default::default(),
                bootstrap: 0,
                price,
                per_unit: 10 * AITBC,
                audit: None,
            };
            GpuStaking::create_pool(frame_system::RawOrigin::Root.into(), spec).unwrap();
            pallet_gpu_staking::Call::update_pool { pool, change: PoolChange::Price(price) }.into()
        });
        calls.collect()
    }

    fn pausable(index: u32) -> pallet_openclaw::types::CallName {
        use frame_support::{traits::GetCallMetadata, BoundedVec};

        let names = RuntimeCall::get_call_names("Proxy").iter().map(|call| ("Proxy", *call));
        let more = RuntimeCall::get_call_names("Utility").iter().map(|call| ("Utility", *call));
        let (pallet, call) = names.chain(more).nth(index as usize).unwrap();
        let bounded = |name: &str| BoundedVec::truncate_from(name.as_bytes().to_vec());
        (bounded(pallet), bounded(call))
    }
}

/// Sets what the benchmarks of GPU staking need.
pub struct ProviderHelper;

impl pallet_gpu_staking::BenchmarkHelper<AccountId> for ProviderHelper {
    fn set_time(now: Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn provider(index: u32) -> AccountId {
        use aitbc_primitives::token::AITBC;
        use frame_support::traits::fungible::Mutate;

        let provider = frame_benchmarking::account("provider", index, 0);
        Balances::mint_into(&provider, 1_000_000 * AITBC).unwrap();
        link(&provider);
        provider
    }
}

/// Sets what the benchmarks of escrows need.
pub struct EscrowHelper;

impl pallet_escrow::BenchmarkHelper<AccountId> for EscrowHelper {
    fn set_active_clock(now: Moment) {
        pallet_deadlines::Active::<Runtime>::put(now);
    }

    fn work_off() -> frame_support::weights::Weight {
        use frame_support::{traits::Hooks, weights::WeightMeter};

        let mut meter = WeightMeter::new();
        Deadlines::on_poll(System::block_number(), &mut meter);
        meter.consumed()
    }

    fn waiting() -> u64 {
        Deadlines::clock().waiting.active
    }
}

/// Does something as if it was another time.
fn at<R>(time: Moment, act: impl FnOnce() -> R) -> R {
    let now = pallet_timestamp::Now::<Runtime>::get();
    pallet_timestamp::Now::<Runtime>::put(time);
    let result = act();
    pallet_timestamp::Now::<Runtime>::put(now);
    result
}

/// What can be benchmarked, and the storage of all pallets.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
    let mut list = Vec::<BenchmarkList>::new();
    list_benchmarks!(list, extra);
    (list, AllPalletsWithSystem::storage_info())
}

/// Runs benchmarks.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
    let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
    whitelist.extend(shared_entries::keys().into_iter().map(Into::into));
    let mut batches = Vec::<BenchmarkBatch>::new();
    let params = (&config, &whitelist);
    add_benchmarks!(params, batches);
    Ok(batches)
}
