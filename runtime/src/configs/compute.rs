//! The market for compute: its clock, the GPUs that are staked, and the money that waits.

use crate::{
    adapters::{
        halted::Halted,
        tasks::{EveryTask, Task, Workers},
    },
    limits::PercentOfBlock,
    Runtime,
};

impl pallet_deadlines::Config for Runtime {
    type EveryTask = EveryTask;
    type Halted = Halted;
    type HookWeight = PercentOfBlock<3>;
    type Task = Task;
    type Tasks = Workers;
    type WeightInfo = pallet_deadlines::weights::SubstrateWeight<Runtime>;
}
