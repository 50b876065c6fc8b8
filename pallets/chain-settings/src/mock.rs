use crate as pallet_chain_settings;
use aitbc_primitives::{time::SLOT_DURATION, Moment};
use aitbc_test_support::block_1;
use frame_support::{construct_runtime, derive_impl, storage};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        ChainSettings: pallet_chain_settings,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_chain_settings::Config for Test {
    type Parameters = Greeting;
}

/// A parameter set of one value, stored under the key `greeting`, and the tempo with it.
#[derive(Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Greeting(pub Option<u32>);

impl pallet_chain_settings::StoreParameters for Greeting {
    fn store(&self, tempo: u32) {
        if let Some(value) = self.0 {
            storage::unhashed::put(b"greeting", &(value, tempo));
        }
    }
}

/// Makes a chain.
pub struct ExtBuilder {
    slot_duration: Moment,
    tempo: u32,
    greeting: Option<u32>,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { slot_duration: SLOT_DURATION, tempo: 1, greeting: None }
    }
}

impl ExtBuilder {
    /// Milliseconds of a slot.
    pub fn slot_duration(self, slot_duration: Moment) -> Self {
        Self { slot_duration, ..self }
    }

    /// By what durations are divided.
    pub fn tempo(self, tempo: u32) -> Self {
        Self { tempo, ..self }
    }

    /// A value for the one parameter.
    pub fn greeting(self, greeting: u32) -> Self {
        Self { greeting: Some(greeting), ..self }
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        let genesis = RuntimeGenesisConfig {
            chain_settings: pallet_chain_settings::GenesisConfig {
                slot_duration: self.slot_duration,
                tempo: self.tempo,
                parameters: Greeting(self.greeting),
            },
            ..Default::default()
        };
        block_1::<Test>(genesis).execute_with(|| {
            test();
            ChainSettings::do_try_state().unwrap();
        });
    }
}
