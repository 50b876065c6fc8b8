//! What benches that execute the runtime share.

pub mod producer;
pub mod stopwatch;
pub mod table;
pub mod users;
pub mod wasm;

/// Why something could not be measured.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// What a measurement gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;
