//! Agents: their registry, and the wallets through which they act.

use crate::{
    adapters::{
        obligations::{OfAgents, OfWallets},
        permissions::Permitted,
        tasks::Task,
    },
    clock::WallClock,
    configs::governance::StoragePrice,
    limits::deposit,
    parameters::live,
    AccountId, AgentWallet, Agents, Balance, Balances, Deadlines, GpuStaking, OpenClaw, Reputation,
    Runtime, RuntimeCall, RuntimeHoldReason, Signature, VotingPower, Work,
};
use aitbc_primitives::token::{AITBC, MILLI};
use frame_support::{
    parameter_types,
    traits::{fungible::HoldConsideration, ConstU128, Footprint, Get},
    weights::Weight,
};
use sp_runtime::{traits::Convert, SaturatedConversion};

parameter_types! {
    pub const AgentDepositReason: RuntimeHoldReason =
        RuntimeHoldReason::Agents(pallet_agents::HoldReason::Agent);
    pub const MailDepositReason: RuntimeHoldReason =
        RuntimeHoldReason::Agents(pallet_agents::HoldReason::Mailbox);
    pub const WalletDepositReason: RuntimeHoldReason =
        RuntimeHoldReason::AgentWallet(pallet_agent_wallet::HoldReason::Wallet);
    pub const PendingDepositReason: RuntimeHoldReason =
        RuntimeHoldReason::AgentWallet(pallet_agent_wallet::HoldReason::Pending);
}

/// What entries cost at `EACH` AITBC, with their bytes.
pub struct AitbcEach<const EACH: Balance>;

impl<const EACH: Balance> Convert<Footprint, Balance> for AitbcEach<EACH> {
    fn convert(of: Footprint) -> Balance {
        let entries = Balance::from(of.count).saturating_mul(EACH).saturating_mul(AITBC);
        entries.saturating_add(deposit(0, of.size.saturated_into()))
    }
}

/// A controller may have many agents, a sender many messages, an owner many wallets: each has its own deposit.
type Deposit<Reason, Price> = HoldConsideration<AccountId, Balances, Reason, Price, Footprint>;

impl pallet_agents::Config for Runtime {
    type ActiveClock = Deadlines;
    type Agenda = Deadlines;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::AgentHelper;
    type Clock = WallClock;
    type Consideration = Deposit<AgentDepositReason, AitbcEach<10>>;
    type Currency = Balances;
    type MailConsideration = Deposit<MailDepositReason, StoragePrice>;
    type Obligations = OfAgents;
    type Reputation = Reputation;
    type RuntimeHoldReason = RuntimeHoldReason;
    type ScoreChanged = GpuStaking;
    type ScoreScale = live::ScoreScale;
    type Signature = Signature;
    type Task = Task;
    type Wallets = AgentWallet;
    type WeightInfo = pallet_agents::weights::SubstrateWeight<Runtime>;
}

/// What the block is charged at most when the balance of an account changes.
pub struct HistoryWeight;

impl Get<Weight> for HistoryWeight {
    fn get() -> Weight {
        VotingPower::most_charged()
    }
}

impl pallet_agent_wallet::Config for Runtime {
    type Agents = Agents;
    type AutoVoteFee = ConstU128<{ 20 * MILLI }>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::WalletHelper;
    type Clock = WallClock;
    type Currency = Balances;
    // The pot of the block's fees.
    type FeeRecipient = Work;
    type HistoryWeight = HistoryWeight;
    type HookWeight = live::AutoVoteWeight;
    type LeafCalls = Permitted;
    type Obligations = OfWallets;
    type Ownership = Agents;
    type PendingDeposit = Deposit<PendingDepositReason, StoragePrice>;
    type RuntimeCall = RuntimeCall;
    type ScoreChanged = GpuStaking;
    type StrategyVotes = OpenClaw;
    type WalletDeposit = Deposit<WalletDepositReason, AitbcEach<1>>;
    type WeightInfo = pallet_agent_wallet::weights::SubstrateWeight<Runtime>;
}
