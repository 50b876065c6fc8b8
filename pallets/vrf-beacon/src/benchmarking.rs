//! Benchmark of the hook, with the longest schedule and a VRF that is verified.

use super::*;
use aitbc_primitives::{
    consensus::{vrf, SlotNumber},
    Hash,
};
use codec::{Decode, Encode};
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::H256;
use sp_runtime::{traits::One, Digest, DigestItem};

/// What the VRF below is over.
const GENESIS: Hash = H256([69; 32]);
const SLOT: SlotNumber = 1_000_000;
const RHO: H256 = H256([7; 32]);

/// The public key of `//Alice`.
const KEY: &str = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

/// A VRF that `//Alice` has made. In Wasm nobody can make one: it needs randomness.
const ITEM: &str = "\
    244137bbf481a7c1a2939902f5196e52978e30c69a9039d720afb94eadede631\
    094aa8cc6ba265503e06356ea4d2630915c1cba8c138a928914892039fdce10f\
    b26285659e3b8b4a264216a4ea835d75924eaa3bc04c5724c7e8ba0bf792a702";

/// Its output.
const OUTPUT: &str = "a674e4ee002ac204c262ea57dbc2ad66fb69ea3ab9a25085e5fb3aeb8f0928b3";

fn bytes(hex: &str) -> alloc::vec::Vec<u8> {
    hex.as_bytes()
        .chunks(2)
        .map(|digits| u8::from_str_radix(core::str::from_utf8(digits).unwrap(), 16).unwrap())
        .collect()
}

#[benchmarks]
mod benches {
    use super::*;

    #[benchmark]
    fn enter_block() {
        let key = T::AuthorityId::decode(&mut &bytes(KEY)[..]).unwrap();
        let places = <T as pallet_aura::Config>::MaxAuthorities::get();
        pallet_aura::Authorities::<T>::put(BoundedVec::truncate_from(
            alloc::vec![key; places as usize],
        ));
        pallet_aura::CurrentSlot::<T>::put(Slot::from(SLOT));
        Required::<T>::put(true);
        Randomness::<T>::put(SessionRandomness { rho: RHO, ..Default::default() });
        let logs = alloc::vec![
            DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(SLOT).encode()),
            DigestItem::PreRuntime(vrf::ENGINE_ID, bytes(ITEM)),
        ];
        frame_system::Pallet::<T>::initialize(&One::one(), &GENESIS, &Digest { logs });

        #[block]
        {
            Pallet::<T>::enter_block();
        }

        assert_eq!(Outputs::<T>::get().block, H256::from_slice(&bytes(OUTPUT)));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_chain(), crate::mock::Test);
}
