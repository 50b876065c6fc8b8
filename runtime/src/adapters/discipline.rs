//! What validators that misbehave lose beside reputation.

use crate::{AccountId, Offences, Runtime, Session, Staking};
use alloc::{vec, vec::Vec};
use frame_support::traits::ValidatorSet;
use pallet_availability::{offences::Relapse, Discipline};
use pallet_session::historical::IdentificationTuple;
use sp_staking::{offence::ReportOffence, SessionIndex, StakingInterface};

/// Ends candidacies in pallet-staking and reports offences to pallet-offences.
pub struct StakingDiscipline;

impl Discipline<AccountId> for StakingDiscipline {
    fn chill(who: &AccountId) {
        if let Err(error) = <Staking as StakingInterface>::chill(who) {
            // The validator may have unbonded everything, and then is no candidate anyway.
            log::warn!(target: "runtime::discipline", "cannot chill {who:?}: {error:?}");
        }
    }

    fn is_candidate(who: &AccountId) -> bool {
        pallet_staking::Validators::<Runtime>::contains_key(who)
    }

    fn report_relapses(who: Vec<AccountId>, session: SessionIndex) {
        let relapse = Relapse::<IdentificationTuple<Runtime>> {
            // Sessions identify a validator by its account alone.
            offenders: who.into_iter().map(|who| (who, ())).collect(),
            session,
            validators: <Session as ValidatorSet<AccountId>>::validators().len() as u32,
        };
        if let Err(error) = Offences::report_offence(vec![], relapse) {
            log::error!(target: "runtime::discipline", "cannot report a relapse: {error:?}");
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    #[expect(clippy::unwrap_used, reason = "a benchmark may panic")]
    fn make_candidate(who: &AccountId) {
        use aitbc_primitives::token::AITBC;
        use frame_support::traits::fungible::Mutate;
        use frame_system::RawOrigin::Signed;
        use pallet_staking::RewardDestination::Staked;

        let bond = 1_000_000 * AITBC;
        crate::Balances::mint_into(who, 2 * bond).unwrap();
        Staking::bond(Signed(who.clone()).into(), bond, Staked).unwrap();
        Staking::validate(Signed(who.clone()).into(), Default::default()).unwrap();
    }
}
