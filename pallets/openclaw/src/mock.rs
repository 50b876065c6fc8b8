use crate as pallet_openclaw;
use aitbc_test_support::{block_1, TestClock, TestExternalities};
use frame_support::{construct_runtime, derive_impl, ord_parameter_types};
use frame_system::EnsureSignedBy;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        OpenClaw: pallet_openclaw,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// Stands for four of five council members.
pub const COUNCIL: u64 = 4;

ord_parameter_types! {
    pub const Council: u64 = COUNCIL;
}

impl pallet_openclaw::Config for Test {
    type BootstrapOrigin = EnsureSignedBy<Council, u64>;
    type Clock = TestClock;
    type RuntimeCall = RuntimeCall;
    type WeightInfo = ();
}

/// Makes a chain.
pub struct ExtBuilder {
    bootstrap: bool,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { bootstrap: true }
    }
}

impl ExtBuilder {
    /// Whether the chain begins with a bootstrap.
    pub fn bootstrap(self, bootstrap: bool) -> Self {
        Self { bootstrap }
    }

    /// The chain at block 1.
    pub fn build(self) -> TestExternalities {
        block_1::<Test>(RuntimeGenesisConfig {
            open_claw: pallet_openclaw::GenesisConfig {
                bootstrap: self.bootstrap,
                ..Default::default()
            },
            ..Default::default()
        })
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            OpenClaw::do_try_state().unwrap();
        });
    }
}
