//! What can be asked about actions and milestones.

use std::collections::BTreeMap;

use rusqlite::{Row, named_params};

use super::{Action, Milestone, RecommendationLink};
use crate::base::word::from_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// Every action, by number.
///
/// # Errors
/// The storage's own.
pub fn list_actions(reader: &Reader<'_>) -> Result<Vec<Action>> {
    let mut actions = reader.rows(
        "select id, number, title, description, deliverable, start_on, due_on, continuous, status,
                percent, done_on, note
         from live_action
         order by number, id",
        [],
        action,
    )?;
    let places: BTreeMap<String, usize> = actions
        .iter()
        .enumerate()
        .map(|(place, action)| (action.id.clone(), place))
        .collect();
    for (id, link) in links(reader, None)? {
        if let Some(action) = places.get(&id).and_then(|place| actions.get_mut(*place)) {
            action.recommendations.push(link);
        }
    }
    for (id, milestone) in milestones(reader, None)? {
        if let Some(action) = places.get(&id).and_then(|place| actions.get_mut(*place)) {
            action.milestones.push(milestone);
        }
    }
    Ok(actions)
}

/// One action.
///
/// # Errors
/// `record-not-found`.
pub fn get_action(reader: &Reader<'_>, id: &str) -> Result<Action> {
    let found = reader.find(
        "select id, number, title, description, deliverable, start_on, due_on, continuous, status,
                percent, done_on, note
         from live_action
         where id = :id",
        named_params! {":id": id},
        action,
    )?;
    let mut action = found.ok_or_else(|| Error::person("record-not-found").with("record", id))?;
    action.recommendations = links(reader, Some(id))?
        .into_iter()
        .map(|(_, link)| link)
        .collect();
    action.milestones = milestones(reader, Some(id))?
        .into_iter()
        .map(|(_, found)| found)
        .collect();
    Ok(action)
}

/// A milestone and the id of its action.
pub(super) fn get_milestone(reader: &Reader<'_>, id: &str) -> Result<(String, Milestone)> {
    let found = reader.find(
        "select action_id, id, title, kind, planned_on, actual_on
         from live_milestone
         where id = :id",
        named_params! {":id": id},
        milestone,
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn links(reader: &Reader<'_>, action: Option<&str>) -> Result<Vec<(String, RecommendationLink)>> {
    let narrowed = if action.is_none() {
        "(:action is null)"
    } else {
        "l.action_id = :action"
    };
    reader.rows(
        &format!(
            "select l.action_id, r.id, r.reference
             from live_action_recommendation l
             join live_recommendation r on r.id = l.recommendation_id
             where {narrowed}
             order by l.action_id, r.sort_key, r.id"
        ),
        named_params! {":action": action},
        |row| {
            Ok((
                row.get(0)?,
                RecommendationLink {
                    id: row.get(1)?,
                    reference: row.get(2)?,
                },
            ))
        },
    )
}

fn milestones(reader: &Reader<'_>, action: Option<&str>) -> Result<Vec<(String, Milestone)>> {
    let narrowed = if action.is_none() {
        "(:action is null)"
    } else {
        "action_id = :action"
    };
    reader.rows(
        &format!(
            "select action_id, id, title, kind, planned_on, actual_on
             from live_milestone
             where {narrowed}
             order by action_id, planned_on is null, planned_on, id"
        ),
        named_params! {":action": action},
        milestone,
    )
}

fn milestone(row: &Row<'_>) -> rusqlite::Result<(String, Milestone)> {
    let milestone = Milestone {
        id: row.get(1)?,
        title: row.get(2)?,
        kind: from_word(row, 3)?,
        planned_on: row.get(4)?,
        actual_on: row.get(5)?,
    };
    Ok((row.get(0)?, milestone))
}

fn action(row: &Row<'_>) -> rusqlite::Result<Action> {
    Ok(Action {
        id: row.get(0)?,
        number: row.get(1)?,
        title: row.get(2)?,
        description: row.get(3)?,
        deliverable: row.get(4)?,
        start_on: row.get(5)?,
        due_on: row.get(6)?,
        continuous: row.get(7)?,
        status: row.get(8)?,
        percent: row.get(9)?,
        done_on: row.get(10)?,
        note: row.get(11)?,
        recommendations: Vec::new(),
        milestones: Vec::new(),
    })
}
