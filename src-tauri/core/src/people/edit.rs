//! What can be done with authors, agencies and focal points.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgencyKind, FocalPointKind, list};
use crate::base::text::{fold, squeeze};
use crate::base::word::word_of;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;

/// Finds the author of that name or adds one; gives the id.
///
/// # Errors
/// `name-missing`.
pub fn add_author(tx: &Tx<'_>, name: &str) -> Result<String> {
    let name = named(name)?;
    let known = list::list_authors(tx)?
        .into_iter()
        .find(|author| fold(&author.name) == fold(&name));
    if let Some(author) = known {
        return Ok(author.id);
    }
    let id = tx.new_id();
    tx.execute(
        "insert into author (id, name) values (:id, :name)",
        named_params! {":id": id, ":name": name},
    )?;
    Ok(id)
}

/// What came of a pasted list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AddAgencies {
    pub added: u32,
    /// Already there under that name.
    pub known: u32,
    /// In the order of the list, the known ones too.
    pub ids: Vec<String>,
}

/// Adds agencies from a pasted list, one a line: the name, then after a semicolon or tab the short
/// name where there is one.
///
/// # Errors
/// `list-empty`; `short-name-taken`.
pub fn add_agencies(tx: &Tx<'_>, lines: &str, kind: AgencyKind) -> Result<AddAgencies> {
    let mut outcome = AddAgencies {
        added: 0,
        known: 0,
        ids: Vec::new(),
    };
    let mut living = list::list_agencies(tx)?;
    for line in lines
        .lines()
        .map(squeeze_keeping_tabs)
        .filter(|line| !line.trim().is_empty())
    {
        let mut parts = line.split(['\t', ';']).map(squeeze);
        let name = named(&parts.next().unwrap_or_default())?;
        let known = living
            .iter()
            .find(|agency| fold(&agency.name) == fold(&name));
        if let Some(agency) = known {
            outcome.known += 1;
            outcome.ids.push(agency.id.clone());
            continue;
        }
        let short = match parts.next().filter(|short| !short.is_empty()) {
            Some(given) => {
                refuse_taken(&living, &given, None)?;
                given
            }
            None => free_short_name(&living, &name),
        };
        let id = tx.new_id();
        tx.execute(
            "insert into agency (id, name, short_name, kind) values (:id, :name, :short, :kind)",
            named_params! {
            ":id": id, ":name": name, ":short": short, ":kind": word_of(&kind)?},
        )?;
        living.push(super::Agency {
            id: id.clone(),
            name,
            short_name: short,
            kind,
            note: None,
            focal_points: Vec::new(),
        });
        outcome.added += 1;
        outcome.ids.push(id);
    }
    if outcome.ids.is_empty() {
        return Err(Error::person("list-empty"));
    }
    Ok(outcome)
}

/// Changed fields of an agency; an absent field stays, an empty note is cleared.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AgencyPatch {
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub kind: Option<AgencyKind>,
    pub note: Option<String>,
}

/// Changes an agency.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`, `short-name-taken`.
pub fn edit_agency(tx: &Tx<'_>, id: &str, patch: &AgencyPatch) -> Result<()> {
    let agency = list::get_agency(tx, id)?;
    let living = list::list_agencies(tx)?;
    let name = patch.name.as_deref().map_or(Ok(agency.name), named)?;
    let short = patch
        .short_name
        .as_deref()
        .map_or(Ok(agency.short_name), named)?;
    let is_other = |other: &&super::Agency| other.id != id && fold(&other.name) == fold(&name);
    if living.iter().any(|other| is_other(&other)) {
        return Err(Error::person("name-taken").with("name", name));
    }
    refuse_taken(&living, &short, Some(id))?;
    let note = patch
        .note
        .clone()
        .or(agency.note)
        .filter(|note| !note.trim().is_empty());
    tx.execute(
        "update agency
         set name = :name, short_name = :short, kind = :kind, note = :note
         where id = :id",
        named_params! {
            ":id": id,
            ":name": name,
            ":short": short,
            ":kind": word_of(&patch.kind.unwrap_or(agency.kind))?,
            ":note": note,
        },
    )?;
    tx.name_with("agency", &short);
    Ok(())
}

/// Takes an agency out of the lists. Its assignments must have been ended or moved first; those
/// that have ended, and those of records taken out, stay as they were.
///
/// # Errors
/// `record-not-found`; `agency-in-use` while work is or will be in its hands.
pub fn remove_agency(tx: &Tx<'_>, id: &str) -> Result<()> {
    let agency = list::get_agency(tx, id)?;
    let used = tx.count(
        "select count(*)
         from live_assignment s
         left join live_recommendation r on r.id = s.recommendation_id
         left join live_action a on a.id = s.action_id
         where s.agency_id = :id
           and (s.to_on is null or s.to_on >= :today)
           and coalesce(r.id, a.id) is not null",
        named_params! {":id": id, ":today": date::iso(tx.clock().today())},
    )?;
    if used > 0 {
        return Err(Error::person("agency-in-use")
            .with("agency", agency.short_name)
            .with("count", used));
    }
    tx.execute(
        "update agency set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("agency", agency.short_name);
    Ok(())
}

/// A focal point to be added, or the new state of one that is there.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewFocalPoint {
    pub name: String,
    pub function: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub kind: Option<FocalPointKind>,
    pub from_on: Option<String>,
    pub to_on: Option<String>,
}

/// Adds a focal point to an agency; gives the id.
///
/// # Errors
/// `record-not-found`, `name-missing`, `date-not-understood`, `dates-in-wrong-order`.
pub fn add_focal_point(tx: &Tx<'_>, agency_id: &str, new: &NewFocalPoint) -> Result<String> {
    let agency = list::get_agency(tx, agency_id)?;
    let id = tx.new_id();
    tx.execute(
        "insert into focal_point (id, agency_id, name) values (:id, :agency_id, :name)",
        named_params! {":id": id, ":agency_id": agency_id, ":name": named(&new.name)?},
    )?;
    write_focal_point(tx, &id, new)?;
    tx.name_with("agency", agency.short_name);
    Ok(id)
}

/// Writes a focal point anew.
///
/// # Errors
/// As [`add_focal_point`].
pub fn edit_focal_point(tx: &Tx<'_>, id: &str, new: &NewFocalPoint) -> Result<()> {
    let agency = list::agency_of_focal_point(tx, id)?;
    write_focal_point(tx, id, new)?;
    tx.name_with("agency", agency.short_name);
    Ok(())
}

fn write_focal_point(tx: &Tx<'_>, id: &str, new: &NewFocalPoint) -> Result<()> {
    let (from_on, to_on) = (new.from_on.as_deref(), new.to_on.as_deref());
    date::refuse_wrong_order(from_on, to_on)?;
    tx.execute(
        "update focal_point
         set name = :name, function = :function, email = :email, phone = :phone, kind = :kind,
             from_on = :from_on, to_on = :to_on
         where id = :id",
        named_params! {
            ":id": id,
            ":name": named(&new.name)?,
            ":function": filled(new.function.as_deref()),
            ":email": filled(new.email.as_deref()),
            ":phone": filled(new.phone.as_deref()),
            ":kind": word_of(&new.kind.unwrap_or(FocalPointKind::Main))?,
            ":from_on": from_on,
            ":to_on": to_on,
        },
    )?;
    Ok(())
}

/// Takes a focal point out.
///
/// # Errors
/// `record-not-found`.
pub fn remove_focal_point(tx: &Tx<'_>, id: &str) -> Result<()> {
    let agency = list::agency_of_focal_point(tx, id)?;
    tx.execute(
        "update focal_point set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("agency", agency.short_name);
    Ok(())
}

fn named(name: &str) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        Err(Error::person("name-missing"))
    } else {
        Ok(name)
    }
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(squeeze).filter(|text| !text.is_empty())
}

fn squeeze_keeping_tabs(line: &str) -> String {
    line.split('\t').map(squeeze).collect::<Vec<_>>().join("\t")
}

fn refuse_taken(living: &[super::Agency], short: &str, except: Option<&str>) -> Result<()> {
    let is_taken = living.iter().any(|agency| {
        Some(agency.id.as_str()) != except && fold(&agency.short_name) == fold(short)
    });
    if is_taken {
        Err(Error::person("short-name-taken").with("name", short))
    } else {
        Ok(())
    }
}

/// "Ministry of Foreign Affairs" → "Foreign Affairs"; numbered where that is taken.
fn free_short_name(living: &[super::Agency], name: &str) -> String {
    let openings = [
        "Ministry of the ",
        "Ministry of ",
        "Ministry for ",
        "Ministère de la ",
        "Ministère de ",
    ];
    let base = openings
        .iter()
        .find_map(|opening| name.strip_prefix(opening))
        .unwrap_or(name);
    let is_free = |short: &str| refuse_taken(living, short, None).is_ok();
    if is_free(base) {
        return base.to_owned();
    }
    (2..10_000)
        .map(|n| format!("{base} {n}"))
        .find(|short| is_free(short))
        .unwrap_or_default()
}
