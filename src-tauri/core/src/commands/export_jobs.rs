//! Ways out at the table: gathered while the desk is held, written without it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::query_meant;
use super::args::OneName;
use super::host::Host;
use super::report_jobs::with_extension;
use crate::base::lang::Words;
use crate::base::{Problem, Progress, Result};
use crate::desk::{Desk, FileRef};
use crate::export::{self, ExportAudience, ExportFormat};
use crate::people::get_profile;
use crate::search::Query;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WriteExport {
    pub format: ExportFormat,
    /// Handle of the file to be written.
    pub file: String,
    /// The file gets exactly this name; otherwise the ending other programs know it by is added.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub is_named: bool,
    /// Name or id of a saved view; the query's filter narrows it further.
    pub view: Option<String>,
    /// Which recommendations, in which order; the whole plan where absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Query>")]
    pub query: Query,
    /// BCP 47; the plan's own where absent.
    pub language: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneExportFormat {
    pub format: ExportFormat,
}

#[derive(Debug, Serialize, TS)]
pub struct ExportWritten {
    pub file: FileRef,
    pub rows: u32,
    pub audience: ExportAudience,
    /// What a reader of the file should know.
    pub problems: Vec<Problem>,
}

/// A name for the save dialog.
pub(super) fn suggest_export_name(desk: &Desk, format: ExportFormat) -> OneName {
    OneName {
        name: format.file_name(desk.clock().today()),
    }
}

/// Writes a file. The desk is held only while its snapshot is gathered.
pub(super) fn write_export(
    host: &Host,
    wish: WriteExport,
    progress: &Progress,
) -> Result<ExportWritten> {
    let (target, words, snapshot) = {
        let mut desk = host.desk();
        let named = desk.path(&wish.file)?;
        let target = match wish.is_named {
            true => named,
            false => with_extension(&named, wish.format.extension())?,
        };
        let language = match wish.language {
            Some(language) => language,
            None => desk.read(get_profile)?.language,
        };
        let snapshot = desk.read_board(|reader, board| {
            let query = match &wish.view {
                Some(view) => query_meant(reader, Some(view.as_str()), wish.query.filter)?,
                None => wish.query,
            };
            export::gather(reader, board, wish.format, &query, progress)
        })?;
        (target, Words::of(&language), snapshot)
    };
    let mut written = snapshot.write(&words, &target, progress)?;
    for problem in &mut written.problems {
        words.tell(problem);
    }
    Ok(ExportWritten {
        file: host.desk().register_written(&target),
        rows: written.rows,
        audience: wish.format.audience(),
        problems: written.problems,
    })
}
