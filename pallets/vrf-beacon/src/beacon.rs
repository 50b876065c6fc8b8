//! The output of each block, and the randomness that becomes of it.

use crate::{BlockOutputs, Config, Outputs, Pallet, Randomness, Required};
use aitbc_primitives::{
    consensus::{
        self,
        vrf::{self, Fault},
        ScheduleSeed, SessionIndex, SlotNumber,
    },
    random::Seed,
};
use codec::Encode;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Zero, Digest};

impl<T: Config> Pallet<T> {
    /// Takes the output of the block that begins, which is refused if its VRF is not as it must be.
    pub(crate) fn enter_block() {
        let output = Self::output().unwrap_or_else(|fault| refuse(fault));
        Outputs::<T>::mutate(|outputs| {
            *outputs = BlockOutputs { block: output, parent: outputs.block };
        });
        Randomness::<T>::mutate(|randomness| randomness.add(Self::current_slot(), output));
    }

    /// The output of the block that begins. A block without a slot has no producer that could have made a
    /// VRF; for it, and where none is required, a hash of what is known before stands in.
    pub(crate) fn output() -> Result<H256, Fault> {
        let digest = frame_system::Pallet::<T>::digest();
        if Required::<T>::get() && vrf::claims_slot(&digest) {
            return Self::verified_output(&digest);
        }
        let parent = frame_system::Pallet::<T>::parent_hash();
        Ok((b"novrf", parent, Self::current_slot()).using_encoded(blake2_256).into())
    }

    /// The output of the VRF in a header, if it is one of the producer of the slot.
    fn verified_output(digest: &Digest) -> Result<H256, Fault> {
        let signature = vrf::find(digest)?;
        let slot = Self::current_slot();
        let authorities = pallet_aura::Authorities::<T>::get();
        let producer = slot
            .checked_rem(authorities.len() as u64)
            .and_then(|place| authorities.get(place as usize).cloned())
            .ok_or(Fault::False)?;
        let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
        let transcript = vrf::transcript(&genesis, slot, &Randomness::<T>::get().rho);
        vrf::output(&producer.into(), transcript, &signature)
    }

    /// The slot of this block: pallet-aura has taken it from the header already.
    pub(crate) fn current_slot() -> SlotNumber {
        pallet_aura::CurrentSlot::<T>::get().into()
    }

    pub(crate) fn read_randomness() -> consensus::Randomness {
        let randomness = Randomness::<T>::get();
        let outputs = Outputs::<T>::get();
        consensus::Randomness {
            session: randomness.session,
            cut_off: randomness.cut_off(),
            rho: randomness.rho,
            output: outputs.block,
            parent_output: outputs.parent,
        }
    }
}

/// The seed of the order of a session is its randomness.
impl<T: Config> ScheduleSeed for Pallet<T> {
    fn begin(session: SessionIndex, start: SlotNumber, length: u32) -> Seed {
        Randomness::<T>::mutate(|randomness| {
            randomness.begin(session, start, length);
            randomness.rho.0
        })
    }
}

/// Refuses the block. There is no other way to do so before its first transaction.
#[expect(clippy::panic, reason = "the one permitted panic of the runtime: it refuses a header")]
fn refuse(fault: Fault) -> ! {
    panic!("the block is refused: {fault}")
}
