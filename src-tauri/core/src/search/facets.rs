//! Which values a column takes under a filter. The column's own part of the filter is left out, so
//! that its menu still offers the other values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::{NONE, Sieve};
use super::{FacetValue, Filter};
use crate::base::Result;
use crate::base::word::word_of;
use crate::dossier::Reader;
use crate::figures::board::{Board, Entry};
use crate::recommendations::Vocabulary;
use crate::reference::states;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FacetColumn {
    Position,
    Mechanism,
    Cluster,
    Lead,
    Agency,
    Progress,
    Theme,
    Group,
    Sdg,
    Category,
    Priority,
    State,
}

/// The values of `column` with their counts, the most frequent first, "not set" at the end.
///
/// # Errors
/// The storage's own.
pub fn facet_values(
    reader: &Reader<'_>,
    board: &Board,
    filter: &Filter,
    column: FacetColumn,
) -> Result<Vec<FacetValue>> {
    let sieve = Sieve::new(reader, board, filter)?;
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for entry in &board.recommendations {
        if sieve.passes(entry, Some(column)) {
            for value in values_of(entry, column) {
                *found.entry(value).or_default() += 1;
            }
        }
    }
    let names = names(reader, column)?;
    let mut values: Vec<FacetValue> = found
        .into_iter()
        .map(|(value, count)| FacetValue {
            name: name_of(&value, column, &names),
            value,
            count,
        })
        .collect();
    values.sort_by(|a, b| {
        (a.value == NONE)
            .cmp(&(b.value == NONE))
            .then(b.count.cmp(&a.count))
            .then_with(|| {
                a.name
                    .as_ref()
                    .unwrap_or(&a.value)
                    .cmp(b.name.as_ref().unwrap_or(&b.value))
            })
    });
    Ok(values)
}

fn values_of(entry: &Entry, column: FacetColumn) -> Vec<String> {
    let of_tags = |vocabulary: Vocabulary| {
        entry
            .tags
            .iter()
            .filter(|tag| tag.0 == vocabulary)
            .map(|tag| tag.1.to_string())
            .collect()
    };
    let one = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    let values = match column {
        FacetColumn::Position => one(entry.position.as_deref().map(str::to_owned)),
        FacetColumn::Mechanism => vec![entry.mechanism.to_string()],
        FacetColumn::Cluster => one(entry.cluster.as_deref().map(str::to_owned)),
        FacetColumn::Lead => one(entry.lead.as_deref().map(str::to_owned)),
        FacetColumn::Agency => entry
            .agencies
            .iter()
            .map(|agency| agency.to_string())
            .collect(),
        FacetColumn::Progress => one(word_of(&entry.progress).ok()),
        FacetColumn::Theme => of_tags(Vocabulary::Theme),
        FacetColumn::Group => of_tags(Vocabulary::Group),
        FacetColumn::Sdg => of_tags(Vocabulary::Sdg),
        FacetColumn::Category => one(entry.category.map(|category| category.to_string())),
        FacetColumn::Priority => one(entry.priority.and_then(|priority| word_of(&priority).ok())),
        FacetColumn::State => entry.states.iter().map(|state| state.to_string()).collect(),
    };
    if values.is_empty() {
        vec![NONE.to_owned()]
    } else {
        values
    }
}

fn names(reader: &Reader<'_>, column: FacetColumn) -> Result<BTreeMap<String, String>> {
    let sql = match column {
        FacetColumn::Cluster => "select id, name from live_cluster order by id",
        FacetColumn::Lead | FacetColumn::Agency => {
            "select id, short_name from live_agency order by id"
        }
        _ => return Ok(BTreeMap::new()),
    };
    Ok(reader
        .rows(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?
        .into_iter()
        .collect())
}

fn name_of(value: &str, column: FacetColumn, names: &BTreeMap<String, String>) -> Option<String> {
    match column {
        FacetColumn::State => states::by_iso3(value).map(|state| state.name.to_owned()),
        _ => names.get(value).cloned(),
    }
}
