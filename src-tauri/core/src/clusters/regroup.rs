//! Merging clusters into one, splitting one into two: each one step of undo.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::edit::{NewCluster, free_cluster_name, insert_cluster, take_away};
use super::list;
use super::members::{put_member, put_primary};
use crate::base::{Error, Result};
use crate::dossier::Tx;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeClusters {
    /// The clusters that go.
    pub ids: Vec<String>,
    /// The cluster that takes what they hold.
    pub into: String,
}

/// Moves everything that some clusters hold into another of the same scheme and takes them away;
/// gives the number of records moved. Clusters under them come to stand under the one that stays.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `cluster-merged-with-itself`, `cluster-of-other-scheme`,
/// `cluster-inside-itself` where the one that stays is under one that goes.
pub fn merge_clusters(tx: &Tx<'_>, wish: &MergeClusters) -> Result<u32> {
    if wish.ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let into = list::get_cluster(tx, &wish.into)?;
    let mut moved: u32 = 0;
    for id in &wish.ids {
        let from = list::get_cluster(tx, id)?;
        if from.id == into.id {
            return Err(Error::person("cluster-merged-with-itself").with("name", into.name));
        }
        if from.scheme_id != into.scheme_id {
            return Err(Error::person("cluster-of-other-scheme").with("name", from.name));
        }
        let tree = list::siblings_and_all(tx, into.scheme_id.as_deref())?;
        let below = list::descendants(&tree).remove(id).unwrap_or_default();
        if below.contains(&into.id) {
            return Err(Error::person("cluster-inside-itself").with("name", from.name));
        }
        for record in records_in(tx, id, into.scheme_id.is_none())? {
            match into.scheme_id {
                None => put_primary(tx, &record, &into.id)?,
                Some(_) => put_member(tx, &record, &into.id)?,
            }
            moved += 1;
        }
        tx.execute(
            "update cluster set parent_id = :into where parent_id = :id and deleted = 0",
            named_params! {":id": id, ":into": into.id},
        )?;
        take_away(tx, id)?;
    }
    tx.name_with("count", wish.ids.len());
    tx.name_with("cluster", into.name);
    Ok(moved)
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitCluster {
    pub id: String,
    /// Name of the new cluster, which comes to stand beside the old one.
    pub name: String,
    /// The records that move.
    pub recommendation_ids: Vec<String>,
}

/// Moves some records of a cluster into a new one beside it; gives the new one's id.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `name-missing`, `name-taken`, `not-in-cluster`.
pub fn split_cluster(tx: &Tx<'_>, wish: &SplitCluster) -> Result<String> {
    if wish.recommendation_ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let old = list::get_cluster(tx, &wish.id)?;
    let name = free_cluster_name(tx, old.scheme_id.as_deref(), &wish.name, None)?;
    let holds = records_in(tx, &old.id, old.scheme_id.is_none())?;
    if wish.recommendation_ids.iter().any(|id| !holds.contains(id)) {
        return Err(Error::person("not-in-cluster").with("name", old.name));
    }
    let id = tx.new_id();
    let new = NewCluster {
        name: name.clone(),
        note: None,
        scheme_id: old.scheme_id.clone(),
        parent_id: old.parent_id.clone(),
    };
    insert_cluster(tx, &id, &name, &new)?;
    for record in &wish.recommendation_ids {
        if old.scheme_id.is_none() {
            put_primary(tx, record, &id)?;
            continue;
        }
        put_member(tx, record, &id)?;
        tx.execute(
            "update recommendation_cluster
             set deleted = 1
             where recommendation_id = :record and cluster_id = :old",
            named_params! {":record": record, ":old": old.id},
        )?;
    }
    tx.name_with("count", wish.recommendation_ids.len());
    tx.name_with("cluster", &name);
    tx.name_with("from", old.name);
    Ok(id)
}

fn records_in(tx: &Tx<'_>, cluster: &str, is_own: bool) -> Result<Vec<String>> {
    let sql = if is_own {
        "select id from live_recommendation where cluster_id = :cluster order by sort_key, id"
    } else {
        "select r.id
         from live_recommendation_cluster m
         join live_recommendation r on r.id = m.recommendation_id
         where m.cluster_id = :cluster
         order by r.sort_key, r.id"
    };
    tx.rows(sql, named_params! {":cluster": cluster}, |row| row.get(0))
}
