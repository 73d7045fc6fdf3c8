//! What can be done with translations and agreed readings.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::list;
use crate::base::patch::given;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;
use crate::recommendations::get_recommendation;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTranslation {
    pub recommendation_id: String,
    /// BCP 47.
    pub language: String,
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub is_official: bool,
}

/// Sets the translation into one language, in place of the one that was there; gives its id.
///
/// # Errors
/// `record-not-found`, `text-missing`, `language-not-understood`, `translation-same-language`.
pub fn put_translation(tx: &Tx<'_>, new: &NewTranslation) -> Result<String> {
    let record = get_recommendation(tx, &new.recommendation_id)?;
    let text = new.text.trim();
    if text.is_empty() {
        return Err(Error::person("text-missing"));
    }
    let language = tag_of(&new.language)?;
    if language == record.language {
        return Err(Error::person("translation-same-language").with("language", language));
    }
    tx.execute(
        "insert into translation (id, recommendation_id, language, text, is_official)
         values (:row, :id, :language, :text, :is_official)
         on conflict (recommendation_id, language) do update
         set text = excluded.text, is_official = excluded.is_official, deleted = 0",
        named_params! {
            ":row": tx.new_id(),
            ":id": record.id,
            ":language": language,
            ":text": text,
            ":is_official": new.is_official,
        },
    )?;
    tx.name_with("reference", record.reference);
    tx.name_with("language", &language);
    list::translation_in(tx, &record.id, &language)
}

/// Takes a translation away.
///
/// # Errors
/// `record-not-found`.
pub fn remove_translation(tx: &Tx<'_>, id: &str) -> Result<()> {
    let (owner, language) = list::owner_of(tx, "translation", "language", id)?;
    tx.execute(
        "update translation set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("reference", get_recommendation(tx, &owner)?.reference);
    tx.name_with("language", language);
    Ok(())
}

/// A language tag in its usual capitals: `pt-br` is `pt-BR`.
fn tag_of(language: &str) -> Result<String> {
    let language = language.trim();
    let refused = || Error::person("language-not-understood").with("language", language);
    let mut tag = String::new();
    for (place, part) in language.split(['-', '_']).enumerate() {
        let is_word = part.chars().all(|c| c.is_ascii_alphanumeric());
        let fits = match place {
            0 => (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic()),
            _ => (1..=8).contains(&part.len()),
        };
        if !is_word || !fits {
            return Err(refused());
        }
        if place > 0 {
            tag.push('-');
        }
        match (place, part.len()) {
            (0, _) => tag.push_str(&part.to_ascii_lowercase()),
            (_, 2) => tag.push_str(&part.to_ascii_uppercase()),
            (_, 4) => {
                let (first, rest) = part.split_at(1);
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(part),
        }
    }
    Ok(tag)
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewReading {
    pub recommendation_id: String,
    pub text: String,
    pub agreed_on: Option<String>,
    pub parties: Option<String>,
}

/// Adds what the parties agreed; gives its id.
///
/// # Errors
/// `record-not-found`, `text-missing`, `date-not-understood`.
pub fn add_reading(tx: &Tx<'_>, new: &NewReading) -> Result<String> {
    let record = get_recommendation(tx, &new.recommendation_id)?;
    let id = tx.new_id();
    tx.execute(
        "insert into agreed_reading (id, recommendation_id, text, agreed_on, parties)
         values (:id, :record, :text, :agreed_on, :parties)",
        named_params! {
            ":id": id,
            ":record": record.id,
            ":text": words_of(&new.text)?,
            ":agreed_on": day_of(new.agreed_on.as_deref())?,
            ":parties": said(new.parties.as_deref()),
        },
    )?;
    tx.name_with("reference", record.reference);
    Ok(id)
}

/// Changed fields of an agreed reading; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReadingPatch {
    pub text: Option<String>,
    #[serde(deserialize_with = "given")]
    pub agreed_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub parties: Option<Option<String>>,
}

/// Changes an agreed reading.
///
/// # Errors
/// `record-not-found`, `text-missing`, `date-not-understood`.
pub fn edit_reading(tx: &Tx<'_>, id: &str, patch: &ReadingPatch) -> Result<()> {
    let (owner, old) = list::get_reading(tx, id)?;
    let text = match &patch.text {
        Some(text) => words_of(text)?,
        None => old.text,
    };
    let agreed_on = match &patch.agreed_on {
        Some(day) => day_of(day.as_deref())?,
        None => old.agreed_on,
    };
    let parties = match &patch.parties {
        Some(parties) => said(parties.as_deref()),
        None => old.parties,
    };
    tx.execute(
        "update agreed_reading
         set text = :text, agreed_on = :agreed_on, parties = :parties
         where id = :id",
        named_params! {
            ":id": id,
            ":text": text,
            ":agreed_on": agreed_on,
            ":parties": parties,
        },
    )?;
    tx.name_with("reference", get_recommendation(tx, &owner)?.reference);
    Ok(())
}

/// Takes an agreed reading away.
///
/// # Errors
/// `record-not-found`.
pub fn remove_reading(tx: &Tx<'_>, id: &str) -> Result<()> {
    let (owner, _) = list::get_reading(tx, id)?;
    tx.execute(
        "update agreed_reading set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("reference", get_recommendation(tx, &owner)?.reference);
    Ok(())
}

fn words_of(text: &str) -> Result<String> {
    said(Some(text)).ok_or_else(|| Error::person("text-missing"))
}

fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn day_of(text: Option<&str>) -> Result<Option<String>> {
    let day = said(text).as_deref().map(date::parse).transpose()?;
    Ok(day.map(date::iso))
}
