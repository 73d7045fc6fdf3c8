//! Pages of the register.

use rusqlite::named_params;

use super::{Page, Query, Row, View};
use crate::base::word::from_optional_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::figures::board::{Board, Entry};
use crate::recommendations::Vocabulary;

/// The most rows one question may ask for (SPEED: any message to the screen stays small).
const LARGEST_PAGE: u32 = 100;

/// A window of rows over a view.
///
/// # Errors
/// `page-too-large`; the storage's own.
pub fn page_rows(reader: &Reader<'_>, board: &Board, view: &View, query: &Query) -> Result<Page> {
    if query.limit > LARGEST_PAGE {
        return Err(Error::bug("page-too-large").with("limit", query.limit));
    }
    let (skip, take) = (size(query.offset), size(query.limit));
    let rows = view
        .places
        .iter()
        .skip(skip)
        .take(take)
        .filter_map(|place| board.recommendations.get(*place))
        .map(|entry| row_of(reader, entry))
        .collect::<Result<Vec<_>>>()?;
    Ok(Page {
        rows,
        offset: query.offset,
        total: u32::try_from(view.places.len()).unwrap_or(u32::MAX),
        of: u32::try_from(board.recommendations.len()).unwrap_or(u32::MAX),
    })
}

fn row_of(reader: &Reader<'_>, entry: &Entry) -> Result<Row> {
    let found = reader.find(
        "select r.reference, r.paragraph, r.document, r.text, r.language,
                r.action_category_confirmed, c.name, r.priority,
                (select a.short_name from live_agency a where a.id = :lead)
         from live_recommendation r
         left join live_cluster c on c.id = r.cluster_id
         where r.key = :key",
        named_params! {":key": entry.key, ":lead": entry.lead.as_deref()},
        |row| {
            Ok(Row {
                id: entry.id.to_string(),
                reference: row.get(0)?,
                paragraph: row.get(1)?,
                document: row.get(2)?,
                mechanism: entry.mechanism.to_string(),
                text: row.get(3)?,
                language: row.get(4)?,
                recommending_states: entry.states.iter().map(|state| state.to_string()).collect(),
                position: entry.position.as_deref().map(str::to_owned),
                action_category: entry.category,
                action_category_confirmed: row.get(5)?,
                cluster_id: entry.cluster.as_deref().map(str::to_owned),
                cluster: row.get(6)?,
                priority: from_optional_word(row, 7)?,
                lead_id: entry.lead.as_deref().map(str::to_owned),
                lead: row.get(8)?,
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
            })
        },
    )?;
    found.ok_or_else(|| Error::bug("board-stale"))
}

pub(super) fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
