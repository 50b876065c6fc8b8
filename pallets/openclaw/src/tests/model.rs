//! All calls, in any order, against a slow model that keeps every vote and every token in lists and counts them
//! anew after each step.
//!
//! A thousand sequences, or as many as `PROPTEST_CASES` says. The model does not know when proposals are looked
//! at; it takes that from the agenda, and checks that nothing that is due waits there for long.

use super::*;
use crate::{Agenda, HoldReason, ParticipationOf, Tallies};
use aitbc_primitives::governance::strategies::{Evaluation, StrategyReason, StrategyVotes};
use aitbc_test_support::cases;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::{BTreeMap, BTreeSet};
use ProposalKind::*;

const BOND: Balance = 1_000 * AITBC;
const WINDOW: Moment = DAY;
/// The council that [`MEMBERS`] are replaced by.
const OTHERS: [u64; 5] = [33, 34, 35, 36, 37];
/// To whom [`DELEGATORS`] have delegated.
const DELEGATE: u64 = BEN;
const DELEGATORS: [u64; 2] = [EVE, FAY];

#[derive(Clone, Copy, Debug)]
enum Plan {
    Set,
    Fail,
    Spend,
    Council,
    Rule,
    Pause,
    SafeMode,
    Cancel(u32),
    Opinion,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Propose(u64, Plan),
    Withdraw(u64, u32),
    Vote(u64, u32, Position, Option<u8>),
    /// A vote by strategy: for it or against it, with some of its power.
    Strategy(u64, u32, bool, Balance),
    Cast(u64, u32),
    Approve(u64, u32),
    Revoke(u64, u32),
    Challenge(u64, u32),
    Verdict(u32, Verdict),
    Judge(u32, bool),
    Postpone(u32),
    Cancel(u32),
    SetCouncil(bool),
    Pause(bool),
    Unpause(bool),
    SafeMode(bool),
    ExitSafeMode(bool),
    Advance(u32),
    /// Everybody votes for one of the proposals that are voted on.
    Support(u32),
    /// Everybody who could be a member approves one of those that need it.
    Approvals(u32),
    /// A block when the next voting begins.
    Begin,
    /// A block when the next proposal is to be looked at.
    Next,
    /// A block after so long, which is not lost to voters.
    Travel(Moment),
    /// A block after so long, which may be lost.
    Gap(Moment),
    /// So many blocks of a migration.
    Migrate(u8),
    Court(bool),
}

impl Plan {
    fn kind(self) -> ProposalKind {
        match self {
            Self::Set | Self::Fail | Self::Spend | Self::Council => ParameterChange,
            Self::Rule => ProtocolUpgrade,
            Self::Pause | Self::SafeMode | Self::Cancel(_) => Emergency,
            Self::Opinion => PolicyChange,
        }
    }

    fn calls(self) -> Vec<RuntimeCall> {
        match self {
            Self::Set => vec![set(1)],
            Self::Fail => vec![set(1), target::Call::fail {}.into()],
            Self::Spend => vec![target::Call::spend {}.into()],
            Self::Council => vec![claw(crate::Call::set_council { members: OTHERS })],
            Self::Rule => vec![rule(1)],
            Self::Pause => vec![claw(crate::Call::pause { calls: names(), duration: None })],
            Self::SafeMode => vec![claw(crate::Call::enter_safe_mode { duration: None })],
            Self::Cancel(proposal) => vec![claw(crate::Call::cancel_proposal { proposal })],
            Self::Opinion => vec![],
        }
    }

    fn needs_council(self) -> bool {
        matches!(self.kind(), ProtocolUpgrade | Emergency) || matches!(self, Self::Spend)
    }

    fn asks_for_10_percent(self) -> bool {
        self.needs_council() || matches!(self, Self::Council)
    }

    fn passes_brakes(self) -> bool {
        matches!(self.kind(), ProtocolUpgrade | Emergency) || matches!(self, Self::Council)
    }
}

fn names() -> CallNames {
    CallNames::truncate_from(vec![name("Target", "set")])
}

#[derive(Clone, Debug)]
struct Case {
    challenger: u64,
    deadline: Moment,
    gives_up: Moment,
    by_council: bool,
    verdict: Option<Verdict>,
}

#[derive(Clone, Debug)]
struct Item {
    plan: Plan,
    proposer: u64,
    created: Moment,
    from: Moment,
    half: Moment,
    ends: Moment,
    late: Moment,
    quorum: u64,
    bond: Balance,
    bond_is_held: bool,
    deposit: Balance,
    /// What everybody says, with how much, and whether by hand.
    votes: BTreeMap<u64, (Position, Balance, bool)>,
    /// Those whose power counts for their delegate.
    cast: BTreeSet<u64>,
    approvals: BTreeSet<u64>,
    case: Option<Case>,
    stage: Stage,
    eta: Moment,
    postponed: bool,
    finished: Option<Moment>,
    archived: bool,
}

struct Model {
    items: Vec<Item>,
    /// What everybody has.
    money: BTreeMap<u64, Balance>,
    council: Vec<u64>,
    court: bool,
    paused: Option<(Moment, bool)>,
    safe_mode: Option<(Moment, bool)>,
    used: Option<(Moment, bool, bool)>,
    average: u64,
    highest: Option<u64>,
    period: u64,
    made: usize,
    bootstrap: bool,
}

/// The power of everybody. The delegate with its delegators stays below its cap.
fn power(who: u64) -> Balance {
    let millions = match who {
        DELEGATE => 10,
        EVE => 15,
        FAY => 20,
        ADA => 30,
        CYD => 35,
        DEE => 40,
        _ => 45,
    };
    millions * MILLION
}

impl Item {
    fn is_live(&self) -> bool {
        self.finished.is_none()
    }

    fn waits_for_verdict(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.verdict.is_none())
    }

    /// What each position weighs: every vote, counted anew.
    fn tally(&self) -> [Balance; 3] {
        Position::ALL.map(|position| self.sum(|(says, ..)| *says == position))
    }

    /// What the votes weigh of which this is true, with the delegators of the delegate.
    fn sum(&self, of: impl Fn(&(Position, Balance, bool)) -> bool) -> Balance {
        let votes = self.votes.iter().filter(|(_, vote)| of(vote));
        let cast: Balance = self.cast.iter().map(|who| power(*who)).sum();
        votes.map(|(who, vote)| vote.1 + if *who == DELEGATE { cast } else { 0 }).sum()
    }

    /// What is for it and against it by hand. Everybody is human.
    fn by_hand(&self) -> [Balance; 2] {
        [Position::For, Position::Against]
            .map(|position| self.sum(|(says, _, by_hand)| *says == position && *by_hand))
    }

    fn support(&self) -> i16 {
        let [votes_for, against] = self.by_hand().map(|of| i128::try_from(of).unwrap());
        let both = votes_for + against;
        if both < i128::try_from(BASE / 100).unwrap() {
            return 0;
        }
        (128 * (votes_for - against)).div_euclid(both).try_into().unwrap()
    }

    fn outcome(&self) -> (Outcome, Balance) {
        let [votes_for, against, abstain] = self.tally();
        let turnout = votes_for + against + abstain;
        let quorum = BASE / 1_000_000_000 * Balance::from(self.quorum);
        let approved = if self.plan.kind() == Emergency {
            votes_for > 0 && votes_for >= 2 * against
        } else {
            votes_for > against
        };
        let outcome = if turnout < quorum {
            Outcome::NoQuorum
        } else if approved {
            Outcome::Passed
        } else {
            Outcome::NotApproved
        };
        (outcome, turnout)
    }

    fn window(&self) -> Moment {
        if self.plan.kind() == Emergency {
            6 * HOUR
        } else {
            WINDOW
        }
    }

    fn is_open(&self) -> bool {
        self.stage == Stage::Voting && self.from <= now() && now() < self.ends
    }

    /// Moves the end if a change of the votes has changed the outcome late.
    fn note_change(&mut self, before: Outcome) {
        let passes = |outcome| outcome == Outcome::Passed;
        let window = self.window();
        let changed = passes(before) != passes(self.outcome().0);
        if changed && now() + window > self.ends {
            let latest = (self.ends - self.late + 2 * window).min(self.created + REACH);
            let ends = (now() + window).min(latest).max(self.ends);
            self.late += ends - self.ends;
            self.ends = ends;
        }
    }
}

impl Model {
    fn new() -> Self {
        let money =
            PEOPLE.iter().chain([&TREASURY]).map(|who| (*who, Balances::total_balance(who)));
        Self {
            items: vec![],
            money: money.collect(),
            council: MEMBERS.to_vec(),
            court: true,
            paused: None,
            safe_mode: None,
            used: None,
            average: 125_000_000,
            highest: None,
            period: 0,
            made: 0,
            bootstrap: OpenClaw::is_bootstrap(),
        }
    }

    fn pay(&mut self, from: u64, to: u64, amount: Balance) {
        *self.money.get_mut(&from).unwrap() -= amount;
        *self.money.get_mut(&to).unwrap() += amount;
    }

    fn adapt(&mut self) {
        let running = now() / (14 * DAY);
        if let (Some(highest), true) = (self.highest, running > self.period) {
            self.average = (3 * self.average + highest) / 4;
            self.highest = None;
        }
        self.period = running;
    }

    fn quorum(&self, plan: Plan) -> u64 {
        if !plan.asks_for_10_percent() {
            return 40_000_000;
        }
        let average = match self.highest {
            Some(highest) if now() / (14 * DAY) > self.period => (3 * self.average + highest) / 4,
            _ => self.average,
        };
        (average * 4 / 5).clamp(50_000_000, 100_000_000)
    }

    /// One of the proposals of which this is true.
    fn pick(&self, place: u32, of: impl Fn(&Item) -> bool) -> Option<u32> {
        let all: Vec<u32> =
            (0..).zip(&self.items).filter(|(_, item)| of(item)).map(|(id, _)| id).collect();
        (!all.is_empty()).then(|| all[place as usize % all.len()])
    }

    /// A proposal that is not archived.
    fn item(&mut self, id: u32) -> Option<&mut Item> {
        self.items.get_mut(id as usize).filter(|item| !item.archived)
    }

    fn live_of(&self, kind: ProposalKind) -> usize {
        self.items.iter().filter(|item| item.is_live() && item.plan.kind() == kind).count()
    }

    fn propose(&mut self, who: u64, plan: Plan) -> bool {
        let kind = plan.kind();
        let track = TestSettings::track(kind);
        let of_type = self.live_of(kind);
        let of_proposer =
            self.items.iter().filter(|item| item.is_live() && item.proposer == who).count();
        let is_refused = matches!(plan, Plan::Council) && self.bootstrap;
        if is_refused || of_type >= track.most_live as usize || of_proposer >= 3 {
            return false;
        }
        let from = now() + track.delay;
        let bytes = 10 + 50 + plan.calls().encode().len();
        self.items.push(Item {
            plan,
            proposer: who,
            created: now(),
            from,
            half: from + track.period / 2,
            ends: from + track.period,
            late: 0,
            quorum: self.quorum(plan),
            bond: BOND << (of_type / (track.most_live as usize / 3)),
            bond_is_held: true,
            deposit: 200 * MILLI + bytes as Balance * MILLI,
            votes: BTreeMap::new(),
            cast: BTreeSet::new(),
            approvals: BTreeSet::new(),
            case: None,
            stage: Stage::Voting,
            eta: 0,
            postponed: false,
            finished: None,
            archived: false,
        });
        true
    }

    fn withdraw(&mut self, who: u64, id: u32) -> bool {
        let can = self.item(id).is_some_and(|item| {
            item.proposer == who
                && item.stage == Stage::Voting
                && now() < item.from
                && item.case.is_none()
        });
        if can {
            self.end(id, Stage::Withdrawn);
        }
        can
    }

    fn vote(
        &mut self,
        who: u64,
        id: u32,
        position: Position,
        most: Option<Balance>,
        by_hand: bool,
    ) -> bool {
        let Some(item) = self.item(id).filter(|item| item.is_open()) else {
            return false;
        };
        if !by_hand && item.votes.contains_key(&who) {
            return false;
        }
        let counted = power(who).min(most.unwrap_or(Balance::MAX));
        let was_counted = item.votes.contains_key(&who) || item.cast.contains(&who);
        if counted == 0 && !was_counted && who != DELEGATE {
            return false;
        }
        let before = item.outcome().0;
        item.cast.remove(&who);
        item.votes.insert(who, (position, counted, by_hand));
        item.note_change(before);
        true
    }

    /// Also what the hook does for all delegators.
    fn cast(&mut self, who: u64, id: u32) -> bool {
        let Some(item) = self.item(id).filter(|item| item.is_open()) else {
            return false;
        };
        let can = DELEGATORS.contains(&who)
            && item.votes.contains_key(&DELEGATE)
            && !item.votes.contains_key(&who)
            && !item.cast.contains(&who);
        if can {
            let before = item.outcome().0;
            item.cast.insert(who);
            item.note_change(before);
        }
        can
    }

    fn approve(&mut self, who: u64, id: u32, approves: bool) -> bool {
        let is_member = self.council.contains(&who);
        let Some(item) = self.item(id) else {
            return false;
        };
        if !is_member || !matches!(item.stage, Stage::Voting | Stage::Passed) {
            return false;
        }
        if approves {
            item.plan.needs_council() && item.approvals.insert(who)
        } else {
            item.approvals.remove(&who)
        }
    }

    fn challenge(&mut self, who: u64, id: u32) -> bool {
        let court = self.court;
        let Some(item) = self.item(id) else {
            return false;
        };
        let can = item.proposer != who
            && item.stage == Stage::Voting
            && now() < item.ends.min(item.created + 48 * HOUR)
            && item.case.is_none()
            && (court || !matches!(item.plan, Plan::Council));
        if can {
            let duration = if item.plan.kind() == Emergency { 12 * HOUR } else { 48 * HOUR };
            let deadline = now() + duration;
            item.case = Some(Case {
                challenger: who,
                deadline,
                gives_up: deadline + if court { 10 * MINUTE } else { 0 },
                by_council: !court,
                verdict: None,
            });
        }
        can
    }

    fn conclude(&mut self, id: u32, verdict: Verdict) {
        let item = self.item(id).unwrap();
        item.case.as_mut().unwrap().verdict = Some(verdict);
        let (proposer, bond) = (item.proposer, item.bond);
        let challenger = item.case.as_ref().unwrap().challenger;
        match verdict {
            Verdict::Upheld => {
                item.bond_is_held = false;
                self.pay(proposer, challenger, bond / 2);
                self.pay(proposer, TREASURY, bond - bond / 2);
                self.end(id, Stage::Voided);
            }
            Verdict::Dismissed => {
                self.pay(challenger, proposer, BOND / 2);
                self.pay(challenger, TREASURY, BOND / 2);
            }
            Verdict::Undecided => self.pay(challenger, TREASURY, BOND / 2),
        }
        let item = self.item(id).unwrap();
        match item.stage {
            Stage::Voting => {}
            Stage::Passed => item.bond_is_held = false,
            _ => self.finish(id),
        }
    }

    fn verdict(&mut self, id: u32, verdict: Verdict) {
        let waits = self.item(id).is_some_and(|item| {
            item.waits_for_verdict() && !item.case.as_ref().unwrap().by_council
        });
        if waits {
            self.conclude(id, verdict);
        }
    }

    fn judge(&mut self, id: u32, upheld: bool) -> bool {
        let can = self.item(id).is_some_and(|item| {
            let case = item.case.as_ref();
            item.waits_for_verdict()
                && case.is_some_and(|case| case.by_council && now() < case.deadline)
        });
        if can {
            self.conclude(id, if upheld { Verdict::Upheld } else { Verdict::Dismissed });
        }
        can
    }

    fn postpone(&mut self, id: u32) -> bool {
        let Some(item) = self.item(id) else {
            return false;
        };
        let can = item.stage == Stage::Passed
            && !item.postponed
            && !item.plan.needs_council()
            && !matches!(item.plan, Plan::Council);
        if can {
            item.postponed = true;
            item.eta = item.eta.max(now()) + 96 * HOUR;
        }
        can
    }

    fn cancel(&mut self, id: u32, by: Option<u32>) -> bool {
        let can = self.item(id).is_some_and(|item| {
            matches!(item.stage, Stage::Voting | Stage::Passed)
                && !matches!(item.plan, Plan::Council)
                && by != Some(id)
        });
        if can {
            self.end(id, Stage::Cancelled);
        }
        can
    }

    fn set_council(&mut self, members: [u64; 5]) {
        self.council = members.to_vec();
        self.used = None;
        for item in &mut self.items {
            if item.is_live() {
                item.approvals.retain(|who| members.contains(who));
            }
        }
    }

    /// The council uses a brake, if it may.
    fn may_brake(&mut self, pauses: bool) -> bool {
        let (at, mut paused, mut safe_mode) = match self.used {
            Some(used) if now() < used.0 + 7 * DAY => used,
            _ => (now(), false, false),
        };
        let which = if pauses { &mut paused } else { &mut safe_mode };
        if at != now() || *which {
            return false;
        }
        *which = true;
        self.used = Some((at, paused, safe_mode));
        true
    }

    fn brake(&mut self, pauses: bool, by_council: bool) -> bool {
        if by_council && !self.may_brake(pauses) {
            return false;
        }
        let longest = match (by_council, pauses) {
            (true, _) => DAY,
            (false, true) => 30 * DAY,
            (false, false) => 7 * DAY,
        };
        let brake = if pauses { &mut self.paused } else { &mut self.safe_mode };
        let until = now() + longest;
        *brake = match *brake {
            Some((before, of_council)) => Some((before.max(until), of_council && by_council)),
            None => Some((until, by_council)),
        };
        true
    }

    fn release(&mut self, pauses: bool, by_council: bool) -> bool {
        let brake = if pauses { &mut self.paused } else { &mut self.safe_mode };
        let can = brake.is_some_and(|(_, of_council)| of_council || !by_council);
        if can {
            *brake = None;
        }
        can
    }

    /// Brings a proposal to its last stage.
    fn end(&mut self, id: u32, stage: Stage) {
        let item = self.item(id).unwrap();
        item.stage = stage;
        if !item.waits_for_verdict() && item.is_live() {
            self.finish(id);
        }
    }

    fn finish(&mut self, id: u32) {
        let item = self.item(id).unwrap();
        if item.finished.is_none() {
            item.bond_is_held = false;
            item.finished = Some(now());
        }
    }

    fn is_stopped(&self, plan: Plan) -> bool {
        let sets = matches!(plan, Plan::Set | Plan::Fail);
        let calls = !matches!(plan, Plan::Opinion) && !plan.passes_brakes();
        calls && (self.safe_mode.is_some() || (sets && self.paused.is_some()))
    }

    fn enact(&mut self, id: u32) {
        let plan = self.item(id).unwrap().plan;
        let error = match plan {
            Plan::Set | Plan::Rule => {
                self.made += 1;
                None
            }
            Plan::Fail => Some(target::Error::<Test>::Failed.into()),
            Plan::Spend | Plan::Opinion => None,
            Plan::Council => {
                self.set_council(OTHERS);
                None
            }
            Plan::Pause => {
                self.brake(true, false);
                None
            }
            Plan::SafeMode => {
                self.brake(false, false);
                None
            }
            Plan::Cancel(other) => {
                let known = self.item(other).is_some();
                let cancelled = self.cancel(other, Some(id));
                match (known, cancelled) {
                    (_, true) => None,
                    (true, _) => Some(Error::<Test>::NotCancellable.into()),
                    (false, _) => Some(Error::<Test>::Unknown.into()),
                }
            }
        };
        if error.is_none() && plan.kind() == ProtocolUpgrade {
            self.bootstrap = false;
        }
        self.end(id, error.map_or(Stage::Executed, |error| Stage::Failed { error }));
    }

    /// Does one thing that is due for a proposal, and returns whether there was one.
    fn attend(&mut self, id: u32) -> bool {
        let Some(item) = self.item(id).filter(|item| item.is_live()).cloned() else {
            return false;
        };
        if item.waits_for_verdict() && item.case.as_ref().unwrap().gives_up <= now() {
            self.conclude(id, Verdict::Undecided);
            return true;
        }
        match item.stage {
            Stage::Voting if item.ends <= now() => {
                let (outcome, turnout) = item.outcome();
                self.adapt();
                let part = ((turnout * 1_000_000_000 / BASE) as u64).max(50_000_000);
                self.highest = Some(self.highest.unwrap_or_default().max(part));
                if outcome == Outcome::Passed {
                    let held = item.waits_for_verdict();
                    let track = TestSettings::track(item.plan.kind());
                    let item = self.item(id).unwrap();
                    item.stage = Stage::Passed;
                    item.eta = item.ends + track.enactment_delay;
                    item.bond_is_held = held;
                } else {
                    self.end(id, Stage::Rejected { outcome });
                }
                true
            }
            Stage::Passed if item.eta + 14 * DAY <= now() => {
                self.end(id, Stage::Expired);
                true
            }
            Stage::Passed if item.eta <= now() => {
                let approving =
                    item.approvals.iter().filter(|who| self.council.contains(who)).count();
                let can = !item.waits_for_verdict()
                    && (!item.plan.needs_council() || approving >= 3)
                    && !self.is_stopped(item.plan);
                if can {
                    self.enact(id);
                }
                can
            }
            _ => false,
        }
    }

    fn advance(&mut self, id: u32) -> bool {
        let mut has_worked = false;
        while self.attend(id) {
            has_worked = true;
        }
        has_worked
    }

    fn pass_time(&mut self, step: Moment, is_lost: bool) {
        let [from, to] = [now(), now() + step];
        if !is_lost {
            return;
        }
        for item in &mut self.items {
            if item.stage == Stage::Voting && from < item.ends && item.from < to {
                let ends = item.ends + to - from.max(item.from);
                let moved = ends.min(item.created + REACH).max(item.ends) - item.ends;
                item.ends += moved;
                // What humans have for themselves they keep.
                if from < item.half {
                    item.half += moved;
                }
            }
        }
    }

    /// What the hook does for the proposals that are on this agenda.
    fn hook(&mut self, due: Vec<u32>) {
        self.paused = self.paused.filter(|(until, _)| *until > now());
        self.safe_mode = self.safe_mode.filter(|(until, _)| *until > now());
        for id in due {
            self.attend(id);
        }
        for id in 0..self.items.len() as u32 {
            for who in DELEGATORS {
                self.cast_once(who, id);
            }
        }
        for item in &mut self.items {
            item.archived |= item.finished.is_some_and(|at| at + 90 * DAY <= now());
        }
    }

    /// The hook walks the delegators once, in the first block after the vote of their delegate.
    fn cast_once(&mut self, who: u64, id: u32) {
        let voted = crate::Votes::<Test>::get(id, who).is_some();
        if !voted {
            self.cast(who, id);
        }
    }

    /// What became of the proposals of somebody in the last 90 days: of all of them, counted anew.
    fn standing(&self, who: u64) -> i16 {
        let count = |of: &dyn Fn(&Stage) -> bool| {
            let ended = self.items.iter().filter(|item| item.proposer == who && of(&item.stage));
            ended.filter(|item| item.finished.is_some_and(|at| now() - at < 90 * DAY)).count()
        };
        let enacted = count(&|stage| matches!(stage, Stage::Executed)).min(3) as i16;
        let bad = count(&|stage| matches!(stage, Stage::Voided | Stage::Failed { .. })).min(2);
        8 * enacted - 24 * bad as i16
    }

    fn evaluation(&self, item: &Item) -> Evaluation {
        let approving = item.approvals.iter().filter(|who| self.council.contains(who)).count();
        Evaluation {
            support: item.support(),
            council: 8 * approving as i16,
            challenge: if item.waits_for_verdict() { -64 } else { 0 },
            proposer: self.standing(item.proposer),
            size: if matches!(item.plan, Plan::Spend) { -32 } else { 0 },
        }
    }

    fn held(&self, who: u64) -> [Balance; 3] {
        let of = |sum: &dyn Fn(&Item) -> Balance| self.items.iter().map(sum).sum();
        [
            of(&|item| if item.bond_is_held && item.proposer == who { item.bond } else { 0 }),
            of(&|item| if !item.archived && item.proposer == who { item.deposit } else { 0 }),
            of(&|item| {
                let waits = item.waits_for_verdict();
                if waits && item.case.as_ref().unwrap().challenger == who {
                    BOND
                } else {
                    0
                }
            }),
        ]
    }

    fn compare(&self) {
        for (id, item) in (0..).zip(&self.items) {
            assert_eq!(Proposals::<Test>::contains_key(id), !item.archived, "{id} is archived");
            if item.archived {
                continue;
            }
            let proposal = stored(id);
            assert_eq!(proposal.stage, item.stage, "the stage of {id}");
            assert_eq!(proposal.ends, item.ends, "the end of {id}");
            assert_eq!(proposal.eta, item.eta, "the time of {id}");
            assert_eq!(proposal.finished, item.finished, "the finish of {id}");
            assert_eq!(u64::from(proposal.quorum.deconstruct()), item.quorum, "the quorum of {id}");
            let tally = Tallies::<Test>::get(id);
            let totals = Position::ALL.map(|position| tally.all.get(position).total());
            assert_eq!(totals, item.tally(), "the tally of {id}");
            let by_hand = [tally.humans_for, tally.humans_against];
            assert_eq!(by_hand, item.by_hand(), "the tally of {id} by hand");
            let evaluation = OpenClaw::evaluate(id).unwrap();
            assert_eq!(evaluation, self.evaluation(item), "the evaluation of {id}");
            let votable = item.stage == Stage::Voting && now() < item.ends;
            let half = <OpenClaw as StrategyVotes<u64>>::second_half(id);
            assert_eq!(half, votable.then_some(item.half), "the second half of {id}");
            if !matches!(item.stage, Stage::Voting) {
                continue;
            }
            // No token twice: what is counted of everybody is at most what they have.
            let counted: Balance =
                TestPolls::ballots(id).iter().map(|(_, ballot)| ballot.power).sum();
            assert_eq!(counted, totals.iter().sum::<Balance>());
            for (who, ballot) in TestPolls::ballots(id) {
                assert!(ballot.power <= power(who));
            }
        }
        for (who, money) in &self.money {
            assert_eq!(Balances::total_balance(who), *money, "the money of {who}");
            let [bond, text, challenge] = self.held(*who);
            assert_eq!(held(HoldReason::Bond, *who), bond, "the bonds of {who}");
            assert_eq!(held(HoldReason::Text, *who), text, "the deposits of {who}");
            assert_eq!(held(HoldReason::Challenge, *who), challenge, "the challenges of {who}");
        }
        assert_eq!(Balances::total_issuance(), self.money.values().sum::<Balance>());
        assert_eq!(values().len(), self.made, "each is enacted once at most");
        assert_eq!(TestCouncil::members(), self.council);
        assert_eq!(TestBrake::is_paused(&names()[0]), self.paused.is_some());
        assert_eq!(TestBrake::is_safe_mode(), self.safe_mode.is_some());
        assert_eq!(OpenClaw::is_bootstrap(), self.bootstrap);
        let average = u64::from(ParticipationOf::<Test>::get().average.deconstruct());
        assert_eq!(average, self.average);
    }

    fn apply(&mut self, step: Step) {
        let brake_origin = |by_council: bool| -> RuntimeOrigin {
            if by_council {
                signed(THREE)
            } else {
                Origin::Emergency.into()
            }
        };
        let (real, expected) = match step {
            Step::Propose(who, plan) => {
                let draft = Draft::new(plan.kind(), plan.calls());
                (draft.try_propose(who), self.propose(who, plan))
            }
            Step::Withdraw(who, id) => {
                (OpenClaw::withdraw(signed(who), id), self.withdraw(who, id))
            }
            Step::Vote(who, id, position, most) => {
                let most = most.map(Balance::from);
                let real = OpenClaw::vote(signed(who), id, position, most, None);
                let real = real.map(drop).map_err(|refused| refused.error);
                (real, self.vote(who, id, position, most, true))
            }
            Step::Strategy(who, place, supports, most) => {
                let id = self.pick(place, Item::is_open).unwrap_or(place);
                let evaluation = if supports { 128 } else { -128 };
                let reason = StrategyReason { preference: 128, threshold: 128, evaluation };
                let real = OpenClaw::vote_by_strategy(id, &who, most, reason).map(drop);
                let position = if supports { Position::For } else { Position::Against };
                (real, self.vote(who, id, position, Some(most), false))
            }
            Step::Cast(who, id) => {
                let real = OpenClaw::cast_for_delegator(signed(GIL), id, who);
                (real.map(drop).map_err(|refused| refused.error), self.cast(who, id))
            }
            Step::Approve(who, id) => {
                (OpenClaw::approve(signed(who), id), self.approve(who, id, true))
            }
            Step::Revoke(who, id) => {
                (OpenClaw::revoke_approval(signed(who), id), self.approve(who, id, false))
            }
            Step::Challenge(who, place) => {
                let id = self.pick(place, |item| item.case.is_none()).unwrap_or(place);
                let real = OpenClaw::challenge(signed(who), id, Grounds::Spam, vec![]);
                (real, self.challenge(who, id))
            }
            Step::Verdict(place, verdict) => {
                let id = self.pick(place, Item::waits_for_verdict).unwrap_or(place);
                OpenClaw::decided(id, verdict);
                self.verdict(id, verdict);
                return;
            }
            Step::Judge(place, upheld) => {
                let id = self.pick(place, Item::waits_for_verdict).unwrap_or(place);
                (OpenClaw::judge(signed(THREE), id, upheld), self.judge(id, upheld))
            }
            Step::Postpone(id) => (OpenClaw::postpone(signed(THREE), id), self.postpone(id)),
            Step::Cancel(id) => {
                (OpenClaw::cancel_proposal(RuntimeOrigin::root(), id), self.cancel(id, None))
            }
            Step::SetCouncil(back) => {
                let members = if back { MEMBERS } else { OTHERS };
                self.set_council(members);
                (OpenClaw::set_council(RuntimeOrigin::root(), members), true)
            }
            Step::Pause(by_council) => (
                OpenClaw::pause(brake_origin(by_council), names(), None),
                self.brake(true, by_council),
            ),
            Step::Unpause(by_council) => (
                OpenClaw::unpause(brake_origin(by_council), names()),
                self.release(true, by_council),
            ),
            Step::SafeMode(by_council) => (
                OpenClaw::enter_safe_mode(brake_origin(by_council), None),
                self.brake(false, by_council),
            ),
            Step::ExitSafeMode(by_council) => (
                OpenClaw::exit_safe_mode(brake_origin(by_council)),
                self.release(false, by_council),
            ),
            Step::Advance(id) => (advance(id), self.advance(id)),
            Step::Support(place) => {
                let Some(id) = self.pick(place, Item::is_open) else {
                    return;
                };
                for who in PEOPLE {
                    self.apply(Step::Vote(who, id, Position::For, None));
                }
                return;
            }
            Step::Approvals(place) => {
                let Some(id) = self.pick(place, |item| item.is_live() && item.plan.needs_council())
                else {
                    return;
                };
                for who in 31..38 {
                    self.apply(Step::Approve(who, id));
                }
                return;
            }
            Step::Begin => {
                let begins = self.items.iter().map(|item| item.from);
                if let Some(next) = begins.filter(|from| *from > now()).min() {
                    self.apply(Step::Travel(next - now()));
                }
                return;
            }
            Step::Next => {
                let moments = Agenda::<Test>::get().into_iter().map(|(at, _)| at);
                if let Some(next) = moments.filter(|at| *at > now()).min() {
                    self.apply(Step::Travel(next - now()));
                }
                return;
            }
            Step::Travel(duration) => {
                PauseAfter::set(0);
                self.block(duration, false);
                return;
            }
            Step::Gap(duration) => {
                PauseAfter::set(6 * HOUR);
                self.block(duration, duration > 6 * HOUR);
                return;
            }
            Step::Migrate(blocks) => {
                Migrating::set(true);
                for _ in 0..blocks {
                    self.begin_block(2 * SECOND, true);
                }
                Migrating::set(false);
                PauseAfter::set(0);
                self.block(2 * SECOND, false);
                return;
            }
            Step::Court(open) => {
                Closed::set((!open).then_some(NoCourt::Unavailable));
                self.court = open;
                return;
            }
        };
        assert_eq!(real.is_ok(), expected, "{step:?}: {real:?}");
    }

    fn begin_block(&mut self, duration: Moment, is_lost: bool) {
        self.pass_time(duration, is_lost);
        Slot::set(Some(now() + duration));
        OpenClaw::on_initialize(2);
        Slot::set(None);
        wait(duration);
    }

    fn block(&mut self, duration: Moment, is_lost: bool) {
        self.begin_block(duration, is_lost);
        let due = Agenda::<Test>::get().into_iter().take_while(|(at, _)| *at <= now());
        self.hook(due.map(|(_, id)| id).collect());
        hook();
        // What is due is on the agenda of now, unless a brake stops it.
        for (at, id) in Agenda::<Test>::get() {
            let is_due = OpenClaw::due(id, &stored(id)).is_some();
            assert!(!is_due || at <= now() + HOUR, "{id} is due and waits");
        }
    }
}

fn who() -> impl Strategy<Value = u64> {
    select(&PEOPLE[..])
}

fn member() -> impl Strategy<Value = u64> {
    31..38u64
}

fn id() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..3u32, 3 => 3..8u32, 1 => 8..16u32]
}

fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        4 => Just(Plan::Set),
        1 => Just(Plan::Fail),
        1 => Just(Plan::Spend),
        1 => Just(Plan::Council),
        2 => Just(Plan::Rule),
        1 => Just(Plan::Pause),
        1 => Just(Plan::SafeMode),
        1 => id().prop_map(Plan::Cancel),
        1 => Just(Plan::Opinion),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let position = || select(&Position::ALL[..]);
    let verdict = select(&[Verdict::Upheld, Verdict::Dismissed, Verdict::Undecided][..]);
    let short = select(&[2 * SECOND, HOUR, 6 * HOUR, 12 * HOUR, DAY][..]);
    let long = select(&[2 * DAY, 7 * DAY, 30 * DAY, 90 * DAY][..]);
    let gap = select(&[6 * HOUR, 6 * HOUR + 1, DAY, 10 * DAY][..]);
    prop_oneof![
        8 => (who(), plan()).prop_map(|(who, plan)| Step::Propose(who, plan)),
        16 => id().prop_map(Step::Support),
        8 => id().prop_map(Step::Approvals),
        6 => Just(Step::Begin),
        10 => Just(Step::Next),
        1 => (who(), id()).prop_map(|(who, id)| Step::Withdraw(who, id)),
        8 => (who(), id(), position()).prop_map(|(w, id, p)| Step::Vote(w, id, p, None)),
        2 => (who(), id(), position(), any::<u8>())
            .prop_map(|(who, id, position, most)| Step::Vote(who, id, position, Some(most))),
        8 => (who(), id(), any::<bool>(), select(&[0, MILLION, 40 * MILLION][..]))
            .prop_map(|(who, id, supports, most)| Step::Strategy(who, id, supports, most)),
        2 => (who(), id()).prop_map(|(who, id)| Step::Cast(who, id)),
        2 => (member(), id()).prop_map(|(who, id)| Step::Approve(who, id)),
        1 => (member(), id()).prop_map(|(who, id)| Step::Revoke(who, id)),
        6 => (who(), id()).prop_map(|(who, id)| Step::Challenge(who, id)),
        4 => (id(), verdict).prop_map(|(id, verdict)| Step::Verdict(id, verdict)),
        2 => (id(), any::<bool>()).prop_map(|(id, upheld)| Step::Judge(id, upheld)),
        2 => id().prop_map(Step::Postpone),
        1 => id().prop_map(Step::Cancel),
        1 => any::<bool>().prop_map(Step::SetCouncil),
        1 => any::<bool>().prop_map(Step::Pause),
        1 => any::<bool>().prop_map(Step::Unpause),
        1 => any::<bool>().prop_map(Step::SafeMode),
        1 => any::<bool>().prop_map(Step::ExitSafeMode),
        3 => id().prop_map(Step::Advance),
        4 => short.prop_map(Step::Travel),
        1 => long.prop_map(Step::Travel),
        2 => gap.prop_map(Step::Gap),
        1 => (1..5u8).prop_map(Step::Migrate),
        1 => any::<bool>().prop_map(Step::Court),
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_sequence_ends_as_in_the_slow_model(
        bootstrap in any::<bool>(),
        steps in vec(step(), 1..80),
    ) {
        let mut chain = ExtBuilder::default().bootstrap(bootstrap).build();
        chain.execute_with(|| {
            Closed::set(None);
            HookWeight::set(Weight::MAX / 4);
            for who in PEOPLE {
                Balances::set_balance(&who, 1_000_000 * AITBC);
                TestPolls::set_power(who, power(who));
            }
            DELEGATORS.iter().for_each(|who| TestPolls::delegate(*who, DELEGATE));
            wait(1);
            let mut model = Model::new();
            for step in steps {
                model.apply(step);
                model.compare();
            }
            OpenClaw::do_try_state().unwrap();
        });
    }
}
