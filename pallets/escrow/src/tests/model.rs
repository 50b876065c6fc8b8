//! The pallet against a model that is slow and simple: lists of escrows and streams, and plain numbers. They
//! share nothing but the order of calls.

use super::*;
use crate::mock::Escrow as Pallet;
use frame_support::traits::fungible::MutateFreeze;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeMap;

/// Fay has nothing to begin with, and never pays anybody.
const PEOPLE: [u64; 4] = [ADA, BEN, CYD, FAY];
const PAYERS: [u64; 3] = [ADA, BEN, CYD];
const ED: i128 = EXISTENTIAL_DEPOSIT as i128;
const MILLION: i128 = 1_000_000;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Manual,
    Time(i128),
    Signers(usize),
    Oracles(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Back,
    Paid,
    Divided(i128),
}

#[derive(Clone, Debug)]
struct Piece {
    amount: i128,
    /// Until when the review lasts.
    delivered: Option<i128>,
    /// When enough oracles had approved it.
    approved_at: Option<i128>,
    approvals: Vec<u64>,
    offers: BTreeMap<u64, i128>,
    done: bool,
}

#[derive(Clone, Debug)]
struct Deal {
    from: u64,
    to: u64,
    accepted: bool,
    created: i128,
    accept_within: i128,
    deadline_in: i128,
    review: i128,
    way: Way,
    fate: Fate,
    pieces: Vec<Piece>,
    fee: i128,
    paid: i128,
    back: i128,
    fee_paid: i128,
    fee_back: i128,
}

#[derive(Clone, Debug)]
struct Flow {
    from: u64,
    to: u64,
    rate: i128,
    prepaid: i128,
    permille: i128,
    started: i128,
    latest: Option<i128>,
    paid: i128,
    fee_paid: i128,
}

#[derive(Default)]
struct Model {
    now: i128,
    deals: BTreeMap<EscrowId, Deal>,
    flows: BTreeMap<EscrowId, Flow>,
    next: EscrowId,
    total: BTreeMap<u64, i128>,
    frozen: BTreeMap<u64, i128>,
    /// The fees on deals that are over.
    fees: BTreeMap<EscrowId, i128>,
}

const SIGNERS: [u64; 3] = [DEE, EVE, GIL];

impl Deal {
    fn amount(&self) -> i128 {
        self.pieces.iter().map(|piece| piece.amount).sum()
    }

    fn held(&self) -> i128 {
        self.amount() + self.fee - self.paid - self.back - self.fee_paid - self.fee_back
    }

    /// What becomes of a piece at `now` if nobody says anything any more.
    fn fate(&self, piece: &Piece, now: i128) -> Option<Fate> {
        let deadline = self.created + self.deadline_in;
        if piece.done || !self.accepted {
            return None;
        }
        if let Some(until) = piece.delivered {
            return (now >= until).then_some(Fate::Paid);
        }
        let by_rule = match self.way {
            Way::Time(after) => Some(self.created + after),
            Way::Oracles(_) => piece.approved_at.map(|at| at + HOUR as i128),
            _ => None,
        };
        match by_rule {
            Some(at) if at <= deadline && now >= at => Some(Fate::Paid),
            _ if now >= deadline => Some(self.fate),
            _ => None,
        }
    }
}

impl Flow {
    fn fee(&self) -> i128 {
        self.prepaid * self.permille / 1_000
    }

    fn ended(&self, now: i128) -> bool {
        let used_up = self.rate * (now - self.started) >= self.prepaid * 1_000;
        used_up || self.latest.is_some_and(|latest| now >= latest)
    }

    fn owed(&self, now: i128) -> i128 {
        let until = self.latest.map_or(now, |latest| latest.min(now));
        let earned = self.rate * (until - self.started) / 1_000;
        earned.min(self.prepaid) - self.paid
    }

    fn held(&self) -> i128 {
        self.prepaid + self.fee() - self.paid - self.fee_paid
    }
}

impl Model {
    fn payable(&self, who: u64) -> i128 {
        let deals = self.deals.values().filter(|deal| deal.from == who).map(Deal::held);
        let flows = self.flows.values().filter(|flow| flow.from == who).map(Flow::held);
        deals.sum::<i128>() + flows.sum::<i128>()
    }

    /// Whether the tokens that are not frozen suffice. All have enough otherwise.
    fn may_hold(&self, who: u64, amount: i128) -> bool {
        self.total[&who] - self.payable(who) - amount >= self.frozen[&who]
    }

    fn receives(&self, who: u64, amount: i128) -> bool {
        who != FAY || amount >= ED || self.total[&FAY] >= ED
    }

    fn transfer(&mut self, from: u64, to: u64, amount: i128) {
        let to = if self.receives(to, amount) { to } else { TREASURY };
        *self.total.get_mut(&from).unwrap() -= amount;
        *self.total.get_mut(&to).unwrap() += amount;
    }

    /// Settles a piece.
    fn settle(&mut self, id: EscrowId, place: usize, fate: Fate) {
        let deal = self.deals.get_mut(&id).unwrap();
        let whole = deal.pieces[place].amount;
        let paid = match fate {
            Fate::Back => 0,
            Fate::Paid => whole,
            Fate::Divided(share) => whole * share / MILLION,
        };
        deal.pieces[place].done = true;
        deal.paid += paid;
        deal.back += whole - paid;
        let (amount, before) = (deal.amount(), deal.fee_paid);
        let is_last = deal.pieces.iter().all(|piece| piece.done);
        deal.fee_paid = deal.fee * deal.paid / amount;
        if is_last && paid == whole {
            deal.fee_paid = deal.fee - deal.fee_back;
        }
        deal.fee_back = match is_last {
            true => deal.fee - deal.fee_paid,
            false => deal.fee * deal.back / amount,
        };
        let (fee, from, to) = (deal.fee_paid - before, deal.from, deal.to);
        let deal_fee = deal.fee_paid;
        self.transfer(from, to, paid);
        self.transfer(from, TREASURY, fee);
        if is_last {
            self.fees.insert(id, deal_fee);
            self.deals.remove(&id);
        }
    }

    /// Settles all pieces of a deal that are due, and says how many.
    fn settle_due(&mut self, id: EscrowId) -> usize {
        let deal = self.deals[&id].clone();
        let due: Vec<_> = (0..deal.pieces.len())
            .filter_map(|place| Some((place, deal.fate(&deal.pieces[place], self.now)?)))
            .collect();
        for (place, fate) in &due {
            self.settle(id, *place, *fate);
        }
        due.len()
    }

    fn pay_flow(&mut self, id: EscrowId, close: bool) {
        let now = self.now;
        let flow = self.flows.get_mut(&id).unwrap();
        let owed = flow.owed(now);
        flow.paid += owed;
        let fee_before = flow.fee_paid;
        let due = flow.fee() * flow.paid / flow.prepaid;
        flow.fee_paid = due.max(fee_before);
        if close && flow.paid == flow.prepaid {
            flow.fee_paid = flow.fee();
        }
        let (fee, from, to) = (flow.fee_paid - fee_before, flow.from, flow.to);
        self.transfer(from, to, owed);
        self.transfer(from, TREASURY, fee);
        if close {
            self.flows.remove(&id);
        }
    }
}

#[derive(Clone, Debug)]
enum Op {
    Create { from: u64, to: u64, amounts: Vec<u32>, way: Way, fate: Fate, times: (u64, u64, u64) },
    Cancel(usize, u64),
    Accept(usize, u64),
    Decline(usize, u64),
    Deliver(usize, usize, u64),
    Release(usize, usize, u64),
    Refund(usize, usize, u64),
    Approve(usize, usize, u64),
    Withdraw(usize, usize, u64),
    Split(usize, usize, u64, u32),
    Settle(usize, Option<usize>),
    Open { from: u64, to: u64, rate: u32, seconds: u32, extra: u32, latest: Option<u64> },
    TopUp(usize, u64, u32),
    WithdrawStream(usize),
    Close(usize, u64),
    Wait(u64),
    Halt,
    Work,
    Freeze(u64, u32),
    Fee(u32),
}

fn ways() -> impl Strategy<Value = Way> {
    prop_oneof![
        2 => Just(Way::Manual),
        1 => (0..7_200_000i128).prop_map(Way::Time),
        1 => (1..4usize).prop_map(Way::Signers),
        1 => (1..4usize).prop_map(Way::Oracles),
    ]
}

fn fates() -> impl Strategy<Value = Fate> {
    prop_oneof![Just(Fate::Back), Just(Fate::Paid), (0..=MILLION).prop_map(Fate::Divided),]
}

fn ops() -> impl Strategy<Value = Op> {
    let who = || select(PEOPLE.to_vec());
    let payer = || select(PAYERS.to_vec());
    let signer = || select(SIGNERS.to_vec());
    let place = || 0..3usize;
    let which = || 0..4usize;
    prop_oneof![
        6 => (
            payer(),
            who(),
            vec(1..20_000_000u32, 1..4),
            ways(),
            fates(),
            (60_000..4_000_000u64, 0..6_000_000u64, 600_000..4_000_000u64),
        )
            .prop_map(|(from, to, amounts, way, fate, times)| Op::Create {
                from, to, amounts, way, fate, times
            }),
        1 => (which(), who()).prop_map(|(id, who)| Op::Cancel(id, who)),
        8 => (which(), who()).prop_map(|(id, who)| Op::Accept(id, who)),
        1 => (which(), who()).prop_map(|(id, who)| Op::Decline(id, who)),
        6 => (which(), place(), who()).prop_map(|(id, place, who)| Op::Deliver(id, place, who)),
        3 => (which(), place(), who()).prop_map(|(id, place, who)| Op::Release(id, place, who)),
        3 => (which(), place(), who()).prop_map(|(id, place, who)| Op::Refund(id, place, who)),
        8 => (which(), place(), signer()).prop_map(|(id, place, who)| Op::Approve(id, place, who)),
        2 => (which(), place(), signer()).prop_map(|(id, place, who)| Op::Withdraw(id, place, who)),
        6 => (which(), place(), who(), select(vec![0, 333_333, 1_000_000u32]))
            .prop_map(|(id, place, who, share)| Op::Split(id, place, who, share)),
        4 => (which(), prop::option::of(place())).prop_map(|(id, place)| Op::Settle(id, place)),
        4 => (
            payer(),
            who(),
            1..30_000u32,
            60..4_000u32,
            0..30_000u32,
            prop::option::of(0..6_000_000u64),
        )
            .prop_map(|(from, to, rate, seconds, extra, latest)| Op::Open {
                from, to, rate, seconds, extra, latest
            }),
        3 => (which(), payer(), 0..20_000_000u32).prop_map(|(id, who, more)| Op::TopUp(id, who, more)),
        5 => which().prop_map(Op::WithdrawStream),
        2 => (which(), who()).prop_map(|(id, who)| Op::Close(id, who)),
        10 => (0..1_500_000u64).prop_map(Op::Wait),
        1 => Just(Op::Halt),
        5 => Just(Op::Work),
        2 => (payer(), 0..1_000u32).prop_map(|(who, part)| Op::Freeze(who, part)),
        1 => (0..100u32).prop_map(Op::Fee),
    ]
}

/// What everybody has at the beginning, in units far from the existential deposit.
const START: i128 = BALANCE as i128;
/// So much is an amount of the operations: from 0.001 to 20 000 times as much.
const UNIT: i128 = MILLI as i128 / 1_000;

struct World {
    model: Model,
    permille: i128,
}

impl World {
    fn new() -> Self {
        let mut model = Model { now: BEGIN as i128, ..Default::default() };
        for who in PEOPLE {
            model.total.insert(who, if who == FAY { 0 } else { START });
            model.frozen.insert(who, 0);
        }
        model.total.insert(TREASURY, ED);
        Self { model, permille: 25 }
    }

    /// One of the escrows, or a number that is none.
    fn deal(&self, index: usize) -> EscrowId {
        self.model.deals.keys().nth(index).copied().unwrap_or(EscrowId::MAX)
    }

    fn flow(&self, index: usize) -> EscrowId {
        self.model.flows.keys().nth(index).copied().unwrap_or(EscrowId::MAX)
    }

    /// A piece of an accepted deal about which nothing is decided, if it is one.
    fn undecided(&mut self, id: EscrowId, place: usize) -> Option<(&mut Deal, i128)> {
        let now = self.model.now;
        let deal = self.model.deals.get_mut(&id)?;
        let piece = deal.pieces.get(place)?;
        let open = deal.accepted && !piece.done && deal.fate(piece, now).is_none();
        open.then_some((deal, now))
    }

    /// Does the same here and there, and compares whether it works.
    fn step(&mut self, op: &Op) {
        let (expected, real) = match op.clone() {
            Op::Create { from, to, amounts, way, fate, times } => {
                self.create(from, to, &amounts, way, fate, times)
            }
            Op::Cancel(index, who) => {
                let id = self.deal(index);
                let deal = self.model.deals.get(&id);
                let works = deal.is_some_and(|deal| deal.from == who && !deal.accepted);
                if works {
                    self.model.deals.remove(&id);
                }
                (works, Pallet::cancel(signed(who), id))
            }
            Op::Accept(index, who) => {
                let id = self.deal(index);
                let works = self.is_offered_to(id, who);
                if works {
                    self.model.deals.get_mut(&id).unwrap().accepted = true;
                }
                (works, Pallet::accept(signed(who), id))
            }
            Op::Decline(index, who) => {
                let id = self.deal(index);
                let works = self.is_offered_to(id, who);
                if works {
                    self.model.deals.remove(&id);
                }
                (works, Pallet::decline(signed(who), id))
            }
            Op::Deliver(index, place, who) => {
                let id = self.deal(index);
                let works = self.undecided(id, place).is_some_and(|(deal, now)| {
                    let works = deal.to == who
                        && deal.way == Way::Manual
                        && deal.pieces[place].delivered.is_none();
                    if works {
                        deal.pieces[place].delivered = Some(now + deal.review);
                    }
                    works
                });
                (works, Pallet::deliver(signed(who), id, place as u32, EVIDENCE))
            }
            Op::Release(index, place, who) => {
                let id = self.deal(index);
                let open = self.undecided(id, place);
                let works = open.is_some_and(|(deal, _)| deal.from == who);
                if works {
                    self.model.settle(id, place, Fate::Paid);
                }
                (works, Pallet::release(signed(who), id, place as u32))
            }
            Op::Refund(index, place, who) => {
                let id = self.deal(index);
                let works = self.undecided(id, place).is_some_and(|(deal, _)| deal.to == who);
                if works {
                    self.model.settle(id, place, Fate::Back);
                }
                (works, Pallet::refund(signed(who), id, place as u32))
            }
            Op::Approve(index, place, who) => self.approve(index, place, who),
            Op::Withdraw(index, place, who) => {
                let id = self.deal(index);
                let works = self.undecided(id, place).is_some_and(|(deal, _)| {
                    let piece = &mut deal.pieces[place];
                    let works = piece.approvals.contains(&who) && piece.approved_at.is_none();
                    if works {
                        piece.approvals.retain(|other| *other != who);
                    }
                    works
                });
                (works, Pallet::withdraw_approval(signed(who), id, place as u32))
            }
            Op::Split(index, place, who, share) => {
                let id = self.deal(index);
                let mut agreed = false;
                let works = self.undecided(id, place).is_some_and(|(deal, _)| {
                    let offers = &mut deal.pieces[place].offers;
                    let share = i128::from(share);
                    let is_party = who == deal.from || who == deal.to;
                    if !is_party || offers.insert(who, share) == Some(share) {
                        return false;
                    }
                    agreed = offers.len() == 2 && offers.values().all(|other| *other == share);
                    true
                });
                if agreed {
                    self.model.settle(id, place, Fate::Divided(share.into()));
                }
                let share = Permill::from_parts(share);
                (works, Pallet::split(signed(who), id, place as u32, share))
            }
            Op::Settle(index, place) => {
                let id = self.deal(index);
                let works = self.settle(id, place);
                (works, settle(GIL, id, place.map(|place| place as u32)))
            }
            Op::Open { from, to, rate, seconds, extra, latest } => {
                self.open(from, to, (rate, seconds, extra), latest)
            }
            Op::TopUp(index, who, more) => {
                let id = self.flow(index);
                let more = i128::from(more) * UNIT;
                let flow = self.model.flows.get(&id).cloned();
                let works = flow.is_some_and(|mut flow| {
                    let before = flow.fee();
                    flow.prepaid += more;
                    let hold = more + flow.fee() - before;
                    flow.prepaid -= more;
                    let works = flow.from == who && more > 0 && !flow.ended(self.model.now);
                    works && self.model.may_hold(who, hold)
                });
                if works {
                    self.model.flows.get_mut(&id).unwrap().prepaid += more;
                }
                (works, Pallet::top_up(signed(who), id, more as u128))
            }
            Op::WithdrawStream(index) => {
                let id = self.flow(index);
                let now = self.model.now;
                let flow = self.model.flows.get(&id).cloned();
                let works = flow.is_some_and(|flow| {
                    let (owed, ended) = (flow.owed(now), flow.ended(now));
                    let works = ended || owed > 0 && self.model.receives(flow.to, owed);
                    if works {
                        self.model.pay_flow(id, ended);
                    }
                    works
                });
                (works, outcome(Pallet::withdraw(signed(GIL), id)))
            }
            Op::Close(index, who) => {
                let id = self.flow(index);
                let flow = self.model.flows.get(&id);
                let works = flow.is_some_and(|flow| flow.from == who || flow.to == who);
                if works {
                    self.model.pay_flow(id, true);
                }
                (works, Pallet::close_stream(signed(who), id))
            }
            Op::Wait(duration) => {
                self.model.now += i128::from(duration);
                TestActiveClock::set(self.model.now as u64);
                return;
            }
            Op::Halt => {
                // Nobody can act, and no active time passes.
                aitbc_test_support::wait(DAY);
                return;
            }
            Op::Work => {
                self.work();
                return;
            }
            Op::Freeze(who, part) => {
                let frozen = self.model.total[&who] * i128::from(part) / 1_000;
                self.model.frozen.insert(who, frozen);
                assert_ok!(Balances::set_freeze(&[1], &who, frozen as u128));
                return;
            }
            Op::Fee(permille) => {
                self.permille = permille.into();
                PlatformFee::set(&Perbill::from_perthousand(permille));
                return;
            }
        };
        assert_eq!(real.is_ok(), expected, "{op:?}: {real:?}");
    }

    fn is_offered_to(&self, id: EscrowId, who: u64) -> bool {
        let deal = self.model.deals.get(&id);
        deal.is_some_and(|deal| {
            let in_time = self.model.now < deal.created + deal.accept_within;
            deal.to == who && !deal.accepted && in_time
        })
    }

    fn create(
        &mut self,
        from: u64,
        to: u64,
        amounts: &[u32],
        way: Way,
        fate: Fate,
        (accept_within, more, review): (u64, u64, u64),
    ) -> (bool, sp_runtime::DispatchResult) {
        let pieces: Vec<_> = amounts
            .iter()
            .map(|amount| Piece {
                amount: i128::from(*amount) * UNIT,
                delivered: None,
                approved_at: None,
                approvals: vec![],
                offers: BTreeMap::new(),
                done: false,
            })
            .collect();
        let deadline_in = accept_within + more;
        let mut deal = Deal {
            from,
            to,
            accepted: false,
            created: self.model.now,
            accept_within: accept_within.into(),
            deadline_in: deadline_in.into(),
            review: review.into(),
            way,
            fate,
            pieces,
            fee: 0,
            paid: 0,
            back: 0,
            fee_paid: 0,
            fee_back: 0,
        };
        deal.fee = deal.amount() * self.permille / 1_000;
        let in_time = !matches!(way, Way::Time(after) if after > deal.deadline_in);
        let large = deal.pieces.iter().all(|piece| piece.amount >= MILLI as i128);
        let works =
            from != to && in_time && large && self.model.may_hold(from, deal.amount() + deal.fee);
        let threes = SIGNERS.to_vec();
        let terms = Terms {
            amounts: deal
                .pieces
                .iter()
                .map(|piece| piece.amount as u128)
                .collect::<Vec<_>>()
                .try_into()
                .unwrap(),
            rule: match way {
                Way::Manual => Rule::Manual,
                Way::Time(after) => Rule::TimeBased(after as u64),
                Way::Signers(threshold) => multisig(threshold as u32, &threes),
                Way::Oracles(threshold) => oracle(threshold as u32, &threes),
            },
            default: match fate {
                Fate::Back => Fallback::Refund,
                Fate::Paid => Fallback::Pay,
                Fate::Divided(share) => Fallback::Split(Permill::from_parts(share as u32)),
            },
            arbiter: None,
            accept_within,
            deadline_in,
            review,
            terms_hash: None,
        };
        if works {
            self.model.deals.insert(self.model.next, deal);
            self.model.next += 1;
        }
        (works, Pallet::create(signed(from), to, terms))
    }

    fn open(
        &mut self,
        from: u64,
        to: u64,
        (rate, seconds, extra): (u32, u32, u32),
        latest: Option<u64>,
    ) -> (bool, sp_runtime::DispatchResult) {
        let flow = Flow {
            from,
            to,
            rate: i128::from(rate) * UNIT + 7,
            prepaid: (i128::from(rate) * UNIT + 7) * i128::from(seconds) + i128::from(extra),
            permille: self.permille,
            started: self.model.now,
            latest: latest.map(|latest| self.model.now + i128::from(latest)),
            paid: 0,
            fee_paid: 0,
        };
        let in_time = latest.is_none_or(|latest| latest >= 60_000);
        let hold = flow.prepaid + flow.fee();
        let works = from != to && in_time && self.model.may_hold(from, hold);
        let real = Pallet::open_stream(
            signed(from),
            to,
            flow.rate as u128,
            flow.prepaid as u128,
            flow.latest.map(|latest| latest as u64),
        );
        if works {
            self.model.flows.insert(self.model.next, flow);
            self.model.next += 1;
        }
        (works, real)
    }

    fn approve(
        &mut self,
        index: usize,
        place: usize,
        who: u64,
    ) -> (bool, sp_runtime::DispatchResult) {
        let id = self.deal(index);
        let mut paid = false;
        let works = self.undecided(id, place).is_some_and(|(deal, now)| {
            let (needed, at_once) = match deal.way {
                Way::Signers(needed) => (needed, true),
                Way::Oracles(needed) => (needed, false),
                _ => return false,
            };
            let piece = &mut deal.pieces[place];
            if piece.approved_at.is_some() || piece.approvals.contains(&who) {
                return false;
            }
            piece.approvals.push(who);
            if piece.approvals.len() >= needed {
                paid = at_once;
                piece.approved_at = Some(now);
            }
            true
        });
        if paid {
            self.model.settle(id, place, Fate::Paid);
        }
        (works, Pallet::approve(signed(who), id, place as u32))
    }

    fn settle(&mut self, id: EscrowId, place: Option<usize>) -> bool {
        let now = self.model.now;
        let Some(deal) = self.model.deals.get(&id).cloned() else { return false };
        if !deal.accepted {
            let expired = now >= deal.created + deal.accept_within;
            if expired {
                self.model.deals.remove(&id);
            }
            return expired;
        }
        let Some(place) = place else { return self.model.settle_due(id) > 0 };
        let fate = deal.pieces.get(place).and_then(|piece| deal.fate(piece, now));
        if let Some(fate) = fate {
            self.model.settle(id, place, fate);
        }
        fate.is_some()
    }

    /// All that is due is done, in an order of which the model knows nothing. On it depends who has the last
    /// unit of a fee, and whether Fay lives when she is paid little: there the model believes the pallet, if
    /// it could be so.
    fn work(&mut self) {
        let fay = self.model.total[&FAY];
        events();
        work();
        let events = events();
        let ids: Vec<_> = self.model.deals.keys().copied().collect();
        for id in ids {
            let from = self.model.deals[&id].from;
            let due = match self.model.deals[&id].accepted {
                true => self.model.settle_due(id),
                false => usize::from(self.settle(id, None)),
            };
            let closed = events.iter().find_map(|event| match event {
                Event::Closed { id: closed, fee, .. } if *closed == id => Some(int(*fee)),
                _ => None,
            });
            let modelled = self.model.fees.get(&id).copied();
            assert_eq!(closed.is_some(), modelled.is_some());
            let more = closed.unwrap_or_default() - modelled.unwrap_or_default();
            assert!(more == 0 || more.abs() == 1 && due > 1, "{more} of {due}");
            *self.model.total.get_mut(&TREASURY).unwrap() += more;
            *self.model.total.get_mut(&from).unwrap() -= more;
        }
        let ids: Vec<_> = self.model.flows.keys().copied().collect();
        for id in ids {
            if self.model.flows[&id].ended(self.model.now) {
                self.model.pay_flow(id, true);
            }
        }
        let more = int(Balances::total_balance(&FAY)) - self.model.total[&FAY];
        assert!(more == 0 || fay < ED);
        *self.model.total.get_mut(&FAY).unwrap() += more;
        *self.model.total.get_mut(&TREASURY).unwrap() -= more;
    }

    fn compare(&self) {
        check_invariants();
        let ids: Vec<_> = self.model.deals.keys().copied().collect();
        let mut real: Vec<_> = Escrows::<Test>::iter_keys().collect();
        real.sort();
        assert_eq!(real, ids);
        let ids: Vec<_> = self.model.flows.keys().copied().collect();
        let mut real: Vec<_> = Streams::<Test>::iter_keys().collect();
        real.sort();
        assert_eq!(real, ids);
        for (who, total) in &self.model.total {
            assert_eq!(int(Balances::total_balance(who)), *total, "{who}");
        }
        for who in PEOPLE {
            let held = held(HoldReason::Payment, who) + held(HoldReason::Stream, who);
            assert_eq!(int(held), self.model.payable(who), "{who}");
        }
    }
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    #[test]
    fn pallet_does_what_the_model_does(ops in vec(ops(), 1..60)) {
        ExtBuilder::default().balance(FAY, 0).build().execute_with(|| {
            let issuance = Balances::total_issuance();
            let mut world = World::new();
            for op in &ops {
                world.step(op);
                world.compare();
            }
            // From now on only the agenda acts, now and then.
            for _ in 0..20 {
                world.step(&Op::Wait(1_000_000));
                world.step(&Op::Work);
            }
            world.step(&Op::Wait(365 * DAY));
            world.step(&Op::Work);
            world.compare();
            assert!(world.model.deals.is_empty() && world.model.flows.is_empty());
            assert!(aitbc_test_support::TestAgenda::<Task>::waiting().is_empty());
            assert_eq!(Pallet::figures(), Default::default());
            assert_eq!(Balances::total_issuance(), issuance);
            for who in PEOPLE {
                assert_eq!(held(HoldReason::Deposit, who), 0);
            }
        });
    }
}
