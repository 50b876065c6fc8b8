//! Cases of a room, and random sequences against a model that looks at everything each time.

use super::*;
use proptest::prelude::*;

const LIMITS: Limits =
    Limits { transactions: 6, bytes: 1_000, ahead: 4, given: 3, given_bytes: 1_000 };
const RICH: Balance = 1_000_000;

fn who(number: u8) -> AccountId {
    [number; 32].into()
}

/// A transaction of 100 bytes that costs 1; its hash says which it is.
fn ticket(sender: u8, nonce: Nonce, priority: u128) -> Ticket {
    let mut hash = [0; 32];
    hash[0] = sender;
    hash[1..5].copy_from_slice(&nonce.to_le_bytes());
    hash[5..21].copy_from_slice(&priority.to_le_bytes());
    Ticket {
        hash: hash.into(),
        sender: who(sender),
        nonce,
        priority,
        cost: 1,
        bytes: 100,
        death: BlockNumber::MAX,
        is_local: true,
    }
}

fn at(nonce: Nonce) -> Sender {
    Sender { nonce, balance: RICH }
}

impl<T: Clone> Room<T> {
    /// Panics unless the invariants of the module hold.
    pub fn check(&self) {
        let mut known = HashMap::new();
        let (mut waiting, mut bytes, mut given, mut given_bytes) = (0, 0, 0, 0);
        let (mut heads, mut tails): (_, [_; 4]) = (BTreeSet::new(), Default::default());
        for (who, line) in &self.lines {
            assert!(!line.is_empty(), "1");
            let of_pool = line.given.values().map(|given| &given.entry);
            for entry in line.waiting.values().chain(of_pool) {
                let Ticket { hash, nonce, sender, .. } = &entry.ticket;
                assert_eq!(sender, who, "2");
                assert!(known.insert(*hash, (who.clone(), *nonce)).is_none(), "2");
            }
            waiting += line.waiting.len();
            bytes += line.waiting.values().map(|entry| entry.ticket.bytes).sum::<usize>();
            given += line.given.len();
            let of_pool = line.given.values().map(|given| &given.entry);
            given_bytes += of_pool.map(|entry| entry.ticket.bytes).sum::<usize>();
            heads.extend(line.head().map(Entry::place));
            if let Some((class, place)) = line.tail() {
                let tails: &mut BTreeSet<_> = &mut tails[class as usize];
                tails.insert(place);
            }
        }
        assert_eq!(self.known, known, "2");
        assert_eq!(self.counts(), (waiting, bytes, given), "3");
        assert_eq!(self.given_bytes, given_bytes, "3");
        assert_eq!((&self.heads, &self.tails), (&heads, &tails), "4");
        assert!(given <= self.limits.given, "5");
    }
}

#[test]
fn who_pays_more_goes_first_and_among_equals_who_came_first() {
    let mut room = Room::new(LIMITS);
    for (sender, priority) in [(1, 5), (2, 9), (3, 5)] {
        room.admit(ticket(sender, 0, priority), at(0), ()).unwrap();
    }
    let order: Vec<_> =
        std::iter::from_fn(|| room.give()).map(|entry| entry.ticket.sender).collect();
    assert_eq!(order, [who(2), who(1), who(3)]);
    room.check();
}

#[test]
fn nonces_go_in_order_and_a_gap_waits() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 2, 9), at(0), ()).unwrap();
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    assert_eq!(room.give().unwrap().ticket.nonce, 0);
    assert!(room.give().is_none());
    assert_eq!(room.next_nonce(&who(1)), Some(1));
    room.admit(ticket(1, 1, 1), at(0), ()).unwrap();
    assert_eq!(room.next_nonce(&who(1)), Some(3));
    assert_eq!(room.give().unwrap().ticket.nonce, 1);
    assert_eq!(room.give().unwrap().ticket.nonce, 2);
}

#[test]
fn the_pool_is_not_given_more_than_it_holds() {
    let mut room = Room::new(LIMITS);
    for sender in 1..=4 {
        room.admit(ticket(sender, 0, 1), at(0), ()).unwrap();
    }
    let first = room.give().unwrap().ticket;
    assert_eq!(std::iter::from_fn(|| room.give()).count(), 2);
    room.taken(&first.hash);
    assert_eq!(room.settle(&first.sender, 1).len(), 1);
    assert!(room.give().is_some());
}

#[test]
fn the_pool_is_not_given_more_bytes_than_it_holds_but_for_one_transaction() {
    let mut room = Room::new(Limits { bytes: 10_000, ..LIMITS });
    for (sender, priority, bytes) in [(1, 3, 1_500), (2, 2, 900), (3, 1, 100)] {
        let ticket = Ticket { bytes, ..ticket(sender, 0, priority) };
        room.admit(ticket, at(0), ()).unwrap();
    }
    let large = room.give().unwrap().ticket;
    assert_eq!(large.sender, who(1));
    assert!(room.give().is_none());
    room.refused(&large.hash).unwrap();
    assert_eq!(std::iter::from_fn(|| room.give()).count(), 2);
}

#[test]
fn nonces_from_the_next_one_to_three_after_it_may_wait() {
    let mut room = Room::new(LIMITS);
    assert_eq!(room.admit(ticket(1, 6, 1), at(7), ()).unwrap_err(), Refusal::Stale);
    assert_eq!(room.admit(ticket(1, 11, 1), at(7), ()).unwrap_err(), Refusal::TooFarAhead);
    room.admit(ticket(1, 7, 1), at(7), ()).unwrap();
    room.admit(ticket(1, 10, 1), at(7), ()).unwrap();
    assert_eq!(room.admit(ticket(1, 10, 1), at(7), ()).unwrap_err(), Refusal::Known);
}

#[test]
fn a_tenth_more_takes_the_place_of_another() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 0, 100), at(0), ()).unwrap();
    let refusal = room.admit(ticket(1, 0, 109), at(0), ()).unwrap_err();
    assert_eq!(refusal, Refusal::TooLowPriority { old: 100 });
    let instead = room.admit(ticket(1, 0, 110), at(0), ()).unwrap();
    assert_eq!(instead[0].why, Why::Replaced(ticket(1, 0, 110).hash));
    assert_eq!(room.counts(), (1, 100, 0));
}

#[test]
fn what_the_pool_was_given_can_be_replaced() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 0, 0), at(0), ()).unwrap();
    room.admit(ticket(1, 1, 0), at(0), ()).unwrap();
    room.give().unwrap();
    let refusal = room.admit(ticket(1, 0, 0), at(0), ()).unwrap_err();
    assert_eq!(refusal, Refusal::Known);
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    let given = room.give().unwrap().ticket;
    assert_eq!((given.nonce, given.priority), (0, 1));
    assert_eq!(room.give().unwrap().ticket.nonce, 1);
    room.check();
}

#[test]
fn a_sender_can_pay_for_all_it_has_here() {
    let mut room = Room::new(LIMITS);
    let poor = Sender { nonce: 0, balance: 2 };
    room.admit(ticket(1, 0, 1), poor, ()).unwrap();
    room.give().unwrap();
    room.admit(ticket(1, 1, 1), poor, ()).unwrap();
    assert_eq!(room.admit(ticket(1, 2, 1), poor, ()).unwrap_err(), Refusal::CannotPay);
    // Instead of the other.
    room.admit(ticket(1, 1, 2), poor, ()).unwrap();
}

#[test]
fn in_a_full_room_who_offers_more_pushes_out_the_last_who_offers_least() {
    let mut room = Room::new(Limits { transactions: 2, ..LIMITS });
    room.admit(ticket(1, 0, 5), at(0), ()).unwrap();
    room.admit(ticket(1, 1, 1), at(0), ()).unwrap();
    assert_eq!(room.threshold(100), 2);
    assert_eq!(room.admit(ticket(2, 0, 1), at(0), ()).unwrap_err(), Refusal::Full);
    let gone = room.admit(ticket(2, 0, 2), at(0), ()).unwrap().remove(0);
    assert_eq!((gone.entry.ticket.nonce, gone.why), (1, Why::PushedOut));
    room.check();
}

#[test]
fn what_waits_behind_a_gap_goes_first_whatever_it_offers() {
    let mut room = Room::new(Limits { transactions: 2, ..LIMITS });
    room.admit(ticket(1, 1, 99), at(0), ()).unwrap();
    room.admit(ticket(2, 0, 5), at(0), ()).unwrap();
    // One that waits behind a gap itself has to offer more.
    assert_eq!(room.admit(ticket(3, 1, 98), at(0), ()).unwrap_err(), Refusal::Full);
    assert_eq!(room.threshold(100), 0);
    let gone = room.admit(ticket(3, 0, 0), at(0), ()).unwrap().remove(0);
    assert_eq!(gone.entry.ticket.sender, who(1));
    assert_eq!(room.threshold(100), 1);
}

#[test]
fn nobody_pushes_out_its_own() {
    let mut room = Room::new(Limits { transactions: 2, ..LIMITS });
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    room.admit(ticket(1, 1, 1), at(0), ()).unwrap();
    assert_eq!(room.admit(ticket(1, 2, 9), at(0), ()).unwrap_err(), Refusal::Full);
}

#[test]
fn gossip_never_pushes_out_what_is_local() {
    let mut room = Room::new(Limits { transactions: 1, ..LIMITS });
    let gossip = |sender, priority| Ticket { is_local: false, ..ticket(sender, 0, priority) };
    room.admit(gossip(1, 5), at(0), ()).unwrap();
    room.admit(ticket(2, 0, 6), at(0), ()).unwrap();
    assert_eq!(room.admit(gossip(3, 99), at(0), ()).unwrap_err(), Refusal::Full);
    room.admit(ticket(3, 0, 7), at(0), ()).unwrap();
}

#[test]
fn bytes_are_bounded_too() {
    let mut room = Room::new(LIMITS);
    let long = |sender, priority, bytes| Ticket { bytes, ..ticket(sender, 0, priority) };
    room.admit(long(1, 5, 900), at(0), ()).unwrap();
    room.admit(long(2, 4, 100), at(0), ()).unwrap();
    // A hundred bytes of the worst are not enough for the first, and the other one offers as much as the second.
    let gone = room.admit(long(3, 9, 101), at(0), ()).unwrap();
    assert_eq!(gone.len(), 2);
    room.admit(long(4, 5, 899), at(0), ()).unwrap();
    assert_eq!(room.admit(long(5, 5, 1), at(0), ()).unwrap_err(), Refusal::Full);
    assert_eq!(room.counts(), (2, 1_000, 0));
}

#[test]
fn what_the_pool_loses_waits_again_three_times() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    for _ in 0..3 {
        let hash = room.give().unwrap().ticket.hash;
        room.taken(&hash);
        assert!(room.lost(&hash).is_none());
        room.check();
    }
    let hash = room.give().unwrap().ticket.hash;
    assert_eq!(room.lost(&hash).unwrap().why, Why::Lost);
    assert_eq!(room.counts(), (0, 0, 0));
}

#[test]
fn what_the_pool_refuses_is_gone() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    let hash = room.give().unwrap().ticket.hash;
    room.refused(&hash);
    assert_eq!(room.counts(), (0, 0, 0));
    room.check();
}

#[test]
fn what_a_fork_takes_back_goes_before_what_came_after_it() {
    let mut room = Room::new(LIMITS);
    for nonce in 0..3 {
        room.admit(ticket(1, nonce, 1), at(0), ()).unwrap();
        let hash = room.give().unwrap().ticket.hash;
        room.taken(&hash);
    }
    assert_eq!(room.settle(&who(1), 1).len(), 1);
    assert!(room.settle(&who(1), 0).is_empty());
    for hash in room.given_of(&who(1)) {
        assert!(room.put_back(&hash).is_none());
    }
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    room.check();
    let order: Vec<_> = (0..3).map(|_| room.give().unwrap().ticket.nonce).collect();
    assert_eq!(order, [0, 1, 2]);
}

#[test]
fn what_was_in_a_block_comes_back_where_there_is_no_room() {
    let mut room = Room::new(Limits { transactions: 1, ..LIMITS });
    room.admit(ticket(1, 0, 9), at(0), ()).unwrap();
    assert_eq!(room.refusal(&ticket(2, 9, 1), at(0)), Some(Refusal::TooFarAhead));
    room.readmit(ticket(2, 9, 1), at(0), ()).unwrap();
    assert_eq!(room.readmit(ticket(2, 9, 1), at(0), ()), Err(Refusal::Known));
    assert_eq!(room.readmit(ticket(2, 8, 1), at(9), ()), Err(Refusal::Stale));
    assert_eq!(room.readmit(ticket(1, 0, 99), at(0), ()), Err(Refusal::TooLowPriority { old: 9 }));
    assert_eq!(room.counts().0, 2);
    room.check();
}

#[test]
fn what_the_pool_refuses_for_no_reason_is_given_again_three_times() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 0, 1), at(0), ()).unwrap();
    room.give().unwrap();
    room.taken(&ticket(1, 0, 1).hash);
    // It takes the place of the first, which the pool keeps meanwhile.
    let hash = ticket(1, 0, 2).hash;
    room.admit(ticket(1, 0, 2), at(0), ()).unwrap();
    for _ in 0..3 {
        assert_eq!(room.give().unwrap().ticket.hash, hash);
        assert!(room.try_again(&hash).is_none());
        assert_eq!((room.counts().0, room.counts().2), (1, 1));
        room.check();
    }
    room.give().unwrap();
    assert_eq!(room.try_again(&hash).map(|gone| gone.why), Some(Why::Lost));
    room.check();
}

#[test]
fn after_a_fork_a_nonce_can_come_again() {
    let mut room = Room::new(LIMITS);
    room.admit(ticket(1, 1, 1), at(1), ()).unwrap();
    assert!(room.settle(&who(1), 0).is_empty());
    assert!(room.give().is_none());
    assert!(room.settle(&who(1), 1).is_empty());
    assert_eq!(room.give().unwrap().ticket.nonce, 1);
}

#[test]
fn what_no_block_can_hold_expires() {
    let mut room = Room::new(LIMITS);
    room.admit(Ticket { death: 10, ..ticket(1, 0, 1) }, at(0), ()).unwrap();
    room.admit(ticket(2, 0, 1), at(0), ()).unwrap();
    assert!(room.expire(9).is_empty());
    let gone = room.expire(10);
    assert_eq!((gone.len(), gone[0].why), (1, Why::Expired));
    assert_eq!(room.counts(), (1, 100, 0));
}

/// Bytes that the pool of the model is given at a time.
const GIVEN_BYTES: usize = 400;

/// A transaction as the model keeps it.
#[derive(Clone, Debug)]
struct Kept {
    ticket: Ticket,
    arrival: usize,
    is_given: bool,
    returns: u8,
    instead_of: Option<Box<Kept>>,
}

/// What a room should do, by looking at all it has.
#[derive(Default)]
struct Model {
    all: Vec<Kept>,
    states: HashMap<AccountId, Nonce>,
    arrivals: usize,
}

impl Model {
    fn waiting(&self) -> impl Iterator<Item = &Kept> {
        self.all.iter().filter(|each| !each.is_given)
    }

    fn of(&self, sender: &AccountId) -> Vec<&Kept> {
        self.all.iter().filter(|each| each.ticket.sender == *sender).collect()
    }

    fn admit(&mut self, ticket: &Ticket, nonce: Nonce) -> Result<(), Refusal> {
        let own = self.of(&ticket.sender);
        if own.iter().any(|each| each.ticket.hash == ticket.hash) {
            return Err(Refusal::Known);
        }
        if ticket.nonce < nonce {
            return Err(Refusal::Stale);
        }
        let ahead = if ticket.is_local { LIMITS.ahead } else { 4 * LIMITS.ahead };
        if ticket.nonce >= nonce + ahead {
            return Err(Refusal::TooFarAhead);
        }
        let same = |each: &&&Kept| each.ticket.nonce == ticket.nonce;
        let replaced = own.iter().filter(|each| !each.is_given).find(same);
        if let Some(old) = replaced.or(own.iter().find(same)) {
            let old = old.ticket.priority;
            if ticket.priority * 10 < old * 11 || ticket.priority <= old {
                return Err(Refusal::TooLowPriority { old });
            }
        }
        let mut out: Vec<_> = replaced.map(|each| each.ticket.hash).into_iter().collect();
        // More than have room may have come back from the pool.
        let waiting = self.waiting().count();
        if out.is_empty() && waiting >= LIMITS.transactions {
            // Of the last of each line the worst: behind gaps first, then what peers sent, then what offers least.
            let is_behind_gap = |sender: &AccountId, state: Nonce, nonce: Nonce| {
                let own = self.of(sender);
                let state = self.states.get(sender).copied().unwrap_or(state);
                (state..nonce).any(|each| !own.iter().any(|other| other.ticket.nonce == each))
            };
            let tails: Vec<_> = self
                .waiting()
                .filter(|each| {
                    let later = |other: &Kept| {
                        other.ticket.sender == each.ticket.sender
                            && other.ticket.nonce > each.ticket.nonce
                    };
                    !self.waiting().any(later)
                })
                .collect();
            let own_gap = is_behind_gap(&ticket.sender, nonce, ticket.nonce);
            let classes = [(true, false), (true, true), (false, false), (false, true)];
            let candidates = classes
                .into_iter()
                .filter(|(gap, is_local)| (*gap || !own_gap) && (ticket.is_local || !is_local))
                .flat_map(|(gap, is_local)| {
                    let mut of_class: Vec<_> = tails
                        .iter()
                        .filter(|each| {
                            let Ticket { sender, nonce, is_local: local, priority, .. } =
                                &each.ticket;
                            let is_worse = *priority < ticket.priority || (gap && !own_gap);
                            is_behind_gap(sender, 0, *nonce) == gap
                                && *local == is_local
                                && *sender != ticket.sender
                                && is_worse
                        })
                        .collect();
                    of_class.sort_by_key(|each| (each.ticket.priority, Reverse(each.arrival)));
                    of_class
                });
            let needed = waiting + 1 - LIMITS.transactions;
            out.extend(candidates.take(needed).map(|each| each.ticket.hash));
            if out.len() < needed {
                return Err(Refusal::Full);
            }
        }
        self.all.retain(|each| !out.contains(&each.ticket.hash));
        self.states.entry(ticket.sender.clone()).or_insert(nonce);
        self.arrivals += 1;
        let arrival = self.arrivals;
        self.all.push(Kept {
            ticket: ticket.clone(),
            arrival,
            is_given: false,
            returns: 0,
            instead_of: None,
        });
        Ok(())
    }

    fn next(&self, sender: &AccountId) -> Nonce {
        let given =
            |nonce| self.of(sender).iter().any(|each| each.is_given && each.ticket.nonce == nonce);
        (self.states[sender]..).find(|nonce| !given(*nonce)).unwrap()
    }

    fn give(&mut self) -> Option<Hash> {
        let given: Vec<_> = self.all.iter().filter(|each| each.is_given).collect();
        if given.len() == LIMITS.given {
            return None;
        }
        let bytes: usize = given.iter().map(|each| each.ticket.bytes).sum();
        let best = self
            .waiting()
            .filter(|each| {
                let (sender, nonce) = (&each.ticket.sender, each.ticket.nonce);
                let next = self.next(sender);
                let own = self.of(sender);
                let first =
                    own.iter().filter(|each| !each.is_given).map(|each| each.ticket.nonce).min();
                nonce == if first.unwrap() < next { first.unwrap() } else { next }
            })
            .max_by_key(|each| (each.ticket.priority, Reverse(each.arrival)))?
            .ticket
            .clone();
        if bytes > 0 && bytes + best.bytes > GIVEN_BYTES {
            return None;
        }
        let same = |each: &Kept| {
            each.is_given && each.ticket.sender == best.sender && each.ticket.nonce == best.nonce
        };
        let old = self.all.iter().position(same).map(|index| Box::new(self.all.remove(index)));
        let each = self.all.iter_mut().find(|each| each.ticket.hash == best.hash)?;
        (each.is_given, each.instead_of) = (true, old);
        Some(best.hash)
    }

    fn taken(&mut self, hash: Hash) {
        for each in &mut self.all {
            if each.ticket.hash == hash {
                each.instead_of = None;
            }
        }
    }

    fn refused(&mut self, hash: Hash) -> Kept {
        let index = self.all.iter().position(|each| each.ticket.hash == hash).unwrap();
        let mut kept = self.all.remove(index);
        self.all.extend(kept.instead_of.take().map(|old| Kept { instead_of: None, ..*old }));
        kept
    }

    fn put_back(&mut self, hash: Hash) {
        let kept = self.refused(hash);
        self.wait_again(kept);
    }

    fn wait_again(&mut self, kept: Kept) {
        let replaced = self.waiting().any(|each| {
            each.ticket.sender == kept.ticket.sender && each.ticket.nonce == kept.ticket.nonce
        });
        if !replaced {
            self.all.push(Kept { is_given: false, instead_of: None, ..kept });
        }
    }

    fn lost(&mut self, hash: Hash) {
        let index = self.all.iter().position(|each| each.ticket.hash == hash).unwrap();
        let kept = self.all.remove(index);
        if kept.returns < RETURNS {
            self.wait_again(Kept { returns: kept.returns + 1, ..kept });
        }
    }

    fn settle(&mut self, sender: &AccountId, nonce: Nonce) {
        self.states.insert(sender.clone(), nonce);
        self.all.retain(|each| each.ticket.sender != *sender || each.ticket.nonce >= nonce);
    }
}

#[derive(Clone, Debug)]
enum Step {
    Admit(u8, Nonce, u128, bool),
    Give,
    Taken(usize),
    PutBack(usize),
    Lost(usize),
    Refused(usize),
    Settle(u8, Nonce),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1u8..5, 0u32..8, 0u128..40, any::<bool>())
            .prop_map(|(sender, nonce, priority, local)| Step::Admit(sender, nonce, priority, local)),
        4 => Just(Step::Give),
        1 => any::<usize>().prop_map(Step::Taken),
        1 => any::<usize>().prop_map(Step::PutBack),
        1 => any::<usize>().prop_map(Step::Lost),
        1 => any::<usize>().prop_map(Step::Refused),
        1 => (1u8..5, 0u32..6).prop_map(|(sender, nonce)| Step::Settle(sender, nonce)),
    ]
}

proptest! {
    /// Nothing is lost, doubled or kept for ever, and each is where it should be.
    #[test]
    fn a_room_does_what_the_model_does(steps in prop::collection::vec(step(), 1..80)) {
        // More may come back from the pool than have room, so bytes are not what bounds this.
        let mut room = Room::new(Limits { bytes: 100_000, given_bytes: GIVEN_BYTES, ..LIMITS });
        let mut model = Model::default();
        let mut states = HashMap::new();
        for step in steps {
            let given: Vec<_> = model.all.iter().filter(|each| each.is_given).map(|each| each.ticket.hash).collect();
            match step {
                Step::Admit(sender, nonce, priority, is_local) => {
                    let bytes = 50 * (1 + nonce as usize % 5);
                    let ticket = Ticket { is_local, bytes, ..ticket(sender, nonce, priority) };
                    let state = *states.entry(sender).or_insert(0);
                    let expected = model.admit(&ticket, state);
                    prop_assert_eq!(room.refusal(&ticket, at(state)), expected.err());
                    prop_assert_eq!(room.admit(ticket, at(state), ()).map(drop), expected);
                }
                Step::Give => {
                    let next = room.known.keys().copied().filter(|hash| room.is_among_next(hash, usize::MAX));
                    let next: Vec<_> = next.collect();
                    let given = room.give().map(|entry| entry.ticket.hash);
                    prop_assert_eq!(given, model.give());
                    prop_assert!(given.is_none_or(|hash| next.contains(&hash)));
                }
                Step::Taken(which) if !given.is_empty() => {
                    let hash = given[which % given.len()];
                    room.taken(&hash);
                    model.taken(hash);
                }
                Step::PutBack(which) if !given.is_empty() => {
                    let hash = given[which % given.len()];
                    room.put_back(&hash);
                    model.put_back(hash);
                }
                Step::Lost(which) if !given.is_empty() => {
                    let hash = given[which % given.len()];
                    room.lost(&hash);
                    model.lost(hash);
                }
                Step::Refused(which) if !given.is_empty() => {
                    let hash = given[which % given.len()];
                    room.refused(&hash);
                    model.refused(hash);
                }
                Step::Settle(sender, nonce) => {
                    states.insert(sender, nonce);
                    room.settle(&who(sender), nonce);
                    model.settle(&who(sender), nonce);
                }
                _ => {}
            }
            room.check();
            let mut kept: Vec<_> = room.known.keys().copied().collect();
            let mut expected: Vec<_> = model.all.iter().map(|each| each.ticket.hash).collect();
            kept.sort();
            expected.sort();
            prop_assert_eq!(kept, expected);
        }
    }
}
