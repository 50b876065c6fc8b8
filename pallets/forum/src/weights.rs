//! Weights of `pallet_forum`, ESTIMATED from the storage that its benchmarks touch and NOT measured:
//! `scripts/weights.sh forum` has to replace this file once the pallet is in the runtime.
//!
//! Times are in picoseconds; the cost of storage comes from the runtime's `DbWeight`.

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

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// The entry itself, the counter and the deposit; each cited post is read twice and written.
	/// Storage: `Forum::NextPost` (r:1 w:1), `Forum::Posts` (r:8 w:9), `Balances::Holds` (r:1 w:1), `System::Account` (r:1 w:1)
	fn post(r: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 4200)
			.saturating_add(Weight::from_parts(9_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3000).saturating_mul(r.into()))
	}
	/// Storage: `Forum::Posts` (r:9 w:9), `Forum::ActiveContract` (r:1 w:0), `Forum::EdgeBalance` (r:0 w:8), `Balances::Holds` (r:1 w:1), `System::Account` (r:1 w:1)
	fn remove() -> Weight {
		Weight::from_parts(140_000_000, 29000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(19))
	}
	/// Storage: `Session::CurrentIndex` (r:1 w:0), `Forum::NextPayday` (r:1 w:1)
	fn look_for_payday() -> Weight {
		Weight::from_parts(6_000_000, 1600)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Nine posts with 68 authors, who all gain.
	/// Storage: `Forum::ActiveContract` (r:1 w:0), `Forum::Pending` (r:1 w:1), `Forum::Posts` (r:9 w:9), `Forum::EdgeBalance` (r:8 w:8), `Reputation::Domains` (r:1 w:1), of each author `Reputation::Accounts` (r:1 w:1) and `Reputation::SlashDebts` (r:1 w:1)
	fn pay_contract() -> Weight {
		Weight::from_parts(1_500_000_000, 180000)
			.saturating_add(T::DbWeight::get().reads(156))
			.saturating_add(T::DbWeight::get().writes(155))
	}
	/// Each post with eight authors, who lose something.
	/// Storage: `Reputation::Domains` (r:1 w:1); of each post `Forum::Posts` (r:1 w:1) and `Forum::EdgeBalance` (r:1 w:1); of each author `Reputation::Accounts` (r:1 w:1), `Reputation::SlashDebts` (r:1 w:1) and `Reputation::Delegations` (r:0 w:1), and what is at stake (r:1 w:0)
	fn propagate(v: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 1600)
			.saturating_add(Weight::from_parts(270_000_000, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((26_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((26_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 24000).saturating_mul(v.into()))
	}
}

/// Estimated weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn post(r: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 4200)
			.saturating_add(Weight::from_parts(9_000_000, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3000).saturating_mul(r.into()))
	}
	fn remove() -> Weight {
		Weight::from_parts(140_000_000, 29000)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(19))
	}
	fn look_for_payday() -> Weight {
		Weight::from_parts(6_000_000, 1600)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn pay_contract() -> Weight {
		Weight::from_parts(1_500_000_000, 180000)
			.saturating_add(ParityDbWeight::get().reads(156))
			.saturating_add(ParityDbWeight::get().writes(155))
	}
	fn propagate(v: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 1600)
			.saturating_add(Weight::from_parts(270_000_000, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((26_u64).saturating_mul(v.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((26_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 24000).saturating_mul(v.into()))
	}
}
