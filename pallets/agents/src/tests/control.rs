//! Control moves in two steps, and with the consent of the agent.

use super::*;

fn accept(who: u64, agent: u64) -> DispatchResult {
    let role = stored(agent).role;
    Agents::accept_control(signed(who), agent, consent(agent, who, role))
}

#[test]
fn control_moves_with_the_deposit() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu"]);
        let deposit = held(ADA);
        events();
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        assert_eq!(events(), [Event::ControlOffered { agent: BOT, to: Some(BEN) }]);
        // An offer changes nothing else.
        assert_eq!((stored(BOT).controller, Agents::owned_by(&BEN)), (ADA, 0));
        assert_ok!(accept(BEN, BOT));
        let expected = [
            Event::OwnerChanged { account: BOT, owner: BEN },
            Event::ControlChanged { agent: BOT, from: ADA, to: BEN },
        ];
        assert_eq!(events(), expected);
        assert_eq!((held(ADA), held(BEN)), (0, deposit));
        assert_eq!((Agents::owned_by(&ADA), Agents::owned_by(&BEN)), (0, 1));
        assert_eq!(stored(BOT).offered_to, None);
        assert_eq!(Agents::agent_nonce(BOT), 2);
        // It is Ben's alone.
        assert_noop!(Agents::suspend(signed(ADA), BOT), Error::<Test>::NotController);
        assert_ok!(Agents::suspend(signed(BEN), BOT));
        // And Ada may be an agent.
        assert_ok!(try_register(BEN, ADA, Role::Consumer, &[]));
    });
}

#[test]
fn nobody_accepts_what_was_not_offered() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_noop!(accept(BEN, BOT), Error::<Test>::NotOffered);
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        assert_noop!(accept(CYD, BOT), Error::<Test>::NotOffered);
        // Another offer takes its place.
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(CYD)));
        assert_noop!(accept(BEN, BOT), Error::<Test>::NotOffered);
        // It can be taken back.
        events();
        assert_ok!(Agents::offer_control(signed(ADA), BOT, None));
        assert_eq!(events(), [Event::ControlOffered { agent: BOT, to: None }]);
        assert_noop!(accept(CYD, BOT), Error::<Test>::NotOffered);
        assert_noop!(Agents::offer_control(signed(ADA), BOT, None), Error::<Test>::NotOffered);
        let consent = consent(IDA, BEN, Role::Provider);
        assert_noop!(Agents::accept_control(signed(BEN), IDA, consent), Error::<Test>::NotFound);
    });
}

#[test]
fn only_the_controller_offers_and_only_to_ordinary_accounts() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        register(IDA, &[]);
        for who in [BOT, BEN] {
            assert_noop!(
                Agents::offer_control(signed(who), BOT, Some(BEN)),
                Error::<Test>::NotController
            );
        }
        for to in [BOT, IDA] {
            assert_noop!(
                Agents::offer_control(signed(ADA), BOT, Some(to)),
                Error::<Test>::NotAnOrdinaryAccount
            );
        }
        assert_noop!(Agents::offer_control(signed(ADA), JAN, Some(BEN)), Error::<Test>::NotFound);
        // Who was ordinary when it was offered has to be when it is accepted.
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(JAN)));
        register(JAN, &[]);
        assert_noop!(accept(JAN, BOT), Error::<Test>::NotAnOrdinaryAccount);
    });
}

#[test]
fn the_agent_has_to_consent() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        let accept = |consent| Agents::accept_control(signed(BEN), BOT, consent);
        let role = Role::Provider;
        assert_noop!(accept(consent(BOT, ADA, role)), Error::<Test>::BadConsent);
        assert_noop!(accept(consent(BOT, BEN, Role::Builder)), Error::<Test>::BadConsent);
        let with = |nonce, until| consent_with(BOT, BEN, role, nonce, until);
        assert_noop!(accept(with(0, now() + DAY)), Error::<Test>::ConsentUsed);
        assert_noop!(accept(with(2, now() + DAY)), Error::<Test>::ConsentUsed);
        assert_noop!(accept(with(1, now() - 1)), Error::<Test>::ConsentExpired);
        assert_noop!(accept(with(1, now() + 7 * DAY + 1)), Error::<Test>::ConsentTooLong);
        assert_ok!(accept(with(1, now() + 7 * DAY)));
    });
}

#[test]
fn linked_wallets_keep_control_where_it_is() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        Linked::set(&vec![(CYD, BOT)]);
        assert_noop!(accept(BEN, BOT), Error::<Test>::HasObligations);
        Linked::set(&vec![]);
        assert_ok!(accept(BEN, BOT));
    });
}

#[test]
fn control_changes_four_times_in_45_days() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        wait(DAY);
        for (from, to) in [(ADA, BEN), (BEN, ADA), (ADA, BEN)] {
            hand_over(from, to, BOT);
        }
        assert_ok!(Agents::offer_control(signed(BEN), BOT, Some(ADA)));
        assert_noop!(accept(ADA, BOT), Error::<Test>::ChangedTooOften);
        assert_noop!(Agents::retire(signed(BEN), BOT), Error::<Test>::ChangedTooOften);
        // The registration was a day earlier.
        set_now(now() + 44 * DAY);
        assert_noop!(accept(ADA, BOT), Error::<Test>::ChangedTooOften);
        set_now(now() + 1);
        assert_ok!(accept(ADA, BOT));
    });
}

#[test]
fn nobody_accepts_what_he_cannot_pay_for() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(JAN)));
        assert_noop!(accept(JAN, BOT), sp_runtime::TokenError::FundsUnavailable);
    });
}
