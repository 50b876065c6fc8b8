//! Deals with oneself, at every price: never a gain.

use super::*;
use aitbc_test_support::cases;
use frame_support::traits::tokens::Preservation::Preserve;
use proptest::{collection::vec, prelude::*, sample::select};

/// A deal of Ada with herself.
#[derive(Clone, Debug)]
struct Deal {
    price: Balance,
    /// What of the fee comes back to her, who is her own coordinator and a holder of reputation, in permille.
    back: Balance,
    wait: Moment,
}

fn deal() -> impl Strategy<Value = Deal> {
    let back = prop_oneof![Just(0), Just(1_000), 0..=1_000u128];
    (0..100_000 * AITBC, back, 0..10 * DAY).prop_map(|(price, back, wait)| Deal {
        price,
        back,
        wait,
    })
}

/// What a fee of 2.5 % costs her, and what of it reaches the treasury.
fn pay(pool: GpuPoolId, deal: &Deal) {
    let fee = deal.price / 40;
    let reached = fee - fee * deal.back / 1_000;
    if reached > 0 {
        assert_ok!(Balances::transfer(&ADA, &TREASURY, reached, Preserve));
    }
    GpuStaking::fee_paid(pool, reached);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn attack_self_dealing(
        deals in vec(deal(), 1..8),
        ratio in prop_oneof![Just(100), 0..=100u32],
        lock in select(vec![7, 30, 90, 180, 365]),
        scores in (100..=1_000u32, 100..=1_000u32),
        power in 1..1_000u32,
        others in prop_oneof![Just(0), 0..1_000u32],
        rate in prop_oneof![Just(AITBC), 0..=AITBC],
        funds in prop_oneof![Just(10_000_000 * AITBC), 0..10_000 * AITBC],
    ) {
        ExtBuilder::default().build_and_execute(|| {
            let spec = PoolSpec { rate, match_ratio: Permill::from_percent(ratio), ..standard() };
            let pool = create(spec);
            if funds > 0 {
                assert_ok!(GpuStaking::fund(signed(EVE), pool, funds));
            }
            let id = stake(ADA, pool, power, lock * DAY);
            set_score(ADA, scores.0);
            if others > 0 {
                stake(BEN, pool, others, 7 * DAY);
                set_score(BEN, scores.1);
            }
            for deal in deals {
                // The job runs on all that she has, for as long as it takes.
                allocate(id, power, 0);
                pass(deal.wait);
                pay(pool, &deal);
                assert_ok!(GpuStaking::release(id, power));
                let _ = GpuStaking::claim(signed(ADA), pool);
                assert!(Balances::total_balance(&ADA) <= BALANCE, "a deal with oneself has paid");
            }
            // Nor is there anything left to claim that would have.
            pass(365 * DAY);
            let gain = Balances::total_balance(&ADA) + claimable(pool, ADA);
            assert!(gain <= BALANCE, "what is left to claim is a gain");
        });
    }
}
