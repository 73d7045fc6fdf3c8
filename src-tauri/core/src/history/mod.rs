//! The history as people ask for it: what was done, by whom, when and from which file; and for any
//! field, what it was before. Read from the journal; nothing is stored here.

mod list;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use list::{list_changes, list_operations};

/// Which operations are asked for, newest first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OperationQuery {
    /// Only those before this number, for the next page.
    pub before: Option<u32>,
    /// At most 200; 50 where absent.
    pub limit: Option<u32>,
    /// Only those that touched this record.
    pub record_id: Option<String>,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperationEntry {
    pub number: u32,
    pub id: String,
    /// `do`, `undo`, `redo` or `lasting`.
    pub kind: String,
    pub command: String,
    pub args: BTreeMap<String, String>,
    pub author: Option<String>,
    /// The clock of the computer at that moment; order is by number, not by this.
    pub stated_at: String,
    pub origin_file: Option<String>,
    pub changes: u32,
    /// It was taken back later and not brought again.
    pub undone: bool,
}

/// Which field changes are asked for, newest first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ChangeQuery {
    pub operation_id: Option<String>,
    /// The record, or one that belongs to it (its tags, States, assignments, links).
    pub record_id: Option<String>,
    pub field: Option<String>,
    /// At most 500; 100 where absent.
    pub limit: Option<u32>,
}

/// One field's change: who, when, from which file, from what to what.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangeEntry {
    pub operation: OperationEntry,
    pub table: String,
    pub row_id: String,
    /// Absent where the record was made.
    pub field: Option<String>,
    #[ts(type = "string | number | null")]
    pub before: serde_json::Value,
    #[ts(type = "string | number | null | Record<string, string | number | null>")]
    pub after: serde_json::Value,
    /// Names of the records that `before` and `after` are ids of, for instance of clusters.
    pub before_name: Option<String>,
    pub after_name: Option<String>,
    /// What the record is called: its reference, name or title.
    pub label: Option<String>,
    /// What the record it belongs to is called: the recommendation of a tag, the action of a milestone.
    pub owner: Option<String>,
}
