//! The hook by which wallets vote.

use super::voters::*;
use crate::{
    jobs::{Job, Why, MAX_JOBS},
    mock::*,
    strategy::Places,
    types::Strategy,
    AutoVotes, Event, Jobs, Roll, WeightInfo,
};
use aitbc_primitives::{
    agents::Role,
    governance::{proposals::ProposalKind::*, strategies::StrategyVotes},
    token::AITBC,
};
use aitbc_test_support::{
    events, signed, wait, TestAgents, TestExternalities, TestProposals, ADA, CYD,
};
use frame_support::{
    assert_ok,
    traits::{fungible::Mutate, Hooks},
    weights::Weight,
};

/// Sets the share of the hook so that it has room for so many votes on one of so many proposals.
fn room_for(votes: u64, proposals: u32) {
    let room = base(proposals)
        .saturating_add(evaluation())
        .saturating_add(vote_cost().saturating_mul(votes - 1))
        .saturating_add(most());
    HookWeight::set(&room);
}

/// What the hook takes before the first visit, with so many proposals, if anybody votes.
fn base(proposals: u32) -> Weight {
    <()>::poll(proposals).saturating_add(<()>::settle()).saturating_add(<()>::turn())
}

/// What a visit takes in which a wallet votes, if the proposal is evaluated already.
fn vote_cost() -> Weight {
    let vote = <TestProposals as StrategyVotes<u64>>::vote_weight();
    <()>::visit().saturating_add(<()>::pay()).saturating_add(vote)
}

fn evaluation() -> Weight {
    <TestProposals as StrategyVotes<u64>>::evaluation_weight()
}

fn most() -> Weight {
    AgentWallet::most_of_a_visit()
}

fn job(proposal: u32) -> Job {
    *Jobs::<Test>::get().jobs.iter().find(|job| job.proposal == proposal).unwrap()
}

/// Who has voted on a proposal by strategy, in this order.
fn votes_on(proposal: u32) -> Vec<u64> {
    let votes = TestProposals::votes().into_iter();
    votes.filter(|(id, _)| *id == proposal).map(|(_, who)| who).collect()
}

fn stopped() -> Vec<(u64, Why)> {
    let events = events::<Test, Event<Test>>().into_iter();
    events
        .filter_map(|event| match event {
            Event::AutoVoteStopped { wallet, why } => Some((wallet, why)),
            _ => None,
        })
        .collect()
}

#[test]
fn all_wallets_vote_once_the_second_half_has_begun() {
    ExtBuilder.build_and_execute(|| {
        let wallets = voters(5);
        open(1, AgentTrading);
        poll();
        wait(HALF - 1);
        poll();
        assert_eq!(TestProposals::votes(), []);
        wait(1);
        let fees = received();
        poll();
        assert_eq!(votes_on(1), wallets);
        assert_eq!(received(), fees + 5 * FEE);
        assert_eq!(AutoVotes::<Test>::get().votes_for, 5);
        // None votes again.
        poll();
        assert_eq!(votes_on(1), wallets);
        assert_eq!(job(1), Job { proposal: 1, cursor: 5, until: 5 });
        assert_eq!(AgentWallet::figures().votes_pending, 0);
        // The job is gone with the vote.
        wait(HALF);
        poll();
        assert!(Jobs::<Test>::get().jobs.is_empty());
    });
}

#[test]
fn without_proposals_the_hook_is_idle() {
    ExtBuilder.build_and_execute(|| {
        voters(5);
        assert_eq!(poll(), <()>::idle());
        // A two thousandth of a block of 1 333 ms.
        assert!(<()>::idle().ref_time() < 1_333_000_000_000 / 2_000);
        // A proposal in the first half of its vote is none.
        open(1, AgentTrading);
        let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
        assert_eq!(poll(), <()>::idle());
        assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
    });
}

#[test]
fn the_hook_takes_what_it_has_done_and_no_more_than_its_share() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        let wallets = voters(7);
        open(1, AgentTrading);
        begin_second_half();
        room_for(3, 1);
        let spent = poll();
        assert_eq!(votes_on(1), wallets[..3]);
        let votes = vote_cost().saturating_mul(3);
        assert_eq!(spent, base(1).saturating_add(votes).saturating_add(evaluation()));
        assert!(spent.all_lte(HookWeight::get()));
        assert_eq!(job(1).cursor, 3);
        assert_eq!(AgentWallet::figures().votes_pending, 4);
        poll();
        poll();
        assert_eq!(votes_on(1), wallets);
    });
}

#[test]
fn a_block_that_has_less_left_than_the_share_is_not_overrun() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        voters(7);
        open(1, AgentTrading);
        begin_second_half();
        // Room for one visit.
        let left = base(1).saturating_add(most()).set_proof_size(u64::MAX);
        assert!(poll_within(left).all_lte(left));
        assert_eq!(votes_on(1).len(), 1);
        // And for a bit less.
        let left = left.saturating_sub(Weight::from_parts(1, 0));
        assert!(poll_within(left).all_lte(left));
        assert_eq!(votes_on(1).len(), 1);
        // Nothing is begun if there is no room to look at all the jobs that there can be.
        let left = <()>::poll(MAX_JOBS).saturating_sub(Weight::from_parts(1, 0));
        assert_eq!(poll_within(left), Weight::zero());
    });
}

#[test]
fn without_a_share_nothing_is_done_but_by_hand() {
    ExtBuilder.build_and_execute(|| {
        let wallets = voters(2);
        open(1, AgentTrading);
        begin_second_half();
        HookWeight::set(&Weight::zero());
        AgentWallet::integrity_test();
        poll();
        assert!(Jobs::<Test>::get().jobs.is_empty());
        assert_ok!(AgentWallet::auto_vote(signed(CYD), wallets[1], 1));
        assert_eq!(votes_on(1), [wallets[1]]);
    });
}

/// The design asks for 12 votes in 2 % of 1 333 ms, each of which costs 1.15 ms for the ballot alone.
#[test]
fn a_block_has_room_for_12_votes_and_more() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        HookWeight::set(&Weight::from_parts(26_660_000_000, u64::MAX));
        // A point of a history that was never written, and the end of a delegation.
        HistoryWeight::set(&Weight::from_parts(650_000_000, 0));
        voters(40);
        for id in 0..20 {
            open(id, AgentTrading);
        }
        begin_second_half();
        AgentWallet::integrity_test();
        for _ in 0..8 {
            let before = TestProposals::votes().len();
            let spent = poll();
            assert!(TestProposals::votes().len() >= before + 12);
            assert!(spent.all_lte(HookWeight::get()));
        }
    });
}

/// 1 000 wallets, 20 proposals: within 1 667 blocks, an hour of blocks 2 s apart.
#[test]
fn a_thousand_wallets_vote_on_20_proposals_within_1_667_blocks() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        HookWeight::set(&Weight::from_parts(26_660_000_000, u64::MAX));
        HistoryWeight::set(&Weight::from_parts(650_000_000, 0));
        voters(1_000);
        for id in 0..20 {
            open(id, AgentTrading);
        }
        begin_second_half();
        System::reset_events();
        let mut blocks = 0;
        while AutoVotes::<Test>::get().votes_for < 20_000 {
            poll();
            System::reset_events();
            blocks += 1;
            assert!(blocks <= 1_667, "after 1 667 blocks wallets have not voted");
        }
        let votes: std::collections::BTreeSet<_> = TestProposals::votes().into_iter().collect();
        assert_eq!(votes.len(), 20_000);
    });
}

#[test]
fn proposals_take_turns() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        voters(4);
        for id in [3, 7, 9] {
            open(id, AgentTrading);
        }
        begin_second_half();
        room_for(2, 3);
        let counts = || [3, 7, 9].map(|id| votes_on(id).len());
        let mut seen = vec![];
        for _ in 0..6 {
            poll();
            seen.push(counts());
        }
        // Each has a block for itself, one after the other.
        assert_eq!(seen[..3], [[2, 0, 0], [2, 2, 0], [2, 2, 2]]);
        assert_eq!(seen[3..], [[4, 2, 2], [4, 4, 2], [4, 4, 4]]);
    });
}

#[test]
fn who_is_done_leaves_the_room_to_others() {
    ExtBuilder.build_and_execute(|| {
        let wallets = voters(3);
        for id in [1, 2] {
            open(id, AgentTrading);
        }
        begin_second_half();
        poll();
        assert_eq!(votes_on(1), wallets);
        assert_eq!(votes_on(2), wallets);
    });
}

#[test]
fn a_proposal_is_evaluated_once_in_a_block() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        voters(8);
        for id in [1, 2] {
            open(id, AgentTrading);
        }
        open(3, Emergency);
        begin_second_half();
        room_for(5, 3);
        poll();
        assert_eq!(votes_on(1).len(), 5);
        assert_eq!(TestProposals::evaluated(), 1);
        HookWeight::set(&Weight::MAX);
        poll();
        // The rest of the first, and all of the second. Nobody votes on the third.
        assert_eq!(TestProposals::votes().len(), 16);
        assert_eq!(TestProposals::evaluated(), 3);
    });
}

/// Each block votes by what the chain makes of a proposal in that block.
#[test]
fn each_block_evaluates_anew() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        let wallets = voters(2);
        open(1, AgentTrading);
        begin_second_half();
        room_for(1, 1);
        poll();
        TestProposals::evaluate(1, -72);
        poll();
        let sums: Vec<_> = wallets
            .iter()
            .map(|wallet| TestProposals::vote(1, *wallet).unwrap().reason.sum())
            .collect();
        assert_eq!(sums, [328, 256]);
        let count = AutoVotes::<Test>::get();
        assert_eq!((count.votes_for, count.votes_against), (1, 1));
    });
}

#[test]
fn who_cannot_vote_leaves_the_list_and_is_told_why() {
    ExtBuilder.build_and_execute(|| {
        let [rich, poor, frozen, powerless, braked] =
            [0, 1, 2, 3, 4].map(|index| voter(index, Role::Provider));
        Balances::set_balance(&poor, 100 * AITBC - 1);
        freeze(frozen, FUNDS);
        TestProposals::set_power(powerless, false);
        assert_ok!(AgentWallet::stop(signed(ADA), braked));
        wait(1);
        open(1, AgentTrading);
        begin_second_half();
        let _ = stopped();
        let fees = received();
        let spent = poll();
        assert_eq!(votes_on(1), [rich]);
        assert_eq!(
            stopped(),
            [
                (poor, Why::BalanceTooLow),
                (frozen, Why::BalanceTooLow),
                (powerless, Why::NoPower),
                (braked, Why::Stopped),
            ]
        );
        let places = [rich, poor, frozen, powerless, braked].map(AgentWallet::place);
        assert_eq!(places, [Some(0), None, None, None, None]);
        assert_eq!(Roll::<Test>::get(), Places { next: 5, taken: 1 });
        // Who has no power has cost as much as a vote.
        let visits = <()>::visit().saturating_mul(3);
        let taken_off = <()>::take_off().saturating_mul(4);
        let expected = base(1)
            .saturating_add(visits)
            .saturating_add(vote_cost().saturating_mul(2))
            .saturating_add(taken_off)
            .saturating_add(evaluation());
        assert_eq!(spent, expected);
        // Who has no power has paid for it too, and who was not asked has not.
        assert_eq!(Balances::free_balance(powerless), FUNDS - FEE);
        assert_eq!(Balances::free_balance(poor), 100 * AITBC - 1);
        assert_eq!([frozen, braked].map(Balances::free_balance), [FUNDS; 2]);
        assert_eq!(received(), fees + 2 * FEE);
        assert_eq!(AutoVotes::<Test>::get().votes_for, 1);
        // And nobody is visited for the next proposal but who is left.
        open(2, AgentTrading);
        begin_second_half();
        poll();
        assert_eq!(votes_on(2), [rich]);
        assert_eq!(stopped(), []);
        assert_ok!(AgentWallet::reactivate(signed(ADA), braked));
        assert_eq!(AgentWallet::place(braked), Some(5));
    });
}

/// Its tokens are too new for this proposal, but may count for the next one.
#[test]
fn who_came_after_a_proposal_was_made_stays_without_power_in_it() {
    ExtBuilder.build_and_execute(|| {
        let early = voter(0, Role::Provider);
        wait(1);
        open(1, AgentTrading);
        let same = voter(1, Role::Provider);
        wait(1);
        let late = voter(2, Role::Provider);
        for wallet in [early, same, late] {
            TestProposals::set_power(wallet, false);
        }
        begin_second_half();
        let _ = stopped();
        poll();
        assert_eq!(stopped(), [(early, Why::NoPower)]);
        assert_eq!([early, same, late].map(AgentWallet::place), [None, Some(1), Some(2)]);
        assert_eq!([early, same, late].map(Balances::free_balance), [FUNDS - FEE; 3]);
        for wallet in [early, same, late] {
            TestProposals::set_power(wallet, true);
        }
        open(2, AgentTrading);
        begin_second_half();
        poll();
        assert_eq!(votes_on(2), [same, late]);
    });
}

/// What the fee charges to the block stays charged, and the fees are handed on, though nobody has voted.
#[test]
fn votes_that_cannot_be_counted_are_paid_for() {
    ExtBuilder.build_and_execute(|| {
        let wallets = voters(3);
        wait(1);
        open(1, AgentTrading);
        begin_second_half();
        for wallet in &wallets {
            TestProposals::set_power(*wallet, false);
        }
        let (fees, issuance) = (received(), Balances::total_issuance());
        let spent = poll();
        let visits = vote_cost().saturating_add(<()>::take_off()).saturating_mul(3);
        assert_eq!(spent, base(1).saturating_add(visits).saturating_add(evaluation()));
        assert_eq!(received(), fees + 3 * FEE);
        assert_eq!(Balances::total_issuance(), issuance);
        assert_eq!(AutoVotes::<Test>::get(), Default::default());
    });
}

#[test]
fn who_has_no_preference_or_too_low_a_score_stays() {
    ExtBuilder.build_and_execute(|| {
        let builder = voter(0, Role::Builder);
        let provider = voter(1, Role::Provider);
        let strategy = Strategy { min_score: 200, ..on(Role::Provider) };
        assert_ok!(AgentWallet::set_strategy(signed(ADA), provider, Some(strategy)));
        open(1, AgentTrading);
        begin_second_half();
        let _ = stopped();
        let visits = <()>::visit().saturating_mul(2);
        // No vote, and nothing to evaluate.
        let spent = <()>::poll(1).saturating_add(<()>::turn()).saturating_add(visits);
        assert_eq!(poll(), spent);
        assert_eq!(TestProposals::votes(), []);
        assert_eq!(stopped(), []);
        assert_eq!([builder, provider].map(AgentWallet::place), [Some(0), Some(1)]);
        assert_eq!([builder, provider].map(Balances::free_balance), [FUNDS; 2]);
        // Visited is visited.
        TestAgents::set_score(AGENT + 1, 200);
        poll();
        assert_eq!(TestProposals::votes(), []);
        assert_ok!(AgentWallet::auto_vote(signed(CYD), provider, 1));
    });
}

#[test]
fn who_comes_after_the_second_half_has_begun_is_not_visited() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        let wallets = voters(3);
        open(1, AgentTrading);
        begin_second_half();
        room_for(1, 1);
        poll();
        let late = voter(10, Role::Provider);
        // Who leaves and comes back is late too.
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallets[1], None));
        assert_ok!(AgentWallet::set_strategy(signed(ADA), wallets[1], Some(on(Role::Provider))));
        HookWeight::set(&Weight::MAX);
        poll();
        assert_eq!(votes_on(1), [wallets[0], wallets[2]]);
        open(2, AgentTrading);
        begin_second_half();
        poll();
        assert_eq!(votes_on(2), [wallets[0], wallets[2], late, wallets[1]]);
    });
}

#[test]
fn gaps_cost_nothing() {
    ExtBuilder.build_and_execute(|| {
        let first = voter(0, Role::Provider);
        for _ in 0..500 {
            assert_ok!(AgentWallet::set_strategy(signed(ADA), first, None));
            assert_ok!(AgentWallet::set_strategy(signed(ADA), first, Some(on(Role::Provider))));
        }
        let second = voter(1, Role::Provider);
        assert_eq!([first, second].map(AgentWallet::place), [Some(500), Some(501)]);
        open(1, AgentTrading);
        begin_second_half();
        room_for(2, 1);
        poll();
        assert_eq!(votes_on(1), [first, second]);
        assert_eq!(AgentWallet::figures().votes_pending, 0);
    });
}

/// The end of a vote was moved, and its second half begins later now.
#[test]
fn a_vote_that_is_extended_does_not_begin_again() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        let wallets = voters(3);
        open(1, AgentTrading);
        begin_second_half();
        room_for(2, 1);
        poll();
        let begun = job(1);
        assert_eq!(begun, Job { proposal: 1, cursor: 2, until: 3 });
        TestProposals::change(1, |proposal| {
            proposal.second_half += 1_000;
            proposal.ends += 2_000;
        });
        poll();
        assert_eq!(job(1), begun, "it waits");
        assert_eq!(votes_on(1), wallets[..2]);
        wait(1_000);
        voter(3, Role::Provider);
        poll();
        assert_eq!(votes_on(1), wallets);
    });
}

#[test]
fn a_proposal_that_is_withdrawn_is_forgotten() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        voters(3);
        for id in [1, 2] {
            open(id, AgentTrading);
        }
        begin_second_half();
        room_for(1, 2);
        poll();
        TestProposals::close(1);
        HookWeight::set(&Weight::MAX);
        poll();
        let jobs: Vec<_> = Jobs::<Test>::get().jobs.iter().map(|job| job.proposal).collect();
        assert_eq!(jobs, [2]);
        assert_eq!((votes_on(1).len(), votes_on(2).len()), (1, 3));
    });
}

#[test]
fn as_many_proposals_as_can_be_are_voted_on_at_once() {
    ExtBuilder.build_and_execute(|| {
        voters(2);
        for id in 0..MAX_JOBS {
            open(id, AgentTrading);
        }
        begin_second_half();
        HookWeight::set(&Weight::MAX);
        poll();
        assert_eq!(TestProposals::votes().len(), 128);
        assert_eq!(Jobs::<Test>::get().jobs.len(), 64);
    });
}

/// Histories of balances charge the block themselves when a fee is paid. That counts for the share, and only once for
/// the block.
#[test]
fn what_is_registered_besides_counts_for_the_share() {
    ExtBuilder.build_and_execute(|| {
        TestProposals::set_vote_time(1_150);
        voters(12);
        open(1, AgentTrading);
        begin_second_half();
        let besides = Weight::from_parts(200_000_000, 0);
        HistoryWeight::set(&besides);
        room_for(10, 1);
        TestProposals::register_besides(besides);
        let before = System::block_weight().total();
        let spent = poll();
        let votes = votes_on(1).len() as u64;
        assert!((1..10).contains(&votes), "{votes} have less room");
        let registered = System::block_weight().total().saturating_sub(before);
        assert_eq!(registered, besides.saturating_mul(votes));
        let expected =
            base(1).saturating_add(vote_cost().saturating_mul(votes)).saturating_add(evaluation());
        assert_eq!(spent, expected);
        assert!(spent.saturating_add(registered).all_lte(HookWeight::get()));
    });
}

#[test]
#[should_panic(expected = "the hook has room for one vote")]
fn a_share_without_room_for_a_vote_is_refused() {
    TestExternalities::default().execute_with(|| {
        TestProposals::set_vote_time(1_150);
        HookWeight::set(
            &base(MAX_JOBS).saturating_add(most()).saturating_sub(Weight::from_parts(1, 0)),
        );
        AgentWallet::integrity_test();
    });
}

#[test]
fn a_share_with_room_for_one_vote_is_enough() {
    TestExternalities::default().execute_with(|| {
        TestProposals::set_vote_time(1_150);
        HookWeight::set(&base(MAX_JOBS).saturating_add(most()));
        AgentWallet::integrity_test();
    });
}

/// Nobody votes on a type that nobody has a preference for, and walking past them is cheap.
#[test]
fn proposals_of_no_interest_cost_no_votes() {
    ExtBuilder.build_and_execute(|| {
        voters(4);
        for (id, kind) in (0..).zip([Emergency, DaoGrant, PolicyChange, ProtocolUpgrade]) {
            open(id, kind);
        }
        begin_second_half();
        poll();
        assert_eq!(TestProposals::votes(), []);
        let open = Jobs::<Test>::get().jobs.iter().filter(|job| job.cursor < job.until).count();
        assert_eq!(open, 0);
    });
}
