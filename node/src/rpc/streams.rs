//! `streams_*`: money that flows by the second.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    market::escrow::{views::EscrowApi, EscrowId, StreamView},
    opaque::Block,
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about streams, in the state after the best block. They run on threads that may block. Errors are
/// those of [`Failure`].
#[rpc(client, server, namespace = "streams")]
pub trait StreamMethods {
    /// The open stream with this number.
    #[method(name = "get", blocking)]
    fn get(&self, id: EscrowId) -> RpcResult<StreamView<AccountId>>;

    /// The open streams of an account, which pays them or is paid, newest first: `limit` of them, 20 unless
    /// told and at most 100, that are older than the stream `after`.
    #[method(name = "list", blocking)]
    fn list(
        &self,
        account: AccountId,
        limit: Option<u32>,
        after: Option<EscrowId>,
    ) -> RpcResult<Vec<StreamView<AccountId>>>;
}

impl<C> StreamMethodsServer for Api<C, dyn EscrowApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: EscrowApi<Block, AccountId>,
{
    fn get(&self, id: EscrowId) -> RpcResult<StreamView<AccountId>> {
        let stream = self.ask(None, |api, at| api.get_stream(at, id))?;
        Ok(stream.ok_or(Failure::UnknownStream(id))?)
    }

    fn list(
        &self,
        account: AccountId,
        limit: Option<u32>,
        after: Option<EscrowId>,
    ) -> RpcResult<Vec<StreamView<AccountId>>> {
        let limit = page::limit(limit)?;
        Ok(self.ask(None, |api, at| api.list_streams(at, account, limit, after))?)
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
        market::escrow::{EscrowCheck, EscrowDraft, EscrowFigures, EscrowView, Party},
        Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Streams 0 to 299, all from account 1 to account 2.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl EscrowApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn get(&self, at: Hash, _: EscrowId) -> Answer<Option<EscrowView<AccountId>>> {
                self.ask(at)?;
                Ok(None)
            }

            #[advanced]
            fn list(
                &self,
                at: Hash,
                _: AccountId,
                _: Option<Party>,
                _: u32,
                _: Option<EscrowId>,
            ) -> Answer<Vec<EscrowView<AccountId>>> {
                self.ask(at)?;
                Ok(vec![])
            }

            #[advanced]
            fn check(&self, at: Hash, _: EscrowDraft<AccountId>) -> Answer<EscrowCheck> {
                self.ask(at)?;
                Ok(EscrowCheck::Refused("SameParty".into()))
            }

            #[advanced]
            fn get_stream(&self, at: Hash, id: EscrowId) -> Answer<Option<StreamView<AccountId>>> {
                self.ask(at)?;
                Ok((id < 300).then(|| view(id)))
            }

            #[advanced]
            fn list_streams(
                &self,
                at: Hash,
                who: AccountId,
                limit: u32,
                after: Option<EscrowId>,
            ) -> Answer<Vec<StreamView<AccountId>>> {
                self.ask(at)?;
                let number = if who == account(3) { 0 } else { after.unwrap_or(300) };
                Ok((0..number).rev().map(view).take(limit as usize).collect())
            }

            #[advanced]
            fn figures(&self, at: Hash) -> Answer<EscrowFigures> {
                self.ask(at)?;
                Ok(EscrowFigures::default())
            }
        }
    }

    fn view(id: EscrowId) -> StreamView<AccountId> {
        StreamView {
            id,
            controlled: true,
            payer: account(1),
            beneficiary: account(2),
            rate: 1,
            prepaid: u128::MAX,
            fee: 2,
            paid: 3,
            fee_paid: 4,
            owed: 5,
            held: 6,
            started: 7,
            ends: 8,
        }
    }

    async fn ask(method: &str, parameters: Value) -> Result<Value, ErrorObjectOwned> {
        ask_chain(&Chain::new(1), method, parameters).await
    }

    async fn ask_chain(
        chain: &Chain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), method, parameters).await
    }

    /// The numbers of the streams in a list.
    async fn numbers(parameters: Value) -> Vec<u64> {
        let list = ask("streams_list", parameters).await.unwrap();
        list.as_array().unwrap().iter().map(|stream| stream["id"].as_u64().unwrap()).collect()
    }

    #[tokio::test]
    async fn stream_is_told_with_what_is_owed() {
        let stream = json!({
            "id": 9,
            "controlled": true,
            "payer": account(1).to_string(),
            "beneficiary": account(2).to_string(),
            "rate": "1",
            "prepaid": "340282366920938463463374607431768211455",
            "fee": "2",
            "paid": "3",
            "feePaid": "4",
            "owed": "5",
            "held": "6",
            "started": 7,
            "ends": 8,
        });
        assert_eq!(ask("streams_get", json!([9])).await.unwrap(), stream);
    }

    #[tokio::test]
    async fn unknown_stream_fails() {
        let error = ask("streams_get", json!([300])).await.unwrap_err();
        assert_eq!((error.code(), error.message()), (20_402, "there is no open stream 300"));
    }

    #[tokio::test]
    async fn lists_are_newest_first_and_paged() {
        let account = account(1).to_string();
        let twenty: Vec<_> = (280..300).rev().collect();
        assert_eq!(numbers(json!([account])).await, twenty);
        assert_eq!(numbers(json!([account, 2, 9])).await, [8, 7]);
        assert_eq!(numbers(json!({ "account": account, "after": 1 })).await, [0]);
        assert_eq!(numbers(json!([account, 100])).await.len(), 100);
        let error = ask("streams_list", json!([account, 101])).await.unwrap_err();
        assert_eq!(error.code(), 20_009);
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("streams_get", json!([])),
            ("streams_get", json!(["1"])),
            ("streams_list", json!(["Alice"])),
            ("streams_list", json!([account(1).to_string(), -1])),
        ] {
            let error = ask(method, parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{method} {parameters}");
        }
    }

    #[tokio::test]
    async fn failing_runtime_is_quoted() {
        let mut chain = Chain::new(1);
        chain.broken = Some(1);
        for (method, parameters) in
            [("streams_get", json!([1])), ("streams_list", json!([account(1).to_string()]))]
        {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
