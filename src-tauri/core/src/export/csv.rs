//! The register as CSV: every cell quoted, one that would be run as a formula marked as text, with the
//! byte order mark by which Excel knows the encoding.

use std::io::Write;
use std::path::Path;

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::base::{Error, Progress, Result, files};
use crate::import::upright::guarded;
use crate::reports::Written;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes the header and the rows.
pub(super) fn write(rows: &[Vec<String>], target: &Path, progress: &Progress) -> Result<Written> {
    let count = u32::try_from(rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
    files::write_with(target, |file| {
        file.write_all(BYTE_ORDER_MARK)?;
        file.write_all(&table(rows, |done| progress.step(done, count))?)?;
        Ok(())
    })?;
    Ok(Written {
        rows: count,
        problems: Vec::new(),
    })
}

/// The bytes of a table.
pub(super) fn table(
    rows: &[Vec<String>],
    mut step: impl FnMut(u32) -> Result<()>,
) -> Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for (done, row) in (0_u32..).zip(rows) {
        if done.is_multiple_of(500) {
            step(done)?;
        }
        writer
            .write_record(row.iter().map(|cell| guarded(cell)))
            .map_err(|error| Error::file("file-not-written").detail(error))?;
    }
    writer
        .into_inner()
        .map_err(|error| Error::file("file-not-written").detail(error))
}
