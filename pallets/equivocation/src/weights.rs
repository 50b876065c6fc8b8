//! Weights of `pallet_equivocation`, written by `scripts/weights.sh` on 2026-11-27. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_equivocation` cost.
pub trait WeightInfo {
	/// Cost of `check_proof`, where `s` is in `[1, 161]`.
	fn check_proof(s: u32, ) -> Weight;
	/// Cost of `report_equivocation`, where `s` is in `[1, 161]`.
	fn report_equivocation(s: u32, ) -> Weight;
}

/// Measured weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Equivocation::Sessions` (r:5 w:0)
	/// Proof: `Equivocation::Sessions` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Equivocation::Entries` (r:3 w:0)
	/// Proof: `Equivocation::Entries` (`max_values`: None, `max_size`: Some(64214), added: 66689, mode: `MaxEncodedLen`)
	/// Storage: `Offences::Reports` (r:1 w:0)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn check_proof(s: u32, ) -> Weight {
		// Shortest run: 1_372_539 ns.
		Weight::from_parts(1_502_519_516, 201057)
			.saturating_add(Weight::from_parts(1_804_535, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10))
	}
	/// Storage: `Equivocation::Sessions` (r:5 w:0)
	/// Proof: `Equivocation::Sessions` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Equivocation::Entries` (r:3 w:0)
	/// Proof: `Equivocation::Entries` (`max_values`: None, `max_size`: Some(64214), added: 66689, mode: `MaxEncodedLen`)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::ErasStartSessionIndex` (r:1 w:0)
	/// Proof: `Staking::ErasStartSessionIndex` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakersOverview` (r:1 w:0)
	/// Proof: `Staking::ErasStakersOverview` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `Staking::ErasStakers` (r:1 w:0)
	/// Proof: `Staking::ErasStakers` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Staking::SlashingSpans` (r:1 w:1)
	/// Proof: `Staking::SlashingSpans` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `ValidationPool::Earned` (r:1 w:0)
	/// Proof: `ValidationPool::Earned` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Accounts` (r:1 w:0)
	/// Proof: `Reputation::Accounts` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::SlashDebts` (r:1 w:0)
	/// Proof: `Reputation::SlashDebts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `ValidationPool::AtStakeOf` (r:1 w:0)
	/// Proof: `ValidationPool::AtStakeOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Domains` (r:1 w:0)
	/// Proof: `Reputation::Domains` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Availability::LeavingRep` (r:1 w:0)
	/// Proof: `Availability::LeavingRep` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Staking::Bonded` (r:1 w:0)
	/// Proof: `Staking::Bonded` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Availability::Suspensions` (r:2 w:1)
	/// Proof: `Availability::Suspensions` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn report_equivocation(s: u32, ) -> Weight {
		// Shortest run: 1_594_590 ns.
		Weight::from_parts(1_733_792_140, 201057)
			.saturating_add(Weight::from_parts(2_427_576, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn check_proof(s: u32, ) -> Weight {
		Weight::from_parts(1_502_519_516, 201057)
			.saturating_add(Weight::from_parts(1_804_535, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10))
	}
	fn report_equivocation(s: u32, ) -> Weight {
		Weight::from_parts(1_733_792_140, 201057)
			.saturating_add(Weight::from_parts(2_427_576, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
}
