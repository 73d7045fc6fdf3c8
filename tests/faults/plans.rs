//! Plans on a disk in memory.

use std::path::PathBuf;
use std::sync::Arc;

use upright_core::base::{Clock, Result};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Storage};

use crate::disk::Disk;
use crate::vfs;

/// Where the plan lies on its disk.
pub const PLAN: &str = "/plan.upright";

/// A disk with one plan on it, and its name as a file system of SQLite.
pub struct Drive {
    pub disk: Arc<Disk>,
    name: String,
}

impl Drive {
    pub fn new(name: &str) -> Self {
        let disk = Arc::new(Disk::empty());
        vfs::register(name, &disk);
        Drive {
            disk,
            name: name.to_owned(),
        }
    }

    pub fn create(&self) -> Result<Dossier> {
        let plan = NewPlan {
            title: "Follow-up".to_owned(),
            state: "XAA".to_owned(),
            language: "en".to_owned(),
        };
        Dossier::create(self.storage(), &plan, &opening(Clock::System))
    }

    pub fn open(&self) -> Result<Dossier> {
        Dossier::open(self.storage(), &opening(Clock::System))
    }

    fn storage(&self) -> Storage {
        Storage::Vfs {
            path: PathBuf::from(PLAN),
            vfs: self.name.clone(),
        }
    }
}

/// What a plan holds: how many operations were made, and the hash over its living rows.
pub type Standing = (u32, String);

/// Looks at the whole file; `None` where it is not whole or its history does not hold.
pub fn standing(dossier: &Dossier) -> Result<Option<Standing>> {
    let report = dossier.check()?;
    Ok((report.is_whole && report.is_chain_true).then_some((report.operations, report.state_hash)))
}
