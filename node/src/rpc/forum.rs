//! `forum_*`: posts, to whose authors reputation flows.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    opaque::Block,
    reputation::pools::{views::ForumApi, PostFilter, PostId, PostView},
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about posts, in the state after the best block. They run on threads that may block. Errors are
/// those of [`Failure`].
#[rpc(client, server, namespace = "forum")]
pub trait ForumMethods {
    /// The post with this name.
    #[method(name = "post", blocking)]
    fn post(&self, id: PostId) -> RpcResult<PostView<AccountId>>;

    /// The posts that `filter` lets pass, newest first: all without one. `limit` of them, 20 unless told
    /// and at most 100, after the first `offset`. Only the newest 10 000 posts are looked at.
    #[method(name = "posts", blocking)]
    fn posts(
        &self,
        filter: Option<PostFilter<AccountId>>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<PostView<AccountId>>>;

    /// The post of the work contract in use, if there is one.
    #[method(name = "contract", blocking)]
    fn contract(&self) -> RpcResult<Option<PostId>>;
}

impl<C> ForumMethodsServer for Api<C, dyn ForumApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: ForumApi<Block, AccountId>,
{
    fn post(&self, id: PostId) -> RpcResult<PostView<AccountId>> {
        let post = self.ask(None, |api, at| api.post(at, id))?;
        Ok(post.ok_or(Failure::UnknownPost(id))?)
    }

    fn posts(
        &self,
        filter: Option<PostFilter<AccountId>>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<PostView<AccountId>>> {
        let limit = page::limit(limit)?;
        let filter = filter.unwrap_or(PostFilter { author: None, domain: None });
        let offset = offset.unwrap_or_default();
        Ok(self.ask(None, |api, at| api.posts(at, filter, offset, limit))?)
    }

    fn contract(&self) -> RpcResult<Option<PostId>> {
        Ok(self.ask(None, |api, at| api.active_contract(at))?)
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
        reputation::{pools::Citation, Domain},
        Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Posts 0 to 299: account 1 has written those with even names, account 2 the others.
    #[derive(Clone, Default)]
    struct Runtime {
        contract: Option<PostId>,
    }

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl ForumApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn post(&self, at: Hash, id: PostId) -> Answer<Option<PostView<AccountId>>> {
                self.ask(at)?;
                Ok((id < 300).then(|| view(id)))
            }

            #[advanced]
            fn posts(
                &self,
                at: Hash,
                filter: PostFilter<AccountId>,
                offset: u32,
                limit: u32,
            ) -> Answer<Vec<PostView<AccountId>>> {
                self.ask(at)?;
                let PostFilter { author, domain } = filter;
                let all = (0..300).rev().map(view);
                Ok(all
                    .filter(|post| author.is_none() || author.as_ref() == Some(&post.authors[0].0))
                    .filter(|post| domain.is_none_or(|domain| domain == post.domain))
                    .skip(offset as usize)
                    .take(limit as usize)
                    .collect())
            }

            #[advanced]
            fn active_contract(&self, at: Hash) -> Answer<Option<PostId>> {
                self.ask(at)?;
                Ok(self.runtime.contract)
            }
        }
    }

    fn view(id: PostId) -> PostView<AccountId> {
        PostView {
            id,
            domain: if id < 3 { Domain::Block } else { Domain::Governance },
            authors: vec![(account(1 + (id % 2) as u8), 600_000), (account(3), 400_000)],
            refs: vec![(Citation::Post(7), -300_000), (Citation::Incinerator, 100_000)],
            value: u128::MAX,
            validated: true,
            content: Hash::repeat_byte(1),
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

    /// The names of the posts in a list.
    async fn names(parameters: Value) -> Vec<u64> {
        let list = ask("forum_posts", parameters).await.unwrap();
        list.as_array().unwrap().iter().map(|post| post["id"].as_u64().unwrap()).collect()
    }

    #[tokio::test]
    async fn post_is_told_with_authors_and_references() {
        let post = json!({
            "id": 9,
            "domain": "governance",
            "authors": [[account(2).to_string(), 600_000], [account(3).to_string(), 400_000]],
            "refs": [[{ "post": 7 }, -300_000], ["incinerator", 100_000]],
            "value": "340282366920938463463374607431768211455",
            "validated": true,
            "content": format!("0x{}", "01".repeat(32)),
        });
        assert_eq!(ask("forum_post", json!([9])).await.unwrap(), post);
        assert_eq!(ask("forum_posts", json!([{}, 1, 290])).await.unwrap(), json!([post]));
    }

    #[tokio::test]
    async fn unknown_post_fails() {
        let error = ask("forum_post", json!([300])).await.unwrap_err();
        assert_eq!((error.code(), error.message()), (20_112, "there is no post 300"));
    }

    #[tokio::test]
    async fn lists_are_filtered_and_paged() {
        let twenty: Vec<_> = (280..300).rev().collect();
        for all in [json!([]), json!([null]), json!([{}]), json!({ "offset": 0 })] {
            assert_eq!(names(all).await, twenty);
        }
        assert_eq!(names(json!([{}, 2, 3])).await, [296, 295]);
        let author = account(1).to_string();
        assert_eq!(names(json!([{ "author": author }, 2])).await, [298, 296]);
        let both = json!({ "author": author, "domain": "block" });
        assert_eq!(names(json!({ "filter": both })).await, [2, 0]);
        assert_eq!(names(json!([{ "domain": "block" }, 100, 1])).await, [1, 0]);
        assert_eq!(names(json!([{}, 100])).await.len(), 100);
    }

    #[tokio::test]
    async fn too_long_lists_are_refused() {
        let error = ask("forum_posts", json!([{}, 101])).await.unwrap_err();
        assert_eq!(
            (error.code(), error.message()),
            (20_009, "101 are too many for one call: ask for at most 100")
        );
    }

    #[tokio::test]
    async fn contract_may_be_none() {
        let mut chain = Chain::new(1);
        let contract = |chain: Chain| async move {
            ask_chain(&chain, "forum_contract", json!([])).await.unwrap()
        };
        assert_eq!(contract(chain.clone()).await, Value::Null);
        chain.runtime.contract = Some(4);
        assert_eq!(contract(chain).await, 4);
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("forum_post", json!([])),
            ("forum_post", json!(["1"])),
            ("forum_posts", json!([{ "author": "Alice" }])),
            ("forum_posts", json!([{ "writer": account(1).to_string() }])),
            ("forum_posts", json!([{}, 1, -1])),
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
            [("forum_post", json!([1])), ("forum_posts", json!([])), ("forum_contract", json!([]))]
        {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
