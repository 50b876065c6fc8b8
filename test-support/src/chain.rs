//! The chain of a mock.

use crate::{set_now, wait, TestExternalities, START};
use aitbc_primitives::time::SLOT_DURATION;
use frame_support::traits::{OnFinalize, OnInitialize};
use frame_system::{pallet_prelude::BlockNumberFor, Config, Pallet, RunToBlockHooks};
use sp_runtime::{traits::One, BuildStorage};

/// Block 1 of a chain with this genesis.
pub fn block_1<T: Config>(genesis: impl BuildStorage) -> TestExternalities {
    let mut chain: TestExternalities = genesis.build_storage().unwrap().into();
    chain.execute_with(|| {
        Pallet::<T>::set_block_number(One::one());
        set_now(START);
    });
    chain
}

/// The events of one pallet since the last call.
pub fn events<T: Config, Event>() -> Vec<Event>
where
    T::RuntimeEvent: TryInto<Event>,
{
    let events = Pallet::<T>::read_events_for_pallet();
    Pallet::<T>::reset_events();
    events
}

/// Makes empty blocks up to `number`, a slot apart. As in real blocks, time passes after the hooks that
/// initialise a block.
pub fn run_to<T: Config, Pallets>(number: BlockNumberFor<T>)
where
    Pallets: OnInitialize<BlockNumberFor<T>> + OnFinalize<BlockNumberFor<T>>,
{
    let hooks = RunToBlockHooks::default().after_initialize(|_| wait(SLOT_DURATION));
    Pallet::<T>::run_to_block_with::<Pallets>(number, hooks);
}
