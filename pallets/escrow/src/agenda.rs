//! What the agenda has the pallet do.

use crate::{types::ClosedBy, Config, EscrowOf, Escrows, Pallet, StreamOf, Streams, WeightInfo};
use aitbc_primitives::market::{
    deadlines::{ActiveClock, OnDeadline},
    escrow::{EscrowId, EscrowTask},
};
use frame_support::{defensive, storage::with_storage_layer, weights::Weight};
use sp_runtime::DispatchResult;

impl<T: Config> OnDeadline<EscrowTask> for Pallet<T> {
    fn weight(task: &EscrowTask) -> Weight {
        match task {
            EscrowTask::Escrow { milestone: None, .. } => T::WeightInfo::on_offer(),
            EscrowTask::Escrow { milestone: Some(_), .. } => T::WeightInfo::on_milestone(),
            EscrowTask::Stream(_) => T::WeightInfo::on_stream(),
        }
    }

    fn act(task: EscrowTask) {
        let result = with_storage_layer(|| match task {
            EscrowTask::Escrow { id, milestone } => match (Escrows::<T>::get(id), milestone) {
                (Some(escrow), Some(place)) => Self::on_milestone(id, escrow, place),
                (Some(escrow), None) => Self::on_offer(id, escrow),
                (None, _) => Ok(()),
            },
            EscrowTask::Stream(id) => match Streams::<T>::get(id) {
                Some(stream) => Self::on_stream(id, stream),
                None => Ok(()),
            },
        });
        if let Err(error) = result {
            defensive!("what is due cannot be done", error);
        }
    }
}

impl<T: Config> Pallet<T> {
    fn on_offer(id: EscrowId, escrow: EscrowOf<T>) -> DispatchResult {
        let is_due = !escrow.is_accepted && T::ActiveClock::now() >= escrow.accept_by;
        match is_due {
            true => Self::expire(id, escrow),
            false => Ok(()),
        }
    }

    /// Settles a milestone, or waits on if it is due later than it was.
    fn on_milestone(id: EscrowId, mut escrow: EscrowOf<T>, place: u32) -> DispatchResult {
        if Self::settle_if_due(id, &mut escrow, place, T::ActiveClock::now())? {
            Self::store(id, escrow);
            return Ok(());
        }
        let milestone = escrow.milestones.get(place as usize);
        if let Some((at, _)) = milestone.and_then(|milestone| escrow.falls_due(milestone)) {
            Self::wait(at, EscrowTask::Escrow { id, milestone: Some(place) });
        }
        Ok(())
    }

    /// Ends a stream, or waits on if it was topped up.
    fn on_stream(id: EscrowId, stream: StreamOf<T>) -> DispatchResult {
        let (now, ends) = (T::ActiveClock::now(), stream.ends());
        if now < ends {
            Self::wait(ends, EscrowTask::Stream(id));
            return Ok(());
        }
        Self::end(id, stream, now, ClosedBy::End)?;
        Ok(())
    }
}
