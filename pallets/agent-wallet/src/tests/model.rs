//! Random calls, callers, times, rollbacks and borders, against a model that keeps every movement and knows no buckets.

use crate::{mock::*, types::Caller, Error};
use aitbc_primitives::{
    agents::wallets::{Limits, Permission::Any, TimeLock},
    time::{DAY, HOUR, MINUTE},
    Balance, Moment,
};
use aitbc_test_support::{cases, now, set_now, signed, wait, ADA, BEN, CYD, DEE, EVE};
use frame_support::assert_ok;
use proptest::prelude::*;
use sp_runtime::DispatchError;
use std::collections::BTreeMap;

/// What a call of the shop does to the free balance of a wallet.
#[derive(Clone, Copy, Debug)]
enum Leaf {
    Pay(Balance),
    Transfer(Balance),
    Refund(Balance),
    Exchange(Balance, Balance),
    Hold(Balance),
    /// As much as is held, at most.
    Release(Balance),
    /// Pays out of what is held.
    PayOut(Balance),
    Freeze(Balance),
    Fail,
}

#[derive(Clone, Debug)]
enum Step {
    Wait(Moment),
    /// To the next border of so many milliseconds, or so many after it or before it.
    ToBorder(Moment, i64),
    Execute(u64, Vec<Leaf>),
    Confirm(u64, u32),
    Cancel(u64, u32),
    SetLimits(Limits),
    SetCallerLimits(u64, Option<Limits>),
    SetTimeLock(Option<(Balance, Moment)>),
    Stop,
    Reactivate,
}

fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        4 => (0..12u128).prop_map(Leaf::Pay),
        2 => (0..12u128).prop_map(Leaf::Transfer),
        2 => (0..12u128).prop_map(Leaf::Refund),
        2 => (0..40u128, 0..40u128).prop_map(|(amount, back)| Leaf::Exchange(amount, back)),
        2 => (0..12u128).prop_map(Leaf::Hold),
        2 => (0..12u128).prop_map(Leaf::Release),
        1 => (0..12u128).prop_map(Leaf::PayOut),
        1 => (0..12u128).prop_map(Leaf::Freeze),
        1 => Just(Leaf::Fail),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    (0..16u128, 0..40u128, 0..90u128).prop_map(|(per_call, per_day, per_week)| Limits {
        per_call,
        per_day,
        per_week,
    })
}

fn who() -> impl Strategy<Value = u64> {
    prop_oneof![6 => Just(BEN), 6 => Just(DEE), 1 => Just(ADA), 1 => Just(EVE)]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..20 * MINUTE).prop_map(Step::Wait),
        2 => (0..30 * HOUR).prop_map(Step::Wait),
        1 => (0..8 * DAY).prop_map(Step::Wait),
        2 => (prop_oneof![Just(HOUR), Just(6 * HOUR), Just(DAY), Just(7 * DAY)], -1..2i64)
            .prop_map(|(length, more)| Step::ToBorder(length, more)),
        12 => (who(), prop::collection::vec(leaf(), 1..2))
            .prop_map(|(who, leaves)| Step::Execute(who, leaves)),
        4 => (who(), prop::collection::vec(leaf(), 2..5))
            .prop_map(|(who, leaves)| Step::Execute(who, leaves)),
        3 => (who(), 0..6u32).prop_map(|(who, pending)| Step::Confirm(who, pending)),
        1 => (who(), 0..6u32).prop_map(|(who, pending)| Step::Cancel(who, pending)),
        1 => limits().prop_map(Step::SetLimits),
        1 => (prop_oneof![Just(BEN), Just(DEE)], prop::option::of(limits()))
            .prop_map(|(who, limits)| Step::SetCallerLimits(who, limits)),
        1 => prop::option::of((0..10u128, 1..3 * HOUR)).prop_map(Step::SetTimeLock),
        1 => Just(Step::Stop),
        2 => Just(Step::Reactivate),
    ]
}

/// Something that has left the wallet.
#[derive(Clone, Copy, Debug)]
struct Movement {
    at: Moment,
    who: u64,
    amount: Balance,
}

/// What the model keeps.
struct Model {
    wallet: u64,
    free: Balance,
    held: Balance,
    stopped: bool,
    limits: Limits,
    own: BTreeMap<u64, Option<Limits>>,
    /// From when on what a caller spends counts against limits of its own.
    own_since: BTreeMap<u64, usize>,
    lock: Option<(Balance, Moment)>,
    movements: Vec<Movement>,
    pending: BTreeMap<u32, Waiting>,
    next_pending: u32,
}

/// A call that waits.
#[derive(Clone, Debug)]
struct Waiting {
    who: u64,
    leaves: Vec<Leaf>,
    outflow: Balance,
    ready: Moment,
}

impl Model {
    /// What leaves the wallet by these calls, and what is free and held then. `None` if one fails.
    fn run(&self, leaves: &[Leaf]) -> Option<(Balance, Balance, Balance)> {
        let (mut outflow, mut free, mut held) = (0, self.free, self.held);
        for leaf in leaves {
            let before = free;
            match *leaf {
                Leaf::Pay(amount) | Leaf::Transfer(amount) => free = free.checked_sub(amount)?,
                Leaf::Refund(amount) => free += amount,
                Leaf::Exchange(amount, back) => free = free.checked_sub(amount)? + back,
                Leaf::Hold(amount) => {
                    free = free.checked_sub(amount)?;
                    held += amount;
                }
                Leaf::Release(amount) => {
                    held = held.checked_sub(amount)?;
                    free += amount;
                }
                Leaf::PayOut(amount) => held = held.checked_sub(amount)?,
                Leaf::Freeze(_) => {}
                Leaf::Fail => return None,
            }
            outflow += before.saturating_sub(free);
        }
        Some((outflow, free, held))
    }

    /// What was spent after `from`, `from` itself not included, by all or by one with limits of its own.
    fn spent_after(&self, from: i128, who: Option<u64>) -> Balance {
        let since = who.map_or(0, |who| self.own_since[&who]);
        self.movements
            .iter()
            .skip(since)
            .filter(|one| i128::from(one.at) > from && who.is_none_or(|who| one.who == who))
            .map(|one| one.amount)
            .sum()
    }

    /// The limits that bind a caller: of the wallet, and its own.
    fn bounds(&self, who: u64) -> Vec<(Limits, Option<u64>)> {
        let own = self.own[&who].map(|limits| (limits, Some(who)));
        [(self.limits, None)].into_iter().chain(own).collect()
    }

    /// Notes what a caller has spent. No window of 24 h or 7 d that ends now may have more than the limits, both ends
    /// included: then none that begins or ends at another time has.
    fn spend(&mut self, who: u64, amount: Balance) {
        if amount == 0 {
            return;
        }
        self.movements.push(Movement { at: now(), who, amount });
        for (limits, who) in self.bounds(who) {
            assert!(amount <= limits.per_call, "more has left by a call than may");
            let day = self.spent_after(i128::from(now()) - i128::from(DAY) - 1, who);
            assert!(day <= limits.per_day, "{day} has left in a day");
            let week = self.spent_after(i128::from(now()) - i128::from(7 * DAY) - 1, who);
            assert!(week <= limits.per_week, "{week} has left in a week");
        }
    }

    /// Whether it was right to refuse so much: what was spent longer than 25 hours ago (7 d 6 h) is free again.
    fn check_refusal(&self, who: u64, amount: Balance, error: DispatchError) {
        let long = |error: Error<Test>| DispatchError::from(error);
        let exceeds = |length: Moment, limit: fn(&Limits) -> Balance| {
            self.bounds(who).into_iter().any(|(limits, of)| {
                let spent = self.spent_after(i128::from(now()) - i128::from(length), of);
                spent + amount > limit(&limits)
            })
        };
        let is_right = if error == long(Error::OverCallLimit) {
            self.bounds(who).into_iter().any(|(limits, _)| amount > limits.per_call)
        } else if error == long(Error::OverDayLimit) {
            exceeds(25 * HOUR, |limits| limits.per_day)
        } else if error == long(Error::OverWeekLimit) {
            exceeds(7 * DAY + 6 * HOUR, |limits| limits.per_week)
        } else if error == long(Error::TooManyPending) {
            self.pending.len() == 16
        } else {
            false
        };
        assert!(is_right, "{amount} of {who} was refused: {error:?}");
    }

    fn execute(&mut self, who: u64, leaves: Vec<Leaf>) {
        let calls: Vec<_> = leaves.iter().map(|leaf| call(*leaf)).collect();
        let result = match &calls[..] {
            [one] => execute(who, self.wallet, one.clone()),
            _ => execute_many(who, self.wallet, calls),
        };
        let outcome = self.run(&leaves);
        if who == EVE {
            assert_eq!(result, Err(Error::<Test>::NotCaller.into()));
        } else if who != ADA && self.stopped {
            assert_eq!(result, Err(Error::<Test>::WalletStopped.into()));
        } else if let Some((outflow, free, held)) = outcome {
            match result {
                Ok(()) if self.waits(who, outflow) => {
                    let ready = now() + self.lock.unwrap().1;
                    let waiting = Waiting { who, leaves, outflow, ready };
                    self.pending.insert(self.next_pending, waiting);
                    self.next_pending += 1;
                }
                Ok(()) => {
                    (self.free, self.held) = (free, held);
                    if who != ADA {
                        self.spend(who, outflow);
                    }
                }
                Err(error) => self.check_refusal(who, outflow, error),
            }
        } else {
            assert!(result.is_err());
        }
    }

    fn waits(&self, who: u64, outflow: Balance) -> bool {
        who != ADA && self.lock.is_some_and(|(above, _)| outflow > above)
    }

    fn confirm(&mut self, who: u64, number: u32) {
        let result = confirm(who, self.wallet, number);
        let Some(waiting) = self.pending.get(&number).cloned() else {
            assert_eq!(result, Err(Error::<Test>::PendingNotFound.into()));
            return;
        };
        let outcome = self.run(&waiting.leaves);
        if who != ADA && who != waiting.who {
            assert_eq!(result, Err(Error::<Test>::NotCaller.into()));
        } else if self.stopped {
            assert_eq!(result, Err(Error::<Test>::WalletStopped.into()));
        } else if now() < waiting.ready {
            assert_eq!(result, Err(Error::<Test>::NotReady.into()));
        } else if now() >= waiting.ready + 7 * DAY {
            assert_eq!(result, Err(Error::<Test>::PendingExpired.into()));
        } else if let Some((outflow, free, held)) = outcome {
            assert!(outflow <= waiting.outflow);
            match result {
                Ok(()) => {
                    self.pending.remove(&number);
                    (self.free, self.held) = (free, held);
                    if who != ADA {
                        self.spend(who, outflow);
                    }
                }
                Err(error) => {
                    assert_ne!(who, ADA, "{error:?}");
                    self.check_refusal(who, outflow, error);
                }
            }
        } else {
            assert!(result.is_err());
        }
    }

    fn cancel(&mut self, who: u64, number: u32) {
        let result = crate::Pallet::<Test>::cancel(signed(who), self.wallet, number);
        match self.pending.get(&number) {
            None => assert_eq!(result, Err(Error::<Test>::PendingNotFound.into())),
            Some(waiting) if who == ADA || who == waiting.who => {
                assert_ok!(result);
                self.pending.remove(&number);
            }
            Some(_) => assert_eq!(result, Err(Error::<Test>::NotGuardian.into())),
        }
    }

    fn act(&mut self, step: Step) {
        let id = self.wallet;
        match step {
            Step::Wait(duration) => wait(duration),
            Step::ToBorder(length, more) => {
                let border = (now() / length + 1) * length;
                set_now(border.checked_add_signed(more).unwrap().max(now()));
            }
            Step::Execute(who, leaves) => self.execute(who, leaves),
            Step::Confirm(who, number) => self.confirm(who, number),
            Step::Cancel(who, number) => self.cancel(who, number),
            Step::SetLimits(limits) => {
                assert_ok!(AgentWallet::set_limits(signed(ADA), id, limits));
                self.limits = limits;
            }
            Step::SetCallerLimits(who, limits) => {
                let rules = Caller { limits, ..caller(&[Any]) };
                assert_ok!(AgentWallet::set_caller(signed(ADA), id, who, rules));
                // What is spent without limits is not counted.
                if self.own[&who].is_none() {
                    self.own_since.insert(who, self.movements.len());
                }
                self.own.insert(who, limits);
            }
            Step::SetTimeLock(lock) => {
                let time_lock = lock.map(|(above, delay)| TimeLock { above, delay });
                assert_ok!(AgentWallet::set_time_lock(signed(ADA), id, time_lock));
                self.lock = lock;
            }
            Step::Stop => {
                let result = AgentWallet::stop(signed(CYD), id);
                assert_eq!(result.is_ok(), !self.stopped);
                self.stopped = true;
            }
            Step::Reactivate => {
                let result = AgentWallet::reactivate(signed(ADA), id);
                assert_eq!(result.is_ok(), self.stopped);
                self.stopped = false;
            }
        }
    }
}

/// The call that a leaf is.
fn call(leaf: Leaf) -> RuntimeCall {
    match leaf {
        Leaf::Pay(amount) => pay(amount),
        Leaf::Transfer(amount) => transfer(EVE, amount),
        Leaf::Refund(amount) => refund(amount),
        Leaf::Exchange(amount, back) => shop::Call::exchange { amount, back }.into(),
        Leaf::Hold(amount) => shop::Call::hold { amount }.into(),
        Leaf::Release(amount) => shop::Call::release { amount }.into(),
        Leaf::PayOut(amount) => shop::Call::pay_out { to: EVE, amount }.into(),
        Leaf::Freeze(amount) => shop::Call::freeze { amount }.into(),
        Leaf::Fail => shop::Call::work { weight: Default::default(), fails: true }.into(),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_window_ever_exceeds_its_limit(steps in prop::collection::vec(step(), 1..80)) {
        ExtBuilder.build_and_execute(|| {
            let wallet = wallet();
            assert_ok!(AgentWallet::set_caller(signed(ADA), wallet, DEE, caller(&[Any])));
            let limits = Limits { per_call: 10, per_day: 20, per_week: 50 };
            assert_ok!(AgentWallet::set_limits(signed(ADA), wallet, limits));
            let mut model = Model {
                wallet,
                free: FUNDS,
                held: 0,
                stopped: false,
                limits,
                own: BTreeMap::from([(BEN, None), (DEE, None)]),
                own_since: BTreeMap::from([(BEN, 0), (DEE, 0)]),
                lock: None,
                movements: vec![],
                pending: BTreeMap::new(),
                next_pending: 0,
            };
            for step in steps {
                model.act(step);
                assert_eq!(Balances::free_balance(wallet), model.free);
                assert_eq!(Balances::reserved_balance(wallet), model.held);
                assert_eq!(AgentWallet::wallet(wallet).unwrap().pending.len(), model.pending.len());
            }
        });
    }
}
