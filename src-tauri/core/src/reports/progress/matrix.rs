//! The matrix: one row a recommendation, its text verbatim.

use super::write::Desk;
use super::{RecommendationLine, due};
use crate::base::Result;
use crate::office::xlsx_write::{Book, Cell, Column, Cut};
use crate::reports::labels::{Labels, tone};

/// Fluent ids of the columns, with their widths: texts first, then what is counted.
pub(super) const COLUMNS: [(&str, f64); 19] = [
    ("reports-column-number", 15.0),
    ("reports-column-text", 62.0),
    ("reports-column-document", 16.0),
    ("reports-column-paragraph", 11.0),
    ("reports-column-states", 28.0),
    ("reports-column-position", 15.0),
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
    ("reports-column-themes", 32.0),
    ("reports-column-groups", 24.0),
    ("reports-column-sdg", 12.0),
];

/// Writes the sheet; returns its rows and the texts that did not fit.
pub(super) fn write(book: &mut Book, desk: &mut Desk<'_>) -> Result<(u32, Vec<Cut>)> {
    let labels = desk.labels;
    let columns = COLUMNS
        .iter()
        .map(|(key, width)| match *key {
            "reports-column-percent" => Column::share(labels.say(key), *width),
            "reports-column-next-due" | "reports-column-days-late" => {
                Column::centred(labels.say(key), *width)
            }
            _ => Column::text(labels.say(key), *width),
        })
        .collect();
    let mut table = book.table(&labels.say("reports-sheet-matrix"), columns)?;
    table.hold(1)?;
    table.print_across(2)?;
    for line in &desk.data.recommendations {
        table.row(&cells(line, labels), &desk.mark)?;
        desk.steps.one()?;
    }
    Ok((table.rows(), table.finish()?))
}

fn cells<'a>(line: &'a RecommendationLine, labels: &Labels<'_>) -> [Cell<'a>; 19] {
    let numbers: Vec<String> = line.actions.iter().map(u32::to_string).collect();
    [
        Cell::strong(&line.reference),
        Cell::text(&line.text),
        Cell::maybe(line.document.as_deref()),
        Cell::maybe(line.paragraph.as_deref()),
        Cell::list(&line.states),
        optional(line.position.as_deref().map(|code| labels.position(code))),
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
        Cell::list(&line.themes),
        Cell::list(&line.groups),
        Cell::list(&line.sdg_targets),
    ]
}

fn optional<'a>(text: Option<String>) -> Cell<'a> {
    text.map_or(Cell::Empty, Cell::text)
}
