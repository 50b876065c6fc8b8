//! Time in which nobody could vote is given back to voters.

use crate::{types::Stage, Agenda, Config, Pallet, Proposals, Settings, WeightInfo};
use aitbc_primitives::{clock::Clock, governance::proposals::Extension, Moment};
use frame_support::{migrations::MultiStepMigrator, traits::Get, weights::Weight};

impl<T: Config> Pallet<T> {
    /// As a block begins, adds the time since its parent to the votes that are open in it, if that is more than
    /// blocks take or if no transactions are let in. Returns what it costs.
    ///
    /// This cannot wait for `on_poll`: the first block after a gap begins a session and has none, and a vote
    /// that is over could be counted in it.
    pub(crate) fn make_up_for_lost_time() -> Weight {
        let [from, to] = [T::Clock::now(), T::SlotTime::get()];
        let longest = T::Settings::vote_pause_after();
        let is_long = longest > 0 && to.saturating_sub(from) > longest;
        if !is_long && !<T as frame_system::Config>::MultiBlockMigrator::ongoing() {
            return T::WeightInfo::make_up_for_lost_time(0);
        }
        Self::give_time_back(from, to)
    }

    /// Adds the time between these moments to the votes that were open in it. Returns what it costs.
    pub(crate) fn give_time_back(from: Moment, to: Moment) -> Weight {
        let agenda = Agenda::<T>::get();
        for (_, id) in &agenda {
            let Some(mut proposal) = Proposals::<T>::get(id) else {
                continue;
            };
            let lost = to.saturating_sub(from.max(proposal.voting_from));
            if proposal.stage != Stage::Voting || proposal.ends <= from || lost == 0 {
                continue;
            }
            let ends = proposal.ends.saturating_add(lost);
            let moved = Self::extend(*id, &mut proposal, ends, Extension::LostTime);
            proposal.lost = proposal.lost.saturating_add(moved);
            Proposals::<T>::insert(id, proposal);
        }
        T::WeightInfo::make_up_for_lost_time(Self::len(&agenda))
    }
}
