//! The vectors of the design that are of pools of blocks. The bench of V17 to V23 has 30 seats, each as
//! wide as a thirtieth of all, and weights that are whole seats: so everybody has what the vector says.

use super::*;
use crate::Contract;
use aitbc_test_support::TestPosts;
use sp_core::H256;
use sp_runtime::Perbill;

/// The author of all blocks: P of the vectors.
const PAM: AccountId = 50;

fn thirty_seats(contract: &mut Contract) {
    contract.bench_seats = 30;
    contract.author_loss = Perbill::from_percent(1);
}

/// A block of Pam, who weighs 400, on which the given vote.
struct Vector {
    revenue: Rep,
    author: Rep,
    bench: &'static [(AccountId, Rep)],
    votes: &'static [(AccountId, Side)],
}

impl Vector {
    fn run(&self, expected: Outcome, check: impl FnOnce()) {
        ExtBuilder::default().contract(thirty_seats).build_and_execute(|| {
            let mut producers = self.bench.to_vec();
            producers.push((PAM, self.author));
            set_producers(&producers);
            let block = open(PAM, self.revenue);
            for (who, side) in self.votes {
                cast(*who, block, *side);
            }
            close_all();
            assert_eq!(outcome(block), expected);
            // Losses are burned at once; what is earned is credited with the next session.
            begin_session();
            skip_block();
            skip_block();
            check();
        });
    }

    /// Nobody gains or loses anything.
    fn changes_nothing(&self, expected: Outcome) {
        self.run(expected, || {
            for (who, before) in self.bench {
                assert_eq!(change(*who, *before), 0);
            }
            assert_eq!((change(PAM, self.author), TestPosts::pending()), (0, 0));
            assert_eq!(TestPosts::lineage(PAM), 0);
        });
    }
}

/// What an account has gained and lost. It had `before`.
fn change(who: AccountId, before: Rep) -> i128 {
    Ledger::balance(BLOCK, &who) as i128 - before as i128
}

#[test]
fn vector_v11_without_a_bench_all_goes_to_the_post() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&[(PAM, 400)]);
        let block = open(PAM, 1_001);
        assert_eq!(seats(block), []);
        close_all();
        assert_eq!(outcome(block), Accepted);
        assert_eq!(Closed::<Test>::get(block).unwrap().post, 1_001);
        assert_eq!(earned(PAM), (1_001, 0));
    });
}

#[test]
fn vector_v17_accepted() {
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 1_000), (BEN, 600), (CYD, 700), (DEE, 700)],
        votes: &[(ADA, For), (BEN, For)],
    };
    vector.run(Accepted, || {
        assert_eq!(change(ADA, 1_000), 50);
        assert_eq!(change(BEN, 600), 30);
        assert_eq!((change(CYD, 700), change(DEE, 700)), (0, 0));
        // 90 of the post and 20 for its stake; ten wait for the contract.
        assert_eq!(change(PAM, 400), 90 + 20);
        assert_eq!(TestPosts::pending(), 10);
        assert_eq!(TestPosts::lineage(PAM), 90 + 20);
        assert_eq!(encumbered(PAM), 510);
    });
}

#[test]
fn vector_v18_rejected() {
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 1_000), (BEN, 600), (DEE, 500), (CYD, 200), (EVE, 700)],
        votes: &[(ADA, Against), (BEN, Against), (DEE, Against), (CYD, For)],
    };
    vector.run(Rejected, || {
        assert_eq!((change(ADA, 1_000), change(BEN, 600), change(DEE, 500)), (29, 17, 14));
        assert_eq!((change(CYD, 200), change(PAM, 400)), (-2, -4));
        assert_eq!(TestPosts::lineage(PAM), 0);
        assert_eq!(Ledger::issuance(BLOCK), 3_400 + 60 - 6);
    });
}

#[test]
fn vector_v19_contested() {
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 1_000), (BEN, 600), (DEE, 500), (CYD, 200), (EVE, 700)],
        votes: &[(ADA, Against), (BEN, Against), (CYD, For)],
    };
    vector.changes_nothing(Contested);
}

#[test]
fn vector_v20_no_quorum() {
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 200), (BEN, 1_000), (CYD, 900), (DEE, 900)],
        votes: &[(ADA, For)],
    };
    vector.changes_nothing(NoQuorum);
}

#[test]
fn vector_v21_a_wrong_vote_loses_a_little() {
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 1_000), (BEN, 600), (CYD, 200), (DEE, 600), (EVE, 600)],
        votes: &[(ADA, For), (BEN, For), (CYD, Against)],
    };
    vector.run(Accepted, || {
        assert_eq!((change(ADA, 1_000), change(BEN, 600), change(CYD, 200)), (50, 30, -2));
        assert_eq!(change(PAM, 400), 90 + 20);
        assert_eq!(TestPosts::pending(), 10);
    });
}

#[test]
fn vector_v22_two_members_cannot_reject() {
    // Ada weighs 3 000 and counts as a third of 4 500.
    let vector = Vector {
        revenue: 200,
        author: 400,
        bench: &[(ADA, 3_000), (BEN, 500), (CYD, 200), (DEE, 800)],
        votes: &[(ADA, Against), (BEN, Against), (CYD, For)],
    };
    vector.changes_nothing(Contested);
}

#[test]
fn vector_v23_a_loss_is_at_most_a_hundredth_of_the_stake() {
    let vector = Vector {
        revenue: 1_001,
        author: 100,
        bench: &[(ADA, 100_000), (BEN, 50_000), (CYD, 75_000), (DEE, 75_000)],
        votes: &[(ADA, For), (BEN, Against)],
    };
    vector.run(Accepted, || {
        assert_eq!((change(ADA, 100_000), change(BEN, 50_000)), (499, -500));
        // The post has 502, of which the contract will get 50.
        assert_eq!((change(PAM, 100), TestPosts::pending()), (452, 50));
        assert_eq!(Ledger::issuance(BLOCK), 300_100 + 1_001 - 50 - 500);
    });
}

/// The bench of a block of Pam with the outputs of the vectors.
fn bench(weights: &[(AccountId, Rep)]) -> (Rep, Vec<(AccountId, u32)>) {
    set_producers(weights);
    let block = open_with(PAM, H256::repeat_byte(1), H256::repeat_byte(2), 100);
    (BlockPools::<Test>::get(block).unwrap().seat, seats(block))
}

#[test]
fn vector_b1_seats_of_a_bench_with_a_cap() {
    ExtBuilder::default().build_and_execute(|| {
        let (seat, seats) = bench(&[(ADA, 600), (BEN, 300), (CYD, 100), (DEE, 0)]);
        assert_eq!((seat, seats), (22, vec![(ADA, 15), (BEN, 13), (CYD, 4)]));
    });
}

#[test]
fn vector_b2_two_candidates_are_not_capped() {
    ExtBuilder::default().build_and_execute(|| {
        let (seat, seats) = bench(&[(ADA, 600), (BEN, 300)]);
        assert_eq!((seat, seats), (28, vec![(ADA, 22), (BEN, 10)]));
    });
}

#[test]
fn vector_b3_no_bench_without_weight() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(bench(&[(ADA, 0), (BEN, 0)]), (0, vec![]));
    });
}
