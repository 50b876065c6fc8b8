//! The parameters as the rest of the runtime reads them: within bounds.

mod proposals;

pub use proposals::*;

use super::groups::{consensus, economics, governance, market, safety, work_contract};
use crate::limits::{HISTORY_DEPTH, MAX_SCHEDULE};
use aitbc_primitives::{reputation::REP, time, token::AITBC};
use core::marker::PhantomData;
use frame_support::traits::{ConstU128, ConstU32, ConstU64, Get};
use pallet_validation_pool::{Contract, MAX_SEATS};
use pallet_work::Shares;
use sp_runtime::Perbill;

/// The parameter `P`, at least `Min` and at most `Max`. Where there is no storage to read, as in the
/// integrity tests of pallets, it has its default.
pub struct Within<P, Min, Max>(PhantomData<(P, Min, Max)>);

impl<V: Ord, P: Get<V>, Min: Get<V>, Max: Get<V>> Get<V> for Within<P, Min, Max> {
    fn get() -> V {
        read::<P, V>().max(Min::get()).min(Max::get())
    }
}

/// The parameter `P` as it is stored.
fn read<P: Get<V>, V>() -> V {
    #[cfg(feature = "std")]
    if !aitbc_primitives::externalities::storage_is_readable() {
        return sp_io::TestExternalities::default().execute_with(P::get);
    }
    P::get()
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

/// The fee on top of what escrows and streams pay.
pub type PlatformFee = Within<market::PlatformFee, Percent<0>, Percent<10>>;

/// The part of a position's collateral that fraud costs.
pub type FraudSlash = Within<market::FraudSlash, Percent<0>, Percent<50>>;

/// The part of a position's collateral that a failed audit costs.
pub type AuditSlash = Within<market::AuditSlash, Percent<0>, Percent<10>>;

/// Part of a block's revenue for those who police blocks.
pub type BlockShare = Within<work_contract::BlockShare, Percent<0>, Percent<100>>;

/// Part of a block's revenue for those who govern.
pub type GovernanceShare = Within<work_contract::GovernanceShare, Percent<0>, Percent<100>>;

/// Units of Block reputation for each unit of a block share.
pub type MintRatio = Within<work_contract::MintRatio, Percent<0>, Percent<100>>;

/// A block mints at most so many times what it would for its subsidy alone.
pub type MintCap = Within<work_contract::MintCap, ConstU32<1>, ConstU32<10>>;

/// The part of what a pool mints that goes to the post that is judged. With more than half of it a block
/// that the bench rejects would pay its judges less than its author hoped for.
pub type AuthorShare = Within<work_contract::AuthorShare, Percent<0>, Percent<50>>;

/// The part for the authors of the work contract.
pub type ContractShare = Within<work_contract::ContractShare, Percent<0>, Percent<20>>;

/// Seats of a bench.
pub type BenchSeats = Within<work_contract::BenchSeats, ConstU32<3>, ConstU32<MAX_SEATS>>;

/// For how many blocks a bench can vote: a vote speaks of 16 blocks, and with fewer than 8 none that has to
/// be sent twice would arrive in time.
pub type Window = Within<work_contract::Window, ConstU32<8>, ConstU32<16>>;

/// The part of a bench that has to vote.
pub type Quorum = Within<work_contract::Quorum, Percent<5>, Percent<50>>;

/// How many times what a right vote gains a wrong one loses.
pub type VoteLoss = Within<work_contract::VoteLoss, ConstU32<0>, ConstU32<100>>;

/// The part that the author of a rejected block loses.
pub type AuthorLoss = Within<work_contract::AuthorLoss, Percent<0>, Percent<1>>;

/// The most that an author loses by this in a session.
pub type AuthorLossCap = Within<work_contract::AuthorLossCap, Percent<0>, Percent<10>>;

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

/// The largest part of all tokens outside of pots that the vote of one delegate weighs.
pub type MaxDelegateShare = Within<governance::MaxDelegateShare, Percent<1>, Percent<100>>;

/// The Compute reputation at which the score of an agent is half way to the highest.
pub type ScoreScale =
    Within<governance::ScoreScale, ConstU128<{ 100 * REP }>, ConstU128<{ 1_000_000 * REP }>>;

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

/// How blocks are judged, and what that pays.
pub struct WorkContract;

impl Get<Contract> for WorkContract {
    fn get() -> Contract {
        Contract {
            block_share: BlockShare::get(),
            mint_ratio: MintRatio::get(),
            mint_cap: MintCap::get(),
            author_share: AuthorShare::get(),
            bench_seats: BenchSeats::get(),
            window: Window::get(),
            quorum: Quorum::get(),
            vote_loss: VoteLoss::get(),
            author_loss: AuthorLoss::get(),
            author_loss_cap: AuthorLossCap::get(),
        }
    }
}

/// Shares of a block's revenue.
pub struct RevenueShares;

impl Get<Shares> for RevenueShares {
    fn get() -> Shares {
        Shares { block: BlockShare::get(), governance: GovernanceShare::get() }
    }
}
