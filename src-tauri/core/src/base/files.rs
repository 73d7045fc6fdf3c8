//! Writing of whole files: beside, synced, then renamed, so that a reader sees the old or the new.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Error, Result};

/// Makes the parent's directory entry durable (nothing to do on Windows).
///
/// # Errors
/// The disk's own.
pub fn sync_parent(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(parent) = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        File::open(parent)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// A name beside `path` that no person has chosen.
#[must_use]
pub fn beside(path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", uuid::Uuid::new_v4().simple()))
}

/// Moves a finished file over `target` and makes the move durable.
///
/// # Errors
/// The disk's own.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that renames"
)]
pub fn move_over(finished: &Path, target: &Path) -> Result<()> {
    fs::rename(finished, target)?;
    sync_parent(target)
}

/// Writes `bytes` to `target`: beside, synced, renamed.
///
/// # Errors
/// The disk's own; the old file then still stands.
pub fn write_whole(target: &Path, bytes: &[u8]) -> Result<()> {
    write_with(target, |file| Ok(file.write_all(bytes)?))
}

/// As [`write_whole`], the content written by `fill`.
///
/// # Errors
/// The disk's own or `fill`'s; the old file then still stands and no half file is left.
pub fn write_with(target: &Path, fill: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let part = beside(target);
    let written = (|| {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&part)?;
        fill(&mut file)?;
        file.sync_all()?;
        drop(file);
        move_over(&part, target)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(|error: Error| error.with("file", target.display()))
}
