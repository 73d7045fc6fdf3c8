//! What can be done with views.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{SavedView, ViewSettings, list};
use crate::base::text::{fold, squeeze};
use crate::base::{Error, Result};
use crate::dossier::Tx;

/// Longer names do not fit on a tab.
const LONGEST_NAME: usize = 80;

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    pub name: String,
    pub settings: ViewSettings,
}

/// Saves a view at the end of the tabs; gives its id.
///
/// # Errors
/// `name-missing`, `name-taken`, `view-name-long`.
pub fn save_view(tx: &Tx<'_>, new: &NewView) -> Result<String> {
    let name = free_name(tx, &new.name, None)?;
    let id = tx.new_id();
    tx.execute(
        "insert into saved_view (id, name, query, place)
         values (:id, :name, :query, (select coalesce(max(place), 0) + 1 from live_saved_view))",
        named_params! {":id": id, ":name": name, ":query": serde_json::to_string(&new.settings)?},
    )?;
    tx.name_with("view", &name);
    Ok(id)
}

/// Changed fields of a view; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ViewPatch {
    pub name: Option<String>,
    pub settings: Option<ViewSettings>,
    /// Counted from 1; the others make room.
    pub place: Option<u32>,
}

/// Renames, replaces or moves a view.
///
/// # Errors
/// `record-not-found`, `name-missing`, `name-taken`, `view-name-long`.
pub fn edit_view(tx: &Tx<'_>, id: &str, patch: &ViewPatch) -> Result<()> {
    let view = get_view(tx, id)?;
    let mut name = view.name;
    if let Some(wish) = &patch.name {
        name = free_name(tx, wish, Some(id))?;
        tx.execute(
            "update saved_view set name = :name where id = :id",
            named_params! {":id": id, ":name": name},
        )?;
    }
    if let Some(settings) = &patch.settings {
        tx.execute(
            "update saved_view set query = :query where id = :id",
            named_params! {":id": id, ":query": serde_json::to_string(settings)?},
        )?;
    }
    if let Some(place) = patch.place {
        move_to(tx, id, place)?;
    }
    tx.name_with("view", &name);
    Ok(())
}

/// Takes a view away. No record is touched.
///
/// # Errors
/// `record-not-found`.
pub fn remove_view(tx: &Tx<'_>, id: &str) -> Result<()> {
    let view = get_view(tx, id)?;
    tx.execute(
        "update saved_view set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("view", &view.name);
    Ok(())
}

fn move_to(tx: &Tx<'_>, id: &str, place: u32) -> Result<()> {
    let (mut order, moved): (Vec<SavedView>, Vec<SavedView>) = list::list_views(tx)?
        .into_iter()
        .partition(|view| view.id != id);
    let at = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
    let at = at.min(order.len());
    order.splice(at..at, moved);
    for (view, place) in order.iter().zip(1_u32..) {
        if view.place != place {
            tx.execute(
                "update saved_view set place = :place where id = :id",
                named_params! {":id": view.id, ":place": place},
            )?;
        }
    }
    Ok(())
}

fn get_view(tx: &Tx<'_>, id: &str) -> Result<SavedView> {
    list::list_views(tx)?
        .into_iter()
        .find(|view| view.id == id)
        .ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn free_name(tx: &Tx<'_>, name: &str, except: Option<&str>) -> Result<String> {
    let name = squeeze(name);
    if name.is_empty() {
        return Err(Error::person("name-missing"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::person("view-name-long").with("most", LONGEST_NAME));
    }
    let views = list::list_views(tx)?;
    let is_taken = views
        .iter()
        .any(|view| Some(view.id.as_str()) != except && fold(&view.name) == fold(&name));
    if is_taken {
        return Err(Error::person("name-taken").with("name", name));
    }
    Ok(name)
}
