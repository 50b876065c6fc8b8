//! Transactions that wait outside of the pool, in order, and which of them may go in next.
//!
//! Each sender has a line of its own, by nonce. The pool is given only what it can include at once: of each line
//! the first ones, without a gap, and of all lines those first whose tip for their weight is highest. What the pool
//! was given stays in its line until it is known to be included, so that it comes back if the pool loses it.
//!
//! Every operation takes the logarithm of what waits, or of one line. Invariants, see `check`:
//!
//! 1. A line that holds nothing is not kept.
//! 2. The hashes that are known are those in the lines.
//! 3. Counts and bytes are the sums over all lines.
//! 4. The first transaction of a line that may go in, and the last that waits, are in the orders of all lines.
//! 5. No more wait than the limits allow, and no more were given to the pool.

use aitbc_primitives::{AccountId, Balance, BlockNumber, Hash};
use aitbc_runtime::Nonce;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

/// How much a room takes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Transactions that wait.
    pub transactions: usize,
    /// Their bytes.
    pub bytes: usize,
    /// How far the nonce of a transaction may be ahead of its sender's. For those of peers, who may know later
    /// blocks, it is four times as much.
    pub ahead: Nonce,
    /// Transactions that the pool is given at a time.
    pub given: usize,
    /// Their bytes; one transaction may have more.
    pub given_bytes: usize,
}

/// By what a transaction is kept in its place.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// Of the transaction.
    pub hash: Hash,
    /// Who has signed it.
    pub sender: AccountId,
    /// Which of its transactions it is.
    pub nonce: Nonce,
    /// Its tip for its weight; the unit is the same for all.
    pub priority: u128,
    /// The least that it takes of its sender's balance.
    pub cost: Balance,
    /// Its length.
    pub bytes: usize,
    /// The first block after its time.
    pub death: BlockNumber,
    /// Whether it came from a client of this node, and not from a peer.
    pub is_local: bool,
}

/// What the state says of a sender.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sender {
    /// The nonce of its next transaction.
    pub nonce: Nonce,
    /// What it can pay with.
    pub balance: Balance,
}

/// Why a transaction may not wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is here.
    Known,
    /// Its nonce was used.
    Stale,
    /// Its nonce is too far ahead.
    TooFarAhead,
    /// Its sender cannot pay for all it has here.
    CannotPay,
    /// Another of the same nonce is here, and this one does not offer a tenth more.
    TooLowPriority {
        /// What the other offers.
        old: u128,
    },
    /// There is no room, and nothing that offers less could be pushed out for it.
    Full,
}

/// A transaction in its line, with whatever belongs to it.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Its place.
    pub ticket: Ticket,
    /// The transaction.
    pub content: T,
    /// How many came before it.
    arrival: u64,
    /// How often it came back from the pool.
    returns: u8,
}

/// A transaction that is here no more.
#[derive(Debug)]
pub struct Gone<T> {
    /// What it was.
    pub entry: Entry<T>,
    /// Why.
    pub why: Why,
}

/// Why a transaction is here no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another of its nonce took its place.
    Replaced(Hash),
    /// One that offers more needed the room.
    PushedOut,
    /// Its nonce was used, by it or by another one.
    Used,
    /// No block can hold it any more.
    Expired,
    /// The pool has lost it more often than it may.
    Lost,
}

/// Transactions that are pushed out for one, at most.
const VICTIMS: usize = 64;

/// How often in a row a transaction may come back from the pool. What the pool loses for a reason is refused when it is
/// given again; this only ends what would otherwise go round.
const RETURNS: u8 = 3;

/// Where an entry stands among those of other lines: the first is the next.
type Place = (Reverse<u128>, u64, AccountId);

/// Of what kind the last of a line is. Where there is no room those of a lower class go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// From a peer, with a gap before it, so that no block can hold it.
    PeerBehindGap,
    /// From a client, with a gap before it.
    ClientBehindGap,
    /// From a peer.
    Peer,
    /// From a client.
    Client,
}

impl Class {
    fn of(is_local: bool, is_behind_gap: bool) -> Self {
        match (is_local, is_behind_gap) {
            (false, true) => Self::PeerBehindGap,
            (true, true) => Self::ClientBehindGap,
            (false, false) => Self::Peer,
            (true, false) => Self::Client,
        }
    }

    fn is_behind_gap(self) -> bool {
        self < Self::Peer
    }

    /// Those that may go for one of this class, first those that go first. Nothing of a client goes for a peer.
    fn victims(self) -> &'static [Self] {
        match self {
            Self::PeerBehindGap => &[Self::PeerBehindGap],
            Self::ClientBehindGap => &[Self::PeerBehindGap, Self::ClientBehindGap],
            Self::Peer => &[Self::PeerBehindGap, Self::Peer],
            Self::Client => &[Self::PeerBehindGap, Self::ClientBehindGap, Self::Peer, Self::Client],
        }
    }
}

/// A transaction that the pool was given.
#[derive(Debug)]
struct Given<T> {
    entry: Entry<T>,
    /// Whether the pool has taken it.
    taken: bool,
    /// What the pool had of the same nonce before, and keeps if it refuses this one.
    instead_of: Option<Entry<T>>,
}

/// The transactions of one sender.
#[derive(Debug)]
struct Line<T> {
    /// The nonce of its next transaction, as the state has it.
    state: Nonce,
    waiting: BTreeMap<Nonce, Entry<T>>,
    /// What the pool was given.
    given: BTreeMap<Nonce, Given<T>>,
    /// Its places in the orders of all lines.
    head: Option<Place>,
    tail: Option<(Class, Place)>,
}

impl<T> Line<T> {
    fn new(state: Nonce) -> Self {
        Self { state, waiting: BTreeMap::new(), given: BTreeMap::new(), head: None, tail: None }
    }

    fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.given.is_empty()
    }

    /// The nonce after those that the pool was given without a gap.
    fn next(&self) -> Nonce {
        self.given.keys().fold(self.state, |next, nonce| {
            if *nonce == next {
                next.saturating_add(1)
            } else {
                next
            }
        })
    }

    /// The nonce after all that is here without a gap.
    fn reach(&self) -> Nonce {
        let mut reach = self.state;
        while self.waiting.contains_key(&reach) || self.given.contains_key(&reach) {
            reach = reach.saturating_add(1);
        }
        reach
    }

    /// The class and the place of the last that waits.
    fn tail(&self) -> Option<(Class, Place)> {
        let (nonce, entry) = self.waiting.last_key_value()?;
        Some((Class::of(entry.ticket.is_local, *nonce > self.reach()), entry.place()))
    }

    /// Which of those that wait may go into the pool: one that takes the place of what the pool was given, or the
    /// one after that.
    fn head(&self) -> Option<&Entry<T>> {
        let next = self.next();
        let (first, entry) = self.waiting.first_key_value()?;
        if *first < next {
            Some(entry)
        } else {
            self.waiting.get(&next)
        }
    }

    /// What the transactions from nonce `state` on take of their sender's balance.
    fn cost(&self, state: Nonce) -> Balance {
        let waiting = self.waiting.range(state..).map(|(_, entry)| entry.ticket.cost);
        let given = self.given.range(state..).map(|(_, given)| given.entry.ticket.cost);
        waiting.chain(given).fold(0, Balance::saturating_add)
    }
}

impl<T> Entry<T> {
    fn place(&self) -> Place {
        (Reverse(self.ticket.priority), self.arrival, self.ticket.sender.clone())
    }
}

/// Transactions that wait, and those that the pool was given.
#[derive(Debug)]
pub struct Room<T> {
    limits: Limits,
    lines: HashMap<AccountId, Line<T>>,
    known: HashMap<Hash, (AccountId, Nonce)>,
    /// The first of each line, if it may go in.
    heads: BTreeSet<Place>,
    /// The last of each line that waits, by class.
    tails: [BTreeSet<Place>; 4],
    waiting: usize,
    bytes: usize,
    given: usize,
    given_bytes: usize,
    arrivals: u64,
}

impl<T: Clone> Room<T> {
    /// A room that is empty.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            lines: HashMap::new(),
            known: HashMap::new(),
            heads: BTreeSet::new(),
            tails: Default::default(),
            waiting: 0,
            bytes: 0,
            given: 0,
            given_bytes: 0,
            arrivals: 0,
        }
    }

    /// Whether a transaction is here.
    pub fn known(&self, hash: &Hash) -> bool {
        self.known.contains_key(hash)
    }

    /// Why a transaction may not wait, of whose sender the state says `sender`.
    pub fn refusal(&self, ticket: &Ticket, sender: Sender) -> Option<Refusal> {
        self.place_for(ticket, sender).err()
    }

    /// Lets a transaction wait that was in a block which is no part of the chain any more, however many wait.
    pub fn readmit(&mut self, ticket: Ticket, sender: Sender, content: T) -> Result<(), Refusal> {
        if self.known(&ticket.hash) {
            return Err(Refusal::Known);
        }
        if ticket.nonce < sender.nonce {
            return Err(Refusal::Stale);
        }
        if let Some(Entry { ticket: Ticket { priority: old, .. }, .. }) = self.at_place_of(&ticket)
        {
            return Err(Refusal::TooLowPriority { old: *old });
        }
        self.arrivals += 1;
        self.put(sender.nonce, Entry { ticket, content, arrival: self.arrivals, returns: 0 });
        Ok(())
    }

    /// What is here of the same sender and nonce.
    fn at_place_of(&self, ticket: &Ticket) -> Option<&Entry<T>> {
        let line = self.lines.get(&ticket.sender)?;
        let given = line.given.get(&ticket.nonce).map(|given| &given.entry);
        line.waiting.get(&ticket.nonce).or(given)
    }

    /// What has to be pushed out for a transaction, if it may wait.
    fn place_for(
        &self,
        ticket: &Ticket,
        sender: Sender,
    ) -> Result<Vec<(AccountId, Nonce)>, Refusal> {
        if self.known(&ticket.hash) {
            return Err(Refusal::Known);
        }
        if ticket.nonce < sender.nonce {
            return Err(Refusal::Stale);
        }
        let ahead = self.limits.ahead.saturating_mul(if ticket.is_local { 1 } else { 4 });
        if ticket.nonce - sender.nonce >= ahead {
            return Err(Refusal::TooFarAhead);
        }
        let line = self.lines.get(&ticket.sender);
        let other = self.at_place_of(ticket);
        if let Some(Entry { ticket: Ticket { priority: old, .. }, .. }) = other {
            let is_enough = ticket.priority.saturating_mul(10) >= old.saturating_mul(11);
            if ticket.priority <= *old || !is_enough {
                return Err(Refusal::TooLowPriority { old: *old });
            }
        }
        let cost = line.map_or(0, |line| line.cost(sender.nonce)).saturating_add(ticket.cost);
        if cost.saturating_sub(other.map_or(0, |entry| entry.ticket.cost)) > sender.balance {
            return Err(Refusal::CannotPay);
        }
        let replaced = line.and_then(|line| line.waiting.get(&ticket.nonce));
        self.victims(ticket, sender.nonce, replaced).ok_or(Refusal::Full)
    }

    /// Lets a transaction wait, of whose sender the state says `sender`. Returns what it took the place of and
    /// pushed out. Refusals change nothing.
    pub fn admit(
        &mut self,
        ticket: Ticket,
        sender: Sender,
        content: T,
    ) -> Result<Vec<Gone<T>>, Refusal> {
        let victims = self.place_for(&ticket, sender)?;
        let (who, nonce, hash) = (ticket.sender.clone(), ticket.nonce, ticket.hash);
        let replaced = self.remove_waiting(&who, nonce);
        let replaced = replaced.map(|entry| Gone { entry, why: Why::Replaced(hash) });
        let pushed_out = victims
            .into_iter()
            .filter_map(|(who, nonce)| self.remove_waiting(&who, nonce))
            .map(|entry| Gone { entry, why: Why::PushedOut });
        let gone = pushed_out.collect::<Vec<_>>().into_iter().chain(replaced).collect();
        self.arrivals += 1;
        let entry = Entry { ticket, content, arrival: self.arrivals, returns: 0 };
        self.put(sender.nonce, entry);
        Ok(gone)
    }

    /// What has to be pushed out for a transaction, `replaced` aside, if that is possible: the last of other lines, of
    /// those that go first those that offer least, if they offer less or wait behind a gap where this one does not.
    fn victims(
        &self,
        ticket: &Ticket,
        state: Nonce,
        replaced: Option<&Entry<T>>,
    ) -> Option<Vec<(AccountId, Nonce)>> {
        let freed = replaced.map_or(0, |entry| entry.ticket.bytes);
        let excess = (self.bytes + ticket.bytes).saturating_sub(self.limits.bytes + freed);
        let surplus = if replaced.is_some() {
            0
        } else {
            (self.waiting + 1).saturating_sub(self.limits.transactions)
        };
        let mut victims = Vec::new();
        let mut bytes = 0;
        let reach = self.lines.get(&ticket.sender).map_or(state, Line::reach);
        let class = Class::of(ticket.is_local, ticket.nonce > reach);
        let candidates = class.victims().iter().flat_map(|victims| {
            let goes_anyway = victims.is_behind_gap() && !class.is_behind_gap();
            self.tails[*victims as usize].iter().rev().take_while(move |(Reverse(priority), ..)| {
                goes_anyway || *priority < ticket.priority
            })
        });
        let mut candidates = candidates.filter(|(_, _, who)| *who != ticket.sender).take(VICTIMS);
        while victims.len() < surplus || bytes < excess {
            let (_, _, who) = candidates.next()?;
            let (nonce, entry) = self.lines.get(who)?.waiting.last_key_value()?;
            bytes += entry.ticket.bytes;
            victims.push((who.clone(), *nonce));
        }
        Some(victims)
    }

    /// The next that goes into the pool, if it has room. It counts as given from now on.
    pub fn give(&mut self) -> Option<Entry<T>> {
        let (_, _, who) = self.heads.first()?.clone();
        let line = self.lines.get(&who)?;
        let (state, ticket) = (line.state, &line.head()?.ticket);
        if !self.may_be_given(ticket.bytes) {
            return None;
        }
        let nonce = ticket.nonce;
        let entry = self.remove_waiting(&who, nonce)?;
        let old = self.lines.get(&who).and_then(|line| line.given.get(&nonce));
        let old = old.map(|given| given.entry.ticket.hash);
        let instead_of = old.and_then(|hash| self.remove_given(&hash));
        self.put_given(state, Given { entry: entry.clone(), taken: false, instead_of });
        Some(entry)
    }

    /// Whether the pool has room for a transaction of so many bytes.
    fn may_be_given(&self, bytes: usize) -> bool {
        self.given < self.limits.given
            && (self.given == 0 || self.given_bytes + bytes <= self.limits.given_bytes)
    }

    /// The pool has taken a transaction that it was given. Returns what it took the place of.
    pub fn taken(&mut self, hash: &Hash) -> Option<Gone<T>> {
        let given = self.given_mut(hash)?;
        given.taken = true;
        let entry = given.instead_of.take()?;
        Some(Gone { entry, why: Why::Replaced(*hash) })
    }

    /// The pool still has a transaction that it had taken, or has it again.
    pub fn kept(&mut self, hash: &Hash) {
        if let Some(given) = self.given_mut(hash) {
            given.entry.returns = 0;
        }
    }

    /// What belongs to a transaction that the pool was given, if it is still here.
    pub fn given_content(&mut self, hash: &Hash) -> Option<&mut T> {
        Some(&mut self.given_mut(hash)?.entry.content)
    }

    /// The pool has refused a transaction that it was given, for good. Returns it, if it was still here. What the pool
    /// had in its place stays.
    pub fn refused(&mut self, hash: &Hash) -> Option<Entry<T>> {
        let instead_of = self.given_mut(hash)?.instead_of.take();
        let (who, _) = self.known.get(hash)?;
        let state = self.lines.get(who)?.state;
        let entry = self.remove_given(hash)?;
        if let Some(old) = instead_of {
            self.put_given(state, Given { entry: old, taken: true, instead_of: None });
        }
        Some(entry)
    }

    /// The pool had no room for a transaction that it was given: it waits again.
    pub fn put_back(&mut self, hash: &Hash) -> Option<Gone<T>> {
        let (who, _) = self.known.get(hash)?;
        let state = self.lines.get(who)?.state;
        let entry = self.refused(hash)?;
        self.wait_again(state, entry)
    }

    /// The pool has refused a transaction for what is no reason any more: it waits again, unless it came back too often.
    pub fn try_again(&mut self, hash: &Hash) -> Option<Gone<T>> {
        let (who, _) = self.known.get(hash)?;
        let state = self.lines.get(who)?.state;
        let entry = self.refused(hash)?;
        self.come_back(state, entry)
    }

    /// The pool has lost a transaction that it had taken: it waits again, unless it came back too often.
    pub fn lost(&mut self, hash: &Hash) -> Option<Gone<T>> {
        let (who, _) = self.known.get(hash)?;
        let state = self.lines.get(who)?.state;
        let entry = self.remove_given(hash)?;
        self.come_back(state, entry)
    }

    /// Lets an entry wait again, unless it came back too often.
    fn come_back(&mut self, state: Nonce, mut entry: Entry<T>) -> Option<Gone<T>> {
        if entry.returns >= RETURNS {
            return Some(Gone { entry, why: Why::Lost });
        }
        entry.returns += 1;
        self.wait_again(state, entry)
    }

    /// Takes out a transaction, wherever it is.
    pub fn remove(&mut self, hash: &Hash) -> Option<Entry<T>> {
        if let Some(entry) = self.remove_given(hash) {
            return Some(entry);
        }
        let (who, nonce) = self.known.get(hash)?.clone();
        self.remove_waiting(&who, nonce)
    }

    fn wait_again(&mut self, state: Nonce, entry: Entry<T>) -> Option<Gone<T>> {
        // Another of its nonce may have come meanwhile.
        if let Some(other) = self.replacement(&entry.ticket) {
            return Some(Gone { entry, why: Why::Replaced(other) });
        }
        self.put(state, entry);
        None
    }

    /// What waits at the place of a transaction.
    fn replacement(&self, ticket: &Ticket) -> Option<Hash> {
        let line = self.lines.get(&ticket.sender)?;
        line.waiting.get(&ticket.nonce).map(|entry| entry.ticket.hash)
    }

    /// The state says that the next nonce of `who` is `state`. Returns what was used up by that.
    pub fn settle(&mut self, who: &AccountId, state: Nonce) -> Vec<Gone<T>> {
        let Some(line) = self.lines.get_mut(who) else { return vec![] };
        line.state = state;
        let waiting: Vec<_> = line.waiting.range(..state).map(|(nonce, _)| *nonce).collect();
        let given: Vec<_> =
            line.given.range(..state).map(|(_, given)| given.entry.ticket.hash).collect();
        let mut used: Vec<_> =
            waiting.into_iter().filter_map(|nonce| self.remove_waiting(who, nonce)).collect();
        used.extend(given.iter().filter_map(|hash| self.remove_given(hash)));
        self.place(who);
        used.into_iter().map(|entry| Gone { entry, why: Why::Used }).collect()
    }

    /// Takes out what block `number` and those after it cannot hold, from the pool too. It looks at all that is here, so
    /// it is not for every transaction.
    pub fn expire(&mut self, number: BlockNumber) -> Vec<Gone<T>> {
        let lines = self.lines.values();
        let dead: Vec<_> = lines
            .flat_map(|line| {
                line.waiting.values().chain(line.given.values().map(|given| &given.entry))
            })
            .filter(|entry| entry.ticket.death <= number)
            .map(|entry| entry.ticket.hash)
            .collect();
        dead.iter()
            .filter_map(|hash| self.remove(hash))
            .map(|entry| Gone { entry, why: Why::Expired })
            .collect()
    }

    /// What the pool has taken, and not lost.
    pub fn given(&self) -> impl Iterator<Item = &Ticket> {
        let lines = self.lines.values().flat_map(|line| line.given.values());
        lines.filter(|given| given.taken).map(|given| &given.entry.ticket)
    }

    /// What the pool was given of one sender.
    pub fn given_of(&self, who: &AccountId) -> Vec<Hash> {
        let given = self.lines.get(who).into_iter().flat_map(|line| line.given.values());
        given.map(|given| given.entry.ticket.hash).collect()
    }

    /// The nonce after all that `who` has here without a gap, if it has any.
    pub fn next_nonce(&self, who: &AccountId) -> Option<Nonce> {
        self.lines.get(who).map(Line::reach)
    }

    /// All who have something here.
    pub fn senders(&self) -> impl Iterator<Item = &AccountId> {
        self.lines.keys()
    }

    /// Whether a transaction is among so many that the pool is given next, as far as it has room for them now.
    pub fn is_among_next(&self, hash: &Hash, number: usize) -> bool {
        let Some((who, _)) = self.known.get(hash) else { return false };
        let head = self.lines.get(who).and_then(|line| Some((line.head()?, line.head.as_ref()?)));
        let number = self.limits.given.saturating_sub(self.given).min(number);
        head.is_some_and(|(entry, place)| {
            entry.ticket.hash == *hash
                && self.may_be_given(entry.ticket.bytes)
                && self.heads.range(..place).take(number).count() < number
        })
    }

    /// Transactions that wait, their bytes, and those that the pool was given.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.waiting, self.bytes, self.given)
    }

    /// The priority with which a transaction of so many bytes from a client of this node would be let in.
    pub fn threshold(&self, bytes: usize) -> u128 {
        let limits = self.limits;
        if self.waiting < limits.transactions && self.bytes + bytes <= limits.bytes {
            return 0;
        }
        let [peers, clients, ..] = &self.tails;
        if !peers.is_empty() || !clients.is_empty() {
            return 0;
        }
        let worst = self.tails.iter().find_map(|tails| tails.last());
        worst.map_or(0, |(Reverse(priority), ..)| priority.saturating_add(1))
    }

    fn put(&mut self, state: Nonce, entry: Entry<T>) {
        let (who, nonce) = (entry.ticket.sender.clone(), entry.ticket.nonce);
        self.waiting += 1;
        self.bytes += entry.ticket.bytes;
        self.known.insert(entry.ticket.hash, (who.clone(), nonce));
        let line = self.lines.entry(who.clone()).or_insert_with(|| Line::new(state));
        line.waiting.insert(nonce, entry);
        self.place(&who);
    }

    fn remove_waiting(&mut self, who: &AccountId, nonce: Nonce) -> Option<Entry<T>> {
        let entry = self.lines.get_mut(who)?.waiting.remove(&nonce)?;
        self.waiting -= 1;
        self.bytes -= entry.ticket.bytes;
        self.known.remove(&entry.ticket.hash);
        self.place(who);
        Some(entry)
    }

    fn put_given(&mut self, state: Nonce, given: Given<T>) {
        let Ticket { hash, sender: who, nonce, bytes, .. } = given.entry.ticket.clone();
        self.given += 1;
        self.given_bytes += bytes;
        self.known.insert(hash, (who.clone(), nonce));
        let line = self.lines.entry(who.clone()).or_insert_with(|| Line::new(state));
        line.given.insert(nonce, given);
        self.place(&who);
    }

    fn given_mut(&mut self, hash: &Hash) -> Option<&mut Given<T>> {
        let (who, nonce) = self.known.get(hash)?;
        let given = self.lines.get_mut(who)?.given.get_mut(nonce)?;
        (given.entry.ticket.hash == *hash).then_some(given)
    }

    fn remove_given(&mut self, hash: &Hash) -> Option<Entry<T>> {
        self.given_mut(hash)?;
        let (who, nonce) = self.known.remove(hash)?;
        let Given { entry, .. } = self.lines.get_mut(&who)?.given.remove(&nonce)?;
        self.given -= 1;
        self.given_bytes -= entry.ticket.bytes;
        self.place(&who);
        Some(entry)
    }

    /// Brings the places of a line among the others up to date.
    fn place(&mut self, who: &AccountId) {
        let Some(line) = self.lines.get_mut(who) else { return };
        let head = line.head().map(Entry::place);
        let tail = line.tail();
        let (old_head, old_tail) = (
            std::mem::replace(&mut line.head, head.clone()),
            std::mem::replace(&mut line.tail, tail.clone()),
        );
        let is_empty = line.is_empty();
        if old_head != head {
            old_head.map(|place| self.heads.remove(&place));
            self.heads.extend(head);
        }
        if old_tail != tail {
            old_tail.map(|(class, place)| self.tails[class as usize].remove(&place));
            tail.map(|(class, place)| self.tails[class as usize].insert(place));
        }
        if is_empty {
            self.lines.remove(who);
        }
    }
}

#[cfg(test)]
mod tests;
