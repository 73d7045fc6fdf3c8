//! Ready-made sets: those of `cluster_sets.tsv`, the themes of UHRI under their families, the SDGs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::{NewCluster, insert_cluster};
use super::list;
use crate::base::text::fold;
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::reference::vocabularies;

/// Set of the themes of UHRI.
pub(super) const THEMES: &str = "UHRI_THEMES";
/// Set of the Sustainable Development Goals.
pub(super) const GOALS: &str = "SDG_GOALS";

/// A ready-made set of clusters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClusterSet {
    pub id: String,
    /// Fluent id of its name.
    pub label_key: String,
    pub headings: Vec<SetHeading>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SetHeading {
    pub name: String,
    /// Name of the heading it stands under, which comes before it.
    pub parent: Option<String>,
}

/// Every ready-made set.
#[must_use]
pub fn cluster_sets() -> Vec<ClusterSet> {
    let mut sets: Vec<ClusterSet> = Vec::new();
    for heading in vocabularies::cluster_headings() {
        let top = SetHeading {
            name: heading.name.clone(),
            parent: None,
        };
        match sets.iter_mut().find(|set| set.id == heading.set_id) {
            Some(set) => set.headings.push(top),
            None => sets.push(set(&heading.set_id, vec![top])),
        }
    }
    sets.push(set(THEMES, themes()));
    sets.push(set(GOALS, goals()));
    sets
}

fn set(id: &str, headings: Vec<SetHeading>) -> ClusterSet {
    ClusterSet {
        id: id.to_owned(),
        label_key: format!("clusters-set-{}", id.to_lowercase().replace('_', "-")),
        headings,
    }
}

/// Each family before its themes.
fn themes() -> Vec<SetHeading> {
    let mut headings: Vec<SetHeading> = Vec::new();
    for theme in vocabularies::themes() {
        // "A Framework, cooperation and institutions": the letter only orders the families.
        let family = theme
            .family
            .split_once(' ')
            .map_or(theme.family.as_str(), |(_, name)| name);
        if !headings.iter().any(|heading| heading.name == family) {
            headings.push(SetHeading {
                name: family.to_owned(),
                parent: None,
            });
        }
        if theme.label != family {
            headings.push(SetHeading {
                name: theme.label.clone(),
                parent: Some(family.to_owned()),
            });
        }
    }
    headings
}

fn goals() -> Vec<SetHeading> {
    vocabularies::sdg_goals()
        .iter()
        .map(|goal| SetHeading {
            name: format!("{} {}", goal.goal, goal.title),
            parent: None,
        })
        .collect()
}

pub(super) fn find_set(id: &str) -> Result<ClusterSet> {
    cluster_sets()
        .into_iter()
        .find(|set| set.id == id)
        .ok_or_else(|| Error::person("cluster-set-unknown").with("set", id))
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LoadClusterSet {
    pub set: String,
    /// Into the plan's own clusters where absent.
    pub scheme_id: Option<String>,
}

/// Adds the clusters of a ready-made set that are not there yet; gives their number.
///
/// # Errors
/// `cluster-set-unknown`, `record-not-found`.
pub fn load_cluster_set(tx: &Tx<'_>, wish: &LoadClusterSet) -> Result<u32> {
    let set = find_set(&wish.set)?;
    if let Some(scheme) = &wish.scheme_id {
        list::get_scheme(tx, scheme)?;
    }
    let added = load_headings(tx, &set, wish.scheme_id.as_deref())?;
    tx.name_with("count", added);
    Ok(added)
}

pub(super) fn load_headings(tx: &Tx<'_>, set: &ClusterSet, scheme: Option<&str>) -> Result<u32> {
    let mut known: Vec<(String, String)> = list::siblings_and_all(tx, scheme)?
        .into_iter()
        .map(|cluster| (fold(&cluster.name), cluster.id))
        .collect();
    let mut added: u32 = 0;
    for heading in &set.headings {
        let find = |name: &str| {
            let name = fold(name);
            let found = known.iter().find(|(known, _)| *known == name);
            found.map(|(_, id)| id.clone())
        };
        if find(&heading.name).is_some() {
            continue;
        }
        let new = NewCluster {
            name: heading.name.clone(),
            note: None,
            scheme_id: scheme.map(str::to_owned),
            parent_id: heading.parent.as_deref().and_then(find),
        };
        let id = tx.new_id();
        insert_cluster(tx, &id, &heading.name, &new)?;
        known.push((fold(&heading.name), id));
        added += 1;
    }
    Ok(added)
}
