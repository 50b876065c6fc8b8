//! `agents_*`: the registry of agents, and the messages that are stored for accounts.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    agents::{
        registry::{
            is_tag, AgentFilter, AgentStatus, AgentView, AgentsApi, InboxView, MatchView, MAX_TAGS,
        },
        Role,
    },
    opaque::Block,
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about agents and messages, in the state after the best block. They run on threads that may block.
/// Errors are those of [`Failure`].
///
/// Lists have `limit` items, 20 unless told and at most 100.
#[rpc(client, server, namespace = "agents")]
pub trait AgentMethods {
    /// The agent with this account. One that has retired is known for 45 days more.
    #[method(name = "get", blocking)]
    fn get(&self, account: AccountId) -> RpcResult<AgentView<AccountId>>;

    /// The agents of this role, status, capability and controller, all without them, in no order that means
    /// anything, after the first `offset`. Only 10 000 agents are looked at.
    #[method(name = "list", blocking)]
    fn list(
        &self,
        role: Option<Role>,
        status: Option<AgentStatus>,
        tag: Option<String>,
        controller: Option<AccountId>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<AgentView<AccountId>>>;

    /// The available agents that have all of these 1 to 16 capabilities, the best score first. Of those that
    /// have the rarest one only 1 000 are looked at.
    #[method(name = "match", blocking)]
    fn find(&self, tags: Vec<String>, limit: Option<u32>) -> RpcResult<MatchView<AccountId>>;

    /// The inbox of an account, which need not be an agent's, with its oldest messages.
    #[method(name = "inbox", blocking)]
    fn inbox(&self, account: AccountId, limit: Option<u32>) -> RpcResult<InboxView<AccountId>>;
}

impl<C> AgentMethodsServer for Api<C, dyn AgentsApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: AgentsApi<Block, AccountId>,
{
    fn get(&self, account: AccountId) -> RpcResult<AgentView<AccountId>> {
        let agent = self.ask(None, |api, at| api.agent(at, account.clone()))?;
        Ok(agent.ok_or(Failure::UnknownAgent(account))?)
    }

    fn list(
        &self,
        role: Option<Role>,
        status: Option<AgentStatus>,
        tag: Option<String>,
        controller: Option<AccountId>,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<AgentView<AccountId>>> {
        let limit = page::limit(limit)?;
        let offset = offset.unwrap_or_default();
        check(tag.as_slice())?;
        let filter = AgentFilter { role, status, tag, controller };
        Ok(self.ask(None, |api, at| api.agents(at, filter, limit, offset))?)
    }

    fn find(&self, tags: Vec<String>, limit: Option<u32>) -> RpcResult<MatchView<AccountId>> {
        let limit = page::limit(limit)?;
        let count = tags.len();
        if !(1..=MAX_TAGS as usize).contains(&count) {
            return Err(Failure::TagCount(count).into());
        }
        check(&tags)?;
        let found = self.ask(None, |api, at| api.agents_match(at, tags, limit))?;
        Ok(found.ok_or(Failure::TagCount(count))?)
    }

    fn inbox(&self, account: AccountId, limit: Option<u32>) -> RpcResult<InboxView<AccountId>> {
        let limit = page::limit(limit)?;
        Ok(self.ask(None, |api, at| api.inbox(at, account, limit))?)
    }
}

/// Fails if one of these is no tag.
fn check(tags: &[String]) -> Result<(), Failure> {
    match tags.iter().find(|tag| !is_tag(tag.as_bytes())) {
        Some(bad) => Err(Failure::BadTag(bad.clone())),
        None => Ok(()),
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
        agents::registry::{AgentFigures, InboxPolicy, MessageView},
        Balance, Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Agents 0 to 199: those with even numbers are active providers of account 254 that have the tag `gpu`, the
    /// others are suspended builders of account 255 that have the tag `rust`. Each has three messages.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl AgentsApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn agent(&self, at: Hash, account: AccountId) -> Answer<Option<AgentView<AccountId>>> {
                self.ask(at)?;
                Ok(all().find(|agent| agent.account == account))
            }

            #[advanced]
            fn agents(
                &self,
                at: Hash,
                filter: AgentFilter<AccountId>,
                limit: u32,
                offset: u32,
            ) -> Answer<Vec<AgentView<AccountId>>> {
                self.ask(at)?;
                let AgentFilter { role, status, tag, controller } = filter;
                let is_asked_for = |agent: &AgentView<AccountId>| {
                    role.is_none_or(|role| agent.role == role)
                        && status.is_none_or(|status| agent.status == status)
                        && tag.as_ref().is_none_or(|tag| agent.capabilities.contains(tag))
                        && controller.as_ref().is_none_or(|who| agent.controller == *who)
                };
                let asked_for = all().filter(is_asked_for).skip(offset as usize);
                Ok(asked_for.take(limit as usize).collect())
            }

            #[advanced]
            fn agents_match(
                &self,
                at: Hash,
                tags: Vec<String>,
                limit: u32,
            ) -> Answer<Option<MatchView<AccountId>>> {
                self.ask(at)?;
                // A runtime that allows less than this node.
                if tags.len() > 15 {
                    return Ok(None);
                }
                let has_all =
                    |agent: &AgentView<_>| tags.iter().all(|tag| agent.capabilities.contains(tag));
                let mut agents: Vec<_> = all().filter(has_all).collect();
                let cut_off = agents.len() > limit as usize;
                agents.truncate(limit as usize);
                Ok(Some(MatchView { agents, cut_off }))
            }

            #[advanced]
            fn agent_nonce(&self, at: Hash, _: AccountId) -> Answer<u32> {
                self.ask(at)
            }

            #[advanced]
            fn inbox(&self, at: Hash, account: AccountId, limit: u32) -> Answer<InboxView<AccountId>> {
                self.ask(at)?;
                Ok(inbox(account, limit))
            }

            #[advanced]
            fn agent_figures(&self, at: Hash) -> Answer<AgentFigures> {
                self.ask(at)?;
                Ok(AgentFigures::default())
            }
        }
    }

    fn all() -> impl Iterator<Item = AgentView<AccountId>> {
        (0..200).map(agent)
    }

    fn agent(index: u8) -> AgentView<AccountId> {
        let is_provider = index.is_multiple_of(2);
        AgentView {
            account: account(index),
            controller: account(if is_provider { 254 } else { 255 }),
            offered_to: None,
            role: if is_provider { Role::Provider } else { Role::Builder },
            status: if is_provider { AgentStatus::Active } else { AgentStatus::Suspended },
            available: is_provider,
            score: 300,
            reputation: u128::MAX,
            spec_hash: Hash::repeat_byte(1),
            endpoint: "https://agent.example".into(),
            x25519: Hash::repeat_byte(2),
            capabilities: vec![if is_provider { "gpu" } else { "rust" }.into()],
            registered_at: 1_797_897_600_000,
            last_heartbeat: Some(90_000),
            wallets: 3,
            deposit: Balance::MAX,
            nonce: 4,
        }
    }

    fn inbox(account: AccountId, limit: u32) -> InboxView<AccountId> {
        InboxView {
            policy: InboxPolicy::Contacts,
            postage: Balance::MAX,
            stored: 3,
            contacts: 2,
            messages: (0..3).take(limit as usize).map(|index| message(&account, index)).collect(),
            account,
        }
    }

    fn message(to: &AccountId, index: u8) -> MessageView<AccountId> {
        MessageView {
            id: Hash::repeat_byte(index),
            from: account(9),
            to: to.clone(),
            kind: 7,
            envelope: vec![1, 0, 255],
            sent_at: 1_797_897_600_000,
            expires: 1_797_897_660_000,
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

    /// The accounts of the agents in a list.
    fn accounts(list: &Value) -> Vec<Value> {
        list.as_array().unwrap().iter().map(|agent| agent["account"].clone()).collect()
    }

    /// The accounts with these numbers.
    fn numbers(indices: impl IntoIterator<Item = u8>) -> Vec<Value> {
        indices.into_iter().map(|index| json!(account(index).to_string())).collect()
    }

    async fn list(parameters: Value) -> Vec<Value> {
        accounts(&ask("agents_list", parameters).await.unwrap())
    }

    #[tokio::test]
    async fn agent_is_told_with_what_is_computed() {
        let agent = json!({
            "account": account(2).to_string(),
            "controller": account(254).to_string(),
            "offeredTo": null,
            "role": "provider",
            "status": "active",
            "available": true,
            "score": 300,
            "reputation": "340282366920938463463374607431768211455",
            "specHash": format!("0x{}", "01".repeat(32)),
            "endpoint": "https://agent.example",
            "x25519": format!("0x{}", "02".repeat(32)),
            "capabilities": ["gpu"],
            "registeredAt": 1_797_897_600_000_u64,
            "lastHeartbeat": 90_000,
            "wallets": 3,
            "deposit": "340282366920938463463374607431768211455",
            "nonce": 4,
        });
        assert_eq!(ask("agents_get", json!([account(2).to_string()])).await.unwrap(), agent);
        let one = json!({ "limit": 1, "offset": 2 });
        assert_eq!(ask("agents_list", one).await.unwrap(), json!([agent]));
    }

    #[tokio::test]
    async fn unknown_agent_fails() {
        let unknown = account(200).to_string();
        let error = ask("agents_get", json!([unknown])).await.unwrap_err();
        let message = format!("{unknown} is not registered as an agent");
        assert_eq!((error.code(), error.message()), (20_301, message.as_str()));
    }

    #[tokio::test]
    async fn lists_are_filtered_and_paged() {
        assert_eq!(list(json!([])).await, numbers(0..20));
        assert_eq!(list(json!({ "limit": 100 })).await, numbers(0..100));
        assert_eq!(list(json!({ "offset": 198 })).await, numbers([198, 199]));
        assert_eq!(list(json!(["provider", null, null, null, 2])).await, numbers([0, 2]));
        assert_eq!(list(json!([null, "suspended", null, null, 2, 1])).await, numbers([3, 5]));
        assert_eq!(list(json!({ "tag": "rust", "limit": 2 })).await, numbers([1, 3]));
        let controller = account(254).to_string();
        let hers = json!({ "controller": controller, "limit": 3 });
        assert_eq!(list(hers).await, numbers([0, 2, 4]));
        let nobody = json!({ "controller": controller, "role": "builder" });
        assert!(list(nobody).await.is_empty());
        assert!(list(json!({ "tag": "cobol" })).await.is_empty());
    }

    #[tokio::test]
    async fn match_says_whether_it_was_cut_off() {
        let found = ask("agents_match", json!([["gpu"]])).await.unwrap();
        assert_eq!(accounts(&found["agents"]), numbers((0..40).step_by(2)));
        assert_eq!(found["cutOff"], true);
        let found = ask("agents_match", json!([["gpu"], 100])).await.unwrap();
        assert_eq!(accounts(&found["agents"]).len(), 100);
        assert_eq!(found["cutOff"], false);
        let found = ask("agents_match", json!([["gpu", "rust"]])).await.unwrap();
        assert_eq!(found, json!({ "agents": [], "cutOff": false }));
    }

    #[tokio::test]
    async fn bad_tag_fails() {
        let characters = |tag: &str| {
            format!("{tag:?} is no tag, which has 1 to 32 of a-z, 0-9, \"-\", \".\" and \":\"")
        };
        let count = |count| format!("agents are found by 1 to 16 tags, not by {count}");
        let long = "a".repeat(33);
        for (method, parameters, message) in [
            ("agents_list", json!({ "tag": "GPU" }), characters("GPU")),
            ("agents_list", json!({ "tag": "" }), characters("")),
            ("agents_match", json!([["gpu", "a b"]]), characters("a b")),
            ("agents_match", json!([[long]]), characters(&long)),
            ("agents_match", json!([[]]), count(0)),
            ("agents_match", json!([vec!["gpu"; 17]]), count(17)),
            ("agents_match", json!([vec!["gpu"; 16]]), count(16)),
        ] {
            let error = ask(method, parameters).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (20_303, message.as_str()));
        }
        assert!(ask("agents_match", json!([vec!["gpu"; 15]])).await.is_ok());
    }

    #[tokio::test]
    async fn inbox_is_told_with_its_oldest_messages() {
        let owner = account(1).to_string();
        let message = |index| {
            json!({
                "id": format!("0x{}", format!("{index:02x}").repeat(32)),
                "from": account(9).to_string(),
                "to": owner,
                "kind": 7,
                "envelope": "0x0100ff",
                "sentAt": 1_797_897_600_000_u64,
                "expires": 1_797_897_660_000_u64,
            })
        };
        let inbox = |messages: Vec<Value>| {
            json!({
                "account": owner,
                "policy": "contacts",
                "postage": "340282366920938463463374607431768211455",
                "stored": 3,
                "contacts": 2,
                "messages": messages,
            })
        };
        let all = ask("agents_inbox", json!([owner])).await.unwrap();
        assert_eq!(all, inbox((0..3).map(message).collect()));
        let two = ask("agents_inbox", json!([owner, 2])).await.unwrap();
        assert_eq!(two, inbox((0..2).map(message).collect()));
        let none = ask("agents_inbox", json!([owner, 0])).await.unwrap();
        assert_eq!(none, inbox(vec![]));
    }

    #[tokio::test]
    async fn more_than_a_hundred_are_too_many() {
        for (method, parameters) in [
            ("agents_list", json!({ "limit": 101 })),
            ("agents_match", json!([["gpu"], 101])),
            ("agents_inbox", json!([account(1).to_string(), 101])),
        ] {
            let error = ask(method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_009, "{method}");
        }
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("agents_get", json!([])),
            ("agents_get", json!(["Alice"])),
            ("agents_list", json!(["human"])),
            ("agents_list", json!([null, "available"])),
            ("agents_list", json!([null, null, 1])),
            ("agents_list", json!([null, null, null, "Alice"])),
            ("agents_list", json!({ "limit": -1 })),
            ("agents_match", json!([])),
            ("agents_match", json!(["gpu"])),
            ("agents_inbox", json!([])),
        ] {
            let error = ask(method, parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{method} {parameters}");
        }
    }

    #[tokio::test]
    async fn failing_runtime_is_quoted() {
        let mut chain = Chain::new(1);
        chain.broken = Some(1);
        for (method, parameters) in [
            ("agents_get", json!([account(1).to_string()])),
            ("agents_list", json!([])),
            ("agents_match", json!([["gpu"]])),
            ("agents_inbox", json!([account(1).to_string()])),
        ] {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
