//! Weights of `pallet_escrow`, written by `scripts/weights.sh` on 2026-11-26. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_escrow` cost.
pub trait WeightInfo {
	/// Cost of `create`, where `m` is in `[1, 10]`, where `s` is in `[0, 10]`.
	fn create(m: u32, s: u32, ) -> Weight;
	/// Cost of `cancel`.
	fn cancel() -> Weight;
	/// Cost of `accept`.
	fn accept() -> Weight;
	/// Cost of `decline`.
	fn decline() -> Weight;
	/// Cost of `deliver`.
	fn deliver() -> Weight;
	/// Cost of `release`.
	fn release() -> Weight;
	/// Cost of `refund`.
	fn refund() -> Weight;
	/// Cost of `approve`.
	fn approve() -> Weight;
	/// Cost of `withdraw_approval`.
	fn withdraw_approval() -> Weight;
	/// Cost of `split`.
	fn split() -> Weight;
	/// Cost of `settle`, where `m` is in `[1, 10]`.
	fn settle(m: u32, ) -> Weight;
	/// Cost of `open_stream`.
	fn open_stream() -> Weight;
	/// Cost of `top_up`.
	fn top_up() -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `close_stream`.
	fn close_stream() -> Weight;
	/// Cost of `on_offer`.
	fn on_offer() -> Weight;
	/// Cost of `on_milestone`.
	fn on_milestone() -> Weight;
	/// Cost of `on_stream`.
	fn on_stream() -> Weight;
	/// Cost of `stale_escrow`.
	fn stale_escrow() -> Weight;
	/// Cost of `stale_stream`.
	fn stale_stream() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::NextId` (r:1 w:1)
	/// Proof: `Escrow::NextId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Escrows` (r:0 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn create(m: u32, s: u32, ) -> Weight {
		// Shortest run: 261_318 ns.
		Weight::from_parts(470_269_091, 4522)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Shortest run: 198_430 ns.
		Weight::from_parts(298_917_000, 4856)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:10)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Shortest run: 170_348 ns.
		Weight::from_parts(267_098_000, 4856)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Shortest run: 203_940 ns.
		Weight::from_parts(361_634_000, 4856)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Shortest run: 54_332 ns.
		Weight::from_parts(99_806_000, 4856)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Shortest run: 268_801 ns.
		Weight::from_parts(413_011_000, 8943)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn refund() -> Weight {
		// Shortest run: 212_085 ns.
		Weight::from_parts(389_436_000, 6044)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Shortest run: 272_498 ns.
		Weight::from_parts(478_743_000, 8943)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn withdraw_approval() -> Weight {
		// Shortest run: 34_404 ns.
		Weight::from_parts(66_524_000, 4856)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn split() -> Weight {
		// Shortest run: 322_622 ns.
		Weight::from_parts(577_186_000, 8943)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn settle(m: u32, ) -> Weight {
		// Shortest run: 337_980 ns.
		Weight::from_parts(216_756_569, 8943)
			.saturating_add(Weight::from_parts(297_757_198, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::NextId` (r:1 w:1)
	/// Proof: `Escrow::NextId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(51), added: 2526, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Streams` (r:0 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn open_stream() -> Weight {
		// Shortest run: 245_658 ns.
		Weight::from_parts(374_549_000, 4522)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Shortest run: 159_217 ns.
		Weight::from_parts(285_312_000, 4522)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 307_684 ns.
		Weight::from_parts(551_158_000, 8943)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn close_stream() -> Weight {
		// Shortest run: 300_711 ns.
		Weight::from_parts(545_268_000, 8943)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_offer() -> Weight {
		// Shortest run: 208_118 ns.
		Weight::from_parts(371_362_000, 4856)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_milestone() -> Weight {
		// Shortest run: 316_631 ns.
		Weight::from_parts(537_943_000, 8943)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Totals` (r:1 w:1)
	/// Proof: `Escrow::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:1)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:1)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_stream() -> Weight {
		// Shortest run: 414_473 ns.
		Weight::from_parts(504_151_000, 8943)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:0)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn stale_escrow() -> Weight {
		// Shortest run: 24_005 ns.
		Weight::from_parts(43_762_000, 4856)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Escrow::Streams` (r:1 w:0)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn stale_stream() -> Weight {
		// Shortest run: 11_050 ns.
		Weight::from_parts(23_304_000, 3680)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn create(m: u32, s: u32, ) -> Weight {
		Weight::from_parts(470_269_091, 4522)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn cancel() -> Weight {
		Weight::from_parts(298_917_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn accept() -> Weight {
		Weight::from_parts(267_098_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn decline() -> Weight {
		Weight::from_parts(361_634_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn deliver() -> Weight {
		Weight::from_parts(99_806_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn release() -> Weight {
		Weight::from_parts(413_011_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn refund() -> Weight {
		Weight::from_parts(389_436_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn approve() -> Weight {
		Weight::from_parts(478_743_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn withdraw_approval() -> Weight {
		Weight::from_parts(66_524_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn split() -> Weight {
		Weight::from_parts(577_186_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn settle(m: u32, ) -> Weight {
		Weight::from_parts(216_756_569, 8943)
			.saturating_add(Weight::from_parts(297_757_198, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(374_549_000, 4522)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn top_up() -> Weight {
		Weight::from_parts(285_312_000, 4522)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(551_158_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn close_stream() -> Weight {
		Weight::from_parts(545_268_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn on_offer() -> Weight {
		Weight::from_parts(371_362_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn on_milestone() -> Weight {
		Weight::from_parts(537_943_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn on_stream() -> Weight {
		Weight::from_parts(504_151_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn stale_escrow() -> Weight {
		Weight::from_parts(43_762_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn stale_stream() -> Weight {
		Weight::from_parts(23_304_000, 3680)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
