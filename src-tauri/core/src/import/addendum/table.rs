//! Answers in a table: number, position, comment. The columns are found by their headings, else by what
//! stands in them.

use super::super::clean::{MOST_CELL_BYTES, key, plain};
use super::super::review_text::numbers::open_with;
use super::super::review_text::positions::{folded, said_in, settle};
use super::super::states::cut_states;
use super::answers::{Answers, Place};
use super::sentences::strictly;
use crate::office::docx_read::{Row, Table};

/// The longest heading of a column, and the longest mark that ticks one ("x", "yes").
const LONGEST_HEADING: usize = 120;
const LONGEST_MARK: usize = 6;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Recommendation,
    Position,
    Comment,
    /// A column for one position, ticked: "Accepted | Noted".
    Ticked(&'static str),
    Unknown,
}

const RECOMMENDATION: [&str; 8] = [
    "recommend",
    "recommand",
    "recomend",
    "paragraph",
    "number",
    "text",
    "theme",
    "рекоменд",
];
const POSITION: [&str; 9] = [
    "position",
    "response",
    "reply",
    "status",
    "decision",
    "posicion",
    "respuesta",
    "reponse",
    "ответ",
];
const COMMENT: [&str; 9] = [
    "comment",
    "explanation",
    "explanatory",
    "remark",
    "observation",
    "justification",
    "coment",
    "comentario",
    "комментар",
];

/// Reads the rows of one table; `section` is the position a heading above it gives.
pub(super) fn read(table: &Table, section: Option<&'static str>, answers: &mut Answers<'_>) {
    let mut columns: Vec<(u32, Column)> = Vec::new();
    let mut section = section;
    for row in &table.rows {
        let place = Place {
            table: Some(table.number),
            row: row.number,
            paragraph: None,
        };
        if row
            .cells
            .iter()
            .any(|cell| cell.lines.iter().map(String::len).sum::<usize>() > MOST_CELL_BYTES)
        {
            answers.report("report-paragraph-too-long", "", "", &place);
            continue;
        }
        let cells: Vec<(u32, String)> = row
            .cells
            .iter()
            .map(|cell| (cell.column, plain(&cell.text())))
            .collect();
        let written: Vec<&(u32, String)> =
            cells.iter().filter(|(_, text)| !text.is_empty()).collect();
        let Some(first) = written.first() else {
            continue;
        };
        let at = written
            .iter()
            .find_map(|(column, text)| Some((*column, open_with(text)?)));
        let Some((column, (numbers, rest))) = at else {
            if let Some(found) = headings(&cells, answers.cycle()) {
                columns = found;
            } else if is_heading(row, written.len()) {
                let said = said_in(&folded(&first.1));
                section = settle(&said, answers.cycle()).or(section);
            } else {
                answers.report("addendum-row-not-understood", "", &first.1, &place);
            }
            continue;
        };
        let others: Vec<&(u32, String)> = written
            .iter()
            .copied()
            .filter(|(other, _)| *other != column)
            .collect();
        let found = answer(&others, &columns, answers.cycle()).or_else(|| {
            let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            let is_quoted = !cut_states(rest).states.is_empty();
            let said = (!is_quoted)
                .then(|| strictly(rest, answers.cycle()))
                .flatten()?;
            Some((said, None))
        });
        let comment = comment(&others, &columns, found.and_then(|(_, at)| at));
        for number in &numbers {
            match found.map(|(code, _)| code).or(section) {
                Some(code) => answers.give(number, code, comment.as_deref(), &place),
                None => answers.report("addendum-answer-not-understood", number, &first.1, &place),
            }
        }
    }
}

fn is_heading(row: &Row, written: usize) -> bool {
    written == 1
        && row
            .cells
            .iter()
            .all(|cell| cell.span > 1 || row.cells.len() == 1)
        || row.cells.len() == 1
}

/// The meaning of each column, where the row is one of headings.
fn headings(cells: &[(u32, String)], cycle: Option<u32>) -> Option<Vec<(u32, Column)>> {
    if cells.len() < 2 || cells.iter().any(|(_, text)| text.len() > LONGEST_HEADING) {
        return None;
    }
    let found: Vec<(u32, Column)> = cells
        .iter()
        .map(|(column, text)| (*column, meaning(text, cycle)))
        .collect();
    let known = found
        .iter()
        .filter(|(_, meaning)| *meaning != Column::Unknown)
        .count();
    (known > 0).then_some(found)
}

fn meaning(text: &str, cycle: Option<u32>) -> Column {
    let key = key(text);
    let is = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if is(&COMMENT) {
        return Column::Comment;
    }
    if is(&POSITION) {
        return Column::Position;
    }
    let alone = settle(&said_in(&folded(text)), cycle).filter(|_| !is(&RECOMMENDATION));
    match alone {
        Some(code) => Column::Ticked(code),
        None if is(&RECOMMENDATION) => Column::Recommendation,
        None => Column::Unknown,
    }
}

fn meaning_of(columns: &[(u32, Column)], column: u32) -> Column {
    let found = columns.iter().find(|(at, _)| *at == column);
    found.map_or(Column::Unknown, |(_, meaning)| *meaning)
}

/// The position a row gives, and the column that gives it.
fn answer(
    cells: &[&(u32, String)],
    columns: &[(u32, Column)],
    cycle: Option<u32>,
) -> Option<(&'static str, Option<u32>)> {
    let ticked = cells
        .iter()
        .find_map(|(column, text)| match meaning_of(columns, *column) {
            Column::Ticked(code) if text.len() <= LONGEST_MARK => Some((code, Some(*column))),
            _ => None,
        });
    let under = |meaning: Column| {
        let mut cells = cells
            .iter()
            .filter(move |(column, _)| meaning_of(columns, *column) == meaning);
        cells.find_map(|(column, text)| Some((strictly(text, cycle)?, Some(*column))))
    };
    // A comment on an answer that was not understood is none itself.
    let has_position = columns
        .iter()
        .any(|(_, meaning)| *meaning == Column::Position);
    let found = ticked.or_else(|| under(Column::Position));
    match has_position {
        true => found,
        false => found
            .or_else(|| under(Column::Unknown))
            .or_else(|| under(Column::Comment)),
    }
}

/// What the State says beside its position.
fn comment(
    cells: &[&(u32, String)],
    columns: &[(u32, Column)],
    answered: Option<u32>,
) -> Option<String> {
    let is_comment = |column: u32, text: &str| match meaning_of(columns, column) {
        Column::Comment => true,
        Column::Position => answered != Some(column) || text.len() > 40,
        Column::Unknown => {
            let is_answer_alone = answered == Some(column) && text.len() <= 40;
            !is_answer_alone && cut_states(text).states.is_empty()
        }
        Column::Recommendation | Column::Ticked(_) => false,
    };
    let said: Vec<&str> = cells
        .iter()
        .filter(|(column, text)| is_comment(*column, text))
        .map(|(_, text)| text.as_str())
        .collect();
    (!said.is_empty()).then(|| said.join("\n"))
}
