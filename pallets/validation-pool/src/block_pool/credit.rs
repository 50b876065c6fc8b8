//! What is earned in the pools of blocks adds up until the session ends. Then everybody who has earned
//! something gets a place in a queue, and a few of them are credited in each block.

use crate::{
    BlockPools, Config, CreditorQueue, Creditors, Earned, Earnings, Event, OpenBlocks, Pallet,
    WeightInfo, LOG_TARGET,
};
use aitbc_primitives::reputation::{
    self,
    pools::{Encumber, Forfeit, Posts},
    Domain, Rep, RepLedger,
};
use alloc::vec::Vec;
use frame_support::{storage::with_storage_layer, traits::Defensive, weights::Weight};
use sp_runtime::DispatchResult;

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

    /// Credits `who` with all that it has earned. The loss of the running session is not forgotten. What cannot
    /// be minted waits for the next session.
    pub(crate) fn credit(who: T::AccountId) {
        let earned = Earned::<T>::take(&who);
        let Earnings { produced, policed, author_loss, .. } = earned;
        let mut rest = Earnings { author_loss, ..Default::default() };
        // If it was forfeit in the meantime there is nothing to do.
        if earned.total() > 0 {
            match with_storage_layer(|| Self::mint_earned(&who, produced, policed)) {
                Ok(()) => {
                    let who = who.clone();
                    Self::deposit_event(Event::Credited { who, produced, policed });
                }
                Err(error) => {
                    let amount = earned.total();
                    log::error!(target: LOG_TARGET, "{amount} units cannot be credited: {error:?}");
                    rest = Earnings { due: false, ..earned };
                }
            }
        }
        if !rest.is_empty() {
            Earned::<T>::insert(&who, rest);
        }
    }

    fn mint_earned(who: &T::AccountId, produced: Rep, policed: Rep) -> DispatchResult {
        let of_posts = T::Posts::lineage_income(who, produced, policed)?;
        T::Ledger::mint(Domain::Block, who, policed)?;
        T::Encumber::encumber(who, of_posts.saturating_add(policed));
        Ok(())
    }

    /// Takes the votes of `who` out of the pools of blocks that are open, for good, and lets those of its own
    /// blocks mint nothing. What it has staked in them stays in the totals, so that the others do not weigh
    /// more. Returns whether there was something to take.
    fn forfeit_in_open_pools(who: &T::AccountId) -> bool {
        let mut taken = false;
        for open in OpenBlocks::<T>::get() {
            let Some(mut pool) = BlockPools::<T>::get(open.block).defensive() else { continue };
            let votes = pool
                .members
                .iter_mut()
                .find(|member| member.account == *who)
                .and_then(|member| {
                    member.vote = None;
                    member.key.take()
                })
                .is_some();
            let mints = pool.author == *who && pool.mint > 0;
            if mints {
                pool.mint = 0;
            }
            if votes || mints {
                BlockPools::<T>::insert(open.block, pool);
                taken = true;
            }
        }
        taken
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
        let taken = Self::forfeit_in_open_pools(who);
        let earned = Earned::<T>::get(who);
        let amount = earned.total();
        if amount == 0 && !taken {
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

    fn weight() -> Weight {
        T::WeightInfo::forfeit()
    }
}
