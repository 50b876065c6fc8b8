use super::chain::Chain;
use crate::{
    fees::{FEE_PER_BYTE, FEE_PER_MICROSECOND},
    *,
};
use aitbc_primitives::token::MILLI;
use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    weights::{constants::WEIGHT_REF_TIME_PER_MICROS, Weight},
};
use pallet_transaction_payment::{Multiplier, NextFeeMultiplier};
use sp_keyring::Sr25519Keyring::{Alice, Bob};

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
fn weight_of_every_transaction_costs_about_a_thousandth_of_a_token() {
    Chain::development().inspect(|| {
        let weights = configs::system::RuntimeBlockWeights::get();
        let weight = weights.get(DispatchClass::Normal).base_extrinsic;
        let fee = TransactionPayment::weight_to_fee(weight);
        assert!(fee > MILLI / 2 && fee < 2 * MILLI, "{fee}");
    });
}

#[test]
fn transfer_costs_a_few_thousandths_of_a_token() {
    let mut chain = Chain::development();
    let transfer = chain.sign(
        Alice,
        pallet_balances::Call::transfer_keep_alive {
            dest: Bob.to_account_id().into(),
            value: 1,
        },
    );
    let fee = chain.inspect(|| {
        let length = transfer.encoded_size() as u32;
        TransactionPayment::compute_fee(length, &transfer.get_dispatch_info(), 0)
    });
    assert!(fee > 2 * MILLI && fee < 10 * MILLI, "{fee}");
}

/// The multiplier after a block whose normal transactions filled `percent` of their room.
fn multiplier_after(percent: u64, before: Multiplier) -> Multiplier {
    Chain::development().inspect(|| {
        NextFeeMultiplier::<Runtime>::put(before);
        let room = configs::system::RuntimeBlockWeights::get()
            .get(DispatchClass::Normal)
            .max_total
            .unwrap();
        System::set_block_consumed_resources(room / 100 * percent, 0);
        <TransactionPayment as frame_support::traits::Hooks<BlockNumber>>::on_finalize(1);
        NextFeeMultiplier::<Runtime>::get()
    })
}

#[test]
fn full_blocks_raise_the_multiplier_and_empty_ones_lower_it() {
    let one = Multiplier::from_u32(1);
    assert!(multiplier_after(100, one) > one);
    assert!(multiplier_after(0, one) < one);
    let lowest = fees::MinimumMultiplier::get();
    assert_eq!(multiplier_after(0, lowest), lowest);
}
