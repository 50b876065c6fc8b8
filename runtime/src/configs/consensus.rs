//! Who makes blocks, who finalises them, and what happens to those who cheat.

use crate::{
    adapters::{
        async_backing,
        discipline::StakingDiscipline,
        equivocation,
        offences::{EraOf, InTime, OncePerEra},
        validators::KeyedOnly,
    },
    limits::{deposit, MAX_NOMINATORS_OF_WEIGHT, MAX_SCHEDULE, MAX_VALIDATORS},
    parameters::live,
    weights, AccountId, Availability, Balances, Equivocation, Offences, Reputation, Runtime,
    RuntimeEvent, SessionKeys, Staking, ValidationPool, VrfBeacon,
};
use aitbc_primitives::Balance;
use frame_support::{
    parameter_types,
    traits::{ConstBool, ConstU32, ConstU64, Get},
};
use pallet_availability::{offences::PunishingReporter, DisabledProducers};
use pallet_chain_settings::CurrentSlotDuration;
use pallet_equivocation::{KeyLog, KeyOwnerProof};
use pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

impl pallet_aura::Config for Runtime {
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type AuthorityId = AuraId;
    type DisabledValidators = DisabledProducers<Runtime>;
    type MaxAuthorities = ConstU32<MAX_SCHEDULE>;
    type SlotDuration = CurrentSlotDuration<Runtime>;
}

impl async_backing::Config for Runtime {
    type ExpectedBlockTime = CurrentSlotDuration<Runtime>;
}

impl pallet_vrf_beacon::Config for Runtime {
    type WeightInfo = pallet_vrf_beacon::weights::SubstrateWeight<Runtime>;
}

impl pallet_authorship::Config for Runtime {
    type EventHandler = (Availability, Staking);
    type FindAuthor = Availability;
}

impl pallet_availability::Config for Runtime {
    type AtStake = ValidationPool;
    type Discipline = StakingDiscipline;
    type EqualShare = live::EqualShare;
    type Forfeit = ValidationPool;
    type Ledger = Reputation;
    // An hour of ten minutes each.
    type MaxOutage = ConstU32<6>;
    type MaxProducers = ConstU32<MAX_VALIDATORS>;
    type MaxShare = live::MaxShare;
    type MinDelivery = live::MinDelivery;
    type MissedSlotsPenalty = live::MissedSlotsPenalty;
    type RelapsePeriod = RelapsePeriod;
    type Seed = VrfBeacon;
    type SessionLength = live::SessionLength;
    type WeightInfo = pallet_availability::weights::SubstrateWeight<Runtime>;
}

/// A suspension is remembered, and an equivocator banned, for as long as stake unbonds.
pub struct RelapsePeriod;

impl Get<u32> for RelapsePeriod {
    fn get() -> u32 {
        live::BondingDuration::get().saturating_mul(live::SessionsPerEra::get())
    }
}

parameter_types! {
    /// Held while an account has session keys on chain: an entry with the four of them, and one for
    /// each that leads from its type and the key to the account.
    pub const SessionKeyDeposit: Balance = deposit(5, 4 * 32 + 4 * (4 + 32 + 32));
}

impl pallet_session::Config for Runtime {
    type Currency = Balances;
    type DisablingStrategy = UpToLimitWithReEnablingDisablingStrategy;
    type KeyDeposit = SessionKeyDeposit;
    type Keys = SessionKeys;
    type NextSessionRotation = Availability;
    type RuntimeEvent = RuntimeEvent;
    type SessionHandler = KeyLog<Self, <SessionKeys as OpaqueKeys>::KeyTypeIdProviders>;
    type SessionManager = KeyedOnly<Staking>;
    type ShouldEndSession = Availability;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ConvertInto;
    type WeightInfo = weights::pallet_session::WeightInfo<Runtime>;
}

/// It keeps no roots of past sessions: keys are proven by the log of pallet-equivocation, which stays right
/// when keys are changed or purged. pallet-staking and the stock benchmarks take their types from here.
impl pallet_session::historical::Config for Runtime {
    type FullIdentification = ();
    type FullIdentificationOf = pallet_staking::UnitIdentificationOf<Self>;
    type RuntimeEvent = RuntimeEvent;
}

impl pallet_offences::Config for Runtime {
    type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
    type OnOffenceHandler = Staking;
    type RuntimeEvent = RuntimeEvent;
}

/// Punishes those who equivocate: stake in pallet-staking, reputation and slots in pallet-availability.
type Punishment = InTime<PunishingReporter<Runtime, Offences>>;

impl pallet_equivocation::Config for Runtime {
    type EraOf = EraOf;
    type LogLength = RelapsePeriod;
    type MaxValidators = ConstU32<MAX_VALIDATORS>;
    type OffenceWeight = equivocation::OffenceWeight;
    type Offences = Punishment;
    type WeightInfo = pallet_equivocation::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// How long an equivocation of a voter can be reported, in blocks: three weeks of 2 s blocks.
    pub const EquivocationReportLongevity: u64 = 907_200;
}

impl pallet_grandpa::Config for Runtime {
    type EquivocationReportSystem = pallet_grandpa::EquivocationReportSystem<
        Self,
        OncePerEra<Punishment>,
        Equivocation,
        EquivocationReportLongevity,
    >;
    type KeyOwnerProof = KeyOwnerProof;
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type MaxNominators = ConstU32<MAX_NOMINATORS_OF_WEIGHT>;
    /// Sessions for which a report can be matched to its authority set: three weeks of ten minutes.
    type MaxSetIdSessionEntries = ConstU64<3_024>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = equivocation::WeightInfo<Runtime>;
}

impl pallet_authority_discovery::Config for Runtime {
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
}
