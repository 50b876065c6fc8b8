//! Whether what a proposal calls is for much, which makes its evaluation worse.

use crate::{
    parameters::groups::{
        consensus, economics, governance, market, safety, work_contract, RuntimeParameters,
    },
    AccountId, Balance, Balances, Runtime, RuntimeCall,
};
use aitbc_primitives::{
    governance::{
        proposals::{ClassShares, Track},
        VoterClass,
    },
    pots::{self, SpendingPot},
};
use frame_support::{
    traits::{dynamic_params::AggregatedKeyValue, fungible::Inspect, Get},
    PalletId,
};
use pallet_gpu_staking::{
    types::{PoolChange, PoolSpec},
    Pools,
};
use sp_runtime::Perbill;

/// Whether `calls` change a number by more than half of what it is now, or ask for more than 1 % of what a pot
/// has now, all of them together.
pub fn are_large(calls: &[RuntimeCall]) -> bool {
    calls.iter().any(changes_much) || takes_much(calls)
}

/// Whether a number is more than half of what it is now away from that.
fn is_far(now: impl Into<u128>, new: impl Into<u128>) -> bool {
    let now = now.into();
    now.abs_diff(new.into()).saturating_mul(2) > now
}

/// Whether a call changes a number by more than half.
fn changes_much(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::Parameters(pallet_parameters::Call::<Runtime>::set_parameter {
            key_value,
        }) => parameter_changes_much(key_value),
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::update_pool { pool, change }) => {
            Pools::<Runtime>::get(pool).is_some_and(|pool| pool_changes_much(&pool.spec, change))
        }
        _ => false,
    }
}

/// Whether the rules of a pool of GPUs change by more than half. Its bootstrap is asked for out of a pot.
fn pool_changes_much(spec: &PoolSpec, change: &PoolChange) -> bool {
    match change {
        PoolChange::Rate(rate) => is_far(spec.rate, *rate),
        PoolChange::MatchRatio(ratio) => {
            is_far(spec.match_ratio.deconstruct(), ratio.deconstruct())
        }
        PoolChange::Price(price) => {
            is_far(spec.price.min, price.min) || is_far(spec.price.max, price.max)
        }
        PoolChange::PerUnit(collateral) => is_far(spec.per_unit, *collateral),
        PoolChange::Bootstrap(_) | PoolChange::Audit(_) => false,
    }
}

/// What a parameter may be. One that is no number is never far from another.
trait Value {
    /// Whether one of its numbers is more than half away from what it is `now`.
    fn is_far_from(&self, now: &Self) -> bool;
}

macro_rules! number {
    ($($number:ty),*) => {
        $(impl Value for $number {
            fn is_far_from(&self, now: &Self) -> bool {
                is_far(*now, *self)
            }
        })*
    };
}

number!(u32, u64, u128);

impl Value for Perbill {
    fn is_far_from(&self, now: &Self) -> bool {
        is_far(now.deconstruct(), self.deconstruct())
    }
}

impl Value for bool {
    fn is_far_from(&self, _: &Self) -> bool {
        false
    }
}

impl Value for Track {
    fn is_far_from(&self, now: &Self) -> bool {
        self.quorum.is_far_from(&now.quorum)
            || self.delay.is_far_from(&now.delay)
            || self.period.is_far_from(&now.period)
            || self.enactment_delay.is_far_from(&now.enactment_delay)
            || self.most_live.is_far_from(&now.most_live)
    }
}

impl Value for Option<ClassShares> {
    fn is_far_from(&self, now: &Self) -> bool {
        match (self, now) {
            (Some(new), Some(now)) => {
                VoterClass::ALL.into_iter().any(|class| new.get(class).is_far_from(&now.get(class)))
            }
            _ => false,
        }
    }
}

/// Asks each parameter of these groups. One that is missing does not compile.
macro_rules! changes_much {
    ($parameter:expr; $($group:ident($module:ident: $($name:ident),* $(,)?)),* $(,)?) => {
        match $parameter {
            $($(
                RuntimeParameters::$group($module::Parameters::$name(_, new)) => {
                    new.as_ref().map(|new| new.is_far_from(&$module::$name::get()))
                }
            )*)*
        }
    };
}

/// Whether a parameter changes by more than half. Nobody says here by how much if what was decided of it is
/// forgotten: that counts as much.
fn parameter_changes_much(parameter: &RuntimeParameters) -> bool {
    let known = changes_much!(
        parameter;
        Economics(economics: StakingInflation, SubsidyRate),
        Market(market: PlatformFee, FraudSlash, AuditSlash),
        WorkContract(
            work_contract:
            BlockShare, GovernanceShare, MintRatio, MintCap, AuthorShare, ContractShare, BenchSeats,
            Window, Quorum, VoteLoss, AuthorLoss, AuthorLossCap,
        ),
        Governance(
            governance:
            CouncilMotionDuration, ShortWindow, LongWindow, FeeAllowance, MaxOwnerShare,
            MaxDelegateShare, ParameterChangeTrack, ProtocolUpgradeTrack, TreasuryAllocationTrack,
            EmergencyTrack, AgentTradingTrack, DaoGrantTrack, PolicyChangeTrack, MinProposalPower,
            ProposalBond, ChallengeBond, ChallengeWindow, ChallengeDuration,
            EmergencyChallengeDuration, MinPeriod, MaxPeriod, MinTurnout, LateWindow,
            EmergencyLateWindow, Expiry, Postponement, BrakeDuration, BrakeInterval, Retention,
            ClassShares, AdaptiveQuorum, HookShare, VotePauseAfter, ScoreScale, Evaluation,
            AutoVoteShare,
        ),
        Consensus(
            consensus:
            SessionLength, SessionsPerEra, BondingDuration, SlashDeferDuration, MaxShare,
            MinDelivery, MissedSlotsPenalty, EqualShare,
        ),
        Safety(safety: SafeModeDuration),
    );
    known.unwrap_or_else(|| {
        let (key, _) = parameter.clone().into_parts();
        pallet_parameters::Parameters::<Runtime>::contains_key(key)
    })
}

/// Whether calls take more than 1 % of what a pot has. What pools of GPUs are granted comes out of the pot of their
/// rewards.
fn takes_much(calls: &[RuntimeCall]) -> bool {
    let pots = SpendingPot::ALL.map(SpendingPot::pot).into_iter().chain([pots::GPU_REWARDS]);
    pots.into_iter().any(|pot| {
        let asked = calls.iter().map(|call| taken(call, pot));
        let asked = asked.fold(0, Balance::saturating_add);
        // Most take nothing of most.
        asked > 0 && asked.saturating_mul(100) > has(pot)
    })
}

/// What a call takes out of a pot.
fn taken(call: &RuntimeCall, pot: PalletId) -> Balance {
    match call {
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::fund_from {
            pot: from, amount, ..
        }) if from.pot() == pot => *amount,
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::create_pool { spec })
            if pot == pots::GPU_REWARDS =>
        {
            spec.bootstrap
        }
        RuntimeCall::GpuStaking(pallet_gpu_staking::Call::update_pool {
            change: PoolChange::Bootstrap(bootstrap),
            ..
        }) if pot == pots::GPU_REWARDS => *bootstrap,
        _ => 0,
    }
}

fn has(pot: PalletId) -> Balance {
    let pot: AccountId = pots::account(pot);
    Balances::total_balance(&pot)
}
