//! What the agenda has the pallet do.

use crate::{types::ClosedBy, Config, EscrowOf, Escrows, Pallet, StreamOf, Streams, WeightInfo};
use aitbc_primitives::market::{
    deadlines::{ActiveClock, OnDeadline},
    escrow::{EscrowId, EscrowTask},
};
use frame_support::{defensive, storage::with_storage_layer, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> OnDeadline<EscrowTask> for Pallet<T> {
    fn weight(task: &EscrowTask) -> Weight {
        match task {
            EscrowTask::Escrow { milestone: None, .. } => T::WeightInfo::on_offer(),
            EscrowTask::Escrow { milestone: Some(_), .. } => T::WeightInfo::on_milestone(),
            EscrowTask::Stream(_) => T::WeightInfo::on_stream(),
        }
    }

    fn act(task: EscrowTask) -> Weight {
        let done = with_storage_layer(|| match task {
            EscrowTask::Escrow { id, milestone } => match (Escrows::<T>::get(id), milestone) {
                (Some(escrow), Some(place)) => Self::on_milestone(id, escrow, place),
                (Some(escrow), None) => Self::on_offer(id, escrow),
                (None, _) => Ok(false),
            },
            EscrowTask::Stream(id) => match Streams::<T>::get(id) {
                Some(stream) => Self::on_stream(id, stream).map(|()| true),
                None => Ok(false),
            },
        });
        if let Err(error) = done {
            defensive!("what is due cannot be done", error);
        }
        match (done, task) {
            (Ok(false), EscrowTask::Escrow { .. }) => T::WeightInfo::stale_escrow(),
            (Ok(false), EscrowTask::Stream(_)) => T::WeightInfo::stale_stream(),
            _ => Self::weight(&task),
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Removes an offer that has run out, and says whether there was something to do.
    fn on_offer(id: EscrowId, escrow: EscrowOf<T>) -> Result<bool, DispatchError> {
        let is_due = !escrow.is_accepted && T::ActiveClock::now() >= escrow.accept_by;
        if is_due {
            Self::expire(id, escrow)?;
        }
        Ok(is_due)
    }

    /// Settles a milestone, or waits on if it is due later than it was, and says whether it did either.
    fn on_milestone(
        id: EscrowId,
        mut escrow: EscrowOf<T>,
        place: u32,
    ) -> Result<bool, DispatchError> {
        if Self::settle_if_due(id, &mut escrow, place, T::ActiveClock::now())? {
            Self::store(id, escrow);
            return Ok(true);
        }
        let milestone = escrow.milestones.get(place as usize);
        let due = milestone.and_then(|milestone| escrow.falls_due(milestone));
        if let Some((at, _)) = due {
            Self::wait(at, EscrowTask::Escrow { id, milestone: Some(place) });
        }
        Ok(due.is_some())
    }

    /// Ends a stream, or waits on if it was topped up or ends in more than a year.
    fn on_stream(id: EscrowId, stream: StreamOf<T>) -> DispatchResult {
        let (now, ends) = (T::ActiveClock::now(), stream.ends());
        if now < ends {
            Self::wait_for_end(id, ends);
            return Ok(());
        }
        Self::end(id, stream, now, ClosedBy::End)?;
        Ok(())
    }
}
