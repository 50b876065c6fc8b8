//! Signed transfers among a number of users.

use crate::accounts::keys;
use aitbc_primitives::{token::MILLI, AccountId};
use aitbc_runtime::{transaction, Nonce, RuntimeCall, Signature, UncheckedExtrinsic};
use aitbc_test_support::GENESIS_HASH;
use sp_core::{sr25519, Pair};

/// Users with keys, who send each other tokens.
pub struct Users(Vec<sr25519::Pair>);

impl Users {
    /// So many of them; an even number.
    pub fn new(number: u32) -> Self {
        Self((0..number).map(keys).collect())
    }

    /// Their accounts.
    pub fn accounts(&self) -> Vec<AccountId> {
        self.0.iter().map(account).collect()
    }

    /// The transfers of the block with this index, counted from 0: one half of the users sends to the
    /// other, in turns.
    pub fn transfers(&self, block: u32) -> Vec<UncheckedExtrinsic> {
        let (one, other) = self.0.split_at(self.0.len() / 2);
        let (senders, receivers) =
            if block.is_multiple_of(2) { (one, other) } else { (other, one) };
        let nonce = block / 2;
        senders
            .iter()
            .zip(receivers)
            .map(|(sender, receiver)| transfer(sender, account(receiver), nonce))
            .collect()
    }
}

fn account(keys: &sr25519::Pair) -> AccountId {
    keys.public().into()
}

/// A signed transfer that is valid for ever.
fn transfer(sender: &sr25519::Pair, receiver: AccountId, nonce: Nonce) -> UncheckedExtrinsic {
    let call: RuntimeCall =
        pallet_balances::Call::transfer_keep_alive { dest: receiver.into(), value: MILLI }.into();
    let sign = |bytes: &[u8]| Signature::Sr25519(sender.sign(bytes));
    transaction::signed(call, account(sender), nonce, GENESIS_HASH, sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_changes_each_account_once() {
        let users = Users::new(4);
        let [even, odd] = [0, 1].map(|block| users.transfers(block));
        assert_eq!(even.len(), 2);
        assert_ne!(even, odd);
    }
}
