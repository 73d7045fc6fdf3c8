//! What can be asked about translations and agreed readings.

use rusqlite::named_params;

use super::{AgreedReading, Translation};
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// Languages written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Whether a language is written from right to left; a script in the tag decides first.
#[must_use]
pub fn is_right_to_left(language: &str) -> bool {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4) {
        Some(script) => matches!(script, "Arab" | "Hebr" | "Thaa" | "Syrc"),
        None => RIGHT_TO_LEFT.contains(&first),
    }
}

/// What the parties agreed about a record, the latest last.
///
/// # Errors
/// The storage's own.
pub fn readings_of(reader: &Reader<'_>, id: &str) -> Result<Vec<AgreedReading>> {
    reader.rows(
        "select id, text, agreed_on, parties
         from live_agreed_reading
         where recommendation_id = :id
         order by agreed_on is null, agreed_on, id",
        named_params! {":id": id},
        |row| {
            Ok(AgreedReading {
                id: row.get(0)?,
                text: row.get(1)?,
                agreed_on: row.get(2)?,
                parties: row.get(3)?,
            })
        },
    )
}

/// Translations of a record, official ones first.
///
/// # Errors
/// The storage's own.
pub fn translations_of(reader: &Reader<'_>, id: &str) -> Result<Vec<Translation>> {
    reader.rows(
        "select id, language, text, is_official
         from live_translation
         where recommendation_id = :id
         order by is_official desc, language, id",
        named_params! {":id": id},
        |row| {
            let language: String = row.get(1)?;
            Ok(Translation {
                id: row.get(0)?,
                is_right_to_left: is_right_to_left(&language),
                language,
                text: row.get(2)?,
                is_official: row.get(3)?,
            })
        },
    )
}

pub(super) fn translation_in(reader: &Reader<'_>, id: &str, language: &str) -> Result<String> {
    let found = translations_of(reader, id)?;
    found
        .into_iter()
        .find(|translation| translation.language == language)
        .map(|translation| translation.id)
        .ok_or_else(|| Error::bug("storage-fault").detail("a translation vanished"))
}

/// The record a living row belongs to, and one of its fields.
pub(super) fn owner_of(
    reader: &Reader<'_>,
    table: &str,
    field: &str,
    id: &str,
) -> Result<(String, String)> {
    let found = reader.find(
        &format!("select recommendation_id, {field} from live_{table} where id = :id"),
        named_params! {":id": id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

pub(super) fn get_reading(reader: &Reader<'_>, id: &str) -> Result<(String, AgreedReading)> {
    let (owner, _) = owner_of(reader, "agreed_reading", "text", id)?;
    let found = readings_of(reader, &owner)?;
    let reading = found.into_iter().find(|reading| reading.id == id);
    let reading = reading.ok_or_else(|| Error::person("record-not-found").with("record", id))?;
    Ok((owner, reading))
}
