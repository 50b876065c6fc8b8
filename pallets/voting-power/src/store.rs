//! The account store of pallet-balances: every change of every balance comes through here.

use crate::{
    timeline::{merge, merged_span, outdated},
    AccountData, Config, Histories, History, Pallet, Point, Record,
};
use aitbc_primitives::{Balance, Moment};
use frame_support::traits::{Contains, Defensive, Get, StoredMap};
use sp_runtime::DispatchError;

type Stock = pallet_balances::AccountData<Balance>;

/// To be set as `pallet_balances::Config::AccountStore`. Balances are stored in `frame_system`, as
/// they would be without it.
impl<T: Config> StoredMap<T::AccountId, Stock> for Pallet<T> {
    fn get(who: &T::AccountId) -> Stock {
        frame_system::Account::<T>::get(who).data.split().0
    }

    fn try_mutate_exists<R, E: From<DispatchError>>(
        who: &T::AccountId,
        f: impl FnOnce(&mut Option<Stock>) -> Result<R, E>,
    ) -> Result<R, E> {
        // An account whose data is the default does not exist, neither for System nor for Balances.
        let existing = |stock: &Stock| *stock != Stock::default();
        frame_system::Pallet::<T>::try_mutate_exists(who, |data| {
            let (before, record) = data.take().unwrap_or_default().split();
            let total = before.total();
            let existed = existing(&before);
            let mut stock = existed.then_some(before);
            let result = f(&mut stock)?;
            *data = match stock.filter(existing) {
                Some(after) => {
                    let record = if !existed {
                        Record::starting(T::Time::get())
                    } else if after.total() != total {
                        Self::note_change(who, record, total)
                    } else {
                        record
                    };
                    Some(AccountData::join(after, record))
                }
                None => {
                    if existed {
                        Self::forget(who, &record);
                    }
                    None
                }
            };
            Ok(result)
        })
    }
}

impl<T: Config> Pallet<T> {
    /// The record of `who` after its total balance, until now `total`, has changed.
    fn note_change(who: &T::AccountId, mut record: Record, total: Balance) -> Record {
        let now = T::Time::get();
        if T::IsPot::contains(who) {
            return Record::starting(now);
        }
        if let Some(point) = record.change(now, total, T::Granularity::get()) {
            Self::keep(who, &record, point, now);
        }
        record
    }

    /// Appends a point to the history of `who`.
    fn keep(who: &T::AccountId, record: &Record, point: Point, now: Moment) {
        let mut history = Histories::<T>::get(who).unwrap_or_else(|| History {
            visit: Self::enqueue(who.clone(), now),
            ..History::default()
        });
        let points = &mut history.points;
        let horizon = now.saturating_sub(T::HistoryPeriod::get());
        let old = outdated(points, record, horizon);
        drop(points.drain(..old));
        if points.is_full() {
            let span = merged_span(T::HistoryPeriod::get(), T::MaxPoints::get());
            if let Some(index) = merge(points.as_mut(), span) {
                points.remove(index);
            }
        }
        let _ = points.try_push(point).defensive();
        Histories::<T>::insert(who, history);
    }

    /// Forgets an account that has no tokens any more.
    fn forget(who: &T::AccountId, record: &Record) {
        if record.has_points() {
            // Its place in the queue of pruning is removed when it is visited.
            Histories::<T>::remove(who);
        }
        Self::end_delegation(who);
    }
}
