//! Saved views of the register: a name for a filter with its order, headings and columns. A view
//! means the same in the grid, in reports, in exports and on the command line.

mod edit;
mod list;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::search::{FacetColumn, Filter, Query, SortBy, SortColumn};

pub use edit::{NewView, ViewPatch, edit_view, remove_view, save_view};
pub use list::{list_views, query_of_view};

/// How the register is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ViewSettings {
    pub filter: Filter,
    pub sort: SortColumn,
    pub descending: bool,
    pub then: Vec<SortBy>,
    pub group: Option<FacetColumn>,
    /// In their order; empty: those the register shows by itself.
    pub columns: Vec<ViewColumn>,
}

/// A column as a view shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ViewColumn {
    pub name: String,
    /// CSS pixels; the column's own where absent.
    #[serde(default)]
    pub width: Option<u32>,
}

/// A view in the order of the tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedView {
    pub id: String,
    pub name: String,
    pub place: u32,
    /// Absent where a newer program wrote what this one does not understand.
    pub settings: Option<ViewSettings>,
}

impl ViewSettings {
    /// The question of the view.
    #[must_use]
    pub fn query(&self) -> Query {
        Query {
            filter: self.filter.clone(),
            sort: self.sort,
            descending: self.descending,
            then: self.then.clone(),
            group: self.group,
            ..Query::default()
        }
    }
}
