//! Wallets of agents: keyless accounts that others act for within limits, as clients read them.
//!
//! All amounts are in the smallest unit of the token, all moments in milliseconds since 1970, and all durations in
//! milliseconds.

use crate::{
    governance::{
        proposals::{ProposalId, ProposalKind},
        strategies::Evaluation,
    },
    Balance, Moment,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::Permill;

/// Derives what is stored as it is told.
macro_rules! plain {
    ($($item:item)*) => {
        $(
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, Encode, Decode,
                DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
            )]
            #[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
            #[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
            $item
        )*
    };
}

/// Derives what a view has.
macro_rules! view {
    ($($item:item)*) => {
        $(
            #[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
            #[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
            #[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
            $item
        )*
    };
}

plain! {
    /// What a caller may do as a wallet. Each names a list of calls; what is on none of them is the owner's alone.
    #[derive(PartialOrd, Ord)]
    pub enum Permission {
        /// Pays.
        #[codec(index = 0)]
        Transfer,
        /// Votes and delegates votes.
        #[codec(index = 1)]
        Vote,
        /// Makes and challenges proposals.
        #[codec(index = 2)]
        Propose,
        /// Trades.
        #[codec(index = 3)]
        Market,
        /// Stakes, for blocks and in pools of GPUs.
        #[codec(index = 4)]
        Stake,
        /// Writes to other agents and answers them.
        #[codec(index = 5)]
        Message,
        /// All of these.
        #[codec(index = 6)]
        Any,
    }

    /// The most that callers may have leave a wallet.
    #[derive(Default)]
    pub struct Limits {
        /// By one call.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub per_call: Balance,
        /// In 24 hours, wherever they begin.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub per_day: Balance,
        /// In 7 days, wherever they begin.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub per_week: Balance,
    }

    /// When a call of a caller has to wait.
    pub struct TimeLock {
        /// If more than this would leave the wallet.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub above: Balance,
        /// For how long at least.
        pub delay: Moment,
    }

    /// Who stopped a wallet, and when.
    pub struct Stop<AccountId> {
        /// The owner or the guardian.
        pub by: AccountId,
        /// The time.
        pub at: Moment,
    }

    /// How much a strategy prefers each type of proposals. It does not vote on those where it is not set.
    #[derive(Default)]
    #[cfg_attr(feature = "std", serde(default, deny_unknown_fields))]
    pub struct Preferences {
        /// For `ParameterChange`.
        #[cfg_attr(feature = "std", serde(rename = "parameter_change"))]
        pub parameter_change: Option<u8>,
        /// For `ProtocolUpgrade`.
        #[cfg_attr(feature = "std", serde(rename = "protocol_upgrade"))]
        pub protocol_upgrade: Option<u8>,
        /// For `TreasuryAllocation`.
        #[cfg_attr(feature = "std", serde(rename = "fund_allocation"))]
        pub treasury_allocation: Option<u8>,
        /// For `Emergency`.
        pub emergency: Option<u8>,
        /// For `AgentTrading`.
        #[cfg_attr(feature = "std", serde(rename = "agent_trading"))]
        pub agent_trading: Option<u8>,
        /// For `DaoGrant`.
        #[cfg_attr(feature = "std", serde(rename = "dao_grant"))]
        pub dao_grant: Option<u8>,
        /// For `PolicyChange`.
        #[cfg_attr(feature = "std", serde(rename = "policy_change"))]
        pub policy_change: Option<u8>,
    }
}

impl Limits {
    /// None at all.
    pub const NONE: Self =
        Self { per_call: Balance::MAX, per_day: Balance::MAX, per_week: Balance::MAX };
}

impl Preferences {
    /// How much proposals of this type are preferred.
    pub const fn get(&self, kind: ProposalKind) -> Option<u8> {
        match kind {
            ProposalKind::ParameterChange => self.parameter_change,
            ProposalKind::ProtocolUpgrade => self.protocol_upgrade,
            ProposalKind::TreasuryAllocation => self.treasury_allocation,
            ProposalKind::Emergency => self.emergency,
            ProposalKind::AgentTrading => self.agent_trading,
            ProposalKind::DaoGrant => self.dao_grant,
            ProposalKind::PolicyChange => self.policy_change,
        }
    }
}

view! {
    /// A wallet, as clients read it.
    pub struct WalletView<AccountId> {
        /// Its account.
        pub wallet: AccountId,
        /// Whose it is.
        pub owner: AccountId,
        /// To whom its owner has offered it.
        pub offered_to: Option<AccountId>,
        /// The agent that it is linked to.
        pub agent: Option<AccountId>,
        /// Who may stop it and cancel its pending calls, besides the owner.
        pub guardian: Option<AccountId>,
        /// Who stopped it and when, if it is.
        pub stopped: Option<Stop<AccountId>>,
        /// What it has that is not on hold.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub free: Balance,
        /// What it has on hold.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub held: Balance,
        /// What of the free tokens is neither frozen, since it was counted in votes, nor locked: its owner can
        /// withdraw it.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub withdrawable: Balance,
        /// What callers may have leave it.
        pub limits: Limits,
        /// What they still may now.
        pub left: LeftView,
        /// When a call has to wait.
        pub time_lock: Option<TimeLock>,
        /// Who may act for it, besides the owner. There are at most 16.
        pub callers: Vec<CallerView<AccountId>>,
        /// What waits. There are at most 16.
        pub pending: Vec<PendingView<AccountId>>,
        /// How it votes.
        pub strategy: Option<StrategyView>,
    }

    /// What may still leave a wallet now.
    pub struct LeftView {
        /// In the 24 hours that end now.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub today: Balance,
        /// In the 7 days that end now.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub this_week: Balance,
        /// When something of what was spent in a day is free again. `None` if nothing was.
        pub next_free: Option<Moment>,
        /// When something of what was spent in a week is free again. `None` if nothing was.
        pub next_free_of_week: Option<Moment>,
    }

    /// Who may act for a wallet, besides its owner.
    pub struct CallerView<AccountId> {
        /// The account.
        pub caller: AccountId,
        /// What it may do.
        pub permissions: Vec<Permission>,
        /// From when on it may do nothing any more.
        pub expires: Option<Moment>,
        /// Limits of its own, which bind beside those of the wallet.
        pub limits: Option<Limits>,
        /// What its own limits still leave, if it has any.
        pub left: Option<LeftView>,
        /// Whom it may pay. `None` if anybody.
        pub recipients: Option<Vec<AccountId>>,
    }

    /// A call that waits for its time.
    pub struct PendingView<AccountId> {
        /// Its number in its wallet.
        pub id: u32,
        /// Who made it.
        pub caller: AccountId,
        /// The calls, SCALE-encoded.
        #[cfg_attr(feature = "std", serde(with = "sp_core::bytes"))]
        pub calls: Vec<u8>,
        /// How much left the wallet when it was tried.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        pub outflow: Balance,
        /// From when on it can be confirmed.
        pub ready: Moment,
        /// From when on it no longer can.
        pub expires: Moment,
    }

    /// What the strategy of a wallet makes of a proposal now, and why.
    pub struct DecisionView {
        /// The proposal.
        pub proposal: ProposalId,
        /// What it would vote. `None` if it has no strategy, or this has no preference for the type.
        pub position: Option<Decision>,
        /// How much the strategy prefers proposals of the type.
        pub preference: Option<u8>,
        /// How easily the strategy supports any.
        pub support_threshold: Option<u8>,
        /// What the chain makes of the proposal, by its parts.
        pub evaluation: Evaluation,
        /// The sum of preference, threshold and evaluation: more than 256 is for the proposal.
        pub sum: Option<i32>,
        /// From when on it may vote by strategy. `None` if the proposal cannot be voted on.
        pub begins: Option<Moment>,
        /// Why it would not vote now. `None` if it would.
        pub refused: Option<Refusal>,
    }
}

plain! {
    /// How a wallet votes with nobody at the keyboard. It is stored as it is told.
    pub struct StrategyView {
        /// Whether it does.
        pub auto_vote: bool,
        /// How easily it supports any proposal.
        pub support_threshold: u8,
        /// The score below which it does not vote, of the agent that the wallet is linked to.
        pub min_score: u32,
        /// The part of the balance that may count, in parts per million.
        pub max_frozen: Permill,
        /// How much it prefers proposals of each type.
        pub preferences: Preferences,
    }

    /// What a strategy votes. It never abstains.
    pub enum Decision {
        /// For the proposal.
        #[codec(index = 0)]
        For,
        /// Against it.
        #[codec(index = 1)]
        Against,
    }

    /// Why a strategy does not vote.
    pub enum Refusal {
        /// The wallet has none.
        #[codec(index = 0)]
        NoStrategy,
        /// It is switched off.
        #[codec(index = 1)]
        SwitchedOff,
        /// It has no preference for the type of the proposal.
        #[codec(index = 2)]
        NoPreference,
        /// The wallet is stopped.
        #[codec(index = 3)]
        WalletStopped,
        /// The second half of the vote has not begun.
        #[codec(index = 4)]
        TooEarly,
        /// The proposal cannot be voted on, or not any more.
        #[codec(index = 5)]
        NotVoting,
        /// The wallet has voted.
        #[codec(index = 6)]
        AlreadyVoted,
        /// The score of its agent is below the least that the strategy asks for.
        #[codec(index = 7)]
        ScoreTooLow,
        /// The wallet has too little to vote by strategy.
        #[codec(index = 8)]
        BalanceTooLow,
    }
}

/// Wallets as a whole, for those who watch over a chain.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct WalletFigures {
    /// How many there are.
    pub wallets: u32,
    /// How many of them are stopped.
    pub stopped: u32,
    /// Votes by strategy since genesis that were for a proposal.
    pub votes_for: u64,
    /// Votes by strategy since genesis that were against one.
    pub votes_against: u64,
    /// Visits of wallets that the hook still has to make for the votes that go on now.
    pub votes_pending: u64,
}

sp_api::decl_runtime_apis! {
    /// Wallets of agents.
    pub trait WalletsApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// A wallet. `None` if the account is none.
        fn wallet(account: AccountId) -> Option<WalletView<AccountId>>;

        /// At most 100 of the wallets of an owner, in the order of storage, after the first `offset` of them.
        /// Looks at the first 10 000 only.
        fn wallets_of(owner: AccountId, limit: u32, offset: u32) -> Vec<WalletView<AccountId>>;

        /// What the strategy of a wallet would vote on a proposal now, and why. `None` if the account is no
        /// wallet.
        fn decision(wallet: AccountId, proposal: ProposalId) -> Option<DecisionView>;

        /// Wallets as a whole, now.
        fn wallet_figures() -> WalletFigures;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: LeftView =
        LeftView { today: 1, this_week: 2, next_free: Some(3), next_free_of_week: None };

    const LEFT_JSON: &str = r#"{"today":"1","thisWeek":"2","nextFree":3,"nextFreeOfWeek":null}"#;

    /// Each field by its name, amounts as strings.
    #[test]
    fn wallets_know_their_json() {
        let strategy = StrategyView {
            auto_vote: true,
            support_threshold: 128,
            min_score: 100,
            max_frozen: Permill::from_percent(50),
            preferences: Preferences {
                parameter_change: Some(180),
                treasury_allocation: Some(160),
                ..Default::default()
            },
        };
        let limits = Limits { per_call: u128::MAX, per_day: 5, per_week: 6 };
        let wallet = WalletView {
            wallet: 1u64,
            owner: 2,
            offered_to: None,
            agent: Some(3),
            guardian: Some(4),
            stopped: Some(Stop { by: 4, at: 5 }),
            free: 6,
            held: 7,
            withdrawable: 8,
            limits,
            left: LEFT,
            time_lock: Some(TimeLock { above: 9, delay: 10 }),
            callers: vec![CallerView {
                caller: 11,
                permissions: vec![Permission::Transfer, Permission::Any],
                expires: Some(12),
                limits: Some(limits),
                left: Some(LEFT),
                recipients: Some(vec![13]),
            }],
            pending: vec![PendingView {
                id: 14,
                caller: 11,
                calls: vec![1, 255],
                outflow: 15,
                ready: 16,
                expires: 17,
            }],
            strategy: Some(strategy),
        };
        let limits = format!(r#"{{"perCall":"{}","perDay":"5","perWeek":"6"}}"#, u128::MAX);
        let caller = format!(
            r#"{{"caller":11,"permissions":["transfer","any"],"expires":12,"limits":{limits},"left":{LEFT_JSON},"recipients":[13]}}"#
        );
        let pending =
            r#"{"id":14,"caller":11,"calls":"0x01ff","outflow":"15","ready":16,"expires":17}"#;
        let preferences = concat!(
            r#"{"parameter_change":180,"protocol_upgrade":null,"fund_allocation":160,"emergency":null,"#,
            r#""agent_trading":null,"dao_grant":null,"policy_change":null}"#
        );
        let strategy = format!(
            r#"{{"autoVote":true,"supportThreshold":128,"minScore":100,"maxFrozen":500000,"preferences":{preferences}}}"#
        );
        let json = [
            r#"{"wallet":1,"owner":2,"offeredTo":null,"agent":3,"guardian":4,"stopped":{"by":4,"at":5},"#,
            r#""free":"6","held":"7","withdrawable":"8","limits":"#,
            &limits,
            r#","left":"#,
            LEFT_JSON,
            r#","timeLock":{"above":"9","delay":10},"callers":["#,
            &caller,
            r#"],"pending":["#,
            pending,
            r#"],"strategy":"#,
            &strategy,
            "}",
        ]
        .concat();
        assert_eq!(serde_json::to_string(&wallet).unwrap(), json);
        assert_eq!(serde_json::from_str::<WalletView<u64>>(&json).unwrap(), wallet);
    }

    #[test]
    fn decisions_know_their_json() {
        let decision = DecisionView {
            proposal: 7,
            position: Some(Decision::Against),
            preference: Some(140),
            support_threshold: Some(128),
            evaluation: Evaluation { support: -12, ..Default::default() },
            sum: Some(256),
            begins: Some(1),
            refused: Some(Refusal::TooEarly),
        };
        let json = concat!(
            r#"{"proposal":7,"position":"against","preference":140,"supportThreshold":128,"#,
            r#""evaluation":{"support":-12,"council":0,"challenge":0,"proposer":0,"size":0},"#,
            r#""sum":256,"begins":1,"refused":"tooEarly"}"#
        );
        assert_eq!(serde_json::to_string(&decision).unwrap(), json);
        assert_eq!(serde_json::from_str::<DecisionView>(json).unwrap(), decision);
    }

    #[test]
    fn preferences_are_found_by_type() {
        let preferences = Preferences {
            parameter_change: Some(1),
            protocol_upgrade: Some(2),
            treasury_allocation: Some(3),
            emergency: Some(4),
            agent_trading: Some(5),
            dao_grant: Some(6),
            policy_change: Some(7),
        };
        for (kind, preference) in ProposalKind::ALL.into_iter().zip(1..) {
            assert_eq!(preferences.get(kind), Some(preference));
            let json = serde_json::to_value(preferences).unwrap();
            assert_eq!(json[kind.name()], preference);
        }
        assert_eq!(serde_json::from_str::<Preferences>("{}").unwrap(), Preferences::default());
        assert!(serde_json::from_str::<Preferences>(r#"{"other":1}"#).is_err());
    }
}
