//! What is earned in the pools of blocks adds up until the session ends. Then everybody who has earned
//! something gets a place in a queue, and a few of them are credited in each block.

use crate::{Config, CreditorQueue, Creditors, Earned, Earnings, Event, Pallet, LOG_TARGET};
use aitbc_primitives::reputation::{
    self,
    pools::{Encumber, Forfeit, Posts},
    Domain, Rep, RepLedger,
};
use alloc::vec::Vec;
use frame_support::traits::Defensive;

/// The most that are credited in one block.
pub const MAX_CREDITED: u32 = 4;

impl Earnings {
    /// Whether there is nothing to remember.
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is to be credited.
    fn total(&self) -> Rep {
        self.produced.saturating_add(self.policed)
    }
}

impl<T: Config> Pallet<T> {
    /// Adds to what `who` has earned.
    pub(crate) fn earn(who: &T::AccountId, produced: Rep, policed: Rep) {
        if produced == 0 && policed == 0 {
            return;
        }
        Earned::<T>::mutate(who, |earned| {
            earned.produced = earned.produced.saturating_add(produced);
            earned.policed = earned.policed.saturating_add(policed);
        });
    }

    /// Adds what `loss` makes of the losses of an author in this session to them, and returns it.
    pub(crate) fn note_author_loss(who: &T::AccountId, loss: impl FnOnce(Rep) -> Rep) -> Rep {
        let mut earned = Earned::<T>::get(who);
        let loss = loss(earned.author_loss);
        if loss > 0 {
            earned.author_loss = earned.author_loss.saturating_add(loss);
            Earned::<T>::insert(who, earned);
        }
        loss
    }

    /// Ends the session for all earnings: losses of authors count anew, and whoever has earned something
    /// gets a place in the queue, unless it has one.
    pub(crate) fn make_creditors() {
        let mut queue = CreditorQueue::<T>::get();
        let all: Vec<_> = Earned::<T>::iter().collect();
        for (who, mut earned) in all {
            earned.author_loss = 0;
            if earned.is_empty() {
                Earned::<T>::remove(who);
                continue;
            }
            if !earned.due {
                earned.due = true;
                Creditors::<T>::insert(queue.next, &who);
                queue.next = queue.next.saturating_add(1);
            }
            Earned::<T>::insert(who, earned);
        }
        CreditorQueue::<T>::put(queue);
    }

    /// Credits the first in the queue, and returns how many there were.
    pub(crate) fn credit_some() -> u32 {
        let mut queue = CreditorQueue::<T>::get();
        let mut credited = 0u32;
        while credited < MAX_CREDITED && queue.first < queue.next {
            if let Some(who) = Creditors::<T>::take(queue.first).defensive() {
                Self::credit(who);
            }
            queue.first = queue.first.saturating_add(1);
            credited = credited.saturating_add(1);
        }
        if credited > 0 {
            CreditorQueue::<T>::put(queue);
        }
        credited
    }

    /// Credits `who` with all that it has earned. The loss of the running session is not forgotten.
    pub(crate) fn credit(who: T::AccountId) {
        let earned = Earned::<T>::take(&who);
        if earned.author_loss > 0 {
            let rest = Earnings { author_loss: earned.author_loss, ..Default::default() };
            Earned::<T>::insert(&who, rest);
        }
        let Earnings { produced, policed, .. } = earned;
        if earned.total() == 0 {
            // It was forfeit in the meantime.
            return;
        }
        let of_posts = T::Posts::lineage_income(&who, produced, policed);
        let of_stakes = match T::Ledger::mint(Domain::Block, &who, policed) {
            Ok(()) => policed,
            Err(error) => {
                log::error!(target: LOG_TARGET, "{policed} units cannot be minted: {error:?}");
                0
            }
        };
        T::Encumber::encumber(&who, of_posts.saturating_add(of_stakes));
        Self::deposit_event(Event::Credited { who, produced, policed });
    }
}

impl<T: Config> reputation::Earned<T::AccountId> for Pallet<T> {
    fn earned(who: &T::AccountId) -> Rep {
        Earned::<T>::get(who).total()
    }
}

impl<T: Config> Forfeit<T::AccountId> for Pallet<T> {
    /// The place in the queue stays, and nothing comes of it.
    fn forfeit(who: &T::AccountId) -> Rep {
        let earned = Earned::<T>::get(who);
        let amount = earned.total();
        if amount == 0 {
            return 0;
        }
        let rest = Earnings { produced: 0, policed: 0, ..earned };
        if rest.is_empty() {
            Earned::<T>::remove(who);
        } else {
            Earned::<T>::insert(who, rest);
        }
        Self::deposit_event(Event::Forfeited { who: who.clone(), amount });
        amount
    }
}
