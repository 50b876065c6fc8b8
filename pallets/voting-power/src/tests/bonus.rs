//! What reputation adds to votes, with a base of 10^9, so that an owner can have 50 million.

use super::*;
use crate::BonusSums;

/// The most that is added for one Compute REP of an agent.
const PER_REP: Balance = 100 * AITBC;

/// Runs `test` with holders of what is to be counted, in millions, and the allowance for fees on top.
fn with_counted(holders: &[(u64, Balance)], test: impl FnOnce()) {
    with_millions(holders, || {
        for (who, _) in holders {
            mint(*who, AITBC);
        }
        wait(7 * DAY);
        test();
    });
}

/// The amount, the bonus and its agent, of the ballot that `who` casts.
fn counted(poll: u32, who: u64) -> (Balance, Balance, Option<u64>) {
    assert_ok!(vote(poll, who).map(drop));
    let ballot = Power::ballot(poll, who).unwrap();
    (ballot.amount, ballot.bonus, ballot.agent)
}

/// The scenario of the page of governance: a score and what it was earned with.
#[test]
fn clamp_of_the_bonus() {
    with_counted(&[(ADA, 1), (BEN, 1), (CYD, 1), (DEE, 10)], || {
        for (who, score, rep) in
            [(ADA, 400, 5_000), (BEN, 200, 1_250), (CYD, 100, 0), (DEE, 400, 5_000)]
        {
            TestAgents::set_score(who, score);
            TestAgents::set_bonus_limit(who, rep * PER_REP);
        }
        open(0);
        assert_eq!(vote(0, ADA), Ok(MILLION * 12 / 10));
        assert_eq!(vote(0, BEN), Ok(MILLION * 11 / 10));
        assert_eq!(vote(0, CYD), Ok(MILLION));
        assert_eq!(vote(0, DEE), Ok(MILLION * 105 / 10));
        // The bonus is no token, so it is not frozen.
        assert_eq!([ADA, BEN, CYD, DEE].map(|who| frozen(who) / MILLION), [1, 1, 1, 10]);
    });
}

#[test]
fn bonus_has_no_more_than_its_limit() {
    with_counted(&[(ADA, 10)], || {
        TestAgents::set_score(ADA, 300);
        for (poll, limit, bonus) in [
            (0, 2 * MILLION + 1, 2 * MILLION),
            (1, 2 * MILLION, 2 * MILLION),
            (2, 2 * MILLION - 1, 2 * MILLION - 1),
            (3, 1, 1),
        ] {
            TestAgents::set_bonus_limit(ADA, limit);
            open(poll);
            assert_eq!(counted(poll, ADA), (10 * MILLION, bonus, Some(ADA)));
        }
    });
}

#[test]
fn bonus_without_a_limit_to_use_is_of_no_agent() {
    with_counted(&[(ADA, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 0);
        open(0);
        assert_eq!(counted(0, ADA), (10 * MILLION, 0, None));
        assert!(!BonusSums::<Test>::contains_key(0, ADA));
    });
}

#[test]
fn bonus_is_rounded_down() {
    with_counted(&[(ADA, 10)], || {
        TestAgents::set_score(ADA, 101);
        open(0);
        for (amount, bonus) in [(999, 0), (1_000, 1), (1_999, 1), (2_000, 2)] {
            assert_ok!(Power::cast(0, &ADA, Some(amount)).map(drop));
            let ballot = Power::ballot(0, ADA).unwrap();
            assert_eq!((ballot.amount, ballot.bonus), (amount, bonus));
        }
    });
}

#[test]
fn agent_and_its_wallets_share_one_limit() {
    with_counted(&[(ADA, 1), (BEN, 10), (CYD, 10), (DEE, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 3 * MILLION);
        for wallet in [BEN, CYD] {
            TestAgents::set_owner(wallet, ADA);
        }
        // Another agent has its own.
        TestAgents::set_score(DEE, 300);
        open(0);
        assert_eq!(counted(0, BEN), (10 * MILLION, 2 * MILLION, Some(ADA)));
        assert_eq!(counted(0, CYD), (10 * MILLION, MILLION, Some(ADA)));
        assert_eq!(counted(0, ADA), (MILLION, 0, None));
        assert_eq!(counted(0, DEE), (10 * MILLION, 2 * MILLION, Some(DEE)));
        assert_eq!([ADA, DEE].map(|agent| BonusSums::<Test>::get(0, agent) / MILLION), [3, 2]);
        // Voting again as before gives no more and takes nothing.
        assert_eq!(counted(0, CYD), (10 * MILLION, MILLION, Some(ADA)));
        // Another poll is counted by itself.
        open(1);
        assert_eq!(counted(1, CYD), (10 * MILLION, 2 * MILLION, Some(ADA)));
    });
}

#[test]
fn ballot_that_is_replaced_gives_its_bonus_back() {
    with_counted(&[(BEN, 10), (CYD, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 2 * MILLION);
        for wallet in [BEN, CYD] {
            TestAgents::set_owner(wallet, ADA);
        }
        open(0);
        assert_eq!(counted(0, BEN).1, 2 * MILLION);
        assert_eq!(counted(0, CYD).1, 0);
        assert_ok!(Power::cast(0, &BEN, Some(MILLION)).map(drop));
        assert_eq!(BonusSums::<Test>::get(0, ADA), MILLION / 5);
        assert_eq!(counted(0, CYD).1, 2 * MILLION - MILLION / 5);
        // The wallet of another agent now: it gives back what it used of the first.
        TestAgents::set_score(EVE, 200);
        TestAgents::set_owner(CYD, EVE);
        assert_eq!(counted(0, CYD), (10 * MILLION, MILLION, Some(EVE)));
        assert_eq!(BonusSums::<Test>::get(0, ADA), MILLION / 5);
        assert_eq!(counted(0, BEN).1, 2 * MILLION);
    });
}

/// Only what is counted in the end uses up the limit.
#[test]
fn bonus_that_the_cap_cuts_off_is_left_to_others() {
    with_counted(&[(ADA, 45), (BEN, 10), (CYD, 60)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 6 * MILLION);
        for wallet in [BEN, CYD] {
            TestAgents::set_owner(wallet, ADA);
        }
        open(0);
        // The caps of the owners: 50 million and some, since there are 4 AITBC more.
        let cap = Power::poll(0).unwrap().owner_cap;
        assert_eq!(counted(0, CYD), (cap, 0, None));
        let left = cap - 45 * MILLION;
        assert_eq!(counted(0, ADA), (45 * MILLION, left, Some(ADA)));
        assert_eq!(counted(0, BEN), (10 * MILLION, 6 * MILLION - left, Some(ADA)));
        assert_eq!(BonusSums::<Test>::get(0, ADA), 6 * MILLION);
    });
}

/// What was counted stays. Only what is counted from then on feels it.
#[test]
fn limit_that_falls_takes_nothing_that_was_counted() {
    with_counted(&[(BEN, 10), (CYD, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 3 * MILLION);
        for wallet in [BEN, CYD] {
            TestAgents::set_owner(wallet, ADA);
        }
        open(0);
        assert_eq!(counted(0, BEN).1, 2 * MILLION);
        TestAgents::set_bonus_limit(ADA, MILLION);
        assert_eq!(Power::ballot(0, BEN).unwrap().bonus, 2 * MILLION);
        assert_eq!(counted(0, CYD).1, 0);
        assert_eq!(counted(0, BEN).1, MILLION);
        TestAgents::set_score(ADA, 100);
        assert_eq!(counted(0, BEN), (10 * MILLION, 0, None));
        assert_eq!(BonusSums::<Test>::get(0, ADA), 0);
    });
}

/// A slash takes tokens, and the power that was counted stays, with its bonus: neither more nor less comes back.
#[test]
fn slash_leaves_the_bonus_as_it_was() {
    with_counted(&[(ADA, 10), (BEN, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 3 * MILLION);
        TestAgents::set_owner(BEN, ADA);
        open(0);
        assert_eq!(counted(0, ADA).1, 2 * MILLION);
        assert_eq!(counted(0, BEN).1, MILLION);
        Balances::burn_from(
            &ADA,
            6 * MILLION,
            Preservation::Expendable,
            Precision::Exact,
            Fortitude::Force,
        )
        .unwrap();
        assert_ok!(Power::unfreeze(signed(BEN), ADA));
        let ballot = Power::ballot(0, ADA).unwrap();
        assert_eq!((ballot.amount, ballot.power), (4 * MILLION, 12 * MILLION));
        assert_eq!(ballot.bonus, 2 * MILLION);
        Power::do_try_state().unwrap();
        assert_eq!(counted(0, ADA), (4 * MILLION, 4 * MILLION / 5, Some(ADA)));
        assert_eq!(BonusSums::<Test>::get(0, ADA), MILLION + 4 * MILLION / 5);
        assert_eq!(counted(0, BEN).1, 2 * MILLION);
    });
}

#[test]
fn delegators_use_the_limit_of_their_own_agent() {
    with_counted(&[(ADA, 10), (BEN, 10), (CYD, 10)], || {
        TestAgents::set_score(ADA, 300);
        TestAgents::set_bonus_limit(ADA, 3 * MILLION);
        TestAgents::set_owner(BEN, ADA);
        for delegator in [ADA, BEN] {
            assert_ok!(delegate(delegator, CYD));
        }
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_eq!(count(0, ADA), Ok(12 * MILLION));
        assert_eq!(count(0, BEN), Ok(11 * MILLION));
        assert_noop!(count(0, BEN), Error::<Test>::AlreadyCounted);
        // Room comes back, and with it more to count.
        assert_ok!(Power::cast(0, &ADA, Some(0)).map(drop));
        assert_eq!(BonusSums::<Test>::get(0, ADA), MILLION);
        assert_eq!(count(0, BEN), Ok(12 * MILLION));
    });
}

#[test]
fn sums_of_bonuses_are_cleared_with_the_poll() {
    with_counted(&[(ADA, 10), (BEN, 10)], || {
        for agent in [ADA, BEN] {
            TestAgents::set_score(agent, 300);
        }
        open(0);
        open(1);
        for (poll, agent) in [(0, ADA), (0, BEN), (1, ADA)] {
            assert_ok!(vote(poll, agent).map(drop));
        }
        assert_ok!(Power::close(0));
        poll_hook();
        assert_eq!(BonusSums::<Test>::iter_prefix(0).count(), 0);
        assert_eq!(BonusSums::<Test>::iter_prefix(1).count(), 1);
        assert_eq!(crate::OwnerSums::<Test>::iter_prefix(0).count(), 0);
    });
}

/// Page by page: each sum that is removed, of an owner or an agent, is paid for.
#[test]
fn clearing_of_sums_is_in_the_weight_of_upkeep() {
    use crate::{Closed, OwnerSums, WeightInfo};
    let holders: Vec<_> = (1..=5).map(|who| (who, 1)).collect();
    with_counted(&holders, || {
        open(0);
        for (who, _) in &holders {
            TestAgents::set_score(*who, 300);
            assert_ok!(vote(0, *who).map(drop));
        }
        // Histories are visited now, so that they need nothing later.
        poll_hook();
        assert_ok!(Power::close(0));
        let (upkeep, clear) = (<() as WeightInfo>::upkeep(), <() as WeightInfo>::clear_ballot());
        // A look that finds no more ballots, and the ballots.
        HookWeight::set(upkeep + clear * 6);
        poll_hook();
        let sums = || {
            OwnerSums::<Test>::iter_prefix(0).count() + BonusSums::<Test>::iter_prefix(0).count()
        };
        assert_eq!(sums(), 10);
        let mut left = 10;
        HookWeight::set(upkeep + clear * 4);
        while Closed::<Test>::contains_key(0) {
            poll_hook();
            assert!(left - sums() <= 3);
            assert!(sums() < left || left == 0);
            left = sums();
        }
        assert_eq!(left, 0);
    });
}
