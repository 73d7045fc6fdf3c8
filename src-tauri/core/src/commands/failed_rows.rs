//! Rows of a table that an import did not take, as a workbook: a person puts them right there and
//! imports it again.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::host::Host;
use super::import_jobs::{ForeignFileWish, read_foreign_file, refuse_other_formats};
use crate::base::lang::Words;
use crate::base::{Error, Problem, Progress, Result, Severity, files};
use crate::desk::FileRef;
use crate::import::recognise::RawRows;
use crate::import::{self, ImportKind};
use crate::office::xlsx_write::{Book, Cell, Column, Running};

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFailedRows {
    /// The import whose rows are meant.
    pub import: ForeignFileWish,
    /// Handle of the workbook to be written.
    pub file: String,
}

#[derive(Debug, Serialize, TS)]
pub struct FailedRowsSaved {
    pub file: FileRef,
    pub rows: u32,
}

/// Writes the rows that the import would not take, each with what is wrong with it.
pub(super) fn save_failed_rows(
    host: &Host,
    wish: SaveFailedRows,
    progress: &Progress,
) -> Result<FailedRowsSaved> {
    let target = host.desk().path(&wish.file)?;
    let read = read_foreign_file(host, wish.import, progress)?;
    refuse_other_formats(&read)?;
    let words = host.words();
    let mut preview = host
        .desk()
        .read(|reader| import::preview(reader, &read.parsed))?;
    import::tell(&mut preview, &words);
    let alike = preview
        .rows
        .iter()
        .filter(|row| row.kind == ImportKind::Duplicate);
    let alike: Vec<u32> = alike.filter_map(|row| row.row).collect();
    let failed = failed(&preview.problems, &alike);
    if failed.is_empty() {
        return Err(Error::person("import-no-failed-rows"));
    }
    let numbers: Vec<u32> = failed.keys().copied().collect();
    let rows = read
        .worker
        .rows(&read.path, &read.ask, &numbers, progress)?;
    write(host, &words, &target, &rows, &failed)?;
    Ok(FailedRowsSaved {
        file: host.desk().register_written(&target),
        rows: u32::try_from(rows.rows.len()).unwrap_or(u32::MAX),
    })
}

/// The rows that are not taken, with their problems as sentences.
fn failed(problems: &[Problem], alike: &[u32]) -> BTreeMap<u32, Vec<String>> {
    let mut failed: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let is_refused = |problem: &&Problem| problem.severity == Severity::Error;
    let refused = problems.iter().filter(is_refused);
    for row in refused
        .filter_map(|problem| problem.row)
        .chain(alike.iter().copied())
    {
        failed.insert(row, Vec::new());
    }
    for problem in problems {
        let told = problem.row.and_then(|row| failed.get_mut(&row));
        if let Some(told) = told.filter(|told| !told.contains(&problem.message)) {
            told.push(problem.message.clone());
        }
    }
    failed
}

fn write(
    host: &Host,
    words: &Words,
    target: &Path,
    rows: &RawRows,
    failed: &BTreeMap<u32, Vec<String>>,
) -> Result<()> {
    const WIDTH: f64 = 28.0;
    const WIDE: f64 = 60.0;
    let title = words.say("import-failed-sheet");
    let running = Running {
        title: title.clone(),
        date: String::new(),
        stamp: String::new(),
        pages: String::new(),
    };
    let today = host.desk().clock().today();
    let mut book = Book::new(today, running, words.is_right_to_left())?;
    let columns = rows
        .headings
        .iter()
        .map(|heading| Column::text(heading.clone(), WIDTH));
    let problem = Column::text(words.say("import-failed-problem"), WIDE);
    let mut table = book.table(&title, columns.chain([problem]).collect())?;
    for (number, cells) in &rows.rows {
        let told = failed
            .get(number)
            .map(|told| told.join("\n"))
            .unwrap_or_default();
        let mut line: Vec<Cell<'_>> = (0..rows.headings.len())
            .map(|place| Cell::maybe(cells.get(place).map(String::as_str)))
            .collect();
        line.push(Cell::text(told.as_str()));
        table.row(&line, "")?;
    }
    table.finish()?;
    files::write_with(target, |file| book.save(file))
}
