//! Agents and the wallets through which they act, on the whole runtime.

mod brakes;
mod limits;
mod malicious_proposal;
mod ownership;
mod permissions;
mod staking;

use super::chain::Chain;
use aitbc_primitives::{
    agents::{
        wallets::{Limits, Permission},
        Agents as _, Role,
    },
    time::{DAY, HOUR, SECOND, SLOT_DURATION},
    token::{AITBC, MILLI},
};
use aitbc_runtime::*;
use aitbc_test_support::START;
use codec::Encode;
use frame_support::{
    assert_noop, assert_ok,
    traits::{
        fungible::{Inspect, Mutate},
        Get,
    },
};
use pallet_agent_wallet::{types::Caller, Call as WalletCall, Error as WalletError};
use pallet_agents::types::{Consent, Profile};
use sp_core::{sr25519, Pair as _};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::{
    traits::{Dispatchable, IdentifyAccount, Verify},
    DispatchError,
};

pub fn signed_by(who: &AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who.clone())
}

/// A key of nobody who has tokens at genesis.
pub fn key(number: u32) -> sr25519::Pair {
    let mut seed = [0xa9; 32];
    seed[..4].copy_from_slice(&number.to_le_bytes());
    sr25519::Pair::from_seed(&seed)
}

/// The account of a key.
pub fn account(key: &sr25519::Pair) -> AccountId {
    <Signature as Verify>::Signer::from(key.public()).into_account()
}

/// The consent of an agent that has given so many before, in the first day of a chain.
fn consent(
    agent: &sr25519::Pair,
    nonce: u32,
    controller: &AccountId,
    role: Role,
) -> Consent<Signature> {
    let valid_until = START + DAY;
    let mut message = pallet_agents::CONSENT_PREFIX.to_vec();
    aitbc_test_support::GENESIS_HASH.encode_to(&mut message);
    (account(agent), controller, role, nonce, valid_until).encode_to(&mut message);
    Consent { nonce, valid_until, signature: agent.sign(&message).into() }
}

/// The call by which `controller` registers the account of `agent`, for the first time.
pub fn register(agent: &sr25519::Pair, controller: &AccountId, role: Role) -> RuntimeCall {
    let (profile, consent) = (Profile::default(), consent(agent, 0, controller, role));
    pallet_agents::Call::register { agent: account(agent), role, profile, consent }.into()
}

/// The call by which `controller` accepts control of an agent of this role, with its next consent.
pub fn accept_control(
    agent: &sr25519::Pair,
    nonce: u32,
    controller: &AccountId,
    role: Role,
) -> RuntimeCall {
    let consent = consent(agent, nonce, controller, role);
    pallet_agents::Call::accept_control { agent: account(agent), consent }.into()
}

/// Makes the account of a key an agent that `controller` controls, who gets what that takes.
pub fn make_agent(agent: &sr25519::Pair, controller: &AccountId, role: Role) -> AccountId {
    Balances::mint_into(controller, 20 * AITBC).unwrap();
    register(agent, controller, role).dispatch(signed_by(controller)).unwrap();
    account(agent)
}

/// Makes somebody a provider. Its controller is an account that does nothing else.
pub fn make_provider(who: Sr25519Keyring) {
    let mut controller = [0xc0; 32];
    controller[..31].copy_from_slice(&who.to_raw_public()[1..]);
    make_agent(&who.pair(), &AccountId::new(controller), Role::Provider);
}

/// How a call ends that `who` has a wallet make. If it fails nothing has changed.
fn execute(
    who: &AccountId,
    wallet: &AccountId,
    call: impl Into<RuntimeCall>,
) -> Result<(), DispatchError> {
    let call = WalletCall::execute { wallet: wallet.clone(), call: Box::new(call.into()) };
    dispatch(who, call)
}

/// How a call of `who` ends. If it fails nothing has changed.
fn dispatch(who: &AccountId, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
    let result = call.into().dispatch(signed_by(who));
    result.map(drop).map_err(|failure| failure.error)
}

/// A wallet of Alice's with so much, and nobody to act for it.
fn wallet_of_alice(index: u32, amount: Balance) -> AccountId {
    let alice = Alice.to_account_id();
    AgentWallet::create(signed_by(&alice), index, None, None).unwrap();
    let wallet = AgentWallet::address(alice.clone(), index);
    if amount > 0 {
        <Balances as Mutate<_>>::transfer(
            &alice,
            &wallet,
            amount,
            frame_support::traits::tokens::Preservation::Preserve,
        )
        .unwrap();
    }
    wallet
}

/// Lets somebody act for a wallet of Alice's.
fn allow(wallet: &AccountId, caller: Sr25519Keyring, permissions: &[Permission]) {
    allow_to(wallet, caller, permissions, None);
}

/// The same, with the accounts that it may pay.
fn allow_to(
    wallet: &AccountId,
    caller: Sr25519Keyring,
    permissions: &[Permission],
    recipients: Option<Vec<AccountId>>,
) {
    let rules = Caller {
        permissions: permissions
            .iter()
            .copied()
            .collect::<std::collections::BTreeSet<_>>()
            .try_into()
            .unwrap(),
        expires: None,
        limits: None,
        recipients: recipients.map(|recipients| recipients.try_into().unwrap()),
    };
    let alice = signed_by(&Alice.to_account_id());
    AgentWallet::set_caller(alice, wallet.clone(), caller.to_account_id(), rules).unwrap();
}

/// Lets so much leave a wallet of Alice's by one call, in a day and in a week.
fn limit(wallet: &AccountId, [per_call, per_day, per_week]: [Balance; 3]) {
    let limits = Limits { per_call, per_day, per_week };
    AgentWallet::set_limits(signed_by(&Alice.to_account_id()), wallet.clone(), limits).unwrap();
}

fn transfer_to(dest: &AccountId, value: Balance) -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive { dest: dest.clone().into(), value }.into()
}

/// Makes one block at the first slot from `moment` on.
fn to(chain: &mut Chain, moment: Moment) {
    let slot = moment.div_ceil(SLOT_DURATION);
    chain.skip_slots(slot - chain.slot() - 1);
    chain.blocks(1);
}

/// What the block said of the time.
fn now(chain: &mut Chain) -> Moment {
    chain.inspect(pallet_timestamp::Now::<Runtime>::get)
}

/// The answer for a past moment must not change for as long as anybody asks for one.
#[test]
fn owners_are_remembered_as_long_as_balances() {
    let history: Moment = <Runtime as pallet_voting_power::Config>::HistoryPeriod::get();
    assert_eq!(pallet_agents::RETENTION, history);
}

/// Agents know their wallets, and wallets their agents.
#[test]
fn agents_and_wallets_are_linked() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| {
        let alice = Alice.to_account_id();
        let agent = make_agent(&key(1), &alice, Role::Builder);
        let wallet = wallet_of_alice(0, AITBC);
        assert_eq!(Agents::agent_of(&wallet), None);
        AgentWallet::link(signed_by(&alice), wallet.clone(), agent.clone()).unwrap();
        assert_eq!(Agents::agent_of(&wallet), Some(agent.clone()));
        let view = Agents::agent(agent.clone()).unwrap();
        assert_eq!((view.controller, view.score, view.wallets), (alice.clone(), 100, 1));
        let view = AgentWallet::wallet(wallet.clone()).unwrap();
        assert_eq!((view.owner, view.agent), (alice, Some(agent)));
    });
    chain.blocks(1);
}

/// Once in ten minutes.
#[test]
fn heartbeat_is_free_and_another_one_is_not() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.inspect(|| make_provider(Bob));
    let bob = Bob.to_account_id();
    let cost = |chain: &mut Chain| {
        let before = chain.balance(&bob);
        chain.call(Bob, pallet_agents::Call::heartbeat {}).unwrap();
        before - chain.balance(&bob)
    };
    assert_eq!(cost(&mut chain), 0);
    assert!(cost(&mut chain) > 0);
    assert!(chain.inspect(|| Agents::agent(bob.clone()).unwrap().available));
    // Nobody makes a block for longer: the clock of heartbeats stands still.
    let later = now(&mut chain) + HOUR;
    to(&mut chain, later);
    assert!(chain.inspect(|| Agents::agent(bob.clone()).unwrap().available));
}
