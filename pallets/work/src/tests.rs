use crate::{mock::*, revenue::subsidy, Event, Revenue, Shares};
use aitbc_primitives::{time, token::AITBC, Balance};
use aitbc_test_support::{ADA, TREASURY};
use frame_support::{
    assert_err,
    traits::{
        fungible::{Balanced, Inspect},
        tokens::{Fortitude, Precision, Preservation},
        Hooks, OnUnbalanced,
    },
};
use proptest::prelude::*;
use sp_core::U256;
use sp_runtime::Perbill;

/// 2.5 % of a billion tokens, for 2 s of a year of 31 557 600 s, in units of 10^-12.
const SUBSIDY: Balance = 1_584_404_390_701;

/// Ada pays `amount` as the fee of a transaction.
fn pay_fee(amount: Balance) {
    let fee = Balances::withdraw(
        &ADA,
        amount,
        Precision::Exact,
        Preservation::Preserve,
        Fortitude::Polite,
    )
    .unwrap();
    Work::on_unbalanced(fee);
}

/// What an account holds above its endowment at genesis.
fn received(who: u64) -> Balance {
    Balances::total_balance(&who) - EXISTENTIAL_DEPOSIT
}

#[test]
fn fees_wait_in_the_pot_until_the_next_block() {
    ExtBuilder::default().build_and_execute(|| {
        pay_fee(1);
        pay_fee(999);
        assert_eq!(received(Work::pot()), 1_000);
        run_to(2);
        assert_eq!(received(Work::pot()), 0);
    });
}

#[test]
fn revenue_is_shared_and_dust_goes_to_the_treasury() {
    ExtBuilder::default().build_and_execute(|| {
        let issuance = Balances::total_issuance();
        pay_fee(1_000);
        run_to(2);

        let total = SUBSIDY + 1_000;
        let (block, governance) = (total * 8 / 10, total / 10);
        let treasury = total - block - governance;
        assert_eq!(received(BLOCK), block);
        assert_eq!(received(GOVERNANCE), governance);
        assert_eq!(received(TREASURY), treasury);
        assert_eq!(Balances::total_issuance(), issuance + SUBSIDY);
        System::assert_last_event(
            Event::Distributed { fees: 1_000, subsidy: SUBSIDY, block, governance, treasury }
                .into(),
        );
    });
}

#[test]
fn block_without_transactions_mints_its_subsidy() {
    ExtBuilder::default().build_and_execute(|| {
        run_to(2);
        assert_eq!(received(BLOCK) + received(GOVERNANCE) + received(TREASURY), SUBSIDY);
    });
}

#[test]
fn genesis_earns_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let issuance = Balances::total_issuance();
        Work::on_initialize(1);
        assert_eq!(Balances::total_issuance(), issuance);
    });
}

#[test]
fn pools_are_opened_from_block_3_on_with_the_share_and_the_subsidy_of_the_parent() {
    ExtBuilder::default().build_and_execute(|| {
        run_to(2);
        assert_eq!(Opened::get(), []);
        pay_fee(1_000);
        let subsidy = subsidy(
            Balances::total_issuance(),
            Perbill::from_parts(25_000_000),
            time::SLOT_DURATION,
        );
        assert_eq!(Work::subsidy(), subsidy);
        run_to(3);
        assert_eq!(Opened::get(), [(2, (subsidy + 1_000) * 8 / 10, subsidy)]);
    });
}

#[test]
fn hook_declares_what_opening_the_pool_took() {
    ExtBuilder::default().build_and_execute(|| {
        let without = Work::on_initialize(2);
        assert_eq!(Work::on_initialize(3).ref_time(), without.ref_time() + 7);
    });
}

#[test]
fn no_pool_is_opened_while_a_migration_runs_but_revenue_is_shared() {
    ExtBuilder::default().build_and_execute(|| {
        run_to(2);
        Migrating::set(&true);
        run_to(4);
        assert_eq!(Opened::get(), []);
        assert!(received(BLOCK) >= SUBSIDY * 8 / 10 * 3);
        Migrating::set(&false);
        run_to(5);
        assert_eq!(Opened::get().len(), 1);
    });
}

#[test]
fn fee_too_small_for_a_pot_that_was_never_endowed_goes_to_the_treasury() {
    ExtBuilder::default().pot_not_endowed().build_and_execute(|| {
        pay_fee(EXISTENTIAL_DEPOSIT - 1);
        assert_eq!(received(TREASURY), EXISTENTIAL_DEPOSIT - 1);
        assert_err!(Work::do_try_state(), "the work pot is below the existential deposit");
        pay_fee(EXISTENTIAL_DEPOSIT);
        assert_eq!(received(Work::pot()), 0);
    });
}

#[test]
fn invariant_2_notices_shares_above_the_whole() {
    ExtBuilder::default().build_and_execute(|| {
        GovernanceShare::set(&Perbill::from_percent(21));
        assert_err!(Work::do_try_state(), "the shares exceed 100 %");
        // Even so nothing is paid twice.
        pay_fee(1_000);
        run_to(2);
        assert_eq!(received(TREASURY), 0);
        assert_eq!(received(BLOCK) + received(GOVERNANCE), SUBSIDY + 1_000);
        GovernanceShare::set(&Perbill::from_percent(20));
    });
}

#[test]
fn a_year_of_blocks_mints_the_yearly_rate() {
    let issuance = 1_000_000_000 * AITBC;
    let blocks = Balance::from(time::YEAR / time::SLOT_DURATION);
    let minted = blocks * subsidy(issuance, Perbill::from_parts(25_000_000), time::SLOT_DURATION);
    let wanted = 25_000_000 * AITBC;
    assert!(minted <= wanted && wanted - minted < blocks);
}

proptest! {
    #[test]
    fn nothing_is_lost_when_revenue_is_shared(total: u128, block in 0..=1_000_000_000u32, governance in 0..=1_000_000_000u32) {
        let shares = Shares {
            block: Perbill::from_parts(block),
            governance: Perbill::from_parts(governance),
        };
        let revenue = Revenue::of(total, shares);
        prop_assert_eq!(
            revenue.block.checked_add(revenue.governance).and_then(|sum| sum.checked_add(revenue.treasury)),
            Some(total)
        );
    }

    /// Rounding twice loses at most one unit more than rounding once.
    #[test]
    fn subsidy_is_the_exact_quotient_rounded_down(issuance in 0..=10u128.pow(24), rate in 0..=1_000_000_000u32, slot in 1..=600_000u64) {
        let exact = exact_subsidy(issuance, rate, slot);
        let paid = subsidy(issuance, Perbill::from_parts(rate), slot);
        prop_assert!(paid <= exact && exact - paid <= 1, "paid {} of {}", paid, exact);
    }
}

/// `issuance * rate * slot / (10^9 * year)` in 256 bits, without intermediate rounding.
fn exact_subsidy(issuance: u128, rate: u32, slot: u64) -> u128 {
    let numerator = U256::from(issuance) * U256::from(rate) * U256::from(slot);
    let denominator = U256::from(1_000_000_000u64) * U256::from(time::YEAR);
    (numerator / denominator).as_u128()
}
