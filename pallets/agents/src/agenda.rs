//! What the agenda has the pallet do, by wall-clock time.

use crate::{Config, Pallet, WeightInfo};
use aitbc_primitives::{agents::registry::AgentTask, market::deadlines::OnDeadline};
use frame_support::weights::Weight;

impl<T: Config> OnDeadline<AgentTask<T::AccountId>> for Pallet<T> {
    fn weight(task: &AgentTask<T::AccountId>) -> Weight {
        match task {
            AgentTask::Message { .. } => Self::weight_of_message_task(),
            AgentTask::Forget(_) => T::WeightInfo::forget(),
        }
    }

    fn act(task: AgentTask<T::AccountId>) -> Weight {
        match task {
            AgentTask::Message { to, id } => Self::on_message_task(to, id),
            AgentTask::Forget(who) => match Self::forget(&who) {
                true => T::WeightInfo::forget(),
                false => T::WeightInfo::stale_forget(),
            },
        }
    }
}
