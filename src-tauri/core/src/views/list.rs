//! What can be asked about views.

use super::{SavedView, ViewSettings};
use crate::base::text::fold;
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::search::Query;

/// The views in the order of the tabs.
///
/// # Errors
/// The storage's own.
pub fn list_views(reader: &Reader<'_>) -> Result<Vec<SavedView>> {
    reader.rows(
        "select id, name, place, query
         from live_saved_view
         order by place, name, id",
        [],
        |row| {
            Ok(SavedView {
                id: row.get(0)?,
                name: row.get(1)?,
                place: row.get(2)?,
                settings: serde_json::from_str(row.get_ref(3)?.as_str()?).ok(),
            })
        },
    )
}

/// The question of the view of that name or id.
///
/// # Errors
/// `view-unknown`, `view-not-understood`.
pub fn query_of_view(reader: &Reader<'_>, view: &str) -> Result<Query> {
    let views = list_views(reader)?;
    let wanted = fold(view);
    let found = views
        .iter()
        .find(|other| other.id == view || fold(&other.name) == wanted);
    let Some(found) = found else {
        let names: Vec<&str> = views.iter().map(|view| view.name.as_str()).collect();
        return Err(Error::person("view-unknown")
            .with("view", view)
            .with("count", names.len())
            .with("names", names.join(", ")));
    };
    let settings = found.settings.as_ref();
    settings
        .map(ViewSettings::query)
        .ok_or_else(|| Error::person("view-not-understood").with("view", &found.name))
}
