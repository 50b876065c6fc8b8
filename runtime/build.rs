//! Builds the runtime a second time, as Wasm.

fn main() {
    refuse_rehearsal_in_production();
    build_wasm();
}

/// The profile is only visible in the path of the output: `<target>/<profile>/build/..`.
fn refuse_rehearsal_in_production() {
    let rehearsal = std::env::var_os("CARGO_FEATURE_NEXT_VERSION").is_some();
    let production = std::env::var_os("OUT_DIR").is_some_and(|out| {
        std::path::Path::new(&out)
            .components()
            .any(|part| part.as_os_str() == "production")
    });
    assert!(
        !(rehearsal && production),
        "the feature next-version is for rehearsing an upgrade and must not be in a production build"
    );
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
