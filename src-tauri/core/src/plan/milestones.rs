//! Milestones and benchmarks of an action: the dated steps whose absence civil society found
//! everywhere (the report, §4.2.2).

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Action, MilestoneKind, list};
use crate::base::patch::given;
use crate::base::text::squeeze;
use crate::base::word::word_of;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewMilestone {
    pub action_id: String,
    pub title: String,
    pub kind: Option<MilestoneKind>,
    pub planned_on: Option<String>,
    #[serde(default)]
    pub actual_on: Option<String>,
}

/// Adds a milestone; gives its id.
///
/// # Errors
/// `record-not-found`, `title-missing`, `date-not-understood`, `milestone-outside-action` (I8).
pub fn add_milestone(tx: &Tx<'_>, new: &NewMilestone) -> Result<String> {
    list::get_action(tx, &new.action_id)?;
    let id = tx.new_id();
    tx.execute(
        "insert into milestone (id, action_id, title) values (:id, :action_id, :title)",
        named_params! {":id": id, ":action_id": new.action_id, ":title": titled(&new.title)?},
    )?;
    let patch = MilestonePatch {
        title: None,
        kind: new.kind,
        planned_on: Some(new.planned_on.clone()),
        actual_on: Some(new.actual_on.clone()),
    };
    edit_milestone(tx, &id, &patch)?;
    Ok(id)
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MilestonePatch {
    pub title: Option<String>,
    pub kind: Option<MilestoneKind>,
    #[serde(deserialize_with = "given")]
    pub planned_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub actual_on: Option<Option<String>>,
}

/// Changes a milestone.
///
/// # Errors
/// As [`add_milestone`].
pub fn edit_milestone(tx: &Tx<'_>, id: &str, patch: &MilestonePatch) -> Result<()> {
    let (action_id, mut milestone) = list::get_milestone(tx, id)?;
    let action = list::get_action(tx, &action_id)?;
    if let Some(title) = &patch.title {
        milestone.title = titled(title)?;
    }
    milestone.kind = patch.kind.unwrap_or(milestone.kind);
    if let Some(planned) = &patch.planned_on {
        milestone.planned_on = planned
            .as_deref()
            .map(date::parse)
            .transpose()?
            .map(date::iso);
    }
    if let Some(actual) = &patch.actual_on {
        milestone.actual_on = actual
            .as_deref()
            .map(date::parse)
            .transpose()?
            .map(date::iso);
    }
    refuse_outside(&action, milestone.planned_on.as_deref())?;
    tx.execute(
        "update milestone
         set title = :title, kind = :kind, planned_on = :planned_on, actual_on = :actual_on
         where id = :id",
        named_params! {
            ":id": id,
            ":title": milestone.title,
            ":kind": word_of(&milestone.kind)?,
            ":planned_on": milestone.planned_on,
            ":actual_on": milestone.actual_on,
        },
    )?;
    tx.name_with("number", action.number);
    Ok(())
}

/// Refuses a milestone planned before its action starts or after it is due (I8).
pub(super) fn refuse_outside(action: &Action, planned: Option<&str>) -> Result<()> {
    for (from, to) in [
        (action.start_on.as_deref(), planned),
        (planned, action.due_on.as_deref()),
    ] {
        date::refuse_wrong_order(from, to).map_err(|error| {
            Error::person("milestone-outside-action")
                .with("number", action.number)
                .detail(error)
        })?;
    }
    Ok(())
}

/// Takes a milestone away.
///
/// # Errors
/// `record-not-found`.
pub fn remove_milestone(tx: &Tx<'_>, id: &str) -> Result<()> {
    let (action_id, _) = list::get_milestone(tx, id)?;
    tx.execute(
        "update milestone set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("number", list::get_action(tx, &action_id)?.number);
    Ok(())
}

fn titled(title: &str) -> Result<String> {
    let title = squeeze(title);
    if title.is_empty() {
        Err(Error::person("title-missing"))
    } else {
        Ok(title)
    }
}
