//! The market for compute: its clock, the GPUs that are staked, and the money that waits.

use crate::{
    adapters::{
        controller::Controller,
        halted::Halted,
        origins::{MarketOrigin, SpendingOrigin},
        payable::Payable,
        pots::{PotAccount, ToTreasury},
        tasks::{EveryTask, Task, Workers},
    },
    clock::WallClock,
    configs::governance::StoragePrice,
    limits::PercentOfBlock,
    parameters::live,
    AccountId, Agents, Balances, Deadlines, Runtime, RuntimeHoldReason,
};
use frame_support::{
    parameter_types,
    traits::{fungible::HoldConsideration, Footprint},
};

impl pallet_deadlines::Config for Runtime {
    type EveryTask = EveryTask;
    type Halted = Halted;
    type HookWeight = PercentOfBlock<3>;
    type Task = Task;
    type Tasks = Workers;
    type WeightInfo = pallet_deadlines::weights::SubstrateWeight<Runtime>;
}

impl pallet_gpu_staking::Config for Runtime {
    type Agenda = Deadlines;
    type Agents = Agents;
    type AuditSlash = live::AuditSlash;
    // There are no audits yet: power is what providers declare.
    type Audits = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::ProviderHelper;
    // Nor a market that would offer the capacity.
    type CapacityChanged = ();
    type Clock = WallClock;
    type Currency = Balances;
    type FeeRecipient = ToTreasury;
    type FraudSlash = live::FraudSlash;
    type MarketOrigin = MarketOrigin;
    type PotAccount = PotAccount;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Task = Task;
    type TreasuryOrigin = SpendingOrigin;
    type Unfrozen = Payable;
    type WeightInfo = pallet_gpu_staking::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    pub const EscrowDepositReason: RuntimeHoldReason =
        RuntimeHoldReason::Escrow(pallet_escrow::HoldReason::Deposit);
}

impl pallet_escrow::Config for Runtime {
    type ActiveClock = Deadlines;
    type Agenda = Deadlines;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::EscrowHelper;
    type Clock = WallClock;
    // An account may have many escrows, each with its own deposit.
    type Consideration =
        HoldConsideration<AccountId, Balances, EscrowDepositReason, StoragePrice, Footprint>;
    type Controller = Controller;
    type Currency = Balances;
    type FeeRecipient = ToTreasury;
    type Owners = Agents;
    type PlatformFee = live::PlatformFee;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Task = Task;
    type Unfrozen = Payable;
    type WeightInfo = pallet_escrow::weights::SubstrateWeight<Runtime>;
}
