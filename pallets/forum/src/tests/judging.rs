//! What the assembly decides about the past. The vectors J1 to J4 have the numbers.

use super::*;

#[test]
fn judgement_is_about_a_post() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(Forum::judge(0, 1), Error::<Test>::UnknownPost);
    });
}

#[test]
fn judgement_has_a_force_that_can_be_counted() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        let judge = publish(BEN, &[(post(p1), -100)]);
        assert_noop!(Forum::judge(judge, crate::propagation::MOST + 1), ArithmeticError::Overflow);
        assert_ok!(Forum::judge(judge, crate::propagation::MOST));
        System::assert_last_event(Event::Judged { post: judge, taken: 100, given: 0 }.into());
    });
}

#[test]
fn judgement_without_leaches_takes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let judge = publish(BEN, &[(post(p1), 100)]);
        assert_ok!(Forum::judge(judge, 1_000));
        System::assert_last_event(Event::Judged { post: judge, taken: 0, given: 0 }.into());
        assert_eq!(Ledger::issuance(BLOCK), 0);
    });
}

/// No reference of the posts that it reaches takes back more than has flowed along it.
#[test]
fn judgement_undoes_no_more_than_has_flowed() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 1_000);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        credit(p2, 100);
        let judge = publish(CYD, &[(post(p2), -100)]);
        assert_ok!(Forum::judge(judge, 10_000));
        System::assert_last_event(Event::Judged { post: judge, taken: 100, given: 0 }.into());
        assert_eq!(values([p1, p2]), [1_000, 0]);
        assert_eq!([flowed(p2, p1), flowed(judge, p2)], [0, -100]);
    });
}

/// What was leached is given back to whom it was taken from, as far as the authors still have it.
#[test]
fn judgement_returns_what_a_post_has_leached() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        let p2 = publish(BEN, &[(post(p1), -50)]);
        credit(p2, 100);
        assert_eq!(values([p1, p2]), [50, 150]);
        lose(BEN, 30);
        let judge = publish(CYD, &[(post(p2), -100)]);
        assert_ok!(Forum::judge(judge, 100));
        // Ben should lose 150 and has 120: all of the 30 that are missing are missing to Ada.
        System::assert_last_event(Event::Judged { post: judge, taken: 100, given: 0 }.into());
        assert_eq!(balances([ADA, BEN]), [70, 0]);
        assert_eq!(values([p1, p2]), [70, 0]);
        assert_eq!(flowed(p2, p1), -30);
    });
}

/// Of several to whom something is owed, the last one goes short first.
#[test]
fn who_was_leached_last_goes_short_first() {
    ExtBuilder::default().build_and_execute(|| {
        let (p1, p2) = (publish(ADA, &[]), publish(BEN, &[]));
        credit(p1, 100);
        credit(p2, 100);
        let p3 = publish(CYD, &[(post(p1), -50), (post(p2), -50)]);
        credit(p3, 100);
        assert_eq!(balances([ADA, BEN, CYD]), [50, 50, 200]);
        lose(CYD, 70);
        let judge = publish(DEE, &[(post(p3), -100)]);
        assert_ok!(Forum::judge(judge, 100));
        assert_eq!(balances([ADA, BEN, CYD]), [80, 50, 0]);
        assert_eq!([flowed(p3, p1), flowed(p3, p2)], [-20, -50]);
        System::assert_last_event(Event::Judged { post: judge, taken: 100, given: 0 }.into());
    });
}

#[test]
fn what_is_given_flows_on_from_depth_1() {
    ExtBuilder::default().build_and_execute(|| {
        let guilty = publish(ADA, &[]);
        credit(guilty, 1_000);
        let oldest = publish(BEN, &[]);
        let older = publish(CYD, &[(post(oldest), 50)]);
        let wronged = publish(DEE, &[(post(older), 50)]);
        let judge = publish(EVE, &[(post(guilty), -100), (post(wronged), 40)]);
        assert_ok!(Forum::judge(judge, 1_000));
        System::assert_last_event(Event::Judged { post: judge, taken: 1_000, given: 400 }.into());
        assert_eq!(balances([ADA, BEN, CYD, DEE, EVE]), [0, 0, 200, 200, 0]);
    });
}

/// Eight tenths of the one that is taken are nothing, however much has flowed.
#[test]
fn what_rounds_to_nothing_undoes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let p2 = publish(BEN, &[(post(p1), 80)]);
        credit(p2, 10);
        let judge = publish(CYD, &[(post(p2), -10)]);
        assert_ok!(Forum::judge(judge, 14));
        System::assert_last_event(Event::Judged { post: judge, taken: 1, given: 0 }.into());
        assert_eq!(values([p1, p2]), [8, 1]);
        assert_eq!(flowed(p2, p1), 8);
    });
}
