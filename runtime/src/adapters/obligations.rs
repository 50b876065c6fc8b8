//! What accounts still owe to others or have in their hands.

use crate::{AccountId, Agents, Escrow, GpuStaking, Reputation, Runtime};
use aitbc_primitives::{
    agents::Obligations,
    reputation::{pools::Delegations as _, Domain},
};

/// What an agent may have open beside its wallets and messages.
pub type OfAgents = (GpuStaking, Escrow);

/// What an account has delegated: its votes, or reputation. There is no deposit for it, and whom it trusts a later
/// owner need not.
pub struct Delegated;

impl Obligations<AccountId> for Delegated {
    fn open(who: &AccountId) -> bool {
        pallet_voting_power::Delegations::<Runtime>::contains_key(who)
            || Domain::ALL.iter().any(|domain| Reputation::delegation(*domain, who).is_some())
    }
}

/// What a wallet may have open beside what waits in it, is on hold or frozen: that, messages, and what it has delegated.
pub type OfWallets = (OfAgents, (Agents, Delegated));
