//! The summary: counts from `figures`, each of which can be counted again on the sheets beneath, with
//! Excel's own charts drawn from the cells.

use super::write::Desk;
use crate::base::Result;
use crate::figures::{Count, PROGRESS_ORDER};
use crate::office::xlsx_write::{Bars, Book, Cell, Page, Series, Tone};
use crate::reports::labels::{Labels, status_tone, tone};

/// The name, the total, seven kinds of progress, late, actions.
const WIDTHS: [f64; 11] = [
    40.0, 17.0, 12.0, 12.0, 12.0, 12.0, 13.0, 12.0, 12.0, 10.0, 10.0,
];
/// The first column of progress.
const FIRST_PROGRESS: u16 = 2;
/// Where the chart beside a narrow table begins.
const BESIDE: u16 = 3;

/// Names the value a count is of.
type Namer<'n> = dyn Fn(&Count) -> String + 'n;

/// Writes the sheet.
pub(super) fn write(book: &mut Book, desk: &Desk<'_>) -> Result<()> {
    let labels = desk.labels;
    let mut page = book.page(&labels.say("reports-sheet-summary"), &WIDTHS)?;
    page.title(&labels.say("reports-summary-title"))?;
    page.subtitle(&labels.say("reports-basis-paragraph"))?;
    page.gap();
    page.figures(&figures(desk))?;
    page.gap();
    let summary = &desk.data.summary;
    by_progress(&mut page, desk)?;
    actions_by_status(&mut page, desk)?;
    let name = |count: &Count| count.name.clone().unwrap_or_default();
    let position = |count: &Count| {
        let code = count.key.as_deref();
        code.map(|code| labels.position(code)).unwrap_or_default()
    };
    let category = |count: &Count| {
        let number = count.key.as_deref().and_then(|key| key.parse().ok());
        number
            .map(|number| labels.category(number))
            .unwrap_or_default()
    };
    let parts: [(&str, &[Count], &Namer<'_>); 4] = [
        ("cluster", &summary.by_cluster, &name),
        ("agency", &summary.by_agency, &name),
        ("position", &summary.by_position, &position),
        ("category", &summary.by_category, &category),
    ];
    for (key, counts, name) in parts {
        page.break_page()?;
        by(
            &mut page,
            labels,
            &format!("reports-summary-by-{key}"),
            counts,
            name,
        )?;
    }
    Ok(())
}

/// The large figures: sums of counts of `figures`.
fn figures(desk: &Desk<'_>) -> Vec<(String, u32)> {
    let (summary, labels) = (&desk.data.summary, desk.labels);
    let of = |wanted| {
        let found = summary
            .by_progress
            .iter()
            .find(|one| one.progress == wanted);
        found.map_or(0, |one| one.count)
    };
    let without_lead = summary.by_agency.iter().filter(|count| count.key.is_none());
    let figures = [
        (
            "recommendations",
            summary.by_progress.iter().map(|one| one.count).sum(),
        ),
        ("implemented", of(crate::figures::ProgressState::Done)),
        ("no-action", of(crate::figures::ProgressState::NoAction)),
        (
            "no-lead",
            without_lead.map(|count| count.recommendations).sum(),
        ),
        (
            "actions",
            summary
                .actions_by_status
                .iter()
                .map(|count| count.actions)
                .sum(),
        ),
        (
            "late-actions",
            summary
                .actions_by_status
                .iter()
                .map(|count| count.late)
                .sum(),
        ),
    ];
    figures
        .into_iter()
        .map(|(key, number)| (labels.say(&format!("reports-figure-{key}")), number))
        .collect()
}

fn by_progress(page: &mut Page<'_>, desk: &Desk<'_>) -> Result<()> {
    let labels = desk.labels;
    page.section(&labels.say("reports-summary-by-progress"))?;
    let rows: Vec<Vec<Cell<'_>>> = desk
        .data
        .summary
        .by_progress
        .iter()
        .map(|one| {
            vec![
                Cell::chip(tone(one.progress), &labels.progress(one.progress)),
                Cell::Number(one.count),
            ]
        })
        .collect();
    let area = page.grid(
        &[
            (None, labels.say("reports-column-progress")),
            (None, labels.say("reports-column-recommendations")),
        ],
        &rows,
    )?;
    let bars = Bars::Toned {
        title: labels.say("reports-chart-progress"),
        column: 1,
        tones: PROGRESS_ORDER.into_iter().map(tone).collect(),
    };
    page.bars_beside(area, &bars, BESIDE)
}

fn actions_by_status(page: &mut Page<'_>, desk: &Desk<'_>) -> Result<()> {
    let labels = desk.labels;
    page.section(&labels.say("reports-summary-by-status"))?;
    let counts = &desk.data.summary.actions_by_status;
    if counts.is_empty() {
        page.remark(&labels.say("reports-nothing"))?;
        page.gap();
        return Ok(());
    }
    let toned = |count: &Count| {
        let code = count.key.as_deref().unwrap_or_default();
        let progress = crate::figures::progress_of_status(code);
        (status_tone(code, progress), labels.status(code))
    };
    let rows: Vec<Vec<Cell<'_>>> = counts
        .iter()
        .map(|count| {
            let (tone, words) = toned(count);
            vec![
                Cell::chip(tone, &words),
                Cell::Number(count.actions),
                late(count.late),
            ]
        })
        .collect();
    let area = page.grid(
        &[
            (None, labels.say("reports-column-status")),
            (None, labels.say("reports-column-actions")),
            (Some(Tone::Alarm), labels.say("reports-column-late")),
        ],
        &rows,
    )?;
    let bars = Bars::Toned {
        title: labels.say("reports-chart-status"),
        column: 1,
        tones: counts.iter().map(|count| toned(count).0).collect(),
    };
    page.bars_beside(area, &bars, BESIDE)
}

/// One property: a table of its values over the kinds of progress, and its bars.
fn by(
    page: &mut Page<'_>,
    labels: &Labels<'_>,
    key: &str,
    counts: &[Count],
    name: &Namer<'_>,
) -> Result<()> {
    page.section(&labels.say(key))?;
    if counts.is_empty() {
        page.remark(&labels.say("reports-nothing"))?;
        page.gap();
        return Ok(());
    }
    let rows: Vec<Vec<Cell<'_>>> = counts
        .iter()
        .map(|count| {
            let name = match count.key {
                Some(_) => name(count),
                None => labels.not_set(),
            };
            let mut cells = vec![Cell::text(name), Cell::Number(count.recommendations)];
            cells.extend(count.by_progress.iter().map(|one| match one.count {
                0 => Cell::Empty,
                number => Cell::Number(number),
            }));
            cells.extend([late(count.late), Cell::Number(count.actions)]);
            cells
        })
        .collect();
    let area = page.grid(&headings(labels, key), &rows)?;
    let series = (FIRST_PROGRESS..)
        .zip(PROGRESS_ORDER)
        .map(|(column, progress)| Series {
            column,
            tone: tone(progress),
        })
        .collect();
    page.bars(
        area,
        &Bars::Stacked {
            title: labels.say(key),
            series,
        },
    )
}

fn headings(labels: &Labels<'_>, key: &str) -> Vec<(Option<Tone>, String)> {
    let mut headings = vec![
        (None, labels.say(&format!("{key}.column"))),
        (None, labels.say("reports-column-recommendations")),
    ];
    headings.extend(
        PROGRESS_ORDER
            .into_iter()
            .map(|progress| (Some(tone(progress)), labels.progress(progress))),
    );
    headings.extend([
        (Some(Tone::Alarm), labels.say("reports-column-late")),
        (None, labels.say("reports-column-actions")),
    ]);
    headings
}

fn late<'a>(count: u32) -> Cell<'a> {
    match count {
        0 => Cell::Empty,
        count => Cell::Counted(Tone::Alarm, count),
    }
}
