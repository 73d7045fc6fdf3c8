//! What can be asked about clusters.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::{Cluster, ClusterScheme, Membership};
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// The plan's own clusters, each before those under it, with their numbers of recommendations (I16).
///
/// # Errors
/// The storage's own.
pub fn list_clusters(reader: &Reader<'_>) -> Result<Vec<Cluster>> {
    let rows = cluster_rows(reader, None)?;
    let mut tree = in_tree_order(rows);
    let own: BTreeMap<String, u32> = tree
        .iter()
        .map(|cluster| (cluster.id.clone(), cluster.recommendations))
        .collect();
    let under = descendants(&tree);
    for cluster in &mut tree {
        let below = under.get(&cluster.id).into_iter().flatten();
        cluster.total = cluster.recommendations + below.filter_map(|id| own.get(id)).sum::<u32>();
    }
    Ok(tree)
}

/// The clusters of a further scheme, likewise.
///
/// # Errors
/// `record-not-found`.
pub fn list_scheme_clusters(reader: &Reader<'_>, scheme_id: &str) -> Result<Vec<Cluster>> {
    get_scheme(reader, scheme_id)?;
    let rows = cluster_rows(reader, Some(scheme_id))?;
    let mut tree = in_tree_order(rows);
    let mut members: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for found in list_memberships(reader, scheme_id)? {
        members
            .entry(found.cluster_id)
            .or_default()
            .insert(found.recommendation_id);
    }
    let under = descendants(&tree);
    for cluster in &mut tree {
        let own = members.get(&cluster.id);
        let below = under.get(&cluster.id).into_iter().flatten();
        let all: BTreeSet<&String> = own
            .into_iter()
            .chain(below.filter_map(|id| members.get(id)))
            .flatten()
            .collect();
        cluster.recommendations = count(own.map_or(0, BTreeSet::len));
        cluster.total = count(all.len());
    }
    Ok(tree)
}

/// The further schemes in their order.
///
/// # Errors
/// The storage's own.
pub fn list_schemes(reader: &Reader<'_>) -> Result<Vec<ClusterScheme>> {
    reader.rows(
        "select s.id, s.name, s.origin, s.place,
                (select count(*) from live_cluster c where c.scheme_id = s.id),
                (select count(distinct m.recommendation_id)
                 from live_cluster c
                 join live_recommendation_cluster m on m.cluster_id = c.id
                 join live_recommendation r on r.id = m.recommendation_id
                 where c.scheme_id = s.id)
         from live_cluster_scheme s
         order by s.place, s.name, s.id",
        [],
        |row| {
            Ok(ClusterScheme {
                id: row.get(0)?,
                name: row.get(1)?,
                origin: row.get(2)?,
                place: row.get(3)?,
                clusters: row.get(4)?,
                recommendations: row.get(5)?,
            })
        },
    )
}

/// Which recommendation stands in which cluster of a further scheme.
///
/// # Errors
/// The storage's own.
pub fn list_memberships(reader: &Reader<'_>, scheme_id: &str) -> Result<Vec<Membership>> {
    reader.rows(
        "select m.recommendation_id, m.cluster_id
         from live_cluster c
         join live_recommendation_cluster m on m.cluster_id = c.id
         join live_recommendation r on r.id = m.recommendation_id
         where c.scheme_id = :scheme
         order by r.sort_key, m.recommendation_id, c.place, m.cluster_id",
        named_params! {":scheme": scheme_id},
        |row| {
            Ok(Membership {
                recommendation_id: row.get(0)?,
                cluster_id: row.get(1)?,
            })
        },
    )
}

/// The clusters of further schemes in which some recommendations stand.
///
/// # Errors
/// The storage's own.
pub fn memberships_of(reader: &Reader<'_>, ids: &[String]) -> Result<Vec<Membership>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(reader.rows(
            "select m.recommendation_id, m.cluster_id
             from live_recommendation_cluster m
             join live_cluster c on c.id = m.cluster_id
             where m.recommendation_id = :id
             order by c.place, m.cluster_id",
            named_params! {":id": id},
            |row| {
                Ok(Membership {
                    recommendation_id: row.get(0)?,
                    cluster_id: row.get(1)?,
                })
            },
        )?);
    }
    Ok(found)
}

pub(super) fn get_scheme(reader: &Reader<'_>, id: &str) -> Result<ClusterScheme> {
    list_schemes(reader)?
        .into_iter()
        .find(|scheme| scheme.id == id)
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// A cluster of any scheme; its totals are not worked out.
pub(super) fn get_cluster(reader: &Reader<'_>, id: &str) -> Result<Cluster> {
    let scheme: Option<Option<String>> = reader.find(
        "select scheme_id from live_cluster where id = :id",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    let missing = || Error::person("record-not-found").with("record", id);
    let scheme = scheme.ok_or_else(missing)?;
    siblings_and_all(reader, scheme.as_deref())?
        .into_iter()
        .find(|cluster| cluster.id == id)
        .ok_or_else(missing)
}

/// Every cluster of a scheme (the plan's own for `None`), each before those under it.
pub(super) fn siblings_and_all(reader: &Reader<'_>, scheme: Option<&str>) -> Result<Vec<Cluster>> {
    Ok(in_tree_order(cluster_rows(reader, scheme)?))
}

/// The ids under each cluster, at any depth.
pub(super) fn descendants(tree: &[Cluster]) -> BTreeMap<String, Vec<String>> {
    let mut under: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut path: Vec<&Cluster> = Vec::new();
    for cluster in tree {
        while path.last().is_some_and(|last| last.depth >= cluster.depth) {
            path.pop();
        }
        for above in &path {
            under
                .entry(above.id.clone())
                .or_default()
                .push(cluster.id.clone());
        }
        path.push(cluster);
    }
    under
}

fn cluster_rows(reader: &Reader<'_>, scheme: Option<&str>) -> Result<Vec<Cluster>> {
    let (narrowed, counted) = match scheme {
        None => (
            "c.scheme_id is null and :scheme is null",
            "(select count(*) from live_recommendation r where r.cluster_id = c.id)",
        ),
        Some(_) => ("c.scheme_id = :scheme", "0"),
    };
    reader.rows(
        &format!(
            "select c.id, c.name, c.place, c.note, c.scheme_id, c.parent_id, {counted}
             from live_cluster c
             where {narrowed}
             order by c.place, c.name, c.id"
        ),
        named_params! {":scheme": scheme},
        |row| {
            Ok(Cluster {
                id: row.get(0)?,
                name: row.get(1)?,
                place: row.get(2)?,
                note: row.get(3)?,
                scheme_id: row.get(4)?,
                parent_id: row.get(5)?,
                depth: 0,
                recommendations: row.get(6)?,
                total: 0,
            })
        },
    )
}

/// Each before those under it. One whose parent is gone stands at the top.
fn in_tree_order(rows: Vec<Cluster>) -> Vec<Cluster> {
    let known: BTreeSet<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut under: BTreeMap<Option<String>, Vec<Cluster>> = BTreeMap::new();
    for row in rows {
        let parent = row.parent_id.clone().filter(|id| known.contains(id));
        under.entry(parent).or_default().push(row);
    }
    let mut ordered = Vec::new();
    let mut waiting: Vec<(u32, Cluster)> = under
        .remove(&None)
        .unwrap_or_default()
        .into_iter()
        .rev()
        .map(|row| (0, row))
        .collect();
    while let Some((depth, mut row)) = waiting.pop() {
        let children = under.remove(&Some(row.id.clone())).unwrap_or_default();
        waiting.extend(children.into_iter().rev().map(|child| (depth + 1, child)));
        row.depth = depth;
        ordered.push(row);
    }
    ordered
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
