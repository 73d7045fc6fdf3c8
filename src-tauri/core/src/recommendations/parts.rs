//! Parts of a recommendation: lettered parts that were answered one by one, and the demands of a text
//! that asks for several things, each with a status of its own. The record keeps its whole text (I1);
//! a part is a stretch of it.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{list, positions};
use crate::base::patch::given;
use crate::base::text::squeeze;
use crate::base::word::{from_word, word_of};
use crate::base::{Error, Result};
use crate::dossier::{Reader, Tx};
use crate::reference::scales;

/// Scale of the status of a demand.
pub const DEMAND_SCALE: &str = "CORE_REC";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Answered by the State on its own.
    Answer,
    /// One of several things asked for.
    Demand,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Part {
    pub id: String,
    pub recommendation_id: String,
    pub kind: PartKind,
    pub letter: String,
    /// A stretch of the record's text.
    pub text: String,
    /// Its own answer; absent: as the whole.
    pub position: Option<String>,
    /// Code of the scale of recommendations; absent: as the whole.
    pub status: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewParts {
    pub recommendation_id: String,
    pub kind: PartKind,
    /// Stretches of the record's text, in their order.
    pub texts: Vec<String>,
}

/// Makes parts of a record; gives their ids. Each takes the next letter.
///
/// # Errors
/// `record-not-found`, `selection-empty`, `part-not-in-text`, `part-twice`,
/// `position-not-for-mechanism` for parts of an answer where there is none (I3).
pub fn add_parts(tx: &Tx<'_>, new: &NewParts) -> Result<Vec<String>> {
    let id = &new.recommendation_id;
    if new.texts.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    if new.kind == PartKind::Answer {
        list::refuse_without_position(tx, id)?;
    }
    let whole = text_of(tx, id)?;
    let mut made = Vec::new();
    for text in &new.texts {
        let held = of_kind(tx, id, new.kind)?;
        let text = stretch(&whole, text)?;
        if held
            .iter()
            .any(|part| squeeze(&part.text) == squeeze(&text))
        {
            return Err(Error::person("part-twice").with("text", text));
        }
        let part = tx.new_id();
        tx.execute(
            "insert into recommendation_part (id, recommendation_id, letter, kind, text)
             values (:part, :id, :letter, :kind, :text)",
            named_params! {
                ":part": part,
                ":id": id,
                ":letter": next_letter(&held),
                ":kind": word_of(&new.kind)?,
                ":text": text,
            },
        )?;
        made.push(part);
    }
    tx.name_with("count", made.len());
    tx.name_with("reference", list::reference_of_record(tx, id)?);
    Ok(made)
}

/// Changed fields of a part; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PartPatch {
    pub letter: Option<String>,
    pub text: Option<String>,
    /// Of a demand: a code of the scale of recommendations.
    #[serde(deserialize_with = "given")]
    pub status: Option<Option<String>>,
}

/// Changes letter, text or status of a part.
///
/// # Errors
/// `record-not-found`, `letter-missing`, `letter-taken`, `part-not-in-text`, `part-is-answer`,
/// `status-unknown`.
pub fn edit_part(tx: &Tx<'_>, id: &str, patch: &PartPatch) -> Result<()> {
    let part = get_part(tx, id)?;
    let letter = match &patch.letter {
        Some(letter) => free_letter(tx, &part, letter)?,
        None => part.letter.clone(),
    };
    let text = match &patch.text {
        Some(text) => stretch(&text_of(tx, &part.recommendation_id)?, text)?,
        None => part.text,
    };
    let status = match &patch.status {
        Some(Some(_)) if part.kind == PartKind::Answer => {
            return Err(Error::person("part-is-answer").with("letter", part.letter));
        }
        Some(Some(code)) if !is_status(code) => {
            return Err(Error::person("status-unknown").with("status", code));
        }
        Some(status) => status.clone(),
        None => part.status,
    };
    tx.execute(
        "update recommendation_part
         set letter = :letter, text = :text, status = :status
         where id = :id",
        named_params! {":id": id, ":letter": letter, ":text": text, ":status": status},
    )?;
    tx.name_with("letter", letter);
    tx.name_with(
        "reference",
        list::reference_of_record(tx, &part.recommendation_id)?,
    );
    Ok(())
}

/// Takes a part away. Its answers stay in the history; the record's position follows from what is left.
///
/// # Errors
/// `record-not-found`.
pub fn remove_part(tx: &Tx<'_>, id: &str) -> Result<()> {
    let part = get_part(tx, id)?;
    tx.execute(
        "update recommendation_part set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    if part.kind == PartKind::Answer {
        positions::settle(tx, &part.recommendation_id)?;
    }
    tx.name_with("letter", part.letter);
    tx.name_with(
        "reference",
        list::reference_of_record(tx, &part.recommendation_id)?,
    );
    Ok(())
}

/// The parts of a record: answered ones first, by letter.
///
/// # Errors
/// The storage's own.
pub fn parts_of(reader: &Reader<'_>, id: &str) -> Result<Vec<Part>> {
    reader.rows(
        "select id, recommendation_id, kind, letter, text, position, status
         from live_recommendation_part
         where recommendation_id = :id
         order by kind, length(letter), letter",
        named_params! {":id": id},
        part,
    )
}

pub(super) fn get_part(reader: &Reader<'_>, id: &str) -> Result<Part> {
    let found = reader.find(
        "select p.id, p.recommendation_id, p.kind, p.letter, p.text, p.position, p.status
         from live_recommendation_part p
         join live_recommendation r on r.id = p.recommendation_id
         where p.id = :id",
        named_params! {":id": id},
        part,
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn part(row: &Row<'_>) -> rusqlite::Result<Part> {
    Ok(Part {
        id: row.get(0)?,
        recommendation_id: row.get(1)?,
        kind: from_word(row, 2)?,
        letter: row.get(3)?,
        text: row.get(4)?,
        position: row.get(5)?,
        status: row.get(6)?,
    })
}

fn of_kind(reader: &Reader<'_>, id: &str, kind: PartKind) -> Result<Vec<Part>> {
    let mut parts = parts_of(reader, id)?;
    parts.retain(|part| part.kind == kind);
    Ok(parts)
}

fn text_of(reader: &Reader<'_>, id: &str) -> Result<String> {
    let found = reader.find(
        "select text from live_recommendation where id = :id",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// The stretch of the text that is meant, blanks at its ends left out. White space is forgiven: a
/// selection on the screen has line breaks of its own.
fn stretch(whole: &str, part: &str) -> Result<String> {
    let part = part.trim();
    let refused = || Error::person("part-not-in-text").with("text", part);
    if part.is_empty() {
        return Err(refused());
    }
    if whole.contains(part) {
        return Ok(part.to_owned());
    }
    let squeezed = squeeze(part);
    if squeeze(whole).contains(&squeezed) {
        return Ok(squeezed);
    }
    Err(refused())
}

fn is_status(code: &str) -> bool {
    scales::status(DEMAND_SCALE, code).is_some_and(|status| !status.computed)
}

fn free_letter(tx: &Tx<'_>, part: &Part, letter: &str) -> Result<String> {
    let letter = squeeze(letter);
    if letter.is_empty() {
        return Err(Error::person("letter-missing"));
    }
    let others = of_kind(tx, &part.recommendation_id, part.kind)?;
    if others
        .iter()
        .any(|other| other.id != part.id && other.letter == letter)
    {
        return Err(Error::person("letter-taken").with("letter", letter));
    }
    Ok(letter)
}

/// `a` … `z`, then `aa`, `ab` …; the first that is free.
fn next_letter(held: &[Part]) -> String {
    let alphabet = || ('a'..='z').map(String::from);
    let pairs =
        alphabet().flat_map(|first| alphabet().map(move |second| format!("{first}{second}")));
    alphabet()
        .chain(pairs)
        .find(|letter| !held.iter().any(|part| part.letter == *letter))
        .unwrap_or_else(|| held.len().to_string())
}
