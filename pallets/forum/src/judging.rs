//! What the assembly decides about the past: it can take from posts what they have earned.

use crate::{
    propagation::{part, signed, Flow, MOST},
    Config, Error, Event, Pallet, Posts,
};
use aitbc_primitives::reputation::{
    pools::{Citation, PostId},
    Rep,
};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
    /// Takes from what `id` leaches with the force of an income of `force`, and gives of that to what it
    /// donates to. The rest is destroyed, and nothing is created that was not taken.
    pub(crate) fn do_judge(id: PostId, force: Rep) -> DispatchResult {
        let post = Posts::<T>::get(id).ok_or(Error::<T>::UnknownPost)?;
        ensure!(force <= MOST, ArithmeticError::Overflow);
        let mut taken = 0i128;
        for (to, weight) in post.leaches() {
            let amount = part(signed(force), weight);
            if amount == 0 {
                continue;
            }
            let refused = Self::run(Flow { to, amount, undo: true, depth: 1 });
            let effective = amount.saturating_sub(refused);
            Self::note_flow(id, to, effective);
            taken = taken.saturating_sub(effective);
        }
        let mut given = 0i128;
        for (target, weight) in post.donations() {
            let Citation::Post(to) = target else { continue };
            let amount = part(taken, weight);
            if amount > 0 {
                let refused = Self::run(Flow { to, amount, undo: false, depth: 1 });
                given = given.saturating_add(amount.saturating_sub(refused));
            }
        }
        Self::deposit_event(Event::Judged {
            post: id,
            taken: taken.unsigned_abs(),
            given: given.unsigned_abs(),
        });
        Ok(())
    }
}
