//! The register as it is asked for: a filter, an order, a page of rows. The same filter means the
//! same in the grid, in an export and on the command line.

mod actions;
mod facets;
mod filter;
mod register;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::figures::{Due, ProgressState};
use crate::recommendations::Priority;

pub use actions::{ActionView, action_rows, page_actions};
pub use facets::{FacetColumn, facet_values};
pub use register::page_rows;
pub use view::View;

/// Which recommendations are meant. Every field narrows; an empty field does not. Inside a field
/// the values are alternatives; the value `none` means "not set".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Filter {
    /// Full text over text and reference; every word must occur, the last may be a beginning.
    pub words: String,
    pub position: Vec<String>,
    pub mechanism: Vec<String>,
    pub cluster: Vec<String>,
    /// Agency id of the lead.
    pub lead: Vec<String>,
    /// Agency id in any role, on the recommendation or on one of its actions.
    pub agency: Vec<String>,
    pub progress: Vec<String>,
    pub theme: Vec<String>,
    pub group: Vec<String>,
    pub sdg: Vec<String>,
    pub category: Vec<String>,
    pub priority: Vec<String>,
    pub state: Vec<String>,
    /// `late`, `soon`, `unassigned`, `without_action`, `unclustered`, `unconfirmed`.
    pub standing: Vec<String>,
    /// Exactly these records (a selection).
    pub ids: Vec<String>,
}

/// A column by which the register can be ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    #[default]
    Reference,
    Text,
    Position,
    Category,
    Cluster,
    Lead,
    Progress,
    Due,
    Percent,
    Priority,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Query {
    pub filter: Filter,
    pub sort: SortColumn,
    pub descending: bool,
    pub offset: u32,
    /// At most 100.
    pub limit: u32,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Row {
    pub id: String,
    pub reference: String,
    pub paragraph: Option<String>,
    pub document: Option<String>,
    pub mechanism: String,
    pub text: String,
    pub language: String,
    pub recommending_states: Vec<String>,
    pub position: Option<String>,
    pub action_category: Option<u8>,
    pub action_category_confirmed: bool,
    pub cluster_id: Option<String>,
    pub cluster: Option<String>,
    pub priority: Option<Priority>,
    pub lead_id: Option<String>,
    /// Short name.
    pub lead: Option<String>,
    /// Of its live actions together.
    pub progress: ProgressState,
    /// Mean of its live actions; absent without one.
    pub percent: Option<u8>,
    /// The most pressing due date among its live actions.
    pub due: Due,
    pub actions: u32,
    pub themes: Vec<String>,
}

/// A window of rows over the whole view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Page {
    pub rows: Vec<Row>,
    pub offset: u32,
    /// Rows in this view.
    pub total: u32,
    /// Rows in the plan.
    pub of: u32,
}

/// Which values a column takes under a filter, with counts, for the filter menus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FacetValue {
    /// Code, id or label; `none` where it is not set.
    pub value: String,
    /// Name as stored; absent for codes that Fluent names.
    pub name: Option<String>,
    pub count: u32,
}

/// Which actions are meant, as [`Filter`] for recommendations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ActionFilter {
    pub words: String,
    pub status: Vec<String>,
    pub lead: Vec<String>,
    pub agency: Vec<String>,
    pub cluster: Vec<String>,
    /// `late`, `soon`, `unassigned`, `without_due`.
    pub standing: Vec<String>,
    pub recommendation: Vec<String>,
    pub ids: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionGroup {
    #[default]
    Cluster,
    Agency,
    None,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ActionQuery {
    pub filter: ActionFilter,
    pub group: ActionGroup,
    pub offset: u32,
    /// At most 200.
    pub limit: u32,
}

/// One line of the action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionRow {
    pub id: String,
    pub number: u32,
    pub title: String,
    pub deliverable: Option<String>,
    /// The heading it stands under in this grouping; absent for "none".
    pub group: Option<String>,
    pub start_on: Option<String>,
    pub due: Due,
    pub status: String,
    pub progress: ProgressState,
    pub percent: u8,
    pub lead_id: Option<String>,
    pub lead: Option<String>,
    pub supporting: Vec<String>,
    /// References of its recommendations.
    pub recommendations: Vec<String>,
    pub milestones: u32,
    pub milestones_done: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionPage {
    pub rows: Vec<ActionRow>,
    pub offset: u32,
    pub total: u32,
    pub of: u32,
}
