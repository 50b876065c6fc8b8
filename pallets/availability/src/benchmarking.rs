//! Benchmarks of the calls, of the hooks, and of the work at the begin of a session.

use super::*;
use aitbc_primitives::{
    consensus::Author,
    reputation::{Domain, HoldReason, RepLedger, REP},
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{DisabledValidators, FindAuthor, Get, OneSessionHandler},
    BoundedVec,
};
use frame_system::RawOrigin;
use pallet_authorship::EventHandler;
use pallet_session::ShouldEndSession;
use sp_consensus_aura::AURA_ENGINE_ID;

/// Where a session of the benchmarks begins.
const START: consensus::SlotNumber = 1_000_000;

fn producer<T: Config>(index: u32) -> ProducerOf<T> {
    let account = account("producer", index, 0);
    let key = sp_io::hashing::blake2_256(&index.to_le_bytes());
    Producer {
        account,
        key: T::AuthorityId::decode(&mut &key[..]).unwrap(),
        weight: REP.saturating_mul(index.saturating_add(1).into()),
    }
}

fn producers<T: Config>(number: u32) -> Vec<ProducerOf<T>> {
    (0..number).map(producer::<T>).collect()
}

/// A session of `number` producers that has just begun, with as many slots as can be.
fn run_session<T: Config>(number: u32) -> Vec<ProducerOf<T>> {
    let producers = producers::<T>(number);
    for producer in &producers {
        T::Ledger::mint(Domain::Block, &producer.account, producer.weight).unwrap();
        T::Ledger::hold(
            Domain::Block,
            HoldReason::Availability,
            &producer.account,
            producer.weight,
        )
        .unwrap();
    }
    let authorities = Pallet::<T>::share_out(producers.clone(), 1, START);
    pallet_aura::Authorities::<T>::put(authorities);
    pallet_aura::CurrentSlot::<T>::put(sp_consensus_aura::Slot::from(START));
    let accounts: Vec<_> = producers.iter().map(|p| p.account.clone()).collect();
    let snapshot = producers.iter().map(|p| (p.account.clone(), p.weight));
    Snapshot::<T>::put(BoundedVec::truncate_from(snapshot.collect()));
    pallet_session::Validators::<T>::put(accounts);
    producers
}

/// As [`run_session`], with the longest schedule there can be, in which each producer has all its
/// places side by side. Returns how many that are.
fn run_longest_session<T: Config>() -> u32 {
    let number = T::MaxProducers::get();
    let producers = run_session::<T>(number);
    let length = <T as pallet_aura::Config>::MaxAuthorities::get();
    let each = length / number;
    let order: Vec<u16> = (0..length).map(|place| (place / each).min(number - 1) as u16).collect();
    let keys = order.iter().map(|index| producers[*index as usize].key.clone());
    pallet_aura::Authorities::<T>::put(BoundedVec::truncate_from(keys.collect()));
    Order::<T>::put(BoundedVec::truncate_from(order));
    let start = START - START % u64::from(length);
    SessionProgress::<T>::put(Progress { start, length, latest: start - 1 });
    each
}

#[benchmarks]
mod benches {
    use super::*;

    /// The block after the slots of `m` producers were empty: all hooks of this pallet, and what
    /// pallet-aura, pallet-authorship and pallet-session ask of it for free.
    #[benchmark]
    fn enter_slot(m: Linear<0, { T::MaxProducers::get() }>) {
        let each = run_longest_session::<T>();
        let latest = SessionProgress::<T>::get().latest;
        let slot = latest + u64::from(m * each) + 1;
        let digest = sp_consensus_aura::Slot::from(slot).encode();
        LatestAuthor::<T>::put(Author { account: account("producer", 1, 0), slot: latest });

        let missed_by;
        #[block]
        {
            let place = pallet_aura::Pallet::<T>::slot_author_index(slot.into());
            assert!(!DisabledProducers::<T>::is_disabled(place.unwrap()));
            missed_by = Pallet::<T>::enter_slot(slot);
            let author = Pallet::<T>::find_author([(AURA_ENGINE_ID, &digest[..])]);
            Pallet::<T>::note_author(author.unwrap());
            Pallet::<T>::should_end_session(1u32.into());
            Pallet::<T>::replace_if_due();
        }

        assert_eq!(missed_by, m);
    }

    #[benchmark]
    fn replace_excluded() {
        run_longest_session::<T>();
        let third = T::MaxProducers::get() / 3;
        for producer in producers::<T>(third) {
            Suspensions::<T>::insert(producer.account, Suspension::default());
        }
        let before = Order::<T>::get();

        #[block]
        {
            Pallet::<T>::replace_excluded();
        }

        assert_ne!(Order::<T>::get(), before);
        assert!(Order::<T>::get().iter().all(|index| u32::from(*index) >= third));
    }

    /// Of an offender that has free and encumbered reputation, some of it leaving. What it has earned and was
    /// not credited with is beside this.
    #[benchmark]
    fn penalise_equivocation() {
        let who = run_session::<T>(T::MaxProducers::get()).remove(0).account;
        T::Ledger::mint(Domain::Block, &who, REP).unwrap();
        LeavingRep::<T>::insert(&who, Leaving { amount: 1, from: 0 });
        T::Discipline::make_candidate(&who);

        #[block]
        {
            Pallet::<T>::penalise_equivocation(&who);
        }

        assert_eq!(T::Ledger::balance(Domain::Block, &who), 0);
        assert!(LeavingRep::<T>::get(&who).is_none());
        assert!(Pallet::<T>::is_suspended(&who));
    }

    /// By somebody of whom all that was leaving has burned.
    #[benchmark]
    fn encumber() {
        let who: T::AccountId = whitelisted_caller();
        T::Ledger::mint(Domain::Block, &who, REP).unwrap();
        LeavingRep::<T>::insert(&who, Leaving { amount: 1, from: 0 });

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), REP);

        assert_eq!(Pallet::<T>::encumbered(&who), REP);
    }

    /// By somebody who is none of as many validators as there can be: it becomes free at once.
    #[benchmark]
    fn release() {
        run_session::<T>(T::MaxProducers::get());
        let who: T::AccountId = whitelisted_caller();
        T::Ledger::mint(Domain::Block, &who, REP).unwrap();
        T::Ledger::hold(Domain::Block, HoldReason::Availability, &who, REP).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), REP);

        assert_eq!(T::Ledger::free(Domain::Block, &who), REP);
    }

    #[benchmark]
    fn withdraw() {
        let who = run_session::<T>(T::MaxProducers::get()).pop().unwrap().account;
        let leaving = Leaving { amount: REP, from: 0 };
        LeavingRep::<T>::insert(&who, leaving);
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        assert_eq!(T::Ledger::free(Domain::Block, &who), REP);
    }

    /// Switched off by the last of as many producers as there can be, which has nothing encumbered.
    #[benchmark]
    fn set_auto_encumber() {
        let Producer { account: who, weight, .. } =
            run_session::<T>(T::MaxProducers::get()).pop().unwrap();
        T::Ledger::burn(Domain::Block, &who, weight);
        Snapshot::<T>::mutate(|snapshot| snapshot.pop());
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), false);

        assert!(EarnedStaysFree::<T>::contains_key(who));
    }

    /// A block in the slot after its parent's, in a session of `n` producers: what this pallet does
    /// and what it makes pallet-aura and pallet-authorship do. It is for information, as the
    /// longest session is charged.
    #[benchmark(extra)]
    fn ordinary_block(n: Linear<1, { T::MaxProducers::get() }>) {
        run_session::<T>(n);
        SessionProgress::<T>::mutate(|progress| progress.latest = START);
        let slot = START + 1;
        pallet_aura::CurrentSlot::<T>::put(sp_consensus_aura::Slot::from(slot));
        let digest = sp_consensus_aura::Slot::from(slot).encode();

        #[block]
        {
            let place = pallet_aura::Pallet::<T>::slot_author_index(slot.into());
            assert!(!DisabledProducers::<T>::is_disabled(place.unwrap()));
            Pallet::<T>::enter_slot(slot);
            let author = Pallet::<T>::find_author([(AURA_ENGINE_ID, &digest[..])]);
            Pallet::<T>::note_author(author.unwrap());
            assert!(!Pallet::<T>::should_end_session(1u32.into()));
            Pallet::<T>::replace_if_due();
        }

        assert_eq!(LatestAuthor::<T>::get().unwrap().slot, slot);
    }

    /// The end of a session of `n` producers and the begin of the next, after an outage of all but
    /// the last for longer than is forgiven: each of the others loses reputation, as many as can be
    /// are suspended, those that come last in the list first; as many of the first are banned. Of those
    /// that were suspended long ago as many are forgotten as can be.
    /// Session charges the whole block for it, so this is for information.
    #[benchmark(extra)]
    fn begin_session(n: Linear<4, { T::MaxProducers::get() }>) {
        let producers = run_session::<T>(n);
        let slot = START + u64::from(SessionProgress::<T>::get().length);
        pallet_aura::CurrentSlot::<T>::put(sp_consensus_aura::Slot::from(slot));
        let keys = || producers.iter().map(|p| (&p.account, p.key.clone()));
        let absent = n - 1;
        let suspended = absent / 3;
        let session = T::RelapsePeriod::get() + 2;
        pallet_session::CurrentIndex::<T>::put(session);
        for (index, producer) in (0..).zip(&producers) {
            let who = &producer.account;
            Duties::<T>::mutate(who, |duty| {
                (duty.elapsed, duty.produced) = (PERIOD, PERIOD);
                if index < absent {
                    (duty.produced, duty.recent) = (0, 0);
                    // This session is one of those in which not even an outage is an excuse.
                    duty.silence = T::MaxOutage::get() * (index + 2) - 1;
                }
            });
            if index < absent {
                T::Discipline::make_candidate(who);
                let (since, back_from) = (2, Some(2));
                let banned_until = (index < suspended).then_some(session + 1);
                Suspensions::<T>::insert(who, Suspension { since, banned_until, back_from });
            }
        }
        // They come before all others.
        let first = Suspensions::<T>::iter_keys().next().map(Suspensions::<T>::hashed_key_for);
        let gone: Vec<T::AccountId> = (0..)
            .map(|index| account("gone", index, 0))
            .filter(|who| Suspensions::<T>::hashed_key_for(who) < *first.as_ref().unwrap())
            .take(suspensions::RECORDS_PER_SESSION)
            .collect();
        for who in gone {
            Suspensions::<T>::insert(who, Suspension::default());
        }

        #[block]
        {
            Pallet::<T>::on_before_session_ending();
            Pallet::<T>::on_new_session(false, keys(), keys());
        }

        assert_eq!(SessionProgress::<T>::get().start, slot);
        assert_eq!(Producers::<T>::get().len() as u32, n - 2 * suspended);
        for index in [0, absent as usize - 1] {
            assert!(Pallet::<T>::is_suspended(&producers[index].account));
        }
        assert_eq!(Suspensions::<T>::iter_keys().count() as u32, absent);
        let poorer = producers
            .iter()
            .filter(|producer| Pallet::<T>::held(&producer.account) < producer.weight);
        assert_eq!(poorer.count() as u32, absent);
        // What `scripts/bench.sh` says of the header: a key for each slot, and next to nothing else.
        let digest = frame_system::Pallet::<T>::digest();
        let announced = digest.logs.iter().map(Encode::encoded_size).max().unwrap() as u32;
        let keys = 32 * Order::<T>::get().len() as u32;
        assert!(announced >= keys && announced <= keys + 16);
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_chain(), crate::mock::Test);
}
