//! Votes on finality that are held back, since the database is too new to know of earlier ones.
//!
//! GRANDPA keeps what it has voted for in the database. A validator that loses it while a round is
//! open, by `purge-chain` for instance, would vote in that round once more, for another block by now,
//! and be slashed for it. So the database says when it was begun, and a [`Hold`] keeps GRANDPA from
//! voting until no such round can be open any more.

mod keystore;
mod state;

pub use state::{Record, Round};

use super::equivocation::Halt;
use crate::{client::FullClient, date::Date};
use aitbc_primitives::{opaque::Block, BlockNumber, Hash, Header};
use codec::{Decode, Encode};
use futures::{channel::oneshot, future::BoxFuture, select_biased, FutureExt, StreamExt};
use futures_timer::Delay;
use keystore::{Gate, GatedKeystore};
use log::Level;
use sc_client_api::{backend::AuxStore, BlockchainEvents};
use sc_consensus_aura::{find_pre_digest, SlotDuration};
use sc_consensus_grandpa::{
    GrandpaJustification, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_service::{error::Result, TaskManager};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
    digests::CompatibleDigestItem,
    sr25519::{AuthorityId, AuthorityPair, AuthoritySignature},
    Slot,
};
use sp_core::{crypto::key_types, sr25519, Pair};
use sp_keystore::KeystorePtr;
use sp_runtime::traits::Header as _;
use sp_timestamp::Timestamp;
use state::{Hold, Suspicion};
use std::{sync::Arc, time::Duration};

/// Where the record is in the database.
const KEY: &[u8] = b"aitbc_vote_hold";

/// Time between two reminders that votes are held back.
const REMINDER: Duration = Duration::from_secs(300);

/// Headers that are read before others get a turn.
const HEADERS_AT_A_TIME: usize = 1_000;

/// Proofs of finality that may wait until a warning is due.
const PROOFS_WAITING: usize = 100_000;

/// Takes down when the database was begun, if it has no blocks yet.
pub fn note_birth(client: &FullClient, slot_duration: SlotDuration) -> Result<()> {
    if client.info().best_number == 0 && load(client)?.is_none() {
        let record = Record {
            born: Slot::from_timestamp(Timestamp::current(), slot_duration),
            voted: false,
        };
        store(client, &record)?;
    }
    Ok(())
}

fn load(client: &FullClient) -> Result<Option<Record>> {
    let Some(encoded) = client.get_aux(KEY)? else {
        return Ok(None);
    };
    let record = Record::decode(&mut &encoded[..])
        .map_err(|error| format!("the database has a damaged record of its beginning: {error}"))?;
    Ok(Some(record))
}

fn store(client: &FullClient, record: &Record) -> Result<()> {
    Ok(client.insert_aux(&[(KEY, &record.encode()[..])], &[])?)
}

fn forget(client: &FullClient) -> Result<()> {
    Ok(client.insert_aux(&[], &[KEY])?)
}

/// What GRANDPA goes by, so that it votes when it may.
pub struct Permission {
    /// Its keys, in rounds in which it may vote.
    pub keystore: KeystorePtr,
    /// Resolves when it may begin. If it began before, it would take the rounds of the first set of
    /// voters for those it has no keys in, and never ask again while nobody finishes them.
    pub start: BoxFuture<'static, ()>,
}

/// What a hold depends on.
pub struct HoldParts {
    /// Access to the chain.
    pub client: Arc<FullClient>,
    /// The keys of this node.
    pub keystore: KeystorePtr,
    /// Proofs of newly finalised blocks.
    pub justifications: GrandpaJustificationStream<Block>,
    /// The validators that vote.
    pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
    /// The round in which this node is.
    pub voter_state: SharedVoterState,
    /// Duration of a slot.
    pub slot_duration: SlotDuration,
    /// Whether another node uses the same keys: then this one votes no more.
    pub halt: Halt,
    /// Whether this node may vote at all. Others keep the record too, since their operator may make
    /// validators of them.
    pub is_authority: bool,
}

/// Lets GRANDPA vote if the database is not new, or if `at_once`; else watches over it.
pub fn start(parts: HoldParts, at_once: bool, task_manager: &TaskManager) -> Result<Permission> {
    let record = load(&parts.client)?;
    if record.is_some() && at_once {
        forget(&parts.client)?;
    }
    let gate = Gate::default();
    let keystore =
        Arc::new(GatedKeystore::new(parts.keystore.clone(), gate.clone(), parts.halt.clone()));
    let Some(record) = record.filter(|_| !at_once) else {
        return Ok(Permission { keystore, start: futures::future::ready(()).boxed() });
    };

    let (started, start) = oneshot::channel();
    let now = Slot::from_timestamp(Timestamp::current(), parts.slot_duration);
    let watch = Watch { hold: Hold::new(record, now), gate, started: Some(started), parts };
    task_manager.spawn_handle().spawn_blocking("vote-hold", None, watch.run());
    let start = async move {
        // Fails if nobody watches any more: then nobody votes either.
        if start.await.is_err() {
            futures::future::pending().await
        }
    };
    Ok(Permission { keystore, start: start.boxed() })
}

/// Watches over a node with a new database.
struct Watch {
    parts: HoldParts,
    hold: Hold,
    gate: Gate,
    /// Lets GRANDPA begin.
    started: Option<oneshot::Sender<()>>,
}

impl Watch {
    /// Ends when the hold does.
    async fn run(mut self) {
        let mut blocks = self.parts.client.every_import_notification_stream().fuse();
        let mut proofs = self.parts.justifications.subscribe(PROOFS_WAITING).fuse();
        let mut reminder = Delay::new(REMINDER).fuse();
        self.greet();
        self.look_back().await;
        self.apply();
        loop {
            // Blocks first: what they give away must be known before they become final.
            select_biased! {
                block = blocks.next() => match block {
                    Some(block) => {
                        self.see(&block.header);
                        self.apply();
                    }
                    None => return,
                },
                proof = proofs.next() => match proof {
                    Some(proof) if self.is_over(&proof) => return self.end(&proof),
                    Some(_) => {}
                    None => return,
                },
                () = reminder => {
                    if self.hold.holds() {
                        self.say(Level::Warn, self.state());
                    }
                    reminder = Delay::new(REMINDER).fuse();
                }
            }
        }
    }

    /// Looks at the blocks that are there already, from the best one downwards.
    async fn look_back(&mut self) {
        let mut hash = self.parts.client.info().best_hash;
        for count in 1_usize.. {
            match self.parts.client.header(hash) {
                Ok(Some(header)) if *header.number() > 0 && !self.hold.holds() => {
                    self.see(&header);
                    hash = *header.parent_hash();
                }
                _ => return,
            }
            if count % HEADERS_AT_A_TIME == 0 {
                tokio::task::yield_now().await;
            }
        }
    }

    /// Takes note of a block.
    fn see(&mut self, header: &Header) {
        let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(header) else {
            return;
        };
        let HoldParts { client, keystore, .. } = &self.parts;
        let parent = matches!(client.header(*header.parent_hash()), Ok(Some(_)));
        let is_ours = || is_sealed_by(header, &keystore.sr25519_public_keys(key_types::AURA));
        let Some(suspicion) = self.hold.see(slot, parent, is_ours) else {
            return;
        };
        if let Err(error) = store(client, &self.hold.record()) {
            log::error!("A restart will forget that votes are held back: {error}");
        }
        let reason = match suspicion {
            Suspicion::OwnBlock => format!(
                "Block #{} was sealed with a key of this validator before its database was begun",
                header.number()
            ),
            Suspicion::MissingBlocks => "The database has come by warp sync, without the blocks \
                 that would tell whether this validator was there before"
                .into(),
        };
        self.say(Level::Warn, format!("{reason}. {}", self.state()));
    }

    /// Lets GRANDPA do what it may.
    fn apply(&mut self) {
        self.gate.set_closed(self.hold.holds());
        // Whoever cannot vote need not wait to follow the votes of others.
        if self.hold.may_start() || !self.parts.is_authority {
            if let Some(started) = self.started.take() {
                // Fails if the node stops before GRANDPA has begun.
                let _ = started.send(());
            }
        }
    }

    /// Whether the hold is over, now that `proof` has made a block final.
    fn is_over(&mut self, proof: &GrandpaJustification<Block>) -> bool {
        let (number, hash) = proof.target();
        let Ok(Some(header)) = self.parts.client.header(hash) else {
            return false;
        };
        let Ok(slot) = find_pre_digest::<Block, AuthoritySignature>(&header) else {
            return false;
        };
        let finalised = self.round_of(number, proof.justification.round);
        let own = self.own_round();
        self.hold.ends(slot, finalised, own)
    }

    /// The round that has made block `number` final, the `round`th of its set of voters. Of a set that
    /// is gone it is enough to know that it is.
    fn round_of(&self, number: BlockNumber, round: u64) -> Round {
        let authority_set = &self.parts.authority_set;
        // The last blocks of sets, from that of `number` on. They are not known if that is a set of
        // before a warp sync.
        let ends = authority_set.authority_set_changes();
        let is_gone =
            ends.iter_from(number.saturating_sub(1)).is_none_or(|mut ends| ends.next().is_some());
        Round { set: authority_set.set_id().saturating_sub(is_gone.into()), number: round }
    }

    fn own_round(&self) -> Option<Round> {
        let state = self.parts.voter_state.voter_state()?;
        Some(Round { number: state.best_round.0, set: self.parts.authority_set.set_id() })
    }

    /// Lets GRANDPA vote from now on, for good.
    ///
    /// Not in the round that it is in, which has begun without keys: nothing makes it ask again but the
    /// next round, another set of voters, or a restart.
    fn end(mut self, proof: &GrandpaJustification<Block>) {
        if self.hold.holds() {
            let (number, _) = proof.target();
            self.say(
                Level::Info,
                format!(
                    "Block #{number} is final: this validator votes on finality from the next round on. \
                     If none begins, since finality stands still again, restart the node"
                ),
            );
        }
        if let Err(error) = forget(&self.parts.client) {
            log::error!("After a restart votes will be held back once more: {error}");
        }
        self.gate.set_closed(false);
        if let Some(started) = self.started.take() {
            let _ = started.send(());
        }
    }

    /// Says at the start that votes have to wait.
    fn greet(&self) {
        let level = if self.hold.holds() { Level::Warn } else { Level::Info };
        self.say(level, self.state());
    }

    /// What votes wait for.
    fn state(&self) -> String {
        let born = self.hold.born_at(self.parts.slot_duration);
        let born = Date(born.try_into().unwrap_or(i64::MAX));
        if self.hold.holds() {
            format!(
                "This validator does not vote on finality until a block made after {born} is final: its \
                 database is new, it may have voted before in a round that is still open, and voting \
                 twice in a round is slashed. If finality stands still because too few others vote, read \
                 what the option --vote-on-fresh-database is for"
            )
        } else {
            format!(
                "The database is new: this validator votes on finality when it is in sync, with a block \
                 made after {born}"
            )
        }
    }

    /// Tells the operator of a validator.
    fn say(&self, level: Level, message: String) {
        if self.parts.is_authority {
            log::log!(level, "🗳  {message}");
        }
    }
}

/// Whether one of `keys` has sealed the block.
fn is_sealed_by(header: &Header, keys: &[sr25519::Public]) -> bool {
    let mut header = header.clone();
    let seal: Option<AuthoritySignature> =
        header.digest_mut().pop().and_then(|item| item.as_aura_seal());
    let hash = header.hash();
    seal.is_some_and(|seal| {
        keys.iter().any(|key| AuthorityPair::verify(&seal, hash, &AuthorityId::from(*key)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_runtime::DigestItem;

    fn header() -> Header {
        let slot = DigestItem::PreRuntime(*b"aura", vec![1; 8]);
        Header::new(
            7,
            Default::default(),
            Default::default(),
            Default::default(),
            sp_runtime::Digest { logs: vec![slot] },
        )
    }

    #[test]
    fn own_seal_is_told_from_those_of_others() {
        let [own, spare, other] = [1, 2, 3].map(|seed| AuthorityPair::from_seed(&[seed; 32]));
        let keys = [&spare, &own].map(|pair| pair.public().into());
        let mut header = header();
        assert!(!is_sealed_by(&header, &keys), "it has no seal");

        let sealed_by = |pair: &AuthorityPair| {
            let mut sealed = header.clone();
            let seal = pair.sign(header.hash().as_ref());
            sealed.digest_mut().push(DigestItem::aura_seal(seal));
            sealed
        };
        assert!(is_sealed_by(&sealed_by(&own), &keys));
        assert!(is_sealed_by(&sealed_by(&spare), &keys));
        assert!(!is_sealed_by(&sealed_by(&other), &keys));
        assert!(!is_sealed_by(&sealed_by(&own), &[]));

        let stolen = sealed_by(&own).digest_mut().pop();
        header.number += 1;
        header.digest_mut().logs.extend(stolen);
        assert!(!is_sealed_by(&header, &keys), "the seal is another block's");
    }
}
