//! The plan's own page: its title, the State it is of, its language, the name of the mechanism.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::text::squeeze;
use crate::base::{Error, Result};
use crate::dossier::{Reader, Tx};
use crate::reference::states;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Profile {
    pub title: String,
    /// ISO 3166-1 alpha-3.
    pub state: String,
    /// BCP 47.
    pub language: String,
    /// Name of the national mechanism for reporting and follow-up.
    pub mechanism_name: Option<String>,
}

/// The plan's own page.
///
/// # Errors
/// `plan-damaged` where the file has none.
pub fn get_profile(reader: &Reader<'_>) -> Result<Profile> {
    reader
        .find(
            "select title, state, language, mechanism_name from live_profile order by id",
            [],
            |row| {
                Ok(Profile {
                    title: row.get(0)?,
                    state: row.get(1)?,
                    language: row.get(2)?,
                    mechanism_name: row.get(3)?,
                })
            },
        )?
        .ok_or_else(|| Error::file("plan-damaged"))
}

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProfilePatch {
    pub title: Option<String>,
    pub state: Option<String>,
    pub language: Option<String>,
    pub mechanism_name: Option<String>,
}

/// Changes the plan's own page; absent fields stay, an empty mechanism name is cleared.
///
/// # Errors
/// `title-missing`, `state-unknown`.
pub fn edit_profile(tx: &Tx<'_>, patch: &ProfilePatch) -> Result<()> {
    let old = get_profile(tx)?;
    let title = squeeze(patch.title.as_deref().unwrap_or(&old.title));
    if title.is_empty() {
        return Err(Error::person("title-missing"));
    }
    let state = patch.state.as_ref().unwrap_or(&old.state);
    if states::by_iso3(state).is_none() {
        return Err(Error::person("state-unknown").with("state", state));
    }
    let mechanism = patch.mechanism_name.clone().or(old.mechanism_name);
    tx.execute(
        "update profile
         set title = :title, state = :state, language = :language, mechanism_name = :mechanism
         where id = 'profile'",
        named_params! {
            ":title": title,
            ":state": state,
            ":language": patch.language.as_ref().unwrap_or(&old.language),
            ":mechanism": mechanism.filter(|name| !name.trim().is_empty()),
        },
    )?;
    Ok(())
}
