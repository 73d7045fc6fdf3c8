//! Help while a line is typed: what is not understood in it, and how the word under the cursor could
//! go on.

use serde::Serialize;
use ts_rs::TS;

use super::fields::{self, FIELDS, Field, MISSING, has_word_beginning};
use super::line::{Piece, read_line};
use super::names::Names;
use crate::base::problem::{Problem, Severity};
use crate::base::text::fold_words;
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::figures::board::{Board, NONE};

/// The most completions offered at a time.
const MOST: usize = 12;

/// What came of a typed line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LineRead {
    /// What is not understood; then the line is not searched for.
    pub problems: Vec<Problem>,
    pub completions: Vec<Completion>,
}

/// How the word under the cursor could go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Completion {
    /// Stands in place of what is typed from `from` to `to`, counted in UTF-16 units.
    pub text: String,
    pub from: u32,
    pub to: u32,
    /// A field word; else a value.
    pub is_field: bool,
    /// The value's code, id or label, and its name as stored.
    pub value: String,
    pub name: Option<String>,
    /// Records with the value in the whole plan.
    pub count: Option<u32>,
}

/// Reads a line; `cursor` counts UTF-16 units, as text fields do.
///
/// # Errors
/// The storage's own.
pub fn read_words(
    reader: &Reader<'_>,
    board: &Board,
    line: &str,
    cursor: Option<u32>,
) -> Result<LineRead> {
    let names = Names::read(reader)?;
    let pieces = read_line(line);
    let mut problems = Vec::new();
    for piece in &pieces {
        if let Some(error) = fault_of(board, &names, piece)? {
            problems.push(problem_of(error));
        }
    }
    let at = cursor.map_or(line.len(), |cursor| byte_at(line, cursor));
    let under = pieces
        .iter()
        .find(|piece| piece.at.start < at && at <= piece.at.end);
    let mut completions = under.map_or_else(Vec::new, |piece| offers(board, &names, line, piece));
    completions.truncate(MOST);
    Ok(LineRead {
        problems,
        completions,
    })
}

fn fault_of(board: &Board, names: &Names, piece: &Piece) -> Result<Option<Error>> {
    let Some(name) = &piece.field else {
        return Ok(None);
    };
    let Some(field) = fields::field(name) else {
        return Ok(Some(
            Error::person("search-field-unknown").with("field", name),
        ));
    };
    match fields::places_of(board, names, field, piece) {
        Ok(_) => Ok(None),
        Err(error) if error.code == "search-value-unknown" => Ok(Some(error)),
        Err(error) => Err(error),
    }
}

fn problem_of(error: Error) -> Problem {
    let mut problem = Problem::new(Severity::Error, &error.code);
    problem.value = error.args.get("value").cloned();
    problem.args = error.args;
    problem
}

fn offers(board: &Board, names: &Names, line: &str, piece: &Piece) -> Vec<Completion> {
    let typed = fold_words(&piece.value);
    let Some(name) = &piece.field else {
        return field_offers(line, piece, &typed);
    };
    match fields::field(name) {
        Some(Field::Columns(columns)) => {
            let mut found: Vec<Completion> = columns
                .iter()
                .flat_map(|column| value_offers(board, names, *column, &typed))
                .map(|(value, name, count)| place(line, piece, value, name, Some(count)))
                .collect();
            found.sort_by_key(|offer| std::cmp::Reverse(offer.count));
            found
        }
        Some(Field::Without) => MISSING
            .iter()
            .filter(|(word, _)| word.starts_with(&typed))
            .map(|(word, _)| {
                let count = fields::places_without(board, word).map(|places| places.count());
                place(line, piece, (*word).to_owned(), None, count)
            })
            .collect(),
        Some(Field::Due | Field::Text) | None => Vec::new(),
    }
}

fn field_offers(line: &str, piece: &Piece, typed: &str) -> Vec<Completion> {
    if typed.is_empty() || piece.is_quoted {
        return Vec::new();
    }
    let minus = if piece.is_excluded { "-" } else { "" };
    FIELDS
        .iter()
        .filter(|(word, _)| word.starts_with(typed))
        .map(|(word, _)| Completion {
            text: format!("{minus}{word}:"),
            from: units(line, piece.at.start),
            to: units(line, piece.at.end),
            is_field: true,
            value: (*word).to_owned(),
            name: None,
            count: None,
        })
        .collect()
}

/// Values with a word beginning as typed: value, name and count.
fn value_offers(
    board: &Board,
    names: &Names,
    column: super::FacetColumn,
    typed: &str,
) -> Vec<(String, Option<String>, u32)> {
    board
        .values(column)
        .iter()
        .filter(|(value, _)| &***value != NONE)
        .filter(|(value, _)| {
            names
                .spellings(column, value)
                .iter()
                .any(|name| has_word_beginning(name, typed))
        })
        .map(|(value, places)| {
            let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
            (value.to_string(), names.name(column, value), count)
        })
        .collect()
}

/// The piece with a value put in: by the name a person knows it by where it has an id.
fn place(
    line: &str,
    piece: &Piece,
    value: String,
    name: Option<String>,
    count: Option<u32>,
) -> Completion {
    let field = piece.field.as_deref().unwrap_or_default();
    let is_named = ["lead", "agency", "cluster"].contains(&field);
    let shown = name.as_deref().filter(|_| is_named).unwrap_or(&value);
    let is_plain = shown
        .chars()
        .all(|c| c.is_alphanumeric() || "-_./".contains(c));
    let shown = if is_plain {
        shown.to_owned()
    } else {
        format!("\"{}\"", shown.replace('"', " "))
    };
    let minus = if piece.is_excluded { "-" } else { "" };
    Completion {
        text: format!("{minus}{field}:{shown} "),
        from: units(line, piece.at.start),
        to: units(line, piece.at.end),
        is_field: false,
        value,
        name,
        count,
    }
}

/// The byte at which so many UTF-16 units end.
fn byte_at(line: &str, cursor: u32) -> usize {
    let mut left = cursor;
    for (at, c) in line.char_indices() {
        let wide = if c.len_utf16() == 2 { 2 } else { 1 };
        if left < wide {
            return at;
        }
        left -= wide;
    }
    line.len()
}

fn units(line: &str, byte: usize) -> u32 {
    let before = line.get(..byte).unwrap_or(line);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}
