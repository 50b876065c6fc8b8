//! `reputation_*`: who has how much reputation.

use super::{
    answers::{Amount, Reputation},
    chain::Chain,
};
use aitbc_primitives::{
    opaque::Block,
    reputation::{Domain, ReputationApi},
    AccountId, Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

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

/// Answers `reputation_*`.
pub struct Ledger<C> {
    chain: Chain<C, dyn ReputationApi<Block, AccountId>>,
}

impl<C> Ledger<C> {
    /// Answers from the chain of `client`.
    pub fn new(client: Arc<C>) -> Self {
        Self {
            chain: Chain::new(client, "ReputationApi"),
        }
    }
}

impl<C> ReputationMethodsServer for Ledger<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: ReputationApi<Block, AccountId>,
{
    fn of(&self, domain: Domain, account: AccountId, at: Option<Hash>) -> RpcResult<Reputation> {
        let reputation = self
            .chain
            .ask(at, |api, at| api.reputation(at, domain, account))?;
        Ok(reputation.into())
    }

    fn issuance(&self, domain: Domain, at: Option<Hash>) -> RpcResult<Amount> {
        let issuance = self
            .chain
            .ask(at, |api, at| api.reputation_issuance(at, domain))?;
        Ok(Amount(issuance))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, MockChain},
        rpc::call::call,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};

    async fn ask(
        chain: &MockChain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let ledger = Ledger::new(Arc::new(chain.clone()));
        call(ledger.into_rpc(), method, parameters).await
    }

    #[tokio::test]
    async fn reputation_is_told_in_decimal_strings() {
        let parameters = json!(["governance", account(1).to_string()]);
        assert_eq!(
            ask(&MockChain::new(1), "reputation_of", parameters)
                .await
                .unwrap(),
            json!({
                "balance": "340282366920938463463374607431768211455",
                "free": "1",
                "encumbered": "2",
                "pooled": "3",
                "claimable": "4",
            })
        );
    }

    #[tokio::test]
    async fn issuance_is_that_of_a_domain_at_a_block() {
        let chain = MockChain::new(2);
        for (parameters, issuance) in [
            (json!(["block"]), "2"),
            (json!(["compute"]), "12"),
            (json!(["compute", chain.hash_of(1)]), "11"),
        ] {
            assert_eq!(
                ask(&chain, "reputation_issuance", parameters)
                    .await
                    .unwrap(),
                issuance
            );
        }
    }

    #[tokio::test]
    async fn unknown_domain_fails() {
        let error = ask(&MockChain::new(1), "reputation_issuance", json!(["Block"]))
            .await
            .unwrap_err();
        assert_eq!(error.code(), -32602);
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let parameters = json!(["block", Hash::repeat_byte(1)]);
        let error = ask(&MockChain::new(1), "reputation_issuance", parameters)
            .await
            .unwrap_err();
        assert_eq!(error.code(), 20_001);
    }
}
