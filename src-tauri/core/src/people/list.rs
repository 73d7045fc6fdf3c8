//! What can be asked about authors, agencies and focal points.

use rusqlite::Row;

use super::{Agency, Author, FocalPoint};
use crate::base::text::fold;
use crate::base::word::from_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// The short list of authors, by name.
///
/// # Errors
/// The storage's own.
pub fn list_authors(reader: &Reader<'_>) -> Result<Vec<Author>> {
    reader.rows(
        "select id, name from live_author order by name, id",
        [],
        |row| {
            Ok(Author {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// All agencies with their focal points, alphabetical (no league tables: UX, principle 9).
///
/// # Errors
/// The storage's own.
pub fn list_agencies(reader: &Reader<'_>) -> Result<Vec<Agency>> {
    let mut agencies = reader.rows(
        "select id, name, short_name, kind, note
         from live_agency
         order by short_name collate nocase, id",
        [],
        agency,
    )?;
    let points = reader.rows(
        "select id, agency_id, name, function, email, phone, kind, from_on, to_on
         from live_focal_point
         order by agency_id, kind desc, name, id",
        [],
        focal_point,
    )?;
    for point in points {
        if let Some(agency) = agencies
            .iter_mut()
            .find(|agency| agency.id == point.agency_id)
        {
            agency.focal_points.push(point);
        }
    }
    Ok(agencies)
}

/// One agency.
///
/// # Errors
/// `record-not-found`.
pub fn get_agency(reader: &Reader<'_>, id: &str) -> Result<Agency> {
    let agencies = list_agencies(reader)?;
    agencies
        .into_iter()
        .find(|agency| agency.id == id)
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// The agency of that name or short name, whatever its capitals and accents.
///
/// # Errors
/// The storage's own.
pub fn find_agency(reader: &Reader<'_>, name: &str) -> Result<Option<Agency>> {
    let wanted = fold(name);
    let agencies = list_agencies(reader)?;
    Ok(agencies
        .into_iter()
        .find(|agency| fold(&agency.name) == wanted || fold(&agency.short_name) == wanted))
}

pub(super) fn agency_of_focal_point(reader: &Reader<'_>, id: &str) -> Result<Agency> {
    let agencies = list_agencies(reader)?;
    agencies
        .into_iter()
        .find(|agency| agency.focal_points.iter().any(|point| point.id == id))
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn agency(row: &Row<'_>) -> rusqlite::Result<Agency> {
    Ok(Agency {
        id: row.get(0)?,
        name: row.get(1)?,
        short_name: row.get(2)?,
        kind: from_word(row, 3)?,
        note: row.get(4)?,
        focal_points: Vec::new(),
    })
}

fn focal_point(row: &Row<'_>) -> rusqlite::Result<FocalPoint> {
    Ok(FocalPoint {
        id: row.get(0)?,
        agency_id: row.get(1)?,
        name: row.get(2)?,
        function: row.get(3)?,
        email: row.get(4)?,
        phone: row.get(5)?,
        kind: from_word(row, 6)?,
        from_on: row.get(7)?,
        to_on: row.get(8)?,
    })
}
