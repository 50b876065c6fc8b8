//! Wallets: whose they are, whose agent's, and who may stop them.

use crate::{
    types::{Status, Wallet},
    Callers, Config, Error, Event, LinkedWallets, Pallet, Spent, SpentByCaller, StoppedWallets,
    WalletOf, Wallets, WalletsOf, WeightInfo,
};
use aitbc_primitives::{
    agents::{
        wallets::Limits, Agents, Obligations, Ownership, ScoreChanged, Wallets as WalletsOfAgents,
    },
    clock::Clock,
    Balance,
};
use codec::{Decode, Encode};
use frame_support::{
    defensive, ensure,
    traits::{
        fungible::{Inspect, Mutate},
        tokens::{Fortitude, Preservation},
        Consideration, Footprint,
    },
    weights::Weight,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::TrailingZeroInput, DispatchError, DispatchResult};

/// What the hash begins with that is the address of a wallet.
const ADDRESS: &[u8; 12] = b"aitbc/wallet";

/// More than the callers of a wallet, so that removing them takes one go.
const ALL: u32 = u32::MAX;

impl<T: Config> Pallet<T> {
    /// The account of a wallet: a hash of its first owner and its index.
    pub(crate) fn address_of(owner: &T::AccountId, index: u32) -> T::AccountId {
        let hash = (ADDRESS, owner, index).using_encoded(blake2_256);
        // Zeros follow without end, so that any account can be read.
        let decoded = T::AccountId::decode(&mut TrailingZeroInput::new(&hash));
        decoded.unwrap_or_else(|_| {
            defensive!("an account does not consist of bytes");
            owner.clone()
        })
    }

    /// What it costs to create a wallet, and to link it if it is to be.
    pub(crate) fn weight_of_create(is_linked: bool) -> Weight {
        let link = if is_linked { Self::weight_of_link() } else { Weight::zero() };
        T::WeightInfo::create().saturating_add(link)
    }

    /// What it costs to link a wallet, and to tell that it is.
    pub(crate) fn weight_of_link() -> Weight {
        T::WeightInfo::link().saturating_add(T::ScoreChanged::weight())
    }

    pub(crate) fn do_create(
        owner: T::AccountId,
        index: u32,
        agent: Option<T::AccountId>,
        guardian: Option<T::AccountId>,
    ) -> DispatchResult {
        let id = Self::address_of(&owner, index);
        ensure!(!Wallets::<T>::contains_key(&id), Error::<T>::AlreadyExists);
        T::Ownership::give(&id, &owner)?;
        let wallet = Wallet {
            owner: owner.clone(),
            offered_to: None,
            agent: None,
            guardian,
            status: Status::Active,
            limits: Limits::default(),
            time_lock: None,
            strategy: None,
            callers: 0,
            pending: 0,
            next_pending: 0,
            deposit: T::WalletDeposit::new(&owner, footprint(0))?,
        };
        WalletsOf::<T>::insert(&owner, &id, ());
        Self::deposit_event(Event::Created { wallet: id.clone(), owner, index });
        match agent {
            Some(agent) => Self::link_to(&id, wallet, agent),
            None => {
                Wallets::<T>::insert(&id, wallet);
                Ok(())
            }
        }
    }

    pub(crate) fn do_close(who: &T::AccountId, id: &T::AccountId) -> DispatchResult {
        let mut wallet = Self::owned(who, id)?;
        let amount = Self::settled(id, &wallet)?;
        Self::cut_link(id, &mut wallet);
        T::Ownership::end(id)?;
        if amount > 0 {
            T::Currency::transfer(id, who, amount, Preservation::Expendable)?;
        }
        Self::forget_callers(id);
        Self::unlist(id);
        Spent::<T>::remove(id);
        if wallet.is_stopped() {
            StoppedWallets::<T>::mutate(|stopped| *stopped = stopped.saturating_sub(1));
        }
        WalletsOf::<T>::remove(who, id);
        Wallets::<T>::remove(id);
        wallet.deposit.drop(who)?;
        Self::deposit_event(Event::Closed { wallet: id.clone(), owner: who.clone(), amount });
        Ok(())
    }

    pub(crate) fn do_set_guardian(
        who: &T::AccountId,
        id: &T::AccountId,
        guardian: Option<T::AccountId>,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        let is_caller =
            guardian.as_ref().is_some_and(|guardian| Callers::<T>::contains_key(id, guardian));
        ensure!(!is_caller, Error::<T>::GuardianIsCaller);
        Wallets::<T>::insert(id, Wallet { guardian: guardian.clone(), ..wallet });
        Self::deposit_event(Event::GuardianSet { wallet: id.clone(), guardian });
        Ok(())
    }

    pub(crate) fn do_link(
        who: &T::AccountId,
        id: &T::AccountId,
        agent: T::AccountId,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        ensure!(wallet.agent.is_none(), Error::<T>::AlreadyLinked);
        Self::link_to(id, wallet, agent)
    }

    pub(crate) fn do_unlink(who: &T::AccountId, id: &T::AccountId) -> DispatchResult {
        let mut wallet = Self::owned(who, id)?;
        ensure!(wallet.agent.is_some(), Error::<T>::NotLinked);
        ensure!(!T::Obligations::open(id), Error::<T>::HasObligations);
        Self::cut_link(id, &mut wallet);
        Ok(())
    }

    pub(crate) fn do_stop(who: T::AccountId, id: &T::AccountId) -> DispatchResult {
        let wallet = Self::stored(id)?;
        let is_guardian = wallet.guardian.as_ref() == Some(&who);
        ensure!(wallet.owner == who || is_guardian, Error::<T>::NotGuardian);
        ensure!(!wallet.is_stopped(), Error::<T>::WalletStopped);
        let status = Status::Stopped { by: who.clone(), at: T::Clock::now() };
        Wallets::<T>::insert(id, Wallet { status, ..wallet });
        StoppedWallets::<T>::mutate(|stopped| *stopped = stopped.saturating_add(1));
        Self::deposit_event(Event::Stopped { wallet: id.clone(), by: who });
        Ok(())
    }

    pub(crate) fn do_reactivate(who: &T::AccountId, id: &T::AccountId) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        ensure!(wallet.is_stopped(), Error::<T>::NotStopped);
        Self::resume_strategy(id, &wallet);
        Wallets::<T>::insert(id, Wallet { status: Status::Active, ..wallet });
        StoppedWallets::<T>::mutate(|stopped| *stopped = stopped.saturating_sub(1));
        Self::deposit_event(Event::Reactivated { wallet: id.clone() });
        Ok(())
    }

    pub(crate) fn do_withdraw(
        who: &T::AccountId,
        id: &T::AccountId,
        to: T::AccountId,
        amount: Balance,
    ) -> DispatchResult {
        Self::owned(who, id)?;
        // No brake stops this call. One that pays others is a transfer, which brakes may stop.
        ensure!(to == *who, Error::<T>::WrongRecipient);
        T::Currency::transfer(id, &to, amount, Preservation::Expendable)?;
        Self::deposit_event(Event::Withdrawn { wallet: id.clone(), to, amount });
        Ok(())
    }

    pub(crate) fn do_offer_ownership(
        who: &T::AccountId,
        id: &T::AccountId,
        to: Option<T::AccountId>,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        ensure!(to.is_none() || wallet.agent.is_none(), Error::<T>::HasObligations);
        Wallets::<T>::insert(id, Wallet { offered_to: to.clone(), ..wallet });
        Self::deposit_event(Event::OwnershipOffered { wallet: id.clone(), to });
        Ok(())
    }

    pub(crate) fn do_accept_ownership(who: T::AccountId, id: &T::AccountId) -> DispatchResult {
        let wallet = Self::stored(id)?;
        ensure!(wallet.offered_to.as_ref() == Some(&who), Error::<T>::NotOffered);
        ensure!(wallet.agent.is_none(), Error::<T>::HasObligations);
        Self::settled(id, &wallet)?;
        T::Ownership::give(id, &who)?;
        let from = wallet.owner;
        wallet.deposit.drop(&from)?;
        let deposit = T::WalletDeposit::new(&who, footprint(0))?;
        // Whoever the former owner trusted, the new one need not.
        Self::forget_callers(id);
        Self::unlist(id);
        let wallet = Wallet {
            owner: who.clone(),
            offered_to: None,
            agent: None,
            guardian: None,
            status: wallet.status,
            limits: Limits::default(),
            time_lock: None,
            strategy: None,
            callers: 0,
            pending: 0,
            next_pending: wallet.next_pending,
            deposit,
        };
        Wallets::<T>::insert(id, wallet);
        WalletsOf::<T>::remove(&from, id);
        WalletsOf::<T>::insert(&who, id, ());
        Self::deposit_event(Event::OwnershipChanged { wallet: id.clone(), from, to: who });
        Ok(())
    }

    /// A wallet.
    pub(crate) fn stored(id: &T::AccountId) -> Result<WalletOf<T>, DispatchError> {
        Wallets::<T>::get(id).ok_or_else(|| Error::<T>::NotFound.into())
    }

    /// A wallet of `who`.
    pub(crate) fn owned(
        who: &T::AccountId,
        id: &T::AccountId,
    ) -> Result<WalletOf<T>, DispatchError> {
        let wallet = Self::stored(id)?;
        ensure!(wallet.owner == *who, Error::<T>::NotOwner);
        Ok(wallet)
    }

    /// What a wallet has, if all of that is free and nobody has anything to do with it: no calls wait, and it
    /// owes, has delegated, on hold, reserved and frozen nothing.
    ///
    /// So nothing stands that an owner has set up for others, or for itself under another account. A proxy, an
    /// announcement, session keys and delegations that it takes have a deposit, another payee has a bond, and
    /// positions, escrows and what it has delegated are obligations.
    fn settled(id: &T::AccountId, wallet: &WalletOf<T>) -> Result<Balance, DispatchError> {
        ensure!(wallet.pending == 0, Error::<T>::HasPending);
        ensure!(!T::Obligations::open(id), Error::<T>::HasObligations);
        let amount = T::Currency::balance(id);
        ensure!(T::Currency::total_balance(id) == amount, Error::<T>::HasObligations);
        let movable =
            T::Currency::reducible_balance(id, Preservation::Expendable, Fortitude::Polite);
        ensure!(movable == amount, Error::<T>::Frozen);
        Ok(amount)
    }

    /// Stores a wallet as linked to an agent.
    fn link_to(id: &T::AccountId, wallet: WalletOf<T>, agent: T::AccountId) -> DispatchResult {
        let is_agent = T::Agents::agent_of(&agent).as_ref() == Some(&agent);
        let is_controlled = T::Ownership::owner_of(&agent).as_ref() == Some(&wallet.owner);
        ensure!(is_agent && is_controlled, Error::<T>::NotController);
        // An offer could not be accepted any more.
        let linked = Wallet { agent: Some(agent.clone()), offered_to: None, ..wallet };
        Wallets::<T>::insert(id, linked);
        LinkedWallets::<T>::mutate(&agent, |linked| *linked = linked.saturating_add(1));
        T::ScoreChanged::score_changed(id);
        Self::deposit_event(Event::Linked { wallet: id.clone(), agent });
        Ok(())
    }

    /// Stores a wallet as linked to no agent, if it is to one.
    fn cut_link(id: &T::AccountId, wallet: &mut WalletOf<T>) {
        let Some(agent) = wallet.agent.take() else { return };
        Wallets::<T>::insert(id, &*wallet);
        LinkedWallets::<T>::mutate_exists(&agent, |linked| {
            *linked = linked.and_then(|linked| linked.checked_sub(1)).filter(|left| *left > 0);
        });
        T::ScoreChanged::score_changed(id);
        Self::deposit_event(Event::Unlinked { wallet: id.clone(), agent });
    }

    /// Removes all callers of a wallet, of which there are at most 16, with what they have spent.
    fn forget_callers(id: &T::AccountId) {
        let _ = Callers::<T>::clear_prefix(id, ALL, None);
        let _ = SpentByCaller::<T>::clear_prefix(id, ALL, None);
    }
}

/// What a wallet with so many callers takes in storage.
pub(crate) fn footprint(callers: u32) -> Footprint {
    Footprint { count: u64::from(callers).saturating_add(1), size: 0 }
}

impl<T: Config> WalletsOfAgents<T::AccountId> for Pallet<T> {
    fn agent(wallet: &T::AccountId) -> Option<T::AccountId> {
        Wallets::<T>::get(wallet)?.agent
    }

    fn linked(agent: &T::AccountId) -> u32 {
        LinkedWallets::<T>::get(agent)
    }
}

/// Agents have their wallets, and wallets what waits.
impl<T: Config> Obligations<T::AccountId> for Pallet<T> {
    fn open(who: &T::AccountId) -> bool {
        LinkedWallets::<T>::contains_key(who)
            || Wallets::<T>::get(who).is_some_and(|wallet| wallet.pending > 0)
    }
}
