//! Weights of `pallet_openclaw`. ESTIMATED by hand, not measured: `scripts/weights.sh` has to replace them as
//! soon as the runtime has the pallet.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects, unused_parens, unused_variables)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What the calls and hooks of `pallet_openclaw` cost.
pub trait WeightInfo {
	/// Cost of `bootstrap_dispatch`.
	fn bootstrap_dispatch() -> Weight;
	/// Cost of `count_down`.
	fn count_down() -> Weight;
	/// Cost of `make_up_for_lost_time`, where `p` is in `[0, 64]`.
	fn make_up_for_lost_time(p: u32) -> Weight;
	/// Cost of `propose`, where `b` is in `[61, 72 256]`.
	fn propose(b: u32) -> Weight;
	/// Cost of `withdraw`.
	fn withdraw() -> Weight;
	/// Cost of `vote`, where `b` is in `[0, 2 000]`.
	fn vote(b: u32) -> Weight;
	/// Cost of `cast_for_delegator`.
	fn cast_for_delegator() -> Weight;
	/// Cost of `cast_delegators`, where `n` is in `[1, 8]`.
	fn cast_delegators(n: u32) -> Weight;
	/// Cost of `approve`.
	fn approve() -> Weight;
	/// Cost of `revoke_approval`.
	fn revoke_approval() -> Weight;
	/// Cost of `challenge`, where `b` is in `[0, 2 000]`.
	fn challenge(b: u32) -> Weight;
	/// Cost of `verdict`.
	fn verdict() -> Weight;
	/// Cost of `postpone`.
	fn postpone() -> Weight;
	/// Cost of `attend`.
	fn attend() -> Weight;
	/// Cost of `decide`.
	fn decide() -> Weight;
	/// Cost of `enact`, where `b` is in `[1, 51 200]`.
	fn enact(b: u32) -> Weight;
	/// Cost of `set_council`.
	fn set_council() -> Weight;
	/// Cost of `cancel_proposal`.
	fn cancel_proposal() -> Weight;
	/// Cost of `pause`, where `n` is in `[0, 16]`.
	fn pause(n: u32) -> Weight;
	/// Cost of `unpause`, where `n` is in `[0, 16]`.
	fn unpause(n: u32) -> Weight;
	/// Cost of `enter_safe_mode`.
	fn enter_safe_mode() -> Weight;
	/// Cost of `exit_safe_mode`.
	fn exit_safe_mode() -> Weight;
	/// Cost of `set_policy`, where `b` is in `[0, 4 096]`.
	fn set_policy(b: u32) -> Weight;
	/// Cost of `remove_policy`.
	fn remove_policy() -> Weight;
	/// Cost of `poll`.
	fn poll() -> Weight;
	/// Cost of `prune_votes`, where `n` is in `[1, 8]`.
	fn prune_votes(n: u32) -> Weight;
	/// Cost of `archive`.
	fn archive() -> Weight;
}

/// Estimated weights with the database cost of the runtime `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(34_985_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	fn count_down() -> Weight {
		Weight::from_parts(13_545_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn make_up_for_lost_time(p: u32) -> Weight {
		Weight::from_parts(8_000_000, 5000)
			.saturating_add(Weight::from_parts(25_000_000, 6000).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
	}
	fn propose(b: u32) -> Weight {
		Weight::from_parts(160_000_000, 20000)
			.saturating_add(Weight::from_parts(3_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn vote(b: u32) -> Weight {
		Weight::from_parts(190_000_000, 26000)
			.saturating_add(Weight::from_parts(2_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(170_000_000, 26000)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn cast_delegators(n: u32) -> Weight {
		Weight::from_parts(25_000_000, 9000)
			.saturating_add(Weight::from_parts(170_000_000, 26000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((14_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(n.into())))
	}
	fn approve() -> Weight {
		Weight::from_parts(45_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn revoke_approval() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn challenge(b: u32) -> Weight {
		Weight::from_parts(120_000_000, 12000)
			.saturating_add(Weight::from_parts(2_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn verdict() -> Weight {
		Weight::from_parts(180_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	fn postpone() -> Weight {
		Weight::from_parts(45_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn attend() -> Weight {
		Weight::from_parts(15_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn decide() -> Weight {
		Weight::from_parts(150_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	fn enact(b: u32) -> Weight {
		Weight::from_parts(140_000_000, 16000)
			.saturating_add(Weight::from_parts(4_000, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	fn set_council() -> Weight {
		Weight::from_parts(350_000_000, 170000)
			.saturating_add(T::DbWeight::get().reads(69))
			.saturating_add(T::DbWeight::get().writes(67))
	}
	fn cancel_proposal() -> Weight {
		Weight::from_parts(110_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn pause(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn unpause(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn enter_safe_mode() -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn exit_safe_mode() -> Weight {
		Weight::from_parts(35_000_000, 11000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn set_policy(b: u32) -> Weight {
		Weight::from_parts(40_000_000, 8000)
			.saturating_add(Weight::from_parts(1_500, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn remove_policy() -> Weight {
		Weight::from_parts(30_000_000, 8000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(18_000_000, 20000)
			.saturating_add(T::DbWeight::get().reads(9))
	}
	fn prune_votes(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 4000)
			.saturating_add(Weight::from_parts(60_000_000, 8000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn archive() -> Weight {
		Weight::from_parts(150_000_000, 90000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}

/// Estimated weights with the database cost of ParityDB, for mocks.
impl WeightInfo for () {
	fn bootstrap_dispatch() -> Weight {
		Weight::from_parts(34_985_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
	}
	fn count_down() -> Weight {
		Weight::from_parts(13_545_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn make_up_for_lost_time(p: u32) -> Weight {
		Weight::from_parts(8_000_000, 5000)
			.saturating_add(Weight::from_parts(25_000_000, 6000).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
	}
	fn propose(b: u32) -> Weight {
		Weight::from_parts(160_000_000, 20000)
			.saturating_add(Weight::from_parts(3_000, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(22))
			.saturating_add(ParityDbWeight::get().writes(16))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn vote(b: u32) -> Weight {
		Weight::from_parts(190_000_000, 26000)
			.saturating_add(Weight::from_parts(2_000, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn cast_for_delegator() -> Weight {
		Weight::from_parts(170_000_000, 26000)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
	fn cast_delegators(n: u32) -> Weight {
		Weight::from_parts(25_000_000, 9000)
			.saturating_add(Weight::from_parts(170_000_000, 26000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads((14_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes((9_u64).saturating_mul(n.into())))
	}
	fn approve() -> Weight {
		Weight::from_parts(45_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
	fn revoke_approval() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn challenge(b: u32) -> Weight {
		Weight::from_parts(120_000_000, 12000)
			.saturating_add(Weight::from_parts(2_000, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(6))
	}
	fn verdict() -> Weight {
		Weight::from_parts(180_000_000, 18000)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
	fn postpone() -> Weight {
		Weight::from_parts(45_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn attend() -> Weight {
		Weight::from_parts(15_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
	fn decide() -> Weight {
		Weight::from_parts(150_000_000, 16000)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn enact(b: u32) -> Weight {
		Weight::from_parts(140_000_000, 16000)
			.saturating_add(Weight::from_parts(4_000, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(13))
	}
	fn set_council() -> Weight {
		Weight::from_parts(350_000_000, 170000)
			.saturating_add(ParityDbWeight::get().reads(69))
			.saturating_add(ParityDbWeight::get().writes(67))
	}
	fn cancel_proposal() -> Weight {
		Weight::from_parts(110_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(12))
	}
	fn pause(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn unpause(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn enter_safe_mode() -> Weight {
		Weight::from_parts(40_000_000, 11000)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn exit_safe_mode() -> Weight {
		Weight::from_parts(35_000_000, 11000)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn set_policy(b: u32) -> Weight {
		Weight::from_parts(40_000_000, 8000)
			.saturating_add(Weight::from_parts(1_500, 0).saturating_mul(b.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn remove_policy() -> Weight {
		Weight::from_parts(30_000_000, 8000)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(18_000_000, 20000)
			.saturating_add(ParityDbWeight::get().reads(9))
	}
	fn prune_votes(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 4000)
			.saturating_add(Weight::from_parts(60_000_000, 8000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn archive() -> Weight {
		Weight::from_parts(150_000_000, 90000)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
}
