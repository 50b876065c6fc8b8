//! What clients ask the runtime about escrows and streams.

use super::{EscrowId, Fallback, Party, Rule, Terms};
use crate::{Balance, Hash, Moment};
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::Permill;

/// Where an escrow is in its life. It is removed at its end.
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
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum EscrowStatus {
    /// The beneficiary has not accepted it, or is not known yet.
    #[codec(index = 0)]
    Offered,
    /// The beneficiary has accepted it, and not all milestones are settled.
    #[codec(index = 1)]
    Active,
    /// It belongs to another pallet, and only a verdict moves it.
    #[codec(index = 2)]
    Suspended,
}

/// Where a milestone is in its life.
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
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(
    feature = "std",
    serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")
)]
pub enum MilestoneState {
    /// Nothing was decided about it.
    #[codec(index = 0)]
    Open,
    /// The beneficiary has done its part.
    #[codec(index = 1)]
    Delivered {
        /// Until when the depositor may look at it, in milliseconds of the active clock.
        review_until: Moment,
        /// The hash of what shows it.
        evidence: Hash,
    },
    /// The beneficiary has the money.
    #[codec(index = 2)]
    Paid,
    /// The depositor has it again.
    #[codec(index = 3)]
    Refunded,
    /// Each has a part.
    #[codec(index = 4)]
    Split,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct MilestoneView<AccountId> {
    /// Its amount, in the smallest unit.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub amount: Balance,
    /// Where it is in its life.
    pub state: MilestoneState,
    /// Who of the signers has approved it.
    pub approvals: Vec<AccountId>,
    /// When anybody may settle it, in milliseconds of the active clock. `None` if it is settled or the escrow
    /// was not accepted yet.
    pub due: Option<Moment>,
    /// Which part the depositor would leave to the beneficiary, in parts per million.
    pub offer_of_depositor: Option<Permill>,
    /// Which part the beneficiary would be content with, in parts per million.
    pub offer_of_beneficiary: Option<Permill>,
}

/// An escrow. Moments are in milliseconds of the active clock, amounts in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct EscrowView<AccountId> {
    /// Its number.
    pub id: EscrowId,
    /// Where it is in its life.
    pub status: EscrowStatus,
    /// Whether it belongs to another pallet. It then has no milestones, no terms and no deadlines.
    pub controlled: bool,
    /// Who has paid the money in.
    pub depositor: AccountId,
    /// Who is to get it, if that is known.
    pub beneficiary: Option<AccountId>,
    /// What it is about, without the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub amount: Balance,
    /// The fee on all of it.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub fee: Balance,
    /// What the beneficiary has got of the amount.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub paid: Balance,
    /// What the platform has got of the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub fee_paid: Balance,
    /// What the depositor has got back, with its part of the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub back: Balance,
    /// What is still held, with its part of the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub held: Balance,
    /// The milestones, in their order.
    pub milestones: Vec<MilestoneView<AccountId>>,
    /// What pays them without the depositor.
    pub rule: Option<Rule<AccountId>>,
    /// What becomes of those that are still open at the deadline.
    pub default: Option<Fallback>,
    /// Who decides disputes, if somebody does.
    pub arbiter: Option<AccountId>,
    /// When it was created.
    pub created: Option<Moment>,
    /// From when on the beneficiary can no longer accept it.
    pub accept_by: Option<Moment>,
    /// The final deadline.
    pub deadline: Option<Moment>,
    /// How long a review takes, in milliseconds.
    pub review: Option<Moment>,
    /// The hash of what was agreed in words.
    pub terms_hash: Option<Hash>,
}

/// A stream. Moments are in milliseconds of the active clock, amounts in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub struct StreamView<AccountId> {
    /// Its number.
    pub id: EscrowId,
    /// Whether it belongs to another pallet.
    pub controlled: bool,
    /// Who pays.
    pub payer: AccountId,
    /// Who is paid.
    pub beneficiary: AccountId,
    /// What the beneficiary earns in a second.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub rate: Balance,
    /// What was prepaid in all, without the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub prepaid: Balance,
    /// The fee on all of it.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub fee: Balance,
    /// What the beneficiary has got.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub paid: Balance,
    /// What the platform has got of the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub fee_paid: Balance,
    /// What the beneficiary could withdraw now.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub owed: Balance,
    /// What is still held, with its part of the fee.
    #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
    pub held: Balance,
    /// When it began.
    pub started: Moment,
    /// When it ends by itself.
    pub ends: Moment,
}

/// An escrow that somebody thinks of creating.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase", deny_unknown_fields))]
pub struct EscrowDraft<AccountId> {
    /// Who would create it.
    pub depositor: AccountId,
    /// Who would be paid.
    pub beneficiary: AccountId,
    /// Its terms.
    pub terms: Terms<AccountId>,
}

/// What would come of creating an escrow now. Amounts are in the smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum EscrowCheck {
    /// The call would fail with this error.
    #[codec(index = 0)]
    Refused(String),
    /// The call would succeed, and hold this of what the depositor has.
    #[codec(index = 1)]
    Held {
        /// The amount of all milestones.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        amount: Balance,
        /// The fee on it.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        fee: Balance,
        /// The deposit for what is stored.
        #[cfg_attr(feature = "std", serde(with = "crate::json::amount"))]
        deposit: Balance,
    },
}

/// All escrows and all streams together. Amounts are in the smallest unit.
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
pub struct EscrowFigures {
    /// What is held for escrows, with fees.
    pub payment: Balance,
    /// What is held for streams, with fees.
    pub stream: Balance,
    /// How many escrows are open.
    pub escrows: u64,
    /// How many streams are open.
    pub streams: u64,
}

sp_api::decl_runtime_apis! {
    /// Escrows and streams.
    pub trait EscrowApi<AccountId>
    where
        AccountId: codec::Codec,
    {
        /// An escrow. `None` if there is none with this number, or no longer.
        fn get(id: EscrowId) -> Option<EscrowView<AccountId>>;

        /// At most 100 of the open escrows of an account, or of those in which it has this role, newest
        /// first, older than `after` only.
        fn list(
            account: AccountId,
            role: Option<Party>,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<EscrowView<AccountId>>;

        /// What would come of creating an escrow now. Nothing of it stays. Whether calls are paused, safe
        /// mode is on, or the fee of the transaction can be paid, it does not look at.
        fn check(draft: EscrowDraft<AccountId>) -> EscrowCheck;

        /// A stream. `None` if there is none with this number, or no longer.
        fn get_stream(id: EscrowId) -> Option<StreamView<AccountId>>;

        /// At most 100 of the open streams of an account, newest first, older than `after` only.
        fn list_streams(
            account: AccountId,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<StreamView<AccountId>>;

        /// All escrows and streams together.
        fn figures() -> EscrowFigures;
    }
}
