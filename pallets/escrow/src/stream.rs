//! Money that flows by the second.

use crate::{
    rules::LONGEST_DEADLINE,
    types::{ClosedBy, Funds, Purse, Stream},
    Config, Error, Event, Pallet, StreamOf, Streams, WeightInfo,
};
use aitbc_primitives::{
    market::{
        deadlines::ActiveClock,
        escrow::{EscrowId, EscrowTask, Payout},
    },
    time::SECOND,
    Balance, Moment,
};
use codec::MaxEncodedLen;
use frame_support::{
    ensure,
    traits::{Consideration, Defensive, Footprint, Get},
    weights::Weight,
};
use sp_runtime::{
    helpers_128bit::multiply_by_rational_with_rounding, DispatchError, DispatchResult, Rounding,
};

/// For so many seconds a stream is prepaid at least.
pub const MIN_SECONDS: Balance = 60;

/// A stream that is told when to end lasts for so many milliseconds at least.
pub const SHORTEST_STREAM: Moment = 60 * SECOND;

impl<AccountId, Controller, Ticket> Stream<AccountId, Controller, Ticket> {
    /// When it ends by itself: when it is used up, or earlier if it was told to.
    pub(crate) fn ends(&self) -> Moment {
        let second = Balance::from(SECOND);
        let Funds { amount, .. } = self.funds;
        let lasts = multiply_by_rational_with_rounding(amount, second, self.rate, Rounding::Up);
        let lasts = lasts.and_then(|lasts| Moment::try_from(lasts).ok()).unwrap_or(Moment::MAX);
        let used_up = self.started.saturating_add(lasts);
        self.latest_end.map_or(used_up, |latest| latest.min(used_up))
    }

    /// What the beneficiary has earned until `at` and was not paid, rounded down.
    pub(crate) fn owed(&self, at: Moment) -> Balance {
        let lasted = Balance::from(at.min(self.ends()).saturating_sub(self.started));
        let second = Balance::from(SECOND);
        let earned = multiply_by_rational_with_rounding(self.rate, lasted, second, Rounding::Down);
        let earned = earned.unwrap_or(Balance::MAX).min(self.funds.amount);
        earned.saturating_sub(self.funds.paid)
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_open_stream(
        payer: T::AccountId,
        beneficiary: T::AccountId,
        rate: Balance,
        prepaid: Balance,
        latest_end: Option<Moment>,
    ) -> DispatchResult {
        let earliest = T::ActiveClock::now().saturating_add(SHORTEST_STREAM);
        ensure!(latest_end.is_none_or(|end| end >= earliest), Error::<T>::PeriodOutOfRange);
        let funds = Funds::new(prepaid, T::PlatformFee::get());
        let (id, ends) = Self::begin(None, payer, beneficiary, rate, funds, latest_end)?;
        Self::wait_for_end(id, ends);
        Ok(())
    }

    /// Opens a stream of another pallet or of its parties, and says when it ends.
    pub(crate) fn begin(
        controller: Option<T::Controller>,
        payer: T::AccountId,
        beneficiary: T::AccountId,
        rate: Balance,
        funds: Funds,
        latest_end: Option<Moment>,
    ) -> Result<(EscrowId, Moment), DispatchError> {
        ensure!(payer != beneficiary, Error::<T>::SameParty);
        ensure!(rate > 0, Error::<T>::RateZero);
        let is_enough = rate.checked_mul(MIN_SECONDS).is_some_and(|least| funds.amount >= least);
        ensure!(is_enough, Error::<T>::PrepaidTooSmall);
        let total = funds.total().ok_or(Error::<T>::AmountTooLarge)?;
        Self::hold(Purse::Stream, &payer, total)?;
        let has_task = controller.is_none();
        let ticket = T::Consideration::new(&payer, Self::stream_footprint(has_task))?;

        let id = Self::next_id()?;
        let started = T::ActiveClock::now();
        let stream =
            Stream { controller, payer, beneficiary, rate, started, latest_end, funds, ticket };
        let ends = stream.ends();
        Self::enter_stream(id, &stream.payer, &stream.beneficiary);
        Self::deposit_event(Event::StreamOpened {
            id,
            controller: stream.controller.clone(),
            payer: stream.payer.clone(),
            beneficiary: stream.beneficiary.clone(),
            rate,
            prepaid: funds.amount,
            fee: funds.fee(),
            ends,
        });
        Streams::<T>::insert(id, stream);
        Ok((id, ends))
    }

    pub(crate) fn do_top_up(who: &T::AccountId, id: EscrowId, amount: Balance) -> DispatchResult {
        let stream = Self::find_stream(id)?;
        ensure!(stream.payer == *who, Error::<T>::NotDepositor);
        Self::prepay(id, stream, amount)
    }

    /// Adds `amount` to what is prepaid.
    pub(crate) fn prepay(id: EscrowId, mut stream: StreamOf<T>, amount: Balance) -> DispatchResult {
        ensure!(T::ActiveClock::now() < stream.ends(), Error::<T>::StreamEnded);
        ensure!(amount > 0, Error::<T>::AmountTooSmall);
        let before = stream.funds;
        stream.funds.amount =
            before.amount.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
        stream.funds.total().ok_or(Error::<T>::AmountTooLarge)?;
        let fee = stream.funds.fee().saturating_sub(before.fee());
        Self::hold(Purse::Stream, &stream.payer, amount.saturating_add(fee))?;
        Self::deposit_event(Event::ToppedUp { id, amount, fee, ends: stream.ends() });
        // The task that waits for the end before goes on to the new one.
        Streams::<T>::insert(id, stream);
        Ok(())
    }

    /// Pays what is owed. Returns what that cost.
    pub(crate) fn do_withdraw(id: EscrowId) -> Result<Weight, DispatchError> {
        let mut stream = Self::find_stream(id)?;
        let now = T::ActiveClock::now();
        if now >= stream.ends() {
            Self::end(id, stream, now, ClosedBy::End)?;
            return Ok(T::WeightInfo::withdraw_last());
        }
        let owed = stream.owed(now);
        // Otherwise anybody could have what a new account earns given to the platform, bit by bit.
        let is_payable = owed > 0 && Self::can_receive(&stream.beneficiary, owed);
        ensure!(is_payable, Error::<T>::NothingOwed);
        Self::pay_stream(id, &mut stream, owed, 0)?;
        Streams::<T>::insert(id, stream);
        Ok(T::WeightInfo::withdraw())
    }

    pub(crate) fn do_close_stream(who: &T::AccountId, id: EscrowId) -> DispatchResult {
        let stream = Self::find_stream(id)?;
        let now = T::ActiveClock::now();
        let by = match who {
            who if *who != stream.payer && *who != stream.beneficiary => {
                return Err(Error::<T>::NotParty.into())
            }
            _ if now >= stream.ends() => ClosedBy::End,
            who if *who == stream.payer => ClosedBy::Payer,
            _ => ClosedBy::Beneficiary,
        };
        Self::end(id, stream, now, by)?;
        Ok(())
    }

    /// Pays what was owed at `at`, gives the rest back, and removes the stream.
    pub(crate) fn end(
        id: EscrowId,
        mut stream: StreamOf<T>,
        at: Moment,
        by: ClosedBy,
    ) -> Result<Payout, DispatchError> {
        let owed = stream.owed(at);
        let back = stream.funds.left().saturating_sub(owed);
        Self::pay_stream(id, &mut stream, owed, back)?;
        let Funds { paid, fee_paid: fee, back, fee_back, .. } = stream.funds;
        let back = back.saturating_add(fee_back);
        Streams::<T>::remove(id);
        Self::leave_stream(id, &stream.payer, &stream.beneficiary);
        // A deposit that cannot be given back is no reason not to pay others.
        let _ = stream.ticket.drop(&stream.payer).defensive();
        Self::deposit_event(Event::StreamClosed { id, by, paid, fee, back });
        Ok(Payout { paid, fee, back })
    }

    /// A stream of two parties.
    pub(crate) fn find_stream(id: EscrowId) -> Result<StreamOf<T>, DispatchError> {
        let stream = Streams::<T>::get(id).ok_or(Error::<T>::NotFound)?;
        ensure!(stream.controller.is_none(), Error::<T>::Controlled);
        Ok(stream)
    }

    /// Has a stream looked at when it ends, or in a year: however slowly it flows, its task stays no longer
    /// than those of escrows when it is closed.
    pub(crate) fn wait_for_end(id: EscrowId, ends: Moment) {
        let latest = T::ActiveClock::now().saturating_add(LONGEST_DEADLINE);
        Self::wait(ends.min(latest), EscrowTask::Stream(id));
    }

    /// What a stream takes of the chain's state at most, with its task on the agenda if it has one.
    pub(crate) fn stream_footprint(has_task: bool) -> Footprint {
        Self::footprint(StreamOf::<T>::max_encoded_len(), has_task.into())
    }

    fn pay_stream(
        id: EscrowId,
        stream: &mut StreamOf<T>,
        owed: Balance,
        back: Balance,
    ) -> DispatchResult {
        let StreamOf::<T> { payer, beneficiary, funds, .. } = stream;
        let parts = Self::pay_out(Purse::Stream, funds, payer, beneficiary, owed, back)?;
        if parts.paid > 0 {
            Self::deposit_event(Event::Withdrawn { id, paid: parts.paid, fee: parts.fee });
        }
        Ok(())
    }
}
