//! Every count and formula, nowhere else. Nothing computed here is stored (I20), and each figure
//! names its counting basis (DOMAIN §2.6): by paragraph, one recommendation counted once however
//! many States made it, unless [`shares`] is asked for another one.

pub mod board;
mod due;
mod shares;
mod standing;
mod workload;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use board::Board;
pub use due::{DUE_SOON_DAYS, due_of, most_pressing, progress_of_actions, progress_of_status};
pub use shares::{Answers, Basis, ShareLine, Shares, shares};
pub use standing::{PROGRESS_ORDER, actions_in, by_progress, standing, summary};
pub use workload::workload;

/// How far a thing is, independent of lateness (UX §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressState {
    NoAction,
    NotStarted,
    InProgress,
    Partial,
    Done,
    Stopped,
    NotApplicable,
}

/// Where a due date stands against today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    Late,
    Soon,
    Later,
    /// Done, stopped or not applicable: the date no longer presses.
    Settled,
    Continuous,
    /// No date is set.
    None,
}

/// A due date with its distance: `days` late when late, days left when soon or later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Due {
    pub kind: DueKind,
    pub on: Option<String>,
    pub days: Option<u32>,
}

/// The first look at where things stand; each count is one click from its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Standing {
    pub as_at: String,
    pub recommendations: u32,
    pub supported: u32,
    pub noted: u32,
    pub actions: u32,
    /// Actions past their due date and not settled.
    pub late_actions: u32,
    /// Actions due within 30 days.
    pub due_soon_actions: u32,
    /// Recommendations with a late action, and so on.
    pub late: u32,
    pub due_soon: u32,
    /// Recommendations without a lead agency today.
    pub unassigned: u32,
    /// Recommendations without a live action.
    pub without_action: u32,
    pub unclustered: u32,
    /// Actions without a lead agency today.
    pub actions_unassigned: u32,
    pub actions_without_due: u32,
    /// Suggested action categories or tags no person has confirmed.
    pub unconfirmed: u32,
}

/// Counts of recommendations by one property, in the order of its vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Count {
    /// Code, id or label; absent where the property is not set.
    pub key: Option<String>,
    /// Name as stored (clusters, agencies); absent for codes that Fluent names.
    pub name: Option<String>,
    pub recommendations: u32,
    pub actions: u32,
    pub late: u32,
    pub done: u32,
    pub by_progress: Vec<ProgressCount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressCount {
    pub progress: ProgressState,
    pub count: u32,
}

/// Progress by cluster, agency and status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Summary {
    pub as_at: String,
    pub by_progress: Vec<ProgressCount>,
    pub by_position: Vec<Count>,
    pub by_category: Vec<Count>,
    pub by_cluster: Vec<Count>,
    pub by_agency: Vec<Count>,
    /// Actions by their status code.
    pub actions_by_status: Vec<Count>,
}

/// What lies with one agency today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Workload {
    pub agency_id: String,
    pub leads: u32,
    pub supports: u32,
    pub other_roles: u32,
    pub actions_led: u32,
    pub actions_late: u32,
}
