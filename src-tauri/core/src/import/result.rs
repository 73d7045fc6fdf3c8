//! What an import would do, or did: the answer of preview and commit alike.

use serde::Serialize;
use ts_rs::TS;

use super::draft::Format;
use super::worker::Parsed;
use crate::base::Problem;
use crate::base::lang::Words;

/// The most rows a preview shows.
const PREVIEW_ROWS: usize = 500;

/// What came, or would come, of an import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportResult {
    pub format: Format,
    /// Which of the format's layouts was met, for instance `2025` or `xls`.
    pub layout: String,
    /// The file's name, without folders.
    pub file: String,
    /// The character encoding of a text file.
    pub encoding: Option<String>,
    /// ISO 3166-1 alpha-3 of the State under review; `None` where the file does not say.
    pub state: Option<String>,
    /// Rows of the file about this State.
    pub read: u32,
    /// Recommendations the plan does not have.
    pub added: u32,
    /// Recommendations the file says more or something else about.
    pub changed: u32,
    pub unchanged: u32,
    /// Of the unchanged ones those of which the file becomes a further source.
    pub sources: u32,
    /// Recommendations that came from such a file and are no longer in it. They stay in the plan.
    pub withdrawn: u32,
    /// Recommendations that could be several of the plan's; not taken.
    pub duplicate: u32,
    pub problems: Vec<Problem>,
    /// The first rows: what changes before what stays.
    pub rows: Vec<ImportRow>,
}

impl ImportResult {
    /// Counts what the rows mean and keeps the first of them. `sources`: of how many unchanged
    /// records the file becomes a further source.
    pub(super) fn of(
        parsed: &Parsed,
        mut rows: Vec<ImportRow>,
        problems: Vec<Problem>,
        sources: usize,
    ) -> Self {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let count = |kind: ImportKind| number(rows.iter().filter(|row| row.kind == kind).count());
        let reading = &parsed.reading;
        let mut result = ImportResult {
            format: reading.format,
            layout: reading.layout.clone(),
            file: parsed.source.name.clone(),
            encoding: reading.encoding.clone(),
            state: reading.state.clone(),
            read: reading.read,
            added: count(ImportKind::Added),
            changed: count(ImportKind::Changed),
            unchanged: count(ImportKind::Unchanged),
            sources: number(sources),
            withdrawn: count(ImportKind::Withdrawn),
            duplicate: count(ImportKind::Duplicate),
            problems,
            rows: Vec::new(),
        };
        rows.sort_by_key(|row| row.kind);
        rows.truncate(PREVIEW_ROWS);
        result.rows = rows;
        result
    }
}

/// What an import means for one recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ImportKind {
    Added,
    Changed,
    Withdrawn,
    Duplicate,
    Unchanged,
}

/// One recommendation in a preview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportRow {
    pub kind: ImportKind,
    /// Row of the file, counted from 1; `None` for a withdrawn one.
    pub row: Option<u32>,
    /// The id in the plan; `None` in a preview for one that would be added.
    pub id: Option<String>,
    pub reference: String,
    pub text: String,
    /// ISO 3166-1 alpha-3.
    pub recommending_states: Vec<String>,
    /// Code of positions.tsv.
    pub position: Option<String>,
    pub differences: Vec<FieldDifference>,
}

/// One field before and after an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldDifference {
    /// Name of the field, as in a recommendation.
    pub field: String,
    pub before: Option<String>,
    pub after: String,
}

/// Fills the sentences of the problems.
pub fn tell(result: &mut ImportResult, words: &Words) {
    for problem in &mut result.problems {
        words.tell(problem);
    }
}
