//! Names of the genesis presets that the runtime carries. One runtime serves all of them.

/// One validator (Alice), sessions of a minute, minutes where mainnet has days.
pub const DEVELOPMENT: &str = "development";

/// Like [`DEVELOPMENT`] with slots of one second, for end-to-end tests.
pub const E2E: &str = "e2e";

/// Four validators with well-known keys: Alice, Bob, Charlie and Dave.
pub const LOCAL_TESTNET: &str = "local_testnet";

/// A public test network with the economy of mainnet, short eras and a faucet.
pub const TESTNET: &str = "testnet";

/// The main network. Its validators are placeholders until the launch ceremony.
pub const MAINNET: &str = "mainnet";

/// All of them, in the order in which they are listed to users.
pub const ALL: [&str; 5] = [DEVELOPMENT, E2E, LOCAL_TESTNET, TESTNET, MAINNET];
