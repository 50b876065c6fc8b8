//! Encumbering against a model that keeps each unit of reputation of one account by itself.

use crate::{mock::*, Error};
use aitbc_primitives::reputation::{Domain::Block as BLOCK, Rep, RepLedger};
use aitbc_test_support::{set_at_stake, signed, TestLedger};
use frame_support::{assert_noop, assert_ok};
use pallet_session::CurrentIndex;
use proptest::prelude::*;
use sp_runtime::DispatchError;

/// Validator 1 is counted, 9 is not.
const ACCOUNTS: [AccountId; 2] = [1, 9];

#[derive(Clone, Copy, Debug)]
enum Step {
    Mint(u8),
    Credit(u8),
    Encumber(u8),
    Release(u8),
    Withdraw,
    AutoEncumber(bool),
    /// So many of what is encumbered are at stake.
    Stake(u8),
    /// As pools do.
    Burn(u8),
    NextSession,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let amount = || 0..12_u8;
    let step = prop_oneof![
        1 => amount().prop_map(Step::Mint),
        1 => amount().prop_map(Step::Credit),
        1 => amount().prop_map(Step::Encumber),
        2 => amount().prop_map(Step::Release),
        3 => Just(Step::Withdraw),
        1 => any::<bool>().prop_map(Step::AutoEncumber),
        1 => amount().prop_map(Step::Stake),
        1 => amount().prop_map(Step::Burn),
        2 => Just(Step::NextSession),
    ];
    prop::collection::vec(step, 1..40)
}

/// Where a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Free,
    Encumbered,
    Leaving,
}

/// One account, unit by unit.
#[derive(Default)]
struct Model {
    units: Vec<Unit>,
    /// When those that are leaving may go. None if there is none on record, though all of them may have
    /// burned.
    from: Option<u32>,
    at_stake: usize,
    off: bool,
}

impl Model {
    fn count(&self, what: Unit) -> usize {
        self.units.iter().filter(|unit| **unit == what).count()
    }

    fn held(&self) -> usize {
        self.count(Unit::Encumbered) + self.count(Unit::Leaving)
    }

    /// Turns units one by one, at most `number`.
    fn turn(&mut self, number: usize, from: Unit, to: Unit) {
        self.units
            .iter_mut()
            .filter(|unit| **unit == from)
            .take(number)
            .for_each(|unit| *unit = to);
    }

    /// Makes units free one by one, those of `what`, while more than what is at stake is held.
    fn make_free(&mut self, number: usize, what: Unit) -> usize {
        let mut freed = 0;
        while freed < number && self.held() > self.at_stake {
            self.turn(1, what, Unit::Free);
            freed += 1;
        }
        freed
    }

    fn encumber(&mut self, number: usize) {
        self.turn(number, Unit::Free, Unit::Encumbered);
        if self.count(Unit::Leaving) == 0 {
            self.from = None;
        }
    }

    fn release(&mut self, number: usize, now: u32, counted: bool) -> Result<(), Error<Test>> {
        if number == 0 {
            return Err(Error::ZeroAmount);
        }
        if number > self.count(Unit::Encumbered) {
            return Err(Error::NotEnoughEncumbered);
        }
        let until = if counted { now + 2 } else { now };
        let freed = if counted { 0 } else { self.make_free(number, Unit::Encumbered) };
        if freed == 0 && !counted {
            return Err(Error::StillAtStake);
        }
        self.turn(number - freed, Unit::Encumbered, Unit::Leaving);
        let later = self.from.unwrap_or(until).max(until);
        self.from = (self.count(Unit::Leaving) > 0).then_some(later);
        Ok(())
    }

    fn withdraw(&mut self, now: u32) -> Result<(), Error<Test>> {
        let from = self.from.ok_or(Error::NothingLeaving)?;
        if now < from {
            return Err(Error::StillCounted);
        }
        let leaving = self.count(Unit::Leaving);
        if leaving > 0 && self.make_free(leaving, Unit::Leaving) == 0 {
            return Err(Error::StillAtStake);
        }
        if self.count(Unit::Leaving) == 0 {
            self.from = None;
        }
        Ok(())
    }

    /// What is free, then what stays, then what is leaving.
    fn burn(&mut self, number: usize) {
        for _ in 0..number {
            let may_go = |unit: &Unit| *unit == Unit::Free || self.held() > self.at_stake;
            let order = [Unit::Free, Unit::Encumbered, Unit::Leaving];
            let next = order
                .iter()
                .filter(|unit| may_go(unit))
                .find_map(|what| self.units.iter().position(|unit| unit == what));
            if let Some(place) = next {
                self.units.swap_remove(place);
            }
        }
    }

    /// Does `step` in the model and on the chain, and compares what becomes of it.
    fn apply(&mut self, who: AccountId, step: Step) {
        let now = CurrentIndex::<Test>::get();
        let free = self.count(Unit::Free);
        match step {
            Step::Mint(amount) => {
                self.units.extend(vec![Unit::Free; amount.into()]);
                mint(who, amount.into());
            }
            Step::Credit(amount) => {
                self.units.extend(vec![Unit::Free; amount.into()]);
                if !self.off && amount > 0 {
                    self.encumber(amount.into());
                }
                credit(who, amount.into());
            }
            Step::Encumber(amount) => {
                let enough = amount > 0 && usize::from(amount) <= free;
                if enough {
                    self.encumber(amount.into());
                }
                let result = Availability::encumber(signed(who), amount.into());
                assert_eq!(result.is_ok(), enough);
            }
            Step::Release(amount) => {
                let expected = self.release(amount.into(), now, who == 1);
                let expected = expected.map_err(DispatchError::from);
                compare(expected, || Availability::release(signed(who), amount.into()));
            }
            Step::Withdraw => {
                let expected = self.withdraw(now).map_err(DispatchError::from);
                compare(expected, || Availability::withdraw(signed(who)));
            }
            Step::AutoEncumber(on) => {
                let allowed = on || who == 1 || self.held() > 0;
                if allowed {
                    self.off = !on;
                }
                let expected =
                    if allowed { Ok(()) } else { Err(Error::<Test>::NotAProducer.into()) };
                compare(expected, || Availability::set_auto_encumber(signed(who), on));
            }
            Step::Stake(amount) => {
                self.at_stake = self.held().min(amount.into());
                set_at_stake(who, self.at_stake as Rep);
            }
            Step::Burn(amount) => {
                // What is at stake would be owed.
                let at_once = self.units.len() - self.at_stake;
                let amount = at_once.min(amount.into());
                self.burn(amount);
                assert_eq!(TestLedger::burn(BLOCK, &who, amount as Rep), amount as Rep);
            }
            Step::NextSession => CurrentIndex::<Test>::put(now + 1),
        }
    }

    fn check(&self, who: AccountId) {
        let actual = Availability::availability(who);
        let count = |what| self.count(what) as Rep;
        assert_eq!(free(who), count(Unit::Free));
        assert_eq!(actual.encumbered, count(Unit::Encumbered));
        assert_eq!(actual.leaving, count(Unit::Leaving));
        assert_eq!(actual.auto_encumber, !self.off);
        Availability::do_try_state().unwrap();
    }
}

/// The call has the expected outcome, and changes nothing if it fails.
fn compare(expected: Result<(), DispatchError>, call: impl FnOnce() -> Result<(), DispatchError>) {
    match expected {
        Ok(()) => {
            assert_ok!(call());
        }
        Err(error) => {
            assert_noop!(call(), error);
        }
    }
}

proptest! {
    #[test]
    fn encumbrance_is_what_the_model_says(place in 0..ACCOUNTS.len(), steps in steps()) {
        ExtBuilder::default().encumbered(&[0; 4]).build_and_execute(|| {
            let who = ACCOUNTS[place];
            let mut model = Model::default();
            for step in steps {
                model.apply(who, step);
                model.check(who);
            }
        });
    }
}
