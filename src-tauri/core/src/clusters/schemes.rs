//! Further schemes: making, renaming, ordering, removing.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::edit::take_away;
use super::sets::{find_set, load_headings};
use super::{ClusterScheme, list};
use crate::base::text::{fold, squeeze};
use crate::base::{Error, Result};
use crate::dossier::Tx;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewScheme {
    pub name: String,
    /// A ready-made set to begin with.
    pub set: Option<String>,
}

/// Adds a scheme, with the clusters of a ready-made set where one is named; gives its id.
///
/// # Errors
/// `name-missing`, `name-taken`, `cluster-set-unknown`.
pub fn add_scheme(tx: &Tx<'_>, new: &NewScheme) -> Result<String> {
    let name = free_name(tx, &new.name, None)?;
    let set = new.set.as_deref().map(find_set).transpose()?;
    let id = tx.new_id();
    tx.execute(
        "insert into cluster_scheme (id, name, origin, place)
         values (
           :id, :name, :origin, (select coalesce(max(place), 0) + 1 from live_cluster_scheme))",
        named_params! {":id": id, ":name": name, ":origin": set.as_ref().map(|set| &set.id)},
    )?;
    if let Some(set) = &set {
        load_headings(tx, set, Some(&id))?;
    }
    tx.name_with("scheme", &name);
    Ok(id)
}

/// Changed fields of a scheme; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SchemePatch {
    pub name: Option<String>,
    /// Counted from 1; the others make room.
    pub place: Option<u32>,
}

/// Renames or moves a scheme.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`.
pub fn edit_scheme(tx: &Tx<'_>, id: &str, patch: &SchemePatch) -> Result<()> {
    let scheme = list::get_scheme(tx, id)?;
    let name = match &patch.name {
        Some(name) => free_name(tx, name, Some(id))?,
        None => scheme.name,
    };
    tx.execute(
        "update cluster_scheme set name = :name where id = :id",
        named_params! {":id": id, ":name": name},
    )?;
    if let Some(place) = patch.place {
        move_to(tx, id, place)?;
    }
    tx.name_with("scheme", &name);
    Ok(())
}

fn move_to(tx: &Tx<'_>, id: &str, place: u32) -> Result<()> {
    let (mut order, moved): (Vec<ClusterScheme>, Vec<ClusterScheme>) = list::list_schemes(tx)?
        .into_iter()
        .partition(|scheme| scheme.id != id);
    let at = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
    let at = at.min(order.len());
    order.splice(at..at, moved);
    for (scheme, place) in order.iter().zip(1_u32..) {
        if scheme.place != place {
            tx.execute(
                "update cluster_scheme set place = :place where id = :id",
                named_params! {":id": scheme.id, ":place": place},
            )?;
        }
    }
    Ok(())
}

/// Takes a scheme away with its clusters; the recommendations stay as they are.
///
/// # Errors
/// `record-not-found`.
pub fn remove_scheme(tx: &Tx<'_>, id: &str) -> Result<()> {
    let scheme = list::get_scheme(tx, id)?;
    for cluster in list::siblings_and_all(tx, Some(id))? {
        take_away(tx, &cluster.id)?;
    }
    tx.execute(
        "update cluster_scheme set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("scheme", &scheme.name);
    Ok(())
}

fn free_name(tx: &Tx<'_>, name: &str, except: Option<&str>) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        return Err(Error::person("name-missing"));
    }
    let is_taken = list::list_schemes(tx)?
        .iter()
        .any(|other| Some(other.id.as_str()) != except && fold(&other.name) == fold(&name));
    if is_taken {
        return Err(Error::person("name-taken").with("name", name));
    }
    Ok(name)
}
