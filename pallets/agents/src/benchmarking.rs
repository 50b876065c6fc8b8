//! Benchmarks of all calls and of what runs by itself, each with as much as it can read and write: the texts are
//! the longest, the agent has all the capabilities that it can have, and its account has changed hands as often as
//! it may. Those marked as extra are for `scripts/bench.sh agents`, and weights do not come of them.

use super::*;
use crate::{
    types::{AccountList, MessageIds, Profile, Span, SpansOf, MAX_ENDPOINT},
    Agents as Registry,
};
use aitbc_primitives::{
    agents::{
        registry::{AgentTask, InboxPolicy, MessageId, MAX_TAGS, MAX_TAG_LEN},
        Ownership, Role,
    },
    market::deadlines::OnDeadline,
    reputation::{Domain, RepChanged},
    time::DAY,
    token::AITBC,
    Hash, Moment,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::Mutate, UnfilteredDispatchable};
use frame_system::RawOrigin;

/// When benchmarks begin, by both clocks.
const NOW: Moment = 1_800_000_000_000;

/// Among how many others each call is measured.
const FEW: u32 = 100;

/// And among how many once more.
const MANY: u32 = 100_000;

/// Keys of benchmarks begin here; those below are others'.
const OURS: u32 = 1_000_000;

#[benchmarks]
mod benches {
    use super::*;

    type Helper<T> = <T as Config>::BenchmarkHelper;

    /// A tag of the greatest length, another one for each index.
    fn tag(index: u32) -> Vec<u8> {
        let tag = alloc::format!("{:a>1$}", index, MAX_TAG_LEN as usize);
        tag.into_bytes()
    }

    /// The largest profile with so many capabilities from the one with this index on.
    fn profile(from: u32, tags: u32) -> Profile {
        Profile {
            spec_hash: Hash::repeat_byte(1),
            endpoint: [b'e'; MAX_ENDPOINT as usize].to_vec(),
            x25519: [2; 32],
            capabilities: (from..from + tags).map(tag).collect(),
        }
    }

    /// Somebody with tokens.
    fn person<T: Config>(name: &'static str) -> T::AccountId {
        let who = account(name, 0, 0);
        T::Currency::set_balance(&who, 10_000 * AITBC);
        who
    }

    fn begin<T: Config>() {
        Helper::<T>::set_time(NOW);
        Helper::<T>::set_active_time(NOW);
    }

    fn consent<T: Config>(
        agent: &T::AccountId,
        controller: &T::AccountId,
        role: Role,
    ) -> ConsentOf<T> {
        let (nonce, valid_until) = (Nonces::<T>::get(agent), NOW + DAY);
        let message = Pallet::<T>::consent_message(agent, controller, role, nonce, valid_until);
        types::Consent { nonce, valid_until, signature: Helper::<T>::sign(agent, &message) }
    }

    /// Registers a key for its controller.
    fn register_as<T: Config>(
        controller: &T::AccountId,
        index: u32,
        role: Role,
        profile: Profile,
    ) -> T::AccountId {
        let agent = Helper::<T>::key(index);
        let consent = consent::<T>(&agent, controller, role);
        Pallet::<T>::do_register(controller.clone(), agent.clone(), role, profile, consent)
            .unwrap();
        agent
    }

    /// An agent with all that one can have, and its controller. Its account has changed hands before.
    fn agent<T: Config>() -> (T::AccountId, T::AccountId) {
        begin::<T>();
        let controller = person::<T>("controller");
        let key = Helper::<T>::key(OURS);
        T::Currency::set_balance(&key, 10 * AITBC);
        age::<T>(&key, 2);
        let agent = register_as::<T>(&controller, OURS, Role::Provider, profile(0, MAX_TAGS));
        Registry::<T>::mutate(&agent, |agent| {
            let agent = agent.as_mut().unwrap();
            agent.role_changed_at = Some(0);
            agent.last_heartbeat = Some(0);
            agent.offered_to = Some(person::<T>("other"));
        });
        (agent, controller)
    }

    /// An account that has changed hands long ago, and so often lately.
    fn age<T: Config>(who: &T::AccountId, lately: u64) {
        let moments = [0, 0].into_iter().chain((0..lately).map(|index| NOW - DAY + index));
        let spans: Vec<_> = moments.map(|since| Span { since, owner: who.clone() }).collect();
        Spans::<T>::insert(who, SpansOf::truncate_from(spans));
    }

    /// So many other agents of others, put where they belong without the signatures, which would take long. Each
    /// has a capability of its own and the first one of all.
    fn others<T: Config>(number: u32) {
        begin::<T>();
        let controller = person::<T>("another");
        let model = register_as::<T>(&controller, OURS + 1, Role::Consumer, profile(100, 0));
        let model = Registry::<T>::get(&model).unwrap();
        for index in 0..number {
            let who: T::AccountId = account("agent", index, 0);
            let tags = Pallet::<T>::checked_tags([tag(0), tag(1_000 + index)].to_vec());
            let mut agent = model.clone();
            agent.capabilities = tags.ok().unwrap();
            agent.last_heartbeat = Some(NOW);
            Pallet::<T>::enter_tags(&who, &agent.capabilities);
            ByController::<T>::insert(&controller, &who, ());
            Nonces::<T>::insert(&who, 1);
            <Pallet<T> as Ownership<T::AccountId>>::give(&who, &controller).unwrap();
            Pallet::<T>::count(Some((agent.role, agent.status)), None);
            Registry::<T>::insert(&who, agent);
        }
        // What was written has to be looked for as if it were of earlier blocks.
        frame_benchmarking::benchmarking::commit_db();
    }

    /// Opens the inbox of an agent as dear as can be: to as many contacts as it can have, for the highest postage.
    fn open_inbox<T: Config>(agent: &T::AccountId) {
        T::Currency::set_balance(agent, 1_000 * AITBC);
        Pallet::<T>::do_add_contacts(agent.clone(), &contacts::<T>(0, MAX_CONTACTS)).unwrap();
        let policy = InboxPolicy::Contacts;
        Pallet::<T>::do_set_inbox(agent, agent.clone(), policy, MAX_POSTAGE).unwrap();
    }

    /// So many contacts from the one with this index on.
    fn contacts<T: Config>(from: u32, number: u32) -> AccountList<T::AccountId> {
        let accounts: Vec<_> =
            (from..from + number).map(|index| account("contact", index, 0)).collect();
        AccountList::truncate_from(accounts)
    }

    /// A contact with tokens.
    fn sender<T: Config>(index: u32) -> T::AccountId {
        let sender = account("contact", index, 0);
        T::Currency::set_balance(&sender, 1_000 * AITBC);
        sender
    }

    /// An agent and so many of the largest messages to it, each of another sender.
    fn with_messages<T: Config>(number: u32) -> (T::AccountId, MessageIds) {
        let (agent, _) = agent::<T>();
        open_inbox::<T>(&agent);
        let ids: Vec<_> = (0..number).map(|index| write::<T>(&agent, index)).collect();
        (agent, MessageIds::truncate_from(ids))
    }

    /// Sends the largest message.
    fn write<T: Config>(to: &T::AccountId, index: u32) -> MessageId {
        let (from, salt) = (sender::<T>(index), [1; 16]);
        let id = Pallet::<T>::id_of_message(&from, to, salt);
        let envelope = envelope(MAX_ENVELOPE);
        Pallet::<T>::do_send(from, to.clone(), 1, envelope, LONGEST_TTL, MAX_POSTAGE, salt)
            .unwrap();
        id
    }

    fn envelope(bytes: u32) -> Vec<u8> {
        (0..bytes).map(|_| 1).collect()
    }

    fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
        RawOrigin::Signed(who.clone()).into()
    }

    #[benchmark]
    fn register(t: Linear<0, 16>) {
        begin::<T>();
        let controller = person::<T>("controller");
        // It was an agent of another role before.
        let agent = register_as::<T>(&controller, OURS, Role::Builder, profile(0, 0));
        Pallet::<T>::do_retire(controller.clone(), agent.clone()).unwrap();
        age::<T>(&agent, 3);
        let consent = consent::<T>(&agent, &controller, Role::Provider);
        whitelist_account!(controller);

        #[extrinsic_call]
        _(
            RawOrigin::Signed(controller.clone()),
            agent.clone(),
            Role::Provider,
            profile(0, t),
            consent,
        );

        assert_eq!(Registry::<T>::get(agent).unwrap().capabilities.len() as u32, t);
        assert_eq!(Owned::<T>::get(controller), 1);
    }

    #[benchmark]
    fn update(t: Linear<0, 16>) {
        let (agent, controller) = agent::<T>();
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), agent.clone(), profile(MAX_TAGS, t));

        assert_eq!(Registry::<T>::get(agent).unwrap().capabilities.len() as u32, t);
    }

    #[benchmark]
    fn suspend() {
        let (agent, controller) = agent::<T>();
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), agent.clone());

        assert!(!Pallet::<T>::is_available(&Registry::<T>::get(agent).unwrap()));
    }

    #[benchmark]
    fn resume() {
        let (agent, controller) = agent::<T>();
        Pallet::<T>::do_suspend(controller.clone(), agent.clone()).unwrap();
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller.clone()), agent.clone());

        Pallet::<T>::do_suspend(controller, agent).unwrap();
    }

    #[benchmark]
    fn set_role() {
        let (agent, controller) = agent::<T>();
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), agent.clone(), Role::Coordinator);

        assert_eq!(Registry::<T>::get(agent).unwrap().role, Role::Coordinator);
    }

    #[benchmark]
    fn offer_control() {
        let (agent, controller) = agent::<T>();
        let to = person::<T>("third");
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), agent.clone(), Some(to.clone()));

        assert_eq!(Registry::<T>::get(agent).unwrap().offered_to, Some(to));
    }

    #[benchmark]
    fn accept_control() {
        let (agent, _) = agent::<T>();
        let to = person::<T>("other");
        let consent = consent::<T>(&agent, &to, Role::Provider);
        whitelist_account!(to);

        #[extrinsic_call]
        _(RawOrigin::Signed(to.clone()), agent.clone(), consent);

        assert_eq!(Registry::<T>::get(agent).unwrap().controller, to);
    }

    #[benchmark]
    fn retire() {
        let (agent, controller) = agent::<T>();
        open_inbox::<T>(&agent);
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller.clone()), agent.clone());

        assert!(Pallet::<T>::registered(&agent).is_err());
        assert_eq!(Owned::<T>::get(controller), 0);
    }

    #[benchmark]
    fn heartbeat() {
        let (agent, _) = agent::<T>();
        whitelist_account!(agent);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent.clone()));

        assert_eq!(Registry::<T>::get(agent).unwrap().last_heartbeat, Some(NOW));
    }

    #[benchmark]
    fn forget() {
        let (agent, controller) = agent::<T>();
        Pallet::<T>::do_retire(controller, agent.clone()).unwrap();
        Helper::<T>::set_time(NOW + RETENTION + 1);
        let task = AgentTask::Forget(agent.clone());

        #[block]
        {
            <Pallet<T> as OnDeadline<_>>::act(task);
        }

        assert!(!Spans::<T>::contains_key(agent));
    }

    #[benchmark]
    fn stale_forget() {
        let (agent, _) = agent::<T>();
        let task = AgentTask::Forget(agent.clone());

        #[block]
        {
            <Pallet<T> as OnDeadline<_>>::act(task);
        }

        assert!(Spans::<T>::contains_key(agent));
    }

    /// Without what hears of it, which has a weight of its own.
    #[benchmark]
    fn rep_changed() {
        let who: T::AccountId = account("nobody", 0, 0);

        #[block]
        {
            <Pallet<T> as RepChanged<_>>::changed(Domain::Compute, &who);
        }
    }

    #[benchmark]
    fn send(b: Linear<0, MAX_ENVELOPE>) {
        let (agent, _) = agent::<T>();
        open_inbox::<T>(&agent);
        let from = sender::<T>(MAX_CONTACTS - 1);
        let to = agent.clone();
        whitelist_account!(from);

        #[extrinsic_call]
        _(RawOrigin::Signed(from), to, 1, envelope(b), LONGEST_TTL, MAX_POSTAGE, [1; 16]);

        assert_eq!(Inboxes::<T>::get(agent).stored, 1);
    }

    #[benchmark]
    fn acknowledge(n: Linear<1, MAX_ANSWERED>) {
        let (agent, ids) = with_messages::<T>(n);
        whitelist_account!(agent);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent.clone()), ids);

        assert_eq!(Inboxes::<T>::get(agent).stored, 0);
    }

    #[benchmark]
    fn reject(n: Linear<1, MAX_ANSWERED>) {
        let (agent, ids) = with_messages::<T>(n);
        whitelist_account!(agent);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent.clone()), ids);

        assert_eq!(Inboxes::<T>::get(agent).stored, 0);
    }

    #[benchmark]
    fn set_inbox() {
        let (agent, controller) = agent::<T>();
        let policy = InboxPolicy::Anyone;
        whitelist_account!(controller);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), agent.clone(), policy, MAX_POSTAGE);

        assert_eq!(Inboxes::<T>::get(agent).policy, policy);
    }

    /// So that the agent has as many as it can have.
    #[benchmark]
    fn add_contacts(c: Linear<0, MAX_CONTACTS>) {
        let (agent, _) = agent::<T>();
        T::Currency::set_balance(&agent, 1_000 * AITBC);
        let there = MAX_CONTACTS - c;
        Pallet::<T>::do_add_contacts(agent.clone(), &contacts::<T>(0, there)).unwrap();
        whitelist_account!(agent);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent.clone()), contacts::<T>(there, c));

        assert_eq!(Contacts::<T>::get(agent).unwrap().accounts.len() as u32, MAX_CONTACTS);
    }

    #[benchmark]
    fn remove_contacts(c: Linear<0, MAX_CONTACTS>) {
        let (agent, _) = agent::<T>();
        open_inbox::<T>(&agent);
        whitelist_account!(agent);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent.clone()), contacts::<T>(0, c));

        let left = Contacts::<T>::get(agent).map_or(0, |contacts| contacts.accounts.len());
        assert_eq!(left as u32, MAX_CONTACTS - c);
    }

    #[benchmark]
    fn purge() {
        let (agent, ids) = with_messages::<T>(1);
        Helper::<T>::set_time(NOW + LONGEST_TTL);
        let anybody = person::<T>("anybody");
        whitelist_account!(anybody);

        #[extrinsic_call]
        _(RawOrigin::Signed(anybody), agent.clone(), ids[0]);

        assert_eq!(Inboxes::<T>::get(agent).stored, 0);
    }

    #[benchmark]
    fn on_message() {
        let (agent, ids) = with_messages::<T>(1);
        Helper::<T>::set_time(NOW + LONGEST_TTL);
        let task = AgentTask::Message { to: agent.clone(), id: ids[0] };

        #[block]
        {
            <Pallet<T> as OnDeadline<_>>::act(task);
        }

        assert_eq!(Inboxes::<T>::get(agent).stored, 0);
    }

    #[benchmark]
    fn stale_message() {
        let (agent, ids) = with_messages::<T>(1);
        let task = AgentTask::Message { to: agent.clone(), id: ids[0] };

        #[block]
        {
            <Pallet<T> as OnDeadline<_>>::act(task);
        }

        assert_eq!(Inboxes::<T>::get(agent).stored, 1);
    }

    /// A call by its index among so many others, and its origin.
    fn call_among<T: Config>(number: u32, index: u32) -> (T::RuntimeOrigin, Call<T>) {
        others::<T>(number);
        let role = Role::Coordinator;
        let (agent, controller) = match index {
            0 => {
                let controller = person::<T>("controller");
                let agent = Helper::<T>::key(OURS);
                let consent = consent::<T>(&agent, &controller, role);
                let profile = profile(0, MAX_TAGS);
                let call = Call::register { agent, role, profile, consent };
                return (signed::<T>(&controller), call);
            }
            _ => agent::<T>(),
        };
        match index {
            1 => {
                let profile = profile(MAX_TAGS, MAX_TAGS);
                (signed::<T>(&controller), Call::update { agent, profile })
            }
            2 => (signed::<T>(&controller), Call::suspend { agent }),
            3 => {
                Pallet::<T>::do_suspend(controller.clone(), agent.clone()).unwrap();
                (signed::<T>(&controller), Call::resume { agent })
            }
            4 => (signed::<T>(&controller), Call::set_role { agent, role }),
            5 => (signed::<T>(&controller), Call::offer_control { agent, to: None }),
            6 => {
                let to = person::<T>("other");
                let consent = consent::<T>(&agent, &to, Role::Provider);
                (signed::<T>(&to), Call::accept_control { agent, consent })
            }
            7 => (signed::<T>(&controller), Call::retire { agent }),
            9 => {
                open_inbox::<T>(&agent);
                let (kind, envelope) = (1, envelope(1_000));
                let (ttl, max_postage, salt) = (LONGEST_TTL, MAX_POSTAGE, [2; 16]);
                let call = Call::send { to: agent, kind, envelope, ttl, max_postage, salt };
                (signed::<T>(&sender::<T>(0)), call)
            }
            10 => {
                open_inbox::<T>(&agent);
                let id = write::<T>(&agent, 0);
                let ids = MessageIds::truncate_from([id].to_vec());
                (signed::<T>(&agent), Call::acknowledge { ids })
            }
            _ => (signed::<T>(&agent), Call::heartbeat {}),
        }
    }

    /// Each call of the registry among few others, by its index; then a message, and its acknowledgement.
    #[benchmark(extra)]
    fn calls_among_few(c: Linear<0, 10>) -> Result<(), BenchmarkError> {
        let (origin, call) = call_among::<T>(FEW, c);

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }

        Ok(())
    }

    /// Each call of the registry among many others, by its index; then a message, and its acknowledgement.
    #[benchmark(extra)]
    fn calls_among_many(c: Linear<0, 10>) -> Result<(), BenchmarkError> {
        let (origin, call) = call_among::<T>(MANY, c);

        #[block]
        {
            call.dispatch_bypass_filter(origin).unwrap();
        }

        Ok(())
    }

    /// A search for what all of few others can do, and the first hundred of them.
    #[benchmark(extra)]
    fn match_among_few() {
        others::<T>(FEW);
        let tags = BTreeSet::from([capabilities::tag(tag(0)).unwrap()]);
        let found;

        #[block]
        {
            found = Pallet::<T>::matching(&tags, 100);
        }

        assert_eq!(found.agents.len(), 100);
    }

    /// A search for what a thousand others can do, which is the most that one looks at.
    #[benchmark(extra)]
    fn match_among_a_thousand() {
        others::<T>(1_000);
        let tags = BTreeSet::from([capabilities::tag(tag(0)).unwrap()]);
        let found;

        #[block]
        {
            found = Pallet::<T>::matching(&tags, 100);
        }

        assert_eq!(found.agents.len(), 100);
    }

    /// A search for what all of many others can do, of whom it looks at a thousand.
    #[benchmark(extra)]
    fn match_among_many() {
        others::<T>(MANY);
        let tags = BTreeSet::from([capabilities::tag(tag(0)).unwrap()]);
        let found;

        #[block]
        {
            found = Pallet::<T>::matching(&tags, 100);
        }

        assert!(found.is_cut_off);
    }

    // Those that are extra make a hundred thousand accounts.
    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder.build(),
        crate::mock::Test,
        extra = false
    );
}
