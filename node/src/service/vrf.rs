//! The VRF by which each block of this node adds to the randomness of the chain.
//!
//! Whoever writes a block also decides what its header says before it is executed, so this stands around the
//! writer, and stock Aura and sealing on demand use it alike. What the VRF is over and who verifies it is in
//! [`aitbc_primitives::consensus::vrf`] and in the VRF beacon of the runtime.

use super::equivocation::Halt;
use aitbc_primitives::{
    consensus::{vrf, PorApi, RandomnessApi},
    opaque::Block,
    AccountId, Hash, Header,
};
use codec::{Decode, Encode};
use futures::{future::BoxFuture, FutureExt, TryFutureExt};
use sc_client_api::AuxStore;
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::{Environment, Proposal, ProposeArgs, Proposer};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature, Slot};
use sp_core::{crypto::key_types, sr25519::Public};
use sp_keystore::KeystorePtr;
use sp_runtime::{Digest, DigestItem};
use std::{error::Error, fmt, sync::Arc};
use substrate_prometheus_endpoint::{register, CounterVec, Opts, PrometheusError, Registry, U64};

/// Where the last slot in which a key made a block is in the database, followed by the key.
const LAST_SLOT: &[u8] = b"aitbc/last-slot/";

/// Why a block has no VRF, and so is not made.
#[derive(Debug)]
pub enum VrfFault {
    /// The slot is this account's, whose key the node does not have.
    NoKey(AccountId),
    /// The keystore cannot sign.
    Keystore(sp_keystore::Error),
    /// The runtime in the state after the parent does not know of randomness.
    RuntimeTooOld,
    /// The slot is not above this one, in which the node has made a block.
    SlotTaken(Slot),
    /// Another node makes blocks with the keys of this one.
    KeysElsewhere,
    /// The chain cannot be read.
    Chain(String),
}

impl VrfFault {
    /// All faults, as metrics name them.
    const REASONS: [&'static str; 6] =
        ["no_key", "keystore", "runtime", "slot", "keys_elsewhere", "chain"];

    fn reason(&self) -> &'static str {
        let [no_key, keystore, runtime, slot, keys_elsewhere, chain] = Self::REASONS;
        match self {
            Self::NoKey(_) => no_key,
            Self::Keystore(_) => keystore,
            Self::RuntimeTooOld => runtime,
            Self::SlotTaken(_) => slot,
            Self::KeysElsewhere => keys_elsewhere,
            Self::Chain(_) => chain,
        }
    }
}

impl fmt::Display for VrfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey(account) => write!(
                f,
                "block production key of {account} is not in the keystore: add --dev or --alice"
            ),
            Self::Keystore(error) => write!(f, "the keystore could not make a VRF: {error}"),
            Self::RuntimeTooOld => {
                f.write_str("the runtime of the parent block is too old: it has no RandomnessApi")
            }
            Self::SlotTaken(slot) => write!(
                f,
                "this node has already made a block in slot {slot}: is its clock right, or does another \
                 node use its keys?"
            ),
            Self::KeysElsewhere => f.write_str(
                "another node makes blocks with the keys of this one, which makes none until it is \
                 restarted: the log names the first such block",
            ),
            Self::Chain(error) => write!(f, "the chain could not be read for a VRF: {error}"),
        }
    }
}

impl Error for VrfFault {}

impl From<sp_blockchain::Error> for VrfFault {
    fn from(error: sp_blockchain::Error) -> Self {
        Self::Chain(error.to_string())
    }
}

/// What VRFs are made with.
pub struct VrfParts<C> {
    /// Access to the chain.
    pub client: Arc<C>,
    /// The keys that own slots.
    pub keystore: KeystorePtr,
    /// Whether no slot is taken twice, nor any before it, by one key. So it must be where others see the
    /// blocks: a clock that steps back makes no second block in a slot. A chain that is sealed on demand
    /// may branch.
    pub guarded: bool,
    /// Whether no block must be made any more.
    pub halt: Halt,
}

/// Has blocks written by `F`, with a VRF in the header.
pub struct VrfProposerFactory<F, C> {
    inner: F,
    signer: Arc<Signer<C>>,
}

impl<F, C> VrfProposerFactory<F, C> {
    /// Has blocks written by `inner`, and counts the faults in `registry`, if there is one. Fails if that
    /// counts them already.
    pub fn new(
        inner: F,
        parts: VrfParts<C>,
        registry: Option<&Registry>,
    ) -> Result<Self, PrometheusError> {
        let faults = registry.map(faults).transpose()?;
        Ok(Self { inner, signer: Arc::new(Signer { parts, faults }) })
    }
}

/// The counter of faults, each at zero.
fn faults(registry: &Registry) -> Result<CounterVec<U64>, PrometheusError> {
    let help = "Blocks that this node did not make because their VRF could not be made";
    let faults = register(
        CounterVec::new(Opts::new("aitbc_vrf_failures_total", help), &["reason"])?,
        registry,
    )?;
    for reason in VrfFault::REASONS {
        faults.with_label_values(&[reason]).reset();
    }
    Ok(faults)
}

impl<F, C> Environment<Block> for VrfProposerFactory<F, C>
where
    F: Environment<Block>,
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + AuxStore + 'static,
    C::Api: PorApi<Block, AccountId> + RandomnessApi<Block>,
{
    type Proposer = VrfProposer<F::Proposer, C>;
    type CreateProposer = BoxFuture<'static, Result<Self::Proposer, F::Error>>;
    type Error = F::Error;

    fn init(&mut self, parent: &Header) -> Self::CreateProposer {
        let (parent_hash, signer) = (parent.hash(), self.signer.clone());
        self.inner
            .init(parent)
            .map_ok(move |inner| VrfProposer { inner, parent: parent_hash, signer })
            .boxed()
    }
}

/// Has one block written, with a VRF in the header.
pub struct VrfProposer<P, C> {
    inner: P,
    parent: Hash,
    signer: Arc<Signer<C>>,
}

impl<P, C> VrfProposer<P, C>
where
    P: Proposer<Block>,
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + AuxStore,
    C::Api: PorApi<Block, AccountId> + RandomnessApi<Block>,
{
    async fn write(self, mut args: ProposeArgs<Block>) -> Result<Proposal<Block>, P::Error> {
        let Self { inner, parent, signer } = self;
        let claim = signer.count(signer.claim(parent, &args.inherent_digests))?;
        args.inherent_digests.logs.extend(claim.iter().map(|claim| claim.item.clone()));
        let proposal = inner.propose(args).await?;
        signer.count(signer.note(claim))?;
        Ok(proposal)
    }
}

impl<P, C> Proposer<Block> for VrfProposer<P, C>
where
    P: Proposer<Block> + Send + 'static,
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + AuxStore + 'static,
    C::Api: PorApi<Block, AccountId> + RandomnessApi<Block>,
{
    type Error = P::Error;
    type Proposal = BoxFuture<'static, Result<Proposal<Block>, P::Error>>;

    fn propose(self, args: ProposeArgs<Block>) -> Self::Proposal {
        self.write(args).boxed()
    }
}

/// Makes the VRFs.
struct Signer<C> {
    parts: VrfParts<C>,
    faults: Option<CounterVec<U64>>,
}

/// What a block in a slot needs.
struct Claim {
    slot: Slot,
    key: Public,
    item: DigestItem,
}

impl<C> Signer<C> {
    /// Counts a fault, and gives it the form in which writers of blocks fail.
    fn count<T>(&self, result: Result<T, VrfFault>) -> Result<T, sp_consensus::Error> {
        result.map_err(|fault| {
            if let Some(faults) = &self.faults {
                faults.with_label_values(&[fault.reason()]).inc();
            }
            sp_consensus::Error::Other(Box::new(fault))
        })
    }
}

impl<C> Signer<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + AuxStore,
    C::Api: PorApi<Block, AccountId> + RandomnessApi<Block>,
{
    /// Makes the VRF of a block on `parent` whose header will begin with `digest`. There is none if that
    /// says no slot: then the block has no producer.
    fn claim(&self, parent: Hash, digest: &Digest) -> Result<Option<Claim>, VrfFault> {
        let Some(slot) = digest
            .logs
            .iter()
            .find_map(CompatibleDigestItem::<AuthoritySignature>::as_aura_pre_digest)
        else {
            return Ok(None);
        };
        let VrfParts { client, keystore, guarded, halt } = &self.parts;
        if halt.is_set() {
            return Err(VrfFault::KeysElsewhere);
        }
        let api = client.runtime_api();
        let too_old = |error: ApiError| match api.has_api::<dyn RandomnessApi<Block>>(parent) {
            Ok(false) => VrfFault::RuntimeTooOld,
            _ => VrfFault::Chain(error.to_string()),
        };

        let schedule = api.schedule(parent).map_err(too_old)?;
        let producer = slot
            .checked_rem(schedule.order.len() as u64)
            .and_then(|place| schedule.order.get(place as usize))
            .and_then(|index| schedule.producers.get(usize::from(*index)))
            .ok_or_else(|| VrfFault::Chain("nobody produces blocks".into()))?;
        if *guarded {
            if let Some(last) = self.last_slot(&producer.key)?.filter(|last| slot <= *last) {
                return Err(VrfFault::SlotTaken(last));
            }
        }

        let rho = api.randomness(parent).map_err(too_old)?.rho;
        let transcript = vrf::transcript(&client.info().genesis_hash, *slot, &rho);
        let signature = keystore
            .sr25519_vrf_sign(key_types::AURA, &producer.key, &transcript.into())
            .map_err(VrfFault::Keystore)?
            .ok_or_else(|| VrfFault::NoKey(producer.account.clone()))?;
        Ok(Some(Claim { slot, key: producer.key, item: vrf::item(&signature) }))
    }

    /// Takes down that the block was made. It is not if somebody else's of the same key came meanwhile.
    fn note(&self, claim: Option<Claim>) -> Result<(), VrfFault> {
        if self.parts.halt.is_set() {
            return Err(VrfFault::KeysElsewhere);
        }
        if let Some(Claim { slot, key, .. }) = claim.filter(|_| self.parts.guarded) {
            self.parts
                .client
                .insert_aux(&[(&last_slot_place(&key)[..], &slot.encode()[..])], &[])?;
        }
        Ok(())
    }

    /// The last slot in which `key` made a block on this node.
    fn last_slot(&self, key: &Public) -> Result<Option<Slot>, VrfFault> {
        let Some(encoded) = self.parts.client.get_aux(&last_slot_place(key))? else {
            return Ok(None);
        };
        let slot = Slot::decode(&mut &encoded[..]).map_err(|error| {
            VrfFault::Chain(format!("the database has a damaged record of the last slot: {error}"))
        })?;
        Ok(Some(slot))
    }
}

/// Where the last slot in which `key` made a block is in the database.
pub fn last_slot_place(key: &Public) -> Vec<u8> {
    [LAST_SLOT, &key.0].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{account, Answer, MockChain, GENESIS_SLOT};
    use aitbc_primitives::consensus::{Producer, Randomness, SessionSchedule, SlotNumber};
    use futures::{executor::block_on, future};
    use sp_core::H256;
    use sp_keystore::{testing::MemoryKeystore, Keystore};
    use sp_runtime::traits::Header as _;
    use std::{
        collections::BTreeMap,
        sync::{Mutex, MutexGuard},
    };

    const RHO: H256 = H256([7; 32]);

    /// Accounts 1 and 2 take turns, each with a key of its own.
    #[derive(Clone, Default)]
    struct Runtime {
        keys: Vec<Public>,
        aux: Arc<Mutex<BTreeMap<Vec<u8>, Vec<u8>>>>,
    }

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl PorApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn schedule(&self, at: Hash) -> Answer<SessionSchedule<AccountId>> {
                self.ask(at)?;
                let producers = (1..).zip(&self.runtime.keys).map(|(index, key)| Producer {
                    account: account(index),
                    key: *key,
                    weight: 1,
                    slots: 1,
                });
                Ok(SessionSchedule {
                    session: 0,
                    start: GENESIS_SLOT,
                    length: 2,
                    slot: GENESIS_SLOT,
                    producers: producers.collect(),
                    order: (0..).take(self.runtime.keys.len()).collect(),
                })
            }
        }

        impl RandomnessApi<Block> for MockChain<Runtime> {
            fn randomness(&self) -> Randomness {
                Randomness { rho: RHO, ..Default::default() }
            }
        }
    }

    impl Chain {
        fn aux(&self) -> MutexGuard<'_, BTreeMap<Vec<u8>, Vec<u8>>> {
            self.runtime.aux.lock().unwrap()
        }
    }

    impl AuxStore for Chain {
        fn insert_aux<
            'a,
            'b: 'a,
            'c: 'a,
            I: IntoIterator<Item = &'a (&'c [u8], &'c [u8])>,
            D: IntoIterator<Item = &'a &'b [u8]>,
        >(
            &self,
            insert: I,
            _: D,
        ) -> sp_blockchain::Result<()> {
            self.aux()
                .extend(insert.into_iter().map(|(key, value)| (key.to_vec(), value.to_vec())));
            Ok(())
        }

        fn get_aux(&self, key: &[u8]) -> sp_blockchain::Result<Option<Vec<u8>>> {
            Ok(self.aux().get(key).cloned())
        }
    }

    /// Writes empty blocks, unless it is `broken`.
    #[derive(Clone, Default)]
    struct Writer {
        broken: bool,
        /// Set while a block is written.
        halt: Option<Halt>,
    }

    impl Environment<Block> for Writer {
        type Proposer = Self;
        type CreateProposer = future::Ready<Result<Self, sp_consensus::Error>>;
        type Error = sp_consensus::Error;

        fn init(&mut self, _: &Header) -> Self::CreateProposer {
            future::ok(self.clone())
        }
    }

    impl Proposer<Block> for Writer {
        type Error = sp_consensus::Error;
        type Proposal = future::Ready<Result<Proposal<Block>, sp_consensus::Error>>;

        fn propose(self, args: ProposeArgs<Block>) -> Self::Proposal {
            if self.broken {
                return future::err(sp_consensus::Error::InvalidAuthoritiesSet);
            }
            if let Some(halt) = &self.halt {
                halt.set();
            }
            let header = Header::new(
                1,
                Default::default(),
                Default::default(),
                Default::default(),
                args.inherent_digests,
            );
            let block = Block { header, extrinsics: vec![] };
            future::ok(Proposal { block, storage_changes: Default::default() })
        }
    }

    /// A node with the keys of the producers, both of them or one.
    struct Node {
        chain: Chain,
        factory: VrfProposerFactory<Writer, Chain>,
    }

    impl Node {
        fn new(keys: usize, guarded: bool) -> Self {
            let keystore = MemoryKeystore::new();
            let mut chain = Chain::new(0);
            let key = |keystore: &MemoryKeystore| {
                keystore.sr25519_generate_new(key_types::AURA, None).unwrap()
            };
            chain.runtime.keys = (0..2)
                .map(
                    |index| if index < keys { key(&keystore) } else { key(&MemoryKeystore::new()) },
                )
                .collect();
            let parts = VrfParts {
                client: Arc::new(chain.clone()),
                keystore: keystore.into(),
                guarded,
                halt: Halt::default(),
            };
            let factory =
                VrfProposerFactory::new(Writer::default(), parts, Some(&Registry::new())).unwrap();
            Self { chain, factory }
        }

        /// Makes a block on block 0 and returns what its header begins with.
        fn make(&mut self, digest: Digest) -> Result<Digest, String> {
            let parent = self.chain.header(self.chain.hash_of(0)).unwrap().unwrap();
            let args = ProposeArgs { inherent_digests: digest, ..Default::default() };
            let writer = block_on(self.factory.init(&parent)).map_err(|error| error.to_string())?;
            let proposal = block_on(writer.propose(args)).map_err(|error| error.to_string())?;
            Ok(proposal.block.header.digest)
        }

        fn make_in(&mut self, slot: SlotNumber) -> Result<Digest, String> {
            self.make(claim(slot))
        }

        fn faults(&self, reason: &str) -> u64 {
            self.factory.signer.faults.as_ref().unwrap().with_label_values(&[reason]).get()
        }
    }

    fn claim(slot: SlotNumber) -> Digest {
        let claim =
            <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot.into());
        Digest { logs: vec![claim] }
    }

    const TAKEN: &str =
        "this node has already made a block in slot 900000007: is its clock right, or \
                         does another node use its keys?";

    #[test]
    fn header_has_a_vrf_of_the_producer_after_the_slot() {
        let mut node = Node::new(2, true);
        let genesis = node.chain.hash_of(0);
        for slot in [GENESIS_SLOT + 4, GENESIS_SLOT + 5] {
            let digest = node.make_in(slot).unwrap();
            assert_eq!(digest.logs[..1], claim(slot).logs);
            assert_eq!(digest.logs.len(), 2);
            let key = node.chain.runtime.keys[(slot % 2) as usize];
            let transcript = vrf::transcript(&genesis, slot, &RHO);
            assert!(vrf::output(&key, transcript, &vrf::find(&digest).unwrap()).is_ok());
        }
    }

    #[test]
    fn block_without_a_slot_has_no_vrf() {
        let mut node = Node::new(0, true);
        assert_eq!(node.make(Digest::default()), Ok(Digest::default()));
        assert!(node.chain.aux().is_empty());
    }

    #[test]
    fn missing_key_is_named() {
        let mut node = Node::new(1, false);
        assert!(node.make_in(GENESIS_SLOT + 6).is_ok());
        assert_eq!(
            node.make_in(GENESIS_SLOT + 7),
            Err(format!(
                "block production key of {} is not in the keystore: add --dev or --alice",
                account(2)
            ))
        );
        assert_eq!(node.faults("no_key"), 1);
    }

    #[test]
    fn slot_that_is_not_above_the_last_one_is_skipped() {
        let mut node = Node::new(2, true);
        let slot = GENESIS_SLOT + 7;
        assert!(node.make_in(slot).is_ok());
        // Each key has slots of its own.
        assert!(node.make_in(slot - 1).is_ok());
        for taken in [slot, slot - 2] {
            assert_eq!(node.make_in(taken), Err(TAKEN.into()));
        }
        assert_eq!(node.faults("slot"), 2);
        assert!(node.make_in(slot + 2).is_ok());
    }

    #[test]
    fn last_slot_outlives_the_node() {
        let mut node = Node::new(2, true);
        node.make_in(GENESIS_SLOT + 7).unwrap();
        let key = node.chain.runtime.keys[1];
        assert_eq!(
            *node.chain.aux(),
            BTreeMap::from([(
                [&b"aitbc/last-slot/"[..], &key.0].concat(),
                (GENESIS_SLOT + 7).to_le_bytes().to_vec()
            )])
        );
    }

    #[test]
    fn slot_without_a_block_is_not_taken() {
        let mut node = Node::new(2, true);
        node.factory.inner.broken = true;
        assert!(node.make_in(GENESIS_SLOT + 7).is_err());
        assert!(node.chain.aux().is_empty());
        node.factory.inner.broken = false;
        assert!(node.make_in(GENESIS_SLOT + 7).is_ok());
    }

    const ELSEWHERE: &str =
        "another node makes blocks with the keys of this one, which makes none until it \
                             is restarted: the log names the first such block";

    #[test]
    fn node_whose_keys_are_used_elsewhere_makes_no_more_blocks() {
        let mut node = Node::new(2, true);
        assert!(node.make_in(GENESIS_SLOT + 7).is_ok());
        node.factory.signer.parts.halt.set();
        for slot in [GENESIS_SLOT + 8, GENESIS_SLOT + 9] {
            assert_eq!(node.make_in(slot), Err(ELSEWHERE.into()));
        }
        assert_eq!(node.faults("keys_elsewhere"), 2);
    }

    #[test]
    fn block_of_an_own_key_that_comes_meanwhile_is_enough() {
        let mut node = Node::new(2, true);
        node.factory.inner.halt = Some(node.factory.signer.parts.halt.clone());
        assert_eq!(node.make_in(GENESIS_SLOT + 7), Err(ELSEWHERE.into()));
        assert_eq!(node.faults("keys_elsewhere"), 1);
        assert!(node.chain.aux().is_empty());
    }

    #[test]
    fn sealed_chains_may_branch() {
        let mut node = Node::new(2, false);
        for _ in 0..2 {
            assert!(node.make_in(GENESIS_SLOT + 7).is_ok());
        }
        assert!(node.chain.aux().is_empty());
    }

    #[test]
    fn chain_that_cannot_be_read_is_named() {
        let mut node = Node::new(2, true);
        node.chain.aux().insert(last_slot_place(&node.chain.runtime.keys[1]), vec![1]);
        let error = node.make_in(GENESIS_SLOT + 7).unwrap_err();
        assert!(
            error.starts_with("the chain could not be read for a VRF: the database"),
            "{error}"
        );
        assert_eq!(node.faults("chain"), 1);
        assert_eq!(
            ["keystore", "runtime", "slot", "keys_elsewhere"].map(|reason| node.faults(reason)),
            [0; 4]
        );
    }

    #[test]
    fn faults_are_counted_in_one_place() {
        let registry = Registry::new();
        assert!(faults(&registry).is_ok());
        assert!(faults(&registry).is_err());
    }
}
