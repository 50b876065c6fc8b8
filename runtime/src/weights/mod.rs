//! What stock pallets cost in this runtime, where every change of a balance is recorded, and what its
//! elections do.
//!
//! `scripts/weights.sh` writes these files. The weights of our own pallets are in
//! `pallets/*/src/weights.rs`, from the same script.

pub mod base;
pub mod database;
pub mod elections;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_bags_list;
pub mod pallet_balances;
pub mod pallet_collective;
pub mod pallet_grandpa;
pub mod pallet_migrations;
pub mod pallet_multisig;
pub mod pallet_offences;
pub mod pallet_parameters;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_safe_mode;
pub mod pallet_scheduler;
pub mod pallet_session;
pub mod pallet_staking;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_treasury;
pub mod pallet_tx_pause;
pub mod pallet_utility;
pub mod pallet_vesting;
