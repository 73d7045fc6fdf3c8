//! The register as it is asked for: a filter, an order, a page of rows. The same filter means the
//! same in the grid, in an export and on the command line.

mod actions;
mod complete;
mod facets;
mod fields;
mod filter;
mod line;
mod names;
mod query;
mod register;
mod shares;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::figures::{Due, ProgressState};

pub use crate::figures::board::FacetColumn;
pub use actions::{ActionView, action_rows, page_actions};
pub use complete::{Completion, LineRead, read_words};
pub use facets::{FacetValue, facet_values, missing_values};
pub use filter::places_of;
pub use query::{Filter, Query, SortBy, SortColumn};
pub use register::{Page, Row, SoughtWords, page_rows};
pub use shares::shares;
pub use view::{GroupHead, View};

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
