//! What can be asked about vocabularies.

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::Entry;
use super::built_in::built_in;
use crate::base::Result;
use crate::base::word::word_of;
use crate::dossier::Reader;
use crate::recommendations::Vocabulary;

/// A row of the plan's own about a label.
struct Own {
    label: String,
    parent: Option<String>,
    is_active: bool,
    edition: Option<String>,
    note: Option<String>,
}

/// Every entry: the built-in ones in their order, the plan's own by label, then labels that only
/// records have. Retired ones stand among them.
///
/// # Errors
/// The storage's own.
pub fn list_entries(reader: &Reader<'_>, vocabulary: Vocabulary) -> Result<Vec<Entry>> {
    let mut own: BTreeMap<String, Own> = own_rows(reader, vocabulary)?
        .into_iter()
        .map(|row| (row.label.clone(), row))
        .collect();
    let mut used = uses(reader, vocabulary)?;
    let mut entries = Vec::new();
    for known in built_in(vocabulary) {
        let over = own.remove(&known.label);
        entries.push(Entry {
            records: used.remove(&known.label).unwrap_or(0),
            title: known.title,
            is_built_in: true,
            is_listed: true,
            is_active: over.as_ref().is_none_or(|row| row.is_active),
            parent: over.as_ref().and_then(|row| row.parent.clone()),
            edition: over
                .as_ref()
                .and_then(|row| row.edition.clone())
                .or(known.edition),
            note: over.and_then(|row| row.note),
            label: known.label,
        });
    }
    for (label, row) in own {
        entries.push(Entry {
            records: used.remove(&label).unwrap_or(0),
            label,
            title: None,
            parent: row.parent,
            is_active: row.is_active,
            is_built_in: false,
            is_listed: true,
            edition: row.edition,
            note: row.note,
        });
    }
    for (label, records) in used {
        entries.push(Entry {
            label,
            title: None,
            parent: None,
            is_active: true,
            is_built_in: false,
            is_listed: false,
            edition: None,
            note: None,
            records,
        });
    }
    Ok(entries)
}

/// The labels offered for choice.
///
/// # Errors
/// The storage's own.
pub fn list_labels(reader: &Reader<'_>, vocabulary: Vocabulary) -> Result<Vec<String>> {
    let entries = list_entries(reader, vocabulary)?;
    Ok(entries
        .into_iter()
        .filter(|entry| entry.is_active)
        .map(|entry| entry.label)
        .collect())
}

pub(super) fn find_entry(
    reader: &Reader<'_>,
    vocabulary: Vocabulary,
    label: &str,
) -> Result<Option<Entry>> {
    let entries = list_entries(reader, vocabulary)?;
    Ok(entries.into_iter().find(|entry| entry.label == label))
}

fn own_rows(reader: &Reader<'_>, vocabulary: Vocabulary) -> Result<Vec<Own>> {
    reader.rows(
        "select label, parent, is_active, edition, note
         from live_vocabulary_entry
         where vocabulary = :vocabulary
         order by label, id",
        named_params! {":vocabulary": word_of(&vocabulary)?},
        |row| {
            Ok(Own {
                label: row.get(0)?,
                parent: row.get(1)?,
                is_active: row.get(2)?,
                edition: row.get(3)?,
                note: row.get(4)?,
            })
        },
    )
}

/// Labels of living records with their number.
fn uses(reader: &Reader<'_>, vocabulary: Vocabulary) -> Result<BTreeMap<String, u32>> {
    let rows = reader.rows(
        "select t.label, count(*)
         from live_recommendation_tag t
         join live_recommendation r on r.id = t.recommendation_id
         where t.vocabulary = :vocabulary
         group by t.label
         order by t.label",
        named_params! {":vocabulary": word_of(&vocabulary)?},
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}
