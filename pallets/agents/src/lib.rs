#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may panic"
)]
mod benchmarking;
mod capabilities;
mod consent;
mod heartbeat;
mod invariants;
mod mailbox;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod mock;
mod ownership;
mod read;
mod registry;
mod score;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
pub mod types;
pub mod weights;

pub use consent::{CONSENT_PREFIX, LONGEST_CONSENT};
pub use heartbeat::{GRACE, HEARTBEAT_PERIOD};
pub use mailbox::{
    LONGEST_TTL, MAX_ANSWERED, MAX_CONTACTS, MAX_ENVELOPE, MAX_OF_SENDER, MAX_POSTAGE, MAX_STORED,
    SHORTEST_TTL,
};
pub use ownership::{MAX_CHANGES, RETENTION};
pub use pallet::*;
pub use registry::ROLE_PERIOD;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use weights::WeightInfo;

/// An agent as it is stored.
pub type AgentOf<T> =
    types::Agent<<T as frame_system::Config>::AccountId, <T as Config>::Consideration>;

/// A message as it is stored.
pub type MessageOf<T> =
    types::Message<<T as frame_system::Config>::AccountId, <T as Config>::MailConsideration>;

/// The contacts of an agent as they are stored.
pub type ContactsOf<T> =
    types::Contacts<<T as frame_system::Config>::AccountId, <T as Config>::MailConsideration>;

/// The consent of an agent.
pub type ConsentOf<T> = types::Consent<<T as Config>::Signature>;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use crate::{
        mailbox::Answer,
        types::{AccountList, Inbox, MessageIds, Profile, Salt, SpansOf, TagHash},
    };
    use aitbc_primitives::{
        agents::{
            registry::{
                AgentFigures, AgentFilter, AgentStatus, AgentTask, AgentView, InboxPolicy,
                InboxView, MatchView, MessageId, MessageView, MAX_TAGS,
            },
            Obligations, Role, ScoreChanged, Wallets,
        },
        clock::Clock,
        market::deadlines::{ActiveClock, Agenda},
        reputation::{Rep, RepLedger},
        Balance, Moment,
    };
    use alloc::{string::String, vec::Vec};
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Inspect, Mutate, MutateHold},
            Consideration, Footprint,
        },
    };
    use frame_system::pallet_prelude::*;
    use sp_runtime::traits::{IdentifyAccount, Verify};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// The native token.
        type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
            + Mutate<Self::AccountId>
            + Inspect<Self::AccountId, Balance = Balance>;

        /// Why tokens are held.
        type RuntimeHoldReason: From<HoldReason>;

        /// The deposit of a controller for an agent, with [`HoldReason::Agent`]: 10 AITBC for the entry, and
        /// 0.001 for each byte.
        type Consideration: Consideration<Self::AccountId, Footprint>;

        /// The deposit of a sender for a message, and of an agent for its contacts, with
        /// [`HoldReason::Mailbox`]: 0.1 AITBC for the entry, and 0.001 for each byte of the envelope, or of the
        /// accounts.
        type MailConsideration: Consideration<Self::AccountId, Footprint>;

        /// The signatures of accounts.
        type Signature: Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>> + Parameter;

        /// Wall-clock time.
        type Clock: Clock;

        /// The clock of heartbeats: nobody misses one while the chain stands still.
        type ActiveClock: ActiveClock;

        /// What waits on the agenda.
        type Task: From<AgentTask<Self::AccountId>>;

        /// Where tasks wait. What was waiting comes back by `OnDeadline` of this pallet.
        type Agenda: Agenda<Self::Task>;

        /// The ledger of reputation, of which Compute makes the score.
        type Reputation: RepLedger<Self::AccountId>;

        /// The Compute reputation that makes half of the way from the least to the highest score: 10 000 REP.
        type ScoreScale: Get<Rep>;

        /// Hears that the score of an agent is another now.
        type ScoreChanged: ScoreChanged<Self::AccountId>;

        /// The wallets of agents.
        type Wallets: Wallets<Self::AccountId>;

        /// What an agent may have open elsewhere, so that it can neither retire nor change its role: positions,
        /// escrows, jobs.
        type Obligations: Obligations<Self::AccountId>;

        /// What benchmarks have to set up.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// Why tokens are on hold.
    #[pallet::composite_enum]
    pub enum HoldReason {
        /// The deposit of a controller for an agent.
        #[codec(index = 0)]
        Agent,
        /// The deposit of a sender for a message, or of an agent for its contacts.
        #[codec(index = 1)]
        Mailbox,
    }

    /// The agents, and for 45 days those that have retired.
    #[pallet::storage]
    pub type Agents<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, AgentOf<T>, OptionQuery>;

    /// How many consents of each agent were used. It never falls while it is stored.
    #[pallet::storage]
    pub type Nonces<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// The agents that each account controls.
    #[pallet::storage]
    pub type ByController<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        (),
        OptionQuery,
    >;

    /// The active agents that have a capability, by its hash.
    #[pallet::storage]
    pub type ByCapability<T: Config> =
        StorageDoubleMap<_, Identity, TagHash, Blake2_128Concat, T::AccountId, (), OptionQuery>;

    /// How many active agents have a capability. There is no entry for none.
    #[pallet::storage]
    pub type WithCapability<T> = StorageMap<_, Identity, TagHash, u32, ValueQuery>;

    /// How many agents there are of a role and a status. There is no entry for none.
    #[pallet::storage]
    pub type Census<T> = StorageMap<_, Twox64Concat, (Role, AgentStatus), u32, ValueQuery>;

    /// To whom accounts belonged, and since when: agents to their controllers, wallets to their owners.
    #[pallet::storage]
    pub type Spans<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, SpansOf<T::AccountId>, ValueQuery>;

    /// How many accounts belong to each account now. There is no entry for none.
    #[pallet::storage]
    pub type Owned<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// The inboxes that agents have opened, until they retire.
    #[pallet::storage]
    pub type Inboxes<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Inbox, ValueQuery>;

    /// From whom agents take messages if they take them from contacts only. There is no entry for none.
    #[pallet::storage]
    pub type Contacts<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, ContactsOf<T>, OptionQuery>;

    /// The messages to each agent, until they are answered or expire.
    #[pallet::storage]
    pub type Messages<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        // A hash.
        Identity,
        MessageId,
        MessageOf<T>,
        OptionQuery,
    >;

    /// How many messages are stored to an agent, the first account, from the second. There is no entry for
    /// none.
    #[pallet::storage]
    pub type FromSender<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        u32,
        ValueQuery,
    >;

    /// How many messages of each sender are stored. There is no entry for none.
    #[pallet::storage]
    pub type SentBy<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// How many messages are stored.
    #[pallet::storage]
    pub type MessagesStored<T> = StorageValue<_, u64, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An agent was registered.
        Registered {
            /// Its account.
            agent: T::AccountId,
            /// Who controls it.
            controller: T::AccountId,
            /// What it does.
            role: Role,
        },
        /// An agent tells something else of itself.
        Updated {
            /// Its account.
            agent: T::AccountId,
        },
        /// The controller of an agent has suspended it.
        Suspended {
            /// Its account.
            agent: T::AccountId,
        },
        /// The controller of an agent has resumed it.
        Resumed {
            /// Its account.
            agent: T::AccountId,
        },
        /// An agent has another role.
        RoleSet {
            /// Its account.
            agent: T::AccountId,
            /// What it does now.
            role: Role,
        },
        /// Control of an agent was offered, or an offer was taken back.
        ControlOffered {
            /// Its account.
            agent: T::AccountId,
            /// To whom. `None` if nobody can accept it any more.
            to: Option<T::AccountId>,
        },
        /// An agent has another controller.
        ControlChanged {
            /// Its account.
            agent: T::AccountId,
            /// Who controlled it.
            from: T::AccountId,
            /// Who controls it.
            to: T::AccountId,
        },
        /// An account is no agent any more.
        Retired {
            /// Its account.
            agent: T::AccountId,
        },
        /// An agent gave a sign of life.
        Heartbeat {
            /// Its account.
            agent: T::AccountId,
        },
        /// An account belongs to somebody else. It counts for later moments only.
        OwnerChanged {
            /// The account: an agent or a wallet.
            account: T::AccountId,
            /// To whom it belongs: to itself if it is neither any more.
            owner: T::AccountId,
        },
        /// What was known of an account that is neither an agent nor a wallet any more was forgotten.
        Forgotten {
            /// The account.
            account: T::AccountId,
        },
        /// A message was sent.
        Sent {
            /// What it is known by.
            id: MessageId,
            /// Who has sent it.
            from: T::AccountId,
            /// To whom.
            to: T::AccountId,
            /// What it is about, as the two agree.
            kind: u16,
            /// What its receiver got for it, in the smallest unit.
            postage: Balance,
            /// From when on it is removed, in milliseconds since 1970.
            expires: Moment,
        },
        /// The receiver of a message has acknowledged it. It was removed, and the deposit is free.
        Acknowledged {
            /// What it was known by.
            id: MessageId,
            /// Who had sent it.
            from: T::AccountId,
            /// To whom.
            to: T::AccountId,
        },
        /// The receiver of a message has rejected it. It was removed, and the deposit is free.
        Rejected {
            /// What it was known by.
            id: MessageId,
            /// Who had sent it.
            from: T::AccountId,
            /// To whom.
            to: T::AccountId,
        },
        /// A message was not answered in time. It was removed, and the deposit is free.
        MessageExpired {
            /// What it was known by.
            id: MessageId,
            /// Who had sent it.
            from: T::AccountId,
            /// To whom.
            to: T::AccountId,
        },
        /// An agent takes messages from others, or for another postage.
        InboxSet {
            /// Its account.
            agent: T::AccountId,
            /// From whom.
            policy: InboxPolicy,
            /// What a message costs, in the smallest unit.
            postage: Balance,
        },
        /// An agent has other contacts.
        ContactsChanged {
            /// Its account.
            agent: T::AccountId,
            /// How many it has now.
            contacts: u32,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no agent with this account.
        NotFound,
        /// The account is an agent already.
        AlreadyRegistered,
        /// Only its controller may do that; to update it or its inbox, also the agent itself.
        NotController,
        /// The agent is not active.
        NotActive,
        /// The agent is not suspended.
        NotSuspended,
        /// The signature is not the agent's, or of something else.
        BadConsent,
        /// The consent was to be used earlier.
        ConsentExpired,
        /// A consent is valid for 7 days at most.
        ConsentTooLong,
        /// The consent does not have the number of the agent's next one: it was used, or others before it
        /// were not.
        ConsentUsed,
        /// An agent or a wallet can neither control nor own, nor can an account itself.
        NotAnOrdinaryAccount,
        /// The account controls agents or owns wallets.
        OwnsSomething,
        /// The account has changed hands four times in 45 days.
        ChangedTooOften,
        /// Something is still open: wallets, messages, positions, escrows or jobs.
        HasObligations,
        /// A tag does not have 1 to 32 characters of `a-z`, `0-9`, `-`, `.` and `:`, or is named twice.
        BadTag,
        /// An agent has 16 capabilities at most.
        TooManyTags,
        /// An endpoint has at most 128 characters of ASCII, all of them visible.
        BadEndpoint,
        /// A role is changed once in 45 days.
        RoleChangedTooSoon,
        /// The agent has this role.
        SameRole,
        /// Control was not offered to the account.
        NotOffered,
        /// The receiver takes messages from nobody.
        InboxClosed,
        /// The receiver takes messages from its contacts only, or the account is none of them.
        NotContact,
        /// The account is a contact already.
        AlreadyContact,
        /// An agent has 256 contacts at most.
        TooManyContacts,
        /// The receiver asks for more postage than the sender is willing to pay.
        PostageTooLow,
        /// Postage is 10 AITBC at most.
        PostageTooHigh,
        /// An envelope has 4 096 bytes at most.
        EnvelopeTooLong,
        /// A message stays for 1 minute to 7 days.
        TtlOutOfRange,
        /// An inbox stores 256 messages at most.
        InboxFull,
        /// An inbox stores 8 messages of one sender at most.
        TooManyOfSender,
        /// A message of the same sender, receiver and salt is stored.
        MessageExists,
        /// No such message to the account is stored.
        MessageNotFound,
        /// The message was to be answered earlier.
        MessageExpired,
        /// The message has not expired.
        NotExpired,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// An agent; for 45 days also one that has retired.
        pub fn agent(account: T::AccountId) -> Option<AgentView<T::AccountId>> {
            Self::read_agent(&account)
        }

        /// At most 100 of the agents that are asked for, in the order of storage, after the first `offset`
        /// of them. Looks at 10 000 only.
        pub fn agents(
            filter: AgentFilter<T::AccountId>,
            limit: u32,
            offset: u32,
        ) -> Vec<AgentView<T::AccountId>> {
            Self::read_agents(filter, limit, offset)
        }

        /// At most 100 of the available agents that have all of these 1 to 16 capabilities, the best score
        /// first. Looks at 1 000 of the active ones that have the rarest one, in each block at others if there
        /// are more. `None` if one of them is no tag, or if there are none or too many.
        pub fn agents_match(tags: Vec<String>, limit: u32) -> Option<MatchView<T::AccountId>> {
            Self::read_match(tags, limit)
        }

        /// The number that the next consent of `account` has to name, registered or not.
        pub fn agent_nonce(account: T::AccountId) -> u32 {
            Nonces::<T>::get(account)
        }

        /// What a message from `from` to `to` with this salt is known by. Its sender needs it to seal the
        /// envelope.
        pub fn message_id(from: T::AccountId, to: T::AccountId, salt: Salt) -> MessageId {
            Self::id_of_message(&from, &to, salt)
        }

        /// A message. `None` if there is none, or no longer.
        pub fn message(to: T::AccountId, id: MessageId) -> Option<MessageView<T::AccountId>> {
            Self::read_message(&to, id)
        }

        /// The inbox of an account, with at most 100 of its messages, the oldest first. It is closed and empty
        /// if the account is no agent.
        pub fn inbox(account: T::AccountId, limit: u32) -> InboxView<T::AccountId> {
            Self::read_inbox(account, limit)
        }

        /// Agents and messages as a whole, now.
        pub fn agent_figures() -> AgentFigures {
            Self::read_figures()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Registers `agent`, which the caller controls from then on. The consent is the signature of the agent's
        /// key over [`CONSENT_PREFIX`], the hash of the genesis block, and the SCALE encoding of the agent, the
        /// controller, the role, the nonce and the end of validity. The deposit is the controller's.
        ///
        /// Origin: signed, by the controller, an ordinary account.
        ///
        /// Errors: [`Error::AlreadyRegistered`], [`Error::RoleChangedTooSoon`], [`Error::TooManyTags`],
        /// [`Error::BadTag`], [`Error::BadEndpoint`], [`Error::ConsentUsed`], [`Error::ConsentExpired`],
        /// [`Error::ConsentTooLong`], [`Error::BadConsent`], [`Error::NotAnOrdinaryAccount`],
        /// [`Error::OwnsSomething`], [`Error::ChangedTooOften`], and those of a hold.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::register(Pallet::<T>::tags_of(profile)))]
        pub fn register(
            origin: OriginFor<T>,
            agent: T::AccountId,
            role: Role,
            profile: Profile,
            consent: ConsentOf<T>,
        ) -> DispatchResult {
            let controller = ensure_signed(origin)?;
            Self::do_register(controller, agent, role, profile, consent)
        }

        /// Has an agent tell this of itself from now on. The deposit of its controller follows the size.
        ///
        /// Origin: signed, by its controller, or by the agent while it is active.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::NotActive`],
        /// [`Error::TooManyTags`], [`Error::BadTag`], [`Error::BadEndpoint`], and those of a hold.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::update(Pallet::<T>::tags_of(profile)))]
        pub fn update(
            origin: OriginFor<T>,
            agent: T::AccountId,
            profile: Profile,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_update(who, agent, profile)
        }

        /// Suspends an active agent: until it is resumed it has no role and matches nothing, and its own key can
        /// neither change it or its inbox, nor send messages.
        ///
        /// Origin: signed, by its controller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::NotActive`].
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::suspend())]
        pub fn suspend(origin: OriginFor<T>, agent: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_suspend(who, agent)
        }

        /// Resumes a suspended agent.
        ///
        /// Origin: signed, by its controller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::NotSuspended`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::resume())]
        pub fn resume(origin: OriginFor<T>, agent: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_resume(who, agent)
        }

        /// Gives an agent another role, at most once in 45 days, and only while no wallets are linked to it and it
        /// has no positions, escrows or jobs. Messages do not matter.
        ///
        /// Origin: signed, by its controller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::SameRole`],
        /// [`Error::HasObligations`], [`Error::RoleChangedTooSoon`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::set_role())]
        pub fn set_role(origin: OriginFor<T>, agent: T::AccountId, role: Role) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_role(who, agent, role)
        }

        /// Offers control of an agent to an ordinary account, in place of any other offer, or with `None` takes
        /// the offer back.
        ///
        /// Origin: signed, by its controller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::NotAnOrdinaryAccount`],
        /// [`Error::NotOffered`] if there is nothing to take back.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::offer_control())]
        pub fn offer_control(
            origin: OriginFor<T>,
            agent: T::AccountId,
            to: Option<T::AccountId>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_offer_control(who, agent, to)
        }

        /// Accepts control of an agent, with its consent as in [`Pallet::register`], for its present role. The
        /// deposit is the caller's from now on, and that of the controller before is free.
        ///
        /// Origin: signed, by the one to whom control was offered.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotOffered`], [`Error::HasObligations`] while wallets are linked
        /// to it, [`Error::ConsentUsed`], [`Error::ConsentExpired`], [`Error::ConsentTooLong`],
        /// [`Error::BadConsent`], [`Error::NotAnOrdinaryAccount`], [`Error::ChangedTooOften`], and those of a
        /// hold.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::accept_control())]
        pub fn accept_control(
            origin: OriginFor<T>,
            agent: T::AccountId,
            consent: ConsentOf<T>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_accept_control(who, agent, consent)
        }

        /// Ends an agent. The deposit is free; 45 days later what is left of it is forgotten.
        ///
        /// Origin: signed, by its controller.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::HasObligations`],
        /// [`Error::ChangedTooOften`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::retire())]
        pub fn retire(origin: OriginFor<T>, agent: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_retire(who, agent)
        }

        /// Gives a sign of life. It is free if the last one was 10 minutes ago by the active clock, or if there
        /// was none.
        ///
        /// Origin: signed, by an active agent.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotActive`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::heartbeat())]
        pub fn heartbeat(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_heartbeat(who)
        }

        /// Sends a message to an agent, which pays the agent its postage and holds a deposit of the sender: 0.1
        /// AITBC, and 0.001 for each byte of the envelope. The deposit is free when the message goes; the postage
        /// does not come back. `kind` is what the two agree that it is about; `ttl` is for how long it stays
        /// unless it is answered, in milliseconds from 1 minute to 7 days; `max_postage`, in the smallest unit,
        /// is the most that the sender is willing to pay.
        ///
        /// The message is known by the hash of sender, receiver and `salt`, see [`Pallet::message_id`]. The
        /// chain does not read the envelope.
        ///
        /// Origin: signed, by the sender.
        ///
        /// Errors: [`Error::EnvelopeTooLong`], [`Error::TtlOutOfRange`], [`Error::NotFound`],
        /// [`Error::NotActive`] if the sender is a suspended agent, [`Error::InboxClosed`], [`Error::NotContact`], [`Error::PostageTooLow`],
        /// [`Error::TooManyOfSender`], [`Error::InboxFull`], [`Error::MessageExists`]; those of a hold and of
        /// a transfer if the sender has not so much, or if what it has is frozen.
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::send(envelope.len() as u32))]
        pub fn send(
            origin: OriginFor<T>,
            to: T::AccountId,
            kind: u16,
            envelope: Vec<u8>,
            ttl: Moment,
            max_postage: Balance,
            salt: Salt,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_send(who, to, kind, envelope, ttl, max_postage, salt)
        }

        /// Removes messages to the caller as having been received, all of them or none. Their senders' deposits
        /// are free.
        ///
        /// Origin: signed, by their receiver.
        ///
        /// Errors: [`Error::MessageNotFound`], [`Error::MessageExpired`].
        #[pallet::call_index(21)]
        #[pallet::weight(T::WeightInfo::acknowledge(ids.len() as u32))]
        pub fn acknowledge(origin: OriginFor<T>, ids: MessageIds) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_answer(&who, &ids, Answer::Acknowledge)
        }

        /// Removes messages to the caller as not wanted, all of them or none. Their senders' deposits are free.
        ///
        /// Origin: signed, by their receiver.
        ///
        /// Errors: [`Error::MessageNotFound`], [`Error::MessageExpired`].
        #[pallet::call_index(22)]
        #[pallet::weight(T::WeightInfo::reject(ids.len() as u32))]
        pub fn reject(origin: OriginFor<T>, ids: MessageIds) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_answer(&who, &ids, Answer::Reject)
        }

        /// Says from whom an agent takes messages, and what each of them costs its sender, in the smallest unit,
        /// at most 10 AITBC. Until then an inbox is closed. Messages that are stored stay.
        ///
        /// Origin: signed, by its controller, who could not retire it otherwise if its key is lost or stolen, or by
        /// the agent while it is active.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotController`], [`Error::NotActive`],
        /// [`Error::PostageTooHigh`].
        #[pallet::call_index(23)]
        #[pallet::weight(T::WeightInfo::set_inbox())]
        pub fn set_inbox(
            origin: OriginFor<T>,
            agent: T::AccountId,
            policy: InboxPolicy,
            postage: Balance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_inbox(&who, agent, policy, postage)
        }

        /// Adds contacts, all of them or none, of which an agent has 256 at most. The deposit of the agent
        /// follows their number: 0.1 AITBC, and 0.001 for each byte of an account.
        ///
        /// Origin: signed, by the agent.
        ///
        /// Errors: [`Error::NotFound`], [`Error::AlreadyContact`], [`Error::TooManyContacts`], and those of a
        /// hold.
        #[pallet::call_index(24)]
        #[pallet::weight(T::WeightInfo::add_contacts(contacts.len() as u32))]
        pub fn add_contacts(
            origin: OriginFor<T>,
            contacts: AccountList<T::AccountId>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_add_contacts(who, &contacts)
        }

        /// Removes contacts, all of them or none. What their places cost is free.
        ///
        /// Origin: signed, by the agent.
        ///
        /// Errors: [`Error::NotFound`], [`Error::NotContact`].
        #[pallet::call_index(25)]
        #[pallet::weight(T::WeightInfo::remove_contacts(contacts.len() as u32))]
        pub fn remove_contacts(
            origin: OriginFor<T>,
            contacts: AccountList<T::AccountId>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_remove_contacts(who, &contacts)
        }

        /// Removes a message that has expired, if the agenda has not come to it. Its sender's deposit is free.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Errors: [`Error::MessageNotFound`], [`Error::NotExpired`].
        #[pallet::call_index(26)]
        #[pallet::weight(T::WeightInfo::purge())]
        pub fn purge(origin: OriginFor<T>, to: T::AccountId, id: MessageId) -> DispatchResult {
            ensure_signed(origin)?;
            Self::do_purge(to, id)
        }
    }

    impl<T: Config> Pallet<T> {
        /// How many capabilities a call stores at most.
        fn tags_of(profile: &Profile) -> u32 {
            (profile.capabilities.len() as u32).min(MAX_TAGS)
        }
    }
}
