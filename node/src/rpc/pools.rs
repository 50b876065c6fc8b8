//! `pools_*`: pools that were opened by hand.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    opaque::Block,
    reputation::pools::{views::PoolApi, PoolFilter, PoolId, PoolView},
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about pools that were opened by hand, in the state after the best block. They run on threads that
/// may block. Errors are those of [`Failure`].
#[rpc(client, server, namespace = "pools")]
pub trait PoolMethods {
    /// The pool with this name, open or resolved.
    #[method(name = "get", blocking)]
    fn get(&self, id: PoolId) -> RpcResult<PoolView<AccountId>>;

    /// The pools that `filter` lets pass, newest first: all without one. `limit` of them, 20 unless told
    /// and at most 100, after the first `offset`. Only the newest 10 000 pools are looked at.
    #[method(name = "list", blocking)]
    fn list(
        &self,
        filter: Option<PoolFilter>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<PoolView<AccountId>>>;
}

impl<C> PoolMethodsServer for Api<C, dyn PoolApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: PoolApi<Block, AccountId>,
{
    fn get(&self, id: PoolId) -> RpcResult<PoolView<AccountId>> {
        let pool = self.ask(None, |api, at| api.pool(at, id))?;
        Ok(pool.ok_or(Failure::UnknownPool(id))?)
    }

    fn list(
        &self,
        filter: Option<PoolFilter>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<PoolView<AccountId>>> {
        let limit = page::limit(limit)?;
        let (filter, offset) = (filter.unwrap_or_default(), offset.unwrap_or_default());
        Ok(self.ask(None, |api, at| api.pools(at, filter, offset, limit))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::{
        reputation::{
            pools::{Initiator, Outcome},
            Domain,
        },
        Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Pools 0 to 299. Those with odd names are resolved.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl PoolApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn pool(&self, at: Hash, id: PoolId) -> Answer<Option<PoolView<AccountId>>> {
                self.ask(at)?;
                Ok((id < 300).then(|| view(id)))
            }

            #[advanced]
            fn pools(
                &self,
                at: Hash,
                filter: PoolFilter,
                offset: u32,
                limit: u32,
            ) -> Answer<Vec<PoolView<AccountId>>> {
                self.ask(at)?;
                let all = (0..300).rev().map(view);
                Ok(all
                    .filter(|pool| filter.domain.is_none_or(|domain| domain == pool.domain))
                    .filter(|pool| filter.open.is_none_or(|open| open == pool.outcome.is_none()))
                    .skip(offset as usize)
                    .take(limit as usize)
                    .collect())
            }
        }
    }

    fn view(id: PoolId) -> PoolView<AccountId> {
        PoolView {
            id,
            post: Some(1),
            domain: if id < 3 { Domain::Compute } else { Domain::Governance },
            initiator: Initiator::Assembly,
            payer: account(2),
            fee: u128::MAX,
            mint: 3,
            issuance: 4,
            opened: 5,
            deadline: 6,
            quorum: (1, 10),
            win: (1, 2),
            binding: 1_000_000,
            redistribute: true,
            excluded: vec![account(3)],
            for_stake: 7,
            against_stake: 8,
            stakers: 9,
            outcome: (id % 2 == 1).then_some(Outcome::Rejected),
        }
    }

    async fn ask(method: &str, parameters: Value) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(Chain::new(1)));
        call(PoolMethodsServer::into_rpc(methods), method, parameters).await
    }

    /// The names of the pools in a list.
    async fn names(parameters: Value) -> Vec<u64> {
        let list = ask("pools_list", parameters).await.unwrap();
        list.as_array().unwrap().iter().map(|pool| pool["id"].as_u64().unwrap()).collect()
    }

    #[tokio::test]
    async fn pool_is_told_with_its_terms() {
        let pool = |id: PoolId, domain: &str, outcome: Value| {
            json!({
                "id": id,
                "post": 1,
                "domain": domain,
                "initiator": "assembly",
                "payer": account(2).to_string(),
                "fee": "340282366920938463463374607431768211455",
                "mint": "3",
                "issuance": "4",
                "opened": 5,
                "deadline": 6,
                "quorum": [1, 10],
                "win": [1, 2],
                "binding": 1_000_000,
                "redistribute": true,
                "excluded": [account(3).to_string()],
                "forStake": "7",
                "againstStake": "8",
                "stakers": 9,
                "outcome": outcome,
            })
        };
        assert_eq!(
            ask("pools_get", json!([3])).await.unwrap(),
            pool(3, "governance", json!("rejected"))
        );
        assert_eq!(
            ask("pools_list", json!([{ "domain": "compute", "open": true }, 1])).await.unwrap(),
            json!([pool(2, "compute", Value::Null)])
        );
    }

    #[tokio::test]
    async fn unknown_pool_fails() {
        let error = ask("pools_get", json!([300])).await.unwrap_err();
        assert_eq!((error.code(), error.message()), (20_111, "there is no pool 300"));
    }

    #[tokio::test]
    async fn lists_are_filtered_and_paged() {
        let twenty: Vec<_> = (280..300).rev().collect();
        for all in [json!([]), json!([null]), json!([{}]), json!({ "offset": 0 })] {
            assert_eq!(names(all).await, twenty);
        }
        assert_eq!(names(json!([{}, 2, 3])).await, [296, 295]);
        assert_eq!(names(json!([{ "open": false }, 2])).await, [299, 297]);
        assert_eq!(names(json!([{ "domain": "compute" }, 100, 1])).await, [1, 0]);
        assert_eq!(names(json!({ "filter": { "domain": "block" } })).await, [0; 0]);
        assert_eq!(names(json!([{}, 100])).await.len(), 100);
    }

    #[tokio::test]
    async fn too_long_lists_are_refused() {
        let error = ask("pools_list", json!([{}, 101])).await.unwrap_err();
        assert_eq!(
            (error.code(), error.message()),
            (20_009, "101 are too many for one call: ask for at most 100")
        );
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("pools_get", json!([])),
            ("pools_get", json!([-1])),
            ("pools_list", json!([{ "domain": "money" }])),
            ("pools_list", json!([{ "closed": true }])),
            ("pools_list", json!([{}, -1])),
        ] {
            let error = ask(method, parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{method} {parameters}");
        }
    }
}
