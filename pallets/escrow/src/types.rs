//! What the pallet stores, and the reasons that its events give.

use crate::HoldReason;
use aitbc_primitives::{
    market::escrow::{Fallback, MilestoneState, Party, Rule, MAX_MILESTONES},
    Balance, Hash, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Perbill, Permill, Rounding};

/// Out of which hold somebody is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purse {
    /// Of an escrow.
    Payment,
    /// Of a stream.
    Stream,
}

impl From<Purse> for HoldReason {
    fn from(purse: Purse) -> Self {
        match purse {
            Purse::Payment => Self::Payment,
            Purse::Stream => Self::Stream,
        }
    }
}

/// What was put aside for an escrow or a stream, and what has left it since. Amounts are in the smallest
/// unit.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Funds {
    /// What the beneficiary can get at most.
    pub amount: Balance,
    /// The platform's part on top of what the beneficiary gets, as of the creation.
    pub fee_rate: Perbill,
    /// What the beneficiary has got.
    pub paid: Balance,
    /// The fee that was taken on it.
    pub fee_paid: Balance,
    /// What of the amount has gone back.
    pub back: Balance,
    /// What of the fee has gone back with it.
    pub fee_back: Balance,
}

/// A part of some [`Funds`], divided among those who get it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// For the beneficiary.
    pub paid: Balance,
    /// For the platform.
    pub fee: Balance,
    /// For the depositor.
    pub back: Balance,
    /// For the depositor too: the fee on what it gets back.
    pub fee_back: Balance,
}

impl Funds {
    /// All of `amount` and the fee on it.
    pub fn new(amount: Balance, fee_rate: Perbill) -> Self {
        Self { amount, fee_rate, ..Self::default() }
    }

    /// The fee on the whole amount, rounded down.
    pub fn fee(&self) -> Balance {
        self.fee_rate.mul_floor(self.amount)
    }

    /// The amount with the fee on it. `None` if there are not so many units.
    pub fn total(&self) -> Option<Balance> {
        self.amount.checked_add(self.fee())
    }

    /// What of the amount is still there.
    pub fn left(&self) -> Balance {
        self.amount.saturating_sub(self.paid).saturating_sub(self.back)
    }

    /// What of the fee is still there.
    pub fn fee_left(&self) -> Balance {
        self.fee().saturating_sub(self.fee_paid).saturating_sub(self.fee_back)
    }

    /// What is still there of both.
    pub fn held(&self) -> Balance {
        self.left().saturating_add(self.fee_left())
    }

    /// Takes `paid` for the beneficiary and `back` for the depositor out of what is left of the amount, each
    /// with its part of the fee: of all that was paid so far, and of all that went back, the fee is rounded
    /// down. What the last of the amount leaves of the fee is the depositor's, or the platform's if all of
    /// the last was paid.
    pub fn take(&mut self, paid: Balance, back: Balance) -> Parts {
        let paid = paid.min(self.left());
        self.paid = self.paid.saturating_add(paid);
        let back = back.min(self.left());
        self.back = self.back.saturating_add(back);
        let is_last = self.left() == 0;
        let left = self.fee_left();
        let fee = match is_last && back == 0 {
            true => left,
            false => self.fee_on(self.paid).saturating_sub(self.fee_paid).min(left),
        };
        let left = left.saturating_sub(fee);
        let fee_back = match is_last {
            true => left,
            false => self.fee_on(self.back).saturating_sub(self.fee_back).min(left),
        };
        self.fee_paid = self.fee_paid.saturating_add(fee);
        self.fee_back = self.fee_back.saturating_add(fee_back);
        Parts { paid, fee, back, fee_back }
    }

    /// The fee on a part of the amount, rounded down.
    fn fee_on(&self, part: Balance) -> Balance {
        multiply_by_rational_with_rounding(self.fee(), part, self.amount, Rounding::Down)
            .unwrap_or_default()
    }
}

/// A milestone.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Milestone {
    /// Its amount, in the smallest unit.
    pub amount: Balance,
    /// Where it is in its life.
    pub state: MilestoneState,
    /// Who has approved it: a bit for each signer, the lowest for the first.
    pub approvals: u16,
    /// When the oracles' approval pays it, in milliseconds of the active clock.
    pub payable_at: Option<Moment>,
    /// Which part the depositor would leave to the beneficiary.
    pub offer_of_depositor: Option<Permill>,
    /// Which part the beneficiary would be content with.
    pub offer_of_beneficiary: Option<Permill>,
}

impl Milestone {
    /// One about which nothing was decided.
    pub fn new(amount: Balance) -> Self {
        Self {
            amount,
            state: MilestoneState::Open,
            approvals: 0,
            payable_at: None,
            offer_of_depositor: None,
            offer_of_beneficiary: None,
        }
    }

    /// Whether its money is where it belongs.
    pub fn is_settled(&self) -> bool {
        !matches!(self.state, MilestoneState::Open | MilestoneState::Delivered { .. })
    }

    /// Whether the signer in this place has approved it.
    pub fn is_approved_by(&self, place: usize) -> bool {
        self.approvals & bit(place) != 0
    }

    /// Notes whether the signer in this place has approved it.
    pub fn set_approved_by(&mut self, place: usize, approved: bool) {
        match approved {
            true => self.approvals |= bit(place),
            false => self.approvals &= !bit(place),
        }
    }

    /// The offer of a side.
    pub fn offer_mut(&mut self, party: Party) -> &mut Option<Permill> {
        match party {
            Party::Depositor => &mut self.offer_of_depositor,
            Party::Beneficiary => &mut self.offer_of_beneficiary,
        }
    }
}

/// The bit of the signer in this place. Those behind the sixteenth would have none.
fn bit(place: usize) -> u16 {
    1u16.checked_shl(place as u32).unwrap_or_default()
}

/// An escrow of two parties. Moments are in milliseconds of the active clock.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Escrow<AccountId, Ticket> {
    /// Who has paid the money in.
    pub depositor: AccountId,
    /// Who is to get it.
    pub beneficiary: AccountId,
    /// Whether the beneficiary has accepted it.
    pub is_accepted: bool,
    /// When it was created.
    pub created: Moment,
    /// From when on the beneficiary can no longer accept it.
    pub accept_by: Moment,
    /// The final deadline.
    pub deadline: Moment,
    /// How long a review takes.
    pub review: Moment,
    /// What pays milestones without the depositor.
    pub rule: Rule<AccountId>,
    /// What becomes of those that are still open at the deadline.
    pub default: Fallback,
    /// Who decides disputes, if somebody does.
    pub arbiter: Option<AccountId>,
    /// The hash of what was agreed in words.
    pub terms_hash: Option<Hash>,
    /// Its money.
    pub funds: Funds,
    /// The milestones, in their order.
    pub milestones: BoundedVec<Milestone, ConstU32<MAX_MILESTONES>>,
    /// The deposit for this entry.
    pub ticket: Ticket,
}

/// An escrow of another pallet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ControlledEscrow<AccountId, Controller, Ticket> {
    /// Whose it is.
    pub controller: Controller,
    /// Who has paid the money in.
    pub depositor: AccountId,
    /// Who is to get it, as soon as that is known.
    pub beneficiary: Option<AccountId>,
    /// Whether only a verdict moves it.
    pub is_suspended: bool,
    /// Its money.
    pub funds: Funds,
    /// The deposit for this entry.
    pub ticket: Ticket,
}

/// A stream. Moments are in milliseconds of the active clock.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Stream<AccountId, Controller, Ticket> {
    /// Whose it is, if it belongs to another pallet.
    pub controller: Option<Controller>,
    /// Who pays.
    pub payer: AccountId,
    /// Who is paid.
    pub beneficiary: AccountId,
    /// What the beneficiary earns in a second, in the smallest unit.
    pub rate: Balance,
    /// When it began.
    pub started: Moment,
    /// When it ends at the latest, however much is prepaid.
    pub latest_end: Option<Moment>,
    /// Its money: the amount is what was prepaid in all.
    pub funds: Funds,
    /// The deposit for this entry.
    pub ticket: Ticket,
}

/// Why a milestone was paid.
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
pub enum PaidBy {
    /// The depositor released it.
    #[codec(index = 0)]
    Release,
    /// Its time has come, or enough signers or oracles have approved it.
    #[codec(index = 1)]
    Rule,
    /// It was delivered, and the review is over.
    #[codec(index = 2)]
    Review,
    /// It was open at the deadline.
    #[codec(index = 3)]
    Default,
    /// The pallet that controls the escrow says so.
    #[codec(index = 4)]
    Controller,
}

/// Why a milestone went back.
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
pub enum RefundedBy {
    /// The beneficiary gave it back.
    #[codec(index = 0)]
    Beneficiary,
    /// It was open at the deadline.
    #[codec(index = 1)]
    Default,
    /// The pallet that controls the escrow says so.
    #[codec(index = 2)]
    Controller,
}

/// Why a stream has ended.
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
pub enum ClosedBy {
    /// Who pays has closed it.
    #[codec(index = 0)]
    Payer,
    /// Who is paid has closed it.
    #[codec(index = 1)]
    Beneficiary,
    /// It is used up, or its end has come.
    #[codec(index = 2)]
    End,
    /// The pallet that controls it has closed it.
    #[codec(index = 3)]
    Controller,
}
