//! What can be done with recommendations. Verbatim text has no verb here (I1).

use rusqlite::named_params;
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

use super::positions::{PositionGiven, first_answer};
use super::{
    Duration, NeedsLaw, Origin, Priority, RecordType, Scope, list, reference_of, sort_key,
};
use crate::base::patch::given;
use crate::base::text::fingerprint;
use crate::base::word::word_of;
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::reference::{categories, mechanisms, states};

/// A recommendation to be added, as it stands in its document.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewRecommendation {
    pub mechanism: String,
    /// Treaty body or mandate.
    pub body: Option<String>,
    pub year: Option<u32>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    pub document: Option<String>,
    pub paragraph: Option<String>,
    pub letter: Option<String>,
    pub text: String,
    /// The cell as it stood in a foreign file.
    pub raw_text: Option<String>,
    pub language: Option<String>,
    /// ISO 3166-1 alpha-3, in the order of the text.
    pub recommending_states: Vec<String>,
    pub position: Option<String>,
    pub record_type: Option<RecordType>,
    /// Where the paragraph is not known: made from the running number of the import.
    pub reference: Option<String>,
    /// As imported; suggested from the verb rules where absent.
    pub action_category: Option<u8>,
}

/// Adds a recommendation; gives its id. Its action category is suggested where it has none.
///
/// # Errors
/// `text-missing`, `mechanism-unknown`, `position-unknown`, `position-not-for-mechanism` (I3),
/// `state-unknown`, `reference-taken` (I2).
pub fn add_recommendation(tx: &Tx<'_>, new: &NewRecommendation) -> Result<String> {
    let answer = new.position.as_ref().map(|position| PositionGiven {
        position: position.clone(),
        ..PositionGiven::default()
    });
    add_answered(tx, new, answer.as_ref())
}

/// As [`add_recommendation`], with the first answer of the State as it was given. The record has its
/// position from the start: an import of thousands writes no row twice.
pub(crate) fn add_answered(
    tx: &Tx<'_>,
    new: &NewRecommendation,
    answer: Option<&PositionGiven>,
) -> Result<String> {
    if new.text.trim().is_empty() {
        return Err(Error::person("text-missing"));
    }
    if mechanisms::by_code(&new.mechanism).is_none() {
        return Err(Error::person("mechanism-unknown").with("mechanism", &new.mechanism));
    }
    let (paragraph, letter) = (new.paragraph.as_deref(), new.letter.as_deref());
    let origin = Origin {
        mechanism: &new.mechanism,
        body: new.body.as_deref(),
        cycle: new.cycle,
        year: new.year,
    };
    let reference = new
        .reference
        .clone()
        .unwrap_or_else(|| reference_of(&origin, paragraph, letter));
    if list::find_by_reference(tx, &reference)?.is_some() {
        return Err(Error::person("reference-taken").with("reference", reference));
    }
    // The rules know English verbs only; in another language they would find what is not there.
    let language = new.language.as_deref().unwrap_or("en");
    let by_rules = || categories::suggest(&new.text).filter(|_| language.starts_with("en"));
    let category = new
        .action_category
        .or_else(|| by_rules().map(|found| found.category));
    let id = tx.new_id();
    tx.execute(
        "insert into recommendation (
           id, record_type, reference, sort_key, mechanism, body, cycle, year, session, document,
           paragraph, letter, text, text_fingerprint, raw_text, language, position,
           action_category)
         values (
           :id, :record_type, :reference, :sort_key, :mechanism, :body, :cycle, :year, :session,
           :document, :paragraph, :letter, :text, :text_fingerprint, :raw_text, :language,
           :position, :action_category)",
        named_params! {
            ":id": id,
            ":record_type": word_of(&new.record_type.unwrap_or(RecordType::Recommendation))?,
            ":reference": reference,
            ":sort_key": sort_key(&reference),
            ":mechanism": new.mechanism,
            ":body": new.body,
            ":cycle": new.cycle,
            ":year": new.year,
            ":session": new.session,
            ":document": new.document,
            ":paragraph": paragraph,
            ":letter": letter,
            ":text": new.text.trim(),
            ":text_fingerprint": fingerprint(&new.text),
            ":raw_text": new.raw_text,
            ":language": new.language.as_deref().unwrap_or("en"),
            ":position": answer.map(|answer| &answer.position),
            ":action_category": category,
        },
    )?;
    for (place, state) in new.recommending_states.iter().enumerate() {
        put_state(tx, &id, state, place, None)?;
    }
    if let Some(answer) = answer {
        first_answer(tx, &id, &new.mechanism, answer)?;
    }
    tx.name_with("reference", &reference);
    Ok(id)
}

/// Names a recommending State on a recommendation, with its own answer where it differed.
pub(crate) fn put_state(
    tx: &Tx<'_>,
    id: &str,
    state: &str,
    place: usize,
    position: Option<&str>,
) -> Result<()> {
    if states::by_iso3(state).is_none() {
        return Err(Error::person("state-unknown").with("state", state));
    }
    tx.execute(
        "insert into recommendation_state (id, recommendation_id, state, place, position)
         values (:row, :id, :state, :place, :position)
         on conflict (recommendation_id, state) do update
         set place = excluded.place, position = excluded.position, deleted = 0",
        named_params! {
            ":row": tx.new_id(),
            ":id": id,
            ":state": state,
            ":place": u32::try_from(place).unwrap_or(u32::MAX),
            ":position": position,
        },
    )?;
    Ok(())
}

/// Fields that are edited over a selection.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RecommendationPatch {
    /// Setting it is confirming it.
    #[serde(deserialize_with = "given")]
    pub action_category: Option<Option<u8>>,
    #[serde(deserialize_with = "given")]
    pub cluster_id: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    /// Without a reason beside it the old reason goes: it spoke of another priority.
    pub priority: Option<Option<Priority>>,
    #[serde(deserialize_with = "given")]
    pub priority_reason: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
    /// A short restatement in plain words.
    #[serde(deserialize_with = "given")]
    pub plain_text: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub scope: Option<Option<Scope>>,
    #[serde(deserialize_with = "given")]
    pub duration: Option<Option<Duration>>,
    #[serde(deserialize_with = "given")]
    pub cross_border: Option<Option<bool>>,
    /// What crosses the border, in a word or two.
    #[serde(deserialize_with = "given")]
    pub cross_border_topic: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub needs_law: Option<Option<NeedsLaw>>,
}

/// Changes fields of a selection; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `category-out-of-range`.
pub fn edit_recommendations(
    tx: &Tx<'_>,
    ids: &[String],
    patch: &RecommendationPatch,
) -> Result<u32> {
    refuse_missing(tx, ids)?;
    if let Some(Some(category)) = patch.action_category
        && !(1..=5).contains(&category)
    {
        return Err(Error::person("category-out-of-range").with("value", category));
    }
    if let Some(Some(cluster)) = &patch.cluster_id {
        list::refuse_other_cluster(tx, cluster)?;
    }
    for id in ids {
        let field =
            |name: &str| format!("update recommendation set {name} = :value where id = :id");
        if let Some(category) = &patch.action_category {
            tx.execute(
                &field("action_category"),
                named_params! {":id": id, ":value": category},
            )?;
            let confirmed = category.is_some();
            tx.execute(
                &field("action_category_confirmed"),
                named_params! {":id": id, ":value": confirmed},
            )?;
        }
        if let Some(cluster) = &patch.cluster_id {
            tx.execute(
                &field("cluster_id"),
                named_params! {":id": id, ":value": cluster},
            )?;
        }
        if let Some(priority) = &patch.priority {
            let word = priority.as_ref().map(word_of).transpose()?;
            tx.execute(
                &field("priority"),
                named_params! {":id": id, ":value": word},
            )?;
        }
        if patch.priority.is_some() || patch.priority_reason.is_some() {
            let reason = patch.priority_reason.clone().flatten();
            let reason = reason.filter(|reason| !reason.trim().is_empty());
            tx.execute(
                &field("priority_reason"),
                named_params! {":id": id, ":value": reason},
            )?;
        }
        edit_reading(tx, id, patch)?;
    }
    tx.name_with("count", count_of(ids));
    Ok(count_of(ids))
}

/// The fields that say how a record is read.
fn edit_reading(tx: &Tx<'_>, id: &str, patch: &RecommendationPatch) -> Result<()> {
    let write = |name: &str, value: Value| {
        tx.execute(
            &format!("update recommendation set {name} = :value where id = :id"),
            named_params! {":id": id, ":value": value},
        )
    };
    for (name, text) in [
        ("note", &patch.note),
        ("plain_text", &patch.plain_text),
        ("cross_border_topic", &patch.cross_border_topic),
    ] {
        if let Some(text) = text {
            let text = text.as_deref().map(str::trim);
            write(
                name,
                text.filter(|text| !text.is_empty())
                    .map(str::to_owned)
                    .into(),
            )?;
        }
    }
    if let Some(scope) = &patch.scope {
        write("scope", scope.as_ref().map(word_of).transpose()?.into())?;
    }
    if let Some(duration) = &patch.duration {
        write(
            "duration",
            duration.as_ref().map(word_of).transpose()?.into(),
        )?;
    }
    if let Some(needs_law) = &patch.needs_law {
        write(
            "needs_law",
            needs_law.as_ref().map(word_of).transpose()?.into(),
        )?;
    }
    if let Some(cross_border) = patch.cross_border {
        write("cross_border", cross_border.into())?;
    }
    Ok(())
}

/// Confirms the suggested action categories of a selection.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn confirm_categories(tx: &Tx<'_>, ids: &[String]) -> Result<u32> {
    refuse_missing(tx, ids)?;
    for id in ids {
        tx.execute(
            "update recommendation
             set action_category_confirmed = 1
             where id = :id and action_category is not null",
            named_params! {":id": id},
        )?;
    }
    tx.name_with("count", count_of(ids));
    Ok(count_of(ids))
}

/// Takes records out of the register. They stay in the file and in the history (I22).
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn remove_recommendations(tx: &Tx<'_>, ids: &[String]) -> Result<u32> {
    refuse_missing(tx, ids)?;
    for id in ids {
        tx.execute(
            "update recommendation set deleted = 1 where id = :id",
            named_params! {":id": id},
        )?;
    }
    tx.name_with("count", count_of(ids));
    Ok(count_of(ids))
}

pub(crate) fn refuse_missing(tx: &Tx<'_>, ids: &[String]) -> Result<()> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    for id in ids {
        list::mechanism_of(tx, id)?;
    }
    Ok(())
}

pub(super) fn count_of(ids: &[String]) -> u32 {
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}
