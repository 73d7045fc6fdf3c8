//! What can be done with clusters: thematic groups of recommendations (the report, §6.1).

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::list;
use crate::base::text::{fold, squeeze};
use crate::base::{Error, Result};
use crate::dossier::Tx;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewCluster {
    pub name: String,
    pub note: Option<String>,
}

/// Adds a cluster at the end; gives its id.
///
/// # Errors
/// `name-missing`, `name-taken`.
pub fn add_cluster(tx: &Tx<'_>, new: &NewCluster) -> Result<String> {
    let name = free_cluster_name(tx, &new.name, None)?;
    let id = tx.new_id();
    tx.execute(
        "insert into cluster (id, name, place, note)
         values (:id, :name, (select coalesce(max(place), 0) + 1 from live_cluster), :note)",
        named_params! {":id": id, ":name": name, ":note": new.note},
    )?;
    tx.name_with("cluster", &name);
    Ok(id)
}

/// Changed fields of a cluster; an absent field stays, an empty note is cleared.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ClusterPatch {
    pub name: Option<String>,
    pub note: Option<String>,
    /// Counted from 1; the others make room.
    pub place: Option<u32>,
}

/// Renames, describes or moves a cluster.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`.
pub fn edit_cluster(tx: &Tx<'_>, id: &str, patch: &ClusterPatch) -> Result<()> {
    let cluster = list::get_cluster(tx, id)?;
    let name = patch
        .name
        .as_deref()
        .map(|name| free_cluster_name(tx, name, Some(id)))
        .transpose()?;
    let name = name.unwrap_or(cluster.name);
    tx.execute(
        "update cluster set name = :name, note = :note where id = :id",
        named_params! {
            ":id": id,
            ":name": name,
            ":note": patch.note.clone().or(cluster.note).filter(|note| !note.trim().is_empty()),
        },
    )?;
    if let Some(place) = patch.place {
        move_to(tx, id, place)?;
    }
    tx.name_with("cluster", &name);
    Ok(())
}

/// Puts a cluster at a place and numbers them all anew, so that no two share one.
fn move_to(tx: &Tx<'_>, id: &str, place: u32) -> Result<()> {
    let clusters = list::list_clusters(tx)?;
    let (mut order, moved): (Vec<_>, Vec<_>) =
        clusters.into_iter().partition(|cluster| cluster.id != id);
    let at = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
    let at = at.min(order.len());
    order.splice(at..at, moved);
    for (cluster, place) in order.iter().zip(1_u32..) {
        if cluster.place != place {
            tx.execute(
                "update cluster set place = :place where id = :id",
                named_params! {":id": cluster.id, ":place": place},
            )?;
        }
    }
    Ok(())
}

/// Takes a cluster away; its recommendations become unclustered.
///
/// # Errors
/// `record-not-found`.
pub fn remove_cluster(tx: &Tx<'_>, id: &str) -> Result<()> {
    let cluster = list::get_cluster(tx, id)?;
    tx.execute(
        "update recommendation set cluster_id = null where cluster_id = :id and deleted = 0",
        named_params! {":id": id},
    )?;
    tx.execute(
        "update cluster set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("cluster", &cluster.name);
    Ok(())
}

fn free_cluster_name(tx: &Tx<'_>, name: &str, except: Option<&str>) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        return Err(Error::person("name-missing"));
    }
    let clusters = list::list_clusters(tx)?;
    let is_other = |id: &str| Some(id) != except;
    if clusters
        .iter()
        .any(|other| is_other(&other.id) && fold(&other.name) == fold(&name))
    {
        return Err(Error::person("name-taken").with("name", name));
    }
    Ok(name)
}
