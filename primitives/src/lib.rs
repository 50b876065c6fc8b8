//! Types and constants that the runtime, the pallets and the node agree on.
//!
//! Pallets never depend on each other's crates, only on this one.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

pub mod agents;
pub mod clock;
pub mod consensus;
pub mod externalities;
pub mod governance;
#[cfg(feature = "std")]
pub mod json;
pub mod market;
pub mod opaque;
pub mod pots;
pub mod presets;
pub mod random;
pub mod reputation;
pub mod time;
pub mod token;

use sp_runtime::{
    generic,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
    MultiAddress, MultiSignature,
};

/// Any of the signature schemes an account may use (sr25519, ed25519, ecdsa).
pub type Signature = MultiSignature;

/// The public key of an account, before it is hashed or copied into an [`AccountId`].
pub type AccountPublic = <Signature as Verify>::Signer;

/// 32 bytes that name an account.
pub type AccountId = <AccountPublic as IdentifyAccount>::AccountId;

/// How extrinsics name an account. There are no account indices on this chain.
pub type Address = MultiAddress<AccountId, ()>;

/// An amount of the native token in its smallest unit, see [`token`].
pub type Balance = u128;

/// Height of a block.
pub type BlockNumber = u32;

/// Blake2-256 hash of a block, an extrinsic or a call.
pub type Hash = sp_core::H256;

/// The hash function of headers, tries and calls.
pub type Hashing = BlakeTwo256;

/// Header of a block.
pub type Header = generic::Header<BlockNumber, Hashing>;

/// Milliseconds, as an instant since the Unix epoch or as a duration.
pub type Moment = u64;

/// Number of transactions an account has sent.
pub type Nonce = u32;
