//! Who can do what, and the search for it.

use super::*;
use aitbc_primitives::agents::registry::MatchView;
use frame_support::traits::fungible::Mutate as _;

fn search(tags: &[&str], limit: u32) -> Option<MatchView<u64>> {
    Agents::agents_match(tags.iter().map(|tag| tag.to_string()).collect(), limit)
}

/// Who was found, and whether others were cut off.
fn found(tags: &[&str], limit: u32) -> (Vec<u64>, bool) {
    let found = search(tags, limit).unwrap();
    (found.agents.into_iter().map(|agent| agent.account).collect(), found.cut_off)
}

/// Registers so many agents from 1 000 on, which give a sign of life.
fn crowd(number: u64, tags: &[&str]) {
    Balances::set_balance(&ADA, 100_000 * AITBC);
    for agent in 1_000..1_000 + number {
        register(agent, tags);
        assert_ok!(Agents::heartbeat(signed(agent)));
    }
}

#[test]
fn best_score_comes_first() {
    ExtBuilder.build_and_execute(|| {
        crowd(4, &["gpu"]);
        give_rep(1_002, 10_000 * REP);
        give_rep(1_001, 1_000 * REP);
        assert_eq!(found(&["gpu"], 10), (vec![1_002, 1_001, 1_000, 1_003], false));
        assert_eq!(found(&["gpu"], 2), (vec![1_002, 1_001], true));
        assert_eq!(found(&["gpu"], 4).1, false);
        assert_eq!(found(&["gpu"], 0), (vec![], true));
        let best = search(&["gpu"], 1).unwrap().agents.remove(0);
        assert_eq!(Some(best), Agents::agent(1_002));
    });
}

#[test]
fn only_active_and_available_agents_with_all_the_tags_match() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu", "h100"]);
        register(IDA, &["gpu"]);
        assert_eq!(found(&["gpu"], 10), (vec![], false));
        for agent in [BOT, IDA] {
            assert_ok!(Agents::heartbeat(signed(agent)));
        }
        assert_eq!(found(&["gpu"], 10).0, [BOT, IDA]);
        assert_eq!(found(&["h100", "gpu"], 10).0, [BOT]);
        assert_eq!(found(&["gpu", "gpu"], 10).0, [BOT, IDA]);
        assert_eq!(found(&["gpu", "tpu"], 10), (vec![], false));
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert_eq!(found(&["gpu"], 10).0, [IDA]);
        assert_ok!(Agents::resume(signed(ADA), BOT));
        assert_eq!(found(&["gpu"], 10).0, [BOT, IDA]);
        TestActiveClock::wait(15 * MINUTE + 1);
        assert_eq!(found(&["gpu"], 10), (vec![], false));
        assert_ok!(Agents::heartbeat(signed(IDA)));
        assert_eq!(found(&["gpu"], 10).0, [IDA]);
        assert_ok!(Agents::retire(signed(ADA), IDA));
        assert_eq!(found(&["gpu"], 10), (vec![], false));
    });
}

#[test]
fn updates_move_an_agent_in_the_index() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["gpu", "h100"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert_ok!(Agents::update(signed(BOT), BOT, profile(&["gpu", "cpu"])));
        assert_eq!(found(&["h100"], 10), (vec![], false));
        assert_eq!(found(&["cpu", "gpu"], 10).0, [BOT]);
        let counts = crate::WithCapability::<Test>::iter_values().collect::<Vec<_>>();
        assert_eq!(counts, [1, 1]);
    });
}

#[test]
fn bad_searches_have_no_answer() {
    ExtBuilder.build_and_execute(|| {
        for bad in ["", "GPU", "a b", &"a".repeat(33)] {
            assert_eq!(search(&["gpu", bad], 10), None);
        }
        assert_eq!(search(&[], 10), None);
        assert_eq!(search(&["a"; 17], 10), None);
        assert!(search(&["a"; 16], 10).is_some());
    });
}

#[test]
fn answer_has_100_agents_at_most() {
    ExtBuilder.build_and_execute(|| {
        crowd(101, &["gpu"]);
        let (agents, is_cut_off) = found(&["gpu"], u32::MAX);
        assert_eq!((agents.len(), is_cut_off), (100, true));
        assert_ok!(Agents::retire(signed(ADA), 1_000));
        let (agents, is_cut_off) = found(&["gpu"], u32::MAX);
        assert_eq!((agents.len(), is_cut_off), (100, false));
    });
}

#[test]
fn search_looks_at_1000_of_those_with_the_rarest_tag() {
    ExtBuilder.build_and_execute(|| {
        crowd(1_000, &["common"]);
        for agent in 1_000..2_000 {
            assert_ok!(Agents::suspend(signed(ADA), agent));
        }
        // Nobody was found, and all were looked at.
        assert_eq!(found(&["common"], 1), (vec![], false));
        register(BOT, &["common", "rare"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert!(found(&["common"], 1).1, "there is one more");
        assert_eq!(found(&["common", "rare"], 1), (vec![BOT], false));
    });
}
