//! New tokens for those who stake.

use crate::parameters::economics;
use aitbc_primitives::{Balance, Moment};
use frame_support::traits::Get;

/// Pays each era `issuance * StakingInflation * era duration / year`, rounded down, to stakers,
/// whatever part of the issuance is staked.
pub struct StakingInflation;

impl sp_staking::EraPayout<Balance> for StakingInflation {
    fn era_payout(
        _total_staked: Balance,
        total_issuance: Balance,
        era_duration: Moment,
    ) -> (Balance, Balance) {
        // The formula of the block subsidy with an era in place of a slot.
        let payout = pallet_work::subsidy(
            total_issuance,
            economics::StakingInflation::get(),
            era_duration,
        );
        let remainder = 0;
        (payout, remainder)
    }
}
