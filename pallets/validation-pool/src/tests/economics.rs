//! What coalitions and self-paid fees can gain, by the formulas and the numbers of the presets.

use super::*;
use crate::{
    block_pool::{
        bench,
        settle::{Settlement, Stakes},
    },
    Contract,
};
use aitbc_primitives::{random, reputation::REP, time, token::AITBC, Balance};
use sp_io::hashing::blake2_256;

/// Blocks of a day.
const DAY: u32 = (time::DAY / time::SLOT_DURATION) as u32;
/// The subsidy of a block with a billion tokens at 2.5 % a year.
const SUBSIDY: Balance = 1_584_404_390_701;
/// Block reputation at genesis.
const GENESIS: Rep = 5_000_000 * REP;

/// A day in which the first `coalition` of 200 validators with equal weights keep together: they vote
/// against a block of somebody else whenever that keeps it from being accepted, and for it otherwise.
/// Returns the share of the coalition after it, in millionths.
fn share_after_a_day(coalition: usize) -> Rep {
    const VALIDATORS: usize = 200;
    let weights = [GENESIS / VALIDATORS as Rep; VALIDATORS];
    let contract = Contract::default();
    let mint = contract.mint_of_block(contract.block_share.mul_floor(SUBSIDY), SUBSIDY);
    let mut authors = random::words([7; 32]);
    let mut balances = weights.map(|weight| weight as i128);
    for block in 0..DAY {
        let author = random::below(VALIDATORS as u32, &mut authors) as usize;
        let candidates: Vec<usize> = (0..VALIDATORS).filter(|who| *who != author).collect();
        let candidate_weights: Vec<Rep> = candidates.iter().map(|who| weights[*who]).collect();
        let seed = blake2_256(&block.to_le_bytes());
        let drawn = bench::draw(&candidate_weights, contract.bench_seats, seed).unwrap();
        let members: Vec<(usize, Rep)> = candidates
            .into_iter()
            .zip(&drawn.seats)
            .filter(|(_, seats)| **seats > 0)
            .map(|(who, seats)| (who, Rep::from(*seats) * drawn.seat))
            .collect();
        let settle = |side: Side| -> Settlement {
            let vote = |who: usize| if who < coalition { side } else { For };
            let members = members.iter().map(|(who, stake)| (*stake, Some(vote(*who))));
            let author = weights[author].min(drawn.total / 2);
            Stakes { mint, author, members: members.collect() }.settle(&contract)
        };
        let mut result = settle(Against);
        if author < coalition || result.outcome == Accepted {
            result = settle(For);
        }
        balances[author] += (result.post + result.author_gain) as i128;
        if result.outcome == Rejected {
            balances[author] -= contract.author_loss.mul_floor(weights[author]) as i128;
        }
        for ((who, _), (gain, loss)) in members.iter().zip(&result.members) {
            balances[*who] += *gain as i128 - *loss as i128;
        }
    }
    let own: i128 = balances[..coalition].iter().sum();
    (own * 1_000_000 / balances.iter().sum::<i128>()) as Rep
}

#[test]
fn a_coalition_of_a_third_gains_less_than_a_hundredth_of_its_share_in_a_day() {
    let before = 67 * 1_000_000 / 200;
    let after = share_after_a_day(67);
    assert!(after < before + before / 100, "{after}");
    assert!(after > before - before / 100, "{after}");
}

/// The model is worth something: a coalition that can reject does gain.
#[test]
fn a_coalition_of_three_quarters_gains() {
    let before = 150 * 1_000_000 / 200;
    assert!(share_after_a_day(150) > before);
}

/// Who produces a block and pays a fee in it to itself gets reputation for it, and a part of the fee back as
/// salary. The salary of 30 days on that reputation does not make up for the rest.
#[test]
fn a_self_paid_fee_loses_within_30_days() {
    let contract = Contract::default();
    for percent in [1, 10, 34] {
        let fee = AITBC;
        let own = GENESIS * percent / 100;
        let share = contract.block_share.mul_floor(fee);
        let mint = contract.mint(share);
        let members = vec![(GENESIS - own, Some(For))];
        let Settlement { post, author_gain, .. } =
            Stakes { mint, author: own, members }.settle(&contract);
        // As if the work contract got nothing of it.
        let gained = post + author_gain;
        let salary = contract.block_share.mul_floor(SUBSIDY) * Balance::from(30 * DAY);
        // As if nobody else earned any reputation meanwhile.
        let earned = salary * gained / GENESIS;
        let net_cost = fee - share * percent / 100;
        assert!(earned < net_cost, "{percent} %: {earned} of {net_cost}");
    }
}
