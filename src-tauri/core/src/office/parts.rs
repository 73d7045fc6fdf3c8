//! The parts of a zipped office file (xlsx, docx), read under limits.
//!
//! Sizes are counted while inflating: what the directory of a hostile archive says about its parts
//! is not believed (SAFETY, importers).

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
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
/// The most bytes of a file that is read as it comes and never held whole: the dumps of UHRI.
pub const MOST_DUMP_BYTES: u64 = 2 << 30;

/// An open archive and what may still be inflated from it.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    /// The most bytes one part may inflate to, and all of them.
    limits: (u64, u64),
}

impl<'a> Parts<'a> {
    /// Opens the archive; nothing is inflated yet.
    ///
    /// # Errors
    /// `file-damaged` where it is no whole archive, `file-too-many-parts`.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        Parts::within(bytes, (MOST_PART_BYTES, MOST_INFLATED_BYTES))
    }

    /// Opens the archive of a dump, which may inflate to more; its parts are never held whole.
    ///
    /// # Errors
    /// As [`Parts::open`].
    pub fn open_dump(bytes: &'a [u8]) -> Result<Self> {
        Parts::within(bytes, (MOST_DUMP_BYTES, MOST_DUMP_BYTES))
    }

    fn within(bytes: &'a [u8], limits: (u64, u64)) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(Error::file("file-too-many-parts")
                .with("parts", archive.len())
                .with("limit", MOST_PARTS));
        }
        Ok(Parts {
            archive,
            left: limits.1,
            limits,
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

    /// The beginning of one part, as text; `None` where the file has no such part.
    ///
    /// # Errors
    /// `file-damaged`.
    pub fn head(&mut self, name: &str, most: usize) -> Result<Option<String>> {
        let Some(place) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let part = self.archive.by_index(place).map_err(damaged)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        part.take(most).read_to_end(&mut bytes).map_err(damaged)?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The part that is the document itself, as the package's relations name it: usually
    /// `word/document.xml` or `xl/workbook.xml`, but SharePoint writes `word/document2.xml`.
    ///
    /// # Errors
    /// `file-damaged`, `file-inflates-too-much`.
    pub fn main_part(&mut self) -> Result<Option<String>> {
        if let Some(relations) = self.text("_rels/.rels")?
            && let Some(target) = office_document(&relations)
        {
            return Ok(Some(target.trim_start_matches('/').to_owned()));
        }
        let usual = ["word/document.xml", "xl/workbook.xml"];
        let mut usual = usual.iter();
        let found = usual.find(|name| self.archive.index_for_name(name).is_some());
        Ok(found.map(|name| (*name).to_owned()))
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
        let most = self.limits.1;
        let mut left = self.left.min(self.limits.0);
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = part.read(&mut buffer).map_err(damaged)?;
            if count == 0 {
                return Ok(());
            }
            let length = u64::try_from(count).unwrap_or(u64::MAX);
            if length > left {
                return Err(Error::file("file-inflates-too-much").with("limit", most >> 20));
            }
            left -= length;
            self.left -= length;
            take(buffer.get(..count).unwrap_or_default());
        }
    }
}

fn office_document(relations: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| {
                    let mut attributes = element.attributes().flatten();
                    let found = attributes.find(|found| found.key.as_ref() == name)?;
                    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
                    Some(value.into_owned())
                };
                if value("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
                    return value("Target");
                }
            }
            _ => {}
        }
    }
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
