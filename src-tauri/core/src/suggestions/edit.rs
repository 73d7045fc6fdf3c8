//! Accepting and dismissing suggestions, one or many, each time one step of undo.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SuggestionKind;
use crate::base::word::{value_of, word_of};
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::recommendations::{
    self, RecommendationPatch, Vocabulary, edit_recommendations, put_tag,
};

/// A suggestion by what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestionRef {
    pub recommendation_id: String,
    pub kind: SuggestionKind,
    pub value: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptSuggestions {
    pub suggestions: Vec<SuggestionRef>,
}

/// Takes suggestions over as if a person had set them; gives the number of records. One that was
/// dismissed before is dismissed no longer.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `suggestion-not-understood`, `label-empty`.
pub fn accept_suggestions(tx: &Tx<'_>, wish: &AcceptSuggestions) -> Result<u32> {
    let records = records_of(tx, &wish.suggestions)?;
    for one in &wish.suggestions {
        let ids = [one.recommendation_id.clone()];
        match one.kind {
            SuggestionKind::Category => {
                let category = one.value.parse().map_err(|_| not_understood(one))?;
                let patch = RecommendationPatch {
                    action_category: Some(Some(category)),
                    ..RecommendationPatch::default()
                };
                edit_recommendations(tx, &ids, &patch)?;
            }
            SuggestionKind::Cluster => {
                let patch = RecommendationPatch {
                    cluster_id: Some(Some(one.value.clone())),
                    ..RecommendationPatch::default()
                };
                edit_recommendations(tx, &ids, &patch)?;
            }
            tag => {
                put_tag(
                    tx,
                    &one.recommendation_id,
                    vocabulary_of(tag)?,
                    &one.value,
                    true,
                )?;
            }
        }
        tx.execute(
            "update dismissed_suggestion
             set deleted = 1
             where recommendation_id = :id and kind = :kind and value = :value and deleted = 0",
            named_params! {
                ":id": one.recommendation_id,
                ":kind": word_of(&one.kind)?,
                ":value": one.value,
            },
        )?;
    }
    tx.name_with("count", records);
    Ok(records)
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissSuggestions {
    pub suggestions: Vec<SuggestionRef>,
}

/// Remembers that a person does not want suggestions; gives the number of records. A tag that came
/// with the file and waits is taken away, and so is an unconfirmed category.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn dismiss_suggestions(tx: &Tx<'_>, wish: &DismissSuggestions) -> Result<u32> {
    let records = records_of(tx, &wish.suggestions)?;
    for one in &wish.suggestions {
        tx.execute(
            "insert into dismissed_suggestion (id, recommendation_id, kind, value)
             values (:row, :id, :kind, :value)
             on conflict (recommendation_id, kind, value) do update
             set deleted = 0
             where dismissed_suggestion.deleted = 1",
            named_params! {
                ":row": tx.new_id(),
                ":id": one.recommendation_id,
                ":kind": word_of(&one.kind)?,
                ":value": one.value,
            },
        )?;
        match one.kind {
            SuggestionKind::Cluster => {}
            SuggestionKind::Category => {
                tx.execute(
                    "update recommendation
                     set action_category = null
                     where id = :id and action_category_confirmed = 0
                       and cast(action_category as text) = :value",
                    named_params! {":id": one.recommendation_id, ":value": one.value},
                )?;
            }
            tag => {
                tx.execute(
                    "update recommendation_tag
                     set deleted = 1
                     where recommendation_id = :id and vocabulary = :vocabulary and label = :value
                       and confirmed = 0 and deleted = 0",
                    named_params! {
                        ":id": one.recommendation_id,
                        ":vocabulary": word_of(&tag)?,
                        ":value": one.value,
                    },
                )?;
            }
        }
    }
    tx.name_with("count", records);
    Ok(records)
}

/// The number of records meant; refuses what is not there.
fn records_of(tx: &Tx<'_>, suggestions: &[SuggestionRef]) -> Result<u32> {
    let ids: BTreeSet<&String> = suggestions
        .iter()
        .map(|one| &one.recommendation_id)
        .collect();
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    recommendations::refuse_missing(tx, &ids)?;
    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
}

/// The vocabulary has the same word as the kind of suggestion.
fn vocabulary_of(kind: SuggestionKind) -> Result<Vocabulary> {
    value_of(&word_of(&kind)?).ok_or_else(|| Error::bug("suggestion-not-understood"))
}

fn not_understood(one: &SuggestionRef) -> Error {
    Error::person("suggestion-not-understood").with("value", &one.value)
}
