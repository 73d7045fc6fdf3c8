//! Scoring recommendations, and taking over what the scores suggest.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{FULL, list};
use crate::base::lang::Words;
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::people;
use crate::recommendations::{self, RecommendationPatch, edit_recommendations};

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ScoreRecommendations {
    pub ids: Vec<String>,
    pub criterion_id: String,
    /// 0 to 3; the score is taken back where absent.
    pub score: Option<u8>,
}

/// Scores a selection on one criterion; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `score-out-of-range`.
pub fn score_recommendations(tx: &Tx<'_>, wish: &ScoreRecommendations) -> Result<u32> {
    recommendations::refuse_missing(tx, &wish.ids)?;
    let criterion = list::get_criterion(tx, &wish.criterion_id)?;
    if let Some(score) = wish.score.filter(|score| *score > FULL) {
        return Err(Error::person("score-out-of-range").with("value", score));
    }
    for id in &wish.ids {
        match wish.score {
            Some(score) => put_score(tx, id, &criterion.id, score)?,
            None => take_score(tx, id, &criterion.id)?,
        }
    }
    let count = u32::try_from(wish.ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    tx.name_with("criterion", criterion.name);
    Ok(count)
}

fn put_score(tx: &Tx<'_>, id: &str, criterion: &str, score: u8) -> Result<()> {
    tx.execute(
        "insert into priority_score (id, recommendation_id, criterion_id, score)
         values (:row, :id, :criterion, :score)
         on conflict (recommendation_id, criterion_id) do update
         set score = excluded.score, deleted = 0
         where priority_score.score <> excluded.score or priority_score.deleted = 1",
        named_params! {":row": tx.new_id(), ":id": id, ":criterion": criterion, ":score": score},
    )?;
    Ok(())
}

fn take_score(tx: &Tx<'_>, id: &str, criterion: &str) -> Result<()> {
    tx.execute(
        "update priority_score
         set deleted = 1
         where recommendation_id = :id and criterion_id = :criterion and deleted = 0",
        named_params! {":id": id, ":criterion": criterion},
    )?;
    Ok(())
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptPriorities {
    pub ids: Vec<String>,
}

/// Confirms the suggested priorities of a selection, each with its reason in the plan's language;
/// gives the number of records that had one.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `no-priority-suggested` where no record of the selection
/// has enough scores.
pub fn accept_priorities(tx: &Tx<'_>, wish: &AcceptPriorities) -> Result<u32> {
    recommendations::refuse_missing(tx, &wish.ids)?;
    let words = Words::of(&people::get_profile(tx)?.language);
    let mut count: u32 = 0;
    for found in list::list_appraisals(tx, &wish.ids)? {
        let Some(verdict) = found.verdict else {
            continue;
        };
        let reason = words.say_with(
            "priorities-reason",
            &[
                ("high", &verdict.high.to_string()),
                ("criteria", &verdict.criteria.to_string()),
                ("percent", &verdict.percent.to_string()),
            ],
        );
        let patch = RecommendationPatch {
            priority: Some(Some(verdict.priority)),
            priority_reason: Some(Some(reason)),
            ..RecommendationPatch::default()
        };
        edit_recommendations(tx, &[found.recommendation_id], &patch)?;
        count += 1;
    }
    if count == 0 {
        return Err(Error::person("no-priority-suggested"));
    }
    tx.name_with("count", count);
    Ok(count)
}
