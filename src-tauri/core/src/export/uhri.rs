//! A workbook in the sixteen columns of the Universal Human Rights Index, spelled as it spells them
//! (FORMATS b1): several values one a line behind a hyphen, dates as dates.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::NaiveDate;

use super::matrix::entries;
use crate::base::lang::Words;
use crate::base::{Progress, Result, date, files};
use crate::dossier::Reader;
use crate::figures::Board;
use crate::office::xlsx_write::{Book, Cell, Column, Running};
use crate::people::get_profile;
use crate::recommendations::{Recommendation, RecordType, list_recommendations};
use crate::reference::{positions, states, vocabularies};
use crate::reports::{Written, cut_text};
use crate::search::Query;

/// The headers with their widths; the misspellings are those of the index.
const COLUMNS: [(&str, f64); 16] = [
    ("Text", 70.0),
    ("Countries Concerned", 20.0),
    ("Reccomending Body", 16.0),
    ("Document Symbol", 18.0),
    ("Themes", 40.0),
    ("Affected Persons", 28.0),
    ("Sdgs", 30.0),
    ("Document Publication Date", 16.0),
    ("UPR Reccomending States", 28.0),
    ("UPR Position", 18.0),
    ("Type", 22.0),
    ("OHCHR Annotation Id", 38.0),
    ("UPR Session", 14.0),
    ("Regions Concerned", 22.0),
    ("Recommending Regions", 28.0),
    ("Date of publication on UHRI", 16.0),
];
/// The name of the sheet.
const SHEET: &str = "Sheet1";

/// What the index would say.
pub struct Index {
    as_at: NaiveDate,
    state: String,
    region: String,
    rows: Vec<Row>,
}

struct Row {
    record: Recommendation,
    annotation: Option<String>,
    published_on: Option<NaiveDate>,
}

/// Gathers the records of a query.
pub(super) fn gather(reader: &Reader<'_>, board: &Board, query: &Query) -> Result<Index> {
    let profile = get_profile(reader)?;
    let annotations = annotations(reader)?;
    let published = published(reader)?;
    let records = list_recommendations(reader)?.into_iter();
    let mut records: HashMap<String, Recommendation> =
        records.map(|record| (record.id.clone(), record)).collect();
    let mut rows = Vec::new();
    for entry in entries(reader, board, query)? {
        let Some(record) = records.remove(&*entry.id) else {
            continue;
        };
        let symbol = record.document.as_deref().unwrap_or_default();
        rows.push(Row {
            annotation: annotations.get(&record.id).cloned(),
            published_on: published.get(symbol).copied(),
            record,
        });
    }
    Ok(Index {
        as_at: board.today,
        state: state_name(&profile.state),
        region: region(&profile.state),
        rows,
    })
}

/// The key the index gave, by recommendation.
fn annotations(reader: &Reader<'_>) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = reader.rows(
        "select s.recommendation_id, s.foreign_id
         from live_recommendation_source s
         join live_source_file f on f.id = s.source_file_id
         where s.foreign_id is not null and f.format like 'uhri%'
         order by f.imported_at, s.id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

fn published(reader: &Reader<'_>) -> Result<BTreeMap<String, NaiveDate>> {
    let rows: Vec<(String, String)> = reader.rows(
        "select symbol, published_on
         from live_document
         where published_on is not null
         order by symbol",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let days = rows
        .into_iter()
        .filter_map(|(symbol, day)| Some((symbol, date::parse(&day).ok()?)));
    Ok(days.collect())
}

/// Writes the workbook.
pub(super) fn write(
    index: &Index,
    words: &Words,
    target: &Path,
    progress: &Progress,
) -> Result<Written> {
    let total = u32::try_from(index.rows.len()).unwrap_or(u32::MAX);
    let mark = words.say("reports-text-cut-mark");
    let running = Running {
        title: index.state.clone(),
        date: date::iso(index.as_at),
        stamp: words.say("reports-print-stamp"),
        pages: words.say_with("reports-print-page", &[("page", "&P"), ("pages", "&N")]),
    };
    let mut problems = Vec::new();
    files::write_with(target, |file| {
        // The headers are the index's own and English: so is the direction.
        let mut book = Book::new(index.as_at, running, false)?;
        let columns = COLUMNS
            .iter()
            .map(|(name, width)| Column::text((*name).to_owned(), *width));
        let mut table = book.table(SHEET, columns.collect())?;
        for (done, row) in (0_u32..).zip(&index.rows) {
            if done.is_multiple_of(64) {
                progress.step(done, total)?;
            }
            table.row(&cells(row, index), &mark)?;
        }
        problems = table.finish()?.into_iter().map(cut_text).collect();
        progress.step(total, total)?;
        book.save(file)
    })?;
    Ok(Written {
        rows: total,
        problems,
    })
}

fn cells<'a>(row: &'a Row, index: &Index) -> [Cell<'a>; 16] {
    let record = &row.record;
    let states: Vec<String> = record
        .recommending_states
        .iter()
        .map(|s| state_name(s))
        .collect();
    let mut regions: Vec<String> = record
        .recommending_states
        .iter()
        .map(|s| region(s))
        .collect();
    regions.sort();
    regions.dedup();
    let sdgs: Vec<String> = record.sdg_targets.iter().map(|label| sdg(label)).collect();
    // The index has no body of its own for pledges: they are made in the review.
    let body = match record.record_type {
        RecordType::VoluntaryPledge => "UPR".to_owned(),
        _ => record
            .body
            .clone()
            .unwrap_or_else(|| record.mechanism.clone()),
    };
    [
        Cell::text(numbered(record)),
        listed(std::slice::from_ref(&index.state)),
        listed(std::slice::from_ref(&body)),
        Cell::maybe(record.document.as_deref()),
        listed(&record.themes),
        listed(&record.groups),
        listed(&sdgs),
        Cell::day(row.published_on),
        listed(&states),
        listed(record.position.as_deref().map(position).as_slice()),
        listed(&[kind(record.record_type).to_owned()]),
        Cell::maybe(row.annotation.as_deref()),
        listed(
            record
                .session
                .map(|number| format!("{number} Session"))
                .as_slice(),
        ),
        listed(std::slice::from_ref(&index.region)),
        listed(&regions),
        Cell::Empty,
    ]
}

/// One a line behind a hyphen; empty ones are none.
fn listed<'a>(values: &[String]) -> Cell<'a> {
    let lines: Vec<String> = values
        .iter()
        .filter(|value| !value.is_empty())
        .map(|value| format!("- {value}"))
        .collect();
    Cell::lines(&lines)
}

/// The text behind its number, as the index glues them.
fn numbered(record: &Recommendation) -> String {
    match (&record.paragraph, &record.letter) {
        (Some(paragraph), Some(letter)) => format!("{paragraph} ({letter}) {}", record.text),
        (Some(paragraph), None) => format!("{paragraph} {}", record.text),
        (None, _) => record.text.clone(),
    }
}

fn state_name(iso3: &str) -> String {
    states::by_iso3(iso3).map_or_else(|| iso3.to_owned(), |state| state.name.clone())
}

fn region(iso3: &str) -> String {
    states::by_iso3(iso3).map_or_else(String::new, |state| state.group_name.clone())
}

/// In the three words of the index.
fn position(code: &str) -> String {
    use positions::PositionGroup as Group;
    let group = positions::by_code(code).map(|position| position.group);
    match group {
        Some(Group::Accepted) => "Supported".to_owned(),
        Some(Group::Noted) => "Noted".to_owned(),
        Some(Group::Partial) => "Supported/Noted".to_owned(),
        _ => code.to_owned(),
    }
}

fn kind(kind: RecordType) -> &'static str {
    match kind {
        RecordType::Recommendation => "Recommendations",
        RecordType::ConcernObservation => "Concerns/Observations",
        RecordType::VoluntaryPledge => "Voluntary pledges",
    }
}

/// A goal or target with its title.
fn sdg(label: &str) -> String {
    let target = vocabularies::sdg_targets()
        .iter()
        .find(|target| target.target == label)
        .map(|target| &target.title);
    let goal = vocabularies::sdg_goals()
        .iter()
        .find(|goal| goal.goal.to_string() == label)
        .map(|goal| &goal.title);
    match target.or(goal) {
        Some(title) => format!("{label} - {title}"),
        None => label.to_owned(),
    }
}
