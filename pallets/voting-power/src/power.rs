//! Power, and what it is measured by.

use crate::{
    timeline::Timeline, Config, Delegations, FreezeReason, Histories, Pallet, VotingPower,
};
use aitbc_primitives::{Balance, Moment};
use frame_support::traits::{
    fungible::{Inspect, InspectFreeze},
    Contains, Get,
};

impl<T: Config> Pallet<T> {
    /// All that is known of the balance of `who`, nothing if it is a pot.
    pub(crate) fn timeline(who: &T::AccountId) -> Timeline {
        if T::IsPot::contains(who) {
            return Timeline::default();
        }
        let (stock, record) = frame_system::Account::<T>::get(who).data.split();
        let points = if record.has_points() {
            Histories::<T>::get(who).map(|history| history.points.into_inner())
        } else {
            None
        };
        Timeline {
            points: points.unwrap_or_default(),
            record,
            balance: stock.total(),
        }
    }

    /// The average total balance of `who` over the `window` before `at`, rounded down. No history
    /// counts as no balance, and a time to come as now.
    pub fn balance_average(who: &T::AccountId, at: Moment, window: Moment) -> Balance {
        Self::timeline(who).average(at.min(T::Time::get()), window)
    }

    /// The power of `who` at `at`, see the crate documentation.
    pub fn power(who: &T::AccountId, at: Moment) -> Balance {
        let (balance, short, long) = Self::power_bounds(who, at);
        balance.min(short).min(long)
    }

    /// The balance of `who` at `at`, and its averages over the short and the long window before.
    fn power_bounds(who: &T::AccountId, at: Moment) -> (Balance, Balance, Balance) {
        let at = at.min(T::Time::get());
        let timeline = Self::timeline(who);
        (
            timeline.balance_at(at),
            timeline.average(at, T::ShortWindow::get()),
            timeline.average(at, T::LongWindow::get()),
        )
    }

    /// All tokens that pots do not hold, now.
    pub fn base() -> Balance {
        T::Pots::get()
            .iter()
            .map(T::Currency::total_balance)
            .fold(T::Currency::total_issuance(), Balance::saturating_sub)
    }

    /// What is frozen of `who` because it was counted.
    pub(crate) fn frozen(who: &T::AccountId) -> Balance {
        T::Currency::balance_frozen(&FreezeReason::Counted.into(), who)
    }

    pub(crate) fn read_voting_power(
        who: &T::AccountId,
        at: Option<Moment>,
    ) -> VotingPower<T::AccountId> {
        let at = at.unwrap_or_else(T::Time::get);
        let (balance, short_average, long_average) = Self::power_bounds(who, at);
        VotingPower {
            balance,
            short_average,
            long_average,
            power: balance.min(short_average).min(long_average),
            delegated_to: Delegations::<T>::get(who).map(|delegation| delegation.delegate),
            frozen: Self::frozen(who),
        }
    }
}
