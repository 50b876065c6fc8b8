//! Rehearsals and measurements. Nothing of it is in a released runtime: build.rs refuses the features
//! in the `production` profile.

#[cfg(feature = "next-version")]
pub mod next_version;
#[cfg(feature = "stock-accounts")]
pub mod stock_accounts;
