//! Benchmarks of the calls and of the tasks. Each escrow is as large as can be, and each call that can settle
//! a milestone settles the last one, so that all of the escrow ends.

use super::*;
use crate::{
    milestone::Outcome,
    types::{PaidBy, RefundedBy},
};
use aitbc_primitives::{
    market::{
        deadlines::{ActiveClock, OnDeadline},
        escrow::{EscrowId, EscrowTask, Fallback, Party, Rule, Terms, MAX_MILESTONES, MAX_SIGNERS},
    },
    time::{DAY, HOUR, MINUTE},
    token::{AITBC, MILLI},
    Hash, Moment,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::Balanced, tokens::Precision, Get};
use frame_system::RawOrigin;
use sp_runtime::{BoundedVec, Permill};

/// What benchmarks have to set up.
pub trait BenchmarkHelper {
    /// Makes [`Config::ActiveClock`](crate::Config::ActiveClock) return `now`.
    fn set_active_clock(now: Moment);
}

/// When benchmarks begin, by the active clock.
const BEGIN: Moment = DAY;

/// An account with tokens.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
    let who = account(name, 0, 0);
    // The balance comes out of nothing.
    let _ = T::Currency::deposit(&who, 100_000 * AITBC, Precision::Exact);
    who
}

fn signers<T: Config>(
    number: u32,
) -> BoundedVec<T::AccountId, frame_support::traits::ConstU32<10>> {
    let signers: Vec<_> = (0..number).map(|index| account("signer", index, 0)).collect();
    BoundedVec::truncate_from(signers)
}

/// Terms with so many milestones and signers.
fn terms<T: Config>(milestones: u32, rule: Rule<T::AccountId>) -> Terms<T::AccountId> {
    let amounts: Vec<_> = (0..milestones).map(|index| AITBC + u128::from(index)).collect();
    Terms {
        amounts: BoundedVec::truncate_from(amounts),
        rule,
        default: Fallback::Split(Permill::from_percent(30)),
        arbiter: Some(account("arbiter", 0, 0)),
        accept_within: HOUR,
        deadline_in: DAY,
        review: 10 * MINUTE,
        terms_hash: Some(Hash::repeat_byte(1)),
    }
}

fn multisig<T: Config>(number: u32) -> Rule<T::AccountId> {
    Rule::MultiSig { threshold: number.max(1), signers: signers::<T>(number) }
}

/// An escrow with this rule and as many milestones as can be, and its parties.
fn offered<T: Config>(rule: Rule<T::AccountId>) -> (EscrowId, T::AccountId, T::AccountId) {
    T::BenchmarkHelper::set_active_clock(BEGIN);
    let (depositor, beneficiary) = (rich::<T>("depositor"), rich::<T>("beneficiary"));
    let id = NextId::<T>::get();
    let terms = terms::<T>(MAX_MILESTONES, rule);
    Pallet::<T>::do_create(depositor.clone(), beneficiary.clone(), terms).unwrap();
    (id, depositor, beneficiary)
}

/// An accepted one, all but `open` of whose milestones are settled.
fn accepted<T: Config>(
    rule: Rule<T::AccountId>,
    open: u32,
) -> (EscrowId, T::AccountId, T::AccountId) {
    let (id, depositor, beneficiary) = offered::<T>(rule);
    Pallet::<T>::do_accept(&beneficiary, id).unwrap();
    let mut escrow = Escrows::<T>::get(id).unwrap();
    for place in open..MAX_MILESTONES {
        let outcome = Outcome::Refunded(RefundedBy::Beneficiary);
        let outcome = if place % 2 == 0 { Outcome::Paid(PaidBy::Release) } else { outcome };
        Pallet::<T>::conclude(id, &mut escrow, place, outcome).unwrap();
    }
    Escrows::<T>::insert(id, escrow);
    (id, depositor, beneficiary)
}

/// A stream of a milli a second that is prepaid for 1 000 seconds, and its parties.
fn streaming<T: Config>() -> (EscrowId, T::AccountId, T::AccountId) {
    T::BenchmarkHelper::set_active_clock(BEGIN);
    let (payer, beneficiary) = (rich::<T>("payer"), rich::<T>("beneficiary"));
    let id = NextId::<T>::get();
    let ends = Some(BEGIN + DAY);
    Pallet::<T>::do_open_stream(payer.clone(), beneficiary.clone(), MILLI, AITBC, ends).unwrap();
    (id, payer, beneficiary)
}

#[benchmarks]
mod benches {
    use super::*;

    #[benchmark]
    fn create(m: Linear<1, MAX_MILESTONES>, s: Linear<0, MAX_SIGNERS>) {
        let (depositor, beneficiary) = (rich::<T>("depositor"), rich::<T>("beneficiary"));
        let rule = if s == 0 { Rule::Manual } else { multisig::<T>(s) };
        let terms = terms::<T>(m, rule);
        let id = NextId::<T>::get();

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), beneficiary, terms);

        assert!(Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn cancel() {
        let (id, depositor, _) = offered::<T>(multisig::<T>(MAX_SIGNERS));

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn accept() {
        let (id, _, beneficiary) = offered::<T>(multisig::<T>(MAX_SIGNERS));

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id);

        assert!(Escrows::<T>::get(id).unwrap().is_accepted);
    }

    #[benchmark]
    fn decline() {
        let (id, _, beneficiary) = offered::<T>(multisig::<T>(MAX_SIGNERS));

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn deliver() {
        let (id, _, beneficiary) = accepted::<T>(Rule::Manual, MAX_MILESTONES);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0, Hash::zero());

        assert!(
            Escrows::<T>::get(id).unwrap().milestones[0].state
                != crate::types::Milestone::new(0).state
        );
    }

    #[benchmark]
    fn release() {
        let (id, depositor, _) = accepted::<T>(multisig::<T>(MAX_SIGNERS), 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn refund() {
        let (id, _, beneficiary) = accepted::<T>(multisig::<T>(MAX_SIGNERS), 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    /// The last signer of all approves, and the milestone is paid.
    #[benchmark]
    fn approve() {
        let (id, _, _) = accepted::<T>(multisig::<T>(MAX_SIGNERS), 1);
        let mut signers = signers::<T>(MAX_SIGNERS).into_inner();
        let last = signers.pop().unwrap();
        for signer in signers {
            Pallet::<T>::do_approve(signer, id, 0).unwrap();
        }

        #[extrinsic_call]
        _(RawOrigin::Signed(last), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw_approval() {
        let (id, _, _) = accepted::<T>(multisig::<T>(MAX_SIGNERS), MAX_MILESTONES);
        let last = signers::<T>(MAX_SIGNERS).pop().unwrap();
        Pallet::<T>::do_approve(last.clone(), id, 0).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(last), id, 0);

        assert_eq!(Escrows::<T>::get(id).unwrap().milestones[0].approvals, 0);
    }

    /// Both agree.
    #[benchmark]
    fn split() {
        let (id, depositor, beneficiary) = accepted::<T>(multisig::<T>(MAX_SIGNERS), 1);
        let share = Permill::from_percent(50);
        Pallet::<T>::do_split(&depositor, id, 0, share).unwrap();
        assert!(Escrows::<T>::get(id).unwrap().milestones[0].offer_of_depositor == Some(share));

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0, share);

        assert!(!Escrows::<T>::contains_key(id));
    }

    /// So many milestones are divided by default.
    #[benchmark]
    fn settle(m: Linear<1, MAX_MILESTONES>) {
        let (id, depositor, _) = accepted::<T>(multisig::<T>(MAX_SIGNERS), m);
        T::BenchmarkHelper::set_active_clock(BEGIN + DAY);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id, None);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn open_stream() {
        T::BenchmarkHelper::set_active_clock(BEGIN);
        let (payer, beneficiary) = (rich::<T>("payer"), rich::<T>("beneficiary"));
        let id = NextId::<T>::get();

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), beneficiary, MILLI, AITBC, Some(BEGIN + DAY));

        assert!(Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn top_up() {
        let (id, payer, _) = streaming::<T>();

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id, AITBC);

        assert_eq!(Streams::<T>::get(id).unwrap().funds.amount, 2 * AITBC);
    }

    /// The stream is used up.
    #[benchmark]
    fn withdraw() {
        let (id, payer, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(BEGIN + HOUR);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id);

        assert!(!Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn close_stream() {
        let (id, payer, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(BEGIN + MINUTE);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id);

        assert!(!Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn on_offer() {
        let (id, _, _) = offered::<T>(multisig::<T>(MAX_SIGNERS));
        T::BenchmarkHelper::set_active_clock(BEGIN + HOUR);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Escrow { id, milestone: None });
        }

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn on_milestone() {
        let (id, _, _) = accepted::<T>(multisig::<T>(MAX_SIGNERS), 1);
        T::BenchmarkHelper::set_active_clock(BEGIN + DAY);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Escrow {
                id,
                milestone: Some(0),
            });
        }

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn on_stream() {
        let (id, _, beneficiary) = streaming::<T>();
        // Half of it, to be paid in two parts.
        T::BenchmarkHelper::set_active_clock(BEGIN + 500_000);
        Pallet::<T>::do_withdraw(id).unwrap();
        assert!(StreamsOf::<T>::iter_prefix_values(&beneficiary).any(|it| it == Party::Beneficiary));
        T::BenchmarkHelper::set_active_clock(BEGIN + DAY);
        assert_eq!(T::ActiveClock::now(), BEGIN + DAY);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Stream(id));
        }

        assert!(!Streams::<T>::contains_key(id));
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
