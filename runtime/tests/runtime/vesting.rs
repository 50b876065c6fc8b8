use super::chain::Chain;
use aitbc_primitives::{presets, token::AITBC};
use aitbc_runtime::{
    genesis::{allocation::*, networks::Network},
    *,
};
use frame_support::{
    assert_noop,
    traits::{
        fungible::Inspect,
        tokens::{Fortitude::Polite, Preservation::Preserve},
        VestingSchedule,
    },
};
use pallet_vesting::VestingInfo;
use sp_keyring::Sr25519Keyring::{self, Alice, Eve, One};
use sp_runtime::{
    traits::Zero,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
    TokenError,
};

/// What an account can pay away and stay alive.
fn spendable(who: Sr25519Keyring) -> Balance {
    Balances::reducible_balance(&who.to_account_id(), Preserve, Polite)
}

/// The only schedule of an account.
fn schedule(who: Sr25519Keyring) -> VestingInfo<Balance, BlockNumber> {
    pallet_vesting::Vesting::<Runtime>::get(who.to_account_id()).unwrap()[0]
}

#[test]
fn contributors_can_pay_fees() {
    for preset in presets::ALL {
        let network = Network::named(preset).unwrap();
        let mut chain = Chain::of_network(&network);
        for who in &network.contributors {
            let free = chain.inspect(|| Balances::reducible_balance(who, Preserve, Polite));
            assert_eq!(free, 10 * AITBC, "{preset}");
        }
    }

    let mut chain = Chain::development();
    assert_eq!(chain.call(One, pallet_vesting::Call::vest {}), Ok(()));
    let free = chain.inspect(|| spendable(One));
    let vested = chain.inspect(|| schedule(One)).per_block();
    assert!(free < 10 * AITBC + vested, "the call has cost a fee");
    assert!(free > 9 * AITBC + vested, "{free}");
}

#[test]
fn unvested_tokens_pay_no_fees() {
    let mut chain = Chain::development();
    let vesting = |per_block| pallet_vesting::Call::vested_transfer {
        target: Eve.to_account_id().into(),
        schedule: VestingInfo::new(1_000 * AITBC, per_block, 0),
    };
    // Eve is left with nothing else, so all she has is unvested.
    let empty = pallet_balances::Call::transfer_all {
        dest: Alice.to_account_id().into(),
        keep_alive: false,
    };
    assert_eq!(chain.call(Eve, empty), Ok(()));
    assert_eq!(chain.call(Alice, vesting(1)), Ok(()));

    let vest = chain.sign(Eve, pallet_vesting::Call::vest {});
    assert_eq!(
        chain.apply(vec![vest]),
        [Err(TransactionValidityError::Invalid(InvalidTransaction::Payment))]
    );
}

#[test]
fn schedules_of_genesis_begin_at_block_0_and_last_four_years_of_blocks() {
    for preset in presets::ALL {
        let network = Network::named(preset).unwrap();
        for (_, first, blocks, free) in vesting(&network) {
            let years = u64::from(blocks) * network.slot_duration / aitbc_primitives::time::YEAR;
            assert_eq!((first, years, free), (0, 4, CONTRIBUTOR_FLOAT), "{preset}");
        }
    }
}

#[test]
fn vesting_goes_by_height_and_not_by_slot() {
    let mut chain = Chain::development();
    let (share, per_block) = chain.inspect(|| {
        let schedule = schedule(One);
        assert_eq!(schedule.starting_block(), 0);
        (schedule.locked(), schedule.per_block())
    });
    let locked = |chain: &mut Chain| {
        chain.inspect(|| Vesting::vesting_balance(&One.to_account_id()).unwrap())
    };
    chain.blocks(5);
    assert_eq!(locked(&mut chain), share - 5 * per_block);
    // A day without blocks vests nothing, the block after it as much as any.
    chain.skip_slots(43_200);
    assert_eq!(locked(&mut chain), share - 5 * per_block);
    chain.blocks(1);
    assert_eq!(locked(&mut chain), share - 6 * per_block);
}

#[test]
fn schedule_from_the_present_height_vests_from_there() {
    let mut chain = Chain::development();
    chain.blocks(10);
    let start = chain.inspect(System::block_number) + 1;
    let per_block = AITBC;
    let target = Sr25519Keyring::AliceStash;
    // What is locked is more than the account has to keep, so all else can be spent.
    let before = chain.balance(&target.to_account_id());
    let transfer = pallet_vesting::Call::vested_transfer {
        target: target.to_account_id().into(),
        schedule: VestingInfo::new(100 * AITBC, per_block, start),
    };
    assert_eq!(chain.call(Alice, transfer), Ok(()));
    assert_eq!(chain.inspect(System::block_number), start);
    assert_eq!(chain.inspect(|| spendable(target)), before);

    chain.blocks(3);
    chain.inspect(|| {
        let origin = || RuntimeOrigin::signed(target.to_account_id());
        Vesting::vest(origin()).unwrap();
        assert_eq!(spendable(target), before + 3 * per_block);
        let transfer =
            |value| Balances::transfer_keep_alive(origin(), Alice.to_account_id().into(), value);
        assert_noop!(transfer(before + 3 * per_block + 1), TokenError::Frozen);
        transfer(before + 3 * per_block).unwrap();
        assert!(spendable(target).is_zero());
    });
}
