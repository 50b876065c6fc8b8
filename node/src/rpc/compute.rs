//! `compute_*`: the clock of the market.

use super::chain::Api;
use aitbc_primitives::{
    market::deadlines::{ClockFigures, DeadlinesApi},
    opaque::Block,
    Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The method about the clock of the market. Without a block `at` the best one is meant; the state after it is
/// needed. It runs on a thread that may block. Errors are those of [`Failure`](super::failure::Failure).
#[rpc(server, namespace = "compute")]
pub trait ComputeMethods {
    /// What the active clock says, why it stands still if it does, and how the agenda of deadlines keeps pace.
    #[method(name = "clock", blocking)]
    fn clock(&self, at: Option<Hash>) -> RpcResult<ClockFigures>;
}

impl<C> ComputeMethodsServer for Api<C, dyn DeadlinesApi<Block>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: DeadlinesApi<Block>,
{
    fn clock(&self, at: Option<Hash>) -> RpcResult<ClockFigures> {
        Ok(self.ask(at, |api, at| api.clock(at))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::market::deadlines::{ByClock, Why};
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl DeadlinesApi<Block> for MockChain<Runtime> {
            #[advanced]
            fn clock(&self, at: Hash) -> Answer<ClockFigures> {
                let number = self.ask(at)?;
                let is_late = number > 0;
                Ok(ClockFigures {
                    active: 2_000 * u64::from(number),
                    stopped: is_late.then_some(Why::Paused),
                    waiting: ByClock { active: 2, wall: 1 },
                    overdue: ByClock { active: 0, wall: if is_late { 500 } else { 0 } },
                    overdue_since: is_late.then_some(1_797_292_800_000),
                })
            }
        }
    }

    async fn ask(chain: &Chain, parameters: Value) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), "compute_clock", parameters).await
    }

    #[tokio::test]
    async fn clock_is_that_of_the_best_block_or_an_earlier_one() {
        let chain = Chain::new(3);
        let best = json!({
            "active": 6_000,
            "stopped": "paused",
            "waiting": { "active": 2, "wall": 1 },
            "overdue": { "active": 0, "wall": 500 },
            "overdueSince": 1_797_292_800_000_u64,
        });
        assert_eq!(ask(&chain, json!([])).await.unwrap(), best);
        let genesis = json!({
            "active": 0,
            "stopped": null,
            "waiting": { "active": 2, "wall": 1 },
            "overdue": { "active": 0, "wall": 0 },
            "overdueSince": null,
        });
        assert_eq!(ask(&chain, json!([chain.hash_of(0)])).await.unwrap(), genesis);
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let unknown = Hash::repeat_byte(1);
        let error = ask(&Chain::new(1), json!([unknown])).await.unwrap_err();
        assert_eq!(error.code(), 20_001);
        assert_eq!(error.message(), format!("no block has the hash {unknown:?}"));
    }
}
