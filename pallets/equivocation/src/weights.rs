//! Weights of `pallet_equivocation`, ESTIMATED: not measured yet. `scripts/weights.sh equivocation` writes
//! this file.

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
	fn check_proof(s: u32, ) -> Weight {
		Weight::from_parts(4_500_000_000, 45_000)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(24))
	}
	fn report_equivocation(s: u32, ) -> Weight {
		Weight::from_parts(4_700_000_000, 45_000)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}

/// Measured weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn check_proof(s: u32, ) -> Weight {
		Weight::from_parts(4_500_000_000, 45_000)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(24))
	}
	fn report_equivocation(s: u32, ) -> Weight {
		Weight::from_parts(4_700_000_000, 45_000)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
}
