//! The legend: every sign, word and column of the workbook explained in its own place.

use super::write::Desk;
use super::{actions, matrix};
use crate::base::Result;
use crate::figures::PROGRESS_ORDER;
use crate::office::xlsx_write::{Book, Cell, Page, Tone};
use crate::reference::{categories, positions, scales};
use crate::reports::labels::{status_tone, tone};

const WIDTHS: [f64; 2] = [34.0, 96.0];

type Rows = Vec<Vec<Cell<'static>>>;

/// Writes the sheet.
pub(super) fn write(book: &mut Book, desk: &Desk<'_>) -> Result<()> {
    let labels = desk.labels;
    let mut page = book.page(&labels.say("reports-sheet-legend"), &WIDTHS)?;
    page.title(&labels.say("reports-sheet-legend"))?;
    page.gap();
    part(&mut page, desk, "progress", progress(desk))?;
    part(&mut page, desk, "status", status(desk))?;
    part(&mut page, desk, "dates", dates(desk))?;
    part(&mut page, desk, "counting", counting(desk))?;
    part(&mut page, desk, "category", category(desk))?;
    part(&mut page, desk, "position", position(desk))?;
    part(&mut page, desk, "role", roles(desk))?;
    if !desk.data.agencies.is_empty() {
        part(&mut page, desk, "agency", agencies(desk))?;
    }
    part(&mut page, desk, "matrix", columns(desk, &matrix::COLUMNS))?;
    let mut of_actions = columns(desk, &actions::COLUMNS);
    of_actions.extend(columns(desk, &[("reports-column-days-left", 0.0)]));
    part(&mut page, desk, "actions", of_actions)
}

fn part(page: &mut Page<'_>, desk: &Desk<'_>, key: &str, rows: Rows) -> Result<()> {
    let labels = desk.labels;
    page.section(&labels.say(&format!("reports-legend-{key}")))?;
    page.rows(&rows)?;
    page.gap();
    Ok(())
}

fn pair(first: Cell<'static>, about: String) -> Vec<Cell<'static>> {
    vec![first, Cell::text(about)]
}

fn progress(desk: &Desk<'_>) -> Rows {
    let labels = desk.labels;
    PROGRESS_ORDER
        .into_iter()
        .map(|progress| {
            let word = crate::base::word::word_of(&progress).unwrap_or_default();
            let key = format!("reports-about-progress-{}", word.replace('_', "-"));
            pair(
                Cell::chip(tone(progress), &labels.progress(progress)),
                labels.say(&key),
            )
        })
        .collect()
}

/// The statuses of an action that are stored; "delayed" is worked out from the dates.
fn status(desk: &Desk<'_>) -> Rows {
    let labels = desk.labels;
    scales::scale(scales::ACTION_SCALE)
        .into_iter()
        .filter(|status| !status.computed)
        .map(|status| {
            let progress = crate::figures::progress_of_status(&status.code);
            let counts_as = labels.progress(progress);
            pair(
                Cell::chip(
                    status_tone(&status.code, progress),
                    &labels.status(&status.code),
                ),
                labels
                    .words
                    .say_with("reports-counts-as", &[("progress", counts_as.as_str())]),
            )
        })
        .collect()
}

fn dates(desk: &Desk<'_>) -> Rows {
    [
        (Tone::Alarm, "late"),
        (Tone::Soon, "soon"),
        (Tone::Lasting, "continuous"),
    ]
    .into_iter()
    .map(|(tone, key)| {
        pair(
            Cell::chip(tone, &desk.labels.say(&format!("reports-due-{key}"))),
            desk.labels.say(&format!("reports-about-due-{key}")),
        )
    })
    .collect()
}

fn counting(desk: &Desk<'_>) -> Rows {
    ["basis", "progress", "percent", "late", "agency", "actions"]
        .into_iter()
        .map(|key| {
            pair(
                Cell::strong(desk.labels.say(&format!("reports-counting-{key}"))),
                desk.labels.say(&format!("reports-counting-{key}.about")),
            )
        })
        .collect()
}

fn category(desk: &Desk<'_>) -> Rows {
    categories::all()
        .iter()
        .map(|category| {
            pair(
                Cell::strong(desk.labels.category(category.code)),
                desk.labels.say(&format!("{}.about", category.label_key)),
            )
        })
        .collect()
}

fn position(desk: &Desk<'_>) -> Rows {
    positions::all()
        .iter()
        .map(|position| {
            let group = desk.labels.say(position.group.label_key());
            pair(
                Cell::strong(desk.labels.say(&position.label_key)),
                desk.labels
                    .words
                    .say_with("reports-counts-as", &[("progress", group.as_str())]),
            )
        })
        .collect()
}

/// The roles this report speaks of.
fn roles(desk: &Desk<'_>) -> Rows {
    ["lead", "supporting"]
        .into_iter()
        .map(|role| {
            pair(
                Cell::strong(desk.labels.say(&format!("reference-role-{role}"))),
                desk.labels.say(&format!("reports-about-role-{role}")),
            )
        })
        .collect()
}

fn agencies(desk: &Desk<'_>) -> Rows {
    desk.data
        .agencies
        .iter()
        .map(|agency| pair(Cell::strong(agency.short_name.clone()), agency.name.clone()))
        .collect()
}

fn columns(desk: &Desk<'_>, columns: &[(&str, f64)]) -> Rows {
    columns
        .iter()
        .map(|(key, _)| {
            pair(
                Cell::strong(desk.labels.say(key)),
                desk.labels.say(&format!("{key}.about")),
            )
        })
        .collect()
}
