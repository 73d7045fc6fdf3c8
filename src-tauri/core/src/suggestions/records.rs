//! What the suggestions read of the plan.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::{SuggestionKind, rules};
use crate::base::Result;
use crate::base::word::value_of;
use crate::dossier::Reader;

/// Sorted records that are compared with; enough to know how a plan sorts.
const MOST_KNOWN: u32 = 5_000;

/// One recommendation's columns.
pub(super) struct Record {
    pub(super) id: String,
    pub(super) reference: String,
    pub(super) text: String,
    pub(super) category: Option<u8>,
    pub(super) is_category_confirmed: bool,
    pub(super) cluster: Option<String>,
}

/// Which records are read.
#[derive(Clone, Copy)]
pub(super) enum Which<'a> {
    All,
    These(&'a [String]),
    /// Those a person has sorted in some way.
    Known,
}

pub(super) fn records(reader: &Reader<'_>, which: Which<'_>) -> Result<Vec<Record>> {
    let (narrowed, limit, ids): (_, _, &[String]) = match which {
        Which::All => (":ids = '[]'", -1, &[]),
        Which::These(ids) => ("id in (select value from json_each(:ids))", -1, ids),
        Which::Known => (
            ":ids = '[]'
             and (action_category_confirmed = 1
               or cluster_id is not null
               or exists (
                 select 1 from live_recommendation_tag t
                 where t.recommendation_id = r.id and t.confirmed = 1))",
            i64::from(MOST_KNOWN),
            &[],
        ),
    };
    reader.rows(
        &format!(
            "select id, reference, text, action_category, action_category_confirmed, cluster_id
             from live_recommendation r
             where {narrowed}
             order by sort_key, id
             limit :limit"
        ),
        named_params! {":ids": serde_json::to_string(ids)?, ":limit": limit},
        |row| {
            Ok(Record {
                id: row.get(0)?,
                reference: row.get(1)?,
                text: row.get(2)?,
                category: row.get(3)?,
                is_category_confirmed: row.get(4)?,
                cluster: row.get(5)?,
            })
        },
    )
}

/// Kind, label and whether a person confirmed it, by record.
pub(super) type Tags = BTreeMap<String, Vec<(SuggestionKind, String, bool)>>;

pub(super) fn tags_by_record(reader: &Reader<'_>) -> Result<Tags> {
    let rows = reader.rows(
        "select recommendation_id, vocabulary, label, confirmed
         from live_recommendation_tag
         order by recommendation_id, vocabulary, label",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let mut tags = Tags::new();
    for (record, vocabulary, label, is_confirmed) in rows {
        let (record, vocabulary): (String, String) = (record, vocabulary);
        if let Some(kind) = value_of(&vocabulary) {
            tags.entry(record)
                .or_default()
                .push((kind, label, is_confirmed));
        }
    }
    Ok(tags)
}

/// A plan that sorts by other labels (the coded themes of the older index, or its own) is not offered
/// the built-in ones.
pub(super) fn uses_built_in(tags: &Tags) -> BTreeMap<SuggestionKind, f64> {
    let mut counts: BTreeMap<SuggestionKind, (u32, u32)> = BTreeMap::new();
    for (kind, label, _) in tags.values().flatten() {
        let (built_in, all) = counts.entry(*kind).or_default();
        *built_in += u32::from(rules::knows(*kind, label));
        *all += 1;
    }
    counts
        .into_iter()
        .map(|(kind, (built_in, all))| (kind, f64::from(built_in) / f64::from(all.max(1))))
        .collect()
}

/// Labels that the plan no longer offers (I23).
pub(super) fn retired(reader: &Reader<'_>) -> Result<BTreeSet<(String, String)>> {
    let rows = reader.rows(
        "select vocabulary, label
         from live_vocabulary_entry
         where is_active = 0
         order by vocabulary, label",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

pub(super) fn dismissed(reader: &Reader<'_>) -> Result<BTreeSet<(String, String, String)>> {
    let rows = reader.rows(
        "select recommendation_id, kind, value
         from live_dismissed_suggestion
         order by recommendation_id, kind, value",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(rows.into_iter().collect())
}
