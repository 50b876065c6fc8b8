//! Remembers which signatures are right, so that each is verified once.
//!
//! A transaction is judged when it comes, again when the pool takes it, and once more when its block is made or
//! imported. Only what was verified is remembered, under a hash with a salt of this process: what is remembered cannot be
//! chosen by others, and blocks are the same without it. No weight counts on it.

use crate::levers::Lever;
use aitbc_primitives::AccountId;
use aitbc_runtime::Signature;
use sp_core::{sr25519, Pair, H256};
use sp_io::hashing::blake2_128;
use sp_runtime::{traits::Verify, MultiSignature};
use sp_runtime_interface::{
    pass_by::{PassFatPointerAndRead, PassPointerAndRead},
    runtime_interface,
};
use std::{
    collections::HashSet,
    mem::take,
    sync::{
        atomic::{AtomicU64, Ordering::Relaxed},
        LazyLock, Mutex, PoisonError,
    },
};
use substrate_prometheus_endpoint::{
    MetricSource, Opts, PrometheusError, Registry, SourcedCounter,
};

/// Signatures that are remembered at most; at least half as many are.
const SIGNATURES: usize = 262_144;

/// One for all of the process, as host functions have no other place.
static CACHE: LazyLock<Cache> = LazyLock::new(Cache::new);

/// Whether `who` has signed a message.
pub fn verify(signature: &Signature, message: &[u8], who: &AccountId) -> bool {
    match signature {
        MultiSignature::Sr25519(signature) => {
            CACHE.verify(signature, message, &sr25519::Public::from_raw(*who.as_ref()))
        }
        other => other.verify(message, who),
    }
}

/// Serves how often signatures were remembered. Fails if `registry` has these metrics already.
pub fn register(registry: &Registry) -> Result<(), PrometheusError> {
    let hits =
        Opts::new("aitbc_signature_cache_hits_total", "Signatures that had been verified before");
    let misses =
        Opts::new("aitbc_signature_cache_misses_total", "Signatures that had to be verified");
    for counter in [
        SourcedCounter::new(&hits, Count(|| &CACHE.hits))?,
        SourcedCounter::new(&misses, Count(|| &CACHE.misses))?,
    ] {
        substrate_prometheus_endpoint::register(counter, registry)?;
    }
    Ok(())
}

/// A number as a metric.
#[derive(Clone)]
struct Count(fn() -> &'static AtomicU64);

impl MetricSource for Count {
    type N = u64;

    fn collect(&self, mut set: impl FnMut(&[&str], u64)) {
        set(&[], self.0().load(Relaxed));
    }
}

/// What stands in the place of the host functions of these names.
#[runtime_interface]
pub trait Crypto {
    /// The same as the SDK's: it takes signatures of an old kind, and old runtimes only call it.
    #[version(1, register_only)]
    fn sr25519_verify(
        signature: PassPointerAndRead<&sr25519::Signature, 64>,
        message: PassFatPointerAndRead<&[u8]>,
        key: PassPointerAndRead<&sr25519::Public, 32>,
    ) -> bool {
        sr25519::Pair::verify_deprecated(signature, message, key)
    }

    /// Whether the owner of a key has signed a message.
    #[version(2)]
    fn sr25519_verify(
        signature: PassPointerAndRead<&sr25519::Signature, 64>,
        message: PassFatPointerAndRead<&[u8]>,
        key: PassPointerAndRead<&sr25519::Public, 32>,
    ) -> bool {
        CACHE.verify(signature, message, key)
    }
}

/// Signatures that were verified.
struct Cache {
    salt: H256,
    known: Mutex<Known>,
    /// How often one was remembered, and how often not.
    hits: AtomicU64,
    misses: AtomicU64,
}

impl Cache {
    fn new() -> Self {
        Self {
            salt: H256::random(),
            known: Mutex::default(),
            hits: AtomicU64::default(),
            misses: AtomicU64::default(),
        }
    }

    fn verify(
        &self,
        signature: &sr25519::Signature,
        message: &[u8],
        key: &sr25519::Public,
    ) -> bool {
        if !Lever::SignatureCache.is_on() {
            return sr25519::Pair::verify(signature, message, key);
        }
        let id = blake2_128(&[self.salt.as_bytes(), &signature.0, &key.0, message].concat());
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known().contains(&id) {
            self.hits.fetch_add(1, Relaxed);
            return true;
        }
        self.misses.fetch_add(1, Relaxed);
        let is_right = sr25519::Pair::verify(signature, message, key);
        if is_right {
            known().insert(id);
        }
        is_right
    }
}

/// The last ones of many, in two halves of which the older is forgotten when the newer is full.
#[derive(Default)]
struct Known {
    newer: HashSet<[u8; 16]>,
    older: HashSet<[u8; 16]>,
}

impl Known {
    fn contains(&self, id: &[u8; 16]) -> bool {
        self.newer.contains(id) || self.older.contains(id)
    }

    fn insert(&mut self, id: [u8; 16]) {
        if self.newer.len() >= SIGNATURES / 2 {
            self.older = take(&mut self.newer);
        }
        self.newer.insert(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_executor::HostFunctions as _;

    #[test]
    fn only_what_is_right_is_remembered() {
        let cache = Cache::new();
        let pair = sr25519::Pair::from_seed(&[1; 32]);
        let other = sr25519::Pair::from_seed(&[2; 32]);
        let signature = pair.sign(b"message");

        for hits in [0, 1] {
            assert!(cache.verify(&signature, b"message", &pair.public()));
            assert_eq!((cache.hits.load(Relaxed), cache.misses.load(Relaxed)), (hits, 1));
        }
        for _ in 0..2 {
            assert!(!cache.verify(&signature, b"another", &pair.public()));
            assert!(!cache.verify(&signature, b"message", &other.public()));
            assert!(!cache.verify(&other.sign(b"message"), b"message", &pair.public()));
        }
        assert_eq!((cache.hits.load(Relaxed), cache.misses.load(Relaxed)), (1, 7));
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let mut known = Known::default();
        let id = |number: usize| (number as u128).to_le_bytes();
        (0..SIGNATURES).for_each(|number| known.insert(id(number)));
        assert!((0..SIGNATURES).all(|number| known.contains(&id(number))));

        known.insert(id(SIGNATURES));
        assert!(!known.contains(&id(0)) && known.contains(&id(SIGNATURES / 2)));
        assert_eq!(known.newer.len() + known.older.len(), SIGNATURES / 2 + 1);
    }

    #[test]
    fn it_takes_the_place_of_the_stock_functions() {
        let functions = crate::client::HostFunctions::host_functions();
        let named = |name: &str| functions.iter().filter(|one| one.name() == name).count();
        for function in crypto::HostFunctions::host_functions() {
            assert_eq!(named(function.name()), 1, "{}", function.name());
        }
        assert_eq!(crypto::HostFunctions::host_functions().len(), 2);
    }
}
