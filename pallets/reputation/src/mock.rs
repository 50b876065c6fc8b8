use crate as pallet_reputation;
use crate::Holder;
use aitbc_primitives::{
    reputation::{AtStake, Domain, Rep},
    Balance,
};
use frame_support::{
    derive_impl, parameter_types,
    traits::{fungible::Balanced, ConstU128, OnUnbalanced},
};
use sp_runtime::BuildStorage;
use std::collections::BTreeMap;

#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Test>;

    #[runtime::pallet_index(1)]
    pub type Balances = pallet_balances::Pallet<Test>;

    #[runtime::pallet_index(2)]
    pub type Reputation = pallet_reputation::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
}

/// Below this a balance is dust.
pub const EXISTENTIAL_DEPOSIT: Balance = 10;
/// Holders whose accounts exist.
pub const ADA: u64 = 1;
pub const BEN: u64 = 2;
pub const CYD: u64 = 3;
/// A holder without native tokens.
pub const DEE: u64 = 4;
/// Gets salary that cannot be shared out.
pub const TREASURY: u64 = 5;

parameter_types! {
    pub storage MinSalaryIssuance: Rep = 1;
    pub storage Stakes: BTreeMap<u64, Rep> = BTreeMap::new();
    pub const Block: Domain = Domain::Block;
}

/// Sets how much `who` has at stake in the pools of blocks.
pub fn set_at_stake(who: u64, amount: Rep) {
    let mut stakes = Stakes::get();
    stakes.insert(who, amount);
    Stakes::set(&stakes);
}

pub struct StakesOfBlocks;
impl AtStake<u64> for StakesOfBlocks {
    fn at_stake(who: &u64) -> Rep {
        Stakes::get().get(who).copied().unwrap_or_default()
    }
}

pub struct ToTreasury;
impl OnUnbalanced<pallet_reputation::CreditOf<Test>> for ToTreasury {
    fn on_nonzero_unbalanced(amount: pallet_reputation::CreditOf<Test>) {
        Balances::resolve(&TREASURY, amount).unwrap();
    }
}

impl pallet_reputation::Config for Test {
    type Currency = Balances;
    type MinSalaryIssuance = MinSalaryIssuance;
    type AtStake = StakesOfBlocks;
    type Unshared = ToTreasury;
    type WeightInfo = ();
}

/// Block 1 of a chain with these holders, whose pot is endowed.
pub fn new_chain(holders: Vec<Holder<u64>>) -> sp_io::TestExternalities {
    let endowed = [Reputation::pot(), ADA, BEN, CYD, TREASURY];
    let genesis = RuntimeGenesisConfig {
        balances: pallet_balances::GenesisConfig {
            balances: endowed.map(|who| (who, EXISTENTIAL_DEPOSIT)).to_vec(),
            ..Default::default()
        },
        reputation: pallet_reputation::GenesisConfig { holders },
        ..Default::default()
    };
    let mut chain: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| System::set_block_number(1));
    chain
}

/// Runs `test` in block 1 of a chain without holders, then checks the invariants.
pub fn build_and_execute(test: impl FnOnce()) {
    new_chain(vec![]).execute_with(|| {
        test();
        Reputation::do_try_state().unwrap();
    });
}
