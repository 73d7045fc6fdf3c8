//! Files chosen by a person. The page holds opaque handles; only what came from a dialog, a drop or
//! the command line has one, so that a script in the page can name no other file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::base::{Error, Result};

/// A chosen file as the page knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileRef {
    pub handle: String,
    /// The file's name without its folders.
    pub name: String,
}

#[derive(Debug, Default)]
pub struct Handles {
    paths: BTreeMap<String, PathBuf>,
    written: Vec<String>,
    /// On the command line a path stands for itself.
    pub(super) are_paths_handles: bool,
}

impl Handles {
    /// Gives `path` a handle; the same path always the same one.
    pub fn register(&mut self, path: &Path) -> FileRef {
        let known = self
            .paths
            .iter()
            .find(|(_, known)| *known == path)
            .map(|(h, _)| h.clone());
        let handle = known.unwrap_or_else(|| uuid::Uuid::new_v4().simple().to_string());
        self.paths.insert(handle.clone(), path.to_owned());
        FileRef {
            handle,
            name: name_of(path),
        }
    }

    /// As [`Handles::register`], for a file the program wrote: it may be shown in its folder.
    pub fn register_written(&mut self, path: &Path) -> FileRef {
        let file = self.register(path);
        if !self.written.contains(&file.handle) {
            self.written.push(file.handle.clone());
        }
        file
    }

    /// The path of a handle.
    ///
    /// # Errors
    /// `file-not-chosen` for a handle nobody gave out.
    pub fn path(&self, handle: &str) -> Result<PathBuf> {
        match self.paths.get(handle) {
            Some(path) => Ok(path.clone()),
            None if self.are_paths_handles => Ok(PathBuf::from(handle)),
            None => Err(Error::person("file-not-chosen")),
        }
    }

    /// The path of a file the program wrote.
    #[must_use]
    pub fn written_path(&self, handle: &str) -> Option<PathBuf> {
        self.written
            .iter()
            .find(|known| *known == handle)
            .and_then(|known| self.paths.get(known))
            .cloned()
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
