//! Weights of `pallet_escrow`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
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
	/// Cost of `withdraw_last`.
	fn withdraw_last() -> Weight;
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
	/// Storage: `Agents::Spans` (r:13 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Escrows` (r:0 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn create(m: u32, s: u32, ) -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.2 times as long for the others.
		// Shortest run: 189_818 ns there.
		Weight::from_parts(178_000_000, 9162)
			.saturating_add(Weight::from_parts(1_730_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 2724).saturating_mul(s.into()))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Shortest run: 107_580 ns.
		Weight::from_parts(114_711_000, 4856)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:10)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Shortest run: 126_789 ns.
		Weight::from_parts(133_349_000, 4856)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Shortest run: 110_785 ns.
		Weight::from_parts(116_563_000, 4856)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Shortest run: 30_786 ns.
		Weight::from_parts(34_161_000, 4856)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Shortest run: 161_309 ns.
		Weight::from_parts(165_837_000, 6292)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn refund() -> Weight {
		// Shortest run: 117_485 ns.
		Weight::from_parts(122_933_000, 6044)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Shortest run: 165_867 ns.
		Weight::from_parts(171_545_000, 8943)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	fn withdraw_approval() -> Weight {
		// Shortest run: 15_883 ns.
		Weight::from_parts(18_668_000, 4856)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn split() -> Weight {
		// Shortest run: 200_468 ns.
		Weight::from_parts(227_157_000, 6292)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn settle(m: u32, ) -> Weight {
		// Shortest run: 199_357 ns.
		Weight::from_parts(71_733_683, 6292)
			.saturating_add(Weight::from_parts(137_615_622, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Streams` (r:0 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn open_stream() -> Weight {
		// Shortest run: 143_143 ns.
		Weight::from_parts(153_768_000, 4522)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(449), added: 2924, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:0)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Shortest run: 75_182 ns.
		Weight::from_parts(81_561_000, 4522)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.2 times as long for the others.
		// Shortest run: 127_500 ns there.
		Weight::from_parts(121_000_000, 8943)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn withdraw_last() -> Weight {
		// Shortest run: 186_006 ns.
		Weight::from_parts(196_732_000, 6292)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn close_stream() -> Weight {
		// Shortest run: 185_596 ns.
		Weight::from_parts(194_920_000, 6292)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_offer() -> Weight {
		// Shortest run: 110_374 ns.
		Weight::from_parts(118_847_000, 4856)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:1)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:2 w:2)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::EscrowsOf` (r:0 w:2)
	/// Proof: `Escrow::EscrowsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_milestone() -> Weight {
		// Shortest run: 198_225 ns.
		Weight::from_parts(207_469_000, 8943)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Escrow::Streams` (r:1 w:1)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:1 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:1)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::StreamsOf` (r:0 w:2)
	/// Proof: `Escrow::StreamsOf` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn on_stream() -> Weight {
		// Shortest run: 186_147 ns.
		Weight::from_parts(193_057_000, 8943)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Escrow::Escrows` (r:1 w:0)
	/// Proof: `Escrow::Escrows` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	fn stale_escrow() -> Weight {
		// Shortest run: 8_703 ns.
		Weight::from_parts(11_067_000, 4856)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Escrow::Streams` (r:1 w:0)
	/// Proof: `Escrow::Streams` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn stale_stream() -> Weight {
		// Shortest run: 4_827 ns.
		Weight::from_parts(6_489_000, 3680)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn create(m: u32, s: u32, ) -> Weight {
		Weight::from_parts(178_000_000, 9162)
			.saturating_add(Weight::from_parts(1_730_000, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 2724).saturating_mul(s.into()))
	}
	fn cancel() -> Weight {
		Weight::from_parts(114_711_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn accept() -> Weight {
		Weight::from_parts(133_349_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn decline() -> Weight {
		Weight::from_parts(116_563_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn deliver() -> Weight {
		Weight::from_parts(34_161_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn release() -> Weight {
		Weight::from_parts(165_837_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn refund() -> Weight {
		Weight::from_parts(122_933_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn approve() -> Weight {
		Weight::from_parts(171_545_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn withdraw_approval() -> Weight {
		Weight::from_parts(18_668_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn split() -> Weight {
		Weight::from_parts(227_157_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn settle(m: u32, ) -> Weight {
		Weight::from_parts(71_733_683, 6292)
			.saturating_add(Weight::from_parts(137_615_622, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(153_768_000, 4522)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn top_up() -> Weight {
		Weight::from_parts(81_561_000, 4522)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(121_000_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn withdraw_last() -> Weight {
		Weight::from_parts(196_732_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn close_stream() -> Weight {
		Weight::from_parts(194_920_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(7))
	}
	fn on_offer() -> Weight {
		Weight::from_parts(118_847_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn on_milestone() -> Weight {
		Weight::from_parts(207_469_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn on_stream() -> Weight {
		Weight::from_parts(193_057_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn stale_escrow() -> Weight {
		Weight::from_parts(11_067_000, 4856)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn stale_stream() -> Weight {
		Weight::from_parts(6_489_000, 3680)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
