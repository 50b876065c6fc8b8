//! Parameters that governance changes while the chain runs.
//!
//! They come in [`groups`], and each group has its own origin, see
//! [`ParameterOrigin`](crate::adapters::origins::ParameterOrigin). A parameter that is not in storage has
//! its default. Genesis presets set the ones in which networks differ, see [`GenesisParameters`].
//!
//! The parameters pallet stores any value of the right type. The types in [`live`] make a value
//! safe to use, and only they are used.

pub mod genesis;
pub mod groups;
pub mod live;

pub use genesis::GenesisParameters;
