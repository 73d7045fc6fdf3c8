//! Themes, affected groups and SDG targets of recommendations. A tag from an import or a rule is a
//! suggestion until a person confirms it (UHRI tags carry errors).

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::Vocabulary;
use crate::base::text::squeeze;
use crate::base::word::word_of;
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::reference::states;

/// What happens to the tags of a selection; labels not named stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TagChange {
    pub ids: Vec<String>,
    pub vocabulary: Vocabulary,
    /// Set on every record of the selection, confirmed.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add: Vec<String>,
    /// Taken from every record that has it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove: Vec<String>,
    /// Confirmed on every record that has it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub confirm: Vec<String>,
}

/// Adds, removes and confirms tags over a selection; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `label-empty`, `state-unknown` for a country,
/// `label-retired` (I23).
pub fn tag_recommendations(tx: &Tx<'_>, change: &TagChange) -> Result<u32> {
    super::edit::refuse_missing(tx, &change.ids)?;
    let vocabulary = word_of(&change.vocabulary)?;
    for label in &change.add {
        refuse_unoffered(tx, change.vocabulary, label)?;
    }
    for id in &change.ids {
        for label in &change.add {
            put_tag(tx, id, change.vocabulary, label, true)?;
        }
        for (labels, field) in [(&change.remove, "deleted"), (&change.confirm, "confirmed")] {
            for label in labels {
                tx.execute(
                    &format!(
                        "update recommendation_tag
                         set {field} = 1
                         where recommendation_id = :id and vocabulary = :vocabulary
                           and label = :label and deleted = 0"
                    ),
                    named_params! {":id": id, ":vocabulary": vocabulary, ":label": label},
                )?;
            }
        }
    }
    let count = super::edit::count_of(&change.ids);
    tx.name_with("count", count);
    Ok(count)
}

/// A person chooses from what is offered; imports bring what their file says.
fn refuse_unoffered(tx: &Tx<'_>, vocabulary: Vocabulary, label: &str) -> Result<()> {
    let label = squeeze(label);
    if vocabulary == Vocabulary::Country && states::by_iso3(&label).is_none() {
        return Err(Error::person("state-unknown").with("state", label));
    }
    let retired = tx.count(
        "select count(*)
         from live_vocabulary_entry
         where vocabulary = :vocabulary and label = :label and is_active = 0",
        named_params! {":vocabulary": word_of(&vocabulary)?, ":label": label},
    )?;
    if retired > 0 {
        return Err(Error::person("label-retired").with("label", label));
    }
    Ok(())
}

/// Sets one tag: a removed one comes back, a suggested one is confirmed where `confirmed` says so, a
/// confirmed one never falls back to a suggestion.
pub(crate) fn put_tag(
    tx: &Tx<'_>,
    id: &str,
    vocabulary: Vocabulary,
    label: &str,
    confirmed: bool,
) -> Result<()> {
    let label = squeeze(label);
    if label.is_empty() {
        return Err(Error::person("label-empty"));
    }
    tx.execute(
        "insert into recommendation_tag (id, recommendation_id, vocabulary, label, confirmed)
         values (:tag, :id, :vocabulary, :label, :confirmed)
         on conflict (recommendation_id, vocabulary, label) do update
         set deleted = 0,
             confirmed = case
               when recommendation_tag.deleted = 1 then excluded.confirmed
               else max(recommendation_tag.confirmed, excluded.confirmed)
             end
         where recommendation_tag.deleted = 1
            or recommendation_tag.confirmed < excluded.confirmed",
        named_params! {
            ":tag": tx.new_id(),
            ":id": id,
            ":vocabulary": word_of(&vocabulary)?,
            ":label": label,
            ":confirmed": confirmed,
        },
    )?;
    Ok(())
}
