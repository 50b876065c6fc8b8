//! Weights of `pallet_availability`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_availability` cost.
pub trait WeightInfo {
	/// Cost of `enter_slot`, where `m` is in `[0, 200]`.
	fn enter_slot(m: u32, ) -> Weight;
	/// Cost of `replace_excluded`.
	fn replace_excluded() -> Weight;
	/// Cost of `penalise_equivocation`.
	fn penalise_equivocation() -> Weight;
	/// Cost of `encumber`.
	fn encumber() -> Weight;
	/// Cost of `release`.
	fn release() -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `set_auto_encumber`.
	fn set_auto_encumber() -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Availability::Duties` (r:200 w:200)
	/// Proof: `Availability::Duties` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	fn enter_slot(m: u32, ) -> Weight {
		// Shortest run: 32_789 ns.
		Weight::from_parts(77_741_957, 990)
			.saturating_add(Weight::from_parts(6_078_039, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2549).saturating_mul(m.into()))
	}
	/// Storage: `Availability::Suspensions` (r:200 w:0)
	/// Proof: `Availability::Suspensions` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Availability::Duties` (r:200 w:200)
	/// Proof: `Availability::Duties` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	fn replace_excluded() -> Weight {
		// Shortest run: 1_809_649 ns.
		Weight::from_parts(1_949_487_000, 510790)
			.saturating_add(T::DbWeight::get().reads(400))
			.saturating_add(T::DbWeight::get().writes(200))
	}
	/// Storage: `ValidationPool::Earned` (r:1 w:0)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Delegations` (r:1 w:0)
	/// Proof: `Reputation::Delegations` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LeavingRep` (r:1 w:1)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Bonded` (r:1 w:0)
	/// Proof: `Staking::Bonded` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Ledger` (r:1 w:0)
	/// Proof: `Staking::Ledger` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Validators` (r:1 w:1)
	/// Proof: `Staking::Validators` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	/// Storage: `VoterList::ListNodes` (r:2 w:2)
	/// Proof: `VoterList::ListNodes` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `VoterList::ListBags` (r:1 w:1)
	/// Proof: `VoterList::ListBags` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Nominators` (r:1 w:0)
	/// Proof: `Staking::Nominators` (`max_values`: None, `max_size`: Some(558), added: 3033, mode: `MaxEncodedLen`)
	/// Storage: `Availability::Suspensions` (r:200 w:1)
	/// Proof: `Availability::Suspensions` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn penalise_equivocation() -> Weight {
		// Shortest run: 549_356 ns.
		Weight::from_parts(608_685_000, 506790)
			.saturating_add(T::DbWeight::get().reads(216))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LeavingRep` (r:1 w:1)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn encumber() -> Weight {
		// Shortest run: 25_348 ns.
		Weight::from_parts(27_942_000, 3602)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Availability::LeavingRep` (r:1 w:1)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Shortest run: 72_587 ns.
		Weight::from_parts(83_875_000, 3602)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Availability::LeavingRep` (r:1 w:1)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:1)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:1)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:1)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 58_047 ns.
		Weight::from_parts(82_242_000, 3602)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Reputation::Accounts` (r:1 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Availability::EarnedStaysFree` (r:0 w:1)
	/// Proof: `Availability::EarnedStaysFree` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn set_auto_encumber() -> Weight {
		// Shortest run: 47_341 ns.
		Weight::from_parts(82_563_000, 3602)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn enter_slot(m: u32, ) -> Weight {
		Weight::from_parts(77_741_957, 990)
			.saturating_add(Weight::from_parts(6_078_039, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2549).saturating_mul(m.into()))
	}
	fn replace_excluded() -> Weight {
		Weight::from_parts(1_949_487_000, 510790)
			.saturating_add(ParityDbWeight::get().reads(400))
			.saturating_add(ParityDbWeight::get().writes(200))
	}
	fn penalise_equivocation() -> Weight {
		Weight::from_parts(608_685_000, 506790)
			.saturating_add(ParityDbWeight::get().reads(216))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn encumber() -> Weight {
		Weight::from_parts(27_942_000, 3602)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn release() -> Weight {
		Weight::from_parts(83_875_000, 3602)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(82_242_000, 3602)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
	fn set_auto_encumber() -> Weight {
		Weight::from_parts(82_563_000, 3602)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
