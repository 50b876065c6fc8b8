//! What clients read.

use crate::{
    auto_vote::VoteCount, AutoVotes, Callers, Config, Pallet, Pending, PendingOf, StoppedWallets,
    WalletOf, Wallets, WalletsOf,
};
use aitbc_primitives::agents::wallets::{CallerView, PendingView, WalletFigures, WalletView};
use alloc::vec::Vec;
use frame_support::{
    traits::{
        fungible::Inspect,
        tokens::{Fortitude, Preservation},
    },
    BoundedVec,
};

/// The most wallets in one answer.
const MAX_LISTED: u32 = 100;

/// The most wallets that are looked at for one answer.
const MAX_WALKED: u32 = 10_000;

impl<T: Config> Pallet<T> {
    pub(crate) fn read_wallet(id: T::AccountId) -> Option<WalletView<T::AccountId>> {
        let wallet = Wallets::<T>::get(&id)?;
        Some(Self::view(id, wallet))
    }

    pub(crate) fn read_wallets_of(
        owner: &T::AccountId,
        limit: u32,
        offset: u32,
    ) -> Vec<WalletView<T::AccountId>> {
        WalletsOf::<T>::iter_key_prefix(owner)
            .take(MAX_WALKED as usize)
            .skip(offset as usize)
            .take(limit.min(MAX_LISTED) as usize)
            .filter_map(Self::read_wallet)
            .collect()
    }

    pub(crate) fn read_figures() -> WalletFigures {
        let VoteCount { votes_for, votes_against } = AutoVotes::<T>::get();
        WalletFigures {
            wallets: Wallets::<T>::count(),
            stopped: StoppedWallets::<T>::get(),
            votes_for,
            votes_against,
            votes_pending: Self::visits_left(),
        }
    }

    fn view(id: T::AccountId, wallet: WalletOf<T>) -> WalletView<T::AccountId> {
        let free = T::Currency::balance(&id);
        let mut pending: Vec<_> = Pending::<T>::iter_prefix(&id).map(Self::view_pending).collect();
        pending.sort_unstable_by_key(|waiting| (waiting.ready, waiting.id));
        WalletView {
            free,
            held: T::Currency::total_balance(&id).saturating_sub(free),
            withdrawable: T::Currency::reducible_balance(
                &id,
                Preservation::Expendable,
                Fortitude::Polite,
            ),
            left: Self::left_of_wallet(&id, &wallet.limits),
            callers: Self::view_callers(&id),
            pending,
            owner: wallet.owner,
            offered_to: wallet.offered_to,
            agent: wallet.agent,
            guardian: wallet.guardian,
            stopped: wallet.status.stop(),
            limits: wallet.limits,
            time_lock: wallet.time_lock,
            strategy: wallet.strategy,
            wallet: id,
        }
    }

    fn view_callers(id: &T::AccountId) -> Vec<CallerView<T::AccountId>> {
        Callers::<T>::iter_prefix(id)
            .map(|(who, rules)| CallerView {
                left: Self::left_of_caller(id, &who, &rules),
                caller: who,
                permissions: rules.permissions.into_iter().collect(),
                expires: rules.expires,
                limits: rules.limits,
                recipients: rules.recipients.map(BoundedVec::into_inner),
            })
            .collect()
    }

    fn view_pending((id, waiting): (u32, PendingOf<T>)) -> PendingView<T::AccountId> {
        PendingView {
            id,
            caller: waiting.caller,
            calls: waiting.calls.into_inner(),
            outflow: waiting.outflow,
            ready: waiting.ready,
            expires: waiting.expires,
        }
    }
}
