use crate as pallet_openclaw;
use aitbc_primitives::{clock::Clock, Moment};
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureSignedBy;
use sp_runtime::BuildStorage;

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
    pub type OpenClaw = pallet_openclaw::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// Stands for four of five council members.
pub const COUNCIL: u64 = 4;

/// The time of block 1.
pub const FIRST_BLOCK_AT: Moment = 1_800_000_000_000;

frame_support::ord_parameter_types! {
    pub const Council: u64 = COUNCIL;
}

parameter_types! {
    pub storage Now: Moment = FIRST_BLOCK_AT;
}

impl Clock for Now {
    fn now() -> Moment {
        Now::get()
    }
}

impl pallet_openclaw::Config for Test {
    type BootstrapOrigin = EnsureSignedBy<Council, u64>;
    type Clock = Now;
    type RuntimeCall = RuntimeCall;
    type WeightInfo = ();
}

/// Block 1 of a chain with or without a bootstrap.
pub fn new_chain(bootstrap: bool) -> sp_io::TestExternalities {
    let genesis = RuntimeGenesisConfig {
        open_claw: pallet_openclaw::GenesisConfig {
            bootstrap,
            ..Default::default()
        },
        ..Default::default()
    };
    let mut chain: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| System::set_block_number(1));
    chain
}

/// Runs `test` in block 1, then checks the invariants.
pub fn build_and_execute(bootstrap: bool, test: impl FnOnce()) {
    new_chain(bootstrap).execute_with(|| {
        test();
        OpenClaw::do_try_state().unwrap();
    });
}
