//! The test vectors of the design, by their names there: F2, F4, F5, F6, F8, F10, F12, F15, F16, J1, J2, J3
//! and J4. The post `Pn` of a vector has the number n - 1 here.

use super::*;

#[test]
fn vector_f2() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 501);
        let p2 = publish(BEN, &[(post(p1), 30)]);
        credit(p2, 501);
        assert_eq!(values([p1, p2]), [651, 351]);
        assert_eq!(balances([ADA, BEN]), [651, 351]);
        assert_eq!(flowed(p2, p1), 150);
    });
}

#[test]
fn vector_f4() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        let p2 = publish(BEN, &[(post(p1), -40)]);
        credit(p2, 50);
        assert_eq!(values([p1, p2]), [80, 70]);
        assert_eq!(balances([ADA, BEN]), [80, 70]);
        assert_eq!(flowed(p2, p1), -20);
    });
}

#[test]
fn vector_f5() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 30);
        let p2 = publish(BEN, &[(post(p1), -100)]);
        credit(p2, 50);
        assert_eq!(values([p1, p2]), [0, 80]);
        assert_eq!(balances([ADA, BEN]), [0, 80]);
    });
}

#[test]
fn vector_f6() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        credit(p2, 100);
        let p3 = publish(CYD, &[(post(p2), -100)]);
        credit(p3, 60);
        assert_eq!(values([p1, p2, p3]), [20, 20, 120]);
        assert_eq!(balances([ADA, BEN, CYD]), [20, 20, 120]);
        assert_eq!([flowed(p2, p1), flowed(p3, p2)], [20, -60]);
    });
}

#[test]
fn vector_f8() {
    ExtBuilder::default().build_and_execute(|| {
        let (p1, p2) = (publish(ADA, &[]), publish(BEN, &[]));
        credit(p1, 10);
        credit(p2, 10);
        let p3 = publish(GIL, &[(post(p1), -100), (post(p2), 50), (INC, 50)]);
        let created = 30;
        credit(p3, 10);
        assert_eq!(values([p1, p2, p3]), [0, 20, 0]);
        assert_eq!(balances([ADA, BEN, GIL]), [0, 20, 0]);
        let destroyed = created - Ledger::issuance(BLOCK);
        assert_eq!([destroyed, Ledger::issuance(BLOCK)], [10, 20]);
    });
}

#[test]
fn vector_f10() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        let p3 = publish(CYD, &[(post(p2), 50)]);
        let p4 = publish(DEE, &[(post(p3), 50)]);
        credit(p4, 1_000);
        assert_eq!(values([p4, p3, p2, p1]), [500, 250, 250, 0]);
        assert_eq!(balances([DEE, CYD, BEN, ADA]), [500, 250, 250, 0]);
    });
}

#[test]
fn vector_f12() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        lose(ADA, 40);
        let p2 = publish(BEN, &[(post(p1), -100)]);
        credit(p2, 80);
        assert_eq!(balances([ADA, BEN]), [0, 140]);
        assert_eq!(values([p1, p2]), [20, 140]);
        assert_eq!(flowed(p2, p1), -60);
    });
}

#[test]
fn vector_f15() {
    for (first, second, expected) in [(0, 1, [15, 15, 100]), (1, 0, [0, 15, 115])] {
        ExtBuilder::default().build_and_execute(|| {
            let p1 = publish(ADA, &[]);
            credit(p1, 30);
            let p2 = publish(BEN, &[(post(p1), -50)]);
            credit(p2, 40);
            assert_eq!(values([p1, p2]), [10, 60]);
            let p3 = publish(CYD, &[(post(first), -50), (post(second), -50)]);
            credit(p3, 60);
            assert_eq!(values([p1, p2, p3]), expected);
            assert_eq!(balances([ADA, BEN, CYD]), expected);
        });
    }
}

#[test]
fn vector_f16() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        let p2 = publish(BEN, &[(post(p1), 50)]);
        credit(p2, 100);
        let p3 = publish(CYD, &[(post(p2), -100)]);
        credit(p3, 120);
        assert_eq!(values([p1, p2, p3]), [100, 0, 220]);
        assert_eq!(balances([ADA, BEN, CYD]), [100, 0, 220]);
    });
}

#[test]
fn vector_j1() {
    ExtBuilder::default().build_and_execute(|| {
        let (p1, p2) = (publish(ADA, &[]), publish(BEN, &[]));
        credit(p1, 10);
        credit(p2, 10);
        let judge = publish(CYD, &[(post(p1), -100), (post(p2), 50), (INC, 50)]);
        assert_ok!(Forum::judge(judge, 10));
        System::assert_last_event(Event::Judged { post: judge, taken: 10, given: 5 }.into());
        assert_eq!(values([p1, p2]), [0, 15]);
        assert_eq!(Ledger::issuance(BLOCK), 15);
    });
}

#[test]
fn vector_j2() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        lose(ADA, 40);
        let judge = publish(CYD, &[(post(p1), -100), (INC, 100)]);
        assert_ok!(Forum::judge(judge, 80));
        System::assert_last_event(Event::Judged { post: judge, taken: 60, given: 0 }.into());
        assert_eq!(values([p1]), [20]);
        assert_eq!(balances([ADA]), [0]);
        assert_eq!(Ledger::issuance(BLOCK), 0);
    });
}

#[test]
fn vector_j3() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 30);
        let judge = publish(CYD, &[(post(p1), -50)]);
        assert_ok!(Forum::judge(judge, 5));
        System::assert_last_event(Event::Judged { post: judge, taken: 2, given: 0 }.into());
        assert_eq!(Ledger::issuance(BLOCK), 28);
    });
}

#[test]
fn vector_j4() {
    ExtBuilder::default().build_and_execute(|| {
        let p1 = publish(ADA, &[]);
        credit(p1, 100);
        let p2 = publish(BEN, &[(post(p1), -100)]);
        credit(p2, 50);
        lose(BEN, 100);
        let judge = publish(CYD, &[(post(p2), -100)]);
        assert_ok!(Forum::judge(judge, 50));
        System::assert_last_event(Event::Judged { post: judge, taken: 0, given: 0 }.into());
        assert_eq!(values([p1, p2]), [50, 0]);
        assert_eq!(balances([ADA, BEN]), [50, 0]);
        assert_eq!(Ledger::issuance(BLOCK), 50);
    });
}
