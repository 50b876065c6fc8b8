//! What callers of wallets may do, call by call.

use super::*;
use crate::{operational::all_calls, safety::full_name, state_price};
use aitbc_primitives::{market::escrow::Terms, pots};
use aitbc_runtime::adapters::permissions::Permitted;
use frame_support::traits::GetCallMetadata;
use pallet_agent_wallet::{CallClass, LeafCalls};
use pallet_staking::RewardDestination;
use sp_runtime::traits::Hash as _;
use Permission::*;

/// The calls that callers may make, and the permissions that each takes, as the issue has them.
const LEAVES: &[(&str, &[&str], &[Permission])] = &[
    ("Balances", &["transfer_keep_alive", "transfer_allow_death", "transfer_all"], &[Transfer]),
    ("OpenClaw", &["vote", "cast_for_delegator"], &[Vote]),
    (
        "VotingPower",
        &["delegate", "undelegate", "accept_delegations", "remove_delegator", "unfreeze"],
        &[Vote],
    ),
    ("OpenClaw", &["propose", "withdraw", "challenge"], &[Propose]),
    (
        "Staking",
        &["bond", "bond_extra", "unbond", "rebond", "withdraw_unbonded", "nominate", "chill"],
        &[Stake],
    ),
    ("GpuStaking", &["stake", "add", "unstake", "withdraw_unbonded", "claim", "refresh"], &[Stake]),
    ("Agents", &["send", "acknowledge", "reject"], &[Message]),
    (
        "Escrow",
        &[
            "cancel",
            "accept",
            "decline",
            "deliver",
            "release",
            "refund",
            "approve",
            "withdraw_approval",
            "split",
            "settle",
            "top_up",
            "withdraw",
            "close_stream",
        ],
        &[Market],
    ),
    ("Escrow", &["create", "open_stream"], &[Market, Transfer]),
    ("GpuStaking", &["fund"], &[Stake, Transfer]),
];

/// The calls that are the owner's, whoever else has every permission. Of the pallets above each call is named, so
/// that nobody adds one to them without a thought about wallets.
const OWNERS: &[(&str, &[&str])] = &[
    (
        "Balances",
        &[
            "burn",
            "force_adjust_total_issuance",
            "force_set_balance",
            "force_transfer",
            "force_unreserve",
            "upgrade_accounts",
        ],
    ),
    (
        "OpenClaw",
        &[
            "advance",
            "approve",
            "bootstrap_dispatch",
            "cancel_proposal",
            "enter_safe_mode",
            "exit_safe_mode",
            "judge",
            "pause",
            "postpone",
            "remove_policy",
            "revoke_approval",
            "set_council",
            "set_policy",
            "unpause",
        ],
    ),
    (
        "Staking",
        &[
            "cancel_deferred_slash",
            "chill_other",
            "deprecate_controller_batch",
            "force_apply_min_commission",
            "force_new_era",
            "force_new_era_always",
            "force_no_eras",
            "force_unstake",
            "increase_validator_count",
            "kick",
            "manual_slash",
            "migrate_currency",
            "payout_stakers",
            "payout_stakers_by_page",
            "reap_stash",
            "restore_ledger",
            "scale_validator_count",
            "set_controller",
            "set_invulnerables",
            "set_min_commission",
            "set_payee",
            "set_staking_configs",
            "set_validator_count",
            "update_payee",
            "validate",
        ],
    ),
    (
        "GpuStaking",
        &["close_pool", "create_pool", "fund_from", "relock", "take_back", "update_pool"],
    ),
    (
        "Agents",
        &[
            "accept_control",
            "add_contacts",
            "heartbeat",
            "offer_control",
            "purge",
            "register",
            "remove_contacts",
            "resume",
            "retire",
            "set_inbox",
            "set_role",
            "suspend",
            "update",
        ],
    ),
    ("AgentWallet", &["*"]),
    ("Availability", &["*"]),
    ("Council", &["*"]),
    ("Equivocation", &["*"]),
    ("Forum", &["*"]),
    ("Grandpa", &["*"]),
    ("MultiBlockMigrations", &["*"]),
    ("Multisig", &["*"]),
    ("Parameters", &["*"]),
    ("Preimage", &["*"]),
    ("Proxy", &["*"]),
    ("Reputation", &["*"]),
    ("SafeMode", &["*"]),
    ("Scheduler", &["*"]),
    ("Session", &["*"]),
    ("System", &["*"]),
    ("Timestamp", &["*"]),
    ("Treasury", &["*"]),
    ("TxPause", &["*"]),
    ("Utility", &["*"]),
    ("ValidationPool", &["*"]),
    ("Vesting", &["*"]),
    ("VoterList", &["*"]),
];

const PERMISSIONS: [Permission; 6] = [Transfer, Vote, Propose, Market, Stake, Message];

fn name(call: &RuntimeCall) -> (&'static str, &'static str) {
    let call = call.get_call_metadata();
    (call.pallet_name, call.function_name)
}

/// The permissions that a call takes, if callers may make it.
fn needed(call: &RuntimeCall) -> Option<&'static [Permission]> {
    let (pallet, function) = name(call);
    let row = LEAVES.iter().find(|row| row.0 == pallet && row.1.contains(&function))?;
    Some(row.2)
}

#[test]
fn every_call_of_the_metadata_is_classified() {
    let (calls, missing) = all_calls();
    assert!(missing.is_empty(), "{missing:?}");
    let mut seen = 0;
    for call in calls {
        let (pallet, function) = name(&call);
        let owners = OWNERS.iter().any(|(of, functions)| {
            *of == pallet && (*functions == ["*"] || functions.contains(&function))
        });
        let leaf = needed(&call);
        assert!(
            owners != leaf.is_some(),
            "{pallet}.{function} has to be in one of the lists: what may callers of a wallet do?"
        );
        let class = match Permitted::classify(&call) {
            CallClass::Leaf { permissions, .. } => Some(permissions),
            CallClass::OwnerOnly => None,
        };
        assert_eq!(class, leaf, "{pallet}.{function}");
        seen += usize::from(leaf.is_some());
    }
    // Each name is of a call that exists.
    assert_eq!(seen, LEAVES.iter().map(|row| row.1.len()).sum::<usize>());
    for (pallet, functions) in OWNERS {
        assert!(RuntimeCall::get_module_names().contains(pallet), "no pallet {pallet}");
        let names = RuntimeCall::get_call_names(pallet);
        for function in functions.iter().filter(|function| **function != "*") {
            assert!(names.contains(function), "{pallet} has no {function}");
        }
    }
}

/// Each caller has one permission, and one has all.
#[test]
fn permissions_cover_these_calls_and_no_others() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let (calls, _) = all_calls();
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        let caller = |permission: Permission| AccountId::new([permission as u8 + 1; 32]);
        let alice = || signed_by(&Alice.to_account_id());
        for permission in PERMISSIONS.into_iter().chain([Any]) {
            let permissions = std::collections::BTreeSet::from([permission]).try_into().unwrap();
            let rules = Caller { permissions, expires: None, limits: None, recipients: None };
            AgentWallet::set_caller(alice(), wallet.clone(), caller(permission), rules).unwrap();
        }
        let not_permitted = DispatchError::from(WalletError::<Runtime>::NotPermitted);
        for call in calls {
            let needed = needed(&call);
            for permission in PERMISSIONS.into_iter().chain([Any]) {
                let covers = needed.is_some_and(|needed| {
                    permission == Any || needed.iter().all(|each| *each == permission)
                });
                let result = frame_support::storage::with_transaction(|| {
                    let result = execute(&caller(permission), &wallet, call.clone());
                    sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
                })
                .unwrap();
                let is_refused = result == Err(not_permitted);
                assert_eq!(is_refused, !covers, "{permission:?}: {:?}, {result:?}", name(&call));
            }
        }
    });
}

fn boxed(call: &RuntimeCall) -> Box<RuntimeCall> {
    Box::new(call.clone())
}

/// Whatever leaves somebody standing authority over the tokens of the account, or redirects its income.
fn standing_authorities() -> Vec<RuntimeCall> {
    let bob = || Bob.to_account_id();
    let pay = transfer_to(&bob(), AITBC);
    let remark = frame_system::Call::remark { remark: vec![] };
    let keys = genesis::networks::Network::named("development").unwrap().validators[0].keys.clone();
    let payees = [
        RewardDestination::Account(bob()),
        RewardDestination::None,
        #[allow(deprecated, reason = "it is still there")]
        RewardDestination::Controller,
    ];
    let bonds =
        payees.into_iter().map(|payee| pallet_staking::Call::bond { value: AITBC, payee }.into());
    let mut others = vec![bob(), Charlie.to_account_id()];
    others.sort();
    let calls: Vec<RuntimeCall> = vec![
        pallet_proxy::Call::add_proxy {
            delegate: bob().into(),
            proxy_type: Default::default(),
            delay: 0,
        }
        .into(),
        pallet_proxy::Call::create_pure { proxy_type: Default::default(), delay: 0, index: 0 }
            .into(),
        pallet_proxy::Call::announce { real: bob().into(), call_hash: Hash::zero() }.into(),
        pallet_proxy::Call::proxy { real: bob().into(), force_proxy_type: None, call: boxed(&pay) }
            .into(),
        pallet_multisig::Call::as_multi_threshold_1 {
            other_signatories: vec![bob()],
            call: boxed(&pay),
        }
        .into(),
        pallet_multisig::Call::as_multi {
            threshold: 2,
            other_signatories: others.clone(),
            maybe_timepoint: None,
            call: boxed(&pay),
            max_weight: Default::default(),
        }
        .into(),
        pallet_multisig::Call::approve_as_multi {
            threshold: 2,
            other_signatories: others,
            maybe_timepoint: None,
            call_hash: Hashing::hash_of(&pay).0,
            max_weight: Default::default(),
        }
        .into(),
        pallet_utility::Call::batch { calls: vec![pay.clone()] }.into(),
        pallet_utility::Call::batch_all { calls: vec![pay.clone()] }.into(),
        pallet_utility::Call::force_batch { calls: vec![pay.clone()] }.into(),
        pallet_utility::Call::if_else { main: boxed(&pay), fallback: boxed(&pay) }.into(),
        pallet_utility::Call::as_derivative { index: 0, call: boxed(&pay) }.into(),
        pallet_scheduler::Call::schedule {
            when: 1_000_000_000,
            maybe_periodic: None,
            priority: 0,
            call: boxed(&pay),
        }
        .into(),
        pallet_scheduler::Call::schedule_after {
            after: 10,
            maybe_periodic: None,
            priority: 0,
            call: boxed(&pay),
        }
        .into(),
        pallet_staking::Call::set_payee { payee: RewardDestination::Account(bob()) }.into(),
        pallet_staking::Call::validate { prefs: Default::default() }.into(),
        pallet_session::Call::set_keys { keys, proof: vec![] }.into(),
        pallet_session::Call::purge_keys {}.into(),
        pallet_preimage::Call::note_preimage { bytes: vec![1] }.into(),
        state_price::propose(remark.into()),
        pallet_reputation::Call::delegate {
            domain: aitbc_primitives::reputation::Domain::Compute,
            delegate: bob().into(),
            limit: 1,
        }
        .into(),
        pallet_vesting::Call::vested_transfer {
            target: bob().into(),
            schedule: pallet_vesting::VestingInfo::new(10 * AITBC, 1, 1),
        }
        .into(),
        pallet_balances::Call::burn { value: AITBC, keep_alive: true }.into(),
        register(&key(9), &bob(), Role::Provider),
        pallet_agents::Call::offer_control { agent: bob(), to: Some(bob()) }.into(),
        WalletCall::create { index: 0, agent: None, guardian: None }.into(),
        WalletCall::withdraw { wallet: bob(), to: bob(), amount: 1 }.into(),
        WalletCall::offer_ownership { wallet: bob(), to: Some(bob()) }.into(),
        WalletCall::execute { wallet: bob(), call: boxed(&pay) }.into(),
        WalletCall::execute_many { wallet: bob(), calls: vec![pay] }.into(),
    ];
    calls.into_iter().chain(bonds).collect()
}

#[test]
fn every_standing_authority_is_refused_to_every_caller() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        allow(&wallet, Bob, &[Any]);
        limit(&wallet, [Balance::MAX; 3]);
        let bob = Bob.to_account_id();
        let not_permitted = DispatchError::from(WalletError::<Runtime>::NotPermitted);
        for call in standing_authorities() {
            assert_noop!(execute(&bob, &wallet, call.clone()), not_permitted);
            // Not among others either.
            for calls in [
                vec![transfer_to(&bob, AITBC), call.clone()],
                vec![call.clone(), transfer_to(&bob, AITBC)],
            ] {
                let many = WalletCall::execute_many { wallet: wallet.clone(), calls };
                assert_noop!(dispatch(&bob, many), not_permitted);
            }
        }
        assert_ok!(execute(&bob, &wallet, transfer_to(&bob, AITBC)));
    });
}

/// What the seller has set up beyond the wallet has a deposit or a bond, or delegates, and keeps the wallet from changing
/// hands until it has ended.
#[test]
fn wallet_is_not_sold_with_what_outlives_its_owner() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        let [alice, bob, charlie] = [Alice, Bob, Charlie].map(|who| who.to_account_id());
        let offer =
            WalletCall::offer_ownership { wallet: wallet.clone(), to: Some(charlie.clone()) };
        assert_ok!(dispatch(&alice, offer));
        let accepts = || WalletCall::accept_ownership { wallet: wallet.clone() };
        let not_settled = DispatchError::from(WalletError::<Runtime>::HasObligations);
        let takes = |min_balance| pallet_voting_power::Call::accept_delegations { min_balance };
        assert_ok!(dispatch(&bob, takes(Some(0))));
        let standing: [(RuntimeCall, RuntimeCall); 4] = [
            (
                pallet_voting_power::Call::delegate {
                    delegate: bob.clone().into(),
                    max_power: None,
                }
                .into(),
                pallet_voting_power::Call::undelegate {}.into(),
            ),
            (
                pallet_proxy::Call::add_proxy {
                    delegate: bob.into(),
                    proxy_type: Default::default(),
                    delay: 0,
                }
                .into(),
                pallet_proxy::Call::remove_proxies {}.into(),
            ),
            (
                pallet_preimage::Call::note_preimage { bytes: vec![1] }.into(),
                pallet_preimage::Call::unnote_preimage { hash: Hashing::hash(&[1]) }.into(),
            ),
            (takes(Some(0)).into(), takes(None).into()),
        ];
        for (begins, ends) in standing {
            assert_ok!(execute(&alice, &wallet, begins));
            assert_noop!(dispatch(&charlie, accepts()), not_settled);
            assert_ok!(execute(&alice, &wallet, ends));
        }
        let payee = RewardDestination::Account(alice.clone());
        let bond = pallet_staking::Call::bond { value: 100 * AITBC, payee };
        frame_support::storage::with_transaction(|| {
            assert_ok!(execute(&alice, &wallet, bond));
            assert_noop!(dispatch(&charlie, accepts()), not_settled);
            sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
        })
        .unwrap();
        assert_ok!(dispatch(&charlie, accepts()));
    });
}

/// What a limit could not hold back afterwards, its owner may do.
#[test]
fn owner_makes_all_calls() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        let alice = Alice.to_account_id();
        let add_proxy = pallet_proxy::Call::add_proxy {
            delegate: Bob.to_account_id().into(),
            proxy_type: Default::default(),
            delay: 0,
        };
        assert_ok!(execute(&alice, &wallet, add_proxy));
        assert_eq!(Proxy::proxies(wallet.clone()).0.len(), 1);
        let bond = pallet_staking::Call::bond {
            value: 10 * AITBC,
            payee: RewardDestination::Account(alice.clone()),
        };
        assert_ok!(execute(&alice, &wallet, bond));
    });
}

fn terms() -> Terms<AccountId> {
    use aitbc_primitives::market::escrow::{Fallback, Rule};

    Terms {
        amounts: vec![AITBC].try_into().unwrap(),
        rule: Rule::Manual,
        default: Fallback::Refund,
        arbiter: None,
        accept_within: HOUR,
        deadline_in: DAY,
        review: HOUR,
        terms_hash: None,
    }
}

/// A call for each way to pay somebody.
fn payments(to: &AccountId) -> Vec<RuntimeCall> {
    let dest = || to.clone().into();
    vec![
        transfer_to(to, AITBC),
        pallet_balances::Call::transfer_allow_death { dest: dest(), value: AITBC }.into(),
        pallet_balances::Call::transfer_all { dest: dest(), keep_alive: true }.into(),
        pallet_escrow::Call::create { beneficiary: to.clone(), terms: terms() }.into(),
        pallet_escrow::Call::open_stream {
            beneficiary: to.clone(),
            rate: MILLI,
            prepaid: 60 * MILLI,
            ends: None,
        }
        .into(),
    ]
}

#[test]
fn caller_with_recipients_pays_nobody_else() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 1_000 * AITBC);
        let [bob, charlie, dave] = [Bob, Charlie, Dave].map(|who| who.to_account_id());
        allow_to(&wallet, Bob, &[Any], Some(vec![bob.clone(), charlie.clone()]));
        limit(&wallet, [Balance::MAX; 3]);
        let wrong = DispatchError::from(WalletError::<Runtime>::WrongRecipient);
        for call in payments(&dave) {
            assert_noop!(execute(&bob, &wallet, call), wrong);
        }
        let many = WalletCall::execute_many {
            wallet: wallet.clone(),
            calls: vec![transfer_to(&charlie, AITBC), transfer_to(&dave, AITBC)],
        };
        assert_noop!(dispatch(&bob, many), wrong);
        // Pools of GPUs are paid out of a pot, which nobody has permitted.
        let fund = || pallet_gpu_staking::Call::fund { pool: 0, amount: AITBC };
        assert_noop!(execute(&bob, &wallet, fund()), wrong);
        for to in [&bob, &charlie] {
            for call in payments(to) {
                let result = frame_support::storage::with_transaction(|| {
                    let result = execute(&bob, &wallet, call.clone());
                    sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
                });
                assert_eq!(result.unwrap(), Ok(()), "{call:?}");
            }
        }
        allow_to(&wallet, Bob, &[Any], Some(vec![pots::account(pots::GPU_REWARDS)]));
        assert_ok!(execute(&bob, &wallet, fund()));
    });
}

/// A message for which postage may be paid pays its receiver: that takes the permission to pay, and pay it.
#[test]
fn message_that_pays_postage_is_a_payment_too() {
    let [bob, charlie] = [Bob, Charlie].map(|who| who.to_account_id());
    let send = |to: &AccountId, max_postage| pallet_agents::Call::send {
        to: to.clone(),
        kind: 0,
        envelope: vec![1],
        ttl: HOUR,
        max_postage,
        salt: [0; 16],
    };
    let leaf = CallClass::Leaf { permissions: &[Message], recipients: vec![] };
    assert_eq!(Permitted::classify(&send(&bob, 0).into()), leaf);
    let recipients = vec![bob.clone()];
    let paying = CallClass::Leaf { permissions: &[Message, Transfer], recipients };
    assert_eq!(Permitted::classify(&send(&bob, 1).into()), paying);

    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 100 * AITBC);
        limit(&wallet, [Balance::MAX; 3]);
        let not_permitted = DispatchError::from(WalletError::<Runtime>::NotPermitted);
        let wrong = DispatchError::from(WalletError::<Runtime>::WrongRecipient);
        let no_agent = DispatchError::from(pallet_agents::Error::<Runtime>::NotFound);
        // What is not refused fails since the receivers are no agents.
        allow(&wallet, Bob, &[Message]);
        assert_noop!(execute(&bob, &wallet, send(&charlie, 1)), not_permitted);
        assert_noop!(execute(&bob, &wallet, send(&charlie, 0)), no_agent);
        allow_to(&wallet, Bob, &[Message, Transfer], Some(vec![bob.clone()]));
        assert_noop!(execute(&bob, &wallet, send(&charlie, 1)), wrong);
        assert_noop!(execute(&bob, &wallet, send(&charlie, 0)), no_agent);
        assert_noop!(execute(&bob, &wallet, send(&bob, 1)), no_agent);
    });
}

/// An account that is named in another way than by itself is none that this chain knows.
#[test]
fn transfer_to_an_unknown_name_is_not_permitted() {
    let dest = sp_runtime::MultiAddress::Address20([1; 20]);
    let call = pallet_balances::Call::transfer_keep_alive { dest, value: AITBC };
    assert_eq!(Permitted::classify(&call.into()), CallClass::OwnerOnly);
}

/// Callers are filtered as everybody is.
#[test]
fn paused_call_is_paused_for_wallets_too() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let wallet = wallet_of_alice(0, 100 * AITBC);
        let name = full_name("Balances", "transfer_keep_alive");
        TxPause::pause(RuntimeOrigin::root(), name).unwrap();
        let alice = Alice.to_account_id();
        let filtered = frame_system::Error::<Runtime>::CallFiltered;
        assert_noop!(execute(&alice, &wallet, transfer_to(&alice, AITBC)), filtered);
    });
}
