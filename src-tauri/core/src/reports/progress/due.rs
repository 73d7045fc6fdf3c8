//! A due date as cells: the real date with its glyph, and the days as a number.

use crate::base::date;
use crate::figures::{Due, DueKind};
use crate::office::xlsx_write::{Cell, Tone};
use crate::reports::labels::Labels;

/// The date; words where there is none because the work goes on.
pub(crate) fn day<'a>(due: &Due, labels: &Labels<'_>) -> Cell<'a> {
    let on = due.on.as_deref().and_then(|text| date::parse(text).ok());
    match (due.kind, on) {
        (DueKind::Late, Some(on)) => Cell::Marked(Tone::Alarm, on),
        (DueKind::Soon, Some(on)) => Cell::Marked(Tone::Soon, on),
        (DueKind::Continuous, _) => {
            Cell::chip(Tone::Lasting, &labels.say("reports-due-continuous"))
        }
        (_, on) => Cell::day(on),
    }
}

/// Days late; empty where it is not late.
pub(crate) fn days_late<'a>(due: &Due) -> Cell<'a> {
    match (due.kind, due.days) {
        (DueKind::Late, Some(days)) => Cell::Counted(Tone::Alarm, days),
        _ => Cell::Empty,
    }
}

/// Days left where they are few; empty otherwise.
pub(super) fn days_left<'a>(due: &Due) -> Cell<'a> {
    match (due.kind, due.days) {
        (DueKind::Soon, Some(days)) => Cell::Counted(Tone::Soon, days),
        _ => Cell::Empty,
    }
}
