//! `wallets_*`: keyless accounts that others act for within limits, and how they vote.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    agents::wallets::{DecisionView, WalletView, WalletsApi},
    governance::proposals::ProposalId,
    opaque::Block,
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about wallets, in the state after the best block. They run on threads that may block. Errors are
/// those of [`Failure`].
#[rpc(client, server, namespace = "wallets")]
pub trait WalletMethods {
    /// The wallet with this account: whose it is, its limits and what they leave today and this week, who may
    /// act for it, what waits, and how it votes.
    #[method(name = "get", blocking)]
    fn get(&self, account: AccountId) -> RpcResult<WalletView<AccountId>>;

    /// The wallets of an owner, in no order that means anything: `limit` of them, 20 unless told and at most
    /// 100, after the first `offset`. Only 10 000 are looked at.
    #[method(name = "ofOwner", blocking)]
    fn of_owner(
        &self,
        account: AccountId,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<WalletView<AccountId>>>;

    /// What the strategy of a wallet would vote on a proposal now, and why, or why it would not.
    #[method(name = "decision", blocking)]
    fn decision(&self, wallet: AccountId, proposal: ProposalId) -> RpcResult<DecisionView>;
}

impl<C> WalletMethodsServer for Api<C, dyn WalletsApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: WalletsApi<Block, AccountId>,
{
    fn get(&self, account: AccountId) -> RpcResult<WalletView<AccountId>> {
        let wallet = self.ask(None, |api, at| api.wallet(at, account.clone()))?;
        Ok(wallet.ok_or(Failure::UnknownWallet(account))?)
    }

    fn of_owner(
        &self,
        account: AccountId,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<WalletView<AccountId>>> {
        let limit = page::limit(limit)?;
        let offset = offset.unwrap_or_default();
        Ok(self.ask(None, |api, at| api.wallets_of(at, account, limit, offset))?)
    }

    fn decision(&self, wallet: AccountId, proposal: ProposalId) -> RpcResult<DecisionView> {
        let decision = self.ask(None, |api, at| api.decision(at, wallet.clone(), proposal))?;
        Ok(decision.ok_or(Failure::UnknownWallet(wallet))?)
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
        agents::wallets::{
            CallerView, Decision, LeftView, Limits, PendingView, Permission, Preferences, Refusal,
            Stop, StrategyView, TimeLock, WalletFigures,
        },
        governance::strategies::Evaluation,
        Balance, Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use sp_runtime::Permill;
    use std::sync::Arc;

    /// Wallets 0 to 149, which are those of account 254. Proposal 0 can be voted on.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl WalletsApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn wallet(&self, at: Hash, account: AccountId) -> Answer<Option<WalletView<AccountId>>> {
                self.ask(at)?;
                Ok(all().find(|wallet| wallet.wallet == account))
            }

            #[advanced]
            fn wallets_of(
                &self,
                at: Hash,
                owner: AccountId,
                limit: u32,
                offset: u32,
            ) -> Answer<Vec<WalletView<AccountId>>> {
                self.ask(at)?;
                let owned = all().filter(|wallet| wallet.owner == owner).skip(offset as usize);
                Ok(owned.take(limit as usize).collect())
            }

            #[advanced]
            fn decision(
                &self,
                at: Hash,
                wallet: AccountId,
                proposal: ProposalId,
            ) -> Answer<Option<DecisionView>> {
                self.ask(at)?;
                let is_wallet = all().any(|known| known.wallet == wallet);
                Ok(is_wallet.then(|| decision(proposal)))
            }

            #[advanced]
            fn wallet_figures(&self, at: Hash) -> Answer<WalletFigures> {
                self.ask(at)?;
                Ok(WalletFigures::default())
            }
        }
    }

    fn all() -> impl Iterator<Item = WalletView<AccountId>> {
        (0..150).map(wallet)
    }

    fn wallet(index: u8) -> WalletView<AccountId> {
        let limits = Limits { per_call: 10, per_day: 20, per_week: Balance::MAX };
        let left = LeftView {
            today: 9,
            this_week: 10,
            next_free: Some(1_797_897_600_000),
            next_free_of_week: None,
        };
        WalletView {
            wallet: account(index),
            owner: account(254),
            offered_to: Some(account(253)),
            agent: Some(account(252)),
            guardian: Some(account(251)),
            stopped: Some(Stop { by: account(251), at: 1 }),
            free: Balance::MAX,
            held: 2,
            withdrawable: 3,
            limits,
            left: left.clone(),
            time_lock: Some(TimeLock { above: 4, delay: 3_600_000 }),
            callers: vec![CallerView {
                caller: account(250),
                permissions: vec![Permission::Transfer, Permission::Vote],
                expires: None,
                limits: Some(limits),
                left: Some(left),
                recipients: Some(vec![account(249)]),
            }],
            pending: vec![PendingView {
                id: 5,
                caller: account(250),
                calls: vec![4, 0, 255],
                outflow: 6,
                ready: 7,
                expires: 8,
            }],
            strategy: Some(StrategyView {
                auto_vote: true,
                support_threshold: 128,
                min_score: 100,
                max_frozen: Permill::from_percent(50),
                preferences: Preferences {
                    parameter_change: Some(180),
                    treasury_allocation: Some(160),
                    agent_trading: Some(200),
                    ..Default::default()
                },
            }),
        }
    }

    fn decision(proposal: ProposalId) -> DecisionView {
        DecisionView {
            proposal,
            position: Some(Decision::Against),
            preference: Some(140),
            support_threshold: Some(128),
            evaluation: Evaluation { support: -40, council: 8, ..Default::default() },
            sum: Some(236),
            begins: (proposal == 0).then_some(1_797_897_600_000),
            refused: (proposal != 0).then_some(Refusal::NotVoting),
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

    /// The accounts of the wallets in a list.
    async fn list(parameters: Value) -> Vec<Value> {
        let list = ask("wallets_ofOwner", parameters).await.unwrap();
        list.as_array().unwrap().iter().map(|wallet| wallet["wallet"].clone()).collect()
    }

    /// The accounts with these numbers.
    fn numbers(indices: impl IntoIterator<Item = u8>) -> Vec<Value> {
        indices.into_iter().map(|index| json!(account(index).to_string())).collect()
    }

    #[tokio::test]
    async fn wallet_is_told_with_what_its_limits_leave() {
        let limits = json!({
            "perCall": "10",
            "perDay": "20",
            "perWeek": "340282366920938463463374607431768211455",
        });
        let left = json!({
            "today": "9",
            "thisWeek": "10",
            "nextFree": 1_797_897_600_000_u64,
            "nextFreeOfWeek": null,
        });
        let wallet = json!({
            "wallet": account(2).to_string(),
            "owner": account(254).to_string(),
            "offeredTo": account(253).to_string(),
            "agent": account(252).to_string(),
            "guardian": account(251).to_string(),
            "stopped": { "by": account(251).to_string(), "at": 1 },
            "free": "340282366920938463463374607431768211455",
            "held": "2",
            "withdrawable": "3",
            "limits": limits,
            "left": left,
            "timeLock": { "above": "4", "delay": 3_600_000 },
            "callers": [{
                "caller": account(250).to_string(),
                "permissions": ["transfer", "vote"],
                "expires": null,
                "limits": limits,
                "left": left,
                "recipients": [account(249).to_string()],
            }],
            "pending": [{
                "id": 5,
                "caller": account(250).to_string(),
                "calls": "0x0400ff",
                "outflow": "6",
                "ready": 7,
                "expires": 8,
            }],
            "strategy": {
                "autoVote": true,
                "supportThreshold": 128,
                "minScore": 100,
                "maxFrozen": 500_000,
                "preferences": {
                    "parameter_change": 180,
                    "protocol_upgrade": null,
                    "fund_allocation": 160,
                    "emergency": null,
                    "agent_trading": 200,
                    "dao_grant": null,
                    "policy_change": null,
                },
            },
        });
        assert_eq!(ask("wallets_get", json!([account(2).to_string()])).await.unwrap(), wallet);
        let one = json!([account(254).to_string(), 1, 2]);
        assert_eq!(ask("wallets_ofOwner", one).await.unwrap(), json!([wallet]));
    }

    #[tokio::test]
    async fn decision_is_told_with_its_reasons() {
        let decision = |proposal: ProposalId, begins: Value, refused: Value| {
            json!({
                "proposal": proposal,
                "position": "against",
                "preference": 140,
                "supportThreshold": 128,
                "evaluation": {
                    "support": -40,
                    "council": 8,
                    "challenge": 0,
                    "proposer": 0,
                    "size": 0,
                },
                "sum": 236,
                "begins": begins,
                "refused": refused,
            })
        };
        let wallet = account(2).to_string();
        let answer = ask("wallets_decision", json!([wallet, 0])).await.unwrap();
        assert_eq!(answer, decision(0, json!(1_797_897_600_000_u64), Value::Null));
        let answer = ask("wallets_decision", json!([wallet, 1])).await.unwrap();
        assert_eq!(answer, decision(1, Value::Null, json!("notVoting")));
    }

    #[tokio::test]
    async fn unknown_wallet_fails() {
        let unknown = account(150).to_string();
        let message = format!("{unknown} is no wallet");
        for (method, parameters) in
            [("wallets_get", json!([unknown])), ("wallets_decision", json!([unknown, 0]))]
        {
            let error = ask(method, parameters).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (20_302, message.as_str()), "{method}");
        }
    }

    #[tokio::test]
    async fn lists_are_paged() {
        let owner = account(254).to_string();
        assert_eq!(list(json!([owner])).await, numbers(0..20));
        assert_eq!(list(json!([owner, 100])).await, numbers(0..100));
        assert_eq!(list(json!([owner, 2, 3])).await, numbers([3, 4]));
        assert_eq!(list(json!({ "account": owner, "offset": 149 })).await, numbers([149]));
        assert!(list(json!([account(1).to_string()])).await.is_empty());
        let error = ask("wallets_ofOwner", json!([owner, 101])).await.unwrap_err();
        assert_eq!(error.code(), 20_009);
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("wallets_get", json!([])),
            ("wallets_get", json!(["Alice"])),
            ("wallets_ofOwner", json!([])),
            ("wallets_ofOwner", json!([account(254).to_string(), "1"])),
            ("wallets_decision", json!([account(2).to_string()])),
            ("wallets_decision", json!([account(2).to_string(), -1])),
        ] {
            let error = ask(method, parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{method} {parameters}");
        }
    }

    #[tokio::test]
    async fn failing_runtime_is_quoted() {
        let mut chain = Chain::new(1);
        chain.broken = Some(1);
        let account = account(2).to_string();
        for (method, parameters) in [
            ("wallets_get", json!([account])),
            ("wallets_ofOwner", json!([account])),
            ("wallets_decision", json!([account, 0])),
        ] {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
