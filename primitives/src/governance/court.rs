//! Courts: who decides disputes about proposals.

use crate::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What a court says about a case.
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
pub enum Verdict {
    /// The challenger is right.
    #[codec(index = 0)]
    Upheld,
    /// The challenger is wrong.
    #[codec(index = 1)]
    Dismissed,
    /// Too few judged, neither side won clearly, or nothing was decided in time.
    #[codec(index = 2)]
    Undecided,
}

/// Why a court has not taken a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCourt {
    /// It cannot judge anything now. Somebody else has to.
    Unavailable,
    /// It could have, but not this, or not so: nobody else has to.
    Failed(DispatchError),
}

impl From<DispatchError> for NoCourt {
    fn from(error: DispatchError) -> Self {
        Self::Failed(error)
    }
}

/// Where disputes are decided.
pub trait Court<CaseId, AccountId> {
    /// Opens `case`, a challenge of `challenger` against `defendant`, neither of whose accounts may judge.
    /// Within `duration` milliseconds the court tells [`OnVerdict`]; whoever opened it treats silence until
    /// then as [`Verdict::Undecided`].
    ///
    /// Fails, changing nothing, if the court does not take the case. Only [`NoCourt::Unavailable`] is a reason
    /// to bring it before somebody else.
    fn open(
        case: CaseId,
        challenger: &AccountId,
        defendant: &AccountId,
        duration: Moment,
    ) -> Result<(), NoCourt>;

    /// The most that opening a case costs.
    fn weight() -> Weight;
}

/// Hears the verdicts of a [`Court`].
pub trait OnVerdict<CaseId> {
    /// `case` is decided. Called at most once for each; an unknown case is ignored.
    fn decided(case: CaseId, verdict: Verdict);

    /// The most that one call costs.
    fn weight() -> Weight;
}
