//! The example of the README.

use super::*;

#[test]
fn example_of_the_readme() {
    ExtBuilder.build_and_execute(|| {
        // 1
        let consent_to_ada = consent(BOT, ADA, Role::Provider);
        let profile = profile(&["gpu:h100", "llm.inference"]);
        let registered =
            Agents::register(signed(ADA), BOT, Role::Provider, profile, consent_to_ada.clone());
        assert_ok!(registered);
        assert!(held(ADA) > 10 * AITBC);
        assert_eq!((Agents::score(&BOT), Agents::class(&BOT)), (100, VoterClass::Provider));
        // 2
        assert_eq!(Agents::heartbeat(signed(BOT)).unwrap().pays_fee, Pays::No);
        let found = Agents::agents_match(vec!["gpu:h100".into()], 10).unwrap();
        assert_eq!(found.agents[0].account, BOT);
        TestActiveClock::wait(16 * MINUTE);
        let found = Agents::agents_match(vec!["gpu:h100".into()], 10).unwrap();
        assert!(found.agents.is_empty());
        // 3
        give_rep(BOT, 2_858 * REP);
        assert_eq!(Agents::score(&BOT), 300);
        assert_eq!(Agents::bonus(&BOT).unwrap().limit, 285_800 * AITBC);
        // 4
        wait(DAY);
        let snapshot = now();
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        let consent_to_ben = consent(BOT, BEN, Role::Provider);
        assert_ok!(Agents::accept_control(signed(BEN), BOT, consent_to_ben));
        assert_eq!(held(ADA), 0);
        assert_eq!(Agents::owner(&BOT, snapshot), ADA);
        assert_eq!(Agents::owner(&BOT, snapshot + 1), BEN);
        // 5
        assert_noop!(
            Agents::set_role(signed(ADA), BOT, Role::Builder),
            Error::<Test>::NotController
        );
        assert_ok!(Agents::retire(signed(BEN), BOT));
        assert_eq!(held(BEN), 0);
        let again =
            Agents::register(signed(ADA), BOT, Role::Provider, Profile::default(), consent_to_ada);
        assert_eq!(again, Err(Error::<Test>::ConsentUsed.into()));
        // 6
        wait(RETENTION + 1);
        work();
        assert_eq!(Agents::agent(BOT), None);
    });
}
