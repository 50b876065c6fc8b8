//! Rejecting an honest block never pays.

use super::*;
use crate::{
    block_pool::settle::{Settlement, Stakes},
    Contract,
};
use aitbc_primitives::random;
use proptest::{collection::vec, prelude::*};

/// What the members of a coalition, by its bits, gain and lose if they vote `votes` and all others For.
fn payoff(stakes: &Stakes, coalition: u32, votes: &[Option<Side>]) -> (Outcome, i128) {
    let is_in = |member: usize| coalition >> member & 1 == 1;
    let members = (0..).zip(&stakes.members).zip(votes).map(|((member, (stake, _)), vote)| {
        (*stake, if is_in(member) { *vote } else { Some(For) })
    });
    let stakes = Stakes { members: members.collect(), ..stakes.clone() };
    let Settlement { outcome, members, .. } = stakes.settle(&Contract::default());
    let own = members.iter().enumerate().filter(|(member, _)| is_in(*member));
    (outcome, own.map(|(_, (gain, loss))| *gain as i128 - *loss as i128).sum())
}

/// Compares what a coalition gets for letting an honest block be accepted with what it gets for anything
/// that keeps it from that. Tells whether the block was rejected.
fn never_pays(stakes: &Stakes, coalition: u32, votes: &[Option<Side>]) -> bool {
    let honest = vec![Some(For); stakes.members.len()];
    let (accepted, fair) = payoff(stakes, coalition, &honest);
    assert_eq!(accepted, Accepted);
    let (outcome, other) = payoff(stakes, coalition, votes);
    if outcome != Accepted {
        assert!(other <= fair, "{other} for {outcome:?}, {fair} otherwise: {stakes:?}");
    }
    outcome == Rejected
}

fn stakes(mint: Rep, author: Rep, members: Vec<Rep>) -> Stakes {
    Stakes { mint, author, members: members.into_iter().map(|stake| (stake, None)).collect() }
}

fn amount() -> impl Strategy<Value = Rep> {
    prop_oneof![1..10u128, 1..10_000u128, 1..10u128.pow(24)]
}

proptest! {
    #![proptest_config(cases())]

    /// Every coalition, and all that its members can vote.
    #[test]
    fn rejecting_an_honest_block_never_pays_small_coalitions(
        mint in amount(),
        author in amount(),
        weights in vec(amount(), 2..=4),
    ) {
        let members = weights.len() as u32;
        let stakes = stakes(mint, author, weights);
        for coalition in 1..1u32 << members {
            for ballot in 0..3u32.pow(members) {
                let votes: Vec<_> = (0..members)
                    .map(|member| [Some(For), Some(Against), None][(ballot / 3u32.pow(member) % 3) as usize])
                    .collect();
                never_pays(&stakes, coalition, &votes);
            }
        }
    }
}

#[test]
fn rejecting_an_honest_block_never_pays_coalitions_of_32() {
    let mut words = random::words([5; 32]);
    let mut rejected = 0;
    for _ in 0..10_000 {
        let members: Vec<Rep> =
            (0..32).map(|_| Rep::from(random::below(1_000_000, &mut words)) + 1).collect();
        let total: Rep = members.iter().sum();
        let mint = Rep::from(random::below(10_000_000, &mut words));
        let author = Rep::from(random::below(2_000_000, &mut words)).min(total / 2);
        let stakes = stakes(mint, author, members);
        // Of all sizes alike.
        let size = 1 + random::below(32, &mut words);
        let mut order: Vec<u32> = (0..32).collect();
        random::shuffle_by(&mut order, &mut words);
        let coalition = order.iter().take(size as usize).fold(0, |bits, member| bits | 1 << member);
        rejected += u32::from(never_pays(&stakes, coalition, &[Some(Against); 32]));
        never_pays(&stakes, coalition, &[None; 32]);
    }
    // It was not for lack of trying.
    assert!((2_000..5_000).contains(&rejected), "{rejected}");
}

#[test]
fn a_right_minority_vote_costs_no_more_than_ten_right_votes() {
    let contract = Contract::default();
    let stakes = Stakes {
        mint: 2_000_000,
        author: 0,
        members: vec![(1 << 60, Some(For)), (1 << 60, Some(For)), (1 << 60, Some(Against))],
    };
    let lost = stakes.settle(&contract).members[2].1;
    let right = stakes.members[2].0;
    let all_for = Stakes { members: vec![(right, Some(For)); 3], ..stakes };
    let gained = all_for.settle(&contract).members[2].0;
    assert!(lost <= 10 * (gained + 1), "{lost} {gained}");
    assert!(lost > 9 * gained);
}
