//! The actions, and those of them that are late or due soon.

use super::write::Desk;
use super::{ActionLine, due};
use crate::base::Result;
use crate::figures::DueKind;
use crate::office::xlsx_write::{Book, Cell, Column, Cut};
use crate::reports::labels::{Labels, status_tone};

/// Fluent ids of the columns of Actions, with their widths.
pub(super) const COLUMNS: [(&str, f64); 12] = [
    ("reports-column-action", 9.0),
    ("reports-column-title", 44.0),
    ("reports-column-deliverable", 32.0),
    ("reports-column-status", 16.0),
    ("reports-column-lead", 14.0),
    ("reports-column-supporting", 16.0),
    ("reports-column-start", 13.0),
    ("reports-column-due", 17.0),
    ("reports-column-days-late", 10.0),
    ("reports-column-percent", 9.0),
    ("reports-column-milestones", 12.0),
    ("reports-column-recommendations", 18.0),
];

/// The same of Overdue.
pub(super) const OVERDUE_COLUMNS: [(&str, f64); 10] = [
    ("reports-column-action", 9.0),
    ("reports-column-title", 48.0),
    ("reports-column-lead", 16.0),
    ("reports-column-supporting", 18.0),
    ("reports-column-due", 17.0),
    ("reports-column-days-late", 10.0),
    ("reports-column-days-left", 10.0),
    ("reports-column-status", 16.0),
    ("reports-column-percent", 9.0),
    ("reports-column-recommendations", 18.0),
];

/// Writes the sheet of all actions; returns its rows and the texts that did not fit.
pub(super) fn write(book: &mut Book, desk: &mut Desk<'_>) -> Result<(u32, Vec<Cut>)> {
    let labels = desk.labels;
    let mut table = book.table(
        &labels.say("reports-sheet-actions"),
        columns(&COLUMNS, labels),
    )?;
    table.hold(2)?;
    for line in &desk.data.actions {
        let milestones = milestones(line, labels);
        let cells = [
            Cell::Number(line.number),
            Cell::text(&line.title),
            Cell::maybe(line.deliverable.as_deref()),
            status(line, labels),
            Cell::maybe(line.lead.as_deref()),
            Cell::list(&line.supporting),
            Cell::day(line.start_on),
            due::day(&line.due, labels),
            due::days_late(&line.due),
            Cell::Percent(line.percent),
            milestones,
            Cell::lines(&line.recommendations),
        ];
        table.row(&cells, &desk.mark)?;
        desk.steps.one()?;
    }
    Ok((table.rows(), table.finish()?))
}

/// Writes the sheet of what presses: the latest first, then what is due soon.
pub(super) fn write_overdue(book: &mut Book, desk: &mut Desk<'_>) -> Result<(u32, Vec<Cut>)> {
    let labels = desk.labels;
    let columns = columns(&OVERDUE_COLUMNS, labels);
    let mut table = book.table(&labels.say("reports-sheet-overdue"), columns)?;
    table.hold(2)?;
    for line in pressing(&desk.data.actions) {
        let cells = [
            Cell::Number(line.number),
            Cell::text(&line.title),
            Cell::maybe(line.lead.as_deref()),
            Cell::list(&line.supporting),
            due::day(&line.due, labels),
            due::days_late(&line.due),
            due::days_left(&line.due),
            status(line, labels),
            Cell::Percent(line.percent),
            Cell::lines(&line.recommendations),
        ];
        table.row(&cells, &desk.mark)?;
    }
    Ok((table.rows(), table.finish()?))
}

/// Late by most days first, then due by fewest, equals by number.
pub(super) fn pressing(actions: &[ActionLine]) -> Vec<&ActionLine> {
    let mut found: Vec<&ActionLine> = actions
        .iter()
        .filter(|line| matches!(line.due.kind, DueKind::Late | DueKind::Soon))
        .collect();
    found.sort_by_key(|line| {
        let days = line.due.days.unwrap_or(0);
        match line.due.kind {
            DueKind::Late => (0, u32::MAX - days, line.number),
            _ => (1, days, line.number),
        }
    });
    found
}

fn columns(columns: &[(&str, f64)], labels: &Labels<'_>) -> Vec<Column> {
    columns
        .iter()
        .map(|(key, width)| match *key {
            "reports-column-percent" => Column::share(labels.say(key), *width),
            "reports-column-action"
            | "reports-column-start"
            | "reports-column-due"
            | "reports-column-days-late"
            | "reports-column-days-left" => Column::centred(labels.say(key), *width),
            _ => Column::text(labels.say(key), *width),
        })
        .collect()
}

fn status<'a>(line: &ActionLine, labels: &Labels<'_>) -> Cell<'a> {
    Cell::chip(
        status_tone(&line.status, line.progress),
        &labels.status(&line.status),
    )
}

fn milestones<'a>(line: &ActionLine, labels: &Labels<'_>) -> Cell<'a> {
    if line.milestones == 0 {
        return Cell::Empty;
    }
    let (done, all) = (
        line.milestones_done.to_string(),
        line.milestones.to_string(),
    );
    Cell::text(labels.words.say_with(
        "reports-done-of-all",
        &[("done", done.as_str()), ("all", all.as_str())],
    ))
}
