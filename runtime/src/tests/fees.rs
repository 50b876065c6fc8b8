use super::chain::Chain;
use crate::{
    fees::{BASE_FEE, FEE_PER_BYTE},
    *,
};
use aitbc_primitives::token::MILLI;
use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    weights::{constants::ExtrinsicBaseWeight, Weight},
};
use pallet_transaction_payment::{Multiplier, NextFeeMultiplier};
use sp_keyring::Sr25519Keyring::{Alice, Bob};

#[test]
fn base_weight_and_bytes_cost_what_the_constants_say() {
    Chain::development().inspect(|| {
        // The coefficient is rounded down to a billionth of a unit per picosecond.
        let base = TransactionPayment::weight_to_fee(ExtrinsicBaseWeight::get());
        assert!(
            base <= BASE_FEE && base > BASE_FEE - MILLI / 1_000,
            "{base}"
        );
        assert_eq!(TransactionPayment::length_to_fee(1), FEE_PER_BYTE);
        assert_eq!(TransactionPayment::weight_to_fee(Weight::zero()), 0);
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
