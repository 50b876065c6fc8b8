//! The pallet against a model that is slow and simple: the recursion of the design, word for word, over
//! maps, with a ledger of its own. They share nothing but the numbers of posts.

use super::*;
use aitbc_primitives::reputation::HoldReason;
use aitbc_test_support::set_at_stake;
use proptest::{collection::vec, prelude::*, sample::select};
use sp_runtime::Perbill;
use std::collections::BTreeMap;

const PEOPLE: [u64; 4] = [ADA, BEN, CYD, DEE];
const MILLION: i128 = 1_000_000;
const LIMIT: u32 = 3;

/// What is cited: a post, or the incinerator.
type Target = Option<u64>;

#[derive(Clone, Default)]
struct ModelPost {
    authors: Vec<(u64, i128)>,
    refs: Vec<(Target, i128)>,
    value: i128,
}

/// What somebody has. Nothing that is at stake can be taken.
#[derive(Clone, Copy, Default)]
struct Person {
    free: i128,
    encumbered: i128,
    at_stake: i128,
}

impl Person {
    fn slashable(&self) -> i128 {
        self.free + (self.encumbered - self.at_stake).max(0)
    }

    fn debit(&mut self, amount: i128) {
        let free = amount.min(self.free);
        self.free -= free;
        self.encumbered -= amount - free;
    }
}

#[derive(Default)]
struct Model {
    posts: Vec<ModelPost>,
    edges: BTreeMap<(u64, u64), i128>,
    people: BTreeMap<u64, Person>,
    destroyed: i128,
    visits: u32,
    /// What is not of the forum itself: the contract, its share, what waits, the lineage posts.
    contract: Option<u64>,
    share: i128,
    pending: i128,
    lineages: BTreeMap<u64, (u64, Option<u64>)>,
}

impl Model {
    fn edge(&mut self, from: u64, to: u64) -> &mut i128 {
        self.edges.entry((from, to)).or_default()
    }

    fn person(&mut self, who: u64) -> &mut Person {
        self.people.entry(who).or_default()
    }

    fn propagate(&mut self, post: u64, amount: i128, undo: bool, depth: u32) -> i128 {
        if depth >= LIMIT {
            return amount;
        }
        self.visits += 1;
        let refs = self.posts[post as usize].refs.clone();
        let mut base = amount;
        let mut rem = amount;
        let mut owed = vec![];
        for (target, weight) in refs.iter().filter(|(_, weight)| *weight < 0) {
            let target = target.unwrap();
            if amount >= 0 {
                rem -= self.reference(post, Some(target), *weight, base, undo, depth);
            } else if depth + 1 < LIMIT {
                // Division truncates towards zero.
                let mut o = base * weight / MILLION;
                if undo {
                    o = o.min(-*self.edge(post, target));
                }
                if o > 0 {
                    owed.push((target, o));
                    rem -= o;
                }
            }
        }
        base = rem;
        for (target, weight) in refs.iter().filter(|(_, weight)| *weight > 0) {
            rem -= self.reference(post, *target, *weight, base, undo, depth);
        }
        let value = self.posts[post as usize].value;
        let applied = rem.max(-value);
        let refund = rem - applied;
        self.posts[post as usize].value += applied;
        let mut miss = -(refund + self.pay_authors(post, applied));
        for (_, o) in owed.iter_mut().rev() {
            let cut = miss.min(*o);
            *o -= cut;
            miss -= cut;
        }
        for (target, o) in owed {
            if o > 0 {
                self.propagate(target, o, undo, depth + 1);
                *self.edge(post, target) += o;
            }
        }
        -miss
    }

    fn reference(
        &mut self,
        post: u64,
        target: Target,
        weight: i128,
        base: i128,
        undo: bool,
        depth: u32,
    ) -> i128 {
        let mut out = base * weight / MILLION;
        if out == 0 {
            return 0;
        }
        let Some(target) = target else {
            if out < 0 {
                return 0;
            }
            self.destroyed += out;
            return out;
        };
        let balance = *self.edge(post, target);
        if undo {
            out = if out < 0 { out.max(-balance) } else { out.min(-balance) };
            if out == 0 {
                return 0;
            }
        }
        let refused = self.propagate(target, out, undo || (depth == 0 && weight < 0), depth + 1);
        let effective = out - refused;
        *self.edge(post, target) = balance + effective;
        effective
    }

    fn pay_authors(&mut self, post: u64, amount: i128) -> i128 {
        let authors = self.posts[post as usize].authors.clone();
        let (mut sum, mut shortfall) = (0, 0);
        for (index, (who, weight)) in authors.iter().enumerate() {
            let is_last = index == authors.len() - 1;
            let share = if is_last { amount - sum } else { amount * weight / MILLION };
            sum += share;
            let person = self.person(*who);
            if amount >= 0 {
                person.free += share;
            } else {
                let take = (-share).min(person.slashable());
                person.debit(take);
                shortfall += share + take;
            }
        }
        shortfall
    }

    fn judge(&mut self, post: u64, force: i128) {
        let refs = self.posts[post as usize].refs.clone();
        let mut taken = 0;
        for (target, weight) in refs.iter().filter(|(_, weight)| *weight < 0) {
            taken -= self.reference(post, *target, *weight, force, false, 0);
        }
        let mut left = taken;
        for (target, weight) in refs.iter().filter(|(_, weight)| *weight > 0) {
            let given = taken * weight / MILLION;
            if let Some(target) = target {
                left -= given - self.propagate(*target, given, false, 1);
            }
        }
        self.destroyed += left;
    }

    fn earn(&mut self, who: u64, produced: i128, policed: i128) {
        let now = self.contract;
        let is_valid = self.lineages.get(&who).is_some_and(|(_, contract)| *contract == now);
        if !is_valid {
            let refs = now.filter(|_| self.share > 0).map(|post| (Some(post), self.share));
            let refs = refs.into_iter().collect();
            self.posts.push(ModelPost { authors: vec![(who, MILLION)], refs, value: 0 });
            self.lineages.insert(who, (self.posts.len() as u64 - 1, now));
        }
        let (post, _) = self.lineages[&who];
        let mut own = produced;
        if let Some((Some(contract), weight)) = self.posts[post as usize].refs.first().copied() {
            let part = produced * weight / MILLION;
            *self.edge(post, contract) += part;
            self.pending += part;
            own -= part;
        }
        self.posts[post as usize].value += own + policed;
        // The pool mints what was earned by policing.
        self.person(who).free += own + policed;
    }

    fn pay_contract(&mut self) {
        if let Some(contract) = self.contract {
            let pending = std::mem::take(&mut self.pending);
            self.propagate(contract, pending, false, 1);
        }
    }

    fn issuance(&self) -> i128 {
        self.people.values().map(|person| person.free + person.encumbered).sum()
    }
}

#[derive(Clone, Debug)]
enum Step {
    /// Authors by their weights, and references by the age of their targets.
    Post(Vec<(u64, i128)>, Vec<(Option<usize>, i128)>),
    Credit(usize, i128),
    Judge(usize, i128),
    Earn(u64, i128, i128),
    Contract(usize),
    Share(u32),
    NextSession,
    Lose(u64, i128),
    Encumber(u64, i128),
    AtStake(u64, i128),
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![0..=20i128, 0..=10_000i128, 0..=10i128.pow(19)]
}

/// Tenths as often as parts that leave something to round.
fn weight() -> impl Strategy<Value = i128> {
    prop_oneof![
        (1..=10i128).prop_map(|tenths| tenths * MILLION / 10),
        1..=MILLION,
        select(vec![1, 333_333, 999_999])
    ]
}

fn reference() -> impl Strategy<Value = (Option<usize>, i128)> {
    let target = prop_oneof![6 => (0..8usize).prop_map(Some), 1 => Just(None)];
    (target, weight(), any::<bool>())
        .prop_map(|(target, weight, takes)| (target, if takes { -weight } else { weight }))
}

fn step() -> impl Strategy<Value = Step> {
    let who = || select(&PEOPLE[..]);
    prop_oneof![
        4 => (vec((who(), weight()), 0..3), who(), vec(reference(), 0..6)).prop_map(
            |(mut authors, last, refs)| {
                let mut left = MILLION;
                authors.retain(|(_, weight)| *weight < left && { left -= weight; true });
                authors.push((last, left));
                Step::Post(authors, refs)
            }
        ),
        5 => (0..12usize, amount()).prop_map(|(post, amount)| Step::Credit(post, amount)),
        4 => (0..12usize, amount()).prop_map(|(post, force)| Step::Judge(post, force)),
        2 => (who(), amount(), amount()).prop_map(|(who, a, b)| Step::Earn(who, a, b)),
        1 => (0..12usize).prop_map(Step::Contract),
        1 => select(vec![0, 1, 100_000, 200_000]).prop_map(Step::Share),
        1 => Just(Step::NextSession),
        1 => (who(), 1..=4i128).prop_map(|(who, quarters)| Step::Lose(who, quarters)),
        1 => (who(), 1..=4i128).prop_map(|(who, quarters)| Step::Encumber(who, quarters)),
        1 => (who(), 0..=4i128).prop_map(|(who, quarters)| Step::AtStake(who, quarters)),
    ]
}

impl Model {
    /// Does `step` to the model and to the pallet.
    fn apply(&mut self, step: Step) {
        match step {
            Step::Post(authors, wanted) => self.publish(authors, &wanted),
            Step::Credit(number, amount) => {
                if let Some(post) = self.pick(number) {
                    assert_eq!(self.propagate(post, amount, false, 0), 0);
                    assert_ok!(Forum::credit(post, amount as Rep));
                }
            }
            Step::Judge(number, force) => {
                if let Some(post) = self.pick(number) {
                    self.judge(post, force);
                    assert_ok!(Forum::judge(post, force as Rep));
                }
            }
            Step::Earn(who, produced, policed) => {
                let before = self.person(who).free;
                self.earn(who, produced, policed);
                let own = self.person(who).free - before - policed;
                let minted = Forum::lineage_income(&who, produced as Rep, policed as Rep).unwrap();
                assert_eq!(minted as i128, own);
                Ledger::mint(BLOCK, &who, policed as Rep).unwrap();
            }
            Step::Contract(number) => {
                let Some(post) = self.pick(number) else { return };
                if self.posts[post as usize].refs.iter().any(|(_, weight)| *weight < 0) {
                    assert_noop!(Forum::set_active_contract(post), Error::<Test>::ContractLeaches);
                } else {
                    self.pay_contract();
                    self.contract = Some(post);
                    assert_ok!(Forum::set_active_contract(post));
                }
            }
            Step::Share(ppm) => {
                self.share = ppm.into();
                ContractShare::set(&Perbill::from_parts(ppm * 1_000));
            }
            Step::NextSession => {
                self.pay_contract();
                super::contract::next_session();
            }
            Step::Lose(who, quarters) => {
                let amount = self.person(who).slashable() * quarters / 4;
                self.person(who).debit(amount);
                lose(who, amount as Rep);
            }
            Step::Encumber(who, quarters) => {
                let person = self.person(who);
                let amount = person.free * quarters / 4;
                person.free -= amount;
                person.encumbered += amount;
                Ledger::hold(BLOCK, HoldReason::Availability, &who, amount as Rep).unwrap();
            }
            Step::AtStake(who, quarters) => {
                let person = self.person(who);
                person.at_stake = person.encumbered * quarters / 4;
                set_at_stake(who, person.at_stake as Rep);
            }
        }
    }

    /// One of the posts, if there are any.
    fn pick(&self, number: usize) -> Option<u64> {
        number.checked_rem(self.posts.len()).map(|index| index as u64)
    }

    /// Publishes a post with those of the references that it may have.
    fn publish(&mut self, authors: Vec<(u64, i128)>, wanted: &[(Option<usize>, i128)]) {
        let mut refs: Vec<(Target, i128)> = vec![];
        for (target, weight) in wanted {
            let target = match target {
                None => None,
                // The newest ones, for long chains.
                Some(age) if *age < self.posts.len() => Some((self.posts.len() - 1 - age) as u64),
                Some(_) => continue,
            };
            let weight = if target.is_none() { weight.abs() } else { *weight };
            let same_sign = refs.iter().filter(|(_, other)| (*other < 0) == (weight < 0));
            let sum: i128 = same_sign.map(|(_, other)| other.abs()).sum();
            let is_new = refs.iter().all(|(earlier, _)| *earlier != target);
            if is_new && sum + weight.abs() <= MILLION {
                refs.push((target, weight));
            }
        }
        let call_refs = refs
            .iter()
            .map(|(target, weight)| (target.map_or(INC, post), *weight as i32))
            .collect();
        let call_authors: Vec<_> =
            authors.iter().map(|(who, weight)| (*who, *weight as u32)).collect();
        assert_eq!(publish_by(&call_authors, call_refs), self.posts.len() as u64);
        self.posts.push(ModelPost { authors, refs, value: 0 });
    }

    fn compare(&self) {
        assert_eq!(NextPost::<Test>::get(), self.posts.len() as u64);
        for (id, post) in self.posts.iter().enumerate() {
            assert_eq!(values([id as u64])[0] as i128, post.value);
        }
        for ((from, to), flow) in &self.edges {
            assert_eq!(flowed(*from, *to), *flow);
        }
        for (who, person) in &self.people {
            assert_eq!(Ledger::free(BLOCK, who) as i128, person.free);
            let encumbered = Ledger::held(BLOCK, HoldReason::Availability, who);
            assert_eq!(encumbered as i128, person.encumbered);
        }
        assert_eq!(crate::Pending::<Test>::get() as i128, self.pending);
        Forum::do_try_state().unwrap();
    }
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    #[test]
    fn pallet_does_what_the_model_does(steps in vec(step(), 1..40)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model { share: MILLION / 10, ..Default::default() };
            for step in steps {
                model.apply(step);
                model.compare();
            }
        });
    }

    /// What comes to a post is minted or destroyed, to the last unit, and what judges take is destroyed or
    /// given. Neither mints more than it should.
    #[test]
    fn nothing_is_minted_that_was_not_paid_or_taken(steps in vec(step(), 1..40)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model { share: MILLION / 10, ..Default::default() };
            for step in steps {
                let (before, destroyed) = (Ledger::issuance(BLOCK) as i128, model.destroyed);
                let has_posts = !model.posts.is_empty();
                let paid = match step {
                    Step::Credit(_, amount) if has_posts => Some(amount),
                    Step::Judge(..) => Some(0),
                    _ => None,
                };
                model.visits = 0;
                model.apply(step);
                if let Some(paid) = paid {
                    let after = Ledger::issuance(BLOCK) as i128;
                    assert_eq!(after - before, paid - (model.destroyed - destroyed));
                    assert_eq!(after, model.issuance());
                    assert!(model.visits <= crate::propagation::MAX_VISITS);
                }
            }
        });
    }
}
