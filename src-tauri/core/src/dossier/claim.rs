//! Which plans this program holds open. Closing any handle on a file drops all of a program's POSIX
//! locks on it (sqlite.org/howtocorrupt.html §2.2): a second look at a plan that lies open, even one
//! that is refused, would let another program write beside us. So it is refused before the look.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::open::Storage;
use crate::base::{Error, Result};

static CLAIMED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Holds a plan for as long as it lives.
#[derive(Debug)]
pub(super) struct Claim(PathBuf);

impl Claim {
    /// Claims the plan file that is there; what lies elsewhere needs no claim.
    ///
    /// # Errors
    /// `plan-in-use` where this program holds it already; `file-not-found`.
    pub(super) fn on(storage: &Storage) -> Result<Option<Self>> {
        let Storage::File(path) = storage else {
            return Ok(None);
        };
        let path = fs::canonicalize(path)?;
        if claimed().insert(path.clone()) {
            Ok(Some(Claim(path)))
        } else {
            Err(Error::file("plan-in-use"))
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        claimed().remove(&self.0);
    }
}

fn claimed() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    CLAIMED.lock().unwrap_or_else(PoisonError::into_inner)
}
