//! Real files as they circulate. They are not part of the project: tests that need them look at the
//! environment variable `UPRIGHT_REAL` (default `../shared/real` from the project's root).

use std::path::PathBuf;

/// The bytes of a real file; `None`, said aloud, where it is missing.
pub fn real(name: &str) -> Option<Vec<u8>> {
    let path = real_path(name)?;
    Some(std::fs::read(path).unwrap())
}

/// The path of a real file; `None`, said aloud, where it is missing.
pub fn real_path(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("UPRIGHT_REAL").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/real"),
        PathBuf::from,
    );
    let path = folder.join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: no real file {}", path.display());
    None
}
