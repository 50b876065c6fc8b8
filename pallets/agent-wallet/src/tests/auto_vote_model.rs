//! Wallets come and go while the hook visits them: each that was on the list when the second half of a vote began is
//! visited exactly once for it. Against a model that keeps who has to be visited, and for what.

use super::voters::*;
use crate::{
    jobs::MAX_JOBS, mock::*, strategy::Place, types::Strategy as VotesBy, AutoVoters, Error, Jobs,
    WeightInfo,
};
use aitbc_primitives::{
    agents::Role,
    governance::{
        proposals::{ProposalId, ProposalKind},
        strategies::StrategyVotes,
    },
    token::AITBC,
    Moment,
};
use aitbc_test_support::{cases, now, signed, wait, TestProposals, ADA, BEN};
use frame_support::{traits::fungible::Mutate, weights::Weight};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

const WALLETS: usize = 6;

/// How long half of a vote takes.
const HALF_VOTE: Moment = 10_000;

#[derive(Clone, Debug)]
enum Op {
    SwitchOn(usize),
    SwitchOff(usize),
    Stop(usize),
    Reactivate(usize),
    /// It has a token, or a thousand.
    Fund(usize, bool),
    /// It has power, or none.
    Empower(usize, bool),
    VoteByHand(usize, usize),
    Ask(usize, usize),
    Open,
    Close(usize),
    Extend(usize),
    Wait(Moment),
    /// A block with room for so many votes.
    Block(u64),
}

fn op() -> impl Strategy<Value = Op> {
    let who = 0..WALLETS;
    let proposal = 0..8usize;
    prop_oneof![
        3 => who.clone().prop_map(Op::SwitchOn),
        1 => who.clone().prop_map(Op::SwitchOff),
        1 => who.clone().prop_map(Op::Stop),
        2 => who.clone().prop_map(Op::Reactivate),
        2 => (who.clone(), prop::bool::weighted(0.7)).prop_map(|(who, rich)| Op::Fund(who, rich)),
        2 => (who.clone(), prop::bool::weighted(0.7)).prop_map(|(who, has)| Op::Empower(who, has)),
        1 => (who.clone(), proposal.clone()).prop_map(|(who, id)| Op::VoteByHand(who, id)),
        2 => (who, proposal.clone()).prop_map(|(who, id)| Op::Ask(who, id)),
        2 => Just(Op::Open),
        1 => proposal.clone().prop_map(Op::Close),
        1 => proposal.prop_map(Op::Extend),
        4 => (0..HALF_VOTE).prop_map(Op::Wait),
        5 => (0..6u64).prop_map(Op::Block),
    ]
}

#[derive(Clone, Default)]
struct Wallet {
    account: u64,
    is_on: bool,
    is_stopped: bool,
    is_rich: bool,
    has_power: bool,
    /// Its place on the list, and since when.
    listed: Option<(Place, Moment)>,
}

struct Vote {
    snapshot: Moment,
    second_half: Moment,
    ends: Moment,
    /// Who has voted, in whichever way.
    voted: BTreeSet<usize>,
    /// Who has to be visited still, by place, once the second half has begun.
    pending: Option<BTreeMap<Place, usize>>,
}

struct Model {
    wallets: Vec<Wallet>,
    votes: BTreeMap<ProposalId, Vote>,
    next_place: Place,
    next_id: ProposalId,
    /// All votes by strategy.
    cast: usize,
}

impl Model {
    fn new() -> Self {
        let wallets = (0..WALLETS as u32).map(|index| Wallet {
            account: linked(index, Role::Provider),
            is_rich: true,
            has_power: true,
            ..Wallet::default()
        });
        let wallets = wallets.collect();
        Self { wallets, votes: BTreeMap::new(), next_place: 0, next_id: 0, cast: 0 }
    }

    fn list(&mut self, who: usize) {
        if self.wallets[who].listed.is_none() {
            self.wallets[who].listed = Some((self.next_place, now()));
            self.next_place += 1;
        }
    }

    fn id(&self, choice: usize) -> Option<ProposalId> {
        let ids: Vec<_> = self.votes.keys().copied().collect();
        (!ids.is_empty()).then(|| ids[choice % ids.len()])
    }

    fn apply(&mut self, op: Op) {
        match op {
            Op::SwitchOn(who) => {
                let done = self.set(who, true);
                if !self.wallets[who].is_rich {
                    assert_eq!(done, Err(Error::<Test>::BalanceTooLow.into()));
                    return;
                }
                assert_eq!(done, Ok(()));
                self.wallets[who].is_on = true;
                if !self.wallets[who].is_stopped {
                    self.list(who);
                }
            }
            Op::SwitchOff(who) => {
                assert_eq!(self.set(who, false), Ok(()));
                self.wallets[who].is_on = false;
                self.wallets[who].listed = None;
            }
            Op::Stop(who) => {
                let wallet = &mut self.wallets[who];
                let done = AgentWallet::stop(signed(ADA), wallet.account);
                assert_eq!(done.is_ok(), !wallet.is_stopped);
                wallet.is_stopped = true;
            }
            Op::Reactivate(who) => {
                let wallet = &mut self.wallets[who];
                let done = AgentWallet::reactivate(signed(ADA), wallet.account);
                assert_eq!(done.is_ok(), wallet.is_stopped);
                wallet.is_stopped = false;
                if done.is_ok() && wallet.is_on {
                    self.list(who);
                }
            }
            Op::Fund(who, is_rich) => {
                let wallet = &mut self.wallets[who];
                let balance = if is_rich { 1_000 * AITBC } else { AITBC };
                Balances::set_balance(&wallet.account, balance);
                wallet.is_rich = is_rich;
            }
            Op::Empower(who, has_power) => {
                self.wallets[who].has_power = has_power;
                TestProposals::set_power(self.wallets[who].account, has_power);
            }
            Op::VoteByHand(who, choice) => {
                let Some(id) = self.id(choice) else { return };
                if self.votes.get_mut(&id).unwrap().voted.insert(who) {
                    TestProposals::vote_by_hand(id, self.wallets[who].account);
                }
            }
            Op::Ask(who, choice) => {
                let Some(id) = self.id(choice) else { return };
                let vote = self.votes.get_mut(&id).unwrap();
                let wallet = &self.wallets[who];
                let votes = wallet.is_on
                    && !wallet.is_stopped
                    && wallet.is_rich
                    && wallet.has_power
                    && (vote.second_half..vote.ends).contains(&now())
                    && !vote.voted.contains(&who);
                let done = AgentWallet::auto_vote(signed(BEN), wallet.account, id);
                assert_eq!(done.is_ok(), votes, "{done:?}");
                if votes {
                    vote.voted.insert(who);
                    self.cast += 1;
                    self.list(who);
                }
            }
            Op::Open => {
                let live = self.votes.values().filter(|vote| now() < vote.ends).count();
                if live < MAX_JOBS as usize {
                    let id = self.next_id;
                    self.next_id += 1;
                    TestProposals::open(id, ProposalKind::AgentTrading, HALF_VOTE);
                    let (snapshot, voted, pending) = (now(), BTreeSet::new(), None);
                    let (second_half, ends) = (snapshot + HALF_VOTE, snapshot + 2 * HALF_VOTE);
                    self.votes.insert(id, Vote { snapshot, second_half, ends, voted, pending });
                }
            }
            Op::Close(choice) => {
                let Some(id) = self.id(choice) else { return };
                TestProposals::close(id);
                self.votes.remove(&id);
            }
            Op::Extend(choice) => {
                let Some(id) = self.id(choice) else { return };
                let vote = self.votes.get_mut(&id).unwrap();
                if now() < vote.ends {
                    vote.second_half += 2_000;
                    vote.ends += 4_000;
                    TestProposals::change(id, |proposal| {
                        proposal.second_half += 2_000;
                        proposal.ends += 4_000;
                    });
                }
            }
            Op::Wait(time) => wait(time),
            Op::Block(votes) => self.block(votes),
        }
    }

    fn set(&self, who: usize, auto_vote: bool) -> DispatchResult {
        let strategy = VotesBy { auto_vote, ..on(Role::Provider) };
        let wallet = self.wallets[who].account;
        AgentWallet::set_strategy(signed(ADA), wallet, Some(strategy))
    }

    /// The hook in a block with room for so many votes.
    fn block(&mut self, votes: u64) {
        let vote = <TestProposals as StrategyVotes<u64>>::vote_weight();
        let each = <()>::turn().saturating_add(AgentWallet::most_of_a_visit()).saturating_add(vote);
        let base = <()>::poll(MAX_JOBS).saturating_add(<()>::settle());
        HookWeight::set(&base.saturating_add(each.saturating_mul(votes)));
        self.votes.retain(|_, vote| now() < vote.ends || vote.pending.is_none());

        let list: BTreeMap<_, _> =
            (0..WALLETS).filter_map(|who| Some((self.wallets[who].listed?.0, who))).collect();
        let mut open = 0;
        for vote in self.votes.values_mut() {
            let is_on = (vote.second_half..vote.ends).contains(&now());
            if is_on && vote.pending.is_none() {
                vote.pending = Some(list.clone());
            }
            open +=
                usize::from(is_on && vote.pending.as_ref().is_some_and(|left| !left.is_empty()));
        }

        let spent = poll_within(Weight::MAX);
        assert!(spent.all_lte(HookWeight::get()));

        let jobs = Jobs::<Test>::get().jobs;
        let known: Vec<_> = jobs.iter().map(|job| job.proposal).collect();
        let begun: Vec<_> = self
            .votes
            .iter()
            .filter(|(_, vote)| vote.pending.is_some() && now() < vote.ends)
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(known, begun);
        let (mut visited, mut gone) = (0, BTreeSet::new());
        for job in jobs {
            let vote = self.votes.get_mut(&job.proposal).unwrap();
            let pending = vote.pending.as_mut().unwrap();
            let left = pending.split_off(&job.cursor);
            for (place, who) in core::mem::replace(pending, left) {
                visited += 1;
                let wallet = &self.wallets[who];
                // It has left the list before it was visited.
                let Some((_, since)) = wallet.listed.filter(|(now, _)| *now == place) else {
                    continue;
                };
                if wallet.is_stopped || !wallet.is_rich {
                    gone.insert(who);
                } else if vote.voted.contains(&who) {
                    // It stands.
                } else if wallet.has_power {
                    vote.voted.insert(who);
                    self.cast += 1;
                    let cast = TestProposals::vote(job.proposal, wallet.account);
                    assert!(cast.is_some(), "{who} has not voted on {}", job.proposal);
                } else if since < vote.snapshot {
                    gone.insert(who);
                }
            }
        }
        for who in gone {
            self.wallets[who].listed = None;
        }
        assert!(votes == 0 || open == 0 || visited > 0, "nobody was visited");
        self.check();
    }

    /// What is stored is what the model says.
    fn check(&self) {
        assert_eq!(TestProposals::votes().len(), self.cast);
        for wallet in &self.wallets {
            let place = wallet.listed.map(|(place, _)| place);
            assert_eq!(AgentWallet::place(wallet.account), place);
        }
        let listed = self.wallets.iter().filter(|wallet| wallet.listed.is_some()).count();
        assert_eq!(AutoVoters::<Test>::iter().count(), listed);
        check_invariants();
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn each_wallet_is_visited_exactly_once(ops in prop::collection::vec(op(), 1..60)) {
        ExtBuilder.build_and_execute(|| {
            TestProposals::set_vote_time(1_150);
            let mut model = Model::new();
            for op in ops {
                model.apply(op);
                System::reset_events();
            }
            // Whoever is left has its turn.
            model.block(1_000);
            for vote in model.votes.values() {
                let is_on = (vote.second_half..vote.ends).contains(&now());
                let left = vote.pending.iter().flatten().count();
                assert!(!is_on || left == 0);
            }
        });
    }
}
