//! Reputation that exists from the start.

use crate::{Config, Holder, Pallet};
use aitbc_primitives::reputation::{HoldReason, Rep, RepLedger, REP};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    /// Mints what an account has at genesis.
    pub(crate) fn endow(holder: &Holder<T::AccountId>) -> DispatchResult {
        let Holder { domain, account, .. } = holder;
        // 64 bits of REP fit into 128 bits of units.
        let [free, encumbered] =
            [holder.free, holder.encumbered].map(|whole| Rep::from(whole).saturating_mul(REP));
        Self::mint(*domain, account, free.saturating_add(encumbered))?;
        Self::hold(*domain, HoldReason::Availability, account, encumbered)
    }
}
