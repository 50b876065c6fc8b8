//! What can be done wrong.

use crate::{flood::Flood, omission::Omission, situation::Situation};
use aitbc_primitives::consensus::vrf;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_runtime::DigestItem;
use std::fmt;

/// What a node was told to do wrong.
#[derive(Clone, Debug, Default)]
pub struct Misdeeds {
    /// What is done once, one after the other, each in the first slot that suits it when the height of the
    /// one before is final. In all other slots the node does what it should.
    pub once: Vec<Deed>,
    /// `withhold-tail`: no block is made in the last slots that are mixed into the randomness, the only
    /// ones in which an author knows what its block does to it.
    pub withhold_tail: bool,
    /// What is gossiped that is not true.
    pub flood: Option<Flood>,
    /// Whose transactions are left out of the node's blocks.
    pub omissions: Vec<Omission>,
    /// `vote-against`: the node says of each block of others that it is bad.
    pub vote_against: bool,
}

/// What is done in a slot of the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// `equivocate`: two blocks in one slot.
    Equivocate,
    /// `equivocate-at-rotation`: two blocks in a slot whose block begins a session.
    EquivocateAtRotation,
    /// `early`: a block published a slot before its own, on the block before that of the owner of that
    /// slot, whom it would leave without one.
    Early,
    /// A block whose header says what no block may say.
    Forge(Forgery),
}

/// What is wrong with a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// `no-vrf`: it has no VRF.
    NoVrf,
    /// `two-vrf`: it has its VRF twice.
    TwoVrfs,
    /// `foreign-vrf`: its VRF is that of another key.
    ForeignVrf,
    /// `two-slots`: it says the next slot before its own, in a form that clients of Aura pass over.
    TwoSlots,
}

impl Misdeeds {
    /// Adds one by its name.
    pub fn add(&mut self, name: &str) -> Result<(), String> {
        if let Some(deed) = Deed::ALL.into_iter().find(|deed| deed.to_string() == name) {
            self.once.push(deed);
        } else if name == "withhold-tail" {
            self.withhold_tail = true;
        } else if name == "vote-against" {
            self.vote_against = true;
        } else if let Some(omission) = Omission::named(name) {
            self.omissions.push(omission);
        } else if let Some(flood) = Flood::named(name) {
            if self.flood.replace(flood).is_some() {
                return Err("there is one flood at a time".to_string());
            }
        } else {
            let deeds = Deed::ALL.map(|deed| deed.to_string()).join(", ");
            return Err(format!(
                "unknown misdeed '{name}': there are {deeds}, withhold-tail, vote-against, \
                 censor=ADDRESS, omit-votes=ADDRESS, flood-reports=N and flood-votes=N"
            ));
        }
        Ok(())
    }
}

impl Deed {
    const ALL: [Self; 7] = [
        Self::Equivocate,
        Self::EquivocateAtRotation,
        Self::Early,
        Self::Forge(Forgery::NoVrf),
        Self::Forge(Forgery::TwoVrfs),
        Self::Forge(Forgery::ForeignVrf),
        Self::Forge(Forgery::TwoSlots),
    ];

    /// The slot that its blocks claim if it is done now; none if it does not suit the situation of a node
    /// that owns the slots for which `owns` holds.
    pub fn claims(self, situation: &Situation, owns: impl Fn(Slot) -> bool) -> Option<Slot> {
        let slot = situation.slot;
        let next = slot.saturating_add(1_u64);
        match self {
            Self::Early => {
                let parent_is_of_the_slot_before = situation.parent.saturating_add(1_u64) == slot;
                (parent_is_of_the_slot_before && !owns(slot) && owns(next)).then_some(next)
            }
            Self::EquivocateAtRotation => {
                (situation.begins_session() && owns(slot)).then_some(slot)
            }
            Self::Equivocate | Self::Forge(_) => owns(slot).then_some(slot),
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equivocate => "equivocate",
            Self::EquivocateAtRotation => "equivocate-at-rotation",
            Self::Early => "early",
            Self::Forge(Forgery::NoVrf) => "no-vrf",
            Self::Forge(Forgery::TwoVrfs) => "two-vrf",
            Self::Forge(Forgery::ForeignVrf) => "foreign-vrf",
            Self::Forge(Forgery::TwoSlots) => "two-slots",
        })
    }
}

impl Forgery {
    /// Changes what a header says of a block in `slot`, of which it has the slot and the VRF first. The VRF
    /// of another key is `foreign`.
    pub fn apply(self, items: &mut Vec<DigestItem>, slot: Slot, foreign: DigestItem) {
        match self {
            Self::NoVrf => items.retain(|item| !is_vrf(item)),
            Self::TwoVrfs => {
                let again: Vec<_> = items.iter().filter(|item| is_vrf(item)).cloned().collect();
                items.splice(1..1, again);
            }
            Self::ForeignVrf => items
                .iter_mut()
                .filter(|item| is_vrf(item))
                .for_each(|item| *item = foreign.clone()),
            Self::TwoSlots => {
                let next = [&(*slot + 1).to_le_bytes()[..], &[0]].concat();
                items.insert(0, DigestItem::PreRuntime(AURA_ENGINE_ID, next));
            }
        }
    }
}

fn is_vrf(item: &DigestItem) -> bool {
    matches!(item, DigestItem::PreRuntime(vrf::ENGINE_ID, _))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::consensus::vrf::Fault;
    use sp_core::{crypto::VrfSecret, sr25519::Pair, Pair as _};
    use sp_runtime::Digest;

    const SLOT: u64 = 100;

    fn item(seed: u8) -> DigestItem {
        let transcript = vrf::transcript(&Default::default(), SLOT, &Default::default());
        vrf::item(&Pair::from_seed(&[seed; 32]).vrf_sign(&transcript.into()))
    }

    fn slot(slot: u64) -> DigestItem {
        DigestItem::PreRuntime(AURA_ENGINE_ID, slot.to_le_bytes().to_vec())
    }

    fn forged(forgery: Forgery, own: &DigestItem, foreign: &DigestItem) -> Digest {
        let mut logs = vec![slot(SLOT), own.clone(), DigestItem::Other(vec![1])];
        forgery.apply(&mut logs, SLOT.into(), foreign.clone());
        Digest { logs }
    }

    #[test]
    fn forged_headers_have_the_fault_that_they_are_to_have() {
        let (own, foreign) = (item(1), item(2));
        for (forgery, fault) in [
            (Forgery::NoVrf, Fault::Missing),
            (Forgery::TwoVrfs, Fault::Surplus),
            (Forgery::TwoSlots, Fault::Slot),
        ] {
            assert_eq!(vrf::find(&forged(forgery, &own, &foreign)), Err(fault), "{forgery:?}");
        }
        // It is well-formed, but of another key.
        let expected =
            Digest { logs: vec![slot(SLOT), foreign.clone(), DigestItem::Other(vec![1])] };
        assert_eq!(forged(Forgery::ForeignVrf, &own, &foreign), expected);
    }

    /// A session of ten slots after slot 90, and a parent in slot `parent`.
    fn now(slot: u64, parent: u64) -> Situation {
        Situation {
            slot: slot.into(),
            parent: parent.into(),
            start: 90.into(),
            length: 10,
            producers: 4,
            cut_off: Some(97.into()),
        }
    }

    #[test]
    fn blocks_are_made_in_slots_that_suit_the_deed() {
        let owns = |slots: &'static [u64]| move |slot: Slot| slots.contains(&slot);
        for deed in [Deed::Equivocate, Deed::Forge(Forgery::NoVrf)] {
            assert_eq!(deed.claims(&now(93, 92), owns(&[93])), Some(93.into()));
            assert_eq!(deed.claims(&now(93, 92), owns(&[92, 94])), None);
        }

        let deed = Deed::EquivocateAtRotation;
        assert_eq!(deed.claims(&now(99, 98), owns(&[99])), None);
        assert_eq!(deed.claims(&now(100, 98), owns(&[100])), Some(100.into()));
        assert_eq!(deed.claims(&now(100, 98), owns(&[99])), None);

        assert_eq!(Deed::Early.claims(&now(93, 92), owns(&[94])), Some(94.into()));
        assert_eq!(Deed::Early.claims(&now(93, 91), owns(&[94])), None, "not the grandparent");
        assert_eq!(Deed::Early.claims(&now(93, 92), owns(&[93, 94])), None, "its own slot");
        assert_eq!(Deed::Early.claims(&now(93, 92), owns(&[95])), None);
    }
}
