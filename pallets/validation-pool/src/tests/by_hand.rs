//! Pools that are opened by hand: opening, staking, resolving.

use super::*;
use crate::{
    AtStakeOf, Delegated, HoldReason as TokenHold, Open, Pools, StakedFor, Stakes, WeightInfo,
};
use aitbc_primitives::{
    reputation::{
        pools::{Initiator, PoolFilter, PoolId, Pools as _, Terms, PPM},
        AtStake, REP,
    },
    Balance,
};
use aitbc_test_support::{now, wait, TestAgents, TestPosts};
use frame_support::{
    assert_noop, assert_ok, assert_storage_noop,
    dispatch::GetDispatchInfo,
    traits::{
        fungible::{Inspect, InspectHold, MutateFreeze},
        Hooks,
    },
    weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, TokenError};

const DURATION: u64 = 60_000;
const POST: u64 = 9;

/// Terms of a pool without a post, a fee, or a quorum above the least.
fn terms(domain: Domain) -> Terms<AccountId> {
    Terms {
        post: None,
        domain,
        payer: PAYER,
        fee: 0,
        mints: false,
        duration: DURATION,
        quorum: (1, 10),
        win: (1, 2),
        binding: PPM,
        redistribute: true,
        excluded: Default::default(),
        initiator: Initiator::Assembly,
    }
}

fn excluding(owners: &[AccountId]) -> Terms<AccountId> {
    Terms { excluded: owners.to_vec().try_into().unwrap(), ..terms(GOVERNANCE) }
}

fn initiate(terms: Terms<AccountId>) -> PoolId {
    ValidationPool::initiate(terms).unwrap()
}

fn stake(who: AccountId, pool: PoolId, side: Side, amount: Rep) -> sp_runtime::DispatchResult {
    ValidationPool::stake(signed(who), pool, side, amount).map(|_| ()).map_err(|error| error.error)
}

fn stake_for(
    delegate: AccountId,
    holder: AccountId,
    pool: PoolId,
    amount: Rep,
) -> sp_runtime::DispatchResult {
    let result = ValidationPool::stake_for(signed(delegate), holder, pool, For, amount);
    result.map(|_| ()).map_err(|error| error.error)
}

fn resolve(pool: PoolId) -> sp_runtime::DispatchResult {
    ValidationPool::resolve(signed(REST), pool).map(|_| ()).map_err(|error| error.error)
}

/// What of an account is free, encumbered and pooled.
fn parts(domain: Domain, who: AccountId) -> [Rep; 3] {
    [
        Ledger::free(domain, &who),
        Ledger::held(domain, AVAILABILITY, &who),
        Ledger::held(domain, POOL, &who),
    ]
}

/// Calls the hook with so much weight left in the block.
fn poll(weight: Weight) -> Weight {
    let mut meter = WeightMeter::with_limit(weight);
    ValidationPool::on_poll(System::block_number(), &mut meter);
    meter.consumed()
}

/// Runs `test` with a thousand of Governance reputation at Ada's and Ben's.
fn with_holders(test: impl FnOnce()) {
    ExtBuilder::default().build_and_execute(|| {
        give(GOVERNANCE, ADA, 1_000);
        give(GOVERNANCE, BEN, 1_000);
        test();
    });
}

#[test]
fn opening_a_pool_fixes_what_it_goes_by() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        events();
        let terms = Terms { post: Some(POST), fee: 101, mints: true, ..excluding(&[DEE]) };
        assert_eq!(ValidationPool::initiate(terms.clone()), Ok(0));
        let pool = Pools::<Test>::get(0).unwrap();
        assert_eq!(pool.terms, terms);
        assert_eq!((pool.mint, pool.mint_for, pool.issuance), (101, 51, 2_000));
        assert_eq!((pool.opened, pool.deadline), (now(), now() + DURATION));
        assert_eq!(TestPosts::pools(POST), 1);
        assert_eq!(Balances::balance_on_hold(&TokenHold::Fee.into(), &PAYER), 101);
        let opened = Event::PoolOpened {
            pool: 0,
            post: Some(POST),
            domain: GOVERNANCE,
            mint: 101,
            deadline: now() + DURATION,
        };
        assert_eq!(events(), [opened]);
        assert_eq!(initiate(self::terms(GOVERNANCE)), 1);
        assert_eq!(ValidationPool::outcome(0), None);
    });
}

#[test]
fn terms_out_of_bounds_fail() {
    with_holders(|| {
        give(BLOCK, ADA, 1_000);
        let good = || terms(GOVERNANCE);
        let bad = [
            Terms { quorum: (9, 100), ..good() },
            Terms { quorum: (101, 100), ..good() },
            Terms { quorum: (1, 0), ..good() },
            Terms { quorum: (0, 0), ..good() },
            Terms { win: (49, 100), ..good() },
            Terms { win: (101, 100), ..good() },
            Terms { win: (0, 0), ..good() },
            Terms { binding: PPM + 1, ..good() },
            Terms { duration: 0, ..good() },
            Terms { mints: true, ..terms(BLOCK) },
        ];
        for terms in bad {
            assert_storage_noop!(assert_eq!(
                ValidationPool::initiate(terms.clone()),
                Err(Error::<Test>::BadTerms.into()),
                "{terms:?}",
            ));
        }
        let large = (u32::MAX, u32::MAX);
        initiate(Terms { quorum: (10, 100), win: (50, 100), ..good() });
        initiate(Terms { quorum: large, win: large, binding: 0, duration: u64::MAX, ..good() });
    });
}

#[test]
fn a_domain_needs_reputation_for_pools() {
    ExtBuilder::default().build_and_execute(|| {
        MinDomainIssuance::set(&100);
        MinComputeIssuance::set(&10);
        let too_small = || Err(Error::<Test>::DomainTooSmall.into());
        for (domain, least) in [(BLOCK, 100), (GOVERNANCE, 100), (COMPUTE, 10)] {
            give(domain, ADA, least - 1);
            assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(domain)), too_small()));
            give(domain, ADA, 1);
            initiate(terms(domain));
        }
        MinDomainIssuance::set(&0);
        Ledger::burn(GOVERNANCE, &ADA, 100);
        assert_eq!(ValidationPool::initiate(terms(GOVERNANCE)), too_small());
    });
}

#[test]
fn at_most_64_pools_are_open_half_of_them_of_compute() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        let too_many = || Err(Error::<Test>::TooManyPools.into());
        for _ in 0..32 {
            initiate(terms(COMPUTE));
        }
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(COMPUTE)), too_many()));
        for _ in 0..32 {
            initiate(terms(GOVERNANCE));
        }
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(GOVERNANCE)), too_many()));
        wait(DURATION);
        assert_ok!(resolve(40));
        initiate(terms(GOVERNANCE));
        assert_eq!(ValidationPool::initiate(terms(COMPUTE)), too_many());
    });
}

#[test]
fn a_post_that_is_not_there_or_of_another_domain_is_not_judged() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        TestPosts::write(POST, GOVERNANCE, CYD);
        for terms in [
            Terms { post: Some(POST + 1), ..terms(GOVERNANCE) },
            Terms { post: Some(POST), ..terms(COMPUTE) },
        ] {
            assert_storage_noop!(assert!(ValidationPool::initiate(terms).is_err()));
        }
    });
}

#[test]
fn who_cannot_pay_the_fee_opens_no_pool() {
    with_holders(|| {
        let all = FUNDS - EXISTENTIAL_DEPOSIT;
        let terms = |fee| Terms { fee, ..terms(GOVERNANCE) };
        let no_funds = || Err(TokenError::FundsUnavailable.into());
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(all + 1)), no_funds()));
        assert_ok!(Balances::set_freeze(&1, &PAYER, FUNDS - 50));
        assert_storage_noop!(assert_eq!(ValidationPool::initiate(terms(51)), no_funds()));
        initiate(terms(50));
        assert_ok!(Balances::thaw(&1, &PAYER));
        initiate(terms(all - 50));
    });
}

#[test]
fn stake_takes_what_is_free() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        events();
        assert_ok!(stake(ADA, pool, For, 400));
        assert_ok!(stake(ADA, pool, For, 100));
        assert_eq!(parts(GOVERNANCE, ADA), [500, 0, 500]);
        let staked = |amount| Event::Staked { pool, who: ADA, side: For, amount };
        assert_eq!(events(), [staked(400), staked(100)]);
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (500, 0, 1));
    });
}

#[test]
fn in_domain_block_what_is_encumbered_is_staked_after_what_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        let [one, other] = [initiate(terms(BLOCK)), initiate(terms(BLOCK))];
        assert_ok!(stake(ADA, one, For, 300));
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([0, 1_000, 100], 200));
        assert_noop!(stake(ADA, other, Against, 801), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, other, Against, 800));
        assert_eq!(ValidationPool::at_stake(&ADA), 1_000);
        wait(DURATION);
        // The first is won, the second rejected with nobody on the other side.
        assert_ok!(resolve(one));
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([100, 1_000, 0], 800));
        assert_ok!(resolve(other));
        assert!(!AtStakeOf::<Test>::contains_key(ADA));
    });
}

#[test]
fn what_is_encumbered_elsewhere_is_not_staked() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(COMPUTE, ADA, 1_000);
        give(COMPUTE, ADA, 100);
        let pool = initiate(terms(COMPUTE));
        assert_noop!(stake(ADA, pool, For, 101), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, pool, For, 100));
    });
}

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
fn stake_of_zero_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake(ADA, pool, For, 0), Error::<Test>::ZeroAmount);
        assert_noop!(stake_for(BEN, ADA, pool, 0), Error::<Test>::ZeroAmount);
    });
}

#[test]
fn stake_of_more_than_one_has_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake(ADA, pool, For, 1_001), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::NotEnoughReputation);
        // Nobody without reputation in the domain stakes.
        give(BLOCK, CYD, 1_000);
        assert_noop!(stake(CYD, pool, For, 1), Error::<Test>::NotEnoughReputation);
    });
}

#[test]
fn stake_in_no_pool_fails() {
    with_holders(|| {
        assert_noop!(stake(ADA, 0, For, 1), Error::<Test>::NoSuchPool);
        assert_noop!(resolve(0), Error::<Test>::NoSuchPool);
    });
}

#[test]
fn stake_at_the_deadline_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        wait(DURATION - 1);
        assert_ok!(stake(ADA, pool, For, 1));
        wait(1);
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::WindowClosed);
    });
}

#[test]
fn stake_on_the_other_side_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, Against, 1));
        assert_noop!(stake(ADA, pool, For, 1), Error::<Test>::OtherSide);
        delegate(GOVERNANCE, ADA, BEN, 10);
        assert_noop!(stake_for(BEN, ADA, pool, 1), Error::<Test>::OtherSide);
    });
}

#[test]
fn accounts_of_excluded_owners_stay_out() {
    with_holders(|| {
        // Ben is the wallet of Cyd's agent.
        TestAgents::set_owner(BEN, CYD);
        let pool = initiate(excluding(&[CYD, DEE]));
        give(GOVERNANCE, DEE, 10);
        for who in [BEN, DEE] {
            assert_noop!(stake(who, pool, For, 1), Error::<Test>::Excluded);
            // Neither for somebody else, nor by somebody else.
            delegate(GOVERNANCE, ADA, who, 10);
            assert_noop!(stake_for(who, ADA, pool, 1), Error::<Test>::Excluded);
            delegate(GOVERNANCE, who, EVE, 10);
            assert_noop!(stake_for(EVE, who, pool, 1), Error::<Test>::Excluded);
        }
        assert_ok!(stake(ADA, pool, For, 1));
        assert_ok!(stake(BEN, initiate(terms(GOVERNANCE)), For, 1));
    });
}

#[test]
fn a_delegate_stakes_what_is_free_of_the_holder() {
    with_holders(|| {
        delegate(GOVERNANCE, ADA, CYD, 300);
        let [pool, other] = [initiate(terms(GOVERNANCE)), initiate(terms(GOVERNANCE))];
        events();
        assert_ok!(stake_for(CYD, ADA, pool, 200));
        assert_eq!(parts(GOVERNANCE, ADA), [800, 0, 200]);
        assert_eq!(events(), [Event::Staked { pool, who: ADA, side: For, amount: 200 }]);
        // The limit is for all pools of the domain that are open.
        assert_noop!(stake_for(CYD, ADA, other, 101), Error::<Test>::DelegationTooSmall);
        assert_ok!(stake_for(CYD, ADA, other, 100));
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::DelegationTooSmall);
        // What the holder stakes by itself does not count.
        assert_ok!(stake(ADA, pool, For, 400));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Delegated::<Test>::get(GOVERNANCE, ADA), 100);
        let third = initiate(terms(GOVERNANCE));
        assert_ok!(stake_for(CYD, ADA, third, 200));
        assert_ok!(resolve(other));
        wait(DURATION);
        assert_ok!(resolve(third));
        assert_eq!(Delegated::<Test>::iter().count() + StakedFor::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_delegate_stakes_nothing_that_is_encumbered() {
    ExtBuilder::default().build_and_execute(|| {
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, ADA, 100);
        delegate(BLOCK, ADA, CYD, 1_000);
        let pool = initiate(terms(BLOCK));
        assert_noop!(stake_for(CYD, ADA, pool, 101), Error::<Test>::NotEnoughReputation);
        assert_ok!(stake_for(CYD, ADA, pool, 100));
        assert_ok!(stake(ADA, pool, For, 1_000));
    });
}

#[test]
fn nobody_else_stakes_for_a_holder() {
    with_holders(|| {
        give(COMPUTE, ADA, 1_000);
        let pool = initiate(terms(GOVERNANCE));
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::NoDelegation);
        delegate(GOVERNANCE, ADA, DEE, 300);
        delegate(COMPUTE, ADA, CYD, 300);
        assert_noop!(stake_for(CYD, ADA, pool, 1), Error::<Test>::NoDelegation);
    });
}

#[test]
fn a_delegate_stakes_for_eight_holders_in_a_pool() {
    ExtBuilder::default().build_and_execute(|| {
        for holder in 1_000..1_010 {
            give(GOVERNANCE, holder, 10);
            delegate(GOVERNANCE, holder, CYD, 10);
        }
        let pool = initiate(terms(GOVERNANCE));
        for holder in 1_000..1_008 {
            assert_ok!(stake_for(CYD, holder, pool, 1));
        }
        assert_ok!(stake_for(CYD, 1_000, pool, 1));
        assert_noop!(stake_for(CYD, 1_008, pool, 1), Error::<Test>::TooManyStakers);
        // Another pool is another matter, and so is another delegate.
        assert_ok!(stake_for(CYD, 1_008, initiate(terms(GOVERNANCE)), 1));
        delegate(GOVERNANCE, 1_009, DEE, 10);
        assert_ok!(stake_for(DEE, 1_009, pool, 1));
        // Whom another delegate has taken over counts for that one.
        delegate(GOVERNANCE, 1_000, DEE, 10);
        assert_ok!(stake_for(DEE, 1_000, pool, 1));
        assert_eq!((StakedFor::<Test>::get(pool, CYD), StakedFor::<Test>::get(pool, DEE)), (7, 2));
        assert_ok!(stake_for(CYD, 1_008, pool, 1));
    });
}

#[test]
fn at_most_256_accounts_stake_in_a_pool_and_32_are_settled_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(257);
        for who in 1_000..1_256 {
            assert_ok!(stake(who, pool, For, 20));
        }
        assert_noop!(stake(1_256, pool, For, 20), Error::<Test>::TooManyStakers);
        assert_ok!(stake(1_000, pool, For, 1));
        wait(DURATION);
        for page in 1..8 {
            assert_ok!(resolve(pool));
            assert_eq!(Stakes::<Test>::iter().count(), 256 - page * 32);
            assert_eq!(ValidationPool::outcome(pool), None);
            ValidationPool::do_try_state().unwrap();
        }
        assert_noop!(stake(1_256, pool, For, 10), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

#[test]
fn dust_keeps_nobody_out_of_a_pool() {
    ExtBuilder::default().build_and_execute(|| {
        let honest = 1_000..1_256;
        let dust = 2_000..2_256;
        honest.clone().for_each(|who| give(GOVERNANCE, who, 100));
        dust.clone().for_each(|who| give(GOVERNANCE, who, 1));
        let pool = initiate(terms(GOVERNANCE));
        for who in dust.clone() {
            assert_ok!(stake(who, pool, Against, 1));
        }
        for who in honest.clone() {
            assert_ok!(stake(who, pool, For, 20));
        }
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (5_120, 0, 256));
        assert!(dust.clone().all(|who| parts(GOVERNANCE, who) == [1, 0, 0]));
        // Nor is anybody put out by as little.
        give(GOVERNANCE, ADA, 30);
        assert_noop!(stake(ADA, pool, Against, 20), Error::<Test>::TooManyStakers);
        ValidationPool::do_try_state().unwrap();
        wait(DURATION);
        for _ in 0..8 {
            assert_ok!(resolve(pool));
        }
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

/// Runs `test` with a full pool of domain Block: of Ada, who has staked 300 of what was encumbered, and
/// of Ben, for whom Cyd has staked all, 200.
fn with_full_pool(test: impl FnOnce(PoolId)) {
    ExtBuilder::default().build_and_execute(|| {
        MaxStakers::set(&2);
        give_encumbered(BLOCK, ADA, 1_000);
        give(BLOCK, BEN, 200);
        give(BLOCK, DEE, 1_000);
        delegate(BLOCK, BEN, CYD, 500);
        let terms = Terms { binding: PPM / 3, ..terms(BLOCK) };
        let pool = initiate(terms);
        assert_ok!(stake(ADA, pool, Against, 300));
        assert_ok!(stake_for(CYD, BEN, pool, 200));
        events();
        test(pool);
    });
}

#[test]
fn a_larger_stake_puts_the_smallest_out_of_a_full_pool() {
    with_full_pool(|pool| {
        assert_noop!(stake(DEE, pool, Against, 200), Error::<Test>::TooManyStakers);
        assert_ok!(stake(DEE, pool, Against, 201));
        let displaced = Event::Displaced { pool, who: BEN, amount: 200 };
        let staked = Event::Staked { pool, who: DEE, side: Against, amount: 201 };
        assert_eq!(events(), [displaced, staked]);
        // As if he had never staked.
        assert_eq!(parts(BLOCK, BEN), [200, 0, 0]);
        assert_eq!(Delegated::<Test>::iter().count() + StakedFor::<Test>::iter().count(), 0);
        let view = ValidationPool::pool(pool).unwrap();
        assert_eq!((view.for_stake, view.against_stake, view.stakers), (0, 501, 2));
        let at_risk = Pools::<Test>::get(pool).unwrap().against_side.at_risk;
        // Each rounded down.
        assert_eq!(at_risk, 99 + 66);
    });
}

#[test]
fn who_was_put_out_of_a_pool_pays_what_it_owes() {
    with_full_pool(|pool| {
        // 700 are destroyed, and of the 300 at stake 100 are owed.
        assert_eq!(Ledger::burn(BLOCK, &ADA, 800), 700);
        give(BLOCK, BEN, 200);
        assert_ok!(stake(BEN, pool, For, 200));
        assert_ok!(stake(DEE, pool, For, 301));
        assert_eq!(events()[1], Event::Displaced { pool, who: ADA, amount: 300 });
        assert_eq!((parts(BLOCK, ADA), ValidationPool::at_stake(&ADA)), ([0, 200, 0], 0));
    });
}

#[test]
fn who_is_in_a_full_pool_stakes_more_and_puts_nobody_out() {
    with_full_pool(|pool| {
        assert_ok!(stake(ADA, pool, Against, 300));
        assert_eq!(events().len(), 1);
        assert_eq!(ValidationPool::pool(pool).unwrap().stakers, 2);
        // Who was put out may come back with more.
        assert_ok!(stake(DEE, pool, Against, 400));
        assert_noop!(stake_for(CYD, BEN, pool, 200), Error::<Test>::TooManyStakers);
        give(BLOCK, BEN, 300);
        assert_ok!(stake_for(CYD, BEN, pool, 500));
        assert_eq!(parts(BLOCK, DEE), [1_000, 0, 0]);
    });
}

#[test]
fn of_equal_stakes_the_first_stored_is_put_out() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(257);
        for who in 1_000..1_256 {
            assert_ok!(stake(who, pool, For, 10));
        }
        let first = Stakes::<Test>::iter_prefix(pool).next().unwrap().0;
        assert_ok!(stake(1_256, pool, For, 11));
        assert!(!Stakes::<Test>::contains_key(pool, first));
    });
}

#[test]
fn a_stake_costs_more_in_a_full_pool_only() {
    with_full_pool(|pool| {
        let full = <() as WeightInfo>::stake_in_full_pool();
        let declared = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
        let (own, for_ben) = (<() as WeightInfo>::stake(), <() as WeightInfo>::stake_for());
        let call = crate::Call::stake { pool, side: For, amount: 1 };
        assert_eq!(declared(call), own + full);
        let call = crate::Call::stake_for { holder: BEN, pool, side: For, amount: 1 };
        assert_eq!(declared(call), for_ben + full);

        let taken = |who, amount| {
            ValidationPool::stake(signed(who), pool, Against, amount).unwrap().actual_weight
        };
        assert_eq!(taken(ADA, 1), Some(own));
        // What was declared.
        assert_eq!(taken(DEE, 300), None);
        give(BLOCK, BEN, 300);
        let taken = |amount| {
            let result = ValidationPool::stake_for(signed(CYD), BEN, pool, For, amount);
            result.unwrap().actual_weight
        };
        assert_eq!(taken(400), None);
        assert_eq!(taken(1), Some(for_ben));
    });
}

/// Opens a pool in a domain of so many accounts from 1 000 on, which have 100 each.
fn initiate_among(number: u64) -> PoolId {
    (1_000..1_000 + number).for_each(|who| give(GOVERNANCE, who, 100));
    initiate(terms(GOVERNANCE))
}

#[test]
fn resolve_before_the_deadline_and_twice_fails() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, For, 1_000));
        wait(DURATION - 1);
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        wait(1);
        assert_ok!(resolve(pool));
        assert_noop!(resolve(pool), Error::<Test>::AlreadyResolved);
    });
}

#[test]
fn a_pool_in_which_everything_is_staked_is_due_at_once() {
    with_holders(|| {
        let pool = initiate(terms(GOVERNANCE));
        let later = initiate(Terms { duration: 1_000, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_ok!(stake(BEN, pool, Against, 999));
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        // What came since the opening is missing too.
        give(GOVERNANCE, CYD, 2);
        assert_ok!(stake(BEN, pool, Against, 1));
        assert_ok!(stake(CYD, pool, For, 1));
        assert_noop!(resolve(pool), Error::<Test>::WindowOpen);
        assert_ok!(stake(CYD, pool, For, 1));
        assert_eq!(Pools::<Test>::get(pool).unwrap().deadline, now());
        // What comes now is too late.
        give(GOVERNANCE, CYD, 1);
        assert_noop!(stake(CYD, pool, For, 1), Error::<Test>::WindowClosed);
        assert_ok!(resolve(pool));
        assert_eq!(Open::<Test>::get().len(), 1);
        assert_eq!(Open::<Test>::get()[0].id, later);
    });
}

#[test]
fn a_pool_due_before_its_time_is_resolved_by_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(40);
        for who in 1_000..1_039 {
            assert_ok!(stake(who, pool, For, 100));
        }
        poll(Weight::MAX);
        assert_eq!(Stakes::<Test>::iter().count(), 39);
        assert_ok!(stake(1_039, pool, For, 100));
        ValidationPool::do_try_state().unwrap();
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

#[test]
fn settling_tells_what_everybody_gains_and_loses() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let terms = Terms { post: Some(POST), fee: 100, mints: true, ..terms(GOVERNANCE) };
        let pool = initiate(terms);
        assert_ok!(stake(ADA, pool, For, 1_000));
        assert_ok!(stake(BEN, pool, Against, 300));
        wait(DURATION);
        events();
        assert_ok!(resolve(pool));
        let mut events = events();
        events[..2].sort_by_key(|event| format!("{event:?}"));
        let settled = |who, gained, lost| Event::Settled { pool, who, gained, lost };
        let resolved = Event::PoolResolved {
            pool,
            outcome: Accepted,
            for_stake: 1_000,
            against_stake: 300,
            post: 50,
        };
        assert_eq!(events, [settled(ADA, 350, 0), settled(BEN, 0, 300), resolved]);
        assert_eq!(salary(GOVERNANCE), 100);
        assert!(TestPosts::is_validated(POST));
        assert_eq!((TestPosts::value(POST), TestPosts::pools(POST)), (50, 0));
        assert_eq!(Told::get(), [(Initiator::Assembly, pool, Accepted)]);
    });
}

#[test]
fn a_post_that_was_not_accepted_is_not_validated() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        for (side, expected) in [(Against, Rejected), (For, NoQuorum)] {
            let terms = Terms { post: Some(POST), quorum: (1, 2), fee: 100, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, side, if side == For { 999 } else { 1_000 }));
            wait(DURATION);
            assert_ok!(resolve(pool));
            assert_eq!(ValidationPool::outcome(pool), Some(expected));
            assert!(!TestPosts::is_validated(POST) && TestPosts::pools(POST) == 0);
        }
        // Only the first fee became salary.
        assert_eq!(salary(GOVERNANCE), 100);
        assert_eq!(Balances::balance(&PAYER), FUNDS - 100);
    });
}

#[test]
fn without_a_post_its_part_is_destroyed() {
    with_holders(|| {
        let pool = initiate(Terms { fee: 100, mints: true, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 300));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Ledger::issuance(GOVERNANCE), 2_050);
    });
}

#[test]
fn a_pool_that_does_not_mint_only_hands_on_losses() {
    with_holders(|| {
        let pool = initiate(Terms { fee: 100, ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 300));
        assert_ok!(stake(BEN, pool, Against, 100));
        wait(DURATION);
        assert_ok!(resolve(pool));
        assert_eq!(Ledger::issuance(GOVERNANCE), 2_000);
        assert_eq!(parts(GOVERNANCE, ADA), [1_100, 0, 0]);
        assert_eq!(salary(GOVERNANCE), 100);
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

#[test]
fn a_callback_that_fails_changes_nothing_and_is_recorded() {
    with_holders(|| {
        let pool = initiate(Terms { initiator: Initiator::Challenge(7), ..terms(GOVERNANCE) });
        assert_ok!(stake(ADA, pool, For, 1_000));
        wait(DURATION);
        events();
        assert_ok!(resolve(pool));
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
        // What it did to the state is undone.
        assert!(!Told::exists());
        let failed = Event::CallbackFailed { pool, error: DispatchError::Unavailable };
        assert_eq!(events().last(), Some(&failed));
    });
}

#[test]
fn the_hook_resolves_pools_in_the_order_of_their_deadlines() {
    with_holders(|| {
        let durations = [3, 1, 2, 9];
        let pools = durations.map(|duration| initiate(Terms { duration, ..terms(GOVERNANCE) }));
        wait(3);
        poll(Weight::MAX);
        let told: Vec<_> = Told::get().into_iter().map(|(_, pool, _)| pool).collect();
        assert_eq!(told, [pools[1], pools[2], pools[0]]);
        assert_eq!(Open::<Test>::get().len(), 1);
    });
}

#[test]
fn the_hook_keeps_to_its_weight() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = initiate_among(70);
        for who in 1_000..1_070 {
            assert_ok!(stake(who, pool, For, if who < 1_030 { 100 } else { 1 }));
        }
        wait(DURATION);
        let nothing = <() as WeightInfo>::poll();
        assert_eq!(poll(nothing - Weight::from_parts(1, 0)), Weight::zero());
        let page = <() as WeightInfo>::settle(32);
        let too_little = nothing + page - Weight::from_parts(1, 0);
        assert_eq!(poll(too_little), nothing);
        assert_eq!(Stakes::<Test>::iter().count(), 70);
        // The limit of the hook is like one of the block.
        HookWeight::set(&page);
        assert_eq!(poll(Weight::MAX), nothing + page);
        assert_eq!(Stakes::<Test>::iter().count(), 38);
        poll(Weight::MAX);
        assert_eq!(Stakes::<Test>::iter().count(), 6);
        HookWeight::set(&Weight::MAX);
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(pool), Some(Accepted));
    });
}

#[test]
fn one_post_may_be_credited_beyond_the_weight_of_the_hook() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let [one, two, three] = [(); 3].map(|_| {
            let terms = Terms { post: Some(POST), fee: 100, mints: true, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, For, 300));
            pool
        });
        wait(DURATION);
        HookWeight::set(&<() as WeightInfo>::settle(1));
        poll(Weight::MAX);
        let resolved = [one, two, three].map(|pool| ValidationPool::outcome(pool).is_some());
        assert_eq!(resolved, [true, false, false]);
        CreditWeight::set(&<() as WeightInfo>::settle(1));
        poll(Weight::MAX);
        assert_eq!(ValidationPool::outcome(two), None);
        // Anybody can do what the hook has no room for.
        assert_ok!(resolve(two));
        assert_ok!(resolve(three));
    });
}

#[test]
fn resolving_costs_what_it_takes() {
    with_holders(|| {
        TestPosts::write(POST, GOVERNANCE, CYD);
        let cost = |fee: Balance, mints| {
            let terms = Terms { post: Some(POST), fee, mints, ..terms(GOVERNANCE) };
            let pool = initiate(terms);
            assert_ok!(stake(ADA, pool, For, 300));
            wait(DURATION);
            let info = ValidationPool::resolve(signed(REST), pool).unwrap();
            info.actual_weight.unwrap()
        };
        let callback = Weight::from_parts(1_000, 0);
        let step = <() as WeightInfo>::settle(1) + <() as WeightInfo>::finish() + callback;
        assert_eq!(cost(0, false), step);
        let of_post = Weight::from_parts(1_000, 0);
        assert_eq!(cost(100, true), step + of_post);
    });
}

#[test]
fn a_statement_gets_what_an_accepted_pool_would_give() {
    ExtBuilder::default()
        .contract(|contract| contract.mint_ratio = sp_runtime::Perbill::from_percent(50))
        .build_and_execute(|| {
            TestPosts::write(POST, COMPUTE, CYD);
            assert_eq!(ValidationPool::mint_statement(POST, 101), Ok(50));
            assert_eq!(Ledger::balance(COMPUTE, &CYD), 50);
            assert!(TestPosts::is_validated(POST) && TestPosts::pools(POST) == 0);
            assert_storage_noop!(assert!(ValidationPool::mint_statement(POST + 1, 101).is_err()));
            // No other domain gets anything by the market.
            for (post, domain) in [(1, BLOCK), (2, GOVERNANCE)] {
                TestPosts::write(post, domain, CYD);
                assert_storage_noop!(assert!(ValidationPool::mint_statement(post, 101).is_err()));
            }
        });
}

#[test]
fn the_largest_amounts_there_can_be_are_settled() {
    ExtBuilder::default().build_and_execute(|| {
        let most = Rep::MAX / 3;
        give(GOVERNANCE, ADA, most);
        give(GOVERNANCE, BEN, most);
        let pool = initiate(terms(GOVERNANCE));
        assert_ok!(stake(ADA, pool, For, most));
        assert_ok!(stake(BEN, pool, Against, most));
        assert_ok!(resolve(pool));
        assert_eq!(parts(GOVERNANCE, ADA), [2 * most, 0, 0]);
        assert_eq!(parts(GOVERNANCE, BEN), [0, 0, 0]);
    });
}

#[test]
fn pools_are_listed_newest_first() {
    with_holders(|| {
        give(COMPUTE, ADA, REP);
        for domain in [GOVERNANCE, COMPUTE, GOVERNANCE, COMPUTE] {
            initiate(terms(domain));
        }
        initiate(Terms { duration: 1, ..terms(GOVERNANCE) });
        wait(1);
        poll(Weight::MAX);
        let list = |filter, offset, limit| -> Vec<PoolId> {
            let views = ValidationPool::pools(filter, offset, limit);
            views.into_iter().map(|view| view.id).collect()
        };
        let all = PoolFilter::default();
        assert_eq!(list(all, 0, 100), [4, 3, 2, 1, 0]);
        assert_eq!(list(all, 1, 2), [3, 2]);
        assert_eq!(list(PoolFilter { domain: Some(COMPUTE), open: None }, 0, 100), [3, 1]);
        assert_eq!(list(PoolFilter { domain: None, open: Some(false) }, 0, 100), [4]);
        let open = PoolFilter { domain: Some(GOVERNANCE), open: Some(true) };
        assert_eq!(list(open, 0, 100), [2, 0]);
        assert_eq!(list(open, 1, 100), [0]);
        assert_eq!(ValidationPool::pool(4).unwrap().outcome, Some(NoQuorum));
        assert_eq!(ValidationPool::pool(5), None);
    });
}
