//! The cover: of which State and day, what is in, how it is counted, for whom it is.

use super::write::Desk;
use super::{actions, filter_words};
use crate::base::Result;
use crate::office::xlsx_write::{Book, Cell};

const WIDTHS: [f64; 3] = [26.0, 78.0, 14.0];

/// Writes the sheet.
pub(super) fn write(book: &mut Book, desk: &Desk<'_>) -> Result<()> {
    let (data, labels) = (desk.data, desk.labels);
    let mut page = book.page(&labels.say("reports-sheet-cover"), &WIDTHS)?;
    page.title(&data.state)?;
    page.subtitle(&labels.say("reports-cover-subtitle"))?;
    page.gap();
    let mut pairs = vec![(labels.say("reports-cover-plan"), Cell::text(&data.title))];
    if let Some(mechanism) = &data.mechanism {
        let label = labels.say("reports-cover-mechanism");
        pairs.push((label, Cell::text(mechanism)));
    }
    pairs.extend([
        (labels.say("reports-cover-as-at"), Cell::Day(data.as_at)),
        (labels.say("reports-cover-scope"), Cell::text(scope(desk))),
        (
            labels.say("reports-cover-filter"),
            Cell::text(filter_words::lines(&data.filter, labels)),
        ),
        (
            labels.say("reports-cover-basis"),
            Cell::text(labels.say("reports-basis-paragraph")),
        ),
        (
            labels.say("reports-cover-audience"),
            Cell::text(labels.say("reports-audience-public")),
        ),
    ]);
    page.pairs(&pairs)?;
    page.gap();
    page.section(&labels.say("reports-cover-contents"))?;
    page.grid(
        &[
            (None, labels.say("reports-cover-sheet")),
            (None, labels.say("reports-cover-what")),
            (None, labels.say("reports-cover-rows")),
        ],
        &contents(desk),
    )?;
    page.gap();
    page.remark(&labels.say("reports-cover-legend"))
}

/// How much of the plan is in.
fn scope(desk: &Desk<'_>) -> String {
    let data = desk.data;
    let count = |text: usize| text.to_string();
    let (shown, all) = (
        count(data.recommendations.len()),
        data.recommendations_in_plan.to_string(),
    );
    let (actions, all_actions) = (count(data.actions.len()), data.actions_in_plan.to_string());
    desk.labels.words.say_with(
        "reports-cover-scope-text",
        &[
            ("shown", shown.as_str()),
            ("all", all.as_str()),
            ("actions", actions.as_str()),
            ("allactions", all_actions.as_str()),
        ],
    )
}

fn contents<'a>(desk: &Desk<'_>) -> Vec<Vec<Cell<'a>>> {
    let (data, labels) = (desk.data, desk.labels);
    let rows = |count: usize| Cell::Number(u32::try_from(count).unwrap_or(u32::MAX));
    [
        ("summary", Cell::Empty),
        ("matrix", rows(data.recommendations.len())),
        ("actions", rows(data.actions.len())),
        ("overdue", rows(actions::pressing(&data.actions).len())),
        ("legend", Cell::Empty),
    ]
    .into_iter()
    .map(|(sheet, rows)| {
        vec![
            Cell::strong(labels.say(&format!("reports-sheet-{sheet}"))),
            Cell::text(labels.say(&format!("reports-about-{sheet}"))),
            rows,
        ]
    })
    .collect()
}
