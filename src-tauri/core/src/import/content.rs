//! From the bytes of a foreign file to its tables, its records or its document, by what the bytes say,
//! whatever the name.

use super::draft::Format;
use super::upright::Own;
use super::{container, uhri, upright};
use crate::base::{Error, Result};
use crate::office::docx_read::{self, Document};
use crate::office::parts::{MOST_FILE_BYTES, Parts};
use crate::office::table_read::{self, Tables, TextReading};

pub(super) enum Content {
    Tables(Tables),
    /// Records as JSON.
    Records(Vec<u8>),
    /// The whole Index as one long sheet, read row by row.
    Dump(Vec<u8>),
    Document(Document),
    /// One of Upright's own files.
    Own(Format, Box<Own>),
}

/// Opens a file.
///
/// # Errors
/// `file-format-unknown` and the codes of files that cannot be read at all.
pub(super) fn open(bytes: &[u8], reading: &TextReading) -> Result<Content> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_FILE_BYTES {
        return Err(Error::file("file-too-large").with("limit", MOST_FILE_BYTES >> 20));
    }
    if bytes.is_empty() {
        return Err(Error::file("file-empty"));
    }
    if bytes.starts_with(b"PK") {
        return open_zip(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return open_compound(bytes);
    }
    if let Some(refused) = container::refusal(bytes) {
        return Err(refused);
    }
    if container::is_spreadsheet_xml(bytes) {
        return table_read::read_spreadsheet_xml(bytes).map(Content::Tables);
    }
    if upright::is_plan(bytes) {
        let own = upright::read_json(bytes)?;
        return Ok(Content::Own(Format::UprightJson, Box::new(own)));
    }
    if uhri::json::begins(bytes) {
        return Ok(Content::Records(bytes.to_vec()));
    }
    if !table_read::is_wide(bytes) && bytes.contains(&0) {
        return Err(Error::person("file-format-unknown"));
    }
    tables_or_own(table_read::read_csv_as(bytes, reading)?)
}

/// A register taken out of Upright is known by its header, also when Excel has saved it.
fn tables_or_own(tables: Tables) -> Result<Content> {
    if upright::is_register(&tables) {
        let own = upright::read_csv(&tables)?;
        return Ok(Content::Own(Format::UprightCsv, Box::new(own)));
    }
    Ok(Content::Tables(tables))
}

fn open_zip(bytes: &[u8]) -> Result<Content> {
    let main = Parts::open(bytes)?.main_part()?.unwrap_or_default();
    if main.starts_with("word/") {
        docx_read::read(bytes).map(Content::Document)
    } else if main.starts_with("xl/") {
        match table_read::read_xlsx(bytes) {
            Err(error) if is_too_long(&error) && uhri::table::is_dump(bytes)? => {
                Ok(Content::Dump(bytes.to_vec()))
            }
            read => tables_or_own(read?),
        }
    } else if is_open_document_sheet(bytes) {
        table_read::read_ods(bytes).map(Content::Tables)
    } else {
        Err(container::refusal_of_archive(bytes))
    }
}

/// A workbook of LibreOffice says so in its first part, which is not compressed.
fn is_open_document_sheet(bytes: &[u8]) -> bool {
    let mark = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    let head = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    head.windows(mark.len()).any(|window| window == mark)
}

/// Whether a workbook was refused for its length alone.
fn is_too_long(error: &Error) -> bool {
    let codes = [
        "file-inflates-too-much",
        "file-too-many-rows",
        "file-too-many-cells",
    ];
    codes.contains(&error.code.as_str())
}

/// The old container of Microsoft: xls, doc, or an encrypted xlsx or docx.
fn open_compound(bytes: &[u8]) -> Result<Content> {
    if holds_stream(bytes, "EncryptedPackage") {
        return Err(Error::person("file-has-password"));
    }
    if holds_stream(bytes, "WordDocument") {
        return Err(Error::person("file-is-old-word"));
    }
    table_read::read_xls(bytes).map(Content::Tables)
}

/// Whether a stream of this name stands in the container's directory (names are UTF-16).
fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}
