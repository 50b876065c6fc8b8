//! Who may do what beside signed accounts and Root.
//!
//! There is no sudo. Root exists only inside an enacted proposal, call by call, and as that of the bootstrap; the
//! council can never be it.

use crate::{
    parameters::{groups::RuntimeParametersKey, live},
    AccountId, BlockNumber, OpenClaw, OriginCaller, RuntimeOrigin,
};
use aitbc_primitives::governance::proposals::ProposalKind;
use frame_support::traits::{EnsureOrigin, Get, OriginTrait};
use frame_system::{EnsureRoot, RawOrigin};

/// Three of the five seats, whether or not all are taken. A majority of fewer members is not enough.
pub type ThreeOfCouncil = EnsureSeats<3>;

/// Four of the five seats.
pub type FourOfCouncil = EnsureSeats<4>;

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

/// Root starts or extends safe mode by itself, for the time the parameter says. Proposals and the council do so
/// through OpenClaw.
pub struct EnterSafeMode;

impl EnsureOrigin<RuntimeOrigin> for EnterSafeMode {
    type Success = BlockNumber;

    fn try_origin(origin: RuntimeOrigin) -> Result<BlockNumber, RuntimeOrigin> {
        EnsureRoot::<AccountId>::try_origin(origin).map(|_| live::SafeModeDuration::get())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        EnsureRoot::<AccountId>::try_successful_origin()
    }
}

/// Who replaces the members of the stock collective: nobody. `OpenClaw.set_council` does so, so that approvals
/// of proposals hear of it. Benchmarks of the collective do it as Root.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type SetMembers = frame_support::traits::NeverEnsureOrigin<()>;

/// See above.
#[cfg(feature = "runtime-benchmarks")]
pub type SetMembers = EnsureRoot<AccountId>;

/// The types of proposals that rule the market: they set its parameters and make its pools.
const RULE_MARKET: &[ProposalKind] =
    &[ProposalKind::ParameterChange, ProposalKind::ProtocolUpgrade, ProposalKind::AgentTrading];

/// The types of proposals that may set parameters of the group of `key`. A ProtocolUpgrade does so as Root.
///
/// The work contract belongs to the assembly of reputation holders alone, not even to Root.
pub fn types_that_set(key: &RuntimeParametersKey) -> &'static [ProposalKind] {
    match key {
        RuntimeParametersKey::Economics(_) => {
            &[ProposalKind::ParameterChange, ProposalKind::ProtocolUpgrade]
        }
        RuntimeParametersKey::Market(_) => RULE_MARKET,
        RuntimeParametersKey::Governance(_)
        | RuntimeParametersKey::Consensus(_)
        | RuntimeParametersKey::Safety(_) => &[ProposalKind::ProtocolUpgrade],
        RuntimeParametersKey::WorkContract(_) => &[],
    }
}

/// Who may set a parameter, by its group: see [`types_that_set`].
pub struct ParameterOrigin;

impl frame_support::traits::EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey>
    for ParameterOrigin
{
    type Success = ();

    fn try_origin(
        origin: RuntimeOrigin,
        key: &RuntimeParametersKey,
    ) -> Result<Self::Success, RuntimeOrigin> {
        ensure_made_by(types_that_set(key), origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
        Ok(RawOrigin::Root.into())
    }
}

/// Who makes and changes pools of GPUs: whoever may set parameters of the group Market.
pub struct MarketOrigin;

impl EnsureOrigin<RuntimeOrigin> for MarketOrigin {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        ensure_made_by(RULE_MARKET, origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RawOrigin::Root.into())
    }
}

/// Who spends from pots: a proposal of the type TreasuryAllocation, and nobody else.
pub struct SpendingOrigin;

impl EnsureOrigin<RuntimeOrigin> for SpendingOrigin {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        ensure_made_by(&[ProposalKind::TreasuryAllocation], origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(pallet_openclaw::Origin::TreasuryAllocation.into())
    }
}

/// Whether `origin` is that of an enacted proposal of one of `kinds`. A ProtocolUpgrade acts as Root.
fn ensure_made_by(kinds: &[ProposalKind], origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
    let is_made = kinds.iter().any(|kind| match (kind, origin.caller()) {
        (ProposalKind::ProtocolUpgrade, caller) => *caller == OriginCaller::system(RawOrigin::Root),
        (kind, OriginCaller::OpenClaw(of_type)) => *of_type == (*kind).into(),
        _ => false,
    });
    if is_made {
        Ok(())
    } else {
        Err(origin)
    }
}
