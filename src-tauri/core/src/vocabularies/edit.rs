//! What can be done with vocabularies.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Entry, list};
use crate::base::patch::given;
use crate::base::text::{fold, squeeze};
use crate::base::word::word_of;
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::recommendations::{Vocabulary, put_tag};

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewEntry {
    pub vocabulary: Vocabulary,
    pub label: String,
    /// Label of the entry above it.
    pub parent: Option<String>,
    pub edition: Option<String>,
    pub note: Option<String>,
}

/// Adds an entry.
///
/// # Errors
/// `label-empty`, `label-taken`, `vocabulary-closed`, `parent-unknown`.
pub fn add_entry(tx: &Tx<'_>, new: &NewEntry) -> Result<()> {
    refuse_closed(new.vocabulary)?;
    let label = free_label(tx, new.vocabulary, &new.label, None)?;
    let parent = new.parent.as_deref().map(squeeze);
    let parent = parent.filter(|parent| !parent.is_empty());
    refuse_wrong_parent(tx, new.vocabulary, &label, parent.as_deref())?;
    let entry = Entry {
        parent,
        edition: said(new.edition.as_deref()),
        note: said(new.note.as_deref()),
        ..fresh(&label)
    };
    write(tx, new.vocabulary, &entry)?;
    tx.name_with("label", label);
    Ok(())
}

/// Changed fields of an entry; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EntryPatch {
    /// The new label; carried over to every record that has the old one.
    pub label: Option<String>,
    #[serde(deserialize_with = "given")]
    pub parent: Option<Option<String>>,
    pub is_active: Option<bool>,
    #[serde(deserialize_with = "given")]
    pub edition: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// Changes an entry: its label on every record too, the entry above it, whether it is offered (I23).
///
/// # Errors
/// `label-unknown`, `label-empty`, `label-taken`, `label-built-in` for a new name of a built-in one,
/// `vocabulary-closed`, `parent-unknown`, `parent-below-itself`.
pub fn edit_entry(
    tx: &Tx<'_>,
    vocabulary: Vocabulary,
    label: &str,
    patch: &EntryPatch,
) -> Result<()> {
    let old = get_entry(tx, vocabulary, label)?;
    let mut entry = old.clone();
    if let Some(new) = &patch.label
        && squeeze(new) != old.label
    {
        if old.is_built_in {
            return Err(Error::person("label-built-in").with("label", label));
        }
        refuse_closed(vocabulary)?;
        entry.label = free_label(tx, vocabulary, new, Some(label))?;
    }
    if let Some(parent) = &patch.parent {
        entry.parent = said(parent.as_deref());
        refuse_wrong_parent(tx, vocabulary, &old.label, entry.parent.as_deref())?;
    }
    entry.is_active = patch.is_active.unwrap_or(old.is_active);
    if let Some(edition) = &patch.edition {
        entry.edition = said(edition.as_deref());
    }
    if let Some(note) = &patch.note {
        entry.note = said(note.as_deref());
    }
    if entry.label != old.label {
        rename(tx, vocabulary, &old.label, &entry.label)?;
    }
    write(tx, vocabulary, &entry)?;
    tx.name_with("label", &entry.label);
    Ok(())
}

/// Takes an entry of the plan's own away that no record has.
///
/// # Errors
/// `label-unknown`, `label-built-in`, `label-in-use` (I23).
pub fn remove_entry(tx: &Tx<'_>, vocabulary: Vocabulary, label: &str) -> Result<()> {
    let entry = get_entry(tx, vocabulary, label)?;
    if entry.is_built_in {
        return Err(Error::person("label-built-in").with("label", label));
    }
    if entry.records > 0 {
        return Err(Error::person("label-in-use")
            .with("label", label)
            .with("count", entry.records));
    }
    let vocabulary = word_of(&vocabulary)?;
    tx.execute(
        "update vocabulary_entry
         set parent = null
         where vocabulary = :vocabulary and parent = :label and deleted = 0",
        named_params! {":vocabulary": vocabulary, ":label": label},
    )?;
    tx.execute(
        "update vocabulary_entry
         set deleted = 1
         where vocabulary = :vocabulary and label = :label and deleted = 0",
        named_params! {":vocabulary": vocabulary, ":label": label},
    )?;
    tx.name_with("label", label);
    Ok(())
}

/// Gives every record the new label in place of the old; where it has both, one remains.
fn rename(tx: &Tx<'_>, vocabulary: Vocabulary, old: &str, new: &str) -> Result<()> {
    let word = word_of(&vocabulary)?;
    let tagged = tx.rows(
        "select recommendation_id, confirmed
         from live_recommendation_tag
         where vocabulary = :vocabulary and label = :label
         order by recommendation_id",
        named_params! {":vocabulary": word, ":label": old},
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)),
    )?;
    for (id, is_confirmed) in tagged {
        put_tag(tx, &id, vocabulary, new, is_confirmed)?;
    }
    tx.execute(
        "update recommendation_tag
         set deleted = 1
         where vocabulary = :vocabulary and label = :label and deleted = 0",
        named_params! {":vocabulary": word, ":label": old},
    )?;
    for field in ["label", "parent"] {
        tx.execute(
            &format!(
                "update vocabulary_entry
                 set {field} = :new
                 where vocabulary = :vocabulary and {field} = :old and deleted = 0"
            ),
            named_params! {":vocabulary": word, ":old": old, ":new": new},
        )?;
    }
    Ok(())
}

/// Makes the plan's own row of an entry what `entry` says.
pub(super) fn write(tx: &Tx<'_>, vocabulary: Vocabulary, entry: &Entry) -> Result<()> {
    let word = word_of(&vocabulary)?;
    let changed = tx.execute(
        "update vocabulary_entry
         set parent = :parent, is_active = :is_active, edition = :edition, note = :note
         where vocabulary = :vocabulary and label = :label and deleted = 0",
        named_params! {
            ":vocabulary": word,
            ":label": entry.label,
            ":parent": entry.parent,
            ":is_active": entry.is_active,
            ":edition": entry.edition,
            ":note": entry.note,
        },
    )?;
    if changed > 0 {
        return Ok(());
    }
    tx.execute(
        "insert into vocabulary_entry (id, vocabulary, label, parent, is_active, edition, note)
         values (:id, :vocabulary, :label, :parent, :is_active, :edition, :note)",
        named_params! {
            ":id": tx.new_id(),
            ":vocabulary": word,
            ":label": entry.label,
            ":parent": entry.parent,
            ":is_active": entry.is_active,
            ":edition": entry.edition,
            ":note": entry.note,
        },
    )?;
    Ok(())
}

pub(super) fn fresh(label: &str) -> Entry {
    Entry {
        label: label.to_owned(),
        title: None,
        parent: None,
        is_active: true,
        is_built_in: false,
        is_listed: true,
        edition: None,
        note: None,
        records: 0,
    }
}

fn get_entry(tx: &Tx<'_>, vocabulary: Vocabulary, label: &str) -> Result<Entry> {
    list::find_entry(tx, vocabulary, label)?
        .ok_or_else(|| Error::person("label-unknown").with("label", label))
}

/// States and SDG targets are what the United Nations says they are.
pub(super) fn refuse_closed(vocabulary: Vocabulary) -> Result<()> {
    match vocabulary {
        Vocabulary::Country | Vocabulary::Sdg => Err(Error::person("vocabulary-closed")),
        _ => Ok(()),
    }
}

fn free_label(
    tx: &Tx<'_>,
    vocabulary: Vocabulary,
    label: &str,
    except: Option<&str>,
) -> Result<String> {
    let label = squeeze(label);
    if label.is_empty() {
        return Err(Error::person("label-empty"));
    }
    let taken = list::list_entries(tx, vocabulary)?
        .into_iter()
        .any(|entry| {
            entry.is_listed
                && Some(entry.label.as_str()) != except
                && fold(&entry.label) == fold(&label)
        });
    if taken {
        return Err(Error::person("label-taken").with("label", label));
    }
    Ok(label)
}

/// The entry above must be there, and must not stand below the entry itself.
pub(super) fn refuse_wrong_parent(
    tx: &Tx<'_>,
    vocabulary: Vocabulary,
    label: &str,
    parent: Option<&str>,
) -> Result<()> {
    let Some(parent) = parent else {
        return Ok(());
    };
    let entries = list::list_entries(tx, vocabulary)?;
    let above = |label: &str| entries.iter().find(|entry| entry.label == label);
    if above(parent).is_none() {
        return Err(Error::person("parent-unknown").with("label", parent));
    }
    let mut at = Some(parent.to_owned());
    let mut steps = 0;
    while let Some(here) = at {
        if here == label || steps > entries.len() {
            return Err(Error::person("parent-below-itself").with("label", label));
        }
        at = above(&here).and_then(|entry| entry.parent.clone());
        steps += 1;
    }
    Ok(())
}

pub(super) fn said(text: Option<&str>) -> Option<String> {
    text.map(squeeze).filter(|text| !text.is_empty())
}
