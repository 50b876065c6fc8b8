//! Votes by strategy that anybody asks for: when a wallet votes, how, and what it pays. With the scenarios of the
//! design.

use super::voters::*;
use crate::{auto_vote::LEAST_BALANCE, mock::*, types::Strategy, AutoVotes, Error, Event};
use aitbc_primitives::{
    agents::{
        wallets::{Decision, Preferences, Refusal},
        Role,
    },
    governance::{
        proposals::{Position, ProposalKind, ProposalKind::*},
        strategies::{Evaluation, StrategyReason},
    },
    token::{AITBC, EXISTENTIAL_DEPOSIT, MILLI},
    Balance,
};
use aitbc_test_support::{
    events, set_now, signed, wait, TestAgents, TestProposals, ADA, BEN, CYD, START,
};
use frame_support::{
    assert_noop, assert_ok,
    traits::fungible::{Inspect, Mutate},
};
use sp_runtime::Permill;

/// Asks for the vote of a wallet, as a stranger may.
fn ask(wallet: u64, proposal: u32) -> sp_runtime::DispatchResult {
    AgentWallet::auto_vote(signed(CYD), wallet, proposal)
}

fn reason(preference: u8, threshold: u8, evaluation: i16) -> StrategyReason {
    StrategyReason { preference, threshold, evaluation }
}

fn vote(proposal: u32, wallet: u64) -> (Position, StrategyReason) {
    let vote = TestProposals::vote(proposal, wallet).unwrap();
    (vote.position(), vote.reason)
}

/// The scenario of the design, with an evaluation of 0.
#[test]
fn wallets_vote_by_their_strategies() {
    ExtBuilder.build_and_execute(|| {
        let provider = voter(0, Role::Provider);
        let consumer = voter(1, Role::Consumer);
        let cautious = voter(2, Role::Provider);
        let preferences =
            Preferences { agent_trading: Some(120), ..on(Role::Provider).preferences };
        let strategy = Strategy { preferences, ..on(Role::Provider) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), cautious, Some(strategy)));
        open(1, AgentTrading);
        open(2, ParameterChange);
        open(3, Emergency);
        begin_second_half();

        assert_ok!(ask(provider, 1));
        assert_eq!(vote(1, provider), (Position::For, reason(200, 128, 0)));
        assert_eq!(vote(1, provider).1.sum(), 328);
        assert_ok!(ask(consumer, 2));
        assert_eq!(vote(2, consumer), (Position::For, reason(140, 128, 0)));
        assert_eq!(vote(2, consumer).1.sum(), 268);
        assert_ok!(ask(cautious, 1));
        assert_eq!(vote(1, cautious), (Position::Against, reason(120, 128, 0)));
        assert_eq!(vote(1, cautious).1.sum(), 248);
        assert_noop!(ask(provider, 3), Error::<Test>::NoPreference);

        // Nobody but the owner says how a wallet votes, and nobody but its callers votes as the wallet.
        let other = Strategy { support_threshold: 0, ..on(Role::Provider) };
        assert_noop!(
            AgentWallet::set_strategy(signed(CYD), provider, Some(other)),
            Error::<Test>::NotOwner
        );
        assert_ok!(AgentWallet::stop(signed(ADA), provider));
        assert_noop!(ask(provider, 2), Error::<Test>::WalletStopped);
        assert_ok!(AgentWallet::reactivate(signed(ADA), provider));
        assert_ok!(ask(provider, 2));
        assert_noop!(ask(provider, 2), Error::<Test>::AlreadyVoted);
        assert_noop!(ask(provider, 1), Error::<Test>::AlreadyVoted);
        assert_eq!(
            AutoVotes::<Test>::get(),
            crate::auto_vote::VoteCount { votes_for: 3, votes_against: 1 }
        );
    });
}

/// The wallets of a malicious ParameterChange: humans have cast 3 % of the base, 90 % of it against.
#[test]
fn wallets_follow_what_humans_say() {
    ExtBuilder.build_and_execute(|| {
        let roles = [Role::Provider, Role::Consumer, Role::Coordinator];
        let wallets = [0, 1, 2].map(|index: u32| voter(index, roles[index as usize]));
        open(1, ParameterChange);
        // 128 * (0.3 - 2.7) / 3, rounded down.
        TestProposals::evaluate(1, -103);
        begin_second_half();
        for wallet in wallets {
            assert_ok!(ask(wallet, 1));
        }
        let said = wallets.map(|wallet| vote(1, wallet));
        assert!(said.iter().all(|(position, _)| *position == Position::Against));
        assert_eq!(said.map(|(_, reason)| reason.sum()), [205, 165, 197]);
    });
}

#[test]
fn consumers_turn_at_minus_12() {
    ExtBuilder.build_and_execute(|| {
        let [first, second] = [0, 1].map(|index| voter(index, Role::Consumer));
        open(1, ParameterChange);
        begin_second_half();
        TestProposals::evaluate(1, -12);
        assert_ok!(ask(first, 1));
        TestProposals::evaluate(1, -11);
        assert_ok!(ask(second, 1));
        assert_eq!(vote(1, first), (Position::Against, reason(140, 128, -12)));
        assert_eq!(vote(1, second), (Position::For, reason(140, 128, -11)));
    });
}

#[test]
fn wallets_vote_in_the_second_half_only() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        set_now(START + HALF - 1);
        assert_noop!(ask(wallet, 1), Error::<Test>::TooEarly);
        set_now(START + 2 * HALF);
        assert_noop!(ask(wallet, 1), Error::<Test>::NotVoting);
        assert_noop!(ask(wallet, 2), Error::<Test>::NotVoting);
        set_now(START + 2 * HALF - 1);
        assert_ok!(ask(wallet, 1));

        let other = voter(1, Role::Provider);
        set_now(START + HALF);
        assert_ok!(ask(other, 1));
    });
}

#[test]
fn only_wallets_vote_that_are_switched_on() {
    ExtBuilder.build_and_execute(|| {
        let wallet = linked(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        assert_noop!(ask(CYD, 1), Error::<Test>::NotFound);
        assert_noop!(ask(wallet, 1), Error::<Test>::NoStrategy);
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, None));
        assert_noop!(ask(wallet, 1), Error::<Test>::NoStrategy);
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(Role::Provider))));
        assert_ok!(ask(wallet, 1));
    });
}

#[test]
fn a_vote_by_hand_stands() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        TestProposals::vote_by_hand(1, wallet);
        assert_noop!(ask(wallet, 1), Error::<Test>::AlreadyVoted);
        poll();
        assert_eq!(TestProposals::votes(), []);
        assert_eq!(AgentWallet::place(wallet), Some(0));
    });
}

#[test]
fn the_score_of_the_agent_is_high_enough() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        let strategy = Strategy { min_score: 500, ..on(Role::Provider) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy)));
        open(1, AgentTrading);
        begin_second_half();
        TestAgents::set_score(AGENT, 499);
        assert_noop!(ask(wallet, 1), Error::<Test>::ScoreTooLow);
        TestAgents::set_score(AGENT, 500);
        assert_ok!(ask(wallet, 1));
    });
}

#[test]
fn a_wallet_without_agent_votes_only_if_no_score_is_asked_for() {
    ExtBuilder.build_and_execute(|| {
        let wallet = unlinked(0);
        open(1, AgentTrading);
        begin_second_half();
        let set = |min_score| {
            let strategy = Strategy { min_score, ..on(Role::Provider) };
            AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy))
        };
        assert_ok!(set(1));
        assert_noop!(ask(wallet, 1), Error::<Test>::ScoreTooLow);
        assert_ok!(set(0));
        assert_ok!(ask(wallet, 1));
    });
}

#[test]
fn a_vote_costs_the_wallet_its_fee_and_counts_half_of_the_rest() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        let fees = received();
        let issuance = Balances::total_issuance();
        let _ = events::<Test, Event<Test>>();
        assert_ok!(ask(wallet, 1));
        assert_eq!(FEE, 20 * MILLI);
        assert_eq!(Balances::total_balance(&wallet), 1_000 * AITBC - FEE);
        assert_eq!(received(), fees + FEE);
        assert_eq!(Balances::total_issuance(), issuance);
        let max_power = TestProposals::vote(1, wallet).unwrap().max_power;
        assert_eq!(max_power, 499 * AITBC + 990 * MILLI);
        let cast = Event::AutoVoted {
            wallet,
            proposal: 1,
            position: Position::For,
            reason: reason(200, 128, 0),
        };
        assert_eq!(events::<Test, Event<Test>>(), [cast]);
    });
}

#[test]
fn what_counts_is_rounded_down() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        Balances::set_balance(&wallet, LEAST_BALANCE + FEE + 1);
        let strategy = Strategy { max_frozen: Permill::from_parts(1), ..on(Role::Provider) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy)));
        open(1, AgentTrading);
        begin_second_half();
        assert_ok!(ask(wallet, 1));
        let max_power = TestProposals::vote(1, wallet).unwrap().max_power;
        assert_eq!(max_power, LEAST_BALANCE / 1_000_000);
    });
}

#[test]
fn a_wallet_needs_100_to_vote() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        assert_eq!(LEAST_BALANCE, 100 * AITBC);
        Balances::set_balance(&wallet, LEAST_BALANCE - 1);
        assert_noop!(ask(wallet, 1), Error::<Test>::BalanceTooLow);
        Balances::set_balance(&wallet, LEAST_BALANCE);
        assert_ok!(ask(wallet, 1));
        // Now it has a little less.
        open(2, AgentTrading);
        begin_second_half();
        assert_noop!(ask(wallet, 2), Error::<Test>::BalanceTooLow);
    });
}

#[test]
fn the_fee_takes_neither_what_is_frozen_nor_the_existential_deposit() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        let balance = Balances::total_balance(&wallet);
        freeze(wallet, balance - FEE + 1);
        assert_noop!(ask(wallet, 1), Error::<Test>::BalanceTooLow);
        // What is on hold can be frozen as well, but cannot pay.
        freeze(wallet, 0);
        let least: Balance = EXISTENTIAL_DEPOSIT + FEE;
        hold(wallet, balance - least + 1);
        assert_noop!(ask(wallet, 1), Error::<Test>::BalanceTooLow);
        release(wallet, 1);
        assert_ok!(ask(wallet, 1));
        assert_eq!(Balances::balance(&wallet), EXISTENTIAL_DEPOSIT);

        let other = voter(1, Role::Provider);
        freeze(other, balance - FEE);
        assert_ok!(ask(other, 1));
        assert_eq!(Balances::total_balance(&other), balance - FEE);
    });
}

/// Who asks for it has paid the fee of the call.
#[test]
fn a_vote_by_request_that_cannot_be_counted_costs_the_wallet_nothing() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        TestProposals::set_power(wallet, false);
        assert_noop!(ask(wallet, 1), TestProposals::NO_POWER);
        assert_eq!(Balances::total_balance(&wallet), 1_000 * AITBC);
        assert_eq!(AgentWallet::place(wallet), Some(0));
    });
}

/// It was taken off the list, since it had too little. Whoever asks for its vote puts it back, if it has enough.
#[test]
fn who_votes_again_is_back_on_the_list() {
    ExtBuilder.build_and_execute(|| {
        let wallet = voter(0, Role::Provider);
        open(1, AgentTrading);
        begin_second_half();
        Balances::set_balance(&wallet, AITBC);
        poll();
        assert_eq!(AgentWallet::place(wallet), None);
        assert_noop!(ask(wallet, 1), Error::<Test>::BalanceTooLow);
        assert_eq!(AgentWallet::place(wallet), None);
        Balances::set_balance(&wallet, 1_000 * AITBC);
        assert_ok!(ask(wallet, 1));
        assert_eq!(AgentWallet::place(wallet), Some(1));
    });
}

#[test]
fn a_decision_tells_what_a_wallet_would_vote() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(AgentWallet::decision(CYD, 1), None);
        let wallet = linked(0, Role::Consumer);
        open(1, ParameterChange);
        let decision = || AgentWallet::decision(wallet, 1).unwrap();
        assert_eq!(decision().refused, Some(Refusal::NoStrategy));
        assert_eq!((decision().position, decision().sum), (None, None));
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, None));
        assert_eq!(decision().refused, Some(Refusal::SwitchedOff));
        assert_eq!(decision().position, Some(Decision::For));
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(on(Role::Consumer))));
        assert_eq!(decision().refused, Some(Refusal::TooEarly));
        assert_eq!(decision().begins, Some(START + HALF));
        wait(HALF);
        TestProposals::evaluate(1, -12);
        let told = decision();
        assert_eq!(told.refused, None);
        assert_eq!(told.position, Some(Decision::Against));
        assert_eq!((told.preference, told.support_threshold), (Some(140), Some(128)));
        assert_eq!(told.evaluation, Evaluation { support: -12, ..Default::default() });
        assert_eq!(told.sum, Some(256));

        assert_ok!(AgentWallet::stop(signed(ADA), wallet));
        assert_eq!(decision().refused, Some(Refusal::WalletStopped));
        assert_ok!(AgentWallet::reactivate(signed(ADA), wallet));
        Balances::set_balance(&wallet, AITBC);
        assert_eq!(decision().refused, Some(Refusal::BalanceTooLow));
        Balances::set_balance(&wallet, 1_000 * AITBC);
        let strategy = Strategy { min_score: 101, ..on(Role::Consumer) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy)));
        assert_eq!(decision().refused, Some(Refusal::ScoreTooLow));
        TestAgents::set_score(AGENT, 101);
        assert_ok!(AgentWallet::auto_vote(signed(BEN), wallet, 1));
        assert_eq!(decision().refused, Some(Refusal::AlreadyVoted));
        wait(HALF);
        assert_eq!((decision().refused, decision().begins), (Some(Refusal::NotVoting), None));

        open(2, PolicyChange);
        begin_second_half();
        let told = AgentWallet::decision(wallet, 2).unwrap();
        assert_eq!((told.refused, told.position), (Some(Refusal::NoPreference), None));
    });
}

/// What a wallet would vote is what it votes, and it votes unless it is said why not.
#[test]
fn decisions_come_true() {
    ExtBuilder.build_and_execute(|| {
        let mut id = 0;
        let roles = [Role::Provider, Role::Consumer, Role::Builder, Role::Coordinator];
        let wallets = [0, 1, 2, 3].map(|index: u32| voter(index, roles[index as usize]));
        for kind in ProposalKind::ALL {
            for evaluation in [-128, -12, -11, 0, 128] {
                id += 1;
                open(id, kind);
                TestProposals::evaluate(id, evaluation);
                begin_second_half();
                for wallet in wallets {
                    let told = AgentWallet::decision(wallet, id).unwrap();
                    let done = ask(wallet, id).is_ok();
                    assert_eq!(told.refused.is_none(), done);
                    let position = TestProposals::vote(id, wallet).map(|vote| vote.position());
                    let expected = told.position.map(|decision| match decision {
                        Decision::For => Position::For,
                        Decision::Against => Position::Against,
                    });
                    assert_eq!(position, expected);
                }
                TestProposals::close(id);
            }
        }
    });
}
