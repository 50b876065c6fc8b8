//! How many cases property tests run.

use proptest::test_runner::Config;

/// A thousand cases, or as many as `PROPTEST_CASES` says.
pub fn cases() -> Config {
    let mut config = Config::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 1_000;
    }
    config
}
