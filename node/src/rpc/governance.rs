//! `governance_*`: what a vote weighs.

use super::{answers::VotingPower, chain::Chain, failure::Failure};
use aitbc_primitives::{governance::GovernanceApi, opaque::Block, AccountId, Hash};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Methods about governance. Without a block `at` the best one is meant. Errors are those of
/// [`Failure`].
#[rpc(client, server, namespace = "governance")]
pub trait GovernanceMethods {
    /// The power that `account` has in the state after a block.
    #[method(name = "votingPower")]
    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<VotingPower>;
}

/// Answers `governance_*`.
pub struct Governance<C> {
    chain: Chain<C>,
}

impl<C> Governance<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
    C::Api: GovernanceApi<Block, AccountId>,
{
    /// Answers from the chain of `client`.
    pub fn new(client: Arc<C>) -> Self {
        Self {
            chain: Chain::new(client),
        }
    }

    fn ask<R>(
        &self,
        at: Option<Hash>,
        question: impl FnOnce(&C::Api, Hash) -> Result<R, ApiError>,
    ) -> Result<R, Failure> {
        self.chain
            .ask::<dyn GovernanceApi<Block, AccountId>, R>("GovernanceApi", at, question)
    }
}

impl<C> GovernanceMethodsServer for Governance<C>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: GovernanceApi<Block, AccountId>,
{
    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<VotingPower> {
        let (power, base) = self.ask(at, |api, at| {
            let now = None;
            Ok((api.voting_power(at, account, now)?, api.voting_base(at)?))
        })?;
        Ok(VotingPower::new(power, base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, MockChain},
        rpc::call::call,
    };
    use serde_json::json;

    #[tokio::test]
    async fn power_is_told_with_what_it_is_measured_against() {
        let governance = Governance::new(Arc::new(MockChain::new(1)));
        let parameters = json!([account(1).to_string()]);
        assert_eq!(
            call(governance.into_rpc(), "governance_votingPower", parameters)
                .await
                .unwrap(),
            json!({
                "balance": "1",
                "short_average": "2",
                "long_average": "3",
                "power": "340282366920938463463374607431768211455",
                "delegated_to": account(2).to_string(),
                "frozen": "4",
                "base": "5",
            })
        );
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let governance = Governance::new(Arc::new(MockChain::new(1)));
        let parameters = json!([account(1).to_string(), Hash::repeat_byte(1)]);
        let error = call(governance.into_rpc(), "governance_votingPower", parameters)
            .await
            .unwrap_err();
        assert_eq!(error.code(), 20_001);
    }
}
