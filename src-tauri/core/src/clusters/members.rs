//! Which recommendations stand in a cluster.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::list;
use crate::base::Result;
use crate::dossier::Tx;
use crate::recommendations;

/// What happens to the clusters of a selection; clusters not named stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClusterChange {
    pub ids: Vec<String>,
    /// Clusters every record of the selection shall stand in. One of the plan's own takes the place
    /// of the record's primary cluster (I16).
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub add: Vec<String>,
    /// Clusters every record that stands in them shall leave.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub remove: Vec<String>,
}

/// Puts a selection into clusters of any scheme, or takes it out; gives the number of records.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn cluster_recommendations(tx: &Tx<'_>, change: &ClusterChange) -> Result<u32> {
    recommendations::refuse_missing(tx, &change.ids)?;
    for cluster in &change.remove {
        let is_own = list::get_cluster(tx, cluster)?.scheme_id.is_none();
        for id in &change.ids {
            let sql = if is_own {
                "update recommendation set cluster_id = null where id = :id and cluster_id = :cluster"
            } else {
                "update recommendation_cluster
                 set deleted = 1
                 where recommendation_id = :id and cluster_id = :cluster and deleted = 0"
            };
            tx.execute(sql, named_params! {":id": id, ":cluster": cluster})?;
        }
    }
    for cluster in &change.add {
        let is_own = list::get_cluster(tx, cluster)?.scheme_id.is_none();
        for id in &change.ids {
            if is_own {
                put_primary(tx, id, cluster)?;
            } else {
                put_member(tx, id, cluster)?;
            }
        }
    }
    let count = u32::try_from(change.ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

pub(super) fn put_primary(tx: &Tx<'_>, id: &str, cluster: &str) -> Result<()> {
    tx.execute(
        "update recommendation set cluster_id = :cluster where id = :id",
        named_params! {":id": id, ":cluster": cluster},
    )?;
    Ok(())
}

/// One that was taken out comes back.
pub(super) fn put_member(tx: &Tx<'_>, id: &str, cluster: &str) -> Result<()> {
    tx.execute(
        "insert into recommendation_cluster (id, recommendation_id, cluster_id)
         values (:member, :id, :cluster)
         on conflict (recommendation_id, cluster_id) do update
         set deleted = 0
         where recommendation_cluster.deleted = 1",
        named_params! {":member": tx.new_id(), ":id": id, ":cluster": cluster},
    )?;
    Ok(())
}
