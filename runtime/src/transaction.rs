//! The format of transactions, and how the runtime itself makes one.

use crate::{
    adapters::sender::CheckSender, AccountId, Address, Balance, Hash, Moment, Nonce, Runtime,
    RuntimeCall, Signature, VERSION,
};
use codec::Encode;
use frame_system::offchain::{
    CreateAuthorizedTransaction, CreateBare, CreateTransaction, CreateTransactionBase,
};
use sp_runtime::{
    generic::{self, Era},
    traits::TransactionExtension,
};

/// What is checked, and charged, around each transaction. The order is part of the format.
pub type TxExtension = (
    frame_system::AuthorizeCall<Runtime>,
    CheckSender,
    frame_system::CheckSpecVersion<Runtime>,
    frame_system::CheckTxVersion<Runtime>,
    frame_system::CheckGenesis<Runtime>,
    frame_system::CheckMortality<Runtime>,
    frame_system::CheckNonce<Runtime>,
    frame_system::CheckWeight<Runtime>,
    pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
    frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
    frame_system::WeightReclaim<Runtime>,
);

/// A transaction as it travels.
pub type UncheckedExtrinsic =
    generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What the sender of a transaction signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// What a transaction that is valid for ever carries beside its call.
pub fn extension(nonce: Nonce, tip: Balance) -> TxExtension {
    (
        frame_system::AuthorizeCall::new(),
        CheckSender,
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        frame_system::CheckNonce::from(nonce),
        frame_system::CheckWeight::new(),
        pallet_transaction_payment::ChargeTransactionPayment::from(tip),
        frame_metadata_hash_extension::CheckMetadataHash::new(false),
        frame_system::WeightReclaim::new(),
    )
}

/// What its sender signs beside what it carries, on the chain with this genesis. Of a transaction that is
/// valid for ever the mortality is checked by the genesis too.
fn implicit(genesis: Hash) -> <TxExtension as TransactionExtension<RuntimeCall>>::Implicit {
    (
        (),
        (),
        VERSION.spec_version,
        VERSION.transaction_version,
        genesis,
        genesis,
        (),
        (),
        (),
        None,
        (),
    )
}

/// A transaction of `who` that is valid for ever, on the chain with this genesis. It needs no state, so that
/// tools can make one too.
pub fn signed(
    call: RuntimeCall,
    who: AccountId,
    nonce: Nonce,
    tip: Balance,
    genesis: Hash,
    sign: impl FnOnce(&[u8]) -> Signature,
) -> UncheckedExtrinsic {
    let payload = SignedPayload::from_raw(call, extension(nonce, tip), implicit(genesis));
    let signature = payload.using_encoded(sign);
    let (call, extension, _) = payload.deconstruct();
    UncheckedExtrinsic::new_signed(call, who.into(), signature, extension)
}

/// The inherent by which a block says what time it is.
pub fn timestamp(now: Moment) -> UncheckedExtrinsic {
    UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into())
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    type Extrinsic = UncheckedExtrinsic;
    type RuntimeCall = RuntimeCall;
}

impl<LocalCall> CreateBare<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_bare(call)
    }
}

impl<LocalCall> CreateTransaction<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    type Extension = TxExtension;

    fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_transaction(call, extension)
    }
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    fn create_extension() -> TxExtension {
        extension(0, 0)
    }
}
