//! What this node has said of the latest blocks, for `por_verdicts`.

use aitbc_primitives::{reputation::pools::Side, AccountId, BlockNumber, Hash};
use serde::Serialize;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Blocks that are remembered.
pub const CAPACITY: usize = 600;

/// What this node says of a block, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JudgedBlock {
    /// The number of the block.
    pub block: BlockNumber,
    /// Its hash.
    pub hash: Hash,
    /// Who produced it, if that is known.
    pub author: Option<AccountId>,
    /// What this node says of it, or nothing.
    pub verdict: Option<Side>,
    /// Why it is against the block or says nothing. Blocks are good without a reason.
    pub reason: Option<Reason>,
    /// Whose transactions the author leaves out, if that is the reason or would have been.
    pub left_out: Option<AccountId>,
}

/// Why a node says that a block is not good, or says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// The author leaves out what others include.
    Omission,
    /// The node catches up with the chain.
    Syncing,
    /// The node was started less than 8 slots ago.
    Started,
    /// Within the last 8 slots more than one block was replaced.
    Reorganised,
    /// Within the last 8 slots so many transactions came at once that not all of them were noticed.
    Flooded,
    /// The block came more than 2 slots after its slot began.
    Late,
    /// The block begins a session.
    SessionBegins,
    /// Too many of the latest blocks would be bad: that is the network, not an author.
    Network,
    /// The transaction pool has not said within half a slot what waits.
    PoolSilent,
    /// What the verdict rests on could not be read.
    Unknown,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Omission,
        Self::Syncing,
        Self::Started,
        Self::Reorganised,
        Self::Flooded,
        Self::Late,
        Self::SessionBegins,
        Self::Network,
        Self::PoolSilent,
        Self::Unknown,
    ];

    /// The name of the reason, as JSON has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Omission => "omission",
            Self::Syncing => "syncing",
            Self::Started => "started",
            Self::Reorganised => "reorganised",
            Self::Flooded => "flooded",
            Self::Late => "late",
            Self::SessionBegins => "sessionBegins",
            Self::Network => "network",
            Self::PoolSilent => "poolSilent",
            Self::Unknown => "unknown",
        }
    }
}

/// The verdicts of this node about the last 600 blocks of others, in the order in which they came. Clones are
/// one.
#[derive(Clone, Debug, Default)]
pub struct VerdictLog(Arc<Mutex<VecDeque<JudgedBlock>>>);

impl VerdictLog {
    /// Adds a block. The oldest one goes if there is no room.
    pub fn push(&self, judged: JudgedBlock) {
        let mut blocks = self.lock();
        if blocks.len() >= CAPACITY {
            blocks.pop_front();
        }
        blocks.push_back(judged);
    }

    /// The last `limit` blocks, newest first.
    pub fn latest(&self, limit: usize) -> Vec<JudgedBlock> {
        self.lock().iter().rev().take(limit).cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<JudgedBlock>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::account;
    use serde_json::json;

    fn judged(block: BlockNumber) -> JudgedBlock {
        JudgedBlock {
            block,
            hash: Hash::from_low_u64_be(block.into()),
            author: Some(account(1)),
            verdict: Some(Side::For),
            reason: None,
            left_out: None,
        }
    }

    #[test]
    fn latest_blocks_come_first() {
        let log = VerdictLog::default();
        let clone = log.clone();
        (1..=5).for_each(|block| log.push(judged(block)));
        assert_eq!(clone.latest(2), [judged(5), judged(4)]);
        assert_eq!(clone.latest(9).len(), 5);
        assert_eq!(clone.latest(0), []);
    }

    #[test]
    fn last_600_blocks_are_remembered() {
        let log = VerdictLog::default();
        (1..=601).for_each(|block| log.push(judged(block)));
        let latest = log.latest(usize::MAX);
        assert_eq!(latest.len(), 600);
        assert_eq!(latest.last(), Some(&judged(2)));
    }

    #[test]
    fn json_names_side_and_reason() {
        let judged = JudgedBlock {
            verdict: Some(Side::Against),
            reason: Some(Reason::Omission),
            left_out: Some(account(2)),
            ..judged(7)
        };
        let expected = json!({
            "block": 7,
            "hash": Hash::from_low_u64_be(7),
            "author": account(1).to_string(),
            "verdict": "against",
            "reason": "omission",
            "leftOut": account(2).to_string(),
        });
        assert_eq!(serde_json::to_value(judged).unwrap(), expected);
    }

    #[test]
    fn names_of_reasons_are_those_of_their_json() {
        for reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), json!(reason.name()));
        }
    }
}
