//! Accounts with keys, and what they sign.

use crate::Result;
use aitbc_primitives::{token::MILLI, AccountId, Balance};
use aitbc_runtime::{transaction, Hash, Nonce, RuntimeCall, Signature, UncheckedExtrinsic};
use codec::Encode;
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;

/// Users of a chain.
pub struct Users(Vec<sr25519::Pair>);

impl Users {
    /// So many of them.
    pub fn new(number: u32) -> Self {
        let keys = |index| sr25519::Pair::from_seed(&blake2_256(&("user", index).encode()));
        Self((0..number).map(keys).collect())
    }

    /// One of those who have tokens on development chains, by the path of its keys.
    pub fn development(path: &str) -> Result<Self> {
        Ok(Self(vec![sr25519::Pair::from_string(path, None)?]))
    }

    /// Their accounts.
    pub fn accounts(&self) -> Vec<AccountId> {
        self.0.iter().map(account).collect()
    }

    /// A transaction of each user from the one with index `first` on, on the chain with this genesis, valid for
    /// ever: `call` makes the call of a user from the index.
    pub fn sign<'a>(
        &'a self,
        first: usize,
        genesis: Hash,
        nonce: Nonce,
        call: impl Fn(usize) -> RuntimeCall + 'a,
    ) -> impl Iterator<Item = UncheckedExtrinsic> + 'a {
        let users = self.0.iter().enumerate().skip(first);
        users.map(move |(index, keys)| signed(keys, call(index), nonce, genesis))
    }

    /// The transfers of the block with this index, counted from 0, on the chain with this genesis: one half of
    /// the users, whose number is even, sends to the other, in turns.
    pub fn transfers(&self, genesis: Hash, block: u32) -> Vec<UncheckedExtrinsic> {
        let (one, other) = self.0.split_at(self.0.len() / 2);
        let (senders, receivers) =
            if block.is_multiple_of(2) { (one, other) } else { (other, one) };
        let nonce = block / 2;
        let pairs = senders.iter().zip(receivers);
        let transfers = pairs.map(|(sender, receiver)| {
            signed(sender, transfer(account(receiver), MILLI), nonce, genesis)
        });
        transfers.collect()
    }
}

/// A transfer that leaves the sender alive.
pub fn transfer(receiver: AccountId, value: Balance) -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive { dest: receiver.into(), value }.into()
}

fn account(keys: &sr25519::Pair) -> AccountId {
    keys.public().into()
}

fn signed(
    keys: &sr25519::Pair,
    call: RuntimeCall,
    nonce: Nonce,
    genesis: Hash,
) -> UncheckedExtrinsic {
    let sign = |bytes: &[u8]| Signature::Sr25519(keys.sign(bytes));
    transaction::signed(call, account(keys), nonce, 0, genesis, sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_test_support::GENESIS_HASH;

    #[test]
    fn each_block_changes_each_account_once() {
        let users = Users::new(4);
        let [even, odd] = [0, 1].map(|block| users.transfers(GENESIS_HASH, block));
        assert_eq!(even.len(), 2);
        assert_ne!(even, odd);
    }
}
