//! The pallet against a model that is slow and simple: every account is visited at every payment,
//! and salary is summed up exactly, in parts of the smallest unit.

use super::*;
use crate::{SlashDebts, SALARY_SCALE};
use proptest::{collection::vec, prelude::*, sample::select};
use sp_core::U256;
use std::collections::BTreeMap;

const HOLDERS: [u64; 3] = [ADA, BEN, CYD];
const DOMAINS: [Domain; 2] = [BLOCK, COMPUTE];

#[derive(Clone, Debug)]
enum Step {
    Mint(Domain, u64, Rep),
    Hold(Domain, HoldReason, u64, Size),
    Release(Domain, HoldReason, u64, Size),
    Slash(Domain, HoldReason, u64, Size),
    Burn(Domain, u64, Size),
    Forfeit(Domain, HoldReason, u64, Size),
    AtStake(u64, Rep),
    Pay(Domain, Balance),
    /// The salary of the first, claimed by the second.
    Claim(Domain, u64, u64),
}

/// An amount, or a part of what there is at that moment.
#[derive(Clone, Copy, Debug)]
enum Size {
    Amount(Rep),
    Quarters(Rep),
}

impl Size {
    fn of(self, all: Rep) -> Rep {
        match self {
            Self::Amount(amount) => amount,
            Self::Quarters(number) => all * number / 4,
        }
    }
}

/// Small amounts, so that balances meet at zero, and large ones.
fn amount() -> impl Strategy<Value = u128> {
    prop_oneof![0..=100u128, 0..=10_000u128, 0..=10u128.pow(19)]
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![amount().prop_map(Size::Amount), (1..=4u128).prop_map(Size::Quarters)]
}

fn step() -> impl Strategy<Value = Step> {
    let domain = || select(&DOMAINS[..]);
    let reason = || select(vec![AVAILABILITY, POOL]);
    let who = || select(&HOLDERS[..]);
    prop_oneof![
        3 => (domain(), who(), amount()).prop_map(|(d, w, a)| Step::Mint(d, w, a)),
        3 => (domain(), reason(), who(), size()).prop_map(|(d, r, w, s)| Step::Hold(d, r, w, s)),
        2 => (domain(), reason(), who(), size())
            .prop_map(|(d, r, w, s)| Step::Release(d, r, w, s)),
        2 => (domain(), reason(), who(), size()).prop_map(|(d, r, w, s)| Step::Slash(d, r, w, s)),
        2 => (domain(), who(), size()).prop_map(|(d, w, s)| Step::Burn(d, w, s)),
        2 => (domain(), reason(), who(), size())
            .prop_map(|(d, r, w, s)| Step::Forfeit(d, r, w, s)),
        1 => (who(), amount()).prop_map(|(w, a)| Step::AtStake(w, a)),
        3 => (domain(), amount()).prop_map(|(d, a)| Step::Pay(d, a)),
        2 => (domain(), who(), who()).prop_map(|(d, w, c)| Step::Claim(d, w, c)),
    ]
}

/// An account of one domain.
#[derive(Default)]
struct Holder {
    free: Rep,
    encumbered: Rep,
    pooled: Rep,
    debt: Rep,
    /// Salary so far, exact, in parts of [`SALARY_SCALE`].
    earned: U256,
    /// How often the salary may have been rounded down.
    settlements: u128,
    claimed: Balance,
}

impl Holder {
    fn balance(&self) -> Rep {
        self.free + self.encumbered + self.pooled
    }

    fn held(&mut self, reason: HoldReason) -> &mut Rep {
        match reason {
            AVAILABILITY => &mut self.encumbered,
            POOL => &mut self.pooled,
        }
    }

    fn collect_debt(&mut self) {
        let paid = self.debt.min(self.free);
        self.free -= paid;
        self.debt -= paid;
    }
}

#[derive(Default)]
struct Model {
    holders: BTreeMap<(Domain, u64), Holder>,
    carry: BTreeMap<Domain, U256>,
    at_stake: BTreeMap<u64, Rep>,
    paid: Balance,
    unshared: Balance,
}

impl Model {
    fn holder(&mut self, domain: Domain, who: u64) -> &mut Holder {
        self.holders.entry((domain, who)).or_default()
    }

    fn issuance(&self, domain: Domain) -> Rep {
        let of_domain = self.holders.iter().filter(|((d, _), _)| *d == domain);
        of_domain.map(|(_, holder)| holder.balance()).sum()
    }

    fn slash(&mut self, domain: Domain, reason: HoldReason, who: u64, amount: Rep) -> Rep {
        let at_stake = match (domain, reason) {
            (BLOCK, AVAILABILITY) => self.at_stake.get(&who).copied().unwrap_or(0),
            (_, AVAILABILITY) => 0,
            (_, POOL) => Rep::MAX,
        };
        let holder = self.holder(domain, who);
        let not_forfeit = holder.encumbered + holder.pooled - holder.debt;
        let held = holder.held(reason);
        let forfeit = amount.min(*held).min(not_forfeit);
        let burned = forfeit.min(held.saturating_sub(at_stake));
        *held -= burned;
        holder.debt += forfeit - burned;
        holder.collect_debt();
        burned
    }

    /// One unit after the other: of what is free, else of what is encumbered and has not to stay, else owed.
    fn burn(&mut self, domain: Domain, who: u64, amount: Rep) -> Rep {
        let at_stake = self.at_stake.get(&who).filter(|_| domain == BLOCK).copied().unwrap_or(0);
        let holder = self.holder(domain, who);
        let free = amount.min(holder.free);
        holder.free -= free;
        let left = amount - free;
        let may_go = holder.encumbered.saturating_sub(at_stake);
        let not_owed = holder.encumbered + holder.pooled - holder.debt;
        let encumbered = left.min(may_go).min(not_owed);
        holder.encumbered -= encumbered;
        holder.debt += (left - encumbered).min(not_owed - encumbered);
        free + encumbered
    }

    fn pay(&mut self, domain: Domain, salary: Balance) {
        let issuance = self.issuance(domain);
        self.paid += salary;
        if issuance == 0 {
            self.unshared += salary;
            return;
        }
        let carry = self.carry.entry(domain).or_default();
        let parts = U256::from(salary) * U256::from(SALARY_SCALE) + *carry;
        let per_unit = parts / U256::from(issuance);
        *carry = parts - per_unit * U256::from(issuance);
        for ((d, _), holder) in &mut self.holders {
            if *d == domain {
                holder.earned += U256::from(holder.balance()) * per_unit;
            }
        }
    }

    /// Does `step` to the model and to the pallet, and compares the outcomes.
    fn apply(&mut self, step: Step) {
        if let Step::Mint(domain, who, _)
        | Step::Release(domain, _, who, _)
        | Step::Slash(domain, _, who, _)
        | Step::Forfeit(domain, _, who, _)
        | Step::Burn(domain, who, _)
        | Step::Claim(domain, who, _) = step
        {
            self.holder(domain, who).settlements += 1;
        }
        match step {
            Step::Mint(domain, who, amount) => {
                let holder = self.holder(domain, who);
                holder.free += amount;
                holder.collect_debt();
                Reputation::mint(domain, &who, amount).unwrap();
            }
            Step::Hold(domain, reason, who, size) => {
                let holder = self.holder(domain, who);
                let amount = size.of(holder.free);
                let enough = holder.free >= amount;
                if enough {
                    holder.free -= amount;
                    *holder.held(reason) += amount;
                }
                let result = Reputation::hold(domain, reason, &who, amount);
                assert_eq!(result.is_ok(), enough);
            }
            Step::Release(domain, reason, who, size) => {
                let holder = self.holder(domain, who);
                let amount = size.of(*holder.held(reason));
                let enough = *holder.held(reason) >= amount;
                if enough {
                    *holder.held(reason) -= amount;
                    holder.free += amount;
                    holder.collect_debt();
                }
                let result = Reputation::release(domain, reason, &who, amount);
                assert_eq!(result.is_ok(), enough);
            }
            Step::Slash(domain, reason, who, size) => {
                let amount = size.of(*self.holder(domain, who).held(reason));
                let burned = self.slash(domain, reason, who, amount);
                assert_eq!(Reputation::slash_held(domain, reason, &who, amount), burned);
            }
            Step::Burn(domain, who, size) => {
                let amount = size.of(self.holder(domain, who).balance());
                let slashable = Reputation::slashable(domain, &who);
                let burned = self.burn(domain, who, amount);
                assert_eq!(burned, amount.min(slashable));
                assert_eq!(Reputation::burn(domain, &who, amount), burned);
                // Free reputation and what was encumbered are burned one after the other.
                self.holder(domain, who).settlements += 1;
            }
            Step::Forfeit(domain, reason, who, size) => {
                let holder = self.holder(domain, who);
                let amount = size.of(*holder.held(reason));
                let destroyed = amount.min(*holder.held(reason));
                *holder.held(reason) -= destroyed;
                holder.debt = holder.debt.min(holder.encumbered + holder.pooled);
                assert_eq!(Reputation::forfeit(domain, reason, &who, amount), destroyed);
            }
            Step::AtStake(who, amount) => {
                self.at_stake.insert(who, amount);
                set_at_stake(who, amount);
            }
            Step::Pay(domain, salary) => {
                self.pay(domain, salary);
                Reputation::pay(domain, Balances::issue(salary));
            }
            Step::Claim(domain, who, caller) => {
                let claimable = Reputation::reputation(domain, who).claimable;
                let before = received(who);
                let result = if caller == who {
                    Reputation::claim_salary(signed(who), domain)
                } else {
                    Reputation::claim_salary_for(signed(caller), who, domain)
                };
                assert_eq!(result.is_ok(), claimable > 0);
                assert_eq!(received(who) - before, claimable);
                self.holder(domain, who).claimed += claimable;
            }
        }
    }

    fn compare(&self) {
        for (&(domain, who), holder) in &self.holders {
            let actual = Reputation::reputation(domain, who);
            assert_eq!(actual.free, holder.free);
            assert_eq!(actual.encumbered, holder.encumbered);
            assert_eq!(actual.pooled, holder.pooled);
            assert_eq!(SlashDebts::<Test>::get(domain, who), holder.debt);
            assert_eq!(Told::get(domain, who).0, holder.balance());

            // The salary that was not claimed is rounded down once more to tell it.
            let salary = U256::from(holder.claimed) + U256::from(actual.claimable);
            let roundings = U256::from(holder.settlements) + U256::one();
            let scale = U256::from(SALARY_SCALE);
            assert!(salary * scale <= holder.earned, "paid too much");
            assert!((salary + roundings) * scale > holder.earned, "lost too much");
        }
        for domain in DOMAINS {
            assert_eq!(Reputation::issuance(domain), self.issuance(domain));
        }
        let claimed: Balance = self.holders.values().map(|holder| holder.claimed).sum();
        assert_eq!(received(TREASURY), self.unshared);
        assert_eq!(received(Reputation::pot()) + claimed + self.unshared, self.paid);
        Reputation::do_try_state().unwrap();
    }
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    #[test]
    fn pallet_does_what_the_model_does(steps in vec(step(), 1..80)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::default();
            for step in steps {
                model.apply(step);
                model.compare();
            }
        });
    }

    /// Whoever neither gains nor loses reputation gets the exact share of all salary, less what the
    /// carry withholds (under 10^-12 units of token per unit of REP) and one unit of rounding.
    #[test]
    fn constant_balance_earns_its_share(
        balances in vec(amount(), 3),
        salaries in vec(amount(), 1..40),
    ) {
        ExtBuilder::default().build_and_execute(|| {
            for (who, balance) in HOLDERS.into_iter().zip(&balances) {
                mint(who, *balance);
            }
            for salary in &salaries {
                pay(*salary);
            }
            let all: Rep = balances.iter().sum();
            let paid = if all == 0 { 0 } else { salaries.iter().sum::<Balance>() };
            for (who, balance) in HOLDERS.into_iter().zip(&balances) {
                let product = U256::from(paid) * U256::from(*balance);
                let share = product.checked_div(all.into()).unwrap_or_default().as_u128();
                let withheld = balance / SALARY_SCALE + 1;
                assert!(claimable(who) <= share);
                assert!(share - claimable(who) <= withheld);
            }
        });
    }

    /// Slashes at stake end as if they had destroyed everything at once.
    #[test]
    fn debt_destroys_as_much_as_slashes_at_once(
        held in 1..=1_000u128,
        at_stake in 0..=1_000u128,
        slashes in vec(0..=500u128, 1..6),
    ) {
        ExtBuilder::default().build_and_execute(|| {
            mint(ADA, held);
            hold(AVAILABILITY, ADA, held);
            set_at_stake(ADA, at_stake);
            for slash in &slashes {
                Reputation::slash_held(BLOCK, AVAILABILITY, &ADA, *slash);
            }
            let rest = Reputation::held(BLOCK, AVAILABILITY, &ADA);
            Reputation::release(BLOCK, AVAILABILITY, &ADA, rest).unwrap();
            let left = slashes.iter().fold(held, |left, slash| left.saturating_sub(*slash));
            assert_eq!(parts(ADA), [left, 0, 0]);
        });
    }
}
