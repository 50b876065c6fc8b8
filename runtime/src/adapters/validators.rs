//! Who is a validator: only those who have session keys, and never too few.

use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use core::marker::PhantomData;
use pallet_session::{NextKeys, SessionManager, Validators};
use pallet_staking::MinimumValidatorCount;
use sp_staking::SessionIndex;

/// Of the validators that `M` elects, those that have session keys.
///
/// A validator without keys can produce nothing, and is left out until it has keys. pallet-session would
/// leave it out as well, but go on with however few are left, even none. Here the old set stays when they
/// are too few, see [`can_rest_on`].
///
/// [`elections`](super::elections) elect nobody without keys and fail where this would keep the old
/// set, so it has something to do only at genesis.
pub struct KeyedOnly<M>(PhantomData<M>);

/// Whether an account has session keys on chain.
pub fn has_keys(account: &AccountId) -> bool {
    NextKeys::<Runtime>::contains_key(account)
}

/// Whether a network can rest on so many validators: at least `MinimumValidatorCount`, and more than
/// a third of those that are there now. How many candidates there are, or seats, has no say in it: so
/// nobody keeps others out or in by standing for election.
pub fn can_rest_on(validators: usize) -> bool {
    let minimum = MinimumValidatorCount::<Runtime>::get().max(1) as usize;
    let present = Validators::<Runtime>::decode_len().unwrap_or_default();
    validators >= minimum && validators.saturating_mul(3) > present
}

/// The elected validators that have keys, unless they are too few for a network to rest on.
fn keyed<T>(elected: Vec<T>, account: impl Fn(&T) -> &AccountId) -> Option<Vec<T>> {
    let (keyed, keyless): (Vec<T>, Vec<T>) =
        elected.into_iter().partition(|validator| has_keys(account(validator)));
    for validator in &keyless {
        log::warn!(
            target: "runtime::session",
            "validator {:?} was elected but has no session keys, and is left out",
            account(validator),
        );
    }
    can_rest_on(keyed.len()).then_some(keyed)
}

impl<M: SessionManager<AccountId>> SessionManager<AccountId> for KeyedOnly<M> {
    fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
        keyed(M::new_session(index)?, |validator| validator)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
        keyed(M::new_session_genesis(index)?, |validator| validator)
    }

    fn start_session(index: SessionIndex) {
        M::start_session(index)
    }

    fn end_session(index: SessionIndex) {
        M::end_session(index)
    }
}
