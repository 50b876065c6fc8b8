//! Rules of traits in `aitbc-primitives`, to which pallets and doubles are held alike.

use crate::{set_at_stake, AccountId, ADA, BEN};
use aitbc_primitives::reputation::{Domain, HoldReason, Rep, RepLedger};
use frame_support::{assert_ok, assert_storage_noop, storage::with_transaction};
use sp_runtime::{DispatchError, TransactionOutcome};

use Domain::{Block as BLOCK, Compute as COMPUTE, Governance as GOVERNANCE};
use HoldReason::{Availability as AVAILABILITY, Pool as POOL};

/// The rules of a ledger of reputation whose stakes are those of [`set_at_stake`]. Each wants a chain of
/// its own, on which nobody has any.
pub fn rep_ledger<L: RepLedger<AccountId>>() -> [fn(); 20] {
    [
        what_is_minted_is_free::<L>,
        mint_above_128_bits_fails::<L>,
        nothing_moves_between_domains::<L>,
        reasons_hold_apart_from_each_other::<L>,
        hold_takes_all_that_is_free_and_no_more::<L>,
        release_returns_all_that_the_reason_holds_and_no_more::<L>,
        amounts_of_zero_change_nothing::<L>,
        slash_destroys_no_more_than_the_reason_holds::<L>,
        slash_of_what_pools_hold_becomes_a_debt::<L>,
        slash_of_what_is_at_stake_becomes_a_debt::<L>,
        debt_is_collected_from_what_is_free_or_minted::<L>,
        what_is_forfeit_is_not_slashed_again::<L>,
        burn_takes_what_is_free_then_what_is_encumbered::<L>,
        burn_of_what_is_at_stake_becomes_a_debt::<L>,
        burn_tells_what_was_slashable::<L>,
        who_owes_everything_is_not_slashable::<L>,
        forfeit_destroys_what_is_at_stake::<L>,
        forfeit_cuts_a_debt_to_what_is_still_held::<L>,
        debt_is_collected_from_what_is_not_at_stake_any_more::<L>,
        rollback_undoes_everything::<L>,
    ]
}

/// What Ada has in a domain: free, encumbered and pooled.
fn parts<L: RepLedger<AccountId>>(domain: Domain) -> [Rep; 3] {
    let [encumbered, pooled] = [AVAILABILITY, POOL].map(|reason| L::held(domain, reason, &ADA));
    let parts = [L::free(domain, &ADA), encumbered, pooled];
    assert_eq!(L::balance(domain, &ADA), parts.iter().sum::<Rep>());
    parts
}

/// Gives Ada `amount`, of which `reason` holds all.
fn mint_held<L: RepLedger<AccountId>>(domain: Domain, reason: HoldReason, amount: Rep) {
    assert_ok!(L::mint(domain, &ADA, amount));
    assert_ok!(L::hold(domain, reason, &ADA, amount));
}

fn slash<L: RepLedger<AccountId>>(reason: HoldReason, amount: Rep) -> Rep {
    L::slash_held(BLOCK, reason, &ADA, amount)
}

/// What is minted is free, and the issuance of its domain is the sum.
pub fn what_is_minted_is_free<L: RepLedger<AccountId>>() {
    assert_ok!(L::mint(BLOCK, &ADA, 100));
    assert_ok!(L::mint(BLOCK, &ADA, 20));
    assert_ok!(L::mint(BLOCK, &BEN, 50));
    assert_eq!(parts::<L>(BLOCK), [120, 0, 0]);
    assert_eq!(L::balance(BLOCK, &BEN), 50);
    assert_eq!(L::issuance(BLOCK), 170);
}

/// The issuance of each domain fits into 128 bits.
pub fn mint_above_128_bits_fails<L: RepLedger<AccountId>>() {
    assert_ok!(L::mint(BLOCK, &ADA, Rep::MAX - 5));
    assert_storage_noop!(assert!(L::mint(BLOCK, &BEN, 6).is_err()));
    assert_ok!(L::mint(BLOCK, &BEN, 5));
    assert_ok!(L::mint(COMPUTE, &BEN, 6));
    assert_eq!(L::issuance(BLOCK), Rep::MAX);
}

/// Reputation of one domain is nothing in another.
pub fn nothing_moves_between_domains<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    for domain in [GOVERNANCE, COMPUTE] {
        assert_eq!(L::issuance(domain), 0);
        assert_eq!(parts::<L>(domain), [0, 0, 0]);
        assert_storage_noop!(assert!(L::hold(domain, POOL, &ADA, 1).is_err()));
        assert_storage_noop!(assert!(L::release(domain, POOL, &ADA, 1).is_err()));
        assert_eq!(L::slash_held(domain, POOL, &ADA, 1), 0);
    }
    assert_eq!(parts::<L>(BLOCK), [10, 0, 100]);
}

/// What one reason holds, no other can release.
pub fn reasons_hold_apart_from_each_other<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, AVAILABILITY, 60);
    mint_held::<L>(BLOCK, POOL, 40);
    assert_eq!(parts::<L>(BLOCK), [0, 60, 40]);
    assert_storage_noop!(assert!(L::release(BLOCK, POOL, &ADA, 41).is_err()));
    assert_ok!(L::release(BLOCK, AVAILABILITY, &ADA, 10));
    assert_eq!(parts::<L>(BLOCK), [10, 50, 40]);
    assert_eq!(L::issuance(BLOCK), 100);
}

/// Nothing but what is free can be held.
pub fn hold_takes_all_that_is_free_and_no_more<L: RepLedger<AccountId>>() {
    assert_ok!(L::mint(BLOCK, &ADA, 100));
    assert_storage_noop!(assert!(L::hold(BLOCK, POOL, &ADA, 101).is_err()));
    assert_ok!(L::hold(BLOCK, POOL, &ADA, 100));
    assert_storage_noop!(assert!(L::hold(BLOCK, AVAILABILITY, &ADA, 1).is_err()));
}

/// Nothing but what is held can be released.
pub fn release_returns_all_that_the_reason_holds_and_no_more<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 60);
    assert_storage_noop!(assert!(L::release(BLOCK, POOL, &ADA, 61).is_err()));
    assert_ok!(L::release(BLOCK, POOL, &ADA, 60));
    assert_storage_noop!(assert!(L::release(BLOCK, POOL, &ADA, 1).is_err()));
    assert_eq!(parts::<L>(BLOCK), [60, 0, 0]);
}

/// Who moves nothing succeeds.
pub fn amounts_of_zero_change_nothing<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 60);
    for who in [ADA, BEN] {
        assert_ok!(L::mint(BLOCK, &who, 0));
        assert_ok!(L::hold(BLOCK, POOL, &who, 0));
        assert_ok!(L::release(BLOCK, POOL, &who, 0));
        assert_eq!(L::slash_held(BLOCK, POOL, &who, 0), 0);
        L::collect_debt(BLOCK, &who);
    }
    assert_eq!(parts::<L>(BLOCK), [0, 0, 60]);
    assert_eq!(L::balance(BLOCK, &BEN), 0);
}

/// A slash reaches neither what is free nor what another reason holds.
pub fn slash_destroys_no_more_than_the_reason_holds<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, AVAILABILITY, 60);
    mint_held::<L>(BLOCK, POOL, 30);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(slash::<L>(AVAILABILITY, 25), 25);
    assert_eq!(slash::<L>(AVAILABILITY, 36), 35);
    assert_eq!(slash::<L>(AVAILABILITY, 1), 0);
    assert_eq!(parts::<L>(BLOCK), [10, 0, 30]);
    assert_eq!(L::issuance(BLOCK), 40);
}

/// What pools hold stays until they release it.
pub fn slash_of_what_pools_hold_becomes_a_debt<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    assert_eq!(slash::<L>(POOL, 30), 0);
    assert_eq!(parts::<L>(BLOCK), [0, 0, 100]);
    assert_ok!(L::release(BLOCK, POOL, &ADA, 20));
    assert_eq!(parts::<L>(BLOCK), [0, 0, 80]);
    assert_ok!(L::release(BLOCK, POOL, &ADA, 80));
    assert_eq!(parts::<L>(BLOCK), [70, 0, 0]);
    assert_eq!(L::issuance(BLOCK), 70);
}

/// Encumbered reputation can be at stake too, in the domain of blocks only.
pub fn slash_of_what_is_at_stake_becomes_a_debt<L: RepLedger<AccountId>>() {
    set_at_stake(ADA, 60);
    mint_held::<L>(BLOCK, AVAILABILITY, 100);
    mint_held::<L>(COMPUTE, AVAILABILITY, 100);
    assert_eq!(L::slash_held(COMPUTE, AVAILABILITY, &ADA, 100), 100);
    assert_eq!(slash::<L>(AVAILABILITY, 50), 40);
    assert_eq!(parts::<L>(BLOCK), [0, 60, 0]);
    // The pools are resolved: what is forfeit already is all that cannot be slashed again.
    set_at_stake(ADA, 0);
    assert_eq!(slash::<L>(AVAILABILITY, 60), 50);
    assert_ok!(L::release(BLOCK, AVAILABILITY, &ADA, 10));
    assert_eq!(L::issuance(BLOCK), 0);
}

/// Whoever has a debt has nothing free.
pub fn debt_is_collected_from_what_is_free_or_minted<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(slash::<L>(POOL, 30), 0);
    assert_eq!(parts::<L>(BLOCK), [0, 0, 100]);
    assert_ok!(L::mint(BLOCK, &ADA, 20));
    assert_eq!(parts::<L>(BLOCK), [0, 0, 100]);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(parts::<L>(BLOCK), [10, 0, 100]);
    assert_eq!(L::issuance(BLOCK), 110);
}

/// Debts never exceed what is held, so new reputation owes nothing for them.
pub fn what_is_forfeit_is_not_slashed_again<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    for _ in 0..2 {
        assert_eq!(slash::<L>(POOL, 60), 0);
    }
    assert_ok!(L::release(BLOCK, POOL, &ADA, 100));
    assert_ok!(L::mint(BLOCK, &ADA, 5));
    assert_eq!(parts::<L>(BLOCK), [5, 0, 0]);
}

/// No matter what holds it, as long as no pool does.
pub fn burn_takes_what_is_free_then_what_is_encumbered<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, AVAILABILITY, 60);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(L::burn(BLOCK, &ADA, 4), 4);
    assert_eq!(parts::<L>(BLOCK), [6, 60, 0]);
    assert_eq!(L::burn(BLOCK, &ADA, 16), 16);
    assert_eq!(parts::<L>(BLOCK), [0, 50, 0]);
    // What is not there is not owed either.
    assert_eq!(L::burn(BLOCK, &ADA, 51), 50);
    assert_ok!(L::mint(BLOCK, &ADA, 5));
    assert_eq!(parts::<L>(BLOCK), [5, 0, 0]);
    assert_eq!(L::issuance(BLOCK), 5);
}

/// Pools keep what they hold and what of the encumbered is at stake in them.
pub fn burn_of_what_is_at_stake_becomes_a_debt<L: RepLedger<AccountId>>() {
    set_at_stake(ADA, 20);
    mint_held::<L>(BLOCK, POOL, 30);
    mint_held::<L>(BLOCK, AVAILABILITY, 50);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(L::burn(BLOCK, &ADA, 45), 40);
    assert_eq!(parts::<L>(BLOCK), [0, 20, 30]);
    // Five are owed already.
    assert_eq!(L::burn(BLOCK, &ADA, 1_000), 0);
    assert_ok!(L::release(BLOCK, POOL, &ADA, 30));
    set_at_stake(ADA, 0);
    assert_ok!(L::release(BLOCK, AVAILABILITY, &ADA, 20));
    assert_ok!(L::mint(BLOCK, &ADA, 7));
    assert_eq!(parts::<L>(BLOCK), [7, 0, 0]);
}

/// In other domains nothing that is encumbered is at stake.
pub fn burn_tells_what_was_slashable<L: RepLedger<AccountId>>() {
    set_at_stake(ADA, 20);
    for (domain, expected) in [(BLOCK, 40), (COMPUTE, 60)] {
        mint_held::<L>(domain, POOL, 30);
        mint_held::<L>(domain, AVAILABILITY, 50);
        assert_ok!(L::mint(domain, &ADA, 10));
        assert_eq!(L::slashable(domain, &ADA), expected);
        assert_eq!(L::slashable(domain, &BEN), 0);
        assert_eq!(L::burn(domain, &ADA, 90), expected);
        assert_eq!(L::slashable(domain, &ADA), 0);
    }
}

/// A debt counts as taken.
pub fn who_owes_everything_is_not_slashable<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    assert_eq!(L::burn(BLOCK, &ADA, 100), 0);
    assert_eq!(L::slashable(BLOCK, &ADA), 0);
    mint_held::<L>(COMPUTE, POOL, 40);
    mint_held::<L>(COMPUTE, AVAILABILITY, 30);
    assert_eq!(L::slash_held(COMPUTE, POOL, &ADA, 40), 0);
    assert_eq!(L::slashable(COMPUTE, &ADA), 30);
}

/// It is the pools' own, so nothing has to stay for them.
pub fn forfeit_destroys_what_is_at_stake<L: RepLedger<AccountId>>() {
    set_at_stake(ADA, 50);
    mint_held::<L>(BLOCK, POOL, 30);
    mint_held::<L>(BLOCK, AVAILABILITY, 50);
    assert_ok!(L::mint(BLOCK, &ADA, 10));
    assert_eq!(L::forfeit(BLOCK, POOL, &ADA, 20), 20);
    assert_eq!(L::forfeit(BLOCK, AVAILABILITY, &ADA, 20), 20);
    assert_eq!(parts::<L>(BLOCK), [10, 30, 10]);
    assert_eq!(L::forfeit(BLOCK, POOL, &ADA, 20), 10);
    assert_eq!(L::forfeit(BLOCK, POOL, &ADA, 20), 0);
    assert_eq!(L::forfeit(BLOCK, POOL, &BEN, 20), 0);
    assert_eq!(parts::<L>(BLOCK), [10, 30, 0]);
    assert_eq!(L::issuance(BLOCK), 40);
}

/// What a pool destroys cannot be destroyed for a slash too.
pub fn forfeit_cuts_a_debt_to_what_is_still_held<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 100);
    assert_eq!(slash::<L>(POOL, 60), 0);
    assert_eq!(L::forfeit(BLOCK, POOL, &ADA, 30), 30);
    assert_eq!(L::forfeit(BLOCK, POOL, &ADA, 30), 30);
    // Forty are held, and all of them are owed.
    assert_ok!(L::release(BLOCK, POOL, &ADA, 40));
    assert_ok!(L::mint(BLOCK, &ADA, 5));
    assert_eq!(parts::<L>(BLOCK), [5, 0, 0]);
}

/// What a pool lets go of and is owed does not stay encumbered.
pub fn debt_is_collected_from_what_is_not_at_stake_any_more<L: RepLedger<AccountId>>() {
    set_at_stake(ADA, 60);
    mint_held::<L>(BLOCK, AVAILABILITY, 60);
    mint_held::<L>(BLOCK, POOL, 10);
    assert_eq!(L::burn(BLOCK, &ADA, 50), 0);
    L::collect_debt(BLOCK, &ADA);
    assert_eq!(parts::<L>(BLOCK), [0, 60, 10]);
    set_at_stake(ADA, 25);
    L::collect_debt(BLOCK, &ADA);
    assert_eq!(parts::<L>(BLOCK), [0, 25, 10]);
    set_at_stake(ADA, 0);
    L::collect_debt(BLOCK, &ADA);
    assert_eq!(parts::<L>(BLOCK), [0, 10, 10]);
    L::collect_debt(BLOCK, &ADA);
    assert_ok!(L::mint(BLOCK, &ADA, 5));
    assert_eq!(parts::<L>(BLOCK), [5, 10, 10]);
    assert_eq!(L::issuance(BLOCK), 25);
}

/// The ledger is part of the state, so what a failed call has done to it is undone.
pub fn rollback_undoes_everything<L: RepLedger<AccountId>>() {
    mint_held::<L>(BLOCK, POOL, 60);
    assert_ok!(L::mint(BLOCK, &ADA, 40));
    let rolled_back = with_transaction(|| {
        assert_ok!(L::mint(BLOCK, &ADA, 1));
        assert_ok!(L::hold(BLOCK, AVAILABILITY, &ADA, 30));
        assert_ok!(L::release(BLOCK, POOL, &ADA, 10));
        assert_eq!(slash::<L>(AVAILABILITY, 30), 30);
        assert_eq!(slash::<L>(POOL, 50), 0);
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
    });
    assert_ok!(rolled_back);
    assert_eq!(parts::<L>(BLOCK), [40, 0, 60]);
    assert_eq!(L::issuance(BLOCK), 100);
    // No debt is left either.
    assert_ok!(L::release(BLOCK, POOL, &ADA, 60));
    assert_eq!(parts::<L>(BLOCK), [100, 0, 0]);
}
