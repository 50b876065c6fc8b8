//! What clients read.

use super::*;
use aitbc_primitives::agents::registry::{AgentCount, AgentFilter, AgentView};

#[test]
fn agent_is_read_as_it_is_now() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!(Agents::agent(BOT), None);
        register(BOT, &["h100", "gpu"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert_ok!(Agents::offer_control(signed(ADA), BOT, Some(BEN)));
        give_rep(BOT, 10_000 * REP);
        Linked::set(&vec![(DEE, BOT)]);
        let expected = AgentView {
            account: BOT,
            controller: ADA,
            offered_to: Some(BEN),
            role: Role::Provider,
            status: AgentStatus::Active,
            available: true,
            score: 550,
            reputation: 10_000 * REP,
            spec_hash: Default::default(),
            endpoint: "https://agent.example".into(),
            x25519: sp_core::H256::repeat_byte(7),
            capabilities: vec!["gpu".into(), "h100".into()],
            registered_at: now(),
            last_heartbeat: Some(BEGIN),
            wallets: 1,
            deposit: held(ADA),
            nonce: 1,
        };
        assert_eq!(Agents::agent(BOT), Some(expected));
        // Nothing was changed for that.
        assert!(held(ADA) > 0);
        // Of two agents each has its own deposit.
        register(IDA, &[]);
        let deposits = [BOT, IDA].map(|agent| Agents::agent(agent).unwrap().deposit);
        assert_eq!(deposits.iter().sum::<Balance>(), held(ADA));
        Linked::set(&vec![]);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        let retired = Agents::agent(BOT).unwrap();
        assert_eq!((retired.status, retired.deposit), (AgentStatus::Retired, 0));
        assert!(!retired.available && retired.capabilities.is_empty());
    });
}

#[test]
fn agents_are_listed_by_what_they_are() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu"]);
        register(IDA, &["gpu", "h100"]);
        assert_ok!(try_register(BEN, JAN, Role::Consumer, &["gpu"]));
        assert_ok!(Agents::suspend(signed(ADA), IDA));
        let list = |role, status, tag: Option<&str>, controller| {
            let tag = tag.map(String::from);
            let filter = AgentFilter { role, status, tag, controller };
            let agents = Agents::agents(filter, 100, 0).into_iter();
            let mut accounts: Vec<_> = agents.map(|agent| agent.account).collect();
            accounts.sort();
            accounts
        };
        assert_eq!(list(None, None, None, None), [BOT, IDA, JAN]);
        assert_eq!(list(Some(Role::Provider), None, None, None), [BOT, IDA]);
        assert_eq!(list(None, Some(AgentStatus::Active), None, None), [BOT, JAN]);
        assert_eq!(list(None, Some(AgentStatus::Suspended), None, None), [IDA]);
        // By a capability it is active ones only, whatever else is asked for.
        assert_eq!(list(None, None, Some("gpu"), None), [BOT, JAN]);
        assert_eq!(list(None, None, Some("gpu"), Some(ADA)), [BOT]);
        assert_eq!(list(None, Some(AgentStatus::Suspended), Some("gpu"), None), [0u64; 0]);
        assert_eq!(list(None, None, Some("h100"), None), [0u64; 0]);
        assert_ok!(Agents::resume(signed(ADA), IDA));
        assert_eq!(list(None, None, Some("h100"), None), [IDA]);
        assert_eq!(list(None, None, Some("h100"), Some(BEN)), [0u64; 0]);
        assert_eq!(list(None, None, Some("gpu"), Some(BEN)), [JAN]);
        assert_eq!(list(None, None, None, Some(ADA)), [BOT, IDA]);
        assert_eq!(list(Some(Role::Builder), None, None, None), [0u64; 0]);
        assert_ok!(Agents::retire(signed(ADA), BOT));
        assert_eq!(list(None, Some(AgentStatus::Retired), None, None), [BOT]);
        assert_eq!(list(None, None, None, Some(ADA)), [IDA]);
    });
}

#[test]
fn list_is_read_in_parts_of_100_at_most() {
    ExtBuilder.build_and_execute(|| {
        use frame_support::traits::fungible::Mutate as _;
        Balances::set_balance(&ADA, 10_000 * AITBC);
        (1_000..1_101).for_each(|agent| register(agent, &[]));
        let list = |limit, offset| {
            let filter = AgentFilter { role: None, status: None, tag: None, controller: Some(ADA) };
            let agents = Agents::agents(filter, limit, offset).into_iter();
            agents.map(|agent| agent.account).collect::<Vec<_>>()
        };
        assert_eq!(list(1_000, 0).len(), 100);
        let mut all = [list(60, 0), list(60, 60)].concat();
        assert_eq!(all[..60], list(60, 0));
        all.sort();
        assert_eq!(all, (1_000..1_101).collect::<Vec<_>>());
        assert!(list(60, 101).is_empty() && list(0, 0).is_empty());
        assert!(list(60, u32::MAX).is_empty());
    });
}

#[test]
fn figures_count_by_role_and_status() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &[]);
        register(IDA, &[]);
        assert_ok!(try_register(BEN, JAN, Role::Builder, &[]));
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert_ok!(Agents::heartbeat(signed(IDA)));
        assert_ok!(Agents::suspend(signed(ADA), IDA));
        assert_ok!(Agents::retire(signed(BEN), JAN));
        let figures = Agents::agent_figures();
        assert_eq!(figures.available, 1);
        assert_eq!(figures.agents.len(), 12);
        let some: Vec<_> = figures.agents.into_iter().filter(|count| count.count > 0).collect();
        let expected = [
            (Role::Provider, AgentStatus::Active),
            (Role::Provider, AgentStatus::Suspended),
            (Role::Builder, AgentStatus::Retired),
        ];
        assert_eq!(some, expected.map(|(role, status)| AgentCount { role, status, count: 1 }));
    });
}
