//! Demo: the plan of a State that does not exist, made from `assets/sample` through the same verbs a
//! person uses, so that the demonstration keeps every rule of the house (DOMAIN §6).
//!
//! Deterministic: the same clock gives the same plan. Dates of actions are written for one day and
//! moved to the day on the caller's clock, so that some are always late and some due soon. Nothing
//! here is read outside the demonstration.

mod build;
mod tables;

use chrono::{NaiveDate, NaiveTime};

pub use build::build;

use crate::base::id::Ids;
use crate::base::{Clock, Result, date};
use crate::dossier::{Dossier, NewPlan, OpenAs, Storage};
use crate::recommendations;

/// The same steps give the same ids.
const SEED: u64 = 0x5550_5249_4748_5400;

/// Makes the demonstration plan and leaves it open. A plan that could not be filled is taken away
/// again, so that nobody meets an empty demonstration later.
///
/// # Errors
/// `file-exists`; the disk's own.
pub fn create(storage: Storage, clock: Clock) -> Result<Dossier> {
    let opening = OpenAs {
        clock,
        author: None,
        derive: recommendations::refresh_words,
        remake: Some(recommendations::REMAKE_WORDS),
        read_only: false,
    };
    let ids = Ids::counted(SEED);
    let mut dossier = Dossier::create_with_ids(storage.clone(), &new_plan(), &opening, ids)?;
    if let Err(error) = build(&mut dossier) {
        dossier.close()?;
        if let Storage::File(path) = storage {
            std::fs::remove_file(path)?;
        }
        return Err(error);
    }
    Ok(dossier)
}

/// What the demonstration plan starts with.
#[must_use]
pub fn new_plan() -> NewPlan {
    NewPlan {
        title: tables::value("title"),
        state: tables::value("state"),
        language: tables::value("language"),
    }
}

/// The day for which the dates are written.
#[must_use]
pub fn reference_day() -> NaiveDate {
    date::parse(&tables::value("today")).unwrap_or_default()
}

/// A clock that stands at noon of that day, for reproducible plans.
#[must_use]
pub fn clock() -> Clock {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    Clock::Fixed(reference_day().and_time(noon).and_utc())
}
