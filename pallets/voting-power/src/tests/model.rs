//! The history against a slow model: all balances of all times, in a list.

use super::*;
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

const HOLDERS: [u64; 3] = [ADA, BEN, CYD];

#[derive(Clone, Copy, Debug)]
enum Step {
    Mint(u64, Balance),
    Burn(u64, Size),
    Transfer(u64, u64, Size),
    Hold(u64, Size),
    Release(u64, Size),
    Slash(u64, Size),
    SlashFree(u64, Size),
    Wait(Moment),
    Poll,
}

/// A part of what there is.
#[derive(Clone, Copy, Debug)]
enum Size {
    All,
    Percent(u8),
}

impl Size {
    fn of(self, all: Balance) -> Balance {
        match self {
            Self::All => all,
            Self::Percent(percent) => all * Balance::from(percent) / 100,
        }
    }
}

fn who() -> impl Strategy<Value = u64> {
    prop::sample::select(&HOLDERS[..])
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![1 => Just(Size::All), 4 => (0..=100u8).prop_map(Size::Percent)]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (who(), 1..1_000u128).prop_map(|(who, amount)| Step::Mint(who, amount * AITBC / 7)),
        1 => (who(), size()).prop_map(|(who, size)| Step::Burn(who, size)),
        4 => (who(), who(), size()).prop_map(|(from, to, size)| Step::Transfer(from, to, size)),
        1 => (who(), size()).prop_map(|(who, size)| Step::Hold(who, size)),
        1 => (who(), size()).prop_map(|(who, size)| Step::Release(who, size)),
        1 => (who(), size()).prop_map(|(who, size)| Step::Slash(who, size)),
        1 => (who(), size()).prop_map(|(who, size)| Step::SlashFree(who, size)),
        3 => (1..5 * MINUTE).prop_map(Step::Wait),
        3 => (1..DAY).prop_map(Step::Wait),
        1 => (1..20 * DAY).prop_map(Step::Wait),
        1 => Just(Step::Poll),
    ]
}

fn apply(step: Step) {
    match step {
        Step::Mint(who, amount) => mint(who, amount),
        Step::Burn(who, size) => {
            let amount = size.of(Balances::free_balance(who));
            let _ = Balances::burn_from(
                &who,
                amount,
                Preservation::Expendable,
                Precision::BestEffort,
                Fortitude::Polite,
            );
        }
        Step::Transfer(from, to, size) => {
            let _ = transfer(from, to, size.of(Balances::free_balance(from)));
        }
        Step::Hold(who, size) => {
            let _ = Balances::hold(&HOLD, &who, size.of(Balances::free_balance(who)));
        }
        Step::Release(who, size) => {
            let held = Balances::reserved_balance(who);
            let _ = Balances::release(&HOLD, &who, size.of(held), Precision::Exact);
        }
        Step::Slash(who, size) => {
            let held = Balances::reserved_balance(who);
            drop(<Balances as BalancedHold<u64>>::slash(&HOLD, &who, size.of(held)));
        }
        Step::SlashFree(who, size) => {
            let amount = size.of(Balances::free_balance(who));
            let _ = Balances::burn_from(
                &who,
                amount,
                Preservation::Expendable,
                Precision::BestEffort,
                Fortitude::Force,
            );
        }
        Step::Wait(time) => wait(time),
        Step::Poll => poll_hook(),
    }
}

/// The balances of one account, each with the time from which it had it.
#[derive(Default)]
struct Past {
    /// Since the account was created.
    changes: Vec<(Moment, Balance)>,
}

impl Past {
    fn balance(&self, at: Moment) -> Balance {
        self.changes.iter().rev().find(|(since, _)| *since <= at).map_or(0, |(_, balance)| *balance)
    }

    /// Balance times time, from the beginning to `at`.
    fn integral(&self, at: Moment) -> u128 {
        let mut sum = 0;
        for (index, (since, balance)) in self.changes.iter().enumerate() {
            let end = self.changes.get(index + 1).map_or(at, |(next, _)| at.min(*next));
            sum += balance * u128::from(end.saturating_sub(*since));
        }
        sum
    }

    fn average(&self, at: Moment, window: Moment) -> Balance {
        (self.integral(at) - self.integral(at - window)) / u128::from(window)
    }
}

#[derive(Default)]
struct Model(BTreeMap<u64, Past>);

impl Model {
    /// Notes what a step changed, reading nothing but balances.
    fn observe(&mut self) {
        for who in HOLDERS {
            let balance = Balances::total_balance(&who);
            let changes = &mut self.0.entry(who).or_default().changes;
            let last = changes.last().map_or(0, |(_, balance)| *balance);
            if balance == 0 {
                changes.clear();
            } else if balance != last {
                changes.push((now(), balance));
            }
        }
    }

    fn compare(&self, sample: Moment) {
        let now = now();
        for (who, model) in &self.0 {
            let timeline = Power::timeline(who);
            assert_eq!(timeline.balance, model.balance(now));
            // Exact at kept points.
            for (time, integral) in timeline.exact() {
                if timeline.balance > 0 {
                    assert_eq!(integral, model.integral(time));
                }
            }
            // And so is the average from the oldest to any other.
            let exact: Vec<_> = timeline.exact().iter().map(|(time, _)| *time).collect();
            for time in &exact[1..] {
                let window = time - exact[0];
                let average = Power::balance_average(who, *time, window);
                assert_eq!(average, model.average(*time, window));
            }
            // Exact since the last change.
            for at in [timeline.record.since, now] {
                assert_eq!(Power::voting_power(*who, Some(at)).balance, model.balance(at));
            }
            // Never too much, at any time, and never above one of its three bounds.
            for at in [now, now.saturating_sub(1), now.saturating_sub(sample)] {
                let power = Power::voting_power(*who, Some(at));
                assert!(power.balance <= model.balance(at));
                assert!(power.short_average <= model.average(at, DAY));
                assert!(power.long_average <= model.average(at, 7 * DAY));
                for bound in [power.balance, power.short_average, power.long_average] {
                    assert!(power.power <= bound);
                }
                assert_eq!(power.power, Power::power_at(who, at));
            }
        }
    }
}

fn run(archived: u32, recent: u32, steps: &[(Step, Moment)], compare_exactly: bool) {
    limit_points(archived, recent);
    ExtBuilder::default().balances(&[(ADA, 700), (TREASURY, 1)]).build_and_execute(|| {
        let mut model = Model::default();
        // Genesis was at time 0.
        model.0.insert(ADA, Past { changes: vec![(0, 700 * AITBC)] });
        for (step, sample) in steps {
            apply(*step);
            // Two changes at one time are one.
            model.observe();
            model.compare(*sample);
            Power::do_try_state().unwrap();
            if compare_exactly {
                model.compare_exactly(*sample);
            }
        }
    });
}

impl Model {
    /// If changes are at least the granularity apart, and all points fit, every answer within the
    /// period is exact.
    fn compare_exactly(&self, sample: Moment) {
        let at = now().saturating_sub(sample.min(38 * DAY));
        for (who, model) in &self.0 {
            let power = Power::voting_power(*who, Some(at));
            assert_eq!(power.balance, model.balance(at));
            assert_eq!(power.short_average, model.average(at, DAY));
            assert_eq!(power.long_average, model.average(at, 7 * DAY));
        }
    }
}

proptest! {
    #[test]
    fn history_is_exact_at_kept_points_and_never_too_much(
        steps in vec((step(), 1..50 * DAY), 1..60),
        (archived, recent) in prop::sample::select(vec![(4, 1), (4, 3), (6, 2), (10, 5), (448, 64)]),
    ) {
        run(archived, recent, &steps, false);
    }

    #[test]
    fn history_of_rare_changes_is_exact_everywhere(
        steps in vec((step(), 1..50 * DAY), 1..40),
    ) {
        let rare: Vec<_> = steps
            .into_iter()
            .flat_map(|step| [step, (Step::Wait(10 * MINUTE), step.1)])
            .collect();
        run(448, 64, &rare, true);
    }
}
