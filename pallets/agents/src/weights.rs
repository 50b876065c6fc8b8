//! Weights of `pallet_agents`, estimated until `scripts/weights.sh` has measured them.
//!
//! Times are in picoseconds; the cost of storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_agents` cost.
pub trait WeightInfo {
	/// Cost of `register` for `t` capabilities.
	fn register(t: u32) -> Weight;
	/// Cost of `update` for `t` capabilities.
	fn update(t: u32) -> Weight;
	/// Cost of `suspend`.
	fn suspend() -> Weight;
	/// Cost of `resume`.
	fn resume() -> Weight;
	/// Cost of `set_role`.
	fn set_role() -> Weight;
	/// Cost of `offer_control`.
	fn offer_control() -> Weight;
	/// Cost of `accept_control`.
	fn accept_control() -> Weight;
	/// Cost of `retire`.
	fn retire() -> Weight;
	/// Cost of `heartbeat`.
	fn heartbeat() -> Weight;
	/// Cost of `forget`.
	fn forget() -> Weight;
	/// Cost of `stale_forget`.
	fn stale_forget() -> Weight;
	/// Cost of `rep_changed`.
	fn rep_changed() -> Weight;
	/// Cost of `send` for `b` bytes of the envelope.
	fn send(b: u32) -> Weight;
	/// Cost of `acknowledge` for `n` messages.
	fn acknowledge(n: u32) -> Weight;
	/// Cost of `reject` for `n` messages.
	fn reject(n: u32) -> Weight;
	/// Cost of `set_inbox`.
	fn set_inbox() -> Weight;
	/// Cost of `add_contacts` for `c` contacts.
	fn add_contacts(c: u32) -> Weight;
	/// Cost of `remove_contacts` for `c` contacts.
	fn remove_contacts(c: u32) -> Weight;
	/// Cost of `purge`.
	fn purge() -> Weight;
	/// Cost of `on_message`.
	fn on_message() -> Weight;
	/// Cost of `stale_message`.
	fn stale_message() -> Weight;
}

/// Weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register(t: u32) -> Weight {
		Weight::from_parts(190_000_000, 6400)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((u64::from(t)).saturating_mul(1)))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(T::DbWeight::get().writes((u64::from(t)).saturating_mul(2)))
	}
	fn update(t: u32) -> Weight {
		Weight::from_parts(260_000_000, 6400)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().reads((u64::from(t)).saturating_mul(1)))
			.saturating_add(T::DbWeight::get().writes(36))
			.saturating_add(T::DbWeight::get().writes((u64::from(t)).saturating_mul(2)))
	}
	fn suspend() -> Weight {
		Weight::from_parts(36_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn resume() -> Weight {
		Weight::from_parts(36_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn set_role() -> Weight {
		Weight::from_parts(38_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(30_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn accept_control() -> Weight {
		Weight::from_parts(230_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn retire() -> Weight {
		Weight::from_parts(340_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(45))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(27_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn forget() -> Weight {
		Weight::from_parts(45_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn stale_forget() -> Weight {
		Weight::from_parts(14_000_000, 3900)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	fn rep_changed() -> Weight {
		Weight::from_parts(12_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	fn send(b: u32) -> Weight {
		Weight::from_parts(230_000_000, 9500)
			.saturating_add(Weight::from_parts(6_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	fn acknowledge(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 4700)
			.saturating_add(Weight::from_parts(190_000_000, 9500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((u64::from(n)).saturating_mul(7)))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((u64::from(n)).saturating_mul(8)))
	}
	fn reject(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 4700)
			.saturating_add(Weight::from_parts(190_000_000, 9500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((u64::from(n)).saturating_mul(7)))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((u64::from(n)).saturating_mul(8)))
	}
	fn set_inbox() -> Weight {
		Weight::from_parts(24_000_000, 4700)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn add_contacts(c: u32) -> Weight {
		Weight::from_parts(180_000_000, 11700)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn remove_contacts(c: u32) -> Weight {
		Weight::from_parts(180_000_000, 11700)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn purge() -> Weight {
		Weight::from_parts(200_000_000, 9500)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn on_message() -> Weight {
		Weight::from_parts(195_000_000, 9500)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn stale_message() -> Weight {
		Weight::from_parts(12_000_000, 7900)
			.saturating_add(T::DbWeight::get().reads(2))
	}
}

/// Weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn register(t: u32) -> Weight {
		Weight::from_parts(190_000_000, 6400)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().reads((u64::from(t)).saturating_mul(1)))
			.saturating_add(ParityDbWeight::get().writes(9))
			.saturating_add(ParityDbWeight::get().writes((u64::from(t)).saturating_mul(2)))
	}
	fn update(t: u32) -> Weight {
		Weight::from_parts(260_000_000, 6400)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().reads((u64::from(t)).saturating_mul(1)))
			.saturating_add(ParityDbWeight::get().writes(36))
			.saturating_add(ParityDbWeight::get().writes((u64::from(t)).saturating_mul(2)))
	}
	fn suspend() -> Weight {
		Weight::from_parts(36_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn resume() -> Weight {
		Weight::from_parts(36_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn set_role() -> Weight {
		Weight::from_parts(38_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(30_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn accept_control() -> Weight {
		Weight::from_parts(230_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn retire() -> Weight {
		Weight::from_parts(340_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(45))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(27_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn forget() -> Weight {
		Weight::from_parts(45_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn stale_forget() -> Weight {
		Weight::from_parts(14_000_000, 3900)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn rep_changed() -> Weight {
		Weight::from_parts(12_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn send(b: u32) -> Weight {
		Weight::from_parts(230_000_000, 9500)
			.saturating_add(Weight::from_parts(6_000, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn acknowledge(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 4700)
			.saturating_add(Weight::from_parts(190_000_000, 9500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads((u64::from(n)).saturating_mul(7)))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((u64::from(n)).saturating_mul(8)))
	}
	fn reject(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 4700)
			.saturating_add(Weight::from_parts(190_000_000, 9500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads((u64::from(n)).saturating_mul(7)))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((u64::from(n)).saturating_mul(8)))
	}
	fn set_inbox() -> Weight {
		Weight::from_parts(24_000_000, 4700)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn add_contacts(c: u32) -> Weight {
		Weight::from_parts(180_000_000, 11700)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn remove_contacts(c: u32) -> Weight {
		Weight::from_parts(180_000_000, 11700)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn purge() -> Weight {
		Weight::from_parts(200_000_000, 9500)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn on_message() -> Weight {
		Weight::from_parts(195_000_000, 9500)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn stale_message() -> Weight {
		Weight::from_parts(12_000_000, 7900)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
}
