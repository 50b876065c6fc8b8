use crate as pallet_chain_settings;
use aitbc_primitives::Moment;
use frame_support::{derive_impl, storage};
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
        RuntimeTask
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Test>;

    #[runtime::pallet_index(1)]
    pub type ChainSettings = pallet_chain_settings::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_chain_settings::Config for Test {
    type Parameters = Greeting;
}

/// A parameter set of one value, stored under the key `greeting`.
#[derive(Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Greeting(pub Option<u32>);

impl pallet_chain_settings::StoreParameters for Greeting {
    fn store(&self) {
        if let Some(value) = self.0 {
            storage::unhashed::put(b"greeting", &value);
        }
    }
}

/// Runs `test` on a chain whose genesis has these values, then checks the invariants.
pub fn with_genesis(slot_duration: Moment, greeting: Option<u32>, test: impl FnOnce()) {
    let genesis = RuntimeGenesisConfig {
        chain_settings: pallet_chain_settings::GenesisConfig {
            slot_duration,
            parameters: Greeting(greeting),
        },
        ..Default::default()
    };
    let mut chain: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| {
        test();
        ChainSettings::do_try_state().unwrap();
    });
}
