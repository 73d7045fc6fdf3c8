//! What can be done with actions.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{list, milestones};
use crate::base::patch::given;
use crate::base::text::squeeze;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;
use crate::recommendations;
use crate::reference::scales;

/// An action to be added.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewAction {
    pub title: String,
    pub description: Option<String>,
    pub deliverable: Option<String>,
    /// ISO dates.
    pub start_on: Option<String>,
    pub due_on: Option<String>,
    pub continuous: Option<bool>,
    /// Code of scale CORE_ACT; "not started" where absent.
    pub status: Option<String>,
    pub percent: Option<u32>,
    pub done_on: Option<String>,
    pub note: Option<String>,
    pub recommendation_ids: Vec<String>,
}

/// Adds an action with the next number; gives id and number.
///
/// # Errors
/// `title-missing`, `date-not-understood`, `dates-in-wrong-order` (I8), `status-unknown`,
/// `percent-out-of-range` (I11), `continuous-with-due`, `continuous-not-complete` (I14),
/// `milestone-outside-action` (I8), `record-not-found`.
pub fn add_action(tx: &Tx<'_>, new: &NewAction) -> Result<(String, u32)> {
    let id = tx.new_id();
    let number = tx.count("select coalesce(max(number), 0) + 1 from live_action", [])?;
    tx.execute(
        "insert into action (id, number, title, status) values (:id, :number, :title, :status)",
        named_params! {
        ":id": id, ":number": number, ":title": titled(&new.title)?, ":status": FIRST_STATUS},
    )?;
    let patch = ActionPatch {
        description: Some(new.description.clone()),
        deliverable: Some(new.deliverable.clone()),
        start_on: Some(new.start_on.clone()),
        due_on: Some(new.due_on.clone()),
        continuous: new.continuous,
        status: new.status.clone(),
        percent: new.percent,
        done_on: Some(new.done_on.clone()),
        note: Some(new.note.clone()),
        ..ActionPatch::default()
    };
    edit_one(tx, &id, &patch)?;
    if !new.recommendation_ids.is_empty() {
        link_actions(tx, std::slice::from_ref(&id), &new.recommendation_ids)?;
    }
    tx.name_with("number", number);
    Ok((id, number))
}

/// The first step of scale CORE_ACT.
const FIRST_STATUS: &str = "NS";

/// Drafts one action for each recommendation: its title the beginning of the text, the rest open.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn draft_actions(tx: &Tx<'_>, recommendation_ids: &[String]) -> Result<Vec<String>> {
    if recommendation_ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let mut ids = Vec::new();
    for recommendation_id in recommendation_ids {
        let recommendation = recommendations::get_recommendation(tx, recommendation_id)?;
        let new = NewAction {
            title: opening_of(&recommendation.text),
            recommendation_ids: vec![recommendation_id.clone()],
            ..NewAction::default()
        };
        ids.push(add_action(tx, &new)?.0);
    }
    tx.name_with("count", ids.len());
    Ok(ids)
}

/// The first words of a text, cut at a word's end.
fn opening_of(text: &str) -> String {
    const LONGEST: usize = 90;
    let text = squeeze(text);
    if text.chars().count() <= LONGEST {
        return text.trim_end_matches(['.', ';']).to_owned();
    }
    let mut opening = String::new();
    for word in text.split(' ') {
        if opening.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        opening.push_str(word);
        opening.push(' ');
    }
    format!("{}…", opening.trim_end())
}

/// Changed fields of actions.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ActionPatch {
    pub title: Option<String>,
    #[serde(deserialize_with = "given")]
    pub description: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub deliverable: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub start_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub due_on: Option<Option<String>>,
    pub continuous: Option<bool>,
    pub status: Option<String>,
    pub percent: Option<u32>,
    #[serde(deserialize_with = "given")]
    pub done_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// Changes fields of a selection of actions; gives the number of records.
///
/// # Errors
/// As [`add_action`]; `selection-empty`.
pub fn edit_actions(tx: &Tx<'_>, ids: &[String], patch: &ActionPatch) -> Result<u32> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    for id in ids {
        edit_one(tx, id, patch)?;
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

fn edit_one(tx: &Tx<'_>, id: &str, patch: &ActionPatch) -> Result<()> {
    let mut action = list::get_action(tx, id)?;
    if let Some(title) = &patch.title {
        action.title = titled(title)?;
    }
    set(&mut action.description, patch.description.as_ref());
    set(&mut action.deliverable, patch.deliverable.as_ref());
    set(&mut action.start_on, patch.start_on.as_ref());
    set(&mut action.due_on, patch.due_on.as_ref());
    set(&mut action.done_on, patch.done_on.as_ref());
    set(&mut action.note, patch.note.as_ref());
    action.continuous = patch.continuous.unwrap_or(action.continuous);
    if let Some(percent) = patch.percent {
        action.percent = u8::try_from(percent)
            .ok()
            .filter(|percent| *percent <= 100)
            .ok_or_else(|| Error::person("percent-out-of-range").with("value", percent))?;
    }
    if let Some(status) = &patch.status {
        action.status.clone_from(status);
    }
    refuse_wrong(&action)?;
    tx.execute(
        "update action
         set title = :title, description = :description, deliverable = :deliverable,
             start_on = :start_on, due_on = :due_on, continuous = :continuous, status = :status,
             percent = :percent, done_on = :done_on, note = :note
         where id = :id",
        named_params! {
            ":id": id,
            ":title": action.title,
            ":description": action.description,
            ":deliverable": action.deliverable,
            ":start_on": action.start_on,
            ":due_on": action.due_on,
            ":continuous": action.continuous,
            ":status": action.status,
            ":percent": action.percent,
            ":done_on": action.done_on,
            ":note": action.note,
        },
    )?;
    tx.name_with("number", action.number);
    Ok(())
}

/// Sets a text field where the patch names it; blank is empty.
fn set(field: &mut Option<String>, given: Option<&Option<String>>) {
    if let Some(given) = given {
        *field = given
            .as_ref()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
    }
}

fn refuse_wrong(action: &super::Action) -> Result<()> {
    let status = scales::of_action(&action.status)
        .filter(|status| !status.computed)
        .ok_or_else(|| Error::person("status-unknown").with("status", &action.status))?;
    date::refuse_wrong_order(action.start_on.as_deref(), action.due_on.as_deref())?;
    action.done_on.as_deref().map(date::parse).transpose()?;
    for milestone in &action.milestones {
        milestones::refuse_outside(action, milestone.planned_on.as_deref())?;
    }
    if action.continuous && action.due_on.is_some() {
        return Err(Error::person("continuous-with-due").with("number", action.number));
    }
    if action.continuous && status.progress == scales::ProgressKind::Done {
        // Continuing work is never complete (I14).
        return Err(Error::person("continuous-not-complete").with("number", action.number));
    }
    Ok(())
}

/// Takes actions out of the plan.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn remove_actions(tx: &Tx<'_>, ids: &[String]) -> Result<u32> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    for id in ids {
        list::get_action(tx, id)?;
        tx.execute(
            "update action set deleted = 1 where id = :id",
            named_params! {":id": id},
        )?;
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

/// Links every action of one selection to every recommendation of another.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn link_actions(
    tx: &Tx<'_>,
    action_ids: &[String],
    recommendation_ids: &[String],
) -> Result<u32> {
    each_pair(
        tx,
        action_ids,
        recommendation_ids,
        |action, recommendation| {
            tx.execute(
                "insert into action_recommendation (id, action_id, recommendation_id)
             values (:id, :action, :recommendation)
             on conflict (action_id, recommendation_id) do update
             set deleted = 0
             where action_recommendation.deleted = 1",
                named_params! {
                ":id": tx.new_id(), ":action": action, ":recommendation": recommendation},
            )
        },
    )
}

/// Takes such links away.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn unlink_actions(
    tx: &Tx<'_>,
    action_ids: &[String],
    recommendation_ids: &[String],
) -> Result<u32> {
    each_pair(
        tx,
        action_ids,
        recommendation_ids,
        |action, recommendation| {
            tx.execute(
                "update action_recommendation
             set deleted = 1
             where action_id = :action and recommendation_id = :recommendation and deleted = 0",
                named_params! {":action": action, ":recommendation": recommendation},
            )
        },
    )
}

fn each_pair(
    tx: &Tx<'_>,
    action_ids: &[String],
    recommendation_ids: &[String],
    write: impl Fn(&str, &str) -> Result<usize>,
) -> Result<u32> {
    if action_ids.is_empty() || recommendation_ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let mut written = 0;
    for action in action_ids {
        list::get_action(tx, action)?;
        for recommendation in recommendation_ids {
            recommendations::get_recommendation(tx, recommendation)?;
            written += write(action, recommendation)?;
        }
    }
    let written = u32::try_from(written).unwrap_or(u32::MAX);
    tx.name_with("count", written);
    Ok(written)
}

fn titled(title: &str) -> Result<String> {
    let title = squeeze(title);
    if title.is_empty() {
        Err(Error::person("title-missing"))
    } else {
        Ok(title)
    }
}
