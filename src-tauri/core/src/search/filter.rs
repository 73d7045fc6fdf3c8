//! Whether a record is meant by a filter.

use std::collections::HashSet;

use rusqlite::named_params;

use super::{ActionFilter, Filter};
use crate::base::Result;
use crate::base::word::word_of;
use crate::dossier::Reader;
use crate::figures::DueKind;
use crate::figures::board::{ActionEntry, Board, Entry};
use crate::recommendations::Vocabulary;

/// The value that stands for "not set".
pub const NONE: &str = "none";

/// A filter made ready: its full text has been looked up.
pub struct Sieve<'a> {
    filter: &'a Filter,
    board: &'a Board,
    /// Keys with the words; `None` where no words are asked for.
    found: Option<HashSet<i64>>,
}

impl<'a> Sieve<'a> {
    /// Looks the words up.
    ///
    /// # Errors
    /// The storage's own.
    pub fn new(reader: &Reader<'_>, board: &'a Board, filter: &'a Filter) -> Result<Self> {
        Ok(Sieve {
            filter,
            board,
            found: keys_with_words(reader, &filter.words)?,
        })
    }

    /// Whether `entry` passes every field of the filter but `except`.
    #[must_use]
    pub fn passes(&self, entry: &Entry, except: Option<super::FacetColumn>) -> bool {
        use super::FacetColumn as Column;
        let filter = self.filter;
        let checks = |column: Column| Some(column) != except;
        let tags = |vocabulary: Vocabulary| {
            entry
                .tags
                .iter()
                .filter(move |tag| tag.0 == vocabulary)
                .map(|tag| &*tag.1)
        };
        let priority = entry
            .priority
            .as_ref()
            .and_then(|priority| word_of(priority).ok());
        let category = entry.category.map(|category| category.to_string());
        let progress = word_of(&entry.progress).ok();
        self.found
            .as_ref()
            .is_none_or(|keys| keys.contains(&entry.key))
            && (!checks(Column::Position) || one(&filter.position, entry.position.as_deref()))
            && (!checks(Column::Mechanism) || one(&filter.mechanism, Some(&entry.mechanism)))
            && (!checks(Column::Cluster) || one(&filter.cluster, entry.cluster.as_deref()))
            && (!checks(Column::Lead) || one(&filter.lead, entry.lead.as_deref()))
            && (!checks(Column::Progress) || one(&filter.progress, progress.as_deref()))
            && (!checks(Column::Priority) || one(&filter.priority, priority.as_deref()))
            && (!checks(Column::Category) || one(&filter.category, category.as_deref()))
            && (!checks(Column::Agency) || any(&filter.agency, entry.agencies.iter().map(|a| &**a)))
            && (!checks(Column::State) || any(&filter.state, entry.states.iter().map(|s| &**s)))
            && (!checks(Column::Theme) || any(&filter.theme, tags(Vocabulary::Theme)))
            && (!checks(Column::Group) || any(&filter.group, tags(Vocabulary::Group)))
            && (!checks(Column::Sdg) || any(&filter.sdg, tags(Vocabulary::Sdg)))
            && (filter.ids.is_empty() || filter.ids.iter().any(|id| **id == *entry.id))
            && (filter.standing.is_empty()
                || filter.standing.iter().any(|word| self.stands(entry, word)))
    }

    fn stands(&self, entry: &Entry, word: &str) -> bool {
        let has_due = |kind: DueKind| {
            self.board
                .actions_of(entry)
                .any(|action| action.due.kind == kind)
        };
        match word {
            "late" => has_due(DueKind::Late),
            "soon" => has_due(DueKind::Soon),
            "unassigned" => entry.lead.is_none(),
            "without_action" => entry.actions.is_empty(),
            "unclustered" => entry.cluster.is_none(),
            "unconfirmed" => entry.is_unconfirmed,
            _ => false,
        }
    }
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

/// Keys of the records whose full text has every word; the last one may be a beginning.
fn keys_with_words(reader: &Reader<'_>, words: &str) -> Result<Option<HashSet<i64>>> {
    let Some(question) = full_text_question(words) else {
        return Ok(None);
    };
    let keys = reader.rows(
        "select rowid from recommendation_search where recommendation_search match :question
         order by rowid",
        named_params! {":question": question},
        |row| row.get(0),
    )?;
    Ok(Some(keys.into_iter().collect()))
}

/// Each word as a phrase, so that no sign of the person's text is taken for an operator.
#[must_use]
pub fn full_text_question(words: &str) -> Option<String> {
    let parts: Vec<String> = words
        .split_whitespace()
        .map(|word| word.replace(['"', '\0'], " "))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.trim()))
        .collect();
    if parts.is_empty() {
        None
    } else {
        Some(format!("{}*", parts.join(" ")))
    }
}
