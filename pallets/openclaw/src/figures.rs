//! Proposals as a whole: their rules, and what those who watch over a chain want to know.

use crate::{
    propose::LEAST_THRESHOLD,
    types::{Stage, MAX_DESCRIPTION, MAX_TITLE},
    Agenda, Brakes, Config, Ended, Pallet, Proposals, Settings,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        figures::{ProposalFigures, ProposalParameters},
        proposals::{ProposalKind, Status},
    },
};
use alloc::vec::Vec;
use sp_runtime::Perbill;

impl<T: Config> Pallet<T> {
    /// The rules by which proposals are made.
    pub(crate) fn read_parameters() -> ProposalParameters {
        ProposalParameters {
            min_power: T::Settings::min_proposal_power(),
            max_title: MAX_TITLE as u32,
            max_description: MAX_DESCRIPTION as u32,
            min_period: T::Settings::min_period(),
            max_period: T::Settings::max_period(),
            max_enactment_delay: T::Settings::max_enactment_delay(),
            min_threshold: LEAST_THRESHOLD,
            proposal_bond: T::Settings::proposal_bond(),
            challenge_bond: T::Settings::challenge_bond(),
            challenge_window: T::Settings::challenge_window(),
            expiry: T::Settings::expiry(),
            effective_quorum: Self::adapted(Perbill::one()),
            tracks: ProposalKind::ALL.map(|kind| (kind, T::Settings::track(kind))).to_vec(),
        }
    }

    /// The state of proposals as a whole. Reads the proposals on the agenda, and none that have finished.
    pub(crate) fn read_figures() -> ProposalFigures {
        let agenda = Agenda::<T>::get();
        let first = agenda.first().map(|(at, _)| *at);
        let live: Vec<_> = agenda
            .into_iter()
            .filter_map(|(_, id)| Some((id, Proposals::<T>::get(id)?)))
            // What only waits for a verdict can still end in another way: it is counted when it has.
            .filter(|(_, proposal)| matches!(proposal.stage, Stage::Voting | Stage::Passed))
            .map(|(id, proposal)| (Self::status(id, &proposal), id, proposal))
            .collect();
        let turnouts = live
            .iter()
            .filter(|(status, ..)| *status == Status::Active)
            .map(|(_, id, open)| Perbill::from_rational(Self::count(*id, open).turnout, open.base));
        let count_of = |status| {
            let live = live.iter().filter(|(its, ..)| *its == status).count();
            let live = u32::try_from(live).unwrap_or(u32::MAX);
            (status, live.saturating_add(Ended::<T>::get(status)))
        };
        let brakes = Brakes::<T>::get();
        ProposalFigures {
            proposals: Status::ALL.map(count_of).to_vec(),
            turnout: turnouts.max().unwrap_or_default(),
            effective_quorum: Self::adapted(Perbill::one()),
            overdue: first.map_or(0, |first| T::Clock::now().saturating_sub(first)),
            brakes: Self::len(&brakes.paused).saturating_add(brakes.safe_mode.is_some().into()),
            bootstrap_left: Self::bootstrap_left(),
        }
    }
}
