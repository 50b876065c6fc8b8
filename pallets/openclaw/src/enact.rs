//! Enacting proposals: making their calls, all or none, and trying them without leaving anything.

use crate::{
    requirements::Checked,
    types::{Proposal, Stage},
    Calls, Config, Enacting, Error, Event, Origin, Pallet, Proposals,
};
use aitbc_primitives::governance::proposals::{DryRun, ProposalId, ProposalKind, Refused};
use alloc::vec::Vec;
use codec::{DecodeLimit, Encode};
use frame_support::{
    dispatch::GetDispatchInfo,
    ensure,
    storage::{transactional::with_transaction, with_storage_layer},
    traits::{Contains, Get, IsType, UnfilteredDispatchable},
    weights::Weight,
};
use frame_system::RawOrigin;
use sp_runtime::{DispatchError, TransactionOutcome};

/// How an attempt to enact a proposal ended.
pub(crate) enum Enactment {
    /// It is over. The calls cost so much.
    Done(Weight),
    /// A brake stops one of the calls.
    HeldUp,
    /// The calls cost so much, which is more than may be taken.
    NeedsMore(Weight),
    /// There was no storage layer left for them, which is not their fault. They cost at most so much.
    NotAttempted(DispatchError, Weight),
}

impl<T: Config> Pallet<T> {
    /// Makes the calls of a proposal that has passed, if they cost at most `limit`.
    pub(crate) fn enact(
        id: ProposalId,
        proposal: Proposal<T::AccountId>,
        limit: Weight,
    ) -> Enactment {
        let (calls, checked) = match Self::enactable(id, &proposal) {
            Ok(enactable) => enactable,
            Err(refused) => {
                Self::finish_enactment(id, proposal, Err(refused.error));
                return Enactment::Done(Weight::zero());
            }
        };
        let is_stopped = |call: &<T as Config>::RuntimeCall| {
            !<T as frame_system::Config>::BaseCallFilter::contains(call.into_ref())
        };
        if !proposal.passes_brakes() && calls.iter().any(is_stopped) {
            return Enactment::HeldUp;
        }
        let most = checked.weight;
        if !most.all_lte(limit) {
            return Enactment::NeedsMore(most);
        }
        Enacting::<T>::put(id);
        let made = with_storage_layer(|| Self::make_calls(proposal.kind, calls, checked));
        Enacting::<T>::kill();
        // Otherwise whoever nests `advance` deeply enough could make any proposal fail.
        if let Err(error @ DispatchError::Transactional(_)) = made {
            return Enactment::NotAttempted(error, most);
        }
        Self::finish_enactment(id, proposal, made.map(drop));
        Enactment::Done(made.unwrap_or(most))
    }

    fn finish_enactment(
        id: ProposalId,
        proposal: Proposal<T::AccountId>,
        result: Result<(), DispatchError>,
    ) {
        Self::deposit_event(Event::Enacted { proposal: id, result });
        if result.is_ok() && proposal.kind == ProposalKind::ProtocolUpgrade {
            Self::end_bootstrap();
        }
        let stage = match result {
            Ok(()) => Stage::Executed,
            Err(error) => Stage::Failed { error },
        };
        Self::end(id, proposal, stage);
    }

    /// The calls of a proposal, which were read and checked again: the runtime may have changed.
    fn enactable(
        id: ProposalId,
        proposal: &Proposal<T::AccountId>,
    ) -> Result<(Vec<<T as Config>::RuntimeCall>, Checked), Refused> {
        let of_list = |error: Error<T>| Refused { index: None, error: error.into() };
        let encoded = Calls::<T>::get(id).unwrap_or_default();
        let calls = Vec::<<T as Config>::RuntimeCall>::decode_all_with_depth_limit(
            frame_support::MAX_EXTRINSIC_DEPTH,
            &mut encoded.as_slice(),
        )
        .map_err(|_| of_list(Error::OutdatedCalls))?;
        // An opinion does not become outdated.
        let is_current = proposal.transaction_version == Self::transaction_version();
        ensure!(is_current || calls.is_empty(), of_list(Error::OutdatedCalls));
        let checked = Self::check_calls(proposal.kind, &calls, T::MaxAdvance::get())?;
        // Nor may they ask for more than they did.
        let is_as_before = checked.replaces_council == proposal.replaces_council
            && (proposal.needs_council || proposal.replaces_council || !checked.needs_council);
        ensure!(is_as_before, of_list(Error::CallNotAllowed));
        Ok((calls, checked))
    }

    /// Makes calls. Returns what they cost.
    fn make_calls(
        kind: ProposalKind,
        calls: Vec<<T as Config>::RuntimeCall>,
        checked: Checked,
    ) -> Result<Weight, DispatchError> {
        let mut weight = Weight::zero();
        for (call, as_root) in calls.into_iter().zip(checked.as_root) {
            let declared = call.get_dispatch_info().call_weight;
            let origin = if as_root { RawOrigin::Root.into() } else { Origin::from(kind).into() };
            let post = call.dispatch_bypass_filter(origin).map_err(|failure| failure.error)?;
            weight = weight.saturating_add(post.actual_weight.unwrap_or(declared));
        }
        Ok(weight)
    }

    /// Makes calls as a proposal of this type would, and undoes it.
    pub(crate) fn run_dry(
        kind: ProposalKind,
        calls: Vec<<T as Config>::RuntimeCall>,
    ) -> Result<DryRun, Refused> {
        let checked = Self::check_calls(kind, &calls, Self::creation_limit())?;
        let declared = checked.weight;
        let old_events = frame_system::Pallet::<T>::event_count() as usize;
        let dry_run = with_transaction(|| {
            let made = with_storage_layer(|| Self::make_calls(kind, calls, checked));
            let events = frame_system::Pallet::<T>::read_events_no_consensus()
                .skip(old_events)
                .map(|record| record.event.encode())
                .collect();
            let dry_run =
                DryRun { result: made.map(drop), weight: made.unwrap_or(declared), events };
            TransactionOutcome::Rollback(Ok::<_, DispatchError>(dry_run))
        });
        dry_run.map_err(|error| Refused { index: None, error })
    }

    /// Makes the calls of a proposal, and undoes it.
    pub(crate) fn run_proposal_dry(id: ProposalId) -> Option<Result<DryRun, Refused>> {
        let proposal = Proposals::<T>::get(id)?;
        Some(
            Self::enactable(id, &proposal)
                .and_then(|(calls, _)| Self::run_dry(proposal.kind, calls)),
        )
    }
}
