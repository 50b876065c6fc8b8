//! `governance_*`: what a vote weighs.

use super::chain::Api;
use aitbc_primitives::{
    governance::{GovernanceApi, VotingPower},
    json::Amount,
    opaque::Block,
    AccountId, Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The power of an account and what it is measured against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasuredPower {
    /// The power and where it comes from.
    #[serde(flatten)]
    pub power: VotingPower<AccountId>,
    /// All tokens outside of pots, in the smallest unit.
    pub base: Amount,
}

/// Methods about governance. Without a block `at` the best one is meant; the state after it is needed.
/// Errors are those of [`Failure`](super::failure::Failure).
#[rpc(client, server, namespace = "governance")]
pub trait GovernanceMethods {
    /// The power that `account`, one at a time, has in the state after a block. Runs on a thread that
    /// may block.
    #[method(name = "votingPower", blocking)]
    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<MeasuredPower>;
}

impl<C> GovernanceMethodsServer for Api<C, dyn GovernanceApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: GovernanceApi<Block, AccountId>,
{
    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<MeasuredPower> {
        let (power, base) = self.ask(at, |api, at| {
            let now = None;
            Ok((api.voting_power(at, account, now)?, api.voting_base(at)?))
        })?;
        let base = Amount(base);
        Ok(MeasuredPower { power, base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::{Balance, Moment};
    use serde_json::json;
    use std::sync::Arc;

    #[derive(Clone, Default)]
    struct Runtime;

    sp_api::mock_impl_runtime_apis! {
        impl GovernanceApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn voting_power(
                &self,
                at: Hash,
                _: AccountId,
                _: Option<Moment>,
            ) -> Answer<VotingPower<AccountId>> {
                self.ask(at)?;
                Ok(VotingPower {
                    balance: 1,
                    short_average: 2,
                    long_average: 3,
                    power: Balance::MAX,
                    delegated_to: Some(account(2)),
                    frozen: 4,
                })
            }

            fn voting_base(&self) -> Balance {
                5
            }
        }
    }

    fn methods() -> impl GovernanceMethodsServer {
        Api::new(Arc::new(MockChain::<Runtime>::new(1)))
    }

    #[tokio::test]
    async fn power_is_told_with_what_it_is_measured_against() {
        let parameters = json!([account(1).to_string()]);
        assert_eq!(
            call(methods().into_rpc(), "governance_votingPower", parameters).await.unwrap(),
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
        let parameters = json!([account(1).to_string(), Hash::repeat_byte(1)]);
        let error =
            call(methods().into_rpc(), "governance_votingPower", parameters).await.unwrap_err();
        assert_eq!(error.code(), 20_001);
    }
}
