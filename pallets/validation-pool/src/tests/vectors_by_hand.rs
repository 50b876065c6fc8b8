//! The vectors of the design that are of pools by hand.

use super::*;
use crate::Pools;
use aitbc_primitives::reputation::pools::{Initiator, Pools as _, Ratio, Terms, PPM};
use aitbc_test_support::{wait, TestPosts};
use frame_support::{
    assert_ok,
    traits::fungible::{Inspect, InspectHold},
};

/// The author of the post.
const PAM: AccountId = 50;
const POST: u64 = 9;

/// A pool with these stakes, in domain Governance, in which somebody else has what nobody stakes.
struct Vector {
    fee: Rep,
    issuance: Rep,
    quorum: Ratio,
    win: Ratio,
    binding: u32,
    redistribute: bool,
    stakes: &'static [(AccountId, Side, Rep)],
}

impl Default for Vector {
    fn default() -> Self {
        Self {
            fee: 0,
            issuance: 0,
            quorum: (1, 10),
            win: (1, 2),
            binding: PPM,
            redistribute: true,
            stakes: &[],
        }
    }
}

/// What a pool has done.
#[derive(Debug, PartialEq)]
struct Result {
    outcome: Outcome,
    changes: Vec<i128>,
    post: Rep,
    /// What was minted less what was burned.
    minted: i128,
    salary: Rep,
}

impl Vector {
    fn run(&self) -> Result {
        let mut result = None;
        ExtBuilder::default().build_and_execute(|| result = Some(self.result()));
        result.unwrap()
    }

    fn result(&self) -> Result {
        TestPosts::write(POST, GOVERNANCE, PAM);
        let staked: Rep = self.stakes.iter().map(|(_, _, amount)| amount).sum();
        for (who, _, amount) in self.stakes {
            give(GOVERNANCE, *who, *amount);
        }
        give(GOVERNANCE, REST, self.issuance - staked);
        let terms = Terms {
            post: Some(POST),
            domain: GOVERNANCE,
            payer: PAYER,
            fee: self.fee,
            mints: true,
            duration: 60_000,
            quorum: self.quorum,
            win: self.win,
            binding: self.binding,
            redistribute: self.redistribute,
            excluded: Default::default(),
            initiator: Initiator::Assembly,
        };
        let pool = ValidationPool::initiate(terms).unwrap();
        for (who, side, amount) in self.stakes {
            assert_ok!(ValidationPool::stake(signed(*who), pool, *side, *amount));
        }
        wait(60_000);
        assert_ok!(ValidationPool::resolve(signed(REST), pool));
        assert_eq!(Balances::total_balance_on_hold(&PAYER), 0);
        assert_eq!(Balances::balance(&PAYER) + salary(GOVERNANCE), FUNDS);
        assert!(Pools::<Test>::get(pool).unwrap().resolved);
        let changes = self.stakes.iter().map(|(who, _, before)| {
            assert_eq!(Ledger::free(GOVERNANCE, who), Ledger::balance(GOVERNANCE, who));
            Ledger::balance(GOVERNANCE, who) as i128 - *before as i128
        });
        Result {
            outcome: ValidationPool::outcome(pool).unwrap(),
            changes: changes.collect(),
            post: TestPosts::value(POST),
            minted: Ledger::issuance(GOVERNANCE) as i128 - self.issuance as i128,
            salary: salary(GOVERNANCE),
        }
    }
}

/// What a vector is to do. The fee becomes salary unless there is no quorum.
fn result(outcome: Outcome, changes: &[i128], post: Rep, minted: i128, salary: Rep) -> Result {
    Result { outcome, changes: changes.to_vec(), post, minted, salary }
}

#[test]
fn vector_v1_accepted() {
    let vector = Vector {
        fee: 1_000,
        issuance: 3_000,
        stakes: &[(ADA, For, 1_000), (BEN, For, 500), (CYD, Against, 300)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[533, 266, -300], 501, 1_000, 1_000));
}

#[test]
fn vector_v2_rejected() {
    let vector = Vector {
        fee: 1_001,
        issuance: 3_000,
        stakes: &[(DEE, For, 200), (ADA, Against, 1_000), (BEN, Against, 501)],
        ..Default::default()
    };
    // One is burned.
    assert_eq!(vector.run(), result(Rejected, &[-200, 800, 400], 0, 1_001 - 1, 1_001));
}

#[test]
fn vector_v3_a_tie_is_accepted() {
    let vector = Vector {
        fee: 100,
        issuance: 1_000,
        stakes: &[(ADA, For, 100), (BEN, Against, 100)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[150, -100], 50, 100, 100));
}

#[test]
fn vector_v4_no_quorum() {
    let vector =
        Vector { fee: 500, issuance: 10_000, stakes: &[(ADA, For, 999)], ..Default::default() };
    assert_eq!(vector.run(), result(NoQuorum, &[0], 0, 0, 0));
}

#[test]
fn vector_v5_exact_quorum() {
    let vector =
        Vector { fee: 500, issuance: 10_000, stakes: &[(ADA, For, 1_000)], ..Default::default() };
    assert_eq!(vector.run(), result(Accepted, &[250], 250, 500, 500));
}

#[test]
fn vector_v6_without_a_fee() {
    let vector = Vector {
        issuance: 1_000,
        stakes: &[(ADA, For, 100), (BEN, For, 50), (CYD, Against, 40)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[26, 13, -40], 1, 0, 0));
}

#[test]
fn vector_v7_nothing_binds() {
    let vector = Vector {
        issuance: 1_000,
        binding: 0,
        stakes: &[(ADA, For, 100), (CYD, Against, 340)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Rejected, &[0, 0], 0, 0, 0));
}

#[test]
fn vector_v8_nothing_binds_and_something_is_minted() {
    let vector = Vector {
        fee: 100,
        issuance: 1_000,
        binding: 0,
        stakes: &[(ADA, For, 300), (CYD, Against, 100)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[50, 0], 50, 100, 100));
}

#[test]
fn vector_v10_half_is_lost_and_burned() {
    let vector = Vector {
        fee: 11,
        issuance: 1_000,
        binding: PPM / 2,
        redistribute: false,
        stakes: &[(ADA, For, 300), (BEN, For, 100), (CYD, Against, 77)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[3, 1, -38], 7, 11 - 38, 11));
}

#[test]
fn vector_v12_dust_goes_to_the_post() {
    let vector = Vector {
        fee: 7,
        issuance: 90,
        stakes: &[(ADA, For, 3), (BEN, For, 3), (CYD, For, 3)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[1, 1, 1], 4, 7, 7));
}

#[test]
fn vector_v13_rejected_by_nobody() {
    let vector = Vector {
        fee: 90,
        issuance: 1_000,
        win: (4, 5),
        stakes: &[(ADA, For, 100)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Rejected, &[0], 0, 0, 90));
}

#[test]
fn vector_v14_two_thirds_win() {
    let vector = Vector {
        issuance: 300,
        win: (2, 3),
        stakes: &[(ADA, For, 200), (BEN, Against, 100)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Accepted, &[100, -100], 0, 0, 0));
    let vector = Vector { stakes: &[(ADA, For, 199), (BEN, Against, 100)], ..vector };
    assert_eq!(vector.run(), result(Rejected, &[-199, 199], 0, 0, 0));
}

#[test]
fn vector_v15_losses_are_burned() {
    let vector = Vector {
        fee: 10,
        issuance: 1_000,
        redistribute: false,
        stakes: &[(DEE, For, 50), (ADA, Against, 200), (BEN, Against, 101)],
        ..Default::default()
    };
    assert_eq!(vector.run(), result(Rejected, &[-50, 6, 3], 0, 10 - 51, 10));
}
