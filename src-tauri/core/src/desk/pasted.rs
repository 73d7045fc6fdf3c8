//! A table pasted by a person, kept as a file while it is imported: foreign content is read in a child
//! process, which takes files only. It is gone when the plan is closed.

use std::fs;
use std::path::PathBuf;

use super::{Desk, FileRef};
use crate::base::files::write_whole;
use crate::base::{Error, Result};

const FOLDER: &str = "pasted";
const NAME: &str = "pasted.txt";
/// The most bytes that are taken from the clipboard.
const MOST_BYTES: usize = 16 << 20;

impl Desk {
    /// Keeps a pasted table as a file that can be imported.
    ///
    /// # Errors
    /// `paste-empty`, `paste-too-large`; the disk's own.
    pub fn keep_pasted(&mut self, text: &str) -> Result<FileRef> {
        if text.trim().is_empty() {
            return Err(Error::person("paste-empty"));
        }
        if text.len() > MOST_BYTES {
            return Err(Error::person("paste-too-large").with("limit", MOST_BYTES >> 20));
        }
        let path = self.home.folder(FOLDER)?.join(NAME);
        write_whole(&path, text.as_bytes())?;
        Ok(self.register(&path))
    }

    /// Removes what was pasted. What cannot be removed now is written over by the next paste.
    pub(super) fn forget_pasted(&self) {
        let path: PathBuf = self.home.path().join(FOLDER).join(NAME);
        let _ = fs::remove_file(path);
    }
}
