//! Reports drawn from the records and handed out as Excel workbooks. One file (or folder) a report
//! and one line in [`ReportKind`].
//!
//! A report is gathered under the reader, quickly, into a snapshot of what it may say (an allow-list,
//! SAFETY T1: nothing else can get in), and written from the snapshot without the connection. Its
//! numbers come from `figures` alone; every one of them can be counted again from the rows beneath.

pub(crate) mod labels;
pub mod progress;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::{Problem, Severity, date};
use crate::office::xlsx_write::Cut;

/// The reports there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Recommendations and actions as they stand on a day: [`progress`].
    Progress,
}

/// For whom a report is meant: what may stand in it, said in the file and in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Anyone: no name of a person, no note, no history.
    Public,
}

impl ReportKind {
    #[must_use]
    pub fn audience(self) -> Audience {
        match self {
            ReportKind::Progress => Audience::Public,
        }
    }

    /// A name for the file: what it is, of which day, for whom. No title of the plan stands in it,
    /// as names of files travel further than files.
    #[must_use]
    pub fn file_name(self, as_at: NaiveDate) -> String {
        let (kind, audience) = match (self, self.audience()) {
            (ReportKind::Progress, Audience::Public) => ("progress-report", "public"),
        };
        format!("{kind}-{}-{audience}.xlsx", date::iso(as_at))
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Rows on all sheets of records.
    pub rows: u32,
    /// What a reader of the file should know: texts that did not fit.
    pub problems: Vec<Problem>,
}

/// A text that did not fit its cell.
pub(crate) fn cut_text(cut: Cut) -> Problem {
    Problem::new(Severity::Warning, "report-text-cut").at(
        Some(&cut.sheet),
        cut.row,
        Some(&cut.column),
    )
}
