//! The account store of pallet-balances: every change of every balance comes through here.

use crate::{
    timeline::{outdated, thin},
    types::Points,
    AccountData, ArchivedPoints, Config, History, Pallet, Point, RecentPoints, Record, WeightInfo,
};
use aitbc_primitives::{Balance, Moment};
use frame_support::{
    dispatch::DispatchClass,
    traits::{Contains, Defensive, DefensiveTruncateFrom, Get, StoredMap},
    weights::Weight,
    BoundedVec,
};
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
                        Record::starting(Self::now())
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
        let now = Self::now();
        // Most changes are not the first of their block.
        if now <= record.since {
            return record;
        }
        if T::IsPot::contains(who) {
            return Record::starting(now);
        }
        if let Some(point) = record.change(now, total, T::Granularity::get()) {
            Self::keep(who, &record, point, now);
        }
        record
    }

    /// Appends a point to the history of `who`. That takes longer than any other change of a balance,
    /// and comes at most once in ten minutes. So it is no part of the weight of calls that move
    /// tokens: the block is charged when it happens.
    fn keep(who: &T::AccountId, record: &Record, point: Point, now: Moment) {
        let stored = RecentPoints::<T>::get(who);
        let cost = match &stored {
            None => T::WeightInfo::change_balance_with_first_point(),
            Some(history) if history.points.is_full() => {
                T::WeightInfo::change_balance_with_archived_points()
            }
            Some(_) => T::WeightInfo::change_balance_with_point(),
        };
        Self::charge(cost.saturating_sub(T::WeightInfo::change_balance()));

        let mut history = stored.unwrap_or_else(|| History {
            visit: Self::enqueue(who.clone(), now),
            ..History::default()
        });
        if history.points.is_full() {
            let recent = core::mem::take(&mut history.points);
            Self::archive(who, recent.into_inner(), record, now);
        }
        let _ = history.points.try_push(point).defensive();
        RecentPoints::<T>::insert(who, history);
    }

    /// Moves points of `who` to its archive, which is thinned out to hold them.
    fn archive(who: &T::AccountId, recent: Points, record: &Record, now: Moment) {
        let (max, period) = (T::MaxArchivedPoints::get(), T::HistoryPeriod::get());
        let mut points = ArchivedPoints::<T>::get(who).into_inner();
        points.extend(recent);
        let old = outdated(&points, record, now.saturating_sub(period));
        drop(points.drain(..old));
        let thinned = thin(points, max, period);
        ArchivedPoints::<T>::insert(who, BoundedVec::defensive_truncate_from(thinned));
    }

    /// Forgets an account that has no tokens any more.
    fn forget(who: &T::AccountId, record: &Record) {
        if record.has_points() {
            // Its place in the queue of pruning is removed when it is visited.
            Self::charge(T::DbWeight::get().writes(2));
            RecentPoints::<T>::remove(who);
            ArchivedPoints::<T>::remove(who);
        }
        if Self::end_delegation(who) {
            Self::charge(T::WeightInfo::undelegate());
        }
    }

    /// The most that the block is charged for an account whose balance changes: a point of its history, and
    /// its end.
    pub fn most_charged() -> Weight {
        let first = T::WeightInfo::change_balance_with_first_point();
        let another = T::WeightInfo::change_balance_with_point();
        let archived = T::WeightInfo::change_balance_with_archived_points();
        let point =
            first.max(another).max(archived).saturating_sub(T::WeightInfo::change_balance());
        let end = T::DbWeight::get().writes(2).saturating_add(T::WeightInfo::undelegate());
        point.saturating_add(end)
    }

    /// Charges the block for what the weight of a call does not contain. What follows in the block
    /// has that much less room, and fees rise with it.
    fn charge(weight: Weight) {
        frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, DispatchClass::Normal);
    }
}
