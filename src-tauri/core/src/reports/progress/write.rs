//! Writing of the workbook from the snapshot, without the plan: beside, synced, then renamed.

use std::path::Path;

use super::{ProgressData, actions, cover, legend, matrix, summary};
use crate::base::lang::Words;
use crate::base::{Progress, Result, date, files};
use crate::office::xlsx_write::{Book, Running};
use crate::reports::labels::Labels;
use crate::reports::{Written, cut_text};

/// How often progress is told.
const ROWS_A_STEP: u32 = 64;

/// What every sheet is written from.
pub(super) struct Desk<'d> {
    pub data: &'d ProgressData,
    pub labels: &'d Labels<'d>,
    /// Stands at the end of a text that was cut.
    pub mark: String,
    pub steps: Steps<'d>,
}

/// Rows written so far.
pub(super) struct Steps<'d> {
    progress: &'d Progress,
    done: u32,
    total: u32,
}

impl Steps<'_> {
    /// One more row.
    pub fn one(&mut self) -> Result<()> {
        self.done = self.done.saturating_add(1);
        if self.done.is_multiple_of(ROWS_A_STEP) || self.done >= self.total {
            self.progress.step(self.done, self.total)?;
        }
        Ok(())
    }
}

/// Writes the report in the language of `words` to `target`, which is replaced when all is there.
///
/// # Errors
/// `cancelled`, `workbook-not-written`, `workbook-too-long`, the disk's own; an old file then still
/// stands.
pub fn write(
    data: &ProgressData,
    words: &Words,
    target: &Path,
    progress: &Progress,
) -> Result<Written> {
    let labels = Labels { words };
    let mut desk = Desk {
        data,
        labels: &labels,
        mark: words.say("reports-text-cut-mark"),
        steps: Steps {
            progress,
            done: 0,
            total: total(data),
        },
    };
    progress.step(0, desk.steps.total)?;
    let mut written = Written {
        rows: 0,
        problems: Vec::new(),
    };
    files::write_with(target, |file| {
        let mut book = Book::new(data.as_at, running(data, words), words.is_right_to_left())?;
        cover::write(&mut book, &desk)?;
        summary::write(&mut book, &desk)?;
        for write_sheet in [matrix::write, actions::write, actions::write_overdue] {
            let (rows, cuts) = write_sheet(&mut book, &mut desk)?;
            written.rows = written.rows.saturating_add(rows);
            written.problems.extend(cuts.into_iter().map(cut_text));
        }
        legend::write(&mut book, &desk)?;
        progress.step(desk.steps.total, desk.steps.total)?;
        book.save(file)
    })?;
    Ok(written)
}

fn total(data: &ProgressData) -> u32 {
    let rows = data
        .recommendations
        .len()
        .saturating_add(data.actions.len());
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// What stands on every printed page.
pub(crate) fn running(data: &ProgressData, words: &Words) -> Running {
    let day = date::iso(data.as_at);
    Running {
        title: format!("{} · {}", data.state, data.title),
        date: words.say_with("reports-print-as-at", &[("day", day.as_str())]),
        stamp: words.say("reports-print-stamp"),
        pages: words.say_with("reports-print-page", &[("page", "&P"), ("pages", "&N")]),
    }
}
