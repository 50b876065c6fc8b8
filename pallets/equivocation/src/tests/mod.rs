mod example;
mod key_log;
mod model;
mod owners;
mod proofs;
mod reports;
