//! A chain for tests, without a database or a Wasm runtime.

use aitbc_primitives::{
    consensus::SlotNumber, opaque::Block, AccountId, BlockNumber, Hash, Header,
};
use sp_api::{ApiError, ApiExt, ApiRef, ProvideRuntimeApi};
use sp_blockchain::{BlockStatus, HeaderBackend, Info, Result};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_runtime::{traits::Header as _, Digest, DigestItem};

/// The slot that block 0 would have: each block takes the one after its parent's.
pub const GENESIS_SLOT: SlotNumber = 900_000_000;

/// What a runtime answers.
pub type Answer<T> = std::result::Result<T, ApiError>;

/// One of 256 accounts.
pub fn account(index: u8) -> AccountId {
    AccountId::new([index; 32])
}

/// A chain of blocks without a fork.
///
/// Its runtime goes by `R`. Tests that ask it say what it answers: they have a type `R` of their own and
/// implement the runtime API for `MockChain<R>`, in [`sp_api::mock_impl_runtime_apis`].
#[derive(Clone)]
pub struct MockChain<R = ()> {
    headers: Vec<Header>,
    /// The best block; those above have not become it.
    pub best: BlockNumber,
    /// Blocks below this one have lost their state.
    pub first_with_state: BlockNumber,
    /// Headers of blocks below this one are missing.
    pub first_with_header: BlockNumber,
    /// The runtime gives up in the state after this block.
    pub broken: Option<BlockNumber>,
    /// What the runtime goes by.
    pub runtime: R,
}

impl<R> MockChain<R> {
    /// Block 0 and `best` blocks on top of it.
    pub fn new(best: BlockNumber) -> Self
    where
        R: Default,
    {
        let genesis = Header::new(
            0,
            Default::default(),
            Default::default(),
            Default::default(),
            Default::default(),
        );
        let mut headers = vec![genesis];
        for number in 1..=best {
            let slot = GENESIS_SLOT + SlotNumber::from(number);
            headers.extend(headers.last().map(|parent| header_on(parent, slot)));
        }
        Self::of(headers)
    }

    /// These blocks, from the lowest upwards.
    pub fn of(headers: Vec<Header>) -> Self
    where
        R: Default,
    {
        Self {
            best: (headers.len() - 1) as BlockNumber,
            headers,
            first_with_state: 0,
            first_with_header: 0,
            broken: None,
            runtime: R::default(),
        }
    }

    /// The hash of block `number`.
    pub fn hash_of(&self, number: BlockNumber) -> Hash {
        self.headers[number as usize].hash()
    }

    /// The header of block `number`.
    pub fn header_of(&self, number: BlockNumber) -> Header {
        self.headers[number as usize].clone()
    }

    /// The height of the block, if the runtime can be asked in the state after it.
    pub fn ask(&self, at: Hash) -> Answer<BlockNumber>
    where
        R: Send + Sync,
    {
        let number =
            self.number(at)?.ok_or_else(|| ApiError::UnknownBlock(format!("no header: {at:?}")))?;
        if number < self.first_with_state {
            return Err(ApiError::UnknownBlock(format!("no state: {at:?}")));
        }
        if self.broken == Some(number) {
            return Err(ApiError::Application("it trapped".into()));
        }
        Ok(number)
    }
}

/// The header of a block in `slot` on `parent`. Block 0 says no slot.
pub fn header_on(parent: &Header, slot: SlotNumber) -> Header {
    let claim =
        <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot.into());
    Header::new(
        parent.number + 1,
        Default::default(),
        Default::default(),
        parent.hash(),
        Digest { logs: vec![claim] },
    )
}

impl<R: Send + Sync> HeaderBackend<Block> for MockChain<R> {
    fn header(&self, hash: Hash) -> Result<Option<Header>> {
        Ok(self
            .headers
            .iter()
            .skip(self.first_with_header as usize)
            .rev()
            .find(|header| header.hash() == hash)
            .cloned())
    }

    fn info(&self) -> Info<Block> {
        Info {
            best_hash: self.hash_of(self.best),
            best_number: self.best,
            genesis_hash: self.hash_of(0),
            finalized_hash: self.hash_of(0),
            finalized_number: 0,
            finalized_state: None,
            number_leaves: 1,
            block_gap: None,
        }
    }

    fn status(&self, hash: Hash) -> Result<BlockStatus> {
        Ok(match self.header(hash)? {
            Some(_) => BlockStatus::InChain,
            None => BlockStatus::Unknown,
        })
    }

    fn number(&self, hash: Hash) -> Result<Option<BlockNumber>> {
        Ok(self.header(hash)?.map(|header| *header.number()))
    }

    fn hash(&self, number: BlockNumber) -> Result<Option<Hash>> {
        Ok(self
            .headers
            .get(number as usize)
            .filter(|_| number >= self.first_with_header)
            .map(Header::hash))
    }
}

impl<R: Clone> ProvideRuntimeApi<Block> for MockChain<R>
where
    Self: ApiExt<Block>,
{
    type Api = Self;

    fn runtime_api(&self) -> ApiRef<'_, Self> {
        self.clone().into()
    }
}
