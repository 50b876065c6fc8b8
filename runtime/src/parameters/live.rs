//! The parameters as the rest of the runtime reads them: within bounds.

use super::groups::{consensus, economics, governance, safety, work_contract};
use crate::limits::{HISTORY_DEPTH, MAX_SCHEDULE};
use aitbc_primitives::{time, token::AITBC};
use core::marker::PhantomData;
use frame_support::traits::{ConstU128, ConstU32, ConstU64, Get};
use pallet_work::Shares;
use sp_runtime::Perbill;

/// The parameter `P`, at least `Min` and at most `Max`. Where there is no storage to read, as in the
/// integrity tests of pallets, it has its default.
pub struct Within<P, Min, Max>(PhantomData<(P, Min, Max)>);

impl<V: Ord, P: Get<V>, Min: Get<V>, Max: Get<V>> Get<V> for Within<P, Min, Max> {
    fn get() -> V {
        let read = || P::get().max(Min::get()).min(Max::get());
        #[cfg(feature = "std")]
        if !aitbc_primitives::externalities::storage_is_readable() {
            return sp_io::TestExternalities::default().execute_with(read);
        }
        read()
    }
}

/// So many percent.
pub struct Percent<const PERCENT: u32>;

impl<const PERCENT: u32> Get<Perbill> for Percent<PERCENT> {
    fn get() -> Perbill {
        Perbill::from_percent(PERCENT)
    }
}

/// New tokens per year for stakers.
pub type StakingInflation = Within<economics::StakingInflation, Percent<0>, Percent<10>>;

/// New tokens per year for produced blocks.
pub type SubsidyRate = Within<economics::SubsidyRate, Percent<0>, Percent<10>>;

/// Part of a block's revenue for those who police blocks.
pub type BlockShare = Within<work_contract::BlockShare, Percent<0>, Percent<100>>;

/// Part of a block's revenue for those who govern.
pub type GovernanceShare = Within<work_contract::GovernanceShare, Percent<0>, Percent<100>>;

/// Blocks a council motion stays open: at most 30 days of 2 s blocks.
pub type CouncilMotionDuration =
    Within<governance::CouncilMotionDuration, ConstU32<10>, ConstU32<1_296_000>>;

/// The shorter window of voting power.
pub type ShortWindow =
    Within<governance::ShortWindow, ConstU64<{ 6 * time::HOUR }>, ConstU64<{ 7 * time::DAY }>>;

/// The longer window of voting power: not so long that histories do not reach far enough back for polls
/// of 30 days.
pub type LongWindow = Within<governance::LongWindow, ShortWindow, ConstU64<{ 14 * time::DAY }>>;

/// What is never counted of a balance. If it could be all, no vote could undo it.
pub type FeeAllowance =
    Within<governance::FeeAllowance, ConstU128<{ AITBC / 100 }>, ConstU128<{ 100 * AITBC }>>;

/// The largest part of all tokens outside of pots that is counted of one owner.
pub type MaxOwnerShare = Within<governance::MaxOwnerShare, Percent<1>, Percent<100>>;

/// Slots in a session: no more than a schedule can have.
pub type SessionLength = Within<consensus::SessionLength, ConstU32<10>, ConstU32<MAX_SCHEDULE>>;

/// Sessions in an era.
pub type SessionsPerEra = Within<consensus::SessionsPerEra, ConstU32<1>, ConstU32<1_000>>;

/// Eras between unbonding and withdrawal: fewer than the exposures of stakers are kept for, so that a
/// slash finds whom it was earned with.
pub type BondingDuration =
    Within<consensus::BondingDuration, ConstU32<2>, LessThan<ConstU32<HISTORY_DEPTH>>>;

/// Eras between a slash and its execution: fewer than the bonding duration, so that stake cannot leave
/// before it is slashed.
pub type SlashDeferDuration =
    Within<consensus::SlashDeferDuration, ConstU32<0>, LessThan<BondingDuration>>;

/// The largest part of a session's slots for one validator.
pub type MaxShare = Within<consensus::MaxShare, Percent<1>, Percent<100>>;

/// The part of its slots in which a validator has to make blocks: not all, since blocks get lost on the
/// way too.
pub type MinDelivery = Within<consensus::MinDelivery, Percent<0>, Percent<90>>;

/// The part of its encumbered reputation that a validator loses when it makes fewer.
pub type MissedSlotsPenalty = Within<consensus::MissedSlotsPenalty, Percent<0>, Percent<10>>;

/// The part of the slots that validators share evenly.
pub type EqualShare = Within<consensus::EqualShare, Percent<0>, Percent<100>>;

/// Blocks after which safe mode ends by itself: at most a day of 2 s blocks.
pub type SafeModeDuration = Within<safety::SafeModeDuration, ConstU32<10>, ConstU32<43_200>>;

/// One less than a number.
pub struct LessThan<N>(PhantomData<N>);

impl<N: Get<u32>> Get<u32> for LessThan<N> {
    fn get() -> u32 {
        N::get().saturating_sub(1)
    }
}

/// Shares of a block's revenue.
pub struct RevenueShares;

impl Get<Shares> for RevenueShares {
    fn get() -> Shares {
        Shares { block: BlockShare::get(), governance: GovernanceShare::get() }
    }
}
