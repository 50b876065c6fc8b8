//! Benchmarks of the calls and of the tasks. Each escrow is as large as can be, and each call that can settle
//! a milestone settles the last one, so that all of the escrow ends, and pays somebody who had no account.
//! Those marked as extra are for `scripts/bench.sh compute`, and weights do not come of them.

use super::*;
use crate::{milestone::Outcome, types::RefundedBy};
use aitbc_primitives::{
    market::{
        deadlines::OnDeadline,
        escrow::{
            EscrowId, EscrowTask, Fallback, MilestoneState, Rule, Terms, MAX_MILESTONES,
            MAX_SIGNERS,
        },
    },
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, MILLI},
    Balance, Hash, Moment,
};
use alloc::vec::Vec;
use frame_benchmarking::{
    benchmarking::{add_to_whitelist, commit_db},
    v2::*,
};
use frame_support::{
    traits::{fungible::Balanced, tokens::Precision, ConstU32, UnfilteredDispatchable},
    weights::Weight,
};
use frame_system::{AccountInfo, RawOrigin};
use sp_runtime::{BoundedVec, Permill};

/// What benchmarks have to set up.
pub trait BenchmarkHelper<AccountId> {
    /// Makes [`Config::ActiveClock`](crate::Config::ActiveClock) return `now`.
    fn set_active_clock(now: Moment);

    /// Has [`Config::Agenda`](crate::Config::Agenda) do what is due in a block that has nothing else to do,
    /// and says what that has taken.
    fn work_off() -> Weight;

    /// How many tasks wait for the active clock.
    fn waiting() -> u64;
}

/// When benchmarks begin, by the active clock.
const BEGIN: Moment = DAY;

/// When streams of benchmarks end. Then they are half used up.
const END: Moment = BEGIN + 500 * SECOND;

/// Among how many others each call is measured.
const FEW: u32 = 100;

/// And among how many once more.
const MANY: u32 = 100_000;

/// How many streams end at the same moment.
const HERD: u32 = 100_000;

/// Gives an account tokens, which come out of nothing.
fn give<T: Config>(who: &T::AccountId, amount: Balance) {
    let _ = T::Currency::deposit(who, amount, Precision::Exact);
}

/// An account with tokens.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
    let who = account(name, 0, 0);
    give::<T>(&who, 100_000 * AITBC);
    who
}

/// Somebody with tokens, and somebody without an account.
fn parties<T: Config>() -> (T::AccountId, T::AccountId) {
    T::BenchmarkHelper::set_active_clock(BEGIN);
    (rich::<T>("depositor"), account("beneficiary", 0, 0))
}

fn signers<T: Config>(number: u32) -> BoundedVec<T::AccountId, ConstU32<MAX_SIGNERS>> {
    let signers: Vec<_> = (0..number).map(|index| account("signer", index, 0)).collect();
    BoundedVec::truncate_from(signers)
}

/// The largest rule there is.
fn multisig<T: Config>() -> Rule<T::AccountId> {
    Rule::MultiSig { threshold: MAX_SIGNERS, signers: signers::<T>(MAX_SIGNERS) }
}

/// Terms with so many milestones.
fn terms<T: Config>(milestones: u32, rule: Rule<T::AccountId>) -> Terms<T::AccountId> {
    let amounts: Vec<_> = (0..milestones).map(|index| AITBC + Balance::from(index)).collect();
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

/// An escrow with so many milestones that waits to be accepted, and its parties.
fn offered<T: Config>(
    milestones: u32,
    rule: Rule<T::AccountId>,
) -> (EscrowId, T::AccountId, T::AccountId) {
    let (depositor, beneficiary) = parties::<T>();
    let id = offer::<T>(&depositor, &beneficiary, terms::<T>(milestones, rule));
    (id, depositor, beneficiary)
}

fn offer<T: Config>(
    depositor: &T::AccountId,
    beneficiary: &T::AccountId,
    terms: Terms<T::AccountId>,
) -> EscrowId {
    let id = NextId::<T>::get();
    Pallet::<T>::do_create(depositor.clone(), beneficiary.clone(), terms).unwrap();
    id
}

/// An accepted one with as many milestones as can be, all but `open` of which went back.
fn accepted<T: Config>(
    rule: Rule<T::AccountId>,
    open: u32,
) -> (EscrowId, T::AccountId, T::AccountId) {
    let (id, depositor, beneficiary) = offered::<T>(MAX_MILESTONES, rule);
    Pallet::<T>::do_accept(&beneficiary, id).unwrap();
    let mut escrow = Escrows::<T>::get(id).unwrap();
    for place in open..MAX_MILESTONES {
        let outcome = Outcome::Refunded(RefundedBy::Beneficiary);
        Pallet::<T>::conclude(id, &mut escrow, place, outcome).unwrap();
    }
    Escrows::<T>::insert(id, escrow);
    (id, depositor, beneficiary)
}

/// One whose last milestone the last of all signers may approve, and that signer.
fn nearly_approved<T: Config>() -> (EscrowId, T::AccountId) {
    let (id, _, _) = accepted::<T>(multisig::<T>(), 1);
    let mut signers = signers::<T>(MAX_SIGNERS).into_inner();
    let last = signers.pop().unwrap();
    for signer in signers {
        Pallet::<T>::do_approve(signer, id, 0).unwrap();
    }
    (id, last)
}

/// One of whose open milestones the last signer has approved one, and that signer.
fn once_approved<T: Config>() -> (EscrowId, T::AccountId) {
    let (id, _, _) = accepted::<T>(multisig::<T>(), MAX_MILESTONES);
    let signer = signers::<T>(MAX_SIGNERS).into_inner().pop().unwrap();
    Pallet::<T>::do_approve(signer.clone(), id, 0).unwrap();
    (id, signer)
}

/// A stream that will pay a half and give the other one back, and its parties.
fn streaming<T: Config>() -> (EscrowId, T::AccountId, T::AccountId) {
    let (payer, beneficiary) = parties::<T>();
    let id = NextId::<T>::get();
    let (from, to) = (payer.clone(), beneficiary.clone());
    Pallet::<T>::do_open_stream(from, to, MILLI, AITBC, Some(END)).unwrap();
    (id, payer, beneficiary)
}

/// Makes so many escrows of others, with their tasks.
fn other_escrows<T: Config>(number: u32) {
    let (id, _, _) = offered::<T>(1, Rule::Manual);
    let escrow = Escrows::<T>::get(id).unwrap();
    for index in 0..number {
        let (depositor, beneficiary) = others::<T>(index);
        let id = Pallet::<T>::next_id().unwrap();
        Escrows::<T>::insert(id, &escrow);
        Pallet::<T>::enter_escrow(id, &depositor, Some(&beneficiary));
        Pallet::<T>::wait(escrow.accept_by, EscrowTask::Escrow { id, milestone: None });
    }
}

/// Makes so many streams of others, with their tasks.
fn other_streams<T: Config>(number: u32) {
    let (id, _, _) = streaming::<T>();
    let stream = Streams::<T>::get(id).unwrap();
    for index in 0..number {
        let (payer, beneficiary) = others::<T>(index);
        let id = Pallet::<T>::next_id().unwrap();
        Streams::<T>::insert(id, &stream);
        Pallet::<T>::enter_stream(id, &payer, &beneficiary);
        Pallet::<T>::wait(BEGIN + DAY, EscrowTask::Stream(id));
    }
}

/// Two others, of whom the first has an account.
fn others<T: Config>(index: u32) -> (T::AccountId, T::AccountId) {
    let (one, other): (T::AccountId, T::AccountId) =
        (account("one", index, 0), account("other", index, 0));
    let info: AccountInfo<T::Nonce, T::AccountData> =
        AccountInfo { providers: 1, ..Default::default() };
    frame_system::Account::<T>::insert(&one, info);
    (one, other)
}

/// A call by its index, and who makes it. Calls are as dear as can be, but for `create` and `settle`: they
/// are of an escrow of one milestone without signers, whose parties have accounts.
/// Behind all calls, as 15 and 16, both stand again as dear as can be.
fn call<T: Config>(index: u32) -> (T::AccountId, Call<T>) {
    let (milestone, share) = (0, Permill::from_percent(50));
    let end = |at| T::BenchmarkHelper::set_active_clock(at);
    match index {
        0 => {
            let (depositor, beneficiary) = parties::<T>();
            (depositor, Call::create { beneficiary, terms: terms::<T>(1, Rule::Manual) })
        }
        1 => {
            let (id, depositor, _) = offered::<T>(MAX_MILESTONES, multisig::<T>());
            (depositor, Call::cancel { id })
        }
        2 => {
            let (id, _, beneficiary) = offered::<T>(MAX_MILESTONES, multisig::<T>());
            (beneficiary, Call::accept { id })
        }
        3 => {
            let (id, _, beneficiary) = offered::<T>(MAX_MILESTONES, multisig::<T>());
            (beneficiary, Call::decline { id })
        }
        4 => {
            let (id, _, beneficiary) = accepted::<T>(Rule::Manual, MAX_MILESTONES);
            (beneficiary, Call::deliver { id, milestone, evidence: Hash::zero() })
        }
        5 => {
            let (id, depositor, _) = accepted::<T>(multisig::<T>(), 1);
            (depositor, Call::release { id, milestone })
        }
        6 => {
            let (id, _, beneficiary) = accepted::<T>(multisig::<T>(), 1);
            (beneficiary, Call::refund { id, milestone })
        }
        7 => {
            let (id, signer) = nearly_approved::<T>();
            (signer, Call::approve { id, milestone })
        }
        8 => {
            let (id, signer) = once_approved::<T>();
            (signer, Call::withdraw_approval { id, milestone })
        }
        9 => {
            let (id, depositor, beneficiary) = accepted::<T>(multisig::<T>(), 1);
            Pallet::<T>::do_split(&depositor, id, milestone, share).unwrap();
            (beneficiary, Call::split { id, milestone, share })
        }
        10 => {
            let (depositor, beneficiary) = parties::<T>();
            let terms = terms::<T>(1, Rule::TimeBased(HOUR));
            let id = offer::<T>(&depositor, &beneficiary, terms);
            give::<T>(&beneficiary, AITBC);
            Pallet::<T>::do_accept(&beneficiary, id).unwrap();
            end(BEGIN + HOUR);
            (depositor, Call::settle { id, milestone: Some(milestone) })
        }
        11 => {
            let (payer, beneficiary) = parties::<T>();
            let (rate, prepaid) = (MILLI, AITBC);
            (payer, Call::open_stream { beneficiary, rate, prepaid, ends: Some(END) })
        }
        12 => {
            let (stream, payer, _) = streaming::<T>();
            (payer, Call::top_up { stream, amount: AITBC })
        }
        13 => {
            let (stream, payer, _) = streaming::<T>();
            end(END);
            (payer, Call::withdraw { stream })
        }
        14 => {
            let (stream, payer, _) = streaming::<T>();
            end(END - 1);
            (payer, Call::close_stream { stream })
        }
        15 => {
            let (depositor, beneficiary) = parties::<T>();
            let terms = terms::<T>(MAX_MILESTONES, multisig::<T>());
            (depositor, Call::create { beneficiary, terms })
        }
        _ => {
            let (id, depositor, _) = accepted::<T>(multisig::<T>(), MAX_MILESTONES);
            end(BEGIN + DAY);
            (depositor, Call::settle { id, milestone: None })
        }
    }
}

/// A call by its index among so many others of its kind, and its origin. The account of who makes it is at
/// hand, as in the benchmark of a transfer: it has paid the fee.
fn call_among<T: Config>(number: u32, index: u32) -> (T::RuntimeOrigin, Call<T>) {
    match index {
        11..=14 => other_streams::<T>(number),
        _ => other_escrows::<T>(number),
    }
    let (caller, call) = call::<T>(index);
    add_to_whitelist(frame_system::Account::<T>::hashed_key_for(&caller).into());
    (RawOrigin::Signed(caller).into(), call)
}

/// Has the herd end: streams that pay and give back, each of other accounts. The result says, of all blocks
/// that this takes, how long the longest was (`extrinsic_time`), what the heaviest has declared
/// (`storage_root_time`, in the same nanoseconds), how many there were (`reads`), and how many streams most
/// of them ended (`writes`).
fn stampede<T: Config>() -> BenchmarkResult {
    T::BenchmarkHelper::set_active_clock(BEGIN);
    for index in 0..HERD {
        let (payer, beneficiary) = (account("one", index, 0), account("other", index, 0));
        give::<T>(&payer, 10 * AITBC);
        Pallet::<T>::do_open_stream(payer, beneficiary, MILLI, AITBC, Some(END)).unwrap();
    }
    T::BenchmarkHelper::set_active_clock(END);
    // Without a block there are no events.
    frame_system::Pallet::<T>::set_block_number(1u32.into());
    let mut result = BenchmarkResult::default();
    let mut waiting = T::BenchmarkHelper::waiting();
    assert_eq!(waiting, u64::from(HERD));
    while waiting > 0 {
        frame_system::Pallet::<T>::reset_events();
        commit_db();
        let begin = current_time();
        let weight = T::BenchmarkHelper::work_off();
        let time = current_time() - begin;
        let left = T::BenchmarkHelper::waiting();
        assert!(left < waiting);
        result.extrinsic_time = result.extrinsic_time.max(time);
        result.storage_root_time = result.storage_root_time.max((weight.ref_time() / 1_000).into());
        result.reads += 1;
        result.writes = result.writes.max((waiting - left) as u32);
        waiting = left;
    }
    assert_eq!(Totals::<T>::get().streams, 0);
    result
}

#[benchmarks]
mod benches {
    use super::*;

    #[benchmark]
    fn create(m: Linear<1, MAX_MILESTONES>, s: Linear<0, MAX_SIGNERS>) {
        let (depositor, beneficiary) = parties::<T>();
        let rule = match s {
            0 => Rule::Manual,
            _ => Rule::MultiSig { threshold: s, signers: signers::<T>(s) },
        };
        let terms = terms::<T>(m, rule);
        let id = NextId::<T>::get();
        whitelist_account!(depositor);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), beneficiary, terms);

        assert!(Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn cancel() {
        let (id, depositor, _) = offered::<T>(MAX_MILESTONES, multisig::<T>());
        whitelist_account!(depositor);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn accept() {
        let (id, _, beneficiary) = offered::<T>(MAX_MILESTONES, multisig::<T>());
        whitelist_account!(beneficiary);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id);

        assert!(Escrows::<T>::get(id).unwrap().is_accepted);
    }

    #[benchmark]
    fn decline() {
        let (id, _, beneficiary) = offered::<T>(MAX_MILESTONES, multisig::<T>());
        whitelist_account!(beneficiary);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn deliver() {
        let (id, _, beneficiary) = accepted::<T>(Rule::Manual, MAX_MILESTONES);
        whitelist_account!(beneficiary);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0, Hash::zero());

        let state = Escrows::<T>::get(id).unwrap().milestones[0].state;
        assert!(matches!(state, MilestoneState::Delivered { .. }));
    }

    #[benchmark]
    fn release() {
        let (id, depositor, _) = accepted::<T>(multisig::<T>(), 1);
        whitelist_account!(depositor);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn refund() {
        let (id, _, beneficiary) = accepted::<T>(multisig::<T>(), 1);
        whitelist_account!(beneficiary);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    /// The last signer of all approves, and the milestone is paid.
    #[benchmark]
    fn approve() {
        let (id, last) = nearly_approved::<T>();
        whitelist_account!(last);

        #[extrinsic_call]
        _(RawOrigin::Signed(last), id, 0);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn withdraw_approval() {
        let (id, signer) = once_approved::<T>();
        whitelist_account!(signer);

        #[extrinsic_call]
        _(RawOrigin::Signed(signer), id, 0);

        assert_eq!(Escrows::<T>::get(id).unwrap().milestones[0].approvals, 0);
    }

    /// Both agree.
    #[benchmark]
    fn split() {
        let (id, depositor, beneficiary) = accepted::<T>(multisig::<T>(), 1);
        let share = Permill::from_percent(50);
        Pallet::<T>::do_split(&depositor, id, 0, share).unwrap();
        whitelist_account!(beneficiary);

        #[extrinsic_call]
        _(RawOrigin::Signed(beneficiary), id, 0, share);

        assert!(!Escrows::<T>::contains_key(id));
    }

    /// So many milestones are divided by default.
    #[benchmark]
    fn settle(m: Linear<1, MAX_MILESTONES>) {
        let (id, depositor, _) = accepted::<T>(multisig::<T>(), m);
        T::BenchmarkHelper::set_active_clock(BEGIN + DAY);

        #[extrinsic_call]
        _(RawOrigin::Signed(depositor), id, None);

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn open_stream() {
        let (payer, beneficiary) = parties::<T>();
        let id = NextId::<T>::get();
        whitelist_account!(payer);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), beneficiary, MILLI, AITBC, Some(END));

        assert!(Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn top_up() {
        let (id, payer, _) = streaming::<T>();
        whitelist_account!(payer);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id, AITBC);

        assert_eq!(Streams::<T>::get(id).unwrap().funds.amount, 2 * AITBC);
    }

    /// The stream goes on.
    #[benchmark]
    fn withdraw() {
        let (id, payer, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(END - 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id);

        assert!(Streams::<T>::get(id).unwrap().funds.paid > 0);
    }

    /// The end of the stream has come.
    #[benchmark]
    fn withdraw_last() {
        let (id, payer, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(END);

        #[extrinsic_call]
        withdraw(RawOrigin::Signed(payer), id);

        assert!(!Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn close_stream() {
        let (id, payer, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(END - 1);
        whitelist_account!(payer);

        #[extrinsic_call]
        _(RawOrigin::Signed(payer), id);

        assert!(!Streams::<T>::contains_key(id));
    }

    #[benchmark]
    fn on_offer() {
        let (id, _, _) = offered::<T>(MAX_MILESTONES, multisig::<T>());
        T::BenchmarkHelper::set_active_clock(BEGIN + HOUR);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Escrow { id, milestone: None });
        }

        assert!(!Escrows::<T>::contains_key(id));
    }

    #[benchmark]
    fn on_milestone() {
        let (id, _, _) = accepted::<T>(multisig::<T>(), 1);
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
        let (id, _, _) = streaming::<T>();
        T::BenchmarkHelper::set_active_clock(END);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Stream(id));
        }

        assert!(!Streams::<T>::contains_key(id));
    }

    /// The milestone was settled meanwhile.
    #[benchmark]
    fn stale_escrow() {
        let (id, _, _) = accepted::<T>(multisig::<T>(), MAX_MILESTONES - 1);
        let milestone = Some(MAX_MILESTONES - 1);

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Escrow { id, milestone });
        }

        assert!(Escrows::<T>::contains_key(id));
    }

    /// The stream has ended meanwhile.
    #[benchmark]
    fn stale_stream() {
        let (id, payer, _) = streaming::<T>();
        Pallet::<T>::do_close_stream(&payer, id).unwrap();

        #[block]
        {
            <Pallet<T> as OnDeadline<EscrowTask>>::act(EscrowTask::Stream(id));
        }

        assert!(!Streams::<T>::contains_key(id));
    }

    /// Each call among few others, by its index.
    #[benchmark(extra)]
    fn calls_among_few(c: Linear<0, 16>) {
        let (origin, call) = call_among::<T>(FEW, c);

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }
    }

    /// Each call among many others, by its index.
    #[benchmark(extra)]
    fn calls_among_many(c: Linear<0, 16>) {
        let (origin, call) = call_among::<T>(MANY, c);

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }
    }

    /// It measures itself, since it takes many blocks.
    #[benchmark(extra)]
    fn herd() -> Result<(), BenchmarkError> {
        Err::<(), _>(BenchmarkError::Override(stampede::<T>()))?;

        #[block]
        {}

        Ok(())
    }

    // Those that are extra make a hundred thousand accounts.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test,
        extra = false
    );
}
