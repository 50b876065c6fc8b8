//! Whose reputation is lost: what was free, what was encumbered, and what is owed for slashes.

use super::*;

#[test]
fn what_is_owed_is_not_staked() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        let pool = initiate(terms(BLOCK));
        assert_ok!(stake(ADA, pool, For, 600));
        // 400 are destroyed, and 100 of what is at stake are owed.
        assert_eq!(Ledger::burn(BLOCK, &ADA, 500), 400);
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::NotEnoughReputation);
        wait(DURATION);
        assert_ok!(resolve(pool));
        // Nothing is at stake now, and what was owed is destroyed.
        assert_eq!(parts(BLOCK, ADA), [0, 500, 0]);
        let pool = initiate(terms(BLOCK));
        assert_noop!(stake(ADA, pool, For, 501), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, pool, For, 500));
    });
}

#[test]
fn a_loss_takes_what_was_free_then_what_is_encumbered() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        give(BLOCK, BEN, 1_000);
        let terms = Terms { binding: PPM / 2, redistribute: false, ..terms(BLOCK) };
        let pool = initiate(terms);
        assert_ok!(stake(ADA, pool, Against, 300));
        assert_ok!(stake(BEN, pool, For, 1_000));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(parts(BLOCK, ADA), [0, 950, 0]);
        assert_eq!(Ledger::issuance(BLOCK), 2_100 - 150);
    });
}

#[test]
fn a_pool_destroys_what_is_owed_for_a_slash_too() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, Against, 800));
        assert_ok!(stake(BEN, pool, For, 1_000));
        // 200 are free, and the rest of 500 is owed: the pool is first.
        assert_eq!(Ledger::burn(GOVERNANCE, &ADA, 500), 200);
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Ledger::balance(GOVERNANCE, &ADA), 0);
        give(GOVERNANCE, ADA, 10);
        assert_eq!(parts(GOVERNANCE, ADA), [10, 0, 0]);
    });
}

#[test]
fn what_is_owed_goes_when_the_pool_lets_go_of_it() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        give(BLOCK, BEN, 2_000);
        let [pool, other] = [initiate(terms(BLOCK)), initiate(terms(BLOCK))];
        assert_ok!(stake(ADA, pool, Against, 800));
        assert_ok!(stake(ADA, other, For, 300));
        assert_ok!(stake(BEN, pool, For, 2_000));
        // All is at stake and owed.
        assert_eq!(Ledger::burn(BLOCK, &ADA, 5_000), 0);
        assert_eq!(parts(BLOCK, ADA), [0, 1_000, 100]);
        wait(DURATION);
        assert_ok!(resolve(other));
        // It had taken 300 of the encumbered.
        assert_eq!(parts(BLOCK, ADA), [0, 700, 100]);
        assert_ok!(resolve(pool));
        assert_eq!(parts(BLOCK, ADA), [0, 0, 0]);
        give(BLOCK, ADA, 10);
        assert_eq!(parts(BLOCK, ADA), [10, 0, 0]);
    });
}
