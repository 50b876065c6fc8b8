use super::chain::Chain;
use aitbc_primitives::{
    governance::{
        polls::Polls,
        proposals::{ClassShares, Majority, ProposalKind, Track},
    },
    presets,
    reputation::{Rep, REP},
    time::{DAY, HOUR, MINUTE, SECOND},
    token::AITBC,
};
use aitbc_runtime::{
    limits::{HISTORY_DEPTH, MAX_SCHEDULE},
    parameters::{
        groups::{
            consensus, economics, governance, market, safety, work_contract, RuntimeParameters,
        },
        live, GenesisParameters,
    },
    *,
};
use codec::{Decode, Encode};
use core::{fmt::Debug, ops::RangeInclusive};
use frame_support::{
    assert_noop, assert_ok,
    traits::{dynamic_params::AggregatedKeyValue, Get},
};
use pallet_chain_settings::StoreParameters;
use pallet_openclaw::Settings;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::{DispatchError, Perbill};

fn block_share(value: Perbill) -> RuntimeParameters {
    RuntimeParameters::WorkContract(work_contract::Parameters::BlockShare(
        work_contract::BlockShare,
        Some(value),
    ))
}

fn subsidy_rate(value: Perbill) -> RuntimeParameters {
    RuntimeParameters::Economics(economics::Parameters::SubsidyRate(
        economics::SubsidyRate,
        Some(value),
    ))
}

#[test]
fn nobody_signs_for_parameters() {
    Chain::development().inspect(|| {
        let alice = RuntimeOrigin::signed(Alice.to_account_id());
        let council = pallet_collective::RawOrigin::Members(5, 5).into();
        for origin in [alice, council, RuntimeOrigin::none()] {
            assert_noop!(
                Parameters::set_parameter(origin, subsidy_rate(Perbill::one())),
                DispatchError::BadOrigin
            );
        }
        assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), subsidy_rate(Perbill::one())));
        assert_eq!(economics::SubsidyRate::get(), Perbill::one());
    });
}

#[test]
fn not_even_root_changes_the_work_contract() {
    Chain::development().inspect(|| {
        assert_noop!(
            Parameters::set_parameter(RuntimeOrigin::root(), block_share(Perbill::zero())),
            DispatchError::BadOrigin
        );
    });
}

#[test]
fn changed_rate_changes_the_next_subsidy() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        Parameters::set_parameter(RuntimeOrigin::root(), subsidy_rate(Perbill::zero())).unwrap();
    });
    let before = chain.issuance();
    chain.blocks(1);
    assert_eq!(chain.issuance(), before);
}

#[test]
fn inflation_is_at_most_a_tenth_a_year() {
    Chain::development().inspect(|| {
        let percent = Perbill::from_percent;
        for (stored, read) in [(0, 0), (10, 10), (11, 10), (100, 10)] {
            let inflation = RuntimeParameters::Economics(economics::Parameters::StakingInflation(
                economics::StakingInflation,
                Some(percent(stored)),
            ));
            let root = RuntimeOrigin::root;
            Parameters::set_parameter(root(), inflation).unwrap();
            Parameters::set_parameter(root(), subsidy_rate(percent(stored))).unwrap();
            assert_eq!(live::StakingInflation::get(), percent(read));
            assert_eq!(live::SubsidyRate::get(), percent(read));
        }
    });
}

#[test]
fn stake_stays_no_longer_than_its_history() {
    Chain::development().inspect(|| {
        for (stored, read) in [(1, 2), (83, 83), (84, 83), (1_000, 83)] {
            let duration = RuntimeParameters::Consensus(consensus::Parameters::BondingDuration(
                consensus::BondingDuration,
                Some(stored),
            ));
            Parameters::set_parameter(RuntimeOrigin::root(), duration).unwrap();
            assert_eq!(live::BondingDuration::get(), read);
        }
        let history: u32 = <Runtime as pallet_staking::Config>::HistoryDepth::get();
        assert_eq!(history, 84);
    });
}

#[test]
fn slashes_are_executed_before_the_stake_can_leave() {
    Chain::development().inspect(|| {
        let set = |parameter| {
            let parameter = RuntimeParameters::Consensus(parameter);
            Parameters::set_parameter(RuntimeOrigin::root(), parameter).unwrap();
        };
        set(consensus::Parameters::BondingDuration(consensus::BondingDuration, Some(5)));
        set(consensus::Parameters::SlashDeferDuration(consensus::SlashDeferDuration, Some(9)));
        assert_eq!(live::SlashDeferDuration::get(), 4);
        set(consensus::Parameters::SlashDeferDuration(consensus::SlashDeferDuration, Some(3)));
        assert_eq!(live::SlashDeferDuration::get(), 3);
    });
}

#[test]
fn development_preset_sets_what_it_names() {
    Chain::development().inspect(|| {
        assert_eq!(live::SessionLength::get(), 30);
        assert_eq!(live::SessionsPerEra::get(), 6);
        assert_eq!(live::BondingDuration::get(), 3);
        assert_eq!(live::SlashDeferDuration::get(), 1);
        assert_eq!(live::CouncilMotionDuration::get(), 150);
        assert_eq!(live::SafeModeDuration::get(), 150);
    });
}

#[test]
fn equal_share_of_101_percent_is_no_call_and_at_genesis_read_as_100() {
    const TOO_MUCH: u32 = 1_010_000_000;
    let equal_share =
        consensus::Parameters::EqualShare(consensus::EqualShare, Some(Perbill::one()));
    let key_value = RuntimeParameters::Consensus(equal_share);
    let mut call = RuntimeCall::from(pallet_parameters::Call::set_parameter { key_value }).encode();
    assert!(RuntimeCall::decode(&mut &call[..]).is_ok());
    let value = call.len() - 4;
    call[value..].copy_from_slice(&TOO_MUCH.to_le_bytes());
    assert!(RuntimeCall::decode(&mut &call[..]).is_err());

    let json = format!(r#"{{ "equalShare": {TOO_MUCH}, "mintRatio": 7 }}"#);
    sp_io::TestExternalities::default().execute_with(|| {
        serde_json::from_str::<GenesisParameters>(&json).unwrap().store(1);
        assert_eq!(live::EqualShare::get(), Perbill::one());
        assert_eq!(live::MintRatio::get(), Perbill::from_parts(7));
    });
}

/// What people read about the parameters of governance.
const DOCS: &str = include_str!("../../../docs/governance.md");

/// What people read about those of the market.
const DOCS_OF_MARKET: &str = include_str!("../../../docs/compute.md");

/// Parameters that are no numbers between two others. Each has a test of its own.
const OF_ANOTHER_KIND: [&str; 11] = [
    "ParameterChangeTrack",
    "ProtocolUpgradeTrack",
    "TreasuryAllocationTrack",
    "EmergencyTrack",
    "AgentTradingTrack",
    "DaoGrantTrack",
    "PolicyChangeTrack",
    "ClassShares",
    "AdaptiveQuorum",
    "VotePauseAfter",
    "Evaluation",
];

/// A rule for one parameter: what it is where nothing is stored, and what it can be.
#[derive(Clone)]
struct Rule {
    default: u128,
    bounds: RangeInclusive<u128>,
}

impl Rule {
    /// The line of the table in the documentation of a parameter with this name, whose unit is that of a
    /// function below.
    fn in_docs(&self, name: &str, unit: &str) -> String {
        let text = |value: u128| match unit {
            "part" => format!("{} %", value as f64 / f64::from(PERCENT as u32)),
            "time" if value.is_multiple_of(u128::from(DAY)) => {
                format!("{} d", value / u128::from(DAY))
            }
            "time" => format!("{} h", value / u128::from(HOUR)),
            "amount" => format!("{} AITBC", value as f64 / AITBC as f64),
            "rep" => format!("{} REP", value / REP),
            _ => value.to_string(),
        };
        let (least, most) = (text(*self.bounds.start()), text(*self.bounds.end()));
        format!("| `{name}` | {} | {least} to {most} |", text(self.default))
    }
}

/// One percent in the parts of a `Perbill`.
const PERCENT: u128 = 10_000_000;

/// Asks for a parameter outside of externalities and on both sides of each of its bounds.
fn check<Group, Key, Value>(
    group: fn(Group) -> RuntimeParameters,
    key: Key,
    live: fn() -> Value,
    value: fn(u128) -> Value,
    Rule { default, bounds }: Rule,
) where
    Group: From<(Key, Value)>,
    Key: Clone + Debug + Get<Value>,
    Value: Debug + PartialEq,
{
    assert_eq!(live(), value(default), "{key:?}");
    sp_io::TestExternalities::default().execute_with(|| {
        assert_eq!(Key::get(), value(default), "{key:?}");
        assert_eq!(live(), value(default), "{key:?}");
        let (min, max) = bounds.into_inner();
        for stored in [0, min.saturating_sub(1), min, min + 1, max - 1, max, max + 1, u128::MAX] {
            let parameter = group((key.clone(), value(stored)).into());
            let (stored_key, stored_value) = parameter.into_parts();
            pallet_parameters::Parameters::<Runtime>::set(stored_key, stored_value);
            assert_eq!(live(), value(stored.clamp(min, max)), "{key:?}: {stored}");
        }
    });
}

/// Checks a rule for each parameter and returns their names.
macro_rules! check {
    ($($group:ident($module:ident::$name:ident), $value:ident, $default:expr, $bounds:expr;)*) => {{
        $(
            let rule = Rule { default: $default, bounds: $bounds };
            check(RuntimeParameters::$group, $module::$name, live::$name::get, $value, rule.clone());
            let page = match stringify!($group) {
                "Governance" => Some(("governance", DOCS)),
                "Market" => Some(("compute", DOCS_OF_MARKET)),
                _ => None,
            };
            if let Some((page, text)) = page {
                let line = rule.in_docs(stringify!($name), stringify!($value));
                assert!(text.contains(&line), "docs/{page}.md lacks this line:\n{line}");
            }
        )*
        [$(stringify!($name)),*]
    }};
}

#[test]
fn every_parameter_has_its_default_and_stays_within_its_bounds() {
    fn part(parts: u128) -> Perbill {
        Perbill::from_parts(parts.min(100 * PERCENT) as u32)
    }
    fn number(number: u128) -> u32 {
        number.try_into().unwrap_or(u32::MAX)
    }
    fn time(time: u128) -> Moment {
        time.try_into().unwrap_or(Moment::MAX)
    }
    fn amount(amount: u128) -> Balance {
        amount
    }
    fn rep(amount: u128) -> Rep {
        amount
    }
    let (hour, day) = (u128::from(HOUR), u128::from(DAY));
    let (schedule, history) = (u128::from(MAX_SCHEDULE), u128::from(HISTORY_DEPTH));

    let checked = check! {
        Economics(economics::StakingInflation), part, 5 * PERCENT / 2, 0..=10 * PERCENT;
        Economics(economics::SubsidyRate), part, 5 * PERCENT / 2, 0..=10 * PERCENT;
        Market(market::PlatformFee), part, 5 * PERCENT / 2, 0..=10 * PERCENT;
        Market(market::FraudSlash), part, 10 * PERCENT, 0..=50 * PERCENT;
        Market(market::AuditSlash), part, PERCENT, 0..=10 * PERCENT;
        WorkContract(work_contract::BlockShare), part, 80 * PERCENT, 0..=100 * PERCENT;
        WorkContract(work_contract::GovernanceShare), part, 10 * PERCENT, 0..=100 * PERCENT;
        WorkContract(work_contract::MintRatio), part, 100 * PERCENT, 0..=100 * PERCENT;
        WorkContract(work_contract::MintCap), number, 2, 1..=10;
        WorkContract(work_contract::AuthorShare), part, 50 * PERCENT, 0..=50 * PERCENT;
        WorkContract(work_contract::ContractShare), part, 10 * PERCENT, 0..=20 * PERCENT;
        WorkContract(work_contract::BenchSeats), number, 32, 3..=32;
        WorkContract(work_contract::Window), number, 10, 8..=16;
        WorkContract(work_contract::Quorum), part, 10 * PERCENT, 5 * PERCENT..=50 * PERCENT;
        WorkContract(work_contract::VoteLoss), number, 10, 0..=100;
        WorkContract(work_contract::AuthorLoss), part, PERCENT / 10, 0..=PERCENT;
        WorkContract(work_contract::AuthorLossCap), part, PERCENT, 0..=10 * PERCENT;
        Governance(governance::CouncilMotionDuration), number, 302_400, 10..=1_296_000;
        Governance(governance::ShortWindow), time, day, 6 * hour..=7 * day;
        // The shorter window is a day.
        Governance(governance::LongWindow), time, 7 * day, day..=14 * day;
        Governance(governance::FeeAllowance), amount, AITBC, AITBC / 100..=100 * AITBC;
        Governance(governance::MaxOwnerShare), part, 5 * PERCENT, PERCENT..=100 * PERCENT;
        Governance(governance::MaxDelegateShare), part, 5 * PERCENT, PERCENT..=100 * PERCENT;
        Governance(governance::MinProposalPower), amount, 1_000 * AITBC, 100 * AITBC..=100_000 * AITBC;
        Governance(governance::ProposalBond), amount, 1_000 * AITBC, 100 * AITBC..=1_000_000 * AITBC;
        Governance(governance::ChallengeBond), amount, 1_000 * AITBC, 100 * AITBC..=1_000_000 * AITBC;
        Governance(governance::ChallengeWindow), time, 2 * day, 6 * hour..=4 * day;
        Governance(governance::ChallengeDuration), time, 2 * day, 6 * hour..=7 * day;
        Governance(governance::EmergencyChallengeDuration), time, 12 * hour, 6 * hour..=2 * day;
        Governance(governance::MinPeriod), time, day, hour..=7 * day;
        Governance(governance::MaxPeriod), time, 30 * day, 7 * day..=30 * day;
        Governance(governance::MinTurnout), amount, 1_000 * AITBC, 0..=1_000_000 * AITBC;
        Governance(governance::LateWindow), time, day, 0..=3 * day;
        Governance(governance::EmergencyLateWindow), time, 6 * hour, 0..=day;
        Governance(governance::Expiry), time, 14 * day, 8 * day..=60 * day;
        Governance(governance::Postponement), time, 4 * day, 88 * hour..=7 * day;
        Governance(governance::BrakeDuration), time, day, hour..=day;
        Governance(governance::BrakeInterval), time, 7 * day, 2 * day..=30 * day;
        Governance(governance::Retention), time, 90 * day, 30 * day..=365 * day;
        Governance(governance::HookShare), part, 2 * PERCENT, 0..=5 * PERCENT;
        Governance(governance::ScoreScale), rep, 10_000 * REP, 100 * REP..=1_000_000 * REP;
        Governance(governance::AutoVoteShare), part, 2 * PERCENT, 0..=5 * PERCENT;
        Consensus(consensus::SessionLength), number, 300, 10..=schedule;
        Consensus(consensus::SessionsPerEra), number, 144, 1..=1_000;
        Consensus(consensus::BondingDuration), number, 21, 2..=history - 1;
        // Stake is bonded for 21 eras.
        Consensus(consensus::SlashDeferDuration), number, 7, 0..=20;
        Consensus(consensus::MaxShare), part, 333_333_333, PERCENT..=100 * PERCENT;
        Consensus(consensus::MinDelivery), part, 50 * PERCENT, 0..=90 * PERCENT;
        Consensus(consensus::MissedSlotsPenalty), part, PERCENT, 0..=10 * PERCENT;
        Consensus(consensus::EqualShare), part, 50 * PERCENT, 0..=100 * PERCENT;
        Safety(safety::SafeModeDuration), number, 43_200, 10..=43_200;
    };
    let all = include_str!("../../src/parameters/groups.rs").lines().filter_map(|line| {
        let (name, _) = line.trim().strip_prefix("pub static ")?.split_once(':')?;
        (!OF_ANOTHER_KIND.contains(&name)).then_some(name)
    });
    assert_eq!(checked.to_vec(), all.collect::<Vec<_>>());
}

/// No decision can take all power away, or ask for more history than is kept.
#[test]
fn rules_of_voting_power_stay_within_their_bounds() {
    use governance::{FeeAllowance, LongWindow, Parameters as Key, ShortWindow};
    Chain::development().inspect(|| {
        let set = |value| {
            let value = RuntimeParameters::Governance(value);
            assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), value));
        };
        for (allowance, read) in [
            (0, AITBC / 100),
            (AITBC / 100, AITBC / 100),
            (100 * AITBC, 100 * AITBC),
            (Balance::MAX, 100 * AITBC),
        ] {
            set(Key::FeeAllowance(FeeAllowance, Some(allowance)));
            assert_eq!(live::FeeAllowance::get(), read);
        }
        for (window, short, long) in [
            (0, 6 * HOUR, 6 * HOUR),
            (6 * HOUR, 6 * HOUR, 6 * HOUR),
            (7 * DAY, 7 * DAY, 7 * DAY),
            (14 * DAY, 7 * DAY, 14 * DAY),
            (Moment::MAX, 7 * DAY, 14 * DAY),
        ] {
            set(Key::ShortWindow(ShortWindow, Some(window)));
            set(Key::LongWindow(LongWindow, Some(window)));
            assert_eq!(live::ShortWindow::get(), short);
            assert_eq!(live::LongWindow::get(), long);
        }
    });
}

/// What a `ProtocolUpgrade` does to a parameter of governance.
fn set(value: impl Into<governance::Parameters>) {
    let value = RuntimeParameters::Governance(value.into());
    assert_ok!(Parameters::set_parameter(RuntimeOrigin::root(), value));
}

/// The tracks as 04 section 2 has them: quorum, whether two thirds are needed, days until voting begins and for
/// voting, whether the council approves, hours until enactment, places.
#[test]
fn tracks_are_those_of_the_design() {
    use ProposalKind::*;
    let rows = [
        (ParameterChange, 4, false, 1, 7, false, 24, 12),
        (ProtocolUpgrade, 10, false, 1, 7, true, 24, 8),
        (TreasuryAllocation, 10, false, 1, 7, true, 24, 8),
        (Emergency, 10, true, 0, 3, true, 4, 4),
        (AgentTrading, 4, false, 1, 7, false, 24, 8),
        (DaoGrant, 4, false, 1, 7, false, 24, 12),
        (PolicyChange, 4, false, 1, 7, false, 24, 12),
    ];
    for (kind, quorum, two_thirds, delay, period, needs_council, enactment, most_live) in rows {
        let track = Track {
            quorum: Perbill::from_percent(quorum),
            majority: if two_thirds { Majority::TwoThirds } else { Majority::Simple },
            needs_council,
            delay: delay * DAY,
            period: period * DAY,
            enactment_delay: enactment * HOUR,
            most_live,
        };
        assert_eq!(live::ProposalRules::track(kind), track, "{kind:?}");
        let majority = if two_thirds { "two thirds" } else { "simple" };
        let council = if needs_council { "3 of 5" } else { "no" };
        let line = format!(
            "| {kind:?} | {quorum} % | {majority} | {delay} d + {period} d | {council} | {enactment} h | \
             {most_live} |"
        );
        assert!(DOCS.contains(&line), "docs/governance.md lacks this line:\n{line}");
    }
    let places: u32 = rows.iter().map(|row| row.7).sum();
    assert_eq!(places, pallet_openclaw::types::MAX_LIVE);
}

#[test]
fn every_rule_of_a_track_stays_within_its_bounds() {
    let percent = Perbill::from_percent;
    let read = || live::ProposalRules::track(ProposalKind::PolicyChange);
    let with = |change: &dyn Fn(&mut Track)| {
        let mut track = governance::PolicyChangeTrack::get();
        change(&mut track);
        set((governance::PolicyChangeTrack, track));
        read()
    };
    sp_io::TestExternalities::default().execute_with(|| {
        let part = Perbill::from_parts;
        for (stored, bounded) in [
            (percent(0), percent(1)),
            (part(9_999_999), percent(1)),
            (percent(1), percent(1)),
            (part(10_000_001), part(10_000_001)),
            (percent(50), percent(50)),
            (part(500_000_001), percent(50)),
            (percent(100), percent(50)),
        ] {
            assert_eq!(with(&|track| track.quorum = stored).quorum, bounded);
        }
        for (stored, bounded) in [(0, 0), (DAY, DAY), (DAY + 1, DAY), (Moment::MAX, DAY)] {
            assert_eq!(with(&|track| track.delay = stored).delay, bounded);
        }
        for (stored, bounded) in [
            (0, DAY),
            (DAY - 1, DAY),
            (DAY, DAY),
            (30 * DAY, 30 * DAY),
            (30 * DAY + 1, 30 * DAY),
            (Moment::MAX, 30 * DAY),
        ] {
            assert_eq!(with(&|track| track.period = stored).period, bounded);
        }
        for (stored, bounded) in [
            (0, HOUR),
            (HOUR - 1, HOUR),
            (HOUR, HOUR),
            (30 * DAY, 30 * DAY),
            (30 * DAY + 1, 30 * DAY),
        ] {
            assert_eq!(with(&|track| track.enactment_delay = stored).enactment_delay, bounded);
        }
        for (stored, bounded) in [(0, 1), (1, 1), (16, 16), (17, 16), (u32::MAX, 16)] {
            assert_eq!(with(&|track| track.most_live = stored).most_live, bounded);
        }
        assert!(with(&|track| track.needs_council = true).needs_council);
        let two_thirds = Majority::TwoThirds;
        assert_eq!(with(&|track| track.majority = two_thirds).majority, two_thirds);
    });
}

/// Whatever is decided, a poll can be opened: histories reach as far back as it needs them to.
#[test]
fn histories_reach_back_for_the_longest_track() {
    Chain::development().inspect(|| {
        pallet_chain_settings::Tempo::<Runtime>::put(1);
        set((governance::LongWindow, Moment::MAX));
        let track = governance::PolicyChangeTrack::get();
        let longest = Track { delay: Moment::MAX, period: Moment::MAX, ..track };
        set((governance::PolicyChangeTrack, longest));
        let track = live::ProposalRules::track(ProposalKind::PolicyChange);
        let ends = pallet_timestamp::Now::<Runtime>::get() + track.delay + track.period;
        assert_ok!(<VotingPower as Polls<AccountId>>::open(7, ends));
        assert!(<VotingPower as Polls<AccountId>>::open(8, ends + 1).is_err());
    });
}

#[test]
fn shares_of_classes_add_up_and_humans_have_half() {
    let shares = |parts: [u32; 5]| {
        let [human, provider, consumer, builder, coordinator] = parts.map(Perbill::from_parts);
        ClassShares { human, provider, consumer, builder, coordinator }
    };
    let percent = |percents: [u32; 5]| shares(percents.map(|one| one * PERCENT as u32));
    let default = percent([60, 20, 10, 7, 3]);
    assert_eq!(live::ClassShares::get(), Some(default));
    sp_io::TestExternalities::default().execute_with(|| {
        let half = percent([50, 20, 20, 7, 3]);
        for (stored, read) in [
            (None, None),
            (Some(default), Some(default)),
            (Some(percent([100, 0, 0, 0, 0])), Some(percent([100, 0, 0, 0, 0]))),
            (Some(half), Some(half)),
            // Humans with less than half, 100 % but one part, and one part more.
            (
                Some(shares([499_999_999, 200_000_001, 200_000_000, 70_000_000, 30_000_000])),
                Some(default),
            ),
            (
                Some(shares([599_999_999, 200_000_000, 100_000_000, 70_000_000, 30_000_000])),
                Some(default),
            ),
            (
                Some(shares([600_000_001, 200_000_000, 100_000_000, 70_000_000, 30_000_000])),
                Some(default),
            ),
        ] {
            set((governance::ClassShares, stored));
            assert_eq!(live::ClassShares::get(), read, "{stored:?}");
        }
    });
}

#[test]
fn quorums_adapt_unless_governance_says_otherwise() {
    assert!(live::AdaptiveQuorum::get());
    sp_io::TestExternalities::default().execute_with(|| {
        set((governance::AdaptiveQuorum, false));
        assert!(!live::AdaptiveQuorum::get());
    });
}

#[test]
fn proposals_are_evaluated_unless_governance_says_otherwise() {
    assert!(live::Evaluation::get() && live::ProposalRules::evaluates());
    sp_io::TestExternalities::default().execute_with(|| {
        set((governance::Evaluation, false));
        assert!(!live::Evaluation::get() && !live::ProposalRules::evaluates());
    });
}

#[test]
fn lost_time_is_none_or_an_hour_at_least() {
    assert_eq!(live::VotePauseAfter::get(), 6 * HOUR);
    sp_io::TestExternalities::default().execute_with(|| {
        for (stored, read) in
            [(0, 0), (1, HOUR), (HOUR, HOUR), (7 * DAY, 7 * DAY), (7 * DAY + 1, 7 * DAY)]
        {
            set((governance::VotePauseAfter, stored));
            assert_eq!(live::VotePauseAfter::get(), read);
        }
        // However short days are, blocks take seconds.
        pallet_chain_settings::Tempo::<Runtime>::put(14_400);
        for (stored, read) in [(0, 0), (1, MINUTE), (Moment::MAX, MINUTE)] {
            set((governance::VotePauseAfter, stored));
            assert_eq!(live::VotePauseAfter::get(), read);
        }
    });
}

/// What the networks say of their days, in milliseconds: mainnet and testnet, development and local_testnet,
/// e2e.
#[test]
fn presets_have_these_durations() {
    use live::*;

    /// Tells a duration as it is now.
    type Read = fn() -> Moment;

    type Durations = [Moment; 3];
    let tracks: [(ProposalKind, Durations, Durations, Durations); 7] = {
        use ProposalKind::*;
        let (delay, period, enactment) = (
            [DAY, MINUTE, 6 * SECOND],
            [7 * DAY, 7 * MINUTE, 42 * SECOND],
            [DAY, MINUTE, 6 * SECOND],
        );
        [
            (ParameterChange, delay, period, enactment),
            (ProtocolUpgrade, delay, period, enactment),
            (TreasuryAllocation, delay, period, enactment),
            (
                Emergency,
                [0; 3],
                [3 * DAY, 3 * MINUTE, 18 * SECOND],
                [4 * HOUR, 10 * SECOND, SECOND],
            ),
            (AgentTrading, delay, period, enactment),
            (DaoGrant, delay, period, enactment),
            (PolicyChange, delay, period, enactment),
        ]
    };
    let durations: [(&str, Read, Durations); 23] = [
        ("ChallengeWindow", ChallengeWindow::get, [2 * DAY, 2 * MINUTE, 12 * SECOND]),
        ("ChallengeDuration", ChallengeDuration::get, [2 * DAY, 2 * MINUTE, 12 * SECOND]),
        (
            "EmergencyChallengeDuration",
            EmergencyChallengeDuration::get,
            [12 * HOUR, 30 * SECOND, 3 * SECOND],
        ),
        ("grace of a verdict", ProposalRules::verdict_grace, [HOUR, MINUTE, MINUTE]),
        ("MinPeriod", MinPeriod::get, [DAY, MINUTE, 6 * SECOND]),
        ("MaxPeriod", MaxPeriod::get, [30 * DAY, 30 * MINUTE, 180 * SECOND]),
        (
            "longest enactment delay",
            ProposalRules::max_enactment_delay,
            [30 * DAY, 30 * MINUTE, 180 * SECOND],
        ),
        ("LateWindow", LateWindow::get, [DAY, MINUTE, 6 * SECOND]),
        ("EmergencyLateWindow", EmergencyLateWindow::get, [6 * HOUR, 15 * SECOND, 1_500]),
        ("Expiry", Expiry::get, [14 * DAY, 14 * MINUTE, 84 * SECOND]),
        ("retry", ProposalRules::retry, [HOUR, 2_500, 250]),
        ("Postponement", Postponement::get, [4 * DAY, 4 * MINUTE, 24 * SECOND]),
        ("BrakeDuration", BrakeDuration::get, [DAY, MINUTE, 6 * SECOND]),
        ("BrakeInterval", BrakeInterval::get, [7 * DAY, 7 * MINUTE, 42 * SECOND]),
        (
            "pause of an Emergency",
            ProposalRules::emergency_pause,
            [30 * DAY, 30 * MINUTE, 180 * SECOND],
        ),
        (
            "safe mode of an Emergency",
            ProposalRules::emergency_safe_mode,
            [7 * DAY, 7 * MINUTE, 42 * SECOND],
        ),
        (
            "safe mode of a failed migration",
            ProposalRules::repair_safe_mode,
            [14 * DAY, 14 * MINUTE, 84 * SECOND],
        ),
        ("Retention", Retention::get, [90 * DAY, 90 * MINUTE, 540 * SECOND]),
        (
            "period of participation",
            ProposalRules::participation_period,
            [14 * DAY, 14 * MINUTE, 84 * SECOND],
        ),
        ("VotePauseAfter", VotePauseAfter::get, [6 * HOUR, 0, 0]),
        // Of voting power, which keeps real time.
        ("ShortWindow", ShortWindow::get, [DAY; 3]),
        ("LongWindow", LongWindow::get, [7 * DAY; 3]),
        (
            "HistoryPeriod",
            <Runtime as pallet_voting_power::Config>::HistoryPeriod::get,
            [45 * DAY; 3],
        ),
    ];
    for (preset, tempo, column) in [
        (presets::MAINNET, 1, 0),
        (presets::TESTNET, 1, 0),
        (presets::DEVELOPMENT, 1_440, 1),
        (presets::LOCAL_TESTNET, 1_440, 1),
        (presets::E2E, 14_400, 2),
    ] {
        Chain::of_preset(preset).inspect(|| {
            assert_eq!(pallet_chain_settings::Tempo::<Runtime>::get(), tempo, "{preset}");
            for (kind, delay, period, enactment_delay) in tracks {
                let track = ProposalRules::track(kind);
                let read = [track.delay, track.period, track.enactment_delay];
                let wanted = [delay, period, enactment_delay].map(|durations| durations[column]);
                assert_eq!(read, wanted, "{preset}: {kind:?}");
            }
            for (name, read, wanted) in durations {
                assert_eq!(read(), wanted[column], "{preset}: {name}");
            }
        });
    }
}

/// Bounds follow the tempo as well.
#[test]
fn bounds_are_in_the_days_of_the_network() {
    Chain::of_preset(presets::DEVELOPMENT).inspect(|| {
        set((governance::Expiry, Moment::MAX));
        assert_eq!(live::Expiry::get(), 60 * MINUTE);
        set((governance::Expiry, 0));
        assert_eq!(live::Expiry::get(), 8 * MINUTE);
    });
}
