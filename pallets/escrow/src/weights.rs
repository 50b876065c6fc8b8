//! Weights of `pallet_escrow`. ESTIMATED by hand, not measured: `scripts/weights.sh` has to replace them as soon
//! as the runtime has the pallet.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and tasks of `pallet_escrow` cost.
pub trait WeightInfo {
	/// Cost of `create`, where `m` is in `[1, 10]` and `s` is in `[0, 10]`.
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

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn create(m: u32, s: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 11000)
			.saturating_add(Weight::from_parts(400_000, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(9_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	fn cancel() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn accept() -> Weight {
		Weight::from_parts(130_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(24))
	}
	fn decline() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn deliver() -> Weight {
		Weight::from_parts(45_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn release() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn refund() -> Weight {
		Weight::from_parts(140_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn approve() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn withdraw_approval() -> Weight {
		Weight::from_parts(30_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn split() -> Weight {
		Weight::from_parts(200_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn settle(m: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 12000)
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(140_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	fn top_up() -> Weight {
		Weight::from_parts(75_000_000, 7000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn close_stream() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn on_offer() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn on_milestone() -> Weight {
		Weight::from_parts(195_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn on_stream() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn stale_escrow() -> Weight {
		Weight::from_parts(14_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn stale_stream() -> Weight {
		Weight::from_parts(6_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Estimated weights with the database cost of ParityDb, for tests.
impl WeightInfo for () {
	fn create(m: u32, s: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 11000)
			.saturating_add(Weight::from_parts(400_000, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(9_000_000, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn cancel() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn accept() -> Weight {
		Weight::from_parts(130_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(24))
	}
	fn decline() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn deliver() -> Weight {
		Weight::from_parts(45_000_000, 5000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn release() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn refund() -> Weight {
		Weight::from_parts(140_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn approve() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn withdraw_approval() -> Weight {
		Weight::from_parts(30_000_000, 5000)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn split() -> Weight {
		Weight::from_parts(200_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn settle(m: u32, ) -> Weight {
		Weight::from_parts(110_000_000, 12000)
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(140_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn top_up() -> Weight {
		Weight::from_parts(75_000_000, 7000)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn close_stream() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn on_offer() -> Weight {
		Weight::from_parts(110_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn on_milestone() -> Weight {
		Weight::from_parts(195_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn on_stream() -> Weight {
		Weight::from_parts(190_000_000, 12000)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn stale_escrow() -> Weight {
		Weight::from_parts(14_000_000, 5000)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn stale_stream() -> Weight {
		Weight::from_parts(6_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
