use crate as pallet_reputation;
use crate::Holder;
use aitbc_primitives::{
    reputation::{Domain, Earned, Rep, RepChanged, RepLedger},
    Balance,
};
use aitbc_test_support::{block_1, TestExternalities, TestStakes, ADA, BEN, CYD, TREASURY};
use frame_support::{
    construct_runtime, derive_impl, parameter_types, storage_alias,
    traits::{fungible::Balanced, ConstU128, OnUnbalanced},
    Twox64Concat,
};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Reputation: pallet_reputation,
    }
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
parameter_types! {
    pub storage MinSalaryIssuance: Rep = 1;
    pub const Block: Domain = Domain::Block;
}

pub struct ToTreasury;
impl OnUnbalanced<pallet_reputation::CreditOf<Test>> for ToTreasury {
    fn on_nonzero_unbalanced(amount: pallet_reputation::CreditOf<Test>) {
        Balances::resolve(&TREASURY, amount).unwrap();
    }
}

/// Ada has earned 7 units.
pub struct TestEarnings;
impl Earned<u64> for TestEarnings {
    fn earned(who: &u64) -> Rep {
        if *who == ADA {
            7
        } else {
            0
        }
    }
}

/// The last balance of each account that was told, and how often one was.
#[storage_alias]
pub type Told = StorageDoubleMap<
    Mock,
    Twox64Concat,
    Domain,
    Twox64Concat,
    u64,
    (Rep, u32),
    frame_support::pallet_prelude::ValueQuery,
>;

/// Notes what it hears, which is always news.
pub struct Listener;
impl RepChanged<u64> for Listener {
    fn changed(domain: Domain, who: &u64) {
        let balance = Reputation::balance(domain, who);
        Told::mutate(domain, who, |(last, times)| {
            assert_ne!(*last, balance, "it is the same");
            *last = balance;
            *times = times.saturating_add(1);
        });
    }
}

impl pallet_reputation::Config for Test {
    type Currency = Balances;
    type MinSalaryIssuance = MinSalaryIssuance;
    type OnChanged = Listener;
    type AtStake = TestStakes;
    type Earned = TestEarnings;
    type Unshared = ToTreasury;
    type WeightInfo = ();
}

/// Makes a chain on which the pot and Ada, Ben, Cyd and the treasury have accounts.
#[derive(Default)]
pub struct ExtBuilder {
    holders: Vec<Holder<u64>>,
}

impl ExtBuilder {
    /// Who has reputation at genesis.
    pub fn holders(self, holders: &[Holder<u64>]) -> Self {
        Self { holders: holders.to_vec() }
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        let endowed = [Reputation::pot(), ADA, BEN, CYD, TREASURY];
        block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: endowed.map(|who| (who, EXISTENTIAL_DEPOSIT)).to_vec(),
                ..Default::default()
            },
            reputation: pallet_reputation::GenesisConfig { holders: self.holders },
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Reputation::do_try_state().unwrap();
        });
    }
}
