//! What can be done with criteria.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Criterion, list};
use crate::base::lang::Words;
use crate::base::text::{fold, squeeze};
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::people;

/// A set to begin with: what is at stake, how pressing, how often said, whether owed, whether in
/// reach. The words stand in `priorities.ftl`.
const STARTER: [(&str, u8); 5] = [
    ("severity", 3),
    ("urgency", 2),
    ("repeated", 2),
    ("obligation", 2),
    ("feasibility", 1),
];

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewCriterion {
    pub name: String,
    pub description: Option<String>,
    /// 1 to 10; 1 where absent.
    pub weight: Option<u8>,
}

/// Adds a criterion behind the others; gives its id.
///
/// # Errors
/// `name-missing`, `name-taken`, `weight-out-of-range`.
pub fn add_criterion(tx: &Tx<'_>, new: &NewCriterion) -> Result<String> {
    let name = free_name(tx, &new.name, None)?;
    let id = tx.new_id();
    tx.execute(
        "insert into priority_criterion (id, name, description, weight, place)
         values (
           :id, :name, :description, :weight,
           (select coalesce(max(place), 0) + 1 from live_priority_criterion))",
        named_params! {
            ":id": id,
            ":name": name,
            ":description": new.description.as_deref().filter(|text| !text.trim().is_empty()),
            ":weight": weight_in_range(new.weight.unwrap_or(1))?,
        },
    )?;
    tx.name_with("criterion", &name);
    Ok(id)
}

/// Adds the criteria of the starter set that are not there yet, in the plan's language; gives their
/// number.
///
/// # Errors
/// The storage's own.
pub fn add_starter_criteria(tx: &Tx<'_>) -> Result<u32> {
    let words = Words::of(&people::get_profile(tx)?.language);
    let mut added: u32 = 0;
    for (key, weight) in STARTER {
        let key = format!("priorities-starter-{key}");
        let new = NewCriterion {
            name: words.say(&key),
            description: Some(words.say(&format!("{key}.about"))),
            weight: Some(weight),
        };
        let is_there = list::list_criteria(tx)?
            .iter()
            .any(|criterion| fold(&criterion.name) == fold(&new.name));
        if !is_there {
            add_criterion(tx, &new)?;
            added += 1;
        }
    }
    tx.name_with("count", added);
    Ok(added)
}

/// Changed fields of a criterion; an absent field stays, an empty description is cleared.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CriterionPatch {
    pub name: Option<String>,
    pub description: Option<String>,
    pub weight: Option<u8>,
    /// Counted from 1; the others make room.
    pub place: Option<u32>,
}

/// Changes a criterion.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`, `weight-out-of-range`.
pub fn edit_criterion(tx: &Tx<'_>, id: &str, patch: &CriterionPatch) -> Result<()> {
    let old = list::get_criterion(tx, id)?;
    let name = match &patch.name {
        Some(name) => free_name(tx, name, Some(id))?,
        None => old.name,
    };
    let description = patch.description.clone().or(old.description);
    tx.execute(
        "update priority_criterion
         set name = :name, description = :description, weight = :weight
         where id = :id",
        named_params! {
            ":id": id,
            ":name": name,
            ":description": description.filter(|text| !text.trim().is_empty()),
            ":weight": weight_in_range(patch.weight.unwrap_or(old.weight))?,
        },
    )?;
    if let Some(place) = patch.place {
        move_to(tx, id, place)?;
    }
    tx.name_with("criterion", &name);
    Ok(())
}

fn move_to(tx: &Tx<'_>, id: &str, place: u32) -> Result<()> {
    let (mut order, moved): (Vec<Criterion>, Vec<Criterion>) = list::list_criteria(tx)?
        .into_iter()
        .partition(|criterion| criterion.id != id);
    let at = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
    let at = at.min(order.len());
    order.splice(at..at, moved);
    for (criterion, place) in order.iter().zip(1_u32..) {
        if criterion.place != place {
            tx.execute(
                "update priority_criterion set place = :place where id = :id",
                named_params! {":id": criterion.id, ":place": place},
            )?;
        }
    }
    Ok(())
}

/// Takes a criterion away with its scores; priorities that were set stay.
///
/// # Errors
/// `record-not-found`.
pub fn remove_criterion(tx: &Tx<'_>, id: &str) -> Result<()> {
    let old = list::get_criterion(tx, id)?;
    tx.execute(
        "update priority_score set deleted = 1 where criterion_id = :id and deleted = 0",
        named_params! {":id": id},
    )?;
    tx.execute(
        "update priority_criterion set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("criterion", &old.name);
    Ok(())
}

fn weight_in_range(weight: u8) -> Result<u8> {
    if (1..=10).contains(&weight) {
        Ok(weight)
    } else {
        Err(Error::person("weight-out-of-range").with("value", weight))
    }
}

fn free_name(tx: &Tx<'_>, name: &str, except: Option<&str>) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        return Err(Error::person("name-missing"));
    }
    let is_taken = list::list_criteria(tx)?
        .iter()
        .any(|other| Some(other.id.as_str()) != except && fold(&other.name) == fold(&name));
    if is_taken {
        return Err(Error::person("name-taken").with("name", name));
    }
    Ok(name)
}
