//! Whether a block is good: a function of what this node has seen of it and of those before.
//!
//! A block is bad if its author leaves out the transactions of somebody whose transactions others include. One
//! block alone shows nothing, since nobody can know what had reached the author; so the verdict rests on the
//! last blocks of the author in which transactions of that sender should have been, as far as this node can
//! tell, and on those of the others.

use super::Reason;
use aitbc_primitives::{
    consensus::SlotNumber,
    reputation::pools::{Fullness, Side},
    AccountId, Moment,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, VecDeque},
};

/// How easily this node finds a block bad.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Policing {
    /// If its author has left out somebody in four blocks in a row.
    #[default]
    Strict,
    /// If it were eight.
    Lenient,
}

impl Policing {
    /// In how many blocks in a row the author has left out a sender before they are bad.
    fn patience(self) -> usize {
        match self {
            Self::Strict => 4,
            Self::Lenient => 8,
        }
    }
}

/// Blocks of the others that are looked at.
const OTHERS: usize = 8;

/// Blocks of an author that are remembered: as many as are ever looked at.
const PER_AUTHOR: usize = 8;

/// Authors that are remembered for each sender.
const AUTHORS: usize = 256;

/// Senders that are remembered.
const SENDERS: usize = 4_096;

/// Judged blocks of all authors that are looked at to tell whether it is the network.
const NETWORK: usize = 32;

/// Slots after a start, a reorganisation or a flood in which this node says nothing.
const QUIET_SLOTS: SlotNumber = 8;

/// Slots after which a block is late.
const LATE_SLOTS: u64 = 2;

/// When a block came, and on what occasion.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// The slot of the block.
    pub slot: SlotNumber,
    /// The duration of a slot, in milliseconds.
    pub slot_duration: Moment,
    /// When it came, in milliseconds since 1970.
    pub came: Moment,
    /// Whether this node catches up with the chain.
    pub syncing: bool,
    /// Whether the block begins a session.
    pub begins_session: bool,
    /// The slot in which this node was started.
    pub started: SlotNumber,
    /// The last slot in which more than one block was replaced.
    pub reorganised: Option<SlotNumber>,
    /// The last slot in which not all transactions were noticed.
    pub flooded: Option<SlotNumber>,
}

impl Circumstances {
    /// Why this node says nothing of the block, whatever is in it.
    pub fn abstention(&self) -> Option<Reason> {
        let soon_after = |event: SlotNumber| self.slot <= event.saturating_add(QUIET_SLOTS);
        let late =
            self.came > self.slot.saturating_add(LATE_SLOTS).saturating_mul(self.slot_duration);
        [
            (self.syncing, Reason::Syncing),
            (soon_after(self.started), Reason::Started),
            (self.reorganised.is_some_and(soon_after), Reason::Reorganised),
            (self.flooded.is_some_and(soon_after), Reason::Flooded),
            (late, Reason::Late),
            (self.begins_session, Reason::SessionBegins),
        ]
        .into_iter()
        .find_map(|(applies, reason)| applies.then_some(reason))
    }

    /// Until when a transaction must have been ready to be expected in the block: half a slot before its slot
    /// began, in milliseconds since 1970.
    pub fn deadline(&self) -> Moment {
        self.slot.saturating_mul(self.slot_duration).saturating_sub(self.slot_duration / 2)
    }
}

/// Whether normal transactions of `length` bytes in all, and as heavy as `fullness` says, make a block so full
/// that its author cannot be blamed for leaving some out: they use half of the weight or of the length.
pub fn is_full(fullness: &Fullness, length: u64) -> bool {
    let Fullness { used, max_weight, max_length } = fullness;
    [
        (used.ref_time(), max_weight.ref_time()),
        (used.proof_size(), max_weight.proof_size()),
        (length, u64::from(*max_length)),
    ]
    .into_iter()
    .any(|(used, most)| used >= most.div_ceil(2))
}

/// What is said of a block that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict. None if it is the network.
    pub verdict: Option<Side>,
    /// Whose transactions the author leaves out.
    pub left_out: Option<AccountId>,
}

/// The blocks that this node has judged, as far as verdicts rest on them.
#[derive(Default)]
pub struct Record {
    /// How many there were.
    judged: u64,
    senders: HashMap<AccountId, History>,
    /// Whether each of the last 32 would be bad, oldest first.
    bad: VecDeque<bool>,
}

/// In which blocks a sender was eligible.
#[derive(Default)]
struct History {
    /// The last one of all.
    last: u64,
    /// The last eight of each author, oldest first.
    authors: BTreeMap<AccountId, VecDeque<Observation>>,
}

/// A block in which a sender was eligible.
#[derive(Clone, Copy)]
struct Observation {
    /// Which of the judged blocks it is.
    block: u64,
    /// Whether a transaction of the sender is in it.
    included: bool,
}

impl Record {
    /// Judges the next block, of `author`. `eligible` are the senders that are eligible in it, each with whether
    /// a transaction of it is included. Beyond 4 096 of them nobody looks.
    pub fn judge(
        &mut self,
        author: &AccountId,
        eligible: &[(AccountId, bool)],
        policing: Policing,
    ) -> Judgement {
        self.judged += 1;
        let eligible = eligible.get(..SENDERS).unwrap_or(eligible);
        for (sender, included) in eligible {
            self.senders.entry(sender.clone()).or_default().add(author, self.judged, *included);
        }
        let left_out = eligible
            .iter()
            .find(|(sender, included)| !included && self.leaves_out(author, sender, policing))
            .map(|(sender, _)| sender.clone());
        self.forget();

        let bad = left_out.is_some();
        self.count(bad);
        let verdict = match bad {
            _ if self.is_network() => None,
            true => Some(Side::Against),
            false => Some(Side::For),
        };
        Judgement { verdict, left_out }
    }

    /// Takes note of a block of this node itself. It is good, and says nothing of others: what this node knows
    /// of transactions may be more than anybody else can know.
    pub fn note_own(&mut self) {
        self.count(false);
    }

    /// How much there is to find out about whether `author` leaves out `sender`, the greater the more: in how
    /// many of the last blocks of others it is included, and in how many of the last of the author it is not.
    pub fn interest(&self, author: &AccountId, sender: &AccountId) -> (usize, usize) {
        self.senders
            .get(sender)
            .map_or((0, 0), |history| (history.by_others(author).1, history.left_out_by(author)))
    }

    fn leaves_out(&self, author: &AccountId, sender: &AccountId, policing: Policing) -> bool {
        self.senders.get(sender).is_some_and(|history| {
            let (blocks, included) = history.by_others(author);
            history.left_out_by(author) >= policing.patience()
                && blocks >= OTHERS
                && included >= OTHERS / 2
        })
    }

    fn count(&mut self, bad: bool) {
        if self.bad.len() >= NETWORK {
            self.bad.pop_front();
        }
        self.bad.push_back(bad);
    }

    /// Whether more than a third of the last blocks would be bad.
    fn is_network(&self) -> bool {
        3 * self.bad.iter().filter(|bad| **bad).count() > self.bad.len()
    }

    /// Forgets the senders that were not eligible for the longest time if there are too many,
    /// and with them those that have no later block.
    fn forget(&mut self) {
        if self.senders.len() <= SENDERS {
            return;
        }
        let mut last: Vec<_> = self.senders.values().map(|history| history.last).collect();
        last.sort_unstable_by_key(|last| Reverse(*last));
        let without_room = last.get(SENDERS).copied().unwrap_or_default();
        self.senders.retain(|_, history| history.last > without_room);
    }
}

impl History {
    fn add(&mut self, author: &AccountId, block: u64, included: bool) {
        self.last = block;
        let blocks = self.authors.entry(author.clone()).or_default();
        if blocks.len() >= PER_AUTHOR {
            blocks.pop_front();
        }
        blocks.push_back(Observation { block, included });
        if self.authors.len() > AUTHORS {
            let oldest = self
                .authors
                .iter()
                .min_by_key(|(_, blocks)| blocks.back().map(|last| last.block))
                .map(|(author, _)| author.clone());
            oldest.and_then(|author| self.authors.remove(&author));
        }
    }

    /// In how many blocks of `author`, up to its last one, the sender is not included.
    fn left_out_by(&self, author: &AccountId) -> usize {
        self.authors
            .get(author)
            .map_or(0, |blocks| blocks.iter().rev().take_while(|block| !block.included).count())
    }

    /// The last blocks of all but `author`, eight at most: how many there are, and how many include the sender.
    fn by_others(&self, author: &AccountId) -> (usize, usize) {
        let mut blocks: Vec<_> = self
            .authors
            .iter()
            .filter(|(other, _)| *other != author)
            .flat_map(|(_, blocks)| blocks)
            .collect();
        if blocks.len() > OTHERS {
            blocks.select_nth_unstable_by_key(OTHERS, |block| Reverse(block.block));
            blocks.truncate(OTHERS);
        }
        (blocks.len(), blocks.iter().filter(|block| block.included).count())
    }
}

#[cfg(test)]
mod tests;
