//! Tells the operator of a validator that cannot sign what to do about it.

use super::session;
use crate::client::FullClient;
use aitbc_primitives::Hash;
use futures::StreamExt;
use sc_client_api::BlockchainEvents;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityId, AuraApi};
use sp_core::crypto::{key_types, ByteArray};
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// What keeps a node that was started as a validator from producing blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Obstacle {
    /// The keystore holds no session keys.
    NoKeys,
    /// It holds keys, but none that produces blocks in this session.
    NotInTheSet,
}

impl Obstacle {
    fn advice(self) -> &'static str {
        match self {
            Self::NoKeys => {
                "This node runs as a validator but has no session keys. Make them with the RPC call \
                 author_rotateKeysWithOwner(STASH) on this machine, then register what it returns \
                 with the transaction session.setKeys(keys, proof) of the stash"
            }
            Self::NotInTheSet => {
                "The session keys of this node do not produce blocks in this session. That is right \
                 for two sessions after session.setKeys and until the stash is elected. If \
                 por_availability(STASH) says `suspended`, apply again with staking.validate; the session \
                 that it names as `bannedUntil`, if any, comes first. Otherwise \
                 register them: `key ownership-proof` prints the arguments of session.setKeys"
            }
        }
    }
}

/// Warns at the start and in each session for as long as this validator cannot produce blocks.
pub async fn warn_each_session(client: Arc<FullClient>, keystore: KeystorePtr) {
    let mut warned_in = None;
    let mut blocks = client.import_notification_stream();
    loop {
        let best = client.info().best_hash;
        let session = session::index(&client, best);
        if warned_in != Some(session.clone()) {
            warned_in = Some(session);
            if let Some(obstacle) = obstacle(&client, best, &keystore) {
                log::warn!("🔑 {}", obstacle.advice());
            }
        }
        if blocks.next().await.is_none() {
            return;
        }
    }
}

fn obstacle(client: &FullClient, at: Hash, keystore: &KeystorePtr) -> Option<Obstacle> {
    let own = keystore.keys(key_types::AURA).ok()?;
    let authorities: Vec<AuthorityId> = client.runtime_api().authorities(at).ok()?;
    compare(&own, &authorities)
}

fn compare(own: &[Vec<u8>], authorities: &[AuthorityId]) -> Option<Obstacle> {
    if own.is_empty() {
        return Some(Obstacle::NoKeys);
    }
    let produces = authorities
        .iter()
        .any(|authority| own.iter().any(|key| key[..] == authority.as_slice()[..]));
    (!produces).then_some(Obstacle::NotInTheSet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn obstacles_are_told_apart() {
        let authority = |byte| AuthorityId::from_slice(&[byte; 32]).unwrap();
        let set = [authority(1), authority(2)];
        assert_eq!(compare(&[], &set), Some(Obstacle::NoKeys));
        assert_eq!(compare(&[vec![3; 32]], &set), Some(Obstacle::NotInTheSet));
        assert_eq!(compare(&[vec![3; 32], vec![2; 32]], &set), None);
    }

    #[test]
    fn repeated_authorities_count_like_single_ones() {
        let authority = |byte| AuthorityId::from_slice(&[byte; 32]).unwrap();
        let schedule = [1, 2, 1, 1].map(authority);
        assert_eq!(compare(&[vec![1; 32]], &schedule), None);
        assert_eq!(compare(&[vec![2; 32]], &schedule), None);
        assert_eq!(compare(&[vec![3; 32]], &schedule), Some(Obstacle::NotInTheSet));
    }
}
