//! What the built-in runtime says is what `Executive` says.

use super::*;
use aitbc_primitives::{token::AITBC, AccountId, Balance};
use aitbc_runtime::{transaction, AgentWallet, Balances, Executive, Nonce, Runtime, RuntimeCall};
use codec::Decode;
use frame_support::traits::{fungible::Mutate, PalletInfoAccess};
use sp_core::{sr25519, Pair};
use sp_runtime::{
    generic::{Era, Preamble},
    transaction_validity::TransactionValidityError,
    BuildStorage, MultiSignature,
};

fn pair(seed: u8) -> sr25519::Pair {
    sr25519::Pair::from_seed(&[seed; 32])
}

fn account(pair: &sr25519::Pair) -> AccountId {
    AccountId::new(pair.public().0)
}

/// Runs on a chain at block 0 on which account 1 has tokens, and has sent three transactions.
fn on_chain<T>(test: impl FnOnce() -> T) -> T {
    let storage = frame_system::GenesisConfig::<Runtime>::default().build_storage().unwrap();
    let mut chain = sp_io::TestExternalities::from(storage);
    chain.execute_with(|| {
        Balances::mint_into(&account(&pair(1)), 1_000 * AITBC).unwrap();
        frame_system::Account::<Runtime>::mutate(account(&pair(1)), |info| {
            info.nonce = 3;
        });
        test()
    })
}

fn remark(bytes: usize) -> RuntimeCall {
    frame_system::Call::remark { remark: vec![0; bytes] }.into()
}

fn signed(call: RuntimeCall, seed: u8, nonce: Nonce, tip: Balance) -> UncheckedExtrinsic {
    let pair = pair(seed);
    let genesis = System::block_hash(0);
    let sign = |payload: &[u8]| MultiSignature::Sr25519(pair.sign(payload));
    let signed = transaction::signed(call, account(&pair), nonce, tip, genesis, sign);
    UncheckedExtrinsic::decode(&mut &signed.encode()[..]).unwrap()
}

/// What both say, which must be the same.
fn judged(transaction: &UncheckedExtrinsic) -> TransactionValidity {
    let at = System::block_hash(0);
    let source = TransactionSource::External;
    let full = aitbc_runtime::UncheckedExtrinsic::decode(&mut &transaction.encode()[..]).unwrap();
    let signed = Signed::read(&transaction.encode()).unwrap();
    let ours = without_effect(|| validity(at, source, signed));
    let executive = without_effect(|| Executive::validate_transaction(source, full, at));
    assert_eq!(ours, executive);
    ours
}

/// Runs as on a state of its own.
fn without_effect<T>(judge: impl FnOnce() -> T) -> T {
    sp_io::storage::start_transaction();
    let judged = judge();
    sp_io::storage::rollback_transaction();
    judged
}

#[test]
fn a_transaction_is_valid_as_by_executive() {
    on_chain(|| {
        for (nonce, tip) in [(3, 0), (3, AITBC), (9, 7)] {
            let transaction = signed(remark(10), 1, nonce, tip);
            let valid = judged(&transaction).unwrap();
            assert_eq!(valid.requires.is_empty(), nonce == 3);
            let provides = included(&Signed::read(&transaction.encode()).unwrap()).provides;
            assert_eq!(valid.provides, provides);
        }
    });
}

#[test]
fn a_transaction_is_invalid_as_by_executive() {
    on_chain(|| {
        let fails = |transaction: &UncheckedExtrinsic, why: InvalidTransaction| {
            assert_eq!(judged(transaction), Err(TransactionValidityError::Invalid(why)));
        };
        fails(&signed(remark(10), 1, 2, 0), InvalidTransaction::Stale);
        fails(&signed(remark(10), 1, 3, 2_000 * AITBC), InvalidTransaction::Payment);
        fails(&signed(remark(10), 2, 0, 0), InvalidTransaction::Payment);
        fails(&signed(remark(6 << 20), 1, 3, 0), InvalidTransaction::ExhaustsResources);
        let set_code = frame_system::Call::set_code { code: vec![1] }.into();
        fails(&signed(set_code, 1, 3, 0), InvalidTransaction::Call);
        let timestamp = transaction::timestamp(1).function;
        fails(&signed(timestamp, 1, 3, 0), InvalidTransaction::MandatoryValidation);
    });
}

#[test]
fn what_is_signed_by_another_or_differently_is_refused_as_by_executive() {
    on_chain(|| {
        let good = signed(remark(10), 1, 3, 0).encode();
        let read = || aitbc_runtime::UncheckedExtrinsic::decode(&mut &good[..]).unwrap();
        let bad_proof = Err(InvalidTransaction::BadProof.into());
        let encoded = |transaction: aitbc_runtime::UncheckedExtrinsic| {
            UncheckedExtrinsic::decode(&mut &transaction.encode()[..]).unwrap()
        };
        assert!(judged(&encoded(read())).is_ok());

        let mut other = read();
        let Preamble::Signed(who, ..) = &mut other.preamble else { panic!("it is signed") };
        *who = account(&pair(2)).into();
        assert_eq!(judged(&encoded(other)), bad_proof);

        let mut other = read();
        let Preamble::Signed(_, _, extension) = &mut other.preamble else { panic!("it is signed") };
        extension.6 = frame_system::CheckNonce::from(4);
        assert_eq!(judged(&encoded(other)), bad_proof);

        let mut other = read();
        let Preamble::Signed(_, _, extension) = &mut other.preamble else { panic!("it is signed") };
        extension.5 = frame_system::CheckMortality::from(Era::mortal(64, 0));
        // Of block 0, with which this era begins, only the genesis is known.
        assert_eq!(judged(&encoded(other)), bad_proof);

        let call = pallet_balances::Call::transfer_keep_alive {
            dest: account(&pair(2)).into(),
            value: AITBC,
        };
        let other = aitbc_runtime::UncheckedExtrinsic::from_parts(call.into(), read().preamble);
        assert_eq!(judged(&encoded(other)), bad_proof);
    });
}

/// What may be written in several ways counts as it was written: here a set of permissions, in any order.
#[test]
fn what_was_signed_is_what_was_sent() {
    on_chain(|| {
        let written = |permissions: [u8; 2]| {
            let index = AgentWallet::index() as u8;
            let accounts = [account(&pair(2)), account(&pair(3))].encode();
            let set = [&[8][..], &permissions].concat();
            [&[index, 2][..], &accounts, &set, &[0; 3]].concat()
        };
        let (sorted, unsorted) = (written([0, 1]), written([1, 0]));
        let call = RuntimeCall::decode(&mut &sorted[..]).unwrap();
        assert_eq!(call, RuntimeCall::decode(&mut &unsorted[..]).unwrap());
        assert_eq!(call.encode(), sorted);

        let replaced = |bytes: Vec<u8>| {
            let at = bytes.windows(sorted.len()).position(|window| window == sorted).unwrap();
            [&bytes[..at], &unsorted, &bytes[at + sorted.len()..]].concat()
        };
        let (key, genesis) = (pair(1), System::block_hash(0));
        let who = account(&key);
        let sign = |payload: &[u8]| MultiSignature::Sr25519(key.sign(payload));
        let sign_unsorted = |payload: &[u8]| sign(&replaced(payload.to_vec()));
        let by_sorted = transaction::signed(call.clone(), who.clone(), 3, 0, genesis, sign);
        let by_unsorted = transaction::signed(call, who, 3, 0, genesis, sign_unsorted);

        let sent = |bytes: Vec<u8>| {
            // The length of it all stands in front.
            let length = bytes.len() - 2;
            let mut sent = codec::Compact(length as u32).encode();
            assert_eq!(sent.len(), 2);
            sent.extend(&bytes[2..]);
            judged(&UncheckedExtrinsic::decode(&mut &sent[..]).unwrap())
        };
        let bad_proof = Err(InvalidTransaction::BadProof.into());
        assert!(sent(by_sorted.encode()).is_ok());
        assert_eq!(sent(replaced(by_sorted.encode())), bad_proof);
        assert_eq!(sent(by_unsorted.encode()), bad_proof);
        assert!(sent(replaced(by_unsorted.encode())).is_ok());
    });
}
