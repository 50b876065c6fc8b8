use super::chain::Chain;
use crate::{
    limits::{HISTORY_DEPTH, MAX_SCHEDULE},
    parameters::{
        groups::{consensus, economics, governance, safety, work_contract, RuntimeParameters},
        live, GenesisParameters,
    },
    *,
};
use aitbc_primitives::{
    time::{DAY, HOUR},
    token::AITBC,
};
use codec::{Decode, Encode};
use core::{fmt::Debug, ops::RangeInclusive};
use frame_support::{
    assert_noop, assert_ok,
    traits::{dynamic_params::AggregatedKeyValue, Get},
};
use pallet_chain_settings::StoreParameters;
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
fn only_root_sets_parameters() {
    Chain::development().inspect(|| {
        let alice = RuntimeOrigin::signed(Alice.to_account_id());
        assert_noop!(
            Parameters::set_parameter(alice, subsidy_rate(Perbill::one())),
            DispatchError::BadOrigin
        );
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
        serde_json::from_str::<GenesisParameters>(&json).unwrap().store();
        assert_eq!(live::EqualShare::get(), Perbill::one());
        assert_eq!(live::MintRatio::get(), Perbill::from_parts(7));
    });
}

/// A rule for one parameter: what it is where nothing is stored, and what it can be.
struct Rule {
    default: u128,
    bounds: RangeInclusive<u128>,
}

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
            check(RuntimeParameters::$group, $module::$name, live::$name::get, $value, rule);
        )*
        [$(stringify!($name)),*]
    }};
}

#[test]
fn every_parameter_has_its_default_and_stays_within_its_bounds() {
    const PERCENT: u128 = 10_000_000;
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
    let (hour, day) = (u128::from(HOUR), u128::from(DAY));
    let (schedule, history) = (u128::from(MAX_SCHEDULE), u128::from(HISTORY_DEPTH));

    let checked = check! {
        Economics(economics::StakingInflation), part, 5 * PERCENT / 2, 0..=10 * PERCENT;
        Economics(economics::SubsidyRate), part, 5 * PERCENT / 2, 0..=10 * PERCENT;
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
    let all = include_str!("../parameters/groups.rs").lines().filter_map(|line| {
        let (name, _) = line.trim().strip_prefix("pub static ")?.split_once(':')?;
        Some(name)
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
