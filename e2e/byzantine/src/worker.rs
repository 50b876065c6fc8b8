//! Making blocks, in slots of the node as it was told and else as it should.

use crate::{
    deed::{Deed, Forgery, Misdeeds},
    situation::{self, Situation},
    LOG_TARGET,
};
use aitbc_node::{
    client::FullClient,
    service::{authority::AuraParts, consensus, network::Network, vrf::last_slot_place},
};
use aitbc_primitives::{
    consensus::{vrf, RandomnessApi},
    opaque::Block,
    BlockNumber, Hash, Header,
};
use sc_client_api::AuxStore;
use sc_consensus::{BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult};
use sc_consensus_aura::{BuildAuraWorkerParams, SlotDuration, SlotProportion};
use sc_consensus_slots::{SimpleSlotWorker, SlotInfo, SlotWorker};
use sc_network::NetworkBlock;
use sc_network_sync::SyncingService;
use sc_service::{error::Result as ServiceResult, TaskManager};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus::{Proposal, ProposeArgs, Proposer};
use sp_consensus_aura::{
    sr25519::{AuthorityId, AuthorityPair},
    Slot,
};
use sp_core::{
    crypto::{key_types, VrfSecret},
    sr25519::{Pair, Public},
    Pair as _,
};
use sp_inherents::InherentDataProvider;
use sp_keystore::KeystorePtr;
use sp_runtime::{traits::Block as _, Digest, DigestItem};
use sp_timestamp::Timestamp;
use std::{collections::VecDeque, sync::Arc};

/// Share of a slot in which a block may be filled.
const PROPOSAL_SHARE_OF_SLOT: f32 = 1.0 / 3.0;

/// Starts making blocks, with these `misdeeds`.
pub fn start(
    misdeeds: &Misdeeds,
    network: &Network,
    task_manager: &TaskManager,
    parts: AuraParts,
) -> ServiceResult<()> {
    let AuraParts { client, select_chain, block_import, proposer_factory, keystore, telemetry } =
        parts;
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;

    let worker = sc_consensus_aura::build_aura_worker::<AuthorityPair, _, _, _, _, _, _, (), _>(
        BuildAuraWorkerParams {
            client: client.clone(),
            block_import,
            proposer_factory,
            keystore: keystore.clone(),
            sync_oracle: network.sync.clone(),
            justification_sync_link: network.sync.clone(),
            force_authoring: false,
            backoff_authoring_blocks: None,
            telemetry,
            block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SHARE_OF_SLOT),
            max_block_proposal_slot_portion: None,
            compatibility_mode: Default::default(),
        },
    );
    let misbehaving = Misbehaving {
        worker,
        client,
        keystore,
        sync: network.sync.clone(),
        slot_duration,
        deeds: misdeeds.once.iter().copied().collect(),
        withhold_tail: misdeeds.withhold_tail,
        last: 0.into(),
        height: 0,
    };
    let aura = sc_consensus_slots::start_slot_worker(
        slot_duration,
        select_chain,
        misbehaving,
        network.sync.clone(),
        consensus::slot_inherents(slot_duration),
    );
    task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
    Ok(())
}

/// Makes blocks with `W`, a worker of Aura.
struct Misbehaving<W> {
    worker: W,
    client: Arc<FullClient>,
    keystore: KeystorePtr,
    sync: Arc<SyncingService<Block>>,
    slot_duration: SlotDuration,
    /// What is yet to be done.
    deeds: VecDeque<Deed>,
    withhold_tail: bool,
    /// The slot of the last deed.
    last: Slot,
    /// The height of its blocks.
    height: BlockNumber,
}

#[async_trait::async_trait]
impl<W> SlotWorker<Block> for Misbehaving<W>
where
    W: SimpleSlotWorker<Block, Claim = AuthorityId, AuxData = Vec<AuthorityId>> + Send + Sync,
{
    async fn on_slot(&mut self, mut info: SlotInfo<Block>) -> Option<Block> {
        // The longest chain may end with a block that the others have refused.
        let best = self.client.info().best_hash;
        info.chain_head = self.client.header(best).ok()??;
        if info.slot <= self.last {
            return None;
        }
        match self.misbehave(&info.chain_head, info.slot).await {
            Ok(true) => None,
            Ok(false) => self.worker.on_slot(info).await,
            Err(error) => {
                log::warn!(target: LOG_TARGET, "Could not misbehave in slot {}: {error}", info.slot);
                None
            }
        }
    }
}

impl<W> Misbehaving<W>
where
    W: SimpleSlotWorker<Block, Claim = AuthorityId, AuxData = Vec<AuthorityId>> + Send + Sync,
{
    /// Does what is to be done in `slot`, on the best block `parent`; false if that is nothing.
    async fn misbehave(&mut self, parent: &Header, slot: Slot) -> Result<bool, String> {
        // The others ask for a refused block again until finality has passed it.
        let over = self.client.info().finalized_number >= self.height;
        let deed = self.deeds.front().copied().filter(|_| over);
        if deed.is_none() && !self.withhold_tail {
            return Ok(false);
        }
        let schedule = situation::schedule(&self.client, parent)?;
        if !situation::all_look(&self.sync, &schedule) {
            return Ok(false);
        }
        let situation = Situation::of(&self.client, parent, slot, &schedule)?;
        if situation.parent >= slot {
            return Ok(true);
        }
        let owned = |slot: Slot| {
            situation::owner(&schedule, slot)
                .filter(|key| self.keystore.has_keys(&[(key.0.to_vec(), key_types::AURA)]))
        };

        if self.withhold_tail && situation.is_in_tail() && owned(slot).is_some() {
            log::warn!(target: LOG_TARGET, "Misbehaved: withhold-tail in slot {slot}");
            return Ok(true);
        }
        let Some(deed) = deed else {
            return Ok(false);
        };
        let claimed = deed.claims(&situation, |slot| owned(slot).is_some());
        let Some((claimed, key)) = claimed.and_then(|slot| Some((slot, owned(slot)?))) else {
            return Ok(false);
        };

        let blocks = self.commit(deed, parent, claimed, key).await?;
        self.last = claimed;
        self.height = parent.number + 1;
        self.deeds.pop_front();
        log::warn!(target: LOG_TARGET, "Misbehaved: {deed} in slot {claimed}: {}", blocks.join(" "));
        Ok(true)
    }

    /// Does the deed in `slot`, which `key` owns, and returns the hashes of its blocks.
    async fn commit(
        &mut self,
        deed: Deed,
        parent: &Header,
        slot: Slot,
        key: Public,
    ) -> Result<Vec<String>, String> {
        let first = self.write(parent, slot, key).await?;
        let blocks = match deed {
            Deed::Early => vec![self.publish(first, key, ForkChoiceStrategy::LongestChain).await?],
            Deed::Equivocate | Deed::EquivocateAtRotation => {
                self.forget_slot(key)?;
                // Its VRF has the same output and another proof.
                let second = self.write(parent, slot, key).await?;
                vec![
                    self.publish(first, key, ForkChoiceStrategy::LongestChain).await?,
                    self.publish(second, key, ForkChoiceStrategy::Custom(false)).await?,
                ]
            }
            Deed::Forge(forgery) => vec![self.forge(forgery, first, parent, slot, key).await?],
        };
        Ok(blocks.iter().map(|hash| format!("{hash:?}")).collect())
    }

    /// Writes a block on `parent` as a node should, in `slot`.
    async fn write(
        &mut self,
        parent: &Header,
        slot: Slot,
        key: Public,
    ) -> Result<Proposal<Block>, String> {
        let inherents = (
            sp_consensus_aura::inherents::InherentDataProvider::new(slot),
            sp_timestamp::InherentDataProvider::new(self.time_in(slot)),
        );
        let arguments = ProposeArgs {
            inherent_data: inherents.create_inherent_data().await.map_err(text)?,
            inherent_digests: Digest { logs: self.worker.pre_digest_data(slot, &key.into()) },
            max_duration: self.slot_duration.as_duration().mul_f32(PROPOSAL_SHARE_OF_SLOT),
            ..Default::default()
        };
        let proposer = self.worker.proposer(parent).await.map_err(text)?;
        proposer.propose(arguments).await.map_err(text)
    }

    /// The time of day in `slot` that is as late in it as it is now in the current slot.
    fn time_in(&self, slot: Slot) -> Timestamp {
        let duration = self.slot_duration.as_millis();
        Timestamp::new(*slot * duration + Timestamp::current().as_millis() % duration)
    }

    /// Lets the node make another block in the last slot in which `key` made one.
    fn forget_slot(&self, key: Public) -> Result<(), String> {
        self.client.insert_aux(&[], &[&last_slot_place(&key)[..]]).map_err(text)
    }

    /// Seals a block, imports it as the node's own and announces it.
    async fn publish(
        &mut self,
        block: Proposal<Block>,
        key: Public,
        choice: ForkChoiceStrategy,
    ) -> Result<Hash, String> {
        let mut block = self.seal(block, key).await?;
        block.fork_choice = Some(choice);
        let hash = block.post_hash();
        let result = self.worker.block_import().import_block(block).await.map_err(text)?;
        self.announce(hash, result)
    }

    /// Changes what the header of a block says, seals it, puts it into the database without the checks that
    /// it would not pass, so that the others can ask for it, and announces it.
    async fn forge(
        &mut self,
        forgery: Forgery,
        mut block: Proposal<Block>,
        parent: &Header,
        slot: Slot,
        key: Public,
    ) -> Result<Hash, String> {
        let foreign = self.foreign_vrf(parent, slot)?;
        forgery.apply(&mut block.block.header.digest.logs, slot, foreign);
        let mut block = self.seal(block, key).await?;
        block.fork_choice = Some(ForkChoiceStrategy::Custom(false));
        let hash = block.post_hash();
        // The changes of the state are those of the block as it was, and so is the root in the header:
        // nothing is executed.
        let result = self.client.import_block(block).await.map_err(text)?;
        self.announce(hash, result)
    }

    /// A block as the node imports its own, sealed with `key`.
    async fn seal(
        &self,
        proposal: Proposal<Block>,
        key: Public,
    ) -> Result<BlockImportParams<Block>, String> {
        let (header, body) = proposal.block.deconstruct();
        let (hash, changes) = (header.hash(), proposal.storage_changes);
        self.worker
            .block_import_params(header, &hash, body, changes, key.into(), vec![])
            .await
            .map_err(text)
    }

    fn announce(&self, hash: Hash, result: ImportResult) -> Result<Hash, String> {
        match result {
            ImportResult::Imported(_) => {
                self.sync.announce_block(hash, None);
                Ok(hash)
            }
            other => Err(format!("the block was not imported: {other:?}")),
        }
    }

    /// A VRF for `slot` of a key that nobody knows.
    fn foreign_vrf(&self, parent: &Header, slot: Slot) -> Result<DigestItem, String> {
        let rho = self.client.runtime_api().randomness(parent.hash()).map_err(text)?.rho;
        let transcript = vrf::transcript(&self.client.info().genesis_hash, *slot, &rho);
        Ok(vrf::item(&Pair::generate().0.vrf_sign(&transcript.into())))
    }
}

fn text(error: impl ToString) -> String {
    error.to_string()
}
