//! The parameters that governance may set, by group, with their defaults: the values of mainnet.

use crate::Runtime;
use aitbc_primitives::{time, token::AITBC, Balance, BlockNumber, Moment};
use frame_support::dynamic_params::{dynamic_pallet_params, dynamic_params};
use sp_runtime::Perbill;

pub use dynamic_params::*;

/// The groups. Index 1 is kept for `market`, whose parameters come with the compute market.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
    use super::*;

    /// How much is minted.
    #[dynamic_pallet_params]
    #[codec(index = 0)]
    pub mod economics {
        use super::*;

        /// New tokens per year for stakers, as a part of the issuance.
        #[codec(index = 0)]
        pub static StakingInflation: Perbill = Perbill::from_parts(25_000_000); // 2.5 %

        /// New tokens per year for produced blocks, as a part of the issuance.
        #[codec(index = 1)]
        pub static SubsidyRate: Perbill = Perbill::from_parts(25_000_000); // 2.5 %
    }

    /// How the work of producing blocks is paid.
    #[dynamic_pallet_params]
    #[codec(index = 2)]
    pub mod work_contract {
        use super::*;

        /// Part of a block's revenue for those who police blocks.
        #[codec(index = 0)]
        pub static BlockShare: Perbill = Perbill::from_percent(80);

        /// Part of a block's revenue for those who govern.
        #[codec(index = 1)]
        pub static GovernanceShare: Perbill = Perbill::from_percent(10);

        /// Units of Block reputation that a block mints for each unit of its block share.
        #[codec(index = 2)]
        pub static MintRatio: Perbill = Perbill::from_percent(100);

        /// A block mints at most so many times what it would for its subsidy alone.
        #[codec(index = 3)]
        pub static MintCap: u32 = 2;

        /// The part of what a pool mints that goes to the post that is judged.
        #[codec(index = 4)]
        pub static AuthorShare: Perbill = Perbill::from_percent(50);

        /// The part of what producers get for blocks that goes to the authors of the work contract.
        #[codec(index = 5)]
        pub static ContractShare: Perbill = Perbill::from_percent(10);

        /// Seats of the bench that judges a block.
        #[codec(index = 6)]
        pub static BenchSeats: u32 = 32;

        /// For how many blocks the bench can vote on a block.
        #[codec(index = 7)]
        pub static Window: BlockNumber = 10;

        /// The part of a bench that has to vote.
        #[codec(index = 8)]
        pub static Quorum: Perbill = Perbill::from_percent(10);

        /// How many times what a right vote gains a wrong one loses.
        #[codec(index = 9)]
        pub static VoteLoss: u32 = 10;

        /// The part of what it has encumbered that the author of a rejected block loses.
        #[codec(index = 10)]
        pub static AuthorLoss: Perbill = Perbill::from_parts(1_000_000); // 0.1 %

        /// The most that an author loses by this in a session, as a part of its weight.
        #[codec(index = 11)]
        pub static AuthorLossCap: Perbill = Perbill::from_percent(1);
    }

    /// How decisions are made.
    #[dynamic_pallet_params]
    #[codec(index = 3)]
    pub mod governance {
        use super::*;

        /// Blocks a council motion stays open.
        #[codec(index = 0)]
        pub static CouncilMotionDuration: BlockNumber = 302_400; // a week of 2 s blocks

        /// The shorter time over which balances are averaged for voting power, in milliseconds.
        #[codec(index = 1)]
        pub static ShortWindow: Moment = time::DAY;

        /// The longer time over which balances are averaged for voting power, in milliseconds.
        #[codec(index = 2)]
        pub static LongWindow: Moment = 7 * time::DAY;

        /// What is never counted of a balance, so that it can pay fees.
        #[codec(index = 3)]
        pub static FeeAllowance: Balance = AITBC;

        /// The largest part of all tokens outside of pots that is counted of one owner in a poll.
        #[codec(index = 4)]
        pub static MaxOwnerShare: Perbill = Perbill::from_percent(5);
    }

    /// Rhythm and security of consensus and staking.
    #[dynamic_pallet_params]
    #[codec(index = 4)]
    pub mod consensus {
        use super::*;

        /// Slots in a session. It has more if it must, to have four for each validator.
        #[codec(index = 0)]
        pub static SessionLength: u32 = 300; // ten minutes of 2 s slots

        /// Sessions in an era.
        #[codec(index = 1)]
        pub static SessionsPerEra: u32 = 144; // a day of ten-minute sessions

        /// Eras between unbonding and withdrawal.
        #[codec(index = 2)]
        pub static BondingDuration: u32 = 21; // three weeks of day-long eras

        /// Eras between a slash and its execution.
        #[codec(index = 3)]
        pub static SlashDeferDuration: u32 = 7; // a week, in which governance may cancel a slash

        /// The largest part of a session's slots for one validator.
        #[codec(index = 4)]
        pub static MaxShare: Perbill = Perbill::from_parts(333_333_333); // a third

        /// The part of its slots in which a validator has to make blocks.
        #[codec(index = 5)]
        pub static MinDelivery: Perbill = Perbill::from_percent(50);

        /// The part of its encumbered reputation that a validator loses when it makes fewer.
        #[codec(index = 6)]
        pub static MissedSlotsPenalty: Perbill = Perbill::from_percent(1);

        /// The part of the slots that validators share evenly; the rest goes by reputation.
        #[codec(index = 7)]
        pub static EqualShare: Perbill = Perbill::from_percent(50);
    }

    /// Emergency brakes.
    #[dynamic_pallet_params]
    #[codec(index = 5)]
    pub mod safety {
        use super::*;

        /// Blocks after which safe mode ends by itself.
        #[codec(index = 0)]
        pub static SafeModeDuration: BlockNumber = 43_200; // a day of 2 s blocks
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
    fn default() -> Self {
        Self::Economics(economics::Parameters::SubsidyRate(economics::SubsidyRate, None))
    }
}
