//! Balances, fees and vesting.

use crate::{
    adapters::{fees, pots::ToTreasury, vesting_lock::VestingLock},
    weights, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason,
    System, Work,
};
use aitbc_primitives::token::{AITBC, EXISTENTIAL_DEPOSIT};
use frame_support::{
    parameter_types,
    traits::{ConstU128, ConstU32, ConstU8, VariantCountOf, WithdrawReasons},
};
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::traits::ConvertInto;

impl pallet_balances::Config for Runtime {
    #[cfg(not(feature = "stock-accounts"))]
    type AccountStore = crate::VotingPower;
    #[cfg(feature = "stock-accounts")]
    type AccountStore = crate::lab::stock_accounts::StockAccounts;
    type Balance = Balance;
    type DoneSlashHandler = ();
    type DustRemoval = ToTreasury;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    type MaxLocks = ConstU32<16>;
    type MaxReserves = ConstU32<16>;
    type ReserveIdentifier = [u8; 8];
    type RuntimeEvent = RuntimeEvent;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WeightInfo = weights::pallet_balances::WeightInfo<Runtime>;
}

impl pallet_transaction_payment::Config for Runtime {
    type FeeMultiplierUpdate = fees::FeeMultiplierUpdate;
    type LengthToFee = fees::LengthToFee;
    type OnChargeTransaction = FungibleAdapter<Balances, Work>;
    type OperationalFeeMultiplier = ConstU8<5>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = fees::WeightInfo<Runtime>;
    type WeightToFee = fees::WeightToFee;
}

impl pallet_vesting::Config for Runtime {
    const MAX_VESTING_SCHEDULES: u32 = 28;

    // Not slots, as elsewhere: wallets take the numbers of a schedule for heights.
    type BlockNumberProvider = System;
    type BlockNumberToBalance = ConvertInto;
    type Currency = VestingLock;
    type MinVestedTransfer = ConstU128<{ 10 * AITBC }>;
    type RuntimeEvent = RuntimeEvent;
    type UnvestedFundsAllowedWithdrawReasons = NoWithdrawal;
    type WeightInfo = weights::pallet_vesting::WeightInfo<Runtime>;
}

parameter_types! {
    /// Unvested tokens are not transferred and pay no fees. pallet-balances knows no lock that fees
    /// pass: whatever reasons stand here, it would keep them. They can be put on hold all the same,
    /// since a hold takes nothing away: they are bonded and serve as deposits. And they vote. Only
    /// holds out of which others may be paid are on top of the lock.
    pub const NoWithdrawal: WithdrawReasons = WithdrawReasons::empty();
}
