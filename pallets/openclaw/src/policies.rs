//! Policies: texts by which people go. What the chain obeys are parameters.

use crate::{
    types::{Policy, PolicyName, MAX_POLICIES, MIN_POLICY_NAME},
    Config, Enacting, Error, Event, Pallet, Policies,
};
use aitbc_primitives::{clock::Clock, governance::proposals::ProposalKind};
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use sp_runtime::DispatchResult;

/// What the names of policies begin with that AgentTrading may set.
const MARKET: &[u8] = b"market/";

impl<T: Config> Pallet<T> {
    /// Passes who may set the policy of this name.
    pub(crate) fn ensure_policy(origin: T::RuntimeOrigin, name: &[u8]) -> DispatchResult {
        if Self::ensure_root_or(origin.clone(), &[ProposalKind::PolicyChange]).is_ok() {
            return Ok(());
        }
        Self::ensure_root_or(origin, &[ProposalKind::AgentTrading])?;
        ensure!(name.starts_with(MARKET), Error::<T>::BadPolicy);
        Ok(())
    }

    pub(crate) fn do_set_policy(name: Vec<u8>, value: Vec<u8>) -> DispatchResult {
        let is_name = name.len() >= MIN_POLICY_NAME
            && name.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/'));
        ensure!(is_name && core::str::from_utf8(&value).is_ok(), Error::<T>::BadPolicy);
        let name = PolicyName::try_from(name).map_err(|_| Error::<T>::BadPolicy)?;
        let value = BoundedVec::try_from(value).map_err(|_| Error::<T>::BadPolicy)?;
        let before = Policies::<T>::get(&name);
        ensure!(
            before.is_some() || Policies::<T>::count() < MAX_POLICIES,
            Error::<T>::TooManyPolicies
        );
        let version = before.map_or(0, |before| before.version).saturating_add(1);
        let policy = Policy { value, version, proposal: Enacting::<T>::get(), at: T::Clock::now() };
        Policies::<T>::insert(&name, policy);
        Self::deposit_event(Event::PolicySet { name, version });
        Ok(())
    }

    pub(crate) fn do_remove_policy(name: Vec<u8>) -> DispatchResult {
        let name = PolicyName::try_from(name).map_err(|_| Error::<T>::Unknown)?;
        ensure!(Policies::<T>::take(&name).is_some(), Error::<T>::Unknown);
        Self::deposit_event(Event::PolicyRemoved { name });
        Ok(())
    }
}
