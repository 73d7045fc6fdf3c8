//! What was found in a table and how it is understood, for a person to look at and correct.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ByColumns;
use super::columns::Columns;
use super::dates::{self, DateOrder, Day};
use super::grid::{Grid, letter};
use super::guess::sample;
use super::meaning::Meaning;
use super::pieces::pieces;
use super::row::{language_of, order_of};
use super::values::{self, Value};
use super::wish::{AnsweredField, TableWish, same};
use crate::base::Result;
use crate::base::text::{fold, sha256};
use crate::import::clean::plain;
use crate::import::draft::{Format, StateFound};
use crate::import::recognise::Ask;
use crate::import::states::read_list;
use crate::office::table_read::{ENCODINGS, SEPARATORS};
use crate::reference::states;

/// What a table holds and how it is understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TableStudy {
    pub format: Format,
    pub layout: String,
    /// All sheets of the file, or all tables of the document.
    pub sheets: Vec<SheetFound>,
    /// The one that is read.
    pub sheet: u32,
    /// Number of the row of headings; 0 where there are none.
    pub header_row: u32,
    /// The first rows, to choose the row of headings from.
    pub top: Vec<TopRow>,
    pub columns: Vec<ColumnFound>,
    /// Rows below the headings.
    pub rows: u32,
    /// Of a text file.
    pub encoding: Option<String>,
    /// Of a text file.
    pub separator: Option<String>,
    /// What a person can choose from.
    pub encodings: Vec<String>,
    pub separators: Vec<String>,
    /// Of the texts (BCP 47).
    pub language: String,
    /// As the days of the table show it, or as a person said.
    pub date_order: Option<DateOrder>,
    /// Days that could be read two ways.
    pub ambiguous_dates: u32,
    /// States under review.
    pub states: Vec<StateFound>,
    /// Values that no vocabulary knows, with what was answered about them.
    pub unknown: Vec<UnknownValue>,
    /// Whether every row says its mechanism.
    pub has_mechanism: bool,
    /// Fingerprint of the headings: a table with the same ones is understood the same way.
    pub headings: String,
    /// The same without the last column: where rows that were not taken come back, their problems
    /// stand there.
    pub headings_before_last: String,
    /// The columns are understood as the plan remembers them.
    pub is_remembered: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetFound {
    /// Counted from 1.
    pub place: u32,
    /// Empty where the file has only one table.
    pub name: String,
    pub rows: u32,
    pub columns: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopRow {
    pub row: u32,
    /// Shortened.
    pub cells: Vec<String>,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ColumnFound {
    /// Counted from 1.
    pub column: u32,
    /// As a spreadsheet calls it.
    pub letter: String,
    /// Its heading; empty where it has none.
    pub heading: String,
    /// As problems call it.
    pub label: String,
    /// Some of its values, shortened.
    pub samples: Vec<String>,
    /// Rows that have a value in it.
    pub filled: u32,
    pub meaning: Meaning,
    /// 0 to 1.
    pub confidence: f32,
}

/// A value that no vocabulary knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnknownValue {
    pub field: AnsweredField,
    pub value: String,
    /// Rows that have it.
    pub rows: u32,
    /// What a person answered; empty: it says nothing.
    pub answer: Option<String>,
    /// The nearest known value, where one is near.
    pub nearest: Option<String>,
}

const TOP_ROWS: usize = 12;
const TOP_COLUMNS: usize = 12;
const SAMPLES: usize = 5;
/// The longest sample shown.
const LONGEST_SAMPLE: usize = 120;
/// The most unknown values asked about.
const MOST_UNKNOWN: usize = 300;

pub(super) fn sheets_of(grids: &[Grid]) -> Vec<SheetFound> {
    let places = grids.iter().zip(1..);
    places
        .map(|(grid, place)| SheetFound {
            place,
            name: grid.name.clone(),
            rows: count(grid.rows.iter().filter(|row| !row.is_blank()).count()),
            columns: count(grid.width),
        })
        .collect()
}

/// How sure the columns are together: as sure as the one with the texts.
pub(super) fn confidence(columns: &Columns) -> f32 {
    columns.confidence_of(Meaning::Text)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(super) fn shortened(text: &str) -> String {
    let plain = plain(text);
    match plain.char_indices().nth(LONGEST_SAMPLE) {
        Some((end, _)) => format!("{}\u{2026}", plain.get(..end).unwrap_or_default()),
        None => plain,
    }
}

pub(super) fn study(table: &ByColumns, ask: &Ask) -> Result<TableStudy> {
    let (grid, columns, wish) = (&table.grid, &table.columns, &ask.table);
    let texts = columns
        .place(Meaning::Text)
        .or(columns.place(Meaning::Title));
    let texts = texts.map(|column| sample(grid, column)).unwrap_or_default();
    let order = wish.date_order.or_else(|| order_of(grid, columns));
    let ambiguous = columns.place(Meaning::Date).map_or(0, |column| {
        let cells = grid.lines().map(|line| plain(line.cell(column)));
        cells
            .filter(|cell| dates::read(cell, order) == Day::Ambiguous)
            .count()
    });
    Ok(TableStudy {
        format: table.format,
        layout: table.layout(),
        sheets: table.sheets.clone(),
        sheet: grid.place,
        header_row: grid.header,
        top: top_of(grid),
        columns: columns_of(grid, columns),
        rows: count(grid.lines().count()),
        encoding: table.encoding(),
        separator: table.separator.map(String::from),
        encodings: ENCODINGS.map(str::to_owned).to_vec(),
        separators: SEPARATORS.map(String::from).to_vec(),
        language: language_of(&texts, wish),
        date_order: order,
        ambiguous_dates: count(ambiguous),
        states: table.states(ask)?,
        unknown: unknown_of(grid, columns, wish),
        has_mechanism: [Meaning::Mechanism, Meaning::Body]
            .iter()
            .any(|m| columns.has(*m)),
        headings: fingerprint(grid, grid.width),
        headings_before_last: fingerprint(grid, grid.width.saturating_sub(1)),
        is_remembered: false,
    })
}

fn top_of(grid: &Grid) -> Vec<TopRow> {
    let rows = grid
        .rows
        .iter()
        .filter(|row| !row.is_blank())
        .take(TOP_ROWS);
    rows.map(|row| TopRow {
        row: row.number,
        cells: row
            .cells
            .iter()
            .take(TOP_COLUMNS)
            .map(|cell| shortened(cell))
            .collect(),
    })
    .collect()
}

fn columns_of(grid: &Grid, columns: &Columns) -> Vec<ColumnFound> {
    let labels = grid.labels();
    let found = columns.all().iter().zip(labels).enumerate();
    found
        .map(|(place, (guess, label))| {
            let mut samples: Vec<String> = Vec::new();
            for value in sample(grid, place).into_iter().map(shortened) {
                if samples.len() < SAMPLES && !samples.contains(&value) {
                    samples.push(value);
                }
            }
            let filled = grid
                .lines()
                .filter(|line| !line.cell(place).trim().is_empty())
                .count();
            ColumnFound {
                column: count(place + 1),
                letter: letter(place),
                heading: grid.heading(place),
                label,
                samples,
                filled: count(filled),
                meaning: guess.meaning,
                confidence: guess.confidence,
            }
        })
        .collect()
}

/// SHA-256 over the folded headings.
pub(super) fn fingerprint(grid: &Grid, width: usize) -> String {
    let headings: Vec<String> = (0..width)
        .map(|column| fold(&grid.heading(column)))
        .collect();
    sha256(headings.join("\u{1f}").as_bytes())
}

/// Every value that is asked about, the most frequent first.
fn unknown_of(grid: &Grid, columns: &Columns, wish: &TableWish) -> Vec<UnknownValue> {
    let mut counts: BTreeMap<(AnsweredField, String), (String, u32)> = BTreeMap::new();
    let is_state = |value: &str| states::resolve(value).is_some();
    for line in grid.lines() {
        for (column, guess) in columns.all().iter().enumerate() {
            let Some(field) = field_of(guess.meaning) else {
                continue;
            };
            let cell = line.cell(column);
            let values = match guess.meaning {
                Meaning::RecommendingStates => pieces(cell, &is_state),
                Meaning::LeadAgency => pieces(cell, &|_| false),
                _ => vec![plain(cell)],
            };
            for value in values
                .into_iter()
                .flat_map(|value| unknown_in(field, value, wish))
            {
                let key = (field, same(&value));
                if counts.len() < MOST_UNKNOWN || counts.contains_key(&key) {
                    counts.entry(key).or_insert((value, 0)).1 += 1;
                }
            }
        }
    }
    let mut unknown: Vec<UnknownValue> = counts
        .into_iter()
        .map(|((field, _), (value, rows))| UnknownValue {
            field,
            rows,
            answer: wish.answer(field, &value).map(str::to_owned),
            nearest: (field == AnsweredField::State)
                .then(|| nearest_state(&value))
                .flatten(),
            value,
        })
        .collect();
    unknown.sort_by(|a, b| a.field.cmp(&b.field).then(b.rows.cmp(&a.rows)));
    unknown
}

fn field_of(meaning: Meaning) -> Option<AnsweredField> {
    Some(match meaning {
        Meaning::StateUnderReview | Meaning::RecommendingStates => AnsweredField::State,
        Meaning::Position => AnsweredField::Position,
        Meaning::Mechanism => AnsweredField::Mechanism,
        Meaning::Priority => AnsweredField::Priority,
        Meaning::LeadAgency => AnsweredField::Agency,
        _ => return None,
    })
}

/// The parts of a value that nothing but an answer explains. The names of agencies are the plan's, so
/// that all of them are given.
fn unknown_in(field: AnsweredField, value: String, wish: &TableWish) -> Vec<String> {
    let none = TableWish::default();
    let is_unknown = match field {
        AnsweredField::State => {
            if values::state(&none, &value) != Value::Unknown {
                return Vec::new();
            }
            if wish.answer(field, &value).is_some() {
                return vec![value];
            }
            let unknown = read_list(&value).unknown.into_iter();
            return unknown
                .filter(|name| values::state(&none, name) == Value::Unknown)
                .collect();
        }
        AnsweredField::Position => values::position(&none, &value, None) == Value::Unknown,
        AnsweredField::Mechanism => values::source(&none, &value) == Value::Unknown,
        AnsweredField::Priority => values::priority(&none, &value) == Value::Unknown,
        AnsweredField::Agency => !value.is_empty(),
    };
    let short = value.chars().take(200).collect();
    is_unknown.then_some(short).into_iter().collect()
}

/// The State whose name differs in two letters at most.
fn nearest_state(value: &str) -> Option<String> {
    let wanted = same(value);
    let length = wanted.chars().count();
    if !(4..=40).contains(&length) {
        return None;
    }
    let names = states::all().iter().flat_map(|state| {
        let names = std::iter::once(&state.name).chain(&state.aliases);
        names
            .map(|name| (distance(&wanted, &same(name)), state))
            .collect::<Vec<_>>()
    });
    let nearest = names.min_by_key(|(distance, _)| *distance)?;
    let most = if length < 10 { 1 } else { 2 };
    (nearest.0 <= most).then(|| nearest.1.iso3.clone())
}

/// Letters to change, add or take away to make one of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(row.first_mut().unwrap_or(&mut 0), line + 1);
        let mut left = line + 1;
        for (place, known) in row.iter_mut().skip(1).zip(&other) {
            let changed = diagonal + usize::from(*known != letter);
            diagonal = *place;
            left = changed.min(left + 1).min(*place + 1);
            *place = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_state_is_offered_and_not_taken() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(nearest_state("Slovennia").as_deref(), Some("SVN"));
        assert_eq!(nearest_state("Ruritania"), None);
    }
}
