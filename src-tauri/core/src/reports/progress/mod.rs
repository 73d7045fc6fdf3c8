//! The progress report: where recommendations and actions stand on a day.
//!
//! Sheets: Cover, Summary (every number a count of rows beneath), Matrix (one row a recommendation),
//! Actions, Overdue, Legend. For anyone (audience public): the snapshot has no field for a person,
//! a note, an e-mail, a history or a deleted row, so none can reach the file.

mod actions;
mod cover;
pub(crate) mod due;
mod filter_words;
mod gather;
mod legend;
mod matrix;
mod summary;
mod write;

use chrono::NaiveDate;

use crate::figures::{Due, ProgressState, Summary};
use crate::recommendations::Priority;

pub use gather::gather;
pub(crate) use write::running;
pub use write::write;

/// All that the report may say, as it stood when it was gathered.
#[derive(Debug, Clone)]
pub struct ProgressData {
    pub title: String,
    /// Name of the State.
    pub state: String,
    /// Name of the national mechanism.
    pub mechanism: Option<String>,
    pub as_at: NaiveDate,
    pub filter: Vec<FilterPart>,
    /// Recommendations and actions in the plan, whatever the filter.
    pub recommendations_in_plan: u32,
    pub actions_in_plan: u32,
    pub summary: Summary,
    /// In the order of their reference.
    pub recommendations: Vec<RecommendationLine>,
    /// By number.
    pub actions: Vec<ActionLine>,
    /// Alphabetical by short name.
    pub agencies: Vec<AgencyName>,
}

/// One narrowed field of the filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterPart {
    /// Fluent id of the field's name.
    pub field: &'static str,
    pub values: Vec<FilterWord>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterWord {
    /// As it stands in the records.
    Name(String),
    /// A Fluent id.
    Key(String),
    /// How many records were chosen one by one.
    Chosen(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyName {
    pub short_name: String,
    pub name: String,
}

/// A row of the matrix.
#[derive(Debug, Clone)]
pub struct RecommendationLine {
    pub reference: String,
    pub text: String,
    pub document: Option<String>,
    /// With its letter, for instance `17 (b)`.
    pub paragraph: Option<String>,
    /// Names of States.
    pub states: Vec<String>,
    pub position: Option<String>,
    pub category: Option<u8>,
    pub is_category_confirmed: bool,
    pub cluster: Option<String>,
    pub priority: Option<Priority>,
    /// Short names.
    pub lead: Option<String>,
    pub supporting: Vec<String>,
    pub progress: ProgressState,
    pub percent: Option<u8>,
    pub due: Due,
    /// Numbers of its actions.
    pub actions: Vec<u32>,
    pub themes: Vec<String>,
    pub groups: Vec<String>,
    pub sdg_targets: Vec<String>,
}

/// A row of the actions.
#[derive(Debug, Clone)]
pub struct ActionLine {
    pub number: u32,
    pub title: String,
    pub deliverable: Option<String>,
    /// Code of scale CORE_ACT.
    pub status: String,
    pub progress: ProgressState,
    pub lead: Option<String>,
    pub supporting: Vec<String>,
    pub start_on: Option<NaiveDate>,
    pub due: Due,
    pub percent: u8,
    pub milestones: u32,
    pub milestones_done: u32,
    /// References of its recommendations.
    pub recommendations: Vec<String>,
}
