//! Which records a filter means.

use std::collections::HashSet;

use rusqlite::named_params;

use super::fields::{self, Field};
use super::line::{Piece, Sought, read_line};
use super::names::Names;
use super::{ActionFilter, FacetColumn, Filter};
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::figures::DueKind;
use crate::figures::board::{ActionEntry, Board, NONE, Places};

/// The places of the records that pass every field of the filter but that of `except`.
///
/// # Errors
/// `search-field-unknown`, `search-value-unknown`; the storage's own.
pub fn places_of(
    reader: &Reader<'_>,
    board: &Board,
    filter: &Filter,
    except: Option<FacetColumn>,
) -> Result<Places> {
    let mut places = Places::all(board.len());
    for column in FacetColumn::ALL {
        let wanted = filter.of(column);
        if wanted.is_empty() || Some(column) == except {
            continue;
        }
        let values = board.values(column);
        let mut found = Places::none(board.len());
        for value in wanted {
            if let Some(with) = values.get(value.as_str()) {
                found.add_all(with);
            }
        }
        places.keep(&found);
    }
    for word in &filter.without {
        let missing = fields::places_without(board, word).ok_or_else(|| {
            Error::person("search-value-unknown")
                .with("field", "without")
                .with("value", word)
        })?;
        places.keep(&missing);
    }
    let from = filter.due_from.as_deref().unwrap_or_default();
    let until = filter.due_until.as_deref().unwrap_or_default();
    if !from.is_empty() || !until.is_empty() {
        places.keep(&fields::due_within(board, from, until));
    }
    if !filter.ids.is_empty() {
        let mut chosen = Places::none(board.len());
        let found = filter.ids.iter().filter_map(|id| board.place(id));
        found
            .filter_map(|place| u32::try_from(place).ok())
            .for_each(|place| chosen.add(place));
        places.keep(&chosen);
    }
    keep_words(reader, board, &filter.words, &mut places)?;
    Ok(places)
}

/// Keeps what a typed line means.
fn keep_words(reader: &Reader<'_>, board: &Board, line: &str, places: &mut Places) -> Result<()> {
    let pieces = read_line(line);
    if pieces.is_empty() {
        return Ok(());
    }
    let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
    let mut names = None;
    for (number, piece) in pieces.iter().enumerate() {
        let is_last = number + 1 == pieces.len();
        let Some(field) = field_of(piece)? else {
            let question = piece.question(is_last);
            put(piece, question, &mut wanted, &mut unwanted);
            continue;
        };
        if field == Field::Text {
            let question = piece
                .question(is_last)
                .map(|words| format!("text : {words}"));
            put(piece, question, &mut wanted, &mut unwanted);
            continue;
        }
        if names.is_none() {
            names = Some(Names::read(reader)?);
        }
        if let Some(names) = &names
            && let Some(found) = fields::places_of(board, names, field, piece)?
        {
            if piece.is_excluded {
                places.take_out(&found);
            } else {
                places.keep(&found);
            }
        }
    }
    if !wanted.is_empty() {
        places.keep(&with_words(reader, board, &wanted.join(" AND "))?);
    }
    for question in unwanted {
        places.take_out(&with_words(reader, board, &question)?);
    }
    Ok(())
}

fn put(
    piece: &Piece,
    question: Option<String>,
    wanted: &mut Vec<String>,
    unwanted: &mut Vec<String>,
) {
    let list = if piece.is_excluded { unwanted } else { wanted };
    list.extend(question);
}

/// The field of a piece; a word before a colon that is no field is refused, so that nobody takes a
/// misspelled condition for kept.
fn field_of(piece: &Piece) -> Result<Option<Field>> {
    let Some(name) = &piece.field else {
        return Ok(None);
    };
    match fields::field(name) {
        Some(field) => Ok(Some(field)),
        None => Err(Error::person("search-field-unknown").with("field", name)),
    }
}

/// The words of a line that are marked in what it found.
pub(super) fn sought_in(line: &str) -> Vec<Sought> {
    let pieces = read_line(line);
    let last = pieces.len();
    (1..)
        .zip(&pieces)
        .filter(|(_, piece)| {
            !piece.is_excluded && piece.field.as_deref().is_none_or(|name| name == "text")
        })
        .filter_map(|(number, piece)| piece.sought(number == last))
        .collect()
}

/// The records whose full text answers a question.
fn with_words(reader: &Reader<'_>, board: &Board, question: &str) -> Result<Places> {
    let keys = reader.rows(
        "select rowid from recommendation_search where recommendation_search match :question
         order by rowid",
        named_params! {":question": question},
        |row| row.get(0),
    )?;
    Ok(board.places_of_keys(&keys))
}

/// Whether an action is meant. Its words are looked for in title and deliverable.
pub struct ActionSieve<'a> {
    filter: &'a ActionFilter,
    board: &'a Board,
    found: Option<HashSet<i64>>,
}

impl<'a> ActionSieve<'a> {
    /// Looks the words up.
    ///
    /// # Errors
    /// The storage's own.
    pub fn new(reader: &Reader<'_>, board: &'a Board, filter: &'a ActionFilter) -> Result<Self> {
        let words = crate::base::text::fold(&filter.words);
        let found = if words.is_empty() {
            None
        } else {
            let rows = reader.rows(
                "select key, title || ' ' || coalesce(deliverable, '') from live_action order by key",
                [],
                |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
            )?;
            let has = |text: &str| {
                let text = crate::base::text::fold(text);
                words.split(' ').all(|word| text.contains(word))
            };
            Some(
                rows.into_iter()
                    .filter(|(_, text)| has(text))
                    .map(|(key, _)| key)
                    .collect(),
            )
        };
        Ok(ActionSieve {
            filter,
            board,
            found,
        })
    }

    #[must_use]
    pub fn passes(&self, action: &ActionEntry) -> bool {
        let filter = self.filter;
        let recommendations = || {
            action
                .recommendations
                .iter()
                .filter_map(|p| self.board.recommendations.get(*p))
        };
        self.found
            .as_ref()
            .is_none_or(|keys| keys.contains(&action.key))
            && one(&filter.status, Some(&action.status))
            && one(&filter.lead, action.lead.as_deref())
            && any(
                &filter.agency,
                action.agencies.iter().map(|agency| &**agency),
            )
            && any(
                &filter.cluster,
                recommendations().filter_map(|entry| entry.cluster.as_deref()),
            )
            && any(
                &filter.recommendation,
                recommendations().map(|entry| &*entry.id),
            )
            && (filter.ids.is_empty() || filter.ids.iter().any(|id| **id == *action.id))
            && (filter.standing.is_empty()
                || filter.standing.iter().any(|word| stands(action, word)))
    }
}

fn stands(action: &ActionEntry, word: &str) -> bool {
    match word {
        "late" => action.due.kind == DueKind::Late,
        "soon" => action.due.kind == DueKind::Soon,
        "unassigned" => action.lead.is_none(),
        "without_due" => action.due.kind == DueKind::None,
        _ => false,
    }
}

fn one(wanted: &[String], value: Option<&str>) -> bool {
    wanted.is_empty() || wanted.iter().any(|word| word == value.unwrap_or(NONE))
}

fn any<'v>(wanted: &[String], mut values: impl Iterator<Item = &'v str>) -> bool {
    if wanted.is_empty() {
        return true;
    }
    match values.next() {
        None => wanted.iter().any(|word| word == NONE),
        Some(first) => std::iter::once(first)
            .chain(values)
            .any(|value| wanted.iter().any(|word| word == value)),
    }
}
