//! Labels to tag with. The built-in vocabularies are read only; a plan adds entries of its own, says
//! which entry stands under which, and retires what it does not use. Nothing in use vanishes (I23): a
//! retired label is no longer offered, and records that have it keep it.

mod built_in;
mod edit;
mod exchange;
mod list;

use serde::Serialize;
use ts_rs::TS;

pub use edit::{EntryPatch, NewEntry, add_entry, edit_entry, remove_entry};
pub use exchange::{Imported, as_csv, import_entries};
pub use list::{list_entries, list_labels};

/// One label of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Entry {
    /// What a record is tagged with.
    pub label: String,
    /// What the label stands for, where it is a code: a State's name, the title of a target.
    pub title: Option<String>,
    /// Label of the entry above it.
    pub parent: Option<String>,
    /// False where it is no longer offered.
    pub is_active: bool,
    /// Part of the program; it can be retired, not renamed.
    pub is_built_in: bool,
    /// False for a label that records have though nobody listed it, as imports bring them.
    pub is_listed: bool,
    pub edition: Option<String>,
    pub note: Option<String>,
    /// How many recommendations have it, confirmed or not.
    pub records: u32,
}
