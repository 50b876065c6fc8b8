//! Policies.

use super::*;
use crate::Policies;
use ProposalKind::*;

fn set_policy(name: &str, value: &[u8]) -> DispatchResult {
    OpenClaw::set_policy(RuntimeOrigin::root(), name.into(), value.to_vec())
}

#[test]
fn policy_knows_its_version_and_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        let call = |value: &str| {
            claw(crate::Call::set_policy { name: b"voting-period".to_vec(), value: value.into() })
        };
        enact(PolicyChange, vec![call("14 days")]);
        let id = enact(PolicyChange, vec![call("7 days")]);
        assert_eq!(
            OpenClaw::read_policies(9, 0),
            [PolicyView {
                name: b"voting-period".to_vec(),
                value: b"7 days".to_vec(),
                version: 2,
                proposal: Some(id),
                at: now()
            }]
        );
        let remove = crate::Call::remove_policy { name: b"voting-period".to_vec() };
        enact(PolicyChange, vec![claw(remove)]);
        assert_eq!(OpenClaw::read_policies(9, 0), []);
        let all = events();
        let name = PolicyName::truncate_from(b"voting-period".to_vec());
        assert!(all.contains(&Event::PolicySet { name: name.clone(), version: 2 }));
        assert!(all.contains(&Event::PolicyRemoved { name }));
    });
}

#[test]
fn name_has_3_to_64_of_few_characters() {
    ExtBuilder::default().build_and_execute(|| {
        for name in ["ab", &"a".repeat(65), "Abc", "a_b", "a b", "äbc", "abc."] {
            assert_noop!(set_policy(name, b""), Error::<Test>::BadPolicy);
        }
        for name in ["abc", &"a".repeat(64), "market/a-b/0z9"] {
            assert_ok!(set_policy(name, b""));
        }
    });
}

#[test]
fn text_has_at_most_4_096_bytes_of_utf_8() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_policy("abc", &text(4_097)), Error::<Test>::BadPolicy);
        assert_noop!(set_policy("abc", &[0xff]), Error::<Test>::BadPolicy);
        assert_ok!(set_policy("abc", &text(4_096)));
    });
}

#[test]
fn agent_trading_sets_policies_of_the_market_only() {
    ExtBuilder::default().build_and_execute(|| {
        let set = |origin: RuntimeOrigin, name: &str| {
            OpenClaw::set_policy(origin, name.into(), b"text".to_vec())
        };
        let trading: RuntimeOrigin = Origin::AgentTrading.into();
        assert_ok!(set(trading.clone(), "market/fee"));
        assert_noop!(set(trading.clone(), "markets"), Error::<Test>::BadPolicy);
        assert_noop!(
            OpenClaw::remove_policy(trading, b"market/fee".to_vec()),
            DispatchError::BadOrigin
        );
        assert_ok!(set(Origin::PolicyChange.into(), "market/fee"));
        let others: [RuntimeOrigin; 3] =
            [signed(ADA), Origin::ParameterChange.into(), Origin::Emergency.into()];
        for other in others {
            assert_noop!(set(other, "market/fee"), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn there_are_at_most_1_024_policies() {
    ExtBuilder::default().build_and_execute(|| {
        for number in 0..1_024 {
            set_policy(&format!("policy-{number}"), b"").unwrap();
        }
        assert_noop!(set_policy("one-more", b""), Error::<Test>::TooManyPolicies);
        // One that there is can be set again.
        assert_ok!(set_policy("policy-0", b"text"));
        OpenClaw::remove_policy(RuntimeOrigin::root(), b"policy-1".to_vec()).unwrap();
        assert_ok!(set_policy("one-more", b""));
        assert_eq!(Policies::<Test>::count(), 1_024);
        assert_eq!(OpenClaw::read_policies(1_000, 1_000).len(), 24);
        assert_eq!(OpenClaw::read_policies(1_000, 0).len(), 100);
    });
}

#[test]
fn unknown_policy_cannot_be_removed() {
    ExtBuilder::default().build_and_execute(|| {
        for name in [b"abc".to_vec(), text(65)] {
            assert_noop!(
                OpenClaw::remove_policy(RuntimeOrigin::root(), name),
                Error::<Test>::Unknown
            );
        }
    });
}
