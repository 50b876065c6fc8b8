//! Weights of `pallet_openclaw`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_openclaw` cost.
pub trait WeightInfo {
	/// Cost of `bootstrap_dispatch`.
	fn bootstrap_dispatch() -> Weight;
	/// Cost of `count_down`.
	fn count_down() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:0)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn bootstrap_dispatch() -> Weight {
		// Shortest run: 17_482 ns.
		Weight::from_parts(34_985_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `OpenClaw::Bootstrap` (r:1 w:1)
	/// Proof: `OpenClaw::Bootstrap` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn count_down() -> Weight {
		// Shortest run: 6_171 ns.
		Weight::from_parts(13_545_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(34_985_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn count_down() -> Weight {
		Weight::from_parts(13_545_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
