//! Golden files: what may only grow. `UPRIGHT_GOLDEN=write` writes them anew; the difference is read
//! before it is committed.

mod export;
mod plans;
mod schema;

use std::path::PathBuf;

/// A file of this folder.
fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("golden")
        .join(name)
}

fn is_writing() -> bool {
    std::env::var("UPRIGHT_GOLDEN").is_ok_and(|wish| wish == "write")
}
