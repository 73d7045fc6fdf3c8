//! Answers of the State under review (I3, I4): to the whole of a recommendation or to one of its
//! parts. Nothing here takes an answer away; a new one stands beside the old.
//!
//! Which answer holds: the one given last. An answer without a date stands after all that were known
//! when it was recorded. A new answer to the whole takes the place of those to the parts. Where parts
//! have answers of their own, [`of_parts`] says what the whole is.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::edit::{count_of, refuse_missing};
use super::{PositionEntry, list, parts};
use crate::base::{Error, Result, date};
use crate::dossier::{Reader, Tx};
use crate::reference::mechanisms;
use crate::reference::positions::{self, of_parts};

/// An answer of the State under review (I4: dated and sourced where known).
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PositionGiven {
    /// Code of positions.tsv.
    pub position: String,
    pub given_on: Option<String>,
    pub document: Option<String>,
    pub paragraph: Option<String>,
    pub explanation: Option<String>,
}

/// Adds an answer to the history of each record of a selection; where none was given later, it becomes
/// the record's position.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `position-unknown`, `position-not-for-mechanism` (I3),
/// `date-not-understood`.
pub fn set_position(tx: &Tx<'_>, ids: &[String], answer: &PositionGiven) -> Result<u32> {
    refuse_missing(tx, ids)?;
    for id in ids {
        give_position(tx, id, answer)?;
    }
    tx.name_with("count", count_of(ids));
    tx.name_with("position", &answer.position);
    Ok(count_of(ids))
}

/// Adds an answer to one lettered part; the record's own position follows from its parts.
///
/// # Errors
/// `record-not-found`, `part-is-demand`, and those of [`set_position`].
pub fn answer_part(tx: &Tx<'_>, part_id: &str, answer: &PositionGiven) -> Result<()> {
    let part = parts::get_part(tx, part_id)?;
    if part.kind != parts::PartKind::Answer {
        return Err(Error::person("part-is-demand").with("letter", part.letter));
    }
    record(tx, &part.recommendation_id, Some(part_id), answer)?;
    settle(tx, &part.recommendation_id)?;
    tx.name_with("letter", part.letter);
    tx.name_with(
        "reference",
        list::reference_of_record(tx, &part.recommendation_id)?,
    );
    Ok(())
}

/// As [`set_position`], for one record.
pub(crate) fn give_position(tx: &Tx<'_>, id: &str, answer: &PositionGiven) -> Result<()> {
    let earlier = tx.count(
        "select count(*) from live_position_entry where recommendation_id = :id",
        named_params! {":id": id},
    )?;
    record(tx, id, None, answer)?;
    if earlier > 0 {
        return settle(tx, id);
    }
    write_position(tx, id, Some(&answer.position))
}

/// Records the first answer to a recommendation that is being made with it.
pub(super) fn first_answer(
    tx: &Tx<'_>,
    id: &str,
    mechanism: &str,
    answer: &PositionGiven,
) -> Result<()> {
    if !mechanisms::by_code(mechanism).is_some_and(|found| found.has_position) {
        return Err(Error::person("position-not-for-mechanism").with("mechanism", mechanism));
    }
    enter(tx, id, None, answer)
}

fn record(tx: &Tx<'_>, id: &str, part_id: Option<&str>, answer: &PositionGiven) -> Result<()> {
    list::refuse_without_position(tx, id)?;
    enter(tx, id, part_id, answer)
}

fn enter(tx: &Tx<'_>, id: &str, part_id: Option<&str>, answer: &PositionGiven) -> Result<()> {
    if positions::by_code(&answer.position).is_none() {
        return Err(Error::person("position-unknown").with("position", &answer.position));
    }
    let given_on = answer
        .given_on
        .as_deref()
        .map(date::parse)
        .transpose()?
        .map(date::iso);
    tx.execute(
        "insert into position_entry (
           id, recommendation_id, part_id, position, given_on, document, paragraph, explanation,
           recorded_at)
         values (
           :entry, :id, :part_id, :position, :given_on, :document, :paragraph, :explanation,
           :recorded_at)",
        named_params! {
            ":entry": tx.new_id(),
            ":id": id,
            ":part_id": part_id,
            ":position": answer.position,
            ":given_on": given_on,
            ":document": answer.document,
            ":paragraph": answer.paragraph,
            ":explanation": answer.explanation,
            ":recorded_at": tx.clock().stamp(),
        },
    )?;
    Ok(())
}

/// Makes the positions of a record and its parts those that their answers say.
pub(super) fn settle(tx: &Tx<'_>, id: &str) -> Result<()> {
    let answers = position_history(tx, id)?;
    let held = |part_id: Option<&str>| {
        answers
            .iter()
            .rev()
            .find(|answer| answer.part_id.is_none() || answer.part_id.as_deref() == part_id)
    };
    let whole = held(None).map(|answer| answer.position.as_str());
    let mut own = false;
    let mut of_each = Vec::new();
    for part in parts::parts_of(tx, id)? {
        if part.kind != parts::PartKind::Answer {
            continue;
        }
        let answer = held(Some(&part.id));
        let position = answer.filter(|answer| answer.part_id.is_some());
        let position = position.map(|answer| answer.position.as_str());
        own |= position.is_some();
        of_each.push(answer.map(|answer| answer.position.as_str()));
        tx.execute(
            "update recommendation_part set position = :position where id = :id",
            named_params! {":id": part.id, ":position": position},
        )?;
    }
    let position = if own { of_parts(&of_each) } else { whole };
    write_position(tx, id, position)
}

fn write_position(tx: &Tx<'_>, id: &str, position: Option<&str>) -> Result<()> {
    tx.execute(
        "update recommendation set position = :position where id = :id",
        named_params! {":id": id, ":position": position},
    )?;
    Ok(())
}

/// The answers to one recommendation and its parts, in the order in which they hold: the last that
/// speaks of the whole or of a part is its answer (I4).
///
/// # Errors
/// The storage's own.
pub fn position_history(reader: &Reader<'_>, id: &str) -> Result<Vec<PositionEntry>> {
    let recorded = reader.rows(
        "select e.id, e.position, e.given_on, e.document, e.paragraph, e.explanation,
                e.recorded_at, e.part_id, p.letter
         from live_position_entry e
         left join live_recommendation_part p on p.id = e.part_id
         where e.recommendation_id = :id
         order by e.recorded_at, e.id",
        named_params! {":id": id},
        |row| {
            Ok(PositionEntry {
                id: row.get(0)?,
                position: row.get(1)?,
                given_on: row.get(2)?,
                document: row.get(3)?,
                paragraph: row.get(4)?,
                explanation: row.get(5)?,
                recorded_at: row.get(6)?,
                part_id: row.get(7)?,
                letter: row.get(8)?,
                holds: false,
            })
        },
    )?;
    Ok(in_order(recorded))
}

/// By the day an answer was given; without one, after those known when it was recorded.
fn in_order(recorded: Vec<PositionEntry>) -> Vec<PositionEntry> {
    let mut latest = String::new();
    let mut dated: Vec<(String, PositionEntry)> = Vec::new();
    for entry in recorded {
        let day = entry.given_on.clone().unwrap_or_else(|| latest.clone());
        latest = latest.max(day.clone());
        dated.push((day, entry));
    }
    dated.sort_by(|a, b| a.0.cmp(&b.0));
    let mut ordered: Vec<PositionEntry> = dated.into_iter().map(|(_, entry)| entry).collect();
    let mut is_whole_answered = false;
    let mut answered: Vec<String> = Vec::new();
    for entry in ordered.iter_mut().rev() {
        entry.holds = !is_whole_answered
            && entry
                .part_id
                .as_ref()
                .is_none_or(|part| entry.letter.is_some() && !answered.contains(part));
        match &entry.part_id {
            Some(part) => answered.push(part.clone()),
            None => is_whole_answered = true,
        }
    }
    ordered
}
