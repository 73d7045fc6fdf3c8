//! The action plan as rows, grouped by cluster or by lead agency.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::filter::ActionSieve;
use super::register::size;
use super::{ActionFilter, ActionGroup, ActionPage, ActionQuery, ActionRow};
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::figures::board::{ActionEntry, Board};

const LARGEST_PAGE: u32 = 200;

/// Places of actions with the heading each stands under, in order.
pub struct ActionView {
    places: Vec<(usize, Option<String>)>,
}

impl ActionView {
    /// Sieves, groups and orders: by heading ("not set" last), then by number.
    ///
    /// # Errors
    /// The storage's own.
    pub fn of(
        reader: &Reader<'_>,
        board: &Board,
        filter: &ActionFilter,
        group: ActionGroup,
    ) -> Result<Self> {
        let sieve = ActionSieve::new(reader, board, filter)?;
        let headings = headings(reader, group)?;
        let mut keyed: Vec<((usize, usize), Option<String>)> = board
            .actions
            .iter()
            .enumerate()
            .filter(|(_, action)| sieve.passes(action))
            .map(|(place, action)| {
                let heading = heading_id(board, action, group).and_then(|id| headings.get(&id));
                let rank = heading.map_or(usize::MAX, |(rank, _)| *rank);
                ((rank, place), heading.map(|(_, name)| name.clone()))
            })
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        let places = keyed
            .into_iter()
            .map(|((_, place), heading)| (place, heading))
            .collect();
        Ok(ActionView { places })
    }
}

/// A window of rows of the action plan.
///
/// # Errors
/// `page-too-large`; the storage's own.
pub fn page_actions(reader: &Reader<'_>, board: &Board, query: &ActionQuery) -> Result<ActionPage> {
    if query.limit > LARGEST_PAGE {
        return Err(Error::bug("page-too-large").with("limit", query.limit));
    }
    let view = ActionView::of(reader, board, &query.filter, query.group)?;
    let window = view
        .places
        .iter()
        .skip(size(query.offset))
        .take(size(query.limit));
    Ok(ActionPage {
        rows: rows(reader, board, window)?,
        offset: query.offset,
        total: u32::try_from(view.places.len()).unwrap_or(u32::MAX),
        of: u32::try_from(board.actions.len()).unwrap_or(u32::MAX),
    })
}

/// Every row of a filter, by number.
///
/// # Errors
/// The storage's own.
pub fn action_rows(
    reader: &Reader<'_>,
    board: &Board,
    filter: &ActionFilter,
) -> Result<Vec<ActionRow>> {
    let view = ActionView::of(reader, board, filter, ActionGroup::None)?;
    rows(reader, board, view.places.iter())
}

fn rows<'v>(
    reader: &Reader<'_>,
    board: &Board,
    window: impl Iterator<Item = &'v (usize, Option<String>)>,
) -> Result<Vec<ActionRow>> {
    let names: BTreeMap<String, String> = reader
        .rows(
            "select id, short_name from live_agency order by id",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect();
    window
        .filter_map(|(place, heading)| board.actions.get(*place).map(|entry| (entry, heading)))
        .map(|(entry, heading)| row_of(reader, board, entry, heading.as_ref(), &names))
        .collect()
}

fn row_of(
    reader: &Reader<'_>,
    board: &Board,
    entry: &ActionEntry,
    heading: Option<&String>,
    names: &BTreeMap<String, String>,
) -> Result<ActionRow> {
    let mut recommendations = Vec::new();
    for place in &entry.recommendations {
        let key = board.recommendations.get(*place).map(|found| found.key);
        recommendations.extend(reader.find(
            "select reference from live_recommendation where key = :key",
            named_params! {":key": key},
            |row| row.get::<_, String>(0),
        )?);
    }
    let found = reader.find(
        "select a.number, a.title, a.deliverable, a.start_on,
                (select count(*) from live_milestone m where m.action_id = a.id),
                (select count(*) from live_milestone m
                 where m.action_id = a.id and m.actual_on is not null)
         from live_action a
         where a.key = :key",
        named_params! {":key": entry.key},
        |row| {
            Ok(ActionRow {
                id: entry.id.to_string(),
                number: row.get(0)?,
                title: row.get(1)?,
                deliverable: row.get(2)?,
                group: heading.cloned(),
                start_on: row.get(3)?,
                due: entry.due.clone(),
                status: entry.status.to_string(),
                progress: entry.progress,
                percent: entry.percent,
                lead_id: entry.lead.as_deref().map(str::to_owned),
                lead: entry.lead.as_deref().and_then(|id| names.get(id)).cloned(),
                supporting: entry
                    .supporting
                    .iter()
                    .filter_map(|id| names.get(&**id))
                    .cloned()
                    .collect(),
                recommendations,
                milestones: row.get(4)?,
                milestones_done: row.get(5)?,
            })
        },
    )?;
    found.ok_or_else(|| Error::bug("board-stale"))
}

/// Headings by id: their rank and name.
fn headings(reader: &Reader<'_>, group: ActionGroup) -> Result<BTreeMap<String, (usize, String)>> {
    let sql = match group {
        ActionGroup::Cluster => "select id, name from live_cluster order by place, name, id",
        ActionGroup::Agency => {
            "select id, short_name from live_agency order by short_name collate nocase, id"
        }
        ActionGroup::None => return Ok(BTreeMap::new()),
    };
    let found: Vec<(String, String)> =
        reader.rows(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found
        .into_iter()
        .enumerate()
        .map(|(rank, (id, name))| (id, (rank, name)))
        .collect())
}

/// The cluster of an action's first clustered recommendation, or its lead agency.
fn heading_id(board: &Board, action: &ActionEntry, group: ActionGroup) -> Option<String> {
    match group {
        ActionGroup::Cluster => action
            .recommendations
            .iter()
            .filter_map(|place| board.recommendations.get(*place))
            .find_map(|entry| entry.cluster.as_deref())
            .map(str::to_owned),
        ActionGroup::Agency => action.lead.as_deref().map(str::to_owned),
        ActionGroup::None => None,
    }
}
