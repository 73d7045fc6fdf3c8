//! What can be done with one cluster.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{Cluster, list};
use crate::base::patch::given;
use crate::base::text::{fold, squeeze};
use crate::base::{Error, Result};
use crate::dossier::Tx;

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewCluster {
    pub name: String,
    pub note: Option<String>,
    /// Among the plan's own where absent.
    pub scheme_id: Option<String>,
    /// At the top of the tree where absent.
    pub parent_id: Option<String>,
}

/// Adds a cluster behind its siblings; gives its id.
///
/// # Errors
/// `name-missing`, `name-taken`, `record-not-found`, `cluster-of-other-scheme`.
pub fn add_cluster(tx: &Tx<'_>, new: &NewCluster) -> Result<String> {
    let scheme = new.scheme_id.as_deref();
    if let Some(scheme) = scheme {
        list::get_scheme(tx, scheme)?;
    }
    let name = free_cluster_name(tx, scheme, &new.name, None)?;
    refuse_foreign_parent(tx, scheme, new.parent_id.as_deref())?;
    let id = tx.new_id();
    insert_cluster(tx, &id, &name, new)?;
    tx.name_with("cluster", &name);
    Ok(id)
}

/// Behind its siblings.
pub(super) fn insert_cluster(tx: &Tx<'_>, id: &str, name: &str, new: &NewCluster) -> Result<()> {
    tx.execute(
        "insert into cluster (id, name, place, note, scheme_id, parent_id)
         values (
           :id, :name,
           (select coalesce(max(place), 0) + 1
            from live_cluster
            where scheme_id is :scheme and parent_id is :parent),
           :note, :scheme, :parent)",
        named_params! {
            ":id": id,
            ":name": name,
            ":note": new.note.as_deref().filter(|note| !note.trim().is_empty()),
            ":scheme": new.scheme_id,
            ":parent": new.parent_id,
        },
    )?;
    Ok(())
}

/// Changed fields of a cluster; an absent field stays, an empty note is cleared.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ClusterPatch {
    pub name: Option<String>,
    pub note: Option<String>,
    /// The cluster to stand under; null: the top of the tree.
    #[serde(deserialize_with = "given")]
    pub parent_id: Option<Option<String>>,
    /// Among its siblings, counted from 1; the others make room.
    pub place: Option<u32>,
}

/// Renames, describes or moves a cluster.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`, `cluster-of-other-scheme`,
/// `cluster-inside-itself`.
pub fn edit_cluster(tx: &Tx<'_>, id: &str, patch: &ClusterPatch) -> Result<()> {
    let cluster = list::get_cluster(tx, id)?;
    let scheme = cluster.scheme_id.clone();
    let name = patch
        .name
        .as_deref()
        .map(|name| free_cluster_name(tx, scheme.as_deref(), name, Some(id)))
        .transpose()?;
    let name = name.unwrap_or_else(|| cluster.name.clone());
    tx.execute(
        "update cluster set name = :name, note = :note where id = :id",
        named_params! {
            ":id": id,
            ":name": name,
            ":note": patch.note.clone().or(cluster.note.clone()).filter(|note| !note.trim().is_empty()),
        },
    )?;
    let parent = patch
        .parent_id
        .clone()
        .unwrap_or_else(|| cluster.parent_id.clone());
    if parent != cluster.parent_id {
        move_under(tx, &cluster, parent.as_deref())?;
    }
    if let Some(place) = patch.place {
        move_to(tx, scheme.as_deref(), parent.as_deref(), id, place)?;
    } else if parent != cluster.parent_id {
        move_to(tx, scheme.as_deref(), parent.as_deref(), id, u32::MAX)?;
    }
    tx.name_with("cluster", &name);
    Ok(())
}

fn move_under(tx: &Tx<'_>, cluster: &Cluster, parent: Option<&str>) -> Result<()> {
    refuse_foreign_parent(tx, cluster.scheme_id.as_deref(), parent)?;
    if let Some(parent) = parent {
        let tree = list::siblings_and_all(tx, cluster.scheme_id.as_deref())?;
        let below = list::descendants(&tree)
            .remove(&cluster.id)
            .unwrap_or_default();
        if parent == cluster.id || below.iter().any(|id| id == parent) {
            return Err(Error::person("cluster-inside-itself").with("name", &cluster.name));
        }
    }
    tx.execute(
        "update cluster set parent_id = :parent where id = :id",
        named_params! {":id": cluster.id, ":parent": parent},
    )?;
    Ok(())
}

/// Puts a cluster at a place and numbers its siblings anew, so that no two share one.
fn move_to(
    tx: &Tx<'_>,
    scheme: Option<&str>,
    parent: Option<&str>,
    id: &str,
    place: u32,
) -> Result<()> {
    let clusters = list::siblings_and_all(tx, scheme)?
        .into_iter()
        .filter(|cluster| cluster.parent_id.as_deref() == parent);
    let (mut order, moved): (Vec<_>, Vec<_>) = clusters.partition(|cluster| cluster.id != id);
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

/// Takes a cluster away; its recommendations leave it, those under it move up to where it stood.
///
/// # Errors
/// `record-not-found`.
pub fn remove_cluster(tx: &Tx<'_>, id: &str) -> Result<()> {
    let cluster = list::get_cluster(tx, id)?;
    let scheme = cluster.scheme_id.as_deref();
    for child in list::siblings_and_all(tx, scheme)? {
        if child.parent_id.as_deref() == Some(id) {
            tx.execute(
                "update cluster set parent_id = :parent where id = :id",
                named_params! {":id": child.id, ":parent": cluster.parent_id},
            )?;
            move_to(
                tx,
                scheme,
                cluster.parent_id.as_deref(),
                &child.id,
                u32::MAX,
            )?;
        }
    }
    tx.execute(
        "update recommendation set cluster_id = null where cluster_id = :id and deleted = 0",
        named_params! {":id": id},
    )?;
    take_away(tx, id)?;
    tx.name_with("cluster", &cluster.name);
    Ok(())
}

/// The cluster and what stands in it by a further scheme.
pub(super) fn take_away(tx: &Tx<'_>, id: &str) -> Result<()> {
    tx.execute(
        "update recommendation_cluster set deleted = 1 where cluster_id = :id and deleted = 0",
        named_params! {":id": id},
    )?;
    tx.execute(
        "update cluster set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    Ok(())
}

fn refuse_foreign_parent(tx: &Tx<'_>, scheme: Option<&str>, parent: Option<&str>) -> Result<()> {
    let Some(parent) = parent else {
        return Ok(());
    };
    let parent = list::get_cluster(tx, parent)?;
    if parent.scheme_id.as_deref() == scheme {
        Ok(())
    } else {
        Err(Error::person("cluster-of-other-scheme").with("name", parent.name))
    }
}

pub(super) fn free_cluster_name(
    tx: &Tx<'_>,
    scheme: Option<&str>,
    name: &str,
    except: Option<&str>,
) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        return Err(Error::person("name-missing"));
    }
    let clusters = list::siblings_and_all(tx, scheme)?;
    let is_other = |id: &str| Some(id) != except;
    if clusters
        .iter()
        .any(|other| is_other(&other.id) && fold(&other.name) == fold(&name))
    {
        return Err(Error::person("name-taken").with("name", name));
    }
    Ok(name)
}
