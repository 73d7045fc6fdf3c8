//! Field words: what may stand before the colon, and which records a value means.

use super::line::Piece;
use super::names::Names;
use crate::base::text::fold_words;
use crate::base::{Error, Result};
use crate::figures::DueKind;
use crate::figures::board::{Board, FacetColumn, NONE, Places};

/// What a field word narrows by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Values of one of these columns.
    Columns(&'static [FacetColumn]),
    /// What is not set.
    Without,
    /// The most pressing due date: a year, a month, a day, or `from..until`.
    Due,
    /// The full text, without reference, document and States.
    Text,
}

use FacetColumn as Column;

/// The field words, in the order in which they are offered.
pub(super) const FIELDS: [(&str, Field); 33] = [
    (
        "status",
        Field::Columns(&[Column::Progress, Column::Standing]),
    ),
    ("position", Field::Columns(&[Column::Position])),
    ("lead", Field::Columns(&[Column::Lead])),
    ("agency", Field::Columns(&[Column::Agency])),
    ("cluster", Field::Columns(&[Column::Cluster])),
    ("priority", Field::Columns(&[Column::Priority])),
    ("theme", Field::Columns(&[Column::Theme])),
    ("issue", Field::Columns(&[Column::Issue])),
    ("group", Field::Columns(&[Column::Group])),
    ("right", Field::Columns(&[Column::Right])),
    ("sdg", Field::Columns(&[Column::Sdg])),
    ("state", Field::Columns(&[Column::State])),
    ("region", Field::Columns(&[Column::Region])),
    ("mechanism", Field::Columns(&[Column::Mechanism])),
    ("body", Field::Columns(&[Column::Body])),
    ("cycle", Field::Columns(&[Column::Cycle])),
    ("session", Field::Columns(&[Column::Session])),
    ("year", Field::Columns(&[Column::Year])),
    ("document", Field::Columns(&[Column::Document])),
    ("category", Field::Columns(&[Column::Category])),
    ("type", Field::Columns(&[Column::RecordType])),
    ("language", Field::Columns(&[Column::Language])),
    ("territory", Field::Columns(&[Column::Territory])),
    ("country", Field::Columns(&[Column::Country])),
    ("tag", Field::Columns(&[Column::National])),
    ("followup", Field::Columns(&[Column::FollowUp])),
    ("scope", Field::Columns(&[Column::Scope])),
    ("duration", Field::Columns(&[Column::Duration])),
    ("crossborder", Field::Columns(&[Column::CrossBorder])),
    ("law", Field::Columns(&[Column::NeedsLaw])),
    ("due", Field::Due),
    ("without", Field::Without),
    ("text", Field::Text),
];

/// What can be missing, for `without:` and the filter of that name.
pub(super) const MISSING: [(&str, Option<Column>); 15] = [
    ("lead", Some(Column::Lead)),
    ("action", None),
    ("deadline", None),
    ("cluster", Some(Column::Cluster)),
    ("priority", Some(Column::Priority)),
    ("position", Some(Column::Position)),
    ("category", Some(Column::Category)),
    ("theme", Some(Column::Theme)),
    ("issue", Some(Column::Issue)),
    ("group", Some(Column::Group)),
    ("right", Some(Column::Right)),
    ("sdg", Some(Column::Sdg)),
    ("state", Some(Column::State)),
    ("document", Some(Column::Document)),
    ("agency", Some(Column::Agency)),
];

pub(super) fn field(name: &str) -> Option<Field> {
    FIELDS
        .iter()
        .find(|(word, _)| *word == name)
        .map(|(_, field)| *field)
}

/// The records a field word means; `None` where nothing is typed after the colon yet.
pub(super) fn places_of(
    board: &Board,
    names: &Names,
    field: Field,
    piece: &Piece,
) -> Result<Option<Places>> {
    let value = piece.value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let mut places = Places::none(board.len());
    // A comma stands between alternatives.
    let alternatives: Vec<&str> = if piece.is_quoted {
        vec![value]
    } else {
        value.split(',').filter(|word| !word.is_empty()).collect()
    };
    for value in alternatives {
        let found = match field {
            Field::Columns(columns) => places_with(board, names, columns, value),
            Field::Without => places_without(board, value),
            Field::Due => due_range(value).map(|(from, until)| due_within(board, &from, &until)),
            Field::Text => return Ok(None),
        };
        let found = found.ok_or_else(|| {
            Error::person("search-value-unknown")
                .with("field", piece.field.as_deref().unwrap_or_default())
                .with("value", value)
        })?;
        places.join(&found);
    }
    Ok(Some(places))
}

fn places_with(
    board: &Board,
    names: &Names,
    columns: &[FacetColumn],
    value: &str,
) -> Option<Places> {
    let mut places = Places::none(board.len());
    let mut is_known = false;
    // A whole name before a beginning of one, over all columns.
    for is_exact in [true, false] {
        for column in columns {
            for meant in values_meant(board, names, *column, value, is_exact) {
                is_known = true;
                if let Some(found) = board.values(*column).get(meant.as_str()) {
                    places.add_all(found);
                }
            }
        }
        if is_known {
            return Some(places);
        }
    }
    None
}

/// The values of a column that are called `typed`, or that have a word beginning so.
fn values_meant(
    board: &Board,
    names: &Names,
    column: FacetColumn,
    typed: &str,
    is_exact: bool,
) -> Vec<String> {
    let typed = fold_words(typed);
    let mut values: Vec<String> = board.values(column).keys().map(|v| v.to_string()).collect();
    values.extend(names.known_ids(column));
    values.sort();
    values.dedup();
    values.retain(|value| {
        let spelled = names.spellings(column, value);
        if is_exact {
            spelled.contains(&typed)
        } else {
            spelled.iter().any(|name| has_word_beginning(name, &typed))
        }
    });
    values
}

/// Whether `typed` stands in `name` from the beginning of a word on.
pub(super) fn has_word_beginning(name: &str, typed: &str) -> bool {
    name.match_indices(typed).any(|(at, _)| {
        name.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|c| !c.is_alphanumeric())
    })
}

/// What is without something; `None` for an unknown word.
pub(super) fn places_without(board: &Board, word: &str) -> Option<Places> {
    let word = word.to_lowercase();
    let (name, column) = MISSING.iter().find(|(name, _)| *name == word)?;
    let mut places = Places::none(board.len());
    match (*name, column) {
        // Clusters of other schemes do not count: exactly one primary cluster does (I16).
        ("cluster", _) => places.add_all(standing(board, "unclustered")),
        (_, Some(column)) => places.add_all(
            board
                .values(*column)
                .get(NONE)
                .map(Vec::as_slice)
                .unwrap_or_default(),
        ),
        ("action", None) => places.add_all(standing(board, "without_action")),
        (_, None) => {
            for (place, entry) in (0_u32..).zip(&board.recommendations) {
                if entry.due.on.is_none() && entry.due.kind != DueKind::Continuous {
                    places.add(place);
                }
            }
        }
    }
    Some(places)
}

fn standing<'b>(board: &'b Board, word: &str) -> &'b [u32] {
    board
        .values(FacetColumn::Standing)
        .get(word)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The records whose most pressing date lies from a day to a day, both included; an empty end is open.
pub(super) fn due_within(board: &Board, from: &str, until: &str) -> Places {
    let mut places = Places::none(board.len());
    for (place, entry) in (0_u32..).zip(&board.recommendations) {
        if let Some(on) = &entry.due.on
            && (from.is_empty() || on.as_str() >= from)
            && (until.is_empty() || on.as_str() <= until)
        {
            places.add(place);
        }
    }
    places
}

/// First and last day of `2026`, `2026-03`, `2026-03-01`, `2026..2027-06` or with an open end.
fn due_range(value: &str) -> Option<(String, String)> {
    let (from, until) = value.split_once("..").unwrap_or((value, value));
    let is_date = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let are_digits = parts
            .iter()
            .all(|part| part.chars().all(|c| c.is_ascii_digit()));
        are_digits && [4, 2, 2].starts_with(&widths)
    };
    let is_sound = |text: &str| text.is_empty() || is_date(text);
    if !is_sound(from) || !is_sound(until) || (from.is_empty() && until.is_empty()) {
        return None;
    }
    // Days are compared as text: a tilde stands after every digit and hyphen.
    let last = match until.len() {
        0 => String::new(),
        10 => until.to_owned(),
        _ => format!("{until}~"),
    };
    Some((from.to_owned(), last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_takes_years_months_days_and_ranges() {
        let range = |text: &str| due_range(text).unwrap();
        assert_eq!(range("2026"), ("2026".to_owned(), "2026~".to_owned()));
        assert_eq!(
            range("2026-03..2027"),
            ("2026-03".to_owned(), "2027~".to_owned())
        );
        assert_eq!(
            range("..2026-03-01"),
            (String::new(), "2026-03-01".to_owned())
        );
        for wrong in ["", "..", "soon", "26", "2026-3", "2026-03-01-01"] {
            assert_eq!(due_range(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_field_word_is_there_once() {
        for (place, (word, _)) in FIELDS.iter().enumerate() {
            assert_eq!(
                FIELDS.iter().position(|(other, _)| other == word),
                Some(place)
            );
        }
    }
}
