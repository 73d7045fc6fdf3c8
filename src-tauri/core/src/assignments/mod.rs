//! Who is responsible for a recommendation or an action, in which role, from when to when (the
//! report, §6.2 "allocated responsibilities"). One lead at a time, and the lead is not also
//! supporting (I6): assigning a new lead closes the old assignment the day before.

mod edit;
mod list;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use edit::{Assign, assign, end_assignments};
pub use list::{assignments_of, list_assignments};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Lead,
    Supporting,
    Consulted,
    Informed,
    DataProvider,
}

/// What is assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    Recommendation,
    Action,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Assignment {
    pub id: String,
    pub subject_kind: SubjectKind,
    pub subject_id: String,
    pub agency_id: String,
    pub agency: String,
    pub agency_short_name: String,
    pub role: Role,
    /// ISO dates, both days included; `to_on` absent while it holds.
    pub from_on: String,
    pub to_on: Option<String>,
    pub note: Option<String>,
}
