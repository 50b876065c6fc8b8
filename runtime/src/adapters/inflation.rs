//! New tokens for those who stake.

use crate::{parameters::live, Runtime};
use aitbc_primitives::{Balance, Moment};
use frame_support::traits::Get;
use pallet_availability::SessionProgress;
use pallet_chain_settings::CurrentSlotDuration;

/// Pays each era `issuance * StakingInflation * era duration / year`, rounded down, to stakers,
/// whatever part of the issuance is staked. Of the era's duration no more counts than 1.25 times what
/// its slots take: a chain that stood still did not work.
pub struct StakingInflation;

/// The longest duration that an era is paid for, in milliseconds.
fn longest_paid_era() -> Moment {
    let slots = u64::from(SessionProgress::<Runtime>::get().length)
        .saturating_mul(live::SessionsPerEra::get().into());
    let duration = slots.saturating_mul(CurrentSlotDuration::<Runtime>::get());
    duration.saturating_add(duration / 4)
}

impl sp_staking::EraPayout<Balance> for StakingInflation {
    fn era_payout(
        _total_staked: Balance,
        total_issuance: Balance,
        era_duration: Moment,
    ) -> (Balance, Balance) {
        // The formula of the block subsidy with an era in place of a slot.
        let payout = pallet_work::subsidy(
            total_issuance,
            live::StakingInflation::get(),
            era_duration.min(longest_paid_era()),
        );
        let remainder = 0;
        (payout, remainder)
    }
}
