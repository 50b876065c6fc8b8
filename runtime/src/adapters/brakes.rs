//! The brakes that OpenClaw uses: the stock pallets, which take nothing from anybody else but Root.

use crate::{clock::slots, Moment, Runtime, RuntimeCall, RuntimeOrigin, SafeMode, TxPause};
use frame_support::{
    ensure,
    traits::{GetCallMetadata, SafeMode as SafeModeTrait},
    BoundedVec,
};
use pallet_openclaw::{
    types::{CallName, Name},
    Brake,
};
use pallet_tx_pause::{Error, RuntimeCallNameOf};
use sp_runtime::{DispatchError, DispatchResult};

/// pallet-tx-pause and pallet-safe-mode.
pub struct StockBrakes;

impl Brake for StockBrakes {
    /// Errors: `NotFound` if there is no such call, `Unpausable` if it is never filtered, `IsPaused`.
    fn pause(call: &CallName) -> DispatchResult {
        ensure!(exists(call), Error::<Runtime>::NotFound);
        TxPause::pause(RuntimeOrigin::root(), full_name(call))
    }

    fn unpause(call: &CallName) -> DispatchResult {
        TxPause::unpause(RuntimeOrigin::root(), full_name(call))
    }

    /// The pallet counts blocks, each of which takes a slot at least. It would end safe mode by itself in the
    /// block after the one in which OpenClaw does.
    fn enter_safe_mode(duration: Moment) -> DispatchResult {
        let blocks = slots(duration).saturating_add(1);
        let left = <SafeMode as SafeModeTrait>::remaining();
        match left.map(|left| blocks.saturating_sub(left)) {
            None => <SafeMode as SafeModeTrait>::enter(blocks),
            Some(0) => Ok(()),
            Some(more) => <SafeMode as SafeModeTrait>::extend(more),
        }
        .map_err(|_| DispatchError::Unavailable)
    }

    fn exit_safe_mode() -> DispatchResult {
        SafeMode::force_exit(RuntimeOrigin::root())
    }
}

/// Whether the runtime has a call of this name.
fn exists((pallet, call): &CallName) -> bool {
    RuntimeCall::get_module_names()
        .iter()
        .filter(|name| name.as_bytes() == pallet.as_slice())
        .flat_map(|name| <RuntimeCall as GetCallMetadata>::get_call_names(name))
        .any(|name| name.as_bytes() == call.as_slice())
}

/// The name as pallet-tx-pause has it, where names may be longer.
fn full_name((pallet, call): &CallName) -> RuntimeCallNameOf<Runtime> {
    let longer = |name: &Name| BoundedVec::truncate_from(name.to_vec());
    (longer(pallet), longer(call))
}
