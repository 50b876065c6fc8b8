//! The mailbox against a model that is slow and simple: a list of letters, and plain numbers. They share nothing
//! but the order of calls.

use super::mailbox::*;
use crate::types::AccountList;
use frame_support::traits::fungible::Mutate;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};

/// Those who get messages, all of them controlled by Dee. They send too.
const AGENTS: [u64; 3] = [BEN, CYD, EVE];
/// Everybody who sends. Fay has little.
const PEOPLE: [u64; 5] = [ADA, BEN, CYD, EVE, FAY];
const FAY: u64 = aitbc_test_support::FAY;
/// A thousandth of a token.
const UNIT: i128 = MILLI as i128;
/// What an account keeps free at least.
const ED: i128 = 10 * UNIT;

struct Letter {
    from: u64,
    to: u64,
    number: u8,
    bytes: i128,
    sent: u64,
    expires: u64,
}

#[derive(Default)]
struct Desk {
    policy: u8,
    postage: i128,
    contacts: BTreeSet<u64>,
}

#[derive(Default)]
struct Model {
    now: u64,
    letters: Vec<Letter>,
    desks: BTreeMap<u64, Desk>,
    /// What everybody has, free and held.
    total: BTreeMap<u64, i128>,
}

impl Model {
    fn held(&self, who: u64) -> i128 {
        let letters = self.letters.iter().filter(|letter| letter.from == who);
        let letters: i128 = letters.map(|letter| (100 + letter.bytes) * UNIT).sum();
        let contacts = self.desks.get(&who).map_or(0, |desk| desk.contacts.len() as i128);
        letters + if contacts > 0 { (100 + 8 * contacts) * UNIT } else { 0 }
    }

    fn free(&self, who: u64) -> i128 {
        self.total[&who] - self.held(who)
    }

    fn place(&self, from: u64, to: u64, number: u8) -> Option<usize> {
        self.letters.iter().position(|l| (l.from, l.to, l.number) == (from, to, number))
    }

    fn send(&mut self, op: &Sending) -> bool {
        let Sending { from, to, number, bytes, ttl, most } = *op;
        let Some(desk) = self.desks.get(&to) else { return false };
        let admits = match desk.policy {
            0 => false,
            1 => desk.contacts.contains(&from),
            _ => true,
        };
        let stored = self.letters.iter().filter(|letter| letter.to == to);
        let of_sender = stored.filter(|letter| letter.from == from).count();
        let postage = desk.postage;
        let deposit = (100 + i128::from(bytes)) * UNIT;
        let pays = self.free(from) >= deposit + ED && self.free(from) >= deposit + postage + ED;
        let fits = bytes <= 4_096 && (60_000..=7 * 86_400_000).contains(&ttl);
        let is_new = self.place(from, to, number).is_none();
        if !(admits && fits && is_new && pays && of_sender < 8 && postage <= most) {
            return false;
        }
        *self.total.get_mut(&from).unwrap() -= postage;
        *self.total.get_mut(&to).unwrap() += postage;
        let (sent, expires) = (self.now, self.now + ttl);
        self.letters.push(Letter { from, to, number, bytes: bytes.into(), sent, expires });
        true
    }

    /// Takes letters to `to` off the list, if they all are there and have not expired.
    fn answer(&mut self, to: u64, names: &[(u64, u8)]) -> bool {
        let distinct: BTreeSet<_> = names.iter().collect();
        let is_open = |(from, number): &(u64, u8)| {
            let place = self.place(*from, to, *number);
            place.is_some_and(|place| self.letters[place].expires > self.now)
        };
        let works = distinct.len() == names.len() && names.iter().all(is_open);
        if works {
            self.letters.retain(|l| l.to != to || !names.contains(&(l.from, l.number)));
        }
        works
    }

    fn purge(&mut self, from: u64, to: u64, number: u8) -> bool {
        let place = self.place(from, to, number);
        let due = place.filter(|place| self.letters[*place].expires <= self.now);
        due.map(|place| self.letters.remove(place)).is_some()
    }

    fn change_contacts(&mut self, agent: u64, names: &[u64], add: bool) -> bool {
        let free = self.free(agent);
        let before = self.held(agent);
        let Some(desk) = self.desks.get(&agent) else { return false };
        let mut contacts = desk.contacts.clone();
        let all_change = names.iter().all(|name| match add {
            true => contacts.insert(*name),
            false => contacts.remove(name),
        });
        if !all_change {
            return false;
        }
        let old = std::mem::replace(&mut self.desks.get_mut(&agent).unwrap().contacts, contacts);
        let more = self.held(agent) - before;
        let pays = more <= 0 || free - more >= ED;
        if !pays {
            self.desks.get_mut(&agent).unwrap().contacts = old;
        }
        pays
    }

    fn retire(&mut self, agent: u64) -> bool {
        let is_open = self.letters.iter().any(|letter| letter.from == agent || letter.to == agent);
        !is_open && self.desks.remove(&agent).is_some()
    }
}

#[derive(Clone, Debug)]
struct Sending {
    from: u64,
    to: u64,
    number: u8,
    bytes: u16,
    ttl: u64,
    most: i128,
}

#[derive(Clone, Debug)]
enum Op {
    Send(Sending),
    Answer(u64, Vec<(u64, u8)>, bool),
    /// Answers so many of the oldest that have not expired.
    AnswerOldest(u64, usize, bool),
    Purge(u64, u64, u8),
    PurgeOldest(u64),
    SetInbox(u64, u8, i128),
    Contacts(u64, Vec<u64>, bool),
    Retire(u64),
    Wait(u64),
    Work,
}

fn ops() -> impl Strategy<Value = Op> {
    // Some more often than others, so that they have eight.
    let sender = || select(vec![ADA, ADA, ADA, ADA, BEN, CYD, EVE, FAY]);
    let to = || select(vec![BEN, BEN, BEN, BEN, CYD, EVE, ADA]);
    let agent = || select(AGENTS.to_vec());
    let number = || 0..12u8;
    let bytes = prop_oneof![4 => 0..200u16, 1 => 4_094..4_099u16];
    let short = prop_oneof![4 => 60_000..600_000u64, 1 => 59_998..60_002u64];
    let long = prop_oneof![Just(86_400_000u64), 604_799_998..604_800_003u64];
    let ttl = prop_oneof![3 => short, 2 => long];
    let postage = || prop_oneof![2 => Just(0i128), 2 => 0..2_000i128, 1 => 9_990..10_010i128];
    let most = prop_oneof![4 => Just(20_000i128), 1 => postage()];
    prop_oneof![
        24 => (sender(), to(), number(), bytes, ttl, most).prop_map(
            |(from, to, number, bytes, ttl, most)| Op::Send(Sending {
                from, to, number, bytes, ttl, most: most * UNIT
            })
        ),
        2 => (to(), vec((sender(), number()), 0..3), any::<bool>())
            .prop_map(|(to, names, yes)| Op::Answer(to, names, yes)),
        3 => (agent(), 1..5usize, any::<bool>())
            .prop_map(|(to, count, yes)| Op::AnswerOldest(to, count, yes)),
        1 => (sender(), to(), number()).prop_map(|(from, to, number)| Op::Purge(from, to, number)),
        3 => agent().prop_map(Op::PurgeOldest),
        4 => (to(), select(vec![0u8, 1, 1, 2, 2, 2, 2]), postage())
            .prop_map(|(agent, policy, postage)| Op::SetInbox(agent, policy, postage * UNIT)),
        4 => (to(), vec(sender(), 1..4), select(vec![true, true, false]))
            .prop_map(|(agent, names, add)| Op::Contacts(agent, names, add)),
        1 => agent().prop_map(Op::Retire),
        5 => prop_oneof![1..200_000u64, 1..100_000_000u64].prop_map(Op::Wait),
        2 => Just(Op::Work),
    ]
}

fn answer(to: u64, names: &[(u64, u8)], yes: bool) -> DispatchResult {
    let names: Vec<_> = names.iter().map(|(from, number)| id(*from, to, *number)).collect();
    match yes {
        true => Agents::acknowledge(signed(to), ids(&names)),
        false => Agents::reject(signed(to), ids(&names)),
    }
}

impl Model {
    fn new() -> Self {
        for agent in AGENTS {
            register(agent, DEE);
            set_inbox(agent, InboxPolicy::Anyone, 0);
        }
        Balances::set_balance(&FAY, 12 * AITBC);
        let open = |agent| (agent, Desk { policy: 2, ..Default::default() });
        let has = |who| (who, Balances::total_balance(&who) as i128);
        Self {
            now: now(),
            letters: vec![],
            desks: AGENTS.map(open).into(),
            total: PEOPLE.map(has).into(),
        }
    }

    fn step(&mut self, op: &Op) {
        let (works, real) = match op {
            Op::Send(send) => {
                let Sending { from, to, number, bytes, ttl, most } = *send;
                let envelope = vec![0; bytes.into()];
                let most = most as u128;
                let real = Agents::send(signed(from), to, KIND, envelope, ttl, most, salt(number));
                (self.send(send), real)
            }
            Op::Answer(to, names, yes) => (self.answer(*to, names), answer(*to, names, *yes)),
            Op::AnswerOldest(to, count, yes) => {
                let to_them = self.letters.iter().filter(|letter| letter.to == *to);
                let open = to_them.filter(|letter| letter.expires > self.now);
                let names: Vec<_> =
                    open.take(*count).map(|letter| (letter.from, letter.number)).collect();
                assert!(self.answer(*to, &names));
                (true, answer(*to, &names, *yes))
            }
            Op::Purge(from, to, number) => (
                self.purge(*from, *to, *number),
                Agents::purge(signed(DEE), *to, id(*from, *to, *number)),
            ),
            Op::PurgeOldest(to) => {
                let Some(letter) = self.letters.iter().find(|letter| letter.to == *to) else {
                    return;
                };
                let (from, number) = (letter.from, letter.number);
                let works = self.purge(from, *to, number);
                (works, Agents::purge(signed(ADA), *to, id(from, *to, number)))
            }
            Op::SetInbox(agent, policy, postage) => {
                let named = match policy {
                    0 => InboxPolicy::Closed,
                    1 => InboxPolicy::Contacts,
                    _ => InboxPolicy::Anyone,
                };
                let works = *postage <= 10_000 * UNIT && self.desks.contains_key(agent);
                if let (true, Some(desk)) = (works, self.desks.get_mut(agent)) {
                    (desk.policy, desk.postage) = (*policy, *postage);
                }
                (works, Agents::set_inbox(signed(*agent), *agent, named, *postage as u128))
            }
            Op::Contacts(agent, names, add) => {
                let list: AccountList<u64> = names.clone().try_into().unwrap();
                let real = match add {
                    true => Agents::add_contacts(signed(*agent), list),
                    false => Agents::remove_contacts(signed(*agent), list),
                };
                (self.change_contacts(*agent, names, *add), real)
            }
            Op::Retire(agent) => (self.retire(*agent), Agents::retire(signed(DEE), *agent)),
            Op::Wait(time) => {
                wait(*time);
                self.now += time;
                return;
            }
            Op::Work => {
                work();
                self.letters.retain(|letter| letter.expires > self.now);
                return;
            }
        };
        assert_eq!(works, real.is_ok(), "{op:?}: {real:?}");
    }

    fn compare(&self) {
        check_invariants();
        for who in PEOPLE {
            assert_eq!(Balances::total_balance(&who) as i128, self.total[&who], "{who}");
            assert_eq!(mail_deposit(who) as i128, self.held(who), "{who}");
            let sent = self.letters.iter().filter(|letter| letter.from == who).count();
            assert_eq!(SentBy::<Test>::get(who) as usize, sent);
            let to_it: Vec<_> = self.letters.iter().filter(|letter| letter.to == who).collect();
            let inbox = Agents::inbox(who, 100);
            assert_eq!(inbox.stored as usize, to_it.len());
            for from in PEOPLE {
                let of_sender = to_it.iter().filter(|letter| letter.from == from).count();
                assert_eq!(FromSender::<Test>::get(who, from) as usize, of_sender);
            }
            let read = inbox.messages.into_iter();
            let read: BTreeSet<_> =
                read.map(|m| (m.sent_at, m.id, m.from, m.envelope.len() as i128)).collect();
            let written = to_it.iter().map(|letter| {
                let Letter { from, to, number, bytes, sent, .. } = **letter;
                (sent, id(from, to, number), from, bytes)
            });
            assert_eq!(read, written.collect::<BTreeSet<_>>());
        }
        assert_eq!(MessagesStored::<Test>::get() as usize, self.letters.len());
    }
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    #[test]
    fn mailbox_does_what_the_model_does(ops in vec(ops(), 1..80)) {
        ExtBuilder.build().execute_with(|| {
            let mut model = Model::new();
            for op in &ops {
                model.step(op);
                model.compare();
            }
            // In the end nothing is left of any message, and everybody has what is not held for contacts.
            model.step(&Op::Wait(7 * DAY));
            model.step(&Op::Work);
            model.compare();
            assert!(model.letters.is_empty());
            for who in [ADA, FAY] {
                assert_eq!(mail_deposit(who), 0);
                assert_eq!(Balances::balance(&who) as i128, model.total[&who]);
            }
        });
    }
}
