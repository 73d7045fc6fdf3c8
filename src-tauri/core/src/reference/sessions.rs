//! Sessions of the UPR Working Group and the cycles they make up.
//!
//! Dates of future sessions are plans: `certainty` says which dates a source states and which follow
//! from the fixed order of review.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{states, table};

/// A session of the UPR Working Group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Session {
    pub number: u32,
    pub cycle: u8,
    /// ISO day.
    pub start_on: String,
    /// ISO day.
    pub end_on: String,
    /// `verified` in a source, or `inferred` from the order of review.
    pub certainty: String,
    /// ISO 3166-1 alpha-3 of the States reviewed, in the order of review.
    pub states: Vec<String>,
}

#[derive(Deserialize)]
struct SessionRow {
    session: u32,
    cycle: u8,
    start_date: String,
    end_date: String,
    date_certainty: String,
    states_iso3: String,
}

/// Every session, in order.
#[must_use]
pub fn all() -> &'static [Session] {
    static SESSIONS: OnceLock<Vec<Session>> = OnceLock::new();
    SESSIONS.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/upr_sessions.tsv");
        table::rows::<SessionRow>(text)
            .into_iter()
            .map(|row| Session {
                number: row.session,
                cycle: row.cycle,
                start_on: row.start_date,
                end_on: row.end_date,
                certainty: row.date_certainty,
                states: table::members(&row.states_iso3, ' '),
            })
            .collect()
    })
}

#[must_use]
pub fn by_number(number: u32) -> Option<&'static Session> {
    all().iter().find(|session| session.number == number)
}

/// Cycle 1 was sessions 1–12, cycle 2 13–26, cycle 3 27–40, cycle 4 from 41 (HRC res. 5/1, 16/21).
#[must_use]
pub fn cycle_of_session(number: u32) -> Option<u8> {
    by_number(number).map(|session| session.cycle)
}

/// The cycle of a Working Group report, by the session of the Council it was submitted to: the
/// reports of cycle 1 went to sessions 8–19, of cycle 2 to 21–35, of cycle 3 to 36–51.
#[must_use]
pub fn cycle_of_council_session(number: u32) -> Option<u8> {
    match number {
        8..=19 => Some(1),
        21..=35 => Some(2),
        36..=51 => Some(3),
        52..=80 => Some(4),
        _ => None,
    }
}

/// The session at which a State was or will be reviewed in a cycle.
#[must_use]
pub fn session_of(iso3: &str, cycle: u8) -> Option<u32> {
    let place = usize::from(cycle.checked_sub(1)?);
    states::by_iso3(iso3)?
        .upr_sessions
        .get(place)
        .copied()
        .flatten()
}
