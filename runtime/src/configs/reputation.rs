//! Reputation, and the work that is paid by it.

use crate::{adapters::pots::ToTreasury, parameters::live, Balances, Runtime};
use aitbc_primitives::reputation::{Domain, REP};
use frame_support::{parameter_types, traits::ConstU128};
use pallet_chain_settings::CurrentSlotDuration;
use pallet_reputation::SalaryOf;

impl pallet_reputation::Config for Runtime {
    // Nothing is at stake until the validation pools exist.
    type AtStake = ();
    type Currency = Balances;
    type MinSalaryIssuance = ConstU128<REP>;
    type Unshared = ToTreasury;
    type WeightInfo = pallet_reputation::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    pub const BlockDomain: Domain = Domain::Block;
    pub const GovernanceDomain: Domain = Domain::Governance;
}

impl pallet_work::Config for Runtime {
    // Without validation pools every block is accepted: its share becomes salary one block later.
    type BlockRecipient = SalaryOf<Runtime, BlockDomain>;
    type GovernanceRecipient = SalaryOf<Runtime, GovernanceDomain>;
    type TreasuryRecipient = ToTreasury;

    type Currency = Balances;
    type Shares = live::RevenueShares;
    type SlotDuration = CurrentSlotDuration<Runtime>;
    type SubsidyRate = live::SubsidyRate;
    type WeightInfo = pallet_work::weights::SubstrateWeight<Runtime>;
}
