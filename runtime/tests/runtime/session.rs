//! Validators without keys must not stop the chain.

use super::chain::Chain;
use aitbc_primitives::{presets, token::AITBC};
use aitbc_runtime::*;
use codec::Encode;
use pallet_staking::{RewardDestination, ValidatorPrefs};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};

/// Blocks in a session of the local test network.
const SESSION: u32 = 30;
/// Blocks in its eras.
const ERA: u32 = 6 * SESSION;

/// The validators of this session.
pub fn validators(chain: &mut Chain) -> Vec<AccountId> {
    chain.inspect(pallet_session::Validators::<Runtime>::get)
}

/// Makes `who` a candidate.
pub fn bond_and_validate(chain: &mut Chain, who: Sr25519Keyring) {
    chain
        .call(
            who,
            pallet_staking::Call::bond { value: 100_000 * AITBC, payee: RewardDestination::Staked },
        )
        .unwrap();
    chain.call(who, pallet_staking::Call::validate { prefs: ValidatorPrefs::default() }).unwrap();
}

/// Session keys and the proof that `owner` owns them, as `author_rotateKeysWithOwner` makes them. The
/// seed is the account, so that the chain in memory can make blocks with them.
pub fn keys_of(owner: &AccountId) -> (SessionKeys, Vec<u8>) {
    let seed = format!("{:?}", Hash::from_slice(owner.as_ref()));
    let mut keystore = TestExternalities::default();
    keystore.register_extension(KeystoreExt::new(MemoryKeystore::new()));
    keystore.execute_with(|| {
        let generated = SessionKeys::generate(&owner.encode(), Some(seed.into_bytes()));
        (generated.keys, generated.proof.encode())
    })
}

#[test]
fn candidate_without_keys_is_not_elected_until_it_has_keys() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    bond_and_validate(&mut chain, Eve);
    chain.blocks(2 * ERA);
    assert_eq!(validators(&mut chain).len(), 4);

    let (keys, proof) = keys_of(&Eve.to_account_id());
    chain.call(Eve, pallet_session::Call::set_keys { keys: keys.clone(), proof }).unwrap();
    chain.blocks(2 * ERA);
    assert!(validators(&mut chain).contains(&Eve.to_account_id()));
    assert!(chain.inspect(pallet_aura::Authorities::<Runtime>::get).contains(&keys.aura));
    assert!(chain.inspect(Grandpa::grandpa_authorities).iter().any(|(id, _)| *id == keys.grandpa));
}

#[test]
fn old_key_produces_for_two_sessions_after_set_keys() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    let (keys, proof) = keys_of(&Bob.to_account_id());
    let old = Bob.public().into();
    chain.call(Bob, pallet_session::Call::set_keys { keys: keys.clone(), proof }).unwrap();
    for (session, key) in [(1, &old), (2, &old), (3, &keys.aura)] {
        chain.run_to_session(session);
        let producers = chain.inspect(pallet_availability::Producers::<Runtime>::get);
        let bob =
            producers.iter().find(|producer| producer.account == Bob.to_account_id()).unwrap();
        assert_eq!(bob.key, *key, "session {session}");
        // Until the session ends, his blocks are his, whatever key_owner says of the key.
        for _ in 0..20 {
            chain.blocks(1);
            let author = chain.inspect(|| Availability::author().unwrap());
            let slot = chain.inspect(|| u64::from(pallet_aura::CurrentSlot::<Runtime>::get()));
            assert_eq!(chain.producer(slot), Some(author.account));
        }
    }
}

#[test]
fn keys_without_proof_or_of_somebody_else_are_refused() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    let (keys, proof) = keys_of(&Eve.to_account_id());
    let invalid_proof = Err(pallet_session::Error::<Runtime>::InvalidProof.into());
    for (who, proof) in [(Eve, vec![]), (Bob, proof)] {
        let before =
            chain.inspect(|| pallet_session::NextKeys::<Runtime>::get(who.to_account_id()));
        let call = pallet_session::Call::set_keys { keys: keys.clone(), proof };
        assert_eq!(chain.call(who, call), invalid_proof);
        let after = chain.inspect(|| pallet_session::NextKeys::<Runtime>::get(who.to_account_id()));
        assert_eq!(before, after);
    }
}

#[test]
fn last_set_stays_when_all_validators_purge_their_keys() {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    let grandpa = chain.inspect(Grandpa::grandpa_authorities);
    for who in [Alice, Bob, Charlie, Dave] {
        chain.call(who, pallet_session::Call::purge_keys {}).unwrap();
    }
    chain.blocks(3 * ERA);
    assert_eq!(chain.inspect(Availability::schedule).producers.len(), 4);
    assert_eq!(chain.inspect(Grandpa::grandpa_authorities), grandpa);
    assert!(chain.inspect(pallet_grandpa::PendingChange::<Runtime>::get).is_none());
}
