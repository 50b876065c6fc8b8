use crate as pallet_forum;
use crate::GenesisPost;
use aitbc_primitives::{
    consensus::SessionIndex,
    reputation::pools::{PostId, PPM},
    time::DAY,
    token::{AITBC, EXISTENTIAL_DEPOSIT},
    Balance, Moment,
};
use aitbc_test_support::{
    block_1, TestClock, TestExternalities, TestLedger, ADA, BEN, CYD, DEE, EVE, FAY, GIL,
};
use frame_support::{
    construct_runtime, derive_impl, parameter_types,
    traits::{fungible::HoldConsideration, ConstU128, Footprint},
};
use sp_runtime::{traits::Convert, Perbill};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Forum: pallet_forum,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountData = pallet_balances::AccountData<Balance>;
    type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type RuntimeHoldReason = RuntimeHoldReason;
}

/// The reason for the deposits of posts.
pub const HOLD: RuntimeHoldReason = RuntimeHoldReason::Forum(pallet_forum::HoldReason::Post);
/// What an entry costs, and each byte of it.
pub const ENTRY: Balance = AITBC / 10;
pub const BYTE: Balance = AITBC / 1_000;
/// What each of those has who publish posts.
pub const BALANCE: Balance = 1_000 * AITBC;

parameter_types! {
    pub const PostHold: RuntimeHoldReason = HOLD;
    pub const LineagePeriod: Moment = 30 * DAY;
    pub storage ContractShare: Perbill = Perbill::from_percent(10);
    pub storage Session: SessionIndex = 0;
}

pub struct StoragePrice;

impl Convert<Footprint, Balance> for StoragePrice {
    fn convert(of: Footprint) -> Balance {
        Balance::from(of.count) * ENTRY + Balance::from(of.size) * BYTE
    }
}

impl pallet_forum::Config for Test {
    type Clock = TestClock;
    type Consideration = HoldConsideration<u64, Balances, PostHold, StoragePrice>;
    type ContractShare = ContractShare;
    type Ledger = TestLedger;
    type LineagePeriod = LineagePeriod;
    type Session = Session;
    type WeightInfo = ();
}

/// Makes a chain on which everybody has tokens for deposits.
#[derive(Default)]
pub struct ExtBuilder {
    genesis: pallet_forum::GenesisConfig<Test>,
}

impl ExtBuilder {
    /// The posts of genesis.
    pub fn posts(mut self, posts: &[GenesisPost<u64>]) -> Self {
        self.genesis.posts = posts.to_vec();
        self
    }

    /// The active work contract.
    pub fn contract(mut self, post: PostId) -> Self {
        self.genesis.contract = Some(post);
        self
    }

    /// A contract of Ada's, with the number 0.
    pub fn with_contract(self) -> Self {
        let post = GenesisPost {
            domain: aitbc_primitives::reputation::Domain::Block,
            authors: vec![(ADA, PPM)],
            content: Default::default(),
        };
        self.posts(&[post]).contract(0)
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: [ADA, BEN, CYD, DEE, EVE, FAY, GIL].map(|who| (who, BALANCE)).to_vec(),
                ..Default::default()
            },
            forum: self.genesis,
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Forum::do_try_state().unwrap();
        });
    }
}
