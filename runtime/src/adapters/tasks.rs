//! What can be on the agenda of the market, and who does it.

use crate::{Escrow, GpuStaking, VotingPower};
use aitbc_primitives::market::{
    deadlines::OnDeadline,
    escrow::{EscrowId, EscrowTask},
    gpu::PositionId,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, weights::Weight};
use pallet_gpu_staking::LockTask;
use scale_info::TypeInfo;

/// What can be on the agenda. Tasks wait for up to a year, so the index of a variant never changes, nor what
/// it holds.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum Task {
    /// Of pallet-escrow: a milestone is settled, or the offer of an escrow runs out.
    #[codec(index = 0)]
    Escrow {
        /// The escrow.
        id: EscrowId,
        /// The milestone, unless it is the offer.
        milestone: Option<u32>,
    },
    /// Of pallet-escrow: a stream ends.
    #[codec(index = 1)]
    Stream(EscrowId),
    /// Of pallet-gpu-staking: the lock of a position ends.
    #[codec(index = 2)]
    Position(PositionId),
}

impl From<EscrowTask> for Task {
    fn from(task: EscrowTask) -> Self {
        match task {
            EscrowTask::Escrow { id, milestone } => Self::Escrow { id, milestone },
            EscrowTask::Stream(id) => Self::Stream(id),
        }
    }
}

impl From<LockTask> for Task {
    fn from(LockTask(id): LockTask) -> Self {
        Self::Position(id)
    }
}

/// The pallets that do them.
pub struct Workers;

impl OnDeadline<Task> for Workers {
    fn weight(task: &Task) -> Weight {
        let weight = match *task {
            Task::Escrow { id, milestone } => Escrow::weight(&EscrowTask::Escrow { id, milestone }),
            Task::Stream(id) => Escrow::weight(&EscrowTask::Stream(id)),
            Task::Position(id) => return GpuStaking::weight(&LockTask(id)),
        };
        // Histories are kept of who pays and who is paid, not of the treasury. That charges the block by
        // itself.
        weight.saturating_add(VotingPower::most_charged().saturating_mul(2))
    }

    fn act(task: Task) -> Weight {
        match task {
            Task::Escrow { id, milestone } => Escrow::act(EscrowTask::Escrow { id, milestone }),
            Task::Stream(id) => Escrow::act(EscrowTask::Stream(id)),
            Task::Position(id) => GpuStaking::act(LockTask(id)),
        }
    }
}

/// One of each: their weights do not depend on which.
pub struct EveryTask;

impl Get<Vec<Task>> for EveryTask {
    fn get() -> Vec<Task> {
        vec![
            Task::Escrow { id: 0, milestone: None },
            Task::Escrow { id: 0, milestone: Some(0) },
            Task::Stream(0),
            Task::Position(0),
        ]
    }
}
