//! What is reported to be punished.

use aitbc_primitives::consensus::{SessionIndex, SlotNumber};
use alloc::{vec, vec::Vec};
use sp_runtime::Perbill;
use sp_staking::offence::{Kind, Offence};

/// A validator made two blocks in one slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquivocationOffence<Offender> {
    /// The validator.
    pub offender: Offender,
    /// The slot of both.
    pub slot: SlotNumber,
    /// The session among whose validators it was found.
    pub session: SessionIndex,
    /// How many validators that session had.
    pub validators: u32,
}

impl<Offender: Clone> Offence<Offender> for EquivocationOffence<Offender> {
    const ID: Kind = *b"aitbc:equivocate";
    type Slot = SlotNumber;

    fn offenders(&self) -> Vec<Offender> {
        vec![self.offender.clone()]
    }

    fn session_index(&self) -> SessionIndex {
        self.session
    }

    fn validator_set_count(&self) -> u32 {
        self.validators
    }

    fn slot(&self) -> Self::Slot {
        self.slot
    }

    /// Half of the stake, however many do it at the same time: one is enough to revert blocks.
    fn slash_fraction(&self, _: u32) -> Perbill {
        Perbill::from_percent(50)
    }
}
