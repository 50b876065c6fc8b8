//! The parameters of proposals. Their durations, and the bounds of these, are in the days of the network.

use super::{read, Percent, Within};
use crate::{
    clock::{at_tempo, AtTempo},
    limits::RuntimeBlockWeights,
    parameters::groups::{governance, CLASS_SHARES},
};
use aitbc_primitives::{
    governance::{
        proposals::{ClassShares as Shares, ProposalKind, Track},
        VoterClass,
    },
    time,
    token::AITBC,
    Balance, Moment,
};
use core::marker::PhantomData;
use frame_support::{
    traits::{ConstU128, Get},
    weights::Weight,
};
use pallet_openclaw::Settings;
use sp_runtime::Perbill;

/// The power without which nobody proposes.
pub type MinProposalPower = Within<
    governance::MinProposalPower,
    ConstU128<{ 100 * AITBC }>,
    ConstU128<{ 100_000 * AITBC }>,
>;

/// What is held of a proposer.
pub type ProposalBond = Within<governance::ProposalBond, LeastBond, LargestBond>;

/// What is held of a challenger.
pub type ChallengeBond = Within<governance::ChallengeBond, LeastBond, LargestBond>;

type LeastBond = ConstU128<{ 100 * AITBC }>;
type LargestBond = ConstU128<{ 1_000_000 * AITBC }>;

/// A duration of governance in the days of this network, within bounds in the days of mainnet.
pub type Duration<P, const MIN: Moment, const MAX: Moment> = Within<P, AtTempo<MIN>, AtTempo<MAX>>;

/// For how long a proposal can be challenged.
pub type ChallengeWindow =
    Duration<governance::ChallengeWindow, { 6 * time::HOUR }, { 4 * time::DAY }>;

/// Within what time a challenge is decided.
pub type ChallengeDuration =
    Duration<governance::ChallengeDuration, { 6 * time::HOUR }, { 7 * time::DAY }>;

/// The same for a challenge of an Emergency.
pub type EmergencyChallengeDuration =
    Duration<governance::EmergencyChallengeDuration, { 6 * time::HOUR }, { 2 * time::DAY }>;

/// The shortest time for voting that a proposer can wish.
pub type MinPeriod = Duration<governance::MinPeriod, { time::HOUR }, { 7 * time::DAY }>;

/// The longest: histories reach 45 days back, of which the longer window may take 14 and the delay of a track
/// one.
pub type MaxPeriod = Duration<governance::MaxPeriod, { 7 * time::DAY }, LONGEST_PERIOD>;

const LONGEST_PERIOD: Moment = 30 * time::DAY;

const LONGEST_ENACTMENT_DELAY: Moment = 30 * time::DAY;

/// The power that has to vote in any case.
pub type MinTurnout =
    Within<governance::MinTurnout, ConstU128<0>, ConstU128<{ 1_000_000 * AITBC }>>;

/// How long voting goes on after the outcome has changed.
pub type LateWindow = Duration<governance::LateWindow, 0, { 3 * time::DAY }>;

/// The same for an Emergency.
pub type EmergencyLateWindow = Duration<governance::EmergencyLateWindow, 0, { time::DAY }>;

/// How long a proposal that could not be enacted is tried again: longer than it can be postponed.
pub type Expiry = Duration<governance::Expiry, { 8 * time::DAY }, { 60 * time::DAY }>;

/// By how much the council may postpone an enactment: by no less than an Emergency takes to cancel it, with its
/// 4 hours until enactment and two late changes.
pub type Postponement = Duration<governance::Postponement, { 88 * time::HOUR }, { 7 * time::DAY }>;

/// How long a brake of the council lasts at most.
pub type BrakeDuration = Duration<governance::BrakeDuration, { time::HOUR }, { time::DAY }>;

/// The council uses a brake once in this time: no brake lasts as long.
pub type BrakeInterval = Duration<governance::BrakeInterval, { 2 * time::DAY }, { 30 * time::DAY }>;

/// How long votes, texts and calls are kept.
pub type Retention = Duration<governance::Retention, { 30 * time::DAY }, { 365 * time::DAY }>;

/// Whether quorums above 5 % follow the turnout.
pub struct AdaptiveQuorum;

impl Get<bool> for AdaptiveQuorum {
    fn get() -> bool {
        read::<governance::AdaptiveQuorum, _>()
    }
}

/// The part of a block that the hook of proposals may use.
pub type HookShare = Within<governance::HookShare, Percent<0>, Percent<5>>;

/// A longer time without blocks is added to open votes; none with 0. It is a minute at least in any tempo: no
/// time is lost between the blocks of a running chain.
pub struct VotePauseAfter;

impl Get<Moment> for VotePauseAfter {
    fn get() -> Moment {
        match read::<governance::VotePauseAfter, _>() {
            0 => 0,
            pause => {
                let [least, most] = [time::HOUR, 7 * time::DAY].map(at_tempo);
                pause.max(least).min(most).max(time::MINUTE)
            }
        }
    }
}

/// The shares of the classes of voters. Unless they add up and humans have half at least, the default counts.
pub struct ClassShares;

impl Get<Option<Shares>> for ClassShares {
    fn get() -> Option<Shares> {
        let shares = read::<governance::ClassShares, _>()?;
        let parts =
            VoterClass::ALL.into_iter().map(|class| u64::from(shares.get(class).deconstruct()));
        let add_up = parts.sum::<u64>() == u64::from(Perbill::one().deconstruct());
        let humans_decide = shares.human >= Perbill::from_percent(50);
        Some(if add_up && humans_decide { shares } else { CLASS_SHARES })
    }
}

/// The track `P` of a type of proposals, with each of its rules within bounds.
pub struct Bounded<P>(PhantomData<P>);

impl<P: Get<Track>> Get<Track> for Bounded<P> {
    fn get() -> Track {
        let track = read::<P, _>();
        Track {
            quorum: track.quorum.max(Perbill::from_percent(1)).min(Perbill::from_percent(50)),
            delay: track.delay.min(at_tempo(time::DAY)),
            period: track.period.clamp(at_tempo(time::DAY), at_tempo(LONGEST_PERIOD)),
            enactment_delay: track
                .enactment_delay
                .clamp(at_tempo(time::HOUR), at_tempo(LONGEST_ENACTMENT_DELAY)),
            most_live: track.most_live.clamp(1, 16),
            ..track
        }
    }
}

/// What the hook of proposals may use of a block.
pub struct HookWeight;

impl Get<Weight> for HookWeight {
    fn get() -> Weight {
        HookShare::get() * RuntimeBlockWeights::get().max_block
    }
}

/// Whether the chain evaluates proposals.
pub struct Evaluation;

impl Get<bool> for Evaluation {
    fn get() -> bool {
        read::<governance::Evaluation, _>()
    }
}

/// The part of a block that votes by strategy may use.
pub type AutoVoteShare = Within<governance::AutoVoteShare, Percent<0>, Percent<5>>;

/// What votes by strategy may use of a block.
pub struct AutoVoteWeight;

impl Get<Weight> for AutoVoteWeight {
    fn get() -> Weight {
        AutoVoteShare::get() * RuntimeBlockWeights::get().max_block
    }
}

/// The rules of proposals.
pub struct ProposalRules;

impl Settings for ProposalRules {
    fn track(kind: ProposalKind) -> Track {
        match kind {
            ProposalKind::ParameterChange => Bounded::<governance::ParameterChangeTrack>::get(),
            ProposalKind::ProtocolUpgrade => Bounded::<governance::ProtocolUpgradeTrack>::get(),
            ProposalKind::TreasuryAllocation => {
                Bounded::<governance::TreasuryAllocationTrack>::get()
            }
            ProposalKind::Emergency => Bounded::<governance::EmergencyTrack>::get(),
            ProposalKind::AgentTrading => Bounded::<governance::AgentTradingTrack>::get(),
            ProposalKind::DaoGrant => Bounded::<governance::DaoGrantTrack>::get(),
            ProposalKind::PolicyChange => Bounded::<governance::PolicyChangeTrack>::get(),
        }
    }

    fn min_proposal_power() -> Balance {
        MinProposalPower::get()
    }

    fn proposal_bond() -> Balance {
        ProposalBond::get()
    }

    fn challenge_bond() -> Balance {
        ChallengeBond::get()
    }

    fn challenge_window() -> Moment {
        ChallengeWindow::get()
    }

    fn challenge_duration(kind: ProposalKind) -> Moment {
        match kind {
            ProposalKind::Emergency => EmergencyChallengeDuration::get(),
            _ => ChallengeDuration::get(),
        }
    }

    /// An hour, but blocks, in which a pool is resolved, take as long in any tempo: a minute at least.
    fn verdict_grace() -> Moment {
        at_tempo(time::HOUR).max(time::MINUTE)
    }

    fn min_period() -> Moment {
        MinPeriod::get()
    }

    fn max_period() -> Moment {
        MaxPeriod::get()
    }

    fn max_enactment_delay() -> Moment {
        at_tempo(LONGEST_ENACTMENT_DELAY)
    }

    fn min_turnout() -> Balance {
        MinTurnout::get()
    }

    fn late_window(kind: ProposalKind) -> Moment {
        match kind {
            ProposalKind::Emergency => EmergencyLateWindow::get(),
            _ => LateWindow::get(),
        }
    }

    fn vote_pause_after() -> Moment {
        VotePauseAfter::get()
    }

    fn expiry() -> Moment {
        Expiry::get()
    }

    fn postponement() -> Moment {
        Postponement::get()
    }

    fn retry() -> Moment {
        at_tempo(time::HOUR)
    }

    fn brake_duration() -> Moment {
        BrakeDuration::get()
    }

    fn brake_interval() -> Moment {
        BrakeInterval::get()
    }

    fn emergency_pause() -> Moment {
        at_tempo(30 * time::DAY)
    }

    fn emergency_safe_mode() -> Moment {
        at_tempo(7 * time::DAY)
    }

    /// A repair takes 9 days with the default track of a ProtocolUpgrade, 11 with two late changes, and
    /// somebody has to write it first.
    fn repair_safe_mode() -> Moment {
        at_tempo(14 * time::DAY)
    }

    fn retention() -> Moment {
        Retention::get()
    }

    fn class_shares() -> Option<Shares> {
        ClassShares::get()
    }

    fn adaptive_quorum() -> bool {
        AdaptiveQuorum::get()
    }

    fn participation_period() -> Moment {
        at_tempo(14 * time::DAY)
    }

    fn evaluates() -> bool {
        Evaluation::get()
    }
}
