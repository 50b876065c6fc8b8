//! Signed transfers among a number of users.

use crate::accounts::keys;
use aitbc_primitives::{token::MILLI, AccountId};
use aitbc_runtime::{
    Nonce, Runtime, RuntimeCall, Signature, SignedPayload, TxExtension, UncheckedExtrinsic, VERSION,
};
use aitbc_test_support::GENESIS_HASH;
use codec::Encode;
use frame_metadata_hash_extension::CheckMetadataHash;
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_core::{sr25519, Pair};
use sp_runtime::generic::Era;

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
        let (senders, receivers) = if block.is_multiple_of(2) {
            (one, other)
        } else {
            (other, one)
        };
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
    let call: RuntimeCall = pallet_balances::Call::transfer_keep_alive {
        dest: receiver.into(),
        value: MILLI,
    }
    .into();
    let extension: TxExtension = (
        frame_system::AuthorizeCall::new(),
        aitbc_runtime::CheckSender,
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        frame_system::CheckNonce::from(nonce),
        frame_system::CheckWeight::new(),
        ChargeTransactionPayment::<Runtime>::from(0),
        CheckMetadataHash::new(false),
        frame_system::WeightReclaim::new(),
    );
    // What the extensions have signed beside what is sent. Of an immortal transaction the mortality is
    // checked by the genesis hash too.
    let implicit = (
        (),
        (),
        VERSION.spec_version,
        VERSION.transaction_version,
        GENESIS_HASH,
        GENESIS_HASH,
        (),
        (),
        (),
        None,
        (),
    );
    let payload = SignedPayload::from_raw(call, extension, implicit);
    let signature = payload.using_encoded(|bytes| sender.sign(bytes));
    let (call, extension, _) = payload.deconstruct();
    UncheckedExtrinsic::new_signed(
        call,
        account(sender).into(),
        Signature::Sr25519(signature),
        extension,
    )
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
