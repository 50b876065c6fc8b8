use crate as pallet_work;
use crate::Shares;
use aitbc_primitives::{time, token::AITBC, Balance};
use frame_support::{
    derive_impl, parameter_types,
    traits::{fungible::Balanced, ConstU128, ConstU64, OnUnbalanced},
};
use sp_runtime::{BuildStorage, Perbill};

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
        RuntimeTask
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Test>;

    #[runtime::pallet_index(1)]
    pub type Balances = pallet_balances::Pallet<Test>;

    #[runtime::pallet_index(2)]
    pub type Work = pallet_work::Pallet<Test>;
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
/// Gets the block share.
pub const BLOCK: u64 = 1;
/// Gets the governance share.
pub const GOVERNANCE: u64 = 2;
/// Gets the rest.
pub const TREASURY: u64 = 3;
/// Pays fees and owns all other tokens.
pub const ADA: u64 = 4;

parameter_types! {
    pub storage BlockShare: Perbill = Perbill::from_percent(80);
    pub storage GovernanceShare: Perbill = Perbill::from_percent(10);
    pub const SubsidyRate: Perbill = Perbill::from_parts(25_000_000);
}

pub struct CurrentShares;
impl frame_support::traits::Get<Shares> for CurrentShares {
    fn get() -> Shares {
        Shares {
            block: BlockShare::get(),
            governance: GovernanceShare::get(),
        }
    }
}

/// Pays what it gets to the account `WHO`.
pub struct PayTo<const WHO: u64>;
impl<const WHO: u64> OnUnbalanced<pallet_work::CreditOf<Test>> for PayTo<WHO> {
    fn on_nonzero_unbalanced(amount: pallet_work::CreditOf<Test>) {
        Balances::resolve(&WHO, amount).unwrap();
    }
}

impl pallet_work::Config for Test {
    type Currency = Balances;
    type SubsidyRate = SubsidyRate;
    type SlotDuration = ConstU64<{ time::SLOT_DURATION }>;
    type Shares = CurrentShares;
    type BlockRecipient = PayTo<BLOCK>;
    type GovernanceRecipient = PayTo<GOVERNANCE>;
    type TreasuryRecipient = PayTo<TREASURY>;
    type WeightInfo = ();
}

/// A chain with a billion tokens, whose pot is endowed.
pub fn new_chain() -> sp_io::TestExternalities {
    let everybody_else = 1_000_000_000 * AITBC - 4 * EXISTENTIAL_DEPOSIT;
    let endowed = [Work::pot(), BLOCK, GOVERNANCE, TREASURY].map(|who| (who, EXISTENTIAL_DEPOSIT));
    let genesis = RuntimeGenesisConfig {
        balances: pallet_balances::GenesisConfig {
            balances: endowed.into_iter().chain([(ADA, everybody_else)]).collect(),
            ..Default::default()
        },
        ..Default::default()
    };
    genesis.build_storage().unwrap().into()
}

/// Runs `test` in a block after genesis, then checks the invariants.
pub fn build_and_execute(test: impl FnOnce()) {
    new_chain().execute_with(|| {
        System::set_block_number(1);
        test();
        Work::do_try_state().unwrap();
    });
}
