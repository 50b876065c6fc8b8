//! What the methods answer, and what they refuse.

use super::*;
use crate::{
    mock::{account, Answer, MockChain},
    rpc::call::call,
};
use aitbc_primitives::{
    governance::{
        court::Verdict,
        figures::ProposalParameters,
        proposals::{
            Category, ChallengeView, Count, DryRun, Grounds, Majority, Outcome, PolicyView,
            Position, ProposalKind, ProposalView, Refused, Status, Tally, Track, VoteView,
        },
        strategies, PowerByClass, VoterClass, VotingPower,
    },
    time::{DAY, HOUR},
    Balance, Moment,
};
use frame_support::weights::Weight;
use jsonrpsee::types::ErrorObjectOwned;
use serde_json::{json, Value};
use sp_runtime::{DispatchError, Perbill};
use std::sync::Arc;

/// 2026-12-01T12:00:00Z.
const NOON: Moment = 1_796_126_400_000;

/// Proposals 0 to 299. Those with odd numbers were executed, the others are voted on; the first is archived.
#[derive(Clone, Default)]
struct Runtime;

type Chain = MockChain<Runtime>;

sp_api::mock_impl_runtime_apis! {
    impl GovernanceApi<Block, AccountId, RuntimeCall> for MockChain<Runtime> {
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

        #[advanced]
        fn parameters(&self, at: Hash) -> Answer<ProposalParameters> {
            self.ask(at)?;
            let track = Track {
                quorum: Perbill::from_percent(4),
                majority: Majority::Simple,
                needs_council: false,
                delay: DAY,
                period: 7 * DAY,
                enactment_delay: 24 * HOUR,
                most_live: 12,
            };
            let slow = Track { period: 9 * DAY, enactment_delay: HOUR, ..track };
            Ok(ProposalParameters {
                min_power: Balance::MAX,
                max_title: 200,
                max_description: 5_000,
                min_period: DAY,
                max_period: 30 * DAY,
                max_enactment_delay: 31 * DAY,
                min_threshold: Perbill::from_percent(1),
                proposal_bond: 6,
                challenge_bond: 7,
                challenge_window: 48 * HOUR,
                expiry: 14 * DAY,
                effective_quorum: Perbill::from_percent(8),
                tracks: vec![
                    (ProposalKind::ProtocolUpgrade, slow),
                    (ProposalKind::ParameterChange, track),
                ],
            })
        }

        #[advanced]
        fn proposal(&self, at: Hash, id: ProposalId) -> Answer<Option<ProposalView<AccountId>>> {
            self.ask(at)?;
            Ok((id < 300).then(|| view(id)))
        }

        #[advanced]
        fn proposal_status(&self, at: Hash, id: ProposalId) -> Answer<Option<Status>> {
            self.ask(at)?;
            Ok((id < 300).then(|| view(id).status))
        }

        #[advanced]
        fn proposals(
            &self,
            at: Hash,
            status: Option<Status>,
            kind: Option<ProposalKind>,
            proposer: Option<AccountId>,
            limit: u32,
            offset: u32,
        ) -> Answer<Vec<ProposalView<AccountId>>> {
            self.ask(at)?;
            let all = (0..300).rev().map(view);
            Ok(all
                .filter(|view| status.is_none_or(|status| status == view.status))
                .filter(|view| kind.is_none_or(|kind| kind == view.kind))
                .filter(|view| proposer.is_none() || proposer.as_ref() == Some(&view.proposer))
                .skip(offset as usize)
                .take(limit as usize)
                .collect())
        }

        #[advanced]
        fn votes(
            &self,
            at: Hash,
            id: ProposalId,
            limit: u32,
            offset: u32,
        ) -> Answer<Vec<VoteView<AccountId>>> {
            self.ask(at)?;
            let votes = if id == 0 { 0 } else { 150 };
            Ok((0..votes)
                .rev()
                .map(|place| vote(id, place))
                .skip(offset as usize)
                .take(limit as usize)
                .collect())
        }

        #[advanced]
        fn dry_run_of(
            &self,
            at: Hash,
            id: ProposalId,
        ) -> Answer<Option<Result<DryRun, Refused>>> {
            self.ask(at)?;
            let error = DispatchError::BadOrigin;
            Ok(match id {
                1 => {
                    let weight = Weight::from_parts(5, 6);
                    Some(Ok(DryRun { result: Ok(()), weight, events: vec![vec![7]] }))
                }
                2 => Some(Err(Refused { index: Some(3), error })),
                _ => None,
            })
        }

        #[advanced]
        fn evaluation(&self, at: Hash, id: ProposalId) -> Answer<Option<strategies::Evaluation>> {
            self.ask(at)?;
            let parts = strategies::Evaluation {
                support: -38,
                council: 16,
                challenge: -64,
                proposer: 24,
                size: -32,
            };
            Ok((1..300).contains(&id).then_some(parts))
        }

        #[advanced]
        fn policies(&self, at: Hash, limit: u32, offset: u32) -> Answer<Vec<PolicyView>> {
            self.ask(at)?;
            let policy = |version| PolicyView {
                name: b"market/fees".to_vec(),
                value: "höchstens 3 %".into(),
                version,
                proposal: (version > 0).then_some(4),
                at: NOON,
            };
            Ok((0..150).map(policy).skip(offset as usize).take(limit as usize).collect())
        }
    }
}

fn view(id: ProposalId) -> ProposalView<AccountId> {
    let executed = id % 2 == 1;
    let power = |human, provider| PowerByClass { human, provider, ..Default::default() };
    ProposalView {
        id,
        kind: if id < 3 { ProposalKind::Emergency } else { ProposalKind::TreasuryAllocation },
        category: (id > 0).then_some(Category::Staking),
        title: "Größere Sätze".into(),
        description: b"Why it is needed.".to_vec(),
        link: b"ipfs://bafy".to_vec(),
        proposer: account(1 + (id % 2) as u8),
        status: if executed { Status::Executed } else { Status::Active },
        created: NOON,
        voting_from: NOON,
        ends: NOON + DAY,
        extended_by: 12 * HOUR,
        eta: executed.then_some(NOON + 2 * DAY),
        expires: executed.then_some(NOON + 16 * DAY),
        finished: executed.then_some(NOON + 2 * DAY + 1),
        base: 1_000,
        quorum: Perbill::from_parts(76_300_000),
        asked_quorum: Perbill::from_percent(10),
        majority: if id < 3 { Majority::TwoThirds } else { Majority::Simple },
        approval: (id == 5).then(|| Perbill::from_percent(60)),
        tally: Tally {
            votes_for: power(60, 40),
            votes_against: power(30, 0),
            votes_abstain: power(0, 5),
        },
        count: (id > 0).then_some(Count {
            turnout: 125,
            approving: 75,
            opposing: 25,
            outcome: Outcome::Passed,
        }),
        votes: 4,
        approvals: vec![account(8)],
        approvals_required: 3,
        bond: 9,
        call_names: vec!["Parameters.set_parameter".into()],
        calls: vec![1, 2],
        call_hash: Hash::repeat_byte(3),
        challenge: (id == 3).then(|| ChallengeView {
            challenger: account(7),
            grounds: Grounds::Misleading,
            text: b"It is not what it says.".to_vec(),
            bond: Balance::MAX,
            deadline: NOON,
            by_council: false,
            verdict: Some(Verdict::Dismissed),
        }),
        rejection: None,
        error: None,
    }
}

fn vote(proposal: ProposalId, place: u8) -> VoteView<AccountId> {
    VoteView {
        proposal,
        voter: account(place),
        position: Position::ALL[usize::from(place) % 3],
        class: VoterClass::Human,
        own: 10,
        delegated: PowerByClass { human: 3, builder: 4, ..Default::default() },
        reason: if place == 0 { vec![] } else { "weil".into() },
        at: NOON,
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
    call(GovernanceMethodsServer::into_rpc(methods), method, parameters).await
}

/// The numbers of the proposals in a list.
async fn numbers(parameters: Value) -> Vec<u64> {
    let list = ask("governance_proposals", parameters).await.unwrap();
    list.as_array().unwrap().iter().map(|each| each["id"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn parameters_have_the_names_of_the_governance_api() {
    assert_eq!(
        ask("governance_parameters", json!([])).await.unwrap(),
        json!({
            "min_proposal_voting_power": "340282366920938463463374607431768211455",
            "max_proposal_title_length": 200,
            "max_proposal_description_length": 5_000,
            "default_voting_period_days": 7.0,
            "max_voting_period_days": 30.0,
            "min_quorum_threshold": 0.01,
            "max_quorum_threshold": 1.0,
            "min_approval_threshold": 0.01,
            "max_approval_threshold": 1.0,
            "execution_delay_hours": 24.0,
        })
    );
}

#[tokio::test]
async fn proposal_is_told_whole() {
    let proposal = json!({
        "id": 3,
        "title": "Größere Sätze",
        "description": "Why it is needed.",
        "type": "fund_allocation",
        "category": "staking",
        "target": { "calls": ["Parameters.set_parameter"] },
        "proposer": account(2).to_string(),
        "status": "executed",
        "created_at": "2026-12-01T12:00:00.000Z",
        "voting_deadline": "2026-12-02T12:00:00.000Z",
        "quorum_threshold": 0.1,
        "approval_threshold": 0.5,
        "current_quorum": 0.125,
        "current_approval": 0.75,
        "votes_for": "100",
        "votes_against": "30",
        "votes_abstain": "5",
        "total_voting_power": "1000",
        "executed_at": "2026-12-03T12:00:00.001Z",
        "rejection_reason": null,
        "base": "1000",
        "link": "ipfs://bafy",
        "call_names": ["Parameters.set_parameter"],
        "calls": "0x0102",
        "call_hash": format!("0x{}", "03".repeat(32)),
        "council_approvals": [account(8).to_string()],
        "council_required": 3,
        "challenge": {
            "challenger": account(7).to_string(),
            "grounds": "misleading",
            "text": "It is not what it says.",
            "bond": "340282366920938463463374607431768211455",
            "deadline": "2026-12-01T12:00:00.000Z",
            "by_council": false,
            "verdict": "dismissed",
        },
        "eta": "2026-12-03T12:00:00.000Z",
        "expires_at": "2026-12-17T12:00:00.000Z",
        "extended_by": "PT43200S",
        "effective_quorum": 0.0763,
    });
    assert_eq!(ask("governance_proposal", json!([3])).await.unwrap(), proposal);
    let list = json!({ "limit": 1, "offset": 296 });
    assert_eq!(ask("governance_proposals", list).await.unwrap(), json!([proposal]));
}

#[tokio::test]
async fn what_is_not_there_is_null() {
    let archived = ask("governance_proposal", json!([0])).await.unwrap();
    for field in [
        "category",
        "current_quorum",
        "current_approval",
        "executed_at",
        "rejection_reason",
        "challenge",
        "eta",
        "expires_at",
    ] {
        assert_eq!(archived[field], Value::Null, "{field}");
    }
    assert_eq!(archived["votes_for"], "100");
}

#[tokio::test]
async fn stricter_of_track_and_wish_is_the_approval() {
    for (id, approval) in [(1, 2.0 / 3.0), (4, 0.5), (5, 0.6)] {
        let proposal = ask("governance_proposal", json!([id])).await.unwrap();
        assert_eq!(proposal["approval_threshold"], approval, "{id}");
    }
}

#[test]
fn rejections_and_failures_say_why() {
    let reason = |rejection, error| {
        let view = ProposalView { rejection, error, ..view(1) };
        Proposal::from(view).rejection_reason
    };
    assert_eq!(reason(Some(Outcome::NoQuorum), None).unwrap(), "Quorum not met");
    assert_eq!(reason(Some(Outcome::NotApproved), None).unwrap(), "Approval threshold not met");
    assert_eq!(reason(None, Some(DispatchError::BadOrigin)).unwrap(), "BadOrigin");
    assert_eq!(reason(None, None), None);
}

#[tokio::test]
async fn proposals_are_filtered_and_paged() {
    let twenty: Vec<_> = (280..300).rev().collect();
    for all in [json!([]), json!([null]), json!([null, null, 0]), json!({ "offset": 0 })] {
        assert_eq!(numbers(all).await, twenty);
    }
    assert_eq!(numbers(json!([null, 2, 3])).await, [296, 295]);
    assert_eq!(numbers(json!(["executed", 2])).await, [299, 297]);
    assert_eq!(numbers(json!(["active", 2, 1])).await, [296, 294]);
    assert_eq!(numbers(json!(["rejected"])).await, [0; 0]);
    assert_eq!(numbers(json!([null, 100, 0, "emergency"])).await, [2, 1, 0]);
    assert_eq!(numbers(json!({ "status": "active", "type": "emergency" })).await, [2, 0]);
    let proposer = account(1).to_string();
    assert_eq!(numbers(json!({ "proposer": proposer, "limit": 2 })).await, [298, 296]);
    assert_eq!(numbers(json!([null, 100])).await.len(), 100);
}

#[tokio::test]
async fn votes_are_told_newest_first() {
    let vote = |place: u8, vote: &str, reason: Value| {
        json!({
            "proposal_id": 4,
            "voter_id": account(place).to_string(),
            "vote": vote,
            "voting_power": "17",
            "reason": reason,
            "voted_at": "2026-12-01T12:00:00.000Z",
        })
    };
    assert_eq!(
        ask("governance_votes", json!([4, 2])).await.unwrap(),
        json!([vote(149, "abstain", json!("weil")), vote(148, "against", json!("weil"))])
    );
    assert_eq!(
        ask("governance_votes", json!({ "id": 4, "offset": 149 })).await.unwrap(),
        json!([vote(0, "for", Value::Null)])
    );
    let default = ask("governance_votes", json!([4])).await.unwrap();
    assert_eq!(default.as_array().unwrap().len(), 20);
    // Those on an archived proposal are gone.
    assert_eq!(ask("governance_votes", json!([0])).await.unwrap(), json!([]));
}

#[tokio::test]
async fn dry_run_tells_what_would_come_of_a_proposal() {
    let run = ask("governance_dryRun", json!([1])).await.unwrap();
    assert_eq!((&run["success"], &run["events"]), (&json!(true), &json!(["0x07"])));
    let run = ask("governance_dryRun", json!([2])).await.unwrap();
    assert_eq!((&run["allowed"], &run["call_index"]), (&json!(false), &json!(3)));
}

#[tokio::test]
async fn evaluation_is_told_by_its_parts() {
    assert_eq!(
        ask("governance_evaluation", json!([4])).await.unwrap(),
        json!({
            "proposal_id": 4,
            "evaluation": -94,
            "support": -38,
            "council": 16,
            "challenge": -64,
            "proposer": 24,
            "size": -32,
        })
    );
    assert_eq!(
        ask("governance_evaluation", json!({ "id": 4 })).await.unwrap()["evaluation"],
        json!(-94)
    );
}

#[tokio::test]
async fn policies_are_told_with_what_set_them() {
    let policy = |version: u32, proposal: Value| {
        json!({
            "name": "market/fees",
            "value": "höchstens 3 %",
            "version": version,
            "proposal_id": proposal,
            "updated_at": "2026-12-01T12:00:00.000Z",
        })
    };
    assert_eq!(
        ask("governance_policies", json!([2])).await.unwrap(),
        json!([policy(0, Value::Null), policy(1, json!(4))])
    );
    let default = ask("governance_policies", json!({ "offset": 140 })).await.unwrap();
    assert_eq!(default.as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn power_is_told_with_what_it_is_measured_against() {
    assert_eq!(
        ask("governance_votingPower", json!([account(1).to_string()])).await.unwrap(),
        json!({
            "user_id": account(1).to_string(),
            "voting_power": "340282366920938463463374607431768211455",
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
async fn unknown_proposals_fail() {
    for method in
        ["governance_proposal", "governance_votes", "governance_dryRun", "governance_evaluation"]
    {
        let error = ask(method, json!([300])).await.unwrap_err();
        let answer = (error.code(), error.message());
        assert_eq!(answer, (20_201, "there is no proposal 300"), "{method}");
    }
    for method in ["governance_dryRun", "governance_evaluation"] {
        let error = ask(method, json!([0])).await.unwrap_err();
        let answer = (error.code(), error.message());
        assert_eq!(answer, (20_201, "proposal 0 is archived: its votes and calls are gone"));
    }
}

#[tokio::test]
async fn unknown_names_fail() {
    for parameters in [json!(["open"]), json!({ "type": "treasury" })] {
        let error = ask("governance_proposals", parameters.clone()).await.unwrap_err();
        assert_eq!(error.code(), 20_202, "{parameters}");
    }
}

#[tokio::test]
async fn too_long_lists_are_refused() {
    for (method, parameters) in [
        ("governance_proposals", json!([null, 101])),
        ("governance_votes", json!([1, 101])),
        ("governance_policies", json!([101])),
    ] {
        let error = ask(method, parameters).await.unwrap_err();
        let message = "101 are too many for one call: ask for at most 100";
        assert_eq!((error.code(), error.message()), (20_009, message), "{method}");
    }
}

#[tokio::test]
async fn garbage_is_refused_as_a_parameter() {
    for (method, parameters) in [
        ("governance_proposal", json!([])),
        ("governance_proposal", json!([-1])),
        ("governance_proposal", json!(["1"])),
        ("governance_proposals", json!([1])),
        ("governance_proposals", json!([null, -1])),
        ("governance_proposals", json!({ "proposer": "Alice" })),
        ("governance_votes", json!([])),
        ("governance_dryRun", json!([null])),
        ("governance_evaluation", json!([-1])),
        ("governance_votingPower", json!(["nobody"])),
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
        ("governance_parameters", json!([])),
        ("governance_proposals", json!([])),
        ("governance_proposal", json!([1])),
        ("governance_votes", json!([1])),
        ("governance_dryRun", json!([1])),
        ("governance_evaluation", json!([1])),
        ("governance_policies", json!([])),
        ("governance_votingPower", json!([account(1).to_string()])),
    ] {
        let error = ask_chain(&chain, method, parameters).await.unwrap_err();
        assert_eq!(error.code(), 20_005, "{method}");
    }
}

#[tokio::test]
async fn unknown_hash_fails() {
    let parameters = json!([account(1).to_string(), Hash::repeat_byte(1)]);
    let error = ask("governance_votingPower", parameters).await.unwrap_err();
    assert_eq!(error.code(), 20_001);
}
