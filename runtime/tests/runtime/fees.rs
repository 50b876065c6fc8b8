use super::chain::Chain;
use aitbc_primitives::token::MILLI;
use aitbc_runtime::{
    adapters::fees::{FeeMultiplierUpdate, FEE_PER_BYTE, FEE_PER_MICROSECOND},
    *,
};
use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    parameter_types,
    weights::{constants::WEIGHT_REF_TIME_PER_MICROS, Weight},
};
use pallet_transaction_payment::{Multiplier, MultiplierUpdate, TargetedFeeAdjustment};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{traits::Convert, Perquintill, Saturating};

#[test]
fn time_and_bytes_cost_what_the_constants_say() {
    Chain::development().inspect(|| {
        let fee = |time| TransactionPayment::weight_to_fee(Weight::from_parts(time, 0));
        assert_eq!(fee(WEIGHT_REF_TIME_PER_MICROS), FEE_PER_MICROSECOND);
        assert_eq!(fee(1), FEE_PER_MICROSECOND / 1_000_000);
        assert_eq!(fee(0), 0);
        assert_eq!(TransactionPayment::length_to_fee(1), FEE_PER_BYTE);
    });
}

#[test]
fn what_every_transaction_takes_costs_about_two_thousandths_of_a_token() {
    let mut chain = Chain::development();
    let empty = chain.sign(Alice, frame_system::Call::remark { remark: vec![] });
    let extensions = empty.get_dispatch_info().extension_weight;
    chain.inspect(|| {
        let weights = limits::RuntimeBlockWeights::get();
        let base = weights.get(DispatchClass::Normal).base_extrinsic;
        let fee = TransactionPayment::weight_to_fee(base.saturating_add(extensions));
        assert!(fee > MILLI && fee < 3 * MILLI, "{fee}");
    });
}

#[test]
fn transfer_costs_a_few_thousandths_of_a_token() {
    let mut chain = Chain::development();
    let transfer = chain.sign(
        Alice,
        pallet_balances::Call::transfer_keep_alive { dest: Bob.to_account_id().into(), value: 1 },
    );
    let fee = chain.inspect(|| {
        let length = transfer.encoded_size() as u32;
        TransactionPayment::compute_fee(length, &transfer.get_dispatch_info(), 0)
    });
    assert!(fee > 2 * MILLI && fee < 10 * MILLI, "{fee}");
}

/// The multiplier after a block that was filled with these percents of the room of normal transactions,
/// by class.
fn multiplier_after(filled: &[(DispatchClass, u64)], before: Multiplier) -> Multiplier {
    sp_io::TestExternalities::default().execute_with(|| {
        fill(filled);
        FeeMultiplierUpdate::convert(before)
    })
}

fn fill(filled: &[(DispatchClass, u64)]) {
    let weights = limits::RuntimeBlockWeights::get();
    let room = weights.get(DispatchClass::Normal).max_total.unwrap();
    for (class, percent) in filled {
        System::register_extra_weight_unchecked(room / 100 * *percent, *class);
    }
}

const ONE: Multiplier = Multiplier::from_u32(1);

#[test]
fn full_blocks_raise_the_multiplier_and_empty_ones_lower_it() {
    use DispatchClass::{Mandatory, Normal, Operational};

    let after = |filled: &[_]| multiplier_after(filled, ONE);
    assert!(after(&[(Normal, 100)]) > ONE);
    assert!(after(&[]) < ONE);
    assert_eq!(after(&[(Normal, 25)]), ONE);
    // Operational transactions count like normal ones,
    assert_eq!(after(&[(Operational, 100)]), after(&[(Normal, 100)]));
    assert_eq!(after(&[(Normal, 15), (Operational, 10)]), ONE);
    // together no more than a full room,
    assert_eq!(after(&[(Normal, 90), (Operational, 30)]), after(&[(Normal, 100)]));
    // and hooks not at all.
    assert_eq!(after(&[(Mandatory, 100)]), after(&[]));

    // Bytes fill a block as well as time does.
    let after_bytes = |bytes| {
        sp_io::TestExternalities::default().execute_with(|| {
            System::set_block_consumed_resources(Weight::zero(), bytes);
            FeeMultiplierUpdate::convert(ONE)
        })
    };
    let room = *limits::RuntimeBlockLength::get().max.get(DispatchClass::Normal) as usize;
    assert_eq!(after_bytes(room), after(&[(Normal, 100)]));
    assert_eq!(after_bytes(room / 4), ONE);
    assert!(after_bytes(room / 5) < ONE);

    let lowest = FeeMultiplierUpdate::min();
    assert_eq!(multiplier_after(&[], lowest), lowest);
    assert_eq!(multiplier_after(&[], Multiplier::from_u32(0)), lowest);
    let highest = FeeMultiplierUpdate::max();
    assert_eq!(multiplier_after(&[(Normal, 100)], highest), highest);
}

parameter_types! {
    const Target: Perquintill = Perquintill::from_percent(25);
    const Variability: Multiplier = Multiplier::from_rational(50, 100_000);
    const Lowest: Multiplier = Multiplier::from_rational(1, 10);
    const Highest: Multiplier = Multiplier::from_u32(u32::MAX);
}

/// The SDK's rule, which looks at normal transactions only.
type StockUpdate = TargetedFeeAdjustment<Runtime, Target, Variability, Lowest, Highest>;

#[test]
fn multiplier_moves_as_the_stock_rule_says() {
    for percent in 0..=100 {
        for before in [10, 11, 99, 100, 101, 250, 12_345, 1_000_000] {
            let before = Multiplier::from_rational(before, 100);
            let (ours, stock) = sp_io::TestExternalities::default().execute_with(|| {
                fill(&[(DispatchClass::Normal, percent)]);
                (FeeMultiplierUpdate::convert(before), StockUpdate::convert(before))
            });
            let difference = ours.max(stock).saturating_sub(ours.min(stock));
            // Of a room of 10^12 the stock rule rounds the target.
            let rounding = before / Multiplier::from_u32(1_000_000_000);
            assert!(difference <= rounding, "{percent} %, {before}: {ours}, not {stock}");
        }
    }
}
