//! What the pallet stores and what its calls are given.

use crate::mailbox::{MAX_ANSWERED, MAX_CONTACTS, MAX_ENVELOPE};
use aitbc_primitives::{
    agents::{
        registry::{AgentStatus, InboxPolicy, MessageId, MAX_TAGS, MAX_TAG_LEN},
        Role,
    },
    Balance, Hash, Moment,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedBTreeSet, BoundedVec};
use scale_info::TypeInfo;

/// The most characters of an endpoint.
pub const MAX_ENDPOINT: u32 = 128;

/// The most entries in the history of an account's owners: what was before, and four changes.
pub const MAX_SPANS: u32 = 5;

/// Something that an agent can do: 1 to 32 characters of `a-z`, `0-9`, `-`, `.` and `:`.
pub type Tag = BoundedVec<u8, ConstU32<MAX_TAG_LEN>>;

/// The capabilities of an agent, in the order of their characters.
pub type Tags = BoundedVec<Tag, ConstU32<MAX_TAGS>>;

/// Where an agent is reached: visible characters of ASCII.
pub type Endpoint = BoundedVec<u8, ConstU32<MAX_ENDPOINT>>;

/// The Blake2-256 hash of a tag.
pub type TagHash = [u8; 32];

/// What the chain does not read of a message.
pub type Envelope = BoundedVec<u8, ConstU32<MAX_ENVELOPE>>;

/// The accounts from which an agent takes messages.
pub type ContactSet<AccountId> = BoundedBTreeSet<AccountId, ConstU32<MAX_CONTACTS>>;

/// What a sender chooses, so that each of its messages has an id of its own.
pub type Salt = [u8; 16];

/// The messages that one call answers.
pub type MessageIds = BoundedVec<MessageId, ConstU32<MAX_ANSWERED>>;

/// The accounts that one call adds to the contacts, or removes from them.
pub type AccountList<AccountId> = BoundedVec<AccountId, ConstU32<MAX_CONTACTS>>;

/// The owners of an account, the earliest first.
pub type SpansOf<AccountId> = BoundedVec<Span<AccountId>, ConstU32<MAX_SPANS>>;

/// What an agent tells others of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Profile {
    /// The hash of what it says of itself elsewhere.
    pub spec_hash: Hash,
    /// Where it is reached: at most 128 visible characters of ASCII.
    pub endpoint: Vec<u8>,
    /// The X25519 key to which messages are encrypted.
    pub x25519: [u8; 32],
    /// What it can do: at most 16 tags.
    pub capabilities: Vec<Vec<u8>>,
}

/// The consent of an agent to a controller.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Consent<Signature> {
    /// How many consents of the agent were used before.
    pub nonce: u32,
    /// Until when it may be used, in milliseconds since 1970: at most 7 days ahead.
    pub valid_until: Moment,
    /// The signature of the agent's key.
    pub signature: Signature,
}

/// An agent as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Agent<AccountId, Ticket> {
    /// Who controls it, or did when it retired.
    pub controller: AccountId,
    /// What it does.
    pub role: Role,
    /// What it is at present.
    pub status: AgentStatus,
    /// The hash of what it says of itself elsewhere.
    pub spec_hash: Hash,
    /// Where it is reached.
    pub endpoint: Endpoint,
    /// The X25519 key to which messages are encrypted.
    pub x25519: [u8; 32],
    /// What it can do.
    pub capabilities: Tags,
    /// When it was registered, in milliseconds since 1970.
    pub registered_at: Moment,
    /// When it gave its last sign of life, in milliseconds of the active clock.
    pub last_heartbeat: Option<Moment>,
    /// When its role was changed last, in milliseconds since 1970. The first one is no change.
    pub role_changed_at: Option<Moment>,
    /// To whom control was offered and not accepted yet.
    pub offered_to: Option<AccountId>,
    /// The deposit of the controller. `None` once it has retired.
    pub deposit: Option<Ticket>,
}

impl<AccountId, Ticket> Agent<AccountId, Ticket> {
    /// Whether it is an agent still.
    pub fn is_registered(&self) -> bool {
        self.status != AgentStatus::Retired
    }
}

/// From a moment on an account belongs to somebody.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Span<AccountId> {
    /// When it was given away, in milliseconds since 1970: it counts for later moments only.
    pub since: Moment,
    /// To whom: itself if it belongs to nobody else any more.
    pub owner: AccountId,
}

/// From whom an agent takes messages, and how many it has.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Inbox {
    /// From whom.
    pub policy: InboxPolicy,
    /// What a message to it costs, in the smallest unit.
    pub postage: Balance,
    /// How many messages are stored in it.
    pub stored: u32,
}

impl Default for Inbox {
    fn default() -> Self {
        Self { policy: InboxPolicy::Closed, postage: 0, stored: 0 }
    }
}

/// The contacts of an agent as they are stored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Contacts<AccountId: Ord, Ticket> {
    /// Who they are: at least one.
    pub accounts: ContactSet<AccountId>,
    /// The deposit of the agent.
    pub ticket: Ticket,
}

/// A message as it is stored, by its receiver and id.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Message<AccountId, Ticket> {
    /// Who has sent it.
    pub from: AccountId,
    /// What it is about, as the two agree.
    pub kind: u16,
    /// What the chain does not read.
    pub envelope: Envelope,
    /// When it was sent, in milliseconds since 1970.
    pub sent_at: Moment,
    /// From when on it is removed, in milliseconds since 1970.
    pub expires: Moment,
    /// The deposit of the sender.
    pub ticket: Ticket,
}
