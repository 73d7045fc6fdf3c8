//! Which values a column takes under a filter. The column's own part of the filter is left out, so
//! that its menu still offers the other values.

use serde::Serialize;
use ts_rs::TS;

use super::fields::{MISSING, places_without};
use super::filter::places_of;
use super::names::Names;
use super::{FacetColumn, Filter};
use crate::base::Result;
use crate::dossier::Reader;
use crate::figures::board::{Board, NONE, Places, STANDINGS};

/// Which values a column takes under a filter, with counts, for the filter menus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FacetValue {
    /// Code, id or label; `none` where it is not set.
    pub value: String,
    /// Name as stored; absent for codes that Fluent names.
    pub name: Option<String>,
    pub count: u32,
}

/// The values of `column` with their counts, the most frequent first, "not set" at the end.
///
/// # Errors
/// As [`places_of`].
pub fn facet_values(
    reader: &Reader<'_>,
    board: &Board,
    filter: &Filter,
    column: FacetColumn,
) -> Result<Vec<FacetValue>> {
    let places = places_of(reader, board, filter, Some(column))?;
    let names = Names::read(reader)?;
    let mut values: Vec<FacetValue> = board
        .values(column)
        .iter()
        .map(|(value, with)| FacetValue {
            name: names.name(column, value),
            value: value.to_string(),
            count: places.count_of(with),
        })
        .filter(|found| found.count > 0)
        .collect();
    if column == FacetColumn::Standing {
        values.retain(|found| found.value != NONE);
        values.sort_by_key(|found| STANDINGS.iter().position(|word| *word == found.value));
        return Ok(values);
    }
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

/// What can be missing, with how many records of the filter miss it as well.
///
/// # Errors
/// As [`places_of`].
pub fn missing_values(
    reader: &Reader<'_>,
    board: &Board,
    filter: &Filter,
) -> Result<Vec<FacetValue>> {
    let places = places_of(reader, board, filter, None)?;
    Ok(MISSING
        .iter()
        .map(|(word, _)| {
            let mut missing = places_without(board, word).unwrap_or_else(|| Places::none(0));
            missing.keep(&places);
            FacetValue {
                value: (*word).to_owned(),
                name: None,
                count: missing.count(),
            }
        })
        .collect())
}
