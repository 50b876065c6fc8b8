//! Which block to build on.

use aitbc_primitives::{opaque::Block, BlockNumber, Hash, Header};
use sc_consensus_aura::{find_pre_digest, SlotDuration};
use sp_blockchain::HeaderBackend;
use sp_consensus::{Error, SelectChain};
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot};
use sp_timestamp::Timestamp;
use std::sync::Arc;

/// The chain that blocks are built on: the longest, without a block at its end that is not best and whose
/// slot is yet to come.
///
/// Upstream's longest chain goes on from the best block to whatever has been built on it, best or not. So
/// an early block, on the best one, would still be what the owner of the slot in between finds at the end of
/// the chain, and that has a later slot than its own: no block would be made. From the slot of the early
/// block on, and if that in between was missed, it is a block like others.
pub struct PunctualChain<S, C> {
    longest: S,
    client: Arc<C>,
    slot_duration: SlotDuration,
}

impl<S, C> PunctualChain<S, C> {
    /// Goes by the chain that `longest` selects.
    pub fn new(longest: S, client: Arc<C>, slot_duration: SlotDuration) -> Self {
        Self { longest, client, slot_duration }
    }
}

impl<S: Clone, C> Clone for PunctualChain<S, C> {
    fn clone(&self) -> Self {
        Self {
            longest: self.longest.clone(),
            client: self.client.clone(),
            slot_duration: self.slot_duration,
        }
    }
}

impl<S, C> PunctualChain<S, C>
where
    S: SelectChain<Block>,
    C: HeaderBackend<Block>,
{
    async fn head_at(&self, now: Timestamp) -> Result<Header, Error> {
        let head = self.longest.best_chain().await?;
        let current = Slot::from_timestamp(now, self.slot_duration);
        if find_pre_digest::<Block, AuthoritySignature>(&head).is_ok_and(|slot| slot <= current) {
            return Ok(head);
        }
        let best = self.client.info().best_hash;
        if head.hash() == best {
            return Ok(head);
        }
        self.client
            .header(best)
            .map_err(|error| Error::ChainLookup(error.to_string()))?
            .ok_or_else(|| Error::ChainLookup(format!("the best block has no header: {best:?}")))
    }
}

#[async_trait::async_trait]
impl<S, C> SelectChain<Block> for PunctualChain<S, C>
where
    S: SelectChain<Block>,
    C: HeaderBackend<Block> + Send + Sync,
{
    async fn leaves(&self) -> Result<Vec<Hash>, Error> {
        self.longest.leaves().await
    }

    async fn best_chain(&self) -> Result<Header, Error> {
        self.head_at(Timestamp::current()).await
    }

    async fn finality_target(
        &self,
        base: Hash,
        highest: Option<BlockNumber>,
    ) -> Result<Hash, Error> {
        self.longest.finality_target(base, highest).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{header_on, MockChain, GENESIS_SLOT};
    use futures::executor::block_on;

    const DURATION: SlotDuration = SlotDuration::from_millis(2_000);

    /// Selects this block.
    #[derive(Clone)]
    struct Longest(Header);

    #[async_trait::async_trait]
    impl SelectChain<Block> for Longest {
        async fn leaves(&self) -> Result<Vec<Hash>, Error> {
            Ok(vec![self.0.hash()])
        }

        async fn best_chain(&self) -> Result<Header, Error> {
            Ok(self.0.clone())
        }
    }

    /// What is built on in `slot` if block 3 is best and `longest` the end of the longest chain.
    fn head_in(slot: u64, longest: Header) -> Header {
        let chain =
            PunctualChain::new(Longest(longest), Arc::new(MockChain::<()>::new(3)), DURATION);
        block_on(chain.head_at(Timestamp::new(2_000 * slot + 1))).unwrap()
    }

    #[test]
    fn early_block_is_not_built_on_before_its_slot() {
        let chain = MockChain::<()>::new(3);
        let best = chain.header(chain.hash_of(3)).unwrap().unwrap();
        let slot = GENESIS_SLOT + 5;
        let early = header_on(&best, slot);
        assert_eq!(head_in(slot - 1, early.clone()), best);
        assert_eq!(head_in(slot, early.clone()), early);
        assert_eq!(head_in(slot + 1, early.clone()), early);
    }

    #[test]
    fn best_block_is_built_on_whatever_its_slot() {
        let chain = MockChain::<()>::new(3);
        let best = chain.header(chain.hash_of(3)).unwrap().unwrap();
        assert_eq!(head_in(GENESIS_SLOT + 2, best.clone()), best);
        assert_eq!(head_in(GENESIS_SLOT + 4, best.clone()), best);
    }
}
