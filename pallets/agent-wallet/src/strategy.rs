//! How wallets vote with nobody at the keyboard, and the list of those that do.

use crate::{
    auto_vote::LEAST_BALANCE,
    types::{Strategy, Wallet},
    AutoVoters, Config, Error, Event, Pallet, PlaceOf, Roll, WalletOf, Wallets,
};
use aitbc_primitives::{
    agents::{wallets::Preferences, Agents, Role, HIGHEST_SCORE, LEAST_SCORE},
    clock::Clock,
    governance::{proposals::ProposalKind, strategies::StrategyReason},
    Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    ensure,
    traits::{fungible::Inspect, Defensive},
};
use scale_info::TypeInfo;
use sp_runtime::{DispatchResult, Permill};

/// A place on the list of wallets that vote by strategy. Each is given once, the later the higher.
pub type Place = u64;

/// The key of a place, in the order of places.
pub type PlaceKey = [u8; 8];

/// A wallet on the list of those that vote by strategy.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Voter<AccountId> {
    /// The wallet.
    pub wallet: AccountId,
    /// Since when it is there, in milliseconds since 1970.
    pub since: Moment,
}

/// The list as a whole.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Places {
    /// The place that is given next.
    pub next: Place,
    /// How many are taken.
    pub taken: u32,
}

/// The key of a place.
pub(crate) fn key(place: Place) -> PlaceKey {
    place.to_be_bytes()
}

/// The place that has this key.
pub(crate) fn place(key: PlaceKey) -> Place {
    Place::from_be_bytes(key)
}

/// What wallets of agents of this role vote by, unless their owners say otherwise. It is switched off.
pub const fn default_strategy(role: Role) -> Strategy {
    let (support_threshold, preferences) = match role {
        Role::Provider => (
            128,
            Preferences {
                parameter_change: Some(180),
                treasury_allocation: Some(160),
                agent_trading: Some(200),
                ..INDIFFERENT
            },
        ),
        Role::Consumer => (
            128,
            Preferences {
                parameter_change: Some(140),
                treasury_allocation: Some(180),
                agent_trading: Some(160),
                ..INDIFFERENT
            },
        ),
        Role::Builder => {
            (150, Preferences { protocol_upgrade: Some(200), dao_grant: Some(180), ..INDIFFERENT })
        }
        Role::Coordinator => (
            140,
            Preferences { parameter_change: Some(160), protocol_upgrade: Some(180), ..INDIFFERENT },
        ),
    };
    Strategy {
        auto_vote: false,
        support_threshold,
        min_score: LEAST_SCORE,
        max_frozen: Permill::from_percent(50),
        preferences,
    }
}

/// No preference at all.
const INDIFFERENT: Preferences = Preferences {
    parameter_change: None,
    protocol_upgrade: None,
    treasury_allocation: None,
    emergency: None,
    agent_trading: None,
    dao_grant: None,
    policy_change: None,
};

/// What a strategy takes into account about a proposal of this type. `None` if it does not vote on such.
pub(crate) fn reason(
    strategy: &Strategy,
    kind: ProposalKind,
    evaluation: i16,
) -> Option<StrategyReason> {
    let preference = strategy.preferences.get(kind)?;
    Some(StrategyReason { preference, threshold: strategy.support_threshold, evaluation })
}

/// Whether a wallet could ever vote by a strategy.
pub(crate) fn is_possible(strategy: &Strategy) -> bool {
    strategy.min_score <= HIGHEST_SCORE && !strategy.max_frozen.is_zero()
}

impl<T: Config> Pallet<T> {
    /// Sets the strategy of a wallet, or the defaults of its agent's role. One that stays switched on keeps its
    /// place. One that is switched on has enough to vote, with what is on hold, so that dust does not come onto
    /// the list.
    pub(crate) fn do_set_strategy(
        who: &T::AccountId,
        id: &T::AccountId,
        strategy: Option<Strategy>,
    ) -> DispatchResult {
        let wallet = Self::owned(who, id)?;
        let role = || wallet.agent.as_ref().and_then(T::Agents::role);
        let strategy =
            strategy.or_else(|| role().map(default_strategy)).ok_or(Error::<T>::NoStrategy)?;
        ensure!(is_possible(&strategy), Error::<T>::BadStrategy);
        let has_enough = T::Currency::total_balance(id) >= LEAST_BALANCE;
        ensure!(!strategy.auto_vote || has_enough, Error::<T>::BalanceTooLow);
        if !strategy.auto_vote {
            Self::unlist(id);
        } else if !wallet.is_stopped() {
            Self::list(id);
        }
        Wallets::<T>::insert(id, Wallet { strategy: Some(strategy), ..wallet });
        Self::deposit_event(Event::StrategySet { wallet: id.clone(), strategy });
        Ok(())
    }

    /// Puts a wallet that its owner has reactivated back on the list, if it votes by strategy.
    pub(crate) fn resume_strategy(who: &T::AccountId, wallet: &WalletOf<T>) {
        if wallet.strategy.as_ref().is_some_and(|strategy| strategy.auto_vote) {
            Self::list(who);
        }
    }

    /// Gives a wallet the next place, unless it has one.
    pub(crate) fn list(who: &T::AccountId) {
        if PlaceOf::<T>::contains_key(who) {
            return;
        }
        let place = Roll::<T>::mutate(|places| {
            let place = places.next;
            places.next = place.saturating_add(1);
            places.taken = places.taken.saturating_add(1);
            place
        });
        PlaceOf::<T>::insert(who, key(place));
        AutoVoters::<T>::insert(key(place), Voter { wallet: who.clone(), since: T::Clock::now() });
    }

    /// Takes its place from a wallet, if it has one.
    pub(crate) fn unlist(who: &T::AccountId) {
        let Some(key) = PlaceOf::<T>::take(who) else { return };
        AutoVoters::<T>::remove(key);
        Roll::<T>::mutate(|places| {
            places.taken = places.taken.checked_sub(1).defensive().unwrap_or_default();
        });
    }
}
