//! The calendar: what is due next to each mechanism. Every day is worked out from the reviews and
//! documents of the plan when it is asked for, never stored (I20); a day a person typed goes before.
//!
//! A State is reviewed every four and a half years (HRC res. 16/21 and decision 17/119); its report is
//! due some fourteen weeks before the session; half-way a report on the mid-term is usual. Committees
//! have intervals of their own.

mod list;
mod rules;

use serde::Serialize;
use ts_rs::TS;

use crate::figures::Due;

pub use list::list_due_dates;

/// One day by which something is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueDate {
    pub kind: DueDateKind,
    /// Code of mechanisms.tsv.
    pub mechanism: String,
    /// Treaty body or mandate.
    pub body: Option<String>,
    /// Cycle and session it belongs to: of the review to come, or of the one it follows.
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    /// Symbol of the document it follows from.
    pub document: Option<String>,
    pub review_id: Option<String>,
    /// Paragraphs concerned, of a follow-up report.
    pub paragraphs: u32,
    /// Where it stands today.
    pub due: Due,
    /// How far off it is, in the unit a person would use.
    pub distance: Distance,
    /// Typed by a person.
    pub is_typed: bool,
    pub basis: Basis,
    /// ISO day the computation began with; `None` for a typed one.
    pub basis_on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueDateKind {
    NationalReport,
    NextReview,
    MidTermReport,
    TreatyReport,
    FollowUpReport,
    /// What a person typed of another mechanism.
    Other,
}

/// What a day was worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A person.
    Typed,
    /// The session of the Working Group in which the State stands next.
    Session,
    /// The last review.
    Review,
    /// The adoption of its outcome.
    Adoption,
    /// The day of the document.
    Document,
}

/// How far off a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Distance {
    pub unit: DistanceUnit,
    pub count: u32,
    pub is_past: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DistanceUnit {
    Today,
    Days,
    Months,
    Years,
}
