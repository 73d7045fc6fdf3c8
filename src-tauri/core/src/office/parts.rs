//! The parts of a zipped office file (xlsx, docx), read under limits.
//!
//! Sizes are counted while inflating: what the directory of a hostile archive says about its parts
//! is not believed (SAFETY, importers).

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::base::{Error, Result};

/// The most parts an office file may have.
pub const MOST_PARTS: usize = 200;
/// The most bytes one part may inflate to.
pub const MOST_PART_BYTES: u64 = 64 << 20;
/// The most bytes all parts together may inflate to.
pub const MOST_INFLATED_BYTES: u64 = 128 << 20;
/// The most bytes a foreign file may have as it lies on the disk.
pub const MOST_FILE_BYTES: u64 = 64 << 20;

/// An open archive and what may still be inflated from it.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Parts<'a> {
    /// Opens the archive; nothing is inflated yet.
    ///
    /// # Errors
    /// `file-damaged` where it is no whole archive, `file-too-many-parts`.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(Error::file("file-too-many-parts")
                .with("parts", archive.len())
                .with("limit", MOST_PARTS));
        }
        Ok(Parts {
            archive,
            left: MOST_INFLATED_BYTES,
        })
    }

    /// The names of all parts, in the order of the archive.
    ///
    /// # Errors
    /// `file-damaged`.
    pub fn names(&self) -> Result<Vec<String>> {
        self.archive
            .file_names()
            .map(|name| name.map(|name| name.into_owned()).map_err(damaged))
            .collect()
    }

    /// The text of one part; `None` where the file has no such part.
    ///
    /// # Errors
    /// `file-damaged`, `file-inflates-too-much`.
    pub fn text(&mut self, name: &str) -> Result<Option<String>> {
        let Some(place) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.inflate(place, |piece| bytes.extend_from_slice(piece))?;
        let text = String::from_utf8(bytes).map_err(damaged)?;
        Ok(Some(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }))
    }

    /// Inflates every part once to see that the whole stays within the limits, before the archive
    /// is given to a reader that does not count.
    ///
    /// # Errors
    /// `file-damaged`, `file-inflates-too-much`.
    pub fn prove(&mut self) -> Result<()> {
        (0..self.archive.len()).try_for_each(|place| self.inflate(place, |_| {}))
    }

    fn inflate(&mut self, place: usize, mut take: impl FnMut(&[u8])) -> Result<()> {
        let mut part = self.archive.by_index(place).map_err(damaged)?;
        let mut left = self.left.min(MOST_PART_BYTES);
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = part.read(&mut buffer).map_err(damaged)?;
            if count == 0 {
                return Ok(());
            }
            let length = u64::try_from(count).unwrap_or(u64::MAX);
            if length > left {
                return Err(
                    Error::file("file-inflates-too-much").with("limit", MOST_INFLATED_BYTES >> 20)
                );
            }
            left -= length;
            self.left -= length;
            take(buffer.get(..count).unwrap_or_default());
        }
    }
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
