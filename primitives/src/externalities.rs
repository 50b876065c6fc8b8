//! Whether storage is there to be read.

/// Some `Get` types read storage, and yet are called where there is none: by the integrity tests
/// of pallets and when metadata is generated natively. They ask here first and fall back to the
/// compiled default. Inside Wasm there always is storage.
#[cfg(feature = "std")]
pub fn storage_is_readable() -> bool {
    sp_externalities::with_externalities(|_| ()).is_some()
}

/// See the native version. Inside Wasm there always is storage.
#[cfg(not(feature = "std"))]
pub const fn storage_is_readable() -> bool {
    true
}
