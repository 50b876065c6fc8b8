//! Weights of `pallet_agent_wallet`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_agent_wallet` cost.
pub trait WeightInfo {
	/// Cost of `create`.
	fn create() -> Weight;
	/// Cost of `close`.
	fn close() -> Weight;
	/// Cost of `set_caller`.
	fn set_caller() -> Weight;
	/// Cost of `remove_caller`.
	fn remove_caller() -> Weight;
	/// Cost of `set_limits`.
	fn set_limits() -> Weight;
	/// Cost of `set_guardian`.
	fn set_guardian() -> Weight;
	/// Cost of `set_time_lock`.
	fn set_time_lock() -> Weight;
	/// Cost of `link`.
	fn link() -> Weight;
	/// Cost of `unlink`.
	fn unlink() -> Weight;
	/// Cost of `stop`.
	fn stop() -> Weight;
	/// Cost of `reactivate`.
	fn reactivate() -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `offer_ownership`.
	fn offer_ownership() -> Weight;
	/// Cost of `accept_ownership`.
	fn accept_ownership() -> Weight;
	/// Cost of `execute`, where `c` is in `[1, 16]`.
	fn execute(c: u32, ) -> Weight;
	/// Cost of `execute_as_owner`, where `c` is in `[1, 16]`.
	fn execute_as_owner(c: u32, ) -> Weight;
	/// Cost of `delay`.
	fn delay() -> Weight;
	/// Cost of `confirm`.
	fn confirm() -> Weight;
	/// Cost of `cancel`.
	fn cancel() -> Weight;
	/// Cost of `set_strategy`.
	fn set_strategy() -> Weight;
	/// Cost of `idle`.
	fn idle() -> Weight;
	/// Cost of `poll`, where `n` is in `[1, 64]`.
	fn poll(n: u32, ) -> Weight;
	/// Cost of `turn`.
	fn turn() -> Weight;
	/// Cost of `visit`.
	fn visit() -> Weight;
	/// Cost of `pay`.
	fn pay() -> Weight;
	/// Cost of `settle`.
	fn settle() -> Weight;
	/// Cost of `take_off`.
	fn take_off() -> Weight;
	/// Cost of `list`.
	fn list() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:2 w:1)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::WalletsOf` (r:0 w:1)
	/// Proof: `AgentWallet::WalletsOf` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn create() -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.21 times as long for the others.
		// Shortest run: 91_005 ns there.
		Weight::from_parts(81_500_000, 6438)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::Unbondings` (r:1 w:0)
	/// Proof: `GpuStaking::Unbondings` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:0)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:2 w:1)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:0)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:0)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:3 w:0)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:1 w:1)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Lengths` (r:1 w:1)
	/// Proof: `Deadlines::Lengths` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:16 w:16)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::SpentByCaller` (r:16 w:16)
	/// Proof: `AgentWallet::SpentByCaller` (`max_values`: None, `max_size`: Some(1394), added: 3869, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::WalletsOf` (r:0 w:1)
	/// Proof: `AgentWallet::WalletsOf` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Spent` (r:0 w:1)
	/// Proof: `AgentWallet::Spent` (`max_values`: None, `max_size`: Some(1346), added: 3821, mode: `MaxEncodedLen`)
	/// Storage: `Deadlines::Tasks` (r:0 w:1)
	/// Proof: `Deadlines::Tasks` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Shortest run: 254_288 ns.
		Weight::from_parts(290_401_000, 62894)
			.saturating_add(T::DbWeight::get().reads(50))
			.saturating_add(T::DbWeight::get().writes(44))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:1 w:1)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn set_caller() -> Weight {
		// Shortest run: 76_204 ns.
		Weight::from_parts(89_443_000, 3885)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:1 w:1)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::SpentByCaller` (r:0 w:1)
	/// Proof: `AgentWallet::SpentByCaller` (`max_values`: None, `max_size`: Some(1394), added: 3869, mode: `MaxEncodedLen`)
	fn remove_caller() -> Weight {
		// Shortest run: 70_365 ns.
		Weight::from_parts(79_598_000, 3885)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	fn set_limits() -> Weight {
		// Shortest run: 14_741 ns.
		Weight::from_parts(20_771_000, 3811)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:1 w:0)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	fn set_guardian() -> Weight {
		// Shortest run: 17_176 ns.
		Weight::from_parts(22_082_000, 3885)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	fn set_time_lock() -> Weight {
		// Shortest run: 14_532 ns.
		Weight::from_parts(17_606_000, 3811)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Agents` (r:1 w:0)
	/// Proof: `Agents::Agents` (`max_values`: None, `max_size`: Some(881), added: 3356, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:1 w:0)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:1 w:1)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	fn link() -> Weight {
		// Shortest run: 29_644 ns.
		Weight::from_parts(39_258_000, 4346)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::Unbondings` (r:1 w:0)
	/// Proof: `GpuStaking::Unbondings` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:0)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:2 w:1)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:0)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:0)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:3 w:0)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn unlink() -> Weight {
		// Shortest run: 45_337 ns.
		Weight::from_parts(52_047_000, 8730)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	fn stop() -> Weight {
		// Shortest run: 15_663 ns.
		Weight::from_parts(22_363_000, 3811)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn reactivate() -> Weight {
		// Shortest run: 23_074 ns.
		Weight::from_parts(27_601_000, 3811)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 58_387 ns.
		Weight::from_parts(62_363_000, 3811)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	fn offer_ownership() -> Weight {
		// Shortest run: 14_301 ns.
		Weight::from_parts(18_658_000, 3811)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::PositionsOf` (r:1 w:0)
	/// Proof: `GpuStaking::PositionsOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `GpuStaking::Unbondings` (r:1 w:0)
	/// Proof: `GpuStaking::Unbondings` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Escrow::Obliged` (r:1 w:0)
	/// Proof: `Escrow::Obliged` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::LinkedWallets` (r:1 w:0)
	/// Proof: `AgentWallet::LinkedWallets` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Inboxes` (r:1 w:0)
	/// Proof: `Agents::Inboxes` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Agents::SentBy` (r:1 w:0)
	/// Proof: `Agents::SentBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Delegations` (r:1 w:0)
	/// Proof: `VotingPower::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:3 w:0)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Spans` (r:2 w:1)
	/// Proof: `Agents::Spans` (`max_values`: None, `max_size`: Some(249), added: 2724, mode: `MaxEncodedLen`)
	/// Storage: `Agents::Owned` (r:3 w:2)
	/// Proof: `Agents::Owned` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:16 w:16)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::SpentByCaller` (r:16 w:16)
	/// Proof: `AgentWallet::SpentByCaller` (`max_values`: None, `max_size`: Some(1394), added: 3869, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::WalletsOf` (r:0 w:2)
	/// Proof: `AgentWallet::WalletsOf` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn accept_ownership() -> Weight {
		// Shortest run: 229_521 ns.
		Weight::from_parts(258_104_000, 62894)
			.saturating_add(T::DbWeight::get().reads(53))
			.saturating_add(T::DbWeight::get().writes(43))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:1 w:0)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Spent` (r:1 w:1)
	/// Proof: `AgentWallet::Spent` (`max_values`: None, `max_size`: Some(1346), added: 3821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::SpentByCaller` (r:1 w:1)
	/// Proof: `AgentWallet::SpentByCaller` (`max_values`: None, `max_size`: Some(1394), added: 3869, mode: `MaxEncodedLen`)
	fn execute(c: u32, ) -> Weight {
		// Shortest run: 52_037 ns.
		Weight::from_parts(72_051_853, 4859)
			.saturating_add(Weight::from_parts(843_406, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn execute_as_owner(c: u32, ) -> Weight {
		// On 2026-11-28 on an Intel Xeon, converted: it took 1.21 times as long for the others.
		// Shortest run: 25_584 ns there.
		Weight::from_parts(23_500_000, 3811)
			.saturating_add(Weight::from_parts(1_800_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Pending` (r:0 w:1)
	/// Proof: `AgentWallet::Pending` (`max_values`: None, `max_size`: Some(10386), added: 12861, mode: `MaxEncodedLen`)
	fn delay() -> Weight {
		// Shortest run: 64_647 ns.
		Weight::from_parts(71_626_000, 3874)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Pending` (r:1 w:1)
	/// Proof: `AgentWallet::Pending` (`max_values`: None, `max_size`: Some(10386), added: 12861, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Callers` (r:1 w:0)
	/// Proof: `AgentWallet::Callers` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Spent` (r:1 w:1)
	/// Proof: `AgentWallet::Spent` (`max_values`: None, `max_size`: Some(1346), added: 3821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::SpentByCaller` (r:1 w:1)
	/// Proof: `AgentWallet::SpentByCaller` (`max_values`: None, `max_size`: Some(1394), added: 3869, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn confirm() -> Weight {
		// Shortest run: 145_536 ns.
		Weight::from_parts(160_999_000, 13851)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Pending` (r:1 w:1)
	/// Proof: `AgentWallet::Pending` (`max_values`: None, `max_size`: Some(10386), added: 12861, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(409), added: 2884, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Shortest run: 75_532 ns.
		Weight::from_parts(83_674_000, 13851)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `AgentWallet::Wallets` (r:1 w:1)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn set_strategy() -> Weight {
		// Shortest run: 27_370 ns.
		Weight::from_parts(31_006_000, 3811)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn idle() -> Weight {
		// Shortest run: 1_733 ns.
		Weight::from_parts(2_144_000, 0)
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn poll(n: u32, ) -> Weight {
		// Shortest run: 12_359 ns.
		Weight::from_parts(14_585_157, 3519)
			.saturating_add(Weight::from_parts(222_933, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `OpenClaw::Proposals` (r:1 w:0)
	/// Proof: `OpenClaw::Proposals` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:1 w:0)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn turn() -> Weight {
		// Shortest run: 11_998 ns.
		Weight::from_parts(13_811_000, 3711)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `AgentWallet::AutoVoters` (r:2 w:0)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::Wallets` (r:1 w:0)
	/// Proof: `AgentWallet::Wallets` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `OpenClaw::Votes` (r:1 w:0)
	/// Proof: `OpenClaw::Votes` (`max_values`: None, `max_size`: Some(2190), added: 4665, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn visit() -> Weight {
		// Shortest run: 41_963 ns.
		Weight::from_parts(47_450_000, 6036)
			.saturating_add(T::DbWeight::get().reads(7))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::RecentPoints` (r:1 w:1)
	/// Proof: `VotingPower::RecentPoints` (`max_values`: None, `max_size`: Some(2618), added: 5093, mode: `MaxEncodedLen`)
	/// Storage: `VotingPower::Visits` (r:0 w:1)
	/// Proof: `VotingPower::Visits` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn pay() -> Weight {
		// Shortest run: 37_145 ns.
		Weight::from_parts(40_100_000, 6083)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn settle() -> Weight {
		// Shortest run: 19_308 ns.
		Weight::from_parts(20_691_000, 0)
	}
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn take_off() -> Weight {
		// Shortest run: 10_005 ns.
		Weight::from_parts(11_537_000, 3521)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `AgentWallet::PlaceOf` (r:1 w:1)
	/// Proof: `AgentWallet::PlaceOf` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `AgentWallet::AutoVoters` (r:0 w:1)
	/// Proof: `AgentWallet::AutoVoters` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn list() -> Weight {
		// Shortest run: 7_040 ns.
		Weight::from_parts(7_922_000, 3521)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn create() -> Weight {
		Weight::from_parts(81_500_000, 6438)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
	fn close() -> Weight {
		Weight::from_parts(290_401_000, 62894)
			.saturating_add(ParityDbWeight::get().reads(50))
			.saturating_add(ParityDbWeight::get().writes(44))
	}
	fn set_caller() -> Weight {
		Weight::from_parts(89_443_000, 3885)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn remove_caller() -> Weight {
		Weight::from_parts(79_598_000, 3885)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn set_limits() -> Weight {
		Weight::from_parts(20_771_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn set_guardian() -> Weight {
		Weight::from_parts(22_082_000, 3885)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn set_time_lock() -> Weight {
		Weight::from_parts(17_606_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn link() -> Weight {
		Weight::from_parts(39_258_000, 4346)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn unlink() -> Weight {
		Weight::from_parts(52_047_000, 8730)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn stop() -> Weight {
		Weight::from_parts(22_363_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn reactivate() -> Weight {
		Weight::from_parts(27_601_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(62_363_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(18_658_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn accept_ownership() -> Weight {
		Weight::from_parts(258_104_000, 62894)
			.saturating_add(ParityDbWeight::get().reads(53))
			.saturating_add(ParityDbWeight::get().writes(43))
	}
	fn execute(c: u32, ) -> Weight {
		Weight::from_parts(72_051_853, 4859)
			.saturating_add(Weight::from_parts(843_406, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn execute_as_owner(c: u32, ) -> Weight {
		Weight::from_parts(23_500_000, 3811)
			.saturating_add(Weight::from_parts(1_800_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn delay() -> Weight {
		Weight::from_parts(71_626_000, 3874)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn confirm() -> Weight {
		Weight::from_parts(160_999_000, 13851)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn cancel() -> Weight {
		Weight::from_parts(83_674_000, 13851)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn set_strategy() -> Weight {
		Weight::from_parts(31_006_000, 3811)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn idle() -> Weight {
		Weight::from_parts(2_144_000, 0)
	}
	fn poll(n: u32, ) -> Weight {
		Weight::from_parts(14_585_157, 3519)
			.saturating_add(Weight::from_parts(222_933, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn turn() -> Weight {
		Weight::from_parts(13_811_000, 3711)
			.saturating_add(ParityDbWeight::get().reads(2))
	}
	fn visit() -> Weight {
		Weight::from_parts(47_450_000, 6036)
			.saturating_add(ParityDbWeight::get().reads(7))
	}
	fn pay() -> Weight {
		Weight::from_parts(40_100_000, 6083)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn settle() -> Weight {
		Weight::from_parts(20_691_000, 0)
	}
	fn take_off() -> Weight {
		Weight::from_parts(11_537_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn list() -> Weight {
		Weight::from_parts(7_922_000, 3521)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
}
