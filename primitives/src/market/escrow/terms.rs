//! What two parties agree on.

use crate::{Balance, Hash, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
#[cfg(feature = "std")]
use serde::{Deserialize, Serialize};
use sp_runtime::Permill;

/// The most milestones of an escrow.
pub const MAX_MILESTONES: u32 = 10;

/// The most signers or oracles of an escrow.
pub const MAX_SIGNERS: u32 = 10;

/// A side of an escrow or of a stream.
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
pub enum Party {
    /// Whose money it is until it is paid: the depositor of an escrow, the payer of a stream.
    #[codec(index = 0)]
    Depositor,
    /// Who is paid.
    #[codec(index = 1)]
    Beneficiary,
}

/// What pays an open milestone without the depositor.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum Rule<AccountId> {
    /// It was delivered, and the review is over.
    #[codec(index = 0)]
    Manual,
    /// So many milliseconds of the active clock have passed since the escrow was created.
    #[codec(index = 1)]
    TimeBased(Moment),
    /// So many of the signers have approved it.
    #[codec(index = 2)]
    MultiSig {
        /// How many.
        threshold: u32,
        /// The signers.
        signers: BoundedVec<AccountId, ConstU32<MAX_SIGNERS>>,
    },
    /// So many of the oracles have approved it, an hour ago.
    #[codec(index = 3)]
    Oracle {
        /// How many.
        threshold: u32,
        /// The oracles.
        signers: BoundedVec<AccountId, ConstU32<MAX_SIGNERS>>,
    },
}

impl<AccountId> Rule<AccountId> {
    /// Who may approve milestones.
    pub fn signers(&self) -> &[AccountId] {
        match self {
            Self::Manual | Self::TimeBased(_) => &[],
            Self::MultiSig { signers, .. } | Self::Oracle { signers, .. } => signers,
        }
    }
}

/// What becomes at the final deadline of a milestone that is still open.
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
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase"))]
pub enum Fallback {
    /// It goes back to the depositor.
    #[default]
    #[codec(index = 0)]
    Refund,
    /// It is paid to the beneficiary.
    #[codec(index = 1)]
    Pay,
    /// The beneficiary gets this part of it, rounded down, and the depositor the rest. In JSON a number of
    /// parts per million.
    #[codec(index = 2)]
    Split(Permill),
}

/// The terms of an escrow. Durations are in milliseconds of the active clock, from the creation of the escrow
/// on.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "std", serde(rename_all = "camelCase", deny_unknown_fields))]
pub struct Terms<AccountId> {
    /// The amount of each milestone, in the smallest unit.
    #[cfg_attr(feature = "std", serde(with = "amounts"))]
    pub amounts: BoundedVec<Balance, ConstU32<MAX_MILESTONES>>,
    /// What pays them without the depositor.
    pub rule: Rule<AccountId>,
    /// What becomes of those that are still open at the deadline.
    #[cfg_attr(feature = "std", serde(default))]
    pub default: Fallback,
    /// Who decides disputes, if somebody does.
    #[cfg_attr(feature = "std", serde(default = "no_arbiter"))]
    pub arbiter: Option<AccountId>,
    /// Until when the beneficiary may accept.
    pub accept_within: Moment,
    /// The final deadline.
    pub deadline_in: Moment,
    /// How long the depositor may look at what was delivered, from the delivery on.
    pub review: Moment,
    /// The hash of what was agreed in words.
    #[cfg_attr(feature = "std", serde(default))]
    pub terms_hash: Option<Hash>,
}

/// Spares accounts a default value of their own.
#[cfg(feature = "std")]
fn no_arbiter<AccountId>() -> Option<AccountId> {
    None
}

/// Amounts in a list that is bounded.
#[cfg(feature = "std")]
mod amounts {
    use crate::{json::Amount, Balance};
    use frame_support::{traits::Get, BoundedVec};
    use serde::{de::Error, Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer, N>(
        amounts: &BoundedVec<Balance, N>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(amounts.iter().copied().map(Amount))
    }

    pub fn deserialize<'de, D: Deserializer<'de>, N: Get<u32>>(
        deserializer: D,
    ) -> Result<BoundedVec<Balance, N>, D::Error> {
        let amounts: Vec<Balance> =
            Vec::deserialize(deserializer)?.into_iter().map(|Amount(amount)| amount).collect();
        amounts.try_into().map_err(|_| D::Error::custom("too many amounts"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_as_they_are_written() {
        let terms = Terms {
            amounts: vec![u128::MAX, 1].try_into().unwrap(),
            rule: Rule::Oracle { threshold: 1, signers: vec![7u64].try_into().unwrap() },
            default: Fallback::Split(Permill::from_percent(40)),
            arbiter: Some(8),
            accept_within: 60_000,
            deadline_in: 120_000,
            review: 600_000,
            terms_hash: None,
        };
        let json = r#"{"amounts":["340282366920938463463374607431768211455","1"],
            "rule":{"oracle":{"threshold":1,"signers":[7]}},"default":{"split":400000},"arbiter":8,
            "acceptWithin":60000,"deadlineIn":120000,"review":600000,"termsHash":null}"#;
        assert_eq!(serde_json::from_str::<Terms<u64>>(json).unwrap(), terms);
        let written: serde_json::Value = serde_json::to_value(&terms).unwrap();
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(json).unwrap());
    }

    #[test]
    fn what_is_left_out_is_nothing() {
        let json = r#"{"amounts":[],"rule":"manual","acceptWithin":1,"deadlineIn":2,"review":3}"#;
        let terms: Terms<u64> = serde_json::from_str(json).unwrap();
        assert_eq!((terms.default, terms.arbiter), (Fallback::Refund, None));
        assert_eq!((terms.terms_hash, terms.rule), (None, Rule::Manual));
    }

    #[test]
    fn more_than_ten_milestones_are_not_read() {
        let terms = |number: usize| {
            let amounts = vec![r#""1""#; number].join(",");
            let json = format!(
                r#"{{"amounts":[{amounts}],"rule":"manual","acceptWithin":1,"deadlineIn":2,"review":3}}"#
            );
            serde_json::from_str::<Terms<u64>>(&json)
        };
        assert_eq!(terms(10).unwrap().amounts.len(), 10);
        assert!(terms(11).is_err());
    }
}
