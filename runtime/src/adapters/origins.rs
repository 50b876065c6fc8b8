//! Who may do what beside signed accounts and Root.
//!
//! There is no sudo. Root exists only as the origin of later governance; the council can never be it.

use crate::{
    parameters::{groups::RuntimeParametersKey, live},
    AccountId, BlockNumber, OpenClaw, OriginCaller, RuntimeOrigin,
};
use frame_support::traits::{EitherOfDiverse, EnsureOrigin, Get, OriginTrait};
use frame_system::{ensure_root, EnsureRoot};

/// Three of the five seats, whether or not all are taken. A majority of fewer members is not enough.
pub type ThreeOfCouncil = EnsureSeats<3>;

/// Four of the five seats.
pub type FourOfCouncil = EnsureSeats<4>;

/// Root, or three of the five council seats.
pub type RootOrCouncil = EitherOfDiverse<EnsureRoot<AccountId>, ThreeOfCouncil>;

/// An origin that stands for at least `SEATS` council members who said yes.
pub struct EnsureSeats<const SEATS: u32>;

impl<const SEATS: u32> EnsureOrigin<RuntimeOrigin> for EnsureSeats<SEATS> {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        match origin.caller() {
            OriginCaller::Council(pallet_collective::RawOrigin::Members(yes, _))
                if *yes >= SEATS =>
            {
                Ok(())
            }
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(pallet_collective::RawOrigin::Members(SEATS, crate::limits::COUNCIL_SEATS).into())
    }
}

/// Root, but not that of the bootstrap: what it scheduled would run as Root after its end.
pub struct RootAfterBootstrap;

impl EnsureOrigin<RuntimeOrigin> for RootAfterBootstrap {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        // Benchmarks schedule in block 1.
        if OpenClaw::is_bootstrap() && !cfg!(feature = "runtime-benchmarks") {
            return Err(origin);
        }
        EnsureRoot::<AccountId>::try_origin(origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        EnsureRoot::<AccountId>::try_successful_origin()
    }
}

/// Root or the council may start or extend safe mode, for the time the parameter says.
pub struct EnterSafeMode;

impl EnsureOrigin<RuntimeOrigin> for EnterSafeMode {
    type Success = BlockNumber;

    fn try_origin(origin: RuntimeOrigin) -> Result<BlockNumber, RuntimeOrigin> {
        RootOrCouncil::try_origin(origin).map(|_| live::SafeModeDuration::get())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        RootOrCouncil::try_successful_origin()
    }
}

/// Who may set a parameter, by its group.
///
/// Every group but one is Root's, and Root is nobody until governance exists. The work contract
/// belongs to the assembly of reputation holders alone, not even to Root.
pub struct ParameterOrigin;

impl frame_support::traits::EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey>
    for ParameterOrigin
{
    type Success = ();

    fn try_origin(
        origin: RuntimeOrigin,
        key: &RuntimeParametersKey,
    ) -> Result<Self::Success, RuntimeOrigin> {
        match key {
            RuntimeParametersKey::WorkContract(_) => Err(origin),
            RuntimeParametersKey::Economics(_)
            | RuntimeParametersKey::Governance(_)
            | RuntimeParametersKey::Consensus(_)
            | RuntimeParametersKey::Safety(_) => ensure_root(origin.clone()).map_err(|_| origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
        Ok(frame_system::RawOrigin::Root.into())
    }
}
