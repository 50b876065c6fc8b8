//! How strategies are set, what the defaults say, and who is on the list.

use super::voters::*;
use crate::{
    auto_vote::LEAST_BALANCE, mock::*, strategy::default_strategy, types::Strategy, AutoVoters,
    Error, Event, Roll,
};
use aitbc_primitives::{
    agents::Role,
    governance::proposals::{
        Position,
        Position::{Against, For},
        ProposalKind,
    },
    token::AITBC,
};
use aitbc_test_support::{events, signed, wait, ADA, BEN, CYD};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok, traits::fungible::Mutate};
use sp_runtime::Permill;

const ROLES: [Role; 4] = [Role::Provider, Role::Consumer, Role::Builder, Role::Coordinator];

/// What preference and threshold of each role add up to by default, by type in the order of the design's table:
/// ParameterChange, ProtocolUpgrade, TreasuryAllocation, Emergency, AgentTrading, DaoGrant, PolicyChange.
const SUMS: [[Option<i32>; 7]; 4] = [
    [Some(308), None, Some(288), None, Some(328), None, None],
    [Some(268), None, Some(308), None, Some(288), None, None],
    [None, Some(350), None, None, None, Some(330), None],
    [Some(300), Some(320), None, None, None, None, None],
];

/// All four roles, seven types and five evaluations.
#[test]
fn defaults_decide_as_the_table_says() {
    let mut decided = 0;
    for (role, sums) in ROLES.into_iter().zip(SUMS) {
        for (kind, sum) in ProposalKind::ALL.into_iter().zip(sums) {
            for evaluation in [-128, -12, -11, 0, 128] {
                let reason = crate::strategy::reason(&default_strategy(role), kind, evaluation);
                let Some(sum) = sum else {
                    assert_eq!(reason, None, "{role:?} {kind:?}");
                    continue;
                };
                let reason = reason.unwrap();
                let expected = sum + i32::from(evaluation);
                assert_eq!(reason.sum(), expected, "{role:?} {kind:?} {evaluation}");
                let position = if expected >= 257 { For } else { Against };
                assert_eq!(reason.position(), position, "{role:?} {kind:?} {evaluation}");
                decided += 1;
            }
        }
    }
    assert_eq!(decided, 10 * 5);
}

/// The same by the numbers: where the votes of the table turn.
#[test]
fn decisions_turn_where_the_sum_is_257() {
    let position = |role, kind, evaluation| {
        crate::strategy::reason(&default_strategy(role), kind, evaluation).unwrap().position()
    };
    use ProposalKind::*;
    let turns: [(Role, ProposalKind, i16); 10] = [
        (Role::Provider, ParameterChange, -52),
        (Role::Provider, TreasuryAllocation, -32),
        (Role::Provider, AgentTrading, -72),
        (Role::Consumer, ParameterChange, -12),
        (Role::Consumer, TreasuryAllocation, -52),
        (Role::Consumer, AgentTrading, -32),
        (Role::Builder, ProtocolUpgrade, -94),
        (Role::Builder, DaoGrant, -74),
        (Role::Coordinator, ParameterChange, -44),
        (Role::Coordinator, ProtocolUpgrade, -64),
    ];
    for (role, kind, evaluation) in turns {
        assert_eq!(position(role, kind, evaluation), Against, "exactly 256: {role:?} {kind:?}");
        assert_eq!(position(role, kind, evaluation + 1), For, "exactly 257: {role:?} {kind:?}");
    }
    let expected: [(i16, Position); 5] =
        [(-128, Against), (-12, Against), (-11, For), (0, For), (128, For)];
    for (evaluation, expected) in expected {
        assert_eq!(position(Role::Consumer, ParameterChange, evaluation), expected);
    }
}

#[test]
fn defaults_are_switched_off_and_freeze_half() {
    for role in ROLES {
        let Strategy { auto_vote, min_score, max_frozen, .. } = default_strategy(role);
        assert_eq!((auto_vote, min_score, max_frozen), (false, 100, Permill::from_percent(50)));
    }
    assert_eq!(ROLES.map(|role| default_strategy(role).support_threshold), [128, 128, 150, 140]);
}

#[test]
fn without_a_strategy_the_defaults_of_the_role_are_taken() {
    ExtBuilder.build_and_execute(|| {
        for (index, role) in (0..).zip(ROLES) {
            let wallet = linked(index, role);
            assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, None));
            let strategy = default_strategy(role);
            assert_eq!(AgentWallet::wallet(wallet).unwrap().strategy, Some(strategy));
            System::assert_last_event(Event::StrategySet { wallet, strategy }.into());
            assert_eq!(AgentWallet::place(wallet), None);
        }
    });
}

#[test]
fn without_an_active_agent_there_are_no_defaults() {
    ExtBuilder.build_and_execute(|| {
        let wallet = unlinked(0);
        assert_noop!(
            AgentWallet::set_strategy(signed(ADA), wallet, None),
            Error::<Test>::NoStrategy
        );
        let wallet = linked(1, Role::Builder);
        deactivate(AGENT + 1);
        assert_noop!(
            AgentWallet::set_strategy(signed(ADA), wallet, None),
            Error::<Test>::NoStrategy
        );
        // What its owner says itself needs no agent.
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(Role::Builder))));
    });
}

#[test]
fn only_the_owner_sets_a_strategy() {
    ExtBuilder.build_and_execute(|| {
        let wallet = linked(0, Role::Provider);
        assert_ok!(AgentWallet::set_guardian(signed(ADA), wallet, Some(BEN)));
        for who in [BEN, CYD, wallet, AGENT] {
            for strategy in [None, Some(on(Role::Provider))] {
                assert_noop!(
                    AgentWallet::set_strategy(signed(who), wallet, strategy),
                    Error::<Test>::NotOwner
                );
            }
        }
        assert_noop!(AgentWallet::set_strategy(signed(ADA), CYD, None), Error::<Test>::NotFound);
    });
}

#[test]
fn a_strategy_that_could_never_vote_is_refused() {
    ExtBuilder.build_and_execute(|| {
        let wallet = linked(0, Role::Provider);
        let good = on(Role::Provider);
        let set = |strategy| AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy));
        for bad in [
            Strategy { min_score: 1_001, ..good },
            Strategy { max_frozen: Permill::zero(), ..good },
        ] {
            assert_noop!(set(bad), Error::<Test>::BadStrategy);
        }
        for fine in [
            Strategy { min_score: 1_000, ..good },
            Strategy { min_score: 0, ..good },
            Strategy { max_frozen: Permill::from_parts(1), ..good },
            Strategy { max_frozen: Permill::one(), ..good },
            Strategy { preferences: Default::default(), ..good },
        ] {
            assert_ok!(set(fine));
        }
        // More than all of the balance cannot be said.
        assert!(Permill::decode(&mut &1_000_001u32.encode()[..]).is_err());
    });
}

/// Otherwise dust would come onto the list for the fee of a call.
#[test]
fn a_wallet_needs_100_to_be_switched_on() {
    ExtBuilder.build_and_execute(|| {
        let wallet = linked(0, Role::Provider);
        let set = |strategy| AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy));
        let off = default_strategy(Role::Provider);
        Balances::set_balance(&wallet, LEAST_BALANCE - 1);
        assert_noop!(set(on(Role::Provider)), Error::<Test>::BalanceTooLow);
        assert_ok!(set(off));
        // Not while it is stopped either: it would come onto the list when it is reactivated.
        assert_ok!(AgentWallet::stop(signed(ADA), wallet));
        assert_noop!(set(on(Role::Provider)), Error::<Test>::BalanceTooLow);
        assert_ok!(AgentWallet::reactivate(signed(ADA), wallet));
        // What is on hold belongs to it.
        Balances::set_balance(&wallet, LEAST_BALANCE);
        hold(wallet, 90 * AITBC);
        assert_ok!(set(on(Role::Provider)));
        assert_eq!(AgentWallet::place(wallet), Some(0));
        // Who has too little now can still be switched off.
        release(wallet, 90 * AITBC);
        Balances::set_balance(&wallet, AITBC);
        assert_noop!(set(on(Role::Builder)), Error::<Test>::BalanceTooLow);
        assert_ok!(set(off));
        assert_eq!(AgentWallet::place(wallet), None);
    });
}

#[test]
fn who_stays_switched_on_keeps_its_place() {
    ExtBuilder.build_and_execute(|| {
        let [first, second] = [0, 1].map(|index| voter(index, Role::Provider));
        assert_eq!([first, second].map(AgentWallet::place), [Some(0), Some(1)]);
        let since = AutoVoters::<Test>::get(crate::strategy::key(0)).unwrap().since;
        wait(1_000);
        let other = Strategy { support_threshold: 1, ..on(Role::Provider) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), first, Some(other)));
        assert_eq!(AgentWallet::place(first), Some(0));
        assert_eq!(AutoVoters::<Test>::get(crate::strategy::key(0)).unwrap().since, since);
        assert_eq!(Roll::<Test>::get().taken, 2);
    });
}

#[test]
fn who_comes_back_has_another_place() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, None));
        assert_eq!(AgentWallet::place(wallet), None);
        assert_eq!(Roll::<Test>::get().taken, 0);
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(Role::Provider))));
        assert_eq!(AgentWallet::place(wallet), Some(1));
    });
}

#[test]
fn a_stopped_wallet_comes_onto_the_list_when_it_is_reactivated() {
    ExtBuilder.build_and_execute(|| {
        let wallet = linked(0, Role::Provider);
        assert_ok!(AgentWallet::stop(signed(ADA), wallet));
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(Role::Provider))));
        assert_eq!(AgentWallet::place(wallet), None);
        assert_ok!(AgentWallet::reactivate(signed(ADA), wallet));
        assert_eq!(AgentWallet::place(wallet), Some(0));
        // It does not lose its place when it is stopped, but when it is visited.
        assert_ok!(AgentWallet::stop(signed(ADA), wallet));
        assert_eq!(AgentWallet::place(wallet), Some(0));
        assert_ok!(AgentWallet::reactivate(signed(ADA), wallet));
        assert_eq!(AgentWallet::place(wallet), Some(0));
    });
}

#[test]
fn a_wallet_that_is_closed_or_given_away_leaves_the_list() {
    ExtBuilder.build_and_execute(|| {
        let [closed, sold] = [0, 1].map(|index| voter(index, Role::Provider));
        assert_ok!(AgentWallet::close(signed(ADA), closed));
        assert_eq!(AgentWallet::place(closed), None);
        assert_ok!(AgentWallet::unlink(signed(ADA), sold));
        assert_eq!(AgentWallet::place(sold), Some(1), "an unlinked wallet stays");
        assert_ok!(AgentWallet::offer_ownership(signed(ADA), sold, Some(BEN)));
        assert_ok!(AgentWallet::accept_ownership(signed(BEN), sold));
        assert_eq!(AgentWallet::place(sold), None);
        assert_eq!(AgentWallet::wallet(sold).unwrap().strategy, None);
        assert_eq!(Roll::<Test>::get().taken, 0);
        let _ = events::<Test, Event<Test>>();
    });
}
