//! Whose transactions a node leaves out of its blocks.

use crate::{pool::Hidden, LOG_TARGET};
use aitbc_node::client::FullClient;
use aitbc_primitives::{
    opaque::UncheckedExtrinsic, reputation::pools::views::PoolApi, AccountId, Hash,
};
use sp_api::ProvideRuntimeApi;
use sp_core::crypto::Ss58Codec;
use std::sync::Arc;

/// The bits of the first byte of a transaction that say whether somebody has signed it.
const KIND: u8 = 0b1100_0000;

/// Whose transactions are left out, and which of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// Who has sent them.
    pub sender: AccountId,
    /// Whether it is those alone that need no signature of an account: votes about blocks.
    pub votes_only: bool,
}

impl Omission {
    /// `censor=ADDRESS`: all transactions of an account; `omit-votes=ADDRESS`: its votes.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, address) = name.split_once('=')?;
        let votes_only = match kind {
            "censor" => false,
            "omit-votes" => true,
            _ => return None,
        };
        let sender = AccountId::from_ss58check(address).ok()?;
        Some(Self { sender, votes_only })
    }

    /// Whether a transaction of `sender` is left out.
    fn covers(&self, transaction: &UncheckedExtrinsic, sender: &AccountId) -> bool {
        let is_bare = transaction.inner().first().is_some_and(|version| version & KIND == 0);
        *sender == self.sender && (is_bare || !self.votes_only)
    }
}

/// What of a pool is left out.
pub fn hidden(omissions: Vec<Omission>, client: Arc<FullClient>) -> Hidden {
    Arc::new(move |at, transaction| {
        sender(&client, at, transaction).is_some_and(|sender| {
            omissions.iter().any(|omission| omission.covers(transaction, &sender))
        })
    })
}

/// Who has sent a transaction, as the runtime says.
fn sender(client: &FullClient, at: Hash, transaction: &UncheckedExtrinsic) -> Option<AccountId> {
    let senders = client.runtime_api().senders(at, vec![transaction.clone()]);
    senders
        .inspect_err(|error| log::warn!(target: LOG_TARGET, "Nobody knows who sends: {error}"))
        .ok()?
        .pop()?
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

    fn account(address: &str) -> AccountId {
        AccountId::from_ss58check(address).unwrap()
    }

    #[test]
    fn omissions_have_an_address() {
        for (kind, votes_only) in [("censor", false), ("omit-votes", true)] {
            let omission = Omission::named(&format!("{kind}={ALICE}")).unwrap();
            assert_eq!(omission, Omission { sender: account(ALICE), votes_only });
            assert_eq!(Omission::named(kind), None);
            assert_eq!(Omission::named(&format!("{kind}=Alice")), None);
        }
        assert_eq!(Omission::named(&format!("praise={ALICE}")), None);
    }

    #[test]
    fn votes_alone_or_everything_of_one_account_is_left_out() {
        let signed = UncheckedExtrinsic::from_blob(vec![0x84, 0]);
        let bare = UncheckedExtrinsic::from_blob(vec![5, 0]);
        let [alice, bob] = [ALICE, BOB].map(account);
        let censor = Omission { sender: alice.clone(), votes_only: false };
        assert!(censor.covers(&signed, &alice) && censor.covers(&bare, &alice));
        assert!(!censor.covers(&signed, &bob));
        let votes = Omission { sender: alice.clone(), votes_only: true };
        assert!(votes.covers(&bare, &alice) && !votes.covers(&signed, &alice));
        assert!(!votes.covers(&bare, &bob));
    }
}
