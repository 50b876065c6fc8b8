use super::chain::{signed, Chain};
use aitbc_primitives::token::AITBC;
use aitbc_runtime::*;
use codec::{Decode, Encode};
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    traits::{Get, GetCallMetadata},
};
use pallet_collective::Instance1;
use pallet_transaction_payment::NextFeeMultiplier;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve, Ferdie};
use sp_runtime::{
    traits::Hash as _,
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
    },
};

pub const REFUSED: TransactionValidityError =
    TransactionValidityError::Invalid(InvalidTransaction::Call);

/// A chain that knows its genesis hash, which transactions are signed for.
pub fn running_chain() -> Chain {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain
}

/// What the transaction pool says of a transaction.
pub fn validate(
    chain: &mut Chain,
    who: Sr25519Keyring,
    call: impl Into<RuntimeCall>,
) -> Result<ValidTransaction, TransactionValidityError> {
    let transaction = chain.sign(who, call);
    chain.inspect(|| {
        Executive::validate_transaction(
            TransactionSource::External,
            transaction,
            Default::default(),
        )
    })
}

/// A call of Root's that declares most of a block and fails in microseconds.
fn spam() -> RuntimeCall {
    frame_system::Call::kill_prefix { prefix: vec![1], subkeys: 5_000 }.into()
}

/// A vote on a motion that does not exist. Whoever is no member cannot succeed with it.
fn vote() -> RuntimeCall {
    pallet_collective::Call::vote { proposal: Hash::zero(), index: 0, approve: true }.into()
}

fn proxy(real: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
    pallet_proxy::Call::proxy {
        real: real.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(call),
    }
    .into()
}

/// Every way in which `who` could carry `call` in an operational transaction.
pub fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
    let boxed = || Box::new(call.clone());
    let calls = || vec![call.clone()];
    let delegate = Ferdie.to_account_id();
    let mut others = vec![Alice.to_account_id(), Bob.to_account_id()];
    others.sort();
    vec![
        pallet_utility::Call::batch { calls: calls() }.into(),
        pallet_utility::Call::batch_all { calls: calls() }.into(),
        pallet_utility::Call::force_batch { calls: calls() }.into(),
        pallet_utility::Call::if_else { main: boxed(), fallback: boxed() }.into(),
        pallet_utility::Call::as_derivative { index: 0, call: boxed() }.into(),
        pallet_utility::Call::with_weight {
            weight: call.get_dispatch_info().call_weight,
            call: boxed(),
        }
        .into(),
        pallet_utility::Call::dispatch_as {
            as_origin: Box::new(frame_system::RawOrigin::Root.into()),
            call: boxed(),
        }
        .into(),
        pallet_utility::Call::dispatch_as_fallible {
            as_origin: Box::new(frame_system::RawOrigin::Root.into()),
            call: boxed(),
        }
        .into(),
        pallet_multisig::Call::as_multi_threshold_1 { other_signatories: others, call: boxed() }
            .into(),
        pallet_proxy::Call::proxy {
            real: Eve.to_account_id().into(),
            force_proxy_type: None,
            call: boxed(),
        }
        .into(),
        pallet_proxy::Call::proxy_announced {
            delegate: delegate.into(),
            real: Eve.to_account_id().into(),
            force_proxy_type: None,
            call: boxed(),
        }
        .into(),
        pallet_openclaw::Call::bootstrap_dispatch { call: boxed() }.into(),
    ]
}

#[test]
fn operational_spam_is_refused() {
    let mut chain = running_chain();
    let deep = wrapped(&spam()).iter().flat_map(wrapped).collect::<Vec<_>>();
    for call in [vec![spam(), vote()], wrapped(&spam()), wrapped(&vote()), deep].concat() {
        assert_ne!(call.get_dispatch_info().class, DispatchClass::Normal);
        assert_eq!(validate(&mut chain, Ferdie, call.clone()), Err(REFUSED), "{call:?}");
        // A block that holds it is as invalid as it is.
        let transaction = chain.sign(Ferdie, call.clone());
        assert_eq!(chain.apply(vec![transaction]), [Err(REFUSED)], "{call:?}");
    }
    // Members of the council are not Root either.
    for call in [vec![spam()], wrapped(&spam())].concat() {
        assert_eq!(validate(&mut chain, Alice, call), Err(REFUSED));
    }
}

#[test]
fn wrapped_calls_are_judged_by_the_account_they_are_made_in() {
    let mut chain = running_chain();
    let add_proxy = |delay| pallet_proxy::Call::add_proxy {
        delegate: Ferdie.to_account_id().into(),
        proxy_type: adapters::proxy_type::ProxyType::Governance,
        delay,
    };
    // Ferdie votes for the council member Eve, and for Bob only after a delay.
    chain.call(Eve, add_proxy(0)).unwrap();
    chain.call(Bob, add_proxy(10)).unwrap();
    assert!(validate(&mut chain, Ferdie, proxy(Eve, vote())).is_ok());
    assert_eq!(validate(&mut chain, Ferdie, proxy(Bob, vote())), Err(REFUSED));
    assert_eq!(validate(&mut chain, Ferdie, proxy(Alice, vote())), Err(REFUSED));
    // What the proxy's type does not allow cannot succeed.
    let upgrade: RuntimeCall = frame_system::Call::apply_authorized_upgrade { code: vec![] }.into();
    assert_eq!(validate(&mut chain, Ferdie, proxy(Eve, upgrade)), Err(REFUSED));
    let announced = |delegate: Sr25519Keyring| {
        RuntimeCall::from(pallet_proxy::Call::proxy_announced {
            delegate: delegate.to_account_id().into(),
            real: Bob.to_account_id().into(),
            force_proxy_type: None,
            call: Box::new(vote()),
        })
    };
    assert!(validate(&mut chain, Ferdie, announced(Ferdie)).is_ok());
    assert_eq!(validate(&mut chain, Charlie, announced(Ferdie)), Err(REFUSED));

    // In a batch all must be such.
    let batch = |calls| RuntimeCall::from(pallet_utility::Call::batch { calls });
    assert!(validate(&mut chain, Alice, batch(vec![vote(), vote()])).is_ok());
    assert_eq!(validate(&mut chain, Alice, batch(vec![vote(), spam()])), Err(REFUSED));

    // A council seat may be a multisig, or the derivative account of another.
    let mut others = vec![Alice.to_account_id(), Bob.to_account_id()];
    others.sort();
    let mut all = others.clone();
    all.push(Ferdie.to_account_id());
    all.sort();
    let shared = Multisig::multi_account_id(&all, 1);
    let derived = pallet_utility::derivative_account_id(Ferdie.to_account_id(), 7);
    chain.inspect(|| {
        let others = [1, 2, 3].map(|number| AccountId::new([number; 32]));
        let [first, second, third] = others;
        let members = [shared, derived, first, second, third];
        OpenClaw::set_council(RuntimeOrigin::root(), members).unwrap()
    });
    let in_multisig = RuntimeCall::from(pallet_multisig::Call::as_multi_threshold_1 {
        other_signatories: others,
        call: Box::new(vote()),
    });
    assert!(validate(&mut chain, Ferdie, in_multisig.clone()).is_ok());
    assert_eq!(validate(&mut chain, Charlie, in_multisig), Err(REFUSED));
    let in_derivative = |index| {
        RuntimeCall::from(pallet_utility::Call::as_derivative { index, call: Box::new(vote()) })
    };
    assert!(validate(&mut chain, Ferdie, in_derivative(7)).is_ok());
    assert_eq!(validate(&mut chain, Ferdie, in_derivative(8)), Err(REFUSED));
}

#[test]
fn only_authorized_code_may_be_brought() {
    let mut chain = running_chain();
    let bring = |code: &[u8]| frame_system::Call::apply_authorized_upgrade { code: code.to_vec() };
    assert_eq!(validate(&mut chain, Ferdie, bring(b"code")), Err(REFUSED));
    chain.inspect(|| {
        let code_hash = Hashing::hash(b"code");
        System::authorize_upgrade_without_checks(RuntimeOrigin::root(), code_hash).unwrap();
    });
    assert!(validate(&mut chain, Ferdie, bring(b"code")).is_ok());
    assert_eq!(validate(&mut chain, Ferdie, bring(b"other")), Err(REFUSED));
    // Of two in a batch one would fail.
    let calls = vec![bring(b"code").into(); 2];
    let batch = pallet_utility::Call::batch_all { calls };
    assert_eq!(validate(&mut chain, Ferdie, batch), Err(REFUSED));
}

#[test]
fn largest_operational_transaction_is_a_quarter_of_a_block() {
    let weights = limits::RuntimeBlockWeights::get();
    let largest = weights.get(DispatchClass::Operational).max_extrinsic.unwrap();
    let quarter = weights.max_block.ref_time() / 4;
    // The limit leaves out what every transaction has, and the hooks that are expected.
    assert!(largest.ref_time() <= quarter && largest.ref_time() > quarter / 10 * 9);
    // An upgrade still fits, and so does the largest motion of the council.
    type LargestMotion = <Runtime as pallet_collective::Config<Instance1>>::MaxProposalWeight;
    let upgrade = RuntimeCall::from(frame_system::Call::apply_authorized_upgrade { code: vec![] });
    assert!(upgrade.get_dispatch_info().call_weight.all_lte(largest));
    let close = RuntimeCall::from(pallet_collective::Call::close {
        proposal_hash: Hash::zero(),
        index: 0,
        proposal_weight_bound: LargestMotion::get(),
        length_bound: 1_000_000,
    });
    assert!(close.get_dispatch_info().call_weight.all_lte(largest));
}

#[test]
fn council_gets_into_a_block_that_is_full_and_fees_rise() {
    let mut chain = running_chain();
    let transfer = RuntimeCall::from(pallet_balances::Call::transfer_keep_alive {
        dest: Bob.to_account_id().into(),
        value: AITBC,
    });
    let weights = limits::RuntimeBlockWeights::get();
    let largest = weights.get(DispatchClass::Normal).max_extrinsic.unwrap().ref_time();
    let each = chain.inspect(|| transfer.get_dispatch_info().call_weight.ref_time());
    let calls = vec![transfer; (largest / each) as usize * 9 / 10];
    // More than fit: half of a block is for normal ones.
    let filler = RuntimeCall::from(pallet_utility::Call::batch { calls });
    let fillers: Vec<_> =
        chain.inspect(|| (0..5).map(|nonce| signed(Alice, filler.clone(), nonce)).collect());
    let motion = pallet_safe_mode::Call::force_enter {};
    let motion = RuntimeCall::from(motion);
    let propose = pallet_collective::Call::propose {
        threshold: 3,
        length_bound: motion.encoded_size() as u32,
        proposal: Box::new(motion),
    };
    let propose = chain.sign(Charlie, propose);

    let before = chain.inspect(NextFeeMultiplier::<Runtime>::get);
    let results = chain.apply([fillers, vec![propose]].concat());
    assert_eq!(results[4], Err(InvalidTransaction::ExhaustsResources.into()));
    assert_eq!(results[5], Ok(Ok(())));
    assert!(chain.inspect(NextFeeMultiplier::<Runtime>::get) > before);
}

/// Who may send a call as an operational transaction.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sender {
    /// Nobody: only Root, or another origin that no signature gives.
    Nobody,
    /// Members of the council.
    Member,
    /// Who brings the code that is authorised.
    Bringer,
}

/// Every call of class operational.
const OPERATIONAL: [(&str, &str, Sender); 17] = {
    use Sender::{Bringer, Member, Nobody};
    [
        ("System", "set_heap_pages", Nobody),
        ("System", "set_code", Nobody),
        ("System", "set_code_without_checks", Nobody),
        ("System", "set_storage", Nobody),
        ("System", "kill_storage", Nobody),
        ("System", "kill_prefix", Nobody),
        ("System", "authorize_upgrade", Nobody),
        ("System", "authorize_upgrade_without_checks", Nobody),
        ("System", "apply_authorized_upgrade", Bringer),
        ("Council", "set_members", Nobody),
        // Alone a member is no origin of this runtime.
        ("Council", "execute", Nobody),
        ("Council", "propose", Member),
        ("Council", "vote", Member),
        ("Council", "close", Member),
        // For transactions that nobody signs.
        ("Equivocation", "report_equivocation_unsigned", Nobody),
        ("ValidationPool", "vote", Nobody),
        ("Treasury", "remove_approval", Nobody),
    ]
};

/// Every call there is, with zeros for arguments: they are empty lists, the zero account, and for a
/// call inside a call an empty remark. The second list names the calls that cannot be made so.
pub fn all_calls() -> (Vec<RuntimeCall>, Vec<String>) {
    let mut calls = vec![];
    for pallet in 0..=255 {
        for call in 0..=255 {
            let mut bytes = vec![pallet, call];
            bytes.resize(4_096, 0);
            calls.extend(RuntimeCall::decode(&mut bytes.as_slice()));
        }
    }
    let missing = RuntimeCall::get_module_names()
        .iter()
        .flat_map(|pallet| {
            RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call))
        })
        .filter(|(pallet, name)| {
            !calls.iter().any(|call| {
                let call = call.get_call_metadata();
                (call.pallet_name, call.function_name) == (*pallet, *name)
            })
        })
        .map(|(pallet, name)| format!("{pallet}.{name}"))
        .collect();
    (calls, missing)
}

#[test]
fn every_operational_call_says_who_may_send_it() {
    let (calls, missing) = all_calls();
    // Of class normal, whatever their arguments are.
    assert!(missing.is_empty(), "{missing:?}");

    let mut chain = running_chain();
    let mut seen = vec![];
    for call in calls {
        if call.get_dispatch_info().class == DispatchClass::Normal {
            continue;
        }
        let name = call.get_call_metadata();
        let name = (name.pallet_name, name.function_name);
        if name == ("Timestamp", "set") {
            // The inherent is mandatory, and nobody's when it is signed.
            assert!(validate(&mut chain, Alice, call).is_err());
            continue;
        }
        let sender = OPERATIONAL
            .iter()
            .find(|(pallet, call, _)| (*pallet, *call) == name)
            .unwrap_or_else(|| panic!("{name:?} has no row"))
            .2;
        seen.push(name);
        // A threshold of zero would be that of a member alone.
        let call = match call {
            RuntimeCall::Council(pallet_collective::Call::propose {
                proposal,
                length_bound,
                ..
            }) => pallet_collective::Call::propose { threshold: 2, proposal, length_bound }.into(),
            call => call,
        };
        assert_eq!(validate(&mut chain, Ferdie, call.clone()), Err(REFUSED), "{name:?}");
        let of_member = validate(&mut chain, Alice, call);
        assert_eq!(of_member.is_ok(), sender == Sender::Member, "{name:?}: {of_member:?}");
    }
    assert_eq!(seen.len(), OPERATIONAL.len(), "{seen:?}");
}

#[test]
fn reports_of_grandpa_are_normal() {
    let (calls, _) = all_calls();
    let reports = calls.iter().filter(|call| {
        matches!(
            call,
            RuntimeCall::Grandpa(
                pallet_grandpa::Call::report_equivocation { .. }
                    | pallet_grandpa::Call::report_equivocation_unsigned { .. }
            )
        )
    });
    for report in reports {
        assert_eq!(report.get_dispatch_info().class, DispatchClass::Normal);
    }
}
