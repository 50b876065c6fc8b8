//! The registry of agents and their mailbox, as clients read them.

use super::Role;
use crate::{reputation::Rep, Balance, Hash, Moment};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};

/// What a message is known by: a hash that its sender can tell before it is sent.
pub type MessageId = Hash;

/// The most capabilities of an agent, and the most that one search asks for.
pub const MAX_TAGS: u32 = 16;

/// The most characters of a tag.
pub const MAX_TAG_LEN: u32 = 32;

/// Whether these are the characters of a tag: 1 to 32 of `a-z`, `0-9`, `-`, `.` and `:`.
pub fn is_tag(characters: &[u8]) -> bool {
    let fits = |len: usize| (1..=MAX_TAG_LEN as usize).contains(&len);
    fits(characters.len())
        && characters.iter().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b':'))
}

/// What waits on the agenda, by wall-clock time.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum AgentTask<AccountId> {
    /// A message expires.
    #[codec(index = 0)]
    Message {
        /// To whom it was sent.
        to: AccountId,
        /// What it is known by.
        id: MessageId,
    },
    /// What is known of an account that was an agent or a wallet is forgotten.
    #[codec(index = 1)]
    Forget(AccountId),
}

/// What an agent is at present.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum AgentStatus {
    /// It works.
    #[codec(index = 0)]
    Active,
    /// Its controller has suspended it: it has no role until it is resumed.
    #[codec(index = 1)]
    Suspended,
    /// It is none any more. It is forgotten 45 days later, and may be registered again at any time.
    #[codec(index = 2)]
    Retired,
}

impl AgentStatus {
    /// All that there are.
    pub const ALL: [Self; 3] = [Self::Active, Self::Suspended, Self::Retired];
}

/// From whom an account takes messages.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum InboxPolicy {
    /// From nobody.
    #[codec(index = 0)]
    Closed,
    /// From its contacts.
    #[codec(index = 1)]
    Contacts,
    /// From anybody.
    #[codec(index = 2)]
    Anyone,
}

/// Which agents are asked for: those that are all of this.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AgentFilter<AccountId> {
    /// Those of this role.
    pub role: Option<Role>,
    /// Those that are this.
    pub status: Option<AgentStatus>,
    /// The active ones that have this capability.
    pub tag: Option<String>,
    /// Those that this account controls.
    pub controller: Option<AccountId>,
}

/// An agent, as clients read it. Amounts are in the smallest unit, moments in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct AgentView<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// Who controls it.
    pub controller: AccountId,
    /// To whom control was offered and not accepted yet.
    pub offered_to: Option<AccountId>,
    /// What it does.
    pub role: Role,
    /// What it is at present.
    pub status: AgentStatus,
    /// Whether it is active and gave a sign of life in the last 15 minutes of the active clock.
    pub available: bool,
    /// Its score, from 100 to 1000.
    pub score: u32,
    /// Its Compute reputation, in units.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub reputation: Rep,
    /// The hash of what it says of itself.
    pub spec_hash: Hash,
    /// Where it is reached.
    pub endpoint: String,
    /// The X25519 key to which messages are encrypted.
    pub x25519: Hash,
    /// What it can do.
    pub capabilities: Vec<String>,
    /// When it was registered, since 1970.
    pub registered_at: Moment,
    /// When it gave its last sign of life, by the active clock. `None` if it never did.
    pub last_heartbeat: Option<Moment>,
    /// How many wallets are linked to it.
    pub wallets: u32,
    /// What its controller has on deposit for it.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub deposit: Balance,
    /// The number that its next consent has to name.
    pub nonce: u32,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct MatchView<AccountId> {
    /// The agents, the best score first.
    pub agents: Vec<AgentView<AccountId>>,
    /// Whether there are agents that were not looked at, or more than were asked for.
    pub cut_off: bool,
}

/// A message that is stored, as clients read it. Moments are in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct MessageView<AccountId> {
    /// What it is known by.
    pub id: MessageId,
    /// Who has sent it.
    pub from: AccountId,
    /// To whom.
    pub to: AccountId,
    /// What it is about, as the two agree.
    pub kind: u16,
    /// The sealed message, in hexadecimal.
    #[cfg_attr(feature = "std", serde(with = "sp_core::bytes"))]
    pub envelope: Vec<u8>,
    /// When it was sent.
    pub sent_at: Moment,
    /// From when on it is removed.
    pub expires: Moment,
}

/// An inbox, as clients read it. Amounts are in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct InboxView<AccountId> {
    /// Whose it is.
    pub account: AccountId,
    /// From whom it takes messages.
    pub policy: InboxPolicy,
    /// What a message to it costs besides its deposit.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub postage: Balance,
    /// How many messages are stored in it.
    pub stored: u32,
    /// How many contacts it has.
    pub contacts: u32,
    /// The oldest of its messages.
    pub messages: Vec<MessageView<AccountId>>,
}

/// How many agents there are of a role and a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct AgentCount {
    /// The role.
    pub role: Role,
    /// The status.
    pub status: AgentStatus,
    /// How many.
    pub count: u32,
}

/// Agents as a whole, for those who watch over a chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct AgentFigures {
    /// How many there are by role and status: one entry for each pair.
    pub agents: Vec<AgentCount>,
    /// How many of the first 10 000, in the order of storage, are available.
    pub available: u32,
    /// How many messages are stored.
    pub messages: u64,
}

sp_api::decl_runtime_apis! {
    /// Agents and their messages.
    pub trait AgentsApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// An agent; for 45 days also one that has retired. `None` if there is none with this account.
        fn agent(account: AccountId) -> Option<AgentView<AccountId>>;

        /// At most 100 of the agents that are asked for, in the order of storage, after the first `offset`
        /// of them. Looks at 10 000 only.
        fn agents(filter: AgentFilter<AccountId>, limit: u32, offset: u32) -> Vec<AgentView<AccountId>>;

        /// At most 100 of the available agents that have all of these 1 to 16 capabilities, the best score
        /// first. Looks at 1 000 of those that have the rarest one. `None` if one of them is no tag, or if
        /// there are none or too many.
        fn agents_match(tags: Vec<String>, limit: u32) -> Option<MatchView<AccountId>>;

        /// The number that the next consent of `account` has to name, registered or not.
        fn agent_nonce(account: AccountId) -> u32;

        /// The inbox of `account`, with at most 100 of its messages, the oldest first.
        fn inbox(account: AccountId, limit: u32) -> InboxView<AccountId>;

        /// Agents and messages as a whole, now.
        fn agent_figures() -> AgentFigures;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_1_to_32_characters_of_an_alphabet() {
        for good in ["a", "gpu:h100", "llm.inference-70b", &"9".repeat(32)] {
            assert!(is_tag(good.as_bytes()), "{good}");
        }
        for bad in ["", &"9".repeat(33), "GPU", "a b", "a_b", "a/b", "\u{e4}"] {
            assert!(!is_tag(bad.as_bytes()), "{bad}");
        }
    }

    /// Each field by its name, amounts as strings, bytes in hexadecimal.
    #[test]
    fn agents_know_their_json() {
        let agent = AgentView {
            account: 1u64,
            controller: 2,
            offered_to: None,
            role: Role::Provider,
            status: AgentStatus::Active,
            available: true,
            score: 300,
            reputation: u128::MAX,
            spec_hash: Hash::zero(),
            endpoint: "https://a.example".into(),
            x25519: Hash::repeat_byte(1),
            capabilities: vec!["gpu".into()],
            registered_at: 3,
            last_heartbeat: Some(4),
            wallets: 5,
            deposit: 6,
            nonce: 7,
        };
        let json = format!(
            concat!(
                r#"{{"account":1,"controller":2,"offeredTo":null,"role":"provider","status":"active","#,
                r#""available":true,"score":300,"reputation":"{}","specHash":"0x{}","#,
                r#""endpoint":"https://a.example","x25519":"0x{}","capabilities":["gpu"],"#,
                r#""registeredAt":3,"lastHeartbeat":4,"wallets":5,"deposit":"6","nonce":7}}"#
            ),
            u128::MAX,
            "00".repeat(32),
            "01".repeat(32)
        );
        assert_eq!(serde_json::to_string(&agent).unwrap(), json);
        assert_eq!(serde_json::from_str::<AgentView<u64>>(&json).unwrap(), agent);

        let found = MatchView { agents: vec![agent], cut_off: true };
        let json = format!(r#"{{"agents":[{json}],"cutOff":true}}"#);
        assert_eq!(serde_json::to_string(&found).unwrap(), json);
        assert_eq!(serde_json::from_str::<MatchView<u64>>(&json).unwrap(), found);
    }

    #[test]
    fn inboxes_know_their_json() {
        let message = MessageView {
            id: Hash::repeat_byte(1),
            from: 2u64,
            to: 3,
            kind: 4,
            envelope: vec![1, 255],
            sent_at: 5,
            expires: 6,
        };
        let inbox = InboxView {
            account: 3,
            policy: InboxPolicy::Contacts,
            postage: 7,
            stored: 1,
            contacts: 8,
            messages: vec![message],
        };
        let json = format!(
            concat!(
                r#"{{"account":3,"policy":"contacts","postage":"7","stored":1,"contacts":8,"#,
                r#""messages":[{{"id":"0x{}","from":2,"to":3,"kind":4,"envelope":"0x01ff","#,
                r#""sentAt":5,"expires":6}}]}}"#
            ),
            "01".repeat(32)
        );
        assert_eq!(serde_json::to_string(&inbox).unwrap(), json);
        assert_eq!(serde_json::from_str::<InboxView<u64>>(&json).unwrap(), inbox);
    }

    #[test]
    fn figures_know_their_json() {
        let count = AgentCount { role: Role::Builder, status: AgentStatus::Retired, count: 1 };
        let figures = AgentFigures { agents: vec![count], available: 2, messages: 3 };
        let json = concat!(
            r#"{"agents":[{"role":"builder","status":"retired","count":1}],"#,
            r#""available":2,"messages":3}"#
        );
        assert_eq!(serde_json::to_string(&figures).unwrap(), json);
        assert_eq!(serde_json::from_str::<AgentFigures>(json).unwrap(), figures);
    }
}
