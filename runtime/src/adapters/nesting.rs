//! How deep calls may carry calls.
//!
//! Each call opens a storage layer of its own, of which there are 255 at most. In the last of them whatever
//! wants one more layer fails: a council motion that has passed, or the callback of a pool, would fail for
//! good because a stranger has wrapped the call that concludes it into 254 batches.

use crate::RuntimeCall;
use alloc::{vec, vec::Vec};

/// So many levels of calls may be within the call of a transaction.
pub const MAX_NESTING: u32 = 16;

/// Whether there are no more than `levels` levels of calls within `call`.
pub fn nests_within(call: &RuntimeCall, levels: u32) -> bool {
    let carried = carried(call);
    let below = levels.checked_sub(1);
    carried.is_empty()
        || below.is_some_and(|below| carried.into_iter().all(|call| nests_within(call, below)))
}

/// The calls that a call carries. What `AgentWallet.confirm` makes was carried by the call that has stored it.
fn carried(call: &RuntimeCall) -> Vec<&RuntimeCall> {
    use pallet_agent_wallet::Call as OfWallet;
    use pallet_collective::Call as OfCouncil;
    use pallet_multisig::Call as OfMultisig;
    use pallet_openclaw::Call as OfOpenClaw;
    use pallet_proxy::Call as OfProxy;
    use pallet_scheduler::Call as OfScheduler;
    use pallet_utility::Call as OfUtility;

    match call {
        RuntimeCall::Utility(
            OfUtility::batch { calls }
            | OfUtility::batch_all { calls }
            | OfUtility::force_batch { calls },
        )
        | RuntimeCall::OpenClaw(OfOpenClaw::propose { calls, .. })
        | RuntimeCall::AgentWallet(OfWallet::execute_many { calls, .. }) => calls.iter().collect(),
        RuntimeCall::Utility(OfUtility::if_else { main, fallback }) => vec![main, fallback],
        RuntimeCall::Utility(
            OfUtility::as_derivative { call, .. }
            | OfUtility::dispatch_as { call, .. }
            | OfUtility::dispatch_as_fallible { call, .. }
            | OfUtility::with_weight { call, .. },
        )
        | RuntimeCall::Multisig(
            OfMultisig::as_multi_threshold_1 { call, .. } | OfMultisig::as_multi { call, .. },
        )
        | RuntimeCall::Proxy(OfProxy::proxy { call, .. } | OfProxy::proxy_announced { call, .. })
        | RuntimeCall::Scheduler(
            OfScheduler::schedule { call, .. }
            | OfScheduler::schedule_named { call, .. }
            | OfScheduler::schedule_after { call, .. }
            | OfScheduler::schedule_named_after { call, .. },
        )
        | RuntimeCall::Council(
            OfCouncil::execute { proposal: call, .. } | OfCouncil::propose { proposal: call, .. },
        )
        | RuntimeCall::OpenClaw(OfOpenClaw::bootstrap_dispatch { call })
        | RuntimeCall::AgentWallet(OfWallet::execute { call, .. }) => vec![call],
        _ => Vec::new(),
    }
}
