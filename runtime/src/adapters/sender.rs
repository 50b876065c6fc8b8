//! Who may send a transaction of a class that has room of its own in a block, and how deep one may nest.
//!
//! Operational transactions get room that normal ones cannot fill, so that a full chain can still be
//! governed. Whoever may not succeed with one must not have that room for a fee: a stranger's
//! `system.kill_prefix` would declare a second of work, fail in microseconds, and keep the council out.

use super::{
    nesting::{nests_within, MAX_NESTING},
    proxy_type::ProxyType,
};
use crate::{
    AccountId, Council, LookupSource, Multisig, Proxy, Runtime, RuntimeCall, RuntimeOrigin, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchClass, DispatchInfo},
    traits::{InstanceFilter, OriginTrait},
    weights::Weight,
};
use frame_system::CheckNonZeroSender;
use pallet_utility::derivative_account_id;
use scale_info::TypeInfo;
#[allow(deprecated, reason = "see `brings_authorized_code`")]
use sp_runtime::traits::ValidateUnsigned;
use sp_runtime::{
    impl_tx_ext_default,
    traits::{Implication, StaticLookup, TransactionExtension, ValidateResult},
    transaction_validity::{InvalidTransaction, TransactionSource},
};

type Lookup = <Runtime as frame_system::Config>::Lookup;

/// Refuses transactions that are signed by the zero account, those that carry calls within calls deeper than
/// [`MAX_NESTING`], and those of another class than normal whose signer cannot succeed with them
/// (`InvalidTransaction::Call`).
///
/// It stands in the place of the SDK's `CheckNonZeroSender` and under its identifier, so that the format
/// of transactions is what clients know. What it reads of the state the call reads again, and has in its
/// weight.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct CheckSender;

impl TransactionExtension<RuntimeCall> for CheckSender {
    const IDENTIFIER: &'static str = "CheckNonZeroSender";
    type Implicit = ();
    type Pre = ();
    type Val = ();

    fn weight(&self, call: &RuntimeCall) -> Weight {
        CheckNonZeroSender::<Runtime>::new().weight(call)
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        length: usize,
        implicit: Self::Implicit,
        implication: &impl Implication,
        source: TransactionSource,
    ) -> ValidateResult<Self::Val, RuntimeCall> {
        if !nests_within(call, MAX_NESTING) {
            return Err(InvalidTransaction::Call.into());
        }
        if info.class != DispatchClass::Normal {
            if let Some(who) = origin.as_signer() {
                if !brings_authorized_code(call) && !may_succeed(who, call) {
                    return Err(InvalidTransaction::Call.into());
                }
            }
        }
        CheckNonZeroSender::<Runtime>::new().validate(
            origin,
            call,
            info,
            length,
            implicit,
            implication,
            source,
        )
    }

    impl_tx_ext_default!(RuntimeCall; prepare);
}

/// Whether an account may succeed with a call that is not of class normal. It is a list of what may, so
/// that a call added later is refused until somebody decides.
///
/// Of a call that carries others all must be such that the account they are made in may succeed with
/// them. The walk ends at the first that is not, so that a stranger's transaction costs next to nothing.
fn may_succeed(who: &AccountId, call: &RuntimeCall) -> bool {
    use pallet_collective::Call as OfCouncil;
    use pallet_utility::Call as OfUtility;

    match call {
        // A single member is no origin of this runtime, so what it may execute alone always fails.
        RuntimeCall::Council(OfCouncil::propose { threshold, .. }) if *threshold < 2 => false,
        RuntimeCall::Council(
            OfCouncil::propose { .. } | OfCouncil::vote { .. } | OfCouncil::close { .. },
        ) => Council::is_member(who),

        RuntimeCall::Utility(
            OfUtility::batch { calls }
            | OfUtility::batch_all { calls }
            | OfUtility::force_batch { calls },
        ) => calls.iter().all(|call| may_succeed(who, call)),
        RuntimeCall::Utility(OfUtility::if_else { main, fallback }) => {
            may_succeed(who, main) && may_succeed(who, fallback)
        }
        RuntimeCall::Utility(OfUtility::as_derivative { index, call }) => {
            may_succeed(&derivative_account_id(who.clone(), *index), call)
        }

        RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
            other_signatories,
            call,
        }) => may_succeed(&shared_account(who, other_signatories), call),

        RuntimeCall::Proxy(pallet_proxy::Call::proxy { real, force_proxy_type, call }) => {
            may_succeed_as_proxy(who, real, *force_proxy_type, call, false)
        }
        // Anybody may submit what a proxy has announced, but only the proxy itself as operational.
        RuntimeCall::Proxy(pallet_proxy::Call::proxy_announced {
            delegate,
            real,
            force_proxy_type,
            call,
        }) => {
            Lookup::lookup(delegate.clone()).is_ok_and(|delegate| delegate == *who)
                && may_succeed_as_proxy(who, real, *force_proxy_type, call, true)
        }

        _ => false,
    }
}

/// Whether the call applies the upgrade that is authorised. Anybody may do so, but not inside of another
/// call: of two in a batch the second must fail.
fn brings_authorized_code(call: &RuntimeCall) -> bool {
    let RuntimeCall::System(call @ frame_system::Call::apply_authorized_upgrade { .. }) = call
    else {
        return false;
    };
    // The pallet checks an unsigned one for just that.
    #[allow(
        deprecated,
        reason = "the check that the pallet offers until unsigned transactions are general ones"
    )]
    System::validate_unsigned(TransactionSource::InBlock, call).is_ok()
}

/// The account of any one of these signatories.
fn shared_account(who: &AccountId, others: &[AccountId]) -> AccountId {
    let mut signatories = others.to_vec();
    // The call itself refuses others that are not in order, or that name the sender.
    if let Err(place) = signatories.binary_search(who) {
        signatories.insert(place, who.clone());
    }
    Multisig::multi_account_id(&signatories, 1)
}

fn may_succeed_as_proxy(
    who: &AccountId,
    real: &LookupSource,
    proxy_type: Option<ProxyType>,
    call: &RuntimeCall,
    is_announced: bool,
) -> bool {
    let Ok(real) = Lookup::lookup(real.clone()) else {
        return false;
    };
    Proxy::find_proxy(&real, who, proxy_type).is_ok_and(|proxy| {
        (is_announced || proxy.delay == 0)
            && proxy.proxy_type.filter(call)
            && may_succeed(&real, call)
    })
}
