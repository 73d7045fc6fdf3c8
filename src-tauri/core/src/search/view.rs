//! A view: the places on the board that a filter means, in the order asked for. Held while it is
//! paged through, so that the last page costs what the first does.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::filter::places_of;
use super::names::Names;
use super::{FacetColumn, Query, SortBy, SortColumn};
use crate::base::Result;
use crate::dossier::Reader;
use crate::figures::board::{Board, NONE};

#[derive(Debug, Clone)]
pub struct View {
    query: Query,
    /// Places in [`Board::recommendations`], each once, in order.
    pub places: Vec<usize>,
    /// Places line by line; under headings one may stand several times.
    pub lines: Vec<u32>,
    pub groups: Vec<GroupHead>,
}

/// A heading and the lines under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GroupHead {
    /// Code, id or label; `none` where it is not set.
    pub value: String,
    /// Name as stored; absent for codes that Fluent names.
    pub name: Option<String>,
    /// Its first line in the view.
    pub first: u32,
    pub count: u32,
}

/// Stands after everything that has a value.
const NOTHING: u32 = u32::MAX;

impl View {
    /// Sieves, sorts and groups.
    ///
    /// # Errors
    /// As [`places_of`].
    pub fn of(reader: &Reader<'_>, board: &Board, query: &Query) -> Result<Self> {
        let places = places_of(reader, board, &query.filter, None)?;
        let mut lines: Vec<u32> = places.iter().collect();
        sort(reader, board, query, &mut lines)?;
        let places = lines
            .iter()
            .filter_map(|place| usize::try_from(*place).ok());
        let places = places.collect();
        let mut groups = Vec::new();
        if let Some(column) = query.group {
            (lines, groups) = grouped(reader, board, column, &lines)?;
        }
        Ok(View {
            query: Query {
                columns: Vec::new(),
                offset: 0,
                limit: 0,
                ..query.clone()
            },
            places,
            lines,
            groups,
        })
    }

    /// Whether this is the view `query` asks for.
    #[must_use]
    pub fn is_of(&self, query: &Query) -> bool {
        self.query.filter == query.filter
            && self.query.sort == query.sort
            && self.query.descending == query.descending
            && self.query.then == query.then
            && self.query.group == query.group
    }
}

/// Sorts by one column after the other, the order of references within equals; "not set" comes last
/// either way.
fn sort(reader: &Reader<'_>, board: &Board, query: &Query, lines: &mut [u32]) -> Result<()> {
    let first = SortBy {
        column: query.sort,
        descending: query.descending,
    };
    let mut keys: Vec<(Option<Vec<u32>>, bool)> = Vec::new();
    for by in std::iter::once(&first).chain(&query.then) {
        if by.column == SortColumn::Reference {
            // No two have the same: nothing after it can matter.
            keys.push((None, by.descending));
            break;
        }
        keys.push((Some(ranks(reader, board, by.column)?), by.descending));
    }
    if matches!(keys.first(), Some((None, false))) {
        return Ok(());
    }
    lines.sort_unstable_by(|a, b| {
        for (ranks, descending) in &keys {
            let (x, y) = match ranks {
                Some(ranks) => (rank_of(ranks, *a), rank_of(ranks, *b)),
                None => (*a, *b),
            };
            let order = match (x == NOTHING, y == NOTHING) {
                (false, false) if *descending => y.cmp(&x),
                _ => x.cmp(&y),
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        a.cmp(b)
    });
    Ok(())
}

fn rank_of(ranks: &[u32], place: u32) -> u32 {
    usize::try_from(place)
        .ok()
        .and_then(|place| ranks.get(place))
        .copied()
        .unwrap_or(NOTHING)
}

/// The rank of every record in a column.
fn ranks(reader: &Reader<'_>, board: &Board, column: SortColumn) -> Result<Vec<u32>> {
    if let Some(facet) = column.facet() {
        return Ok(ranks_of_values(board, facet, &Names::read(reader)?));
    }
    if column == SortColumn::Text {
        let keys = reader.rows(
            "select key from live_recommendation order by text collate nocase, key",
            [],
            |row| row.get::<_, i64>(0),
        )?;
        let mut ranks = vec![NOTHING; board.len()];
        let by_key: std::collections::HashMap<i64, usize> = board
            .recommendations
            .iter()
            .enumerate()
            .map(|(place, entry)| (entry.key, place))
            .collect();
        for (rank, key) in (0_u32..).zip(keys) {
            if let Some(slot) = by_key.get(&key).and_then(|place| ranks.get_mut(*place)) {
                *slot = rank;
            }
        }
        return Ok(ranks);
    }
    let rank = |entry: &crate::figures::board::Entry| match column {
        SortColumn::Percent => entry.percent.map(u32::from),
        SortColumn::Actions => u32::try_from(entry.actions.len()).ok(),
        // A day as a number: 2026-11-24 is 20261124.
        _ => entry
            .due
            .on
            .as_ref()
            .and_then(|on| on.replace('-', "").parse().ok()),
    };
    Ok(board
        .recommendations
        .iter()
        .map(|entry| rank(entry).unwrap_or(NOTHING))
        .collect())
}

/// By the first of a record's values, in the order of the column.
fn ranks_of_values(board: &Board, column: FacetColumn, names: &Names) -> Vec<u32> {
    let mut ranks = vec![NOTHING; board.len()];
    for (rank, value) in (0_u32..).zip(ordered(board, column, names)) {
        if value == NONE {
            continue;
        }
        for place in board.values(column).get(value).into_iter().flatten() {
            let slot = usize::try_from(*place).ok();
            if let Some(slot) = slot.and_then(|place| ranks.get_mut(place)) {
                *slot = rank.min(*slot);
            }
        }
    }
    ranks
}

/// The values of a column in their order.
fn ordered<'b>(board: &'b Board, column: FacetColumn, names: &Names) -> Vec<&'b str> {
    let mut values: Vec<&str> = board.values(column).keys().map(|value| &**value).collect();
    values.sort_by_cached_key(|value| names.order(column, value));
    values
}

/// The lines under the headings of a column, and the headings.
fn grouped(
    reader: &Reader<'_>,
    board: &Board,
    column: FacetColumn,
    sorted: &[u32],
) -> Result<(Vec<u32>, Vec<GroupHead>)> {
    let names = Names::read(reader)?;
    let mut under: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for place in sorted {
        let mut put = |value: &str| match under.get_mut(value) {
            Some(lines) => lines.push(*place),
            None => drop(under.insert(value.to_owned(), vec![*place])),
        };
        let mut is_none = true;
        if let Some(entry) = board.at(*place) {
            entry.each_value(column, |value| {
                is_none = false;
                put(value);
            });
        }
        if is_none {
            put(NONE);
        }
    }
    let mut lines = Vec::with_capacity(sorted.len());
    let mut groups = Vec::new();
    for value in ordered(board, column, &names) {
        if let Some(mine) = under.remove(value) {
            groups.push(GroupHead {
                name: names.name(column, value),
                value: value.to_owned(),
                first: u32::try_from(lines.len()).unwrap_or(u32::MAX),
                count: u32::try_from(mine.len()).unwrap_or(u32::MAX),
            });
            lines.extend(mine);
        }
    }
    Ok((lines, groups))
}
