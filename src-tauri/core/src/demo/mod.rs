//! The demonstration plan of a fictional State (DOMAIN §6).

use crate::base::id::Ids;
use crate::base::{Clock, Result};
use crate::dossier::{Dossier, NewPlan, OpenAs, Storage};
use crate::recommendations;

/// The same steps give the same ids.
const SEED: u64 = 0x5550_5249_4748_5400;

/// Makes the demonstration plan and leaves it open.
///
/// # Errors
/// `file-exists`; the disk's own.
pub fn create(storage: Storage, clock: Clock) -> Result<Dossier> {
    let plan = NewPlan {
        title: "UPR implementation plan".to_owned(),
        state: "XUP".to_owned(),
        language: "en".to_owned(),
    };
    let opening = OpenAs {
        clock,
        author: None,
        derive: recommendations::refresh_words,
        read_only: false,
    };
    Dossier::create_with_ids(storage, &plan, &opening, Ids::counted(SEED))
}
