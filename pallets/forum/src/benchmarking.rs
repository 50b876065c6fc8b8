//! Benchmarks of the calls, of flows, and of paying the work contract. Each post that a flow visits has
//! as many authors as can be, and loses what it has got before, unless it is paid by a work contract: to
//! take is dearer than to give.

use super::*;
use aitbc_primitives::{
    reputation::{
        pools::{Citation, PostId, PPM},
        Domain, Rep, RepLedger, REP,
    },
    Hash,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{Consideration, Get},
    weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::DispatchError;

/// What each reference of the posts here takes or gives, in parts per million.
const TENTH: i32 = 100_000;

/// So many accounts that stand in no other post, each with the same part of this one.
fn authors<T: Config>(number: u32) -> Vec<(T::AccountId, u32)> {
    let post = NextPost::<T>::get() as u32;
    (0..number).map(|index| (account("author", index, post), PPM / number)).collect()
}

fn publish<T: Config>(
    number_of_authors: u32,
    cited: &[PostId],
    weight: i32,
) -> Result<PostId, DispatchError> {
    let refs = cited.iter().map(|cited| (Citation::Post(*cited), weight)).collect();
    let authors = authors::<T>(number_of_authors);
    Pallet::<T>::publish(Pallet::<T>::draft(Hash::zero(), authors, refs, Domain::Block)?)
}

/// A post from which a flow visits `visits` posts in all: it takes from up to eight others, each of
/// which has given to up to eight.
fn tree<T: Config>(visits: u32) -> Result<PostId, DispatchError> {
    let mut left = visits - 1;
    let mut middle = vec![];
    while left > 0 {
        let mut leaves = vec![];
        for _ in 0..(left - 1).min(MAX_REFS) {
            leaves.push(publish::<T>(MAX_AUTHORS, &[], 0)?);
        }
        left -= 1 + leaves.len() as u32;
        let post = publish::<T>(MAX_AUTHORS, &leaves, TENTH)?;
        Pallet::<T>::propagate(post, 100 * REP, 0)?;
        middle.push(post);
    }
    publish::<T>(MAX_AUTHORS, &middle, -TENTH)
}

/// What has flowed to the first post that `post` cites.
fn flowed<T: Config>(post: PostId) -> i128 {
    let first = Posts::<T>::get(post).and_then(|post| post.cites().next());
    first.map_or(0, |cited| EdgeBalance::<T>::get(post, cited))
}

#[benchmarks]
mod benches {
    use super::*;

    #[benchmark]
    fn post(r: Linear<0, MAX_REFS>) -> Result<(), BenchmarkError> {
        let mut refs = vec![];
        for _ in 0..r {
            refs.push((Citation::Post(publish::<T>(MAX_AUTHORS, &[], 0)?), TENTH));
        }
        let id = NextPost::<T>::get();
        let caller: T::AccountId = whitelisted_caller();
        let mut authors = authors::<T>(MAX_AUTHORS);
        if let Some((author, _)) = authors.last_mut() {
            *author = caller.clone();
        }
        let draft = Pallet::<T>::draft(Hash::zero(), authors.clone(), refs.clone(), Domain::Block)?;
        T::Consideration::ensure_successful(&caller, Pallet::<T>::footprint(&draft));

        #[extrinsic_call]
        _(RawOrigin::Signed(caller), Hash::zero(), authors, refs, Domain::Block);

        assert!(Posts::<T>::contains_key(id));
        Ok(())
    }

    #[benchmark]
    fn remove() -> Result<(), BenchmarkError> {
        let mut cited = vec![];
        for _ in 0..MAX_REFS {
            cited.push(publish::<T>(MAX_AUTHORS, &[], 0)?);
        }
        let id = publish::<T>(MAX_AUTHORS, &cited, TENTH)?;
        Pallet::<T>::propagate(id, REP, 0)?;
        let caller: T::AccountId = whitelisted_caller();
        let mut published = Posts::<T>::get(id).ok_or(BenchmarkError::Weightless)?;
        let footprint = Pallet::<T>::footprint(&published);
        T::Consideration::ensure_successful(&caller, footprint);
        published.value = 0;
        published.deposit = Some((caller.clone(), T::Consideration::new(&caller, footprint)?));
        Posts::<T>::insert(id, published);

        #[extrinsic_call]
        _(RawOrigin::Signed(caller), id);

        assert!(!Posts::<T>::contains_key(id));
        Ok(())
    }

    #[benchmark]
    fn look_for_payday() {
        let session = T::Session::get() + 1;
        NextPayday::<T>::put(Payday { session, is_due: false });

        #[block]
        {
            Pallet::<T>::pay_contract_if_due(&mut WeightMeter::new());
        }

        assert!(NextPayday::<T>::get().is_due);
    }

    #[benchmark]
    fn pay_contract() -> Result<(), BenchmarkError> {
        let mut cited = vec![];
        for _ in 0..MAX_REFS {
            cited.push(publish::<T>(MAX_AUTHORS, &[], 0)?);
        }
        let contract = publish::<T>(MAX_CONTRACT_AUTHORS, &cited, TENTH)?;
        ActiveContract::<T>::put(contract);
        Pending::<T>::put(REP);

        #[block]
        {
            Pallet::<T>::pay_contract()?;
        }

        assert_eq!(Pending::<T>::get(), 0);
        assert_eq!(flowed::<T>(contract), (REP / 10) as i128);
        Ok(())
    }

    #[benchmark]
    fn propagate(v: Linear<1, { propagation::MAX_VISITS }>) -> Result<(), BenchmarkError> {
        let root = tree::<T>(v)?;
        let issuance = T::Ledger::issuance(Domain::Block);
        let amount: Rep = 10 * REP;

        #[block]
        {
            Pallet::<T>::propagate(root, amount, 0)?;
        }

        assert_eq!(T::Ledger::issuance(Domain::Block), issuance + amount);
        assert_eq!(flowed::<T>(root), if v == 1 { 0 } else { -(REP as i128) });
        Ok(())
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
