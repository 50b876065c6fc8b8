//! Weights of `frame_election_provider_support` in this runtime, written by `scripts/weights.sh` on 2026-11-20. Do not edit.
//!
//! 50 steps, 20 repeats, AMD EPYC. Times are in picoseconds; the cost of
//! storage comes from the runtime's `DbWeight`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, dead_code, unused_imports, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls and hooks of `frame_election_provider_support` cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_election_provider_support::WeightInfo for WeightInfo<T> {
	/// `v` is in `[1000, 2000]`.
	/// `t` is in `[500, 1000]`.
	/// `d` is in `[5, 16]`.
	fn phragmen(v: u32, t: u32, d: u32, ) -> Weight {
		// Shortest run: 5_253_824 ns.
		Weight::from_parts(5_418_671_000, 0)
			.saturating_add(Weight::from_parts(4_372_869, 0).saturating_mul(v.into()))
			.saturating_add(Weight::from_parts(943_440_419, 0).saturating_mul(d.into()))
	}
	/// `v` is in `[1000, 2000]`.
	/// `t` is in `[500, 1000]`.
	/// `d` is in `[5, 16]`.
	fn phragmms(v: u32, t: u32, d: u32, ) -> Weight {
		// Shortest run: 3_768_146 ns.
		Weight::from_parts(3_874_925_000, 0)
			.saturating_add(Weight::from_parts(3_660_486, 0).saturating_mul(v.into()))
			.saturating_add(Weight::from_parts(931_629_404, 0).saturating_mul(d.into()))
	}
}
