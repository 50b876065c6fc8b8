//! `escrows_*`: money that is held for somebody until it is earned.

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    market::escrow::{views::EscrowApi, EscrowCheck, EscrowDraft, EscrowId, EscrowView, Party},
    opaque::Block,
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about escrows, in the state after the best block. They run on threads that may block. Errors are
/// those of [`Failure`].
#[rpc(client, server, namespace = "escrows")]
pub trait EscrowMethods {
    /// The open escrow with this number.
    #[method(name = "get", blocking)]
    fn get(&self, id: EscrowId) -> RpcResult<EscrowView<AccountId>>;

    /// The open escrows of an account, or those in which it has this role, newest first: `limit` of them, 20
    /// unless told and at most 100, that are older than the escrow `after`.
    #[method(name = "list", blocking)]
    fn list(
        &self,
        account: AccountId,
        role: Option<Party>,
        limit: Option<u32>,
        after: Option<EscrowId>,
    ) -> RpcResult<Vec<EscrowView<AccountId>>>;

    /// What `create` would answer to these terms between these parties, and what it would hold. Whether calls
    /// are paused, safe mode is on, or the fee of the transaction can be paid, it does not look at.
    #[method(name = "check", blocking)]
    fn check(&self, terms: EscrowDraft<AccountId>) -> RpcResult<EscrowCheck>;
}

impl<C> EscrowMethodsServer for Api<C, dyn EscrowApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: EscrowApi<Block, AccountId>,
{
    fn get(&self, id: EscrowId) -> RpcResult<EscrowView<AccountId>> {
        let escrow = self.ask(None, |api, at| api.get(at, id))?;
        Ok(escrow.ok_or(Failure::UnknownEscrow(id))?)
    }

    fn list(
        &self,
        account: AccountId,
        role: Option<Party>,
        limit: Option<u32>,
        after: Option<EscrowId>,
    ) -> RpcResult<Vec<EscrowView<AccountId>>> {
        let limit = page::limit(limit)?;
        Ok(self.ask(None, |api, at| api.list(at, account, role, limit, after))?)
    }

    fn check(&self, terms: EscrowDraft<AccountId>) -> RpcResult<EscrowCheck> {
        Ok(self.ask(None, |api, at| api.check(at, terms))?)
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
        market::escrow::{
            EscrowFigures, EscrowStatus, Fallback, MilestoneState, MilestoneView, Rule, StreamView,
        },
        Hash,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use sp_runtime::Permill;
    use std::sync::Arc;

    /// Escrows 0 to 299: account 1 is the depositor of those with even numbers, account 2 of the others; the
    /// other one is the beneficiary.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl EscrowApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn get(&self, at: Hash, id: EscrowId) -> Answer<Option<EscrowView<AccountId>>> {
                self.ask(at)?;
                Ok((id < 300).then(|| view(id)))
            }

            #[advanced]
            fn list(
                &self,
                at: Hash,
                account: AccountId,
                role: Option<Party>,
                limit: u32,
                after: Option<EscrowId>,
            ) -> Answer<Vec<EscrowView<AccountId>>> {
                self.ask(at)?;
                let has_role = |view: &EscrowView<AccountId>| match role {
                    None => true,
                    Some(Party::Depositor) => view.depositor == account,
                    Some(Party::Beneficiary) => view.beneficiary.as_ref() == Some(&account),
                };
                let all = (0..after.unwrap_or(300)).rev().map(view);
                Ok(all.filter(has_role).take(limit as usize).collect())
            }

            #[advanced]
            fn check(&self, at: Hash, draft: EscrowDraft<AccountId>) -> Answer<EscrowCheck> {
                self.ask(at)?;
                let amount = draft.terms.amounts.iter().sum();
                Ok(match draft.depositor == draft.beneficiary {
                    true => EscrowCheck::Refused("SameParty".into()),
                    false => EscrowCheck::Held { amount, fee: amount / 40, deposit: 7 },
                })
            }

            #[advanced]
            fn get_stream(&self, at: Hash, _: EscrowId) -> Answer<Option<StreamView<AccountId>>> {
                self.ask(at)?;
                Ok(None)
            }

            #[advanced]
            fn list_streams(
                &self,
                at: Hash,
                _: AccountId,
                _: u32,
                _: Option<EscrowId>,
            ) -> Answer<Vec<StreamView<AccountId>>> {
                self.ask(at)?;
                Ok(vec![])
            }

            #[advanced]
            fn figures(&self, at: Hash) -> Answer<EscrowFigures> {
                self.ask(at)?;
                Ok(EscrowFigures::default())
            }
        }
    }

    fn view(id: EscrowId) -> EscrowView<AccountId> {
        let parties = [account(1 + (id % 2) as u8), account(2 - (id % 2) as u8)];
        let [depositor, beneficiary] = parties;
        EscrowView {
            id,
            status: EscrowStatus::Active,
            controlled: false,
            depositor,
            beneficiary: Some(beneficiary),
            amount: u128::MAX,
            fee: 3,
            paid: 1,
            fee_paid: 0,
            back: 2,
            held: 5,
            milestones: vec![MilestoneView {
                amount: 9,
                state: MilestoneState::Delivered { review_until: 8, evidence: Hash::zero() },
                approvals: vec![account(3)],
                due: Some(8),
                offer_of_depositor: Some(Permill::from_percent(40)),
                offer_of_beneficiary: None,
            }],
            rule: Some(Rule::MultiSig {
                threshold: 1,
                signers: vec![account(3)].try_into().unwrap(),
            }),
            default: Some(Fallback::Split(Permill::from_percent(30))),
            arbiter: None,
            created: Some(1),
            accept_by: Some(2),
            deadline: Some(4),
            review: Some(3),
            terms_hash: Some(Hash::repeat_byte(1)),
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

    /// The numbers of the escrows in a list.
    async fn numbers(parameters: Value) -> Vec<u64> {
        let list = ask("escrows_list", parameters).await.unwrap();
        list.as_array().unwrap().iter().map(|escrow| escrow["id"].as_u64().unwrap()).collect()
    }

    /// Terms of the parties `from` and `to`.
    fn draft(from: u8, to: u8) -> Value {
        json!({
            "depositor": account(from).to_string(),
            "beneficiary": account(to).to_string(),
            "terms": {
                "amounts": ["1000000000000"],
                "rule": { "timeBased": 3_600_000 },
                "acceptWithin": 60_000,
                "deadlineIn": 3_600_000,
                "review": 600_000,
            },
        })
    }

    #[tokio::test]
    async fn escrow_is_told_with_its_milestones() {
        let escrow = json!({
            "id": 9,
            "status": "active",
            "controlled": false,
            "depositor": account(2).to_string(),
            "beneficiary": account(1).to_string(),
            "amount": "340282366920938463463374607431768211455",
            "fee": "3",
            "paid": "1",
            "feePaid": "0",
            "back": "2",
            "held": "5",
            "milestones": [{
                "amount": "9",
                "state": {
                    "kind": "delivered",
                    "reviewUntil": 8,
                    "evidence": format!("0x{}", "00".repeat(32)),
                },
                "approvals": [account(3).to_string()],
                "due": 8,
                "offerOfDepositor": 400_000,
                "offerOfBeneficiary": null,
            }],
            "rule": { "multiSig": { "threshold": 1, "signers": [account(3).to_string()] } },
            "default": { "split": 300_000 },
            "arbiter": null,
            "created": 1,
            "acceptBy": 2,
            "deadline": 4,
            "review": 3,
            "termsHash": format!("0x{}", "01".repeat(32)),
        });
        assert_eq!(ask("escrows_get", json!([9])).await.unwrap(), escrow);
        let one = json!([account(1).to_string(), null, 1, 10]);
        assert_eq!(ask("escrows_list", one).await.unwrap(), json!([escrow]));
    }

    #[tokio::test]
    async fn unknown_escrow_fails() {
        let error = ask("escrows_get", json!([300])).await.unwrap_err();
        assert_eq!((error.code(), error.message()), (20_401, "there is no open escrow 300"));
    }

    #[tokio::test]
    async fn lists_are_newest_first_and_paged() {
        let account = account(1).to_string();
        let twenty: Vec<_> = (280..300).rev().collect();
        assert_eq!(numbers(json!([account])).await, twenty);
        assert_eq!(numbers(json!({ "account": account, "after": 2 })).await, [1, 0]);
        assert_eq!(numbers(json!([account, "depositor", 2])).await, [298, 296]);
        assert_eq!(numbers(json!([account, "beneficiary", 2, 9])).await, [7, 5]);
        assert_eq!(numbers(json!([account, null, 100])).await.len(), 100);
        let error = ask("escrows_list", json!([account, null, 101])).await.unwrap_err();
        assert_eq!(error.code(), 20_009);
    }

    #[tokio::test]
    async fn terms_are_checked() {
        let held =
            json!({ "held": { "amount": "1000000000000", "fee": "25000000000", "deposit": "7" } });
        assert_eq!(ask("escrows_check", json!([draft(1, 2)])).await.unwrap(), held);
        let refused = json!({ "refused": "SameParty" });
        assert_eq!(ask("escrows_check", json!([draft(1, 1)])).await.unwrap(), refused);
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        let mut eleven = draft(1, 2);
        eleven["terms"]["amounts"] = json!(vec!["1"; 11]);
        let mut number = draft(1, 2);
        number["terms"]["amounts"] = json!([1]);
        for (method, parameters) in [
            ("escrows_get", json!([])),
            ("escrows_get", json!(["1"])),
            ("escrows_list", json!(["Alice"])),
            ("escrows_list", json!([account(1).to_string(), "payer"])),
            ("escrows_check", json!([{}])),
            ("escrows_check", json!([eleven])),
            ("escrows_check", json!([number])),
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
            ("escrows_get", json!([1])),
            ("escrows_list", json!([account(1).to_string()])),
            ("escrows_check", json!([draft(1, 2)])),
        ] {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
