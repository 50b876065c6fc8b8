use crate as pallet_work;
use crate::Shares;
use aitbc_primitives::{reputation::pools::BlockPools, time, token::AITBC, Balance, BlockNumber};
use aitbc_test_support::{block_1, TestExternalities, ADA, TREASURY};
use frame_support::{
    construct_runtime, derive_impl,
    migrations::MultiStepMigrator,
    parameter_types,
    traits::{fungible::Balanced, ConstU128, ConstU64, OnUnbalanced},
    weights::Weight,
};
use sp_runtime::Perbill;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Work: pallet_work,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<Balance>;
    type MultiBlockMigrator = Migrator;
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
pub const BLOCK: u64 = 101;
/// Gets the governance share.
pub const GOVERNANCE: u64 = 102;

parameter_types! {
    pub storage BlockShare: Perbill = Perbill::from_percent(80);
    pub storage GovernanceShare: Perbill = Perbill::from_percent(10);
    pub const SubsidyRate: Perbill = Perbill::from_parts(25_000_000);
}

pub struct CurrentShares;
impl frame_support::traits::Get<Shares> for CurrentShares {
    fn get() -> Shares {
        Shares { block: BlockShare::get(), governance: GovernanceShare::get() }
    }
}

/// Pays what it gets to the account `WHO`.
pub struct PayTo<const WHO: u64>;
impl<const WHO: u64> OnUnbalanced<pallet_work::CreditOf<Test>> for PayTo<WHO> {
    fn on_nonzero_unbalanced(amount: pallet_work::CreditOf<Test>) {
        Balances::resolve(&WHO, amount).unwrap();
    }
}

parameter_types! {
    /// The pools that were opened: the block, its share and its subsidy.
    pub storage Opened: Vec<(BlockNumber, Balance, Balance)> = vec![];
    /// Whether a migration of many blocks runs.
    pub storage Migrating: bool = false;
}

/// Remembers which pools were opened.
pub struct Bench;
impl BlockPools for Bench {
    fn open(parent: BlockNumber, share: Balance, subsidy: Balance) -> Weight {
        let mut opened = Opened::get();
        opened.push((parent, share, subsidy));
        Opened::set(&opened);
        Weight::from_parts(7, 0)
    }
}

/// Migrates if [`Migrating`] says so.
pub struct Migrator;
impl MultiStepMigrator for Migrator {
    fn ongoing() -> bool {
        Migrating::get()
    }

    fn step() -> Weight {
        Weight::zero()
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
    type BlockPools = Bench;
    type WeightInfo = ();
}

/// Makes a chain with a billion tokens, nearly all of them Ada's.
pub struct ExtBuilder {
    endowed: Vec<u64>,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { endowed: vec![Work::pot(), BLOCK, GOVERNANCE, TREASURY] }
    }
}

impl ExtBuilder {
    /// Leaves the pot without its existential deposit.
    pub fn pot_not_endowed(mut self) -> Self {
        self.endowed.retain(|who| *who != Work::pot());
        self
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let everybody_else = 1_000_000_000 * AITBC - 4 * EXISTENTIAL_DEPOSIT;
        let endowed = self.endowed.into_iter().map(|who| (who, EXISTENTIAL_DEPOSIT));
        block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: endowed.chain([(ADA, everybody_else)]).collect(),
                ..Default::default()
            },
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Work::do_try_state().unwrap();
        });
    }
}

/// Makes empty blocks up to `number`.
pub fn run_to(number: u64) {
    aitbc_test_support::run_to::<Test, AllPalletsWithSystem>(number);
}
