//! Counts and shares of what a filter means, with the names and the order of their values.

use super::Filter;
use super::filter::places_of;
use super::names::Names;
use crate::base::Result;
use crate::dossier::Reader;
use crate::figures::board::{Board, FacetColumn};
use crate::figures::{self, Basis, Shares};

/// Counts what `filter` means by `dimension`, in the order of its vocabulary; of labels the most
/// frequent first. "Not set" stands last.
///
/// # Errors
/// As [`places_of`].
pub fn shares(
    reader: &Reader<'_>,
    board: &Board,
    filter: &Filter,
    dimension: FacetColumn,
    basis: Basis,
) -> Result<Shares> {
    let places = places_of(reader, board, filter, None)?;
    let names = Names::read(reader)?;
    let mut found = figures::shares(board, &places, dimension, basis);
    for line in &mut found.lines {
        line.name = names.name(dimension, &line.value);
    }
    let by_count = dimension.vocabulary().is_some()
        || matches!(
            dimension,
            FacetColumn::State | FacetColumn::Lead | FacetColumn::Agency
        );
    found.lines.sort_by_cached_key(|line| {
        let (rank, name) = names.order(dimension, &line.value);
        let is_set = line.value != crate::figures::board::NONE;
        let count = if by_count && is_set {
            u32::MAX - line.count
        } else {
            0
        };
        (!is_set, count, rank, name)
    });
    Ok(found)
}
