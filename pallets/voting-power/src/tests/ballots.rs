//! What is counted in a poll, with a base of 10^9, so that an owner can have 50 million.

use super::*;
use crate::{DelegatedChange, OwnerSums, TallyChange};

#[test]
fn nothing_is_counted_outside_of_an_open_poll() {
    with_millions(&[(ADA, 10)], || {
        let not_open: sp_runtime::DispatchError = Error::<Test>::PollNotOpen.into();
        assert_noop!(vote(0, ADA), not_open);
        assert_noop!(Power::cast_for_delegator(0, &ADA), not_open);
        open(0);
        assert_ok!(Power::close(0));
        assert_noop!(vote(0, ADA), not_open);
        assert_noop!(Power::cast_for_delegator(0, &ADA), not_open);
    });
}

#[test]
fn holder_of_200_million_counts_50() {
    with_millions(&[(ADA, 200), (BEN, 50), (CYD, 51)], || {
        open(0);
        assert_eq!(vote(0, ADA), Ok(50 * MILLION));
        // Fees are not counted.
        assert_eq!(vote(0, BEN), Ok(50 * MILLION - AITBC));
        assert_eq!(vote(0, CYD), Ok(50 * MILLION));
        assert_eq!(frozen(ADA), 50 * MILLION);
    });
}

#[test]
fn owner_and_its_two_wallets_count_50_million_together() {
    with_millions(&[(ADA, 40), (BEN, 40), (CYD, 40), (DEE, 3)], || {
        for wallet in [BEN, CYD, DEE] {
            TestOwners::set(wallet, ADA);
        }
        wait(1);
        open(0);
        assert_eq!(vote(0, BEN), Ok(40 * MILLION - AITBC));
        assert_eq!(vote(0, CYD), Ok(10 * MILLION + AITBC));
        assert_eq!(OwnerSums::<Test>::get(0, ADA), 50 * MILLION);
        assert_eq!(frozen(CYD), 10 * MILLION + AITBC);
        assert_noop!(vote(0, ADA), Error::<Test>::NoPower);
        // Counting again does not make room for more.
        assert_eq!(vote(0, BEN), Ok(40 * MILLION - AITBC));
        assert_eq!(vote(0, CYD), Ok(10 * MILLION + AITBC));
        // Less does.
        let less = Power::cast(0, &BEN, Some(20 * MILLION)).unwrap();
        assert_eq!(less.after, human(20 * MILLION));
        assert_eq!(less.before, human(40 * MILLION - AITBC));
        assert_eq!(vote(0, ADA), Ok(20 * MILLION - AITBC));
        assert_eq!(vote(0, DEE), Err(Error::<Test>::NoPower.into()));
    });
}

#[test]
fn score_of_an_agent_is_a_bonus_of_at_most_a_fifth() {
    let holders: Vec<_> = (1..=7).map(|who| (who, 10)).collect();
    with_millions(&holders, || {
        // With the allowance for fees on top, so that it is 10 million that is counted.
        for (who, _) in &holders {
            mint(*who, AITBC);
        }
        wait(7 * DAY);
        let scores = [400, 200, 100, 99, 300, 301, 101];
        for ((who, _), score) in holders.iter().zip(scores) {
            TestAgents::set_score(*who, score);
        }
        open(0);
        let powers: Vec<_> = holders.iter().map(|(who, _)| vote(0, *who).unwrap()).collect();
        let expected = [12_000, 11_000, 10_000, 10_000, 12_000, 12_000, 10_010];
        assert_eq!(powers, expected.map(|thousands| thousands * MILLION / 1_000));
        // The bonus is no token, so it is not frozen.
        assert_eq!(frozen(1), 10 * MILLION);
    });
}

#[test]
fn bonus_comes_before_the_cap() {
    with_millions(&[(ADA, 45)], || {
        TestAgents::set_score(ADA, 400);
        open(0);
        assert_eq!(vote(0, ADA), Ok(50 * MILLION));
        assert_eq!(frozen(ADA), 45 * MILLION - AITBC);
    });
}

#[test]
fn voter_may_count_less() {
    with_millions(&[(ADA, 10)], || {
        open(0);
        let change = Power::cast(0, &ADA, Some(3 * MILLION)).unwrap();
        assert_eq!(change.after, human(3 * MILLION));
        assert_eq!(frozen(ADA), 3 * MILLION);
        assert_eq!(
            Power::cast(0, &ADA, Some(11 * MILLION)).unwrap().after,
            human(10 * MILLION - AITBC)
        );
        open(1);
        assert_noop!(Power::cast(1, &ADA, Some(0)), Error::<Test>::NoPower);
    });
}

#[test]
fn tokens_that_are_gone_at_the_vote_do_not_count() {
    with_millions(&[(ADA, 10)], || {
        open(0);
        assert_ok!(transfer(ADA, REST, 4 * MILLION));
        assert_eq!(vote(0, ADA), Ok(6 * MILLION - AITBC));
        // Nor do they when they come back, but for the vote that follows.
        assert_ok!(transfer(REST, ADA, 40 * MILLION));
        assert_eq!(Power::ballot(0, ADA).unwrap().power, 6 * MILLION - AITBC);
        assert_eq!(vote(0, ADA), Ok(10 * MILLION));
    });
}

#[test]
fn allowance_for_fees_is_left_to_the_voter() {
    ExtBuilder::default().balances(&[(REST, 1_000), (ADA, 1), (BEN, 2)]).build_and_execute(|| {
        open(0);
        assert_noop!(vote(0, ADA), Error::<Test>::NoPower);
        assert_eq!(vote(0, BEN), Ok(AITBC));
        assert_ok!(transfer(BEN, REST, AITBC));
        assert!(transfer(BEN, REST, 1).is_err());
    });
}

#[test]
fn changing_a_vote_recounts_that_account() {
    with_millions(&[(ADA, 10), (BEN, 10)], || {
        open(0);
        assert_ok!(vote(0, ADA).map(drop));
        assert_ok!(vote(0, BEN).map(drop));
        assert_ok!(transfer(ADA, REST, 1));
        events();
        let change = Power::cast(0, &ADA, Some(4 * MILLION)).unwrap();
        assert_eq!(
            change,
            TallyChange {
                before: human(10 * MILLION - AITBC),
                after: human(4 * MILLION),
                withdrawn: None
            }
        );
        assert_eq!(
            events(),
            [Event::BallotCast {
                poll: 0,
                who: ADA,
                amount: 4 * MILLION,
                power: 4 * MILLION,
                class: VoterClass::Human,
                delegate: None
            }]
        );
        assert_eq!(Power::ballot(0, BEN).unwrap().power, 10 * MILLION - AITBC);
    });
}

#[test]
fn delegators_count_for_a_delegate_that_voted() {
    with_millions(&[(ADA, 10), (BEN, 20), (CYD, 20)], || {
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::DelegateNotCounted);
        assert_ok!(vote(0, CYD).map(drop));
        let change =
            DelegatedChange { delegate: CYD, before: human(0), after: human(10 * MILLION - AITBC) };
        assert_eq!(Power::cast_for_delegator(0, &ADA), Ok(change));
        System::assert_last_event(
            Event::BallotCast {
                poll: 0,
                who: ADA,
                amount: 10 * MILLION - AITBC,
                power: 10 * MILLION - AITBC,
                class: VoterClass::Human,
                delegate: Some(CYD),
            }
            .into(),
        );
        assert_eq!(frozen(ADA), 10 * MILLION - AITBC);
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::AlreadyCounted);
        assert_ok!(Power::cast_for_delegator(0, &BEN).map(drop));
        // When the delegate changes its vote, their sum goes with it.
        let change = Power::cast(0, &CYD, None).unwrap();
        assert_eq!(change.after, human(50 * MILLION - 3 * AITBC));
        assert_eq!(change.before, change.after);
    });
}

#[test]
fn direct_vote_takes_the_power_out_of_the_delegates() {
    with_millions(&[(ADA, 10), (BEN, 20), (CYD, 20)], || {
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &ADA).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &BEN).map(drop));
        let change = Power::cast(0, &ADA, Some(4 * MILLION)).unwrap();
        assert_eq!(
            change,
            TallyChange {
                before: human(0),
                after: human(4 * MILLION),
                withdrawn: Some((CYD, human(10 * MILLION - AITBC)))
            }
        );
        assert_eq!(Power::ballot(0, CYD).unwrap().delegated, human(20 * MILLION - AITBC));
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::AlreadyCounted);
        // Once.
        assert_eq!(Power::cast(0, &ADA, None).unwrap().withdrawn, None);
    });
}

#[test]
fn delegation_counts_only_if_it_is_older_than_the_poll() {
    with_millions(&[(ADA, 10), (BEN, 10), (CYD, 30)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(1);
        assert_ok!(delegate(BEN, CYD));
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &ADA).map(drop));
        assert_noop!(Power::cast_for_delegator(0, &BEN), Error::<Test>::DelegatedTooLate);
        assert_noop!(Power::cast_for_delegator(0, &REST), Error::<Test>::NotDelegated);
        // Delegating again is a new delegation.
        open(1);
        assert_ok!(vote(1, CYD).map(drop));
        assert_ok!(delegate(ADA, CYD));
        assert_noop!(Power::cast_for_delegator(1, &ADA), Error::<Test>::DelegatedTooLate);
        assert_ok!(undelegate(BEN));
        assert_noop!(Power::cast_for_delegator(1, &BEN), Error::<Test>::NotDelegated);
        // What was counted stays.
        assert_eq!(Power::ballot(0, CYD).unwrap().delegated, human(10 * MILLION - AITBC));
    });
}

#[test]
fn who_voted_is_not_counted_for_its_delegate() {
    with_millions(&[(ADA, 10), (CYD, 30)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(vote(0, ADA).map(drop));
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::AlreadyCounted);
    });
}

#[test]
fn delegate_without_power_can_vote_for_others() {
    with_millions(&[(ADA, 10)], || {
        // Enough for the deposit, too little to count.
        mint(BEN, AITBC);
        assert_ok!(delegate(ADA, BEN));
        wait(DAY);
        open(0);
        assert_eq!(vote(0, BEN), Ok(0));
        assert_ok!(Power::cast_for_delegator(0, &ADA).map(drop));
        assert_eq!(Power::cast(0, &BEN, None).unwrap().after, human(10 * MILLION - AITBC));
        assert_eq!(frozen(BEN), 0);
        assert_noop!(vote(0, CYD), Error::<Test>::NoPower);
    });
}

#[test]
fn delegators_use_the_cap_of_their_own_owner() {
    with_millions(&[(ADA, 40), (BEN, 40), (CYD, 40)], || {
        MaxDelegateShare::set(Perbill::one());
        TestOwners::set(BEN, ADA);
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_eq!(Power::cast_for_delegator(0, &ADA).unwrap().after, human(40 * MILLION - AITBC));
        assert_eq!(Power::cast_for_delegator(0, &BEN).unwrap().after, human(10 * MILLION + AITBC));
        assert_eq!(OwnerSums::<Test>::get(0, ADA), 50 * MILLION);
    });
}

#[test]
fn power_is_counted_by_class() {
    with_millions(&[(ADA, 10), (BEN, 20), (CYD, 20)], || {
        TestAgents::set_class(ADA, VoterClass::Provider);
        assert_ok!(delegate(ADA, CYD));
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &ADA).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &BEN).map(drop));
        // The power of delegators is of their own class.
        let change = Power::cast(0, &CYD, Some(MILLION)).unwrap();
        let provider = PowerByClass::of(VoterClass::Provider, 10 * MILLION - AITBC);
        let delegated = provider.saturating_add(human(20 * MILLION - AITBC));
        assert_eq!(
            change,
            TallyChange {
                before: human(20 * MILLION - AITBC).saturating_add(delegated),
                after: human(MILLION).saturating_add(delegated),
                withdrawn: None,
            }
        );
        let change = Power::cast(0, &ADA, None).unwrap();
        assert_eq!((change.withdrawn, change.after), (Some((CYD, provider)), provider));
    });
}

/// Otherwise a vote could go from class to class, wherever it weighs most, until the last block.
#[test]
fn class_in_a_poll_is_that_of_the_first_ballot() {
    with_millions(&[(ADA, 10), (BEN, 20), (CYD, 20)], || {
        TestAgents::set_class(ADA, VoterClass::Provider);
        assert_ok!(delegate(BEN, CYD));
        wait(DAY);
        open(0);
        open(1);
        let class_of = |poll, who| Power::ballot(poll, who).unwrap().class;
        for who in [ADA, CYD] {
            assert_ok!(vote(0, who).map(drop));
        }
        assert_ok!(count(0, BEN).map(drop));
        for (who, class) in
            [(ADA, VoterClass::Human), (BEN, VoterClass::Consumer), (CYD, VoterClass::Builder)]
        {
            TestAgents::set_class(who, class);
        }
        // Not by voting again, by voting with nothing before, or by voting itself after its delegate has.
        for most in [None, Some(0), None] {
            let change = Power::cast(0, &ADA, most).unwrap();
            assert_eq!(change.after, PowerByClass::of(VoterClass::Provider, change.after.total()));
        }
        for (who, class) in
            [(ADA, VoterClass::Provider), (BEN, VoterClass::Human), (CYD, VoterClass::Human)]
        {
            assert_eq!(Power::countable(0, &who).unwrap().class, class);
            assert_ok!(vote(0, who).map(drop));
            assert_eq!(class_of(0, who), class);
        }
        // Where it has not been counted it is what it is now, and then stays so.
        assert_ok!(vote(1, ADA).map(drop));
        TestAgents::set_class(ADA, VoterClass::Provider);
        assert_ok!(vote(1, ADA).map(drop));
        assert_eq!(class_of(1, ADA), VoterClass::Human);
    });
}

#[test]
fn delegator_is_counted_again_if_it_has_more() {
    with_millions(&[(ADA, 10), (CYD, 30)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        // At a moment at which it had little.
        assert_ok!(transfer(ADA, REST, 9 * MILLION));
        let little = human(MILLION - AITBC);
        assert_eq!(Power::cast_for_delegator(0, &ADA).unwrap().after, little);
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::AlreadyCounted);
        assert_ok!(transfer(REST, ADA, 9 * MILLION));
        let change = Power::cast_for_delegator(0, &ADA).unwrap();
        assert_eq!(change.before, little);
        assert_eq!(change.after, human(10 * MILLION - AITBC));
        assert_eq!(Power::ballot(0, CYD).unwrap().delegated, change.after);
    });
}

#[test]
fn delegator_can_take_back_what_was_counted() {
    with_millions(&[(ADA, 10), (CYD, 30)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_ok!(Power::cast_for_delegator(0, &ADA).map(drop));
        let change = Power::cast(0, &ADA, Some(0)).unwrap();
        assert_eq!(change.withdrawn, Some((CYD, human(10 * MILLION - AITBC))));
        assert_eq!(change.after, human(0));
        assert_eq!(Power::ballot(0, CYD).unwrap().delegated, human(0));
        assert_eq!(frozen(ADA), 0);
        assert_noop!(Power::cast_for_delegator(0, &ADA), Error::<Test>::AlreadyCounted);
    });
}

#[test]
fn delegate_counts_no_more_than_the_delegator_allows() {
    with_millions(&[(ADA, 10), (CYD, 30)], || {
        accept(CYD).unwrap();
        let ada = signed(ADA);
        assert_ok!(Power::delegate(ada, CYD, Some(3 * MILLION)));
        wait(DAY);
        open(0);
        assert_ok!(vote(0, CYD).map(drop));
        assert_eq!(Power::cast_for_delegator(0, &ADA).unwrap().after, human(3 * MILLION));
        assert_eq!(frozen(ADA), 3 * MILLION);
    });
}

#[test]
fn others_can_fill_only_half_of_the_places() {
    with_millions(&[(ADA, 10), (CYD, 30)], || {
        assert_ok!(delegate(ADA, CYD));
        wait(DAY);
        for poll in 0..4 {
            open(poll);
            assert_ok!(vote(poll, CYD).map(drop));
        }
        for poll in 0..2 {
            assert_ok!(Power::cast_for_delegator(poll, &ADA).map(drop));
        }
        assert_noop!(Power::cast_for_delegator(2, &ADA), Error::<Test>::TooManyPolls);
        for poll in 2..4 {
            assert_ok!(vote(poll, ADA).map(drop));
        }
    });
}

#[test]
fn rules_are_those_of_the_snapshot() {
    with_millions(&[], || {
        transfer(REST, ADA, 7 * MILLION).unwrap();
        wait(2 * DAY);
        open(0);
        // Half the window would give twice the power.
        LongWindow::set(&(7 * DAY / 2));
        open(1);
        assert_eq!(vote(0, ADA), Ok(2 * MILLION));
        let later = vote(1, ADA).unwrap();
        assert!(later > 4 * MILLION && later < 4 * MILLION + 100 * AITBC, "{later}");
    });
}
