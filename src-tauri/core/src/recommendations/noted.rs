//! What becomes of a recommendation that was not accepted (the report, §2.4, §6.1): the way it goes,
//! when it is looked at again, and who could take it up. It stays in every total (I5).

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::{count_of, refuse_missing};
use super::{Vocabulary, list};
use crate::base::patch::given;
use crate::base::word::{from_word, word_of};
use crate::base::{Error, Result, date};
use crate::dossier::{Reader, Tx};
use crate::reference::positions::PositionGroup;
use crate::reference::{positions, special_procedures};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pathway {
    KeepUnderWatch,
    PartialImplementation,
    ReconsiderPosition,
    DialogueWithMechanism,
    LongTermAdvocacy,
    /// Its reasons stand in the note.
    ClosedWithReasons,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotedPathway {
    pub pathway: Pathway,
    /// When it is looked at again.
    pub review_on: Option<String>,
    /// Code of a treaty body or label of a mandate that could take it up.
    pub body: Option<String>,
    /// English name of the body.
    pub body_name: Option<String>,
    pub note: Option<String>,
}

/// Changed fields of the pathway of a selection; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PathwayPatch {
    /// `null` takes the pathway away.
    #[serde(deserialize_with = "given")]
    pub pathway: Option<Option<Pathway>>,
    #[serde(deserialize_with = "given")]
    pub review_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub body: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// A body that could take a recommendation up, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BodySuggestion {
    pub body: String,
    pub name: String,
    /// The tag that speaks for it.
    pub vocabulary: Vocabulary,
    pub label: String,
}

/// Sets what becomes of a selection that was not accepted; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `pathway-only-noted`, `date-not-understood`,
/// `body-unknown`, `pathway-reason-missing`.
pub fn set_noted_pathway(tx: &Tx<'_>, ids: &[String], patch: &PathwayPatch) -> Result<u32> {
    refuse_missing(tx, ids)?;
    if let Some(Some(body)) = &patch.body
        && special_procedures::name_of_body(body).is_none()
    {
        return Err(Error::person("body-unknown").with("body", body));
    }
    for id in ids {
        if patch.pathway == Some(None) {
            tx.execute(
                "update noted_pathway set deleted = 1 where recommendation_id = :id",
                named_params! {":id": id},
            )?;
        } else {
            put_pathway(tx, id, patch)?;
        }
    }
    tx.name_with("count", count_of(ids));
    Ok(count_of(ids))
}

fn put_pathway(tx: &Tx<'_>, id: &str, patch: &PathwayPatch) -> Result<()> {
    refuse_accepted(tx, id)?;
    let old = find_noted_pathway(tx, id)?;
    let old = old.as_ref();
    let kept = |new: &Option<Option<String>>, old: Option<&String>| match new {
        Some(new) => new.clone().filter(|text| !text.trim().is_empty()),
        None => old.cloned(),
    };
    let pathway = patch
        .pathway
        .flatten()
        .or(old.map(|old| old.pathway))
        .unwrap_or(Pathway::KeepUnderWatch);
    let review_on = kept(&patch.review_on, old.and_then(|old| old.review_on.as_ref()))
        .as_deref()
        .map(date::parse)
        .transpose()?
        .map(date::iso);
    let note = kept(&patch.note, old.and_then(|old| old.note.as_ref()));
    if pathway == Pathway::ClosedWithReasons && note.is_none() {
        return Err(Error::person("pathway-reason-missing"));
    }
    tx.execute(
        "insert into noted_pathway (id, recommendation_id, pathway, review_on, body, note)
         values (:row, :id, :pathway, :review_on, :body, :note)
         on conflict (recommendation_id) do update
         set pathway = excluded.pathway, review_on = excluded.review_on, body = excluded.body,
             note = excluded.note, deleted = 0",
        named_params! {
            ":row": tx.new_id(),
            ":id": id,
            ":pathway": word_of(&pathway)?,
            ":review_on": review_on,
            ":body": kept(&patch.body, old.and_then(|old| old.body.as_ref())),
            ":note": note,
        },
    )?;
    Ok(())
}

fn refuse_accepted(tx: &Tx<'_>, id: &str) -> Result<()> {
    list::refuse_without_position(tx, id)?;
    let position = list::position_of(tx, id)?;
    let is_accepted = position
        .and_then(|code| positions::by_code(&code))
        .is_some_and(|position| position.group == PositionGroup::Accepted);
    if is_accepted {
        let reference = list::reference_of_record(tx, id)?;
        return Err(Error::person("pathway-only-noted").with("reference", reference));
    }
    Ok(())
}

/// What becomes of a record that was not accepted, where somebody said so.
///
/// # Errors
/// The storage's own.
pub fn find_noted_pathway(reader: &Reader<'_>, id: &str) -> Result<Option<NotedPathway>> {
    reader.find(
        "select pathway, review_on, body, note
         from live_noted_pathway
         where recommendation_id = :id",
        named_params! {":id": id},
        |row| {
            let body: Option<String> = row.get(2)?;
            Ok(NotedPathway {
                pathway: from_word(row, 0)?,
                review_on: row.get(1)?,
                body_name: body.as_deref().and_then(special_procedures::name_of_body),
                body,
                note: row.get(3)?,
            })
        },
    )
}

/// Bodies that could take a record up, from its themes and groups of persons, each once.
///
/// # Errors
/// `record-not-found`.
pub fn suggest_bodies(reader: &Reader<'_>, id: &str) -> Result<Vec<BodySuggestion>> {
    let record = list::get_recommendation(reader, id)?;
    let mut found: Vec<BodySuggestion> = Vec::new();
    for (vocabulary, word, labels) in [
        (Vocabulary::Theme, "theme", &record.themes),
        (Vocabulary::Group, "group", &record.groups),
    ] {
        for label in labels {
            for body in special_procedures::bodies_for(word, label) {
                let is_new = !found.iter().any(|known| known.body == body);
                if let Some(name) = special_procedures::name_of_body(&body).filter(|_| is_new) {
                    found.push(BodySuggestion {
                        body,
                        name,
                        vocabulary,
                        label: label.clone(),
                    });
                }
            }
        }
    }
    Ok(found)
}
