//! What can be asked about recommendations.

use std::collections::BTreeMap;

use rusqlite::{Row, named_params};

use super::{Recommendation, StatePosition};
use crate::base::word::{from_optional_word, from_word};
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::reference::mechanisms;

const COLUMNS: &str = "
    r.id, r.record_type, r.reference, r.mechanism, r.cycle, r.session, r.document, r.paragraph,
    r.letter, r.text, r.language, r.position, r.action_category, r.action_category_confirmed,
    r.cluster_id, c.name, r.priority, r.note, r.body, r.year, r.priority_reason, r.plain_text,
    r.scope, r.duration, r.cross_border, r.cross_border_topic, r.needs_law";

/// Every recommendation, in the order of its reference.
///
/// # Errors
/// The storage's own.
pub fn list_recommendations(reader: &Reader<'_>) -> Result<Vec<Recommendation>> {
    let mut found = reader.rows(
        &format!(
            "select {COLUMNS}
             from live_recommendation r
             left join live_cluster c on c.id = r.cluster_id
             order by r.sort_key, r.id"
        ),
        [],
        recommendation,
    )?;
    let places: BTreeMap<String, usize> = found
        .iter()
        .enumerate()
        .map(|(place, found)| (found.id.clone(), place))
        .collect();
    each_state(reader, "", |id, state, position| {
        if let Some(record) = places.get(id).and_then(|place| found.get_mut(*place)) {
            add_state(record, state, position);
        }
    })?;
    each_tag(reader, "", |id, vocabulary, label, is_confirmed| {
        if let Some(record) = places.get(id).and_then(|place| found.get_mut(*place)) {
            add_tag(record, vocabulary, label, is_confirmed);
        }
    })?;
    Ok(found)
}

/// One recommendation.
///
/// # Errors
/// `record-not-found`.
pub fn get_recommendation(reader: &Reader<'_>, id: &str) -> Result<Recommendation> {
    let found = reader.find(
        &format!(
            "select {COLUMNS}
             from live_recommendation r
             left join live_cluster c on c.id = r.cluster_id
             where r.id = :id"
        ),
        named_params! {":id": id},
        recommendation,
    )?;
    let mut record = found.ok_or_else(|| Error::person("record-not-found").with("record", id))?;
    each_state(reader, id, |_, state, position| {
        add_state(&mut record, state, position)
    })?;
    each_tag(reader, id, |_, vocabulary, label, is_confirmed| {
        add_tag(&mut record, vocabulary, label, is_confirmed);
    })?;
    Ok(record)
}

/// The id of the living record of that reference.
///
/// # Errors
/// The storage's own.
pub fn find_by_reference(reader: &Reader<'_>, reference: &str) -> Result<Option<String>> {
    reader.find(
        "select id from live_recommendation where reference = :reference",
        named_params! {":reference": reference},
        |row| row.get(0),
    )
}

pub(super) fn mechanism_of(reader: &Reader<'_>, id: &str) -> Result<String> {
    reader
        .find(
            "select mechanism from live_recommendation where id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

pub(super) fn reference_of_record(reader: &Reader<'_>, id: &str) -> Result<String> {
    reader
        .find(
            "select reference from live_recommendation where id = :id",
            named_params! {":id": id},
            |row| row.get(0),
        )?
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

pub(super) fn position_of(reader: &Reader<'_>, id: &str) -> Result<Option<String>> {
    let found = reader.find(
        "select position from live_recommendation where id = :id",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    Ok(found.flatten())
}

/// Only some mechanisms ask the State for a position (I3).
pub(super) fn refuse_without_position(reader: &Reader<'_>, id: &str) -> Result<()> {
    let mechanism = mechanism_of(reader, id)?;
    if mechanisms::by_code(&mechanism).is_some_and(|found| found.has_position) {
        return Ok(());
    }
    Err(Error::person("position-not-for-mechanism").with("mechanism", mechanism))
}

/// Refuses what is none of the plan's own clusters, which alone can be primary (I16).
pub(super) fn refuse_other_cluster(reader: &Reader<'_>, id: &str) -> Result<()> {
    let found = reader.find(
        "select id from live_cluster where id = :id and scheme_id is null",
        named_params! {":id": id},
        |_| Ok(()),
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn recommendation(row: &Row<'_>) -> rusqlite::Result<Recommendation> {
    Ok(Recommendation {
        id: row.get(0)?,
        record_type: from_word(row, 1)?,
        reference: row.get(2)?,
        mechanism: row.get(3)?,
        body: row.get(18)?,
        year: row.get(19)?,
        cycle: row.get(4)?,
        session: row.get(5)?,
        document: row.get(6)?,
        paragraph: row.get(7)?,
        letter: row.get(8)?,
        text: row.get(9)?,
        language: row.get(10)?,
        recommending_states: Vec::new(),
        position: row.get(11)?,
        action_category: row.get(12)?,
        action_category_confirmed: row.get(13)?,
        themes: Vec::new(),
        groups: Vec::new(),
        sdg_targets: Vec::new(),
        issues: Vec::new(),
        rights: Vec::new(),
        territories: Vec::new(),
        countries: Vec::new(),
        national_tags: Vec::new(),
        cluster_id: row.get(14)?,
        cluster: row.get(15)?,
        priority: from_optional_word(row, 16)?,
        priority_reason: row.get(20)?,
        note: row.get(17)?,
        plain_text: row.get(21)?,
        scope: from_optional_word(row, 22)?,
        duration: from_optional_word(row, 23)?,
        cross_border: row.get(24)?,
        cross_border_topic: row.get(25)?,
        needs_law: from_optional_word(row, 26)?,
        has_suggested_tags: false,
        state_positions: Vec::new(),
    })
}

/// Visits the States of one recommendation, or of all where `id` is empty.
fn each_state(
    reader: &Reader<'_>,
    id: &str,
    mut visit: impl FnMut(&str, String, Option<String>),
) -> Result<()> {
    let narrowed = if id.is_empty() {
        "(:id = '')"
    } else {
        "recommendation_id = :id"
    };
    reader.rows(
        &format!(
            "select recommendation_id, state, position
             from live_recommendation_state
             where {narrowed}
             order by recommendation_id, place, state"
        ),
        named_params! {":id": id},
        |row| {
            visit(&row.get::<_, String>(0)?, row.get(1)?, row.get(2)?);
            Ok(())
        },
    )?;
    Ok(())
}

fn each_tag(
    reader: &Reader<'_>,
    id: &str,
    mut visit: impl FnMut(&str, &str, String, bool),
) -> Result<()> {
    let narrowed = if id.is_empty() {
        "(:id = '')"
    } else {
        "recommendation_id = :id"
    };
    reader.rows(
        &format!(
            "select recommendation_id, vocabulary, label, confirmed
             from live_recommendation_tag
             where {narrowed}
             order by recommendation_id, vocabulary, label"
        ),
        named_params! {":id": id},
        |row| {
            let (id, vocabulary): (String, String) = (row.get(0)?, row.get(1)?);
            visit(&id, &vocabulary, row.get(2)?, row.get(3)?);
            Ok(())
        },
    )?;
    Ok(())
}

fn add_state(record: &mut Recommendation, state: String, position: Option<String>) {
    if let Some(position) = position {
        record.state_positions.push(StatePosition {
            state: state.clone(),
            position,
        });
    }
    record.recommending_states.push(state);
}

fn add_tag(record: &mut Recommendation, vocabulary: &str, label: String, is_confirmed: bool) {
    record.has_suggested_tags |= !is_confirmed;
    match vocabulary {
        "theme" => record.themes.push(label),
        "group" => record.groups.push(label),
        "issue" => record.issues.push(label),
        "right" => record.rights.push(label),
        "territory" => record.territories.push(label),
        "country" => record.countries.push(label),
        "national" => record.national_tags.push(label),
        _ => record.sdg_targets.push(label),
    }
}
