//! `por_verdicts`: what this node says of blocks, and why.

use super::page;
use crate::service::policing::{JudgedBlock, VerdictLog};
use jsonrpsee::{core::RpcResult, proc_macros::rpc, Extensions};

/// The method about what this node thinks. Where its operator cannot be told from others it is refused:
/// who knows what a validator has seen knows how to deceive it.
#[rpc(server, namespace = "por")]
pub trait VerdictMethods {
    /// The last `limit` blocks that this node has judged or passed over, newest first: 20 unless told, at
    /// most 100. None on a node that does not validate.
    ///
    /// Errors: [`Failure::TooMany`](super::failure::Failure::TooMany).
    #[method(name = "verdicts", with_extensions)]
    fn verdicts(&self, limit: Option<u32>) -> RpcResult<Vec<JudgedBlock>>;
}

/// Answers `por_verdicts`.
pub struct Verdicts {
    log: VerdictLog,
}

impl Verdicts {
    /// Tells what is in `log`.
    pub fn new(log: VerdictLog) -> Self {
        Self { log }
    }
}

impl VerdictMethodsServer for Verdicts {
    fn verdicts(&self, caller: &Extensions, limit: Option<u32>) -> RpcResult<Vec<JudgedBlock>> {
        sc_rpc_api::check_if_safe(caller)?;
        Ok(self.log.latest(page::limit(limit)? as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mock::account, rpc::call::call, service::policing::Reason};
    use aitbc_primitives::{reputation::pools::Side, BlockNumber, Hash};
    use jsonrpsee::types::ErrorObjectOwned;
    use sc_rpc_api::DenyUnsafe;
    use serde_json::{json, Value};

    /// Asks a node that has judged blocks 1 to 30.
    async fn ask(parameters: Value, deny: DenyUnsafe) -> Result<Value, ErrorObjectOwned> {
        let log = VerdictLog::default();
        for block in 1..=30 {
            log.push(JudgedBlock {
                block,
                hash: hash(block),
                author: Some(account(1)),
                verdict: Some(Side::Against),
                reason: Some(Reason::Omission),
                left_out: Some(account(2)),
            });
        }
        let mut methods = Verdicts::new(log).into_rpc();
        methods.extensions_mut().insert(deny);
        call(methods, "por_verdicts", parameters).await
    }

    fn hash(block: BlockNumber) -> Hash {
        Hash::from_low_u64_be(block.into())
    }

    #[tokio::test]
    async fn verdicts_are_told_newest_first() {
        let verdict = |block| {
            json!({
                "block": block,
                "hash": hash(block),
                "author": account(1).to_string(),
                "verdict": "against",
                "reason": "omission",
                "leftOut": account(2).to_string(),
            })
        };
        assert_eq!(
            ask(json!([2]), DenyUnsafe::No).await.unwrap(),
            json!([verdict(30), verdict(29)])
        );
        for (parameters, expected) in [(json!([]), 20), (json!([100]), 30), (json!([0]), 0)] {
            let answer = ask(parameters, DenyUnsafe::No).await.unwrap();
            assert_eq!(answer.as_array().unwrap().len(), expected);
        }
    }

    #[tokio::test]
    async fn too_many_are_refused() {
        let error = ask(json!([101]), DenyUnsafe::No).await.unwrap_err();
        assert_eq!(
            (error.code(), error.message()),
            (20_009, "101 are too many for one call: ask for at most 100")
        );
    }

    #[tokio::test]
    async fn strangers_are_told_nothing() {
        let error = ask(json!([1]), DenyUnsafe::Yes).await.unwrap_err();
        assert_eq!(
            (error.code(), error.message()),
            (-32601, "RPC call is unsafe to be called externally")
        );
    }
}
