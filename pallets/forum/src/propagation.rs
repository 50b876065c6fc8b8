//! How reputation flows along citations. The stack is explicit, so that no chain of citations can
//! exhaust the machine's.

use crate::{Config, EdgeBalance, Error, Event, Pallet, PostOf, Posts};
use aitbc_primitives::reputation::{
    pools::{Citation, PostId, PPM},
    Domain, Rep, RepLedger,
};
use alloc::vec::Vec;
use core::mem;
use frame_support::{defensive, defensive_assert, ensure, traits::Defensive};
use sp_runtime::{
    helpers_128bit::multiply_by_rational_with_rounding, ArithmeticError, DispatchResult, Rounding,
};

/// How many posts a flow passes at most: the one where it begins, those cited there, and those cited
/// by these.
pub(crate) const DEPTH_LIMIT: u32 = 3;

/// The most posts that one flow visits: eight cited by the first one, and eight by each of these.
pub(crate) const MAX_VISITS: u32 = 1 + 8 + 8 * 8;

/// Reputation above this many units is refused. A flow grows by leaches to at most eight times of what
/// began it, so that no sum exceeds 127 bits.
pub(crate) const MOST: Rep = 1 << 120;

/// Reputation that arrives at a post.
#[derive(Clone, Copy)]
pub(crate) struct Flow {
    pub to: PostId,
    /// The amount in units, negative if it is taken from the post.
    pub amount: i128,
    /// Whether no reference gives back more than has flowed along it.
    pub undo: bool,
    /// How many posts it has passed.
    pub depth: u32,
}

/// What is done at a post, from top to bottom.
enum Step {
    /// Takes a part of what arrives from a cited post, or gives it back.
    Leach(PostId, i32),
    /// From here on parts are those of what has arrived and what was leached.
    Enlarge,
    /// Passes a part on.
    Donate(Citation, i32),
    /// The rest is for the authors.
    Settle,
    /// Returns what was leached and could be taken from the authors.
    GiveBack(PostId, i128),
}

/// A post at which a flow has arrived.
struct Visit<T: Config> {
    flow: Flow,
    post: PostOf<T>,
    /// The steps that are left, the next one last.
    steps: Vec<Step>,
    /// What references take parts of.
    base: i128,
    /// What is left for the authors, until they are paid.
    rest: i128,
    /// What was leached and has to be given back.
    owed: Vec<(PostId, i128)>,
    /// What is on its way to a cited post.
    sent: Option<(PostId, i128)>,
    /// What of the flow the post could not take.
    refused: i128,
}

impl<T: Config> Visit<T> {
    /// Has a flow arrive. It is `None` if there is no such post.
    fn begin(flow: Flow) -> Option<Self> {
        let post = Posts::<T>::get(flow.to)?;
        let leaches = post.leaches().map(|(target, weight)| Step::Leach(target, weight));
        let donations = post.donations().map(|(target, weight)| Step::Donate(target, weight));
        let mut steps: Vec<_> =
            leaches.chain([Step::Enlarge]).chain(donations).chain([Step::Settle]).collect();
        steps.reverse();
        Some(Self {
            flow,
            post,
            steps,
            base: flow.amount,
            rest: flow.amount,
            owed: Vec::new(),
            sent: None,
            refused: 0,
        })
    }

    /// Goes on until something is sent to a cited post, or to the end.
    fn proceed(&mut self) -> Option<Flow> {
        while let Some(step) = self.steps.pop() {
            let sent = match step {
                Step::Leach(target, weight) if self.flow.amount < 0 => {
                    self.owe(target, weight);
                    None
                }
                Step::Leach(target, weight) => self.follow(Citation::Post(target), weight),
                Step::Enlarge => {
                    self.base = self.rest;
                    None
                }
                Step::Donate(target, weight) => self.follow(target, weight),
                Step::Settle => {
                    self.settle();
                    None
                }
                Step::GiveBack(target, amount) => self.send(target, amount, self.flow.undo),
            };
            if sent.is_some() {
                return sent;
            }
        }
        None
    }

    /// Notes what was leached along a reference and is not the post's any more.
    fn owe(&mut self, target: PostId, weight: i32) {
        if self.is_last() {
            return;
        }
        let mut owed = part(self.base, weight);
        if self.flow.undo {
            owed = owed.min(self.flowed(target).saturating_neg());
        }
        if owed > 0 {
            self.owed.push((target, owed));
            self.rest = self.rest.saturating_sub(owed);
        }
    }

    /// Sends a part along a reference.
    fn follow(&mut self, target: Citation, weight: i32) -> Option<Flow> {
        let out = part(self.base, weight);
        match target {
            Citation::Incinerator => {
                // It gives nothing back.
                self.rest = self.rest.saturating_sub(out.max(0));
                None
            }
            Citation::Post(_) if out == 0 || self.is_last() => None,
            Citation::Post(target) => {
                let undo = self.flow.undo || (self.flow.depth == 0 && weight < 0);
                let out = match self.flow.undo {
                    true if out < 0 => out.max(self.flowed(target).saturating_neg()),
                    true => out.min(self.flowed(target).saturating_neg()),
                    false => out,
                };
                self.send(target, out, undo)
            }
        }
    }

    fn send(&mut self, to: PostId, amount: i128, undo: bool) -> Option<Flow> {
        if amount == 0 {
            return None;
        }
        self.sent = Some((to, amount));
        Some(Flow { to, amount, undo, depth: self.flow.depth.saturating_add(1) })
    }

    /// What was sent has arrived, but for what was `refused`.
    fn arrived(&mut self, refused: i128) {
        if let Some((target, amount)) = self.sent.take() {
            let effective = amount.saturating_sub(refused);
            Pallet::<T>::note_flow(self.flow.to, target, effective);
            self.rest = self.rest.saturating_sub(effective);
        }
    }

    /// Pays the rest to the authors, or takes it from them. What they do not have is missing, first to
    /// those to whom it is owed, the last one first.
    fn settle(&mut self) {
        let value = signed(self.post.value);
        let applied = self.rest.max(value.saturating_neg());
        let refund = self.rest.saturating_sub(applied);
        if applied != 0 {
            self.post.value = self.post.value.saturating_add_signed(applied);
            Posts::<T>::insert(self.flow.to, &self.post);
        }
        let shortfall = Pallet::<T>::pay_authors(&self.post, applied);
        let mut missing = refund.saturating_add(shortfall).saturating_neg();
        while let Some((target, owed)) = self.owed.pop() {
            let cut = missing.min(owed);
            missing = missing.saturating_sub(cut);
            if owed > cut {
                self.steps.push(Step::GiveBack(target, owed.saturating_sub(cut)));
            }
        }
        self.refused = missing.saturating_neg();
    }

    /// What has flowed to a cited post in all.
    fn flowed(&self, target: PostId) -> i128 {
        EdgeBalance::<T>::get(self.flow.to, target)
    }

    /// Whether flows end here.
    fn is_last(&self) -> bool {
        self.flow.depth.saturating_add(1) >= DEPTH_LIMIT
    }
}

impl<T: Config> Pallet<T> {
    /// Creates `amount` units for the authors of a post and of those that it cites, as if the post were
    /// `depth` posts away from where they come from.
    ///
    /// Errors: [`Error::UnknownPost`]; [`ArithmeticError::Overflow`], with nothing changed, if the domain
    /// would have more reputation than can be counted here.
    pub(crate) fn propagate(to: PostId, amount: Rep, depth: u32) -> DispatchResult {
        let domain = Posts::<T>::get(to).ok_or(Error::<T>::UnknownPost)?.domain;
        Self::check_room(domain, amount)?;
        if amount == 0 {
            return Ok(());
        }
        let refused = Self::run(Flow { to, amount: signed(amount), undo: false, depth });
        defensive_assert!(refused == 0, "a post refuses nothing that it is given");
        Self::deposit_event(Event::Flowed { post: to, amount });
        Ok(())
    }

    /// Whether `amount` can be created in `domain`, and all of it counted here.
    ///
    /// Errors: [`ArithmeticError::Overflow`].
    pub(crate) fn check_room(domain: Domain, amount: Rep) -> DispatchResult {
        let after = T::Ledger::issuance(domain).saturating_add(amount);
        ensure!(after <= MOST, ArithmeticError::Overflow);
        Ok(())
    }

    /// Has a flow arrive at its post, and at all that it reaches from there. Returns what was refused.
    pub(crate) fn run(flow: Flow) -> i128 {
        let Some(mut current) = Visit::<T>::begin(flow) else {
            defensive!("a flow goes to a post that is not there");
            return flow.amount;
        };
        // Visits whose flows are on their way.
        let mut waiting = Vec::new();
        loop {
            if let Some(flow) = current.proceed() {
                if let Some(next) = Visit::begin(flow) {
                    waiting.push(mem::replace(&mut current, next));
                } else {
                    defensive!("a post that is cited is not there");
                    current.arrived(flow.amount);
                }
            } else {
                let refused = current.refused;
                let Some(mut earlier) = waiting.pop() else { return refused };
                earlier.arrived(refused);
                current = earlier;
            }
        }
    }

    /// Adds to what has flowed along a reference.
    pub(crate) fn note_flow(from: PostId, to: PostId, amount: i128) {
        EdgeBalance::<T>::mutate_exists(from, to, |flowed| {
            let sum = flowed.unwrap_or_default().saturating_add(amount);
            *flowed = (sum != 0).then_some(sum);
        });
    }

    /// Gives `amount` to the authors of a post, or takes it if it is negative. Parts are rounded towards
    /// zero, and the last author has the rest. Returns what could not be taken, as a negative amount.
    fn pay_authors(post: &PostOf<T>, amount: i128) -> i128 {
        let (mut rest, mut shortfall) = (amount, 0i128);
        for (index, (author, weight)) in post.authors.iter().enumerate() {
            let is_last = index.saturating_add(1) == post.authors.len();
            let share = if is_last { rest } else { part(amount, *weight) };
            rest = rest.saturating_sub(share);
            if share > 0 {
                // The sum was checked when the flow began.
                let minted = T::Ledger::mint(post.domain, author, share.unsigned_abs());
                defensive_assert!(minted.is_ok(), "reputation that was checked can be created");
            } else if share < 0 {
                let wanted = share.unsigned_abs();
                let taken = wanted.min(T::Ledger::slashable(post.domain, author));
                let burned = T::Ledger::burn(post.domain, author, taken);
                shortfall = shortfall.saturating_sub(signed(wanted.saturating_sub(burned)));
            }
        }
        shortfall
    }
}

/// The part `weight` of `amount`, in parts of [`PPM`], rounded towards zero.
pub(crate) fn part(amount: i128, weight: impl Into<i64>) -> i128 {
    let weight = weight.into();
    let size = multiply_by_rational_with_rounding(
        amount.unsigned_abs(),
        weight.unsigned_abs().into(),
        PPM.into(),
        Rounding::Down,
    )
    // No weight exceeds the whole.
    .defensive_unwrap_or_default();
    if (amount < 0) == (weight < 0) {
        signed(size)
    } else {
        signed(size).saturating_neg()
    }
}

/// An amount with a sign. None is that large.
pub(crate) fn signed(amount: Rep) -> i128 {
    i128::try_from(amount).unwrap_or(i128::MAX)
}
