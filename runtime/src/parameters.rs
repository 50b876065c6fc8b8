//! Parameters that governance changes while the chain runs.
//!
//! They come in groups, and each group has its own origin, see [`ParameterOrigin`]. A parameter that
//! is not in storage has its compiled default. Genesis presets set the ones in which networks
//! differ, see [`GenesisParameters`].
//!
//! The parameters pallet stores any value of the right type. The types in [`live`] make a value
//! safe to use: they keep it inside its bounds, and return the default where storage cannot be read.

use crate::{Runtime, RuntimeOrigin};
use aitbc_primitives::{time, token::AITBC, Balance, BlockNumber, Moment};
use frame_support::{
    dynamic_params::{dynamic_pallet_params, dynamic_params},
    traits::{dynamic_params::AggregatedKeyValue, EnsureOriginWithArg},
};
use frame_system::ensure_root;
use pallet_chain_settings::StoreParameters;
use sp_runtime::Perbill;

/// Compiled defaults: the values of mainnet.
pub mod defaults {
    use super::*;

    /// Ten minutes of 2 s slots.
    pub const SESSION_LENGTH: u32 = 300;
    /// A third.
    pub const MAX_SHARE: Perbill = Perbill::from_parts(333_333_333);
    /// A half.
    pub const MIN_DELIVERY: Perbill = Perbill::from_percent(50);
    /// 1 %.
    pub const MISSED_SLOTS_PENALTY: Perbill = Perbill::from_percent(1);
    /// A day of ten-minute sessions.
    pub const SESSIONS_PER_ERA: u32 = 144;
    /// Three weeks of day-long eras.
    pub const BONDING_DURATION: u32 = 21;
    /// One week of day-long eras, in which governance may cancel a slash.
    pub const SLASH_DEFER_DURATION: u32 = 7;
    /// A week of 2 s blocks.
    pub const COUNCIL_MOTION_DURATION: BlockNumber = 302_400;
    /// A day of 2 s blocks.
    pub const SAFE_MODE_DURATION: BlockNumber = 43_200;
    /// 2.5 %.
    pub const STAKING_INFLATION: Perbill = Perbill::from_parts(25_000_000);
    /// 2.5 %.
    pub const SUBSIDY_RATE: Perbill = Perbill::from_parts(25_000_000);
    /// 80 %.
    pub const BLOCK_SHARE: Perbill = Perbill::from_percent(80);
    /// A day.
    pub const SHORT_WINDOW: Moment = time::DAY;
    /// A week.
    pub const LONG_WINDOW: Moment = 7 * time::DAY;
    /// One token.
    pub const FEE_ALLOWANCE: Balance = AITBC;
    /// 5 %.
    pub const MAX_OWNER_SHARE: Perbill = Perbill::from_percent(5);
    /// 10 %.
    pub const GOVERNANCE_SHARE: Perbill = Perbill::from_percent(10);
}

/// The groups. Index 1 is kept for `market`, whose parameters come with the compute market.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod groups {
    use super::*;

    /// How much is minted.
    #[dynamic_pallet_params]
    #[codec(index = 0)]
    pub mod economics {
        use super::*;

        /// New tokens per year for stakers, as a part of the issuance.
        #[codec(index = 0)]
        pub static StakingInflation: Perbill = defaults::STAKING_INFLATION;

        /// New tokens per year for produced blocks, as a part of the issuance.
        #[codec(index = 1)]
        pub static SubsidyRate: Perbill = defaults::SUBSIDY_RATE;
    }

    /// How the work of producing blocks is paid.
    #[dynamic_pallet_params]
    #[codec(index = 2)]
    pub mod work_contract {
        use super::*;

        /// Part of a block's revenue for those who police blocks.
        #[codec(index = 0)]
        pub static BlockShare: Perbill = defaults::BLOCK_SHARE;

        /// Part of a block's revenue for those who govern.
        #[codec(index = 1)]
        pub static GovernanceShare: Perbill = defaults::GOVERNANCE_SHARE;
    }

    /// How decisions are made.
    #[dynamic_pallet_params]
    #[codec(index = 3)]
    pub mod governance {
        use super::*;

        /// Blocks a council motion stays open.
        #[codec(index = 0)]
        pub static CouncilMotionDuration: BlockNumber = defaults::COUNCIL_MOTION_DURATION;

        /// The shorter time over which balances are averaged for voting power, in milliseconds.
        #[codec(index = 1)]
        pub static ShortWindow: Moment = defaults::SHORT_WINDOW;

        /// The longer time over which balances are averaged for voting power, in milliseconds.
        #[codec(index = 2)]
        pub static LongWindow: Moment = defaults::LONG_WINDOW;

        /// What is never counted of a balance, so that it can pay fees.
        #[codec(index = 3)]
        pub static FeeAllowance: Balance = defaults::FEE_ALLOWANCE;

        /// The largest part of all tokens outside of pots that is counted of one owner in a vote.
        #[codec(index = 4)]
        pub static MaxOwnerShare: Perbill = defaults::MAX_OWNER_SHARE;
    }

    /// Rhythm and security of consensus and staking.
    #[dynamic_pallet_params]
    #[codec(index = 4)]
    pub mod consensus {
        use super::*;

        /// Slots in a session. It has more if it must, to have four for each validator.
        #[codec(index = 0)]
        pub static SessionLength: u32 = defaults::SESSION_LENGTH;

        /// Sessions in an era.
        #[codec(index = 1)]
        pub static SessionsPerEra: u32 = defaults::SESSIONS_PER_ERA;

        /// Eras between unbonding and withdrawal.
        #[codec(index = 2)]
        pub static BondingDuration: u32 = defaults::BONDING_DURATION;

        /// Eras between a slash and its execution.
        #[codec(index = 3)]
        pub static SlashDeferDuration: u32 = defaults::SLASH_DEFER_DURATION;

        /// The largest part of a session's slots for one validator.
        #[codec(index = 4)]
        pub static MaxShare: Perbill = defaults::MAX_SHARE;

        /// The part of its slots in which a validator has to make blocks.
        #[codec(index = 5)]
        pub static MinDelivery: Perbill = defaults::MIN_DELIVERY;

        /// The part of its encumbered reputation that a validator loses when it makes fewer.
        #[codec(index = 6)]
        pub static MissedSlotsPenalty: Perbill = defaults::MISSED_SLOTS_PENALTY;
    }

    /// Emergency brakes.
    #[dynamic_pallet_params]
    #[codec(index = 5)]
    pub mod safety {
        use super::*;

        /// Blocks after which safe mode ends by itself.
        #[codec(index = 0)]
        pub static SafeModeDuration: BlockNumber = defaults::SAFE_MODE_DURATION;
    }
}

pub use groups::*;

/// The parameters as the rest of the runtime reads them.
pub mod live {
    use super::*;
    use crate::configs::{consensus::MAX_SCHEDULE, staking::HISTORY_DEPTH};
    use aitbc_primitives::externalities::storage_is_readable;
    use core::marker::PhantomData;
    use frame_support::traits::Get;
    use pallet_work::Shares;

    /// A whole number parameter, kept between `MIN` and `MAX`.
    pub struct Bounded<P, const DEFAULT: u32, const MIN: u32, const MAX: u32>(PhantomData<P>);

    impl<P: Get<u32>, const DEFAULT: u32, const MIN: u32, const MAX: u32> Get<u32>
        for Bounded<P, DEFAULT, MIN, MAX>
    {
        fn get() -> u32 {
            if storage_is_readable() {
                P::get().clamp(MIN, MAX)
            } else {
                DEFAULT
            }
        }
    }

    /// Slots in a session: 10 to as many as a schedule can have.
    pub type SessionLength =
        Bounded<consensus::SessionLength, { defaults::SESSION_LENGTH }, 10, { MAX_SCHEDULE }>;

    /// Sessions in an era: 1 to 1 000.
    pub type SessionsPerEra =
        Bounded<consensus::SessionsPerEra, { defaults::SESSIONS_PER_ERA }, 1, 1_000>;

    /// Eras between unbonding and withdrawal: from 2 to as many as the exposures of stakers are kept for,
    /// so that a slash finds whom it was earned with.
    pub type BondingDuration = Bounded<
        consensus::BondingDuration,
        { defaults::BONDING_DURATION },
        2,
        { HISTORY_DEPTH.saturating_sub(1) },
    >;

    /// Blocks a council motion stays open: 10 to 30 days of 2 s blocks.
    pub type CouncilMotionDuration = Bounded<
        governance::CouncilMotionDuration,
        { defaults::COUNCIL_MOTION_DURATION },
        10,
        1_296_000,
    >;

    /// Blocks after which safe mode ends by itself: 10 to a day of 2 s blocks.
    pub type SafeModeDuration =
        Bounded<safety::SafeModeDuration, { defaults::SAFE_MODE_DURATION }, 10, 43_200>;

    /// A part, kept between `MIN` and `MAX` percent.
    pub struct Percents<P, const MIN: u32, const MAX: u32>(PhantomData<P>);

    impl<P: Get<Perbill>, const MIN: u32, const MAX: u32> Get<Perbill> for Percents<P, MIN, MAX> {
        fn get() -> Perbill {
            P::get().clamp(Perbill::from_percent(MIN), Perbill::from_percent(MAX))
        }
    }

    /// New tokens per year for stakers: at most 10 % of the issuance.
    pub type StakingInflation = Percents<economics::StakingInflation, 0, 10>;

    /// New tokens per year for produced blocks: at most 10 % of the issuance.
    pub type SubsidyRate = Percents<economics::SubsidyRate, 0, 10>;

    /// The largest part of a session's slots for one validator: 1 % to all.
    pub type MaxShare = Percents<consensus::MaxShare, 1, 100>;

    /// The part of its slots in which a validator has to make blocks: at most 90 %, since blocks get
    /// lost on the way too.
    pub type MinDelivery = Percents<consensus::MinDelivery, 0, 90>;

    /// The part of its encumbered reputation that a validator loses when it makes fewer: at most 10 %.
    pub type MissedSlotsPenalty = Percents<consensus::MissedSlotsPenalty, 0, 10>;

    /// The shorter window of voting power: six hours to a week.
    pub struct ShortWindow;

    impl Get<Moment> for ShortWindow {
        fn get() -> Moment {
            if storage_is_readable() {
                governance::ShortWindow::get().clamp(6 * time::HOUR, 7 * time::DAY)
            } else {
                defaults::SHORT_WINDOW
            }
        }
    }

    /// The longer window of voting power: the shorter one to 14 days, so that histories reach far
    /// enough back for polls of 30 days.
    pub struct LongWindow;

    impl Get<Moment> for LongWindow {
        fn get() -> Moment {
            if storage_is_readable() {
                governance::LongWindow::get().clamp(ShortWindow::get(), 14 * time::DAY)
            } else {
                defaults::LONG_WINDOW
            }
        }
    }

    /// What is never counted of a balance: 0.01 to 100 tokens. If it could be all, no vote could undo
    /// it.
    pub struct FeeAllowance;

    impl Get<Balance> for FeeAllowance {
        fn get() -> Balance {
            governance::FeeAllowance::get().clamp(AITBC / 100, 100 * AITBC)
        }
    }

    /// The largest part of all tokens outside of pots that is counted of one owner: 1 % to all.
    pub type MaxOwnerShare = Percents<governance::MaxOwnerShare, 1, 100>;

    /// Eras between a slash and its execution: fewer than the bonding duration, so that stake
    /// cannot leave before it is slashed.
    pub struct SlashDeferDuration;

    impl Get<u32> for SlashDeferDuration {
        fn get() -> u32 {
            if storage_is_readable() {
                let longest = BondingDuration::get().saturating_sub(1);
                consensus::SlashDeferDuration::get().min(longest)
            } else {
                defaults::SLASH_DEFER_DURATION
            }
        }
    }

    /// Shares of a block's revenue.
    pub struct RevenueShares;

    impl Get<Shares> for RevenueShares {
        fn get() -> Shares {
            Shares {
                block: work_contract::BlockShare::get(),
                governance: work_contract::GovernanceShare::get(),
            }
        }
    }
}

/// Who may set a parameter, by its group.
///
/// Every group but one is Root's, and Root is nobody until governance exists. The work contract
/// belongs to the assembly of reputation holders alone, not even to Root.
pub struct ParameterOrigin;

impl EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey> for ParameterOrigin {
    type Success = ();

    fn try_origin(
        origin: RuntimeOrigin,
        key: &RuntimeParametersKey,
    ) -> Result<Self::Success, RuntimeOrigin> {
        match key {
            RuntimeParametersKey::WorkContract(_) => Err(origin),
            RuntimeParametersKey::Economics(_)
            | RuntimeParametersKey::Governance(_)
            | RuntimeParametersKey::Consensus(_)
            | RuntimeParametersKey::Safety(_) => ensure_root(origin.clone()).map_err(|_| origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
        Ok(frame_system::RawOrigin::Root.into())
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
    fn default() -> Self {
        Self::Economics(economics::Parameters::SubsidyRate(
            economics::SubsidyRate,
            None,
        ))
    }
}

/// The parameters in which networks differ, as a chain specification gives them. What is left out
/// keeps its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct GenesisParameters {
    /// Slots in a session.
    pub session_length: Option<u32>,
    /// Sessions in an era.
    pub sessions_per_era: Option<u32>,
    /// Eras between unbonding and withdrawal.
    pub bonding_duration: Option<u32>,
    /// Eras between a slash and its execution.
    pub slash_defer_duration: Option<u32>,
    /// Blocks a council motion stays open.
    pub council_motion_duration: Option<BlockNumber>,
    /// Blocks after which safe mode ends by itself.
    pub safe_mode_duration: Option<BlockNumber>,
}

impl StoreParameters for GenesisParameters {
    fn store(&self) {
        use consensus::{BondingDuration, SessionLength, SessionsPerEra, SlashDeferDuration};
        use governance::CouncilMotionDuration;
        use safety::SafeModeDuration;

        let consensus = [
            consensus::Parameters::SessionLength(SessionLength, self.session_length),
            consensus::Parameters::SessionsPerEra(SessionsPerEra, self.sessions_per_era),
            consensus::Parameters::BondingDuration(BondingDuration, self.bonding_duration),
            consensus::Parameters::SlashDeferDuration(
                SlashDeferDuration,
                self.slash_defer_duration,
            ),
        ];
        let governance = governance::Parameters::CouncilMotionDuration(
            CouncilMotionDuration,
            self.council_motion_duration,
        );
        let safety =
            safety::Parameters::SafeModeDuration(SafeModeDuration, self.safe_mode_duration);

        consensus
            .into_iter()
            .map(RuntimeParameters::Consensus)
            .chain([
                RuntimeParameters::Governance(governance),
                RuntimeParameters::Safety(safety),
            ])
            .for_each(|parameter| {
                if let (key, Some(value)) = parameter.into_parts() {
                    pallet_parameters::Parameters::<Runtime>::insert(key, value);
                }
            });
    }
}
