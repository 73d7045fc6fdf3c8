//! The note beside an open plan that says who holds it. Information only: SQLite's lock is the guard.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::open::OpenAs;
use crate::base::Result;
use crate::base::files::write_whole;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub author: Option<String>,
    pub computer: String,
    pub since: String,
    /// By which a second opener finds a backup of it.
    #[serde(default)]
    pub plan_id: Option<String>,
}

impl Holder {
    /// Who holds `plan`, as far as the note beside it says.
    #[must_use]
    pub fn of(plan: &Path) -> Option<Self> {
        let bytes = fs::read(note_beside(plan))
            .ok()
            .filter(|bytes| bytes.len() < 4096)?;
        serde_json::from_slice(&bytes).ok()
    }
}

/// The note; taken away when the plan is closed.
pub(super) struct HolderFile {
    path: PathBuf,
    holder: Holder,
}

impl HolderFile {
    pub(super) fn write(plan: &Path, opening: &OpenAs, plan_id: Option<String>) -> Result<Self> {
        let holder = Holder {
            author: opening.author.clone(),
            computer: computer(),
            since: opening.clock.stamp(),
            plan_id,
        };
        let file = HolderFile {
            path: note_beside(plan),
            holder,
        };
        file.store()?;
        Ok(file)
    }

    pub(super) fn name(&mut self, author: &str) {
        self.holder.author = Some(author.to_owned());
        // The note is information only: a failure to renew it harms nothing.
        let _ = self.store();
    }

    fn store(&self) -> Result<()> {
        write_whole(&self.path, serde_json::to_string(&self.holder)?.as_bytes())
    }
}

impl Drop for HolderFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn note_beside(plan: &Path) -> PathBuf {
    let name = plan
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    plan.with_file_name(format!(".{name}.holder"))
}

/// The computer's name, for the second opener to know where to look; empty where unknown.
fn computer() -> String {
    let name = fs::read_to_string("/etc/hostname").unwrap_or_default();
    let name = name.trim().to_owned();
    if name.is_empty() {
        std::env::var("COMPUTERNAME").unwrap_or_default()
    } else {
        name
    }
}
