//! Power, and what it is measured by.

use crate::{
    timeline::Timeline, types::Points, ArchivedPoints, Closed, Config, Delegations, Pallet, Polls,
    PruneQueue, Queue, RecentPoints, Rules, Visits, VotingFigures, VotingPower,
};
use aitbc_primitives::{clock::Clock, governance::polls::Polls as _, Balance, Moment};
use frame_support::traits::{Contains, Get};

impl<T: Config> Pallet<T> {
    /// The time.
    pub(crate) fn now() -> Moment {
        T::Clock::now()
    }

    /// All that is known of the balance of `who`, nothing if it is a pot.
    pub(crate) fn timeline(who: &T::AccountId) -> Timeline {
        if T::IsPot::contains(who) {
            return Timeline::default();
        }
        let (stock, record) = frame_system::Account::<T>::get(who).data.split();
        Timeline {
            points: if record.has_points() { Self::points(who) } else { Points::new() },
            record,
            balance: stock.total(),
        }
    }

    /// All points of `who` but the newest.
    pub(crate) fn points(who: &T::AccountId) -> Points {
        let mut points = ArchivedPoints::<T>::get(who).into_inner();
        points.extend(RecentPoints::<T>::get(who).into_iter().flat_map(|history| history.points));
        points
    }

    /// The average total balance of `who` over the `window` before `at`, rounded down. No history
    /// counts as no balance, and a time to come as now.
    pub fn balance_average(who: &T::AccountId, at: Moment, window: Moment) -> Balance {
        Self::timeline(who).average(at.min(Self::now()), window)
    }

    /// The rules of today.
    pub(crate) fn rules() -> Rules {
        Rules {
            short_window: T::ShortWindow::get(),
            long_window: T::LongWindow::get(),
            fee_allowance: T::FeeAllowance::get(),
        }
    }

    /// The power of `who` at `at` by the rules of today, see the crate documentation.
    pub fn power_at(who: &T::AccountId, at: Moment) -> Balance {
        Self::power_by(&Self::rules(), who, at)
    }

    /// The power of `who` at `at` by `rules`.
    pub(crate) fn power_by(rules: &Rules, who: &T::AccountId, at: Moment) -> Balance {
        let [balance, short, long] = Self::power_bounds(rules, who, at);
        balance.min(short).min(long)
    }

    /// The balance of `who` at `at`, and its averages over the short and the long window before.
    fn power_bounds(rules: &Rules, who: &T::AccountId, at: Moment) -> [Balance; 3] {
        let at = at.min(Self::now());
        let timeline = Self::timeline(who);
        [
            timeline.balance_at(at),
            timeline.average(at, rules.short_window),
            timeline.average(at, rules.long_window),
        ]
    }

    pub(crate) fn read_voting_power(
        who: &T::AccountId,
        at: Option<Moment>,
    ) -> VotingPower<T::AccountId> {
        let at = at.unwrap_or_else(Self::now);
        let [balance, short_average, long_average] = Self::power_bounds(&Self::rules(), who, at);
        VotingPower {
            balance,
            short_average,
            long_average,
            power: balance.min(short_average).min(long_average),
            delegated_to: Delegations::<T>::get(who).map(|delegation| delegation.delegate),
            frozen: Self::frozen(who),
        }
    }

    pub(crate) fn read_voting_figures() -> VotingFigures {
        let Queue { first, next } = PruneQueue::<T>::get();
        let overdue = Visits::<T>::get(first).map(|visit| Self::now().saturating_sub(visit.due));
        VotingFigures {
            base: Self::base(),
            open_polls: Polls::<T>::count(),
            closed_polls: Closed::<T>::count(),
            histories: next.saturating_sub(first),
            overdue: overdue.unwrap_or_default(),
        }
    }
}
