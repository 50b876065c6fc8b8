//! Weights of `pallet_multisig` in this runtime, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `pallet_multisig` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:1 w:0)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	/// `z` is in `[0, 10000]`.
	fn as_multi_threshold_1(z: u32, ) -> Weight {
		// Shortest run: 34_992 ns.
		Weight::from_parts(37_289_994, 3997)
			.saturating_add(Weight::from_parts(6_214, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	/// `z` is in `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32, ) -> Weight {
		// Shortest run: 48_432 ns.
		Weight::from_parts(26_252_182, 6811)
			.saturating_add(Weight::from_parts(258_180, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(5_979, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[3, 100]`.
	/// `z` is in `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32, ) -> Weight {
		// Shortest run: 37_576 ns.
		Weight::from_parts(14_887_027, 6811)
			.saturating_add(Weight::from_parts(231_835, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(6_184, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TxPause::PausedCalls` (r:1 w:0)
	/// Proof: `TxPause::PausedCalls` (`max_values`: None, `max_size`: Some(532), added: 3007, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	/// `z` is in `[0, 10000]`.
	fn as_multi_complete(s: u32, z: u32, ) -> Weight {
		// Shortest run: 60_961 ns.
		Weight::from_parts(9_365_778, 6811)
			.saturating_add(Weight::from_parts(528_082, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(8_274, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	fn approve_as_multi_create(s: u32, ) -> Weight {
		// Shortest run: 22_664 ns.
		Weight::from_parts(23_826_177, 6811)
			.saturating_add(Weight::from_parts(257_291, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	fn approve_as_multi_approve(s: u32, ) -> Weight {
		// Shortest run: 13_480 ns.
		Weight::from_parts(13_620_676, 6811)
			.saturating_add(Weight::from_parts(248_191, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	fn cancel_as_multi(s: u32, ) -> Weight {
		// Shortest run: 23_405 ns.
		Weight::from_parts(27_458_721, 6811)
			.saturating_add(Weight::from_parts(189_859, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// `s` is in `[2, 100]`.
	fn poke_deposit(s: u32, ) -> Weight {
		// Shortest run: 22_444 ns.
		Weight::from_parts(23_150_566, 6811)
			.saturating_add(Weight::from_parts(228_609, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
