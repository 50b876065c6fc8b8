//! Keeps sessions alive when validators have no keys.

use crate::{AccountId, Grandpa, Runtime};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::OneSessionHandler;
use pallet_session::{historical, NextKeys, SessionManager};
use sp_runtime::BoundToRuntimeAppPublic;
use sp_staking::SessionIndex;

/// Of the validators that `M` elects, those that have session keys.
///
/// A validator without keys can produce nothing, yet pallet-session would count it in the historical
/// root of the session, so that proofs of the others' keys would fail later. It is left out until it
/// has keys. When fewer than two thirds would be left, the old set stays.
pub struct KeyedOnly<M>(PhantomData<M>);

fn has_keys(validator: &AccountId) -> bool {
    let keyed = NextKeys::<Runtime>::contains_key(validator);
    if !keyed {
        log::warn!(
            target: "runtime::session",
            "validator {validator:?} was elected but has no session keys, and is left out",
        );
    }
    keyed
}

/// The elected validators that have keys, unless they are too few for a network to rest on.
fn keyed<T>(elected: Vec<T>, account: impl Fn(&T) -> &AccountId) -> Option<Vec<T>> {
    let all = elected.len();
    let keyed: Vec<T> = elected
        .into_iter()
        .filter(|validator| has_keys(account(validator)))
        .collect();
    let enough = keyed.len().saturating_mul(3) >= all.saturating_mul(2);
    (enough && !keyed.is_empty()).then_some(keyed)
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

impl<Id, M: historical::SessionManager<AccountId, Id>> historical::SessionManager<AccountId, Id>
    for KeyedOnly<M>
{
    fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, Id)>> {
        let elected = <M as historical::SessionManager<AccountId, Id>>::new_session(index)?;
        keyed(elected, |(validator, _)| validator)
    }

    fn new_session_genesis(index: SessionIndex) -> Option<Vec<(AccountId, Id)>> {
        let elected = <M as historical::SessionManager<AccountId, Id>>::new_session_genesis(index)?;
        keyed(elected, |(validator, _)| validator)
    }

    fn start_session(index: SessionIndex) {
        <M as historical::SessionManager<AccountId, Id>>::start_session(index)
    }

    fn end_session(index: SessionIndex) {
        <M as historical::SessionManager<AccountId, Id>>::end_session(index)
    }
}

/// Hands sessions to GRANDPA, but never an empty one.
///
/// Validators may purge their keys within an era, in which [`KeyedOnly`] is not asked. If all did,
/// pallet-grandpa would announce an empty authority set, and every client would reject the block and
/// all that follow. The old authorities stay instead, as they do in pallet-aura.
pub struct NeverEmptyGrandpa;

impl BoundToRuntimeAppPublic for NeverEmptyGrandpa {
    type Public = <Grandpa as BoundToRuntimeAppPublic>::Public;
}

impl OneSessionHandler<AccountId> for NeverEmptyGrandpa {
    type Key = <Grandpa as OneSessionHandler<AccountId>>::Key;

    fn on_genesis_session<'a, I>(validators: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        Grandpa::on_genesis_session(validators)
    }

    fn on_new_session<'a, I>(changed: bool, validators: I, queued: I)
    where
        I: Iterator<Item = (&'a AccountId, Self::Key)> + 'a,
    {
        let validators: Vec<_> = validators.collect();
        if validators.is_empty() {
            log::error!(
                target: "runtime::session",
                "no validator has session keys: the old GRANDPA authorities stay",
            );
            return;
        }
        let queued: Vec<_> = queued.collect();
        Grandpa::on_new_session(changed, validators.into_iter(), queued.into_iter())
    }

    fn on_before_session_ending() {
        <Grandpa as OneSessionHandler<AccountId>>::on_before_session_ending()
    }

    fn on_disabled(index: u32) {
        Grandpa::on_disabled(index)
    }
}
