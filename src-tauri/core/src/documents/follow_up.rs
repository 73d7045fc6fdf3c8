//! The follow-up procedure of the committees: paragraphs selected for it, when the State reports on
//! them, and the grades given, which are only ever added.

use chrono::Months;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::iso_day;
use crate::base::patch::given;
use crate::base::text::squeeze;
use crate::base::{Error, Result, date};
use crate::dossier::{Reader, Tx};
use crate::recommendations::{Recommendation, get_recommendation};
use crate::reference::{scales, treaty_bodies};

/// The follow-up of one recommendation of a committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowUp {
    /// `None` where nobody has said so or not.
    pub is_selected: Option<bool>,
    /// Typed, or computed from the day of the document; `None` where that is not known either.
    pub due_on: Option<String>,
    pub is_due_typed: bool,
    /// Scale of the committee's grades; `None` where it gives none.
    pub scale: Option<String>,
    /// Oldest first.
    pub grades: Vec<GradeEntry>,
}

/// One grade of a committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GradeEntry {
    pub id: String,
    pub scale: String,
    pub grade: String,
    pub given_on: Option<String>,
    pub document: Option<String>,
    pub note: Option<String>,
    pub recorded_at: String,
}

/// Whether a selection was chosen for follow-up, and by when the State reports; absent stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FollowUpPatch {
    #[serde(deserialize_with = "given")]
    pub is_selected: Option<Option<bool>>,
    /// `null`: computed again.
    #[serde(deserialize_with = "given")]
    pub due_on: Option<Option<String>>,
}

/// Says of a selection whether it was chosen for follow-up; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `follow-up-only-committees`, `date-not-understood`.
pub fn set_follow_up(tx: &Tx<'_>, ids: &[String], patch: &FollowUpPatch) -> Result<u32> {
    for record in committee_records(tx, ids)? {
        if let Some(is_selected) = patch.is_selected {
            tx.execute(
                "update recommendation set followup_selected = :value where id = :id",
                named_params! {":id": record.id, ":value": is_selected},
            )?;
        }
        if let Some(due_on) = &patch.due_on {
            tx.execute(
                "update recommendation set followup_due_on = :value where id = :id",
                named_params! {":id": record.id, ":value": iso_day(due_on.as_deref())?},
            )?;
        }
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

/// A grade to be added.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GradeGiven {
    /// Id of a scale; the committee's own where absent.
    pub scale: Option<String>,
    pub grade: String,
    pub given_on: Option<String>,
    pub document: Option<String>,
    pub note: Option<String>,
}

/// Adds a grade to each record of a selection; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `follow-up-only-committees`, `grade-scale-missing`,
/// `grade-unknown`, `date-not-understood`.
pub fn add_grade(tx: &Tx<'_>, ids: &[String], given: &GradeGiven) -> Result<u32> {
    let given_on = iso_day(given.given_on.as_deref())?;
    let text = |text: &Option<String>| text.as_deref().map(squeeze).filter(|t| !t.is_empty());
    for record in committee_records(tx, ids)? {
        let scale = given.scale.clone().or_else(|| scale_of(&record));
        let body = record.body.clone().unwrap_or_default();
        let scale = scale.ok_or_else(|| Error::person("grade-scale-missing").with("body", body))?;
        if scales::status(&scale, &given.grade).is_none() {
            return Err(Error::person("grade-unknown")
                .with("grade", &given.grade)
                .with("scale", scale));
        }
        tx.execute(
            "insert into grade_entry (
               id, recommendation_id, scale, grade, given_on, document, note, recorded_at)
             values (
               :row, :id, :scale, :grade, :given_on, :document, :note, :recorded_at)",
            named_params! {
                ":row": tx.new_id(),
                ":id": record.id,
                ":scale": scale,
                ":grade": given.grade,
                ":given_on": given_on,
                ":document": text(&given.document),
                ":note": text(&given.note),
                ":recorded_at": tx.clock().stamp(),
            },
        )?;
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    tx.name_with("grade", &given.grade);
    Ok(count)
}

fn committee_records(tx: &Tx<'_>, ids: &[String]) -> Result<Vec<Recommendation>> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let records: Vec<Recommendation> = ids
        .iter()
        .map(|id| get_recommendation(tx, id))
        .collect::<Result<_>>()?;
    match records.iter().find(|record| record.mechanism != "TB") {
        Some(other) => {
            Err(Error::person("follow-up-only-committees").with("reference", &other.reference))
        }
        None => Ok(records),
    }
}

fn scale_of(record: &Recommendation) -> Option<String> {
    let body = treaty_bodies::by_code(record.body.as_deref()?)?;
    Some(body.followup_scale_id.clone()).filter(|scale| !scale.is_empty())
}

/// The follow-up of a recommendation; `None` where its mechanism has none.
///
/// # Errors
/// The storage's own.
pub fn find_follow_up(reader: &Reader<'_>, record: &Recommendation) -> Result<Option<FollowUp>> {
    if record.mechanism != "TB" {
        return Ok(None);
    }
    let stored = reader.find(
        "select followup_selected, followup_due_on from live_recommendation where id = :id",
        named_params! {":id": record.id},
        |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?)),
    )?;
    let (is_selected, typed) = stored.unwrap_or_default();
    let computed = match (&typed, is_selected) {
        (None, Some(true)) => computed_due(reader, record)?,
        _ => None,
    };
    Ok(Some(FollowUp {
        is_selected,
        is_due_typed: typed.is_some(),
        due_on: typed.or(computed),
        scale: scale_of(record),
        grades: grades_of(reader, &record.id)?,
    }))
}

/// The day of the document and the months the committee gives (I20: never stored).
fn computed_due(reader: &Reader<'_>, record: &Recommendation) -> Result<Option<String>> {
    let body = record.body.as_deref().and_then(treaty_bodies::by_code);
    let (Some(months), Some(document)) = (
        body.and_then(|body| body.followup_months),
        record.document.as_deref(),
    ) else {
        return Ok(None);
    };
    let day: Option<String> = reader
        .find(
            "select coalesce(v.adopted_on, d.published_on)
             from live_document d
             left join live_review v on v.id = d.review_id
             where d.symbol = :symbol",
            named_params! {":symbol": document},
            |row| row.get(0),
        )?
        .flatten();
    let day = day.as_deref().map(date::parse).transpose()?;
    let due = day.and_then(|day| day.checked_add_months(Months::new(months)));
    Ok(due.map(date::iso))
}

fn grades_of(reader: &Reader<'_>, id: &str) -> Result<Vec<GradeEntry>> {
    reader.rows(
        "select id, scale, grade, given_on, document, note, recorded_at
         from live_grade_entry
         where recommendation_id = :id
         order by coalesce(given_on, recorded_at), recorded_at, id",
        named_params! {":id": id},
        |row| {
            Ok(GradeEntry {
                id: row.get(0)?,
                scale: row.get(1)?,
                grade: row.get(2)?,
                given_on: row.get(3)?,
                document: row.get(4)?,
                note: row.get(5)?,
                recorded_at: row.get(6)?,
            })
        },
    )
}
