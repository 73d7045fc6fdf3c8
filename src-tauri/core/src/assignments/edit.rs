//! What can be done with assignments.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Assignment, Role, SubjectKind, list};
use crate::base::word::word_of;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;
use crate::people;

/// An assignment of a selection to one agency.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Assign {
    pub subject: SubjectKind,
    /// Ids of recommendations or actions.
    pub ids: Vec<String>,
    pub agency_id: String,
    pub role: Role,
    /// The first day; today where absent.
    pub from_on: Option<String>,
    pub note: Option<String>,
}

/// Assigns every record of a selection; gives the number of records whose assignment changed.
///
/// A new lead closes the old one the day before (I6), or replaces it where both would begin on the
/// same day. An agency has one role on a subject at a time: its former role ends likewise.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `date-not-understood`, `lead-begins-earlier` where a later
/// lead is already entered.
pub fn assign(tx: &Tx<'_>, wish: &Assign) -> Result<u32> {
    if wish.ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let agency = people::get_agency(tx, &wish.agency_id)?;
    let from = match &wish.from_on {
        Some(text) => date::parse(text)?,
        None => tx.clock().today(),
    };
    let mut count: u32 = 0;
    for id in &wish.ids {
        list::refuse_missing_subject(tx, &wish.subject, id)?;
        count += u32::from(assign_one(tx, wish, id, from)?);
    }
    tx.name_with("count", wish.ids.len());
    tx.name_with("agency", agency.short_name);
    tx.name_with("role", word_of(&wish.role)?);
    tx.name_with("subject", word_of(&wish.subject)?);
    Ok(count)
}

fn assign_one(tx: &Tx<'_>, wish: &Assign, id: &str, from: chrono::NaiveDate) -> Result<bool> {
    let day = date::iso(from);
    let held = list::assignments_of(tx, &wish.subject, id)?;
    let is_open = |held: &&Assignment| held.to_on.as_ref().is_none_or(|to_on| *to_on >= day);
    let open: Vec<&Assignment> = held.iter().filter(is_open).collect();
    let is_same = |held: &&&Assignment| held.agency_id == wish.agency_id && held.role == wish.role;
    if open
        .iter()
        .any(|held| is_same(&held) && held.from_on <= day)
    {
        return Ok(false);
    }
    for old in open {
        let gives_way =
            old.agency_id == wish.agency_id || (wish.role == Role::Lead && old.role == Role::Lead);
        if !gives_way {
            continue;
        }
        if old.from_on > day {
            return Err(Error::person("lead-begins-earlier")
                .with("agency", &old.agency_short_name)
                .with("date", &old.from_on));
        }
        close(tx, old, from)?;
    }
    let (recommendation_id, action_id) = match wish.subject {
        SubjectKind::Recommendation => (Some(id), None),
        SubjectKind::Action => (None, Some(id)),
    };
    tx.execute(
        "insert into assignment (id, recommendation_id, action_id, agency_id, role, from_on, note)
         values (:id, :recommendation_id, :action_id, :agency_id, :role, :from_on, :note)",
        named_params! {
            ":id": tx.new_id(),
            ":recommendation_id": recommendation_id,
            ":action_id": action_id,
            ":agency_id": wish.agency_id,
            ":role": word_of(&wish.role)?,
            ":from_on": day,
            ":note": wish.note,
        },
    )?;
    Ok(true)
}

/// Ends an assignment the day before `from`; one that would not have lasted a day is taken back.
fn close(tx: &Tx<'_>, old: &Assignment, from: chrono::NaiveDate) -> Result<()> {
    let last = date::iso(date::day_before(from));
    if last < old.from_on {
        tx.execute(
            "update assignment set deleted = 1 where id = :id",
            named_params! {":id": old.id},
        )?;
    } else {
        tx.execute(
            "update assignment set to_on = :last where id = :id",
            named_params! {":id": old.id, ":last": last},
        )?;
    }
    Ok(())
}

/// Ends assignments with a last day (yesterday where none is given, so that they no longer hold
/// today); one that would not have lasted a day is taken back. One that has its last day already can
/// only end earlier: later days may be another's (I6).
///
/// # Errors
/// `selection-empty`, `record-not-found`, `date-not-understood`, `assignment-ended`.
pub fn end_assignments(tx: &Tx<'_>, ids: &[String], to_on: Option<&str>) -> Result<u32> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let last = match to_on {
        Some(text) => date::parse(text)?,
        None => date::day_before(tx.clock().today()),
    };
    for id in ids {
        let old = list::get_assignment(tx, id)?;
        if let Some(ended) = old.to_on.as_ref().filter(|ended| **ended < date::iso(last)) {
            return Err(Error::person("assignment-ended")
                .with("agency", &old.agency_short_name)
                .with("date", ended));
        }
        close(tx, &old, last.succ_opt().unwrap_or(last))?;
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}
