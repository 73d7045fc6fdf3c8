//! What can be asked about priorities.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::verdict;
use super::{Appraisal, Criterion, Score};
use crate::base::word::from_optional_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// The criteria in their order.
///
/// # Errors
/// The storage's own.
pub fn list_criteria(reader: &Reader<'_>) -> Result<Vec<Criterion>> {
    reader.rows(
        "select id, name, description, weight, place
         from live_priority_criterion
         order by place, name, id",
        [],
        |row| {
            Ok(Criterion {
                id: row.get(0)?,
                name: row.get(1)?,
                description: row.get(2)?,
                weight: row.get(3)?,
                place: row.get(4)?,
            })
        },
    )
}

pub(super) fn get_criterion(reader: &Reader<'_>, id: &str) -> Result<Criterion> {
    list_criteria(reader)?
        .into_iter()
        .find(|criterion| criterion.id == id)
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// Scores and suggested priorities of some recommendations, of all where `ids` is empty; in the
/// order of their reference.
///
/// # Errors
/// The storage's own.
pub fn list_appraisals(reader: &Reader<'_>, ids: &[String]) -> Result<Vec<Appraisal>> {
    let wanted: BTreeSet<&String> = ids.iter().collect();
    let criteria = list_criteria(reader)?;
    let mut scores = scores_by_record(reader)?;
    let records = reader.rows(
        "select id, priority, priority_reason from live_recommendation order by sort_key, id",
        [],
        |row| Ok((row.get(0)?, from_optional_word(row, 1)?, row.get(2)?)),
    )?;
    Ok(records
        .into_iter()
        .filter(|(id, _, _)| wanted.is_empty() || wanted.contains(id))
        .map(|(id, priority, priority_reason)| {
            let scored = scores.remove(&id).unwrap_or_default();
            let weighed: Vec<(u8, Option<u8>)> = criteria
                .iter()
                .map(|criterion| (criterion.weight, scored.get(&criterion.id).copied()))
                .collect();
            let given = criteria.iter().filter_map(|criterion| {
                let score = scored.get(&criterion.id)?;
                Some(Score {
                    criterion_id: criterion.id.clone(),
                    score: *score,
                })
            });
            Appraisal {
                scores: given.collect(),
                verdict: verdict(&weighed),
                recommendation_id: id,
                priority,
                priority_reason,
            }
        })
        .collect())
}

type Scores = BTreeMap<String, BTreeMap<String, u8>>;

fn scores_by_record(reader: &Reader<'_>) -> Result<Scores> {
    let rows = reader.rows(
        "select recommendation_id, criterion_id, score
         from live_priority_score
         order by recommendation_id, criterion_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut scores = Scores::new();
    for (record, criterion, score) in rows {
        scores.entry(record).or_default().insert(criterion, score);
    }
    Ok(scores)
}
