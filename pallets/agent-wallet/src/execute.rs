//! Calls that are made as a wallet, and what leaves it by them.

use crate::{callers::Actor, Config, Event, Pallet, WalletOf, WeightInfo};
use aitbc_primitives::{agents::wallets::TimeLock, Balance};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
    dispatch::{
        extract_actual_weight, DispatchErrorWithPostInfo, DispatchResultWithPostInfo,
        GetDispatchInfo, PostDispatchInfo,
    },
    storage::{with_transaction, TransactionOutcome},
    traits::{fungible::Inspect, Get},
    weights::Weight,
};
use frame_system::RawOrigin;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

/// What has become of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// They were made, and so much has left the wallet.
    Done(Balance),
    /// They were undone: so much would have left the wallet, and has to wait.
    HasToWait(Balance, TimeLock),
}

impl<T: Config> Pallet<T> {
    /// What it costs at most to have a wallet make so many calls, besides the calls.
    pub(crate) fn weight_of_execute(calls: u32) -> Weight {
        let own = T::WeightInfo::execute(calls).saturating_add(T::WeightInfo::delay());
        own.saturating_add(Self::weight_of_account())
    }

    /// What calls do not declare of a wallet: they take its account for that of who has paid the fee.
    pub(crate) fn weight_of_account() -> Weight {
        T::DbWeight::get().reads_writes(1, 1)
    }

    pub(crate) fn do_execute(
        who: T::AccountId,
        id: &T::AccountId,
        calls: Vec<<T as Config>::RuntimeCall>,
    ) -> DispatchResultWithPostInfo {
        let number = u32::try_from(calls.len()).unwrap_or(u32::MAX);
        let admitted = Self::admit(&who, id, &calls);
        let own = match &admitted {
            Ok((_, Actor::Owner)) => T::WeightInfo::execute_as_owner(number),
            _ => T::WeightInfo::execute(number),
        };
        let mut used = own.saturating_add(Self::weight_of_account());
        let result = admitted.and_then(|(wallet, actor)| {
            Self::execute_measured(who, id, wallet, &actor, calls, &mut used)
        });
        with_used(result, used)
    }

    /// Makes the calls of somebody who may, and adds what they cost to what was used.
    fn execute_measured(
        who: T::AccountId,
        id: &T::AccountId,
        wallet: WalletOf<T>,
        actor: &Actor<T>,
        calls: Vec<<T as Config>::RuntimeCall>,
        used: &mut Weight,
    ) -> DispatchResult {
        // Only calls of a caller ever wait.
        let is_locked = matches!(actor, Actor::Caller(_)) && wallet.time_lock.is_some();
        let encoded = is_locked.then(|| calls.encode());
        let made = with_transaction(|| {
            let made = Self::make(id, calls, used)
                .and_then(|outflow| Self::judge(&who, id, &wallet, actor, outflow));
            match made {
                Ok(Made::Done(_)) => TransactionOutcome::Commit(made),
                _ => TransactionOutcome::Rollback(made),
            }
        })?;
        match made {
            Made::Done(outflow) => {
                Self::deposit_event(Event::Executed { wallet: id.clone(), by: who, outflow });
                Ok(())
            }
            Made::HasToWait(outflow, time_lock) => {
                *used = used.saturating_add(T::WeightInfo::delay());
                Self::delay(who, id, wallet, encoded.unwrap_or_default(), outflow, time_lock)
            }
        }
    }

    /// Looks whether somebody may have a wallet make calls.
    pub(crate) fn admit(
        who: &T::AccountId,
        id: &T::AccountId,
        calls: &[<T as Config>::RuntimeCall],
    ) -> Result<(WalletOf<T>, Actor<T>), DispatchError> {
        let wallet = Self::stored(id)?;
        let actor = Self::actor(who, id, &wallet)?;
        if let Actor::Caller(caller) = &actor {
            Self::ensure_permitted(caller, calls)?;
        }
        Ok((wallet, actor))
    }

    /// Makes calls one after the other. Returns how much has left the wallet: the sum of what each took of its free
    /// balance, whatever another one put back. Adds what they cost to what was used.
    pub(crate) fn make(
        id: &T::AccountId,
        calls: Vec<<T as Config>::RuntimeCall>,
        used: &mut Weight,
    ) -> Result<Balance, DispatchError> {
        let mut outflow: Balance = 0;
        let mut before = T::Currency::balance(id);
        for call in calls {
            let info = call.get_dispatch_info();
            let result = call.dispatch(RawOrigin::Signed(id.clone()).into());
            *used = used.saturating_add(extract_actual_weight(&result, &info));
            result.map_err(|failure| failure.error)?;
            let after = T::Currency::balance(id);
            outflow = outflow.saturating_add(before.saturating_sub(after));
            before = after;
        }
        Ok(outflow)
    }

    /// Counts what has left a wallet, or says that it has to wait. It cannot wait for limits that it exceeds.
    pub(crate) fn judge(
        who: &T::AccountId,
        id: &T::AccountId,
        wallet: &WalletOf<T>,
        actor: &Actor<T>,
        outflow: Balance,
    ) -> Result<Made, DispatchError> {
        let Actor::Caller(caller) = actor else { return Ok(Made::Done(outflow)) };
        Self::spend(id, wallet, who, caller, outflow)?;
        Ok(match wallet.time_lock.filter(|lock| outflow > lock.above) {
            Some(lock) => Made::HasToWait(outflow, lock),
            None => Made::Done(outflow),
        })
    }
}

/// A result with what was used, whether or not it is an error.
pub(crate) fn with_used(result: DispatchResult, used: Weight) -> DispatchResultWithPostInfo {
    let post_info: PostDispatchInfo = Some(used).into();
    match result {
        Ok(()) => Ok(post_info),
        Err(error) => Err(DispatchErrorWithPostInfo { post_info, error }),
    }
}
