//! What proposals may call: the allow list, and what a list of calls asks of its proposal.

use crate::{
    types::{APPROVALS, MAX_CALLS, MAX_CALLS_BYTES, SEATS},
    Call, Config, Error, Pallet,
};
use aitbc_primitives::governance::proposals::{ProposalKind, Refused};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
    dispatch::GetDispatchInfo,
    ensure,
    traits::{Get, IsSubType},
    weights::Weight,
};
use sp_runtime::Perbill;

/// What a call asks of the proposal that makes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// Whether it is made as Root; otherwise with the origin of the type.
    pub as_root: bool,
    /// The quorum that it needs, if the track asks for less. It adapts as that of a track does.
    pub min_quorum: Option<Perbill>,
    /// Whether the council has to approve it, whatever the track says.
    pub needs_council: bool,
    /// Whether the council may postpone it.
    pub postponable: bool,
}

/// The allow list does not name the call for this type of proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal;

/// The allow list: which types of proposals may make which calls. What it does not name is refused, and it
/// names no call that carries a call, or the hash of one.
pub trait Requirements<RuntimeCall> {
    /// Whether a proposal of this type may make `call`, and what that asks of it.
    fn check(kind: ProposalKind, call: &RuntimeCall) -> Result<Requirement, Refusal>;

    /// Whether `calls`, which a proposal may make, are together for much as things stand now: whether they
    /// change a numeric parameter by more than half, or ask for more than 1 % of a pot.
    fn are_large(calls: &[RuntimeCall]) -> bool;
}

/// What a list of calls asks of its proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// The origins of the calls: whether each is made as Root.
    pub as_root: Vec<bool>,
    /// The highest quorum that a call asks for, before it adapts.
    pub min_quorum: Perbill,
    /// Whether a call needs the council.
    pub needs_council: bool,
    /// Whether the council may postpone all of them.
    pub postponable: bool,
    /// Whether the one call replaces the council.
    pub replaces_council: bool,
    /// What they cost.
    pub weight: Weight,
}

impl<T: Config> Pallet<T> {
    /// Checks whether a proposal of this type may make these calls, for at most `limit` in all.
    ///
    /// Errors: [`Error::NoCalls`], [`Error::TooManyCalls`], [`Error::CallNotAllowed`],
    /// [`Error::MustBeAlone`], [`Error::DuplicateMember`], [`Error::CallsTooLong`], [`Error::TooHeavy`].
    pub(crate) fn check_calls(
        kind: ProposalKind,
        calls: &[<T as Config>::RuntimeCall],
        limit: Weight,
    ) -> Result<Checked, Refused> {
        let of_list = |error: Error<T>| Refused { index: None, error: error.into() };
        // An opinion needs no call.
        let may_be_empty = kind == ProposalKind::PolicyChange;
        ensure!(may_be_empty || !calls.is_empty(), of_list(Error::NoCalls));
        ensure!(calls.len() <= MAX_CALLS, of_list(Error::TooManyCalls));
        let mut checked = Checked { postponable: true, ..Default::default() };
        for (index, call) in (0..).zip(calls) {
            let of_call = |error: Error<T>| Refused { index: Some(index), error: error.into() };
            let requirement =
                T::Requirements::check(kind, call).map_err(|_| of_call(Error::CallNotAllowed))?;
            if let Some(Call::set_council { members }) = call.is_sub_type() {
                // While the council may act as Root, only what ends that replaces it.
                let makes_root = kind != ProposalKind::ProtocolUpgrade && Self::is_bootstrap();
                ensure!(!makes_root, of_call(Error::CallNotAllowed));
                ensure!(calls.len() == 1, of_call(Error::MustBeAlone));
                ensure!(Self::are_different(members), of_call(Error::DuplicateMember));
                checked.replaces_council = true;
            }
            checked.as_root.push(requirement.as_root);
            checked.needs_council |= requirement.needs_council;
            checked.postponable &= requirement.postponable;
            checked.min_quorum = checked.min_quorum.max(requirement.min_quorum.unwrap_or_default());
            checked.weight = checked.weight.saturating_add(call.get_dispatch_info().call_weight);
        }
        ensure!(calls.encoded_size() <= MAX_CALLS_BYTES as usize, of_list(Error::CallsTooLong));
        ensure!(checked.weight.all_lte(limit), of_list(Error::TooHeavy));
        Ok(checked)
    }

    /// How many approvals of the council a proposal needs.
    pub(crate) const fn approvals_required(needs_council: bool) -> u32 {
        if needs_council {
            APPROVALS
        } else {
            0
        }
    }

    /// Whether these are five accounts.
    pub(crate) fn are_different(members: &[T::AccountId; SEATS as usize]) -> bool {
        let mut sorted = members.to_vec();
        sorted.sort();
        sorted.dedup();
        sorted.len() == members.len()
    }

    /// The most that the calls of a proposal may cost when it is made.
    pub(crate) fn creation_limit() -> Weight {
        T::MaxEnactment::get()
    }
}
