//! Placeholder until scripts/weights.sh writes this file.
use frame_support::{traits::Get, weights::Weight};
/// Weights.
pub trait WeightInfo {
    /// call
    fn bootstrap_dispatch() -> Weight;
    /// hook
    fn start_countdown() -> Weight;
}
/// w
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
    fn bootstrap_dispatch() -> Weight {
        T::DbWeight::get().reads_writes(6, 3)
    }
    fn start_countdown() -> Weight {
        T::DbWeight::get().reads_writes(6, 3)
    }
}
impl WeightInfo for () {
    fn bootstrap_dispatch() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn start_countdown() -> Weight {
        Weight::from_parts(1, 0)
    }
}
