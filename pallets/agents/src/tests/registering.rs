//! Both have to consent, and only ordinary accounts control.

use super::*;

#[test]
fn registered_agent_is_active_and_belongs_to_its_controller() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(try_register(ADA, BOT, Role::Consumer, &["gpu", "cpu"]));
        let agent = stored(BOT);
        assert_eq!((agent.controller, agent.role), (ADA, Role::Consumer));
        assert_eq!(agent.status, AgentStatus::Active);
        assert_eq!(agent.registered_at, now());
        assert_eq!(agent.last_heartbeat, None);
        let tags: Vec<_> = agent.capabilities.iter().map(|tag| &tag[..]).collect();
        assert_eq!(tags, [b"cpu", b"gpu"]);
        assert_eq!(Agents::owner_of(&BOT), Some(ADA));
        assert_eq!((Agents::owned_by(&ADA), Agents::agent_nonce(BOT)), (1, 1));
        let expected = [
            Event::OwnerChanged { account: BOT, owner: ADA },
            Event::Registered { agent: BOT, controller: ADA, role: Role::Consumer },
        ];
        assert_eq!(events(), expected);
    });
}

#[test]
fn somebody_elses_key_is_not_registered() {
    ExtBuilder.build_and_execute(|| {
        let role = Role::Provider;
        let try_with = |consent| Agents::register(signed(ADA), BOT, role, profile(&[]), consent);
        // The controller's own signature, or nonsense.
        let good = consent(BOT, ADA, role);
        let signature = TestSignature(ADA, good.signature.1.clone());
        assert_noop!(try_with(Consent { signature, ..good.clone() }), Error::<Test>::BadConsent);
        let signature = TestSignature(BOT, b"aitbc/agent/1".to_vec());
        assert_noop!(try_with(Consent { signature, ..good.clone() }), Error::<Test>::BadConsent);
        // It was given to somebody else, for another role or agent, or for longer or shorter.
        for other in [
            consent(BOT, BEN, role),
            consent(BOT, ADA, Role::Consumer),
            consent(IDA, ADA, role),
            Consent { valid_until: good.valid_until + 1, ..good.clone() },
            Consent { valid_until: good.valid_until - 1, ..good.clone() },
        ] {
            assert_noop!(try_with(other), Error::<Test>::BadConsent);
        }
        assert_ok!(try_with(good));
    });
}

#[test]
fn consent_of_another_chain_is_bad() {
    ExtBuilder.build_and_execute(|| {
        let genesis = System::block_hash(0);
        frame_system::BlockHash::<Test>::insert(0, sp_core::H256::repeat_byte(1));
        let elsewhere = consent(BOT, ADA, Role::Provider);
        frame_system::BlockHash::<Test>::insert(0, genesis);
        assert_noop!(
            Agents::register(signed(ADA), BOT, Role::Provider, profile(&[]), elsewhere),
            Error::<Test>::BadConsent
        );
    });
}

#[test]
fn consent_has_the_bytes_that_clients_sign() {
    ExtBuilder.build_and_execute(|| {
        let message = Agents::consent_message(&BOT, &ADA, Role::Builder, 7, 9);
        let mut expected = b"aitbc/agent/1".to_vec();
        expected.extend(aitbc_test_support::GENESIS_HASH.0);
        expected.extend(BOT.to_le_bytes());
        expected.extend(ADA.to_le_bytes());
        expected.push(2);
        expected.extend(7u32.to_le_bytes());
        expected.extend(9u64.to_le_bytes());
        assert_eq!(message, expected);
    });
}

#[test]
fn consent_is_used_once() {
    ExtBuilder.build_and_execute(|| {
        let role = Role::Provider;
        let first = consent(BOT, ADA, role);
        let try_with = |consent| Agents::register(signed(ADA), BOT, role, profile(&[]), consent);
        let early = consent_with(BOT, ADA, role, 1, now() + DAY);
        assert_noop!(try_with(early.clone()), Error::<Test>::ConsentUsed);
        assert_ok!(try_with(first.clone()));
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_noop!(try_with(first.clone()), Error::<Test>::ConsentUsed);
        // That one is the next.
        assert_ok!(try_with(early));
        // Nor does it work to hand the agent over.
        let to_ben = consent_with(BOT, BEN, role, 1, now() + DAY);
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        for old in [first, to_ben] {
            assert_noop!(Agents::accept_control(signed(BEN), BOT, old), Error::<Test>::ConsentUsed);
        }
    });
}

#[test]
fn consent_is_valid_until_its_end_and_7_days_at_most() {
    ExtBuilder.build_and_execute(|| {
        let role = Role::Provider;
        let try_until = |agent, valid_until| {
            let consent = consent_with(agent, ADA, role, 0, valid_until);
            Agents::register(signed(ADA), agent, role, profile(&[]), consent)
        };
        assert_noop!(try_until(BOT, now() - 1), Error::<Test>::ConsentExpired);
        assert_noop!(try_until(BOT, now() + 7 * DAY + 1), Error::<Test>::ConsentTooLong);
        assert_noop!(try_until(BOT, Moment::MAX), Error::<Test>::ConsentTooLong);
        assert_ok!(try_until(BOT, now()));
        assert_ok!(try_until(IDA, now() + 7 * DAY));
    });
}

#[test]
fn agent_is_registered_once() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        for who in [ADA, BEN] {
            assert_noop!(
                try_register(who, BOT, Role::Provider, &[]),
                Error::<Test>::AlreadyRegistered
            );
        }
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert_noop!(try_register(ADA, BOT, Role::Provider, &[]), Error::<Test>::AlreadyRegistered);
    });
}

#[test]
fn agents_and_wallets_do_not_control() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_noop!(
            try_register(BOT, IDA, Role::Provider, &[]),
            Error::<Test>::NotAnOrdinaryAccount
        );
        // A wallet of Ben's.
        assert_ok!(Agents::give(&CYD, &BEN));
        assert_noop!(
            try_register(CYD, IDA, Role::Provider, &[]),
            Error::<Test>::NotAnOrdinaryAccount
        );
        // Nor does anybody control itself.
        assert_noop!(
            try_register(DEE, DEE, Role::Provider, &[]),
            Error::<Test>::NotAnOrdinaryAccount
        );
    });
}

#[test]
fn whoever_owns_something_is_no_agent() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        assert_noop!(try_register(BEN, ADA, Role::Provider, &[]), Error::<Test>::OwnsSomething);
        assert_ok!(Agents::give(&CYD, &DEE));
        assert_noop!(try_register(BEN, DEE, Role::Provider, &[]), Error::<Test>::OwnsSomething);
        // What it has owned before does not matter.
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_ok!(try_register(BEN, ADA, Role::Provider, &[]));
    });
}

#[test]
fn tags_have_an_alphabet_a_length_and_a_number() {
    ExtBuilder.build_and_execute(|| {
        let long = "a".repeat(33);
        for bad in ["", "GPU", "a b", "a_b", "\u{e4}", &long[..]] {
            assert_noop!(
                try_register(ADA, BOT, Role::Provider, &["ok", bad]),
                Error::<Test>::BadTag
            );
        }
        assert_noop!(
            try_register(ADA, BOT, Role::Provider, &["gpu", "cpu", "gpu"]),
            Error::<Test>::BadTag
        );
        let tags: Vec<_> = (0..17).map(|index| format!("{index:a>32}")).collect();
        let tags: Vec<_> = tags.iter().map(|tag| &tag[..]).collect();
        assert_noop!(try_register(ADA, BOT, Role::Provider, &tags), Error::<Test>::TooManyTags);
        assert_ok!(try_register(ADA, BOT, Role::Provider, &tags[1..]));
        assert_ok!(try_register(ADA, IDA, Role::Provider, &["a-z.0:9"]));
    });
}

#[test]
fn endpoint_has_128_visible_characters_at_most() {
    ExtBuilder.build_and_execute(|| {
        let try_with = |endpoint: &[u8]| {
            let profile = Profile { endpoint: endpoint.to_vec(), ..profile(&[]) };
            let consent = consent(BOT, ADA, Role::Provider);
            Agents::register(signed(ADA), BOT, Role::Provider, profile, consent)
        };
        for bad in [&[b'a'; 129][..], b"a b", b"a\n", &[127], "\u{e4}".as_bytes(), &[0]] {
            assert_noop!(try_with(bad), Error::<Test>::BadEndpoint);
        }
        assert_ok!(try_with(&[b'~'; 128]));
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_ok!(try_with(b""));
    });
}

#[test]
fn deposit_is_10_and_a_thousandth_for_each_byte() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        let least = held(ADA);
        assert!((10 * AITBC..11 * AITBC).contains(&least), "{least}");
        assert_eq!(Agents::agent(BOT).unwrap().deposit, least);
        // Each tag its characters and their number, and a place in the index: a hash and an account.
        assert_ok!(try_register(BEN, IDA, Role::Provider, &["gpu", "h100"]));
        assert_eq!(held(BEN), least + (4 + 5 + 2 * (32 + 8)) * BYTE);
        // And no character more than there are.
        let endpoint = b"".to_vec();
        let consent = consent(JAN, CYD, Role::Provider);
        let profile = Profile { endpoint, ..profile(&[]) };
        assert_ok!(Agents::register(signed(CYD), JAN, Role::Provider, profile, consent));
        assert_eq!(held(CYD), least - "https://agent.example".len() as Balance * BYTE);
    });
}

#[test]
fn nobody_registers_what_he_cannot_pay_for() {
    ExtBuilder.build_and_execute(|| {
        // An agent's key that is nobody's yet, with less than a deposit.
        assert_noop!(
            try_register(JAN, BOT, Role::Provider, &[]),
            sp_runtime::TokenError::FundsUnavailable
        );
    });
}
