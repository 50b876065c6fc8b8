//! When nobody can be expected to meet a deadline.

use crate::{adapters::filters::DEADLINE_CALLS, MultiBlockMigrations, Runtime, SafeMode, TxPause};
use aitbc_primitives::market::deadlines::Why;
use frame_support::{migrations::MultiStepMigrator, traits::Get};
use pallet_tx_pause::PausedCalls;

/// Why the active clock must stand still now, if there is a reason: of several the one that lets the least
/// through.
pub struct Halted;

impl Get<Option<Why>> for Halted {
    fn get() -> Option<Why> {
        if MultiBlockMigrations::ongoing() {
            Some(Why::Migration)
        } else if SafeMode::is_entered() {
            Some(Why::SafeMode)
        } else {
            is_deadline_call_paused().then_some(Why::Paused)
        }
    }
}

/// Whether a call is paused by which somebody meets a deadline, or without which somebody cannot. While
/// nothing is paused this costs one read.
fn is_deadline_call_paused() -> bool {
    let is_paused = |(pallet, call): &(&str, &str)| {
        TxPause::is_paused_unbound(pallet.as_bytes().to_vec(), call.as_bytes().to_vec())
    };
    PausedCalls::<Runtime>::iter_keys().next().is_some() && DEADLINE_CALLS.iter().any(is_paused)
}
