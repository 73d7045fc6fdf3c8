//! Ways out: what the plan holds, for other programs and other people.
//!
//! As with reports, what goes out is gathered under the reader into a snapshot and written without the
//! plan. Everything but the whole plan as JSON is for anyone (SAFETY T1): no name of a person, no
//! internal note, no history, nothing that was removed. JSON and CSV come back in without loss
//! ([`crate::import::upright`]).

mod csv;
mod csv_gather;
mod impact_oss;
mod json;
mod matrix;
mod uhri;

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::lang::Words;
use crate::base::{Progress, Result, date};
use crate::dossier::Reader;
use crate::figures::Board;
use crate::reports::Written;
use crate::reports::progress::ProgressData;
use crate::search::{Filter, Query};

/// The forms in which a plan goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// The whole plan, to be handed over (`docs/export-json.md`).
    Json,
    /// The register, one row a recommendation.
    Csv,
    /// The register as a workbook, in the columns of OHCHR's matrix and the plan's own.
    Matrix,
    /// A workbook in the sixteen columns of the Universal Human Rights Index.
    Uhri,
    /// The tables IMPACT OSS takes in, in one archive.
    ImpactOss,
}

/// For whom a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportAudience {
    /// Anyone.
    Public,
    /// Whoever takes the plan over: names of persons and internal notes stand in it.
    Full,
}

impl ExportFormat {
    #[must_use]
    pub fn audience(self) -> ExportAudience {
        match self {
            ExportFormat::Json => ExportAudience::Full,
            _ => ExportAudience::Public,
        }
    }

    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            ExportFormat::Json => "json",
            ExportFormat::Csv => "csv",
            ExportFormat::Matrix | ExportFormat::Uhri => "xlsx",
            ExportFormat::ImpactOss => "zip",
        }
    }

    /// A name for the file: what it is, of which day, for whom.
    #[must_use]
    pub fn file_name(self, as_at: NaiveDate) -> String {
        let kind = match self {
            ExportFormat::Json => "plan",
            ExportFormat::Csv => "register",
            ExportFormat::Matrix => "matrix",
            ExportFormat::Uhri => "uhri",
            ExportFormat::ImpactOss => "impact-oss",
        };
        let audience = match self.audience() {
            ExportAudience::Public => "public",
            ExportAudience::Full => "full",
        };
        format!(
            "{kind}-{}-{audience}.{}",
            date::iso(as_at),
            self.extension()
        )
    }
}

/// What is to be written, as it stood when it was gathered.
pub enum Snapshot {
    Json(json::Plan),
    Csv(Vec<Vec<String>>),
    Matrix(ProgressData),
    Uhri(uhri::Index),
    ImpactOss(ProgressData),
}

/// Gathers what a query means: its recommendations in its order, and what hangs on them.
///
/// # Errors
/// `cancelled`; the storage's own.
pub fn gather(
    reader: &Reader<'_>,
    board: &Board,
    format: ExportFormat,
    query: &Query,
    progress: &Progress,
) -> Result<Snapshot> {
    let is_whole = query.filter == Filter::default();
    Ok(match format {
        ExportFormat::Json => {
            let chosen = match is_whole {
                true => None,
                false => Some(matrix::ids(reader, board, query)?),
            };
            Snapshot::Json(json::gather(reader, chosen.as_deref(), progress)?)
        }
        ExportFormat::Csv => Snapshot::Csv(csv_gather::gather(reader, board, query)?),
        ExportFormat::Matrix => Snapshot::Matrix(matrix::gather(reader, board, query)?),
        ExportFormat::Uhri => Snapshot::Uhri(uhri::gather(reader, board, query)?),
        ExportFormat::ImpactOss => Snapshot::ImpactOss(matrix::gather(reader, board, query)?),
    })
}

impl Snapshot {
    /// Writes the file, which replaces an older one when all is there.
    ///
    /// # Errors
    /// `cancelled`, `workbook-not-written`, `workbook-too-long`, the disk's own; an old file then
    /// still stands.
    pub fn write(&self, words: &Words, target: &Path, progress: &Progress) -> Result<Written> {
        match self {
            Snapshot::Json(plan) => json::write(plan, target, progress),
            Snapshot::Csv(rows) => csv::write(rows, target, progress),
            Snapshot::Matrix(data) => matrix::write(data, words, target, progress),
            Snapshot::Uhri(index) => uhri::write(index, words, target, progress),
            Snapshot::ImpactOss(data) => impact_oss::write(data, target, progress),
        }
    }
}
