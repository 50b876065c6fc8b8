//! Builds the runtime a second time, as Wasm.

/// Features that no chain may run with, and what they are for.
const NOT_FOR_PRODUCTION: [(&str, &str); 2] = [
    ("next-version", "rehearsing an upgrade"),
    ("stock-accounts", "measuring what histories cost"),
];

fn main() {
    refuse_in_production();
    // The Wasm builder hands on the features that this machine's code is compiled with. `try-runtime`
    // is there for the Rust tests: it adds an API, and a migration that fails panics.
    std::env::remove_var("CARGO_FEATURE_TRY_RUNTIME");
    build_wasm();
}

/// The profile is only visible in the path of the output: `<target>/<profile>/build/..`.
fn refuse_in_production() {
    let production = std::env::var_os("OUT_DIR").is_some_and(|out| {
        std::path::Path::new(&out).components().any(|part| part.as_os_str() == "production")
    });
    for (feature, purpose) in NOT_FOR_PRODUCTION {
        assert!(
            !(production && is_enabled(feature)),
            "the feature {feature} is for {purpose} and must not be in a production build"
        );
    }
}

fn is_enabled(feature: &str) -> bool {
    let name = feature.to_uppercase().replace('-', "_");
    std::env::var_os(format!("CARGO_FEATURE_{name}")).is_some()
}

#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn build_wasm() {
    substrate_wasm_builder::WasmBuilder::init_with_defaults()
        .enable_metadata_hash("AITBC", 12)
        .build();
}

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn build_wasm() {
    substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(not(feature = "std"))]
fn build_wasm() {}
