//! How much callers may have leave a wallet.
//!
//! What was spent is added up by hours and by six hours. A window of 24 hours, wherever it begins, touches at most 25
//! hours, and one of 7 days at most 29 times six: their sums are never above the limits, so no window is.

use crate::{
    types::{Bucket, Caller, Spending, Wallet, HOURLY, HOURS, SIX_HOURLY, SIX_HOURS},
    CallerOf, Config, Error, Event, Pallet, Spent, SpentByCaller, WalletOf, Wallets,
};
use aitbc_primitives::{
    agents::wallets::{LeftView, Limits},
    clock::Clock,
    Balance, Moment,
};
use frame_support::{defensive, ensure, traits::Get, BoundedVec};
use sp_runtime::DispatchResult;

/// A limit that would be exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exceeded {
    /// That of one call.
    Call,
    /// That of 24 hours.
    Day,
    /// That of 7 days.
    Week,
}

impl<T> From<Exceeded> for Error<T> {
    fn from(exceeded: Exceeded) -> Self {
        match exceeded {
            Exceeded::Call => Self::OverCallLimit,
            Exceeded::Day => Self::OverDayLimit,
            Exceeded::Week => Self::OverWeekLimit,
        }
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_limits(
        who: &T::AccountId,
        id: &T::AccountId,
        limits: Limits,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        Wallets::<T>::insert(id, Wallet { limits, ..wallet });
        Self::deposit_event(Event::LimitsSet { wallet: id.clone(), limits });
        Ok(())
    }

    /// Counts what a caller has had leave a wallet, unless it is too much: for the wallet, or for the caller, if
    /// it has limits of its own.
    pub(crate) fn spend(
        id: &T::AccountId,
        wallet: &WalletOf<T>,
        who: &T::AccountId,
        caller: &CallerOf<T>,
        outflow: Balance,
    ) -> DispatchResult {
        if outflow == 0 {
            return Ok(());
        }
        let now = T::Clock::now();
        Spent::<T>::try_mutate(id, |spent| spent.add(outflow, &wallet.limits, now))
            .map_err(Error::<T>::from)?;
        if let Some(limits) = &caller.limits {
            SpentByCaller::<T>::try_mutate(id, who, |spent| spent.add(outflow, limits, now))
                .map_err(Error::<T>::from)?;
        }
        Ok(())
    }

    /// What a wallet may still spend.
    pub(crate) fn left_of_wallet(id: &T::AccountId, limits: &Limits) -> LeftView {
        Spent::<T>::get(id).left(limits, T::Clock::now())
    }

    /// What a caller may still spend by its own limits, if it has any.
    pub(crate) fn left_of_caller(
        id: &T::AccountId,
        who: &T::AccountId,
        caller: &Caller<T::AccountId>,
    ) -> Option<LeftView> {
        let limits = caller.limits.as_ref()?;
        Some(SpentByCaller::<T>::get(id, who).left(limits, T::Clock::now()))
    }
}

impl Spending {
    /// Counts `amount`, unless it exceeds a limit with what was spent before.
    pub(crate) fn add(
        &mut self,
        amount: Balance,
        limits: &Limits,
        now: Moment,
    ) -> Result<(), Exceeded> {
        ensure!(amount <= limits.per_call, Exceeded::Call);
        let day = counted(&self.hours, HOURLY, HOURS, now).saturating_add(amount);
        ensure!(day <= limits.per_day, Exceeded::Day);
        let week = counted(&self.six_hours, SIX_HOURLY, SIX_HOURS, now).saturating_add(amount);
        ensure!(week <= limits.per_week, Exceeded::Week);
        put(&mut self.hours, HOURLY, HOURS, now, amount);
        put(&mut self.six_hours, SIX_HOURLY, SIX_HOURS, now, amount);
        Ok(())
    }

    /// What may still be spent now.
    pub(crate) fn left(&self, limits: &Limits, now: Moment) -> LeftView {
        let day = limits.per_day.saturating_sub(counted(&self.hours, HOURLY, HOURS, now));
        let six_hours = counted(&self.six_hours, SIX_HOURLY, SIX_HOURS, now);
        let week = limits.per_week.saturating_sub(six_hours);
        LeftView {
            today: day.min(week),
            this_week: week,
            next_free: next_free(&self.hours, HOURLY, HOURS, now),
            next_free_of_week: next_free(&self.six_hours, SIX_HOURLY, SIX_HOURS, now),
        }
    }
}

/// The number of the bucket that a moment is in. No length is 0.
fn number(at: Moment, length: Moment) -> u64 {
    at.checked_div(length).unwrap_or_default()
}

/// Whether a bucket is one of the last `count`, the one of now among them.
fn is_counted(bucket: &Bucket, length: Moment, count: u32, now: Moment) -> bool {
    bucket.number.saturating_add(count.into()) > number(now, length)
}

/// The sum of the last `count` buckets.
fn counted(buckets: &[Bucket], length: Moment, count: u32, now: Moment) -> Balance {
    buckets
        .iter()
        .filter(|bucket| is_counted(bucket, length, count, now))
        .fold(0, |sum, bucket| sum.saturating_add(bucket.amount))
}

/// When the oldest of the buckets that are counted no longer is.
fn next_free(buckets: &[Bucket], length: Moment, count: u32, now: Moment) -> Option<Moment> {
    let oldest = buckets.iter().find(|bucket| is_counted(bucket, length, count, now))?;
    Some(oldest.number.saturating_add(count.into()).saturating_mul(length))
}

/// Adds to the bucket of now, and forgets those that are not counted any more.
fn put<Count: Get<u32>>(
    buckets: &mut BoundedVec<Bucket, Count>,
    length: Moment,
    count: u32,
    now: Moment,
    amount: Balance,
) {
    buckets.retain(|bucket| is_counted(bucket, length, count, now));
    let current = number(now, length);
    match buckets.last_mut() {
        // Time never goes back. If it did, the newest bucket would have it.
        Some(last) if last.number >= current => last.amount = last.amount.saturating_add(amount),
        _ => {
            if buckets.try_push(Bucket { number: current, amount }).is_err() {
                defensive!("there are more buckets than are counted");
            }
        }
    }
}
