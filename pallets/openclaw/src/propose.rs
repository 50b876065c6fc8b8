//! Making proposals, and withdrawing them.

use crate::{
    types::{
        EncodedCalls, Proposal, Stage, Text, BOND_STEPS, MAX_DESCRIPTION, MAX_LINK_BYTES,
        MAX_LIVE_BY, MAX_TITLE, MIN_DESCRIPTION, MIN_TITLE,
    },
    Calls, Challenges, Config, Error, Event, HoldReason, LiveBy, LiveOf, NextProposal, Pallet,
    Proposals, Requirements, Settings, Texts,
};
use aitbc_primitives::{
    clock::Clock,
    governance::{
        polls::Polls,
        proposals::{Category, ProposalId, ProposalKind, Track, Wishes},
    },
    Balance, Moment,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
    ensure,
    traits::{
        fungible::{Inspect, MutateHold},
        tokens::{Fortitude, Preservation},
        Consideration, Footprint, Get,
    },
    BoundedVec,
};
use sp_runtime::{
    helpers_128bit::multiply_by_rational_with_rounding, traits::Hash as _, ArithmeticError,
    DispatchError, DispatchResult, Perbill, Rounding, TokenError,
};

/// What links begin with.
const SCHEMES: [&[u8]; 2] = [b"https://", b"ipfs://"];

/// The least quorum and approval that can be asked for.
pub(crate) const LEAST_THRESHOLD: Perbill = Perbill::from_percent(1);

impl<T: Config> Pallet<T> {
    #[expect(clippy::too_many_arguments, reason = "they are those of the call")]
    pub(crate) fn do_propose(
        proposer: T::AccountId,
        kind: ProposalKind,
        title: Vec<u8>,
        description: Vec<u8>,
        link: Vec<u8>,
        category: Category,
        calls: Vec<<T as Config>::RuntimeCall>,
        wishes: Wishes,
    ) -> DispatchResult {
        Self::check_title(&title)?;
        Self::check_length(&description, MIN_DESCRIPTION, MAX_DESCRIPTION, Error::TextLength)?;
        Self::check_link(&link)?;
        Self::check_wishes(&wishes)?;
        let power = T::Polls::power(&proposer);
        ensure!(power >= T::Settings::min_proposal_power(), Error::<T>::PowerTooLow);

        let track = T::Settings::track(kind);
        let checked = Self::check_calls(kind, &calls, Self::creation_limit())
            .map_err(|refused| refused.error)?;
        let period = wishes.period.unwrap_or_default().max(track.period);
        let bond = Self::bond_of_next(kind, &track, period, &proposer)?;
        Self::hold(HoldReason::Bond, &proposer, bond)?;

        let id = NextProposal::<T>::get();
        NextProposal::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
        let created = T::Clock::now();
        let voting_from = created.saturating_add(track.delay);
        let ends = voting_from.saturating_add(period);
        let poll = T::Polls::open(id, ends)?;
        let encoded = calls.encode();
        let call_hash = T::Hashing::hash(&encoded);
        let of_rules = track.quorum.max(checked.min_quorum);
        let of_proposer = wishes.quorum.unwrap_or_default();
        let quorum = Self::adapted(of_rules).max(of_proposer);
        // The council has no say in its own replacement.
        let needs_council =
            (track.needs_council || checked.needs_council) && !checked.replaces_council;
        let proposal = Proposal {
            kind,
            proposer: proposer.clone(),
            created,
            base: poll.base,
            voting_from,
            ends,
            late: 0,
            lost: 0,
            quorum,
            asked_quorum: of_rules.max(of_proposer),
            min_turnout: T::Settings::min_turnout(),
            majority: track.majority,
            approval: wishes.approval,
            shares: T::Settings::class_shares(),
            enactment_delay: wishes.enactment_delay.unwrap_or_default().max(track.enactment_delay),
            eta: 0,
            needs_council,
            is_postponable: checked.postponable && !needs_council && !checked.replaces_council,
            is_postponed: false,
            replaces_council: checked.replaces_council,
            is_large: T::Requirements::are_large(&calls),
            stage: Stage::Voting,
            finished: None,
            bond,
            bond_is_settled: false,
            call_hash,
            transaction_version: Self::transaction_version(),
            votes: 0,
        };
        Self::schedule(id, ends)?;
        Self::open_vote(id, voting_from, ends)?;
        LiveOf::<T>::mutate(kind, |live| *live = live.saturating_add(1));
        LiveBy::<T>::mutate(&proposer, |live| *live = live.saturating_add(1));
        Self::store_text(id, &proposer, title, description, link, category, encoded)?;
        Proposals::<T>::insert(id, proposal);
        Self::deposit_event(Event::Proposed {
            proposal: id,
            proposer,
            kind,
            call_hash,
            at: created,
            voting_from,
            ends,
            base: poll.base,
            quorum,
            bond,
        });
        Ok(())
    }

    pub(crate) fn do_withdraw(who: T::AccountId, id: ProposalId) -> DispatchResult {
        let proposal = Self::known(id)?;
        ensure!(proposal.proposer == who, Error::<T>::NotProposer);
        let is_pending = proposal.stage == Stage::Voting && T::Clock::now() < proposal.voting_from;
        ensure!(is_pending, Error::<T>::NotPending);
        ensure!(!Challenges::<T>::contains_key(id), Error::<T>::AlreadyChallenged);
        Self::deposit_event(Event::Withdrawn { proposal: id });
        Self::end(id, proposal, Stage::Withdrawn);
        Ok(())
    }

    /// A proposal that is not archived.
    pub(crate) fn known(id: ProposalId) -> Result<Proposal<T::AccountId>, DispatchError> {
        Ok(Proposals::<T>::get(id).ok_or(Error::<T>::Unknown)?)
    }

    /// The version of the encoding of calls.
    pub(crate) fn transaction_version() -> u32 {
        <T as frame_system::Config>::Version::get().transaction_version
    }

    /// The bond of one more proposal of this type and proposer, that is voted on for so long.
    ///
    /// It doubles with every third of the places, so that taking all of them is dear however few there are, and
    /// grows with the period, for which it takes its place from others.
    fn bond_of_next(
        kind: ProposalKind,
        track: &Track,
        period: Moment,
        proposer: &T::AccountId,
    ) -> Result<Balance, DispatchError> {
        let live = LiveOf::<T>::get(kind);
        ensure!(live < track.most_live, Error::<T>::TooManyLive);
        ensure!(LiveBy::<T>::get(proposer) < MAX_LIVE_BY, Error::<T>::TooManyLive);
        let step = (track.most_live / BOND_STEPS).max(1);
        let steps = live.checked_div(step).unwrap_or_default();
        let doubled = 1u128.checked_shl(steps).unwrap_or(Balance::MAX);
        let bond = T::Settings::proposal_bond().saturating_mul(doubled);
        let [period, usual] = [period, track.period].map(Balance::from);
        let bond = multiply_by_rational_with_rounding(bond, period, usual, Rounding::Up);
        Ok(bond.ok_or(ArithmeticError::Overflow)?)
    }

    /// Holds a bond. It may be paid to others, so what is frozen does not do.
    pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
        let (preservation, fortitude) = (Preservation::Preserve, Fortitude::Polite);
        let usable = T::Currency::reducible_balance(who, preservation, fortitude);
        ensure!(amount <= usable, TokenError::FundsUnavailable);
        T::Currency::hold(&reason.into(), who, amount)
    }

    /// Stores what a proposal says and calls, for a deposit.
    fn store_text(
        id: ProposalId,
        proposer: &T::AccountId,
        title: Vec<u8>,
        description: Vec<u8>,
        link: Vec<u8>,
        category: Category,
        calls: Vec<u8>,
    ) -> DispatchResult {
        let size = [&title, &description, &link, &calls].map(|text| text.len() as u64);
        let size = size.into_iter().fold(0, u64::saturating_add);
        let ticket = T::TextDeposit::new(proposer, Footprint { count: 2, size })?;
        let text = Text {
            title: BoundedVec::try_from(title).map_err(|_| Error::<T>::TitleLength)?,
            description: BoundedVec::try_from(description).map_err(|_| Error::<T>::TextLength)?,
            link: BoundedVec::try_from(link).map_err(|_| Error::<T>::BadLink)?,
            category,
            ticket,
        };
        Texts::<T>::insert(id, text);
        let calls = EncodedCalls::try_from(calls).map_err(|_| Error::<T>::CallsTooLong)?;
        Calls::<T>::insert(id, calls);
        Ok(())
    }

    fn check_title(title: &[u8]) -> DispatchResult {
        let text = Self::check_length(title, MIN_TITLE, MAX_TITLE, Error::TitleLength)?;
        ensure!(!text.chars().any(char::is_control), Error::<T>::TitleLength);
        Ok(())
    }

    /// Reads `text`, which must have so many characters.
    pub(crate) fn check_length(
        text: &[u8],
        least: usize,
        most: usize,
        error: Error<T>,
    ) -> Result<&str, DispatchError> {
        let text = core::str::from_utf8(text).map_err(|_| Error::<T>::NotUtf8)?;
        let length = text.chars().count();
        ensure!(least <= length && length <= most, error);
        Ok(text)
    }

    fn check_link(link: &[u8]) -> DispatchResult {
        let is_link = link.is_ascii()
            && link.len() <= MAX_LINK_BYTES as usize
            && SCHEMES.iter().any(|scheme| link.starts_with(scheme));
        ensure!(link.is_empty() || is_link, Error::<T>::BadLink);
        Ok(())
    }

    fn check_wishes(wishes: &Wishes) -> DispatchResult {
        let [least, most] = [T::Settings::min_period(), T::Settings::max_period()];
        let in_range = |wish: Option<Moment>, least: Moment, most: Moment| {
            wish.is_none_or(|wish| least <= wish && wish <= most)
        };
        ensure!(
            in_range(wishes.period, least, most)
                && in_range(wishes.enactment_delay, 0, T::Settings::max_enactment_delay()),
            Error::<T>::PeriodOutOfRange
        );
        let is_threshold = |wish: Option<Perbill>| wish.is_none_or(|wish| wish >= LEAST_THRESHOLD);
        ensure!(
            is_threshold(wishes.quorum) && is_threshold(wishes.approval),
            Error::<T>::ThresholdOutOfRange
        );
        Ok(())
    }

    /// The bytes of a proposal, by which its weight is measured.
    pub(crate) fn bytes_of(
        title: &[u8],
        description: &[u8],
        link: &[u8],
        calls: &[<T as Config>::RuntimeCall],
    ) -> u32 {
        let texts =
            Self::len(title).saturating_add(Self::len(description)).saturating_add(Self::len(link));
        texts.saturating_add(u32::try_from(calls.encoded_size()).unwrap_or(u32::MAX))
    }

    /// How many items a list has, by which weights are measured.
    pub(crate) fn len<Item>(list: &[Item]) -> u32 {
        u32::try_from(list.len()).unwrap_or(u32::MAX)
    }
}
