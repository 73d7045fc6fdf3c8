//! Thematic groups of recommendations (the report, §6.1). The plan's own clusters are the primary
//! ones: a recommendation stands in one of them at most, and that one counts (I16). Further schemes
//! group the same records another way: the themes of UHRI, the SDGs, a set of another plan; there a
//! record may stand in several. Clusters form a tree.

mod edit;
mod fill;
mod list;
mod members;
mod regroup;
mod schemes;
mod sets;

use serde::Serialize;
use ts_rs::TS;

pub use edit::{ClusterPatch, NewCluster, add_cluster, edit_cluster, remove_cluster};
pub use fill::{Filling, FillingCount, fill_scheme, preview_filling};
pub use list::{
    list_clusters, list_memberships, list_scheme_clusters, list_schemes, memberships_of,
};
pub use members::{ClusterChange, cluster_recommendations};
pub use regroup::{MergeClusters, SplitCluster, merge_clusters, split_cluster};
pub use schemes::{NewScheme, SchemePatch, add_scheme, edit_scheme, remove_scheme};
pub use sets::{ClusterSet, LoadClusterSet, SetHeading, cluster_sets, load_cluster_set};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cluster {
    pub id: String,
    pub name: String,
    /// Among its siblings, counted from 1.
    pub place: u32,
    pub note: Option<String>,
    /// Null for the plan's own clusters.
    pub scheme_id: Option<String>,
    /// The cluster it stands under.
    pub parent_id: Option<String>,
    /// 0 at the top of the tree.
    pub depth: u32,
    /// Recommendations in it; of the plan's own clusters those whose primary cluster it is.
    pub recommendations: u32,
    /// Those in it or in a cluster under it, each once.
    pub total: u32,
}

/// A further way of grouping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClusterScheme {
    pub id: String,
    pub name: String,
    /// The ready-made set it was made from.
    pub origin: Option<String>,
    pub place: u32,
    pub clusters: u32,
    /// Recommendations in at least one of its clusters.
    pub recommendations: u32,
}

/// A recommendation in a cluster of a further scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Membership {
    pub recommendation_id: String,
    pub cluster_id: String,
}
