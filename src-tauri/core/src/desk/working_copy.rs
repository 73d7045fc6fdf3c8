//! Plans on sticks, shares and in sync folders are not worked on in place: a working copy is, and it
//! is copied out whole (SAFETY, "Where"). While the copy is not out, it is kept, whatever happens.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::home::Home;
use crate::base::files::{beside, move_over, write_whole};
use crate::base::text::{hex, sha256};
use crate::base::{Error, Result};

/// A copy being worked on, and the file it came from.
#[derive(Debug)]
pub struct WorkingCopy {
    folder: PathBuf,
    origin: Origin,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Origin {
    path: PathBuf,
    /// Hash of the original when it was copied in, or last copied out.
    sha256: String,
    /// True from the first change until it is copied out.
    is_ahead: bool,
}

impl WorkingCopy {
    /// Copies `original` in; one that was never copied out (the stick was pulled) is taken up again.
    ///
    /// # Errors
    /// The disk's own.
    pub fn take(home: &Home, original: &Path) -> Result<Self> {
        let original = fs::canonicalize(original)?;
        let name = sha256(original.to_string_lossy().as_bytes());
        let folder = home
            .folder("working")?
            .join(name.get(..24).unwrap_or(&name));
        let note = folder.join("origin.json");
        let kept: Option<Origin> = fs::read(&note)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let found = hash_of(&original)?;
        if let Some(origin) = kept.filter(|origin| origin.is_ahead) {
            return Ok(WorkingCopy { folder, origin });
        }
        fs::create_dir_all(&folder)?;
        let copy = WorkingCopy {
            folder,
            origin: Origin {
                path: original.clone(),
                sha256: found,
                is_ahead: false,
            },
        };
        // A journal beside the original belongs to it: without it a plan whose computer lost its
        // power would open half changed.
        for ending in ["-journal", ""] {
            let source = with_ending(&original, ending);
            let target = with_ending(&copy.path(), ending);
            if source.exists() {
                copy_whole(&source, &target)?;
            } else if target.exists() {
                fs::remove_file(&target)?;
            }
        }
        copy.store()?;
        Ok(copy)
    }

    /// The file that is opened.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("plan.upright")
    }

    /// The file it came from.
    #[must_use]
    pub fn original(&self) -> &Path {
        &self.origin.path
    }

    /// Notes whether the copy is ahead of its original; tells whether it was before.
    ///
    /// # Errors
    /// The disk's own.
    pub fn mark_ahead(&mut self, is_ahead: bool) -> Result<bool> {
        let was_ahead = std::mem::replace(&mut self.origin.is_ahead, is_ahead);
        if was_ahead != is_ahead {
            self.store()?;
        }
        Ok(was_ahead)
    }

    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.origin.is_ahead
    }

    /// Copies the closed file out: written beside, synced, renamed, the folder synced, read again.
    /// Where somebody changed the original meanwhile, it is not written over: the copy is put beside
    /// it under a new name.
    ///
    /// # Errors
    /// `copy-out-failed` (the working copy is kept and taken up again next time).
    pub fn copy_out(&mut self) -> Result<PathBuf> {
        let target = self.target();
        self.copy_to(&target).map_err(|error| {
            Error::file("copy-out-failed")
                .with("file", target.display())
                .detail(error)
        })?;
        self.origin.sha256 = hash_of(&target)?;
        self.origin.is_ahead = false;
        self.store()?;
        Ok(target)
    }

    fn target(&self) -> PathBuf {
        let original = &self.origin.path;
        let is_unchanged = match hash_of(original) {
            Ok(found) => found == self.origin.sha256,
            Err(_) => true,
        };
        if is_unchanged {
            return original.clone();
        }
        let stem = original.file_stem().unwrap_or_default().to_string_lossy();
        (2..1000)
            .map(|number| original.with_file_name(format!("{stem} ({number}).upright")))
            .find(|candidate| !candidate.exists())
            .unwrap_or_else(|| original.clone())
    }

    fn copy_to(&self, target: &Path) -> Result<()> {
        copy_whole(&self.path(), target)?;
        match hash_of(target)? == hash_of(&self.path())? {
            true => Ok(()),
            false => Err(Error::file("copy-out-failed")),
        }
    }

    fn store(&self) -> Result<()> {
        write_whole(
            &self.folder.join("origin.json"),
            serde_json::to_string(&self.origin)?.as_bytes(),
        )
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Copies beside the target, synced, then renamed; no half file is left behind.
fn copy_whole(source: &Path, target: &Path) -> Result<()> {
    let part = beside(target);
    let copied = (|| {
        fs::copy(source, &part)?;
        File::options().write(true).open(&part)?.sync_all()?;
        move_over(&part, target)
    })();
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}

fn hash_of(path: &Path) -> Result<String> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0_u8; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else {
            return Ok(hex(&digest.finalize()));
        };
        digest.update(bytes);
    }
}
