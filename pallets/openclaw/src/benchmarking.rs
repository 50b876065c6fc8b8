//! Benchmarks of all calls and of each step of the hooks, with as much as each can read and write. Those of
//! `bootstrap_dispatch` and of enactment are without the calls that they make. Those marked as extra are for
//! `scripts/bench.sh openclaw`, and weights do not come of them.

use super::*;
use crate::types::*;
use aitbc_primitives::{
    governance::{
        court::Verdict,
        polls::Polls as _,
        proposals::{Category, Grounds, Position, ProposalId, ProposalKind, Wishes},
        PowerByClass, VoterClass,
    },
    time::{DAY, HOUR},
    token::AITBC,
    Balance, Moment,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{
        fungible::{Balanced, Inspect},
        tokens::Precision,
        EnsureOrigin,
    },
    weights::{Weight, WeightMeter},
    BoundedVec,
};
use frame_system::RawOrigin;

/// When benchmarks run.
const NOW: Moment = 1_800_000_000_000;

/// Less than was counted and frozen of a voter before.
const LESS: Balance = 1_000 * AITBC;

#[benchmarks(where <T as Config>::RuntimeCall: From<frame_system::Call<T>> + From<Call<T>>)]
mod benches {
    use super::*;

    type Helper<T> = <T as Config>::BenchmarkHelper;

    fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
        T::CouncilOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
    }

    fn last<T: Config>(event: Event<T>) {
        frame_system::Pallet::<T>::assert_last_event(event.into());
    }

    /// A proposal with texts and calls of so many bytes.
    fn propose_bytes<T: Config>(index: u32, bytes: u32) -> (ProposalId, T::AccountId) {
        Helper::<T>::set_time(NOW);
        let proposer = Helper::<T>::voter(index);
        (propose_as::<T>(proposer.clone(), bytes), proposer)
    }

    fn propose_as<T: Config>(proposer: T::AccountId, bytes: u32) -> ProposalId {
        let (kind, calls) = Helper::<T>::calls(bytes);
        let id = NextProposal::<T>::get();
        Pallet::<T>::do_propose(
            proposer,
            kind,
            vec![b't'; MIN_TITLE],
            vec![b'd'; MIN_DESCRIPTION],
            vec![],
            Category::Other,
            calls,
            Wishes::default(),
        )
        .unwrap();
        id
    }

    /// A proposal that is voted on now, with as many others on the agenda as can be.
    fn proposed<T: Config>() -> (ProposalId, T::AccountId) {
        let proposed = propose_bytes::<T>(0, 100);
        fill_agenda::<T>();
        proposed
    }

    /// Fills the agenda with other proposals, for ever. They need not exist to be passed over.
    fn fill_agenda<T: Config>() {
        Agenda::<T>::mutate(|agenda| {
            for id in (1_000..).take(MAX_LIVE as usize - agenda.len()) {
                agenda.try_push((Moment::MAX - 1, id)).unwrap();
            }
        });
    }

    /// Fills the list of open votes with others that come before.
    fn fill_open_votes<T: Config>() {
        OpenVotes::<T>::mutate(|votes| {
            for proposal in (1_000..).take(MAX_LIVE as usize - votes.len()) {
                let open = OpenVote { proposal, second_half: NOW, ends: Moment::MAX };
                votes.try_insert(0, open).unwrap();
            }
        });
    }

    fn begin_voting<T: Config>(id: ProposalId) {
        Helper::<T>::set_time(Proposals::<T>::get(id).unwrap().voting_from);
    }

    /// A vote for a proposal, with a reason.
    fn vote_on<T: Config>(id: ProposalId, who: &T::AccountId) {
        say::<T>(id, who, Position::For);
    }

    /// A vote with a reason.
    fn say<T: Config>(id: ProposalId, who: &T::AccountId, position: Position) {
        let reason = Some(vec![b'r'; MAX_REASON]);
        Pallet::<T>::do_vote(who.clone(), id, position, None, reason).unwrap();
    }

    /// Makes a proposal need three approvals, and have them.
    fn approved<T: Config>(id: ProposalId) {
        Proposals::<T>::mutate(id, |proposal| {
            let proposal = proposal.as_mut().unwrap();
            proposal.needs_council = true;
            proposal.kind = ProposalKind::ParameterChange;
        });
        let members: Vec<_> = T::Council::members().into_iter().take(SEATS as usize).collect();
        Approvals::<T>::insert(id, BoundedVec::truncate_from(members));
    }

    /// Makes a proposal that has passed, whatever its votes were.
    fn passed<T: Config>(id: ProposalId) {
        Proposals::<T>::mutate(id, |proposal| {
            let proposal = proposal.as_mut().unwrap();
            proposal.stage = Stage::Passed;
            proposal.eta = proposal.ends;
        });
        let proposal = Proposals::<T>::get(id).unwrap();
        let _ = T::Polls::close(id);
        Helper::<T>::set_time(proposal.eta);
        Pallet::<T>::schedule(id, proposal.eta).unwrap();
    }

    fn challenged<T: Config>(id: ProposalId) {
        let challenger = Helper::<T>::voter(900);
        let text = vec![b'c'; MAX_REASON];
        Pallet::<T>::do_challenge(challenger, id, Grounds::Spam, text).unwrap();
    }

    fn names<T: Config>(count: u32) -> CallNames {
        CallNames::truncate_from((0..count).map(Helper::<T>::pausable).collect())
    }

    /// Fills the list of pauses with so many others.
    fn fill_pauses<T: Config>(left: u32) {
        let name = |index: u32| {
            let name = Name::truncate_from([&index.to_le_bytes()[..], &[b'x'; 60]].concat());
            (name.clone(), name)
        };
        let braked = Braked { until: NOW + DAY, by: BrakedBy::Emergency };
        let paused: Vec<_> = (0..MAX_PAUSED - left).map(|index| (name(index), braked)).collect();
        Brakes::<T>::put(BrakesOn {
            paused: BoundedVec::truncate_from(paused),
            ..Default::default()
        });
    }

    /// A policy with the longest name.
    fn policy_name() -> Vec<u8> {
        vec![b'p'; MAX_POLICY_NAME as usize]
    }

    #[benchmark]
    fn bootstrap_dispatch() -> Result<(), BenchmarkError> {
        Bootstrap::<T>::put(countdown());
        let origin =
            T::BootstrapOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let call = frame_system::Call::<T>::remark { remark: vec![] };

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, Box::new(call.into()));

        last::<T>(Event::BootstrapDispatched { result: Ok(()) });
        Ok(())
    }

    #[benchmark]
    fn count_down() {
        Bootstrap::<T>::put(countdown());

        #[block]
        {
            Pallet::<T>::count_down();
        }

        assert!(Bootstrap::<T>::exists());
    }

    fn countdown() -> Countdown {
        Countdown { left: BOOTSTRAP_DURATION, counted_to: 1 }
    }

    /// What the polls that are moved cost is in `p`: each is one of these proposals.
    #[benchmark]
    fn make_up_for_lost_time(p: Linear<0, 64>) {
        let (template, _) = propose_bytes::<T>(0, 100);
        let proposal = Proposals::<T>::get(template).unwrap();
        begin_voting::<T>(template);
        Agenda::<T>::kill();
        OpenVotes::<T>::kill();
        for id in 10_000..10_000 + p {
            T::Polls::open(id, proposal.ends).unwrap();
            Pallet::<T>::open_vote(id, proposal.voting_from, proposal.ends).unwrap();
            Proposals::<T>::insert(id, proposal.clone());
            Pallet::<T>::schedule(id, proposal.ends).unwrap();
        }

        #[block]
        {
            Pallet::<T>::give_time_back(proposal.voting_from, proposal.voting_from + DAY);
        }

        if p > 0 {
            assert_eq!(Proposals::<T>::get(10_000).unwrap().lost, DAY);
        }
    }

    #[benchmark]
    fn propose(b: Linear<61, 72_256>) {
        Helper::<T>::set_time(NOW);
        let proposer = Helper::<T>::voter(0);
        let text = b - MIN_TITLE as u32 - 1;
        let description = text.min(MAX_DESCRIPTION as u32).max(MIN_DESCRIPTION as u32);
        let (kind, calls) = Helper::<T>::calls((text - description).min(MAX_CALLS_BYTES));
        let title = vec![b't'; MIN_TITLE];
        let description = vec![b'd'; description as usize];
        whitelist_account!(proposer);

        #[extrinsic_call]
        _(
            RawOrigin::Signed(proposer.clone()),
            kind,
            title,
            description,
            vec![],
            Category::Other,
            calls,
            Wishes::default(),
        );

        assert_eq!(LiveBy::<T>::get(proposer), 1);
    }

    #[benchmark]
    fn withdraw() {
        let (id, proposer) = proposed::<T>();
        Proposals::<T>::mutate(id, |proposal| proposal.as_mut().unwrap().voting_from = NOW + 1);
        whitelist_account!(proposer);

        #[extrinsic_call]
        _(RawOrigin::Signed(proposer), id);

        assert_eq!(Proposals::<T>::get(id).unwrap().stage, Stage::Withdrawn);
    }

    /// Makes humans be divided over a proposal, whose end is near: with anything more for it, it passes, and its
    /// end moves.
    fn turn_late<T: Config>(id: ProposalId) {
        Proposals::<T>::mutate(id, |proposal| {
            let proposal = proposal.as_mut().unwrap();
            proposal.quorum = Default::default();
            proposal.min_turnout = 0;
        });
        Tallies::<T>::mutate(id, |tally| {
            let humans = |power| PowerByClass::of(VoterClass::Human, power);
            tally.add(Position::For, humans(1_000_000 * AITBC), true);
            tally.add(Position::Against, humans(tally.all.votes_for.human), true);
        });
        fill_open_votes::<T>();
        Helper::<T>::set_time(Proposals::<T>::get(id).unwrap().ends - 1);
    }

    fn has_moved<T: Config>(id: ProposalId) -> bool {
        Proposals::<T>::get(id).unwrap().late > 0
    }

    /// A proposal whose end moves if this account votes for it now. It is the wallet of an agent, has a long history
    /// and something counted in so many other polls, has been counted for a delegate that has other delegators, and is
    /// a delegate by now.
    fn turned_late<T: Config>(polls: u32) -> (ProposalId, T::AccountId) {
        let [who, delegator, delegate, other] = [1, 2, 3, 4].map(Helper::<T>::voter);
        Helper::<T>::set_time(NOW);
        Helper::<T>::make_agents_wallet(&who);
        Helper::<T>::give_history(&who);
        Helper::<T>::delegate(&who, &delegate);
        Helper::<T>::delegate(&other, &delegate);
        let (id, _) = proposed::<T>();
        begin_voting::<T>(id);
        say::<T>(id, &delegate, Position::Abstain);
        Pallet::<T>::do_cast_for_delegator(id, who.clone()).unwrap();
        // Its delegators were walked.
        DelegatorCursors::<T>::remove(id, &delegate);
        Helper::<T>::delegate(&delegator, &who);
        Helper::<T>::occupy(&who, polls);
        turn_late::<T>(id);
        (id, who)
    }

    /// What is found when a vote of `turned_late` was cast.
    fn check_turned<T: Config>(id: ProposalId, who: &T::AccountId) {
        assert!(has_moved::<T>(id));
        // Of both delegates.
        assert_eq!(DelegatorCursors::<T>::iter_prefix(id).count(), 2);
        assert!(Votes::<T>::get(id, who).unwrap().own > 0);
    }

    /// A wallet that has become a delegate votes for the first time, with less than was counted of it, so late that the
    /// end moves.
    #[benchmark]
    fn vote(b: Linear<0, 2_000>, p: Linear<0, 63>) {
        let (id, who) = turned_late::<T>(p);
        // Characters have up to four bytes.
        let reason = "𝕏".repeat(b as usize / 4).into_bytes();
        whitelist_account!(who);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), id, Position::For, Some(LESS), Some(reason));

        check_turned::<T>(id, &who);
    }

    /// A wallet that nobody has delegated to votes for the first time, without words, so late that the outcome is
    /// looked at, which it does not change.
    #[benchmark]
    fn plain_vote(p: Linear<0, 63>) {
        let who = Helper::<T>::voter(1);
        Helper::<T>::set_time(NOW);
        Helper::<T>::make_agents_wallet(&who);
        Helper::<T>::give_history(&who);
        Helper::<T>::occupy(&who, p);
        let (id, _) = proposed::<T>();
        for class in [VoterClass::Human, VoterClass::Provider, VoterClass::Builder] {
            let supporters = PowerByClass::of(class, 1_000_000 * AITBC);
            Tallies::<T>::mutate(id, |tally| tally.add(Position::For, supporters, true));
        }
        turn_late::<T>(id);
        Tallies::<T>::mutate(id, |tally| {
            let more = PowerByClass::of(VoterClass::Human, 1_000_000 * AITBC);
            tally.add(Position::For, more, true);
        });
        whitelist_account!(who);

        #[extrinsic_call]
        vote(RawOrigin::Signed(who.clone()), id, Position::For, None, None);

        assert!(!has_moved::<T>(id));
        assert!(Votes::<T>::get(id, &who).unwrap().own > 0);
    }

    /// A proposal of which everything is to be said.
    #[benchmark]
    fn evaluation() {
        let (id, proposer) = proposed::<T>();
        approved::<T>(id);
        challenged::<T>(id);
        let entries = |count| (0..count).map(|id| (id, NOW)).collect::<Vec<_>>();
        let record = Record {
            enacted: BoundedVec::truncate_from(entries(MAX_ENACTED)),
            failed: BoundedVec::truncate_from(entries(MAX_FAILED)),
        };
        Records::<T>::insert(proposer, record);
        let [humans_for, humans_against] = [Balance::MAX / 7, Balance::MAX / 3];
        let tally = FullTally { humans_for, humans_against, ..Default::default() };
        Tallies::<T>::insert(id, tally);
        let found;

        #[block]
        {
            found = Pallet::<T>::evaluate(id).unwrap();
        }

        assert!(found.support < 0 && found.challenge < 0 && found.proposer < 0);
    }

    /// Calls that have to be looked at one by one.
    #[benchmark]
    fn are_large(n: Linear<0, 16>) {
        let calls = Helper::<T>::small_calls(n);
        let found;

        #[block]
        {
            found = T::Requirements::are_large(&calls);
        }

        assert!(!found);
    }

    /// So many wallets, each of another agent, with long histories, delegate to an account that votes for a proposal. The
    /// end moves when the first is counted.
    fn delegated<T: Config>(wallets: u32) -> (ProposalId, T::AccountId, T::AccountId) {
        let delegate = Helper::<T>::voter(1);
        Helper::<T>::set_time(NOW);
        for index in 0..wallets {
            let delegator = Helper::<T>::voter(2 + index);
            Helper::<T>::make_agents_wallet(&delegator);
            Helper::<T>::give_history(&delegator);
            Helper::<T>::delegate(&delegator, &delegate);
        }
        let (id, proposer) = proposed::<T>();
        begin_voting::<T>(id);
        vote_on::<T>(id, &delegate);
        turn_late::<T>(id);
        (id, proposer, delegate)
    }

    #[benchmark]
    fn cast_for_delegator() {
        let (id, caller, delegate) = delegated::<T>(1);
        let delegator = T::Polls::delegators(&delegate, None, 1).pop().unwrap();
        whitelist_account!(caller);

        #[extrinsic_call]
        _(RawOrigin::Signed(caller), id, delegator);

        assert!(has_moved::<T>(id));
        assert!(Votes::<T>::get(id, delegate).unwrap().delegated.total() > 0);
    }

    #[benchmark]
    fn cast_delegators(n: Linear<1, 4>) {
        let (id, _, delegate) = delegated::<T>(n);

        #[block]
        {
            let (id, delegate, after) = DelegatorCursors::<T>::iter().next().unwrap();
            Pallet::<T>::cast_page(id, &delegate, after);
        }

        assert!(has_moved::<T>(id));
        assert!(Votes::<T>::get(id, delegate).unwrap().delegated.total() > 0);
    }

    #[benchmark]
    fn approve() {
        let (id, _) = proposed::<T>();
        approved::<T>(id);
        passed::<T>(id);
        let member = T::Council::members().into_iter().next().unwrap();
        Approvals::<T>::mutate(id, |approvals| approvals.retain(|who| *who != member));
        whitelist_account!(member);

        #[extrinsic_call]
        _(RawOrigin::Signed(member.clone()), id);

        last::<T>(Event::Approved { proposal: id, who: member });
    }

    #[benchmark]
    fn revoke_approval() {
        let (id, _) = proposed::<T>();
        approved::<T>(id);
        let member = T::Council::members().into_iter().next().unwrap();
        whitelist_account!(member);

        #[extrinsic_call]
        _(RawOrigin::Signed(member.clone()), id);

        last::<T>(Event::ApprovalRevoked { proposal: id, who: member });
    }

    #[benchmark]
    fn challenge(b: Linear<0, 2_000>) {
        let (id, _) = proposed::<T>();
        let challenger = Helper::<T>::voter(1);
        let text = "𝕏".repeat(b as usize / 4).into_bytes();
        whitelist_account!(challenger);

        #[extrinsic_call]
        _(RawOrigin::Signed(challenger), id, Grounds::Malicious, text);

        assert!(Challenges::<T>::contains_key(id));
    }

    #[benchmark]
    fn verdict() {
        let (id, _) = proposed::<T>();
        challenged::<T>(id);

        #[block]
        {
            Pallet::<T>::conclude(id, Verdict::Upheld);
        }

        assert_eq!(Proposals::<T>::get(id).unwrap().stage, Stage::Voided);
    }

    #[benchmark]
    fn postpone() -> Result<(), BenchmarkError> {
        let (id, _) = proposed::<T>();
        passed::<T>(id);
        Proposals::<T>::mutate(id, |proposal| proposal.as_mut().unwrap().is_postponable = true);
        let origin = council::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, id);

        assert!(Proposals::<T>::get(id).unwrap().is_postponed);
        Ok(())
    }

    /// Looking at a proposal that still waits for approvals.
    #[benchmark]
    fn attend() {
        let (id, _) = proposed::<T>();
        approved::<T>(id);
        passed::<T>(id);
        Approvals::<T>::mutate(id, |approvals| approvals.truncate(2));

        #[block]
        {
            let proposal = Proposals::<T>::get(id).unwrap();
            let mut meter = WeightMeter::new();
            let mut room = agenda::Room { meter: &mut meter, left: Weight::MAX, has_worked: false };
            Pallet::<T>::attend(id, proposal, &mut room);
        }

        assert_eq!(Proposals::<T>::get(id).unwrap().stage, Stage::Passed);
    }

    /// Ending a vote that nobody has voted in costs most: the proposal finishes.
    #[benchmark]
    fn decide() {
        let (id, _) = proposed::<T>();
        let proposal = Proposals::<T>::get(id).unwrap();
        Helper::<T>::set_time(proposal.ends);
        ParticipationOf::<T>::mutate(|of| of.highest = Some(Default::default()));

        #[block]
        {
            Pallet::<T>::decide(id, proposal);
        }

        assert!(Proposals::<T>::get(id).unwrap().finished.is_some());
    }

    #[benchmark]
    fn enact(b: Linear<1, 51_200>) {
        let (id, _) = propose_bytes::<T>(0, b.min(51_000));
        fill_agenda::<T>();
        approved::<T>(id);
        passed::<T>(id);
        let proposal = Proposals::<T>::get(id).unwrap();

        #[block]
        {
            Pallet::<T>::enact(id, proposal, Weight::MAX);
        }

        assert!(Proposals::<T>::get(id).unwrap().finished.is_some());
    }

    /// All live proposals have approvals of members who leave.
    #[benchmark]
    fn set_council() {
        let members: Vec<_> = T::Council::members().into_iter().take(SEATS as usize).collect();
        fill_agenda::<T>();
        for (_, id) in Agenda::<T>::get() {
            Approvals::<T>::insert(id, BoundedVec::truncate_from(members.clone()));
        }
        let new = [1, 2, 3, 4, 5].map(|index| account::<T::AccountId>("member", index, 0));

        #[extrinsic_call]
        _(RawOrigin::Root, new.clone());

        assert!(new.iter().all(T::Council::contains));
    }

    #[benchmark]
    fn cancel_proposal() {
        let (id, _) = proposed::<T>();

        #[extrinsic_call]
        _(RawOrigin::Root, id);

        assert_eq!(Proposals::<T>::get(id).unwrap().stage, Stage::Cancelled);
    }

    #[benchmark]
    fn pause(n: Linear<0, 16>) -> Result<(), BenchmarkError> {
        Helper::<T>::set_time(NOW);
        fill_pauses::<T>(n);
        let origin = council::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, names::<T>(n), None);

        assert_eq!(Brakes::<T>::get().paused.len(), MAX_PAUSED as usize);
        Ok(())
    }

    #[benchmark]
    fn unpause(n: Linear<0, 16>) {
        Helper::<T>::set_time(NOW);
        fill_pauses::<T>(n);
        Pallet::<T>::do_pause(names::<T>(n), None, BrakedBy::Emergency).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Root, names::<T>(n));

        assert_eq!(Brakes::<T>::get().paused.len(), (MAX_PAUSED - n) as usize);
    }

    #[benchmark]
    fn enter_safe_mode() -> Result<(), BenchmarkError> {
        Helper::<T>::set_time(NOW);
        fill_pauses::<T>(0);
        let origin = council::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, None);

        assert!(Brakes::<T>::get().safe_mode.is_some());
        Ok(())
    }

    #[benchmark]
    fn exit_safe_mode() {
        Helper::<T>::set_time(NOW);
        fill_pauses::<T>(0);
        Pallet::<T>::do_enter_safe_mode(None, BrakedBy::Emergency).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Root);

        assert!(Brakes::<T>::get().safe_mode.is_none());
    }

    #[benchmark]
    fn set_policy(b: Linear<0, 4_096>) {
        Helper::<T>::set_time(NOW);
        let long = vec![b'x'; MAX_POLICY_VALUE as usize];
        Pallet::<T>::do_set_policy(policy_name(), long).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Root, policy_name(), vec![b'y'; b as usize]);

        assert_eq!(Policies::<T>::iter().next().unwrap().1.version, 2);
    }

    #[benchmark]
    fn remove_policy() {
        Helper::<T>::set_time(NOW);
        let long = vec![b'x'; MAX_POLICY_VALUE as usize];
        Pallet::<T>::do_set_policy(policy_name(), long).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Root, policy_name());

        assert_eq!(Policies::<T>::count(), 0);
    }

    /// The hook with nothing to do.
    #[benchmark]
    fn poll() {
        proposed::<T>();
        fill_pauses::<T>(0);
        let mut meter = WeightMeter::new();

        #[block]
        {
            Pallet::<T>::work(&mut meter);
        }

        assert_eq!(meter.consumed(), T::WeightInfo::poll());
    }

    /// A proposal that finished long ago, with so many votes.
    fn outdated<T: Config>(votes: u32) -> ProposalId {
        let (id, _) = propose_bytes::<T>(0, MAX_CALLS_BYTES - 200);
        challenged::<T>(id);
        begin_voting::<T>(id);
        for index in 0..votes {
            vote_on::<T>(id, &Helper::<T>::voter(1 + index));
        }
        Pallet::<T>::conclude(id, Verdict::Upheld);
        let finished = Proposals::<T>::get(id).unwrap().finished.unwrap();
        Helper::<T>::set_time(finished + T::Settings::retention());
        id
    }

    #[benchmark]
    fn prune_votes(n: Linear<1, 8>) {
        let id = outdated::<T>(n);

        #[block]
        {
            Pallet::<T>::prune_page(id, 0, n);
        }

        assert_eq!(Votes::<T>::iter_prefix(id).count(), 0);
    }

    #[benchmark]
    fn archive() {
        let id = outdated::<T>(0);

        #[block]
        {
            let mut meter = WeightMeter::new();
            let mut room = agenda::Room { meter: &mut meter, left: Weight::MAX, has_worked: false };
            Pallet::<T>::archive(&mut room, u32::MAX);
        }

        assert!(Summaries::<T>::contains_key(id));
    }

    /// A proposal that is voted on, with `votes` votes, among so many more holders. The votes are entries
    /// without ballots: nothing but the size of the maps depends on how many there are.
    fn among<T: Config>(votes: u32, holders: u32) -> ProposalId {
        for index in 0..holders {
            let holder = account::<T::AccountId>("holder", index, 0);
            let least = T::Currency::minimum_balance();
            let _ = T::Currency::deposit(&holder, least, Precision::Exact);
        }
        let (id, _) = propose_bytes::<T>(0, 100);
        begin_voting::<T>(id);
        for index in 0..votes {
            let who = account::<T::AccountId>("other", index, 0);
            VoteOrder::<T>::insert(id, index, &who);
            let ballot = Vote {
                position: Position::For,
                class: Default::default(),
                own: 1,
                delegated: Default::default(),
                reason: None,
                at: NOW,
                index,
            };
            Votes::<T>::insert(id, who, ballot);
        }
        Proposals::<T>::mutate(id, |proposal| proposal.as_mut().unwrap().votes = votes);
        id
    }

    #[benchmark(extra)]
    fn propose_among(v: Linear<10, 100_000>, h: Linear<10, 1_000_000>) {
        among::<T>(v, h);
        Helper::<T>::set_time(NOW);
        let proposer = Helper::<T>::voter(1);

        #[block]
        {
            propose_as::<T>(proposer.clone(), 100);
        }

        assert_eq!(LiveBy::<T>::get(proposer), 1);
    }

    #[benchmark(extra)]
    fn vote_among(v: Linear<10, 100_000>, h: Linear<10, 1_000_000>) {
        let id = among::<T>(v, h);
        let who = Helper::<T>::voter(1);

        #[block]
        {
            Pallet::<T>::do_vote(who.clone(), id, Position::For, None, None).unwrap();
        }

        assert_eq!(Votes::<T>::get(id, &who).unwrap().index, v);
    }

    #[benchmark(extra)]
    fn cast_for_delegator_among(v: Linear<10, 100_000>, h: Linear<10, 1_000_000>) {
        let delegate = Helper::<T>::voter(1);
        let delegator = Helper::<T>::voter(2);
        Helper::<T>::set_time(NOW);
        Helper::<T>::delegate(&delegator, &delegate);
        let id = among::<T>(v, h);
        Pallet::<T>::do_vote(delegate.clone(), id, Position::For, None, None).unwrap();

        #[block]
        {
            Pallet::<T>::do_cast_for_delegator(id, delegator).unwrap();
        }

        assert!(Votes::<T>::get(id, delegate).unwrap().delegated.total() > 0);
    }

    #[benchmark(extra)]
    fn finalise_among(v: Linear<10, 100_000>, h: Linear<10, 1_000_000>) {
        let id = among::<T>(v, h);
        let proposal = Proposals::<T>::get(id).unwrap();
        Helper::<T>::set_time(proposal.ends);

        #[block]
        {
            Pallet::<T>::decide(id, proposal);
        }

        assert!(Proposals::<T>::get(id).unwrap().finished.is_some());
    }

    #[benchmark(extra)]
    fn enact_among(v: Linear<10, 100_000>, h: Linear<10, 1_000_000>) {
        let id = among::<T>(v, h);
        passed::<T>(id);
        let proposal = Proposals::<T>::get(id).unwrap();

        #[block]
        {
            Pallet::<T>::enact(id, proposal, Weight::MAX);
        }

        assert_eq!(Proposals::<T>::get(id).unwrap().stage, Stage::Executed);
    }

    /// A vote without a reason by somebody who has voted in two other open polls, and whose history has ten
    /// points.
    #[benchmark(extra)]
    fn typical_vote() {
        let who = Helper::<T>::voter(1);
        for point in 1..=10 {
            Helper::<T>::set_time(NOW - 20 * HOUR + point * HOUR);
            let _ = T::Currency::deposit(&who, 1, Precision::Exact);
        }
        let ids = [0, 2, 3].map(|proposer| propose_bytes::<T>(proposer, 100).0);
        begin_voting::<T>(ids[2]);
        for id in &ids[..2] {
            Pallet::<T>::do_vote(who.clone(), *id, Position::For, None, None).unwrap();
        }

        #[block]
        {
            Pallet::<T>::do_vote(who.clone(), ids[2], Position::For, None, None).unwrap();
        }

        assert!(Votes::<T>::contains_key(ids[2], who));
    }

    // Those that are extra make up to a million accounts.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test,
        extra = false
    );
}
