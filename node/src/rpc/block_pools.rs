//! `por_pool` and `por_pools`: what was said of blocks.

use super::{
    chain::Api,
    failure::{Failure, Place},
    range,
};
use aitbc_primitives::{
    opaque::Block,
    reputation::pools::{views::PoolApi, BlockPoolView},
    AccountId, BlockNumber, Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use pallet_validation_pool::block_pool::CLOSED_KEPT;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about the pools of blocks. The pool of a block is opened by the next one, and known for as long
/// as 600 blocks follow on the block. All run on threads that may block. Errors are those of [`Failure`].
#[rpc(client, server, namespace = "por")]
pub trait BlockPoolMethods {
    /// The pool of `block` in the state after block `at`, or after the best block. It has the members of
    /// the bench while it is open, and an outcome from then on.
    #[method(name = "pool", blocking)]
    fn pool(&self, block: BlockNumber, at: Option<Hash>) -> RpcResult<BlockPoolView<AccountId>>;

    /// The pools of the blocks `from` to `to`, both included, in the state after the best block.
    ///
    /// At most 600 blocks, none of which may be block 0. Those that have no pool are left out: block 1, the
    /// best block, and whatever was made while a migration ran.
    #[method(name = "pools", blocking)]
    fn pools(&self, from: BlockNumber, to: BlockNumber)
        -> RpcResult<Vec<BlockPoolView<AccountId>>>;
}

impl<C> Api<C, dyn PoolApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    fn pool_of(
        &self,
        block: BlockNumber,
        at: Option<Hash>,
    ) -> Result<BlockPoolView<AccountId>, Failure> {
        let place = self.place(at)?;
        self.ensure_kept(block, place)?;
        self.ask(Some(place.hash), |api, at| api.block_pool(at, block))?
            .ok_or(Failure::NoBlockPool { block, place })
    }

    fn pools_of(
        &self,
        from: BlockNumber,
        to: BlockNumber,
    ) -> Result<Vec<BlockPoolView<AccountId>>, Failure> {
        let best = self.place(None)?;
        range::ensure_allowed(from, to, best.number, CLOSED_KEPT)?;
        self.ensure_kept(from, best)?;
        self.ask(Some(best.hash), |api, at| {
            (from..=to).filter_map(|block| api.block_pool(at, block).transpose()).collect()
        })
    }

    /// Fails if the runtime has forgotten the pool of `block` in the state after `place`.
    fn ensure_kept(&self, block: BlockNumber, place: Place) -> Result<(), Failure> {
        let number = block.saturating_add(CLOSED_KEPT - 1);
        if place.number <= number {
            return Ok(());
        }
        let hash = self.client.hash(number)?.ok_or(Failure::MissingBlock(number))?;
        Err(Failure::PoolForgotten { block, place, last: Place { number, hash } })
    }
}

impl<C> BlockPoolMethodsServer for Api<C, dyn PoolApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: PoolApi<Block, AccountId>,
{
    fn pool(&self, block: BlockNumber, at: Option<Hash>) -> RpcResult<BlockPoolView<AccountId>> {
        Ok(self.pool_of(block, at)?)
    }

    fn pools(
        &self,
        from: BlockNumber,
        to: BlockNumber,
    ) -> RpcResult<Vec<BlockPoolView<AccountId>>> {
        Ok(self.pools_of(from, to)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::reputation::{
        pools::{BenchMember, Outcome, Side},
        Rep,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Pools close when ten more blocks were made, and are forgotten after 600.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl PoolApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn block_pool(
                &self,
                at: Hash,
                block: BlockNumber,
            ) -> Answer<Option<BlockPoolView<AccountId>>> {
                let now = self.ask(at)?;
                let known = block >= 2 && block < now && now < block + CLOSED_KEPT;
                let member =
                    BenchMember { account: account(2), seats: 32, vote: Some(Side::Against) };
                let closed = now >= block.saturating_add(11);
                Ok(known.then(|| BlockPoolView {
                    block,
                    author: account(1),
                    author_stake: 1,
                    mint: Rep::MAX,
                    seat: 3,
                    stake: 4,
                    closes: block + 11,
                    for_stake: 5,
                    against_stake: 6,
                    members: if closed { vec![] } else { vec![member] },
                    outcome: closed.then_some(Outcome::NoQuorum),
                    post: 7,
                    policed: 8,
                    lost: 9,
                    author_lost: 10,
                }))
            }
        }
    }

    async fn ask(
        chain: &Chain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(BlockPoolMethodsServer::into_rpc(methods), method, parameters).await
    }

    fn pool(block: BlockNumber, open: bool) -> Value {
        let bench = json!([{ "account": account(2).to_string(), "seats": 32, "vote": "against" }]);
        json!({
            "block": block,
            "author": account(1).to_string(),
            "authorStake": "1",
            "mint": "340282366920938463463374607431768211455",
            "seat": "3",
            "stake": "4",
            "closes": block + 11,
            "forStake": "5",
            "againstStake": "6",
            "members": if open { bench } else { json!([]) },
            "outcome": if open { Value::Null } else { json!("noQuorum") },
            "post": "7",
            "policed": "8",
            "lost": "9",
            "authorLost": "10",
        })
    }

    #[tokio::test]
    async fn pool_is_that_after_the_best_block_or_an_earlier_one() {
        let chain = Chain::new(20);
        assert_eq!(ask(&chain, "por_pool", json!([9])).await.unwrap(), pool(9, false));
        let earlier = json!([9, chain.hash_of(19)]);
        assert_eq!(ask(&chain, "por_pool", earlier).await.unwrap(), pool(9, true));
        assert_eq!(ask(&chain, "por_pool", json!({ "block": 10 })).await.unwrap(), pool(10, true));
    }

    #[tokio::test]
    async fn blocks_without_a_pool_are_named() {
        let chain = Chain::new(20);
        for block in [0, 1, 20, 21, BlockNumber::MAX] {
            let error = ask(&chain, "por_pool", json!([block])).await.unwrap_err();
            assert_eq!(error.code(), 20_111);
            assert_eq!(
                error.message(),
                format!(
                    "block {block} has no pool after block 20 ({:?}): pools are opened by the next \
                     block, from that of block 2 on, and not while a migration runs",
                    chain.hash_of(20)
                )
            );
        }
    }

    #[tokio::test]
    async fn forgotten_pool_is_known_after_the_block_that_the_error_names() {
        let chain = Chain::new(610);
        assert_eq!(ask(&chain, "por_pool", json!([11])).await.unwrap(), pool(11, false));

        let expected = |block: BlockNumber| {
            format!(
                "the pool of block {block} is no longer kept after block 610 ({:?}): ask after block \
                 {} ({:?}), the last to know it",
                chain.hash_of(610),
                block + 599,
                chain.hash_of(block + 599)
            )
        };
        for (method, parameters, block) in [
            ("por_pool", json!([10]), 10),
            ("por_pool", json!([2]), 2),
            ("por_pools", json!([10, 600]), 10),
        ] {
            let error = ask(&chain, method, parameters).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (20_113, expected(block).as_str()));
            let there = json!([block, chain.hash_of(block + 599)]);
            assert_eq!(ask(&chain, "por_pool", there).await.unwrap(), pool(block, false));
        }
    }

    #[tokio::test]
    async fn pools_of_a_range_are_those_that_there_are() {
        let chain = Chain::new(14);
        assert_eq!(
            ask(&chain, "por_pools", json!([1, 5])).await.unwrap(),
            json!([pool(2, false), pool(3, false), pool(4, true), pool(5, true)])
        );
        let named = json!({ "from": 13, "to": 14 });
        assert_eq!(ask(&chain, "por_pools", named).await.unwrap(), json!([pool(13, true)]));
    }

    #[tokio::test]
    async fn pools_of_an_impossible_range_fail() {
        let chain = Chain::new(CLOSED_KEPT + 1);
        let ask = async |range| ask(&chain, "por_pools", range).await;
        let most = range::tests::answer_to_the_longest(CLOSED_KEPT, ask).await;
        // The best block has no pool yet.
        assert_eq!(most.as_array().unwrap().len(), 599);
    }

    #[tokio::test]
    async fn blocks_that_cannot_be_asked_at_are_told_apart() {
        let mut chain = Chain::new(20);
        chain.first_with_state = 15;
        for (at, code) in [(chain.hash_of(14), 20_003), (Hash::repeat_byte(1), 20_001)] {
            let error = ask(&chain, "por_pool", json!([9, at])).await.unwrap_err();
            assert_eq!(error.code(), code);
        }
        chain.broken = Some(20);
        let error = ask(&chain, "por_pools", json!([2, 3])).await.unwrap_err();
        assert_eq!(error.code(), 20_005);
    }
}
