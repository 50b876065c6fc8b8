//! Whatever anybody does, no token counts twice in one poll.

use super::*;
use crate::{Ballots, Freezes, Polls};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

const HOLDERS: [u64; 5] = [ADA, BEN, CYD, DEE, EVE];

#[derive(Clone, Copy, Debug)]
enum Step {
    Transfer(u64, u64, u8),
    Delegate(u64, u64),
    Undelegate(u64),
    Open,
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
        2 => Just(Step::Open),
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
    /// What each holder had at the snapshot of each poll.
    snapshots: BTreeMap<u32, BTreeMap<u64, Balance>>,
    /// What the vote of each account weighs.
    votes: BTreeMap<(u32, u64), Balance>,
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
            Step::Open => {
                let balances = HOLDERS.map(|who| (who, Balances::total_balance(&who)));
                self.snapshots.insert(self.next, balances.into_iter().collect());
                // The clock moves on from the snapshot.
                open(self.next);
                self.next += 1;
            }
            Step::Close(poll) => drop(Power::close_poll(poll)),
            Step::Vote(poll, who, max) => {
                let max = max.map(|part| Balance::from(part) * AITBC);
                if let Ok(change) = Power::cast(poll, &who, max) {
                    let old = self.votes.insert((poll, who), change.after.total());
                    assert_eq!(old.unwrap_or_default(), change.before.total());
                    if let Some((delegate, power)) = change.withdrawn {
                        *self.votes.get_mut(&(poll, delegate)).unwrap() -= power.total();
                    }
                }
            }
            Step::CountDelegated(poll, who) => {
                if let Ok(change) = Power::cast_for_delegator(poll, &who) {
                    let vote = self.votes.get_mut(&(poll, change.delegate)).unwrap();
                    *vote = *vote + change.after.total() - change.before.total();
                }
            }
            Step::Unfreeze(who) => drop(Power::unfreeze(signed(who), who)),
            Step::Wait(time) => wait(time),
            Step::Poll => poll_hook(),
        }
    }

    fn check(&self) {
        for poll in Polls::<Test>::iter_keys() {
            let snapshot = Power::poll(poll).unwrap();
            let mut amounts = 0;
            let mut powers = 0;
            for (who, ballot) in Ballots::<Test>::iter_prefix(poll) {
                // No more than the account had at the snapshot: all such tokens are different.
                assert!(ballot.amount <= self.snapshots[&poll][&who]);
                // And they are still there, as long as votes can be counted.
                assert!(now() >= snapshot.ends || frozen(who) >= ballot.amount);
                assert!(Balances::total_balance(&who) >= frozen(who));
                assert!(ballot.power <= ballot.amount + ballot.amount / 5);
                amounts += ballot.amount;
                powers += ballot.power;
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
    fn no_token_counts_twice(
        steps in vec(step(), 1..100),
        scores in vec(0..500u32, 2),
        wallet in any::<bool>(),
    ) {
        let balances = HOLDERS.map(|who| (who, Balance::from(who) * 10)).to_vec();
        let rest = vec![(99, 1_000)];
        ExtBuilder::default().balances(&[balances, rest].concat()).build_and_execute(|| {
            TestAgents::set_score(ADA, scores[0]);
            TestAgents::set_score(BEN, scores[1]);
            if wallet {
                TestAgents::set_owner(BEN, ADA);
            }
            let mut tally = Tally::default();
            for step in steps {
                tally.apply(step);
                tally.check();
            }
        });
    }
}
