//! The register as a workbook: the columns of OHCHR's matrix, then the plan's own.

use std::collections::HashMap;
use std::path::Path;

use crate::base::lang::Words;
use crate::base::{Progress, Result, files};
use crate::dossier::Reader;
use crate::figures::Board;
use crate::figures::board::Entry;
use crate::office::xlsx_write::{Book, Cell, Column, Cut};
use crate::reports::labels::{Labels, tone};
use crate::reports::progress::{self as report, ProgressData, RecommendationLine, due, running};
use crate::reports::{Written, cut_text};
use crate::search::{Query, View};

/// Fluent ids of the columns, with their widths: the four of OHCHR's matrix behind the number.
const COLUMNS: [(&str, f64); 20] = [
    ("reports-column-number", 15.0),
    ("export-column-recommendation", 62.0),
    ("reports-column-position", 15.0),
    ("export-column-themes", 40.0),
    ("export-column-assessment", 40.0),
    ("reports-column-document", 16.0),
    ("reports-column-paragraph", 11.0),
    ("reports-column-states", 28.0),
    ("reports-column-category", 16.0),
    ("reports-column-cluster", 20.0),
    ("reports-column-priority", 10.0),
    ("reports-column-lead", 14.0),
    ("reports-column-supporting", 16.0),
    ("reports-column-progress", 19.0),
    ("reports-column-percent", 9.0),
    ("reports-column-next-due", 17.0),
    ("reports-column-days-late", 10.0),
    ("reports-column-actions", 12.0),
    ("reports-column-groups", 24.0),
    ("reports-column-sdg", 12.0),
];

/// The records a query means, in its order.
pub(super) fn entries<'b>(
    reader: &Reader<'_>,
    board: &'b Board,
    query: &Query,
) -> Result<Vec<&'b Entry>> {
    let view = View::of(reader, board, query)?;
    let places = view.places.iter();
    Ok(places
        .filter_map(|place| board.recommendations.get(*place))
        .collect())
}

/// Their ids.
pub(super) fn ids(reader: &Reader<'_>, board: &Board, query: &Query) -> Result<Vec<String>> {
    let entries = entries(reader, board, query)?;
    Ok(entries.iter().map(|entry| entry.id.to_string()).collect())
}

/// What any reader may see of them, in the order of the query.
pub(super) fn gather(reader: &Reader<'_>, board: &Board, query: &Query) -> Result<ProgressData> {
    let mut data = report::gather(reader, board, &query.filter)?;
    // The report orders by reference, as the board does; the query may not.
    let mut order: Vec<usize> = View::of(reader, board, query)?.places;
    let by_reference = {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        sorted
    };
    let lines = std::mem::take(&mut data.recommendations);
    let mut lines: HashMap<usize, RecommendationLine> =
        by_reference.into_iter().zip(lines).collect();
    data.recommendations = order.drain(..).filter_map(|at| lines.remove(&at)).collect();
    Ok(data)
}

pub(super) fn write(
    data: &ProgressData,
    words: &Words,
    target: &Path,
    progress: &Progress,
) -> Result<Written> {
    let labels = Labels { words };
    let mark = words.say("reports-text-cut-mark");
    let total = u32::try_from(data.recommendations.len()).unwrap_or(u32::MAX);
    let mut written = Written {
        rows: total,
        problems: Vec::new(),
    };
    files::write_with(target, |file| {
        let mut book = Book::new(data.as_at, running(data, words), words.is_right_to_left())?;
        let columns = COLUMNS
            .iter()
            .map(|(key, width)| column(&labels, key, *width));
        let mut table = book.table(&labels.say("reports-sheet-matrix"), columns.collect())?;
        table.hold(1)?;
        table.print_across(2)?;
        for (done, line) in (0_u32..).zip(&data.recommendations) {
            if done.is_multiple_of(64) {
                progress.step(done, total)?;
            }
            table.row(&cells(line, &labels), &mark)?;
        }
        let cuts: Vec<Cut> = table.finish()?;
        written.problems = cuts.into_iter().map(cut_text).collect();
        progress.step(total, total)?;
        book.save(file)
    })?;
    Ok(written)
}

fn column(labels: &Labels<'_>, key: &str, width: f64) -> Column {
    match key {
        "reports-column-percent" => Column::share(labels.say(key), width),
        "reports-column-next-due" | "reports-column-days-late" => {
            Column::centred(labels.say(key), width)
        }
        _ => Column::text(labels.say(key), width),
    }
}

fn cells<'a>(line: &'a RecommendationLine, labels: &Labels<'_>) -> [Cell<'a>; 20] {
    let numbers: Vec<String> = line.actions.iter().map(u32::to_string).collect();
    let optional = |text: Option<String>| text.map_or(Cell::Empty, Cell::text);
    [
        Cell::strong(&line.reference),
        Cell::text(&line.text),
        optional(line.position.as_deref().map(|code| labels.position(code))),
        Cell::lines(&line.themes),
        Cell::Empty,
        Cell::maybe(line.document.as_deref()),
        Cell::maybe(line.paragraph.as_deref()),
        Cell::list(&line.states),
        optional(
            line.category
                .map(|category| labels.category_of(category, line.is_category_confirmed)),
        ),
        Cell::maybe(line.cluster.as_deref()),
        optional(line.priority.map(|priority| labels.priority(priority))),
        Cell::maybe(line.lead.as_deref()),
        Cell::list(&line.supporting),
        Cell::chip(tone(line.progress), &labels.progress(line.progress)),
        line.percent.map_or(Cell::Empty, Cell::Percent),
        due::day(&line.due, labels),
        due::days_late(&line.due),
        Cell::list(&numbers),
        Cell::list(&line.groups),
        Cell::list(&line.sdg_targets),
    ]
}
