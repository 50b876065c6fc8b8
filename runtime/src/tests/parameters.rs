use super::chain::Chain;
use crate::{
    parameters::{consensus, defaults, economics, live, work_contract},
    *,
};
use frame_support::{assert_noop, assert_ok, traits::Get};
use parameters::RuntimeParameters;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::{DispatchError, Perbill};

fn session_length(value: u32) -> RuntimeParameters {
    RuntimeParameters::Consensus(consensus::Parameters::SessionLength(
        consensus::SessionLength,
        Some(value),
    ))
}

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
        assert_ok!(Parameters::set_parameter(
            RuntimeOrigin::root(),
            subsidy_rate(Perbill::one())
        ));
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
fn values_out_of_bounds_are_read_as_the_nearest_bound() {
    Chain::development().inspect(|| {
        for (stored, read) in [
            (0, 10),
            (10, 10),
            (11, 11),
            (2_000, 2_000),
            (2_001, 2_000),
            (u32::MAX, 2_000),
        ] {
            Parameters::set_parameter(RuntimeOrigin::root(), session_length(stored)).unwrap();
            assert_eq!(live::SessionLength::get(), read);
        }
    });
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
        set(consensus::Parameters::BondingDuration(
            consensus::BondingDuration,
            Some(5),
        ));
        set(consensus::Parameters::SlashDeferDuration(
            consensus::SlashDeferDuration,
            Some(9),
        ));
        assert_eq!(live::SlashDeferDuration::get(), 4);
        set(consensus::Parameters::SlashDeferDuration(
            consensus::SlashDeferDuration,
            Some(3),
        ));
        assert_eq!(live::SlashDeferDuration::get(), 3);
    });
}

#[test]
fn defaults_hold_where_there_is_no_storage() {
    assert_eq!(live::SessionLength::get(), defaults::SESSION_LENGTH);
    assert_eq!(
        live::SlashDeferDuration::get(),
        defaults::SLASH_DEFER_DURATION
    );
    const { assert!(defaults::SLASH_DEFER_DURATION < defaults::BONDING_DURATION) };
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
fn parts_out_of_bounds_are_read_as_the_nearest_bound() {
    Chain::development().inspect(|| {
        let set = |parameter| {
            let parameter = RuntimeParameters::Consensus(parameter);
            Parameters::set_parameter(RuntimeOrigin::root(), parameter).unwrap();
        };
        use consensus::Parameters as Key;
        for (stored, share, delivery, penalty) in [(0, 1, 0, 0), (5, 5, 5, 5), (100, 100, 90, 10)] {
            let part = Some(Perbill::from_percent(stored));
            set(Key::MaxShare(consensus::MaxShare, part));
            set(Key::MinDelivery(consensus::MinDelivery, part));
            set(Key::MissedSlotsPenalty(consensus::MissedSlotsPenalty, part));
            let read = [
                live::MaxShare::get(),
                live::MinDelivery::get(),
                live::MissedSlotsPenalty::get(),
            ];
            assert_eq!(read, [share, delivery, penalty].map(Perbill::from_percent));
        }
    });
}

/// So that no decision can take all power away, or ask for more history than is kept.
#[test]
fn rules_of_voting_power_stay_within_their_bounds() {
    use crate::parameters::governance::{FeeAllowance, LongWindow, Parameters as Key, ShortWindow};
    use aitbc_primitives::{
        time::{DAY, HOUR},
        token::AITBC,
    };
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
