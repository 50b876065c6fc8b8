//! Whatever anybody does, no token counts twice in one poll, neither an owner nor a vote has more than its
//! cap, and no agent a higher bonus than its limit.

use super::*;
use crate::{Ballot, Ballots, BonusSums, Delegations, Freezes, Polls};
use aitbc_primitives::governance::Owners;
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

const HOLDERS: [u64; 5] = [ADA, BEN, CYD, DEE, EVE];

#[derive(Clone, Copy, Debug)]
enum Step {
    Transfer(u64, u64, u8),
    Delegate(u64, u64),
    Undelegate(u64),
    Own(u64, u64),
    Link(u64, u64),
    Repute(u64, u32, Balance),
    Class(u64, VoterClass),
    Open,
    Extend(u32, Moment),
    Close(u32),
    Vote(u32, u64, Option<u8>),
    CountDelegated(u32, u64),
    Unfreeze(u64),
    Wait(Moment),
    Poll,
}

fn who() -> impl Strategy<Value = u64> {
    prop::sample::select(&HOLDERS[..])
}

fn step() -> impl Strategy<Value = Step> {
    let poll = 0..4u32;
    prop_oneof![
        6 => (who(), who(), 0..=100u8).prop_map(|(from, to, part)| Step::Transfer(from, to, part)),
        3 => (who(), who()).prop_map(|(from, to)| Step::Delegate(from, to)),
        1 => who().prop_map(Step::Undelegate),
        1 => (who(), who()).prop_map(|(wallet, owner)| Step::Own(wallet, owner)),
        1 => (who(), who()).prop_map(|(wallet, agent)| Step::Link(wallet, agent)),
        1 => (who(), 0..500u32, 0..20u128)
            .prop_map(|(agent, score, limit)| Step::Repute(agent, score, limit * AITBC / 3)),
        1 => (who(), prop::sample::select(&VoterClass::ALL[..]))
            .prop_map(|(who, class)| Step::Class(who, class)),
        2 => Just(Step::Open),
        1 => (poll.clone(), 1..40 * DAY).prop_map(|(poll, time)| Step::Extend(poll, time)),
        1 => poll.clone().prop_map(Step::Close),
        6 => (poll.clone(), who(), prop::option::of(0..=100u8))
            .prop_map(|(poll, who, max)| Step::Vote(poll, who, max)),
        4 => (poll, who()).prop_map(|(poll, who)| Step::CountDelegated(poll, who)),
        1 => who().prop_map(Step::Unfreeze),
        2 => (1..2 * MINUTE).prop_map(Step::Wait),
        2 => (1..4 * DAY).prop_map(Step::Wait),
        1 => Just(Step::Poll),
    ]
}

/// What openclaw would do: the sums of votes, moved as the pallet tells.
#[derive(Default)]
struct Tally {
    next: u32,
    /// What each holder had at the end of the block of the snapshot of each poll.
    balances: BTreeMap<u32, BTreeMap<u64, Balance>>,
    /// To whom each holder belonged before the block of the snapshot of each poll.
    owners: BTreeMap<u32, BTreeMap<u64, u64>>,
    /// What the vote of each account weighs.
    votes: BTreeMap<(u32, u64), Balance>,
    /// The agents that accounts which are none belong to.
    agents: BTreeMap<u64, u64>,
    /// The score of each agent, and the limit of its bonus.
    reputations: BTreeMap<u64, (u32, Balance)>,
    /// The highest limit that the bonus of each agent ever had.
    limits: BTreeMap<u64, Balance>,
    /// The bonus that is counted of each account in each poll, and of which agent.
    bonuses: BTreeMap<(u32, u64), (u64, Balance)>,
    /// What accounts are to the market now.
    classes: BTreeMap<u64, VoterClass>,
    /// What each account was when it was first counted in each poll.
    first_classes: BTreeMap<(u32, u64), VoterClass>,
}

/// What is to be counted.
#[derive(Debug, PartialEq)]
struct Expected {
    power: Balance,
    bonus: Option<(u64, Balance)>,
}

impl Tally {
    fn apply(&mut self, step: Step) {
        match step {
            Step::Transfer(from, to, part) => {
                let amount = Balances::free_balance(from) * Balance::from(part) / 100;
                let _ = transfer(from, to, amount);
            }
            Step::Delegate(from, to) => drop(delegate(from, to)),
            Step::Undelegate(who) => drop(undelegate(who)),
            Step::Own(wallet, owner) => TestOwners::set(wallet, owner),
            Step::Link(wallet, agent) => {
                TestAgents::set_owner(wallet, agent);
                self.agents.insert(wallet, agent);
            }
            Step::Repute(agent, score, limit) => {
                TestAgents::set_score(agent, score);
                TestAgents::set_bonus_limit(agent, limit);
                self.reputations.insert(agent, (score, limit));
                let highest = self.limits.entry(agent).or_default();
                *highest = limit.max(*highest);
            }
            Step::Class(who, class) => {
                TestAgents::set_class(who, class);
                self.classes.insert(who, class);
            }
            Step::Open => {
                let owners = HOLDERS.map(|who| (who, TestOwners::owner(&who, now())));
                self.owners.insert(self.next, owners.into());
                open_now(self.next).unwrap();
                self.next += 1;
            }
            Step::Extend(poll, time) => drop(Power::extend(poll, now() + time)),
            Step::Close(poll) => drop(Power::close(poll)),
            Step::Vote(poll, who, max) => {
                let max = max.map(|part| Balance::from(part) * AITBC);
                let expected = self.expected(poll, who, max, who);
                if let Ok(change) = Power::cast(poll, &who, max) {
                    self.note(poll, who, expected.unwrap());
                    let old = self.votes.insert((poll, who), change.after.total());
                    assert_eq!(old.unwrap_or_default(), change.before.total());
                    if let Some((delegate, power)) = change.withdrawn {
                        *self.votes.get_mut(&(poll, delegate)).unwrap() -= power.total();
                    }
                }
            }
            Step::CountDelegated(poll, who) => {
                let expected = Delegations::<Test>::get(who)
                    .and_then(|to| self.expected(poll, who, to.max_power, to.delegate));
                if let Ok(change) = Power::cast_for_delegator(poll, &who) {
                    let expected = expected.unwrap();
                    assert_eq!(change.after.total(), expected.power);
                    self.note(poll, who, expected);
                    let vote = self.votes.get_mut(&(poll, change.delegate)).unwrap();
                    *vote = *vote + change.after.total() - change.before.total();
                }
            }
            Step::Unfreeze(who) => drop(Power::unfreeze(signed(who), who)),
            Step::Wait(time) => wait(time),
            Step::Poll => poll_hook(),
        }
        // What happens in the block of a snapshot is part of it.
        for (poll, snapshot) in Polls::<Test>::iter() {
            if snapshot.at == now() {
                let balances = HOLDERS.map(|who| (who, Balances::total_balance(&who)));
                self.balances.insert(poll, balances.into());
            }
        }
    }

    /// The power that `who` has if it is counted for the vote of `voter` now, in place of what is counted
    /// of it: the formulas of the crate documentation, from the ballots of all others.
    fn expected(&self, poll: u32, who: u64, max: Option<Balance>, voter: u64) -> Option<Expected> {
        let snapshot = Power::poll(poll)?;
        let others = || Ballots::<Test>::iter_prefix(poll).filter(move |(other, _)| *other != who);
        let sum = |counts: &dyn Fn(u64, &Ballot<u64>) -> bool| -> Balance {
            others().filter(|(other, ballot)| counts(*other, ballot)).map(|(_, b)| b.power).sum()
        };
        let owners = &self.owners[&poll];
        let of_owner = sum(&|other, _| owners[&other] == owners[&who]);
        let of_vote = sum(&|other, ballot| ballot.delegate.unwrap_or(other) == voter);
        let alone = who == voter && !others().any(|(_, ballot)| ballot.delegate == Some(voter));

        let now = Balances::total_balance(&who).saturating_sub(AITBC);
        let amount = Power::power_at(&who, snapshot.at).min(now).min(max.unwrap_or(now));
        let agent = self.agents.get(&who).copied().unwrap_or(who);
        let (score, limit) = self.reputations.get(&agent).copied().unwrap_or_default();
        let points = score.clamp(100, 300) - 100;
        let of_agent: Balance = self
            .bonuses
            .iter()
            .filter(|((of, other), (its, _))| *of == poll && *other != who && *its == agent)
            .map(|(_, (_, bonus))| bonus)
            .sum();
        let bonus = amount * Balance::from(points) / 1_000;
        let full = amount + bonus.min(limit.saturating_sub(of_agent));
        let room = if alone { full } else { snapshot.delegate_cap.saturating_sub(of_vote) };
        let power = full.min(snapshot.owner_cap - of_owner).min(room);
        let bonus = power.saturating_sub(amount);
        Some(Expected { power, bonus: (bonus > 0).then_some((agent, bonus)) })
    }

    /// Something was counted, as was expected.
    fn note(&mut self, poll: u32, who: u64, expected: Expected) {
        let ballot = Power::ballot(poll, who).unwrap();
        let bonus = ballot.agent.map(|agent| (agent, ballot.bonus));
        assert_eq!(ballot.bonus, ballot.power - ballot.amount);
        let class = self.classes.get(&who).copied().unwrap_or_default();
        assert_eq!(ballot.class, *self.first_classes.entry((poll, who)).or_insert(class));
        assert_eq!(Expected { power: ballot.power, bonus }, expected);
        match bonus {
            Some(bonus) => self.bonuses.insert((poll, who), bonus),
            None => self.bonuses.remove(&(poll, who)),
        };
    }

    fn check(&self) {
        for poll in Polls::<Test>::iter_keys() {
            let snapshot = Power::poll(poll).unwrap();
            let mut amounts = 0;
            let mut powers = 0;
            let mut owners = BTreeMap::<u64, Balance>::new();
            for (who, ballot) in Ballots::<Test>::iter_prefix(poll) {
                // No more than the account had at the snapshot: all such tokens are different.
                assert!(ballot.amount <= self.balances[&poll][&who]);
                // And they are still there, as long as votes can be counted.
                assert!(now() >= snapshot.ends || frozen(who) >= ballot.amount);
                assert!(Balances::total_balance(&who) >= frozen(who));
                assert!(ballot.power <= ballot.amount + ballot.amount / 5);
                amounts += ballot.amount;
                powers += ballot.power;
                *owners.entry(self.owners[&poll][&who]).or_default() += ballot.power;
                // A vote weighs what the tally says, and no more than it may.
                let weight = self.votes.get(&(poll, who)).copied().unwrap_or_default();
                assert_eq!(ballot.vote().total(), weight);
                assert!(weight <= snapshot.delegate_cap || weight == ballot.power);
            }
            assert!(owners.values().all(|sum| *sum <= snapshot.owner_cap));
            for agent in HOLDERS {
                let bonuses =
                    self.bonuses.iter().filter(|((of, _), (its, _))| *of == poll && *its == agent);
                let sum: Balance = bonuses.map(|(_, (_, bonus))| bonus).sum();
                assert_eq!(BonusSums::<Test>::get(poll, agent), sum);
                assert!(sum <= self.limits.get(&agent).copied().unwrap_or_default());
            }
            assert!(amounts <= snapshot.base);
            // The tally that was kept by what the pallet told is the sum of what it counted.
            let votes = self.votes.range((poll, 0)..=(poll, u64::MAX));
            assert_eq!(votes.map(|(_, votes)| votes).sum::<Balance>(), powers);
        }
        for who in HOLDERS {
            let most = Freezes::<Test>::get(who).iter().map(|frozen| frozen.amount).max();
            assert_eq!(frozen(who), most.unwrap_or_default());
        }
        Power::do_try_state().unwrap();
    }
}

proptest! {
    #[test]
    fn no_token_counts_twice_and_no_vote_exceeds_its_cap(
        steps in vec(step(), 1..100),
        scores in vec(0..500u32, 2),
        wallet in any::<bool>(),
        share in prop::sample::select(vec![1, 3, 5, 20]),
    ) {
        MaxDelegateShare::set(Perbill::from_percent(share));
        let balances = HOLDERS.map(|who| (who, Balance::from(who) * 10)).to_vec();
        let rest = vec![(99, 1_000)];
        ExtBuilder::default().balances(&[balances, rest].concat()).build_and_execute(|| {
            let mut tally = Tally::default();
            tally.apply(Step::Repute(ADA, scores[0], Balance::MAX));
            tally.apply(Step::Repute(BEN, scores[1], 2 * AITBC));
            if wallet {
                TestOwners::set(BEN, ADA);
                wait(1);
            }
            for step in steps {
                tally.apply(step);
                tally.check();
            }
        });
    }
}
