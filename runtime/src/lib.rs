//! The state transition function of the AITBC chain.
//!
//! One Wasm serves every network; what differs between networks is in storage, see
//! [`genesis`] and [`parameters`]. The configuration of each pallet is in [`configs`].
//!
//! Rooms import only from those before them: [`limits`] and [`clock`], [`parameters`], [`adapters`],
//! [`configs`], then `apis`.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod adapters;
mod apis;
#[cfg(feature = "runtime-benchmarks")]
#[expect(clippy::unwrap_used, reason = "a benchmark may panic")]
mod benchmarks;
pub mod clock;
pub mod configs;
pub mod genesis;
pub mod lab;
pub mod limits;
pub mod parameters;
mod policing;
mod session_keys;
pub mod shared_entries;
pub mod transaction;
pub mod weights;

use alloc::borrow::Cow;
#[cfg(not(feature = "std"))]
use alloc::vec::Vec;
use sp_runtime::{generic, MultiAddress};
use sp_version::{runtime_version, RuntimeVersion};

pub use aitbc_primitives::{
    opaque, AccountId, Address, Balance, BlockNumber, Hash, Hashing, Header, Moment, Nonce,
    Signature,
};
pub use apis::RuntimeApi;
pub use session_keys::SessionKeys;
pub use transaction::{SignedPayload, TxExtension, UncheckedExtrinsic};

#[cfg(feature = "std")]
pub use {apis::api, session_keys::session_index_key};

/// The attribute reads the version from literals, so each one needs its own constant.
macro_rules! version {
    ($spec_version:tt) => {
        /// Which code this is. `spec_version` rises with every release of the runtime.
        #[runtime_version]
        pub const VERSION: RuntimeVersion = RuntimeVersion {
            spec_name: Cow::Borrowed("aitbc"),
            impl_name: Cow::Borrowed("aitbc-node"),
            authoring_version: 1,
            spec_version: $spec_version,
            impl_version: 1,
            apis: apis::RUNTIME_API_VERSIONS,
            transaction_version: 1,
            system_version: 1,
        };
    };
}

#[cfg(not(feature = "next-version"))]
version!(100);

#[cfg(all(feature = "next-version", not(feature = "repaired-version")))]
version!(101);

#[cfg(feature = "repaired-version")]
version!(102);

/// A block of this runtime.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// How callers name an account in a call.
pub type LookupSource = MultiAddress<AccountId, ()>;

/// Migrations that run at once when the runtime is upgraded. Long ones belong into
/// [`configs::system::MultiBlockMigrationList`].
pub type SingleBlockMigrations = ();

/// Runs the blocks.
pub type Executive = frame_executive::Executive<
    Runtime,
    Block,
    frame_system::ChainContext<Runtime>,
    Runtime,
    AllPalletsWithSystem,
>;

/// All pallets. The INDEX orders hooks and genesis, so it is part of the design: steps of five
/// leave room where later pallets must run. `tests/format.rs` lists the order.
#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Runtime>;

    #[runtime::pallet_index(1)]
    pub type ChainSettings = pallet_chain_settings::Pallet<Runtime>;

    #[runtime::pallet_index(5)]
    pub type Timestamp = pallet_timestamp::Pallet<Runtime>;

    #[runtime::pallet_index(10)]
    pub type Aura = pallet_aura::Pallet<Runtime>;

    #[runtime::pallet_index(11)]
    pub type AsyncBacking = adapters::async_backing::Pallet<Runtime>;

    #[runtime::pallet_index(15)]
    pub type VrfBeacon = pallet_vrf_beacon::Pallet<Runtime>;

    #[runtime::pallet_index(20)]
    pub type Availability = pallet_availability::Pallet<Runtime>;

    #[runtime::pallet_index(25)]
    pub type Authorship = pallet_authorship::Pallet<Runtime>;

    #[runtime::pallet_index(30)]
    pub type Balances = pallet_balances::Pallet<Runtime>;

    #[runtime::pallet_index(35)]
    pub type TransactionPayment = pallet_transaction_payment::Pallet<Runtime>;

    #[runtime::pallet_index(40)]
    pub type Reputation = pallet_reputation::Pallet<Runtime>;

    #[runtime::pallet_index(45)]
    pub type Staking = pallet_staking::Pallet<Runtime>;

    #[runtime::pallet_index(46)]
    pub type VoterList = pallet_bags_list::Pallet<Runtime, Instance1>;

    #[runtime::pallet_index(50)]
    pub type Offences = pallet_offences::Pallet<Runtime>;

    #[runtime::pallet_index(52)]
    pub type Equivocation = pallet_equivocation::Pallet<Runtime>;

    #[runtime::pallet_index(55)]
    pub type Historical = pallet_session::historical::Pallet<Runtime>;

    #[runtime::pallet_index(60)]
    pub type Session = pallet_session::Pallet<Runtime>;

    #[runtime::pallet_index(65)]
    pub type Grandpa = pallet_grandpa::Pallet<Runtime>;

    #[runtime::pallet_index(66)]
    pub type AuthorityDiscovery = pallet_authority_discovery::Pallet<Runtime>;

    #[runtime::pallet_index(70)]
    pub type ValidationPool = pallet_validation_pool::Pallet<Runtime>;

    #[runtime::pallet_index(75)]
    pub type Forum = pallet_forum::Pallet<Runtime>;

    #[runtime::pallet_index(80)]
    pub type Work = pallet_work::Pallet<Runtime>;

    // 85: assembly.

    #[runtime::pallet_index(90)]
    pub type VotingPower = pallet_voting_power::Pallet<Runtime>;

    #[runtime::pallet_index(95)]
    pub type OpenClaw = pallet_openclaw::Pallet<Runtime>;

    // 100: grants.

    #[runtime::pallet_index(105)]
    pub type Council = pallet_collective::Pallet<Runtime, Instance1>;

    #[runtime::pallet_index(110)]
    pub type Treasury = pallet_treasury::Pallet<Runtime>;

    #[runtime::pallet_index(115)]
    pub type Preimage = pallet_preimage::Pallet<Runtime>;

    #[runtime::pallet_index(120)]
    pub type Scheduler = pallet_scheduler::Pallet<Runtime>;

    #[runtime::pallet_index(122)]
    pub type Deadlines = pallet_deadlines::Pallet<Runtime>;

    #[runtime::pallet_index(125)]
    pub type Agents = pallet_agents::Pallet<Runtime>;

    #[runtime::pallet_index(130)]
    pub type AgentWallet = pallet_agent_wallet::Pallet<Runtime>;

    #[runtime::pallet_index(135)]
    pub type GpuStaking = pallet_gpu_staking::Pallet<Runtime>;

    // 140, 142: the compute market, verification.

    #[runtime::pallet_index(145)]
    pub type Escrow = pallet_escrow::Pallet<Runtime>;

    // 146 to 149: assets, their exchange, vouchers.

    #[runtime::pallet_index(150)]
    pub type Utility = pallet_utility::Pallet<Runtime>;

    #[runtime::pallet_index(155)]
    pub type Multisig = pallet_multisig::Pallet<Runtime>;

    #[runtime::pallet_index(160)]
    pub type Proxy = pallet_proxy::Pallet<Runtime>;

    #[runtime::pallet_index(165)]
    pub type Vesting = pallet_vesting::Pallet<Runtime>;

    #[runtime::pallet_index(170)]
    pub type Parameters = pallet_parameters::Pallet<Runtime>;

    #[runtime::pallet_index(175)]
    pub type SafeMode = pallet_safe_mode::Pallet<Runtime>;

    #[runtime::pallet_index(180)]
    pub type TxPause = pallet_tx_pause::Pallet<Runtime>;

    #[runtime::pallet_index(185)]
    pub type MultiBlockMigrations = pallet_migrations::Pallet<Runtime>;
}
