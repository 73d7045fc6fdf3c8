//! Filling a scheme from confirmed tags: an offer, with its numbers, and then one step.
//!
//! A record belongs into a cluster that is called like one of its confirmed themes, issues, groups
//! or tags of the plan's own. In the scheme of the SDGs the number at the beginning of the cluster's
//! name is the goal of the record's targets ("16.2" into "16 Peace, …").

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use super::members::put_member;
use super::sets::GOALS;
use super::{Membership, list};
use crate::base::Result;
use crate::base::text::fold;
use crate::dossier::{Reader, Tx};

/// What the confirmed tags would add to a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Filling {
    /// Recommendations that come into at least one more cluster.
    pub recommendations: u32,
    pub clusters: Vec<FillingCount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FillingCount {
    pub cluster_id: String,
    pub name: String,
    /// Recommendations that come into it.
    pub recommendations: u32,
}

/// What filling would do.
///
/// # Errors
/// `record-not-found`.
pub fn preview_filling(reader: &Reader<'_>, scheme_id: &str) -> Result<Filling> {
    let coming = memberships_from_tags(reader, scheme_id)?;
    let records: BTreeSet<&String> = coming.iter().map(|one| &one.recommendation_id).collect();
    let clusters = list::siblings_and_all(reader, Some(scheme_id))?
        .into_iter()
        .filter_map(|cluster| {
            let many = coming.iter().filter(|one| one.cluster_id == cluster.id);
            let recommendations = u32::try_from(many.count()).unwrap_or(u32::MAX);
            (recommendations > 0).then_some(FillingCount {
                cluster_id: cluster.id,
                name: cluster.name,
                recommendations,
            })
        })
        .collect();
    Ok(Filling {
        recommendations: u32::try_from(records.len()).unwrap_or(u32::MAX),
        clusters,
    })
}

/// Puts every record into the clusters its confirmed tags name; gives the number of records.
///
/// # Errors
/// `record-not-found`.
pub fn fill_scheme(tx: &Tx<'_>, scheme_id: &str) -> Result<u32> {
    let scheme = list::get_scheme(tx, scheme_id)?;
    let filling = preview_filling(tx, scheme_id)?;
    for one in memberships_from_tags(tx, scheme_id)? {
        put_member(tx, &one.recommendation_id, &one.cluster_id)?;
    }
    tx.name_with("scheme", scheme.name);
    tx.name_with("count", filling.recommendations);
    Ok(filling.recommendations)
}

/// Those not there yet.
fn memberships_from_tags(reader: &Reader<'_>, scheme_id: &str) -> Result<Vec<Membership>> {
    let scheme = list::get_scheme(reader, scheme_id)?;
    let by_goal = scheme.origin.as_deref() == Some(GOALS);
    let clusters: BTreeMap<String, String> = list::siblings_and_all(reader, Some(scheme_id))?
        .into_iter()
        .map(|cluster| {
            let goal = cluster.name.split(' ').next().unwrap_or_default();
            let key = if by_goal { goal } else { cluster.name.as_str() };
            (fold(key), cluster.id.clone())
        })
        .collect();
    let held: BTreeSet<(String, String)> = list::list_memberships(reader, scheme_id)?
        .into_iter()
        .map(|one| (one.recommendation_id, one.cluster_id))
        .collect();
    let tags = reader.rows(
        "select t.recommendation_id, t.vocabulary, t.label
         from live_recommendation_tag t
         join live_recommendation r on r.id = t.recommendation_id
         where t.confirmed = 1
         order by r.sort_key, t.recommendation_id, t.vocabulary, t.label",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut coming = BTreeSet::new();
    for (record, vocabulary, label) in tags {
        let (record, vocabulary, label): (String, String, String) = (record, vocabulary, label);
        let key = match (by_goal, vocabulary.as_str()) {
            (true, "sdg") => label.split('.').next().unwrap_or_default(),
            (false, "theme" | "issue" | "group" | "national") => label.as_str(),
            _ => continue,
        };
        if let Some(cluster) = clusters.get(&fold(key)) {
            let one = (record, cluster.clone());
            if !held.contains(&one) {
                coming.insert(one);
            }
        }
    }
    Ok(coming
        .into_iter()
        .map(|(recommendation_id, cluster_id)| Membership {
            recommendation_id,
            cluster_id,
        })
        .collect())
}
