//! Pages of the register.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::filter::sought_in;
use super::names::Names;
use super::{FacetColumn, GroupHead, Query, View};
use crate::base::word::value_of;
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::figures::board::{Board, Entry};
use crate::figures::{Due, ProgressState};
use crate::recommendations::{Priority, Vocabulary};

/// The most rows one question may ask for (SPEED: any message to the screen stays small).
const LARGEST_PAGE: u32 = 100;

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Row {
    pub id: String,
    pub reference: String,
    pub paragraph: Option<String>,
    pub document: Option<String>,
    pub mechanism: String,
    pub text: String,
    pub language: String,
    pub recommending_states: Vec<String>,
    pub position: Option<String>,
    pub action_category: Option<u8>,
    pub action_category_confirmed: bool,
    pub cluster_id: Option<String>,
    pub cluster: Option<String>,
    pub priority: Option<Priority>,
    pub lead_id: Option<String>,
    /// Short name.
    pub lead: Option<String>,
    /// Of its live actions together.
    pub progress: ProgressState,
    /// Mean of its live actions; absent without one.
    pub percent: Option<u8>,
    /// The most pressing due date among its live actions.
    pub due: Due,
    pub actions: u32,
    pub themes: Vec<String>,
    /// The further columns asked for, those that have a value: codes, labels, names of clusters and
    /// agencies.
    pub cells: BTreeMap<String, Vec<String>>,
}

/// A window of rows over the whole view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Page {
    pub rows: Vec<Row>,
    pub offset: u32,
    /// Recommendations in this view.
    pub total: u32,
    /// Recommendations in the plan.
    pub of: u32,
    /// Lines in this view: under headings of tags a recommendation may stand several times.
    pub lines: u32,
    /// The headings, where the view has them.
    pub groups: Vec<GroupHead>,
    /// What to mark in the texts.
    pub marks: Vec<SoughtWords>,
}

/// Words of a search, folded as the full text is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoughtWords {
    pub words: String,
    /// The last word may go on.
    pub is_beginning: bool,
}

/// A window of rows over a view.
///
/// # Errors
/// `page-too-large`, `column-unknown`; the storage's own.
pub fn page_rows(reader: &Reader<'_>, board: &Board, view: &View, query: &Query) -> Result<Page> {
    if query.limit > LARGEST_PAGE {
        return Err(Error::bug("page-too-large").with("limit", query.limit));
    }
    let columns = query
        .columns
        .iter()
        .map(|name| Cell::of(name))
        .collect::<Result<Vec<_>>>()?;
    let entries: Vec<&Entry> = view
        .lines
        .iter()
        .skip(size(query.offset))
        .take(size(query.limit))
        .filter_map(|place| board.at(*place))
        .collect();
    let stored = stored_of(reader, &entries)?;
    if stored.len() != entries.len() {
        return Err(Error::bug("board-stale"));
    }
    let names = Names::read(reader)?;
    let rows = entries
        .iter()
        .zip(stored)
        .map(|(entry, stored)| row_of(entry, stored, &columns, &names))
        .collect();
    let marks = sought_in(&query.filter.words)
        .into_iter()
        .map(|sought| SoughtWords {
            words: sought.words,
            is_beginning: sought.is_beginning,
        });
    Ok(Page {
        rows,
        offset: query.offset,
        total: u32::try_from(view.places.len()).unwrap_or(u32::MAX),
        of: u32::try_from(board.len()).unwrap_or(u32::MAX),
        lines: u32::try_from(view.lines.len()).unwrap_or(u32::MAX),
        groups: view.groups.clone(),
        marks: marks.collect(),
    })
}

/// A further column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Values(FacetColumn),
    Note,
    PlainText,
    PriorityReason,
    FollowUpDue,
}

impl Cell {
    fn of(name: &str) -> Result<(&str, Self)> {
        let cell = match name {
            "note" => Cell::Note,
            "plain_text" => Cell::PlainText,
            "priority_reason" => Cell::PriorityReason,
            "follow_up_due" => Cell::FollowUpDue,
            _ => Cell::Values(
                value_of(name)
                    .ok_or_else(|| Error::person("column-unknown").with("column", name))?,
            ),
        };
        Ok((name, cell))
    }
}

/// What is read from the file for a row; everything else lies on the board.
struct Stored {
    reference: String,
    paragraph: Option<String>,
    text: String,
    is_confirmed: bool,
    note: Option<String>,
    plain_text: Option<String>,
    priority_reason: Option<String>,
    follow_up_due: Option<String>,
}

/// Reads the rows of a page in one question.
fn stored_of(reader: &Reader<'_>, entries: &[&Entry]) -> Result<Vec<Stored>> {
    let keys: Vec<i64> = entries.iter().map(|entry| entry.key).collect();
    reader.rows(
        "select r.reference, r.paragraph, r.text, r.action_category_confirmed, r.note, r.plain_text,
                r.priority_reason, r.followup_due_on
         from json_each(:keys) k
         join live_recommendation r on r.key = k.value
         order by k.key",
        named_params! {":keys": serde_json::to_string(&keys)?},
        |row| {
            Ok(Stored {
                reference: row.get(0)?,
                paragraph: row.get(1)?,
                text: row.get(2)?,
                is_confirmed: row.get(3)?,
                note: row.get(4)?,
                plain_text: row.get(5)?,
                priority_reason: row.get(6)?,
                follow_up_due: row.get(7)?,
            })
        },
    )
}

fn row_of(entry: &Entry, stored: Stored, columns: &[(&str, Cell)], names: &Names) -> Row {
    let owned = |word: &Option<crate::figures::board::Word>| word.as_deref().map(str::to_owned);
    let cells = columns
        .iter()
        .map(|(name, cell)| ((*name).to_owned(), values_in(entry, &stored, *cell, names)))
        .filter(|(_, values)| !values.is_empty())
        .collect();
    Row {
        cells,
        id: entry.id.to_string(),
        reference: stored.reference,
        paragraph: stored.paragraph,
        document: owned(&entry.document),
        mechanism: entry.mechanism.to_string(),
        text: stored.text,
        language: entry.language.to_string(),
        recommending_states: entry.states.iter().map(|state| state.to_string()).collect(),
        position: owned(&entry.position),
        action_category: entry.category,
        action_category_confirmed: stored.is_confirmed,
        cluster_id: owned(&entry.cluster),
        cluster: entry
            .cluster
            .as_deref()
            .and_then(|id| names.cluster(id))
            .map(str::to_owned),
        priority: entry.priority,
        lead_id: owned(&entry.lead),
        lead: entry
            .lead
            .as_deref()
            .and_then(|id| names.agency(id))
            .map(str::to_owned),
        progress: entry.progress,
        percent: entry.percent,
        due: entry.due.clone(),
        actions: u32::try_from(entry.actions.len()).unwrap_or(u32::MAX),
        themes: entry
            .tags
            .iter()
            .filter(|tag| tag.0 == Vocabulary::Theme)
            .map(|tag| tag.1.to_string())
            .collect(),
    }
}

fn values_in(entry: &Entry, stored: &Stored, cell: Cell, names: &Names) -> Vec<String> {
    let text = match cell {
        Cell::Note => &stored.note,
        Cell::PlainText => &stored.plain_text,
        Cell::PriorityReason => &stored.priority_reason,
        Cell::FollowUpDue => &stored.follow_up_due,
        Cell::Values(column) => {
            let values = entry.values_of(column);
            return match column {
                FacetColumn::Cluster | FacetColumn::Lead | FacetColumn::Agency => values
                    .iter()
                    .filter_map(|id| names.name(column, id))
                    .collect(),
                _ => values,
            };
        }
    };
    text.iter().cloned().collect()
}

pub(super) fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
