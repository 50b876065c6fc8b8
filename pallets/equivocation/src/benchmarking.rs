//! Benchmarks of a report, and of what a session adds to the block that begins it.

use super::*;
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader, MAX_PROOF_LENGTH},
        vrf, SessionIndex, SlotNumber,
    },
    Hash, Header,
};
use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use pallet_session::{CurrentIndex, SessionHandler};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
    crypto::{key_types, KeyTypeId},
    sr25519::Public,
    H256,
};
use sp_io::crypto::{sr25519_generate, sr25519_sign};
use sp_runtime::{
    traits::{Header as _, OpaqueKeys, Zero},
    Digest, DigestItem,
};

/// What the VRF below is over.
const GENESIS: Hash = H256([69; 32]);
const SLOT: SlotNumber = 1_000_000;
const RHO: H256 = H256([7; 32]);

/// A VRF that `//Alice` has made. In Wasm nobody can make one: it needs randomness.
const ITEM: &str = "\
    244137bbf481a7c1a2939902f5196e52978e30c69a9039d720afb94eadede631\
    094aa8cc6ba265503e06356ea4d2630915c1cba8c138a928914892039fdce10f\
    b26285659e3b8b4a264216a4ea835d75924eaa3bc04c5724c7e8ba0bf792a702";

fn bytes(hex: &str) -> Vec<u8> {
    hex.as_bytes()
        .chunks(2)
        .map(|digits| u8::from_str_radix(core::str::from_utf8(digits).unwrap(), 16).unwrap())
        .collect()
}

/// As many keys as a validator may have, but for what is said of one kind.
fn keys(
    index: u32,
    key: [u8; 32],
) -> BoundedVec<RawKey, frame_support::traits::ConstU32<MAX_KEYS>> {
    let other = |kind: u8| RawKey {
        id: [kind; 4],
        key: (index, kind).using_encoded(sp_io::hashing::blake2_256),
    };
    let mut keys: Vec<_> = (1..MAX_KEYS as u8).map(other).collect();
    keys.push(RawKey { id: key_types::AURA.0, key });
    BoundedVec::truncate_from(keys)
}

/// So many validators, of whom the last has this key.
fn entry<T: Config>(number: u32, last: [u8; 32]) -> KeyEntry<T> {
    let validators = (0..number).map(|index| ValidatorKeys {
        account: account("validator", index, 0),
        keys: keys(index, if index + 1 == number { last } else { [index as u8; 32] }),
    });
    BoundedVec::truncate_from(validators.collect())
}

/// A log of full length, with so many validators in each session. The slot of the proof lies in the last session but one, but only the last knows the
/// key: it is looked for in three entries.
fn fill_log<T: Config>(key: &Public, number: u32) -> SessionIndex {
    let current = T::LogLength::get().max(3);
    let session = current - 1;
    for index in 0..=current {
        let entry = if index > session - 2 { index } else { 0 };
        let start = SLOT + u64::from(index) - u64::from(current);
        Sessions::<T>::insert(index, LoggedSession { start, entry });
    }
    for (index, last) in [(0, [1; 32]), (session - 1, [2; 32]), (session, [3; 32])] {
        Entries::<T>::insert(index, entry::<T>(number, last));
    }
    Entries::<T>::insert(current, entry::<T>(number, key.0));
    Oldest::<T>::put(0);
    CurrentIndex::<T>::put(current);
    frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::zero(), GENESIS);
    session
}

/// A header of about `length` bytes, sealed.
fn header(key: &Public, variant: u8, length: usize) -> ProvenHeader {
    let mut header = Header::new(
        1,
        Default::default(),
        H256([variant; 32]),
        Default::default(),
        Digest {
            logs: vec![
                DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(SLOT).encode()),
                DigestItem::PreRuntime(vrf::ENGINE_ID, bytes(ITEM)),
            ],
        },
    );
    // With a seal, and what the rest of the proof has.
    let rest = header.encoded_size() + 160;
    header.digest.push(DigestItem::Consensus(AURA_ENGINE_ID, vec![0; length.saturating_sub(rest)]));
    let seal = sr25519_sign(key_types::AURA, key, header.hash().as_bytes()).unwrap();
    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, seal.encode()));
    ProvenHeader { header, rho: RHO }
}

/// A proof of about `kibibytes` against `//Alice`, for a log that is full, with `number` validators.
fn set_up<T: Config>(kibibytes: u32, number: u32) -> Box<EquivocationProof> {
    let offender = sr25519_generate(key_types::AURA, Some(b"//Alice".to_vec()));
    let session = fill_log::<T>(&offender, number);
    let half = kibibytes as usize * 1024 / 2;
    let proof = EquivocationProof {
        offender,
        slot: SLOT,
        session,
        first: header(&offender, 1, half),
        second: header(&offender, 2, half),
    };
    assert!(proof.encoded_size() <= kibibytes as usize * 1024);
    assert!(proof.encoded_size() > (kibibytes as usize - 1) * 1024);
    Box::new(proof)
}

/// Keys that pallet-session knows nothing of.
#[derive(Clone)]
struct SomeKeys(Vec<[u8; 32]>);

impl OpaqueKeys for SomeKeys {
    type KeyTypeIdProviders = ();

    fn key_ids() -> &'static [KeyTypeId] {
        const IDS: [KeyTypeId; 4] =
            [KeyTypeId(*b"key0"), KeyTypeId(*b"key1"), KeyTypeId(*b"key2"), KeyTypeId(*b"key3")];
        &IDS
    }

    fn get_raw(&self, id: KeyTypeId) -> &[u8] {
        let place = Self::key_ids().iter().position(|other| *other == id).unwrap();
        &self.0[place]
    }

    fn ownership_proof_is_valid(&self, _: &[u8], _: &[u8]) -> bool {
        false
    }
}

/// The handlers that the log wraps: none.
struct Nobody;

impl<AccountId> SessionHandler<AccountId> for Nobody {
    const KEY_TYPE_IDS: &'static [KeyTypeId] = &[];

    fn on_genesis_session<Ks: OpaqueKeys>(_: &[(AccountId, Ks)]) {}

    fn on_new_session<Ks: OpaqueKeys>(_: bool, _: &[(AccountId, Ks)], _: &[(AccountId, Ks)]) {}

    fn on_disabled(_: u32) {}
}

#[benchmarks]
mod benches {
    use super::*;

    /// The proof has `s` KiB.
    #[benchmark]
    fn check_proof(s: Linear<1, { MAX_PROOF_LENGTH / 1024 }>) {
        let proof = set_up::<T>(s, T::MaxValidators::get());

        let proven;
        #[block]
        {
            proven = Pallet::<T>::check(&proof);
        }

        assert!(proven.is_ok());
    }

    /// The proof has `s` KiB. The offender has no nominators: what they cost is charged beside this.
    #[benchmark]
    fn report_equivocation(s: Linear<1, { MAX_PROOF_LENGTH / 1024 }>) {
        let proof = set_up::<T>(s, T::MaxValidators::get());
        let (offender, slot) = (proof.offender, proof.slot);
        let signer: T::AccountId = whitelisted_caller();

        #[extrinsic_call]
        _(RawOrigin::Signed(signer), proof);

        assert!(Pallet::<T>::is_known(offender, slot));
    }

    /// What the log adds to the begin of a session of `n` validators, all of whose keys are new: an entry is
    /// written and one is removed. Session charges the whole block for it, so this is for information.
    #[benchmark(extra)]
    fn begin_session(n: Linear<1, { T::MaxValidators::get() }>) {
        let validators = |key: u8| -> Vec<(T::AccountId, SomeKeys)> {
            let keys = |index: u32| {
                let key = (index, key).using_encoded(sp_io::hashing::blake2_256);
                SomeKeys(vec![key; SomeKeys::key_ids().len()])
            };
            (0..n).map(|index| (account("validator", index, 0), keys(index))).collect()
        };
        let length = T::LogLength::get();
        Pallet::<T>::log(0, 0, &validators(0));
        for session in 1..=length {
            Pallet::<T>::log(session, session.into(), &validators(1));
        }
        let next = length + 1;
        CurrentIndex::<T>::put(next);
        pallet_aura::CurrentSlot::<T>::put(Slot::from(SLOT));
        let keys = validators(2);

        #[block]
        {
            <KeyLog<T, Nobody> as SessionHandler<T::AccountId>>::on_new_session(true, &keys, &keys);
        }

        assert_eq!(Sessions::<T>::get(next), Some(LoggedSession { start: SLOT, entry: next }));
        assert_eq!(Oldest::<T>::get(), Some(1));
        assert!(Entries::<T>::get(0).is_none());
    }

    /// A report of two small headers with `n` validators, for information.
    #[benchmark(extra)]
    fn report_of_small_headers(n: Linear<1, { T::MaxValidators::get() }>) {
        let proof = set_up::<T>(1, n);

        #[block]
        {
            Pallet::<T>::do_report(&proof).unwrap();
        }

        assert!(Pallet::<T>::is_known(proof.offender, proof.slot));
    }

    /// A report of the largest headers with `n` validators, for information.
    #[benchmark(extra)]
    fn report_of_largest_headers(n: Linear<1, { T::MaxValidators::get() }>) {
        let proof = set_up::<T>(MAX_PROOF_LENGTH / 1024, n);

        #[block]
        {
            Pallet::<T>::do_report(&proof).unwrap();
        }

        assert!(Pallet::<T>::is_known(proof.offender, proof.slot));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_chain(), crate::mock::Test);
}
