//! Calls that wait, since too much would leave a wallet by them.

use crate::{
    callers::Actor,
    execute::{with_used, Made},
    types::{PendingCalls, Wallet, MAX_DELAY, MAX_PENDING, PENDING_LIFETIME},
    Config, Error, Event, Pallet, Pending, PendingOf, WalletOf, Wallets, WeightInfo,
};
use aitbc_primitives::{agents::wallets::TimeLock, clock::Clock, Balance, Moment};
use alloc::vec::Vec;
use codec::DecodeLimit;
use frame_support::{
    dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
    ensure,
    storage::with_storage_layer,
    traits::{Consideration, Footprint, Get},
    weights::Weight,
    BoundedVec, MAX_EXTRINSIC_DEPTH,
};
use sp_runtime::{DispatchError, DispatchResult};

/// A wallet, what waits in it, and as whom somebody confirms it.
type Confirmation<T> = (WalletOf<T>, PendingOf<T>, Actor<T>);

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_time_lock(
        who: &T::AccountId,
        id: &T::AccountId,
        time_lock: Option<TimeLock>,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        let is_valid = time_lock.is_none_or(|lock| lock.delay > 0 && lock.delay <= MAX_DELAY);
        ensure!(is_valid, Error::<T>::DelayOutOfRange);
        Wallets::<T>::insert(id, Wallet { time_lock, ..wallet });
        Self::deposit_event(Event::TimeLockSet { wallet: id.clone(), time_lock });
        Ok(())
    }

    /// Has calls wait that were tried and undone.
    pub(crate) fn delay(
        who: T::AccountId,
        id: &T::AccountId,
        mut wallet: WalletOf<T>,
        calls: Vec<u8>,
        outflow: Balance,
        time_lock: TimeLock,
    ) -> DispatchResult {
        ensure!(wallet.pending < MAX_PENDING, Error::<T>::TooManyPending);
        let calls = BoundedVec::try_from(calls).map_err(|_| Error::<T>::CallTooLong)?;
        let footprint = Footprint { count: 1, size: calls.len() as u64 };
        let ready = T::Clock::now().saturating_add(time_lock.delay);
        let pending = wallet.next_pending;
        let waiting = PendingCalls {
            deposit: T::PendingDeposit::new(&who, footprint)?,
            caller: who.clone(),
            calls,
            outflow,
            ready,
            expires: ready.saturating_add(PENDING_LIFETIME),
            transaction_version: Self::transaction_version(),
        };
        Pending::<T>::insert(id, pending, waiting);
        wallet.pending = wallet.pending.saturating_add(1);
        wallet.next_pending = wallet.next_pending.wrapping_add(1);
        Wallets::<T>::insert(id, wallet);
        Self::deposit_event(Event::Delayed {
            wallet: id.clone(),
            pending,
            by: who,
            outflow,
            ready,
        });
        Ok(())
    }

    pub(crate) fn do_confirm(
        who: T::AccountId,
        id: &T::AccountId,
        pending: u32,
        max_weight: Weight,
    ) -> DispatchResultWithPostInfo {
        let mut used = T::WeightInfo::confirm().saturating_add(Self::weight_of_account());
        let result = Self::confirm_measured(who, id, pending, max_weight, &mut used);
        with_used(result, used)
    }

    /// Makes calls that wait, and adds what they cost to what was used.
    fn confirm_measured(
        who: T::AccountId,
        id: &T::AccountId,
        pending: u32,
        max_weight: Weight,
        used: &mut Weight,
    ) -> DispatchResult {
        let (wallet, waiting, actor) = Self::admit_confirmation(&who, id, pending)?;
        let calls = Self::calls_of(&waiting)?;
        if let Actor::Caller(caller) = &actor {
            Self::ensure_permitted(caller, &calls)?;
        }
        let weight = calls.iter().fold(Weight::zero(), |sum, call| {
            sum.saturating_add(call.get_dispatch_info().call_weight)
        });
        ensure!(weight.all_lte(max_weight), Error::<T>::WeightTooLow);
        let outflow = with_storage_layer(|| {
            let outflow = Self::make(id, calls, used)?;
            ensure!(outflow <= waiting.outflow, Error::<T>::OverPending);
            // It has waited.
            let unlocked = Wallet { time_lock: None, ..wallet };
            Self::judge(&who, id, &unlocked, &actor, outflow).map(|_: Made| outflow)
        })?;
        Self::remove_pending(id, pending, waiting)?;
        Self::deposit_event(Event::Confirmed { wallet: id.clone(), pending, by: who, outflow });
        Ok(())
    }

    /// Looks whether somebody may confirm calls now.
    pub(crate) fn admit_confirmation(
        who: &T::AccountId,
        id: &T::AccountId,
        pending: u32,
    ) -> Result<Confirmation<T>, DispatchError> {
        let wallet = Self::stored(id)?;
        let waiting = Pending::<T>::get(id, pending).ok_or(Error::<T>::PendingNotFound)?;
        let is_of_caller = waiting.caller == *who;
        ensure!(wallet.owner == *who || is_of_caller, Error::<T>::NotCaller);
        let actor = Self::actor(who, id, &wallet)?;
        // The owner has to reactivate the wallet too.
        ensure!(!wallet.is_stopped(), Error::<T>::WalletStopped);
        let now: Moment = T::Clock::now();
        ensure!(now >= waiting.ready, Error::<T>::NotReady);
        ensure!(now < waiting.expires, Error::<T>::PendingExpired);
        Ok((wallet, waiting, actor))
    }

    pub(crate) fn do_cancel(who: T::AccountId, id: &T::AccountId, pending: u32) -> DispatchResult {
        let wallet = Self::stored(id)?;
        let waiting = Pending::<T>::get(id, pending).ok_or(Error::<T>::PendingNotFound)?;
        let may_cancel =
            wallet.owner == who || wallet.guardian.as_ref() == Some(&who) || waiting.caller == who;
        ensure!(may_cancel, Error::<T>::NotGuardian);
        Self::remove_pending(id, pending, waiting)?;
        Self::deposit_event(Event::Cancelled { wallet: id.clone(), pending, by: who });
        Ok(())
    }

    /// The calls that wait, if the runtime still has the same ones.
    pub(crate) fn calls_of(
        waiting: &PendingOf<T>,
    ) -> Result<Vec<<T as Config>::RuntimeCall>, DispatchError> {
        let is_current = waiting.transaction_version == Self::transaction_version();
        ensure!(is_current, Error::<T>::PendingOutdated);
        Vec::decode_all_with_depth_limit(MAX_EXTRINSIC_DEPTH, &mut waiting.calls.as_slice())
            .map_err(|_| Error::<T>::PendingOutdated.into())
    }

    /// Removes calls that wait, and gives their deposit back.
    pub(crate) fn remove_pending(
        id: &T::AccountId,
        pending: u32,
        waiting: PendingOf<T>,
    ) -> DispatchResult {
        Pending::<T>::remove(id, pending);
        Wallets::<T>::mutate(id, |wallet| {
            if let Some(wallet) = wallet {
                wallet.pending = wallet.pending.saturating_sub(1);
            }
        });
        waiting.deposit.drop(&waiting.caller)
    }

    fn transaction_version() -> u32 {
        <T as frame_system::Config>::Version::get().transaction_version
    }
}
