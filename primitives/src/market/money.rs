//! Money that is held for others.

use crate::Balance;

/// Whether tokens that are frozen or locked stay where they are.
///
/// Holds discount freezes and locks, so tokens that vest could be held and paid to an accomplice. Whoever
/// places a hold out of which others may be paid asks [`covers`](Self::covers) first, and fails with an error
/// of its own if the answer is no. And it says [`changed`](Self::changed) whenever it has more or less on
/// hold: else free tokens, for which those on hold stand in meanwhile, could go before these do.
pub trait Unfrozen<AccountId> {
    /// Whether `who`, after `amount` more of its tokens were held so, has at least as many tokens outside of
    /// all such holds as are frozen or locked. `amount` is in the smallest unit. True if nothing is frozen or
    /// locked, even if there is not as much: that is for the hold to find.
    fn covers(who: &AccountId, amount: Balance) -> bool;

    /// More, or less, of `who`'s tokens is held so now: after a hold, a payment, a release and a slash.
    fn changed(who: &AccountId);
}

/// Nothing is ever frozen.
impl<AccountId> Unfrozen<AccountId> for () {
    fn covers(_: &AccountId, _: Balance) -> bool {
        true
    }

    fn changed(_: &AccountId) {}
}
