//! What the comparison reads, once, so that it can work while the plan is worked on.

use std::collections::{HashMap, HashSet};

use crate::base::Result;
use crate::dossier::Reader;
use crate::lineage::moment::{COLUMNS, JOINS, Moment, moment};

#[derive(Debug, Clone)]
pub struct Record {
    pub id: String,
    pub reference: String,
    pub text: String,
    pub moment: Moment,
}

/// Every living record, in the order of references, and the pairs about which something was decided.
#[derive(Debug)]
pub struct Snapshot {
    pub records: Vec<Record>,
    decided: HashSet<(usize, usize)>,
}

impl Snapshot {
    /// Whether a person linked the two, or refused to.
    #[must_use]
    pub fn is_decided(&self, one: usize, other: usize) -> bool {
        self.decided.contains(&(one.min(other), one.max(other)))
    }
}

/// Reads the snapshot.
///
/// # Errors
/// The storage's own.
pub fn snapshot(reader: &Reader<'_>) -> Result<Snapshot> {
    let mut last = String::new();
    let mut records = reader.rows(
        &format!(
            "select r.id, r.reference, r.text, {COLUMNS}
             from live_recommendation r
             {JOINS}
             order by r.sort_key, r.id, v.held_on"
        ),
        [],
        |row| {
            Ok(Record {
                id: row.get(0)?,
                reference: row.get(1)?,
                text: row.get(2)?,
                moment: moment(row, 3)?,
            })
        },
    )?;
    // A document of several reviews would show a record twice.
    records.retain(|record| std::mem::replace(&mut last, record.id.clone()) != record.id);
    let places: HashMap<&str, usize> = records
        .iter()
        .enumerate()
        .map(|(place, record)| (record.id.as_str(), place))
        .collect();
    let decided = reader
        .rows(
            "select from_id, to_id from live_recommendation_link order by id",
            [],
            |row| {
                let (from, to): (String, String) = (row.get(0)?, row.get(1)?);
                Ok(places
                    .get(from.as_str())
                    .copied()
                    .zip(places.get(to.as_str()).copied()))
            },
        )?
        .into_iter()
        .flatten()
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    Ok(Snapshot { records, decided })
}
