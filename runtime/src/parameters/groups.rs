//! The parameters that governance may set, by group, with their defaults: the values of mainnet.

use crate::Runtime;
use aitbc_primitives::{
    governance::proposals::{self, Majority, Track},
    reputation::{Rep, REP},
    time,
    token::AITBC,
    Balance, BlockNumber, Moment,
};
use frame_support::dynamic_params::{dynamic_pallet_params, dynamic_params};
use sp_runtime::Perbill;

pub use dynamic_params::*;

/// The shares of the classes of voters, unless governance says otherwise.
pub const CLASS_SHARES: proposals::ClassShares = proposals::ClassShares {
    human: Perbill::from_percent(60),
    provider: Perbill::from_percent(20),
    consumer: Perbill::from_percent(10),
    builder: Perbill::from_percent(7),
    coordinator: Perbill::from_percent(3),
};

/// The groups.
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

    /// What the market for compute costs.
    #[dynamic_pallet_params]
    #[codec(index = 1)]
    pub mod market {
        use super::*;

        /// The fee on top of what escrows and streams pay, for those that are made from now on.
        #[codec(index = 0)]
        pub static PlatformFee: Perbill = Perbill::from_parts(25_000_000); // 2.5 %

        /// The part of a position's collateral, with what unbonds of it, that fraud costs.
        #[codec(index = 1)]
        pub static FraudSlash: Perbill = Perbill::from_percent(10);

        /// The part of a position's collateral that a failed audit costs.
        #[codec(index = 2)]
        pub static AuditSlash: Perbill = Perbill::from_percent(1);
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

        /// The largest part of all tokens outside of pots that the vote of one delegate weighs.
        #[codec(index = 5)]
        pub static MaxDelegateShare: Perbill = Perbill::from_percent(5);

        /// The rules of proposals that set parameters of the economy.
        #[codec(index = 6)]
        pub static ParameterChangeTrack: Track = Track {
            quorum: Perbill::from_percent(4),
            majority: Majority::Simple,
            needs_council: false,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 12,
        };

        /// The rules of proposals that upgrade the chain.
        #[codec(index = 7)]
        pub static ProtocolUpgradeTrack: Track = Track {
            quorum: Perbill::from_percent(10),
            majority: Majority::Simple,
            needs_council: true,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 8,
        };

        /// The rules of proposals that spend from the treasury.
        #[codec(index = 8)]
        pub static TreasuryAllocationTrack: Track = Track {
            quorum: Perbill::from_percent(10),
            majority: Majority::Simple,
            needs_council: true,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 8,
        };

        /// The rules of proposals that use the brakes.
        #[codec(index = 9)]
        pub static EmergencyTrack: Track = Track {
            quorum: Perbill::from_percent(10),
            majority: Majority::TwoThirds,
            needs_council: true,
            delay: 0,
            period: 3 * time::DAY,
            enactment_delay: 4 * time::HOUR,
            most_live: 4,
        };

        /// The rules of proposals that rule the market of agents.
        #[codec(index = 10)]
        pub static AgentTradingTrack: Track = Track {
            quorum: Perbill::from_percent(4),
            majority: Majority::Simple,
            needs_council: false,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 8,
        };

        /// The rules of proposals that grant money.
        #[codec(index = 11)]
        pub static DaoGrantTrack: Track = Track {
            quorum: Perbill::from_percent(4),
            majority: Majority::Simple,
            needs_council: false,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 12,
        };

        /// The rules of proposals that set policy texts.
        #[codec(index = 12)]
        pub static PolicyChangeTrack: Track = Track {
            quorum: Perbill::from_percent(4),
            majority: Majority::Simple,
            needs_council: false,
            delay: time::DAY,
            period: 7 * time::DAY,
            enactment_delay: time::DAY,
            most_live: 12,
        };

        /// The power without which nobody proposes.
        #[codec(index = 13)]
        pub static MinProposalPower: Balance = 1_000 * AITBC;

        /// What is held of a proposer while a proposal is live. It doubles with every third of the places of
        /// the type that is taken, and grows with the period.
        #[codec(index = 14)]
        pub static ProposalBond: Balance = 1_000 * AITBC;

        /// What is held of a challenger until the challenge is decided.
        #[codec(index = 15)]
        pub static ChallengeBond: Balance = 1_000 * AITBC;

        /// For how long a proposal can be challenged, in milliseconds.
        #[codec(index = 16)]
        pub static ChallengeWindow: Moment = 2 * time::DAY;

        /// Within what time a challenge is decided, in milliseconds.
        #[codec(index = 17)]
        pub static ChallengeDuration: Moment = 2 * time::DAY;

        /// The same for a challenge of an Emergency.
        #[codec(index = 18)]
        pub static EmergencyChallengeDuration: Moment = 12 * time::HOUR;

        /// The shortest time for voting that a proposer can wish, in milliseconds.
        #[codec(index = 19)]
        pub static MinPeriod: Moment = time::DAY;

        /// The longest.
        #[codec(index = 20)]
        pub static MaxPeriod: Moment = 30 * time::DAY;

        /// The power that has to vote in any case.
        #[codec(index = 21)]
        pub static MinTurnout: Balance = 1_000 * AITBC;

        /// How long voting goes on after the outcome has changed, in milliseconds.
        #[codec(index = 22)]
        pub static LateWindow: Moment = time::DAY;

        /// The same for an Emergency.
        #[codec(index = 23)]
        pub static EmergencyLateWindow: Moment = 6 * time::HOUR;

        /// How long a proposal that could not be enacted is tried again, in milliseconds.
        #[codec(index = 24)]
        pub static Expiry: Moment = 14 * time::DAY;

        /// By how much the council may postpone an enactment, in milliseconds.
        #[codec(index = 25)]
        pub static Postponement: Moment = 4 * time::DAY;

        /// How long a brake of the council lasts at most, in milliseconds.
        #[codec(index = 26)]
        pub static BrakeDuration: Moment = time::DAY;

        /// The council uses a brake once in this time, in milliseconds.
        #[codec(index = 27)]
        pub static BrakeInterval: Moment = 7 * time::DAY;

        /// How long votes, texts and calls are kept after the end of a proposal, in milliseconds.
        #[codec(index = 28)]
        pub static Retention: Moment = 90 * time::DAY;

        /// The shares of the classes of voters. With `None` classes make no difference.
        #[codec(index = 29)]
        pub static ClassShares: Option<proposals::ClassShares> = Some(CLASS_SHARES);

        /// Whether quorums above 5 % follow the turnout.
        #[codec(index = 30)]
        pub static AdaptiveQuorum: bool = true;

        /// The part of a block that the hook of proposals may use.
        #[codec(index = 31)]
        pub static HookShare: Perbill = Perbill::from_percent(2);

        /// A longer time without blocks is added to open votes, in milliseconds; none with 0.
        #[codec(index = 32)]
        pub static VotePauseAfter: Moment = 6 * time::HOUR;

        /// The Compute reputation at which the score of an agent is 550, half way from the least to the highest.
        #[codec(index = 33)]
        pub static ScoreScale: Rep = 10_000 * REP;

        /// Whether the chain evaluates proposals, by which strategies vote.
        #[codec(index = 34)]
        pub static Evaluation: bool = true;

        /// The part of a block that votes by strategy may use.
        #[codec(index = 35)]
        pub static AutoVoteShare: Perbill = Perbill::from_percent(2);
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
