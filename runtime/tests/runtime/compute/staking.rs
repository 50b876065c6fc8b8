//! Scenarios S1 to S3 of the design in the pool with which local networks begin.

use super::*;
use aitbc_primitives::market::{
    deadlines::DeadlineClock,
    gpu::{Capacity, GpuPoolView, PositionId},
};
use pallet_gpu_staking::{
    types::{PoolChange, PoolSpec, PriceRange},
    Call, Error, Event,
};

/// The pool of genesis.
const POOL: u32 = 0;

/// What the pot has for nobody.
fn pot() -> Balance {
    Balances::total_balance(&pots::account(pots::GPU_REWARDS)) - EXISTENTIAL_DEPOSIT
}

fn pool() -> GpuPoolView {
    GpuStaking::gpu_pool(POOL).unwrap()
}

/// A call of Root's.
fn as_root(call: Call<Runtime>) {
    RuntimeCall::from(call).dispatch(RuntimeOrigin::root()).unwrap();
}

/// Bob and Charlie may stake from now on.
fn provide() {
    for who in [Bob, Charlie] {
        make_provider(who);
    }
}

fn stake(who: Sr25519Keyring, power: u32, lock: Moment) -> PositionId {
    let id = pallet_gpu_staking::NextPosition::<Runtime>::get();
    let collateral = Balance::from(power) * 10 * AITBC;
    GpuStaking::stake(signed(who), POOL, power, collateral, lock, Hash::zero()).unwrap();
    id
}

fn allocate(position: PositionId, power: u32) {
    <GpuStaking as Capacity<AccountId>>::allocate(position, power, 0).unwrap();
}

/// A fee of which so much has reached the treasury.
fn fee_paid(reached: Balance) {
    <GpuStaking as Capacity<AccountId>>::fee_paid(POOL, reached);
}

fn claimable(who: Sr25519Keyring) -> Balance {
    GpuStaking::gpu_claimable(POOL, who.to_account_id()).unwrap()
}

/// What an account gets when it claims.
fn claim(who: Sr25519Keyring) -> Balance {
    let before = Balances::total_balance(&who.to_account_id());
    GpuStaking::claim(signed(who), POOL).unwrap();
    Balances::total_balance(&who.to_account_id()) - before
}

/// At most a unit less than that.
fn is_about(amount: Balance, wanted: Balance) -> bool {
    amount == wanted || amount + 1 == wanted
}

/// A chain on which Bob has staked 300 units and Charlie 100, for 7 days each, half of it all is in use, and
/// the pool has this bootstrap and so much funds. It is the moment from which on it counts.
fn two_stakers(bootstrap: Balance, funds: Balance) -> (Chain, PositionId, Moment) {
    let mut chain = Chain::development();
    chain.blocks(2);
    let bobs = chain.inspect(|| {
        as_root(Call::update_pool { pool: POOL, change: PoolChange::Bootstrap(bootstrap) });
        if funds < 1_000 * AITBC {
            as_root(Call::take_back { pool: POOL, amount: 1_000 * AITBC - funds });
        }
        provide();
        let bobs = stake(Bob, 300, 7 * DAY);
        stake(Charlie, 100, 7 * DAY);
        allocate(bobs, 200);
        assert_eq!((pool().bootstrap_left, pool().funds, pot()), (bootstrap, funds, funds));
        bobs
    });
    let begin = now(&mut chain);
    (chain, bobs, begin)
}

#[test]
fn scenario_s1_gpu() {
    let (mut chain, bobs, begin) = two_stakers(1_000 * AITBC, 1_000 * AITBC);
    to(&mut chain, begin + 86_400 * SECOND);
    assert_eq!(now(&mut chain), begin + 86_400 * SECOND);
    chain.inspect(|| {
        let issuance = Balances::total_issuance();
        let (bob, charlie) = (claim(Bob), claim(Charlie));
        assert!(is_about(bob, 32_400 * MILLI), "{bob}");
        assert!(is_about(charlie, 10_800 * MILLI), "{charlie}");
        for who in [Bob, Charlie] {
            assert_noop!(GpuStaking::claim(signed(who), POOL), Error::<Runtime>::NothingToClaim);
        }
        assert_eq!(pool().bootstrap_left, 1_000 * AITBC - 43_200 * MILLI);
        // All comes out of the pot, and nothing else.
        assert_eq!(pot(), 1_000 * AITBC - bob - charlie);
        assert_eq!(Balances::total_issuance(), issuance);

        <GpuStaking as Capacity<AccountId>>::release(bobs, 200).unwrap();
    });
    // The lock is over in the block at its end and not in the one before.
    let unstake = || GpuStaking::unstake(signed(Bob), bobs, 300, 3_000 * AITBC);
    to(&mut chain, begin + 7 * DAY - SLOT_DURATION);
    chain.inspect(|| {
        assert_noop!(unstake(), Error::<Runtime>::StillLocked);
    });
    chain.blocks(1);
    assert_eq!(now(&mut chain), begin + 7 * DAY);
    chain.inspect(|| unstake().unwrap());
    let withdraw = || GpuStaking::withdraw_unbonded(signed(Bob));
    to(&mut chain, begin + 14 * DAY - SLOT_DURATION);
    chain.inspect(|| {
        assert_noop!(withdraw(), Error::<Runtime>::NothingToWithdraw);
    });
    chain.blocks(1);
    chain.inspect(|| withdraw().unwrap());
}

#[test]
fn scenario_s1_gpu_stops_with_the_funds() {
    let (mut chain, _, begin) = two_stakers(1_000 * AITBC, 10 * AITBC);
    to(&mut chain, begin + DAY);
    chain.inspect(|| {
        let (bob, charlie) = (claim(Bob), claim(Charlie));
        assert!(is_about(bob, 7_500 * MILLI), "{bob}");
        assert!(is_about(charlie, 2_500 * MILLI), "{charlie}");
        assert!(pot() <= 2);
    });
    to(&mut chain, begin + 2 * DAY);
    chain.inspect(|| assert_eq!((claimable(Bob), claimable(Charlie), pool().emission), (0, 0, 0)));
}

#[test]
fn scenario_s2_match() {
    let (mut chain, _, begin) = two_stakers(0, 1_000 * AITBC);
    to(&mut chain, begin + DAY);
    chain.inspect(|| {
        assert_eq!((claimable(Bob), claimable(Charlie)), (0, 0));
        assert_eq!(pool().allowance, 43_200 * MILLI);
        fee_paid(10 * AITBC);
        assert!(is_about(claim(Bob), 3_750 * MILLI));
        assert!(is_about(claim(Charlie), 1_250 * MILLI));
        fee_paid(100 * AITBC);
        assert_eq!(pool().allowance, 0);
        let (bob, charlie) = (claim(Bob), claim(Charlie));
        assert!(bob.abs_diff(28_650 * MILLI) <= 1, "{bob}");
        assert!(charlie.abs_diff(9_550 * MILLI) <= 1, "{charlie}");
        fee_paid(100 * AITBC);
        assert_eq!((claimable(Bob), claimable(Charlie)), (0, 0));
        // A unit of dust stays there at each of the four claims.
        assert!((1_000 * AITBC - pot()).abs_diff(43_200 * MILLI) <= 4, "{}", pot());
    });
}

/// Each list to its last place, and not one entry further.
#[test]
fn lists_are_bounded() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let create = |number: u32| {
        let spec = PoolSpec {
            name: format!("pool-{number}").into_bytes().try_into().unwrap(),
            unit: b"a unit".to_vec().try_into().unwrap(),
            rate: MILLI,
            match_ratio: Default::default(),
            bootstrap: 0,
            price: PriceRange { min: 1, max: 1 },
            per_unit: 10 * AITBC,
            audit: None,
        };
        let created = RuntimeCall::from(Call::create_pool { spec }).dispatch(RuntimeOrigin::root());
        created.map(drop).map_err(|failure| failure.error)
    };
    let bob = Bob.to_account_id();
    let one_more = |collateral| {
        let (power, lock, spec_hash) = (10, 7 * DAY, Hash::zero());
        made_by(&bob, Call::stake { pool: POOL, power, collateral, lock, spec_hash })
    };
    let a_part = || made_by(&bob, Call::unstake { position: 0, power: 0, collateral: 1 });
    let refused = |error: Error<Runtime>| Err(DispatchError::from(error));
    chain.inspect(|| {
        make_provider(Bob);
        // One pool is there from the start.
        for number in 1..64 {
            assert_eq!(create(number), Ok(()));
        }
        assert_eq!(create(64), refused(Error::TooManyPools));
        for _ in 0..16 {
            assert_eq!(one_more(100 * AITBC + 17), Ok(()));
        }
        assert_eq!(one_more(100 * AITBC), refused(Error::TooManyPositions));
    });
    let begin = now(&mut chain);
    to(&mut chain, begin + 7 * DAY);
    chain.inspect(|| {
        for _ in 0..16 {
            assert_eq!(a_part(), Ok(()));
        }
        assert_eq!(a_part(), refused(Error::TooManyUnbondings));
    });
}

/// Whether the lock of a position has ended in the latest block.
fn has_ended(chain: &mut Chain, position: PositionId) -> bool {
    chain.events().contains(&Event::<Runtime>::LockEnded { position }.into())
}

/// Makes blocks until the agenda has looked through all minutes. The lock of `position` does not end.
fn catch_up(chain: &mut Chain, position: PositionId) {
    let mut blocks = 0;
    while chain.inspect(|| Deadlines::clock().overdue.wall) > 0 {
        chain.blocks(1);
        assert!(!has_ended(chain, position));
        blocks += 1;
        assert!(blocks < 60, "the agenda does not catch up");
    }
}

#[test]
fn scenario_s3_lock_ends() {
    const PLENTY: Balance = 100_000 * AITBC;
    let mut chain = Chain::development();
    chain.blocks(2);
    let bobs = chain.inspect(|| {
        as_root(Call::update_pool { pool: POOL, change: PoolChange::Bootstrap(PLENTY) });
        GpuStaking::fund(signed(Alice), POOL, PLENTY).unwrap();
        provide();
        let bobs = stake(Bob, 100, 365 * DAY);
        stake(Charlie, 100, 7 * DAY);
        allocate(bobs, 100);
        bobs
    });
    let begin = now(&mut chain);

    // Charlie's lock ends in the first days.
    to(&mut chain, begin + 8 * DAY);
    catch_up(&mut chain, bobs);
    // Half of the power is in use: 43.2 a day.
    to(&mut chain, begin + 364 * DAY);
    let days = |days: Balance, a_day: Balance| days * a_day * MILLI;
    chain.inspect(|| {
        assert!(is_about(claim(Bob), days(364, 28_800)));
        assert!(is_about(claim(Charlie), days(364, 14_400)));
    });
    // Nobody made a block for a year; the agenda looks through its minutes. It has done so for most of them.
    chain.inspect(|| {
        pallet_deadlines::Queues::<Runtime>::mutate(DeadlineClock::Wall, |queue| {
            queue.bucket += 330 * DAY / MINUTE
        })
    });
    catch_up(&mut chain, bobs);
    to(&mut chain, begin + 365 * DAY);
    chain.inspect(|| {
        assert!(claim(Bob).abs_diff(days(1, 28_800)) <= 1);
        assert!(claim(Charlie).abs_diff(days(1, 14_400)) <= 1);
    });
    // Within a bucket, without anybody's call; another block may be the first of a session.
    let mut late = 0;
    while !has_ended(&mut chain, bobs) {
        chain.blocks(1);
        late += SLOT_DURATION;
        assert!(late <= MINUTE + 2 * SLOT_DURATION, "the lock does not end");
    }
    chain.inspect(|| {
        // Nothing, if it has ended in that block.
        for who in [Bob, Charlie] {
            let _ = made_by(&who.to_account_id(), Call::claim { pool: POOL });
        }
    });
    let ended = now(&mut chain);
    to(&mut chain, ended + 10 * DAY);
    chain.inspect(|| {
        assert!(claim(Bob).abs_diff(days(10, 21_600)) <= 1);
        assert!(claim(Charlie).abs_diff(days(10, 21_600)) <= 1);
    });
}
