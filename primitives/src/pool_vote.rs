//! The session key with which a validator signs its verdicts in validation pools.
//!
//! It is part of the session keys from the first block, before the pools themselves exist, so that
//! no validator ever has to rotate keys for them.

use sp_core::crypto::KeyTypeId;

/// Under this name the keystore holds the key.
pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"rvot");

mod app {
    use sp_application_crypto::{app_crypto, sr25519};

    app_crypto!(sr25519, super::KEY_TYPE);
}

/// Public part of the pool vote key.
pub type AuthorityId = app::Public;

/// Signature made with the pool vote key.
pub type AuthoritySignature = app::Signature;
