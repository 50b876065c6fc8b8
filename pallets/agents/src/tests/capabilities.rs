//! Who can do what, and the search for it.

use super::*;
use crate::capabilities::hash_of;
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
        assert!(!found(&["gpu"], 4).1);
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
        TestActiveClock::wait(16 * MINUTE);
        // Nobody was found, and all were looked at.
        assert_eq!(found(&["common"], 1), (vec![], false));
        register(BOT, &["common", "rare"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert!(found(&["common"], 1).1, "there is one more");
        assert_eq!(found(&["common", "rare"], 1), (vec![BOT], false));
    });
}

/// Else a thousand of them would hide all others.
#[test]
fn search_does_not_look_at_suspended_agents() {
    ExtBuilder.build_and_execute(|| {
        crowd(1_001, &["gpu"]);
        for agent in 1_000..2_001 {
            assert_ok!(Agents::suspend(signed(ADA), agent));
        }
        register(BOT, &["gpu"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert_eq!(found(&["gpu"], 1), (vec![BOT], false));
    });
}

#[test]
fn suspended_agent_is_in_no_index_until_it_is_resumed() {
    ExtBuilder.build_and_execute(|| {
        register(BOT, &["cpu", "gpu"]);
        register(IDA, &["gpu"]);
        let deposit = held(ADA);
        let count = |tag: &[u8]| crate::WithCapability::<Test>::get(hash_of(tag));
        assert_ok!(Agents::suspend(signed(ADA), BOT));
        assert_eq!([count(b"cpu"), count(b"gpu")], [0, 1]);
        // Its places stay paid for.
        assert_eq!(held(ADA), deposit);
        // What it can do then counts from the moment at which it is resumed.
        assert_ok!(Agents::update(signed(ADA), BOT, profile(&["cpu", "tpu"])));
        assert_eq!([count(b"cpu"), count(b"tpu")], [0, 0]);
        Agents::do_try_state().unwrap();
        assert_ok!(Agents::resume(signed(ADA), BOT));
        assert_eq!([count(b"cpu"), count(b"gpu"), count(b"tpu")], [1, 1, 1]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        assert_eq!(found(&["tpu"], 10).0, [BOT]);
        // One that retires while it is suspended leaves the places of others alone.
        assert_ok!(Agents::suspend(signed(ADA), IDA));
        assert_ok!(Agents::update(signed(ADA), BOT, profile(&["gpu"])));
        assert_ok!(Agents::retire(signed(ADA), IDA));
        assert_eq!(count(b"gpu"), 1);
    });
}

/// Begins the search at this part of all places.
fn begin_at(part: u8) {
    System::set_parent_hash([part; 32].into());
}

#[test]
fn search_begins_at_another_place_in_each_block() {
    ExtBuilder.build_and_execute(|| {
        crowd(1_999, &["gpu"]);
        TestActiveClock::wait(16 * MINUTE);
        register(BOT, &["gpu"]);
        assert_ok!(Agents::heartbeat(signed(BOT)));
        // Half of all agents are looked at, so about half of the blocks find it.
        let finds = (0..16).filter(|part| {
            begin_at(part * 16);
            let (agents, is_cut_off) = found(&["gpu"], 1);
            assert!(is_cut_off);
            agents == [BOT]
        });
        assert!((4..=12).contains(&finds.count()));
    });
}

#[test]
fn wherever_a_search_begins_it_finds_each_agent_once() {
    ExtBuilder.build_and_execute(|| {
        crowd(40, &["gpu"]);
        let all: Vec<_> = (1_000..1_040).collect();
        for part in [0, 1, 100, 200, 255] {
            begin_at(part);
            assert_eq!(found(&["gpu"], 100), (all.clone(), false));
        }
    });
}
