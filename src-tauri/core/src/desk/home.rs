//! The folder of this person on this computer: preferences, recent plans, backups, working copies.
//! Nothing of a plan's content is kept here but its title in the list of recent plans.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::files::write_whole;
use crate::base::{Error, Result};

#[derive(Debug, Clone)]
pub struct Home {
    folder: PathBuf,
}

impl Home {
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Home { folder }
    }

    /// The user's own folder by the custom of the system; `UPRIGHT_HOME` names another.
    ///
    /// # Errors
    /// `home-unknown` where the system tells no folder.
    pub fn of_user() -> Result<Self> {
        if let Some(folder) = std::env::var_os("UPRIGHT_HOME").filter(|folder| !folder.is_empty()) {
            return Ok(Home::at(PathBuf::from(folder)));
        }
        let variable = |name: &str| {
            std::env::var_os(name)
                .filter(|v| !v.is_empty())
                .map(PathBuf::from)
        };
        let folder = if cfg!(windows) {
            variable("LOCALAPPDATA").map(|folder| folder.join("Upright"))
        } else if cfg!(target_os = "macos") {
            variable("HOME").map(|home| home.join("Library/Application Support/Upright"))
        } else {
            variable("XDG_DATA_HOME")
                .or_else(|| variable("HOME").map(|home| home.join(".local/share")))
                .map(|folder| folder.join("upright"))
        };
        folder
            .map(Home::at)
            .ok_or_else(|| Error::file("home-unknown"))
    }

    /// A folder below home, made where it is missing.
    ///
    /// # Errors
    /// The disk's own.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// What `file` holds; the default where it is missing or not readable any more.
    pub(super) fn read<T: DeserializeOwned + Default>(&self, file: &str) -> T {
        let bytes = fs::read(self.folder.join(file)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    pub(super) fn write(&self, file: &str, value: &impl Serialize) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        write_whole(
            &self.folder.join(file),
            serde_json::to_string_pretty(value)?.as_bytes(),
        )
    }
}

/// How the program looks for this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferences {
    /// BCP 47; the pseudo-locales `en-XA` and `ar-XB` are for tests.
    pub language: String,
    pub theme: Theme,
    /// Per cent, 90–200.
    pub text_size: u32,
    pub density: Density,
    /// Single-letter keys in the register (WCAG 2.1.4: they can be switched off).
    pub single_keys: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    Compact,
    Comfortable,
    #[default]
    Reading,
    Full,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            language: "en".to_owned(),
            theme: Theme::System,
            text_size: 100,
            density: Density::Reading,
            single_keys: true,
        }
    }
}

/// Changed preferences; absent ones stay.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PreferencesPatch {
    pub language: Option<String>,
    pub theme: Option<Theme>,
    pub text_size: Option<u32>,
    pub density: Option<Density>,
    pub single_keys: Option<bool>,
}

impl Home {
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        self.read("preferences.json")
    }

    /// Stores changed preferences.
    ///
    /// # Errors
    /// `text-size-out-of-range`; the disk's own.
    pub fn set_preferences(&self, patch: PreferencesPatch) -> Result<Preferences> {
        let old = self.preferences();
        let new = Preferences {
            language: patch.language.unwrap_or(old.language),
            theme: patch.theme.unwrap_or(old.theme),
            text_size: patch.text_size.unwrap_or(old.text_size),
            density: patch.density.unwrap_or(old.density),
            single_keys: patch.single_keys.unwrap_or(old.single_keys),
        };
        if !(90..=200).contains(&new.text_size) {
            return Err(Error::person("text-size-out-of-range").with("value", new.text_size));
        }
        self.write("preferences.json", &new)?;
        Ok(new)
    }
}

/// A plan opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub title: String,
    pub opened_at: String,
}

const RECENT_KEPT: usize = 12;

impl Home {
    /// Plans opened before, the last first.
    #[must_use]
    pub fn recent(&self) -> Vec<Recent> {
        self.read("recent.json")
    }

    /// Puts a plan at the head of the list.
    ///
    /// # Errors
    /// The disk's own.
    pub fn remember(&self, opened: Recent) -> Result<()> {
        let mut recent = self.recent();
        recent.retain(|other| other.path != opened.path);
        recent.insert(0, opened);
        recent.truncate(RECENT_KEPT);
        self.write("recent.json", &recent)
    }

    /// Takes a plan from the list. The file is not touched.
    ///
    /// # Errors
    /// The disk's own.
    pub fn forget(&self, path: &Path) -> Result<()> {
        let mut recent = self.recent();
        recent.retain(|other| other.path != path);
        self.write("recent.json", &recent)
    }
}
