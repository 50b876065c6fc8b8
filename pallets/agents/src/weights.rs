//! Weights of `pallet_agents`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_agents` cost.
pub trait WeightInfo {
	/// Cost of `register`, where `t` is in `[0, 16]`.
	fn register(t: u32, ) -> Weight;
	/// Cost of `update`, where `t` is in `[0, 16]`.
	fn update(t: u32, ) -> Weight;
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
	/// Cost of `send`, where `b` is in `[0, 4096]`.
	fn send(b: u32, ) -> Weight;
	/// Cost of `acknowledge`, where `n` is in `[1, 32]`.
	fn acknowledge(n: u32, ) -> Weight;
	/// Cost of `reject`, where `n` is in `[1, 32]`.
	fn reject(n: u32, ) -> Weight;
	/// Cost of `set_inbox`.
	fn set_inbox() -> Weight;
	/// Cost of `add_contacts`, where `c` is in `[0, 256]`.
	fn add_contacts(c: u32, ) -> Weight;
	/// Cost of `remove_contacts`, where `c` is in `[0, 256]`.
	fn remove_contacts(c: u32, ) -> Weight;
	/// Cost of `purge`.
	fn purge() -> Weight;
	/// Cost of `on_message`.
	fn on_message() -> Weight;
	/// Cost of `stale_message`.
	fn stale_message() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Nonces` (r:1 w:1)
	/// Proof: `Agents::Nonces` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:2 w:1)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:16 w:16)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:2 w:2)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByController` (r:0 w:1)
	/// Proof: `Agents::ByController` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:16)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn register(t: u32, ) -> Weight {
		// Shortest run: 167_880 ns.
		Weight::from_parts(278_626_506, 6438)
			.saturating_add(Weight::from_parts(385_196, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:32 w:32)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:32)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn update(t: u32, ) -> Weight {
		// Shortest run: 196_141 ns.
		Weight::from_parts(235_937_734, 41166)
			.saturating_add(Weight::from_parts(6_326_858, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(35))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:16 w:16)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:2 w:2)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:16)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Shortest run: 136_703 ns.
		Weight::from_parts(175_271_000, 41166)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(35))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:16 w:16)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:2 w:2)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:16)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Shortest run: 110_765 ns.
		Weight::from_parts(128_632_000, 41166)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(35))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:1 w:0)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::Unbondings` (r:1 w:0)
	/// Proof: `GpuStaking::Unbondings` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:0)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:2 w:2)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	fn set_role() -> Weight {
		// Shortest run: 54_251 ns.
		Weight::from_parts(75_422_000, 5968)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	fn offer_control() -> Weight {
		// Shortest run: 36_594 ns.
		Weight::from_parts(47_130_000, 4346)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:1 w:0)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Nonces` (r:1 w:1)
	/// Proof: `Agents::Nonces` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:3 w:2)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByController` (r:0 w:2)
	/// Proof: `Agents::ByController` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn accept_control() -> Weight {
		// Shortest run: 231_604 ns.
		Weight::from_parts(249_852_000, 8571)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:1 w:0)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:0)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::Unbondings` (r:1 w:0)
	/// Proof: `GpuStaking::Unbondings` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:0)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:1 w:1)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	/// Proof: `Deadlines::Last` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:16 w:16)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:2 w:2)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByController` (r:0 w:1)
	/// Proof: `Agents::ByController` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:16)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Shortest run: 314_777 ns.
		Weight::from_parts(352_204_000, 41166)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(47))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Active` (r:1 w:0)
	/// Proof: `Deadlines::Active` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn heartbeat() -> Weight {
		// Shortest run: 34_411 ns.
		Weight::from_parts(42_513_000, 4346)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Agents::Spans` (r:1 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Census` (r:1 w:1)
	/// Proof: `Agents::Census` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Nonces` (r:0 w:1)
	/// Proof: `Agents::Nonces` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Shortest run: 25_758 ns.
		Weight::from_parts(29_564_000, 4346)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	fn stale_forget() -> Weight {
		// Shortest run: 8_032 ns.
		Weight::from_parts(9_193_000, 3714)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	fn rep_changed() -> Weight {
		// Shortest run: 4_426 ns.
		Weight::from_parts(4_908_000, 4346)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Agents::Agents` (r:2 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:0)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:1 w:1)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Messages` (r:1 w:1)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::MessagesStored` (r:1 w:1)
	/// Proof: `Agents::MessagesStored` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Queues` (r:1 w:1)
	/// Proof: `Deadlines::Queues` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Last` (r:1 w:0)
	/// Proof: `Deadlines::Last` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn send(b: u32, ) -> Weight {
		// Shortest run: 195_871 ns.
		Weight::from_parts(229_937_306, 11723)
			.saturating_add(Weight::from_parts(9_665, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Agents::Messages` (r:32 w:32)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:32 w:32)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:32 w:32)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::MessagesStored` (r:1 w:1)
	/// Proof: `Agents::MessagesStored` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:32 w:32)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn acknowledge(n: u32, ) -> Weight {
		// Shortest run: 133_358 ns.
		Weight::from_parts(57_701_064, 3534)
			.saturating_add(Weight::from_parts(70_599_315, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	/// Storage: `Agents::Messages` (r:32 w:32)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:32 w:32)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:32 w:32)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::MessagesStored` (r:1 w:1)
	/// Proof: `Agents::MessagesStored` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:32 w:32)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn reject(n: u32, ) -> Weight {
		// Shortest run: 100_019 ns.
		Weight::from_parts(105_928_000, 3534)
			.saturating_add(Weight::from_parts(75_526_017, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	fn set_inbox() -> Weight {
		// Shortest run: 30_605 ns.
		Weight::from_parts(46_709_000, 4346)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn add_contacts(c: u32, ) -> Weight {
		// Shortest run: 60_910 ns.
		Weight::from_parts(139_951_742, 11723)
			.saturating_add(Weight::from_parts(67_907, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn remove_contacts(c: u32, ) -> Weight {
		// Shortest run: 67_660 ns.
		Weight::from_parts(122_614_775, 11723)
			.saturating_add(Weight::from_parts(131_305, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Agents::Messages` (r:1 w:1)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:1 w:1)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::MessagesStored` (r:1 w:1)
	/// Proof: `Agents::MessagesStored` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn purge() -> Weight {
		// Shortest run: 105_286 ns.
		Weight::from_parts(128_290_000, 7709)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Agents::Messages` (r:1 w:1)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:1 w:1)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::MessagesStored` (r:1 w:1)
	/// Proof: `Agents::MessagesStored` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::PruneQueue` (r:1 w:1)
	/// Proof: `VotingPower::PruneQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn on_message() -> Weight {
		// Shortest run: 95_602 ns.
		Weight::from_parts(113_679_000, 7709)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Agents::Messages` (r:1 w:0)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	fn stale_message() -> Weight {
		// Shortest run: 12_799 ns.
		Weight::from_parts(16_254_000, 7709)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn register(t: u32, ) -> Weight {
		Weight::from_parts(278_626_506, 6438)
			.saturating_add(Weight::from_parts(385_196, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(9))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	fn update(t: u32, ) -> Weight {
		Weight::from_parts(235_937_734, 41166)
			.saturating_add(Weight::from_parts(6_326_858, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(35))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	fn suspend() -> Weight {
		Weight::from_parts(175_271_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(35))
	}
	fn resume() -> Weight {
		Weight::from_parts(128_632_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(35))
	}
	fn set_role() -> Weight {
		Weight::from_parts(75_422_000, 5968)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(47_130_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn accept_control() -> Weight {
		Weight::from_parts(249_852_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn retire() -> Weight {
		Weight::from_parts(352_204_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(35))
			.saturating_add(ParityDbWeight::get().writes(47))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(42_513_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn forget() -> Weight {
		Weight::from_parts(29_564_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn stale_forget() -> Weight {
		Weight::from_parts(9_193_000, 3714)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn rep_changed() -> Weight {
		Weight::from_parts(4_908_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn send(b: u32, ) -> Weight {
		Weight::from_parts(229_937_306, 11723)
			.saturating_add(Weight::from_parts(9_665, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
	fn acknowledge(n: u32, ) -> Weight {
		Weight::from_parts(57_701_064, 3534)
			.saturating_add(Weight::from_parts(70_599_315, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	fn reject(n: u32, ) -> Weight {
		Weight::from_parts(105_928_000, 3534)
			.saturating_add(Weight::from_parts(75_526_017, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	fn set_inbox() -> Weight {
		Weight::from_parts(46_709_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn add_contacts(c: u32, ) -> Weight {
		Weight::from_parts(139_951_742, 11723)
			.saturating_add(Weight::from_parts(67_907, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn remove_contacts(c: u32, ) -> Weight {
		Weight::from_parts(122_614_775, 11723)
			.saturating_add(Weight::from_parts(131_305, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn purge() -> Weight {
		Weight::from_parts(128_290_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn on_message() -> Weight {
		Weight::from_parts(113_679_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn stale_message() -> Weight {
		Weight::from_parts(16_254_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
