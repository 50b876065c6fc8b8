//! The keystore of GRANDPA, which has no keys while votes are held back, or when this node has stopped.

use crate::service::equivocation::Halt;
use sp_core::{crypto::KeyTypeId, ecdsa, ed25519, sr25519};
use sp_keystore::{Error, Keystore, KeystorePtr};
use std::sync::{
    atomic::{AtomicBool, Ordering},
    Arc,
};

/// Whether votes are held back; shared with whoever decides that.
#[derive(Clone, Debug, Default)]
pub struct Gate(Arc<AtomicBool>);

impl Gate {
    /// Holds votes back, or lets them pass again.
    pub fn set_closed(&self, closed: bool) {
        self.0.store(closed, Ordering::SeqCst);
    }

    fn is_closed(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A keystore behind a gate, and no keystore any more after a halt: if another node uses the same keys, one
/// of the two must not vote.
///
/// At the beginning of each round GRANDPA asks whether a voter's key is there; without one it follows
/// the round and casts no vote in it. A round that began with the key is voted in to its end, since
/// GRANDPA stops the node if a signature fails.
pub struct GatedKeystore {
    inner: KeystorePtr,
    gate: Gate,
    halt: Halt,
}

impl GatedKeystore {
    /// Puts `inner` behind `gate`, until `halt`.
    pub fn new(inner: KeystorePtr, gate: Gate, halt: Halt) -> Self {
        Self { inner, gate, halt }
    }
}

/// Methods that do what the keystore behind the gate does.
macro_rules! pass {
    ($(fn $name:ident(&self, $($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        $(fn $name(&self, $($argument: $type),*) -> $answer {
            self.inner.$name($($argument),*)
        })*
    };
}

impl Keystore for GatedKeystore {
    fn has_keys(&self, public_keys: &[(Vec<u8>, KeyTypeId)]) -> bool {
        !self.gate.is_closed() && !self.halt.is_set() && self.inner.has_keys(public_keys)
    }

    pass! {
        fn sr25519_public_keys(&self, id: KeyTypeId) -> Vec<sr25519::Public>;
        fn sr25519_generate_new(&self, id: KeyTypeId, seed: Option<&str>) -> Result<sr25519::Public, Error>;
        fn sr25519_sign(&self, id: KeyTypeId, public: &sr25519::Public, message: &[u8]) -> Result<Option<sr25519::Signature>, Error>;
        fn sr25519_vrf_sign(&self, id: KeyTypeId, public: &sr25519::Public, data: &sr25519::vrf::VrfSignData) -> Result<Option<sr25519::vrf::VrfSignature>, Error>;
        fn sr25519_vrf_pre_output(&self, id: KeyTypeId, public: &sr25519::Public, input: &sr25519::vrf::VrfInput) -> Result<Option<sr25519::vrf::VrfPreOutput>, Error>;
        fn ed25519_public_keys(&self, id: KeyTypeId) -> Vec<ed25519::Public>;
        fn ed25519_generate_new(&self, id: KeyTypeId, seed: Option<&str>) -> Result<ed25519::Public, Error>;
        fn ed25519_sign(&self, id: KeyTypeId, public: &ed25519::Public, message: &[u8]) -> Result<Option<ed25519::Signature>, Error>;
        fn ecdsa_public_keys(&self, id: KeyTypeId) -> Vec<ecdsa::Public>;
        fn ecdsa_generate_new(&self, id: KeyTypeId, seed: Option<&str>) -> Result<ecdsa::Public, Error>;
        fn ecdsa_sign(&self, id: KeyTypeId, public: &ecdsa::Public, message: &[u8]) -> Result<Option<ecdsa::Signature>, Error>;
        fn ecdsa_sign_prehashed(&self, id: KeyTypeId, public: &ecdsa::Public, message: &[u8; 32]) -> Result<Option<ecdsa::Signature>, Error>;
        fn insert(&self, id: KeyTypeId, suri: &str, public: &[u8]) -> Result<(), ()>;
        fn keys(&self, id: KeyTypeId) -> Result<Vec<Vec<u8>>, Error>;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_keystore::LocalKeystore;
    use sp_core::{crypto::key_types::GRANDPA, Pair};

    #[test]
    fn closed_gate_hides_the_key_but_a_round_that_has_begun_is_signed() {
        let inner = Arc::new(LocalKeystore::in_memory());
        let key = inner.ed25519_generate_new(GRANDPA, None).unwrap();
        let gate = Gate::default();
        let gated = GatedKeystore::new(inner, gate.clone(), Halt::default());
        let asked = [(key.0.to_vec(), GRANDPA)];
        assert!(gated.has_keys(&asked));

        gate.set_closed(true);
        assert!(!gated.has_keys(&asked));
        let signature = gated.ed25519_sign(GRANDPA, &key, b"vote").unwrap().unwrap();
        assert!(ed25519::Pair::verify(&signature, b"vote", &key));

        gate.set_closed(false);
        assert!(gated.has_keys(&asked));
    }

    #[test]
    fn halt_hides_the_key_for_good_but_a_round_that_has_begun_is_signed() {
        let inner = Arc::new(LocalKeystore::in_memory());
        let key = inner.ed25519_generate_new(GRANDPA, None).unwrap();
        let (gate, halt) = (Gate::default(), Halt::default());
        let gated = GatedKeystore::new(inner, gate.clone(), halt.clone());
        let asked = [(key.0.to_vec(), GRANDPA)];
        assert!(gated.has_keys(&asked));

        halt.set();
        assert!(!gated.has_keys(&asked));
        gate.set_closed(false);
        assert!(!gated.has_keys(&asked), "the end of a hold does not matter");
        assert!(gated.ed25519_sign(GRANDPA, &key, b"vote").unwrap().is_some());
    }

    #[test]
    fn open_gate_adds_no_keys() {
        let inner = Arc::new(LocalKeystore::in_memory());
        let gated = GatedKeystore::new(inner, Gate::default(), Halt::default());
        assert!(!gated.has_keys(&[(vec![1; 32], GRANDPA)]));
    }
}
