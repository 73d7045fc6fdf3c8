//! Reports at the table: gathered while the desk is held, written without it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::query_meant;
use super::args::OneName;
use super::host::Host;
use crate::base::lang::Words;
use crate::base::{Error, Problem, Progress, Result};
use crate::desk::{Desk, FileRef};
use crate::people::get_profile;
use crate::reports::{ReportKind, progress};
use crate::search::Filter;

const EXTENSION: &str = "xlsx";

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WriteReport {
    pub kind: ReportKind,
    /// Handle of the file to be written.
    pub file: String,
    /// The whole plan where absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Filter>")]
    pub filter: Filter,
    /// Name or id of a saved view; the filter narrows it further.
    pub view: Option<String>,
    /// BCP 47; the plan's own where absent.
    pub language: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneReportKind {
    pub kind: ReportKind,
}

#[derive(Debug, Serialize, TS)]
pub struct ReportWritten {
    pub file: FileRef,
    /// Rows on all sheets of records.
    pub rows: u32,
    /// Texts that did not fit.
    pub problems: Vec<Problem>,
}

/// A name for the save dialog.
pub(super) fn suggest_report_name(desk: &Desk, kind: ReportKind) -> OneName {
    OneName {
        name: kind.file_name(desk.clock().today()),
    }
}

/// Writes a report. The desk is held only while its snapshot is gathered.
pub(super) fn write_report(
    host: &Host,
    wish: WriteReport,
    progress: &Progress,
) -> Result<ReportWritten> {
    let (target, words, data) = {
        let mut desk = host.desk();
        let target = with_extension(&desk.path(&wish.file)?, EXTENSION)?;
        let language = match wish.language {
            Some(language) => language,
            None => desk.read(get_profile)?.language,
        };
        let ReportKind::Progress = wish.kind;
        let data = desk.read_board(|reader, board| {
            let filter = query_meant(reader, wish.view.as_deref(), wish.filter)?.filter;
            progress::gather(reader, board, &filter)
        })?;
        (target, Words::of(&language), data)
    };
    let mut written = progress::write(&data, &words, &target, progress)?;
    for problem in &mut written.problems {
        words.tell(problem);
    }
    Ok(ReportWritten {
        file: host.desk().register_written(&target),
        rows: written.rows,
        problems: written.problems,
    })
}

/// The path with the ending by which other programs know the file. The person was asked about the
/// name they typed, so a longer one must not replace a file.
pub(super) fn with_extension(path: &Path, ending: &str) -> Result<PathBuf> {
    let has_it = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
    if has_it {
        return Ok(path.to_owned());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    let longer = path.with_file_name(name);
    if longer.exists() {
        return Err(Error::file("file-exists").with("file", longer.display()));
    }
    Ok(longer)
}
