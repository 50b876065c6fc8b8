//! The allow list, call by call.

use super::*;
use crate::operational::{all_calls, wrapped};
use aitbc_primitives::market::gpu::AuditSpec;
use aitbc_runtime::{
    adapters::{
        origins::types_that_set,
        requirements::{AllowList, Maker, ALLOWED},
    },
    parameters::groups::RuntimeParametersKey,
};
use codec::Decode;
use frame_support::traits::{
    dynamic_params::AggregatedKeyValue, GetCallMetadata, UnfilteredDispatchable,
};
use pallet_gpu_staking::types::{PoolChange, PoolSpec, PriceRange, MAX_PER_UNIT, MIN_PER_UNIT};
use pallet_openclaw::{Requirement, Requirements};
use sp_runtime::Permill;
use ProposalKind::*;

/// What each call is for the types that may make it, as 04 section 2 says: whether it is made as Root. All calls
/// that are not listed are nobody's.
const DESIGNED: &[(&str, &str, &[ProposalKind], bool)] = &[
    ("Parameters", "set_parameter", &[ParameterChange], false),
    ("Parameters", "set_parameter", &[ProtocolUpgrade], true),
    ("OpenClaw", "set_council", &[ParameterChange, ProtocolUpgrade], false),
    ("System", "authorize_upgrade", &[ProtocolUpgrade], true),
    ("Staking", "set_validator_count", &[ProtocolUpgrade], true),
    ("Staking", "increase_validator_count", &[ProtocolUpgrade], true),
    ("Staking", "scale_validator_count", &[ProtocolUpgrade], true),
    ("Staking", "set_staking_configs", &[ProtocolUpgrade], true),
    ("Staking", "set_min_commission", &[ProtocolUpgrade], true),
    ("Staking", "force_no_eras", &[ProtocolUpgrade], true),
    ("Staking", "force_new_era_always", &[ProtocolUpgrade], true),
    ("Staking", "force_new_era", &[ProtocolUpgrade, Emergency], true),
    ("Staking", "cancel_deferred_slash", &[ProtocolUpgrade, Emergency], true),
    ("Grandpa", "note_stalled", &[ProtocolUpgrade], true),
    ("MultiBlockMigrations", "force_set_cursor", &[ProtocolUpgrade], true),
    ("MultiBlockMigrations", "force_set_active_cursor", &[ProtocolUpgrade], true),
    ("MultiBlockMigrations", "force_onboard_mbms", &[ProtocolUpgrade], true),
    ("MultiBlockMigrations", "clear_historic", &[ProtocolUpgrade], true),
    ("OpenClaw", "cancel_proposal", &[ProtocolUpgrade, Emergency], false),
    ("OpenClaw", "pause", &[ProtocolUpgrade, Emergency], false),
    ("OpenClaw", "unpause", &[ProtocolUpgrade, Emergency], false),
    ("OpenClaw", "enter_safe_mode", &[ProtocolUpgrade, Emergency], false),
    ("OpenClaw", "exit_safe_mode", &[ProtocolUpgrade, Emergency], false),
    ("OpenClaw", "set_policy", &[PolicyChange], false),
    ("OpenClaw", "remove_policy", &[PolicyChange], false),
    ("GpuStaking", "create_pool", &[ParameterChange, AgentTrading], false),
    ("GpuStaking", "update_pool", &[ParameterChange, AgentTrading], false),
    ("GpuStaking", "close_pool", &[ParameterChange, AgentTrading], false),
    ("GpuStaking", "take_back", &[ParameterChange, AgentTrading], false),
    ("GpuStaking", "fund_from", &[TreasuryAllocation], false),
];

/// Refused for every type, whatever else is decided.
const NEVER: &[(&str, &[&str])] = &[
    (
        "System",
        &[
            "set_code",
            "set_code_without_checks",
            "authorize_upgrade_without_checks",
            "set_storage",
            "kill_storage",
            "kill_prefix",
            "set_heap_pages",
        ],
    ),
    (
        "Balances",
        &["force_transfer", "force_unreserve", "force_set_balance", "force_adjust_total_issuance"],
    ),
    ("Vesting", &["force_vested_transfer", "force_remove_vesting_schedule"]),
    ("OpenClaw", &["bootstrap_dispatch", "propose", "vote", "advance"]),
    ("Utility", &["*"]),
    ("Proxy", &["*"]),
    ("Multisig", &["*"]),
    ("Scheduler", &["*"]),
    ("Council", &["*"]),
    ("Preimage", &["*"]),
    ("SafeMode", &["*"]),
    ("TxPause", &["*"]),
    ("Treasury", &["*"]),
    ("Escrow", &["*"]),
    ("GpuStaking", &["fund", "stake", "add", "unstake", "claim"]),
    ("Agents", &["*"]),
    ("AgentWallet", &["*"]),
];

fn name(call: &RuntimeCall) -> (&'static str, &'static str) {
    let call = call.get_call_metadata();
    (call.pallet_name, call.function_name)
}

/// The errors with which [`OpenClaw`] refuses a list of calls.
fn refusal(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Option<(Option<u32>, DispatchError)> {
    OpenClaw::check(kind, calls).err().map(|refused| (refused.index, refused.error))
}

fn not_allowed(index: u32) -> Option<(Option<u32>, DispatchError)> {
    Some((Some(index), error(Error::CallNotAllowed)))
}

#[test]
fn every_call_of_the_metadata_is_allowed_as_designed() {
    let (calls, missing) = all_calls();
    assert!(missing.is_empty(), "{missing:?}");
    Chain::development().inspect(|| {
        // While it lasts, no proposal for parameters sets the council.
        OpenClaw::end_bootstrap();
        let mut seen = 0;
        for call in calls {
            let (pallet, function) = name(&call);
            for kind in ProposalKind::ALL {
                let designed = DESIGNED.iter().find(|(p, f, kinds, _)| {
                    (*p, *f) == (pallet, function) && kinds.contains(&kind)
                });
                let checked = AllowList::check(kind, &call).ok();
                let as_root = checked.map(|requirement| requirement.as_root);
                assert_eq!(as_root, designed.map(|row| row.3), "{kind:?}: {pallet}.{function}");
                let refused = refusal(kind, vec![call.clone()]) == not_allowed(0);
                assert_eq!(refused, designed.is_none(), "{kind:?}: {pallet}.{function}");
                seen += usize::from(designed.is_some());
            }
        }
        // Every row is of a call that exists.
        assert_eq!(seen, DESIGNED.iter().map(|row| row.2.len()).sum::<usize>());
    });
}

#[test]
fn some_calls_are_never_allowed() {
    for (pallet, functions) in NEVER {
        for function in *functions {
            let names = RuntimeCall::get_call_names(pallet);
            assert!(*function == "*" || names.contains(function), "{pallet} has no {function}");
            let listed = ALLOWED.iter().any(|row| {
                row.pallet == *pallet && (*function == "*" || row.calls.contains(function))
            });
            assert!(!listed, "{pallet}.{function}");
        }
    }
}

#[test]
fn every_name_of_the_allow_list_is_a_real_call() {
    for row in ALLOWED {
        for call in row.calls {
            let names = RuntimeCall::get_call_names(row.pallet);
            assert!(names.contains(call), "{} has no call {call}", row.pallet);
        }
    }
}

/// Calls that carry calls, or the hash of one.
fn nesting(call: &RuntimeCall) -> Vec<RuntimeCall> {
    use sp_runtime::traits::Hash as _;

    let boxed = || Box::new(call.clone());
    let bob: AccountId = Bob.to_account_id();
    let hash = Hashing::hash_of(call);
    let mut nesting = wrapped(call);
    nesting.extend::<Vec<RuntimeCall>>(vec![
        pallet_scheduler::Call::schedule {
            when: 1_000,
            maybe_periodic: None,
            priority: 0,
            call: boxed(),
        }
        .into(),
        pallet_scheduler::Call::schedule_after {
            after: 10,
            maybe_periodic: None,
            priority: 0,
            call: boxed(),
        }
        .into(),
        pallet_scheduler::Call::schedule_named {
            id: [0; 32],
            when: 1_000,
            maybe_periodic: None,
            priority: 0,
            call: boxed(),
        }
        .into(),
        pallet_collective::Call::propose { threshold: 3, proposal: boxed(), length_bound: 1_000 }
            .into(),
        pallet_collective::Call::execute { proposal: boxed(), length_bound: 1_000 }.into(),
        pallet_preimage::Call::note_preimage { bytes: vec![1] }.into(),
        pallet_preimage::Call::request_preimage { hash }.into(),
        pallet_multisig::Call::as_multi {
            threshold: 2,
            other_signatories: vec![bob.clone()],
            maybe_timepoint: None,
            call: boxed(),
            max_weight: Default::default(),
        }
        .into(),
        pallet_multisig::Call::approve_as_multi {
            threshold: 2,
            other_signatories: vec![bob.clone()],
            maybe_timepoint: None,
            call_hash: hash.0,
            max_weight: Default::default(),
        }
        .into(),
        pallet_agent_wallet::Call::execute { wallet: bob.clone(), call: boxed() }.into(),
        pallet_agent_wallet::Call::execute_many { wallet: bob.clone(), calls: vec![call.clone()] }
            .into(),
        // What it makes was stored before.
        pallet_agent_wallet::Call::confirm {
            wallet: bob.clone(),
            pending: 0,
            max_weight: Default::default(),
        }
        .into(),
        pallet_proxy::Call::announce { real: bob.into(), call_hash: hash }.into(),
    ]);
    nesting
}

#[test]
fn calls_that_carry_calls_are_refused_at_creation() {
    let mut world = world();
    let allowed = set_inflation(Perbill::zero());
    let secret = set_governance((governance::HookShare, Perbill::zero()));
    for call in [nesting(&allowed), nesting(&secret)].concat() {
        for kind in ProposalKind::ALL {
            let refused = world.propose(kind, vec![call.clone()]);
            assert_eq!(refused, Err(error(Error::CallNotAllowed)), "{kind:?}: {call:?}");
        }
    }
    // The reason is the call, not the proposer.
    world.propose(ParameterChange, vec![allowed]).unwrap();
}

/// Every parameter there is, without a value.
fn all_parameters() -> Vec<RuntimeParameters> {
    let mut parameters = vec![];
    for group in 0..=255 {
        for key in 0..=255 {
            parameters.extend(RuntimeParameters::decode(&mut [group, key, 0].as_slice()));
        }
    }
    let named = include_str!("../../../src/parameters/groups.rs").matches("pub static ").count();
    assert_eq!(parameters.len(), named);
    parameters
}

#[test]
fn every_parameter_is_set_by_the_types_of_its_group() {
    let parameters = all_parameters();
    Chain::development().inspect(|| {
        for key_value in parameters {
            let allowed: &[ProposalKind] = match &key_value {
                RuntimeParameters::Economics(_) => &[ParameterChange, ProtocolUpgrade],
                RuntimeParameters::Market(_) => &[ParameterChange, ProtocolUpgrade, AgentTrading],
                RuntimeParameters::Governance(_)
                | RuntimeParameters::Consensus(_)
                | RuntimeParameters::Safety(_) => &[ProtocolUpgrade],
                RuntimeParameters::WorkContract(_) => &[],
            };
            let call: RuntimeCall =
                pallet_parameters::Call::set_parameter { key_value: key_value.clone() }.into();
            let (key, _) = key_value.clone().into_parts();
            for kind in ProposalKind::ALL {
                let may = allowed.contains(&kind);
                let checked = AllowList::check(kind, &call);
                assert_eq!(checked.is_ok(), may, "{kind:?}: {key:?}");
                // The parameters pallet takes it from whom the list says, and from nobody else.
                let itself: RuntimeOrigin = pallet_openclaw::Origin::from(kind).into();
                let taken = Parameters::set_parameter(itself, key_value.clone()).is_ok();
                assert_eq!(taken, may && kind != ProtocolUpgrade, "{kind:?}: {key:?}");
                if let Ok(Requirement { as_root, .. }) = checked {
                    assert_eq!(as_root, kind == ProtocolUpgrade);
                }
            }
            let as_root = Parameters::set_parameter(RuntimeOrigin::root(), key_value).is_ok();
            assert_eq!(as_root, allowed.contains(&ProtocolUpgrade), "{key:?}");
        }
    });
}

#[test]
fn market_policies_are_set_by_agent_trading_and_others_are_not() {
    Chain::development().inspect(|| {
        for (name, allowed) in [
            (&b"market/fee"[..], true),
            (b"market/", true),
            (b"market", false),
            (b"markets/fee", false),
            (b"voting-period", false),
            (b"", false),
        ] {
            let refused = refusal(AgentTrading, vec![set_policy(name)]) == not_allowed(0);
            assert_eq!(refused, !allowed, "{name:?}");
            assert_eq!(refusal(PolicyChange, vec![set_policy(name)]), None);
        }
    });
}

#[test]
fn refusal_names_the_first_call_to_blame() {
    Chain::development().inspect(|| {
        OpenClaw::end_bootstrap();
        let good = set_inflation(Perbill::zero());
        let bad = authorize(b"code");
        let calls = vec![good.clone(), good.clone(), bad.clone(), bad];
        assert_eq!(refusal(ParameterChange, calls), not_allowed(2));
        assert_eq!(refusal(ParameterChange, vec![]), Some((None, error(Error::NoCalls))));
        assert_eq!(refusal(PolicyChange, vec![]), None);
        let alone = vec![good, set_council()];
        assert_eq!(refusal(ParameterChange, alone), Some((Some(1), error(Error::MustBeAlone))));
        assert_eq!(refusal(ParameterChange, vec![set_council()]), None);
    });
}

#[test]
fn replacing_the_council_asks_for_ten_percent_and_nothing_of_the_council() {
    for kind in [ParameterChange, ProtocolUpgrade] {
        let wanted = Requirement {
            as_root: false,
            min_quorum: Some(Perbill::from_percent(10)),
            needs_council: false,
            postponable: false,
        };
        assert_eq!(AllowList::check(kind, &set_council()), Ok(wanted));
    }
    let other = AllowList::check(ParameterChange, &set_inflation(Perbill::zero())).unwrap();
    assert!(other.postponable && other.min_quorum.is_none() && !other.needs_council);
}

/// The rules of the pool of the design's scenarios, with this bootstrap and a name that no network begins with.
fn create_pool(bootstrap: Balance) -> RuntimeCall {
    let spec = PoolSpec {
        name: b"another".to_vec().try_into().unwrap(),
        unit: b"a unit".to_vec().try_into().unwrap(),
        rate: AITBC / 1_000,
        match_ratio: Permill::from_percent(50),
        bootstrap,
        price: PriceRange { min: 1, max: AITBC },
        per_unit: 10 * AITBC,
        audit: None,
    };
    pallet_gpu_staking::Call::create_pool { spec }.into()
}

fn update_pool(change: PoolChange) -> RuntimeCall {
    pallet_gpu_staking::Call::update_pool { pool: 0, change }.into()
}

#[test]
fn deciding_who_earns_asks_for_ten_percent_and_the_council() {
    Chain::development().inspect(|| {
        for kind in [ParameterChange, AgentTrading] {
            // A unit is a grant, however much the pool has now.
            for (call, grants) in [
                (create_pool(0), false),
                (create_pool(1), true),
                (update_pool(PoolChange::Bootstrap(0)), false),
                (update_pool(PoolChange::Bootstrap(1)), true),
                // Lower or higher than now: either is for somebody's good.
                (update_pool(PoolChange::PerUnit(MIN_PER_UNIT)), true),
                (update_pool(PoolChange::PerUnit(MAX_PER_UNIT)), true),
                (update_pool(PoolChange::Audit(None)), true),
                (update_pool(PoolChange::Audit(Some(AuditSpec { rows: 1 }))), true),
                (update_pool(PoolChange::Price(PriceRange { min: 1, max: 1 })), false),
                (update_pool(PoolChange::Rate(AITBC)), false),
                (update_pool(PoolChange::MatchRatio(Permill::one())), false),
            ] {
                let wanted = Requirement {
                    as_root: false,
                    min_quorum: grants.then_some(Perbill::from_percent(10)),
                    needs_council: grants,
                    postponable: true,
                };
                assert_eq!(AllowList::check(kind, &call), Ok(wanted), "{call:?}");
            }
        }
    });
}

#[test]
fn pool_is_made_by_a_proposal_and_granted_money_with_the_council_only() {
    let mut world = world();
    let id = world.propose(AgentTrading, vec![create_pool(0)]).unwrap();
    assert_eq!(world.view(id).approvals_required, 0);
    world.pass(id);
    world.until_enactment(id);
    world.advance(id).unwrap();
    assert_eq!(world.look(|| GpuStaking::gpu_pools().len()), 1);

    let grant = update_pool(PoolChange::Bootstrap(AITBC));
    let id = world.propose(AgentTrading, vec![grant]).unwrap();
    assert!(world.view(id).approvals_required > 0);
    world.pass(id);
    world.until_enactment(id);
    world.advance(id).unwrap();
    let bootstrap =
        |world: &mut World| world.look(|| GpuStaking::gpu_pool(0).unwrap().bootstrap_left);
    assert_eq!(bootstrap(&mut world), AITBC);
}

#[test]
fn pools_are_funded_out_of_pots_by_treasury_allocations_only() {
    use aitbc_primitives::pots::SpendingPot;

    let mut chain = Chain::development();
    let pot = pots::account(pots::GPU_REWARDS);
    for (spending, source) in SpendingPot::ALL.map(|spending| (spending, spending.pot())) {
        let source = pots::account(source);
        let before = (chain.balance(&source), chain.balance(&pot));
        chain.inspect(|| {
            for kind in ProposalKind::ALL {
                let origin = pallet_openclaw::Origin::from(kind).into();
                let result = GpuStaking::fund_from(origin, spending, 0, AITBC);
                let wanted = match kind {
                    TreasuryAllocation => Ok(()),
                    _ => Err(DispatchError::BadOrigin),
                };
                assert_eq!(result, wanted, "{kind:?}");
            }
            for origin in [RuntimeOrigin::root(), council(), signed_by(&source)] {
                let result = GpuStaking::fund_from(origin, spending, 0, AITBC);
                assert_eq!(result, Err(DispatchError::BadOrigin));
            }
        });
        let after = (chain.balance(&source), chain.balance(&pot));
        assert_eq!(after, (before.0 - AITBC, before.1 + AITBC));
    }
}

#[test]
fn pools_are_made_by_whoever_sets_parameters_of_the_market() {
    Chain::development().inspect(|| {
        // The second one fails, but not for its origin.
        let create = |origin| {
            let failed = create_pool(0).dispatch_bypass_filter(origin).err();
            failed.is_none_or(|failed| failed.error != DispatchError::BadOrigin)
        };
        for kind in ProposalKind::ALL {
            let wanted = [ParameterChange, AgentTrading].contains(&kind);
            assert_eq!(create(pallet_openclaw::Origin::from(kind).into()), wanted, "{kind:?}");
        }
        assert!(create(RuntimeOrigin::root()));
        assert!(!create(council()) && !create(RuntimeOrigin::none()));
    });
}

/// The allow list as people read it, type by type.
fn table() -> String {
    let mut lines = vec!["| type | calls |".to_string(), "|---|---|".to_string()];
    for kind in ProposalKind::ALL {
        let rows = ALLOWED.iter().filter(|row| row.kinds.contains(&kind));
        let cells: Vec<String> = rows
            .map(|row| {
                let calls: Vec<_> =
                    row.calls.iter().map(|call| format!("`{}.{call}`", row.pallet)).collect();
                let calls = calls.join(", ");
                let what = match row.calls {
                    ["set_parameter"] => format!(" of {}", groups(kind)),
                    ["set_policy"] if kind == AgentTrading => {
                        " of names that begin with `market/`".into()
                    }
                    _ => String::new(),
                };
                let root = if row.maker == Maker::Root { "as Root " } else { "" };
                format!("{root}{calls}{what}")
            })
            .collect();
        let cell = if cells.is_empty() { "none yet".into() } else { cells.join("; ") };
        lines.push(format!("| {kind:?} | {cell} |"));
    }
    lines.join("\n") + "\n"
}

/// The groups whose parameters a type sets.
fn groups(kind: ProposalKind) -> String {
    let mut groups: Vec<&str> = all_parameters()
        .into_iter()
        .map(|parameter| parameter.into_parts().0)
        .filter(|key| types_that_set(key).contains(&kind))
        .map(|key| match key {
            RuntimeParametersKey::Economics(_) => "Economics",
            RuntimeParametersKey::Market(_) => "Market",
            RuntimeParametersKey::WorkContract(_) => "WorkContract",
            RuntimeParametersKey::Governance(_) => "Governance",
            RuntimeParametersKey::Consensus(_) => "Consensus",
            RuntimeParametersKey::Safety(_) => "Safety",
        })
        .collect();
    groups.dedup();
    groups.join(", ")
}

#[test]
fn docs_have_the_allow_list() {
    let docs = include_str!("../../../../docs/governance.md");
    let table = table();
    assert!(docs.contains(&table), "docs/governance.md lacks this table:\n{table}");
}
