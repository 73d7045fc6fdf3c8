//! Corrections of a verbatim text by the body itself, the one way in which it changes (I1).

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::Corrigendum;
use crate::base::text::{fingerprint, squeeze};
use crate::base::{Error, Result, date};
use crate::dossier::{Reader, Tx};
use crate::recommendations::get_recommendation;

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewCorrigendum {
    pub recommendation_id: String,
    /// The whole text as corrected.
    pub text: String,
    /// Symbol of the corrigendum.
    pub document: Option<String>,
    pub given_on: Option<String>,
    pub reason: Option<String>,
}

/// Gives a record its corrected text and keeps the old one; gives the id of the entry.
///
/// # Errors
/// `record-not-found`, `text-missing`, `text-unchanged`, `corrigendum-source-missing` without a
/// document or a reason, `date-not-understood`.
pub fn correct_text(tx: &Tx<'_>, new: &NewCorrigendum) -> Result<String> {
    let record = get_recommendation(tx, &new.recommendation_id)?;
    let text = new.text.trim();
    if text.is_empty() {
        return Err(Error::person("text-missing"));
    }
    if text == record.text {
        return Err(Error::person("text-unchanged").with("reference", record.reference));
    }
    let said = |words: &Option<String>| words.as_deref().map(squeeze).filter(|it| !it.is_empty());
    let (document, reason) = (said(&new.document), said(&new.reason));
    if document.is_none() && reason.is_none() {
        return Err(Error::person("corrigendum-source-missing"));
    }
    let given_on = said(&new.given_on)
        .as_deref()
        .map(date::parse)
        .transpose()?
        .map(date::iso);
    let entry = tx.new_id();
    tx.execute(
        "insert into corrigendum (
           id, recommendation_id, text_before, text_after, document, given_on, reason)
         values (:entry, :id, :text_before, :text_after, :document, :given_on, :reason)",
        named_params! {
            ":entry": entry,
            ":id": record.id,
            ":text_before": record.text,
            ":text_after": text,
            ":document": document,
            ":given_on": given_on,
            ":reason": reason,
        },
    )?;
    tx.execute(
        "update recommendation
         set text = :text, text_fingerprint = :text_fingerprint
         where id = :id",
        named_params! {
            ":id": record.id,
            ":text": text,
            ":text_fingerprint": fingerprint(text),
        },
    )?;
    tx.name_with("reference", record.reference);
    Ok(entry)
}

/// Corrections of a record, the first one first.
///
/// # Errors
/// The storage's own.
pub fn corrigenda_of(reader: &Reader<'_>, id: &str) -> Result<Vec<Corrigendum>> {
    reader.rows(
        "select id, text_before, text_after, document, given_on, reason
         from live_corrigendum
         where recommendation_id = :id
         order by id",
        named_params! {":id": id},
        |row| {
            Ok(Corrigendum {
                id: row.get(0)?,
                text_before: row.get(1)?,
                text_after: row.get(2)?,
                document: row.get(3)?,
                given_on: row.get(4)?,
                reason: row.get(5)?,
            })
        },
    )
}
