//! Escrows and streams.

mod terms;
pub mod views;

pub use terms::{Fallback, Party, Rule, Terms, MAX_MILESTONES, MAX_SIGNERS};
pub use views::{
    EscrowCheck, EscrowDraft, EscrowFigures, EscrowStatus, EscrowView, MilestoneState,
    MilestoneView, StreamView,
};

use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult, Perbill};

/// The number of an escrow or of a stream: they count together.
pub type EscrowId = u64;

/// What is to be done at a deadline of an escrow or a stream.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum EscrowTask {
    /// Settles a milestone, or removes an escrow that nobody has accepted if no milestone is named.
    #[codec(index = 0)]
    Escrow {
        /// The escrow.
        id: EscrowId,
        /// The place of the milestone, from 0 on.
        milestone: Option<u32>,
    },
    /// Ends a stream.
    #[codec(index = 1)]
    Stream(EscrowId),
}

/// What was paid when an escrow or a stream ended, in the smallest unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Payout {
    /// What the beneficiary got.
    pub paid: Balance,
    /// The fee on it, which went to the platform.
    pub fee: Balance,
    /// What the depositor got back, with its part of the fee.
    pub back: Balance,
}

/// Escrows of other pallets. Users cannot call them.
pub trait Escrows<AccountId> {
    /// Who owns the escrow: one of the pallets that may.
    type Controller;

    /// Holds `amount` and the fee on it of `depositor`, for nobody yet. Fails, changing nothing, if so much is
    /// not free or is frozen.
    fn open(
        controller: Self::Controller,
        depositor: &AccountId,
        amount: Balance,
        fee_rate: Perbill,
    ) -> Result<EscrowId, DispatchError>;

    /// Lowers what is held to `amount` and the fee on it; the rest is free again.
    fn reduce(id: EscrowId, amount: Balance) -> DispatchResult;

    /// Says whom it pays.
    fn assign(id: EscrowId, beneficiary: &AccountId) -> DispatchResult;

    /// Pays `share` of the amount, rounded down, with the fee on it; the rest goes back. The escrow ends.
    fn pay(id: EscrowId, share: Perbill) -> Result<Payout, DispatchError>;

    /// All goes back. The escrow ends.
    fn refund(id: EscrowId) -> Result<Payout, DispatchError>;

    /// From now on only a verdict moves it: `reduce` and `assign` fail.
    fn freeze(id: EscrowId) -> DispatchResult;
}

/// Streams of other pallets. Users cannot call them.
pub trait Streams<AccountId> {
    /// Who owns the stream: one of the pallets that may.
    type Controller;

    /// Holds `prepaid` and the fee on it of `payer`, and pays `beneficiary` `rate` a second out of it from now
    /// on. Amounts are in the smallest unit. Fails, changing nothing, if so much is not free or is frozen.
    fn open(
        controller: Self::Controller,
        payer: &AccountId,
        beneficiary: &AccountId,
        rate: Balance,
        prepaid: Balance,
        fee_rate: Perbill,
    ) -> Result<EscrowId, DispatchError>;

    /// What the beneficiary could withdraw now. `None` if there is no such stream.
    fn owed(id: EscrowId) -> Option<Balance>;

    /// Prepays `amount` more, with the fee on it.
    fn top_up(id: EscrowId, amount: Balance) -> DispatchResult;

    /// Pays what was owed at `at`, or is now if that is earlier, by the active clock; the rest goes back. The
    /// stream ends.
    fn close(id: EscrowId, at: Moment) -> Result<Payout, DispatchError>;
}
