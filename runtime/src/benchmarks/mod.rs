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

impl pallet_voting_power::BenchmarkHelper<u32> for VotingPowerHelper {
    fn set_time(now: Moment) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }

    fn poll(index: u32) -> u32 {
        index
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

    fn delegate(delegator: &AccountId, delegate: &AccountId) {
        use frame_system::RawOrigin::Signed;

        let before = pallet_timestamp::Now::<Runtime>::get() - 1;
        at(before, || {
            // Unless it does already.
            let _ = VotingPower::accept_delegations(Signed(delegate.clone()).into(), Some(0));
            let delegator = Signed(delegator.clone()).into();
            VotingPower::delegate(delegator, delegate.clone().into(), None)
        })
        .unwrap();
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
        provider
    }

    fn burden(who: &AccountId) {
        vest(who);
    }
}

/// Has tokens of an account vest by as many schedules as there can be, for longer than any benchmark lasts.
fn vest(who: &AccountId) {
    use aitbc_primitives::token::AITBC;
    use frame_support::traits::VestingSchedule;

    let has = pallet_vesting::Vesting::<Runtime>::get(who).map_or(0, |schedules| schedules.len());
    for _ in has..<Runtime as pallet_vesting::Config>::MAX_VESTING_SCHEDULES as usize {
        <Vesting as VestingSchedule<_>>::add_vesting_schedule(who, AITBC, 1, 0).unwrap();
    }
}

/// Sets what the benchmarks of escrows need.
pub struct EscrowHelper;

impl pallet_escrow::BenchmarkHelper<AccountId> for EscrowHelper {
    fn burden(who: &AccountId) {
        vest(who);
    }

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
    // Each block has written the time before any of its calls runs.
    let time = pallet_timestamp::Now::<Runtime>::hashed_key();
    let slot = pallet_aura::CurrentSlot::<Runtime>::hashed_key();
    whitelist.extend([time, slot].map(|key| key.to_vec().into()));
    let mut batches = Vec::<BenchmarkBatch>::new();
    let params = (&config, &whitelist);
    add_benchmarks!(params, batches);
    Ok(batches)
}
