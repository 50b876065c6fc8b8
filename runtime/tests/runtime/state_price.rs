//! What the chain stores for a caller has a price. Every call has one row: in [`deposits`], which are
//! executed, or in one of the lists before them, which say why it needs none.

use super::{
    agents::{self, register},
    chain::Chain,
};
use aitbc_primitives::{
    agents::{registry::InboxPolicy, Role},
    governance::proposals::{Category, Grounds, ProposalKind, Wishes},
    market::escrow::{Fallback, Rule, Terms},
    time::{DAY, HOUR},
    token::{AITBC, EXISTENTIAL_DEPOSIT},
};
use aitbc_runtime::*;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
    assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo},
    traits::GetCallMetadata,
};
use pallet_staking::{RewardDestination, ValidatorPrefs};
use sp_io::{storage, TestExternalities};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Ferdie};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{traits::Dispatchable, DispatchError, TokenError};
use std::collections::BTreeMap;

/// What is stored goes with the account that it is stored of, and that has at least the existential
/// deposit, free or on hold.
const DIES_WITH_ITS_ACCOUNT: &str = "
    AgentWallet.withdraw: may bring an account to life, as a transfer does
    Balances.transfer_allow_death: may bring an account to life, with the existential deposit;
        points of both histories, at most 512
    Balances.transfer_keep_alive: as transfer_allow_death
    Balances.transfer_all: as transfer_allow_death
    Escrow.approve: may bring the beneficiary's account to life, as a transfer does; otherwise one task for
        each milestone, whose escrow has a deposit
    Escrow.close_stream: may bring the beneficiary's account to life
    Escrow.release: as close_stream
    Escrow.settle: as close_stream
    Escrow.split: as close_stream; an offer is a part of its milestone
    Escrow.withdraw: as close_stream
    GpuStaking.claim: may bring the account of a reward to life
    Reputation.claim_salary: may bring the holder's account to life, as a transfer does
    Reputation.claim_salary_for: as claim_salary
    Staking.validate: an entry of a ledger that has the least bond of validators on hold
    Staking.nominate: an entry with at most 16 targets, of a ledger that has the least bond of
        nominators on hold
    Staking.payout_stakers: may bring the account of a reward to life; what was claimed is known
        for HistoryDepth eras
    Staking.payout_stakers_by_page: as payout_stakers
    Treasury.payout: may bring the account to life that Root has named
    Vesting.vested_transfer: locks at least 10 AITBC for each of at most 28 schedules; the lock
        lasts as long as the entry
    VotingPower.delegate: an account has one delegation, which ends when it dies
";

/// There are never more entries than a constant, or than somebody else pays for.
const BOUNDED: &str = "
    AgentWallet.auto_vote: one vote for each wallet and proposal, of which 64 live, and a place on the list for
        each wallet
    AgentWallet.close: whose the wallet was, for 45 days
    AgentWallet.link: one count for each agent
    AgentWallet.set_strategy: a place on the list for each wallet
    Agents.retire: whose the agent was, for 45 days
    Agents.set_inbox: one entry for each agent
    Availability.release: one entry for each holder of encumbered reputation, which nobody can
        send or buy
    Availability.set_auto_encumber: one entry for each producer that has switched it off
    Council.vote: MaxMembers for each motion, and the motion has a deposit
    Escrow.accept: one task for each milestone, and a number; the escrow has a deposit
    Escrow.deliver: one task for each milestone
    Equivocation.report_equivocation: as of Grandpa
    GpuStaking.add: one task for each position, which has 100 AITBC on hold at least
    GpuStaking.relock: as add
    GpuStaking.unstake: 16 parts of what an account has on hold, and whose each position was, for 7 days
        and until they are withdrawn
    Grandpa.report_equivocation: one for each validator, era and kind of equivocation, of the eras
        that stake is slashable for; the first costs half of the stake and the candidacy, or of
        many voters less of the stake
    OpenClaw.approve: five for each proposal, by the council
    OpenClaw.cast_for_delegator: one ballot for each delegation and open vote, until the vote is cleared
    OpenClaw.vote: one for each holder of tokens and proposal, of which 64 live; its reason has a deposit
    Reputation.delegate: one for each domain and holder of reputation, which nobody can send or buy
    Staking.unbond: MaxUnlockingChunks of a ledger that has tokens on hold
    ValidationPool.stake: MaxStakers for each of MaxOpenPools pools, gone when the pool is resolved
    ValidationPool.stake_for: as stake
    VoterList.rebag: bags, of which there are 200
";

/// Only Root, the council or an inherent may do it: `BadOrigin` for everybody else.
const PRIVILEGED: &str = "
    Balances.force_adjust_total_issuance: Root
    Balances.force_set_balance: Root
    Balances.force_transfer: Root
    Balances.force_unreserve: Root
    Council.disapprove_proposal: Root
    Council.kill: Root
    Council.set_members: nobody
    Equivocation.report_equivocation_unsigned: unsigned
    GpuStaking.close_pool: Root or a proposal
    GpuStaking.create_pool: Root or a proposal
    GpuStaking.fund_from: a proposal
    GpuStaking.take_back: Root or a proposal
    GpuStaking.update_pool: Root or a proposal
    Grandpa.note_stalled: Root
    Grandpa.report_equivocation_unsigned: unsigned, by the author of the block
    MultiBlockMigrations.clear_historic: Root
    MultiBlockMigrations.force_onboard_mbms: Root
    MultiBlockMigrations.force_set_active_cursor: Root
    MultiBlockMigrations.force_set_cursor: Root
    OpenClaw.bootstrap_dispatch: four of the council
    OpenClaw.cancel_proposal: a proposal
    OpenClaw.enter_safe_mode: three of the council, or a proposal
    OpenClaw.exit_safe_mode: three of the council, or a proposal
    OpenClaw.judge: three of the council
    OpenClaw.pause: three of the council, or a proposal
    OpenClaw.postpone: three of the council
    OpenClaw.remove_policy: a proposal
    OpenClaw.set_council: Root or a proposal
    OpenClaw.set_policy: a proposal
    OpenClaw.unpause: three of the council, or a proposal
    Parameters.set_parameter: Root
    Preimage.request_preimage: Root
    Preimage.unrequest_preimage: Root
    SafeMode.force_enter: Root
    SafeMode.force_exit: Root
    SafeMode.force_extend: Root
    SafeMode.force_release_deposit: Root
    SafeMode.force_slash_deposit: Root
    Scheduler.cancel: Root
    Scheduler.cancel_named: Root
    Scheduler.cancel_retry: Root
    Scheduler.cancel_retry_named: Root
    Scheduler.schedule: Root
    Scheduler.schedule_after: Root
    Scheduler.schedule_named: Root
    Scheduler.schedule_named_after: Root
    Scheduler.set_retry: Root
    Scheduler.set_retry_named: Root
    Staking.cancel_deferred_slash: Root
    Staking.deprecate_controller_batch: Root
    Staking.force_new_era: Root
    Staking.force_new_era_always: Root
    Staking.force_no_eras: Root
    Staking.force_unstake: Root
    Staking.increase_validator_count: Root
    Staking.manual_slash: Root
    Staking.restore_ledger: Root
    Staking.scale_validator_count: Root
    Staking.set_invulnerables: Root
    Staking.set_min_commission: Root
    Staking.set_staking_configs: Root
    Staking.set_validator_count: Root
    System.authorize_upgrade: Root
    System.authorize_upgrade_without_checks: Root
    System.kill_prefix: Root
    System.kill_storage: Root
    System.set_code: Root
    System.set_code_without_checks: Root
    System.set_heap_pages: Root
    System.set_storage: Root
    Timestamp.set: inherent
    Treasury.remove_approval: Root
    Treasury.spend: Root
    Treasury.spend_local: Root
    Treasury.void_spend: Root
    TxPause.pause: Root
    TxPause.unpause: Root
    Utility.dispatch_as: Root
    Utility.dispatch_as_fallible: Root
    Utility.with_weight: Root
    ValidationPool.vote: unsigned, by a member of a bench
    Vesting.force_remove_vesting_schedule: Root
    Vesting.force_vested_transfer: Root
";

/// They store nothing of their own: what they carry has rows.
const CARRIES_CALLS: &str = "
    AgentWallet.confirm: calls that waited, whose deposit is free; what was spent is one entry for each
        wallet and caller
    AgentWallet.execute_many: calls; what waits has a deposit, as of execute
    Council.execute: one call of a member
    Multisig.as_multi_threshold_1: one call
    Proxy.proxy: one call
    Proxy.proxy_announced: one call, whose announcement goes
    Utility.as_derivative: one call, of an account that need not exist
    Utility.batch: calls
    Utility.batch_all: calls
    Utility.force_batch: calls
    Utility.if_else: two calls
";

/// They change or remove what is there.
const STORES_NOTHING_NEW: &str = "
    AgentWallet.cancel: removes what waits and its deposit
    AgentWallet.offer_ownership: changes a wallet
    AgentWallet.reactivate: changes a wallet
    AgentWallet.remove_caller: removes a caller and its deposit
    AgentWallet.set_guardian: changes a wallet
    AgentWallet.set_limits: changes a wallet
    AgentWallet.set_time_lock: changes a wallet
    AgentWallet.stop: changes a wallet
    AgentWallet.unlink: changes a wallet
    Agents.acknowledge: removes messages and their deposits
    Agents.heartbeat: changes an agent
    Agents.offer_control: changes an agent
    Agents.purge: removes a message and its deposit
    Agents.reject: removes messages and their deposits
    Agents.remove_contacts: removes contacts and their deposit
    Agents.resume: changes an agent
    Agents.set_role: changes an agent
    Agents.suspend: changes an agent
    Availability.encumber: changes the account of reputation
    Availability.withdraw: removes what release has stored
    Balances.burn: lowers a balance
    Balances.upgrade_accounts: changes accounts of old chains, of which there are none
    Council.close: removes a motion; its deposit remains until it is released
    Council.release_proposal_cost: removes the deposit of a motion
    Escrow.cancel: removes an escrow and its deposit
    Escrow.decline: removes an escrow and its deposit
    Escrow.refund: settles a milestone; with the last one the escrow and its deposit go
    Escrow.top_up: changes a stream
    Escrow.withdraw_approval: changes a milestone
    Forum.remove: removes a post and its deposit
    GpuStaking.fund: changes the funds of a pool
    GpuStaking.refresh: weighs a member anew
    GpuStaking.withdraw_unbonded: removes what unbonds
    Multisig.cancel_as_multi: removes an operation and its deposit
    Multisig.poke_deposit: brings a deposit up to its price
    OpenClaw.advance: moves a proposal on, whose calls store what they may
    OpenClaw.revoke_approval: removes an approval
    OpenClaw.withdraw: removes a proposal that nobody has voted on
    Preimage.ensure_updated: changes preimages of old chains, of which there are none
    Preimage.unnote_preimage: removes a preimage and its deposit
    Proxy.kill_pure: removes proxies and their deposit
    Proxy.poke_deposit: brings a deposit up to its price
    Proxy.reject_announcement: removes an announcement and its deposit
    Proxy.remove_announcement: removes an announcement and its deposit
    Proxy.remove_proxies: removes proxies and their deposit
    Proxy.remove_proxy: removes a proxy and its deposit
    Reputation.undelegate: removes a delegation
    SafeMode.enter: nobody can buy it
    SafeMode.extend: nobody can buy it
    SafeMode.release_deposit: there are no deposits
    Session.purge_keys: removes keys and their deposit
    Staking.bond_extra: changes a ledger
    Staking.chill: removes an entry
    Staking.chill_other: removes an entry
    Staking.force_apply_min_commission: changes an entry
    Staking.kick: removes targets
    Staking.migrate_currency: changes ledgers of old chains, of which there are none
    Staking.reap_stash: removes a ledger
    Staking.rebond: changes a ledger
    Staking.set_controller: changes ledgers of old chains, of which there are none
    Staking.set_payee: changes the payee of a ledger
    Staking.update_payee: changes the payee of a ledger
    Staking.withdraw_unbonded: removes chunks, or the ledger
    System.remark: nothing
    System.remark_with_event: events, which last for a block
    Treasury.check_status: removes a spend that is over
    ValidationPool.resolve: removes stakes; how the pool ended was a part of it from the start
    VoterList.put_in_front_of: moves an entry
    VoterList.put_in_front_of_other: moves an entry
    Vesting.merge_schedules: makes one of two
    Vesting.vest: removes what has vested
    Vesting.vest_other: removes what has vested
    VotingPower.remove_delegator: removes a delegation
    VotingPower.undelegate: removes a delegation
    VotingPower.unfreeze: removes what polls have frozen
";

/// Stored without a price.
const EXCEPTIONS: &str = "
    System.apply_authorized_upgrade: code that Root has authorised, once, in place of the old
";

/// The rows of a list: the names of the call, and why it is there.
fn rows(list: &str) -> Vec<((String, String), String)> {
    // What is indented further belongs to the line before.
    list.replace("\n        ", " ")
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (call, reason) = line.split_once(": ").unwrap();
            let (pallet, name) = call.trim().split_once('.').unwrap();
            ((pallet.to_owned(), name.to_owned()), reason.to_owned())
        })
        .collect()
}

/// A call that takes a deposit.
struct Deposit {
    /// Who makes it.
    who: Sr25519Keyring,
    /// What must have happened.
    before: Vec<(Sr25519Keyring, RuntimeCall)>,
    call: RuntimeCall,
    /// At least so much more is on hold or reserved of the caller then.
    least: Balance,
}

/// What `entries` with `bytes` cost: a tenth of a token for an entry and a thousandth for a byte.
fn price(entries: u128, bytes: u128) -> Balance {
    (100 * entries + bytes) * AITBC / 1_000
}

/// The calls that take deposits.
fn deposits() -> Vec<Deposit> {
    let of = |who, call: RuntimeCall, least| Deposit { who, before: vec![], call, least };
    let add_proxy = |who: Sr25519Keyring| pallet_proxy::Call::add_proxy {
        delegate: who.to_account_id().into(),
        proxy_type: Default::default(),
        delay: 0,
    };
    let mut others = [Alice, Bob].map(|who| who.to_account_id()).to_vec();
    others.sort();
    let remark = remark(b"hello");
    let as_multi = pallet_multisig::Call::as_multi {
        threshold: 2,
        other_signatories: others.clone(),
        maybe_timepoint: None,
        call: Box::new(remark.clone()),
        max_weight: Default::default(),
    };
    let approve_as_multi = pallet_multisig::Call::approve_as_multi {
        threshold: 2,
        other_signatories: others,
        maybe_timepoint: None,
        call_hash: [1; 32],
        max_weight: Default::default(),
    };
    let (keys, proof) = keys_of(&Ferdie.to_account_id());
    let bond =
        pallet_staking::Call::bond { value: EXISTENTIAL_DEPOSIT, payee: RewardDestination::Staked };
    vec![
        // A motion.
        of(Alice, propose(remark), 10 * AITBC),
        // An operation and one approval.
        of(Ferdie, as_multi.into(), price(1, 88 + 2 * 32)),
        of(Ferdie, approve_as_multi.into(), price(1, 88 + 2 * 32)),
        // The bytes.
        of(Ferdie, note_preimage(100).into(), price(1, 100)),
        // One proxy.
        of(Ferdie, add_proxy(Bob).into(), price(1, 8 + 33)),
        of(
            Ferdie,
            pallet_proxy::Call::create_pure { proxy_type: Default::default(), delay: 0, index: 0 }
                .into(),
            price(1, 8 + 33),
        ),
        Deposit {
            who: Ferdie,
            before: vec![(Alice, add_proxy(Ferdie).into())],
            call: pallet_proxy::Call::announce {
                real: Alice.to_account_id().into(),
                call_hash: Hash::zero(),
            }
            .into(),
            least: price(1, 8 + 66),
        },
        // Four keys, and the way from each to the account. Nobody pays for the log of keys: an entry of
        // 177 bytes for each validator whenever the keys of one have changed, at most one a session. In
        // three weeks, 3 024 sessions, that is 107 MB with 200 validators and 7.5 MB with 14, if
        // validators change keys each session; more often they cannot.
        of(
            Ferdie,
            pallet_session::Call::set_keys { keys, proof }.into(),
            price(5, 4 * 32 + 4 * (4 + 32 + 32)),
        ),
        // Not a price, but what keeps the account of a ledger alive.
        of(Ferdie, bond.into(), EXISTENTIAL_DEPOSIT),
        // A post with one author.
        of(
            Ferdie,
            pallet_forum::Call::post {
                content: Hash::zero(),
                authors: vec![(Ferdie.to_account_id(), 1_000_000)],
                refs: vec![],
                domain: aitbc_primitives::reputation::Domain::Block,
            }
            .into(),
            // The post with its content, an author and the depositor; what the ledger notes of the author.
            price(2, 32 + 36 + 32 + pallet_forum::LEDGER_ENTRY as u128),
        ),
        // Collateral, which pays for more than a position. It is slashed if the provider cheats.
        Deposit {
            who: Ferdie,
            before: vec![(Bob, register(&Ferdie.pair(), &Bob.to_account_id(), Role::Provider))],
            call: stake(),
            least: 100 * AITBC,
        },
        // The amount and the fee on it; three entries, and at least what an escrow says of its parties and
        // of one milestone.
        of(Ferdie, create_escrow(), 205 * AITBC / 2 + price(3, 2 * 32 + 100)),
        of(
            Ferdie,
            pallet_escrow::Call::open_stream {
                beneficiary: Bob.to_account_id(),
                rate: AITBC,
                prepaid: 60 * AITBC,
                ends: None,
            }
            .into(),
            123 * AITBC / 2 + price(3, 2 * 32 + 100),
        ),
        // An account and two numbers.
        of(Ferdie, accept_delegations(), price(1, 32 + 17 + 4)),
        // The bond; two entries, a title of 10 bytes, a description of 50 and an empty list of calls.
        of(Bob, opinion(), 1_000 * AITBC + price(2, 10 + 50 + 1)),
        // The bond and a text of 5 bytes.
        Deposit {
            who: Ferdie,
            before: vec![(Bob, opinion())],
            call: pallet_openclaw::Call::challenge {
                proposal: 0,
                grounds: Grounds::Spam,
                text: b"hello".to_vec(),
            }
            .into(),
            least: 1_000 * AITBC + price(0, 5),
        },
    ]
    .into_iter()
    .chain(deposits_of_agents())
    .chain(deposits_of_wallets())
    .collect()
}

/// Agents and their mailbox. The deposit for an agent is its controller's, and ten tokens for the entry.
fn deposits_of_agents() -> Vec<Deposit> {
    use pallet_agents::{types::Profile, Call};

    let (agent, receiver) = (agents::key(1), agents::key(2));
    let register_as =
        |who: Sr25519Keyring, key| (who, register(key, &who.to_account_id(), Role::Builder));
    let id = agents::account(&agent);
    // A key, two hashes and what else is always there; an endpoint of 21 bytes and a tag of 3.
    let least = 10 * AITBC + price(0, 32 + 2 * 32);
    let profile = Profile {
        endpoint: b"https://agent.example".to_vec(),
        capabilities: vec![b"gpu".to_vec()],
        ..Default::default()
    };
    let open = Call::set_inbox {
        agent: agents::account(&receiver),
        policy: InboxPolicy::Anyone,
        postage: 0,
    };
    let send = Call::send {
        to: agents::account(&receiver),
        kind: 1,
        envelope: vec![1; 100],
        ttl: DAY,
        max_postage: 0,
        salt: [0; 16],
    };
    let offer = Call::offer_control { agent: id.clone(), to: Some(Ferdie.to_account_id()) };
    let accept = agents::accept_control(&agent, 1, &Ferdie.to_account_id(), Role::Builder);
    vec![
        Deposit { who: Ferdie, before: vec![], call: register_as(Ferdie, &agent).1, least },
        Deposit {
            who: Ferdie,
            before: vec![register_as(Ferdie, &agent)],
            call: Call::update { agent: id, profile }.into(),
            least: price(0, 21 + 3),
        },
        Deposit {
            who: Ferdie,
            before: vec![register_as(Bob, &agent), (Bob, offer.into())],
            call: accept,
            least,
        },
        Deposit {
            who: Ferdie,
            before: vec![register_as(Bob, &receiver), (Bob, open.into())],
            call: send.into(),
            least: price(1, 100),
        },
        Deposit {
            who: Ferdie,
            before: vec![(Bob, register(&Ferdie.pair(), &Bob.to_account_id(), Role::Builder))],
            call: Call::add_contacts { contacts: vec![Bob.to_account_id()].try_into().unwrap() }
                .into(),
            least: price(1, 32),
        },
    ]
}

/// Wallets: a token for each, and for each who may act for it.
fn deposits_of_wallets() -> Vec<Deposit> {
    use aitbc_primitives::agents::wallets::{Limits, Permission, TimeLock};
    use pallet_agent_wallet::{types::Caller, Call};

    let create = |who: Sr25519Keyring| {
        (who, RuntimeCall::from(Call::create { index: 0, agent: None, guardian: None }))
    };
    let wallet = |who: Sr25519Keyring| AgentWallet::address(who.to_account_id(), 0);
    let permissions = std::collections::BTreeSet::from([Permission::Transfer]);
    let rules = Caller {
        permissions: permissions.try_into().unwrap(),
        expires: None,
        limits: None,
        recipients: None,
    };
    let set_caller = |who: Sr25519Keyring, caller: Sr25519Keyring| {
        let (wallet, caller) = (wallet(who), caller.to_account_id());
        (who, RuntimeCall::from(Call::set_caller { wallet, caller, rules: rules.clone() }))
    };
    let offer = Call::offer_ownership { wallet: wallet(Bob), to: Some(Ferdie.to_account_id()) };
    let pay = |dest: AccountId| {
        RuntimeCall::from(pallet_balances::Call::transfer_keep_alive {
            dest: dest.into(),
            value: 10 * AITBC,
        })
    };
    let lock = Some(TimeLock { above: 0, delay: HOUR });
    let has_to_wait: Vec<(_, RuntimeCall)> = vec![
        create(Bob),
        (Bob, pay(wallet(Bob))),
        set_caller(Bob, Ferdie),
        (Bob, Call::set_limits { wallet: wallet(Bob), limits: Limits::NONE }.into()),
        (Bob, Call::set_time_lock { wallet: wallet(Bob), time_lock: lock }.into()),
    ];
    let small = pallet_balances::Call::transfer_keep_alive {
        dest: Bob.to_account_id().into(),
        value: AITBC,
    };
    let execute = Call::execute { wallet: wallet(Bob), call: Box::new(small.into()) };
    vec![
        Deposit { who: Ferdie, before: vec![], call: create(Ferdie).1, least: AITBC },
        Deposit {
            who: Ferdie,
            before: vec![create(Ferdie)],
            call: set_caller(Ferdie, Bob).1,
            least: AITBC,
        },
        Deposit {
            who: Ferdie,
            before: vec![create(Bob), (Bob, offer.into())],
            call: Call::accept_ownership { wallet: wallet(Bob) }.into(),
            least: AITBC,
        },
        // A call that waits: an account, the value and what says which call it is.
        Deposit { who: Ferdie, before: has_to_wait, call: execute.into(), least: price(1, 36) },
    ]
}

/// A position in the pool of the local networks.
fn stake() -> RuntimeCall {
    pallet_gpu_staking::Call::stake {
        pool: 0,
        power: 10,
        collateral: 100 * AITBC,
        lock: 7 * DAY,
        spec_hash: Hash::zero(),
    }
    .into()
}

/// An escrow of 100 AITBC for Bob, in one part.
fn create_escrow() -> RuntimeCall {
    let terms = Terms {
        amounts: vec![100 * AITBC].try_into().unwrap(),
        rule: Rule::Manual,
        default: Fallback::Refund,
        arbiter: None,
        accept_within: HOUR,
        deadline_in: DAY,
        review: HOUR,
        terms_hash: None,
    };
    pallet_escrow::Call::create { beneficiary: Bob.to_account_id(), terms }.into()
}

/// A proposal that calls nothing.
fn opinion() -> RuntimeCall {
    pallet_openclaw::Call::propose {
        kind: ProposalKind::PolicyChange,
        title: vec![b't'; 10],
        description: vec![b'd'; 50],
        link: vec![],
        category: Category::Other,
        calls: vec![],
        wishes: Wishes::default(),
    }
    .into()
}

pub fn remark(text: &[u8]) -> RuntimeCall {
    let remark = text.to_vec();
    frame_system::Call::remark { remark }.into()
}

pub fn propose(call: RuntimeCall) -> RuntimeCall {
    let length_bound = call.encoded_size() as u32;
    pallet_collective::Call::propose { threshold: 5, proposal: Box::new(call), length_bound }.into()
}

fn note_preimage(bytes: usize) -> pallet_preimage::Call<Runtime> {
    pallet_preimage::Call::note_preimage { bytes: vec![1; bytes] }
}

fn accept_delegations() -> RuntimeCall {
    pallet_voting_power::Call::accept_delegations { min_balance: Some(0) }.into()
}

/// Session keys and the proof that `owner` owns them.
fn keys_of(owner: &AccountId) -> (SessionKeys, Vec<u8>) {
    let mut keystore = TestExternalities::default();
    keystore.register_extension(KeystoreExt::new(MemoryKeystore::new()));
    keystore.execute_with(|| {
        let generated = SessionKeys::generate(&owner.encode(), None);
        (generated.keys, generated.proof.encode())
    })
}

/// What is on hold or reserved of `who`.
pub fn held(chain: &mut Chain, who: Sr25519Keyring) -> Balance {
    chain.inspect(|| Balances::reserved_balance(who.to_account_id()))
}

/// The names of a call.
fn name_of(call: &RuntimeCall) -> (String, String) {
    let call = call.get_call_metadata();
    (call.pallet_name.into(), call.function_name.into())
}

/// All calls of the runtime.
fn all_calls() -> Vec<(String, String)> {
    let mut calls: Vec<_> = RuntimeCall::get_module_names()
        .iter()
        .flat_map(|pallet| {
            let names = RuntimeCall::get_call_names(pallet).iter();
            names.map(|name| (pallet.to_string(), name.to_string()))
        })
        .collect();
    calls.sort();
    calls
}

#[test]
fn every_call_has_one_row() {
    let lists =
        [DIES_WITH_ITS_ACCOUNT, BOUNDED, PRIVILEGED, CARRIES_CALLS, STORES_NOTHING_NEW, EXCEPTIONS];
    let listed = lists.into_iter().flat_map(rows).map(|(call, _)| call);
    let executed = deposits().into_iter().map(|deposit| name_of(&deposit.call));
    let mut rows: Vec<_> = listed.chain(executed).collect();
    rows.sort();
    let calls = all_calls();
    let without_row: Vec<_> = calls.iter().filter(|call| !rows.contains(call)).collect();
    let without_call: Vec<_> = rows.iter().filter(|row| !calls.contains(row)).collect();
    assert!(without_row.is_empty(), "calls without a row: {without_row:?}");
    assert!(without_call.is_empty(), "rows without a call: {without_call:?}");
    assert_eq!(rows, calls, "a call has two rows");
}

#[test]
fn what_takes_a_deposit_holds_it() {
    for Deposit { who, before, call, least } in deposits() {
        let mut chain = Chain::development();
        for (who, call) in before {
            chain.call(who, call).unwrap();
        }
        let (name, held_before) = (name_of(&call), held(&mut chain, who));
        chain.call(who, call).unwrap();
        let more = held(&mut chain, who) - held_before;
        assert!(more >= least, "{name:?} holds {more}, not {least}");
    }
}

/// Each call with the simplest arguments: zeros, which are empty lists and the account of zeros.
fn simplest_calls() -> BTreeMap<(String, String), RuntimeCall> {
    let indices = (0..=u8::MAX).flat_map(|pallet| (0..=u8::MAX).map(move |call| [pallet, call]));
    indices
        .filter_map(|indices| {
            let bytes = [&indices[..], &[0; 4_096]].concat();
            let call = RuntimeCall::decode(&mut &bytes[..]).ok()?;
            Some((name_of(&call), call))
        })
        .collect()
}

#[test]
fn strangers_are_not_privileged() {
    let calls = simplest_calls();
    Chain::development().inspect(|| {
        for (call, _) in rows(PRIVILEGED) {
            let stranger = RuntimeOrigin::signed(Ferdie.to_account_id());
            let result = calls[&call].clone().dispatch(stranger);
            let error = result.map(drop).map_err(|failure| failure.error);
            assert_eq!(error, Err(DispatchError::BadOrigin), "{call:?}");
        }
    });
}

/// What somebody may try in the name of accounts that do not exist.
fn attempts(who: &AccountId) -> Vec<RuntimeCall> {
    let (keys, proof) = keys_of(who);
    let alice = || Alice.to_account_id();
    // A stranger's operational calls are refused before.
    let is_normal = |call: &RuntimeCall| call.get_dispatch_info().class == DispatchClass::Normal;
    let mut calls: Vec<RuntimeCall> = deposits().into_iter().map(|of| of.call).collect();
    calls.retain(is_normal);
    calls.extend([
        accept_delegations(),
        pallet_voting_power::Call::delegate { delegate: alice().into(), max_power: None }.into(),
        pallet_voting_power::Call::unfreeze { who: alice().into() }.into(),
        pallet_reputation::Call::delegate {
            domain: aitbc_primitives::reputation::Domain::Block,
            delegate: alice().into(),
            limit: 1,
        }
        .into(),
        pallet_availability::Call::encumber { amount: 1 }.into(),
        pallet_availability::Call::release { amount: 1 }.into(),
        pallet_session::Call::set_keys { keys, proof }.into(),
        pallet_session::Call::purge_keys {}.into(),
        pallet_staking::Call::bond {
            value: 1_000 * AITBC,
            payee: RewardDestination::Account(alice()),
        }
        .into(),
        pallet_staking::Call::bond_extra { max_additional: AITBC }.into(),
        pallet_staking::Call::validate { prefs: ValidatorPrefs::default() }.into(),
        pallet_staking::Call::nominate { targets: vec![alice().into()] }.into(),
        pallet_staking::Call::set_payee { payee: RewardDestination::Stash }.into(),
        pallet_balances::Call::transfer_allow_death { dest: alice().into(), value: 0 }.into(),
        pallet_balances::Call::transfer_all { dest: alice().into(), keep_alive: false }.into(),
        pallet_balances::Call::upgrade_accounts { who: vec![who.clone()] }.into(),
        pallet_vesting::Call::vest {}.into(),
        pallet_gpu_staking::Call::fund { pool: 0, amount: 1 }.into(),
        pallet_gpu_staking::Call::claim { pool: 0 }.into(),
        pallet_gpu_staking::Call::refresh { pool: 0, provider: who.clone().into() }.into(),
        pallet_gpu_staking::Call::withdraw_unbonded {}.into(),
        pallet_escrow::Call::accept { id: 0 }.into(),
        pallet_escrow::Call::settle { id: 0, milestone: None }.into(),
    ]);
    calls
}

/// The keys of all entries of the state that name `who`, in the key or in the value.
fn entries_that_name(who: &AccountId) -> Vec<Vec<u8>> {
    let bytes: &[u8] = who.as_ref();
    let names = |text: &[u8]| text.windows(bytes.len()).any(|part| part == bytes);
    let mut found = vec![];
    let mut last = vec![];
    while let Some(key) = storage::next_key(&last) {
        let value = storage::get(&key).unwrap_or_default();
        if names(&key) || names(&value) {
            found.push(key.clone());
        }
        last = key;
    }
    found
}

/// The deposit of a post pays for the entries that its authors get in the ledger.
#[test]
fn the_forum_knows_the_size_of_an_entry_of_the_ledger() {
    let domain = aitbc_primitives::reputation::Domain::Block;
    let key = pallet_reputation::Accounts::<Runtime>::hashed_key_for(domain, Alice.to_account_id());
    // All entries of the map begin with the same 32 bytes.
    let size = key.len() - 32 + pallet_reputation::Account::max_encoded_len();
    assert_eq!(size, pallet_forum::LEDGER_ENTRY);
}

#[test]
fn accounts_that_do_not_exist_store_nothing() {
    let mut chain = Chain::development();
    // So that there is a delegate to delegate to.
    chain.call(Alice, accept_delegations()).unwrap();
    let nobody = pallet_utility::derivative_account_id(Ferdie.to_account_id(), 7);
    let attempts = attempts(&nobody);
    for attempt in attempts {
        let name = name_of(&attempt);
        let call = Box::new(attempt);
        let as_nobody = pallet_utility::Call::as_derivative { index: 7, call };
        // Some have nothing to do, and succeed at that.
        let result = chain.call(Ferdie, as_nobody);
        // The events of the block name it.
        chain.blocks(1);
        let found = chain.inspect(|| entries_that_name(&nobody));
        assert!(found.is_empty(), "{name:?} with {result:?}: {found:?}");
    }
}

/// One batch for as many accounts as it has room for: the audit's way to fill the state.
#[test]
fn batch_for_accounts_that_do_not_exist_fails() {
    let mut chain = Chain::development();
    let calls = (0..200)
        .map(|index| {
            let call = Box::new(accept_delegations());
            pallet_utility::Call::as_derivative { index, call }.into()
        })
        .collect();
    let batch = pallet_utility::Call::batch_all { calls };
    let nothing_to_hold = DispatchError::Token(TokenError::FundsUnavailable);
    assert_eq!(chain.call(Ferdie, batch), Err(nothing_to_hold));
    let delegates = pallet_voting_power::Delegates::<Runtime>::iter_keys;
    assert_eq!(chain.inspect(|| delegates().count()), 0);
}

#[test]
fn who_has_nothing_to_bond_does_not_stake() {
    let mut chain = Chain::development();
    let nobody = AccountId::new([7; 32]);
    let bond = |chain: &mut Chain, value| {
        chain.inspect(|| {
            let origin = RuntimeOrigin::signed(nobody.clone());
            Staking::bond(origin, value, RewardDestination::Staked)
        })
    };
    let give = |chain: &mut Chain, value| {
        let dest = nobody.clone().into();
        let gift = pallet_balances::Call::transfer_allow_death { dest, value };
        chain.call(Alice, gift).unwrap();
    };
    let restricted = Err(pallet_staking::Error::<Runtime>::Restricted.into());
    assert_eq!(bond(&mut chain, AITBC), restricted);
    // What keeps the account alive cannot be bonded.
    give(&mut chain, 2 * EXISTENTIAL_DEPOSIT - 1);
    assert_eq!(bond(&mut chain, AITBC), restricted);
    give(&mut chain, 1);
    assert_eq!(bond(&mut chain, AITBC), Ok(()));

    // Whoever has bonded everything can still change its mind.
    chain.inspect(|| {
        let origin = || RuntimeOrigin::signed(nobody.clone());
        assert_eq!(Balances::reserved_balance(&nobody), EXISTENTIAL_DEPOSIT);
        assert_ok!(Staking::unbond(origin(), EXISTENTIAL_DEPOSIT));
        assert_ok!(Staking::rebond(origin(), EXISTENTIAL_DEPOSIT));
    });
}
