//! Scenario S9 of the design: a herd of deadlines.

use super::*;
use aitbc_primitives::market::{
    deadlines::{ActiveClock, OnDeadline},
    escrow::EscrowTask,
};
use aitbc_runtime::limits::PercentOfBlock;
use frame_support::{dispatch::DispatchClass, traits::Get, weights::Weight};
use sp_runtime::traits::Zero;
use std::collections::BTreeSet;

/// How many deadlines there are.
const HERD: u64 = 2_000;

/// The escrows of the herd whose offer has run out in the latest block, in order.
fn expired(chain: &mut Chain) -> Vec<EscrowId> {
    let events = chain.events().into_iter();
    let expired = events.filter_map(|event| match event {
        RuntimeEvent::Escrow(pallet_escrow::Event::Expired { id, .. }) => Some(id),
        _ => None,
    });
    expired.collect()
}

/// What all of the latest block has taken.
fn used(chain: &mut Chain) -> Weight {
    chain.inspect(|| System::block_weight().total())
}

/// As many accounts pay as are paid, each for the first time in a long time, so that the history of each
/// grows. That the block is charged besides; with it, the agenda takes no more than its share.
#[test]
fn scenario_s9_herd_of_payments() {
    use frame_support::traits::fungible::Mutate;

    const PAYMENTS: u32 = 500;
    let mut chain = Chain::development();
    chain.blocks(2);
    let account = |role: u8, index: u32| {
        let mut id = [role; 32];
        id[..4].copy_from_slice(&index.to_le_bytes());
        AccountId::new(id)
    };
    let due = chain.inspect(|| {
        let deadline_in = 20 * MINUTE;
        let default = Fallback::Pay;
        let terms = Terms { accept_within: MINUTE, deadline_in, default, ..terms(AITBC) };
        for index in 0..PAYMENTS {
            let [from, to] = [1, 2].map(|role| account(role, index));
            Balances::mint_into(&from, 10 * AITBC).unwrap();
            Balances::mint_into(&to, AITBC).unwrap();
            let id = pallet_escrow::NextId::<Runtime>::get();
            Escrow::create(signed_by(&from), to.clone(), terms.clone()).unwrap();
            Escrow::accept(signed_by(&to), id).unwrap();
        }
        Deadlines::now() + deadline_in
    });
    while chain.inspect(Deadlines::now) + MINUTE < due {
        let later = now(&mut chain) + 30 * SECOND;
        to(&mut chain, later);
    }
    // The same chain without them says what the same block takes beside the agenda.
    let mut twin = Chain::development();
    twin.blocks(2);
    while twin.slot() < chain.slot() {
        let later = now(&mut twin) + 30 * SECOND;
        to(&mut twin, later);
    }
    assert_eq!(twin.slot(), chain.slot());
    assert_eq!(chain.inspect(|| Deadlines::clock().waiting.active), u64::from(PAYMENTS));
    let share: Weight = PercentOfBlock::<3>::get();
    let (mut blocks, mut heaviest) = (0, Weight::zero());
    while chain.inspect(|| Deadlines::clock().waiting.active) > 0 {
        let before = chain.inspect(|| Escrow::figures().escrows);
        chain.blocks(1);
        twin.blocks(1);
        let paid = before - chain.inspect(|| Escrow::figures().escrows);
        if paid > 0 {
            let taken = used(&mut chain).saturating_sub(used(&mut twin));
            assert!(taken.all_lte(share), "{paid} payments take {taken} of {share}");
            heaviest = heaviest.max(taken);
            let charged = chain.inspect(|| *System::block_weight().get(DispatchClass::Normal));
            assert!(!charged.is_zero(), "no history has grown");
        }
        blocks += 1;
        assert!(blocks < 1_000, "they are not all done");
    }
    // It is not little either.
    assert!(heaviest.ref_time() * 10 > share.ref_time() * 8, "{heaviest} of {share}");
    for index in 0..PAYMENTS {
        assert_eq!(chain.balance(&account(1, index)), 8_975 * MILLI);
        assert_eq!(chain.balance(&account(2, index)), 2 * AITBC);
    }
}

#[test]
fn scenario_s9_herd() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let balance = chain.balance(&Alice.to_account_id());
    let due = chain.inspect(|| {
        let terms = Terms { accept_within: MINUTE, ..terms(MILLI) };
        for _ in 0..HERD {
            Escrow::create(signed(Alice), Bob.to_account_id(), terms.clone()).unwrap();
        }
        assert_eq!(Deadlines::clock().waiting.active, HERD);
        Deadlines::now() + MINUTE
    });

    // Nothing is done before its time.
    while chain.inspect(Deadlines::now) + SLOT_DURATION < due {
        chain.blocks(1);
        assert!(expired(&mut chain).is_empty());
    }
    while chain.inspect(Deadlines::now) < due {
        chain.blocks(1);
    }
    let mut done = expired(&mut chain);
    // The owner of the last one does not wait.
    chain.inspect(|| {
        assert!(Escrow::escrow(HERD - 1).is_some());
        Escrow::settle(signed(Charlie), HERD - 1, None).unwrap();
        assert!(Escrow::escrow(HERD - 1).is_none());
    });

    // Of the share, and the weight of a task.
    let share: Weight = PercentOfBlock::<3>::get();
    let each = Escrow::weight(&EscrowTask::Escrow { id: 0, milestone: None });
    let most = share.ref_time() / each.ref_time();
    assert!((20..HERD).contains(&most), "{most} tasks of {each} in {share}");
    // The same chain without them says what the same block takes beside the agenda.
    let mut twin = Chain::development();
    twin.blocks((chain.slot() - twin.slot()) as u32);
    let mut blocks = 0;
    while chain.inspect(|| Deadlines::clock().waiting.active) > 0 {
        chain.blocks(1);
        twin.blocks(1);
        let now = expired(&mut chain);
        assert!(now.len() as u64 <= most, "{} in one block", now.len());
        let taken = used(&mut chain).saturating_sub(used(&mut twin));
        assert!(taken.all_lte(share), "{taken} of {share}");
        done.extend(now);
        blocks += 1;
        assert!(blocks < 1_000, "{} of {HERD} done", done.len());
    }
    // All in order, each once.
    assert!(done.is_sorted());
    assert_eq!(done.iter().collect::<BTreeSet<_>>().len(), done.len());
    assert_eq!(done.len() as u64, HERD - 1);
    chain.inspect(|| {
        assert_eq!(Escrow::figures(), Default::default());
    });
    assert_eq!(chain.balance(&Alice.to_account_id()), balance);
}
