//! Agent and controller say what the agent tells of itself, and the deposit follows.

use super::*;

#[test]
fn agent_and_controller_update() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu"]);
        let other = Profile {
            spec_hash: sp_core::H256::repeat_byte(3),
            endpoint: b"tcp://there".to_vec(),
            x25519: [9; 32],
            capabilities: vec![b"cpu".to_vec(), b"fpga".to_vec()],
        };
        events();
        for who in [ADA, BOT] {
            assert_ok!(Agents::update(signed(who), BOT, other.clone()));
            let agent = stored(BOT);
            assert_eq!(agent.spec_hash, other.spec_hash);
            assert_eq!(agent.endpoint.to_vec(), other.endpoint);
            assert_eq!(agent.x25519, other.x25519);
            assert_eq!(agent.capabilities.len(), 2);
            assert_eq!(events(), [Event::Updated { agent: BOT }]);
            assert_ok!(Agents::update(signed(who), BOT, profile(&["gpu"])));
            events();
        }
        assert_noop!(Agents::update(signed(BEN), BOT, other.clone()), Error::<Test>::NotController);
        assert_noop!(Agents::update(signed(ADA), IDA, other), Error::<Test>::NotFound);
    });
}

#[test]
fn bad_profiles_change_nothing() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu"]);
        let update = |profile| Agents::update(signed(ADA), BOT, profile);
        assert_noop!(update(profile(&["GPU"])), Error::<Test>::BadTag);
        let many: Vec<_> = (0..17).map(|index| index.to_string()).collect();
        let many: Vec<_> = many.iter().map(|tag| &tag[..]).collect();
        assert_noop!(update(profile(&many)), Error::<Test>::TooManyTags);
        let endpoint = b"a b".to_vec();
        assert_noop!(update(Profile { endpoint, ..profile(&[]) }), Error::<Test>::BadEndpoint);
    });
}

#[test]
fn deposit_follows_the_size() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu"]);
        let before = held(ADA);
        assert_ok!(Agents::update(signed(BOT), BOT, profile(&["gpu", "cpu"])));
        assert_eq!(held(ADA), before + (4 + 32 + 8) * BYTE);
        assert_ok!(Agents::update(signed(BOT), BOT, profile(&[])));
        assert_eq!(held(ADA), before - (4 + 32 + 8) * BYTE);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_eq!(held(ADA), 0);
    });
}

#[test]
fn deposit_that_the_controller_does_not_have_fails() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        use frame_support::traits::fungible::Mutate as _;
        Balances::set_balance(&ADA, AITBC / 100);
        assert_noop!(
            Agents::update(signed(BOT), BOT, profile(&["gpu"])),
            sp_runtime::TokenError::FundsUnavailable
        );
        // What is smaller is possible.
        let endpoint = Vec::new();
        assert_ok!(Agents::update(signed(BOT), BOT, Profile { endpoint, ..profile(&[]) }));
    });
}
