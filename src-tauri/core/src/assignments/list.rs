//! What can be asked about assignments.

use rusqlite::{Row, named_params};

use super::{Assignment, SubjectKind};
use crate::base::word::from_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;

// Agencies taken out since keep their name on what they once held.
const SELECT: &str = "
    select s.id, coalesce(s.recommendation_id, s.action_id), s.recommendation_id is not null,
           s.agency_id, a.name, a.short_name, s.role, s.from_on, s.to_on, s.note
    from live_assignment s
    join agency a on a.id = s.agency_id";

const ORDER: &str = "
    order by s.to_on is not null,
             case s.role when 'lead' then 0 when 'supporting' then 1 when 'consulted' then 2
                         when 'informed' then 3 else 4 end,
             a.short_name, s.from_on, s.id";

/// The assignments of one recommendation or action, those that hold first, the lead before others.
///
/// # Errors
/// The storage's own.
pub fn assignments_of(
    reader: &Reader<'_>,
    subject: &SubjectKind,
    id: &str,
) -> Result<Vec<Assignment>> {
    let column = column_of(subject);
    reader.rows(
        &format!("{SELECT} where s.{column} = :id {ORDER}"),
        named_params! {":id": id},
        assignment,
    )
}

/// Every assignment of the plan.
///
/// # Errors
/// The storage's own.
pub fn list_assignments(reader: &Reader<'_>) -> Result<Vec<Assignment>> {
    reader.rows(&format!("{SELECT} {ORDER}"), [], assignment)
}

pub(super) fn get_assignment(reader: &Reader<'_>, id: &str) -> Result<Assignment> {
    reader
        .find(
            &format!("{SELECT} where s.id = :id"),
            named_params! {":id": id},
            assignment,
        )?
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

pub(super) fn refuse_missing_subject(
    reader: &Reader<'_>,
    subject: &SubjectKind,
    id: &str,
) -> Result<()> {
    let table = match subject {
        SubjectKind::Recommendation => "live_recommendation",
        SubjectKind::Action => "live_action",
    };
    let count = reader.count(
        &format!("select count(*) from {table} where id = :id"),
        named_params! {":id": id},
    )?;
    if count == 0 {
        Err(Error::person("record-not-found").with("record", id))
    } else {
        Ok(())
    }
}

fn column_of(subject: &SubjectKind) -> &'static str {
    match subject {
        SubjectKind::Recommendation => "recommendation_id",
        SubjectKind::Action => "action_id",
    }
}

fn assignment(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    let is_recommendation: bool = row.get(2)?;
    Ok(Assignment {
        id: row.get(0)?,
        subject_id: row.get(1)?,
        subject_kind: match is_recommendation {
            true => SubjectKind::Recommendation,
            false => SubjectKind::Action,
        },
        agency_id: row.get(3)?,
        agency: row.get(4)?,
        agency_short_name: row.get(5)?,
        role: from_word(row, 6)?,
        from_on: row.get(7)?,
        to_on: row.get(8)?,
        note: row.get(9)?,
    })
}
