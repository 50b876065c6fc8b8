//! The consent of an agent's key to its controller.

use crate::{Config, ConsentOf, Error, Nonces, Pallet};
use aitbc_primitives::{agents::Role, clock::Clock, time::DAY, Moment};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
    traits::{Verify, Zero},
    ArithmeticError, DispatchResult,
};

/// What each consent begins with.
pub const CONSENT_PREFIX: &[u8] = b"aitbc/agent/1";

/// For how long a consent is valid at most.
pub const LONGEST_CONSENT: Moment = 7 * DAY;

impl<T: Config> Pallet<T> {
    /// What an agent signs: the prefix, the hash of the genesis block, and the SCALE encoding of the rest.
    pub fn consent_message(
        agent: &T::AccountId,
        controller: &T::AccountId,
        role: Role,
        nonce: u32,
        valid_until: Moment,
    ) -> Vec<u8> {
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
        let mut message = CONSENT_PREFIX.to_vec();
        genesis.encode_to(&mut message);
        (agent, controller, role, nonce, valid_until).encode_to(&mut message);
        message
    }

    /// Uses a consent of `agent`, so that neither it nor an earlier one can be used again.
    pub(crate) fn use_consent(
        agent: &T::AccountId,
        controller: &T::AccountId,
        role: Role,
        consent: ConsentOf<T>,
    ) -> DispatchResult {
        let (nonce, now) = (Nonces::<T>::get(agent), T::Clock::now());
        ensure!(consent.nonce == nonce, Error::<T>::ConsentUsed);
        ensure!(consent.valid_until >= now, Error::<T>::ConsentExpired);
        let latest = now.saturating_add(LONGEST_CONSENT);
        ensure!(consent.valid_until <= latest, Error::<T>::ConsentTooLong);
        let message = Self::consent_message(agent, controller, role, nonce, consent.valid_until);
        ensure!(consent.signature.verify(&message[..], agent), Error::<T>::BadConsent);
        let next = nonce.checked_add(1).ok_or(ArithmeticError::Overflow)?;
        Nonces::<T>::insert(agent, next);
        Ok(())
    }
}
