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
		// Shortest run: 146_178 ns.
		Weight::from_parts(154_685_079, 6438)
			.saturating_add(Weight::from_parts(5_349_058, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(8))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::WithCapability` (r:32 w:32)
	/// Proof: `Agents::WithCapability` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByCapability` (r:0 w:32)
	/// Proof: `Agents::ByCapability` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn update(t: u32, ) -> Weight {
		// Shortest run: 170_413 ns.
		Weight::from_parts(179_495_802, 41166)
			.saturating_add(Weight::from_parts(5_310_623, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(34))
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
		// Shortest run: 132_396 ns.
		Weight::from_parts(139_528_000, 41166)
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
		// Shortest run: 99_508 ns.
		Weight::from_parts(104_996_000, 41166)
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
		// Shortest run: 38_186 ns.
		Weight::from_parts(44_045_000, 5968)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	fn offer_control() -> Weight {
		// Shortest run: 26_529 ns.
		Weight::from_parts(29_424_000, 4346)
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
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Agents::ByController` (r:0 w:2)
	/// Proof: `Agents::ByController` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn accept_control() -> Weight {
		// Shortest run: 196_272 ns.
		Weight::from_parts(205_896_000, 8571)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(10))
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
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
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
		// Shortest run: 287_898 ns.
		Weight::from_parts(309_560_000, 41166)
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(45))
	}
	/// Storage: `Agents::Agents` (r:1 w:1)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	fn heartbeat() -> Weight {
		// Shortest run: 23_275 ns.
		Weight::from_parts(26_850_000, 4346)
			.saturating_add(T::DbWeight::get().reads(1))
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
		// Shortest run: 20_941 ns.
		Weight::from_parts(23_736_000, 4346)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	fn stale_forget() -> Weight {
		// Shortest run: 5_789 ns.
		Weight::from_parts(6_700_000, 3714)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	fn rep_changed() -> Weight {
		// Shortest run: 3_546 ns.
		Weight::from_parts(4_216_000, 4346)
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
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn send(b: u32, ) -> Weight {
		// Shortest run: 175_310 ns.
		Weight::from_parts(187_735_941, 11723)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Agents::Messages` (r:32 w:32)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:32 w:32)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:32 w:32)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:32 w:32)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn acknowledge(n: u32, ) -> Weight {
		// Shortest run: 82_273 ns.
		Weight::from_parts(84_185_000, 3534)
			.saturating_add(Weight::from_parts(64_384_069, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
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
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:32 w:32)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn reject(n: u32, ) -> Weight {
		// Shortest run: 89_983 ns.
		Weight::from_parts(14_666_864, 3534)
			.saturating_add(Weight::from_parts(67_963_918, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	fn set_inbox() -> Weight {
		// Shortest run: 23_145 ns.
		Weight::from_parts(26_500_000, 4346)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn add_contacts(c: u32, ) -> Weight {
		// Shortest run: 51_036 ns.
		Weight::from_parts(101_841_336, 11723)
			.saturating_add(Weight::from_parts(111_075, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Contacts` (r:1 w:1)
	/// Proof: `Agents::Contacts` (`max_values`: None, `max_size`: Some(8258), added: 10733, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn remove_contacts(c: u32, ) -> Weight {
		// Shortest run: 56_254 ns.
		Weight::from_parts(117_957_455, 11723)
			.saturating_add(Weight::from_parts(79_241, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Agents::Messages` (r:1 w:1)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:1 w:1)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn purge() -> Weight {
		// Shortest run: 92_047 ns.
		Weight::from_parts(103_994_000, 7709)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Agents::Messages` (r:1 w:1)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:1)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::FromSender` (r:1 w:1)
	/// Proof: `Agents::FromSender` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:1)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn on_message() -> Weight {
		// Shortest run: 84_616 ns.
		Weight::from_parts(110_204_000, 7709)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Agents::Messages` (r:1 w:0)
	/// Proof: `Agents::Messages` (`max_values`: None, `max_size`: Some(4244), added: 6719, mode: `MaxEncodedLen`)
	fn stale_message() -> Weight {
		// Shortest run: 9_314 ns.
		Weight::from_parts(12_729_000, 7709)
			.saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn register(t: u32, ) -> Weight {
		Weight::from_parts(154_685_079, 6438)
			.saturating_add(Weight::from_parts(5_349_058, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(8))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	fn update(t: u32, ) -> Weight {
		Weight::from_parts(179_495_802, 41166)
			.saturating_add(Weight::from_parts(5_310_623, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(34))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2511).saturating_mul(t.into()))
	}
	fn suspend() -> Weight {
		Weight::from_parts(139_528_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(35))
	}
	fn resume() -> Weight {
		Weight::from_parts(104_996_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(35))
	}
	fn set_role() -> Weight {
		Weight::from_parts(44_045_000, 5968)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(29_424_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn accept_control() -> Weight {
		Weight::from_parts(205_896_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
	fn retire() -> Weight {
		Weight::from_parts(309_560_000, 41166)
			.saturating_add(ParityDbWeight::get().reads(32))
			.saturating_add(ParityDbWeight::get().writes(45))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(26_850_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn forget() -> Weight {
		Weight::from_parts(23_736_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn stale_forget() -> Weight {
		Weight::from_parts(6_700_000, 3714)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn rep_changed() -> Weight {
		Weight::from_parts(4_216_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn send(b: u32, ) -> Weight {
		Weight::from_parts(187_735_941, 11723)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn acknowledge(n: u32, ) -> Weight {
		Weight::from_parts(84_185_000, 3534)
			.saturating_add(Weight::from_parts(64_384_069, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	fn reject(n: u32, ) -> Weight {
		Weight::from_parts(14_666_864, 3534)
			.saturating_add(Weight::from_parts(67_963_918, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6719).saturating_mul(n.into()))
	}
	fn set_inbox() -> Weight {
		Weight::from_parts(26_500_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn add_contacts(c: u32, ) -> Weight {
		Weight::from_parts(101_841_336, 11723)
			.saturating_add(Weight::from_parts(111_075, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn remove_contacts(c: u32, ) -> Weight {
		Weight::from_parts(117_957_455, 11723)
			.saturating_add(Weight::from_parts(79_241, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn purge() -> Weight {
		Weight::from_parts(103_994_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn on_message() -> Weight {
		Weight::from_parts(110_204_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
	fn stale_message() -> Weight {
		Weight::from_parts(12_729_000, 7709)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
}
