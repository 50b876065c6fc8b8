//! What became of each transaction.

use crate::{operation::Operation, profile::Kind, Result};
use aitbc_runtime::{BlockNumber, Hash};
use serde::Serialize;
use std::{
    collections::HashMap,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    time::Duration,
};

/// How long a client waits before it sends again what a node had no room for.
const PAUSE: Duration = Duration::from_secs(2);
/// What a node answers when a nonce is too far ahead of the blocks it knows, and when it is full.
const LATER: [i32; 2] = [1021, 1016];

/// Why a node did not take a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Code of JSON-RPC; none if the node did not answer.
    pub code: Option<i32>,
    /// What it said.
    pub message: String,
}

impl Refusal {
    /// Whether the node may take the transaction later.
    fn is_for_now(&self) -> bool {
        self.code.is_some_and(|code| LATER.contains(&code))
    }
}

/// A block with what it holds.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its hash.
    pub hash: Hash,
    /// Its height.
    pub number: BlockNumber,
    /// The hashes of its transactions.
    pub transactions: Vec<Hash>,
}

/// What happened, and when since the start.
pub enum Event {
    /// A node has answered.
    Answered(usize, Duration, Result<(), Refusal>),
    /// A block was seen for the first time, as the best one or before it.
    Seen(Block, Duration),
    /// A block that was seen is final.
    Final(Hash, Duration),
    /// Nothing can be seen any more.
    Lost(String),
}

/// What became of one of them. Times are milliseconds since the start.
#[derive(Debug, Default, PartialEq, Serialize)]
struct Fate {
    scheduled: Option<f64>,
    sent: Option<f64>,
    answered: Option<f64>,
    refusal: Option<Refusal>,
    /// When it was first seen in a block.
    included: Option<f64>,
    finalised: Option<f64>,
    /// The final block that holds it; before, the last that was seen to.
    block: Option<BlockNumber>,
}

/// A transaction of a stream, and where it is sent.
pub struct Entry {
    /// Which stream of the profile.
    pub stream: usize,
    /// Which of the nodes.
    pub endpoint: usize,
    /// The transaction.
    pub operation: Operation,
}

/// What became of all that was sent.
#[derive(Default)]
pub struct History {
    entries: Vec<(Entry, Fate)>,
    known: HashMap<Hash, usize>,
    /// Of the blocks that were seen, which of these transactions they hold, until they are final.
    blocks: HashMap<Hash, (BlockNumber, Vec<usize>)>,
    /// By stream, how many are included or refused.
    gone: HashMap<usize, usize>,
    accepted: usize,
    refused: usize,
    finalised: usize,
    /// How many were accepted and are not final.
    open: usize,
    /// What was refused for now, why, and when it is sent again.
    later: Vec<(Duration, usize, Refusal)>,
}

/// A line of the file.
#[derive(Serialize)]
struct Line<'a> {
    id: usize,
    stream: &'a str,
    kind: Kind,
    sender: u32,
    hash: Hash,
    endpoint: usize,
    #[serde(flatten)]
    fate: &'a Fate,
}

fn milliseconds(time: Duration) -> f64 {
    // A tenth is more than enough.
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}

impl History {
    /// Notes that a transaction is sent. Returns its number.
    pub fn sent(&mut self, entry: Entry, scheduled: Duration, now: Duration) -> usize {
        let id = self.entries.len();
        self.known.insert(entry.operation.hash, id);
        let fate = Fate {
            scheduled: Some(milliseconds(scheduled)),
            sent: Some(milliseconds(now)),
            ..Fate::default()
        };
        self.entries.push((entry, fate));
        id
    }

    /// Notes what happened. Fails when nothing can be seen any more.
    pub fn note(&mut self, event: Event) -> Result<()> {
        match event {
            Event::Answered(id, at, answer) => self.answered(id, at, answer),
            Event::Seen(block, at) => self.seen(block, at),
            Event::Final(hash, at) => self.finalised(hash, at),
            Event::Lost(why) => return Err(why.into()),
        }
        Ok(())
    }

    fn answered(&mut self, id: usize, at: Duration, answer: Result<(), Refusal>) {
        let Some((entry, fate)) = self.entries.get_mut(id) else { return };
        if fate.answered.is_some() {
            // It was sent again.
            return;
        }
        let answer = match answer {
            Err(refusal) if refusal.is_for_now() => {
                self.later.push((at + PAUSE, id, refusal));
                return;
            }
            answer => answer,
        };
        fate.answered = Some(milliseconds(at));
        match answer {
            Ok(()) => {
                self.accepted += 1;
                self.open += usize::from(fate.finalised.is_none());
            }
            Err(refusal) => {
                fate.refusal = Some(refusal);
                self.refused += 1;
                if fate.included.is_none() {
                    *self.gone.entry(entry.stream).or_default() += 1;
                }
            }
        }
    }

    fn seen(&mut self, block: Block, at: Duration) {
        let mut found = Vec::new();
        for hash in &block.transactions {
            let Some(&id) = self.known.get(hash) else { continue };
            let Some((entry, fate)) = self.entries.get_mut(id) else { continue };
            found.push(id);
            fate.block = Some(block.number);
            if fate.included.is_none() {
                fate.included = Some(milliseconds(at));
                if fate.refusal.is_none() {
                    *self.gone.entry(entry.stream).or_default() += 1;
                }
            }
        }
        self.blocks.insert(block.hash, (block.number, found));
    }

    fn finalised(&mut self, hash: Hash, at: Duration) {
        let Some((number, found)) = self.blocks.remove(&hash) else { return };
        for id in found {
            let Some((_, fate)) = self.entries.get_mut(id) else { continue };
            fate.block = Some(number);
            if fate.finalised.replace(milliseconds(at)).is_none() {
                self.finalised += 1;
                let is_accepted = fate.answered.is_some() && fate.refusal.is_none();
                self.open -= usize::from(is_accepted);
            }
        }
    }

    /// What was sent to the node with this index, was not refused, and is in no block.
    pub fn missing(&self, endpoint: usize) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter_map(move |(id, (entry, fate))| {
            let missing = fate.included.is_none() && fate.refusal.is_none();
            (entry.endpoint == endpoint && missing).then_some((id, entry))
        })
    }

    /// What is to be sent again by now.
    pub fn again(&mut self, now: Duration) -> impl Iterator<Item = (usize, &Entry)> {
        let due: Vec<_> = self.later.extract_if(.., |(at, ..)| *at <= now).collect();
        due.into_iter().filter_map(|(_, id, _)| Some((id, &self.entries.get(id)?.0)))
    }

    /// Nothing is sent again any more: what was refused for now is refused.
    pub fn give_up(&mut self, now: Duration) {
        for (_, id, refusal) in std::mem::take(&mut self.later) {
            self.answered(id, now, Err(Refusal { code: None, message: refusal.message }));
        }
    }

    /// How many of a stream are included or refused.
    pub fn gone(&self, stream: usize) -> usize {
        self.gone.get(&stream).copied().unwrap_or_default()
    }

    /// Whether each has been answered, and is final if it was accepted.
    pub fn is_complete(&self) -> bool {
        self.accepted + self.refused == self.entries.len() && self.open == 0
    }

    /// How many were sent, accepted, refused and finalised.
    pub fn counts(&self) -> [usize; 4] {
        [self.entries.len(), self.accepted, self.refused, self.finalised]
    }

    /// Writes a line of JSON for each transaction. `names` are those of the streams.
    pub fn write(&self, path: &Path, names: &[&str]) -> Result<()> {
        let mut file = BufWriter::new(File::create(path)?);
        for (id, (entry, fate)) in self.entries.iter().enumerate() {
            let Operation { sender, kind, hash, .. } = entry.operation;
            let stream = names.get(entry.stream).copied().unwrap_or_default();
            let line = Line { id, stream, kind, sender, hash, endpoint: entry.endpoint, fate };
            serde_json::to_writer(&mut file, &line)?;
            writeln!(file)?;
        }
        Ok(file.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn hash(number: u8) -> Hash {
        Hash::repeat_byte(number)
    }

    /// So many transactions of stream 0, with hashes from 1 on.
    fn history(count: u8) -> History {
        let mut history = History::default();
        for number in 1..=count {
            let operation =
                Operation { sender: 0, kind: Kind::Remark, hash: hash(number), hex: String::new() };
            let entry = Entry { stream: 0, endpoint: 0, operation };
            history.sent(entry, at(0), at(0));
        }
        history
    }

    fn block(number: u8, transactions: &[u8]) -> Block {
        Block {
            hash: hash(100 + number),
            number: number.into(),
            transactions: transactions.iter().map(|each| hash(*each)).collect(),
        }
    }

    fn fate(history: &History, id: usize) -> &Fate {
        &history.entries[id].1
    }

    #[test]
    fn it_is_complete_when_what_was_accepted_is_final() {
        let mut history = history(2);
        history.note(Event::Answered(0, at(1), Ok(()))).unwrap();
        let refusal = Refusal { code: Some(1010), message: "invalid".into() };
        history.note(Event::Answered(1, at(1), Err(refusal.clone()))).unwrap();
        assert_eq!(history.gone(0), 1);
        history.note(Event::Seen(block(1, &[1, 77]), at(2))).unwrap();
        assert_eq!(history.gone(0), 2);
        assert!(!history.is_complete());
        history.note(Event::Final(hash(101), at(5))).unwrap();
        assert!(history.is_complete());
        assert_eq!(history.counts(), [2, 1, 1, 1]);
        assert_eq!(fate(&history, 0).included, Some(2_000.0));
        assert_eq!(fate(&history, 0).finalised, Some(5_000.0));
        assert_eq!(fate(&history, 1).refusal, Some(refusal));
    }

    #[test]
    fn a_fork_does_not_count_twice_and_the_final_block_stands() {
        let mut history = history(1);
        history.note(Event::Answered(0, at(1), Ok(()))).unwrap();
        history.note(Event::Seen(block(1, &[1]), at(2))).unwrap();
        history.note(Event::Seen(block(2, &[1]), at(3))).unwrap();
        assert_eq!(history.gone(0), 1);
        history.note(Event::Final(hash(101), at(4))).unwrap();
        history.note(Event::Final(hash(101), at(9))).unwrap();
        assert_eq!(fate(&history, 0).included, Some(2_000.0));
        assert_eq!(fate(&history, 0).finalised, Some(4_000.0));
        assert_eq!(fate(&history, 0).block, Some(1));
    }

    #[test]
    fn an_answer_can_come_after_the_block() {
        let mut history = history(1);
        history.note(Event::Seen(block(1, &[1]), at(1))).unwrap();
        history.note(Event::Final(hash(101), at(2))).unwrap();
        assert!(!history.is_complete());
        history.note(Event::Answered(0, at(3), Ok(()))).unwrap();
        assert!(history.is_complete());
    }

    #[test]
    fn what_a_node_forgot_is_sent_again_and_the_first_answer_counts() {
        let mut history = history(4);
        for id in 0..2 {
            history.note(Event::Answered(id, at(1), Ok(()))).unwrap();
        }
        let refusal = Refusal { code: Some(1010), message: "invalid".into() };
        history.note(Event::Answered(2, at(1), Err(refusal.clone()))).unwrap();
        history.note(Event::Seen(block(1, &[1]), at(2))).unwrap();
        let missing = |history: &History, endpoint| -> Vec<usize> {
            history.missing(endpoint).map(|(id, _)| id).collect()
        };
        assert_eq!(missing(&history, 0), [1, 3]);
        assert!(missing(&history, 1).is_empty());

        history.note(Event::Answered(1, at(3), Err(refusal))).unwrap();
        history.note(Event::Answered(3, at(3), Ok(()))).unwrap();
        assert_eq!(history.counts(), [4, 3, 1, 0]);
        assert_eq!(fate(&history, 1).refusal, None);
    }

    #[test]
    fn what_a_node_had_no_room_for_is_sent_again() {
        let mut history = history(2);
        for id in 0..2 {
            let full = Refusal { code: Some(1016), message: "full".into() };
            history.note(Event::Answered(id, at(1), Err(full))).unwrap();
        }
        assert_eq!(history.again(at(2)).count(), 0);
        let again: Vec<_> = history.again(at(1) + PAUSE).map(|(id, _)| id).collect();
        assert_eq!((again, history.again(at(9)).count()), (vec![0, 1], 0));
        assert_eq!((history.counts(), history.gone(0)), ([2, 0, 0, 0], 0));

        history.note(Event::Answered(0, at(4), Ok(()))).unwrap();
        let far = Refusal { code: Some(1021), message: "far".into() };
        history.note(Event::Answered(1, at(4), Err(far))).unwrap();
        assert!(!history.is_complete());
        history.give_up(at(5));
        assert_eq!((history.counts(), history.gone(0)), ([2, 1, 1, 0], 1));
        assert_eq!(fate(&history, 1).refusal.as_ref().map(|one| &*one.message), Some("far"));
    }

    #[test]
    fn one_refused_that_came_by_another_way_is_gone_once() {
        let mut history = history(1);
        history.note(Event::Seen(block(1, &[1]), at(1))).unwrap();
        let refusal = Refusal { code: None, message: "no answer".into() };
        history.note(Event::Answered(0, at(2), Err(refusal))).unwrap();
        assert_eq!(history.gone(0), 1);
    }
}
