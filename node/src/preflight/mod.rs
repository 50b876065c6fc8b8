//! Checks made before anything is started or written, so that a mistake costs an error message
//! and nothing else.

pub mod database;
pub mod genesis;
pub mod ports;
