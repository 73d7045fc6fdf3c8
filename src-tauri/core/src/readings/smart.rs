//! Whether a recommendation is specific, measurable, achievable, relevant and bound to a time: five
//! ticks by a person (the report, §2.4), beside a hint of which words are vague.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::Result;
use crate::base::patch::given;
use crate::dossier::{Reader, Tx};
use crate::recommendations::get_recommendation;
use crate::reference::vagueness::{self, Piece};

/// Absent where nobody has looked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct SmartCheck {
    pub is_vague: Option<bool>,
    pub specific: Option<bool>,
    pub measurable: Option<bool>,
    pub achievable: Option<bool>,
    pub relevant: Option<bool>,
    pub time_bound: Option<bool>,
    pub note: Option<String>,
}

/// Changed ticks; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SmartPatch {
    #[serde(deserialize_with = "given")]
    pub is_vague: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub specific: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub measurable: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub achievable: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub relevant: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub time_bound: Option<Option<bool>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// What the program sees in the words of a record. Worked out each time, never stored (I20).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WordingHint {
    /// The text cut at its vague words; one plain piece for languages without a list.
    pub pieces: Vec<Piece>,
    pub names_a_year: bool,
    /// False where there is no list of vague words for the language of the text.
    pub is_language_known: bool,
    /// Stretches that could stand alone; empty where the text asks for one thing.
    pub parts: Vec<String>,
}

/// Sets ticks of the check of one record.
///
/// # Errors
/// `record-not-found`.
pub fn edit_smart_check(tx: &Tx<'_>, id: &str, patch: &SmartPatch) -> Result<()> {
    let record = get_recommendation(tx, id)?;
    let old = find_smart_check(tx, id)?.unwrap_or_default();
    let note = match &patch.note {
        Some(note) => note.clone().filter(|note| !note.trim().is_empty()),
        None => old.note,
    };
    tx.execute(
        "insert into smart_check (
           id, recommendation_id, is_vague, specific, measurable, achievable, relevant, time_bound,
           note)
         values (
           :row, :id, :is_vague, :specific, :measurable, :achievable, :relevant, :time_bound, :note)
         on conflict (recommendation_id) do update
         set is_vague = excluded.is_vague, specific = excluded.specific,
             measurable = excluded.measurable, achievable = excluded.achievable,
             relevant = excluded.relevant, time_bound = excluded.time_bound,
             note = excluded.note, deleted = 0",
        named_params! {
            ":row": tx.new_id(),
            ":id": id,
            ":is_vague": patch.is_vague.unwrap_or(old.is_vague),
            ":specific": patch.specific.unwrap_or(old.specific),
            ":measurable": patch.measurable.unwrap_or(old.measurable),
            ":achievable": patch.achievable.unwrap_or(old.achievable),
            ":relevant": patch.relevant.unwrap_or(old.relevant),
            ":time_bound": patch.time_bound.unwrap_or(old.time_bound),
            ":note": note,
        },
    )?;
    tx.name_with("reference", record.reference);
    Ok(())
}

/// The check of a record, where somebody looked.
///
/// # Errors
/// The storage's own.
pub fn find_smart_check(reader: &Reader<'_>, id: &str) -> Result<Option<SmartCheck>> {
    reader.find(
        "select is_vague, specific, measurable, achievable, relevant, time_bound, note
         from live_smart_check
         where recommendation_id = :id",
        named_params! {":id": id},
        |row| {
            Ok(SmartCheck {
                is_vague: row.get(0)?,
                specific: row.get(1)?,
                measurable: row.get(2)?,
                achievable: row.get(3)?,
                relevant: row.get(4)?,
                time_bound: row.get(5)?,
                note: row.get(6)?,
            })
        },
    )
}

/// What stands out in the words of a record.
///
/// # Errors
/// `record-not-found`.
pub fn inspect_wording(reader: &Reader<'_>, id: &str) -> Result<WordingHint> {
    let record = get_recommendation(reader, id)?;
    let is_language_known = record.language.split('-').next() == Some("en");
    let pieces = if is_language_known {
        vagueness::pieces(&record.text)
    } else {
        vec![Piece {
            text: record.text.clone(),
            vague: None,
        }]
    };
    Ok(WordingHint {
        pieces,
        names_a_year: vagueness::names_a_year(&record.text),
        is_language_known,
        parts: crate::recommendations::suggest_parts(&record.text),
    })
}
