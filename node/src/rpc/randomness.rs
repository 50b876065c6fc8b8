//! `por_randomness`: what the order of slots is drawn by.

use super::chain::Api;
use aitbc_primitives::{
    consensus::{Randomness, RandomnessApi},
    opaque::Block,
    Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// The method about randomness. Without a block `at` the best one is meant; the state after it is needed.
/// It runs on a thread that may block. Errors are those of [`Failure`](super::failure::Failure).
#[rpc(client, server, namespace = "por")]
pub trait RandomnessMethods {
    /// The randomness of the session of block `at`, and the VRF outputs of that block and its parent.
    #[method(name = "randomness", blocking)]
    fn randomness(&self, at: Option<Hash>) -> RpcResult<Randomness>;
}

impl<C> RandomnessMethodsServer for Api<C, dyn RandomnessApi<Block>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: RandomnessApi<Block>,
{
    fn randomness(&self, at: Option<Hash>) -> RpcResult<Randomness> {
        Ok(self.ask(at, |api, at| api.randomness(at))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{Answer, MockChain, GENESIS_SLOT},
        rpc::call::call,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use sp_core::H256;
    use std::sync::Arc;

    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl RandomnessApi<Block> for MockChain<Runtime> {
            #[advanced]
            fn randomness(&self, at: Hash) -> Answer<Randomness> {
                let number = self.ask(at)?;
                Ok(Randomness {
                    session: 3,
                    rho: H256([1; 32]),
                    cut_off: (number > 0).then_some(GENESIS_SLOT + 14),
                    output: H256([2; 32]),
                    parent_output: H256([3; 32]),
                })
            }
        }
    }

    async fn ask(chain: &Chain, parameters: Value) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), "por_randomness", parameters).await
    }

    #[tokio::test]
    async fn randomness_is_that_of_the_best_block_or_an_earlier_one() {
        let chain = Chain::new(1);
        let expected = |cut_off: Value| {
            json!({
                "session": 3,
                "randomness": format!("0x{}", "01".repeat(32)),
                "cutOff": cut_off,
                "output": format!("0x{}", "02".repeat(32)),
                "parentOutput": format!("0x{}", "03".repeat(32)),
            })
        };
        let began = expected(json!(GENESIS_SLOT + 14));
        assert_eq!(ask(&chain, json!([])).await.unwrap(), began);
        let genesis = json!([chain.hash_of(0)]);
        assert_eq!(ask(&chain, genesis).await.unwrap(), expected(Value::Null));
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let unknown = Hash::repeat_byte(1);
        let error = ask(&Chain::new(1), json!([unknown])).await.unwrap_err();
        assert_eq!(error.code(), 20_001);
        assert_eq!(error.message(), format!("no block has the hash {unknown:?}"));
    }
}
