//! What is reported to be punished.

use aitbc_primitives::consensus::SessionIndex;
use alloc::{vec, vec::Vec};
use codec::Codec;
use sp_runtime::Perbill;
use sp_staking::{
    offence::{Kind, Offence},
    EraIndex,
};

/// A validator made two blocks in one slot, in one era.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EquivocationOffence<Offender> {
    /// The validator.
    pub offender: Offender,
    /// The era of that session.
    pub era: EraIndex,
    /// The session among whose validators it was found.
    pub session: SessionIndex,
    /// How many validators that session had.
    pub validators: u32,
}

impl<Offender: Clone + Codec + Ord> Offence<Offender> for EquivocationOffence<Offender> {
    const ID: Kind = *b"aitbc:equivocate";
    /// pallet-offences takes one report of an offender and slot: so it is one of an era, as stake is slashed
    /// by eras. It reports offenders of one slot together again with each new one, for fractions that depend
    /// on their number. This does not, so each has a slot of its own.
    type Slot = (EraIndex, Offender);

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
        (self.era, self.offender.clone())
    }

    /// Half of the stake, however many do it at the same time: one is enough to revert blocks.
    fn slash_fraction(&self, _: u32) -> Perbill {
        Perbill::from_percent(50)
    }
}
