//! Weights of `pallet_forum`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_forum` cost.
pub trait WeightInfo {
	/// Cost of `post`, where `r` is in `[0, 8]`.
	fn post(r: u32, ) -> Weight;
	/// Cost of `remove`.
	fn remove() -> Weight;
	/// Cost of `look_for_payday`.
	fn look_for_payday() -> Weight;
	/// Cost of `pay_contract`.
	fn pay_contract() -> Weight;
	/// Cost of `propagate`, where `v` is in `[1, 73]`.
	fn propagate(v: u32, ) -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Forum::Posts` (r:8 w:9)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn post(r: u32, ) -> Weight {
		// Shortest run: 57_225 ns.
		Weight::from_parts(63_784_061, 3874)
			.saturating_add(Weight::from_parts(6_651_780, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3080).saturating_mul(r.into()))
	}
	/// Storage: `Forum::Posts` (r:9 w:9)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Forum::EdgeBalance` (r:0 w:8)
	/// Proof: `Forum::EdgeBalance` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Shortest run: 114_650 ns.
		Weight::from_parts(124_585_000, 27918)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(18))
	}
	fn look_for_payday() -> Weight {
		// Shortest run: 1_612 ns.
		Weight::from_parts(2_063_000, 0)
	}
	/// Storage: `Forum::Posts` (r:9 w:9)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:68 w:68)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:68 w:68)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Forum::EdgeBalance` (r:8 w:8)
	/// Proof: `Forum::EdgeBalance` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn pay_contract() -> Weight {
		// Shortest run: 1_104_741 ns.
		Weight::from_parts(1_169_829_000, 178606)
			.saturating_add(T::DbWeight::get().reads(154))
			.saturating_add(T::DbWeight::get().writes(154))
	}
	/// Storage: `Forum::Posts` (r:73 w:73)
	/// Proof: `Forum::Posts` (`max_values`: None, `max_size`: Some(517), added: 2992, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Forum::EdgeBalance` (r:72 w:72)
	/// Proof: `Forum::EdgeBalance` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:584 w:584)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:584 w:584)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:576 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn propagate(v: u32, ) -> Weight {
		// Shortest run: 146_708 ns.
		Weight::from_parts(165_896_000, 21302)
			.saturating_add(Weight::from_parts(287_790_014, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().reads((25_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes((18_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 20896).saturating_mul(v.into()))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn post(r: u32, ) -> Weight {
		Weight::from_parts(63_784_061, 3874)
			.saturating_add(Weight::from_parts(6_651_780, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3080).saturating_mul(r.into()))
	}
	fn remove() -> Weight {
		Weight::from_parts(124_585_000, 27918)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(18))
	}
	fn look_for_payday() -> Weight {
		Weight::from_parts(2_063_000, 0)
	}
	fn pay_contract() -> Weight {
		Weight::from_parts(1_169_829_000, 178606)
			.saturating_add(ParityDbWeight::get().reads(154))
			.saturating_add(ParityDbWeight::get().writes(154))
	}
	fn propagate(v: u32, ) -> Weight {
		Weight::from_parts(165_896_000, 21302)
			.saturating_add(Weight::from_parts(287_790_014, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().reads((25_u64).saturating_mul(v.into())))
			.saturating_add(ParityDbWeight::get().writes((18_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 20896).saturating_mul(v.into()))
	}
}
