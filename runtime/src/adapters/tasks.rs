//! What can be on the agenda, and who does it.

use super::payable;
use crate::{AccountId, Agents, Escrow, GpuStaking, VotingPower};
use aitbc_primitives::{
    agents::registry::{AgentTask, MessageId},
    market::{
        deadlines::OnDeadline,
        escrow::{EscrowId, EscrowTask},
        gpu::PositionId,
    },
};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, weights::Weight};
use pallet_gpu_staking::LockTask;
use scale_info::TypeInfo;

/// What can be on the agenda. Tasks wait for up to a year, so the index of a variant never changes, nor what
/// it holds.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
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
    /// Of pallet-agents: a message expires.
    #[codec(index = 3)]
    Message {
        /// To whom it was sent.
        to: AccountId,
        /// What it is known by.
        id: MessageId,
    },
    /// Of pallet-agents: what is known of an account that was an agent or a wallet is forgotten.
    #[codec(index = 4)]
    Forget(AccountId),
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

impl From<AgentTask<AccountId>> for Task {
    fn from(task: AgentTask<AccountId>) -> Self {
        match task {
            AgentTask::Message { to, id } => Self::Message { to, id },
            AgentTask::Forget(who) => Self::Forget(who),
        }
    }
}

/// The pallets that do them.
pub struct Workers;

impl OnDeadline<Task> for Workers {
    fn weight(task: &Task) -> Weight {
        // Histories are kept of those whose balances change: of who pays and who is paid, not of the treasury,
        // and of who has a deposit back; and of who pays the lock of what vests is written. These charge the block
        // by themselves.
        let pays = |weight: Weight| weight.saturating_add(payable::most_charged());
        let (weight, accounts) = match task.clone() {
            Task::Escrow { id, milestone } => {
                (pays(Escrow::weight(&EscrowTask::Escrow { id, milestone })), 2)
            }
            Task::Stream(id) => (pays(Escrow::weight(&EscrowTask::Stream(id))), 2),
            Task::Position(id) => (GpuStaking::weight(&LockTask(id)), 0),
            Task::Message { to, id } => (Agents::weight(&AgentTask::Message { to, id }), 1),
            Task::Forget(who) => (Agents::weight(&AgentTask::Forget(who)), 0),
        };
        weight.saturating_add(VotingPower::most_charged().saturating_mul(accounts))
    }

    fn act(task: Task) -> Weight {
        match task {
            Task::Escrow { id, milestone } => Escrow::act(EscrowTask::Escrow { id, milestone }),
            Task::Stream(id) => Escrow::act(EscrowTask::Stream(id)),
            Task::Position(id) => GpuStaking::act(LockTask(id)),
            Task::Message { to, id } => Agents::act(AgentTask::Message { to, id }),
            Task::Forget(who) => Agents::act(AgentTask::Forget(who)),
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
            Task::Message { to: AccountId::new([0; 32]), id: MessageId::zero() },
            Task::Forget(AccountId::new([0; 32])),
        ]
    }
}
