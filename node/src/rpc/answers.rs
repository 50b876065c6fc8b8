//! The JSON in which the runtime's answers reach clients.
//!
//! Amounts are strings of decimal digits, as the numbers of JavaScript hold no more than 53 bits;
//! accounts are SS58 addresses; keys and hashes are hexadecimal with a leading `0x`.

use aitbc_primitives::{
    consensus::{self, SessionIndex, SlotNumber},
    governance, reputation, AccountId, Balance, BlockNumber, Hash,
};
use serde::{Deserialize, Serialize};
use sp_core::H256;
use std::num::ParseIntError;

/// An amount in its smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Amount(pub u128);

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.0.to_string()
    }
}

impl TryFrom<String> for Amount {
    type Error = ParseIntError;

    fn try_from(digits: String) -> Result<Self, ParseIntError> {
        digits.parse().map(Self)
    }
}

/// Who produces in which slot of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// Index of the session.
    pub session: SessionIndex,
    /// Slot of the block that began the session and belonged to the schedule before this one.
    pub start: SlotNumber,
    /// Slots of the session.
    pub length: u32,
    /// Slot of the latest block.
    pub slot: SlotNumber,
    /// The producers, with their shares.
    pub producers: Vec<Producer>,
    /// Index into `producers` of the producer of each slot `s`, at `s % order.length`.
    pub order: Vec<u16>,
}

impl From<consensus::SessionSchedule<AccountId>> for Schedule {
    fn from(schedule: consensus::SessionSchedule<AccountId>) -> Self {
        let consensus::SessionSchedule {
            session,
            start,
            length,
            slot,
            producers,
            order,
        } = schedule;
        Self {
            session,
            start,
            length,
            slot,
            producers: producers.into_iter().map(Producer::from).collect(),
            order,
        }
    }
}

/// A producer of the current session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Producer {
    /// Its account.
    pub account: AccountId,
    /// The sr25519 key that signs its blocks.
    pub key: H256,
    /// Reputation that was encumbered when shares were computed, in units.
    pub weight: Amount,
    /// Its slots of this session.
    pub slots: u32,
}

impl From<consensus::Producer<AccountId>> for Producer {
    fn from(producer: consensus::Producer<AccountId>) -> Self {
        let consensus::Producer {
            account,
            key,
            weight,
            slots,
        } = producer;
        Self {
            account,
            key: H256(key.0),
            weight: Amount(weight),
            slots,
        }
    }
}

/// How an account takes part in block production.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Availability {
    /// Encumbered reputation that counts in the next snapshot, in units.
    pub encumbered: Amount,
    /// Encumbered reputation on its way out, in units.
    pub leaving: Amount,
    /// Session from which `leaving` can be withdrawn.
    pub withdrawable_from: SessionIndex,
    /// Slots scheduled in this session.
    pub scheduled: u32,
    /// Of these, slots that have passed.
    pub elapsed: u32,
    /// Of the slots that have passed, those with a block.
    pub produced: u32,
    /// Periods in a row in which too few slots had a block.
    pub failures: u32,
    /// Whether it is out of the schedule until it applies as a validator again.
    pub suspended: bool,
}

impl From<consensus::Availability> for Availability {
    fn from(availability: consensus::Availability) -> Self {
        let consensus::Availability {
            encumbered,
            leaving,
            withdrawable_from,
            scheduled,
            elapsed,
            produced,
            failures,
            suspended,
        } = availability;
        Self {
            encumbered: Amount(encumbered),
            leaving: Amount(leaving),
            withdrawable_from,
            scheduled,
            elapsed,
            produced,
            failures,
            suspended,
        }
    }
}

/// Who produced a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockAuthor {
    /// Height of the block.
    pub block: BlockNumber,
    /// Its hash.
    pub hash: Hash,
    /// Its slot.
    pub slot: SlotNumber,
    /// Its producer.
    pub account: AccountId,
}

/// What a producer did in a session that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// The producer.
    pub account: AccountId,
    /// Its slots that passed.
    pub elapsed: u32,
    /// Of these, slots with a block.
    pub produced: u32,
}

impl From<consensus::Delivery<AccountId>> for Delivery {
    fn from(delivery: consensus::Delivery<AccountId>) -> Self {
        let consensus::Delivery {
            account,
            elapsed,
            produced,
        } = delivery;
        Self {
            account,
            elapsed,
            produced,
        }
    }
}

/// The reputation of an account in a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reputation {
    /// All of it, in units.
    pub balance: Amount,
    /// What nothing holds, in units.
    pub free: Amount,
    /// Encumbered by block production, in units.
    pub encumbered: Amount,
    /// At stake in validation pools, in units.
    pub pooled: Amount,
    /// Salary that can be claimed, in the smallest unit of the native token.
    pub claimable: Amount,
}

impl From<reputation::Reputation> for Reputation {
    fn from(reputation: reputation::Reputation) -> Self {
        let reputation::Reputation {
            balance,
            free,
            encumbered,
            pooled,
            claimable,
        } = reputation;
        Self {
            balance: Amount(balance),
            free: Amount(free),
            encumbered: Amount(encumbered),
            pooled: Amount(pooled),
            claimable: Amount(claimable),
        }
    }
}

/// The power of an account. The names of its fields are those of all `governance_*` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VotingPower {
    /// The total balance, in the smallest unit of the native token like all that follows.
    pub balance: Amount,
    /// Its average over the short window.
    pub short_average: Amount,
    /// Its average over the long window.
    pub long_average: Amount,
    /// The least of the three.
    pub power: Amount,
    /// Who votes with it, if the account does not vote itself.
    pub delegated_to: Option<AccountId>,
    /// What is frozen because it was counted in votes.
    pub frozen: Amount,
    /// All tokens outside of pots, which power is measured against.
    pub base: Amount,
}

impl VotingPower {
    /// The answer of the runtime, beside what it is measured against.
    pub fn new(power: governance::VotingPower<AccountId>, base: Balance) -> Self {
        let governance::VotingPower {
            balance,
            short_average,
            long_average,
            power,
            delegated_to,
            frozen,
        } = power;
        Self {
            balance: Amount(balance),
            short_average: Amount(short_average),
            long_average: Amount(long_average),
            power: Amount(power),
            delegated_to,
            frozen: Amount(frozen),
            base: Amount(base),
        }
    }
}
