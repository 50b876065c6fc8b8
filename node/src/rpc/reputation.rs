//! `reputation_*`: who has how much reputation.

use super::chain::Api;
use aitbc_primitives::{
    json::Amount,
    opaque::Block,
    reputation::{Domain, Reputation, ReputationApi},
    AccountId, Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about reputation. A domain is `"block"`, `"governance"` or `"compute"`. Without a block
/// `at` the best one is meant; the state after it is needed. Each asks about one amount or one account,
/// on a thread that may block. Errors are those of [`Failure`](super::failure::Failure).
#[rpc(client, server, namespace = "reputation")]
pub trait ReputationMethods {
    /// The reputation of `account` in `domain`.
    #[method(name = "of", blocking)]
    fn of(&self, domain: Domain, account: AccountId, at: Option<Hash>) -> RpcResult<Reputation>;

    /// All reputation of `domain`, in units.
    #[method(name = "issuance", blocking)]
    fn issuance(&self, domain: Domain, at: Option<Hash>) -> RpcResult<Amount>;
}

impl<C> ReputationMethodsServer for Api<C, dyn ReputationApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: ReputationApi<Block, AccountId>,
{
    fn of(&self, domain: Domain, account: AccountId, at: Option<Hash>) -> RpcResult<Reputation> {
        Ok(self.ask(at, |api, at| api.reputation(at, domain, account))?)
    }

    fn issuance(&self, domain: Domain, at: Option<Hash>) -> RpcResult<Amount> {
        let issuance = self.ask(at, |api, at| api.reputation_issuance(at, domain))?;
        Ok(Amount(issuance))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::reputation::Rep;
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl ReputationApi<Block, AccountId> for MockChain<Runtime> {
            fn reputation(&self, domain: Domain, who: AccountId) -> Reputation {
                assert_eq!((domain, who), (Domain::Governance, account(1)));
                Reputation {
                    balance: Rep::MAX,
                    free: 1,
                    encumbered: 2,
                    pooled: 3,
                    claimable: 4,
                    earned: 5,
                }
            }

            #[advanced]
            fn reputation_issuance(&self, at: Hash, domain: Domain) -> Answer<Rep> {
                let number = self.ask(at)?;
                Ok(Rep::from(number) + if domain == Domain::Compute { 10 } else { 0 })
            }
        }
    }

    async fn ask(
        chain: &Chain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), method, parameters).await
    }

    #[tokio::test]
    async fn reputation_is_told_in_decimal_strings() {
        let parameters = json!(["governance", account(1).to_string()]);
        assert_eq!(
            ask(&Chain::new(1), "reputation_of", parameters).await.unwrap(),
            json!({
                "balance": "340282366920938463463374607431768211455",
                "free": "1",
                "encumbered": "2",
                "pooled": "3",
                "claimable": "4",
                "earned": "5",
            })
        );
    }

    #[tokio::test]
    async fn issuance_is_that_of_a_domain_at_a_block() {
        let chain = Chain::new(2);
        for (parameters, issuance) in [
            (json!(["block"]), "2"),
            (json!(["compute"]), "12"),
            (json!(["compute", chain.hash_of(1)]), "11"),
        ] {
            assert_eq!(ask(&chain, "reputation_issuance", parameters).await.unwrap(), issuance);
        }
    }

    #[tokio::test]
    async fn unknown_domain_fails() {
        let error = ask(&Chain::new(1), "reputation_issuance", json!(["Block"])).await.unwrap_err();
        assert_eq!(error.code(), -32602);
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let parameters = json!(["block", Hash::repeat_byte(1)]);
        let error = ask(&Chain::new(1), "reputation_issuance", parameters).await.unwrap_err();
        assert_eq!(error.code(), 20_001);
    }
}
